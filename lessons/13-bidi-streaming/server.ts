import { type ServerOptions as GrpcOptions, Server } from '@grpc/grpc-js';
import type { Policy } from '#bidi/room';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { listen, stop } from '#hello/serve';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { ecommerce } from '../shop/load.ts';
import { chatService, handleChat } from './chat.ts';
import { processOrders } from './process.ts';
import { handleTalk, type Talk } from './talk.ts';

type ProcessOrders =
  Parameters<typeof processOrders>[0] extends AsyncIterable<infer Id> ? Talk<Id, unknown> : never;

export interface ShopOptions {
  process?: ProcessOrders;
  policy?: Policy;
  /** Of grpc-js. */
  grpc?: GrpcOptions;
}

/** The article's ProcessOrders on grpc-js, and a chat beside it on the same port. */
export async function startServer(
  { host, port, log }: ServerOptions,
  { process = (ids) => processOrders(ids), policy = 'drop', grpc }: ShopOptions = {},
): Promise<RunningServer> {
  const server = new Server(grpc);
  server.addService(ecommerce.OrderManagement.service, {
    ProcessOrders: handleTalk(process, (error) => log(`a handler failed: ${error}`)),
  });
  server.addService(chatService, { Talk: handleChat(policy, log) });
  const bound = await listen(server, `${host}:${port}`).catch((error) => {
    throw asSystemError(error);
  });
  return { host, port: bound, close: () => stop(server, { graceMs: 0 }) };
}
