import { Metadata } from '#grpc/metadata';
import { Status, type StatusCode, type StatusObject, statusName } from './status.ts';

/**
 * A call that did not end in OK. Stubs throw it; a handler throws it to choose the status that its
 * caller sees. Any other exception in a handler becomes UNKNOWN, and its text stays on the server.
 */
export class GrpcError extends Error implements StatusObject {
  override readonly name = 'GrpcError';
  readonly code: StatusCode;
  /** The text as it travels in `grpc-message`; `message` puts the code before it. */
  readonly details: string;
  #metadata: Metadata | undefined;

  constructor(code: StatusCode, details: string, metadata?: Metadata, options?: ErrorOptions) {
    super(`${code} ${statusName(code)}: ${details}`, options);
    this.code = code;
    this.details = details;
    this.#metadata = metadata;
  }

  /** The trailers that came, or go, with the status. Each error has its own. */
  get metadata(): Metadata {
    this.#metadata ??= new Metadata();
    return this.#metadata;
  }

  /** @param status may belong to others, who must not see what is done to the error. */
  static fromStatus(status: StatusObject, options?: ErrorOptions): GrpcError {
    return new GrpcError(status.code, status.details, status.metadata?.clone(), options);
  }
}

/**
 * An error that ends a call because of what its peer did. It has no stack: the peer may have thousands
 * of them, each in a call of thirty octets, and to write down the stack costs as much as all the rest
 * of such a call. What it would show are the places where bytes arrive.
 */
export function refusal(code: StatusCode, details: string): GrpcError {
  return withoutStack(() => new GrpcError(code, details));
}

/** The error that `make` makes, without a stack. */
export function withoutStack<T extends Error>(make: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The status of a call that an error on this side has ended: the error's own, or CANCELLED. */
export function statusOf(error: unknown, details: string): StatusObject {
  const failed = error instanceof GrpcError && error.code !== Status.OK;
  return failed ? error : { code: Status.CANCELLED, details };
}

/** CANCELLED, with the signal's reason as its cause. */
export function abortedError(signal: AbortSignal): GrpcError {
  const { reason } = signal;
  const text = (reason as { message?: unknown } | undefined)?.message;
  const details = typeof text === 'string' ? `aborted: ${text}` : 'aborted';
  return new GrpcError(Status.CANCELLED, details, undefined, { cause: reason });
}

/**
 * A promise that is rejected with an error made only then, in a reaction of its own. An error that
 * is made where bytes arrive has a stack that ends in the socket; this one's goes on to the code that
 * awaits the promise: `at async loadOrder (orders.ts:12:9)`. A call that goes well pays nothing.
 */
export function rejection(makeError: () => unknown): Promise<never> {
  // The first step lets the promise be awaited before the second makes the error.
  return Promise.resolve()
    .then(() => {})
    .then(() => {
      throw makeError();
    });
}
