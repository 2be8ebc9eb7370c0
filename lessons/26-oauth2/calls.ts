import type { ServerInterceptor as JsInterceptor } from '@grpc/grpc-js';
import type { RunningServer } from '#course/lesson/define-lesson';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { call, METHODS } from '../15-server-interceptors/client.ts';
import { layer } from '../15-server-interceptors/layer.ts';
import { callOurs } from '../16-client-interceptors/ours.ts';
import { QUIET } from '../shop/with-shop.ts';
import { type Address, connectJs, connectOurs, type Source } from './clients.ts';
import { type GrantOf, jsTokenGuard, tokenGuard } from './guards.ts';
import { startJs, startOurs } from './servers.ts';
import type { World } from './world.ts';

/** Our guarded shop over TLS. */
export const startGuarded = (
  { identity }: World,
  grantOf: GrantOf,
  before: readonly ServerInterceptor[] = [],
): Promise<RunningServer> => startOurs(QUIET, identity, [...before, tokenGuard(grantOf)]);

/** That of grpc-js. */
export const startGuardedJs = (
  { identity }: World,
  grantOf: GrantOf,
  before: JsInterceptor[] = [],
): Promise<RunningServer> => startJs(QUIET, identity, [...before, layer(jsTokenGuard(grantOf))]);

/** Runs `scene` with a client of our stack; then ends both ends. */
export async function withOurClient<T>(
  start: Promise<RunningServer>,
  { roots }: World,
  source: Source | undefined,
  scene: (shop: ReturnType<typeof connectOurs>['shop']) => Promise<T>,
): Promise<T> {
  const server = await start;
  const { shop, close } = connectOurs(server, roots, source);
  try {
    return await scene(shop);
  } finally {
    await close();
    await server.close();
  }
}

/** A call of each kind by a client of our stack: how each ended, `OK` or the code’s name. */
export async function endsOfOurs(
  at: Address,
  { roots }: World,
  source?: Source,
): Promise<string[]> {
  const { shop, close } = connectOurs(at, roots, source);
  const ends: string[] = [];
  for (const method of METHODS) ends.push((await callOurs(shop, method)).replace(/,.*/, ''));
  await close();
  return ends;
}

/** The same by a client of grpc-js. */
export async function endsOfJs(at: Address, { roots }: World, source?: Source): Promise<string[]> {
  const shop = connectJs(at, roots, source);
  const ends: string[] = [];
  for (const method of METHODS) ends.push((await call(shop, method)).text.replace(/:.*/, ''));
  shop.close();
  return ends;
}
