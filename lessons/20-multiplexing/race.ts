import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LOOPBACK } from '#transport/tcp';
import { QUIET } from '../shop/with-shop.ts';
import { connectBoth, getOrder } from './client.ts';
import { type Line, startLine } from './line.ts';
import { find, startServer } from './server.ts';

export const CALLS = 100;

/** What a hundred calls took. */
export interface Run {
  name: string;
  connections: number;
  ms: number;
  /** How many times a question could have gone there and an answer come back. */
  roundTrips: number;
  bytesUp: number;
}

// #region ways
/** HTTP/1.1: on a connection one request after the other, so what counts is how many there may be. */
const AGENTS = [
  ['HTTP/1.1, one connection', { keepAlive: true, maxSockets: 1 }],
  ['HTTP/1.1, six, as a browser', { keepAlive: true, maxSockets: 6 }],
  ['HTTP/1.1, one for each', { keepAlive: false }],
] as const;
// #endregion ways

/** A hundred orders, asked for at once, in each way, over a line that takes time. */
export async function race(delayMs: number): Promise<Run[]> {
  const web = createServer((asked, answer) => {
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify(find(asked.url!.slice('/orders/'.length))));
  });
  await new Promise<void>((resolve) => web.listen(0, LOOPBACK, resolve));
  const { port } = web.address() as AddressInfo;
  const runs: Run[] = [];
  try {
    for (const [name, options] of AGENTS) {
      const agent = new Agent(options);
      const all = (line: Line) => Promise.all(ids().map((id) => fetchOrder(line, agent, id)));
      runs.push(await measure(name, { host: LOOPBACK, port }, delayMs, all));
      agent.destroy();
    }
  } finally {
    web.closeAllConnections();
    web.close();
  }
  const server = await startServer(QUIET);
  try {
    const all = async (line: Line) => {
      // A pool of its own: what another client has opened would not be measured.
      const { shop, close } = connectBoth(line, { 'grpc.use_local_subchannel_pool': 1 });
      const ends = await Promise.all(ids().map((id) => getOrder(shop, id)));
      close();
      const failed = ends.find(({ text }) => text !== 'OK');
      if (failed) throw new Error(failed.text);
    };
    runs.push(await measure('gRPC, one connection', server, delayMs, all));
  } finally {
    await server.close();
  }
  return runs;
}

const ids = () => Array.from({ length: CALLS }, (_, i) => String(101 + (i % 36)));

async function measure(
  name: string,
  server: { host: string; port: number },
  delayMs: number,
  all: (line: Line) => Promise<unknown>,
): Promise<Run> {
  // Once before, on a line that takes no time: the machine is to know the way.
  const warm = await startLine(server);
  await all(warm);
  await warm.close();
  const line = await startLine(server, { delayMs });
  try {
    const from = performance.now();
    await all(line);
    const ms = performance.now() - from;
    const { connections, bytesUp } = line;
    return { name, connections, ms, roundTrips: ms / (2 * delayMs), bytesUp };
  } finally {
    await line.close();
  }
}

function fetchOrder({ host, port }: Line, agent: Agent, id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    request({ host, port, agent, path: `/orders/${id}` }, (answer) => {
      answer.resume();
      answer.on('end', resolve);
    })
      .on('error', reject)
      .end();
  });
}

export function raceTable(runs: readonly Run[]): string[][] {
  return [
    [`${CALLS} calls`, 'connections', 'time', 'round trips', 'sent'],
    ...runs.map(({ name, connections, ms, roundTrips, bytesUp }) => [
      name,
      String(connections),
      `${Math.round(ms)} ms`,
      roundTrips.toFixed(1),
      `${(bytesUp / 1024).toFixed(1)} KiB`,
    ]),
  ];
}
