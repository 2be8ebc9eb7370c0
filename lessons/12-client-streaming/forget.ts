import type { Stage } from '#course/lesson/stage';
import { withShop } from './at-shop.ts';
import { moved } from './client.ts';

const DEADLINE_MS = 250;

/** `--forget`: a client that does not say that this was all. */
export async function showForgotten(stage: Stage): Promise<void> {
  await stage.scene('A client that forgets to end');
  await withShop({}, async ({ shop }) => {
    const from = performance.now();
    await new Promise<void>((resolve) => {
      const call = shop.updateOrders({ deadline: Date.now() + DEADLINE_MS }, (error, response) => {
        stage.step('callback', error ? error.details.replace(/ after .*/, '') : response!.value);
        resolve();
      });
      (async () => {
        for await (const order of moved(['101', '102', '103'], 'Oslo')) call.write(order);
        stage.step('client', 'has written three orders, and now waits for the answer');
      })();
    });
    stage.step('so long', `${Math.round((performance.now() - from) / 50) * 50} ms`);
  });
  stage.say(
    'Both wait, each for the other: the server for the fourth order, the client for the answer. Nothing is wrong with either, and without a deadline nothing ends it. call.end() is one flag in a frame of nine bytes.',
  );
}
