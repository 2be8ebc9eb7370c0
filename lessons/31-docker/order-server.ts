import * as grpc from '@grpc/grpc-js';
import type { Configuration } from '#image/configuration';
import type { Started } from '#image/entry-point';
import { type Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import {
  HealthDefinition,
  HealthCheckResponse_ServingStatus as ServingStatus,
} from '#protobuf/generated/grpc/health/v1/health';
import { StatusBoard } from '#services/status-board';
import { asGrpcJs } from '../shop/as-grpc-js.ts';
import { ORDERS } from '../shop/orders.ts';

// grpc-js prints some errors as well as giving them to the caller, who says them in a line of its own.
if (process.env.GRPC_VERBOSITY === undefined) grpc.setLogVerbosity(grpc.logVerbosity.NONE);

export const SHOP = 'ecommerce.OrderManagement';

export type StartOptions = Pick<Configuration, 'host' | 'port' | 'region'> & {
  log?(line: string): void;
};

export interface OrderServer extends Started {
  readonly port: number;
}

type Callback<T> = (error: Partial<grpc.ServiceError> | null, answer?: T) => void;

/**
 * The order server that goes into the image: grpc-js, with messages by our own codec, so that it
 * needs no `.proto` file at run time, and with a health service.
 */
export async function startOrderServer(options: StartOptions): Promise<OrderServer> {
  const { host, port, region, log = () => {} } = options;
  const server = new grpc.Server();
  const board = new StatusBoard();
  board.set(SHOP, ServingStatus.NOT_SERVING);
  server.addService(asGrpcJs(OrderManagementDefinition), {
    getOrder({ request }: { request: { value: string } }, callback: Callback<Readonly<Order>>) {
      log(`GetOrder ${request.value}`);
      const order = ORDERS.find(({ id }) => id === request.value);
      if (order) return callback(null, order);
      const details = `no order '${request.value.slice(0, 40)}' in ${region}`;
      callback({ code: grpc.status.NOT_FOUND, details });
    },
  });
  const ended = new AbortController();
  server.addService(asGrpcJs(HealthDefinition), {
    check({ request }: { request: { service: string } }, callback: Callback<object>) {
      const status = board.get(request.service);
      if (status !== undefined) return callback(null, { status });
      callback({ code: grpc.status.NOT_FOUND, details: 'no such service' });
    },
    async watch(call: grpc.ServerWritableStream<{ service: string }, object>) {
      const left = new AbortController();
      call.on('cancelled', () => left.abort());
      for await (const status of board.watch(call.request.service, [left.signal, ended.signal])) {
        call.write({ status });
      }
      call.end();
    },
  });
  const bound = await new Promise<number>((resolve, reject) => {
    const credentials = grpc.ServerCredentials.createInsecure();
    server.bindAsync(`${host}:${port}`, credentials, (error, at) =>
      error ? reject(error) : resolve(at),
    );
  });
  return {
    port: bound,
    address: `${host}:${bound} (${region})`,
    ready: () => board.set(SHOP, ServingStatus.SERVING),
    notServing: () => board.shutdown(),
    drain() {
      ended.abort();
      return new Promise<void>((resolve, reject) => {
        server.tryShutdown((error) => (error ? reject(error) : resolve()));
      });
    },
    force: () => server.forceShutdown(),
  };
}
