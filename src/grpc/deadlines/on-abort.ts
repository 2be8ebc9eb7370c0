/** Those who wait for a signal, and what takes the one listener away that tells them all. */
interface Waiting {
  readonly callbacks: Set<() => void>;
  stop(): void;
}

const waiting = new WeakMap<AbortSignal, Waiting>();

/**
 * Calls `callback` once when the signal aborts. However many wait for one signal, it has one
 * listener: Node takes the eleventh for a leak, and warns. A call that is made for another one
 * listens to that one's signal, and a hundred may be made at once.
 *
 * What has aborted already aborts no more: ask `signal.aborted` first.
 *
 * @returns stops it; it may be called at any time, and again. After the last the listener goes, too.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const { callbacks, stop } = waiting.get(signal) ?? listenTo(signal);
  // A function of its own: the same callback may be given twice.
  const tell = () => callback();
  callbacks.add(tell);
  return () => {
    if (callbacks.delete(tell) && callbacks.size === 0) stop();
  };
}

function listenTo(signal: AbortSignal): Waiting {
  const callbacks = new Set<() => void>();
  const stop = () => {
    signal.removeEventListener('abort', abort);
    waiting.delete(signal);
  };
  const abort = () => {
    stop();
    for (const tell of callbacks) {
      // Whoever is told may stop others: those are told no more.
      callbacks.delete(tell);
      runAlone(tell);
    }
  };
  signal.addEventListener('abort', abort);
  const all = { callbacks, stop };
  waiting.set(signal, all);
  return all;
}

/** What one of them throws is reported as an event's listener's is, and the others are told. */
function runAlone(tell: () => void): void {
  try {
    tell();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
