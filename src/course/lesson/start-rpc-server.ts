import { IDLE_TIMEOUT_MS } from '#rpc/limits';
import { type ServeOptions, serve } from '#rpc/serve';
import type { Connection } from '#transport/connection';
import { listenTcp } from '#transport/tcp';
import type { RunningServer, ServerOptions } from './define-lesson.ts';

/** The server of lessons 1 to 3: listens, serves `handle` on every connection, says what happens. */
export async function startRpcServer(
  { host, port, log, inStory }: ServerOptions,
  handle: (request: Uint8Array) => Promise<Uint8Array>,
  options?: ServeOptions,
): Promise<RunningServer> {
  const idleTimeoutMs = inStory ? undefined : IDLE_TIMEOUT_MS;
  const listener = await listenTcp({ host, port, idleTimeoutMs }, (connection) =>
    serve(announced(connection, log), handle, options),
  );
  return { host: listener.host, port: listener.port, close: () => listener.destroy() };
}

/** The same connection, and a line when it begins, when it ends, and why if it broke. */
export function announced(connection: Connection, log: (line: string) => void): Connection {
  const { remote } = connection;
  return {
    remote,
    write: (bytes) => connection.write(bytes),
    end: () => connection.end(),
    destroy: (error) => connection.destroy(error),
    pause: () => connection.pause(),
    resume: () => connection.resume(),
    start(handlers) {
      let bytes = 0;
      let chunks = 0;
      log(`${remote} connected`);
      connection.start({
        ...handlers,
        data(chunk) {
          bytes += chunk.length;
          chunks++;
          handlers.data(chunk);
        },
        close(error) {
          const how = error ? `dropped: ${error.message}` : 'left';
          log(`${remote} ${how} (${bytes} bytes came, chunks: ${chunks})`);
          handlers.close?.(error);
        },
      });
    },
  };
}
