import {
  type ServerOptions as GrpcOptions,
  type handleUnaryCall,
  Metadata,
  Server,
  status,
} from '@grpc/grpc-js';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { listen, stop } from '#hello/serve';
import type { Order } from '#protobuf/generated/ecommerce';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { ecommerce } from '../shop/load.ts';
import { ORDERS } from '../shop/orders.ts';
import { shown } from './secrets.ts';

export type GetOrder = handleUnaryCall<{ value: string }, Order>;

// #region handler
/** Reads what came with the call, and answers with metadata in front and behind. */
export function createHandler(log: (line: string) => void): GetOrder {
  return (call, callback) => {
    log(`GetOrder, with ${shown(call.metadata)}`);
    const front = new Metadata();
    front.set('x-served-by', 'shop-1');
    call.sendMetadata(front);

    const behind = new Metadata();
    behind.set('x-orders-read', '1');
    behind.set('x-digest-bin', Buffer.from([0xfb, 0xff]));
    const order = ORDERS.find(({ id }) => id === call.request.value);
    if (order) callback(null, order as Order, behind);
    else callback({ code: status.NOT_FOUND, details: 'no such order', metadata: behind });
  };
}
// #endregion handler

export async function startServer(
  { host, port, log }: ServerOptions,
  GetOrder: GetOrder = createHandler(log),
  options?: GrpcOptions,
): Promise<RunningServer> {
  const server = new Server(options);
  server.addService(ecommerce.OrderManagement.service, { GetOrder });
  const bound = await listen(server, `${host}:${port}`).catch((error) => {
    throw asSystemError(error);
  });
  return { host, port: bound, close: () => stop(server, { graceMs: 0 }) };
}
