import { LOOPBACK } from '#transport/tcp';
import { QUIET } from '../shop/with-shop.ts';
import { connectBoth, connectOurs, getOrder } from './client.ts';
import { endOf, Gate, MOST, ready } from './limit.ts';
import { find, startOurServer } from './server.ts';

export interface Gone {
  /** How each of the five calls ended. */
  ends: string[];
  /** The ids that the first server had, and the second. */
  first: string[];
  second: string[];
}

type Call = (id: string) => Promise<string>;
type Connect = (port: number) => Promise<{ call: Call; close(): unknown }>;

/**
 * Five calls to a server that takes three at once, and goes: GOAWAY. Another one listens in its
 * place at once. The three that it had are answered by the first; what becomes of the two that wait?
 */
async function goAway(connect: Connect): Promise<Gone> {
  const [old, next] = [new Gate(), new Gate()];
  const going = await startOurServer(QUIET, old.find, { maxConcurrentCalls: MOST });
  const { call, close } = await connect(going.port);
  const ids = ['101', '102', '103', '104', '105'];
  const calls = Promise.all(ids.map(call));
  await old.until(MOST);
  const gone = going.server.shutdown();
  const another = await startOurServer({ ...QUIET, port: going.port }, (id) => {
    next.came.push(id);
    return find(id);
  });
  // The two that wait have their answers before the three are let go.
  await new Promise((resolve) => setTimeout(resolve, 200));
  old.answerAll();
  try {
    const ends = await calls;
    return { ends, first: [...old.came], second: [...next.came] };
  } finally {
    await close();
    await gone;
    await another.close();
  }
}

export const goAwayFromGrpcJs = () =>
  goAway(async (port) => {
    const { shop, close } = connectBoth(
      { host: LOOPBACK, port },
      { 'grpc.use_local_subchannel_pool': 1 },
    );
    await ready(shop);
    return { call: async (id) => (await getOrder(shop, id, 3_000)).text, close };
  });

export const goAwayFromOurs = () =>
  goAway(async (port) => {
    const { shop, channel, close } = connectOurs({ host: LOOPBACK, port });
    await channel.ready();
    return { call: (value) => endOf(shop.getOrder({ value }, { timeoutMs: 3_000 })), close };
  });
