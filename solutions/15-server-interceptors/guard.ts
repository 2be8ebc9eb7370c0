// Derived from src/grpc/interceptors/guard.ts by npm run skeletons: change it there.
import type { ContextKey } from '#grpc/context-values';
import { GrpcError } from '#grpc/grpc-error';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { Status } from '#grpc/status';

/** What a guard has to know; it does not know how a caller proves who they are. */
export interface GuardOptions<Caller> {
  /** Who calls, from what came with the call. `undefined`: nobody that we know. */
  identify(call: ServerCall): Caller | undefined | Promise<Caller | undefined>;
  /** Where those further in find the caller: `call.context.get(caller)`. */
  caller: ContextKey<Caller | undefined>;
  /** Whether somebody that we know may call this. Default: they may call everything. */
  mayCall?(caller: Caller, path: string): boolean | Promise<boolean>;
  /** Paths that anybody may call, to the letter: `/grpc.health.v1.Health/Check`. */
  open?: readonly string[];
}

/**
 * Lets nobody in but those who may come: calls of all four kinds, to every method that is not
 * named as open. A method that is added to a service tomorrow is guarded.
 *
 * The requests are not touched: a stream of them is read by the handler, or by nobody.
 *
 * @returns an interceptor that fails with UNAUTHENTICATED (16) if nobody knows who calls, with
 *   PERMISSION_DENIED (7) if they are known and may not, and with whatever `identify` and `mayCall`
 *   throw: a guard that cannot ask lets nobody in.
 */
export function guard<Caller>(options: GuardOptions<Caller>): ServerInterceptor {
  const { identify, caller, mayCall, open = [] } = options;
  return async (request, call, next) => {
    const { path } = call.method;
    if (open.includes(path)) return next(request, call);
    const who = await identify(call);
    if (who === undefined) throw new GrpcError(Status.UNAUTHENTICATED, 'who are you?');
    if (mayCall !== undefined && !(await mayCall(who, path))) {
      throw new GrpcError(Status.PERMISSION_DENIED, `${path} is not for you`);
    }
    call.context.set(caller, who);
    return next(request, call);
  };
}
