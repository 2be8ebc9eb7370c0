import type { ClientInterceptor } from '#grpc/client/client-call';

// #region article
/** The article’s interceptor, in TypeScript: for unary calls, and it prints the reply. */
export function articleLog(print: (line: string) => void): ClientInterceptor {
  return async (request, call, next) => {
    if (call.method.requestStream || call.method.responseStream) return next(request, call);
    print(`Method : ${call.method.path}`);
    // In Go `reply` is made by the caller, and is there, empty, whatever happens.
    let reply: unknown = {};
    try {
      reply = await next(request, call);
    } finally {
      print(JSON.stringify(reply));
    }
    return reply;
  };
}
// #endregion article
