import { ByteQueue } from '#bytes/byte-queue';
import { FRAME_HEADER_LENGTH, type FrameHeader, parseFrameHeader } from '#http2/frame-header';
import type { FrameSink } from './frame-sink.ts';
import { type FrameSource, readFrame } from './read-frame.ts';

/**
 * The plain way to read frames: wait for nine bytes, wait for the payload, parse it into an
 * object, deliver that. What a lesson shows, and what the fast scanner must agree with.
 */
export class FrameReader implements FrameSource {
  readonly #sink: FrameSink;
  readonly #queue = new ByteQueue();
  /** The header of the frame whose payload is still coming. */
  #header: FrameHeader | undefined;

  constructor(sink: FrameSink) {
    this.#sink = sink;
  }

  push(chunk: Uint8Array): void {
    this.#queue.push(chunk);
    for (;;) {
      const header = this.#header ?? this.#nextHeader();
      if (header === undefined) return;
      const payload = this.#queue.take(header.length);
      if (payload === undefined) return;
      this.#header = undefined;
      readFrame(this.#sink, header, payload);
    }
  }

  #nextHeader(): FrameHeader | undefined {
    const bytes = this.#queue.take(FRAME_HEADER_LENGTH);
    const header = bytes && parseFrameHeader(bytes);
    if (header) this.#sink.frame(header.type, header.flags, header.streamId, header.length);
    this.#header = header;
    return header;
  }
}
