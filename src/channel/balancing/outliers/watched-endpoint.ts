import type { Address } from '#channel/connections/address';
import type { ClientTransport } from '#channel/connections/client-transport';
import type { ConnectivityState } from '#channel/connections/connectivity';
import type { Endpoint } from '#channel/connections/endpoint';

/**
 * An endpoint that can be ejected: then it says TRANSIENT_FAILURE, whatever is true of its
 * connection, and every policy leaves it out. Nothing is closed (gRPC A50).
 */
export class WatchedEndpoint implements Endpoint {
  readonly inner: Endpoint;
  readonly #changed: (endpoint: WatchedEndpoint) => void;
  #ejected: boolean;

  /** @param create gets what to call when the endpoint behind this one changes. */
  constructor(
    create: (changed: () => void) => Endpoint,
    changed: (endpoint: WatchedEndpoint) => void,
    ejected: boolean,
  ) {
    this.#ejected = ejected;
    this.#changed = changed;
    this.inner = create(() => {
      if (!this.#ejected) changed(this);
    });
  }

  get address(): Address {
    return this.inner.address;
  }

  get key(): string {
    return this.inner.key;
  }

  get state(): ConnectivityState {
    const { state } = this.inner;
    return this.#ejected && state !== 'SHUTDOWN' ? 'TRANSIENT_FAILURE' : state;
  }

  get transport(): ClientTransport | undefined {
    return this.inner.transport;
  }

  get lastError(): Error | undefined {
    return this.#ejected ? EJECTED : this.inner.lastError;
  }

  eject(): void {
    this.#become(true);
  }

  uneject(): void {
    this.#become(false);
  }

  #become(ejected: boolean): void {
    if (this.#ejected === ejected) return;
    const before = this.state;
    this.#ejected = ejected;
    if (this.state !== before) this.#changed(this);
  }

  connect(): void {
    this.inner.connect();
  }

  shutdown(): void {
    this.inner.shutdown();
  }

  toString(): string {
    return String(this.inner);
  }
}

const EJECTED = new Error(
  'its calls failed more often than those of the others, so it is left out',
);
