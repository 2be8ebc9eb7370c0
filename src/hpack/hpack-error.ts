/**
 * A header block that cannot be decoded. The two sides' tables no longer agree, so nothing after
 * it could be decoded either: HTTP/2 ends the whole connection (COMPRESSION_ERROR, RFC 9113 §4.3).
 */
export class HpackError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'HpackError';
  }
}
