import type { Clock, TimerHandle } from '#grpc/clock';
import { Backoff, type BackoffOptions } from './backoff.ts';
import type { ClientTransport } from './client-transport.ts';
import type { ConnectivityState } from './connectivity.ts';
import { CONNECT_TIMEOUT_MS } from './limits.ts';
import { type Address, addressText } from './target.ts';

/** What a connection tells the subchannel that asked for it. */
export interface TransportEvents {
  /** It takes no more calls (GOAWAY). @param tooManyPings that was the reason. */
  goingAway(tooManyPings: boolean): void;
  closed(): void;
}

/** Connects: resolves once the server's SETTINGS have come. Must heed the signal. */
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
  keepaliveMs: number | undefined;
}

/**
 * One address, and at most one connection to it. It connects when told, waits after a failure (the
 * wait is over when it is IDLE again), and goes IDLE when it loses its connection: whoever wants
 * another one asks.
 */
export class Subchannel {
  readonly address: Address;
  readonly #options: SubchannelOptions;
  readonly #changed: (subchannel: Subchannel) => void;
  readonly #backoff: Backoff;
  #keepaliveMs: number | undefined;
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
    this.#options = options;
    this.#changed = changed;
    this.#keepaliveMs = options.keepaliveMs;
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
    /** It ended between the server's SETTINGS and our hearing of them. */
    let gone = false;
    const events: TransportEvents = {
      goingAway: (tooManyPings) => {
        gone = true;
        if (tooManyPings && this.#keepaliveMs) this.#keepaliveMs *= 2; // gRPC A8
        this.#lose(transport);
      },
      closed: () => {
        gone = true;
        this.#lose(transport);
      },
    };
    try {
      transport = await this.#options.dial(this.address, this.#keepaliveMs, events, attempt.signal);
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

  /** Ends a wait after a failure: somebody has reason to think that it is worth trying now. */
  resetBackoff(): void {
    this.#backoff.reset();
    if (this.#state !== 'TRANSIENT_FAILURE') return;
    this.#settled();
    this.#become('IDLE');
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
    // First of all: those who wait for a stream of it look for another, and must not find it here.
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
