import { status } from '@grpc/grpc-js';
import type { Order } from '#protobuf/generated/ecommerce';
import { ORDERS } from '../../../../lessons/shop/orders.ts';
import type { ShopClient } from '../../../shop/clients.ts';
import type { Case } from '../../kit/cases.ts';
import { codeOf, expect, until } from '../expect.ts';
import type { GoServer } from '../programs.ts';
import type { Add } from './add-clients.ts';
import { INVALID_ID, SLOW_ID } from './add-order.ts';
import { TORN, UNKNOWN, WITHOUT_END } from './book.ts';

const PATH = '/ecommerce.OrderManagement';
const TIMEOUT_MS = 10_000;
const SHORT_MS = 500;

const SENT = /^====== \[Server Stream Interceptor Wrapper\] Send a message \(Type: \*(\S+)\) at /;
const RECEIVED =
  /^====== \[Server Stream Interceptor Wrapper\] Receive a message \(Type: \*(\S+)\) at /;

/** The orders of the article's server that have tea. */
const TEAS = ['101', '103', '104', '106'];

/** Where the two stacks differ, as clients. */
export interface Manners {
  /** The codes with which a call ends whose time is up. */
  timedOut: readonly number[];
  /** What the article's server logs of an upload that we cancel. */
  cancelled?: RegExp;
}

/**
 * The server's clock may be the faster one, and then it resets the stream with CANCEL: for grpc-js
 * that is CANCELLED, whatever its own clock says. And grpc-js says first that this was all, and
 * then cancels: so the server may have taken a part for the whole (lesson 12).
 */
export const GRPC_JS: Manners = { timedOut: [status.DEADLINE_EXCEEDED, status.CANCELLED] };
export const OURS: Manners = {
  timedOut: [status.DEADLINE_EXCEEDED],
  cancelled: /^UpdateOrders: Recv error:.*Canceled/,
};

