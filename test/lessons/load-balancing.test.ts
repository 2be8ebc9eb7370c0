import { describe, expect, test } from 'vitest';
import { LOAD_REPORT } from '#channel/balancing/spread/load-report';
import { randomPolicy } from '#channel/balancing/spread/random';
import { Random } from '#course/kit/random';
import { FakeClock } from '#time/fake-clock';
import {
  allPolicies,
  BALANCING_PRESETS,
  type BalancingPreset,
  readSettings,
  runBalancing,
  settingsOf,
} from '../../docs/.vitepress/components/playground/balancing.ts';
import { endUnderWay } from '../../lessons/21-load-balancing/coming-and-going.ts';
import { deploy } from '../../lessons/21-load-balancing/deploy.ts';
import {
  byTheClient,
  CALLS,
  throughL4,
  throughL7,
} from '../../lessons/21-load-balancing/distributions.ts';
import { watchOutlier } from '../../lessons/21-load-balancing/fast-failure.ts';
import { countDuring, withFleet } from '../../lessons/21-load-balancing/fleet.ts';
import { startNginx } from '../../lessons/21-load-balancing/nginx.ts';
import recorded from '../../lessons/21-load-balancing/recorded/distributions.json' with {
  type: 'json',
};
import { recordReport } from '../../lessons/21-load-balancing/traces.ts';
import { openOwn, roundRobin } from '../../lessons/21-load-balancing/world.ts';

/**
 * By how much two servers that take turns may differ. Nobody gets a second call before all others
 * had one: so in any stretch of calls, wherever it begins, one has at most one more than another.
 * (All connections stand before anything is counted; until then the first one takes the calls.)
 */
const TURNS = 1;

/**
 * The same where chance decides: five standard deviations of `calls` with the probability 1 / n.
 * For 300 calls and three servers 5 · √(300 · ⅓ · ⅔) = 41.
 */
const byChance = (calls: number, servers: number) =>
  5 * Math.sqrt((calls / servers) * (1 - 1 / servers));

/** Chance that is the same each time. */
function seeded(): () => number {
  const chance = new Random(21);
  return () => chance.next();
}

const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

describe('99 calls of one client, three servers', () => {
  test('layer 4: one server gets all of them', async () => {
    const counts = await withFleet(throughL4);
    expect([...counts].sort((a, b) => a - b)).toEqual([0, 0, CALLS]);
    expect(counts).toEqual(recorded.find(({ name }) => name === 'l4')!.counts);
  });

  test.each([
    ['our own proxy', (servers) => throughL7(servers, async () => undefined)],
    ['nginx, where it is installed', (servers) => throughL7(servers)],
  ] as [string, Parameters<typeof withFleet<Awaited<ReturnType<typeof throughL7>>>>[0]][])(
    'layer 7: as many each; %s',
    async (_, run) => {
      const { counts } = await withFleet(run);
      expect(sum(counts)).toBe(CALLS);
      expect(spread(counts)).toBeLessThanOrEqual(TURNS);
      expect(counts).toEqual(recorded.find(({ name }) => name === 'l7')!.counts);
    },
  );

  test('the client: as many each', async () => {
    const counts = await withFleet(byTheClient);
    expect(sum(counts)).toBe(CALLS);
    expect(spread(counts)).toBeLessThanOrEqual(TURNS);
    expect(counts).toEqual(recorded.find(({ name }) => name === 'client')!.counts);
  });

  test('where every call is drawn by chance, they differ by more than one', async () => {
    await withFleet(async (servers) => {
      const chance = seeded();
      const own = openOwn(
        { loadBalancingConfig: [{ random: {} }] },
        { loadBalancers: { random: randomPolicy }, random: chance },
      );
      try {
        await own.found(servers);
        const counts = await countDuring(servers, () => own.askTimes(300));
        expect(sum(counts)).toBe(300);
        for (const count of counts) {
          expect(Math.abs(count - 100)).toBeLessThanOrEqual(byChance(300, 3));
        }
        expect(spread(counts)).toBeGreaterThan(TURNS);
      } finally {
        await own.channel.close();
      }
    });
  });
});

test('the run says which proxy it used, and does not need nginx', async () => {
  const { proxy } = await withFleet((servers) => throughL7(servers, async () => undefined));
  expect(proxy).toBe('our own');
  const nginx = await startNginx([{ host: '127.0.0.1', port: 1 }]);
  const used = await withFleet((servers) => throughL7(servers));
  expect(used.proxy).toBe(nginx === undefined ? 'our own' : 'nginx');
  await nginx?.close();
});

