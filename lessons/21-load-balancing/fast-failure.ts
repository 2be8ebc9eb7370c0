import type { ServiceConfigJson } from '#channel/names/service-config-json';
import { FakeClock } from '#time/fake-clock';
import { countDuring, withFleet } from './fleet.ts';
import { openOwn } from './world.ts';

// #region outliers
/** Every 10 s: who has failed more than half of at least 5 calls is left out, for 30 s at first. */
export const watched: ServiceConfigJson = {
  loadBalancingConfig: [
    {
      outlier_detection: {
        interval: '10s',
        baseEjectionTime: '30s',
        maxEjectionPercent: 50,
        failurePercentageEjection: { threshold: 50, minimumHosts: 3, requestVolume: 5 },
        childPolicy: [{ round_robin: {} }],
      },
    },
  ],
};
// #endregion outliers

export interface Phase {
  what: string;
  counts: number[];
  failed: number;
}

const CALLS = 30;

/** shop-2 is connected, and fails every call. The client's clock is moved by hand. */
export function watchOutlier(): Promise<Phase[]> {
  const clock = new FakeClock();
  return withFleet(
    async (servers) => {
      const { channel, found, askTimes } = openOwn(watched, {}, clock);
      const phases: Phase[] = [];
      const phase = async (what: string) => {
        let failed = 0;
        const counts = await countDuring(servers, async () => {
          failed = await askTimes(CALLS);
        });
        phases.push({ what, counts, failed });
      };
      try {
        await found(servers);
        await phase('at first');
        clock.advance(10_000);
        await phase('after 10 s');
        clock.advance(30_000);
        await phase('after 40 s');
        clock.advance(10_000);
        await phase('after 50 s');
        return phases;
      } finally {
        await channel.close();
      }
    },
    (name) => ({ fails: name === 'shop-2' }),
  );
}
