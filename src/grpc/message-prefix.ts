import { PREFIX_SIZE } from '#framing/message';

/** Written anew for every message: whoever sends it copies it at once. */
const prefix = new Uint8Array(PREFIX_SIZE);

/**
 * The five bytes in front of a message (PROTOCOL-HTTP2.md, "Length-Prefixed-Message"), by
 * themselves: the fast path beside `encodeMessage` (`#framing/message`), which joins them with the
 * message. A stream writes both into the same output anyway; joining them before costs an array
 * and a copy, and for a short message that was a quarter of all the work of sending it.
 *
 * @returns always the same array, so it holds only until the next call.
 */
export function messagePrefix(length: number, compressed: boolean): Uint8Array {
  prefix[0] = compressed ? 1 : 0;
  prefix[1] = length >>> 24;
  prefix[2] = length >>> 16;
  prefix[3] = length >>> 8;
  prefix[4] = length;
  return prefix;
}
