import type { KnownPolicies } from '#channel/balancing/load-balancer';
import type { Address } from '#channel/connections/address';
import { Backoff, type BackoffOptions } from '#channel/connections/backoff';
import type { Clock, TimerHandle } from '#time/clock';
import type { Resolution, Resolver, ResolverListener } from './resolver.ts';
import { ServiceConfig } from './service-config.ts';

export interface NameWatcherOptions {
  resolver: Resolver;
  /** Used if the resolver brings none. */
  defaultConfig: ServiceConfig;
  knownPolicies: KnownPolicies;
  clock: Clock;
  random: () => number;
  backoff: Partial<BackoffOptions>;
  found: (addresses: readonly Address[]) => void;
  /** The name does not resolve; what was found before does not hold any more. */
  failed: (error: Error) => void;
}

/** Keeps a resolver going: what it found last stays valid until it finds something else. */
export class NameWatcher implements ResolverListener {
  readonly #options: NameWatcherOptions;
  readonly #backoff: Backoff;
  #config: ServiceConfig;
  #known = false;
  #error: Error | undefined;
  #retry: TimerHandle | undefined;
  #started = false;
  #resting = false;

  constructor(options: NameWatcherOptions) {
    this.#options = options;
    this.#config = options.defaultConfig;
    this.#backoff = new Backoff(options.backoff, options.random);
  }

  get config(): ServiceConfig {
    return this.#config;
  }

  /** It has resolved, to at least one address. */
  get known(): boolean {
    return this.#known;
  }

  /** Why the last try failed, while it does not resolve. */
  get error(): Error | undefined {
    return this.#error;
  }

  get started(): boolean {
    return this.#started;
  }

  start(): void {
    this.#started = true;
    this.#ask((resolver) => resolver.start(this));
  }

  resolveAgain(): void {
    this.#resting = false;
    if (this.#retry === undefined) this.#ask((resolver) => resolver.resolveAgain());
  }

  /** Nobody asks for the name just now: no further tries until somebody does. */
  rest(): void {
    this.#resting = true;
    this.#error = undefined;
    this.#retry?.cancel();
    this.#retry = undefined;
    this.#backoff.reset();
  }

  close(): void {
    this.#retry?.cancel();
    this.#options.resolver.close();
  }

  /** A resolver may be anybody's code: if it throws, it has failed, and is asked again. */
  #ask(what: (resolver: Resolver) => void): void {
    try {
      what(this.#options.resolver);
    } catch (error) {
      this.failed(error instanceof Error ? error : new Error(String(error)));
    }
  }

  resolved({ addresses, serviceConfig }: Resolution): void {
    const { knownPolicies, defaultConfig, found } = this.#options;
    if (addresses.length === 0) {
      // The resolver has not failed. It knows that the servers which were there are gone.
      this.#known = false;
      this.failed(new Error('the name has no addresses'));
      return;
    }
    let config = defaultConfig;
    try {
      if (serviceConfig !== undefined) config = new ServiceConfig(serviceConfig, knownPolicies);
    } catch (error) {
      this.failed(new Error(`its service config is not valid: ${(error as Error).message}`));
      if (!this.#known) return;
      // The addresses hold all the same, and with them the last config that was valid (gRPC A21).
      found(addresses);
      return;
    }
    this.#known = true;
    this.#error = undefined;
    this.#retry?.cancel();
    this.#retry = undefined;
    this.#backoff.reset();
    this.#config = config;
    found(addresses);
  }

  failed(error: Error): void {
    if (!this.#known) {
      this.#error = error;
      this.#options.failed(error);
    }
    this.#retry?.cancel();
    if (this.#resting) return;
    this.#retry = this.#options.clock.setTimer(() => {
      this.#retry = undefined;
      this.resolveAgain();
    }, this.#backoff.next());
  }
}
