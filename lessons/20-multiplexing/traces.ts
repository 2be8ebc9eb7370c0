import { createGrpcDissectors, type GrpcView } from '#inspect/grpc/dissector';
import { createRecorder } from '#inspect/recorder';
import type { Trace, TraceEvent } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { GreeterDefinition, HelloReply, HelloRequest } from '#protobuf/generated/hello';
import { isOfACall } from '../09-grpc-by-hand/at-greeter.ts';
import { atOneMoment } from '../10-hello-grpc/pairings.ts';
import { withStoppedClock } from '../10-hello-grpc/stopped-clock.ts';
import { startTap } from '../10-hello-grpc/tap.ts';
import { QUIET } from '../shop/with-shop.ts';
import { connectBoth, getOrder } from './client.ts';
import { ready } from './limit.ts';
import { find, startServer } from './server.ts';

const { getOrder: get } = OrderManagementDefinition.methods;
const { sayHello } = GreeterDefinition.methods;
const methods = {
  [get.path]: [StringValue.descriptor, Order.descriptor],
  [sayHello.path]: [HelloRequest.descriptor, HelloReply.descriptor],
} satisfies GrpcView['methods'];

type Both = ReturnType<typeof connectBoth>;

async function record(
  title: string,
  server: ReturnType<typeof startServer>,
  scene: (both: Both) => Promise<unknown>,
): Promise<Trace> {
  const recorder = createRecorder(title, 'gRPC over HTTP/2');
  const running = await server;
  const tap = await startTap(running, recorder, () => createGrpcDissectors({ methods }));
  const both = connectBoth(tap, {
    'grpc.default_authority': 'localhost:50020',
    'grpc.use_local_subchannel_pool': 1,
  });
  let events: TraceEvent[] = [];
  try {
    await ready(both.shop);
    await withStoppedClock(() => scene(both));
    events = recorder.trace.events.filter(isOfACall);
  } finally {
    both.close();
    await tap.close();
    await running.close();
  }
  return { ...recorder.trace, events };
}

const greet = ({ greeter }: Both) =>
  new Promise((resolve) =>
    greeter.sayHello({ name: 'ada' }, { deadline: Date.now() + 10_000 }, resolve),
  );

/** Two services on one connection. */
export const recordTwo = (): Promise<Trace> =>
  record(
    'Two services, one connection',
    startServer(QUIET, find, { interceptors: [atOneMoment] }),
    async (both) => {
      await getOrder(both.shop, '101');
      await greet(both);
    },
  );