describe('policies that hear how calls end, over real servers', () => {
  test('weighted_round_robin reads what servers of grpc-js report', async () => {
    const clock = new FakeClock();
    const loads = { 'shop-1': 0.2, 'shop-2': 0.4, 'shop-3': 0.4 } as Record<string, number>;
    await withFleet(
      async (servers) => {
        const weights = { weighted_round_robin: { blackoutPeriod: '0s' } };
        const own = openOwn({ loadBalancingConfig: [weights] }, {}, clock);
        try {
          await own.found(servers);
          await own.askTimes(6);
          clock.advance(1_000);
          // 100 calls a second at 0.2, 0.4 and 0.4: the first can do twice as much. In any stretch of
          // calls nobody is more than one away from its share.
          const counts = await countDuring(servers, () => own.askTimes(40));
          for (const [i, share] of [20, 10, 10].entries()) {
            expect(Math.abs(counts[i]! - share)).toBeLessThanOrEqual(1);
          }
        } finally {
          await own.channel.close();
        }
      },
      (name) => ({ load: { perSecond: 100, utilization: loads[name]! } }),
    );
  });

  test('the trace that the page shows has such a report in it', async () => {
    expect(JSON.stringify(await recordReport())).toContain(LOAD_REPORT);
  });

  test('least_request leaves out one whose calls do not end', async () => {
    let [open, arrive] = [() => {}, () => {}];
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const came = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const hang = () => {
      arrive();
      return gate;
    };
    await withFleet(
      async (servers) => {
        const config = { least_request_experimental: { choiceCount: 3 } };
        const own = openOwn({ loadBalancingConfig: [config] }, { random: seeded() });
        try {
          await own.found(servers);
          // Calls, one after the other, until one hangs at shop-2: that one is the last.
          let last = own.ask();
          const isOver = () => Promise.race([last.then(() => true), came.then(() => false)]);
          while (await isOver()) last = own.ask();
          // From then on it is never the least busy one.
          expect(await countDuring(servers, () => own.askTimes(30))).toMatchObject({ 1: 0 });
          open();
          expect(await last).toBe(true);
        } finally {
          open();
          await own.channel.close();
        }
      },
      (name) => (name === 'shop-2' ? { until: () => hang() } : {}),
    );
  });
});

describe('servers come and go', () => {
  test('one that ends as it should fails no call; one that is killed, those that are there', async () => {
    expect(await endUnderWay('stop')).toEqual({ failed: 0, after: [15, 0, 15] });
    expect(await endUnderWay('kill')).toEqual({ failed: 3, after: [15, 0, 15] });
  });

  test('after a deploy behind layer 4 the last one has nobody', async () => {
    const { before, after } = await deploy('l4');
    expect(before).toEqual([4, 4, 4]);
    expect(after[2]).toBe(0);
    expect(sum(after)).toBe(12);
    expect((await deploy('round_robin')).after).toEqual([12, 12, 12]);
  });

  test('an outlier is left out, and comes back', async () => {
    const phases = await watchOutlier();
    expect(phases.map(({ failed }) => failed)).toEqual([10, 0, 10, 0]);
    expect(phases[1]!.counts).toEqual([15, 0, 15]);
  });

  test('a channel that is closed leaves nothing', async () => {
    await withFleet(async (servers) => {
      const own = openOwn(roundRobin);
      await own.found(servers);
      await own.channel.close();
      expect(await own.askTimes(1)).toBe(1);
    });
  });
});

describe('the playground runs the stack’s policies', () => {
  const outcomeOf = (
    preset: BalancingPreset,
    policy: (typeof BALANCING_PRESETS)['slow']['policy'],
  ) => runBalancing({ ...settingsOf(preset), policy: policy as never });

  test('the same settings give the same picture', () => {
    for (const preset of Object.keys(BALANCING_PRESETS) as BalancingPreset[]) {
      expect(runBalancing(settingsOf(preset))).toEqual(runBalancing(settingsOf(preset)));
    }
    const other = runBalancing({ ...settingsOf('slow'), seed: 22 });
    expect(other.p99).not.toBe(runBalancing(settingsOf('slow')).p99);
  });

  test('turns are turns, to the call', () => {
    // Each of the four clients has its own; two of them may be one apart at each server.
    const { calls, total } = runBalancing(settingsOf('slow'));
    expect(sum(calls)).toBe(total);
    expect(spread(calls)).toBeLessThanOrEqual(4);
  });

  test('a slow server: two choices are far better than turns, and near to all', () => {
    const rows = Object.fromEntries(
      allPolicies(settingsOf('slow')).map(({ policy, p99 }) => [policy, p99]),
    );
    expect(rows.round_robin! / rows.least_request_experimental!).toBeGreaterThan(10);
    expect(rows.least_request_experimental! / rows.least_loaded!).toBeLessThan(2);
    expect(rows.weighted_round_robin!).toBeLessThan(rows.round_robin! / 5);
  });

  test('who fails at once gets more calls than the others, until it is ejected', () => {
    const failing = runBalancing(settingsOf('failing'));
    expect(Math.max(...failing.calls)).toBe(failing.calls[2]);
    const ejected = runBalancing(settingsOf('ejected'));
    expect(Math.min(...ejected.calls)).toBe(ejected.calls[2]);
    expect(ejected.failed).toBeLessThan(failing.failed / 4);
    expect(outcomeOf('failing', 'round_robin').calls[2]).toBeLessThan(failing.calls[2]!);
  });

  test('what an address brings that is not a setting is passed over', () => {
    const start = settingsOf('slow');
    expect(readSettings({}, start)).toEqual(start);
    const kept = {
      policy: 'x' as never,
      clients: 1e9,
      seed: -1,
      servers: [{ perSecond: 7 }] as never,
    };
    const read = readSettings(kept, start);
    expect(read.servers[0]!.perSecond).toBe(7);
    expect({ ...read, servers: start.servers }).toEqual(start);
  });
});
