import type { GrpcView } from '#inspect/grpc/dissector';
import type { Trace } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { LOOPBACK } from '#transport/tcp';
import { atOneMoment } from '../10-hello-grpc/pairings.ts';
import { startServer } from '../19-metadata/server.ts';
import { recordAtShop } from '../shop/record.ts';
import { type Moment, twoBeliefs } from './beliefs.ts';
import { ask } from './client.ts';
import { TEAPOT } from './world.ts';

const { path } = OrderManagementDefinition.methods.getOrder;
const methods = {
  [path]: [StringValue.descriptor, Order.descriptor],
} satisfies GrpcView['methods'];

/** Long enough to be answered in it, also on a machine that is busy. */
export const WAIT_MS = 5_000;

/** A client of grpc-js names a moment; what goes over the wire is how far away it is. */
export function recordAsked(): Promise<Trace> {
  const where = { host: LOOPBACK, port: 0, log: () => {} };
  const start = () =>
    startServer(where, (_call, callback) => callback(null, TEAPOT), {
      interceptors: [atOneMoment],
    });
  return recordAtShop({ title: 'A call with a deadline', lesson: 17, methods, start }, (shop) =>
    ask(shop, { deadline: new Date(Date.now() + WAIT_MS) }),
  );
}

/** The end of a call whose time is over, as it depends on who notices first. */
export const recordMoment = async (moment: Moment): Promise<Trace> =>
  (await twoBeliefs(moment)).trace;
