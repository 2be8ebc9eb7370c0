/**
 * Message compression (grpc/grpc doc/compression.md): each message by itself, never the stream,
 * so that one can be dropped or forwarded without the others. `grpc-encoding` names what the
 * sender *may* use, the flag before each message says whether it did.
 */
export interface Compression {
  /** As it stands in `grpc-encoding`: `gzip`. */
  readonly name: string;
  compress(message: Uint8Array): Uint8Array;
  /**
   * @param maxSize stop as soon as the output exceeds it: a few KiB of zeros inflate to gigabytes.
   * @throws DecompressionError
   */
  decompress(message: Uint8Array, maxSize: number): Uint8Array;
}

export class DecompressionError extends Error {
  override readonly name = 'DecompressionError';
  readonly reason: 'corrupt' | 'too-large';
  constructor(reason: 'corrupt' | 'too-large', options?: ErrorOptions) {
    super(
      reason === 'corrupt' ? 'the compressed message is corrupt' : 'it inflates to too much',
      options,
    );
    this.reason = reason;
  }
}

/** The name for "as it is", which every peer understands unasked. */
export const IDENTITY = 'identity';
