import type { ClientOptions } from '#course/lesson/define-lesson';
import type { Order } from '#protobuf/generated/ecommerce';
import { collect } from '#streams/collect';
import { receive } from '#streams/receive';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { connect } from '../shop/connect.ts';
import { describeOrder } from '../shop/orders.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';

const TIMEOUT_MS = 5_000;

/** Begins a search, with a deadline for all of it. */
export function search(shop: OrderManagementClient, value: string, timeoutMs = TIMEOUT_MS) {
  return shop.searchOrders({ value }, { deadline: Date.now() + timeoutMs });
}

// #region client
/** Looks for spoons, all of them; for tea, the first three; and for nothing. */
export async function runClient({ log, signal, ...server }: ClientOptions): Promise<void> {
  const shop = connect(server);
  const found = (order: Order) => log(`  ${describeOrder(order)}`);
  signal.addEventListener('abort', () => shop.close());
  try {
    const spoons = await collect(receive(search(shop, 'spoon')));
    if (spoons.error) throw spoons.error;
    log('SearchOrders("spoon"), all of them:');
    spoons.messages.forEach(found);

    log('SearchOrders("tea"), until I have seen three:');
    const { messages, complete } = await collect(receive(search(shop, 'tea')), 3);
    messages.forEach(found);
    log(complete ? '  these are all' : '  there are more');

    log('SearchOrders(""):');
    const { error } = await collect(receive(search(shop, '')));
    log(`  ${error?.message}`);
  } catch (error) {
    throw asSystemError(error);
  } finally {
    shop.close();
  }
}
// #endregion client
