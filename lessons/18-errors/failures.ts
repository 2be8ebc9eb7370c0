import { Client, credentials, type handleUnaryCall, type ServiceError } from '@grpc/grpc-js';
import { statusName } from '#grpc/status';
import { type Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { LOOPBACK } from '#transport/tcp';
import { connect } from '../shop/connect.ts';
import { QUIET, withShop } from '../shop/with-shop.ts';
import { getOrder, told } from './client.ts';
import { connectOurs, startOurServer } from './ours.ts';
import { startServer, startWith } from './server.ts';
import { createShop } from './shop.ts';
import { endOf, withOurShop } from './world.ts';

type Text = { value: string };

/** A way in which a call fails, on both stacks: each gives `CODE: text`. */
export interface Failure {
  what: string;
  /** Who chose the code. */
  by: 'client' | 'server' | 'handler';
  js(): Promise<string>;
  ours(): Promise<string>;
}

/** Larger than a message may be that comes in: 4 MiB. */
const LARGE = 'x'.repeat(5 * 1024 * 1024);
const SHORT_MS = 30;
const { path } = OrderManagementDefinition.methods.getOrder;

const never = new Promise<never>(() => {});
const jsShop = (GetOrder: handleUnaryCall<Text, Order>) => startWith(QUIET, { GetOrder });
const large = { ...createShop().getOrder({ value: '101' }), description: LARGE };

/** What a client of grpc-js gets for bytes of its own choice. */
function sendBytes(port: number, bytes: number[]): Promise<string> {
  const client = new Client(`${LOOPBACK}:${port}`, credentials.createInsecure());
  const options = { deadline: Date.now() + 5_000 };
  return new Promise((resolve) => {
    const done = (error: ServiceError | null) => {
      client.close();
      resolve(error === null ? 'OK' : `${statusName(error.code)}: ${error.details}`);
    };
    client.makeUnaryRequest(path, Buffer.from, (all) => all, bytes, options, done);
  });
}

/** The tag of field 1 with wire type 7, which there is not. */
const NOT_A_MESSAGE = [0x0f];

export const FAILURES: readonly Failure[] = [
  {
    what: 'nobody listens there',
    by: 'client',
    js: async () => {
      const shop = connect({ host: LOOPBACK, port: 1 });
      const outcome = await getOrder(shop, '101');
      shop.close();
      return told(outcome);
    },
    ours: async () => {
      const { shop, close } = connectOurs({ host: LOOPBACK, port: 1 });
      const end = await endOf(shop.getOrder({ value: '101' }));
      await close();
      return end;
    },
  },
  {
    what: 'the time is up',
    by: 'client',
    js: () =>
      withShop(
        jsShop(() => {}),
        async (shop) => told(await getOrder(shop, '101', SHORT_MS)),
      ),
    ours: () =>
      withOurShop(startOurServer(QUIET, { getOrder: () => never }), (shop) =>
        endOf(shop.getOrder({ value: '101' }, { timeoutMs: SHORT_MS })),
      ),
  },
  {
    what: 'no such method',
    by: 'server',
    js: () => withShop(startWith(QUIET, {}), async (shop) => told(await getOrder(shop, '101'))),
    ours: () =>
      withOurShop(startOurServer(QUIET, {}), (shop) => endOf(shop.getOrder({ value: '101' }))),
  },
  {
    what: 'bytes, but not a message',
    by: 'server',
    js: async () => {
      const server = await startServer(QUIET);
      const end = await sendBytes(server.port, NOT_A_MESSAGE);
      await server.close();
      return end;
    },
    ours: async () => {
      const server = await startOurServer(QUIET);
      const end = await sendBytes(server.port, NOT_A_MESSAGE);
      await server.close();
      return end;
    },
  },
  {
    what: 'an answer of 5 MiB',
    by: 'client',
    js: () =>
      withShop(
        jsShop((_call, callback) => callback(null, large)),
        async (shop) => told(await getOrder(shop, '101')),
      ),
    ours: () =>
      withOurShop(startOurServer(QUIET, { getOrder: () => large }), (shop) =>
        endOf(shop.getOrder({ value: '101' })),
      ),
  },
  {
    what: 'the handler throws',
    by: 'server',
    js: () => withShop(startServer(QUIET), async (shop) => told(await getOrder(shop, 'bug'))),
    ours: () =>
      withOurShop(startOurServer(QUIET), (shop) => endOf(shop.getOrder({ value: 'bug' }))),
  },
  {
    what: 'there is no order 999',
    by: 'handler',
    js: () => withShop(startServer(QUIET), async (shop) => told(await getOrder(shop, '999'))),
    ours: () =>
      withOurShop(startOurServer(QUIET), (shop) => endOf(shop.getOrder({ value: '999' }))),
  },
];
