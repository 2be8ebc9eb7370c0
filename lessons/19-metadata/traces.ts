import { Metadata } from '@grpc/grpc-js';
import type { GrpcView } from '#inspect/grpc/dissector';
import type { Trace } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { atOneMoment } from '../10-hello-grpc/pairings.ts';
import { recordAtShop } from '../shop/record.ts';
import { example, getOrder } from './client.ts';
import { createHandler, startServer } from './server.ts';
import { QUIET } from './world.ts';

const { path } = OrderManagementDefinition.methods.getOrder;
const methods = {
  [path]: [StringValue.descriptor, Order.descriptor],
} satisfies GrpcView['methods'];

/** A call with metadata there, in front of the answer, and behind it. */
export const recordCall = () => record('Metadata there and back', example());

/** Two values for a name, and two under -bin. */
export function recordSeveral(): Promise<Trace> {
  const metadata = new Metadata();
  for (const tag of ['tea', 'gift']) metadata.add('x-tag', tag);
  for (const key of [1, 2]) metadata.add('x-key-bin', Buffer.from([key]));
  return record('Several values', metadata);
}

const record = (title: string, metadata: Metadata): Promise<Trace> =>
  recordAtShop(
    {
      title,
      lesson: 19,
      showSecrets: true,
      methods,
      start: () => startServer(QUIET, createHandler(QUIET.log), { interceptors: [atOneMoment] }),
    },
    (shop) => getOrder(shop, '101', metadata),
  );
