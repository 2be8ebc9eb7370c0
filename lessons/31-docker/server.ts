import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { startOrderServer } from './order-server.ts';

/** The order server without a container, as it is in the image. */
export async function startServer({ host, port, log }: ServerOptions): Promise<RunningServer> {
  const server = await startOrderServer({ host, port, region: 'at-home', log });
  server.ready();
  return { host, port: server.port, close: async () => void server.force() };
}
