import type { Connection } from '#transport/connection';
import type { Http2Connection } from './connection.ts';

export interface AttachOptions {
  /** Milliseconds from any fixed point; the platform's monotonic clock if left out. */
  now?: () => number;
  /**
   * Runs a function soon, but after everything that is ready to run now, so that what many calls
   * send in one turn leaves in one write. `setImmediate` where there is one.
   */
  defer?: (flush: () => void) => void;
  /**
   * How long a peer may take to close its side after we have ended the connection. Stops: peers
   * that hold sockets for ever.
   */
  lingerMs?: number;
}

const LINGER_MS = 1_000;

/**
 * Drives an `Http2Connection` by a transport: the one place where protocol meets input and output.
 * Bytes that arrive go in; output leaves once a turn; a transport that takes no more is waited
 * for; when the connection is over the transport is ended.
 */
export function attachHttp2(
  http2: Http2Connection,
  transport: Connection,
  options: AttachOptions = {},
): void {
  const now = options.now ?? (() => performance.now());
  const defer =
    options.defer ?? (typeof setImmediate === 'function' ? setImmediate : queueMicrotask);
  let scheduled = false;
  let blocked = false;
  let ended = false;

  const flush = () => {
    scheduled = false;
    while (!blocked) {
      const output = http2.takeOutput();
      if (output === undefined) break;
      blocked = !transport.write(output);
    }
    if (http2.closed && !blocked) end();
  };
  const end = () => {
    if (ended) return;
    ended = true;
    transport.end();
    linger();
  };
  /** From here on the peer has so long to take what is left, and to close its side. */
  const linger = () => {
    if (lingering) return;
    lingering = true;
    const timer = setTimeout(() => transport.destroy(), options.lingerMs ?? LINGER_MS);
    // Node's timers keep the process alive unless told not to; a browser's are plain numbers.
    if (typeof timer === 'object') timer.unref?.();
    stopLingering = () => clearTimeout(timer);
  };
  let lingering = false;
  let stopLingering = () => {};
  const schedule = () => {
    // A peer that does not read would else hold its socket for ever: its output never drains.
    if (http2.closed && blocked) linger();
    if (scheduled || blocked) return;
    scheduled = true;
    defer(flush);
  };

  http2.outputReady = schedule;
  transport.start({
    data(chunk) {
      http2.receive(chunk, now());
      if (http2.closed) schedule();
    },
    drain() {
      blocked = false;
      flush();
    },
    end() {
      http2.transportClosed();
      schedule();
    },
    close(error) {
      http2.transportClosed(error);
      ended = true;
      lingering = true;
      stopLingering();
    },
  });
}
