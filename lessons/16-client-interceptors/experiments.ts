import { InterceptingCall, type Interceptor } from '@grpc/grpc-js';
import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import type { ClientInterceptor } from '#grpc/client/client-call';
import { callLog } from '#grpc/interceptors/call-log';
import { readCache } from '#grpc/interceptors/read-cache';
import { isUnauthenticated, tokenRefresh } from '#grpc/interceptors/token-refresh';
import { Metadata } from '#grpc/metadata';
import { statusName } from '#grpc/status';
import type { Order } from '#protobuf/generated/ecommerce';
import { nameOf } from '../15-server-interceptors/layers.ts';
import { startOurShop } from '../15-server-interceptors/ours.ts';
import { startShop } from '../15-server-interceptors/server.ts';
import { orderOf } from '../15-server-interceptors/shop.ts';
import { QUIET } from '../shop/with-shop.ts';
import { Desk, tokens } from './desk.ts';
import { withJs } from './js.ts';
import { callOurs, startGuarded, withOurs } from './ours.ts';

const CROWD = 20;

// #region naive
/** As one writes it first: each call that is refused fetches a token for itself. */
function naiveRefresh(fetch: () => Promise<string>): ClientInterceptor {
  let token: string | undefined;
  return async (request, call, next) => {
    token ??= await fetch();
    call.metadata.set('authorization', `Bearer ${token}`);
    try {
      return await next(request, call);
    } catch (error) {
      if (!isUnauthenticated(error)) throw error;
      token = await fetch();
      call.metadata.set('authorization', `Bearer ${token}`);
      return next(request, call);
    }
  };
}
// #endregion naive

/** `--stampede`: twenty calls at once, and their token has just expired. */
export async function showStampede(stage: Stage): Promise<void> {
  await stage.scene('Twenty calls, one token');
  stage.say(
    'The first call fetches a token. Then it is revoked, and twenty calls come at once. How often is the token server asked?',
  );
  for (const [title, make] of [
    ['each for itself', naiveRefresh],
    ['once for all', (fetch: () => Promise<string>) => tokenRefresh({ fetch })],
  ] as const) {
    const desk = new Desk(1000);
    const source = tokens();
    await withOurs(startGuarded(desk), [make(source.fetch)], async (shop) => {
      await callOurs(shop, 'GetOrder');
      desk.revoke();
      source.fetched = 1;
      const crowd = Array.from({ length: CROWD }, () => callOurs(shop, 'GetOrder'));
      const fine = (await Promise.all(crowd)).filter((ended) => ended.startsWith('OK')).length;
      stage.step(
        title,
        `${fine} of ${CROWD} calls OK, ${desk.asked.length - 1} attempts, ${source.fetched - 1} fetched`,
      );
    });
  }
  stage.say(
    'A token server has limits, too, and a thousand clients have the same idea in the same second. Keep the promise of a token and not the token: who comes later waits for the same one.',
  );
}

/** `--stale`: what a cache says that is not true. */
export async function showStale(stage: Stage): Promise<void> {
  const orders = new Map<string, Order>([['101', orderOf('101')]]);
  const handlers = {
    getOrder: ({ value }: { value: string }) => orders.get(value)!,
    addOrder: (order: Order) => {
      orders.set(order.id, order);
      return { value: order.id };
    },
  };
  await stage.scene('What is no longer true');
  const cache = readCache({ ttlMs: 10_000 });
  await withOurs(startOurShop(QUIET, [], handlers), [cache], async (shop) => {
    const read = async () => (await shop.getOrder({ value: '101' })).destination;
    stage.step('before', `order 101 goes to ${await read()}`);
    await shop.addOrder({ ...orderOf('101'), destination: 'Rome' });
    stage.step('AddOrder', 'order 101 is replaced: to Rome');
    stage.step('after', `order 101 goes to ${await read()}, says the cache`);
    stage.step('in the shop', `order 101 goes to ${orders.get('101')!.destination}`);
  });
  stage.say(
    'For ten seconds the client does not see its own write. A time to live is a promise of what may be wrong for how long; who cannot make it needs no cache.',
  );
  await stage.scene('What is not for you');
  for (const [title, vary] of [
    ['the request', []],
    ['and who asks', ['authorization']],
  ] as const) {
    const personal = {
      getOrder: ({ value }: { value: string }, { metadata }: { metadata: Metadata }) => ({
        ...orderOf(value),
        description: `for ${metadata.get('authorization')}`,
      }),
    };
    const kept = readCache({ ttlMs: 10_000, vary });
    await withOurs(startOurShop(QUIET, [], personal), [kept], async (shop) => {
      const ask = async (who: string) => {
        const metadata = new Metadata({ authorization: who });
        return (await shop.getOrder({ value: '101' }, { metadata })).description;
      };
      stage.step(title, `ada reads "${await ask('ada')}", bob reads "${await ask('bob')}"`);
    });
  }
  stage.say(
    'One client may make calls for many people: a gateway does. Then whoever asks is a part of the question.',
  );
}

