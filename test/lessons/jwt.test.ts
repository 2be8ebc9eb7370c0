import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compactVerify, importJWK } from 'jose';
import { expect, test } from 'vitest';
import { encodeUtf8 } from '#bytes/utf8';
import { checkClaims } from '#grpc/jwt/claims';
import { parseToken } from '#grpc/jwt/compact';
import { parseJsonObject } from '#grpc/jwt/json-object';
import { KeyStore } from '#grpc/jwt/key-store';
import { KeysUnavailable } from '#grpc/jwt/token-error';
import { bearerToken } from '#grpc/jwt/token-guard';
import { Metadata } from '#grpc/metadata';
import { strike } from '../../lessons/27-jwt/attacks.ts';
import { connectOurs, connectSecurely } from '../../lessons/27-jwt/client.ts';
import { swapped } from '../../lessons/27-jwt/forge.ts';
import { compareRevocation } from '../../lessons/27-jwt/revocation.ts';
import { SIGNED, SIGNED_KEY, UNSECURED } from '../../lessons/27-jwt/rfc.ts';
import { rotate } from '../../lessons/27-jwt/rotation.ts';
import { nowSeconds, TTL_SECONDS } from '../../lessons/27-jwt/tokens.ts';
import { LEEWAY_SECONDS, ourKeys } from '../../lessons/27-jwt/verifier.ts';
import { inWorld } from '../../lessons/27-jwt/world.ts';

/** What lesson 27 says, run for real: a token server, TLS, grpc-js and our stack. */

const REFUSED = 'UNAUTHENTICATED 4×';

test('every attack gets past its naive verifier, and past neither of the right ones', async () => {
  const struck = await inWorld(strike);
  expect(struck).toHaveLength(9);
  for (const { name, fell, jose, ours } of struck) {
    const cost = { 'an invented kid': '40 requests, 40 calls' }[name];
    if (name === 'a huge token') expect(fell).toMatch(/^12\d KB kept/);
    else expect(fell, name).toBe(cost ?? 'let in 4×');
    expect([jose, ours], name).toEqual([REFUSED, REFUSED]);
  }
  expect(struck.map(({ faults }) => faults)).toEqual([
    ...['algorithm', 'algorithm', 'key', 'signature', 'audience', 'not-yet', 'expired', 'key'],
    'too-large',
  ]);
}, 60_000);

test('keys rotate while calls run: ours finds the new one, and a forgotten one ends', async () => {
  const rows = (await inWorld(rotate)).split('\n').map((row) => row.split(/ {2,}/));
  expect(rows.map(([, ours]) => ours)).toEqual([
    'ours',
    ...Array(5).fill('let in 20×'),
    'UNAUTHENTICATED 20×',
    '4',
  ]);
}, 60_000);

