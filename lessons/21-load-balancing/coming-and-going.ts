import { type Counting, countDuring, startCounting, withFleet } from './fleet.ts';
import { openOwn, roundRobin } from './world.ts';

export interface Step {
  what: string;
  names: string[];
  counts: number[];
  failed: number;
}

const CALLS = 30;

/** One server ends as it should, another one comes; the client's channel is open all the time. */
export function comeAndGo(): Promise<Step[]> {
  return withFleet(async (servers) => {
    const own = openOwn(roundRobin);
    const fourth = await startCounting('shop-4');
    const steps: Step[] = [];
    const step = async (what: string, of: readonly Counting[]) => {
      let failed = 0;
      const counts = await countDuring(of, async () => {
        failed = await own.askTimes(CALLS);
      });
      steps.push({ what, names: of.map(({ name }) => name), counts, failed });
    };
    try {
      await own.found(servers);
      await step('three servers', servers);
      await servers[1]!.stop();
      await step('shop-2 ends', servers);
      await own.found([servers[0]!, servers[2]!, fourth]);
      await step('shop-4 is new', [...servers, fourth]);
      return steps;
    } finally {
      await own.channel.close();
      await fourth.kill();
    }
  });
}

/** Nine calls under way, three at each server, while shop-2 ends. @returns how many have failed */
export async function endUnderWay(
  how: 'stop' | 'kill',
): Promise<{ failed: number; after: number[] }> {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let came = 0;
  let all = () => {};
  const allCame = new Promise<void>((resolve) => {
    all = resolve;
  });
  const until = () => {
    if (++came === 9) all();
    return gate;
  };
  return withFleet(
    async (servers) => {
      const own = openOwn(roundRobin);
      try {
        await own.found(servers);
        const calls = Array.from({ length: 9 }, () => own.ask());
        await allCame;
        const ended = servers[1]![how]();
        // Killed, it has no time to answer. Otherwise it waits for these.
        if (how === 'kill') await ended;
        open();
        const failed = (await Promise.all(calls)).filter((succeeded) => !succeeded).length;
        await ended;
        const after = await countDuring(servers, () => own.askTimes(30));
        return { failed, after };
      } finally {
        await own.channel.close();
      }
    },
    () => ({ until }),
  );
}
