import type { ClientInterceptor } from '#grpc/client/client-call';
import { unlessOver } from '#grpc/client/when-over';
import { firstCome } from '#grpc/interceptors/first-come';
import { isUnauthenticated } from '#grpc/interceptors/token-refresh';
import type { TokenSource } from '#grpc/oauth/token-source';
import { type Clock, systemClock } from '#time/clock';

/**
 * Makes a call once more if the server does not take its token (UNAUTHENTICATED), and there is
 * another one. Not on PERMISSION_DENIED: the server knows who we are, and another token of ours says
 * the same.
 *
 * It belongs beside the credentials that send the token, `bearer(() => source.get())`: they, and not
 * an interceptor, know whether the connection is encrypted. As in `tokenRefresh`, a call whose
 * requests are a stream fails, and a stream of responses is made again until its first message.
 */
export function onceMore(
  source: Pick<TokenSource, 'get' | 'refused'>,
  clock: Clock = systemClock,
): ClientInterceptor {
  return async (request, call, next) => {
    // A call does not wait for the token server longer than for its own answer.
    const token = await unlessOver(source.get(), call, clock);
    const attempt = async () => {
      const answer = await next(request, call);
      return call.method.responseStream ? firstCome(answer) : answer;
    };
    try {
      return await attempt();
    } catch (error) {
      if (!isUnauthenticated(error)) throw error;
      // Also if this call is not made again: the next one shall have another token.
      const hasAnother = source.refused(token);
      if (!hasAnother || call.method.requestStream) throw error;
    }
    await unlessOver(source.get(), call, clock);
    return attempt();
  };
}
