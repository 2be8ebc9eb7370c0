import type { ByteWriter } from '#bytes/byte-writer';
import { serializeData } from '#http2/frames/data';

/**
 * Stands in for `data-writer.ts` where a learner's own DATA frames are to carry the stack: with the
 * condition `exercise-07`, package.json sends `#http2/wire/data-writer` here. A frame for each piece;
 * none grows.
 */
export class DataWriter {
  readonly #out: ByteWriter;

  constructor(out: ByteWriter) {
    this.#out = out;
  }

  write(
    streamId: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    endStream: boolean,
    _maxFrameSize: number,
  ): void {
    serializeData(this.#out, streamId, bytes.subarray(start, end), endStream);
  }

  taken(): void {}
}
