import type { ClientCall, ClientInterceptor } from '#grpc/client/client-call';
import { contextKey } from '#grpc/context-values';
import { type Clock, systemClock } from '#time/clock';

export interface ReadCacheOptions {
  ttlMs: number;
  most?: number;
  vary?: readonly string[];
  clock?: Clock;
}

export const fromCache = contextKey('from the cache', false);

const text = (value: unknown) => `${String(value).length}:${value}`;

export function keyOf(
  request: unknown,
  { method, metadata }: ClientCall,
  vary: readonly string[],
): string {
  const parts = [method.path, ...method.encodeRequest(request as object)].map(text);
  for (const name of vary) {
    const values = metadata.getAll(name);
    parts.push(text(values.length), ...values.map(text));
  }
  return parts.join('');
}

/** Somebody else's way: a list, the youngest first, and copies that are made by structuredClone. */
export function readCache(options: ReadCacheOptions): ClientInterceptor {
  const { ttlMs, most = 100, vary = ['authorization'], clock = systemClock } = options;
  let kept: { key: string; answer: unknown; asked: number }[] = [];
  return async (request, call, next) => {
    const { idempotency, requestStream, responseStream } = call.method;
    if (requestStream || responseStream || idempotency !== 'NO_SIDE_EFFECTS') {
      return next(request, call);
    }
    const asked = clock.now();
    kept = kept.filter((one) => asked - one.asked < ttlMs);
    const key = keyOf(request, call, vary);
    const found = kept.find((one) => one.key === key);
    if (found) {
      call.context.set(fromCache, true);
      return structuredClone(found.answer);
    }
    const answer = await next(request, call);
    kept = kept.filter((one) => one.key !== key);
    kept.unshift({ key, answer: structuredClone(answer), asked });
    kept.length = Math.min(kept.length, most);
    return answer;
  };
}
