import { status } from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { statusName } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { connect } from '../shop/connect.ts';
import { QUIET } from '../shop/with-shop.ts';
import { type Plan, startProxy } from './proxy.ts';
import { startServer } from './server.ts';

/** Long enough for the shop, and shorter than the delay. */
const TIMEOUT_MS = 1_000;

/**
 * Thirteen bytes into the third order. The server has sent 49 bytes of SETTINGS by then, 77 of
 * headers and the first order, and 51 of the second.
 */
const HALF = 190;

export const WAYS: Record<string, Plan> = {
  'lets all through': {},
  'is 1.5 s late': { delayMs: 1_500 },
  'cuts after 190 bytes': { most: HALF, end: 'closes' },
  'resets after 190 bytes': { most: HALF, end: 'resets' },
  'is silent after 190': { most: HALF, end: 'is silent' },
  'closes before a byte': { most: 0, end: 'closes' },
};

/** Searches for cups; says how many came, and how it ended. */
type Search = (port: number) => Promise<string>;

const ours: Search = async (port) => {
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  const shop = createClient(OrderManagementDefinition, channel);
  let found = 0;
  try {
    for await (const _ of shop.searchOrders({ value: 'cup' }, { timeoutMs: TIMEOUT_MS })) found++;
    return `${found}, OK`;
  } catch (error) {
    if (!(error instanceof GrpcError)) throw error;
    return `${found}, ${statusName(error.code)}`;
  } finally {
    await channel.close();
  }
};

const grpcJs: Search = (port) => {
  const shop = connect({ host: '127.0.0.1', port });
  const call = shop.searchOrders({ value: 'cup' }, { deadline: Date.now() + TIMEOUT_MS });
  let found = 0;
  return new Promise<string>((resolve) => {
    call
      .on('data', () => found++)
      .on('end', () => resolve(`${found}, OK`))
      .on('error', ({ code }: Error & { code?: number }) =>
        resolve(`${found}, ${status[code ?? 2]}`),
      );
  }).finally(() => shop.close());
};

/** Both clients, by each way. */
export async function searchThroughProxies(): Promise<string[][]> {
  const server = await startServer(QUIET);
  const rows = [];
  try {
    for (const [way, plan] of Object.entries(WAYS)) {
      const row = [way];
      for (const search of [grpcJs, ours]) {
        const proxy = await startProxy(server.port, plan);
        row.push(await search(proxy.port));
        await proxy.close();
      }
      rows.push(row);
    }
    return rows;
  } finally {
    await server.close();
  }
}