test('what is not a key in a JWKS is passed over; what is not a JWKS is not had', async () => {
  const answers = ['{"keys":[null,7,{"kty":"EC","kid":"a"}]}', '{"keys":null}', '{}', 'no JSON'];
  const server = createServer((_, response) => response.end(answers.shift()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const jwksUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await ourKeys({ jwksUri }).find('a')).toEqual([{ kty: 'EC', kid: 'a' }]);
    for (let i = answers.length; i > 0; i--) {
      await expect(ourKeys({ jwksUri }).find('a')).rejects.toBeInstanceOf(KeysUnavailable);
    }
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

test('jose takes the new key as well, without its brake', async () => {
  await inWorld(async ({ tokens, serveJose }) => {
    const shop = await serveJose({ cooldownDuration: 0 });
    expect(await shop.tryAll(await tokens.fetchToken())).toBe('let in 4×');
    await tokens.server.rotate();
    expect(await shop.tryAll(await tokens.fetchToken())).toBe('let in 4×');
    expect(tokens.server.asked.get('/jwks')).toBe(2);
  });
});

test('the leeway is one of seconds', async () => {
  await inWorld(async ({ tokens, serveJose, serveOurs }) => {
    let late = 0;
    const now = () => nowSeconds() + late;
    const token = await tokens.fetchToken();
    for (const shop of [await serveJose({ now }), await serveOurs({ now })]) {
      late = TTL_SECONDS;
      expect(await shop.tryAll(token)).toBe('let in 4×');
      late = TTL_SECONDS + LEEWAY_SECONDS + 1;
      expect(await shop.tryAll(token)).toBe(REFUSED);
    }
  });
});

test('a signed token cannot be taken back, and costs no question', async () => {
  const text = await inWorld(compareRevocation);
  expect(text).toContain('requests for 120 checks  1                           120');
  expect(text).toContain('400 unsupported_token_type  200');
  expect(text).toContain('taken, up to 300 s          refused at once');
}, 60_000);

test('our client sends its token over TLS, and a stranger’s certificate ends it', async () => {
  await inWorld(async ({ tokens, roots, serveOurs }) => {
    const { at } = await serveOurs();
    const { shop, close } = connectOurs(at, roots, () => tokens.fetchToken());
    expect((await shop.getOrder({ value: '101' })).destination).toBe('Leeds');
    await close();
    // A client that trusts others only does not even begin.
    const stranger = connectSecurely(at, SOMEBODY);
    const code = await new Promise((resolve) =>
      stranger.getOrder({ value: '101' }, { deadline: Date.now() + 5_000 }, (error) =>
        resolve(error?.code),
      ),
    );
    stranger.close();
    expect(code).toBe(14);
  });
});

/** An authority of somebody else: it has expired, and signed nothing here. */
const { certificate: SOMEBODY } = await (
  await import('../../lessons/security/certificates.ts')
).createAuthority('somebody else');

test('the examples of the RFCs are what they claim to be', async () => {
  const key = await importJWK(SIGNED_KEY, 'ES256');
  await compactVerify(SIGNED, key, { algorithms: ['ES256'] });
  await expect(compactVerify(swapped(SIGNED), key)).rejects.toThrow('signature');
  expect(parseToken(UNSECURED)).toMatchObject({ header: { alg: 'none' }, claims: { iss: 'joe' } });
});

test('JSON: each name once in an object, and UTF-8', () => {
  const read = (text: string) => parseJsonObject(encodeUtf8(text));
  expect(read('{"a":"\\"a\\":1","b":[{"a":1},{"a":2}],"c":{"a":"}"},"\\"a":0}')).toHaveProperty(
    'b',
  );
  expect(read(' { } ')).toEqual({});
  expect(Object.keys(read('{"__proto__":1,"constructor":2}'))).toEqual([
    '__proto__',
    'constructor',
  ]);
  for (const text of [
    '{"a":1,"a":1}',
    '{"x":{"a":1,"b":{},"a":2}}',
    '{"x":[{"a":1 , "a" :2}]}',
    '{"\\u0061":1,"a":2}',
    '{"__proto__":1,"__proto__":2}',
    '[]',
    '"a"',
    '\uFEFF{}',
    '{"a":1}x',
  ]) {
    expect(() => read(text), text).toThrow('malformed');
  }
  expect(() => read(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`)).not.toThrow(RangeError);
});

test('a bearer token, in any case, and only one', () => {
  const of = (...values: string[]) => {
    const metadata = new Metadata();
    for (const value of values) metadata.append('authorization', value);
    return () => bearerToken(metadata);
  };
  for (const value of ['Bearer a.b.c', 'bearer a.b.c', 'BEARER   a.b.c']) {
    expect(of(value)()).toBe('a.b.c');
  }
  for (const values of [
    [],
    ['Bearer'],
    ['Bearer '],
    ['a.b.c'],
    ['Bearer a b'],
    ['Bearer a,Bearer b'],
  ]) {
    expect(of(...values)).toThrow('missing');
  }
  expect(of('Bearer a', 'Bearer b')).toThrow('missing');
});

test('a key store takes numbers that make sense', () => {
  for (const name of ['cooldownMs', 'retryMs', 'maxAgeMs']) {
    for (const value of [Number.NaN, -1]) {
      expect(() => new KeyStore({ fetch: () => [], [name]: value })).toThrow(name);
    }
  }
});

test('a clock or a leeway that is not a number lets nobody in', () => {
  const claims = { iss: 'joe', aud: 'us', sub: 'shop', exp: 1_000 };
  const rules = { issuer: 'joe', audience: 'us' };
  expect(checkClaims(claims, rules, 999).subject).toBe('shop');
  expect(() => checkClaims(claims, rules, Number.NaN)).toThrow('expired');
  expect(() => checkClaims(claims, { ...rules, leeway: Number.NaN }, 999)).toThrow('expired');
});
