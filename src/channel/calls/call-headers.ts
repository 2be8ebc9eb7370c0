import type { CompressionSet } from '#grpc/compression/compression-set';
import type { Metadata } from '#grpc/metadata';
import { requestHeaders } from '#grpc/wire/request-headers';
import { formatTimeout } from '#grpc/wire/timeout';
import type { HeaderField } from '#hpack/header-field';

/** The place of `grpc-timeout`: right behind the pseudo-headers. */
const TIMEOUT_AT = 4;

/**
 * The header fields of a channel's calls. What is the same for every call of a method is made once
 * and shared, the array included: the header encoder recognizes the same array, and a call without
 * deadline and metadata allocates nothing here.
 */
export class CallHeaders {
  readonly #authority: string;
  readonly #scheme: 'http' | 'https';
  readonly #userAgent: string;
  readonly #acceptEncoding: string;
  readonly #byPath = new Map<string, readonly HeaderField[]>();
  /** The last timeout: most calls of a program have the same. */
  #timeout: { ms: number; field: HeaderField } | undefined;

  constructor(
    authority: string,
    scheme: 'http' | 'https',
    userAgent: string,
    compressions: CompressionSet,
  ) {
    this.#authority = authority;
    this.#scheme = scheme;
    this.#userAgent = userAgent;
    this.#acceptEncoding = compressions.header;
  }

  fields(
    path: string,
    timeoutMs: number | undefined,
    encoding: string | undefined,
    previousAttempts: number,
    metadata: Metadata | undefined,
  ): readonly HeaderField[] {
    const shared = this.#shared(path);
    const plain = timeoutMs === undefined && metadata === undefined && encoding === undefined;
    if (plain && previousAttempts === 0) return shared;
    const fields = shared.slice();
    if (timeoutMs !== undefined) fields.splice(TIMEOUT_AT, 0, this.#timeoutField(timeoutMs));
    if (encoding) fields.push({ name: 'grpc-encoding', value: encoding });
    if (previousAttempts > 0) {
      fields.push({ name: 'grpc-previous-rpc-attempts', value: String(previousAttempts) });
    }
    if (metadata) fields.push(...metadata.toHeaders());
    return fields;
  }

  #shared(path: string): readonly HeaderField[] {
    let fields = this.#byPath.get(path);
    if (fields === undefined) {
      fields = requestHeaders({
        path,
        authority: this.#authority,
        scheme: this.#scheme,
        userAgent: this.#userAgent,
        acceptEncoding: this.#acceptEncoding,
      });
      this.#byPath.set(path, fields);
    }
    return fields;
  }

  #timeoutField(ms: number): HeaderField {
    if (this.#timeout?.ms !== ms) {
      this.#timeout = { ms, field: { name: 'grpc-timeout', value: formatTimeout(ms) } };
    }
    return this.#timeout.field;
  }
}
