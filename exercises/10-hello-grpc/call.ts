import { notYet } from '#course/exercise/not-yet';
import * as grpc from '@grpc/grpc-js';
import { onAbort } from '#grpc/deadlines/on-abort';

/** How long a call may take whose caller does not say, in milliseconds. Never "for ever". */
export const DEFAULT_TIMEOUT_MS = 5_000;

export interface CallOptions {
  /** Give up after so long; the server is told. */
  timeoutMs?: number;
  /** Give up when it aborts. */
  signal?: AbortSignal;
}

/** A call that did not end in OK. Whoever calls catches it; a handler throws it to choose a status. */
export class CallError extends Error {
  override readonly name = 'CallError';
  /** For programs: `grpc.status.NOT_FOUND` is 5. */
  readonly code: grpc.status;
  /** For people: the text of `grpc-message`; `message` puts the code's name before it. */
  readonly details: string;
  /** The trailers that came with the status, or go with it. */
  readonly metadata: grpc.Metadata;

  constructor(
    code: grpc.status,
    details: string,
    metadata = new grpc.Metadata(),
    options?: ErrorOptions,
  ) {
    super(`${grpc.status[code]}: ${details}`, options);
    this.code = code;
    this.details = details;
    this.metadata = metadata;
  }
}

/** Begins a call the way grpc-js does it: with options, and a function to be called at its end. */
export type StartCall<Response> = (
  options: grpc.CallOptions,
  done: grpc.requestCallback<Response>,
) => grpc.ClientUnaryCall;

/**
 * A call with a callback, as a promise:
 *
 *     const reply = await asPromise<HelloReply>(
 *       (options, done) => greeter.sayHello({ name: 'world' }, options, done),
 *       { timeoutMs: 1_000, signal },
 *     );
 *
 * @throws CallError if it does not end in OK: with the server's status, DEADLINE_EXCEEDED after
 *   `timeoutMs`, CANCELLED when `signal` aborts (its `cause` is the signal's reason)
 */
export function asPromise<Response>(
  start: StartCall<Response>,
  { timeoutMs = DEFAULT_TIMEOUT_MS, signal }: CallOptions = {},
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const options: grpc.CallOptions = {};
    // ── Task 2 ──
    // options.deadline is a moment, not a duration: a Date, timeoutMs from now.
    // ── Task 3 ──
    // Is the signal aborted already? Then nobody wants the answer: reject, and do not even begin.
    // ── Task 1 ──
    // Begin the call, and keep it: const call = start(options, done). grpc-js calls done once,
    // with an error or with the response: reject with a CallError that says the same (code,
    // details, metadata, and the error itself as its cause), or resolve.
    throw notYet(1);
    // ── Task 3 ──
    // When the signal aborts, call.cancel() tells grpc-js, and grpc-js the server; reject with
    // cancelled(signal). When the call is over before that, stop listening to the signal.
    // const forget = onAbort(signal, callback) calls back once; forget() stops it. All who wait for
    // one signal share a single listener: Node takes the eleventh for a leak, and warns.
  });
}

/** What a call ends with that its caller gave up. */
export function cancelled(signal: AbortSignal): CallError {
  const { reason } = signal;
  return new CallError(grpc.status.CANCELLED, 'the caller gave up', undefined, { cause: reason });
}
