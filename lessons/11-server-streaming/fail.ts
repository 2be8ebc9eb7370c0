import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import type { Order } from '#protobuf/generated/ecommerce';
import { type Collected, collect } from '#streams/collect';
import { receive } from '#streams/receive';
import { handleStream } from '#streams/send-all';
import { LOOPBACK } from '#transport/tcp';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { ORDERS } from '../shop/orders.ts';
import { atShop } from './at-shop.ts';
import { search } from './client.ts';
import { connectOurs, startOurServer } from './ours.ts';
import { failingAfter } from './search.ts';

/** `--fail <n>`: the server sends so many orders, and then an error. */
export async function showFailing(stage: Stage, count: number): Promise<void> {
  if (!Number.isInteger(count) || count < 0 || count > ORDERS.length) {
    throw new UserError(`--fail takes a number of orders, 0 to ${ORDERS.length}`);
  }
  await stage.scene(count === 1 ? 'An error after one order' : `An error after ${count} orders`);
  const rows = await failAfter(count);
  stage.print(drawTable([['', 'orders that came', 'and then'], ...rows]));
  stage.say(
    'The status stands behind the messages, and on the wire it comes behind them, always. But grpc-js hands out an error at once, and throws away what has arrived and was not read yet. A slow reader loses the messages in between; an OK waits its turn. With few orders one does not see it: sixteen are kept where the reader gets them.',
  );
  stage.say(
    'So on grpc-js the messages before an error are as many as one happens to have read. If each counts, the last message has to say that it is the last, or each that it has a successor.',
  );
}

/** Who read how, how many came, and how it ended. */
export async function failAfter(count: number): Promise<string[][]> {
  const line = (who: string, { messages, error }: Collected<unknown>) => [
    who,
    `${messages.length} of ${count}`,
    error?.message ?? 'no error',
  ];
  return [
    line('grpc-js, a fast reader', await collect(receiveFailing(count, false))),
    line('grpc-js, a slow reader', await collect(receiveFailing(count, true))),
    line('our stack, a slow reader', await readOurs(count)),
  ];
}

async function* receiveFailing(count: number, slow: boolean): AsyncGenerator<Order> {
  const ends = await openFailing(count);
  try {
    for await (const order of ends.orders) {
      yield order;
      if (slow) await aMoment();
    }
  } finally {
    ends.close();
  }
}

/** A server that fails after `count`, and a call to it, open until `close`. */
async function openFailing(
  count: number,
): Promise<{ orders: AsyncIterable<Order>; close(): void }> {
  return new Promise((resolve, reject) => {
    atShop(
      handleStream(() => failingAfter(count)),
      (shop) =>
        new Promise<void>((close) => resolve({ orders: receive(search(shop, 'all')), close })),
    ).catch(reject);
  });
}

async function readOurs(count: number): Promise<Collected<unknown>> {
  const server = await startOurServer({ host: LOOPBACK, port: 0, log: () => {} }, () =>
    failingAfter(count),
  );
  const { shop, close } = connectOurs(server);
  const messages: unknown[] = [];
  try {
    for await (const order of shop.searchOrders({ value: 'all' })) {
      messages.push(order);
      await aMoment();
    }
    return { messages, complete: true };
  } catch (error) {
    return { messages, complete: false, error: error as never };
  } finally {
    await close();
    await server.close();
  }
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 2));
