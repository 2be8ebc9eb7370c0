import type { ContextKey } from '#grpc/context-values';
import { GrpcError } from '#grpc/grpc-error';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { Status } from '#grpc/status';

export interface GuardOptions<Caller> {
  identify(call: ServerCall): Caller | undefined | Promise<Caller | undefined>;
  caller: ContextKey<Caller | undefined>;
  mayCall?(caller: Caller, path: string): boolean | Promise<boolean>;
  open?: readonly string[];
}

/** Somebody else's way: whoever may not come in is thrown out by a function of its own. */
export function guard<Caller>(options: GuardOptions<Caller>): ServerInterceptor {
  const anybody = new Set(options.open);

  async function admit(call: ServerCall): Promise<void> {
    const { path } = call.method;
    if (anybody.has(path)) return;
    const caller = await options.identify(call);
    if (caller === undefined) throw new GrpcError(Status.UNAUTHENTICATED, 'a key, please');
    const allowed = options.mayCall ? await options.mayCall(caller, path) : true;
    if (!allowed) throw new GrpcError(Status.PERMISSION_DENIED, 'not you');
    call.context.set(options.caller, caller as NoInfer<Caller>);
  }

  return (request, call, next) => admit(call).then(() => next(request, call));
}
