import type { GrpcView } from '#inspect/grpc/dissector';
import type { Trace } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { atOneMoment } from '../10-hello-grpc/pairings.ts';
import { recordAtShop } from '../shop/record.ts';
import { QUIET } from '../shop/with-shop.ts';
import { addOrder, getOrder, WRONG } from './client.ts';
import { WAYS } from './experiments.ts';
import { startServer, startWith } from './server.ts';
import { createShop } from './shop.ts';

const { getOrder: get, addOrder: add } = OrderManagementDefinition.methods;
const methods = {
  [get.path]: [StringValue.descriptor, Order.descriptor],
  [add.path]: [Order.descriptor, StringValue.descriptor],
} satisfies GrpcView['methods'];

const interceptors = [atOneMoment];

/** An order with three fields wrong: the answer is one block of headers. */
export const recordDetails = (): Promise<Trace> =>
  recordAtShop(
    {
      title: 'All that is wrong',
      lesson: 18,
      methods,
      start: () => startServer(QUIET, createShop(), { interceptors }),
    },
    (shop) => addOrder(shop, WRONG),
  );

/** A handler that gives its error to grpc-js as it is. */
export const recordSecret = (): Promise<Trace> =>
  recordAtShop(
    {
      title: 'callback(new Error(secret))',
      lesson: 18,
      methods,
      start: () => startWith(QUIET, { GetOrder: WAYS[0]![1] }, { interceptors }),
    },
    (shop) => getOrder(shop, '101'),
  );
