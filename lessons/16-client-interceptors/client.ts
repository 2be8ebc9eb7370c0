import { Channel } from '#channel/channel';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { callLog } from '#grpc/interceptors/call-log';
import { tokenRefresh } from '#grpc/interceptors/token-refresh';
import { Status, statusName } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { METHODS } from '../15-server-interceptors/client.ts';
import { nameOf } from '../15-server-interceptors/layers.ts';
import { tokens } from './desk.ts';
import { callOurs } from './ours.ts';

// #region client
/** Calls of each kind, with a log, and with a token for two of them. */
export async function runClient(options: ClientOptions): Promise<void> {
  const { log, signal, host, port } = options;
  const source = tokens(`tea-${crypto.randomUUID().slice(0, 8)}`);
  const interceptors = [
    callLog({
      write: ({ path, code, ms, id }) =>
        log(`  ${nameOf(path)}: ${statusName(code)}, ${ms | 0} ms (${id})`),
    }),
    tokenRefresh({
      async fetch() {
        const token = await source.fetch();
        log(`  fetched ${token}`);
        return token;
      },
    }),
  ];
  // #endregion client
  const channel = new Channel(`ipv4:${host}:${port}`);
  signal.addEventListener('abort', () => channel.close());
  const shop = createClient(OrderManagementDefinition, channel, {
    interceptors,
    defaults: { timeoutMs: 5_000 },
  });
  try {
    await shop.getOrder({ value: '101' }).catch((error) => {
      if (!(error instanceof GrpcError && error.code === Status.UNAVAILABLE)) throw error;
      throw asSystemError(error.details);
    });
    for (const method of METHODS) log(`${method}: ${await callOurs(shop, method)}`);
    log('and UpdateOrders again:');
    log(`UpdateOrders: ${await callOurs(shop, 'UpdateOrders')}`);
  } finally {
    await channel.close();
  }
}
