import type { RunningServer } from '#course/lesson/define-lesson';
import type { GrpcView } from '#inspect/grpc/dissector';
import type { Recorder } from '#inspect/recorder';
import type { Trace, TraceEvent, TraceMessage } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { recordAtShop } from '../shop/record.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';
import { QUIET, withShop } from '../shop/with-shop.ts';
import { type Handler, startServer } from './server.ts';

const { path } = OrderManagementDefinition.methods.searchOrders;
const methods = {
  [path]: [StringValue.descriptor, Order.descriptor],
} satisfies GrpcView['methods'];

/** Runs `scene` with a client of grpc-js at a server of it with this handler; then ends both. */
export function atShop<T>(
  handler: Handler,
  scene: (shop: OrderManagementClient, server: RunningServer) => Promise<T>,
): Promise<T> {
  return withShop(startServer(QUIET, handler), scene);
}

/** A recording at a server that `start` starts. */
export function recordShop(
  title: string,
  start: () => Promise<RunningServer>,
  scene: (shop: OrderManagementClient, recorder: Recorder) => Promise<void>,
  onEvent?: (event: TraceEvent) => void,
): Promise<Trace> {
  return recordAtShop({ title, lesson: 11, methods, start }, scene, onEvent);
}

/** The DATA frames that the server sent. */
export function dataFrames(trace: Trace): TraceMessage[] {
  return trace.events.filter(
    (event): event is TraceMessage =>
      event.kind === 'message' && event.from === 'server' && event.title.startsWith('DATA'),
  );
}
