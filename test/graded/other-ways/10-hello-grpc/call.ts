import * as grpc from '@grpc/grpc-js';

export const DEFAULT_TIMEOUT_MS = 5_000;

export interface CallOptions {
  timeoutMs?: number;
  signal?: AbortSignal;
}

export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: grpc.status;
  readonly details: string;
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

export type StartCall<Response> = (
  options: grpc.CallOptions,
  done: grpc.requestCallback<Response>,
) => grpc.ClientUnaryCall;

/** The same with a promise that settles at once when the signal aborts, and tidies up behind it. */
export async function asPromise<Response>(
  start: StartCall<Response>,
  { timeoutMs, signal }: CallOptions = {},
): Promise<Response> {
  if (signal?.aborted) throw cancelled(signal);
  let leave: () => unknown = () => {};
  try {
    return await new Promise<Response>((resolve, reject) => {
      const call = start(
        { deadline: Date.now() + (timeoutMs ?? DEFAULT_TIMEOUT_MS) },
        (error, response) => {
          if (error) reject(fromGrpc(error));
          else resolve(response!);
        },
      );
      if (!signal) return;
      const waiting = WAITING.get(signal) ?? listenTo(signal);
      const giveUp = () => {
        reject(cancelled(signal));
        call.cancel();
      };
      waiting.add(giveUp);
      leave = () => waiting.delete(giveUp);
    });
  } finally {
    leave();
    if (signal && WAITING.get(signal)?.size === 0) {
      signal.removeEventListener('abort', tellAll);
      WAITING.delete(signal);
    }
  }
}

const WAITING = new Map<AbortSignal, Set<() => void>>();

function tellAll(event: Event): void {
  for (const giveUp of WAITING.get(event.target as AbortSignal) ?? []) giveUp();
}

/** One listener for all calls that share the signal. */
function listenTo(signal: AbortSignal): Set<() => void> {
  const waiting = new Set<() => void>();
  WAITING.set(signal, waiting);
  signal.addEventListener('abort', tellAll);
  return waiting;
}

function fromGrpc(error: grpc.ServiceError): CallError {
  return new CallError(error.code, error.details, error.metadata, { cause: error });
}

export function cancelled(signal: AbortSignal): CallError {
  const { reason } = signal;
  return new CallError(grpc.status.CANCELLED, 'the caller gave up', undefined, { cause: reason });
}
