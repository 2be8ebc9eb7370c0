import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { callLog } from '#grpc/interceptors/call-log';
import { readCache } from '#grpc/interceptors/read-cache';
import { SharedToken, tokenRefresh } from '#grpc/interceptors/token-refresh';
import { statusName } from '#grpc/status';
import type { Field } from '#inspect/trace';
import { FakeClock } from '#time/fake-clock';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { call, METHODS } from '../15-server-interceptors/client.ts';
import { nameOf } from '../15-server-interceptors/layers.ts';
import { ourHandlers, startOurShop } from '../15-server-interceptors/ours.ts';
import { startShop } from '../15-server-interceptors/server.ts';
import { QUIET } from '../shop/with-shop.ts';
import { articleLog } from './article.ts';
import { Desk, tokens } from './desk.ts';
import { showLost, showOrder, showStale, showStampede } from './experiments.ts';
import { startGuardedJs, withJs } from './js.ts';
import { layer } from './layer.ts';
import { callOurs, startGuarded, withOurs } from './ours.ts';
import { showQueue } from './queue.ts';
import { raw } from './raw.ts';
import { refreshing } from './refreshing.ts';
import { statusLog } from './status-log.ts';
import { recordRefreshed } from './traces.ts';
import { showUpload } from './upload.ts';

const NAMES = ['log', 'token', 'count'] as const;

/** `npm run lesson 16`: what stands between a caller and the wire. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { stampede, upload, stale, lost, order } = experiments;
  if (stampede) return showStampede(stage);
  if (upload) return showUpload(stage);
  if (stale) return showStale(stage);
  if (lost) return showLost(stage);
  if (order !== undefined) return showOrder(stage, String(order));

  await showHooks(stage);
  await showLogs(stage);
  await showToken(stage);
  await showKinds(stage);
  await showCache(stage);
  await showQueue(stage);
  stage.say(
    'A call that waits has a deadline, and so has each call that is made for it. Who subtracts what has been used up, and who stops working when the time is over? That is lesson 17.',
  );
}

async function showHooks(stage: Stage): Promise<void> {
  await stage.scene('The other end of the onion');
  stage.say(
    'A client of grpc-js with three interceptors that change nothing: log, token, count. Each hook, with its interceptors in the order in which they ran. First GetOrder("101"), then GetOrder("999"), which there is not:',
  );
  const hooks = new Map<string, string[]>();
  const told = (hook: string, name: string) => hooks.set(hook, [...(hooks.get(hook) ?? []), name]);
  const interceptors = NAMES.map((name) => raw(name, told));
  await withJs(startShop(QUIET), interceptors, async (shop) => {
    for (const value of ['101', '999']) {
      hooks.clear();
      const { text } = await call(shop, 'GetOrder', { value });
      stage.step(`GetOrder("${value}")`, text);
      stage.print(drawTable([...hooks].map(([hook, names]) => [hook, names.join(' → ')])));
    }
  });
  stage.say(
    'Out from left to right, back from right to left: who is first in the list is nearest to the caller. Look at the second table. No message came, and a hook for messages ran all the same, with null.',
  );
}

async function showLogs(stage: Stage): Promise<void> {
  await stage.scene('A log that prints what there is not');
  stage.say(
    'The article’s interceptor prints the method, makes the call, and prints the reply. Here it is on our stack; two calls go well, two fail:',
  );
  const lines: string[] = [];
  await withOurs(startOurShop(QUIET, []), [articleLog((line) => lines.push(line))], (shop) =>
    makeFour(shop),
  );
  stage.print(lines.map((line) => line.slice(0, 66)).join('\n'));
  stage.say(
    'Two lines for each unary call. {} is the reply that never came; why, and that anything went wrong at all, nobody can see. Of the search there is nothing: that is another kind of interceptor in Go. The same calls with a log that asks how the call ended:',
  );
  const rows: string[][] = [];
  const clock = new FakeClock(); // so that this page prints the same each time
  const log = callLog({
    clock,
    newId: () => `web-${rows.length + 1}`,
    write: ({ id, path, code, details }) =>
      rows.push([id, nameOf(path), statusName(code), details]),
  });
  await withOurs(startOurShop(QUIET, []), [log], (shop) => makeFour(shop));
  stage.print(drawTable([['id', 'method', 'code', 'details'], ...rows]));
  stage.say(
    '(And how long it took, which is another number each time.) On grpc-js it is onReceiveStatus that knows:',
  );
  await withJs(startShop(QUIET), [layer(statusLog((line) => stage.print(line)))], async (shop) => {
    await call(shop, 'GetOrder');
    await call(shop, 'GetOrder', { value: '999' });
    await call(shop, 'SearchOrders');
  });
}

/** One that goes well, one that is not there, a bug, a search. */
async function makeFour(shop: Parameters<typeof callOurs>[0]): Promise<void> {
  for (const value of ['101', '999', 'bug']) await shop.getOrder({ value }).catch(() => {});
  await callOurs(shop, 'SearchOrders');
}

