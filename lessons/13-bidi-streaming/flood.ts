import { once } from 'node:events';
import type { Stage } from '#course/lesson/stage';
import { atShop } from './at-shop.ts';

const FLOOD_MS = 100;

/** `--flood`: what the article's server does with a channel that has been closed. */
export async function showFlood(stage: Stage): Promise<void> {
  await stage.scene('A closed channel');
  stage.say(
    'In Go one may read from a channel that has been closed: it gives the empty value, at once, for ever. The article’s server does that and sends each. Here is the same loop, for a tenth of a second, at a client that reads all:',
  );
  let sent = 0;
  const closedChannel = () => ({ id: '', status: '', ordersList: [] });
  await atShop(
    {
      // #region flood
      async *process(_ids, signal) {
        for (; !signal.aborted; sent++) yield closedChannel();
      },
      // #endregion flood
    },
    async (shop) => {
      const call = shop.processOrders();
      call.on('error', () => {});
      let got = 0;
      call.on('data', () => got++);
      await once(call, 'data');
      await new Promise((resolve) => setTimeout(resolve, FLOOD_MS));
      call.cancel();
      stage.step('the server', `sent ${sent.toLocaleString('en')} empty messages`);
      stage.step(
        'the client',
        `got ${got.toLocaleString('en')} of them, ${(got * 5).toLocaleString('en')} bytes of nothing`,
      );
    },
  );
  stage.say(
    'Five bytes each, and both processors are busy. In JavaScript a source says that it has ended, done: true, and for await stops there; in Go it is `for v := range ch`, or `v, ok := <-ch`. The article’s client has the counterpart: a loop that goes on after an error, lesson 11’s --spin.',
  );
}
