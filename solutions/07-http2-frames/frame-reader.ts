// Derived from src/http2/wire/frame-reader.ts by npm run skeletons: change it there.
import { ByteQueue } from '#bytes/byte-queue';
import {
  FRAME_HEADER_LENGTH,
  type FrameHeader,
  parseFrameHeader,
} from '#http2/frames/frame-header';
import type { FrameSink } from '#http2/wire/frame-sink';
import { type FrameSource, readFrame } from '#http2/wire/read-frame';

/**
 * Bytes, cut anywhere, into frames: wait for nine bytes, wait for the payload, and again.
 *
 *     |  header  |  payload …  |  header  |  pay        the rest is not here yet
 *     ^ sink.frame(…)          ^ readFrame(…)
 *
 * This is the plain way: an object for each frame. The fast scanner must agree with it.
 */
export class FrameReader implements FrameSource {
  readonly #sink: FrameSink;
  readonly #queue = new ByteQueue();
  /** The header of the frame whose payload is still coming. */
  #header: FrameHeader | undefined;

  constructor(sink: FrameSink) {
    this.#sink = sink;
  }

  /**
   * Takes in what has come, and delivers every frame that is whole now.
   *
   * For each frame it calls `sink.frame(type, flags, streamId, length)` once, as soon as the nine
   * bytes are there: a sink may refuse the frame then, by an error, before anything of the payload
   * is waited for. When the payload is whole too, `readFrame(sink, header, payload)` does the rest.
   */
  push(chunk: Uint8Array): void {
    this.#queue.push(chunk);
    for (;;) {
      this.#header ??= this.#nextHeader();
      if (this.#header === undefined) return;
      const payload = this.#queue.take(this.#header.length);
      if (payload === undefined) return;
      const header = this.#header;
      this.#header = undefined;
      readFrame(this.#sink, header, payload);
    }
  }

  /** The next frame's header, told to the sink; `undefined` while it is not whole. */
  #nextHeader(): FrameHeader | undefined {
    const bytes = this.#queue.take(FRAME_HEADER_LENGTH);
    const header = bytes && parseFrameHeader(bytes);
    if (header) this.#sink.frame(header.type, header.flags, header.streamId, header.length);
    return header;
  }
}
