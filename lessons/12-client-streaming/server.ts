import {
  type ServerOptions as GrpcOptions,
  type handleClientStreamingCall,
  Server,
  status,
} from '@grpc/grpc-js';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { CallError } from '#hello/call';
import { handle } from '#hello/handler';
import { listen, stop } from '#hello/serve';
import type { Order } from '#protobuf/generated/ecommerce';
import { type Book, updateAll } from '#uploads/update-all';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { ecommerce } from '../shop/load.ts';
import { ORDERS } from '../shop/orders.ts';
import { handleUpload } from './handle-upload.ts';

export type Handler = handleClientStreamingCall<Order, { value: string }>;

/** The shop's orders, a copy for each server. */
export const openBook = (): Book => new Map(ORDERS.map((order) => [order.id, { ...order }]));

// #region handler
/** The article's UpdateOrders on grpc-js: all or nothing, and the answer says which. */
export function createHandler(book: Book, log: (line: string) => void): Handler {
  return handleUpload(
    async (orders: AsyncIterable<Order>) => {
      const ids = await updateAll(orders, book);
      log(`UpdateOrders: changed ${ids.join(', ') || 'nothing'}`);
      return { value: `updated ${ids.join(', ')}` };
    },
    (error) => log(`UpdateOrders: nothing changed (${(error as Error)?.message})`),
  );
}
// #endregion handler

export async function startServer(
  { host, port, log }: ServerOptions,
  { book = openBook(), handler, options }: ServerParts = {},
): Promise<RunningServer> {
  const server = new Server(options);
  server.addService(ecommerce.OrderManagement.service, {
    UpdateOrders: handler ?? createHandler(book, log),
    GetOrder: handle(({ value }: { value: string }) => {
      const order = book.get(value);
      if (order === undefined) throw new CallError(status.NOT_FOUND, `there is no order ${value}`);
      return order;
    }),
  });
  const bound = await listen(server, `${host}:${port}`).catch((error) => {
    throw asSystemError(error);
  });
  return { host, port: bound, close: () => stop(server, { graceMs: 0 }) };
}

/** What an experiment has in another way. */
export interface ServerParts {
  book?: Book;
  handler?: Handler;
  options?: GrpcOptions;
}
