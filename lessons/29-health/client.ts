import type { ClientOptions } from '#course/lesson/define-lesson';
import { ProbeExit, probe } from '#services/probe';
import { reach } from './reach.ts';
import { SHOP } from './shop.ts';

/** A probe, three times: for the server as a whole, for the shop, and for what nobody knows. */
export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  for (const service of ['', SHOP, 'ecommerce.Stock']) {
    if (signal.aborted) return;
    const { exitCode, text } = await probe((until) => reach({ host, port }, until), { service });
    // Nobody listens there: that is the system's to say.
    if (exitCode === ProbeExit.notConnected) {
      throw Object.assign(new Error(text), { code: 'ECONNREFUSED' });
    }
    log(`"${service}": ${text} (exit code ${exitCode})`);
  }
}
