import { type Clock, systemClock, type TimerHandle } from '#time/clock';
import type { Connection, ConnectionHandlers } from '#transport/connection';
import { afterThisTurn } from './after-this-turn.ts';
import type { Http2Connection } from './connection.ts';
import { ErrorCode } from './error-code.ts';
import { HANDSHAKE_TIMEOUT_MS, LINGER_MS } from './limits/limits.ts';
import { Turns } from './turns.ts';

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
    this.#blocked = false;
    this.#flush();
  }

  /** The peer will send no more; what it has sent before may still wait for its turn. */
  end(): void {
    this.#turns.end(() => this.#http2.transportClosed());
  }

  /** The transport is gone, both ways. */
  close(error?: Error): void {
    this.#turns.close();
    this.#ended = true;
    this.#http2.transportClosed(error);
    this.#endHandshake();
    this.#linger?.cancel();
  }

  // ---- in

  /** A chunk whose turn has come. @returns what is left of it, if its time is over. */
  #receive(chunk: Uint8Array, now: number, late: () => boolean): Uint8Array | undefined {
    const left = this.#http2.receive(chunk, now, late);
    if (this.#http2.ready) this.#endHandshake();
    return left;
  }

  #endHandshake(): void {
    this.#handshake?.cancel();
    this.#handshake = undefined;
  }

  // ---- out

  /** Writes what there is, as long as the transport takes it; behind the last words it ends. */
  #flush(): void {
    while (!this.#blocked) {
      const output = this.#http2.takeOutput();
      if (output === undefined) break;
      this.#blocked = !this.#transport.write(output);
      this.#written();
    }
    if (this.#http2.closed) this.#endTransport();
  }

  /** All is said. A peer that does not read the last words cannot hold its socket for ever. */
  #endTransport(): void {
    if (this.#ended) return;
    this.#endHandshake();
    this.#linger ??= this.#after(this.#lingerMs, () => this.#transport.destroy());
    if (this.#blocked) return;
    this.#ended = true;
    this.#transport.end();
  }

  /** There is output where there was none, or the connection is over: when does a flush come? */
  #schedule(): void {
    this.#defer(this.#flushNow);
  }

  /** Made once: a function for each flush would be one more thing to be thrown away. */
  readonly #flushNow = () => this.#flush();

  /** A write is done. If the system has all of it, its memory can be written again. */
  #written(): void {
    if (this.#transport.flushed) this.#http2.outputWritten();
  }

  #after(milliseconds: number, action: () => void): TimerHandle {
    const timer = this.#clock.setTimer(action, milliseconds);
    timer.unref?.(); // Nothing is worth keeping the process alive for it.
    return timer;
  }
}
