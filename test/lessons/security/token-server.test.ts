import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import * as oauth from 'oauth4webapi';
import { expect, onTestFinished, test, vi } from 'vitest';
import { AUDIENCE, startTokenServer } from '../../../lessons/security/token-server.ts';

const SHOP = { id: 'shop', secret: 'made for this test', scope: 'orders.read orders.write' };
const ADMIN = { id: 'admin', secret: 'made too', scope: 'orders.delete' };
const client: oauth.Client = { client_id: SHOP.id };
const proof = oauth.ClientSecretBasic(SHOP.secret);
/** The loopback interface is as private as TLS. */
const plain = { [oauth.allowInsecureRequests]: true };

async function start(format: 'opaque' | 'jwt') {
  const said = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'info')];
  const tokenServer = await startTokenServer({ clients: [SHOP, ADMIN], ttl: 60, format });
  onTestFinished(async () => {
    await tokenServer.stop();
    // The library's advice for production stays out of a lesson's output.
    for (const spy of said) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
  const issuer = new URL(tokenServer.issuer);
  const as = await oauth.processDiscoveryResponse(
    issuer,
    await oauth.discoveryRequest(issuer, plain),
  );
  const fetchToken = async (scope: string) => {
    const answer = await oauth.clientCredentialsGrantRequest(as, client, proof, { scope }, plain);
    return oauth.processClientCredentialsResponse(as, client, answer);
  };
  return { tokenServer, as, fetchToken };
}

test('client credentials, introspection, scopes, failure', async () => {
  const { tokenServer, as, fetchToken } = await start('opaque');
  const token = await fetchToken('orders.read');
  expect(token).toMatchObject({ token_type: 'bearer', expires_in: 60, scope: 'orders.read' });
  const ask = await oauth.introspectionRequest(as, client, proof, token.access_token, plain);
  const found = await oauth.processIntrospectionResponse(as, client, ask);
  expect(found).toMatchObject({ active: true, scope: 'orders.read', client_id: 'shop' });
  // A scope that nobody knows is left out of the answer (RFC 6749 §3.3); one of others is refused.
  expect((await fetchToken('orders.eat')).scope).toBeUndefined();
  await expect(fetchToken('orders.delete')).rejects.toThrow();
  tokenServer.fail(true);
  await expect(fetchToken('orders.read')).rejects.toThrow();
  tokenServer.fail(false);
  await fetchToken('orders.read');
  expect(tokenServer.asked.get('/token')).toBe(5);
});

test('signed tokens, and keys that rotate', async () => {
  const { tokenServer, as, fetchToken } = await start('jwt');
  const { access_token: old } = await fetchToken('orders.read');
  expect(decodeProtectedHeader(old)).toMatchObject({ alg: 'ES256', kid: 'key-1' });
  const verify = (token: string) =>
    jwtVerify(token, createRemoteJWKSet(new URL(as.jwks_uri!)), {
      audience: AUDIENCE,
      issuer: tokenServer.issuer,
    });
  await verify(old);
  await tokenServer.rotate();
  const { access_token: young } = await fetchToken('orders.read');
  expect(decodeProtectedHeader(young).kid).toBe('key-2');
  await verify(old);
  await verify(young);
  await tokenServer.rotate({ forget: true });
  await expect(verify(young)).rejects.toThrow(/no applicable key/);
});
