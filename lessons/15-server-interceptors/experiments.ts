import {
  type handleUnaryCall,
  ServerInterceptingCall,
  type ServerInterceptor,
} from '@grpc/grpc-js';
import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { mask as ourMask } from '#grpc/interceptors/mask';
import type { ServerInterceptor as OurInterceptor } from '#grpc/server/server-options';
import type { Order } from '#protobuf/generated/ecommerce';
import { QUIET, withShop } from '../shop/with-shop.ts';
import { ADA, call } from './client.ts';
import { layer } from './layer.ts';
import { mask } from './layers.ts';
import { ourGuard, startOurShop } from './ours.ts';
import { startShop } from './server.ts';
import { careless, foundBy, orderOf, SECRET, type Text } from './shop.ts';

/** Ours, with a search that fails behind two orders. */
const ourCareless = {
  async *searchOrders() {
    yield* foundBy('kettle').slice(0, 2);
    throw new Error(SECRET);
  },
};

/** Ids one can read: `c-1`, `c-2`. */
export function counting(): () => string {
  let last = 0;
  return () => `c-${++last}`;
}

/** `--secret`: handlers that throw one, and what arrives at the client. */
export async function showSecret(stage: Stage): Promise<void> {
  const accidents: string[] = [];
  const report = (id: string, text: string) => accidents.push(`${id}  ${text}`);
  const jsMask = layer(mask((id, { details }) => report(id, details), counting()));
  const ourMasked = ourMask({
    newId: counting(),
    report: (error, id) => report(id, (error as Error).message),
  });
  const scenes = [
    ['grpc-js, as it is', () => startShop(QUIET, {}, careless)],
    ['grpc-js, with a mask', () => startShop(QUIET, { interceptors: [jsMask] }, careless)],
    ['our stack, as it is', () => startOurShop(QUIET, [], ourCareless)],
    ['our stack, with a mask', () => startOurShop(QUIET, [ourMasked], ourCareless)],
  ] as const;
  for (const [title, start] of scenes) {
    await stage.scene(title);
    accidents.length = 0;
    await withShop(start(), async (shop) => {
      for (const method of ['GetOrder', 'SearchOrders'] as const) {
        const { text, messages, id } = await call(shop, method, { value: 'bug' });
        const orders = messages === 0 ? '' : `${messages} orders, then `;
        stage.step(method, `${orders}${text}${id === undefined ? '' : ` [${id}]`}`);
      }
    });
    for (const line of accidents) stage.step('server’s log', line);
  }
  stage.say(
    'The second call is the harder one. Its handler had answered long before: with a stream. What fails is the stream, and a mask that catches around the handler is gone by then. It has to be around the messages too.',
  );
  stage.say(
    'An id is all that both sides have of it. The caller reads it out, and somebody finds the line.',
  );
}

/** `--twice`: an interceptor that means well, and tries again. */
export async function showTwice(stage: Stage): Promise<void> {
  await stage.scene('An interceptor that goes in twice');
  stage.say('GetOrder("101"); the handler counts how often it runs. First grpc-js:');
  let ran = 0;
  const GetOrder: handleUnaryCall<Text, Order> = (current, callback) => {
    ran++;
    callback(null, orderOf(current.request.value));
  };
  for (const hook of ['onReceiveMetadata', 'onReceiveMessage', 'onReceiveHalfClose'] as const) {
    ran = 0;
    const start = startShop(QUIET, { interceptors: [twiceOnGrpcJs(hook)] }, { GetOrder });
    const { text } = await withShop(start, (shop) => call(shop, 'GetOrder', { timeoutMs: 1_500 }));
    stage.step(
      'grpc-js',
      `next twice in ${hook}: the handler ran ${times(ran)}. The client: ${text}`,
    );
  }
  stage.say(
    'Whether it is noticed depends on the hook. The last runs the handler twice, so an order would be taken twice, and the client waits until its time is up. Now the stack in src/:',
  );
  ran = 0;
  const twice: OurInterceptor = async (request, current, next) => {
    await next(request, current);
    return next(request, current);
  };
  const log = (line: string) => stage.step('our server', line);
  const start = startOurShop({ ...QUIET, log }, [twice], {
    getOrder: ({ value }) => {
      ran++;
      return orderOf(value);
    },
  });
  const { text } = await withShop(start, (shop) => call(shop, 'GetOrder'));
  stage.step('our stack', `the handler ran ${times(ran)}. The client: ${text}`);
}

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

function twiceOnGrpcJs(
  hook: 'onReceiveMetadata' | 'onReceiveMessage' | 'onReceiveHalfClose',
): ServerInterceptor {
  return (_method, outer) =>
    new ServerInterceptingCall(outer, {
      start: (begin) =>
        begin(
          hook === 'onReceiveHalfClose'
            ? {
                onReceiveHalfClose(next) {
                  next();
                  next();
                },
              }
            : {
                [hook](thing: unknown, next: (thing: unknown) => void) {
                  next(thing);
                  next(thing);
                },
              },
        ),
    });
}

/** What `--order` can put in a row. */
export const LAYERS = ['log', 'mask', 'guard'] as const;

/** `--order <names>`: the same layers, another way round. */
export async function showOrder(stage: Stage, text: string): Promise<void> {
  const names = text.split(',').map((name) => name.trim());
  const known = names.every((name) => (LAYERS as readonly string[]).includes(name));
  if (!known || new Set(names).size !== names.length) {
    throw new UserError(`--order takes some of ${LAYERS.join(', ')}, with commas between them`);
  }
  await stage.scene(`On our stack, from the outside in: ${names.join(', ')}`);
  stage.say('GetOrder three times; twice with a token:');
  const logged: string[] = [];
  const layers: Record<string, OurInterceptor> = {
    log: async (request, current, next) => {
      try {
        const answer = await next(request, current);
        logged.push('OK');
        return answer;
      } catch (error) {
        logged.push((error as Error).message);
        throw error;
      }
    },
    mask: ourMask({ newId: counting(), report: () => {} }),
    guard: ourGuard,
  };
  const rows: string[][] = [];
  await withShop(
    startOurShop(
      QUIET,
      names.map((name) => layers[name]!),
    ),
    async (shop) => {
      for (const [what, asked] of [
        ['no such order', { value: '999', token: ADA }],
        ['a bug', { value: 'bug', token: ADA }],
        ['no token', {}],
      ] as const) {
        logged.length = 0;
        const outcome = await call(shop, 'GetOrder', asked);
        const id = outcome.id === undefined ? '' : ` [${outcome.id}]`;
        const line = logged.join() || (names.includes('log') ? 'nothing' : 'there is none');
        rows.push([what, line, `${outcome.text}${id}`]);
      }
    },
  );
  for (const [what = '', log = '', client = ''] of rows) {
    stage.step(what, `the log: ${log}`);
    stage.step('', `the client: ${client}`);
  }
  if (!names.includes('guard')) {
    stage.say('Nobody asks for a token here, so that a call without one goes well.');
  }
  stage.say(
    'An interceptor knows what is further in, and nothing of what is further out. A log inside of the guard never hears of those who were turned away. A log inside of the mask reads what happened; outside of it, what was told.',
  );
}
