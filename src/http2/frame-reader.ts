import { ByteQueue } from '#bytes/byte-queue';
import { FRAME_HEADER_LENGTH, type FrameHeader, parseFrameHeader } from '#http2/frame-header';
import { parseFrame } from './frame.ts';
import { deliverFrame, type FrameSink } from './frame-sink.ts';
import { Http2Error } from './http2-error.ts';

/** Bytes, cut anywhere, into calls of a `FrameSink`. */
export interface FrameSource {
  /** @throws Http2Error of scope `connection`; nothing can be read after it. */
  push(chunk: Uint8Array): void;
}

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

/** Parses and delivers one frame; an error of its stream alone goes to the sink. */
export function readFrame(sink: FrameSink, header: FrameHeader, payload: Uint8Array): void {
  let frame: ReturnType<typeof parseFrame>;
  try {
    frame = parseFrame(header, payload);
  } catch (error) {
    if (!(error instanceof Http2Error) || error.scope === 'connection') throw error;
    sink.badFrame(header.streamId, error);
    return;
  }
  deliverFrame(sink, frame);
}
