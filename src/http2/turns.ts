import type { Clock } from '#time/clock';
import type { Connection } from '#transport/connection';
import { LONG_CHUNK_MS, MAX_WAITING_INPUT, TURN_MS } from './limits/limits.ts';

/** Takes in what came; returns what is left if it has stopped early. As `Http2Connection.receive`. */
type Receive = (chunk: Uint8Array, now: number, late: () => boolean) => Uint8Array | undefined;

/**
 * Hands over what a connection receives, in turns: after a while the others are served, and the rest
 * waits. If much waits, nothing more is read from the network, and the peer has to wait as well.
 *
 *     this connection   ▪▪▪▪▪▪         ▪▪▪▪▪▪         ▪▪
 *     the others              ▪ ▪  ▪         ▪  ▪
 *
 * Otherwise the one that sends what costs much would be served first until all of it is worked off:
 * the platform reads up to two megabytes of one socket before it looks at the next.
 */
export class Turns {
  readonly #receive: Receive;
  readonly #transport: Connection;
  readonly #clock: Clock;
  readonly #defer: (work: () => void) => void;
  /** What has come and is not yet handed over. */
  #waiting: Uint8Array[] = [];
  #waitingSize = 0;
  /** How long it has been served in this turn, and since when it is being served. */
  #used = 0;
  #begun = 0;
  /** The next turn will come: this one counts. */
  #counting = false;
  /** Its turn is over, and the next one has not come. */
  #resting = false;
  /** The others have been served since then. */
  #othersServed = false;
  #paused = false;
  /** The peer has sent all: to be told behind what waits. */
  #end: (() => void) | undefined;
  readonly #late = () => this.#used + this.#elapsed() >= TURN_MS;
  /**
   * While this connection rests, the others are served. They write their answers at the end of the
   * turn, which is behind this: so this waits once more, and the answers go first.
   */
  readonly #next = () => {
    if (!this.#resting || this.#othersServed) return this.#turn();
    this.#othersServed = true;
    this.#defer(this.#next);
  };

  constructor(
    receive: Receive,
    transport: Connection,
    clock: Clock,
    defer: (work: () => void) => void,
  ) {
    this.#receive = receive;
    this.#transport = transport;
    this.#clock = clock;
    this.#defer = defer;
  }

  data(chunk: Uint8Array): void {
    if (!this.#resting) {
      this.#read(chunk);
      return;
    }
    this.#waiting.push(chunk);
    this.#waitingSize += chunk.length;
    if (this.#paused || this.#waitingSize < MAX_WAITING_INPUT) return;
    this.#paused = true;
    this.#transport.pause();
  }

  /** @param then is called once all that came before is handed over. */
  end(then: () => void): void {
    if (this.#resting) this.#end = then;
    else then();
  }

  /** The transport is gone, and with it whatever waits. */
  close(): void {
    this.#waiting = [];
    this.#end = undefined;
  }

  #turn(): void {
    this.#used = 0;
    this.#counting = false;
    this.#resting = false;
    this.#othersServed = false;
    while (!this.#resting) {
      const chunk = this.#waiting.shift();
      if (chunk === undefined) break;
      this.#waitingSize -= chunk.length;
      this.#read(chunk);
    }
    if (this.#resting) return;
    this.#end?.();
    this.#end = undefined;
    if (!this.#paused) return;
    this.#paused = false;
    this.#transport.resume();
  }

  #read(chunk: Uint8Array): void {
    this.#begun = this.#clock.now();
    const rest = this.#receive(chunk, this.#begun, this.#late);
    const elapsed = this.#elapsed();
    // Most chunks are a call or two: to count them would cost more than it is worth.
    if (rest === undefined && elapsed < LONG_CHUNK_MS) return;
    this.#used += elapsed;
    this.#resting = rest !== undefined || this.#used >= TURN_MS;
    if (rest !== undefined) {
      this.#waiting.unshift(rest);
      this.#waitingSize += rest.length;
    }
    if (this.#counting) return;
    this.#counting = true;
    this.#defer(this.#next);
  }

  #elapsed(): number {
    return this.#clock.now() - this.#begun;
  }
}
