import type {
  BalancerHelper,
  CallEnded,
  KnownPolicies,
  LoadBalancer,
  LoadBalancerFactory,
  Pick,
  Picker,
  PolicyConfig,
  PolicySource,
} from '#channel/balancing/load-balancer';
import { type Address, addressKey } from '#channel/connections/address';
import type { Endpoint } from '#channel/connections/endpoint';
import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import type { TimerHandle } from '#time/clock';
import { ejectOutliers } from './find-outliers.ts';
import { type OutlierConfig, readOutlierConfig } from './outlier-config.ts';
import { WatchedAddress } from './watched-address.ts';
import { WatchedEndpoint } from './watched-endpoint.ts';

/**
 * `outlier_detection` (gRPC A50): a server can be connected, and fail every call. This policy stands
 * around another one, counts how calls end, and makes that one believe that the connection of an
 * outlier is broken. After a while the outlier is let in again.
 */
export const outlierDetection: LoadBalancerFactory = Object.assign(
  (helper: BalancerHelper, config: PolicyConfig, policies: PolicySource) =>
    new OutlierDetection(helper, readOutlierConfig(config, policies), policies),
  { check: (config: PolicyConfig, known: KnownPolicies) => void readOutlierConfig(config, known) },
);

class OutlierDetection implements LoadBalancer {
  readonly #helper: BalancerHelper;
  readonly #config: OutlierConfig;
  readonly #child: LoadBalancer;
  #addresses = new Map<string, WatchedAddress>();
  #timer: TimerHandle | undefined;

  constructor(helper: BalancerHelper, config: OutlierConfig, policies: PolicySource) {
    this.#helper = helper;
    this.#config = config;
    const { name, config: childConfig } = config.child;
    this.#child = policies.create(name, childConfig, {
      ...helper,
      createSubchannel: (address, changed) => this.#watch(address, changed),
      update: (state, picker) => helper.update(state, this.#counting(picker)),
    });
    if (this.#counts) this.#wait();
  }

  addresses(addresses: readonly Address[]): void {
    const before = this.#addresses;
    this.#addresses = new Map(
      addresses.map((address) => {
        const key = addressKey(address);
        return [key, before.get(key) ?? new WatchedAddress()];
      }),
    );
    this.#child.addresses(addresses);
  }

  exitIdle(): void {
    this.#child.exitIdle();
  }

  shutdown(): void {
    this.#timer?.cancel();
    this.#child.shutdown();
  }

  get #counts(): boolean {
    return this.#config.successRate !== undefined || this.#config.failurePercentage !== undefined;
  }

  #wait(): void {
    this.#timer = this.#helper.setTimer(() => {
      this.#sweep();
      this.#wait();
    }, this.#config.intervalMs);
    // It runs as long as the policy, and a process need not live on only because of it.
    this.#timer.unref?.();
  }

  #sweep(): void {
    const now = this.#helper.now();
    const all = [...this.#addresses.values()];
    for (const address of all) address.swap();
    ejectOutliers(all, this.#config, now, this.#helper.random);
    const { baseEjectionMs, maxEjectionMs } = this.#config;
    for (const address of all) address.sweep(now, baseEjectionMs, maxEjectionMs);
  }

  #watch(address: Address, changed: (endpoint: Endpoint) => void): Endpoint {
    const known = this.#addresses.get(addressKey(address));
    const endpoint = new WatchedEndpoint(
      (innerChanged) => this.#helper.createSubchannel(address, innerChanged),
      (watched) => {
        if (watched.inner.state === 'SHUTDOWN') known?.endpoints.delete(watched);
        changed(watched);
      },
      known?.ejected ?? false,
    );
    known?.endpoints.add(endpoint);
    return endpoint;
  }

  #counting(picker: Picker): Picker {
    if (!this.#counts) return picker;
    return {
      pick: () => {
        const picked = picker.pick();
        if (picked === undefined || picked instanceof GrpcError) return picked;
        const pick = 'started' in picked ? picked : undefined;
        return this.#counted(pick?.endpoint ?? (picked as Endpoint), pick);
      },
    };
  }

  #counted(endpoint: Endpoint, pick: Pick | undefined): Pick {
    return {
      endpoint,
      started: (): CallEnded => {
        const ended = pick?.started();
        return (status) => {
          ended?.(status);
          if (status === undefined) return;
          this.#addresses.get(endpoint.key)?.count(status.code === Status.OK);
        };
      },
    };
  }
}
