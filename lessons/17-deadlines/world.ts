import { Channel } from '#channel/channel';
import { handshake } from '#channel/connections/handshake';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import { createGrpcDissectors, type GrpcView } from '#inspect/grpc/dissector';
import type { Recorder } from '#inspect/recorder';
import {
  Order,
  OrderManagementDefinition,
  type OrderManagementServer,
} from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import type { Clock } from '#time/clock';
import { FakeClock } from '#time/fake-clock';
import { connectTcp, LOOPBACK } from '#transport/tcp';
import { ORDERS } from '../shop/orders.ts';

/** What the machine at hand lets the process do other things for: to read from its sockets. */
export const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

export const TEAPOT = ORDERS[0] as Order;

// #region clocks
/**
 * The clocks of several machines, moved by hand and together. They need not agree: a machine may be
 * an hour ahead, or behind.
 */
export class Clocks {
  readonly #clocks = new Map<string, FakeClock>();
  #passed = 0;

  /** @param aheadMs how far ahead of the client's clock this one is */
  of(machine: string, aheadMs = 0): FakeClock {
    let clock = this.#clocks.get(machine);
    if (clock === undefined) {
      clock = new FakeClock();
      clock.advance(aheadMs + HOUR_MS);
      this.#clocks.set(machine, clock);
    }
    return clock;
  }

  /** Milliseconds since the first clock was made. */
  get passed(): number {
    return this.#passed;
  }

  /** The same time passes on all of them. */
  advance(milliseconds: number): void {
    this.#passed += milliseconds;
    for (const clock of this.#clocks.values()) clock.advance(milliseconds);
  }
}
// #endregion clocks

export const HOUR_MS = 3_600_000;

export type GetOrder = NonNullable<OrderManagementServer<ServerCall>['getOrder']>;

/** A server of ours with that clock, and one method. */
export async function serve(clock: Clock, getOrder: GetOrder) {
  const server = new Server({ clock, onHandlerError: (error) => console.error(error) });
  server.addService(OrderManagementDefinition, { getOrder });
  const { port } = await server.listen({ host: LOOPBACK, port: 0 });
  return { port, close: () => server.close() };
}

const { path } = OrderManagementDefinition.methods.getOrder;
const methods = {
  [path]: [StringValue.descriptor, Order.descriptor],
} satisfies GrpcView['methods'];

/** A client of ours with that clock; a recorder writes down what goes over its connection. */
export function connectOurs(port: number, clock: Clock, recorder?: Recorder) {
  const channel = new Channel(`ipv4:${LOOPBACK}:${port}`, {
    clock,
    authority: 'localhost:50017',
    ...(recorder && {
      dial: async (address, keepaliveMs, events, signal) => {
        const dissectors = createGrpcDissectors({ methods });
        const connection = recorder.wrap(await connectTcp(address, signal), 'client', dissectors);
        const options = { clock, keepaliveTimeoutMs: undefined, keepaliveWithoutCalls: false };
        return handshake(connection, { ...options, http2: {} }, keepaliveMs, events, signal);
      },
    }),
  });
  return { shop: createClient(OrderManagementDefinition, channel), close: () => channel.close() };
}

/** How a call ended, in a word: `OK`, or the name of its code. */
export async function endOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'OK';
  } catch (error) {
    const [, name = ''] = /^\d+ (\w+):/.exec((error as Error).message) ?? [];
    if (name === '') throw error;
    return name;
  }
}
