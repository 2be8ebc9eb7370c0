import { type Counting, countDuring } from './fleet.ts';
import { startNginx } from './nginx.ts';
import { type ProxyServer, startL4, startL7 } from './proxies.ts';
import { ask as askOnce, askTimes, connectAll, connectTo, warmUp } from './world.ts';

/** Calls that are counted. */
export const CALLS = 99;

/** All calls of one client, through a proxy that sees connections. */
export const throughL4 = (servers: readonly Counting[]) => throughProxy(servers, startL4);

export interface Layer7 {
  /** Who stood between. */
  proxy: 'nginx' | 'our own';
  counts: number[];
}

/** The same through a proxy that sees calls: nginx, where it is installed, otherwise our own. */
export async function throughL7(
  servers: readonly Counting[],
  nginx: typeof startNginx = startNginx,
): Promise<Layer7> {
  const proxy = await nginx(servers);
  if (proxy === undefined) {
    return { proxy: 'our own', counts: await throughProxy(servers, startL7, true) };
  }
  return { proxy: 'nginx', counts: await throughProxy(servers, async () => proxy, true) };
}

async function throughProxy(
  servers: readonly Counting[],
  start: (servers: readonly Counting[]) => Promise<ProxyServer>,
  warm = false,
): Promise<number[]> {
  const proxy = await start(servers);
  const shop = connectTo(proxy.target);
  try {
    if (warm) await warmUp(servers, () => askOnce(shop));
    return await countDuring(servers, () => askTimes(shop, CALLS));
  } finally {
    shop.close();
    await proxy.close();
  }
}

/** The client has all addresses, and takes turns. */
export async function byTheClient(servers: readonly Counting[]): Promise<number[]> {
  const shop = connectAll(servers);
  try {
    await warmUp(servers, () => askOnce(shop));
    return await countDuring(servers, () => askTimes(shop, CALLS));
  } finally {
    shop.close();
  }
}
