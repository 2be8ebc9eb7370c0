import {
  type ServerOptions as GrpcOptions,
  type handleServerStreamingCall,
  Server,
} from '@grpc/grpc-js';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { listen, stop } from '#hello/serve';
import type { Order } from '#protobuf/generated/ecommerce';
import { handleStream } from '#streams/send-all';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { ecommerce } from '../shop/load.ts';
import { searchOrders } from './search.ts';

export type Handler = handleServerStreamingCall<{ value: string }, Order>;

// #region handler
/** The article's SearchOrders on grpc-js. */
export function createHandler(log: (line: string) => void): Handler {
  return handleStream(
    ({ value }: { value: string }) => searchOrders(value, log),
    (error) => log(`a handler failed: ${error}`),
  );
}
// #endregion handler

export async function startServer(
  { host, port, log }: ServerOptions,
  handler: Handler = createHandler(log),
  options?: GrpcOptions,
): Promise<RunningServer> {
  const server = new Server(options);
  server.addService(ecommerce.OrderManagement.service, { SearchOrders: handler });
  const bound = await listen(server, `${host}:${port}`).catch((error) => {
    throw asSystemError(error);
  });
  return { host, port: bound, close: () => stop(server, { graceMs: 0 }) };
}