/** `--lost`: one interceptor changes the request, and waits before the call starts. */
export async function showLost(stage: Stage): Promise<void> {
  await stage.scene('A change that is lost');
  stage.say(
    'An interceptor makes GetOrder("102") of every request. It waits for a token before it starts the call, or it does not. First grpc-js:',
  );
  for (const waits of [false, true]) {
    await withJs(startShop(QUIET), [rewriting(waits)], async (shop) => {
      const id = await new Promise((resolve) =>
        shop.getOrder({ value: '101' }, (_error, order) => resolve(order?.id)),
      );
      stage.step(
        'grpc-js',
        `start ${waits ? 'waits' : 'does not wait'}: the shop answered with order ${id}`,
      );
    });
  }
  const ours: ClientInterceptor = async (_request, call, next) => {
    await new Promise(setImmediate);
    return next({ value: '102' }, call);
  };
  await withOurs(startOurShop(QUIET, []), [ours], async (shop) => {
    const { id } = await shop.getOrder({ value: '101' });
    stage.step('our stack', `waits: the shop answered with order ${id}`);
  });
  stage.say(
    'grpc-js keeps a message that comes while start is waiting, and what it keeps is the message from before the change. The hooks of one call run at the same time; nobody puts them in a row. So do not change requests in an interceptor that waits: use two.',
  );
}

const rewriting =
  (waits: boolean): Interceptor =>
  (options, nextCall) =>
    new InterceptingCall(nextCall(options), {
      start(metadata, listener, next) {
        if (waits) setImmediate(() => next(metadata, listener));
        else next(metadata, listener);
      },
      sendMessage: (_message, next) => next({ value: '102' }),
    });

/** What `--order` can put in a row. */
export const LAYERS = ['log', 'refresh', 'cache'] as const;

/** `--order <names>`: the same layers, another way round. */
export async function showOrder(stage: Stage, text: string): Promise<void> {
  const names = text.split(',').map((name) => name.trim());
  const known = names.every((name) => (LAYERS as readonly string[]).includes(name));
  if (!known || new Set(names).size !== names.length) {
    throw new UserError(`--order takes some of ${LAYERS.join(', ')}, with commas between them`);
  }
  await stage.scene(`From the caller to the wire: ${names.join(', ')}`);
  const logged: string[] = [];
  const layers: Record<string, ClientInterceptor> = {
    log: callLog({
      newId: () => 'web-1',
      write: ({ path, code }) => logged.push(`${nameOf(path)} ${statusName(code)}`),
    }),
    refresh: tokenRefresh({ fetch: tokens().fetch }),
    cache: readCache({ ttlMs: 10_000 }),
  };
  const desk = new Desk(1);
  const interceptors = names.map((name) => layers[name]!);
  await withOurs(startGuarded(desk), interceptors, async (shop) => {
    for (const what of ['the first', 'the same', 'another'] as const) {
      const before = desk.asked.length;
      const value = what === 'another' ? '102' : '101';
      const ended = await shop.getOrder({ value }).then(
        () => 'OK',
        (error) => statusName(error.code),
      );
      await new Promise(setImmediate); // the log writes when the call has ended
      stage.step(what, `GetOrder("${value}"): ${ended}`);
      stage.step('', `the log: ${logged.splice(0).join(', ') || '–'}`);
      stage.step('', `the guard: ${desk.asked.slice(before).join(', ') || '–'}`);
    }
  });
  stage.say(
    'A token is good for one call here. A log inside of the refresh hears of each attempt, and writes OK for both: call.ended is of the whole call, and the refusal is in no line. A cache outside of it needs no token for what it has. Inside of it a new token makes a new key, and the cache has to ask again.',
  );
}
