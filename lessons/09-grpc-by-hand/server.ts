import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import type { Connection } from '#transport/connection';
import { listenTcp } from '#transport/tcp';
import { answerCalls, type Procedure } from './answer.ts';
import { describeStatus, PATH, sayHello } from './greeter.ts';

export interface Watching {
  /** The same connection, listened to. */
  watch?(connection: Connection): Connection;
  /** A call has come to the procedure. */
  began?(): void;
}

/** Greets every gRPC client there is. */
export async function startServer(
  { host, port, log }: ServerOptions,
  { watch = (connection) => connection, began }: Watching = {},
): Promise<RunningServer> {
  const procedures: Record<string, Procedure> = {
    [PATH](request, signal) {
      began?.();
      return sayHello(request, signal);
    },
  };
  const listener = await listenTcp({ host, port }, (connection) =>
    answerCalls(watch(connection), procedures, {
      ended: (path, status) => log(`${path}: ${describeStatus(status)}`),
      refused: (refusal) => log(`refused: HTTP ${refusal.httpStatus}, ${describeStatus(refusal)}`),
    }),
  );
  return { host: listener.host, port: listener.port, close: () => listener.destroy() };
}
