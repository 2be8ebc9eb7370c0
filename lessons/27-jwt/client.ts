import { credentials, Metadata, status } from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import { bearer } from '#grpc/client/call-credentials';
import { createClient } from '#grpc/client/client';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { LOOPBACK } from '#transport/tcp';
import { call, METHODS } from '../15-server-interceptors/client.ts';
import { ecommerce } from '../shop/load.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';

export type Address = { host: string; port: number };

/** A certificate has names. `127.0.0.1` is an address: grpc-js would warn of it. */
const named = ({ host, port }: Address) => `${host === LOOPBACK ? 'localhost' : host}:${port}`;

// #region connect
/** A client of grpc-js over TLS, that trusts this authority only. */
export function connectSecurely(at: Address, roots: string) {
  const secure = credentials.createSsl(Buffer.from(roots));
  return new ecommerce.OrderManagement(named(at), secure);
}
// #endregion connect

// #region token
/** The same, and each call has a token: made anew when it is needed. */
export function connectWithTokens(at: Address, roots: string, token: () => Promise<string>) {
  const perCall = credentials.createFromMetadataGenerator((_, done) => {
    token().then((text) => {
      const metadata = new Metadata();
      metadata.set('authorization', `Bearer ${text}`);
      done(null, metadata);
    }, done);
  });
  const secure = credentials.createSsl(Buffer.from(roots));
  return new ecommerce.OrderManagement(
    named(at),
    credentials.combineChannelCredentials(secure, perCall),
  );
}
// #endregion token

/** A client of ours, over TLS, with a token for each call. */
export function connectOurs({ host, port }: Address, roots: string, token: () => Promise<string>) {
  const channel = new Channel(`ipv4:${host}:${port}`, {
    tls: { roots },
    credentials: bearer(token),
  });
  const shop = createClient(OrderManagementDefinition, channel, { defaults: { timeoutMs: 5_000 } });
  return { shop, close: () => channel.close() };
}

/** What somebody comes to with a token, in calls of all four kinds. */
export async function tryAll(shop: OrderManagementClient, token: string): Promise<string> {
  const ends: string[] = [];
  for (const method of METHODS) {
    const { code } = await call(shop, method, { token: `Bearer ${token}` });
    ends.push(status[code]!);
  }
  const counts = [...new Set(ends)].map(
    (end) => `${end === 'OK' ? 'let in' : end} ${ends.filter((one) => one === end).length}×`,
  );
  return counts.join(', ');
}
