import type { Stage } from '#course/lesson/stage';
import type { ClientInterceptor } from '#grpc/client/client-call';
import { isUnauthenticated, tokenRefresh } from '#grpc/interceptors/token-refresh';
import { statusName } from '#grpc/status';
import { ORDERS } from '../shop/orders.ts';
import { Desk, tokens } from './desk.ts';
import { startGuarded, withOurs } from './ours.ts';

const UPLOAD = ORDERS.slice(0, 3);

// #region again
/** Makes every call again that was refused, whatever its kind. */
function againAlways(fetch: () => Promise<string>): ClientInterceptor {
  return async (request, call, next) => {
    for (let attempt = 1; ; attempt++) {
      call.metadata.set('authorization', `Bearer ${await fetch()}`);
      try {
        return await next(request, call);
      } catch (error) {
        if (!isUnauthenticated(error) || attempt === 2) throw error;
      }
    }
  };
}
// #endregion again

/** `--upload`: three orders that are sent again. */
export async function showUpload(stage: Stage): Promise<void> {
  await stage.scene('An upload, and once more');
  stage.say(
    'UpdateOrders with 101, 102 and 103, which a generator gives one after the other. The first token is not taken; the second is.',
  );
  for (const [title, make] of [
    ['makes all again', againAlways],
    ['tokenRefresh', (fetch: () => Promise<string>) => tokenRefresh({ fetch })],
  ] as const) {
    const desk = new Desk(1);
    desk.takes('Bearer tea-1');
    await withOurs(startGuarded(desk), [make(tokens().fetch)], async (shop) => {
      const orders = (function* () {
        yield* UPLOAD;
      })();
      const outcome = await shop.updateOrders(orders).then(
        ({ value }) => `OK, and the shop says: "${value}"`,
        (error) => `${statusName(error.code)}: ${error.details}`,
      );
      stage.step(title, outcome);
    });
  }
  stage.say(
    'Look at the first line. The call went well, and nothing was updated. The first attempt had closed the generator when it failed, and the second found it empty. A refusal would have been better news.',
  );
}
