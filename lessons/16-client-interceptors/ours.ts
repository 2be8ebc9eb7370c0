import { Channel } from '#channel/channel';
import type { RunningServer } from '#course/lesson/define-lesson';
import { createClient } from '#grpc/client/client';
import type { ClientInterceptor } from '#grpc/client/client-call';
import { contextKey } from '#grpc/context-values';
import { GrpcError } from '#grpc/grpc-error';
import { guard } from '#grpc/interceptors/guard';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { statusName } from '#grpc/status';
import {
  OrderManagementDefinition,
  type OrderManagementServer,
} from '#protobuf/generated/ecommerce';
import type { Method } from '../15-server-interceptors/client.ts';
import { startOurShop } from '../15-server-interceptors/ours.ts';
import { ORDERS } from '../shop/orders.ts';
import { QUIET } from '../shop/with-shop.ts';
import type { Desk } from './desk.ts';

/** How long a call in the story waits for its answer. */
const PATIENCE_MS = 10_000;

/** A stub of this stack with these interceptors, at a server that is running. */
export function connectOurs(
  { host, port }: { host: string; port: number },
  interceptors: readonly ClientInterceptor[],
) {
  const channel = new Channel(`ipv4:${host}:${port}`);
  const shop = createClient(OrderManagementDefinition, channel, {
    interceptors,
    defaults: { timeoutMs: PATIENCE_MS },
  });
  return { shop, close: () => channel.close() };
}

export type OurShop = ReturnType<typeof connectOurs>['shop'];

/** Runs `scene` with such a stub; then ends both ends. */
export async function withOurs<T>(
  start: Promise<RunningServer>,
  interceptors: readonly ClientInterceptor[],
  scene: (shop: OurShop) => Promise<T>,
): Promise<T> {
  const server = await start;
  const { shop, close } = connectOurs(server, interceptors);
  try {
    return await scene(shop);
  } finally {
    await close();
    await server.close();
  }
}

/** Our shop, behind a guard that asks the desk. */
export function startGuarded(
  desk: Desk,
  handlers: Partial<OrderManagementServer<ServerCall>> = {},
): Promise<RunningServer> {
  const ask: ServerInterceptor = guard<string>({
    caller: contextKey<string>('caller'),
    identify: ({ metadata }) =>
      desk.takes(metadata.get('authorization')) ? 'somebody' : undefined,
  });
  return startOurShop(QUIET, [ask], handlers);
}

/** Makes a call of any kind, and tells how it ended: `OK, 4 messages`. Never rejects. */
export async function callOurs(shop: OurShop, method: Method): Promise<string> {
  const requests = ORDERS.slice(0, 2);
  const ids = requests.map(({ id }) => ({ value: id }));
  const begin = {
    GetOrder: () => shop.getOrder({ value: '101' }),
    SearchOrders: () => shop.searchOrders({ value: 'spoon' }),
    UpdateOrders: () => shop.updateOrders(requests),
    ProcessOrders: () => shop.processOrders(ids),
  }[method];
  try {
    const answer: unknown = await begin();
    let messages = 0;
    if (isStream(answer)) for await (const _ of answer) messages++;
    else messages = 1;
    return `OK, ${messages} ${messages === 1 ? 'message' : 'messages'}`;
  } catch (error) {
    if (!(error instanceof GrpcError)) throw error;
    return statusName(error.code);
  }
}

const isStream = (answer: unknown): answer is AsyncIterable<unknown> =>
  typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
