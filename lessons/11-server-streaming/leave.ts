import { once } from 'node:events';
import type { Stage } from '#course/lesson/stage';
import { receive } from '#streams/receive';
import { handleStream } from '#streams/send-all';
import { LOOPBACK } from '#transport/tcp';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { atShop } from './at-shop.ts';
import { search } from './client.ts';
import { connectOurs, startOurServer } from './ours.ts';
import { type Seen, withoutEnd } from './search.ts';
import type { Handler } from './server.ts';
import { untilStill } from './still.ts';

// #region obvious
/** The handler that one writes first: it waits for room, and cleans up behind itself. */
function obvious(seen: Seen): Handler {
  return async (call) => {
    for await (const order of withoutEnd(seen)) {
      if (!call.write(order)) await once(call, 'drain');
    }
    call.end();
  };
}
// #endregion obvious

/** What is left behind when a reader has left after three. */
interface Left {
  seen: Seen;
  /** The server has heard of it. */
  told: boolean;
}

/** Reads three orders of a search without end, by `read`, and looks what the server does then. */
async function leaveAfterThree(
  handler: (seen: Seen) => Handler,
  read: (call: ReturnType<typeof search>) => AsyncIterable<unknown>,
  cancel: boolean,
): Promise<Left> {
  const seen: Seen = { made: 0, cleaned: false };
  let told = false;
  const watched: Handler = (call) => {
    call.once('cancelled', () => {
      told = true;
    });
    return handler(seen)(call);
  };
  return atShop(watched, async (shop) => {
    const call = search(shop, 'anything');
    let count = 0;
    for await (const _ of read(call)) if (++count === 3) break;
    if (cancel) call.cancel();
    await untilStill(() => seen.made);
    return { seen: { ...seen }, told };
  });
}

/** The same on our stack, both ends. */
async function leaveOurs(): Promise<Left> {
  const seen: Seen = { made: 0, cleaned: false };
  let told = false;
  const server = await startOurServer(
    { host: LOOPBACK, port: 0, log: () => {} },
    (_text, signal) => {
      signal.addEventListener('abort', () => {
        told = true;
      });
      return withoutEnd(seen);
    },
  );
  const { shop, close } = connectOurs(server);
  try {
    let count = 0;
    for await (const _ of shop.searchOrders({ value: 'anything' })) if (++count === 3) break;
    await untilStill(() => seen.made);
    return { seen: { ...seen }, told };
  } finally {
    await close();
    await server.close();
  }
}

/** `--leave`: four ways to leave a loop after three orders. */
export async function showLeaving(stage: Stage): Promise<void> {
  await stage.scene('A reader who has seen enough');
  stage.say(
    'A search that never ends, and a reader who leaves its loop after three orders, by break. What has the server done when nothing moves any more?',
  );
  const plain = (call: ReturnType<typeof search>) => call;
  const ways: [how: string, left: Left][] = [
    ['break', await leaveAfterThree(obvious, plain, false)],
    ['break, call.cancel()', await leaveAfterThree(obvious, plain, true)],
    [
      'receive, handleStream',
      await leaveAfterThree((seen) => handleStream(() => withoutEnd(seen)), receive, false),
    ],
    ['our stack: break', await leaveOurs()],
  ];
  const rows = ways.map(([how, { seen, told }]) => [
    how,
    seen.made.toLocaleString('en'),
    told ? 'yes' : 'no',
    seen.cleaned ? 'yes' : 'no',
  ]);
  stage.print(drawTable([['', 'orders made', 'server told', 'its finally ran'], ...rows]));
  stage.say(
    'In the first row nobody tells the server. for await destroys grpc-js’s stream, but that does not cancel the call: the server goes on until the windows are full, and then waits for room, which never comes. Only the deadline ends it.',
  );
  stage.say(
    'In the second the server is told at once, and its handler still hangs: after cancelled, grpc-js never emits drain, so `await once(call, "drain")` waits for ever, and finally does not run. Each caller who leaves costs a generator and whatever it holds: a cursor in the database, a file. (Our stack makes more orders before it is told, because its windows are larger: lesson 14.)',
  );
}
