import { SharedToken } from '#grpc/interceptors/token-refresh';
import type { Trace } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { atOneMoment } from '../10-hello-grpc/pairings.ts';
import { layer as serverLayer } from '../15-server-interceptors/layer.ts';
import { startShop } from '../15-server-interceptors/server.ts';
import { recordAtShop } from '../shop/record.ts';
import { QUIET } from '../shop/with-shop.ts';
import { Desk, tokens } from './desk.ts';
import { refreshing } from './refreshing.ts';
import { deskGuard } from './server.ts';

const { getOrder } = OrderManagementDefinition.methods;

/** One call with a token that is used up: refused, and made again with another. */
export function recordRefreshed(): Promise<Trace> {
  const desk = new Desk(1);
  desk.takes('Bearer tea-1');
  const shared = new SharedToken(tokens().fetch);
  return recordAtShop(
    {
      title: 'A new token, and once more',
      lesson: 16,
      showSecrets: true,
      methods: { [getOrder.path]: [StringValue.descriptor, Order.descriptor] },
      start: () => {
        const guard = serverLayer(deskGuard(desk));
        return startShop(QUIET, { interceptors: [atOneMoment, guard] });
      },
    },
    (shop) =>
      new Promise((resolve) => {
        const options = { interceptors: [refreshing(shared)], deadline: Date.now() + 5_000 };
        shop.getOrder({ value: '101' }, options, resolve);
      }),
  );
}
