import type {
  BalancerHelper,
  LoadBalancerFactory,
  Pick,
  Picker,
  PolicyConfig,
} from '#channel/balancing/load-balancer';
import { InFlight, leastBusy } from '#channel/balancing/spread/choices';
import type { Endpoint } from '#channel/connections/endpoint';
import { MAX_CHOICES } from '#channel/limits';
import { number } from '#channel/names/json-fields';
import { readyOf, SpreadBalancer } from './spread-balancer.ts';

/**
 * `least_request_experimental` (gRPC A48): of `choiceCount` servers, drawn by chance, the one with
 * the fewest calls of ours under way. Two are enough. A48 may draw the same server twice, so that
 * one which stands still is still picked; here they are always different ones.
 */
export const leastRequest: LoadBalancerFactory = Object.assign(
  (helper: BalancerHelper, config: PolicyConfig) => {
    const choices = choicesIn(config);
    return countingBalancer(helper, (ready, inFlight) =>
      leastBusy(ready, choices, inFlight, helper.random),
    );
  },
  { check: (config: PolicyConfig) => void choicesIn(config) },
);

/** Looks at every server. gRPC has no name for it: give it to a channel as one of `loadBalancers`. */
export const leastLoadedPolicy: LoadBalancerFactory = (helper) =>
  countingBalancer(helper, (ready, inFlight) => {
    // Of those that are equal, the first in line is another one each time.
    const start = Math.floor(helper.random() * ready.length);
    let best: Endpoint | undefined;
    for (let i = 0; i < ready.length; i++) {
      const one = ready[(start + i) % ready.length]!;
      if (best === undefined || inFlight.of(one) < inFlight.of(best)) best = one;
    }
    return best;
  });

function choicesIn({ choiceCount = 2 }: PolicyConfig): number {
  const choices = number(choiceCount, 'choiceCount', (n) => Number.isInteger(n) && n >= 2);
  return Math.min(choices, MAX_CHOICES);
}

function countingBalancer(
  helper: BalancerHelper,
  choose: (ready: readonly Endpoint[], inFlight: InFlight<Endpoint>) => Endpoint | undefined,
): SpreadBalancer {
  const inFlight = new InFlight<Endpoint>();
  const begin = (endpoint: Endpoint): Pick => ({
    endpoint,
    started: () => inFlight.begin(endpoint),
  });
  return new SpreadBalancer(helper, (endpoints): Picker => {
    const ready = readyOf(endpoints);
    return {
      pick() {
        const picked = choose(ready, inFlight);
        return picked && begin(picked);
      },
    };
  });
}
