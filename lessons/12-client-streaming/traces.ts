import type { Trace, TraceEvent } from '#inspect/trace';
import type { Order } from '#protobuf/generated/ecommerce';
import { recordShop } from './at-shop.ts';
import { moved, update } from './client.ts';
import { createHandler, openBook } from './server.ts';

type OnEvent = (event: TraceEvent) => void;

// #region record
/** Three orders go to Oslo. */
export function recordUpdate(onEvent?: OnEvent): Promise<Trace> {
  return recordShop(
    'Three orders, one answer',
    {},
    async (shop) => void (await update(shop, () => moved(['101', '102', '103'], 'Oslo'), 3)),
    onEvent,
  );
}

/** The third is refused, while the client has more to send. */
export function recordRefusal(onEvent?: OnEvent): Promise<Trace> {
  return recordShop(
    'Refused at the third',
    {},
    async (shop, recorder) => {
      await update(shop, withMoreToCome, 4).catch(() => {
        recorder.mark('client', 'has its answer, and stops sending', '1');
      });
    },
    onEvent,
  );
}
// #endregion record

async function* withMoreToCome(answered: AbortSignal): AsyncGenerator<Order> {
  yield* moved(['101', '102', '999'], 'Oslo');
  await new Promise<void>((resolve) => answered.addEventListener('abort', () => resolve()));
}

/** The client's own list is torn behind the second. */
export function recordTorn(onEvent?: OnEvent): Promise<Trace> {
  let heard: () => void = () => {};
  const told = new Promise<void>((resolve) => {
    heard = resolve;
  });
  let came: () => void = () => {};
  const both = new Promise<void>((resolve) => {
    came = resolve;
  });
  const book = openBook();
  const handler = createHandler(book, heard);
  return recordShop(
    'A client that leaves in the middle',
    {
      handler: (call, callback) => {
        let count = 0;
        call.on('data', () => {
          if (++count === 2) came();
        });
        call.pause();
        return handler(call, callback);
      },
    },
    async (shop, recorder) => {
      await update(
        shop,
        async function* () {
          yield* moved(['101', '102'], 'Oslo');
          await both;
          recorder.mark('client', 'cannot read on in its list');
          throw new Error('the list is torn');
        },
        3,
      ).catch(() => {});
      await told;
      recorder.mark('server', 'three were announced, two came: nothing is changed', '1');
    },
    onEvent,
  );
}
