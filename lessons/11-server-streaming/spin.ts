import type { Stage } from '#course/lesson/stage';
import type { CallError } from '#hello/call';
import type { Order } from '#protobuf/generated/ecommerce';
import { receive } from '#streams/receive';
import { handleStream } from '#streams/send-all';
import { atShop } from './at-shop.ts';
import { search } from './client.ts';
import { failingAfter } from './search.ts';

const SPIN_MS = 100;

interface Received {
  order?: Order;
  /** The end, OK: Go’s io.EOF. */
  eof?: true;
  error?: CallError;
}

/** Go's `stream.Recv()`: the next order, or the end, or the error, and that again for ever. */
function asInGo(orders: AsyncIterator<Order>): () => Promise<Received> {
  let over: Received | undefined;
  return async () => {
    if (over) return over;
    try {
      const { done, value } = await orders.next();
      if (!done) return { order: value };
      over = { eof: true };
    } catch (error) {
      over = { error: error as CallError };
    }
    return over;
  };
}

// #region spin
/** The article's loop: `for { …Recv(); if err == io.EOF { break }; if err == nil { … } }`. */
async function articleLoop(recv: () => Promise<Received>, goOn: (error?: CallError) => boolean) {
  const found: string[] = [];
  for (;;) {
    const { order, eof, error } = await recv();
    if (eof) break;
    if (error === undefined) found.push(order!.id);
    if (!goOn(error)) break; // The article has no such line.
  }
  return found;
}
// #endregion spin

/** `--spin`: the article's receive loop, at a server that fails. */
export async function showSpin(stage: Stage): Promise<void> {
  await stage.scene('The receive loop of the article');
  stage.say(
    'Its client asks for the next message until it hears EOF, the end, and prints what came if there was no error. It does not say what to do if there was one. Here is that loop, at a server that fails after three orders, ended by us after a tenth of a second:',
  );
  await atShop(
    handleStream(() => failingAfter(3)),
    async (shop) => {
      let turns = 0;
      let ticks = 0;
      let timer: NodeJS.Timeout | undefined;
      let until = 0;
      const found = await articleLoop(asInGo(receive(search(shop, 'all'))), (error) => {
        if (error === undefined) return true;
        if (turns++ === 0) {
          timer = setInterval(() => ticks++, 10);
          until = performance.now() + SPIN_MS;
        }
        return performance.now() < until;
      });
      clearInterval(timer);
      stage.step('orders', found.join(', '));
      stage.step('turns', `${turns.toLocaleString('en')} in the ${SPIN_MS} ms behind the error`);
      stage.step('the timer', `of 10 ms went off ${ticks} times meanwhile`);
    },
  );
  stage.say(
    'An error is not an EOF, so the loop goes round: the same error each time, for as long as the program lives. In Go that is a core at 100 %. In JavaScript it is worse: a promise that is settled already lets nobody else in, so timers, sockets and all other calls stand still. There are three answers to a receive, and a loop has to know them all: a message, the end, an error.',
  );
}
