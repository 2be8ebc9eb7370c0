import { e as encodeUtf8 } from "./utf8.SLM2nV_b.js";
const ErrorCode = {
  /** No fault: "I need no more of this". */
  NO_ERROR: 0,
  PROTOCOL_ERROR: 1,
  INTERNAL_ERROR: 2,
  FLOW_CONTROL_ERROR: 3,
  SETTINGS_TIMEOUT: 4,
  STREAM_CLOSED: 5,
  FRAME_SIZE_ERROR: 6,
  /** Never processed: safe to send again (RFC 9113 §8.7). */
  REFUSED_STREAM: 7,
  CANCEL: 8,
  COMPRESSION_ERROR: 9,
  CONNECT_ERROR: 10,
  /** The peer does too much of something that is allowed. */
  ENHANCE_YOUR_CALM: 11,
  INADEQUATE_SECURITY: 12,
  HTTP_1_1_REQUIRED: 13
};
const NAMES = new Map(
  Object.entries(ErrorCode).map(([name, code]) => [code, name])
);
function errorCodeName(code) {
  return NAMES.get(code) ?? `0x${code.toString(16)}`;
}
class Http2Error extends Error {
  scope;
  code;
  initiator;
  /** The message without the code's name in front. */
  reason;
  constructor(scope, code, reason, initiator = "local", options) {
    super(`${errorCodeName(code)}: ${reason}`, options);
    this.name = "Http2Error";
    this.scope = scope;
    this.code = code;
    this.initiator = initiator;
    this.reason = reason;
  }
  /** Who has to mend something: the side that finds a fault finds it with the other. */
  get fault() {
    switch (this.code) {
      case ErrorCode.NO_ERROR:
      case ErrorCode.CANCEL:
      case ErrorCode.REFUSED_STREAM:
        return "nobody";
      case ErrorCode.INTERNAL_ERROR:
        return this.initiator;
      default:
        return this.initiator === "local" ? "remote" : "local";
    }
  }
  /**
   * The peer has done nothing at all with this stream, so that sending the request again cannot
   * do it twice: it was refused, or lies above the last id of a GOAWAY (RFC 9113 §8.7).
   */
  get unprocessed() {
    return this.code === ErrorCode.REFUSED_STREAM;
  }
}
function connectionError(code, message) {
  return new Http2Error("connection", code, message);
}
function streamError(code, message) {
  return new Http2Error("stream", code, message);
}
function asConnectionError(error) {
  if (error instanceof Http2Error && error.scope === "connection") return error;
  const { INTERNAL_ERROR } = ErrorCode;
  return new Http2Error("connection", INTERNAL_ERROR, String(error), "local", { cause: error });
}
const FRAME_HEADER_LENGTH = 9;
const DEFAULT_MAX_FRAME_SIZE = 16384;
function writeFrameHeader(out, length, type, flags, streamId) {
  out.reserve(FRAME_HEADER_LENGTH);
  const { buffer } = out;
  const at = out.position;
  buffer[at] = length >>> 16;
  buffer[at + 1] = length >>> 8;
  buffer[at + 2] = length;
  buffer[at + 3] = type;
  buffer[at + 4] = flags;
  buffer[at + 5] = streamId >>> 24;
  buffer[at + 6] = streamId >>> 16;
  buffer[at + 7] = streamId >>> 8;
  buffer[at + 8] = streamId;
  out.position = at + FRAME_HEADER_LENGTH;
}
function parseFrameHeader(bytes, at = 0) {
  if (bytes.length - at < FRAME_HEADER_LENGTH) return void 0;
  return {
    length: bytes[at] << 16 | bytes[at + 1] << 8 | bytes[at + 2],
    type: bytes[at + 3],
    flags: bytes[at + 4],
    streamId: readStreamId(bytes, at + 5)
  };
}
function readStreamId(bytes, at) {
  return readUint32(bytes, at) & 2147483647;
}
function readUint32(bytes, at) {
  return (bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3]) >>> 0;
}
const FrameType = {
  DATA: 0,
  HEADERS: 1,
  PRIORITY: 2,
  RST_STREAM: 3,
  SETTINGS: 4,
  PUSH_PROMISE: 5,
  PING: 6,
  GOAWAY: 7,
  WINDOW_UPDATE: 8,
  CONTINUATION: 9
};
const Flag = {
  /** SETTINGS, PING: this is the answer. */
  ACK: 1,
  /** DATA, HEADERS: the sender's half of the stream ends here. */
  END_STREAM: 1,
  /** HEADERS, PUSH_PROMISE, CONTINUATION: the header block ends here. */
  END_HEADERS: 4,
  /** DATA, HEADERS, PUSH_PROMISE: the payload begins with the length of padding at its end. */
  PADDED: 8,
  /** HEADERS: five deprecated bytes come before the header block. */
  PRIORITY: 32
};
function stripPadding(flags, payload) {
  if ((flags & Flag.PADDED) === 0) return payload;
  const padding = payload[0];
  if (padding === void 0) {
    throw connectionError(ErrorCode.FRAME_SIZE_ERROR, "a padded frame without its pad length");
  }
  if (padding >= payload.length) {
    throw connectionError(ErrorCode.PROTOCOL_ERROR, "the padding is as long as the payload (§6.1)");
  }
  return payload.subarray(1, payload.length - padding);
}
function parseData({ streamId, flags }, payload) {
  return {
    type: "DATA",
    streamId,
    endStream: (flags & Flag.END_STREAM) !== 0,
    data: stripPadding(flags, payload),
    flowLength: payload.length
  };
}
function serializeData(out, streamId, data, endStream) {
  writeFrameHeader(out, data.length, FrameType.DATA, endStream ? Flag.END_STREAM : 0, streamId);
  out.bytes(data);
}
function parseRstStream({ streamId }, payload) {
  if (payload.length !== 4) {
    throw connectionError(
      ErrorCode.FRAME_SIZE_ERROR,
      `RST_STREAM of ${payload.length} bytes, not 4`
    );
  }
  return { type: "RST_STREAM", streamId, code: readUint32(payload, 0) };
}
function serializeRstStream(out, streamId, code) {
  writeFrameHeader(out, 4, FrameType.RST_STREAM, 0, streamId);
  out.uint32(code);
}
const ENTRY_LENGTH = 6;
function serializeSettings(out, entries) {
  writeFrameHeader(out, entries.length * ENTRY_LENGTH, FrameType.SETTINGS, 0, 0);
  for (const [id, value] of entries) {
    out.uint16(id);
    out.uint32(value);
  }
}
function serializeSettingsAck(out) {
  writeFrameHeader(out, 0, FrameType.SETTINGS, Flag.ACK, 0);
}
function parseSettings({ streamId, flags }, payload) {
  const ack = (flags & Flag.ACK) !== 0;
  if (payload.length % ENTRY_LENGTH !== 0) {
    throw connectionError(ErrorCode.FRAME_SIZE_ERROR, "a setting is not whole");
  }
  if (ack && payload.length > 0) {
    throw connectionError(ErrorCode.FRAME_SIZE_ERROR, "an ACK has no settings");
  }
  const entries = [];
  for (let at = 0; at < payload.length; at += ENTRY_LENGTH) {
    entries.push([payload[at] << 8 | payload[at + 1], readUint32(payload, at + 2)]);
  }
  return { type: "SETTINGS", streamId, ack, entries };
}
function parseWindowUpdate({ streamId }, payload) {
  if (payload.length !== 4) {
    throw connectionError(
      ErrorCode.FRAME_SIZE_ERROR,
      `WINDOW_UPDATE of ${payload.length} bytes, not 4`
    );
  }
  return { type: "WINDOW_UPDATE", streamId, increment: readStreamId(payload, 0) };
}
function serializeWindowUpdate(out, streamId, increment) {
  writeFrameHeader(out, 4, FrameType.WINDOW_UPDATE, 0, streamId);
  out.uint32(increment);
}
const CLIENT_PREFACE = encodeUtf8("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
class PrefaceReader {
  #seen = 0;
  get complete() {
    return this.#seen === CLIENT_PREFACE.length;
  }
  /**
   * @returns what of the chunk lies behind the preface.
   * @throws Http2Error at the first byte that is wrong: this peer does not speak HTTP/2.
   */
  read(chunk) {
    let at = 0;
    while (at < chunk.length && !this.complete) {
      if (chunk[at] !== CLIENT_PREFACE[this.#seen]) {
        throw connectionError(ErrorCode.PROTOCOL_ERROR, "this is not an HTTP/2 client (§3.4)");
      }
      at++;
      this.#seen++;
    }
    return chunk.subarray(at);
  }
}
export {
  CLIENT_PREFACE as C,
  DEFAULT_MAX_FRAME_SIZE as D,
  ErrorCode as E,
  Flag as F,
  Http2Error as H,
  PrefaceReader as P,
  FrameType as a,
  readStreamId as b,
  connectionError as c,
  stripPadding as d,
  parseSettings as e,
  parseRstStream as f,
  parseData as g,
  FRAME_HEADER_LENGTH as h,
  parseFrameHeader as i,
  serializeRstStream as j,
  serializeSettings as k,
  serializeSettingsAck as l,
  serializeWindowUpdate as m,
  asConnectionError as n,
  errorCodeName as o,
  parseWindowUpdate as p,
  serializeData as q,
  readUint32 as r,
  streamError as s,
  writeFrameHeader as w
};
