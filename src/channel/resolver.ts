import type { Clock, TimerHandle } from '#grpc/clock';
import { MIN_RESOLUTION_INTERVAL_MS } from './limits.ts';
import { type Address, parseAddressList, parseHostPort, type Target } from './target.ts';

/** What a name stands for at the moment. */
export interface Resolution {
  addresses: readonly Address[];
  /** How the owner of the name wants to be called, as JSON. */
  serviceConfig?: unknown;
}

export interface ResolverListener {
  resolved(resolution: Resolution): void;
  failed(error: Error): void;
}

/** From a name to addresses, and again when they change (grpc/grpc doc/naming.md). */
export interface Resolver {
  start(listener: ResolverListener): void;
  /** The addresses seem to be stale. A hint: it may be ignored. */
  resolveAgain(): void;
  close(): void;
}

export interface ResolverSurroundings {
  clock: Clock;
  defaultPort: number;
  /** All addresses of a host; rejects where it has none. */
  lookup: (host: string) => Promise<string[]>;
}

export type ResolverFactory = (target: Target, surroundings: ResolverSurroundings) => Resolver;

/** `ipv4:`, `ipv6:` and `unix:` say all themselves. */
class StaticResolver implements Resolver {
  readonly #addresses: readonly Address[];
  constructor(addresses: readonly Address[]) {
    this.#addresses = addresses;
  }
  start(listener: ResolverListener): void {
    listener.resolved({ addresses: this.#addresses });
  }
  resolveAgain(): void {}
  close(): void {}
}

/**
 * `dns:` asks the system. Not more often than every 30 s, however many connections break: when a
 * whole cluster restarts, its DNS server should not have to go down with it.
 */
class DnsResolver implements Resolver {
  readonly #host: string;
  readonly #port: number;
  readonly #around: ResolverSurroundings;
  #listener: ResolverListener | undefined;
  #running = false;
  #again = false;
  #last = Number.NEGATIVE_INFINITY;
  #timer: TimerHandle | undefined;

  constructor(target: Target, around: ResolverSurroundings) {
    const { host, port } = parseHostPort(target.endpoint, around.defaultPort);
    this.#host = host;
    this.#port = port;
    this.#around = around;
  }

  start(listener: ResolverListener): void {
    this.#listener = listener;
    this.#resolve();
  }

  resolveAgain(): void {
    if (this.#running) this.#again = true;
    if (this.#running || this.#timer) return;
    const wait = this.#last + MIN_RESOLUTION_INTERVAL_MS - this.#around.clock.now();
    if (wait <= 0) this.#resolve();
    else this.#timer = this.#around.clock.setTimer(() => this.#resolve(), wait);
  }

  close(): void {
    this.#listener = undefined;
    this.#timer?.cancel();
  }

  async #resolve(): Promise<void> {
    this.#timer = undefined;
    this.#running = true;
    this.#again = false;
    try {
      const hosts = await this.#around.lookup(this.#host);
      const addresses = hosts.map((host) => ({ host, port: this.#port }));
      this.#running = false;
      this.#last = this.#around.clock.now();
      this.#listener?.resolved({ addresses });
    } catch (error) {
      // Failures have a backoff of their own; see NameWatcher.
      this.#running = false;
      this.#listener?.failed(error as Error);
    }
    if (this.#again && this.#listener) this.resolveAgain();
  }
}

/** The schemes that are there from the start; a channel's options add others. */
export const RESOLVERS: Readonly<Record<string, ResolverFactory>> = {
  dns: (target, around) => new DnsResolver(target, around),
  ipv4: (target, around) =>
    new StaticResolver(parseAddressList(target.endpoint, around.defaultPort)),
  ipv6: (target, around) =>
    new StaticResolver(parseAddressList(target.endpoint, around.defaultPort)),
  unix: (target) => new StaticResolver([{ path: target.endpoint }]),
};
