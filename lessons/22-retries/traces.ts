import type { GrpcView } from '#inspect/grpc/dissector';
import type { Trace } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { atOneMoment } from '../10-hello-grpc/pairings.ts';
import { recordAtShop } from '../shop/record.ts';
import { QUIET } from '../shop/with-shop.ts';
import { startCounted, unavailable } from './counted.ts';
import { GET_ORDER_AGAIN } from './policies.ts';

const { path } = OrderManagementDefinition.methods.getOrder;
const methods = {
  [path]: [StringValue.descriptor, Order.descriptor],
} satisfies GrpcView['methods'];

const WAIT_MS = 5_000;

/** One call, three streams: the server says UNAVAILABLE twice. */
export const recordTwice = (): Promise<Trace> =>
  recordAtShop(
    {
      title: 'One call, three attempts',
      lesson: 22,
      methods,
      options: { 'grpc.service_config': JSON.stringify(GET_ORDER_AGAIN) },
      start: () =>
        startCounted((attempt) => (attempt < 3 ? unavailable() : 'OK'), QUIET, {
          interceptors: [atOneMoment],
        }),
    },
    (shop) =>
      new Promise((resolve) => {
        shop.getOrder({ value: '101' }, { deadline: Date.now() + WAIT_MS }, resolve);
      }),
  );
