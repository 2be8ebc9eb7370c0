// Derived from src/grpc/credentials/basic-guard.ts by npm run skeletons: change it there.
import { type Proof, parseBasic } from '#grpc/credentials/basic';
import { GrpcError } from '#grpc/grpc-error';
import { type GuardOptions, guard } from '#grpc/interceptors/guard';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { Status } from '#grpc/status';

/** Under this name proofs travel. */
const AUTHORIZATION = 'authorization';

/** What a caller is told who has sent a password for everybody to read. */
export const NOT_OVER_PLAINTEXT = 'passwords are not taken over plaintext: use TLS';

/** What a caller is told who has sent none, two, or something that is not one. */
export const NOT_BASIC = 'send one authorization: Basic …';

/** What a caller is told who is not who they say. The same if there is nobody of that name. */
export const WRONG_PASSWORD = 'wrong user or password';

export interface BasicGuardOptions<Caller>
  extends Pick<GuardOptions<Caller>, 'caller' | 'mayCall' | 'open'> {
  /** Who proves it with this; `undefined` if it is wrong. `passwordCheck` makes one. */
  check(proof: Proof, call: ServerCall): Caller | undefined | Promise<Caller | undefined>;
  /** For tests, and for machines that talk to themselves. */
  allowPlaintext?: boolean;
}

/**
 * A guard that asks for a name and a password, for calls of all four kinds. It has looked at the
 * headers only when it says no: the handler has not run, and no message has been read.
 *
 * Behind it nobody finds the password in the metadata any more, not even a method that is open: what
 * a handler logs, or hands on to the next server, does not have it.
 *
 * @returns an interceptor that fails with UNAUTHENTICATED over plaintext, without a proof that can
 *   be read, and with a wrong one; otherwise as `guard` does.
 */
export function basicGuard<Caller>(options: BasicGuardOptions<Caller>): ServerInterceptor {
  const { allowPlaintext = false } = options;
  const identify = async (call: ServerCall): Promise<Caller> => {
    // Before anything else: a password that works over plaintext would go on being sent over it.
    if (!call.peer.secure && !allowPlaintext) throw unauthenticated(NOT_OVER_PLAINTEXT);
    const proof = parseBasic(call.metadata.getAll(AUTHORIZATION));
    if (proof === undefined) throw unauthenticated(NOT_BASIC);
    const who = await options.check(proof, call);
    if (who === undefined) throw unauthenticated(WRONG_PASSWORD);
    return who;
  };
  const inner = guard({ ...options, identify });
  // On every way in. A client sends its password to open methods, too, and nobody asks for it there.
  return (request, call, next) =>
    inner(request, call, (...further) => {
      call.metadata.delete(AUTHORIZATION);
      return next(...further);
    });
}

const unauthenticated = (details: string) => new GrpcError(Status.UNAUTHENTICATED, details);
