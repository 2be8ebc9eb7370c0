import type { ClientOptions } from '#course/lesson/define-lesson';
import { TokenSource } from '#grpc/oauth/token-source';
import { METHODS } from '../15-server-interceptors/client.ts';
import { callOurs } from '../16-client-interceptors/ours.ts';
import { takeOver } from '../security/handover.ts';
import { connectOurs } from './clients.ts';
import { connectTokenServer } from './token-client.ts';
import { type ForClient, READ, WRITE } from './world.ts';

/** A call of each kind, with tokens of three scopes. */
export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const { issuer, credentials, roots } = await takeOver<ForClient>(26, { host, port });
  const tokenServer = connectTokenServer(issuer, credentials);
  for (const scope of [READ, WRITE, `${READ} ${WRITE}`]) {
    // #region client
    const fetch = tokenServer.fetchToken(scope);
    const source = new TokenSource({
      async fetch(stop) {
        const token = await fetch(stop);
        log(`a token for "${scope}", for ${token.lifeMs / 1000} seconds`);
        return token;
      },
    });
    const { shop, close } = connectOurs({ host, port }, roots, source);
    // #endregion client
    signal.addEventListener('abort', close);
    try {
      for (const method of METHODS) log(`  ${method}: ${await callOurs(shop, method)}`);
    } finally {
      signal.removeEventListener('abort', close);
      await close();
    }
  }
}
