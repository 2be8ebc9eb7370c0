import type { Clock, TimerHandle } from '#grpc/clock';
import { Backoff, type BackoffOptions } from './backoff.ts';
import type { Resolution, Resolver, ResolverListener } from './resolver.ts';
import { ServiceConfig } from './service-config.ts';
import type { Address } from './target.ts';

export interface NameWatcherOptions {
  resolver: Resolver;
  /** Used where the resolver brings none. */
  defaultConfig: ServiceConfig;
  knownPolicies: { has(name: string): boolean };
  clock: Clock;
  random: () => number;
  backoff: Partial<BackoffOptions>;
  found: (addresses: readonly Address[]) => void;
  /** The name is not known, and never was. */
  failed: (error: Error) => void;
}

/** Keeps a resolver going: what it found last stays valid until it finds something better. */
export class NameWatcher implements ResolverListener {
  readonly #options: NameWatcherOptions;
  readonly #backoff: Backoff;
  #config: ServiceConfig;
  #known = false;
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

  /** Nobody wants to know just now: no further tries until somebody does. */
  rest(): void {
    this.#resting = true;
    this.#retry?.cancel();
    this.#retry = undefined;
    this.#backoff.reset();
  }

  close(): void {
    this.#retry?.cancel();
    this.#options.resolver.close();
  }

  /** A resolver may be anybody's code: one that throws has failed, and is asked again. */
  #ask(what: (resolver: Resolver) => void): void {
    try {
      what(this.#options.resolver);
    } catch (error) {
      this.failed(error instanceof Error ? error : new Error(String(error)));
    }
  }

  resolved({ addresses, serviceConfig }: Resolution): void {
    const { knownPolicies, defaultConfig, found } = this.#options;
    let config = defaultConfig;
    try {
      if (addresses.length === 0) throw new Error('the name has no addresses');
      if (serviceConfig !== undefined) config = new ServiceConfig(serviceConfig, knownPolicies);
    } catch (error) {
      this.failed(error as Error);
      return;
    }
    this.#known = true;
    this.#backoff.reset();
    this.#config = config;
    found(addresses);
  }

  failed(error: Error): void {
    if (!this.#known) this.#options.failed(error);
    this.#retry?.cancel();
    if (this.#resting) return;
    this.#retry = this.#options.clock.setTimer(() => {
      this.#retry = undefined;
      this.resolveAgain();
    }, this.#backoff.next());
  }
}
