import { ServerInterceptingCall, type ServerInterceptor } from '@grpc/grpc-js';
import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import type { ServerInterceptor as OurInterceptor } from '#grpc/server/server-options';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { QUIET, withShop } from '../shop/with-shop.ts';
import { chainUnaryInterceptors, type Interceptor, unaryOnly } from './article.ts';
import { ADA, call, METHODS } from './client.ts';
import { showOrder, showSecret, showTwice } from './experiments.ts';
import { layer } from './layer.ts';
import { guard } from './layers.ts';
import { asTable, type Passage, startNoted, startOurNoted } from './onion.ts';
import { ourGuard, ourLog, startOurShop } from './ours.ts';
import { raw } from './raw.ts';
import { startShop } from './server.ts';
import { recordRefused } from './traces.ts';

const NAMES = ['log', 'guard', 'count'] as const;

/** `npm run lesson 15`: what stands between the wire and every handler, once. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { secret, twice, order } = experiments;
  if (secret) return showSecret(stage);
  if (twice) return showTwice(stage);
  if (order !== undefined) return showOrder(stage, String(order));

  await showOnion(stage);
  await showHooks(stage);
  await showOurs(stage);
  await showSeveral(stage);
  await showOpenDoor(stage);
  stage.say(
    'On a server a second next is an error: an order must not be taken twice. But who calls may want just that, when the first attempt has failed. That is lesson 16.',
  );
}

async function showOnion(stage: Stage): Promise<void> {
  await stage.scene('One call, three layers');
  stage.say(
    'A server of grpc-js with three interceptors: log, guard, count. They change nothing here; they write down what goes by. GetOrder("101"), and the numbers say in which order:',
  );
  const places = [...NAMES, 'handler'];
  const passed: Passage[] = [];
  await withShop(startNoted(NAMES, passed), (shop) => call(shop, 'GetOrder'));
  stage.print(drawTable(asTable(passed, places)));
  stage.say(
    'In from left to right, out from right to left: like the skins of an onion. Whoever is first in the list is outermost. It sees the call first, and the status last. SearchOrders("spoon"), with four answers:',
  );
  passed.length = 0;
  await withShop(startNoted(NAMES, passed), (shop) => call(shop, 'SearchOrders'));
  stage.print(drawTable(asTable(passed, places)));
  stage.say(
    'Each message crosses every layer by itself. The call has one way in and one way out, as before: the status comes behind the last message. (The handler did not wait. It had written all four before the first was out.)',
  );
}

async function showHooks(stage: Stage): Promise<void> {
  await stage.scene('The hooks of grpc-js');
  stage.say(
    'Under each of these layers is a ServerInterceptingCall, with up to eight hooks, most of them with a next of their own. The same GetOrder through three of them, each hook with its interceptors in the order in which they ran:',
  );
  const hooks = new Map<string, string[]>();
  const told = (hook: string, name: string) => hooks.set(hook, [...(hooks.get(hook) ?? []), name]);
  const interceptors = NAMES.map((name) => raw(name, told));
  await withShop(startShop(QUIET, { interceptors }), (shop) => call(shop, 'GetOrder'));
  stage.print(drawTable([...hooks].map(([hook, names]) => [hook, names.join(' → ')])));
  stage.say(
    'Two of them surprise. start runs from the inside out, before the call has come in: it is the handler that begins to listen. And onCancel runs although nobody cancelled, after every call that went well. It means: the call is over.',
  );
}

async function showOurs(stage: Stage): Promise<void> {
  await stage.scene('Under the hood: one function');
  stage.say(
    'On the stack in src/ an interceptor is a function of a request, a call and next, for all four kinds. What comes before next is the way in, what comes behind it the way out. The same two calls:',
  );
  for (const method of ['GetOrder', 'SearchOrders'] as const) {
    const lines: string[] = [];
    await withShop(startOurNoted(NAMES, lines), (shop) => call(shop, method));
    stage.step(method, '');
    stage.print(lines.join('\n'));
  }
  stage.say(
    'Look at the second. All three were out again before the first order was found: next gives a stream, and does not wait for its end. Whoever measures time around next, or catches around it, sees nothing of what a stream does. mapMessages goes into the stream; call.ended waits for its end.',
  );
}

async function showSeveral(stage: Stage): Promise<void> {
  await stage.scene('"Several interceptors have no effect"');
  stage.say(
    'So says the article of grpc-go: one may pass several, but only the first is used. It quotes the code that proves it. Here is that code, in TypeScript and run, beside both stacks:',
  );
  const rows = [['interceptors passed', '1', '2', '3']];
  rows.push(['the code that it quotes', ...[1, 2, 3].map((count) => String(quoted(count)))]);
  const ran = { js: [] as string[], ours: [] as string[] };
  for (const count of [1, 2, 3]) {
    ran.js.push(String(await countOnGrpcJs(count)));
    ran.ours.push(String(await countOnOurs(count)));
  }
  rows.push(['grpc-js', ...ran.js], ['our stack', ...ran.ours]);
  stage.print(drawTable(rows));
  stage.say(
    'All of them ran, each time. The article overlooked that interceptors[0] gets a next that calls interceptors[1], and so on.',
  );
}

/** How many of so many run in the article's code. */
function quoted(count: number): number {
  let ran = 0;
  const one: Interceptor = (request, invoker) => {
    ran++;
    return invoker(request);
  };
  const chained = chainUnaryInterceptors(Array.from({ length: count }, () => one));
  chained?.('101', (request) => `order ${request}`);
  return ran;
}

