import { Metadata, type StatusObject } from '@grpc/grpc-js';
import type { GrpcView } from '#inspect/grpc/dissector';
import type { Trace } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { recordAtShop } from '../shop/record.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';
import { QUIET } from '../shop/with-shop.ts';
import { basic } from './client.ts';
import { ourGuard, startOurShop } from './ours.ts';
import { ADA } from './people.ts';

const { path } = OrderManagementDefinition.methods.getOrder;
const methods = {
  [path]: [StringValue.descriptor, Order.descriptor],
} satisfies GrpcView['methods'];

/**
 * A client of grpc-js whose call has credentials, on a channel without TLS, at our server. What went
 * over the wire was the password; the recording hides it.
 */
export function recordPlaintext(): Promise<Trace> {
  const check = async () => undefined;
  return recordAtShop(
    {
      title: 'Call credentials over plaintext',
      lesson: 25,
      methods,
      start: () => startOurShop(QUIET, [ourGuard(check)]),
    },
    getOrderOverPlaintext,
  );
}

/** GetOrder with call credentials as an option of the call. */
export function getOrderOverPlaintext(shop: OrderManagementClient): Promise<StatusObject> {
  const options = { credentials: basic(ADA), deadline: Date.now() + 5_000 };
  const call = shop.getOrder({ value: '101' }, new Metadata(), options, () => {});
  return new Promise((resolve) => call.on('status', resolve));
}
