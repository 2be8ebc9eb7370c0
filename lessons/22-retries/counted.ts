import { type Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import type { Order } from '#protobuf/generated/ecommerce';
import { startWith } from '../18-errors/server.ts';
import type { GetOrder } from '../19-metadata/server.ts';
import { ORDERS } from '../shop/orders.ts';
import { QUIET } from '../shop/with-shop.ts';

export const TEAPOT = ORDERS[0] as Order;

/** A server that counts the attempts that reach its handler. */
export interface Counted extends RunningServer {
  readonly arrived: number;
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
): Promise<Counted> {
  let arrived = 0;
  const GetOrder: GetOrder = async (call, callback) => {
    const said = await answer(++arrived, call);
    if (said === 'OK') callback(null, TEAPOT);
    else callback(said);
  };
  const { host, port, close } = await startWith(options, { GetOrder });
  return {
    host,
    port,
    close,
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