/** Our streaming clients, either stack, at the article's server. */
export function streamingServerCases(
  server: GoServer,
  connect: () => ShopClient,
  { timedOut, cancelled }: Manners,
): Case[] {
  const withClient = async <T>(use: (shop: ShopClient) => Promise<T>): Promise<T> => {
    const shop = connect();
    try {
      return await use(shop);
    } finally {
      shop.close();
    }
  };
  /** The lines that the server logs meanwhile. */
  const logOf = async (use: (shop: ShopClient) => Promise<void>, last: string | RegExp) => {
    const from = server.log.length;
    await withClient(async (shop) => {
      await use(shop);
      // A client that closes ends its calls in another way than by leaving them.
      await server.logged(last, from);
    });
    return server.log.slice(from);
  };
  return [
    {
      name: 'SearchOrders: the log lines of its interceptor, one for each message',
      run: () =>
        withClient(async (shop) => {
          const lines = linesSince(
            server,
            `====== [Server Stream Interceptor]  ${PATH}/SearchOrders`,
          );
          await idsOf(shop.search('tea', TIMEOUT_MS));
          await until('so many were sent', () => counted(lines(), SENT) === TEAS.length);
          expect('received', counted(lines(), RECEIVED), 1);
        }),
    },
    {
      name: 'SearchOrders: all that is found, in order',
      run: () =>
        withClient(async (shop) => {
          expect('the ids', await idsOf(shop.search('tea', TIMEOUT_MS)), { ids: TEAS, code: 0 });
        }),
    },
    {
      name: 'SearchOrders: refused',
      run: () =>
        withClient(async (shop) => {
          const got = await idsOf(shop.search('', TIMEOUT_MS));
          expect('what came', got, { ids: [], code: status.INVALID_ARGUMENT });
        }),
    },
    {
      name: 'SearchOrders: fails after three, which have come',
      run: () =>
        withClient(async (shop) => {
          const got = await idsOf(shop.search(TORN, TIMEOUT_MS));
          expect('what came', got, { ids: ['101', '102', '103'], code: status.DATA_LOSS });
        }),
    },
    {
      name: 'SearchOrders: left after three: its Send fails, and it serves on',
      async run() {
        await logOf(async (shop) => {
          let count = 0;
          for await (const _ of shop.search(WITHOUT_END, TIMEOUT_MS)) if (++count === 3) break;
        }, /^SearchOrders: Send error:.*Canceled/);
        await withClient(async (shop) => {
          expect('the next', (await idsOf(shop.search('kettle', TIMEOUT_MS))).ids, ['102']);
        });
      },
    },
    {
      name: 'SearchOrders: a deadline in the middle',
      async run() {
        let code = 0;
        await logOf(async (shop) => {
          code = await codeOf(drain(shop.search(WITHOUT_END, SHORT_MS)));
        }, /^SearchOrders: Send error:/);
        expect('the status', timedOut.includes(code), true);
      },
    },
    {
      name: 'UpdateOrders: all of them, and the answer',
      async run() {
        const lines = await logOf(async (shop) => {
          const answer = await shop.update(ordersOf('101', '102'), TIMEOUT_MS);
          expect('the answer', answer, 'Orders processed Updated Order IDs : 101, 102, ');
        }, 'Order ID : 102 - Updated');
        expect('received', counted(lines, RECEIVED), 2);
      },
    },
    {
      name: 'UpdateOrders: refused while we send: we stop, and know why',
      run: () =>
        withClient(async (shop) => {
          let told = false;
          async function* orders() {
            try {
              yield* ordersOf(UNKNOWN);
              for (;;) yield* ordersOf('101');
            } finally {
              told = true;
            }
          }
          const code = await codeOf(shop.update(orders(), TIMEOUT_MS));
          expect('the status', code, status.NOT_FOUND);
          expect('the list is closed', told, true);
        }),
    },
    {
      name: 'UpdateOrders: our list breaks: we throw it, and cancel',
      async run() {
        const from = server.log.length;
        const use = async (shop: ShopClient) => {
          async function* orders() {
            yield* ordersOf('101');
            // A call that nobody has heard of is given up without a word.
            await server.logged('Order ID : 101 - Updated', from);
            throw new Error('the list is torn');
          }
          const error = await shop.update(orders(), TIMEOUT_MS).catch((thrown: Error) => thrown);
          expect('what is thrown', (error as Error).message, 'the list is torn');
        };
        await (cancelled ? logOf(use, cancelled) : withClient(use));
      },
    },
    {
      name: 'ProcessOrders: one shipment for each, and the end',
      async run() {
        await logOf(async (shop) => {
          const got = await idsOf(shop.process(valuesOf('101', '103', '106'), TIMEOUT_MS));
          expect('what came', got, { ids: ['c-101', 'c-103', 'c-106'], code: 0 });
        }, 'ProcessOrders is over: recv <nil>, send <nil>');
      },
    },
    {
      name: 'ProcessOrders: lock-step, each asked when the one before has been answered',
      run: () =>
        withClient(async (shop) => {
          let answered = () => {};
          async function* asking() {
            for (const value of ['101', '102', '103']) {
              const answer = new Promise<void>((resolve) => {
                answered = resolve;
              });
              yield { value };
              await answer;
            }
          }
          const ids: string[] = [];
          for await (const { id } of shop.process(asking(), TIMEOUT_MS)) {
            ids.push(id);
            answered();
          }
          expect('what came', ids, ['c-101', 'c-102', 'c-103']);
        }),
    },
    {
      name: 'ProcessOrders: refused in the middle',
      run: () =>
        withClient(async (shop) => {
          const { ids, code } = await idsOf(
            shop.process(valuesOf('101', '102', UNKNOWN), TIMEOUT_MS),
          );
          expect('the status', code, status.NOT_FOUND);
          expect('what came before', ['c-101', 'c-102'].slice(0, ids.length), ids);
        }),
    },
    {
      name: 'ProcessOrders: left in the middle: both its goroutines end',
      async run() {
        await logOf(async (shop) => {
          for await (const _ of shop.process(withoutEnd(), TIMEOUT_MS)) break;
        }, /^ProcessOrders is over: .*Canceled/);
      },
    },
  ];
}

