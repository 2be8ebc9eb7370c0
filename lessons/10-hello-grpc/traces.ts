import { createGrpcDissectors, type GrpcView } from '#inspect/grpc/dissector';
import { createRecorder, type Recorder } from '#inspect/recorder';
import type { Trace, TraceEvent, TraceMessage } from '#inspect/trace';
import { GreeterDefinition, HelloReply, HelloRequest } from '#protobuf/generated/hello';
import { LOOPBACK } from '#transport/tcp';
import { type AnyClient, connect, nameOf, type Pairing, start } from './pairings.ts';
import { withStoppedClock } from './stopped-clock.ts';
import { startTap } from './tap.ts';

const { path } = GreeterDefinition.methods.sayHello;
const methods = {
  [path]: [HelloRequest.descriptor, HelloReply.descriptor],
} satisfies GrpcView['methods'];

/** Runs `scene` with a client of one stack at a server of another, and a tap between them. */
export async function withPairing(
  pairing: Pairing,
  recorder: Recorder,
  scene: (client: AnyClient) => Promise<void>,
  log: (line: string) => void = () => {},
): Promise<void> {
  const server = await start(pairing.server, { host: LOOPBACK, port: 0, log });
  const tap = await startTap(server, recorder, () => createGrpcDissectors({ methods }));
  const client = connect(pairing.client, tap);
  try {
    await scene(client);
  } finally {
    client.close();
    await tap.close();
    await server.close();
  }
}

// #region record
/** Two calls on one connection, up to the end of the second. */
export async function recordPairing(
  pairing: Pairing,
  onEvent?: (event: TraceEvent) => void,
): Promise<Trace> {
  const recorder = createRecorder(`client/server: ${nameOf(pairing)}`, 'gRPC over HTTP/2');
  const { trace } = recorder;
  let events: TraceEvent[] = [];
  await withStoppedClock(() =>
    withPairing(pairing, recorder, async (client) => {
      for (const name of ['world', '世界']) await client.sayHello(name);
      // How the ends then leave each other is another story.
      events = inOrderOfCause([...trace.events]);
    }),
  );
  for (const event of events) onEvent?.(event);
  return { ...trace, events };
}
// #endregion record

/**
 * Both ends begin to speak at once, so their first frames cross, each day in another way. What each
 * of them said stays in its order; between the two it is: what both say of the connection, that
 * both have heard it, then call by call the question and the answer.
 */
function inOrderOfCause(events: TraceEvent[]): TraceEvent[] {
  const ranked = events.map((event) => ({ event, rank: rankOf(event as TraceMessage) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ event }) => event);
}

function rankOf({ from, bytes, title }: TraceMessage): number {
  const side = from === 'client' ? 0 : 1;
  if (title.startsWith('the connection preface')) return 0;
  const [flags, streamId] = [bytes.slice(8, 10), bytes.slice(10, 18)];
  const stream = Number.parseInt(streamId, 16);
  const isAck = bytes.slice(6, 8) === '04' && flags === '01';
  return (stream === 0 ? (isAck ? 2 : 0) : 2 + 2 * stream) + side;
}
