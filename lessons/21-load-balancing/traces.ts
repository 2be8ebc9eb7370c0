import type { GrpcView } from '#inspect/grpc/dissector';
import type { Trace } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { atOneMoment } from '../10-hello-grpc/pairings.ts';
import { recordAtShop } from '../shop/record.ts';
import { type CountingOptions, startCounting } from './fleet.ts';
import { askTimes } from './world.ts';

const { path } = OrderManagementDefinition.methods.getOrder;
const methods = {
  [path]: [StringValue.descriptor, Order.descriptor],
} satisfies GrpcView['methods'];

const start = async (options: CountingOptions = {}) => {
  const counting = await startCounting('shop-1', { ...options, interceptors: [atOneMoment] });
  return { host: counting.host, port: counting.port, close: () => counting.kill() };
};

/** Two calls, with a proxy between that passes bytes on: the recorder is one. */
export const recordStreams = (): Promise<Trace> =>
  recordAtShop({ title: 'Two calls', lesson: 21, methods, start }, (shop) => askTimes(shop, 2));

/** A server that says how busy it is. */
export const recordReport = (): Promise<Trace> =>
  recordAtShop(
    {
      title: 'A load report',
      lesson: 21,
      methods,
      start: () => start({ load: { perSecond: 40, utilization: 0.5 } }),
    },
    (shop) => askTimes(shop, 1),
  );
