import type { ClientCall, ClientInterceptor } from '#grpc/client/client-call';
import { CORRELATION_ID, correlationId } from '#grpc/interceptors/mask';
import type { StatusCode } from '#grpc/status';
import { type Clock, systemClock } from '#time/clock';

export interface CallRecord {
  readonly id: string;
  readonly path: string;
  readonly code: StatusCode;
  readonly details: string;
  readonly ms: number;
}

export interface CallLogOptions {
  write(record: CallRecord): unknown;
  newId?(): string;
  clock?: Clock;
}

export function idFor(call: ClientCall, newId: () => string): string {
  const candidates = [
    call.metadata.get(CORRELATION_ID),
    call.options.parent?.context.get(correlationId),
  ];
  for (const candidate of candidates) {
    if (typeof candidate === 'string' && candidate !== '') return candidate;
  }
  return newId();
}

/** Somebody else's way: a function of its own that waits for the end, and catches all that goes wrong. */
export function callLog({ write, newId, clock = systemClock }: CallLogOptions): ClientInterceptor {
  const follow = async (call: ClientCall, id: string, began: number) => {
    try {
      const { code, details } = await call.ended;
      await write({ ms: clock.now() - began, details, code, path: call.method.path, id });
    } catch {
      // A log that fails is missed by nobody but its reader.
    }
  };
  return async (request, call, next) => {
    const id = idFor(call, newId ?? (() => crypto.randomUUID()));
    call.metadata.delete(CORRELATION_ID);
    call.metadata.append(CORRELATION_ID, id);
    follow(call, id, clock.now());
    return await next(request, call);
  };
}
