import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { startOrderServer } from './order-server.ts';

/** The order server without a container, as it is in the image. */
export async function startServer({ host, port, log }: ServerOptions): Promise<RunningServer> {
  const options = { host, port, region: 'at-home', log };
  const server = await startOrderServer(options).catch((error) => {
    throw asSystemError(error);
  });
  server.ready();
  return { host, port: server.port, close: async () => void server.force() };
}
