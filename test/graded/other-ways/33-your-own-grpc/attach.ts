import { afterThisTurn } from '#http2/after-this-turn';
import type { Http2Connection } from '#http2/connection';
import { ErrorCode } from '#http2/error-code';
import { HANDSHAKE_TIMEOUT_MS, LINGER_MS } from '#http2/limits/limits';
import { Turns } from '#http2/turns';
import { type Clock, systemClock, type TimerHandle } from '#time/clock';
import type { Connection } from '#transport/connection';

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
  const clock = options.clock ?? systemClock;
  const defer = options.defer ?? afterThisTurn;
  let scheduled = false;
  let blocked = false;
  let ended = false;
  const after = (milliseconds: number, action: () => void) => {
    const timer = clock.setTimer(action, milliseconds);
    timer.unref?.(); // Nothing is worth keeping the process alive for it.
    return timer;
  };
  let handshake: TimerHandle | undefined = after(options.handshakeMs ?? HANDSHAKE_TIMEOUT_MS, () =>
    http2.abort(ErrorCode.SETTINGS_TIMEOUT, 'no SETTINGS came'),
  );
  const endHandshake = () => {
    handshake?.cancel();
    handshake = undefined;
  };
  let linger: TimerHandle | undefined;

  const flush = () => {
    scheduled = false;
    while (!blocked) {
      const output = http2.takeOutput();
      if (output === undefined) break;
      blocked = !transport.write(output);
      if (transport.flushed) http2.outputWritten();
    }
    if (!http2.closed || ended) return;
    endHandshake();
    linger ??= after(options.lingerMs ?? LINGER_MS, () => transport.destroy());
    if (blocked) return;
    ended = true;
    transport.end();
  };
  const schedule = () => {
    // At the end also while nothing can be written: the output of a peer that does not read never
    // drains, and it would hold its socket for ever.
    if (scheduled || (blocked && !http2.closed)) return;
    scheduled = true;
    defer(flush);
  };

  http2.outputReady = schedule;
  const receive = (chunk: Uint8Array, now: number, late: () => boolean) => {
    const left = http2.receive(chunk, now, late);
    if (handshake !== undefined && http2.ready) endHandshake();
    if (http2.closed) schedule();
    return left;
  };
  const turns = new Turns(receive, transport, clock, defer);
  transport.start({
    data: (chunk) => turns.data(chunk),
    drain() {
      blocked = false;
      flush();
    },
    end() {
      turns.end(() => {
        http2.transportClosed();
        schedule();
      });
    },
    close(error) {
      turns.close();
      http2.transportClosed(error);
      ended = true;
      endHandshake();
      linger?.cancel();
    },
  });
}
