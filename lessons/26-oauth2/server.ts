import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { IntrospectionCache } from '#grpc/oauth/introspection-cache';
import { layer } from '../15-server-interceptors/layer.ts';
import { log } from '../15-server-interceptors/layers.ts';
import { handOver } from '../security/handover.ts';
import { AUDIENCE } from '../security/token-server.ts';
import { jsTokenGuard } from './guards.ts';
import { startJs } from './servers.ts';
import { createWorld, type ForClient } from './world.ts';

/** The shop on grpc-js, over TLS, and the token server that it asks. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const world = await createWorld(options.host);
  // #region server
  const ask = world.shop.introspect(AUDIENCE);
  const cache = new IntrospectionCache({
    async ask(token) {
      const found = await ask(token);
      const who = found ? `${found.client} with "${found.scope}"` : 'nobody';
      options.log(`  asked the token server: the token is of ${who}`);
      return found;
    },
  });
  const guard = jsTokenGuard((token) => cache.grantOf(token));
  // #endregion server
  try {
    const server = await startJs(options, world.identity, [layer(log(options.log)), layer(guard)]);
    const { credentials, roots } = world;
    const { issuer } = world.tokens;
    const takeBack = handOver(26, server.port, { issuer, credentials, roots } satisfies ForClient);
    options.log(`the token server is at ${issuer}`);
    return {
      ...server,
      async close() {
        takeBack();
        await server.close();
        await world.close();
      },
    };
  } catch (error) {
    await world.close();
    throw error;
  }
}
