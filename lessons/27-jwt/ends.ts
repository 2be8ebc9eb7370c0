import { status } from '@grpc/grpc-js';
import type { ClientOptions, RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { call, METHODS } from '../15-server-interceptors/client.ts';
import { handOver, takeOver } from '../security/handover.ts';
import { connectWithTokens } from './client.ts';
import { startJsShop } from './server.ts';
import { startTokens, tokenFor } from './tokens.ts';
import { byJose } from './verifier.ts';
import { createIdentity } from './world.ts';

/** What a client in another terminal has to know, and would otherwise be set up with. */
interface ForClient {
  /** The authority’s certificate: whom to trust. */
  readonly roots: string;
  /** Where tokens are to be had. */
  readonly issuer: string;
  readonly id: string;
  readonly secret: string;
}

/** `npm run lesson 27 server`: a token server, and the shop on grpc-js behind jose. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { roots, identity } = await createIdentity();
  const tokens = await startTokens();
  try {
    const shop = await startJsShop(options, identity, byJose({ tokens }));
    const { id, secret } = tokens.credentials;
    const { issuer } = tokens.server;
    const takeAway = handOver(27, shop.port, { roots, issuer, id, secret } satisfies ForClient);
    options.log(`tokens are to be had at ${issuer}`);
    return {
      ...shop,
      async close() {
        takeAway();
        await shop.close();
        await tokens.stop();
      },
    };
  } catch (error) {
    await tokens.stop();
    throw error;
  }
}

/** `npm run lesson 27 client`: gets a token, and makes calls of all four kinds with it. */
export async function runClient({ log, signal, ...server }: ClientOptions): Promise<void> {
  const { roots, issuer, id, secret } = await takeOver<ForClient>(27, server);
  const { access_token: token, expires_in: seconds } = await tokenFor(issuer, id, secret);
  log(`a token of ${token.length} characters, good for ${seconds} s`);
  const shop = connectWithTokens(server, roots, async () => token);
  signal.addEventListener('abort', () => shop.close());
  try {
    for (const method of METHODS) {
      const { text, code, messages } = await call(shop, method);
      if (code === status.UNAVAILABLE) throw asSystemError(text);
      log(`${method}: ${text}, ${messages} received`);
    }
  } finally {
    shop.close();
  }
}
