import type { RunningServer } from '#course/lesson/define-lesson';
import type { Http2Connection } from '#http2/connection';
import { createGrpcDissectors } from '#inspect/grpc/dissector';
import { createRecorder, type Recorder } from '#inspect/recorder';
import type { Trace, TraceEvent } from '#inspect/trace';
import type { Connection } from '#transport/connection';
import { connectTcp, LOOPBACK } from '#transport/tcp';
import { openHttp2 } from './client.ts';
import { METHODS } from './greeter.ts';
import { startServer } from './server.ts';

export interface GreeterOptions {
  title?: string;
  log?(line: string): void;
  onEvent?(event: TraceEvent): void;
  /** A server of somebody else's; by default the lesson's own. */
  start?(log: (line: string) => void): Promise<RunningServer>;
}

/** What the scene has in its hands. */
export interface Scene {
  http2: Http2Connection;
  recorder: Recorder;
  authority: string;
}

/** Runs `scene` with a connection to the real server, on a free port; then ends both. */
export async function atGreeter(
  options: GreeterOptions,
  scene: (scene: Scene) => Promise<void>,
): Promise<Trace> {
  const { title = 'A greeting', log = () => {} } = options;
  const start = options.start ?? ((log) => startServer({ host: LOOPBACK, port: 0, log }));
  const server = await start(log);
  const { recorder, watch, trace } = recordCalls(title, options.onEvent);
  try {
    const connection = await connectTcp(server);
    try {
      const http2 = await openHttp2(watch(connection, 'client'));
      // The real port is another each time; a recorded trace is always the same.
      await scene({ http2, recorder, authority: 'localhost:50009' });
      http2.shutdown();
    } catch (error) {
      connection.destroy();
      throw error;
    }
  } finally {
    await server.close();
  }
  return trace();
}

/** Whether an event belongs to a call, and not to the connection itself. */
export const isOfACall = (event: TraceEvent) => event.kind === 'mark' || event.call !== undefined;

/**
 * A recorder that keeps what belongs to a call. The frames of the connection itself (SETTINGS, PING)
 * were lesson 7's, and come when they like.
 */
export function recordCalls(title: string, onEvent?: (event: TraceEvent) => void) {
  const recorder = createRecorder(title, 'gRPC over HTTP/2', (event) => {
    if (isOfACall(event)) onEvent?.(event);
  });
  return {
    recorder,
    watch: (connection: Connection, side: 'client' | 'server') =>
      recorder.wrap(connection, side, createGrpcDissectors({ methods: METHODS })),
    trace: (): Trace => ({ ...recorder.trace, events: recorder.trace.events.filter(isOfACall) }),
  };
}
