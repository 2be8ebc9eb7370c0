import type { ClientOptions } from '#course/lesson/define-lesson';
import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import { describeOrder } from '../shop/orders.ts';
import { getOrder } from './get-order.ts';

/** Asks for an order, wherever the server is: on this machine, or in a container. */
export async function runClient({ host, port, log }: ClientOptions): Promise<void> {
  try {
    log(describeOrder(await getOrder(`${host}:${port}`, '101')));
  } catch (error) {
    if (!(error instanceof GrpcError) || error.code !== Status.UNAVAILABLE) throw error;
    throw Object.assign(new Error(error.message), { code: 'ECONNREFUSED' });
  }
}
