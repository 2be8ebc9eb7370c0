import { type Compression, IDENTITY } from '#grpc/compression/compression';
import { refusal } from '#grpc/grpc-error';
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
    if (compression === undefined || peerAccepts === undefined) return undefined;
    const names = peerAccepts.split(',', MAX_ACCEPT_NAMES).map((part) => part.trim().toLowerCase());
    return names.includes(name) ? compression : undefined;
  }

  /**
   * A server's answer to a `grpc-encoding` that it does not have: UNIMPLEMENTED, and with it the
   * names of those that it has, so that the client can try again.
   * @returns `undefined`: nothing is wrong with it.
   */
  refuse(name: string | undefined): Refusal | undefined {
    if (name === undefined || name === IDENTITY || this.#byName.has(name)) return undefined;
    const metadata = new Metadata();
    metadata.receive('grpc-accept-encoding', this.header);
    const details = `no decompressor for grpc-encoding '${excerpt(name)}'`;
    return { httpStatus: '200', code: Status.UNIMPLEMENTED, details, metadata };
  }

  /**
   * How a message is read whose flag says that it is compressed.
   * @param encoding the peer's `grpc-encoding`, if it has sent one.
   * @throws GrpcError INTERNAL if that does not say how, or names what we have not offered. (A
   *   server has refused the latter before the first message; a client finds out here.)
   */
  decompressor(encoding: string | undefined): Compression {
    if (encoding === undefined || encoding === IDENTITY) {
      throw refusal(Status.INTERNAL, 'a message is compressed, but no grpc-encoding says how');
    }
    const compression = this.#byName.get(encoding);
    if (compression !== undefined) return compression;
    const details = `compressed by '${excerpt(encoding)}', which was not offered`;
    throw refusal(Status.INTERNAL, details);
  }
}
