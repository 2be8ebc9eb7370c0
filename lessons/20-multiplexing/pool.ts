import { credentials } from '@grpc/grpc-js';
import type { RunningServer } from '#course/lesson/define-lesson';
import { hello } from '../10-hello-grpc/load.ts';
import { ecommerce } from '../shop/load.ts';
import { QUIET } from '../shop/with-shop.ts';
import { connectOurs, getOrder } from './client.ts';
import { type Line, startLine } from './line.ts';
import { startServer } from './server.ts';

/** Two clients, each of which makes a call; how many connections the server then has. */
type Pair = (line: Line, server: RunningServer) => Promise<() => void>;

const insecure = () => credentials.createInsecure();

async function withOptions(line: Line, a: object, b: object): Promise<() => void> {
  const address = `${line.host}:${line.port}`;
  const shops = [a, b].map((each) => new ecommerce.OrderManagement(address, insecure(), each));
  await Promise.all(shops.map((shop) => getOrder(shop, '101')));
  return () => {
    for (const shop of shops) shop.close();
  };
}

// #region pairs
const LOCAL = { 'grpc.use_local_subchannel_pool': 1 };
const OTHER = { 'grpc.max_reconnect_backoff_ms': 5_000 };

export const PAIRS: readonly [what: string, pair: Pair][] = [
  ['grpc-js, two clients, no options', (line) => withOptions(line, {}, {})],
  ['grpc-js, one of them with another option', (line) => withOptions(line, {}, OTHER)],
  ['grpc-js, each with a pool of its own', (line) => withOptions(line, LOCAL, LOCAL)],
  // #endregion pairs
  [
    'grpc-js, clients of two services',
    async (line) => {
      const address = `${line.host}:${line.port}`;
      const shop = new ecommerce.OrderManagement(address, insecure());
      const greeter = new hello.Greeter(address, insecure());
      await Promise.all([
        getOrder(shop, '101'),
        new Promise((resolve) => greeter.sayHello({ name: 'ada' }, resolve)),
      ]);
      return () => {
        shop.close();
        greeter.close();
      };
    },
  ],
  [
    'ours, two stubs on one channel',
    async (line) => {
      const { shop, greeter, close } = connectOurs(line);
      await Promise.all([shop.getOrder({ value: '101' }), greeter.sayHello({ name: 'ada' })]);
      return close;
    },
  ],
  [
    'ours, two channels',
    async (line) => {
      const both = [connectOurs(line), connectOurs(line)];
      await Promise.all(both.map(({ shop }) => shop.getOrder({ value: '101' })));
      return () => {
        for (const { close } of both) close();
      };
    },
  ],
];

/** Each pair, and the connections that a server counts. */
export async function countConnections(): Promise<string[][]> {
  const server = await startServer(QUIET);
  const rows: string[][] = [['two at one server', 'connections']];
  try {
    for (const [what, pair] of PAIRS) {
      const line = await startLine(server);
      const close = await pair(line, server);
      rows.push([what, String(line.connections)]);
      close();
      await line.close();
    }
  } finally {
    await server.close();
  }
  return rows;
}
