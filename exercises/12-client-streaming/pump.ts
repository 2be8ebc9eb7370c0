import { notYet } from '#course/exercise/not-yet';
import { closeIterator, isThenable, iteratorOf } from '#grpc/user-code';
import type { Source } from '#protobuf/schema/service-definition';

/** Where a pump pours into. None of these may throw, but `send`. */
export interface Sink<T> {
  /** False: enough for now; the pump goes on after `drain()`. */
  send(message: T): boolean;
  /** The source has no more. */
  finished(): void;
  /** The source threw, or a message of it cannot be sent. */
  failed(error: unknown): void;
}

/**
 * Moves messages from the application's iterable into a call as fast as the call takes them, and
 * no faster: the next one is only asked for when there is room, so a slow reader at the other end
 * stops the generator here.
 */
export class Pump<T> {
  readonly #iterator: Iterator<T> | AsyncIterator<T>;
  readonly #sink: Sink<T>;
  #stopped = false;
  #wake: (() => void) | undefined;
  #closed: Promise<void> | undefined;

  /** @throws TypeError if the source is not iterable, and whatever it throws itself. */
  constructor(source: Source<T>, sink: Sink<T>) {
    this.#iterator = iteratorOf(source);
    this.#sink = sink;
  }

  /** Settles once the source does nothing any more, not even in its `finally`. Never rejects. */
  async run(): Promise<void> {
    await this.#pour();
    await this.#closed;
  }

  async #pour(): Promise<void> {
    // ── Task 5 ──
    // Until stopped: ask the iterator for the next message, send it, and if send says false, wait
    // for #drained() before you ask again. A message may be a promise (isThenable): wait for it.
    // At the end of the source: stopped, and sink.finished(). If something throws, the source or
    // send(): stop(), and sink.failed(error). After every wait look whether it was stopped
    // meanwhile: then say nothing, and send nothing.
    throw notYet(5);
  }

  /** There is room again. */
  drain(): void {
    this.#wake?.();
    this.#wake = undefined;
  }

  /** The call is over: the source is told. */
  stop(): void {
    // ── Task 5 ──
    // Once: stopped, let a pump that waits for room go on (drain), and tell the source: #closed is
    // what closeIterator(iterator) returns.
    throw notYet(5);
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
