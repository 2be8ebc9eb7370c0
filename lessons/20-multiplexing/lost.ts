import type { Order } from '#protobuf/generated/ecommerce';
import { QUIET } from '../shop/with-shop.ts';
import { connectBoth, getOrder } from './client.ts';
import { startLine } from './line.ts';
import { find, startServer } from './server.ts';

export const ANSWERS = 16;
/** The server answers one of them after the other, so far apart. */
export const STEP_MS = 20;
/** So long it takes until a lost segment has been sent again. */
export const AGAIN_MS = 600;
/** An answer that comes so much after its time is late. */
const LATE_MS = 150;

export interface Loss {
  connections: number;
  late: number;
  /** How late each of them was, in ms, in the order of the calls; the connection of each. */
  answers: { lateMs: number; connection: number }[];
}

/**
 * Calls on so many connections in turn, answered one by one; of the answers to the first connection
 * the segment with the second is lost once.
 */
export async function loseOne(connections: number): Promise<Loss> {
  let begun = 0;
  const at = (id: string) => begun + (Number(id) - 100) * STEP_MS;
  const slowly = async (id: string): Promise<Order | undefined> => {
    if (begun === 0) return find(id);
    const left = at(id) - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    return find(id);
  };
  const server = await startServer(QUIET, slowly);
  const line = await startLine(server, { againMs: AGAIN_MS });
  const clients = Array.from({ length: connections }, () =>
    connectBoth(line, { 'grpc.use_local_subchannel_pool': 1 }),
  );
  try {
    // One after the other, so that the first client has the first connection.
    for (const { shop } of clients) await getOrder(shop, '101');
    begun = performance.now() + 60;
    const losing = setTimeout(() => line.lose(1), begun + 1.5 * STEP_MS - performance.now());
    const answers = await Promise.all(
      Array.from({ length: ANSWERS }, async (_, i) => {
        const id = String(101 + i);
        const connection = i % connections;
        const ended = await getOrder(clients[connection]!.shop, id);
        return { lateMs: Math.max(0, ended.at - at(id)), connection };
      }),
    );
    clearTimeout(losing);
    const late = answers.filter(({ lateMs }) => lateMs > LATE_MS).length;
    return { connections, late, answers };
  } finally {
    for (const { close } of clients) close();
    await line.close();
    await server.close();
  }
}

/** One character an answer: in time, or late. */
export const drawLoss = ({ answers }: Loss): string =>
  answers.map(({ lateMs }) => (lateMs > LATE_MS ? '#' : '·')).join('');
