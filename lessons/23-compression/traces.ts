import type { RunningServer } from '#course/lesson/define-lesson';
import { createGrpcDissectors, type GrpcView } from '#inspect/grpc/dissector';
import { createRecorder } from '#inspect/recorder';
import type { Trace } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { isOfACall } from '../09-grpc-by-hand/at-greeter.ts';
import { atOneMoment } from '../10-hello-grpc/pairings.ts';
import { withStoppedClock } from '../10-hello-grpc/stopped-clock.ts';
import { startTap } from '../10-hello-grpc/tap.ts';
import { QUIET } from '../shop/with-shop.ts';
import { addOrder, connectWithGzip, getOrder } from './client.ts';
import { knownGzip, withKnownGzip } from './known-gzip.ts';
import { startOurServer } from './ours.ts';
import { startServer } from './server.ts';

const { getOrder: get, addOrder: add } = OrderManagementDefinition.methods;
const methods = {
  [get.path]: [StringValue.descriptor, Order.descriptor],
  [add.path]: [Order.descriptor, StringValue.descriptor],
} satisfies GrpcView['methods'];

/** Short, and with something to copy in it. */
export const SONG: Order = {
  id: '237',
  items: ['teapot', 'cup', 'cup'],
  description: 'A tea for two, a tea for me, a tea for two of us.',
  price: 40,
  destination: 'Leeds',
};

async function record(
  title: string,
  start: Promise<RunningServer>,
  scene: (shop: ReturnType<typeof connectWithGzip>) => Promise<unknown>,
): Promise<Trace> {
  const recorder = createRecorder(title, 'gRPC over HTTP/2');
  const server = await start;
  const tap = await startTap(server, recorder, () => createGrpcDissectors({ methods }));
  const shop = connectWithGzip(tap, { 'grpc.default_authority': 'localhost:50023' });
  let events: Trace['events'] = [];
  try {
    await withStoppedClock(() => withKnownGzip(() => scene(shop)));
    events = recorder.trace.events.filter(isOfACall);
  } finally {
    shop.close();
    await tap.close();
    await server.close();
  }
  return { ...recorder.trace, events };
}

/** grpc-js at both ends: the request is compressed, the answer is not. */
export const recordAsked = (): Promise<Trace> =>
  record('A compressed request', startServer(QUIET, { interceptors: [atOneMoment] }), (shop) =>
    addOrder(shop, SONG),
  );

/** Our server answers the same client, compressed. */
export const recordAnswered = (): Promise<Trace> => {
  const handlers: Parameters<typeof startOurServer>[1] = {
    getOrder(_request, call) {
      call.compression = 'gzip';
      return SONG;
    },
  };
  const start = startOurServer(QUIET, handlers, { compressions: [knownGzip] });
  return record('A compressed answer', start, (shop) => getOrder(shop));
};
