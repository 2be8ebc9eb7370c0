import type {
  BalancerHelper,
  LoadBalancer,
  LoadBalancerFactory,
  PolicyConfig,
  PolicySource,
} from './load-balancer.ts';

/** The policies of a channel, by the names that a service config uses. */
export class PolicySet implements PolicySource {
  readonly #factories: ReadonlyMap<string, LoadBalancerFactory>;

  constructor(factories: Readonly<Record<string, LoadBalancerFactory>>) {
    this.#factories = new Map(Object.entries(factories));
  }

  has(name: string): boolean {
    return this.#factories.has(name);
  }

  check(name: string, config: PolicyConfig): void {
    this.#factories.get(name)?.check?.(config, this);
  }

  create(name: string, config: PolicyConfig, helper: BalancerHelper): LoadBalancer {
    return this.#factories.get(name)!(helper, config, this);
  }
}
