import { credentials } from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import type { RunningServer } from '#course/lesson/define-lesson';
import { basic as ourBasic } from '#grpc/client/call-credentials';
import type { CallOptions } from '#grpc/client/call-options';
import { createClient } from '#grpc/client/client';
import { basicValue } from '#grpc/credentials/basic';
import { Metadata } from '#grpc/metadata';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { call } from '../15-server-interceptors/client.ts';
import { connect } from '../shop/connect.ts';
import { QUIET } from '../shop/with-shop.ts';
import { basic } from './client.ts';
import { ourGuard, startOurShop } from './ours.ts';
import { ADA } from './people.ts';
import { getOrderOverPlaintext } from './traces.ts';

/** A way to give a password to a call on a channel without TLS. @returns what the caller reads */
type Way = (server: RunningServer) => Promise<string>;

const withShop =
  (use: (shop: ReturnType<typeof connect>) => Promise<string>): Way =>
  async (server) => {
    const shop = connect(server);
    try {
      return await use(shop);
    } finally {
      shop.close();
    }
  };

// #region ours
const onOurs =
  (options: CallOptions, ofChannel = {}): Way =>
  async ({ host, port }) => {
    const channel = new Channel(`ipv4:${host}:${port}`, ofChannel);
    const shop = createClient(OrderManagementDefinition, channel);
    try {
      await shop.getOrder({ value: '101' }, options);
      return 'OK';
    } catch (error) {
      return (error as Error).message;
    } finally {
      await channel.close();
    }
  };
// #endregion ours

const proof = ourBasic(() => ADA);

export const WAYS: readonly [name: string, way: Way][] = [
  [
    'grpc-js, of the channel',
    async () => {
      try {
        credentials.combineChannelCredentials(credentials.createInsecure(), basic(ADA));
        return 'OK';
      } catch (error) {
        return (error as Error).message;
      }
    },
  ],
  [
    'grpc-js, of the call',
    withShop(async (shop) => {
      const { code, details } = await getOrderOverPlaintext(shop);
      return `${code}: ${details}`;
    }),
  ],
  [
    'grpc-js, by hand',
    withShop(async (shop) => (await call(shop, 'GetOrder', { token: basicValue(ADA) })).text),
  ],
  ['ours, of the channel', onOurs({}, { credentials: proof })],
  ['ours, of the call', onOurs({ credentials: proof })],
  ['ours, by hand', onOurs({ metadata: new Metadata({ authorization: basicValue(ADA) }) })],
];

/** What became of each way: what the caller read, and whether the password was on the wire. */
export async function tryWays(): Promise<{ name: string; read: string; wasSent: boolean }[]> {
  let wasSent = false;
  const look: ServerInterceptor = (request, current, next) => {
    wasSent = current.metadata.has('authorization');
    return next(request, current);
  };
  const server = await startOurShop(QUIET, [look, ourGuard(async () => undefined)]);
  const tried = [];
  for (const [name, way] of WAYS) {
    wasSent = false;
    tried.push({ name, read: await way(server), wasSent });
  }
  await server.close();
  return tried;
}
