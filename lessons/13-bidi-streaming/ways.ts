import { converse } from '#bidi/converse';
import type { Connection } from '#transport/connection';
import { connectTcp, LOOPBACK, listenTcp, type TcpAddress } from '#transport/tcp';
import { connect } from '../shop/connect.ts';
import { ORDERS } from '../shop/orders.ts';
import { processOrders } from './process.ts';
import { startServer } from './server.ts';
import { Turns } from './turns.ts';

export const ONE_WAY_MS = 15;
const IDS = ORDERS.slice(0, 12).map(({ id }) => ({ value: id }));

/** How many ids go out before the client waits for their answers. */
export const WAYS = { 'lock-step': 1, 'four at a time': 4, 'free-running': IDS.length };

export interface Took {
  how: string;
  ms: number;
  rounds: number;
}

/** Twelve orders over a line with a delay, each answered by itself, in three ways. */
export async function measureWays(): Promise<Took[]> {
  const server = await startServer(
    { host: LOOPBACK, port: 0, log: () => {} },
    { process: (ids) => processOrders(ids, { size: 1 }) },
  );
  const line = await startDelay(server, ONE_WAY_MS);
  const shop = connect(line);
  try {
    await run(1, [IDS[0]!]); // The connection is built up by the first call.
    const took: Took[] = [];
    for (const [how, ahead] of Object.entries(WAYS)) {
      const began = performance.now();
      await run(ahead, IDS);
      took.push({ how, ms: performance.now() - began, rounds: Math.ceil(IDS.length / ahead) });
    }
    return took;
  } finally {
    shop.close();
    await line.close();
    await server.close();
  }

  // #region lock-step
  async function run(ahead: number, ids: { value: string }[]): Promise<void> {
    const turns = new Turns<{ value: string }>();
    let sent = 0;
    let answered = 0;
    const next = () => {
      turns.say(...ids.slice(sent, sent + ahead));
      sent += ahead;
      if (sent >= ids.length) turns.end();
    };
    next();
    for await (const _ of converse(shop.processOrders(), turns)) {
      if (++answered === sent && sent < ids.length) next();
    }
  }
  // #endregion lock-step
}

/** Passes everything on, some milliseconds later. */
async function startDelay(server: TcpAddress, ms: number) {
  const listener = await listenTcp({ host: LOOPBACK, port: 0 }, async (client) => {
    const upstream = await connectTcp(server);
    pass(client, upstream, ms);
    pass(upstream, client, ms);
  });
  return { host: listener.host, port: listener.port, close: () => listener.destroy() };
}

function pass(from: Connection, to: Connection, ms: number): void {
  const later = (action: () => void) => setTimeout(action, ms);
  from.start({
    data: (chunk) => later(() => to.write(chunk)),
    end: () => later(() => to.end()),
    close: (error) => later(() => (error ? to.destroy(error) : to.end())),
  });
}
