import type { Order } from '#protobuf/generated/ecommerce';
import { QUIET } from '../shop/with-shop.ts';
import { connectBoth, getOrder } from './client.ts';
import { startLine } from './line.ts';
import { AGAIN_MS, ANSWERS, planned } from './loss-plan.ts';
import { find, startServer } from './server.ts';

/** An answer that comes so much after its time is late. */
const LATE_MS = 150;

export interface Loss {
  connections: number;
  late: number;
  /** How long after the server’s answer each of them was read, in ms, in the order of the calls. */
  answers: { lateMs: number }[];
}

/**
 * Calls on so many connections in turn, answered one by one; of the answers on the first connection
 * the segment with the second is lost once. Real servers, clients and sockets, in real time.
 */
export async function loseOne(connections: number): Promise<Loss> {
  const plan = planned(connections);
  const answered = new Map<string, number>();
  let begun = 0;
  let read = 0;
  const at = (id: string) => begun + (plan[Number(id) - 101]?.sentMs ?? 0);
  const slowly = async (id: string): Promise<Order | undefined> => {
    if (begun === 0) return find(id);
    const left = at(id) - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    if (plan[Number(id) - 101]?.lost) {
      // What goes out next on the first connection is this answer, and none beside it.
      while (read < Number(id) - 101) await new Promise((resolve) => setTimeout(resolve, 1));
      line.lose(1);
    }
    answered.set(id, performance.now());
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
    const answers = await Promise.all(
      Array.from({ length: ANSWERS }, async (_, i) => {
        const id = String(101 + i);
        const connection = i % connections;
        const ended = await getOrder(clients[connection]!.shop, id);
        read++;
        return { lateMs: Math.max(0, ended.at - (answered.get(id) ?? begun)) };
      }),
    );
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
