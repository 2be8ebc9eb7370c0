import { createHttp2Dissectors } from '#inspect/http2/dissector';
import type { Http2Plug } from '#inspect/http2/plugs';
import { createRecorder } from '#inspect/recorder';
import type { Trace, TraceEvent } from '#inspect/trace';
import { connectTcp, LOOPBACK } from '#transport/tcp';
import { FrameClient } from './frame-client.ts';
import { startServer } from './server.ts';

export interface KitchenOptions {
  title?: string;
  /** Who serves: our own HTTP/2, or Node's. */
  start?: typeof startServer;
  log?(line: string): void;
  onEvent?(event: TraceEvent): void;
  /** A row for each frame's header. */
  foldHeaders?: boolean;
}

/** Runs `scene` with a client at a real server, on a free port; then ends both. */
export async function atKitchen(
  { title = 'The kitchen', start = startServer, log = () => {}, onEvent, ...rest }: KitchenOptions,
  scene: (client: FrameClient, trace: Trace) => Promise<void>,
): Promise<Trace> {
  const server = await start({ host: LOOPBACK, port: 0, log });
  const recorder = createRecorder(title, 'HTTP/2 over TCP', onEvent);
  try {
    const connection = await connectTcp(server);
    const client = new FrameClient(
      recorder.wrap(connection, 'client', createHttp2Dissectors({ ...rest, data: textData })),
    );
    await scene(client, recorder.trace);
    await client.leave();
  } finally {
    await server.close();
  }
  return recorder.trace;
}

/** The kitchen's bodies are text: it stands in the title of each DATA. */
const textData: Http2Plug = (bytes) => ({
  title: JSON.stringify(new TextDecoder().decode(bytes)),
  fields: [],
});
