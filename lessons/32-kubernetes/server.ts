import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { startShop } from '../29-health/shop.ts';

/** One pod's server: the shop, which says how it is. Start several, each on a port of its own. */
export function startServer({ host, port, log }: ServerOptions): Promise<RunningServer> {
  return startShop({ host, port, log });
}
