import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Configuration } from 'oidc-provider';
import { quietly } from './quietly.ts';

// Says on import what it thinks of the version of Node; it works on all that the course runs on.
const { default: Provider } = await quietly(() => import('oidc-provider'));

/** A program that may ask for tokens. */
export interface TokenClient {
  readonly id: string;
  readonly secret: string;
  /** What it may ask for: `orders.read orders.write`, separated by spaces; `''`: no token at all. */
  readonly scope: string;
}

export interface TokenServerOptions {
  readonly clients: readonly TokenClient[];
  /** Seconds that an access token lives. */
  readonly ttl: number;
  /**
   * `opaque`: a name that only the token server can look up; `jwt`: signed, and readable for
   * everybody. `opaque` unless given.
   */
  readonly format?: 'opaque' | 'jwt';
  /** For whom the tokens are, unless a request names somebody else (`resource`): their `aud`. */
  readonly audience?: string;
  /** More that signed tokens of a client say. */
  readonly claims?: (clientId: string) => Record<string, unknown>;
}

export interface TokenServer {
  /** `http://127.0.0.1:PORT`, as it stands in a token's `iss`. */
  readonly issuer: string;
  /** Requests answered so far, by path: `/token`, `/token/introspection`, `/jwks`. */
  readonly asked: ReadonlyMap<string, number>;
  /** Signs with a new key from now on. The JWKS still has the old ones, unless `forget`. */
  rotate(options?: { forget?: boolean }): Promise<void>;
  /** Answers every request with 503 until it is called with `false`. */
  fail(failing: boolean): void;
  stop(): Promise<void>;
}

export const AUDIENCE = 'urn:ecommerce';
const ALGORITHM = 'ES256';

async function createKey(number: number): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: `key-${number}`, use: 'sig', alg: ALGORITHM };
}

/**
 * A real OAuth 2.0 server (RFC 6749, with introspection, RFC 7662, and a JWKS, RFC 7517) on a free
 * port of this machine. Its keys are made here and end with it. It speaks plain HTTP, which it may
 * only because nobody can listen on the loopback interface but this machine.
 */
export async function startTokenServer(options: TokenServerOptions): Promise<TokenServer> {
  const server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!;
    asked.set(path, (asked.get(path) ?? 0) + 1);
    if (failing) response.writeHead(503, { 'retry-after': '1' }).end();
    else handle(request, response);
  });
  const asked = new Map<string, number>();
  let failing = false;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  let made = 1;
  let keys = [await createKey(made)];
  const create = () =>
    quietly(() => new Provider(issuer, configure(options, keys)).callback()) as Promise<
      (request: IncomingMessage, response: ServerResponse) => void
    >;
  let handle = await create();

  return {
    issuer,
    asked,
    async rotate({ forget = false } = {}) {
      // The first key that fits signs; the others are still in the JWKS.
      keys = [await createKey(++made), ...(forget ? [] : keys)];
      handle = await create();
    },
    fail: (now) => {
      failing = now;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function configure(options: TokenServerOptions, keys: JWK[]): Configuration {
  const { clients, ttl, format = 'opaque', audience = AUDIENCE } = options;
  const scopes = [
    ...new Set(clients.flatMap(({ scope }) => (scope === '' ? [] : scope.split(' ')))),
  ];
  return {
    jwks: { keys } as NonNullable<Configuration['jwks']>,
    scopes,
    extraTokenClaims: (_context, { clientId }) => options.claims?.(`${clientId}`),
    ttl: { ClientCredentials: ttl },
    clients: clients.map(({ id, secret, scope }) => ({
      client_id: id,
      client_secret: secret,
      id_token_signed_response_alg: ALGORITHM,
      // A service that only asks about tokens gets none.
      ...(scope !== '' && { scope }),
      grant_types: scope === '' ? [] : ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    })),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      // Whoever has credentials may ask about any token: a service asks about its callers'.
      introspection: { enabled: true, allowedPolicy: () => true },
      // Each program takes back its own tokens only.
      revocation: {
        enabled: true,
        allowedPolicy: (_context, client, token) => token.clientId === client.clientId,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        // RFC 8707: who asks for a token may say for whom it is to be.
        getResourceServerInfo: (_context, resource) => ({
          scope: scopes.join(' '),
          audience: resource,
          accessTokenTTL: ttl,
          accessTokenFormat: format,
          ...(format === 'jwt' && { jwt: { sign: { alg: ALGORITHM } } }),
        }),
      },
    },
  };
}
