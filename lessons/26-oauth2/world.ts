import { isIP } from 'node:net';
import {
  IntrospectionCache,
  type IntrospectionCacheOptions,
} from '#grpc/oauth/introspection-cache';
import { TokenSource, type TokenSourceOptions } from '#grpc/oauth/token-source';
import { FakeClock } from '#time/fake-clock';
import { LOOPBACK } from '#transport/tcp';
import { createAuthority, dns, type Identity, ip } from '../security/certificates.ts';
import { AUDIENCE, startTokenServer, type TokenServer } from '../security/token-server.ts';
import { nameOf } from './clients.ts';
import { type Credentials, connectTokenServer, type TokenClient } from './token-client.ts';

/** How long a token lives, in seconds. */
export const TTL_S = 3600;
export const TTL_MS = TTL_S * 1000;

export const READ = 'orders.read';
export const WRITE = 'orders.write';

/** Everything that stands before the first call. */
export interface World {
  readonly tokens: TokenServer;
  /** The token server as the calling program asks it, and as the shop does. */
  readonly web: TokenClient;
  readonly shop: TokenClient;
  /** How the calling program proves itself to the token server, and how the shop does. */
  readonly credentials: Credentials;
  readonly shopCredentials: Credentials;
  /** Whom clients trust, and what the shop shows them. */
  readonly roots: string;
  readonly identity: Identity;
  close(): Promise<void>;
}

/** What a client in another terminal has to know before its first call. */
export interface ForClient {
  readonly issuer: string;
  readonly credentials: Credentials;
  readonly roots: string;
}

/** A token server on a free port, and certificates. The secrets are made here, and end here. */
export async function createWorld(host: string = LOOPBACK): Promise<World> {
  const credentials = { id: 'web', secret: crypto.randomUUID() };
  const shopCredentials = { id: 'shop', secret: crypto.randomUUID() };
  const tokens = await startTokenServer({
    clients: [
      { ...credentials, scope: `${READ} ${WRITE}` },
      { ...shopCredentials, scope: '' },
    ],
    ttl: TTL_S,
  });
  const authority = await createAuthority();
  return {
    tokens,
    web: connectTokenServer(tokens.issuer, credentials),
    shop: connectTokenServer(tokens.issuer, shopCredentials),
    credentials,
    shopCredentials,
    roots: authority.certificate,
    identity: await authority.sign([isIP(nameOf(host)) ? ip(host) : dns(nameOf(host))]),
    close: () => tokens.stop(),
  };
}

/** Runs `scene` in a world of its own; then ends it. */
export async function inWorld<T>(scene: (world: World) => Promise<T>): Promise<T> {
  const world = await createWorld();
  try {
    return await scene(world);
  } finally {
    await world.close();
  }
}

/** A source of tokens with this scope. Its time passes when a scene says so. */
export function sourceOf(
  { web }: World,
  scope: string,
  options: Partial<TokenSourceOptions> = {},
): TokenSource {
  return new TokenSource({ clock: new FakeClock(), fetch: web.fetchToken(scope), ...options });
}

/** A source, and a way to wait until nothing is on its way to the token server any more. */
export function watchedSource(world: World, options: Partial<TokenSourceOptions> = {}) {
  let last: Promise<unknown> = Promise.resolve();
  const fetch = world.web.fetchToken(READ);
  const source = sourceOf(world, READ, {
    ...options,
    fetch(signal) {
      const token = Promise.resolve(fetch(signal));
      last = token.catch(() => {});
      return token;
    },
  });
  const settled = async () => {
    await new Promise(setImmediate); // A fetch begins a moment after it was asked for,
    await last;
    await new Promise(setImmediate); // and what came of it is written down a moment later.
  };
  return { source, settled };
}

/** What the shop knows of tokens, on a clock that a scene moves. */
export function cacheOf(
  { shop }: World,
  options: Partial<IntrospectionCacheOptions> = {},
): IntrospectionCache {
  return new IntrospectionCache({
    clock: new FakeClock(),
    ask: shop.introspect(AUDIENCE),
    ...options,
  });
}

/** How often the token server was asked for a token, and about one. */
export const fetched = ({ tokens }: World) => tokens.asked.get('/token') ?? 0;
export const asked = ({ tokens }: World) => tokens.asked.get('/token/introspection') ?? 0;
