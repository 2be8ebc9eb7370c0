import { type ServerInterceptor, status } from '@grpc/grpc-js';
import { GrpcError } from '#grpc/grpc-error';
import type { ServerInterceptor as OurInterceptor } from '#grpc/server/server-options';
import { Status } from '#grpc/status';
import { CallError } from '#hello/call';
import { unaryOnly } from '../15-server-interceptors/article.ts';
import { layer } from '../15-server-interceptors/layer.ts';

/** The article's server, in TypeScript, so that it can be run. */

const INVALID = 'invalid credentials';

// #region valid
/** `func valid(authorization []string) bool`, line for line. */
export function valid(authorization: readonly string[]): boolean {
  if (authorization.length < 1) return false;
  const token = trimPrefix(authorization[0]!, 'Basic ');
  return token === btoa('admin:admin');
}
// #endregion valid

/** Go's `strings.TrimPrefix`: what does not begin with it is given back as it is. */
function trimPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

/** On grpc-js, with `grpc.UnaryInterceptor`: for unary calls. */
export const articleOnGrpcJs: ServerInterceptor = unaryOnly(
  layer(() => ({
    enter(metadata) {
      if (valid(metadata.get('authorization').map(String))) return;
      throw new CallError(status.UNAUTHENTICATED, INVALID);
    },
  })),
);

// #region unary
/** The same on our stack, where one has to go out of one's way for it. */
export const articleOnOurs: OurInterceptor = async (request, call, next) => {
  const { requestStream, responseStream } = call.method;
  const isUnary = !requestStream && !responseStream;
  if (isUnary && !valid(call.metadata.getAll('authorization'))) {
    throw new GrpcError(Status.UNAUTHENTICATED, INVALID);
  }
  return next(request, call);
};
// #endregion unary
