import { type Counting, countDuring, NAMES, startCounting } from './fleet.ts';
import { startL4 } from './proxies.ts';
import { ask, connectAll, connectTo, warmUp } from './world.ts';

const CLIENTS = 12;

/** How the servers share connections, or calls, before and after each was restarted once. */
export interface Deploy {
  before: number[];
  after: number[];
}

export async function deploy(how: 'l4' | 'round_robin'): Promise<Deploy> {
  const servers: Counting[] = [];
  for (const name of NAMES) servers.push(await startCounting(name));
  const proxy = await startL4(servers);
  const clients = Array.from({ length: CLIENTS }, () =>
    how === 'l4' ? connectTo(proxy.target) : connectAll(servers),
  );
  const askAll = async () => {
    for (const client of clients) await ask(client);
  };
  /** Connections behind the proxy, calls where the clients take turns. */
  const share = async () => {
    if (how === 'round_robin') {
      for (const client of clients) await warmUp(servers, () => ask(client));
      return countDuring(servers, async () => {
        for (const client of clients) for (let i = 0; i < 3; i++) await ask(client);
      });
    }
    for (const { connections } of servers) connections.clear();
    await askAll();
    return servers.map(({ connections }) => connections.size);
  };
  try {
    await askAll();
    const before = await share();
    for (const [i, { name, port }] of servers.entries()) {
      await servers[i]!.stop();
      await askAll();
      servers[i] = await startCounting(name, { port });
      await askAll();
    }
    return { before, after: await share() };
  } finally {
    for (const client of clients) client.close();
    await proxy.close();
    for (const server of servers) await server.kill();
  }
}
