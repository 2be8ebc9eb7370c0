import { Server as GrpcJsServer } from '@grpc/grpc-js';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import type { StatusCode } from '#grpc/status';
import { CallError } from '#hello/call';
import { listen, stop } from '#hello/serve';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { handleStream } from '#streams/send-all';
import { LOOPBACK } from '#transport/tcp';
import { createHandler } from '../../../../lessons/12-client-streaming/server.ts';
import { handleTalk } from '../../../../lessons/13-bidi-streaming/talk.ts';
import { layer } from '../../../../lessons/15-server-interceptors/layer.ts';
import { log as logLayer } from '../../../../lessons/15-server-interceptors/layers.ts';
import { ourLog } from '../../../../lessons/15-server-interceptors/ours.ts';
import { ecommerce } from '../../../../lessons/shop/load.ts';
import { addOrder, handleAddOrder, type Seen } from './add-order.ts';
import { openShop, type ShopBook } from './book.ts';

/** A server of ours that the article's clients call. */
export interface OurServer {
  port: number;
  shop: ShopBook;
  added: Seen;
  /** What lesson 15's interceptor has logged: a line for each call that is over. */
  log: string[];
  close(): Promise<void>;
}

const nothingSeen = (): Seen => ({ metadata: () => [], timeLeft: undefined, givenUp: 0 });

/** An accident would be a fault of this judge. */
const report = (error: unknown) => console.error('a handler failed:', error);

export async function startOnGrpcJs(): Promise<OurServer> {
  const log: string[] = [];
  const shop = openShop(() => {});
  const added = nothingSeen();
  const server = new GrpcJsServer({ interceptors: [layer(logLayer((line) => log.push(line)))] });
  server.addService(ecommerce.OrderManagement.service, {
    AddOrder: handleAddOrder(added),
    SearchOrders: handleStream(({ value }: { value: string }) => shop.search(value), report),
    UpdateOrders: createHandler(shop.book, () => {}),
    ProcessOrders: handleTalk(shop.process, report),
  });
  const port = await listen(server, `${LOOPBACK}:0`);
  return { port, shop, added, log, close: () => stop(server, { graceMs: 0 }) };
}

export async function startOnOurs(): Promise<OurServer> {
  const log: string[] = [];
  const shop = openShop(() => {});
  const added = nothingSeen();
  const server = new Server({
    interceptors: [ourLog((line) => log.push(line))],
    onHandlerError: report,
  });
  server.addService(OrderManagementDefinition, {
    addOrder: (order, call) => addOrder(order, call, added),
    searchOrders: ({ value }) => inOurTerms(shop.search(value)),
    updateOrders: async (orders) => ({ value: await shop.update(orders).catch(rethrow) }),
    processOrders: (ids) => inOurTerms(shop.process(ids)),
  });
  const { port } = await server.listen({ host: LOOPBACK, port: 0 });
  return { port, shop, added, log, close: () => server.close() };
}

/** The shop throws grpc-js's kind of error; our stack has its own. */
async function* inOurTerms<T>(messages: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* messages;
  } catch (error) {
    rethrow(error);
  }
}

function rethrow(error: unknown): never {
  if (!(error instanceof CallError)) throw error;
  throw new GrpcError(error.code as number as StatusCode, error.details);
}
