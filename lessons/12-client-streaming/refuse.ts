import { once } from 'node:events';
import type { Stage } from '#course/lesson/stage';
import type { Order } from '#protobuf/generated/ecommerce';
import { LOOPBACK } from '#transport/tcp';
import { updateAll } from '#uploads/update-all';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { untilStill } from '../11-server-streaming/still.ts';
import { ORDERS } from '../shop/orders.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';
import { withShop } from './at-shop.ts';
import { update } from './client.ts';
import { connectOurs, startOurServer } from './ours.ts';
import { openBook } from './server.ts';

/** Orders that the client has to send, with a description of a kilobyte each. */
const MANY = 5_000;

/** What a sender did. */
export interface Seen {
  made: number;
  cleaned: boolean;
}

/** A long list, whose third order nobody knows. */
export async function* longList(seen: Seen): AsyncGenerator<Order> {
  const description = Buffer.alloc(1_024, 'tea ').toString();
  try {
    while (seen.made < MANY) {
      seen.made++;
      const order = ORDERS[seen.made % ORDERS.length]!;
      yield { ...order, id: seen.made === 3 ? '999' : `${seen.made}`, description };
    }
  } finally {
    seen.cleaned = true;
  }
}

// #region obvious
/** The sender that one writes first. */
async function obvious(shop: OrderManagementClient, orders: AsyncIterable<Order>) {
  let answer = 'no answer yet';
  const call = shop.updateOrders({ deadline: Date.now() + 5_000 }, (error, response) => {
    answer = error ? error.message : response!.value;
  });
  for await (const order of orders) {
    if (!call.write(order)) await once(call, 'drain');
  }
  call.end();
  return answer;
}
// #endregion obvious

/** `--refuse`: an answer while the client still sends. */
export async function showRefusal(stage: Stage): Promise<void> {
  await stage.scene('Refused at the third of five thousand');
  stage.say(
    'There is no order 999, and the server says so at once: it need not hear the rest. What do three senders make of it?',
  );
  const rows = [
    await atTheirs('obvious', obvious),
    await atTheirs('upload', (shop, orders) => update(shop, () => orders)),
    await atOurs('our stack'),
  ];
  stage.print(drawTable([['', 'orders made', 'its finally ran', 'and then'], ...rows]));
  stage.say(
    'The first has been told: grpc-js has called its callback. But it waits for drain, which never comes in a call that is over; so it neither goes on nor ends, and its own list stays open. Some orders were on their way when the answer came, or lay in a queue. They are lost, and nobody misses them.',
  );
}

/** A sender of grpc-js at a server of it. */
function atTheirs(name: string, send: typeof obvious): Promise<string[]> {
  return withShop({ book: smallBook() }, ({ shop }) => row(name, (orders) => send(shop, orders)));
}

/** Ours at ours. */
async function atOurs(name: string): Promise<string[]> {
  const server = await startOurServer({ host: LOOPBACK, port: 0, log: () => {} }, async (orders) =>
    (await updateAll(orders, smallBook())).join(),
  );
  const shop = connectOurs(server);
  try {
    return await row(name, (orders) => shop.update(orders));
  } finally {
    await shop.close();
    await server.close();
  }
}

/** A book that knows the orders 1 and 2, too. */
function smallBook() {
  const book = openBook();
  for (const id of ['1', '2']) book.set(id, { ...ORDERS[0]!, id });
  return book;
}

/** A sender that has neither gone on nor ended for so long hangs, in milliseconds. */
const HANGS_MS = 300;

/** What came of a sender. */
async function row(
  name: string,
  send: (orders: AsyncIterable<Order>) => Promise<string>,
): Promise<string[]> {
  const seen: Seen = { made: 0, cleaned: false };
  const outcome = send(longList(seen)).catch((error: Error) => error.message);
  const hangs = (async () => {
    await untilStill(() => seen.made);
    await new Promise((resolve) => setTimeout(resolve, HANGS_MS));
    return 'it hangs';
  })();
  const how = await Promise.race([outcome, hangs]);
  return [name, seen.made.toLocaleString('en'), seen.cleaned ? 'yes' : 'no', how];
}
