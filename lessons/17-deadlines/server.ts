import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { JsChain } from './chain-js.ts';

/** The chain of three, with the deadline and the cancellation passed on. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const chain = await JsChain.start('the parent', options);
  return { host: options.host, port: chain.port, close: () => chain.close() };
}
