import type { RunningServer } from '#course/lesson/define-lesson';
import { createGrpcDissectors, type GrpcView } from '#inspect/grpc/dissector';
import { createRecorder, type Recorder } from '#inspect/recorder';
import type { Trace, TraceEvent } from '#inspect/trace';
import { isOfACall } from '../09-grpc-by-hand/at-greeter.ts';
import { withStoppedClock } from '../10-hello-grpc/stopped-clock.ts';
import { startTap } from '../10-hello-grpc/tap.ts';
import { connect } from './connect.ts';
import type { OrderManagementClient } from './types/ecommerce/OrderManagement.ts';

/** What is recorded, and where. */
export interface ShopRecording {
  title: string;
  /** The lesson's number, for the name by which the client calls the server. */
  lesson: number;
  methods: GrpcView['methods'];
  /** Starts the server, with `atOneMoment` of lesson 10 if it is one of grpc-js. */
  start(): Promise<RunningServer>;
  /** More of the client's options. */
  options?: object;
  /** The lesson's secrets were made up for it, and are shown. */
  showSecrets?: true;
}

/**
 * Runs `scene` with a client of grpc-js at the shop, with a tap between the two, and gives back what
 * belongs to a call. The frames of the connection itself (SETTINGS, PING, its windows) were lesson
 * 7's, and come when they like. A recording comes out the same each time: so the clock stands still,
 * no port of its day is in it, and it ends with the scene, because how the ends then leave each
 * other is another story.
 * @param onEvent is told of each event once all is over
 */
export async function recordAtShop(
  { title, lesson, methods, start, options, showSecrets }: ShopRecording,
  scene: (shop: OrderManagementClient, recorder: Recorder) => Promise<unknown>,
  onEvent: (event: TraceEvent) => void = () => {},
): Promise<Trace> {
  const recorder = createRecorder(title, 'gRPC over HTTP/2');
  const server = await start();
  const view = { methods, showSecrets: showSecrets ?? false };
  const tap = await startTap(server, recorder, () => createGrpcDissectors(view));
  const shop = connect(tap, {
    'grpc.default_authority': `localhost:${50_000 + lesson}`,
    ...options,
  });
  let events: TraceEvent[] = [];
  try {
    await withStoppedClock(() => scene(shop, recorder));
    events = recorder.trace.events.filter(isOfACall);
  } finally {
    shop.close();
    await tap.close();
    await server.close();
  }
  for (const event of events) onEvent(event);
  return { ...recorder.trace, events };
}
