import type { LoadBalancerFactory } from '#channel/balancing/load-balancer';
import { readyOf, SpreadBalancer } from './spread-balancer.ts';

/**
 * Any of those that are READY, by chance, for each call. gRPC has no name for it: give it to a
 * channel as one of `loadBalancers`.
 */
export const randomPolicy: LoadBalancerFactory = (helper) =>
  new SpreadBalancer(helper, (endpoints) => {
    const ready = readyOf(endpoints);
    return { pick: () => ready[Math.floor(helper.random() * ready.length)] };
  });
