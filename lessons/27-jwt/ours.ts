import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import type { TokenFault } from '#grpc/jwt/token-error';
import { tokenCaller, tokenGuard } from '#grpc/jwt/token-guard';
import { Server } from '#grpc/server/server';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { ourHandlers } from '../15-server-interceptors/ours.ts';
import type { Identity } from '../security/certificates.ts';
import { AUDIENCE } from '../security/token-server.ts';
import { SCOPES } from './server.ts';
import { nowSeconds } from './tokens.ts';
import {
  ALGORITHMS,
  isSigned,
  LEEWAY_SECONDS,
  ourKeys,
  TYPE,
  type VerifierOptions,
} from './verifier.ts';

/** What a guard of ours may be told beside the token server. */
export interface OurOptions extends VerifierOptions {
  keys?: Pick<ReturnType<typeof ourKeys>, 'find'>;
  report?(fault: TokenFault): void;
}

// #region guard
export function ourGuard({ tokens, keys, now, report }: OurOptions) {
  return tokenGuard({
    algorithms: ALGORITHMS,
    types: [TYPE],
    issuer: tokens.server.issuer,
    audience: AUDIENCE,
    leeway: LEEWAY_SECONDS,
    keys: keys ?? ourKeys(tokens),
    verify: isSigned,
    scopeOf: (path) => SCOPES.get(path),
    now: now ?? nowSeconds,
    report: (fault) => report?.(fault),
  });
}
// #endregion guard

/** The shop on the stack in `src/`, over TLS, behind its guard. */
export async function startOurShop(
  { host, port, log }: ServerOptions,
  { certificate, privateKey }: Identity,
  options: OurOptions,
): Promise<RunningServer> {
  const onHandlerError = (error: unknown) => log(`a handler failed: ${(error as Error).message}`);
  const server = new Server({
    tls: { certificate, privateKey },
    interceptors: [ourGuard(options)],
    onHandlerError,
  });
  server.addService(OrderManagementDefinition, {
    ...ourHandlers,
    getOrder(request, call) {
      log(`GetOrder, for ${call.context.get(tokenCaller)?.subject}`);
      return ourHandlers.getOrder(request);
    },
  });
  const listener = await server.listen({ host, port });
  return { host: listener.host, port: listener.port, close: () => server.close() };
}
