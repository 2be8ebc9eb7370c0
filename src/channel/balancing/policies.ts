import type { LoadBalancerFactory } from './load-balancer.ts';
import { PickFirst } from './pick-first.ts';
import { RoundRobin } from './round-robin.ts';

/** What a service config without `loadBalancingConfig` means. */
export const DEFAULT_POLICY = 'pick_first';

/** The policies that are there from the start; a channel's options add others. */
export const POLICIES: Readonly<Record<string, LoadBalancerFactory>> = {
  pick_first: (helper) => new PickFirst(helper),
  round_robin: (helper) => new RoundRobin(helper),
};
