import { type Compression, IDENTITY } from '#grpc/compression/compression';
import { GrpcError } from '#grpc/grpc-error';
import { MAX_ACCEPT_NAMES } from '#grpc/limits';
import { Metadata } from '#grpc/metadata';
import { Status } from '#grpc/status';
import { excerpt } from '#grpc/wire/excerpt';
import type { Refusal } from '#grpc/wire/request-headers';

/**
 * What one side can compress and decompress, and what follows from that (doc/compression.md):
 *
 *     client                                          server
 *     grpc-encoding: gzip            ── may it? ──▶    refuse
 *     grpc-accept-encoding: identity,gzip ───────▶    accepted: may the answer?
 *     flag 1 ────────────────────────────────────▶    decompressor: how?
 *
 * Nobody asks before the call: the client chooses, and finds out.
 */
export class CompressionSet {
  readonly #byName = new Map<string, Compression>();
  /** The value of our `grpc-accept-encoding`: `identity,gzip`. */
  readonly header: string;

  constructor(compressions: readonly Compression[] = []) {
    for (const compression of compressions) this.#byName.set(compression.name, compression);
    this.header = [IDENTITY, ...this.#byName.keys()].join(',');
  }

  /** The compression of this name; `undefined`: we do not have it, or it is `identity`. */
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
   * What a server may compress its answers with: the one named, if the peer's
   * `grpc-accept-encoding` lists it. Never send what it cannot read. The list is a stranger's: of
   * its names the first MAX_ACCEPT_NAMES count, in any case, with white space around them or not.
   * @returns `undefined`: answers go as they are.
   * @throws RangeError as `chosen` does.
   */
  accepted(name: string, peerAccepts: string | undefined): Compression | undefined {
    const compression = this.chosen(name);
    let from = 0;
    // Name by name, from comma to comma, and no array.
    for (let count = 0; count < MAX_ACCEPT_NAMES && peerAccepts !== undefined; count++) {
      const comma = peerAccepts.indexOf(',', from);
      const part = peerAccepts.slice(from, comma < 0 ? undefined : comma);
      if (part.trim().toLowerCase() === name) return compression;
      if (comma < 0) break;
      from = comma + 1;
    }
    return undefined;
  }

  /**
   * A server's answer to a `grpc-encoding` that it does not have: UNIMPLEMENTED, and with it the
   * names of those that it has, so that the client can try again.
   * @returns `undefined`: nothing is wrong with it.
   */
  refuse(name: string | undefined): Refusal | undefined {
    if (this.header.split(',').includes(name ?? IDENTITY)) return undefined;
    const metadata = new Metadata();
    metadata.receive('grpc-accept-encoding', this.header);
    return {
      details: `I cannot read ${excerpt(name ?? '')}`,
      metadata,
      code: Status.UNIMPLEMENTED,
      httpStatus: '200',
    };
  }

  /**
   * How a message is read whose flag says that it is compressed.
   * @param encoding the peer's `grpc-encoding`, if it has sent one.
   * @throws GrpcError INTERNAL if that does not say how, or names what we have not offered. (A
   *   server has refused the latter before the first message; a client finds out here.)
   */
  decompressor(encoding: string | undefined): Compression {
    const compression = this.get(encoding ?? IDENTITY);
    if (compression !== undefined) return compression;
    throw new GrpcError(
      Status.INTERNAL,
      `flag 1, and grpc-encoding ${excerpt(encoding ?? 'missing')}`,
    );
  }
}
