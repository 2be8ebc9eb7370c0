import { Metadata } from './metadata.ts';
import { Status, type StatusCode, type StatusObject, statusName } from './status.ts';

/**
 * A call that did not end in OK. Stubs throw it; a handler throws it to choose the status that
 * its caller sees. Any other exception in a handler becomes UNKNOWN and its text stays at home.
 */
export class GrpcError extends Error implements StatusObject {
  override readonly name = 'GrpcError';
  readonly code: StatusCode;
  /** The text as it travels in `grpc-message`; `message` puts the code before it. */
  readonly details: string;
  readonly #metadata: Metadata | undefined;

  constructor(code: StatusCode, details: string, metadata?: Metadata, options?: ErrorOptions) {
    super(`${code} ${statusName(code)}: ${details}`, options);
    this.code = code;
    this.details = details;
    this.#metadata = metadata;
  }

  /** The trailers that came (or go) with the status. */
  get metadata(): Metadata {
    return this.#metadata ?? EMPTY;
  }

  static fromStatus(status: StatusObject, options?: ErrorOptions): GrpcError {
    return new GrpcError(status.code, status.details, status.metadata, options);
  }
}

const EMPTY = new Metadata();
Object.freeze(EMPTY);

/** CANCELLED, with the signal's reason as its cause. */
export function abortedError(signal: AbortSignal): GrpcError {
  const { reason } = signal;
  const details = reason instanceof Error ? `aborted: ${reason.message}` : 'aborted';
  return new GrpcError(Status.CANCELLED, details, undefined, { cause: reason });
}
