import {
  type ServerOptions as GrpcOptions,
  type handleUnaryCall,
  Server,
  status,
} from '@grpc/grpc-js';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { listen, stop } from '#hello/serve';
import type { Order } from '#protobuf/generated/ecommerce';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { ecommerce } from '../shop/load.ts';
import { LETTER } from './content.ts';

/** What the shop has: an order with a long letter in it. */
export const ORDER: Readonly<Order> = {
  id: '101',
  items: ['teapot', 'cup', 'cup'],
  description: LETTER,
  price: 40,
  destination: 'Leeds',
};

export interface Handlers {
  AddOrder?: handleUnaryCall<Order, { value: string }>;
  GetOrder?: handleUnaryCall<{ value: string }, Order>;
}

/** Nothing in them says compression: a handler of grpc-js does not see it, either. */
const shop = (log: (line: string) => void): Required<Handlers> => ({
  AddOrder({ request }, callback) {
    log(`AddOrder: a letter of ${request.description.length} characters`);
    callback(null, { value: request.id });
  },
  GetOrder({ request }, callback) {
    log('GetOrder');
    if (request.value === ORDER.id) callback(null, ORDER as Order);
    else callback({ code: status.NOT_FOUND, details: 'no such order' });
  },
});

export async function startServer(
  { host, port, log }: ServerOptions,
  options: GrpcOptions = {},
  handlers: Handlers = {},
): Promise<RunningServer> {
  const server = new Server(options);
  server.addService(ecommerce.OrderManagement.service, { ...shop(log), ...handlers });
  const bound = await listen(server, `${host}:${port}`).catch((error) => {
    throw asSystemError(error);
  });
  return { host, port: bound, close: () => stop(server, { graceMs: 0 }) };
}
