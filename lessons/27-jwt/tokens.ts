import * as oauth from 'oauth4webapi';
import { startTokenServer, type TokenServer } from '../security/token-server.ts';

/** Programs that may ask for tokens. Their secrets are made for a run, and worth nothing after it. */
const secret = () => crypto.randomUUID();
const READ_AND_WRITE = 'orders.read orders.write';
const CLIENTS = {
  /** Does as it should. */
  shop: { id: 'shop', secret: secret(), scope: READ_AND_WRITE },
  /** Its tokens are good only in an hour. */
  early: { id: 'early', secret: secret(), scope: READ_AND_WRITE },
};

export const TTL_SECONDS = 300;
export const nowSeconds = () => Date.now() / 1000;

export interface TokenWish {
  client?: keyof typeof CLIENTS;
  /** What it is to allow. */
  scope?: string;
  /** For whom it is to be (RFC 8707), if not for us. */
  resource?: string;
}

/** The loopback interface is as private as TLS. */
const plain = { [oauth.allowInsecureRequests]: true };

/** What the token server says of itself (RFC 8414). */
async function discover(address: string): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(address);
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, plain));
}

// #region fetch
/** A token for a program that has proved itself (RFC 6749 §4.4). */
export async function tokenFor(issuer: string, id: string, secret: string) {
  const as = await discover(issuer);
  const client = { client_id: id };
  const proof = oauth.ClientSecretBasic(secret);
  const wish = { scope: READ_AND_WRITE };
  const answer = await oauth.clientCredentialsGrantRequest(as, client, proof, wish, plain);
  return oauth.processClientCredentialsResponse(as, client, answer);
}
// #endregion fetch

/** A token server, and a client of it. */
export interface TokenWorld {
  readonly server: TokenServer;
  readonly jwksUri: string;
  /** With what a program of its own may ask for tokens. */
  readonly credentials: { readonly id: string; readonly secret: string };
  fetchToken(wish?: TokenWish): Promise<string>;
  /** Whether a token is good, asked at the token server (RFC 7662). */
  isActive(token: string): Promise<boolean>;
  /** Takes a token back (RFC 7009); @returns what the token server says: `200`, or an error. */
  revoke(token: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the token server of the run, on a free port. */
export async function startTokens(format: 'jwt' | 'opaque' = 'jwt'): Promise<TokenWorld> {
  const server = await startTokenServer({
    clients: Object.values(CLIENTS),
    ttl: TTL_SECONDS,
    format,
    claims: (id) => (id === 'early' ? { nbf: Math.floor(nowSeconds()) + 3600 } : {}),
  });
  const as = await discover(server.issuer);
  const prove = (name: keyof typeof CLIENTS) => {
    const { id, secret: word } = CLIENTS[name];
    return [{ client_id: id }, oauth.ClientSecretBasic(word)] as const;
  };
  return {
    server,
    jwksUri: as.jwks_uri!,
    credentials: CLIENTS.shop,
    async fetchToken({ client: name = 'shop', scope = READ_AND_WRITE, resource } = {}) {
      const [client, proof] = prove(name);
      const wish = { scope, ...(resource !== undefined && { resource }) };
      const answer = await oauth.clientCredentialsGrantRequest(as, client, proof, wish, plain);
      return (await oauth.processClientCredentialsResponse(as, client, answer)).access_token;
    },
    async isActive(token) {
      const [client, proof] = prove('shop');
      const answer = await oauth.introspectionRequest(as, client, proof, token, plain);
      return (await oauth.processIntrospectionResponse(as, client, answer)).active;
    },
    async revoke(token) {
      const [client, proof] = prove('shop');
      const answer = await oauth.revocationRequest(as, client, proof, token, plain);
      if (answer.status === 200) return '200';
      const { error } = (await answer.json()) as { error: string };
      return `${answer.status} ${error}`;
    },
    stop: () => server.stop(),
  };
}
