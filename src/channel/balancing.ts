import type { Clock } from '#grpc/clock';
import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import { lookupAll } from '#transport/lookup';
import type { ChannelOptions } from './channel-options.ts';
import type { ConnectivityState } from './connectivity.ts';
import { createDial } from './dial.ts';
import {
  type BalancerHelper,
  type LoadBalancer,
  type LoadBalancerFactory,
  type Picker,
  QUEUE,
} from './load-balancer.ts';
import { NameWatcher } from './name-watcher.ts';
import { PickFirst } from './pick-first.ts';
import { PickQueue } from './pick-queue.ts';
import { RESOLVERS } from './resolver.ts';
import { RetryThrottle } from './retry-throttle.ts';
import { RoundRobin } from './round-robin.ts';
import { ServiceConfig } from './service-config.ts';
import { Subchannel, type SubchannelOptions } from './subchannel.ts';
import { type Address, parseTarget, type Target } from './target.ts';
import { CLOSED, whenReady } from './when-ready.ts';

const DEFAULT_POLICY = 'pick_first';
const POLICIES: Readonly<Record<string, LoadBalancerFactory>> = {
  pick_first: (helper) => new PickFirst(helper),
  round_robin: (helper) => new RoundRobin(helper),
};

/** A channel's way from its name to a connection: resolver, then policy, then picker. */
export class Balancing {
  readonly target: Target;
  readonly queue = new PickQueue();
  readonly #names: NameWatcher;
  readonly #policies: Map<string, LoadBalancerFactory>;
  readonly #subchannelOptions: SubchannelOptions;
  readonly #listeners = new Set<(state: ConnectivityState) => void>();
  #state: ConnectivityState = 'IDLE';
  #balancer: LoadBalancer | undefined;
  #policy: string | undefined;
  #throttle: { config: ServiceConfig; throttle: RetryThrottle | undefined } | undefined;
  /** What was found last; used at once when the channel wakes. */
  #addresses: readonly Address[] | undefined;
  /** Sent to sleep: what the resolver finds is only kept. */
  #asleep = false;

  constructor(target: string, options: ChannelOptions, clock: Clock) {
    const { backoff = {}, random = Math.random, tls } = options;
    const resolvers = new Map(Object.entries({ ...RESOLVERS, ...options.resolvers }));
    this.#policies = new Map(Object.entries({ ...POLICIES, ...options.loadBalancers }));
    this.target = parseTarget(target, resolvers);
    const dial =
      options.dial ??
      createDial({
        tls,
        clock,
        http2: { streamWindow: options.initialWindowSize },
        keepaliveTimeoutMs: options.keepaliveTimeoutMs,
        keepaliveWithoutCalls: options.keepaliveWithoutCalls ?? false,
      });
    this.#subchannelOptions = { dial, clock, random, backoff, keepaliveMs: options.keepaliveMs };
    const resolver = resolvers.get(this.target.scheme)!(this.target, {
      clock,
      defaultPort: tls ? 443 : 80,
      lookup: options.lookup ?? lookupAll,
    });
    this.#names = new NameWatcher({
      resolver,
      clock,
      random,
      backoff,
      knownPolicies: this.#policies,
      defaultConfig: new ServiceConfig(options.serviceConfig, this.#policies),
      found: (addresses) => this.#found(addresses),
      failed: (error) => this.#unresolved(error),
    });
  }

  get state(): ConnectivityState {
    return this.#state;
  }

  get config(): ServiceConfig {
    return this.#names.config;
  }

  /** One for all calls, until the service config changes. */
  get throttle(): RetryThrottle | undefined {
    const { config } = this;
    if (this.#throttle?.config !== config) {
      const settings = config.retryThrottling;
      const throttle = settings && new RetryThrottle(settings.maxTokens, settings.tokenRatio);
      this.#throttle = { config, throttle };
    }
    return this.#throttle.throttle;
  }

  pick(): Subchannel | GrpcError | undefined {
    if (this.#state === 'IDLE') this.exitIdle();
    return this.queue.pick();
  }

  exitIdle(): void {
    if (this.#state !== 'IDLE') return;
    if (this.#asleep) {
      this.#asleep = false;
      this.#update('CONNECTING', QUEUE);
      if (this.#addresses) this.#found(this.#addresses);
      this.#names.resolveAgain();
    } else if (this.#names.started) {
      this.#balancer?.exitIdle();
    } else {
      this.#update('CONNECTING', QUEUE);
      this.#names.start();
    }
  }

  /** Closes all connections; whoever wants one again calls `exitIdle`. */
  enterIdle(): void {
    if (this.#state === 'SHUTDOWN' || !this.#names.started) return;
    this.#asleep = true;
    this.#balancer?.shutdown();
    this.#balancer = undefined;
    this.#policy = undefined;
    this.#names.rest();
    this.#update('IDLE', QUEUE);
  }

  onStateChange(listener: (state: ConnectivityState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  ready(signal?: AbortSignal): Promise<void> {
    return whenReady(this, signal);
  }

  close(): void {
    this.#names.close();
    this.#balancer?.shutdown();
    this.#update('SHUTDOWN', { pick: () => CLOSED });
    this.#listeners.clear();
  }

  #found(addresses: readonly Address[]): void {
    if (this.#state === 'SHUTDOWN') return;
    this.#addresses = addresses;
    if (this.#asleep) return;
    const policy = this.config.loadBalancingPolicy ?? DEFAULT_POLICY;
    if (policy !== this.#policy) {
      this.#balancer?.shutdown();
      this.#balancer = this.#policies.get(policy)!(this.#helper());
      this.#policy = policy;
    }
    const wanted = this.#state === 'CONNECTING';
    this.#balancer?.addresses(addresses);
    // It was a call, or its owner, that set the channel going.
    if (wanted) this.exitIdle();
  }

  #unresolved(error: Error): void {
    if (this.#asleep) return;
    const details = `the name ${this.target.endpoint} does not resolve: ${error.message}`;
    const unavailable = new GrpcError(Status.UNAVAILABLE, details, undefined, { cause: error });
    this.#update('TRANSIENT_FAILURE', { pick: () => unavailable });
  }

  #helper(): BalancerHelper {
    return {
      createSubchannel: (address, changed) =>
        new Subchannel(address, this.#subchannelOptions, changed),
      update: (state, picker) => this.#update(state, picker),
      resolveAgain: () => this.#names.resolveAgain(),
      random: this.#subchannelOptions.random,
      setTimer: (callback, milliseconds) =>
        this.#subchannelOptions.clock.setTimer(callback, milliseconds),
    };
  }

  #update(state: ConnectivityState, picker: Picker): void {
    if (this.#state === 'SHUTDOWN') return;
    const changed = state !== this.#state;
    this.#state = state;
    this.queue.use(picker);
    // A waiting call may have changed the state again while it was asked.
    if (!changed || this.#state !== state) return;
    for (const listener of [...this.#listeners]) listener(state);
  }
}
