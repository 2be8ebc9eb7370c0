import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import { createGrpcDissectors, type GrpcView } from '#inspect/grpc/dissector';
import { createRecorder } from '#inspect/recorder';
import type { Trace, TraceEvent } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { FakeClock } from '#time/fake-clock';
import { startTap } from '../10-hello-grpc/tap.ts';
import { ORDERS } from '../shop/orders.ts';

const { path } = OrderManagementDefinition.methods.getOrder;
const methods = {
  [path]: [StringValue.descriptor, Order.descriptor],
} satisfies GrpcView['methods'];

/** A connection that gets too old: its server asks it to go, and it takes its next call elsewhere. */
export async function recordAge(): Promise<Trace> {
  const recorder = createRecorder('A connection of thirty seconds', 'gRPC over HTTP/2');
  const clock = new FakeClock();
  const server = new Server({ maxConnectionAgeMs: 30_000, clock, random: () => 0.5 });
  server.addService(OrderManagementDefinition, { getOrder: async () => ORDERS[0]! });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const view = { methods };
  const tap = await startTap({ host: '127.0.0.1', port }, recorder, () =>
    createGrpcDissectors(view),
  );
  const channel = new Channel(`ipv4:${tap.host}:${tap.port}`, { authority: 'localhost:50032' });
  const shop = createClient(OrderManagementDefinition, channel);
  try {
    await shop.getOrder({ value: '101' });
    const left = new Promise<void>((resolve) => {
      const stop = channel.onStateChange((state) => {
        if (state !== 'IDLE') return;
        stop();
        resolve();
      });
    });
    clock.advance(30_000);
    await left;
  } finally {
    await channel.close();
    await tap.close();
    await server.close();
  }
  const isToldOnce = recorder.trace.events.filter(isOfTheStory);
  return { ...recorder.trace, events: isToldOnce };
}

/** The call, and how the server takes its leave; not how the two have met. */
const isOfTheStory = (event: TraceEvent): boolean =>
  event.kind === 'mark' ||
  event.call !== undefined ||
  /^(GOAWAY|PING)/.test((event as { title: string }).title);
