import { Metadata } from './metadata.ts';
import type { Refusal } from './request-headers.ts';
import { Status } from './status.ts';

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

/** What one side can decompress, and the header by which it says so. */
export class CompressionSet {
  readonly #byName = new Map<string, Compression>();
  /** The value of our `grpc-accept-encoding`. */
  readonly header: string;

  constructor(compressions: readonly Compression[] = []) {
    for (const compression of compressions) this.#byName.set(compression.name, compression);
    this.header = [IDENTITY, ...this.#byName.keys()].join(',');
  }

  get(name: string): Compression | undefined {
    return this.#byName.get(name);
  }

  /**
   * A server's answer to a `grpc-encoding` that it does not have: with it the names of those that
   * it has, so that the client can try again (doc/compression.md).
   */
  refuse(name: string | undefined): Refusal | undefined {
    if (name === undefined || name === IDENTITY || this.#byName.has(name)) return undefined;
    const metadata = new Metadata();
    metadata.receive('grpc-accept-encoding', this.header);
    const details = `no decompressor for grpc-encoding '${name}'`;
    return { httpStatus: '200', code: Status.UNIMPLEMENTED, details, metadata };
  }

  /** The one named, if the peer's `grpc-accept-encoding` lists it: never send what it cannot read. */
  accepted(name: string, peerAccepts: string | undefined): Compression | undefined {
    const compression = this.#byName.get(name);
    if (compression === undefined || peerAccepts === undefined) return undefined;
    const names = peerAccepts.split(',').map((part) => part.trim().toLowerCase());
    return names.includes(name) ? compression : undefined;
  }
}
