import type { ChosenPolicy } from './choose-policy.ts';
import type { LoadBalancerFactory } from './load-balancer.ts';
import { outlierDetection } from './outliers/outlier-detection.ts';
import { PickFirst } from './pick-first.ts';
import { RoundRobin } from './round-robin.ts';
import { leastRequest } from './spread/least-request.ts';
import { weightedRoundRobin } from './spread/weighted-round-robin.ts';

/** What a service config without `loadBalancingConfig` means. */
export const DEFAULT_POLICY: ChosenPolicy = { name: 'pick_first', config: {} };

/**
 * The policies that are there from the start, each by its name in gRPC; a channel's options add
 * others. One policy has two names: gRPC A50 says `outlier_detection`, as grpc-js does, and grpc-go
 * and grpc-java say it with `_experimental`.
 */
export const POLICIES: Readonly<Record<string, LoadBalancerFactory>> = {
  pick_first: (helper) => new PickFirst(helper),
  round_robin: (helper) => new RoundRobin(helper),
  least_request_experimental: leastRequest,
  weighted_round_robin: weightedRoundRobin,
  outlier_detection: outlierDetection,
  outlier_detection_experimental: outlierDetection,
};
