import { Rotation } from '#channel/balancing/spread/rotation';
import type { BalancerHelper } from './load-balancer.ts';
import { SpreadBalancer } from './spread/spread-balancer.ts';

/**
 * `round_robin`: it connects to every address and gives calls to each in turn. A connection that
 * fails is left out until it works again. With a headless service, or any name that resolves to all
 * of its servers, this is load balancing without a balancer.
 */
export class RoundRobin extends SpreadBalancer {
  constructor(helper: BalancerHelper) {
    // A thousand clients that start together should not all begin with the same server.
    const rotation = new Rotation(Math.floor(helper.random() * 2 ** 16));
    super(helper, (endpoints) => rotation.over(endpoints));
  }
}
