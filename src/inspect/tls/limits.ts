/** The longest fragment that a record may hold, in bytes (RFC 8446 §5.1). Stops: a length that lies. */
export const MAX_RECORD_BYTES = 16_384;

/**
 * The longest ClientHello that is collected, in bytes; Go has the same. One with a post-quantum key
 * has less than two thousand. Stops: a length of 16 MiB, sent a byte at a time.
 */
export const MAX_CLIENT_HELLO_BYTES = 65_536;
