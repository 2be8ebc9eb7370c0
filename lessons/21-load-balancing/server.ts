import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { startCounting } from './fleet.ts';

/** One shop. Start several, each on a port of its own, and give all of them to a client. */
export async function startServer({ host, port, log }: ServerOptions): Promise<RunningServer> {
  let calls = 0;
  const until = async () => log(`GetOrder, call ${++calls}`);
  const counting = await startCounting(`shop-${port}`, { host, port, until }).catch((error) => {
    throw asSystemError(error);
  });
  return { host, port: counting.port, close: () => counting.kill() };
}
