import { Server, type ServerWritableStream } from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';
import type { RunningServer } from '#course/lesson/define-lesson';
import { listen, stop } from '#hello/serve';
import type { Order } from '#protobuf/generated/ecommerce';
import { ecommerce } from '../shop/load.ts';
import { ORDERS } from '../shop/orders.ts';
import { SHOP } from './shop.ts';

/** The shop on grpc-js, with the health service of the package grpc-health-check. */
export interface Stranger extends RunningServer {
  readonly server: Server;
  readonly health: HealthImplementation;
  /** Tells the streams that are open that the server is to end. grpc-js itself does not. */
  tellStreams(): void;
}

export interface StrangerOptions {
  host?: string;
  port?: number;
  work?(): Promise<unknown>;
}

// #region serve
export async function startStranger(options: StrangerOptions = {}): Promise<Stranger> {
  const { host = '127.0.0.1', port = 0, work } = options;
  const server = new Server();
  const leaving = new AbortController();
  server.addService(ecommerce.OrderManagement.service, {
    async GetOrder(
      _call: unknown,
      callback: (error: null, order: Readonly<Order> | undefined) => void,
    ) {
      await work?.();
      callback(null, ORDERS[0]);
    },
    /** An order, and then it waits for more: a stream that never ends. */
    SearchOrders(call: ServerWritableStream<unknown, Readonly<Order>>) {
      call.write(ORDERS[0]!);
      leaving.signal.addEventListener('abort', () => call.end(), { once: true });
    },
  });
  const health = new HealthImplementation({ '': 'SERVING', [SHOP]: 'SERVING' });
  health.addToServer(server);
  const bound = await listen(server, `${host}:${port}`);
  return {
    host,
    port: bound,
    server,
    health,
    tellStreams: () => leaving.abort(),
    close: () => stop(server, { graceMs: 0 }),
  };
}
// #endregion serve
