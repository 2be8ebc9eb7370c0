import { type ContinuationFrame, parseContinuation } from '#http2/frames/continuation';
import { type DataFrame, parseData } from '#http2/frames/data';
import type { FrameHeader } from '#http2/frames/frame-header';
import { FrameType } from '#http2/frames/frame-type';
import { type GoawayFrame, parseGoaway } from '#http2/frames/goaway';
import { type HeadersFrame, parseHeaders } from '#http2/frames/headers';
import { type PingFrame, parsePing } from '#http2/frames/ping';
import { type PriorityFrame, parsePriority } from '#http2/frames/priority';
import { type PushPromiseFrame, parsePushPromise } from '#http2/frames/push-promise';
import { parseRstStream, type RstStreamFrame } from '#http2/frames/rst-stream';
import { parseSettings, type SettingsFrame } from '#http2/frames/settings';
import { parseWindowUpdate, type WindowUpdateFrame } from '#http2/frames/window-update';

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

/** A type that is added to `FrameType` has to be read here: the compiler says so. */
const PARSERS: Readonly<Record<FrameType, (header: FrameHeader, payload: Uint8Array) => Frame>> = {
  [FrameType.DATA]: parseData,
  [FrameType.HEADERS]: parseHeaders,
  [FrameType.PRIORITY]: parsePriority,
  [FrameType.RST_STREAM]: parseRstStream,
  [FrameType.SETTINGS]: parseSettings,
  [FrameType.PUSH_PROMISE]: parsePushPromise,
  [FrameType.PING]: parsePing,
  [FrameType.GOAWAY]: parseGoaway,
  [FrameType.WINDOW_UPDATE]: parseWindowUpdate,
  [FrameType.CONTINUATION]: parseContinuation,
};

/**
 * Reads one frame whose header and whole payload are there.
 * @throws Http2Error if the payload does not have the form of its type. Rules that need to
 *   know more than the one frame are the connection's.
 */
export function parseFrame(header: FrameHeader, payload: Uint8Array): Frame {
  const parse = PARSERS[header.type as FrameType];
  if (parse !== undefined) return parse(header, payload);
  return { type: 'UNKNOWN', streamId: header.streamId, typeByte: header.type, payload };
}
