import type { Trace, TraceEvent } from '#inspect/trace';
import { atKitchen } from './at-kitchen.ts';
import { getBoth } from './client.ts';
import type { FrameClient } from './frame-client.ts';
import { dataOnStreamZero } from './wrong-frames.ts';

type OnEvent = (event: TraceEvent) => void;

/** Preface, SETTINGS and ACK each way, and one request. */
export function recordHello(onEvent?: OnEvent, onState?: FrameClient['onState']): Promise<Trace> {
  return atKitchen({ title: 'Hello, and one request', onEvent }, async (client) => {
    if (onState !== undefined) client.onState = onState;
    await client.hello();
    client.get('/tea');
    await client.until(({ endStream, type }) => type === 'DATA' && endStream === true);
  });
}

/** Soup and tea at once. */
export function recordStreams(onEvent?: OnEvent): Promise<Trace> {
  const options = { title: 'Two streams, one connection', onEvent, foldHeaders: true };
  return atKitchen(options, async (client, trace) => {
    await greet(client, trace);
    await getBoth(client, () => {});
  });
}

/** A request that is cancelled, a PING, and GOAWAY. */
export function recordEnds(onEvent?: OnEvent): Promise<Trace> {
  const options = { title: 'RST_STREAM, PING, GOAWAY', onEvent, foldHeaders: true };
  return atKitchen(options, async (client, trace) => {
    await greet(client, trace);
    const [id = 0] = client.get('/stew');
    await client.until(({ type }) => type === 'DATA');
    client.cancel(id);
    await client.ping();
    client.sayGoodbye();
  });
}

/** DATA without a stream, and what our server says to it. */
export function recordStreamZero(onEvent?: OnEvent): Promise<Trace> {
  return atKitchen(
    { title: 'DATA on stream 0', onEvent, foldHeaders: true },
    async (client, trace) => {
      await greet(client, trace);
      client.send(dataOnStreamZero);
      await client.closed();
    },
  );
}

/** Says hello, and leaves that out of what is kept: one has seen it. */
async function greet(client: FrameClient, trace: Trace): Promise<void> {
  await client.hello();
  trace.events.length = 0;
}
