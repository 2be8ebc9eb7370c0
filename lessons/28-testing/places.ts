import { type Duplex, duplexPair } from 'node:stream';
import { Server, ServerCredentials, type sendUnaryData, status } from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import { handshake } from '#channel/connections/handshake';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { statusName } from '#grpc/status';
import { listen, stop } from '#hello/serve';
import { type Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { systemClock } from '#time/clock';
import { ecommerce } from '../shop/load.ts';
import { ORDERS } from '../shop/orders.ts';
import { DuplexConnection } from './duplex-connection.ts';

type Handler = (call: { request: { value: string } }, done: sendUnaryData<Order>) => void;

/** A server of grpc-js with one handler; each fault is in another place of it. */
interface Shop {
  getOrder: Handler;
  /** The name under which the handler is registered. */
  name?: string;
  listens?: boolean;
}

const right: Handler = ({ request }, done) => {
  const order = ORDERS.find(({ id }) => id === request.value);
  if (order) done(null, { ...order, items: [...order.items] });
  else done({ code: status.NOT_FOUND, details: 'no such order' });
};

const FIVE_MIB = 5 * 2 ** 20;

const SHOPS: Record<string, Shop> = {
  nothing: { getOrder: right },
  'gives the next order': {
    getOrder: ({ request }, done) =>
      right({ request: { value: String(Number(request.value) + 1) } }, done),
  },
  'its code is a text': {
    getOrder: (call, done) =>
      right(call, (error, order) =>
        done(error ? ({ code: 'NOT_FOUND', details: '' } as never) : null, order),
      ),
  },
  'description of 5 MiB': {
    getOrder: (call, done) =>
      right(call, (error, order) =>
        done(error, order && { ...order, description: ' '.repeat(FIVE_MIB) }),
      ),
  },
  'misspelt: getOder': { getOrder: right, name: 'getOder' },
  'nobody calls listen': { getOrder: right, listens: false },
};

/** How a test gets at the handler: gives the order, or throws. */
type Ask = (id: string) => Promise<Order>;
type Place = (shop: Shop, test: (ask: Ask) => Promise<void>) => Promise<void>;

/** The handler is a function like any other. */
const asFunction: Place = (shop, test) =>
  test(
    (value) =>
      new Promise((resolve, reject) => {
        shop.getOrder({ request: { value } }, (error, order) =>
          error ? reject(error) : resolve(order!),
        );
      }),
  );

function serve({ getOrder, name = 'getOrder' }: Shop): Server {
  const server = new Server();
  server.addService(ecommerce.OrderManagement.service, { [name]: getOrder });
  return server;
}

// #region injector
/** The whole server, over a pair of streams. */
const inProcess: Place = async (shop, test) => {
  const server = serve(shop);
  const injector = server.createConnectionInjector(PLAINTEXT);
  const dial: Dial = (_address, keepaliveMs, events, signal) => {
    const [near, far] = duplexPair();
    injector.injectConnection(far);
    return shakeHands(near, keepaliveMs, events, signal);
  };
  const channel = new Channel('ipv4:0.0.0.0:1', { dial });
  try {
    await test(asking(channel));
  } finally {
    await channel.close();
    injector.destroy();
  }
};
// #endregion injector

const PLAINTEXT = ServerCredentials.createInsecure();

function shakeHands(near: Duplex, ...rest: [Rest[1], Rest[2], Rest[3]]) {
  return handshake(new DuplexConnection(near), PLAIN, ...rest);
}

type Rest = Parameters<Dial>;
type Dial = NonNullable<NonNullable<ConstructorParameters<typeof Channel>[1]>['dial']>;
const PLAIN = {
  clock: systemClock,
  http2: {},
  keepaliveTimeoutMs: undefined,
  keepaliveWithoutCalls: false,
};

/** As in the world: a port, a connection. */
const overPort: Place = async (shop, test) => {
  const server = serve(shop);
  const port = shop.listens === false ? 1 : await listen(server, '127.0.0.1:0');
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  try {
    await test(asking(channel));
  } finally {
    await channel.close();
    await stop(server, { graceMs: 0 });
  }
};

function asking(channel: Channel): Ask {
  const shop = createClient(OrderManagementDefinition, channel, {
    defaults: { timeoutMs: 10_000 },
  });
  return (value) => shop.getOrder({ value });
}

/** The same test everywhere. */
async function testGetOrder(ask: Ask): Promise<void> {
  const { items } = await ask('101');
  if (items.join() !== 'teapot,cup,cup') throw new Error(`101 has ${items}`);
  const code = await ask('999').then(() => 'OK', nameOf);
  if (code !== 'NOT_FOUND') throw new Error(`999 gives ${code}`);
}

function nameOf(error: { code: number | string }): string {
  if (error instanceof GrpcError) return statusName(error.code);
  return typeof error.code === 'number' ? (status[error.code] ?? '') : error.code;
}

export const PLACES = { function: asFunction, 'in process': inProcess, 'over a port': overPort };

/** Who finds what: a row for each fault, a column for each place. */
export async function lookEverywhere(): Promise<string[][]> {
  const rows = [];
  for (const [fault, shop] of Object.entries(SHOPS)) {
    const row = [fault];
    for (const place of Object.values(PLACES)) {
      row.push(
        await place(shop, testGetOrder).then(
          () => '–',
          () => 'found',
        ),
      );
    }
    rows.push(row);
  }
  return rows;
}