/** Our AddOrder, either stack, at the article's server. */
export function addServerCases(server: GoServer, add: Add, { timedOut }: Manners): Case[] {
  const metadata = { timestamp: ['Dec  7 14:52:55'], kn: ['vn'], k1: ['v1', 'v2'], k2: ['v3'] };
  const call = (id: string, timeoutMs = TIMEOUT_MS) => add(server.port, id, metadata, timeoutMs);
  return [
    {
      name: 'AddOrder: the log lines of its interceptor, around the handler',
      async run() {
        const lines = linesSince(server, `======= [Server Interceptor]  ${PATH}/AddOrder`);
        expect('the answer', (await call('107')).value, 'Order Added: 107');
        const last = /^ Post Proc Message : value:\s*"Order Added: 107"$/;
        await until('the last line', () => counted(lines(), last) === 1);
        const around = lines().filter((line) => / (Pre|Post) Proc Message /.test(line));
        expect('before', /^ Pre Proc Message : id:\s*"107"/.test(around[0]!), true);
        expect('after', last.test(around[1]!), true);
      },
    },
    {
      name: 'AddOrder: our metadata comes, two values for k1 in order',
      async run() {
        const from = server.log.length;
        await call('107');
        await server.logged(/^ Post Proc Message/, from);
        const lines = server.log.slice(from).filter((line) => line.startsWith('====>'));
        expect('what it logs', lines, [
          '====> Metadata timestamp 0. Dec  7 14:52:55',
          '====> Metadata kn 0. vn',
          '====> Metadata k1 0. v1',
          '====> Metadata k1 1. v2',
          '====> Metadata k2 0. v3',
        ]);
      },
    },
    {
      name: 'AddOrder: we read its headers and trailers',
      async run() {
        const { front, behind } = await call('107');
        expect('headers', front, { location: ['San Jose'], timestamps: 1 });
        expect('trailers', behind, ['ok']);
      },
    },
    {
      name: 'AddOrder: without metadata: INVALID_ARGUMENT, and not DATA_LOSS',
      async run() {
        const { code } = await add(server.port, '107', {}, TIMEOUT_MS);
        expect('the status', code, status.INVALID_ARGUMENT);
      },
    },
    {
      name: 'AddOrder: we read its error details, behind headers',
      async run() {
        const { code, text, value, behind, details } = await call(INVALID_ID);
        expect('the status', code, status.INVALID_ARGUMENT);
        expect('its text', text, 'Invalid information received');
        expect('the answer', value, undefined);
        expect('trailers', behind, ['ok']);
        expect('the details', details, [
          `ID: Order ID received is not valid ${INVALID_ID}:`,
          'google.rpc.RetryInfo',
        ]);
      },
    },
    {
      name: 'AddOrder: our deadline comes, and its handler hears when it has passed',
      async run() {
        const from = server.log.length;
        const { code } = await call(SLOW_ID, SHORT_MS);
        expect('the status', timedOut.includes(code), true);
        // It is told twice, by its own clock and by our RST_STREAM; either may be first.
        await server.logged(
          /^(RPC has reached deadline exceeded state : context deadline exceeded|nobody waits : context canceled)$/,
          from,
        );
      },
    },
  ];
}

/**
 * What the server logs from now on, beginning with this line; nothing while it has not come. The
 * handler of a call that is over may still log, and its lines may come before.
 */
function linesSince(server: GoServer, first: string): () => string[] {
  const from = server.log.length;
  return () => {
    const lines = server.log.slice(from);
    const start = lines.indexOf(first);
    return start === -1 ? [] : lines.slice(start);
  };
}

const counted = (lines: readonly string[], line: RegExp) =>
  lines.filter((one) => line.test(one)).length;

/** The ids of what comes, and the code with which it ends. */
async function idsOf(messages: AsyncIterable<{ id: string }>) {
  const ids: string[] = [];
  const code = await codeOf(
    (async () => {
      for await (const { id } of messages) ids.push(id);
    })(),
  );
  return { ids, code };
}

async function drain(messages: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of messages);
}

async function* ordersOf(...ids: string[]): AsyncGenerator<Order> {
  for (const id of ids) yield { ...ORDERS[0]!, id } as Order;
}

async function* valuesOf(...ids: string[]) {
  for (const value of ids) yield { value };
}

async function* withoutEnd() {
  for (;;) yield* valuesOf('101');
}
