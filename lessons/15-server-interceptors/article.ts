import type { ServerInterceptor } from '@grpc/grpc-js';

/**
 * What the article says of interceptors, in TypeScript, so that it can be run: the code of grpc-go
 * that it quotes, and the way in which it registers its guard.
 */

// #region quoted
/** `UnaryInvoker` and `UnaryClientInterceptor`, without what they are not asked about here. */
export type Invoker = (request: string) => string;
export type Interceptor = (request: string, invoker: Invoker) => string;

/** What the article quotes, line for line. */
export function chainUnaryInterceptors(interceptors: Interceptor[]): Interceptor | undefined {
  if (interceptors.length === 0) return undefined;
  if (interceptors.length === 1) return interceptors[0];
  return (request, invoker) =>
    interceptors[0]!(request, getChainUnaryInvoker(interceptors, 0, invoker));
}

/** And what it calls there, which the article does not show. */
function getChainUnaryInvoker(all: Interceptor[], current: number, final: Invoker): Invoker {
  if (current === all.length - 1) return final;
  return (request) => all[current + 1]!(request, getChainUnaryInvoker(all, current + 1, final));
}
// #endregion quoted

// #region unary-only
/** `grpc.UnaryInterceptor(guard)`: for the calls with one request and one response, and no others. */
export function unaryOnly(guard: ServerInterceptor): ServerInterceptor {
  return (method, call) => {
    const isUnary = !method.requestStream && !method.responseStream;
    // What else comes in goes by it: there was no StreamInterceptor to register it for.
    return isUnary ? guard(method, call) : (call as ReturnType<ServerInterceptor>);
  };
}
// #endregion unary-only
