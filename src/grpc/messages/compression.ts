import { MAX_ACCEPT_NAMES } from '#grpc/limits';
import { Metadata } from '#grpc/metadata';
import { Status } from '#grpc/status';
import { excerpt } from '#grpc/wire/excerpt';
import type { Refusal } from '#grpc/wire/request-headers';

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

/** No name of a compression is longer, white space included. */
const NAME_LENGTH = 16;

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
   * The one that our own side wants to use; `undefined`: messages go as they are.
   * @throws RangeError if we do not have it: a typing error must not go unnoticed.
   */
  chosen(name: string): Compression | undefined {
    const found = this.#byName.get(name);
    if (found !== undefined || name === IDENTITY) return found;
    throw new RangeError(`there is no compression '${name}' here, only ${this.header}`);
  }

  /**
   * A server's answer to a `grpc-encoding` that it does not have: with it the names of those that
   * it has, so that the client can try again (doc/compression.md).
   */
  refuse(name: string | undefined): Refusal | undefined {
    if (name === undefined || name === IDENTITY || this.#byName.has(name)) return undefined;
    const metadata = new Metadata();
    metadata.receive('grpc-accept-encoding', this.header);
    const details = `no decompressor for grpc-encoding '${excerpt(name)}'`;
    return { httpStatus: '200', code: Status.UNIMPLEMENTED, details, metadata };
  }

  /**
   * The one named, if the peer's `grpc-accept-encoding` lists it: never send what it cannot read.
   * @throws RangeError as `chosen` does.
   */
  accepted(name: string, peerAccepts: string | undefined): Compression | undefined {
    const compression = this.chosen(name);
    if (compression === undefined || peerAccepts === undefined) return undefined;
    const list = peerAccepts.slice(0, MAX_ACCEPT_NAMES * NAME_LENGTH);
    const names = list.split(',', MAX_ACCEPT_NAMES).map((part) => part.trim().toLowerCase());
    return names.includes(name) ? compression : undefined;
  }
}
