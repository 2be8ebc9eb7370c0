import type { Interceptor } from '@grpc/grpc-js';
import type { RunningServer } from '#course/lesson/define-lesson';
import { layer as serverLayer } from '../15-server-interceptors/layer.ts';
import { startShop } from '../15-server-interceptors/server.ts';
import { connect } from '../shop/connect.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';
import { QUIET } from '../shop/with-shop.ts';
import type { Desk } from './desk.ts';
import { deskGuard } from './server.ts';

/** Runs `scene` with a client of grpc-js that has these interceptors; then ends both ends. */
export async function withJs<T>(
  start: Promise<RunningServer>,
  interceptors: readonly Interceptor[],
  scene: (shop: OrderManagementClient) => Promise<T>,
): Promise<T> {
  const server = await start;
  const shop = connect(server, { interceptors });
  try {
    return await scene(shop);
  } finally {
    shop.close();
    await server.close();
  }
}

/** grpc-js's shop, behind a guard that asks the desk. */
export const startGuardedJs = (desk: Desk): Promise<RunningServer> =>
  startShop(QUIET, { interceptors: [serverLayer(deskGuard(desk))] });
