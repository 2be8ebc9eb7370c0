import type { Metadata as JsMetadata } from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { Metadata } from '#grpc/metadata';
import { Server } from '#grpc/server/server';
import { type Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { LOOPBACK } from '#transport/tcp';
import { connect } from '../shop/connect.ts';
import { ORDERS } from '../shop/orders.ts';
import { getOrder } from './client.ts';
import { type GetOrder, startServer } from './server.ts';

export const QUIET = { host: LOOPBACK, port: 0, log: () => {} };

/** A value as it is shown in a table: a text in quotes, bytes in hex. */
export const drawn = (value: string | Uint8Array): string =>
  typeof value === 'string' ? JSON.stringify(value) : `<${Buffer.from(value).toString('hex')}>`;

/** What a server's handler has under each name. */
export type Look = (name: string) => (string | Uint8Array)[];
export type ServerName = 'grpc-js' | 'ours';

/** Two servers, which remember the metadata of the last call. */
export async function withServers<T>(
  scene: (ports: Record<ServerName, number>, last: () => Look | undefined) => Promise<T>,
): Promise<T> {
  let last: Look | undefined;
  const remember: GetOrder = (call, callback) => {
    last = (name) => call.metadata.get(name);
    callback(null, ORDERS[0] as Order);
  };
  const js = await startServer(QUIET, remember);
  const ours = new Server({ onHandlerError: () => {} });
  ours.addService(OrderManagementDefinition, {
    getOrder: (_request, call) => {
      last = (name) => call.metadata.getAll(name);
      return ORDERS[0] as Order;
    },
  });
  const { port } = await ours.listen({ host: LOOPBACK, port: 0 });
  try {
    return await scene({ 'grpc-js': js.port, ours: port }, () => {
      const look = last;
      last = undefined;
      return look;
    });
  } finally {
    await js.close();
    await ours.close();
  }
}

/** A call of grpc-js; how it ended, in words. */
export async function callByJs(port: number, metadata: JsMetadata, timeoutMs = 2_000) {
  const shop = connect({ host: LOOPBACK, port });
  try {
    return await getOrder(shop, '101', metadata, timeoutMs);
  } finally {
    shop.close();
  }
}

/** A call of ours; how it ended, in words. */
export async function callByOurs(
  port: number,
  entries: ConstructorParameters<typeof Metadata>[0],
): Promise<string> {
  const channel = new Channel(`ipv4:${LOOPBACK}:${port}`);
  const shop = createClient(OrderManagementDefinition, channel);
  try {
    await shop.getOrder({ value: '101' }, { metadata: new Metadata(entries), timeoutMs: 2_000 });
    return 'OK';
  } catch (error) {
    return (error as Error).message;
  } finally {
    await channel.close();
  }
}
