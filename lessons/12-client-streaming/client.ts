import { Metadata } from '@grpc/grpc-js';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { asPromise, CallError } from '#hello/call';
import type { Order } from '#protobuf/generated/ecommerce';
import { COUNT } from '#uploads/incoming';
import { upload } from '#uploads/upload';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { connect } from '../shop/connect.ts';
import { ORDERS } from '../shop/orders.ts';
import type { Order__Output } from '../shop/types/ecommerce/Order.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';

const TIMEOUT_MS = 5_000;

// #region update
/** Sends orders, as they come, and gives the server's answer. `count` says before how many. */
export async function update(
  shop: OrderManagementClient,
  orders: (answered: AbortSignal) => AsyncIterable<Order>,
  count?: number,
): Promise<string> {
  const deadline = Date.now() + TIMEOUT_MS;
  const metadata = new Metadata();
  if (count !== undefined) metadata.set(COUNT, String(count));
  const { value } = await upload<Order, { value: string }>(
    (done) => shop.updateOrders(metadata, { deadline }, done),
    orders,
  );
  return value;
}
// #endregion update

/** Orders of the shop that are to go elsewhere; one that nobody knows is made up. */
export async function* moved(ids: string[], destination: string): AsyncGenerator<Order> {
  for (const id of ids) {
    const order = ORDERS.find((one) => one.id === id) ?? { ...ORDERS[0]!, id };
    yield { ...order, destination };
  }
}

export async function runClient({ log, signal, ...server }: ClientOptions): Promise<void> {
  const shop = connect(server);
  signal.addEventListener('abort', () => shop.close());
  const tell = async (what: string, count: number, orders: () => AsyncIterable<Order>) => {
    const answer = await update(shop, orders, count).catch(asAnswer);
    log(`UpdateOrders, ${what}:`);
    log(`  ${answer}`);
  };
  const where = async (id: string) => {
    const { destination } = await asPromise<Order__Output>((options, done) =>
      shop.getOrder({ value: id }, options, done),
    );
    log(`  ${id} goes to ${destination}`);
  };
  try {
    await tell('three orders', 3, () => moved(['101', '102', '103'], 'Oslo'));
    await where('101');
    await tell('with one that is not there', 4, () => moved(['104', '105', '999', '106'], 'Oslo'));
    await where('104');
    await tell('three, and my list is torn behind the second', 3, async function* () {
      yield* moved(['104', '105'], 'Oslo');
      throw new Error('the list is torn');
    });
    await where('104');
  } catch (error) {
    throw asSystemError(error);
  } finally {
    shop.close();
  }
}

/** A refusal is an answer, and so is what we threw ourselves; a server that is not there is not. */
function asAnswer(error: unknown): string {
  if (error instanceof CallError && error.code === 14) throw asSystemError(error);
  return (error as Error).message;
}
