import type { Order } from '#protobuf/generated/ecommerce';
import { QUIET } from '../shop/with-shop.ts';
import { connectBoth, getOrder } from './client.ts';
import { startLine } from './line.ts';
import { AGAIN_MS, ANSWERS, planned } from './loss-plan.ts';
import { find, startServer } from './server.ts';

/** A line that lets nothing through must not hold the lesson up for ever. */
const PATIENCE_MS = 20_000;

export interface Loss {
  connections: number;
  late: number;
  /** In the order of the calls. Late: the server had answered, and it was read only behind the hole. */
  answers: { late: boolean }[];
}

/**
 * Calls on so many connections in turn, answered one by one; of the answers on the first connection
 * the segment with the second is lost once. Real servers, clients and sockets, in real time.
 *
 * A machine that is busy may stand still for longer than any of these times. So what is late goes by
 * what came first and not by a clock, and the segment comes again when its time is over and all that
 * can overtake it has done so.
 */
export async function loseOne(connections: number): Promise<Loss> {
  const plan = planned(connections);
  let begun = 0;
  let answered = 0;
  let read = 0;
  let filled = false;
  let over = false;
  const beside = plan.filter(({ connection }) => connection !== 0).length;
  let readBeside = 0;
  const sendAgain = async () => {
    await sleep(AGAIN_MS);
    while (!over && (answered < ANSWERS || readBeside < beside)) await sleep(1);
    filled = true;
  };
  const filledWhenAnswered = new Map<string, boolean>();
  const slowly = async (id: string): Promise<Order | undefined> => {
    if (begun === 0) return find(id);
    const number = Number(id) - 101;
    const { sentMs = 0, lost = false } = plan[number] ?? {};
    await sleep(begun + sentMs - performance.now());
    // One after the other. What goes out with the segment that is lost is one answer, and no other.
    while (!over && (answered < number || (lost && read < number))) await sleep(1);
    if (lost) line.lose(1, sendAgain());
    answered++;
    filledWhenAnswered.set(id, filled);
    return find(id);
  };
  const server = await startServer(QUIET, slowly);
  const line = await startLine(server);
  const clients = Array.from({ length: connections }, () =>
    connectBoth(line, { 'grpc.use_local_subchannel_pool': 1 }),
  );
  try {
    // One after the other, so that the first client has the first connection.
    for (const { shop } of clients) await getOrder(shop, '101');
    begun = performance.now() + 60;
    const answers = await Promise.all(
      plan.map(async ({ connection }, i) => {
        const id = String(101 + i);
        const { text } = await getOrder(clients[connection]!.shop, id, PATIENCE_MS);
        if (text !== 'OK') throw new Error(`call ${id}: ${text}`);
        read++;
        if (connection !== 0) readBeside++;
        return { late: filled && filledWhenAnswered.get(id) === false };
      }),
    );
    return { connections, late: answers.filter(({ late }) => late).length, answers };
  } finally {
    over = true;
    for (const { close } of clients) close();
    await line.close();
    await server.close();
  }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One character an answer: in time, or late. */
export const drawLoss = ({ answers }: Loss): string =>
  answers.map(({ late }) => (late ? '#' : '·')).join('');