async function showToken(stage: Stage): Promise<void> {
  await stage.scene('A token that is not good any more');
  stage.say(
    'The shop has a guard, and a token is good for two calls. The client is grpc-js with an interceptor that fetches a new one when it is asked "who are you?". Three calls, and what the guard saw:',
  );
  const desk = new Desk();
  const source = tokens();
  const shared = new SharedToken(source.fetch);
  await withJs(startGuardedJs(desk), [refreshing(shared)], async (shop) => {
    for (let i = 1; i <= 3; i++) {
      const before = desk.asked.length;
      const { text } = await call(shop, 'GetOrder');
      stage.step(`GetOrder, ${i}`, `${text}; the guard: ${desk.asked.slice(before).join(', ')}`);
    }
  });
  stage.say(
    'The third was made twice, and its caller knows nothing of it. On the wire, the two attempts and the refusal between them: two streams, for one call.',
  );
  const { events } = await recordRefreshed();
  for (const event of events) {
    if (event.kind !== 'message' || !event.fields.some(isHeaders)) continue;
    if (event.from === 'client' || event.call === '1') stage.show(event);
  }
}

const isHeaders = ({ name }: Field) => name === 'header block';

async function showKinds(stage: Stage): Promise<void> {
  await stage.scene('Under the hood: what can be made again');
  stage.say(
    'On the stack in src/ the same is a function around next, and may call it again. A call of each kind, each with a token that has just been revoked, and then each once more:',
  );
  const rows: string[][] = [['', 'attempts', 'ended', 'once more']];
  const desk = new Desk(100);
  const refresh = tokenRefresh({ fetch: tokens().fetch });
  await withOurs(startGuarded(desk), [refresh], async (shop) => {
    await callOurs(shop, 'GetOrder');
    for (const method of METHODS) {
      desk.revoke();
      const before = desk.asked.length;
      const ended = await callOurs(shop, method);
      const attempts = desk.asked.length - before;
      rows.push([method, String(attempts), ended, await callOurs(shop, method)]);
    }
  });
  stage.print(drawTable(rows));
  stage.say(
    'The requests of UpdateOrders and ProcessOrders are streams. The first attempt has read of them, and has closed them when it failed; --upload shows what a second one would send. So the caller hears of it, and the next call brings the new token. SearchOrders can be made again, until its first order has come.',
  );
}

async function showCache(stage: Stage): Promise<void> {
  await stage.scene('The call that is not made');
  stage.say(
    'An interceptor that does not call next has answered by itself. A cache for ten seconds, in front of methods whose .proto says NO_SIDE_EFFECTS:',
  );
  let ran = 0;
  const clock = new FakeClock();
  const getOrder = (request: { value: string }) => {
    ran++;
    return ourHandlers.getOrder(request);
  };
  await withOurs(
    startOurShop(QUIET, [], { getOrder }),
    [readCache({ ttlMs: 10_000, clock })],
    async (shop) => {
      for (const [after, value] of [
        [0, '101'],
        [0, '101'],
        [0, '102'],
        [9_999, '101'],
        [1, '101'],
      ] as const) {
        clock.advance(after);
        const before = ran;
        const { items } = await shop.getOrder({ value });
        const from = ran > before ? 'the server' : 'the cache';
        stage.step(
          `${after === 0 ? '' : `${after} ms later`}`,
          `GetOrder("${value}"): ${items.join(', ')}. From ${from}`,
        );
      }
    },
  );
}
