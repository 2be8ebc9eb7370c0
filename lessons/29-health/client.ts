import type { ClientOptions } from '#course/lesson/define-lesson';
import { UserError } from '#course/user-error';
import { ProbeExit, probe } from '#services/probe';
import { reach } from './reach.ts';
import { SHOP } from './shop.ts';

/** A probe, three times: for the server as a whole, for the shop, and for what nobody knows. */
export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  for (const service of ['', SHOP, 'ecommerce.Stock']) {
    if (signal.aborted) return;
    const { exitCode, text } = await probe((until) => reach({ host, port }, until), { service });
    if (exitCode === ProbeExit.notConnected) throw new UserError(`${host}:${port}: ${text}`);
    log(`"${service}": ${text} (exit code ${exitCode})`);
  }
}
