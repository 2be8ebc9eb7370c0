import type { RunningServer } from '#course/lesson/define-lesson';
import { createGrpcDissectors, type GrpcView } from '#inspect/grpc/dissector';
import { createRecorder, type Recorder } from '#inspect/recorder';
import type { Trace, TraceEvent } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { LOOPBACK } from '#transport/tcp';
import { atOneMoment } from '../10-hello-grpc/pairings.ts';
import { startTap, type Tap } from '../10-hello-grpc/tap.ts';
import { connect } from '../shop/connect.ts';
import { recordAtShop } from '../shop/record.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';
import { type ServerParts, startServer } from './server.ts';

const { path } = OrderManagementDefinition.methods.updateOrders;
const methods = {
  [path]: [Order.descriptor, StringValue.descriptor],
} satisfies GrpcView['methods'];

interface Ends {
  shop: OrderManagementClient;
  server: RunningServer;
  /** Between the two. Closing it cuts the connection. */
  tap: Tap;
}

/** Runs `scene` with a client of grpc-js at a server of it, and a connection that can be cut. */
export async function withShop<T>(
  parts: ServerParts,
  scene: (ends: Ends) => Promise<T>,
): Promise<T> {
  const server = await startServer({ host: LOOPBACK, port: 0, log: () => {} }, parts);
  const tap = await startTap(server, createRecorder('', ''), () =>
    createGrpcDissectors({ methods }),
  );
  const shop = connect(tap);
  try {
    return await scene({ shop, server, tap });
  } finally {
    shop.close();
    await tap.close();
    await server.close();
  }
}

/** The frames of a call at the shop, without those of the connection itself (lesson 7). */
export function recordShop(
  title: string,
  parts: ServerParts,
  scene: (shop: OrderManagementClient, recorder: Recorder) => Promise<void>,
  onEvent?: (event: TraceEvent) => void,
): Promise<Trace> {
  const end = { host: LOOPBACK, port: 0, log: () => {} };
  const start = () => startServer(end, { ...parts, options: { interceptors: [atOneMoment] } });
  return recordAtShop({ title, lesson: 12, methods, start }, scene, onEvent);
}
