import type { RunningServer } from '#course/lesson/define-lesson';
import { LOOPBACK } from '#transport/tcp';
import { connect } from './connect.ts';
import type { OrderManagementClient } from './types/ecommerce/OrderManagement.ts';

/** Where a server of an experiment listens, on a port that is free; its log is nobody's. */
export const QUIET = { host: LOOPBACK, port: 0, log: () => {} };

/** Runs `scene` with a client of grpc-js at a server; then ends both. */
export async function withShop<T>(
  start: Promise<RunningServer>,
  scene: (shop: OrderManagementClient, server: RunningServer) => Promise<T>,
): Promise<T> {
  const server = await start;
  const shop = connect(server);
  try {
    return await scene(shop, server);
  } finally {
    shop.close();
    await server.close();
  }
}
