import { type ServerOptions as GrpcOptions, Server } from '@grpc/grpc-js';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { handle } from '#hello/handler';
import { listen, stop } from '#hello/serve';
import { greet } from './greet.ts';
import { hello } from './load.ts';
import { asSystemError } from './system-error.ts';

// #region server
/** The article's Greeter on grpc-js. */
export function createServer(log: (line: string) => void, options?: GrpcOptions): Server {
  const server = new Server(options);
  server.addService(hello.Greeter.service, {
    sayHello: handle(
      async ({ name }: { name: string }, call) => {
        log(`SayHello("${name}")`);
        const message = await greet(name, (gone) => call.on('cancelled', gone));
        if (call.cancelled) log(`SayHello("${name}"): nobody waits for it any more`);
        return { message };
      },
      (error) => log(`a handler failed: ${error}`),
    ),
  });
  return server;
}

export async function startServer(
  { host, port, log }: ServerOptions,
  options?: GrpcOptions,
): Promise<RunningServer> {
  const server = createServer(log, options);
  const bound = await listen(server, `${host}:${port}`).catch((error) => {
    throw asSystemError(error);
  });
  return { host, port: bound, close: () => stop(server, { graceMs: 0 }) };
}
// #endregion server
