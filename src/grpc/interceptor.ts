/**
 * What wraps calls: logging, authentication, metrics, a cache. One shape for both sides and all
 * four kinds, because most of what interceptors do has nothing to do with how many messages come.
 *
 * ```ts
 * const guard: ServerInterceptor = async (request, call, next) => {
 *   if (!valid(call.metadata.get('authorization'))) throw new GrpcError(Status.UNAUTHENTICATED, '…');
 *   return next(request, call);
 * };
 * ```
 *
 * `request` is a message, or an iterable of messages where the client streams; what `next`
 * resolves to likewise is one response or an iterable of them. `mapMessages` reaches into either.
 */
export type Interceptor<Call> = (
  request: unknown,
  call: Call,
  next: Next<Call>,
) => Promise<unknown>;

export type Next<Call> = (request: unknown, call: Call) => Promise<unknown>;

/** The first of the list is outermost: it sees the request first and the response last. */
export function chain<Call>(
  interceptors: readonly Interceptor<Call>[],
  innermost: Next<Call>,
): Next<Call> {
  return interceptors.reduceRight<Next<Call>>(
    (next, interceptor) => async (request, call) => interceptor(request, call, next),
    innermost,
  );
}

/** Applies `each` to every message, whether there is one or a stream of them. */
export function mapMessages(
  messages: unknown,
  streaming: boolean,
  each: (message: unknown) => unknown,
): unknown {
  if (!streaming) return each(messages);
  return (async function* () {
    for await (const message of messages as AsyncIterable<unknown>) yield each(message);
  })();
}
