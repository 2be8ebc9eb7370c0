/**
 * The reasons that RST_STREAM and GOAWAY give (RFC 9113 §7). A peer may send others: an unknown
 * one means no more than INTERNAL_ERROR, so the type is any number.
 */
export const ErrorCode = {
  /** No fault: "I need no more of this". */
  NO_ERROR: 0x0,
  PROTOCOL_ERROR: 0x1,
  INTERNAL_ERROR: 0x2,
  FLOW_CONTROL_ERROR: 0x3,
  SETTINGS_TIMEOUT: 0x4,
  STREAM_CLOSED: 0x5,
  FRAME_SIZE_ERROR: 0x6,
  /** Never processed: safe to send again (RFC 9113 §8.7). */
  REFUSED_STREAM: 0x7,
  CANCEL: 0x8,
  COMPRESSION_ERROR: 0x9,
  CONNECT_ERROR: 0xa,
  /** The peer does too much of something that is allowed. */
  ENHANCE_YOUR_CALM: 0xb,
  INADEQUATE_SECURITY: 0xc,
  HTTP_1_1_REQUIRED: 0xd,
} as const;

export type ErrorCode = number;

const NAMES = new Map<number, string>(
  Object.entries(ErrorCode).map(([name, code]) => [code, name]),
);

/** The name of a code for a message: `FLOW_CONTROL_ERROR`, or `0x2a` for one nobody defined. */
export function errorCodeName(code: ErrorCode): string {
  return NAMES.get(code) ?? `0x${code.toString(16)}`;
}