async function countOnGrpcJs(count: number): Promise<number> {
  let ran = 0;
  const one: ServerInterceptor = (_method, inner) => {
    ran++;
    return new ServerInterceptingCall(inner);
  };
  const interceptors = Array.from({ length: count }, () => one);
  await withShop(startShop(QUIET, { interceptors }), (shop) => call(shop, 'GetOrder'));
  return ran;
}

async function countOnOurs(count: number): Promise<number> {
  let ran = 0;
  const one: OurInterceptor = (request, current, next) => {
    ran++;
    return next(request, current);
  };
  const interceptors = Array.from({ length: count }, () => one);
  await withShop(startOurShop(QUIET, interceptors), (shop) => call(shop, 'GetOrder'));
  return ran;
}

async function showOpenDoor(stage: Stage): Promise<void> {
  await stage.scene('One door with a guard, three without');
  stage.say(
    'The article guards its server with grpc.UnaryInterceptor(ensureValidToken). It does what it says: for unary calls. Here is the same on grpc-js, and somebody without a token:',
  );
  const servers = [
    ['the article’s guard', () => startShop(QUIET, { interceptors: [unaryOnly(layer(guard))] })],
    ['for all four kinds', () => startShop(QUIET, { interceptors: [layer(guard)] })],
    ['our stack', () => startOurShop(QUIET, [ourGuard])],
  ] as const;
  const rows = METHODS.map((method): string[] => [method]);
  for (const [, start] of servers) {
    await withShop(start(), async (shop) => {
      for (const [i, method] of METHODS.entries()) {
        const value = method === 'SearchOrders' ? '' : undefined;
        const { code, messages } = await call(shop, method, value === undefined ? {} : { value });
        rows[i]!.push(code === 0 ? `OK, ${count(messages)}` : 'UNAUTHENTICATED');
      }
    });
  }
  stage.print(drawTable([['without a token', ...servers.map(([name]) => name)], ...rows]));
  stage.say(
    'What one gets who is refused, on the wire: one block, and nobody has read the request.',
  );
  const { events } = await recordRefused();
  for (const event of events)
    if (event.kind === 'message' && event.from === 'server') stage.show(event);
  stage.say('And on ours with a log around the guard, first ada with her token, then nobody:');
  const log = ourLog((line) => stage.step('our log', line));
  await withShop(startOurShop(QUIET, [log, ourGuard]), async (shop) => {
    for (const method of METHODS) await call(shop, method, { token: ADA });
    await call(shop, 'SearchOrders');
  });
  stage.say(
    'One order is guarded, and the whole book stands open: a search for nothing finds all 36. And UpdateOrders writes. Nobody forgot to check a token. Somebody forgot that there are two kinds of interceptors in Go, one for unary calls and one for streams, and each has to be registered. Lesson 25 comes back to it.',
  );
}

const count = (messages: number) => `${messages} ${messages === 1 ? 'message' : 'messages'}`;
