import type { ServerInterceptor } from '@grpc/grpc-js';
import type { GrpcView } from '#inspect/grpc/dissector';
import type { Trace } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { atOneMoment } from '../10-hello-grpc/pairings.ts';
import { recordAtShop } from '../shop/record.ts';
import { QUIET } from '../shop/with-shop.ts';
import { type Asked, call, type Method } from './client.ts';
import { counting } from './experiments.ts';
import { layer } from './layer.ts';
import { guard, mask } from './layers.ts';
import { startShop } from './server.ts';
import { careless } from './shop.ts';

const { getOrder, searchOrders } = OrderManagementDefinition.methods;
const methods = {
  [getOrder.path]: [StringValue.descriptor, Order.descriptor],
  [searchOrders.path]: [StringValue.descriptor, Order.descriptor],
} satisfies GrpcView['methods'];

/** Somebody without a token searches a shop with a guard. */
export const recordRefused = () =>
  record('No token', [layer(guard)], 'SearchOrders', { value: 'spoon' });

/** A handler gives its error to grpc-js as it is. */
export const recordLeak = () => record('An exception, as it is', [], 'GetOrder', { value: 'bug' });

/** The same, behind a mask. */
export const recordMasked = () =>
  record('An exception, masked', [layer(mask(() => {}, counting()))], 'GetOrder', { value: 'bug' });

const record = (
  title: string,
  interceptors: readonly ServerInterceptor[],
  method: Method,
  asked: Asked,
): Promise<Trace> =>
  recordAtShop(
    {
      title,
      lesson: 15,
      methods,
      start: () => startShop(QUIET, { interceptors: [atOneMoment, ...interceptors] }, careless),
    },
    (shop) => call(shop, method, asked),
  );
