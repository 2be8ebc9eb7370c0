import type { Trace, TraceEvent } from '#inspect/trace';
import type { Order } from '#protobuf/generated/ecommerce';
import { receive } from '#streams/receive';
import { handleStream } from '#streams/send-all';
import { LOOPBACK } from '#transport/tcp';
import { atOneMoment } from '../10-hello-grpc/pairings.ts';
import { ORDERS } from '../shop/orders.ts';
import { recordShop } from './at-shop.ts';
import { CUTS, startByHand } from './by-hand.ts';
import { search } from './client.ts';
import { createHandler, type Handler, startServer } from './server.ts';

type OnEvent = (event: TraceEvent) => void;

const start = (handler?: Handler) => () =>
  startServer({ host: LOOPBACK, port: 0, log: () => {} }, handler ?? createHandler(() => {}), {
    interceptors: [atOneMoment],
  });

// #region record
/** Somebody looks for spoons. */
export function recordSearch(onEvent?: OnEvent): Promise<Trace> {
  return recordShop('Four spoons', start(), (shop) => readAll(search(shop, 'spoon')), onEvent);
}

/** The same answer, with its bytes cut into frames in another way. */
export function recordCut(how: keyof typeof CUTS, onEvent?: OnEvent): Promise<Trace> {
  const title = `Four spoons, ${how}`;
  const byHand = () => startByHand(CUTS[how]);
  return recordShop(title, byHand, (shop) => readAll(search(shop, 'spoon')), onEvent);
}
// #endregion record

/** Somebody looks for whatever comes in, and has seen enough after three. */
export function recordLeave(onEvent?: OnEvent): Promise<Trace> {
  let heard: () => void = () => {};
  const stopped = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const handler = handleStream((_request: { value: string }, signal) =>
    threeAndThenMore(signal, heard),
  );
  const title = 'Leaving after three';
  return recordShop(
    title,
    start(handler),
    async (shop, recorder) => {
      let seen = 0;
      for await (const _ of receive(search(shop, 'tea'))) {
        if (++seen < 3) continue;
        recorder.mark('client', 'has seen enough, and leaves its loop');
        break;
      }
      await stopped;
      recorder.mark('server', 'the search is told to stop', '1');
    },
    onEvent,
  );
}

/** Three orders, and then it waits for more to come in, which nobody places. */
async function* threeAndThenMore(signal: AbortSignal, stopped: () => void): AsyncGenerator<Order> {
  for (const order of ORDERS.slice(0, 3)) yield order as Order;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  stopped();
}

async function readAll(call: ReturnType<typeof search>): Promise<void> {
  for await (const _ of receive(call)) {
    // What comes is recorded on its way.
  }
}
