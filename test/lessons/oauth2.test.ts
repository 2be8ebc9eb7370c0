import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { GrpcError } from '#grpc/grpc-error';
import { TokenSource } from '#grpc/oauth/token-source';
import { Status } from '#grpc/status';
import { call } from '../../lessons/15-server-interceptors/client.ts';
import {
  endsOfJs,
  endsOfOurs,
  startGuarded,
  startGuardedJs,
} from '../../lessons/26-oauth2/calls.ts';
import { connectJs, connectOurs } from '../../lessons/26-oauth2/clients.ts';
import { connectTokenServer } from '../../lessons/26-oauth2/token-client.ts';
import { cacheOf, createWorld, READ, sourceOf, WRITE } from '../../lessons/26-oauth2/world.ts';
import { AUDIENCE } from '../../lessons/security/token-server.ts';

/** What lesson 26 says, where its recorded output cannot say it again. */

async function world() {
  const one = await createWorld();
  onTestFinished(() => one.close());
  return one;
}

const { signal } = new AbortController();

/** The code and text with which a promise was rejected. */
const failure = (promise: unknown) =>
  Promise.resolve(promise).then(
    () => 'it went well',
    (error: GrpcError) => `${error.code}: ${error.details}`,
  );

test('what the token server says, as a call fails with it', async () => {
  const { web, shop, tokens, credentials } = await world();
  const { value } = await web.fetchToken(READ)(signal);
  const unauthenticated = `${Status.UNAUTHENTICATED}: the token server says`;
  expect(await failure(web.fetchToken('a"b')(signal))).toBe(`${unauthenticated} invalid_scope`);
  const wrong = connectTokenServer(tokens.issuer, { ...credentials, secret: 'another' });
  expect(await failure(wrong.fetchToken(READ)(signal))).toBe(`${unauthenticated} 401`);
  // The shop asks about tokens, and gets none.
  expect(await failure(shop.fetchToken(READ)(signal))).toMatch(unauthenticated);
  tokens.fail(true);
  expect(await failure(web.fetchToken(READ)(signal))).toBe('14: the token server says 503');
  expect(await failure(shop.introspect(AUDIENCE)(value))).toBe('14: the token server says 503');
  tokens.fail(false);
  const nowhere = connectTokenServer('http://127.0.0.1:1', credentials);
  expect(await failure(nowhere.fetchToken(READ)(signal))).toBe(
    '14: the token server cannot be reached',
  );
  expect(await shop.introspect(AUDIENCE)(value)).toMatchObject({ client: 'web', scope: READ });
});

test('a token server that takes the question and never answers', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  onTestFinished(() => silent.closeAllConnections());
  onTestFinished(() => void silent.close());
  await once(silent, 'listening');
  const issuer = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const { introspect } = connectTokenServer(issuer, { id: 'shop', secret: 'x' });
  expect(await failure(introspect(AUDIENCE, 20)('token'))).toBe(
    '14: the token server cannot be reached',
  );
});

test('a token for another service, a revoked one, an invented one', async () => {
  const { web, shop } = await world();
  const { value, lifeMs } = await web.fetchToken(READ)(signal);
  const found = await shop.introspect(AUDIENCE)(value);
  // exp is in whole seconds, and never later than what we were told.
  expect(found!.lifeMs).toBeLessThanOrEqual(lifeMs);
  expect(found!.lifeMs).toBeGreaterThan(lifeMs - 10_000);
  expect(await shop.introspect('urn:newsletter')(value)).toBeUndefined();
  expect(await shop.introspect(AUDIENCE)('invented')).toBeUndefined();
  // Only who got a token may give it back.
  await shop.revoke(value).catch(() => {});
  expect(await shop.introspect(AUDIENCE)(value)).toBeDefined();
  await web.revoke(value);
  expect(await shop.introspect(AUDIENCE)(value)).toBeUndefined();
});

test('all four kinds are guarded, on both stacks, from both', async () => {
  const one = await world();
  const cache = cacheOf(one);
  const grantOf = (token: string) => cache.grantOf(token);
  for (const start of [startGuarded, startGuardedJs]) {
    const server = await start(one, grantOf);
    for (const ends of [endsOfOurs, endsOfJs]) {
      expect(await ends(server, one)).toEqual(Array(4).fill('UNAUTHENTICATED'));
      expect(await ends(server, one, sourceOf(one, `${READ} ${WRITE}`))).toEqual(
        Array(4).fill('OK'),
      );
      const invented = { get: async () => 'invented', refused: () => false };
      expect(await ends(server, one, invented)).toEqual(Array(4).fill('UNAUTHENTICATED'));
    }
    await server.close();
  }
});

test('a client of grpc-js: once more for unary calls, and the next one for the others', async () => {
  const one = await world();
  const server = await startGuarded(one, (token) => cacheOf(one).grantOf(token));
  const source = new TokenSource({ fetch: one.web.fetchToken(`${READ} ${WRITE}`), pauseMs: 0 });
  const shop = connectJs(server, one.roots, source);
  await one.web.revoke(await source.get());
  expect((await call(shop, 'GetOrder')).text).toBe('OK');
  for (const method of ['SearchOrders', 'UpdateOrders', 'ProcessOrders'] as const) {
    await one.web.revoke(await source.get());
    expect((await call(shop, method)).text).toBe('UNAUTHENTICATED: who are you?');
    expect((await call(shop, method)).text).toBe('OK');
  }
  expect((await call(shop, 'GetOrder', { value: '999' })).text).toBe(
    'NOT_FOUND: there is no order 999',
  );
  shop.close();
  await server.close();
});

test('no token is to be had: the call says why', async () => {
  const one = await world();
  const server = await startGuarded(one, async () => undefined);
  one.tokens.fail(true);
  const ours = connectOurs(server, one.roots, sourceOf(one, READ));
  expect(await failure(ours.shop.getOrder({ value: '101' }))).toBe('14: the token server says 503');
  await ours.close();
  const js = connectJs(server, one.roots, sourceOf(one, READ));
  expect((await call(js, 'GetOrder')).text).toMatch(/^UNAVAILABLE: .*503/);
  js.close();
  await server.close();
});
