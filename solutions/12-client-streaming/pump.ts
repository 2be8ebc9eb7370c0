// Derived from src/grpc/messages/pump.ts by npm run skeletons: change it there.
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
    try {
      while (!this.#stopped) {
        const { done, value } = await this.#iterator.next();
        if (this.#stopped) return;
        if (done) {
          this.#stopped = true;
          this.#sink.finished();
          return;
        }
        // An array of promises is a source as well, as it is to `for await`.
        const message = isThenable(value) ? await value : value;
        if (this.#stopped) return;
        if (!this.#sink.send(message as T) && !this.#stopped) await this.#drained();
      }
    } catch (error) {
      if (this.#stopped) return;
      this.stop(); // Perhaps it was the message that was wrong: then its source still waits.
      this.#sink.failed(error);
    }
  }

  /** There is room again. */
  drain(): void {
    this.#wake?.();
    this.#wake = undefined;
  }

  /** The call is over: the source is told. */
  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.drain();
    this.#closed = closeIterator(this.#iterator);
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
