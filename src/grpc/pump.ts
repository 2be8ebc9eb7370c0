import type { Source } from '#protobuf/service-definition';

/** Where a pump pours into. */
export interface Sink<T> {
  /** False: enough for now; the pump goes on after `drain()`. */
  send(message: T): boolean;
  /** The source has no more. */
  finished(): void;
  /** The source threw. */
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

  constructor(source: Source<T>, sink: Sink<T>) {
    this.#iterator =
      Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
    this.#sink = sink;
  }

  async run(): Promise<void> {
    try {
      while (!this.#stopped) {
        const step = this.#iterator.next();
        const result = step instanceof Promise ? await step : await Promise.resolve(step);
        if (this.#stopped) return;
        if (result.done) {
          this.#stopped = true;
          this.#sink.finished();
        } else if (!this.#sink.send(result.value) && !this.#stopped) {
          await this.#drained();
        }
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

  /** The call is over: the source is told, so that its `finally` runs, and is not awaited. */
  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.drain();
    try {
      const returned = this.#iterator.return?.();
      if (returned instanceof Promise) returned.catch(() => {});
    } catch {
      // A source that cannot even be closed has nobody left to tell.
    }
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
