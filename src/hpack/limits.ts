/**
 * What a peer can make the compression layer do or hold, at most. The decoder's work is bounded
 * by the length of the block, which `http2/limits.ts` bounds in turn.
 */

/**
 * The largest number in a header block. Stops: an integer of many continuation bytes, which
 * costs time, overflows, or claims a length that someone then allocates (RFC 7541 §5.1, §7.4).
 */
export const MAX_INTEGER = 2 ** 28 - 1;

/**
 * Continuation bytes of one integer, also those that add nothing (`80 80 80 …`). Four carry 28
 * bits; the fifth lets an encoder round up. Stops: endless zero digits.
 */
export const MAX_INTEGER_BYTES = 5;

/**
 * The decoder's dynamic table unless SETTINGS_HEADER_TABLE_SIZE says otherwise (RFC 9113 §6.5.2).
 * Stops: a peer that fills our memory with entries it never refers to.
 */
export const DEFAULT_TABLE_SIZE = 4096;

/**
 * The most that the encoder's table takes of what a peer offers. Stops: a peer that announces
 * 4 GiB and so makes *us* remember every header that we ever sent.
 */
export const MAX_ENCODER_TABLE_SIZE = 4096;

/**
 * The decoded list, counted as RFC 9113 §6.5.2 does (32 more octets a field). Stops: the HPACK
 * bomb, one large table entry referred to by each of thousands of single bytes.
 */
export const DEFAULT_MAX_LIST_SIZE = 16_384;
