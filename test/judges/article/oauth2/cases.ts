import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningServer } from '#course/lesson/define-lesson';
import {
  endsOfJs,
  endsOfOurs,
  startGuarded,
  startGuardedJs,
} from '../../../../lessons/26-oauth2/calls.ts';
import {
  cacheOf,
  createWorld,
  READ,
  sourceOf,
  type World,
  WRITE,
} from '../../../../lessons/26-oauth2/world.ts';
import type { Case } from '../../kit/cases.ts';
import { expect } from '../expect.ts';
import { type GoServer, runGoClient, startGoServer } from '../programs.ts';

/** The article's token client and server, put right, with a real token server between. */

const BOTH = `${READ} ${WRITE}`;
/** Per scope, how a call of each kind ends. */
const ENDS = {
  [READ]: ['OK', 'OK', 'PermissionDenied', 'PermissionDenied'],
  [WRITE]: ['PermissionDenied', 'PermissionDenied', 'OK', 'PermissionDenied'],
  [BOTH]: ['OK', 'OK', 'OK', 'OK'],
};
const METHODS = ['GetOrder', 'SearchOrders', 'UpdateOrders', 'ProcessOrders'];
const NAMES: Record<string, string> = {
  OK: 'OK',
  PERMISSION_DENIED: 'PermissionDenied',
  UNAUTHENTICATED: 'Unauthenticated',
};

/** A token server, and its certificates in files: Go's programs read those. */
export async function inFiles<T>(scene: (world: World, folder: string) => Promise<T>): Promise<T> {
  const world = await createWorld();
  const folder = await mkdtemp(join(tmpdir(), 'rpc-judge-oauth2-'));
  try {
    for (const [name, text] of [
      ['ca.pem', world.roots],
      ['server.crt', world.identity.certificate],
      ['server.key', world.identity.privateKey],
    ] as const) {
      await writeFile(join(folder, name), text, { mode: 0o600 });
    }
    return await scene(world, folder);
  } finally {
    await rm(folder, { recursive: true });
    await world.close();
  }
}

const environment = ({ id, secret }: { id: string; secret: string }) => ({
  CLIENT_ID: id,
  CLIENT_SECRET: secret,
});

/** The article's client at a server of ours: a token for each scope, and calls of each kind. */
export function goTokenClientCases(
  program: string,
  { world, folder }: { world: World; folder: string },
  stack: 'grpc-js' | 'our',
): Case[] {
  const flags = (port: number, scope: string) => [
    `-addr=localhost:${port}`,
    `-ca=${join(folder, 'ca.pem')}`,
    `-tokens=${world.tokens.issuer}/token`,
    `-scope=${scope}`,
  ];
  const serve = (): Promise<RunningServer> => {
    const cache = cacheOf(world);
    const start = stack === 'our' ? startGuarded : startGuardedJs;
    return start(world, (token) => cache.grantOf(token));
  };
  return [
    ...Object.entries(ENDS).map(([scope, ends]) => ({
      name: `a token for ${scope}`,
      async run() {
        const server = await serve();
        const before = world.tokens.asked.get('/token') ?? 0;
        try {
          const { lines } = await runGoClient(program, server.port, {
            flags: flags(server.port, scope),
            env: environment(world.credentials),
          });
          expect(
            'what it logs',
            lines,
            METHODS.map((method, i) => `${method}: ${ends[i]}`),
          );
          expect('tokens for its four calls', (world.tokens.asked.get('/token') ?? 0) - before, 1);
        } finally {
          await server.close();
        }
      },
    })),
    {
      name: 'with a wrong secret it sends no call',
      async run() {
        const server = await serve();
        try {
          const { lines } = await runGoClient(program, server.port, {
            flags: flags(server.port, READ),
            env: environment({ ...world.credentials, secret: 'wrong' }),
          });
          expect(
            'what it logs',
            lines,
            METHODS.map((method) => `${method}: Unauthenticated`),
          );
        } finally {
          await server.close();
        }
      },
    },
  ];
}

/** The article's server, which asks the same token server. */
export const startGoTokenServer = (
  program: string,
  { world, folder }: { world: World; folder: string },
): Promise<GoServer> =>
  startGoServer(program, {
    flags: [
      `-crt=${join(folder, 'server.crt')}`,
      `-key=${join(folder, 'server.key')}`,
      `-introspection=${world.tokens.issuer}/token/introspection`,
    ],
    env: environment(world.shopCredentials),
  });

/** A client of ours at the article's server. */
export function goTokenServerCases(
  { port }: GoServer,
  world: World,
  stack: 'grpc-js' | 'our',
): Case[] {
  const at = { host: '127.0.0.1', port };
  const ends = async (source?: Parameters<typeof endsOfOurs>[2]) => {
    const all = await (stack === 'our' ? endsOfOurs : endsOfJs)(at, world, source);
    return all.map((end) => NAMES[end] ?? end);
  };
  return [
    ...Object.entries(ENDS).map(([scope, wanted]) => ({
      name: `a token for ${scope}`,
      run: async () => expect('the ends', await ends(sourceOf(world, scope)), wanted),
    })),
    ...[
      ['without a token', undefined],
      ['with an invented one', { get: async () => 'invented', refused: () => false }],
    ].map(([name, source]) => ({
      name: `${name}: nobody comes in, by no kind of call`,
      async run() {
        const wanted = Array(4).fill('Unauthenticated');
        expect('the ends', await ends(source as Parameters<typeof ends>[0]), wanted);
      },
    })),
    {
      name: 'a revoked token is refused, and the next call has another',
      async run() {
        const source = sourceOf(world, BOTH, { pauseMs: 0 });
        await world.web.revoke(await source.get());
        const first = await ends(source);
        expect('GetOrder, made once more', first[0], 'OK');
        expect('and the others', first.slice(1), ['OK', 'OK', 'OK']);
      },
    },
  ];
}
