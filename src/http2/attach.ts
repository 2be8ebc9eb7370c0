import type { Connection } from '#transport/connection';
import type { Http2Connection } from './connection.ts';
import { ErrorCode } from './error-code.ts';

export interface AttachOptions {
  /** Milliseconds from any fixed point; the platform's monotonic clock if left out. */
  now?: () => number;
  /**
   * Runs a function soon, but after everything that is ready to run now, so that what many calls
   * send in one turn leaves in one write. `setImmediate` where there is one.
   */
  defer?: (flush: () => void) => void;
  /** How long a peer may take to say hello. Default 10 s. Stops: sockets that never speak. */
  handshakeMs?: number;
  /**
   * How long a peer may take to read the last words and close its side, after we have ended the
   * connection. Default 1 s. Stops: peers that hold sockets for ever.
   */
  lingerMs?: number;
}

const HANDSHAKE_MS = 10_000;
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
  const cancelHandshake = after(options.handshakeMs ?? HANDSHAKE_MS, () => {
    if (!http2.ready) http2.abort(ErrorCode.SETTINGS_TIMEOUT, 'no SETTINGS came');
  });
  let cancelLinger: (() => void) | undefined;

  const flush = () => {
    scheduled = false;
    while (!blocked) {
      const output = http2.takeOutput();
      if (output === undefined) break;
      blocked = !transport.write(output);
      if (transport.flushed) http2.outputWritten();
    }
    if (!http2.closed || ended) return;
    cancelHandshake();
    cancelLinger ??= after(options.lingerMs ?? LINGER_MS, () => transport.destroy());
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
      cancelHandshake();
      cancelLinger?.();
    },
  });
}

/** Runs `action` once, later, without keeping the process alive for it. Returns how to cancel. */
function after(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms);
  // A browser's timers are plain numbers, and keep nothing alive.
  if (typeof timer === 'object') timer.unref?.();
  return () => clearTimeout(timer);
}
