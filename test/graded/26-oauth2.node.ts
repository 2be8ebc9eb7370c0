import { Channel } from '#channel/channel';
import { SOON_MS } from '#course/kit/patience';
import { bearer } from '#grpc/client/call-credentials';
import { createClient } from '#grpc/client/client';
import { contextKey } from '#grpc/context-values';
import { bearerTokenOf } from '#grpc/credentials/bearer-token';
import { GrpcError } from '#grpc/grpc-error';
import { guard } from '#grpc/interceptors/guard';
import type { Grant } from '#grpc/oauth/introspection-cache';
import { onceMore } from '#grpc/oauth/once-more';
import { Server } from '#grpc/server/server';
import { statusName } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { asked, createWorld } from '../../lessons/26-oauth2/world.ts';
import { AUDIENCE } from '../../lessons/security/token-server.ts';

/**
 * The part of lesson 26's suite that needs Node: a real token server, and a client and a server of
 * the stack in src/ with what the learner has written between them.
 */

/** How often the token server was asked, and how it is made to fail. */
export interface TokenServerSeen {
  asked(path: '/token' | '/token/introspection'): number;
  fail(failing: boolean): void;
}

export interface Strangers {
  fetch(scope: string): (signal: AbortSignal) => Promise<{ value: string; lifeMs: number }>;
  ask(token: string): Promise<(Grant & { lifeMs: number }) | undefined>;
  revoke(token: string): Promise<void>;
  seen: TokenServerSeen;
}

/** Starts a token server, `oidc-provider`, and asks it with `oauth4webapi`. */
export async function withTokenServer(scene: (at: Strangers) => Promise<void>): Promise<void> {
  const world = await createWorld();
  try {
    await scene({
      fetch: (scope) => async (signal) => world.web.fetchToken(scope)(signal),
      ask: world.shop.introspect(AUDIENCE),
      revoke: (token) => world.web.revoke(token),
      seen: {
        asked: (path) => (path === '/token' ? (world.tokens.asked.get(path) ?? 0) : asked(world)),
        fail: (failing) => world.tokens.fail(failing),
      },
    });
  } finally {
    await world.close();
  }
}

export interface Guarding {
  source: { get(): Promise<string>; refused(value: string): boolean };
  grantOf(token: string): Promise<Grant | undefined>;
  allows(path: string, scope: string): boolean;
}

/** A call of each kind at a guarded server. @returns the name of the code with which each ended */
export async function callGuarded({ source, grantOf, allows }: Guarding): Promise<string[]> {
  const interceptor = guard<Grant>({
    caller: contextKey<Grant>('caller'),
    async identify({ metadata }) {
      const token = bearerTokenOf(metadata.getAll('authorization'));
      return token === undefined ? undefined : grantOf(token);
    },
    mayCall: ({ scope }, path) => allows(path, scope),
  });
  const server = new Server({ interceptors: [interceptor] });
  server.addService(OrderManagementDefinition, {
    getOrder: () => ({}),
    searchOrders: () => [{}, {}],
    async updateOrders(orders) {
      for await (const _ of orders);
      return {};
    },
    async *processOrders(ids) {
      for await (const _ of ids) yield {};
    },
  });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const channel = new Channel(`ipv4:127.0.0.1:${port}`, {
    credentials: bearer(() => source.get(), { allowPlaintext: true }),
  });
  const shop = createClient(OrderManagementDefinition, channel, {
    interceptors: [onceMore(source)],
    defaults: { timeoutMs: SOON_MS },
  });
  try {
    const ends: string[] = [];
    for (const begin of [
      () => shop.getOrder({}),
      () => all(shop.searchOrders({})),
      () => shop.updateOrders([{}]),
      () => all(shop.processOrders([{}])),
    ]) {
      ends.push(await endOf(begin));
    }
    return ends;
  } finally {
    await channel.close();
    await server.close();
  }
}

async function all(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of stream);
}

async function endOf(begin: () => Promise<unknown>): Promise<string> {
  try {
    await begin();
    return 'OK';
  } catch (error) {
    if (!(error instanceof GrpcError)) throw error;
    return statusName(error.code);
  }
}
