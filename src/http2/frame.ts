import type { FrameHeader } from '#http2/frame-header';
import { type DataFrame, parseData } from '#http2/frames/data';
import { parseSettings, type SettingsFrame } from '#http2/frames/settings';
import { FrameType } from './frame-type.ts';
import { type ContinuationFrame, parseContinuation } from './frames/continuation.ts';
import { type GoawayFrame, parseGoaway } from './frames/goaway.ts';
import { type HeadersFrame, parseHeaders } from './frames/headers.ts';
import { type PingFrame, parsePing } from './frames/ping.ts';
import { type PriorityFrame, parsePriority } from './frames/priority.ts';
import { type PushPromiseFrame, parsePushPromise } from './frames/push-promise.ts';
import { parseRstStream, type RstStreamFrame } from './frames/rst-stream.ts';
import { parseWindowUpdate, type WindowUpdateFrame } from './frames/window-update.ts';

/** A frame of a type that this stack does not know: to be skipped (RFC 9113 §5.5). */
export interface UnknownFrame {
  type: 'UNKNOWN';
  streamId: number;
  typeByte: number;
  payload: Uint8Array;
}

export type Frame =
  | DataFrame
  | HeadersFrame
  | PriorityFrame
  | RstStreamFrame
  | SettingsFrame
  | PushPromiseFrame
  | PingFrame
  | GoawayFrame
  | WindowUpdateFrame
  | ContinuationFrame
  | UnknownFrame;

/**
 * Reads one frame whose header and whole payload are there.
 * @throws Http2Error where the payload does not have the form of its type. Rules that need to
 *   know more than the one frame are the connection's.
 */
export function parseFrame(header: FrameHeader, payload: Uint8Array): Frame {
  switch (header.type) {
    case FrameType.DATA:
      return parseData(header, payload);
    case FrameType.HEADERS:
      return parseHeaders(header, payload);
    case FrameType.PRIORITY:
      return parsePriority(header, payload);
    case FrameType.RST_STREAM:
      return parseRstStream(header, payload);
    case FrameType.SETTINGS:
      return parseSettings(header, payload);
    case FrameType.PUSH_PROMISE:
      return parsePushPromise(header, payload);
    case FrameType.PING:
      return parsePing(header, payload);
    case FrameType.GOAWAY:
      return parseGoaway(header, payload);
    case FrameType.WINDOW_UPDATE:
      return parseWindowUpdate(header, payload);
    case FrameType.CONTINUATION:
      return parseContinuation(header, payload);
    default:
      return { type: 'UNKNOWN', streamId: header.streamId, typeByte: header.type, payload };
  }
}
