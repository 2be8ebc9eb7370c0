import {
  type ServerOptions as GrpcOptions,
  type Metadata,
  Server,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { listen, stop } from '#hello/serve';
import type { Order } from '#protobuf/generated/ecommerce';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import type { GetOrder } from '../19-metadata/server.ts';
import { ecommerce } from '../shop/load.ts';
import { ORDERS } from '../shop/orders.ts';
import { QUIET } from '../shop/with-shop.ts';

export const TEAPOT = ORDERS[0] as Order;

/** A server that counts the attempts that reach its handler. */
export interface Counted extends RunningServer {
  readonly arrived: number;
  /** Ends without losing a call: it says GOAWAY, and waits for those that it has begun. */
  drain(): Promise<void>;
}

/** What a handler says to the attempt of this number, the first is 1. */
export type Answer = (
  attempt: number,
  call: Parameters<GetOrder>[0],
) => Partial<ServiceError> | 'OK' | Promise<Partial<ServiceError> | 'OK'>;

/** GetOrder on a server of grpc-js: an error for `callback`, or the teapot. */
export async function startCounted(
  answer: Answer,
  options: ServerOptions = QUIET,
  grpcOptions: GrpcOptions = {},
): Promise<Counted> {
  let arrived = 0;
  const GetOrder: GetOrder = async (call, callback) => {
    const said = await answer(++arrived, call);
    if (said === 'OK') callback(null, TEAPOT);
    else callback(said);
  };
  const server = new Server(grpcOptions);
  server.addService(ecommerce.OrderManagement.service, { GetOrder });
  const { host } = options;
  const port = await listen(server, `${host}:${options.port}`).catch((error) => {
    throw asSystemError(error);
  });
  return {
    host,
    port,
    close: () => stop(server, { graceMs: 0 }),
    drain: () => stop(server, { graceMs: 20_000 }),
    get arrived() {
      return arrived;
    },
  };
}

export const unavailable = (metadata?: Metadata): Partial<ServiceError> => ({
  code: status.UNAVAILABLE,
  details: 'not now',
  ...(metadata && { metadata }),
});
