import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CANNOT_CHECK, NOT_ALLOWED, NOT_PROVEN } from '#grpc/jwt/token-guard';
import { unsigned } from '../../../../lessons/27-jwt/forge.ts';
import { inWorld, type Shop, type World } from '../../../../lessons/27-jwt/world.ts';
import type { Case } from '../../kit/cases.ts';
import { expect } from '../expect.ts';
import { runGoClient } from '../programs.ts';

/** The article's JWT client, put right: a token of our token server, over TLS, at our servers. */

const METHODS = ['GetOrder', 'SearchOrders', 'UpdateOrders', 'ProcessOrders'];
/** What it logs if all of its calls end like this: `OK`. */
const all = (end: string) => METHODS.map((method) => `${method}: ${end}`);
const REFUSED = all(`Unauthenticated ${NOT_PROVEN}`);

interface Scene extends World {
  readonly shop: Shop;
  /** Runs the program; @returns what it logs. */
  run(...flags: string[]): Promise<string[]>;
}

export function jwtClientCases(program: string, stack: 'grpc-js' | 'ours'): Case[] {
  const at = (name: string, scene: (scene: Scene) => Promise<void>): Case => ({
    name,
    run: () =>
      inWorld(async (world) => {
        const shop = await (stack === 'ours' ? world.serveOurs() : world.serveJose());
        const folder = await mkdtemp(join(tmpdir(), 'judge-jwt-'));
        const roots = join(folder, 'roots.pem');
        await writeFile(roots, world.roots);
        const { server, credentials } = world.tokens;
        const flags = [
          `-roots=${roots}`,
          `-token-url=${server.issuer}/token`,
          `-id=${credentials.id}`,
          `-secret=${credentials.secret}`,
        ];
        const run = async (...more: string[]) =>
          (await runGoClient(program, shop.at.port, ...flags, ...more)).lines.map((line) =>
            line.trimEnd(),
          );
        try {
          await scene({ ...world, shop, run });
        } finally {
          await rm(folder, { recursive: true });
        }
      }),
  });
  return [
    at('all four kinds are let in', async ({ run, tokens }) => {
      expect('what it logs', await run(), all('OK'));
      expect('requests for tokens', tokens.server.asked.get('/token'), 1);
    }),
    at('a token that only reads', async ({ run }) => {
      const denied = `PermissionDenied ${NOT_ALLOWED}`;
      const ends = ['OK', 'OK', denied, denied];
      const lines = METHODS.map((method, i) => `${method}: ${ends[i]}`);
      expect('what it logs', await run('-scope=orders.read'), lines);
    }),
    at('a token for the warehouse', async ({ run }) => {
      expect('what it logs', await run('-resource=urn:warehouse'), REFUSED);
    }),
    at('no signature, and a word', async ({ run, tokens }) => {
      for (const token of [unsigned(await tokens.fetchToken()), 'some-secret-token']) {
        expect('what it logs', await run(`-token=${token}`), REFUSED);
      }
    }),
    at('the token server is down before anybody has its keys', async ({ run, tokens }) => {
      const token = await tokens.fetchToken();
      tokens.server.fail(true);
      expect('what it logs', await run(`-token=${token}`), all(`Unavailable ${CANNOT_CHECK}`));
    }),
    at('no token goes over plaintext', async ({ run }) => {
      const [line = ''] = await run('-roots=');
      expect('it says why', /transport credentials|transport level security/.test(line), true);
    }),
  ];
}
