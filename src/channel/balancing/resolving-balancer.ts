import { channelDial } from '#channel/channel-dial';
import type { ChannelOptions } from '#channel/channel-options';
import type { Address } from '#channel/connections/address';
import type { ConnectivityState } from '#channel/connections/connectivity';
import { ConnectivityTracker } from '#channel/connections/connectivity-tracker';
import { Subchannel, type SubchannelOptions } from '#channel/connections/subchannel';
import { closedError, whenReady } from '#channel/connections/when-ready';
import { NameWatcher } from '#channel/names/name-watcher';
import { RESOLVERS } from '#channel/names/resolver';
import { ServiceConfig } from '#channel/names/service-config';
import { parseTarget, type Target } from '#channel/names/target';
import type { CallRequest } from '#grpc/client/call-transport';
import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import type { Clock } from '#time/clock';
import { lookupAll } from '#transport/lookup';
import type { ChosenPolicy } from './choose-policy.ts';
import { type BalancerHelper, type LoadBalancer, type Picker, QUEUE } from './load-balancer.ts';
import { PickQueue, type PickWaiter } from './pick-queue.ts';
import { DEFAULT_POLICY, POLICIES } from './policies.ts';
import { PolicySet } from './policy-set.ts';

/** A channel's way from its name to a connection: resolver, then policy, then picker. */
export class ResolvingBalancer {
  readonly target: Target;
  readonly #queue = new PickQueue();
  readonly #names: NameWatcher;
  readonly #policies: PolicySet;
  readonly #subchannelOptions: SubchannelOptions;
  readonly #connectivity = new ConnectivityTracker();
  #balancer: LoadBalancer | undefined;
  /** Its name and its config, as text: another config makes another policy. */
  #policy: string | undefined;
  /** What was found last; used at once when the channel wakes. */
  #addresses: readonly Address[] | undefined;
  /** Sent to sleep: what the resolver finds is only kept. */
  #asleep = false;

  constructor(target: string, options: ChannelOptions, clock: Clock) {
    const { backoff = {}, random = Math.random, tls } = options;
    const resolvers = new Map(Object.entries({ ...RESOLVERS, ...options.resolvers }));
    this.#policies = new PolicySet({ ...POLICIES, ...options.loadBalancers });
    this.target = parseTarget(target, resolvers);
    const dial = channelDial(this.target.authority, options, clock);
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

  /** Why the name does not resolve. */
  get nameError(): Error | undefined {
    return this.#names.error;
  }

  get state(): ConnectivityState {
    return this.#connectivity.state;
  }

  /**
   * The service config that holds for a call; it may come with the name, so calls wait until that
   * is resolved (`undefined`). If it does not resolve, the default config holds, by which most
   * calls then fail; those that wait for ready wait on.
   */
  configFor({ path, waitForReady }: CallRequest): ServiceConfig | undefined {
    if (this.state === 'IDLE') this.exitIdle();
    const { config, known, error } = this.#names;
    if (known) return config;
    return error && !(waitForReady ?? config.method(path)?.waitForReady) ? config : undefined;
  }

  pick(): ReturnType<Picker['pick']> {
    if (this.state === 'IDLE') this.exitIdle();
    return this.#queue.pick();
  }

  enqueue(waiter: PickWaiter): boolean {
    return this.#queue.enqueue(waiter);
  }

  dequeue(waiter: PickWaiter): void {
    this.#queue.dequeue(waiter);
  }

  exitIdle(): void {
    if (this.state !== 'IDLE') return;
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

  /** Closes all connections; `exitIdle` opens one again. */
  enterIdle(): void {
    if (this.state === 'SHUTDOWN' || !this.#names.started) return;
    this.#asleep = true;
    this.#dropPolicy();
    this.#names.rest();
    this.#update('IDLE', QUEUE);
  }

  onStateChange(listener: (state: ConnectivityState) => void): () => void {
    return this.#connectivity.onChange(listener);
  }

  ready(signal?: AbortSignal): Promise<void> {
    return whenReady(this, signal);
  }

  close(): void {
    this.#names.close();
    this.#balancer?.shutdown();
    this.#update('SHUTDOWN', { pick: closedError });
  }

  #found(addresses: readonly Address[]): void {
    if (this.state === 'SHUTDOWN') return;
    this.#addresses = addresses;
    if (this.#asleep) return;
    const wanted = this.state === 'CONNECTING';
    try {
      this.#usePolicy(this.#names.config.loadBalancing ?? DEFAULT_POLICY);
      this.#balancer?.addresses(addresses);
    } catch (cause) {
      // A policy may be anybody's code.
      const details = `the load balancer failed: ${(cause as Error)?.message ?? cause}`;
      this.#fail(new GrpcError(Status.INTERNAL, details, undefined, { cause }));
    }
    // A call, or the owner, has asked for a connection.
    if (wanted) this.exitIdle();
    // Calls wait for the service config, too.
    this.#queue.askAgain();
  }

  #usePolicy({ name, config }: ChosenPolicy): void {
    const policy = JSON.stringify([name, config]);
    if (policy === this.#policy) return;
    this.#dropPolicy();
    this.#balancer = this.#policies.create(name, config, this.#helper());
    this.#policy = policy;
  }

  #dropPolicy(): void {
    this.#balancer?.shutdown();
    this.#balancer = undefined;
    this.#policy = undefined;
  }

  #unresolved(error: Error): void {
    this.#addresses = undefined;
    if (this.#asleep) return;
    this.#dropPolicy();
    const details = `the name ${this.target.endpoint} does not resolve: ${error.message}`;
    this.#fail(new GrpcError(Status.UNAVAILABLE, details, undefined, { cause: error }));
  }

  #fail(error: GrpcError): void {
    this.#update('TRANSIENT_FAILURE', { pick: () => error });
  }

  #helper(): BalancerHelper {
    return {
      createSubchannel: (address, changed) =>
        new Subchannel(address, this.#subchannelOptions, changed),
      update: (state, picker) => this.#update(state, picker),
      resolveAgain: () => this.#names.resolveAgain(),
      random: this.#subchannelOptions.random,
      now: () => this.#subchannelOptions.clock.now(),
      setTimer: (callback, milliseconds) =>
        this.#subchannelOptions.clock.setTimer(callback, milliseconds),
    };
  }

  #update(state: ConnectivityState, picker: Picker): void {
    this.#connectivity.change(state, () => this.#queue.use(picker));
  }
}
