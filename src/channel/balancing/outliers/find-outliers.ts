import type { OutlierConfig } from './outlier-config.ts';
import type { WatchedAddress } from './watched-address.ts';

/**
 * Leaves out the addresses whose calls ended badly in the interval that is over (gRPC A50). Both
 * algorithms stop as soon as `maxEjectionPercent` of all are out: if all servers fail, then it is
 * not the servers, and a client that left out all of them would have nobody to call.
 * @param random a number in [0, 1)
 */
export function ejectOutliers(
  addresses: readonly WatchedAddress[],
  config: OutlierConfig,
  now: number,
  random: () => number,
): void {
  const mayEject = () => {
    const ejected = addresses.filter((address) => address.ejected).length;
    // At least one may be left out, however few there are.
    return ejected === 0 || (100 * ejected) / addresses.length < config.maxEjectionPercent;
  };
  const eject = (address: WatchedAddress, enforcement: number) => {
    if (!address.ejected && Math.floor(100 * random()) < enforcement) address.eject(now);
  };
  const { successRate, failurePercentage } = config;
  if (successRate) {
    const limit = lowestRate(addresses, successRate);
    for (const address of enough(addresses, successRate.requestVolume)) {
      if (!mayEject()) break;
      if (rateOf(address) < limit) eject(address, successRate.enforcementPercentage);
    }
  }
  if (failurePercentage && addresses.length >= failurePercentage.minimumHosts) {
    for (const address of enough(addresses, failurePercentage.requestVolume)) {
      if (!mayEject()) break;
      const failed = (100 * address.failures) / address.volume;
      if (failed > failurePercentage.threshold) {
        eject(address, failurePercentage.enforcementPercentage);
      }
    }
  }
}

const enough = (addresses: readonly WatchedAddress[], volume: number) =>
  addresses.filter((address) => address.volume > 0 && address.volume >= volume);

const rateOf = ({ successes, volume }: WatchedAddress) => successes / volume;

/** Below this a rate is an outlier's; if there are too few to say so, none is. */
function lowestRate(
  addresses: readonly WatchedAddress[],
  { stdevFactor, minimumHosts, requestVolume }: NonNullable<OutlierConfig['successRate']>,
): number {
  const rates = enough(addresses, requestVolume).map(rateOf);
  if (rates.length === 0 || rates.length < minimumHosts) return 0;
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const variance = rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / rates.length;
  return mean - (Math.sqrt(variance) * stdevFactor) / 1000;
}
