import type { RunningServer } from '#course/lesson/define-lesson';
import type { GrpcView } from '#inspect/grpc/dissector';
import type { Trace, TraceEvent } from '#inspect/trace';
import { CombinedShipment, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { atOneMoment } from '../10-hello-grpc/pairings.ts';
import { recordAtShop } from '../shop/record.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';
import { QUIET, withShop } from '../shop/with-shop.ts';
import { type ShopOptions, startServer } from './server.ts';

const { path } = OrderManagementDefinition.methods.processOrders;
const methods = {
  [path]: [StringValue.descriptor, CombinedShipment.descriptor],
} satisfies GrpcView['methods'];

/** Runs `scene` with a client of grpc-js at the shop; then ends both. */
export function atShop<T>(
  options: ShopOptions,
  scene: (shop: OrderManagementClient, server: RunningServer) => Promise<T>,
): Promise<T> {
  return withShop(startServer(QUIET, options), scene);
}

/** The same with a tap between the two: what belongs to the call is kept. */
export function recordShop(
  title: string,
  options: ShopOptions,
  scene: (shop: OrderManagementClient) => Promise<void>,
  onEvent?: (event: TraceEvent) => void,
): Promise<Trace> {
  const start = () => startServer(QUIET, { ...options, grpc: { interceptors: [atOneMoment] } });
  return recordAtShop({ title, lesson: 13, methods, start }, scene, onEvent);
}
