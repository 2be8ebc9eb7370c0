import { lookup } from 'node:dns/promises';

/**
 * All addresses of a host, in the order of the system's resolver (`/etc/hosts`, then DNS).
 * @throws the system's error: `ENOTFOUND`, `EAI_AGAIN`, …
 */
export async function lookupAll(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}
