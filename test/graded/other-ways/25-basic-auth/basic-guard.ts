import { type Proof, parseBasic } from '#grpc/credentials/basic';
import { GrpcError } from '#grpc/grpc-error';
import type { GuardOptions } from '#grpc/interceptors/guard';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { Status, type StatusCode } from '#grpc/status';

export const NOT_OVER_PLAINTEXT = 'passwords are not taken over plaintext: use TLS';
export const NOT_BASIC = 'send one authorization: Basic …';
export const WRONG_PASSWORD = 'wrong user or password';

export interface BasicGuardOptions<Caller>
  extends Pick<GuardOptions<Caller>, 'caller' | 'mayCall' | 'open'> {
  check(proof: Proof, call: ServerCall): Caller | undefined | Promise<Caller | undefined>;
  allowPlaintext?: boolean;
}

/** By itself, without the guard of lesson 15. */
export function basicGuard<Caller>(options: BasicGuardOptions<Caller>): ServerInterceptor {
  const open = new Set(options.open);
  const no = (code: StatusCode, details: string) => Promise.reject(new GrpcError(code, details));
  return async (request, call, next) => {
    const { path } = call.method;
    const values = call.metadata.getAll('authorization');
    call.metadata.delete('authorization');
    if (open.has(path)) return next(request, call);
    if (!(call.peer.secure || options.allowPlaintext)) {
      return no(Status.UNAUTHENTICATED, NOT_OVER_PLAINTEXT);
    }
    const proof = parseBasic(values);
    if (proof === undefined) return no(Status.UNAUTHENTICATED, NOT_BASIC);
    const caller = await options.check(proof, call);
    if (caller === undefined) return no(Status.UNAUTHENTICATED, WRONG_PASSWORD);
    const allowed = options.mayCall === undefined || (await options.mayCall(caller, path));
    if (!allowed) return no(Status.PERMISSION_DENIED, 'not for you');
    call.context.set(options.caller, caller);
    return next(request, call);
  };
}
