import type { Clock } from '#time/clock';
import type { Connection } from '#transport/connection';
import { LONG_CHUNK_MS, TURN_MS } from './limits/limits.ts';

/** Takes in what came; returns what is left if it has stopped early. As `Http2Connection.receive`. */
type Receive = (chunk: Uint8Array, now: number, late: () => boolean) => Uint8Array | undefined;

/**
 * Hands over what a connection receives, in turns: after a while the others are served, and the rest
 * waits. While it waits nothing more is read from the network, so that the peer has to wait as well.
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
  /** What has come and is not yet handed over. As long as there is some, the transport is paused. */
  #waiting: Uint8Array[] = [];
  #paused = false;
  /** The peer has sent all: to be told behind what waits. */
  #end: (() => void) | undefined;

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
    this.#waiting.push(chunk);
    if (this.#paused || this.#turn()) return;
    this.#paused = true;
    this.#transport.pause();
    this.#defer(() => this.#next());
  }

  /** @param then is called once all that came before is handed over. */
  end(then: () => void): void {
    if (this.#paused) this.#end = then;
    else then();
  }

  /** The transport is gone, and with it whatever waits. */
  close(): void {
    this.#waiting = [];
    this.#end = undefined;
  }

  #next(): void {
    if (!this.#turn()) {
      this.#defer(() => this.#next());
      return;
    }
    this.#paused = false;
    const end = this.#end;
    this.#end = undefined;
    end?.();
    this.#transport.resume();
  }

  /** Hands over what waits. @returns false: the turn is over, and if there is more it waits. */
  #turn(): boolean {
    const begun = this.#clock.now();
    const elapsed = () => this.#clock.now() - begun;
    const late = () => elapsed() >= TURN_MS;
    for (let chunk = this.#waiting.shift(); chunk !== undefined; chunk = this.#waiting.shift()) {
      const rest = this.#receive(chunk, begun, late);
      if (rest !== undefined) this.#waiting.unshift(rest);
      if (rest !== undefined || elapsed() >= LONG_CHUNK_MS) return false;
    }
    return true;
  }
}
