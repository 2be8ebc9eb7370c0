import type {
  BalancerHelper,
  LoadBalancerFactory,
  Pick,
  Picker,
  PolicyConfig,
} from '#channel/balancing/load-balancer';
import type { Endpoint } from '#channel/connections/endpoint';
import { MIN_WEIGHT_UPDATE_MS } from '#channel/limits';
import { duration, number } from '#channel/names/json-fields';
import { EarliestFirst } from './earliest-first.ts';
import { EndpointWeight, type WeightOptions } from './endpoint-weight.ts';
import { loadReportIn } from './load-report.ts';
import { readyOf, SpreadBalancer } from './spread-balancer.ts';

interface Options extends WeightOptions {
  updateMs: number;
}

/**
 * `weighted_round_robin` (gRPC A58): a server that reports that it can take twice as much gets twice
 * as much. Reports come in the trailers of its answers. While fewer than two servers have said
 * anything, it is `round_robin`.
 */
export const weightedRoundRobin: LoadBalancerFactory = Object.assign(
  (helper: BalancerHelper, config: PolicyConfig) => {
    const weights = new Weights(helper, optionsIn(config));
    return new SpreadBalancer(helper, (endpoints) => weights.picker(readyOf(endpoints)));
  },
  { check: (config: PolicyConfig) => void optionsIn(config) },
);

/** @throws RangeError naming the field that is wrong */
function optionsIn(config: PolicyConfig): Options {
  const ms = (field: string, otherwise: string) => duration(config[field] ?? otherwise, field);
  if (config.enableOobLoadReport) {
    throw new RangeError('enableOobLoadReport: only reports in trailers are supported');
  }
  return {
    blackoutMs: ms('blackoutPeriod', '10s'),
    expirationMs: ms('weightExpirationPeriod', '180s'),
    updateMs: Math.max(MIN_WEIGHT_UPDATE_MS, ms('weightUpdatePeriod', '1s')),
    errorPenalty: number(
      config.errorUtilizationPenalty ?? 1,
      'errorUtilizationPenalty',
      (n) => n >= 0,
    ),
  };
}

class Weights {
  readonly #helper: BalancerHelper;
  readonly #options: Options;
  readonly #weights = new WeakMap<Endpoint, EndpointWeight>();
  /** Those that were READY when the last picker was made. */
  #ready = new Set<Endpoint>();

  constructor(helper: BalancerHelper, options: Options) {
    this.#helper = helper;
    this.#options = options;
  }

  picker(ready: readonly Endpoint[]): Picker {
    const before = this.#ready;
    this.#ready = new Set(ready);
    for (const endpoint of ready) if (!before.has(endpoint)) this.#of(endpoint).connected();
    let schedule = this.#schedule(ready);
    let madeAt = this.#helper.now();
    return {
      pick: () => {
        const now = this.#helper.now();
        if (now - madeAt >= this.#options.updateMs) {
          schedule = this.#schedule(ready);
          madeAt = now;
        }
        return this.#pick(ready[schedule.next()]!);
      },
    };
  }

  #pick(endpoint: Endpoint): Pick {
    return {
      endpoint,
      started: () => (status) => {
        const report = status && loadReportIn(status);
        if (report) this.#of(endpoint).report(report, this.#helper.now());
      },
    };
  }

  /** Who has not said anything counts as the average of those who have. */
  #schedule(ready: readonly Endpoint[]): EarliestFirst {
    const now = this.#helper.now();
    const weights = ready.map((endpoint) => this.#of(endpoint).at(now));
    const known = weights.filter((weight) => weight > 0);
    const average = known.reduce((sum, weight) => sum + weight, 0) / known.length;
    const used = known.length < 2 ? weights.map(() => 1) : weights.map((one) => one || average);
    return new EarliestFirst(used, this.#helper.random);
  }

  #of(endpoint: Endpoint): EndpointWeight {
    let weight = this.#weights.get(endpoint);
    if (weight === undefined) {
      weight = new EndpointWeight(this.#options);
      this.#weights.set(endpoint, weight);
    }
    return weight;
  }
}
