import { Backoff, type BackoffOptions } from '#channel/connections/backoff';
import { CONNECT_TIMEOUT_MS } from '#channel/limits';
import type { Clock, TimerHandle } from '#time/clock';
import { type Address, addressKey, addressText } from './address.ts';
import type { ClientTransport } from './client-transport.ts';
import type { ConnectivityState } from './connectivity.ts';
import type { Endpoint } from './endpoint.ts';

/** What a connection tells the subchannel that asked for it. */
export interface TransportEvents {
  /** It takes no more calls (GOAWAY). @param tooManyPings that was the reason. */
  goingAway(tooManyPings: boolean): void;
  closed(): void;
}

/** Connects: resolves when the server's SETTINGS have come. It must stop when the signal aborts. */
export type Dial = (
  address: Address,
  keepaliveMs: number | undefined,
  events: TransportEvents,
  signal: AbortSignal,
) => Promise<ClientTransport>;

export interface SubchannelOptions {
  dial: Dial;
  clock: Clock;
  random: () => number;
  backoff: Partial<BackoffOptions>;
  /** Of new connections. All subchannels of a channel share it, and raise it if a server asks. */
  keepaliveMs: number | undefined;
}

/**
 * One address, and at most one connection to it. It connects when somebody asks. After a failure it
 * waits; the wait is over when it is IDLE again. When it loses its connection it becomes IDLE, and
 * connects again when somebody asks.
 */
export class Subchannel implements Endpoint {
  readonly address: Address;
  /** Equal for equal addresses. */
  readonly key: string;
  readonly #options: SubchannelOptions;
  readonly #changed: (subchannel: Subchannel) => void;
  readonly #backoff: Backoff;
  #state: ConnectivityState = 'IDLE';
  #transport: ClientTransport | undefined;
  #attempt: AbortController | undefined;
  #timer: TimerHandle | undefined;
  /** Why the last attempt failed. */
  lastError: Error | undefined;

  constructor(
    address: Address,
    options: SubchannelOptions,
    changed: (subchannel: Subchannel) => void,
  ) {
    this.address = address;
    this.key = addressKey(address);
    this.#options = options;
    this.#changed = changed;
    this.#backoff = new Backoff(options.backoff, options.random);
  }

  get state(): ConnectivityState {
    return this.#state;
  }

  /** The connection, while READY. */
  get transport(): ClientTransport | undefined {
    return this.#transport;
  }

  toString(): string {
    return addressText(this.address);
  }

  /** Does nothing unless IDLE. */
  connect(): void {
    if (this.#state !== 'IDLE') return;
    const attempt = new AbortController();
    this.#attempt = attempt;
    this.#timer = this.#options.clock.setTimer(
      () => attempt.abort(new Error('timed out')),
      CONNECT_TIMEOUT_MS,
    );
    this.#become('CONNECTING');
    this.#dial(attempt);
  }

  async #dial(attempt: AbortController): Promise<void> {
    let transport: ClientTransport | undefined;
    /** It ended after the server's SETTINGS came, and before we were told. */
    let gone = false;
    const { keepaliveMs } = this.#options;
    const events: TransportEvents = {
      goingAway: (tooManyPings) => {
        gone = true;
        if (tooManyPings) this.#pingLessThan(keepaliveMs);
        this.#lose(transport);
      },
      closed: () => {
        gone = true;
        this.#lose(transport);
      },
    };
    try {
      transport = await this.#options.dial(this.address, keepaliveMs, events, attempt.signal);
      if (this.#attempt !== attempt) return transport.abort();
      if (gone) {
        transport.shutdown();
        throw new Error('the server ended the connection at once');
      }
      this.#settled();
      this.#transport = transport;
      this.#backoff.reset();
      this.lastError = undefined;
      this.#become('READY');
    } catch (error) {
      if (this.#attempt !== attempt) return;
      this.#settled();
      this.lastError = error as Error;
      this.#timer = this.#options.clock.setTimer(() => this.#become('IDLE'), this.#backoff.next());
      this.#become('TRANSIENT_FAILURE');
    }
  }

  /** New connections of the channel ping half as often as this one did (gRPC A8), or less. */
  #pingLessThan(keepaliveMs: number | undefined): void {
    if (keepaliveMs === undefined) return;
    const { keepaliveMs: now = 0 } = this.#options;
    this.#options.keepaliveMs = Math.max(now, 2 * keepaliveMs);
  }

  /** Calls that are under way go on; there will be no others. */
  shutdown(): void {
    this.#settled(new Error('the channel was closed'));
    const transport = this.#transport;
    this.#transport = undefined;
    this.#state = 'SHUTDOWN';
    transport?.shutdown();
  }

  #lose(transport: ClientTransport | undefined): void {
    const ours = transport !== undefined && transport === this.#transport;
    // First: calls that wait for one of its streams look for another connection, and not for this.
    if (ours) this.#transport = undefined;
    transport?.lost();
    if (ours) this.#become('IDLE');
  }

  #settled(reason?: Error): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    const attempt = this.#attempt;
    this.#attempt = undefined;
    if (reason) attempt?.abort(reason);
  }

  #become(state: ConnectivityState): void {
    if (this.#state === 'SHUTDOWN' || this.#state === state) return;
    this.#state = state;
    this.#changed(this);
  }
}
