import type { Clock } from '#time/clock';
import type { Receiver } from './receiver.ts';
import type { Watcher } from './simulate.ts';

/** The largest window that is ever chosen. */
const MOST = 16 * 1024 * 1024;
/** A round trip in which so much of the window came was held up by the window. */
const NEARLY_ALL = 0.66;
/** Then the window is made so many times what came. */
const GROWTH = 2;

/**
 * Finds out how large the window has to be, as grpc-go and grpc-java do it. When DATA comes, a PING
 * goes out; until it comes back, one round trip, DATA is counted. Was it nearly the whole window,
 * then the window was what held it up: twice as much, and again.
 */
export class BandwidthDelayEstimator implements Watcher {
  readonly #receiver: Receiver;
  readonly #clock: Clock;
  readonly #chosen: (at: number, window: number) => void;
  #window: number;
  #counted = 0;
  #sentAt: number | undefined;
  /** The fastest round trip so far, in octets a millisecond. */
  #fastest = 0;

  constructor(
    receiver: Receiver,
    clock: Clock,
    window: number,
    chosen: (at: number, window: number) => void,
  ) {
    this.#receiver = receiver;
    this.#clock = clock;
    this.#window = window;
    this.#chosen = chosen;
  }

  // #region estimate
  data(octets: number): void {
    this.#counted += octets;
    if (this.#sentAt !== undefined) return;
    this.#counted = octets;
    this.#sentAt = this.#clock.now();
    this.#receiver.ping();
  }

  pong(): void {
    const ms = this.#clock.now() - this.#sentAt!;
    this.#sentAt = undefined;
    const speed = this.#counted / ms;
    if (speed <= this.#fastest || this.#counted < NEARLY_ALL * this.#window) return;
    this.#fastest = speed;
    this.#window = Math.min(MOST, GROWTH * this.#counted);
    this.#receiver.resize(this.#window);
    this.#chosen(this.#clock.now(), this.#window);
  }
  // #endregion estimate
}
