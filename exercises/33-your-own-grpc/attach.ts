import { notYet } from '#course/exercise/not-yet';
import { afterThisTurn } from '#http2/after-this-turn';
import type { Http2Connection } from '#http2/connection';
import { ErrorCode } from '#http2/error-code';
import { HANDSHAKE_TIMEOUT_MS, LINGER_MS } from '#http2/limits/limits';
import { Turns } from '#http2/turns';
import { type Clock, systemClock, type TimerHandle } from '#time/clock';
import type { Connection, ConnectionHandlers } from '#transport/connection';

export interface AttachOptions {
  /** The time, and timers that tests can turn by hand. The platform's if left out. */
  clock?: Clock;
  /**
   * Runs a function soon, but after everything that is ready to run now, so that what many calls
   * send in one turn leaves in one write. `setImmediate` where there is one.
   */
  defer?: (flush: () => void) => void;
  /** How long a peer may take to say hello, in milliseconds. Default `HANDSHAKE_TIMEOUT_MS`. */
  handshakeMs?: number;
  /** How long a peer may take to read the last words, in milliseconds. Default `LINGER_MS`. */
  lingerMs?: number;
}

/**
 * Drives an `Http2Connection` by a transport: the one place where protocol meets input and output.
 * Bytes that arrive go in, in turns; output leaves once a turn; a transport that takes no more is
 * waited for; when the connection is over the transport is ended.
 */
export function attachHttp2(
  http2: Http2Connection,
  transport: Connection,
  options: AttachOptions = {},
): void {
  const driver = new Driver(http2, transport, options);
  // Functions of an object of its own: whoever stands between may hand them on by a spread.
  transport.start({
    data: (chunk) => driver.data(chunk),
    drain: () => driver.drain(),
    end: () => driver.end(),
    close: (error) => driver.close(error),
  });
}

/** What is between the two: it hears the transport, and the connection's `outputReady`. */
class Driver implements Required<ConnectionHandlers> {
  readonly #http2: Http2Connection;
  readonly #transport: Connection;
  readonly #clock: Clock;
  readonly #defer: (flush: () => void) => void;
  readonly #lingerMs: number;
  /** Hands over what `#receive` takes, so that one peer with much to say does not stop all others. */
  readonly #turns: Turns;
  /** The transport takes no more until it says `drain`. */
  #blocked = false;
  /** The transport has been ended, or has ended by itself. */
  #ended = false;
  /** Runs until the peer's first SETTINGS have come. */
  #handshake: TimerHandle | undefined;
  /** Runs while a connection that is over still waits to write its last words. */
  #linger: TimerHandle | undefined;

  constructor(http2: Http2Connection, transport: Connection, options: AttachOptions) {
    this.#http2 = http2;
    this.#transport = transport;
    this.#clock = options.clock ?? systemClock;
    this.#defer = options.defer ?? afterThisTurn;
    this.#lingerMs = options.lingerMs ?? LINGER_MS;
    const receive = (chunk: Uint8Array, now: number, late: () => boolean) =>
      this.#receive(chunk, now, late);
    this.#turns = new Turns(receive, transport, this.#clock, this.#defer);
    this.#handshake = this.#after(options.handshakeMs ?? HANDSHAKE_TIMEOUT_MS, () =>
      http2.abort(ErrorCode.SETTINGS_TIMEOUT, 'no SETTINGS came'),
    );
    http2.outputReady = () => this.#schedule();
  }

  // ---- what the transport tells

  data(chunk: Uint8Array): void {
    this.#turns.data(chunk);
  }

  /** The transport takes more. */
  drain(): void {
    // ── Task 1 ──
    // What waited goes on its way, at once.
    throw notYet(1);
  }

  /** The peer will send no more; what it has sent before may still wait for its turn. */
  end(): void {
    // ── Task 1 ──
    // this.#turns.end(then) calls then when all that came before has been handed over. After that
    // the connection hears of it: transportClosed(). What it then has to say it announces by
    // itself.
    throw notYet(1);
  }

  /** The transport is gone, both ways. */
  close(error?: Error): void {
    // ── Task 1 ──
    // Nobody writes here any more. The turns and the connection hear of it (the connection with the
    // error); no timer is left.
    throw notYet(1);
  }

  // ---- in

  /** A chunk whose turn has come. @returns what is left of it, if its time is over. */
  #receive(chunk: Uint8Array, now: number, late: () => boolean): Uint8Array | undefined {
    // ── Task 1 ──
    // this.#http2.receive(chunk, now, late) takes it, and may leave some of it. When ready is true
    // the handshake is over.
    throw notYet(1);
  }

  #endHandshake(): void {
    this.#handshake?.cancel();
    this.#handshake = undefined;
  }

  // ---- out

  /** Writes what there is, as long as the transport takes it; behind the last words it ends. */
  #flush(): void {
    // ── Task 1 ──
    // takeOutput() gives what there is, undefined if there is nothing. write(…) is false if the
    // transport has taken it and wants no more; call this.#written() after each. When the
    // connection is closed: this.#endTransport().
    throw notYet(1);
  }

  /** All is said. A peer that does not read the last words cannot hold its socket for ever. */
  #endTransport(): void {
    // ── Task 1 ──
    // Once. No handshake is waited for any more. From the first time on, after this.#lingerMs:
    // this.#transport.destroy(). While the transport is blocked the end has to wait, or the last
    // words would be lost.
    throw notYet(1);
  }

  /** There is output where there was none, or the connection is over: when does a flush come? */
  #schedule(): void {
    // ── Task 5 ──
    // This works, and shares a write among the calls of a millisecond. A call that is alone waits
    // as long, for nobody. Is there a moment that is late enough for all that are ready now, and
    // not later? The constructor has kept what knows it.
    this.#after(1, this.#flushNow);
  }

  /** Made once: a function for each flush would be one more thing to be thrown away. */
  readonly #flushNow = () => this.#flush();

  /** A write is done. If the system has all of it, its memory can be written again. */
  #written(): void {
    // ── Task 5 ──
    // outputWritten() says that the memory of what was written last is free again. When is that
    // true? Without it each write takes new memory.
  }

  #after(milliseconds: number, action: () => void): TimerHandle {
    const timer = this.#clock.setTimer(action, milliseconds);
    timer.unref?.(); // Nothing is worth keeping the process alive for it.
    return timer;
  }
}
