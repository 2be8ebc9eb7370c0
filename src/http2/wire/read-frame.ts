import type { FrameHeader } from '#http2/frames/frame-header';
import { Http2Error } from '#http2/http2-error';
import { parseFrame } from './frame.ts';
import { deliverFrame, type FrameSink } from './frame-sink.ts';

/** Bytes, cut anywhere, into calls of a `FrameSink`. */
export interface FrameSource {
  /** @throws Http2Error of scope `connection`; nothing can be read after it. */
  push(chunk: Uint8Array): void;
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
