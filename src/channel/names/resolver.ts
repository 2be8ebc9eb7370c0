import type { Address } from '#channel/connections/address';
import { MIN_RESOLUTION_INTERVAL_MS } from '#channel/limits';
import type { Clock, TimerHandle } from '#time/clock';
import { parseAddressList, parseHostPort, type Target } from './target.ts';

/** What a name stands for at the moment. */
export interface Resolution {
  addresses: readonly Address[];
  /** How the owner of the name wants its servers to be called, as JSON. */
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

export interface ResolverOptions {
  clock: Clock;
  defaultPort: number;
  /** All addresses of a host; rejects if it has none. */
  lookup: (host: string) => Promise<string[]>;
}

export type ResolverFactory = (target: Target, options: ResolverOptions) => Resolver;

/** `ipv4:`, `ipv6:` and `unix:` need no look-up. */
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
 * `dns:` asks the system, at most every 30 s, however many connections break: when a whole cluster
 * restarts, its clients must not bring its DNS server down.
 */
class DnsResolver implements Resolver {
  readonly #host: string;
  readonly #port: number;
  readonly #options: ResolverOptions;
  #listener: ResolverListener | undefined;
  #running = false;
  #again = false;
  #last = Number.NEGATIVE_INFINITY;
  #timer: TimerHandle | undefined;

  constructor(target: Target, options: ResolverOptions) {
    const { host, port } = parseHostPort(target.endpoint, options.defaultPort);
    this.#host = host;
    this.#port = port;
    this.#options = options;
  }

  start(listener: ResolverListener): void {
    this.#listener = listener;
    this.#resolve();
  }

  resolveAgain(): void {
    if (this.#running) this.#again = true;
    if (this.#running || this.#timer) return;
    const wait = this.#last + MIN_RESOLUTION_INTERVAL_MS - this.#options.clock.now();
    if (wait <= 0) this.#resolve();
    else this.#timer = this.#options.clock.setTimer(() => this.#resolve(), wait);
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
      const hosts = await this.#options.lookup(this.#host);
      const addresses = hosts.map((host) => ({ host, port: this.#port }));
      this.#running = false;
      this.#last = this.#options.clock.now();
      this.#listener?.resolved({ addresses });
    } catch (error) {
      // Failures have a backoff of their own; see NameWatcher.
      this.#running = false;
      this.#listener?.failed(error as Error);
    }
    if (this.#again && this.#listener) this.resolveAgain();
  }
}

/** The user has named each of these addresses, and so the certificate at each must name it. */
function addressList(target: Target, options: ResolverOptions): Resolver {
  const list = parseAddressList(target.endpoint, options.defaultPort);
  return new StaticResolver(list.map((address) => ({ ...address, serverName: address.host })));
}

/** The schemes that are there from the start; a channel's options add others. */
export const RESOLVERS: Readonly<Record<string, ResolverFactory>> = {
  dns: (target, options) => new DnsResolver(target, options),
  ipv4: addressList,
  ipv6: addressList,
  unix: (target) => new StaticResolver([{ path: target.endpoint }]),
};
