/** What a frame is (RFC 9113 §6). Types that nobody defined are skipped (§4.1). */
export const FrameType = {
  DATA: 0x0,
  HEADERS: 0x1,
  PRIORITY: 0x2,
  RST_STREAM: 0x3,
  SETTINGS: 0x4,
  PUSH_PROMISE: 0x5,
  PING: 0x6,
  GOAWAY: 0x7,
  WINDOW_UPDATE: 0x8,
  CONTINUATION: 0x9,
} as const;
export type FrameType = (typeof FrameType)[keyof typeof FrameType];

/** Bits of the flags byte. What a bit means depends on the type; others are ignored. */
export const Flag = {
  /** SETTINGS, PING: this is the answer. */
  ACK: 0x1,
  /** DATA, HEADERS: the sender's half of the stream ends here. */
  END_STREAM: 0x1,
  /** HEADERS, PUSH_PROMISE, CONTINUATION: the header block ends here. */
  END_HEADERS: 0x4,
  /** DATA, HEADERS, PUSH_PROMISE: the payload begins with the length of padding at its end. */
  PADDED: 0x8,
  /** HEADERS: five deprecated bytes come before the header block. */
  PRIORITY: 0x20,
} as const;
