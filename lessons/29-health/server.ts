import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { startShop } from './shop.ts';

/** The shop, with health and reflection: for the client, and for whatever tool you have. */
export function startServer({ host, port, log }: ServerOptions): Promise<RunningServer> {
  return startShop({ host, port, log });
}
