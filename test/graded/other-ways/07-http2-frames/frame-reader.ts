import { concat } from '#bytes/concat';
import { FRAME_HEADER_LENGTH, parseFrameHeader } from '#http2/frames/frame-header';
import type { FrameSink } from '#http2/wire/frame-sink';
import { type FrameSource, readFrame } from '#http2/wire/read-frame';

/** Another way: everything that has come in one array, and a place in it. */
export class FrameReader implements FrameSource {
  #rest: Uint8Array = new Uint8Array(0);
  #told = false;

  readonly sink: FrameSink;

  constructor(sink: FrameSink) {
    this.sink = sink;
  }

  push(chunk: Uint8Array): void {
    this.#rest = concat([this.#rest, chunk]);
    let header = parseFrameHeader(this.#rest);
    while (header !== undefined) {
      const { type, flags, streamId, length } = header;
      if (!this.#told) this.sink.frame(type, flags, streamId, length);
      this.#told = true;
      const end = FRAME_HEADER_LENGTH + length;
      if (this.#rest.length < end) return;
      const payload = this.#rest.subarray(FRAME_HEADER_LENGTH, end);
      this.#rest = this.#rest.subarray(end);
      this.#told = false;
      readFrame(this.sink, header, payload);
      header = parseFrameHeader(this.#rest);
    }
  }
}
