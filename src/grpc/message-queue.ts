import type { Payload } from './message-reader.ts';

/**
 * Messages that have arrived and wait for their reader: the end of a stream that the application
 * holds, as `for await` reads it.
 *
 * It does not grow without end: `push` says when nobody is reading, the caller then gives the
 * peer no more credit, and `onEmpty` says when to give it again.
 */
export class MessageQueue<T> implements AsyncIterableIterator<T> {
  readonly #decode: (payload: Payload) => T;
  readonly #owner: QueueOwner;
  #payloads: Payload[] = [];
  #taken = 0;
  #waiting: { resolve: (result: IteratorResult<T>) => void; reject: (e: unknown) => void }[] = [];
  #ended = false;
  #error: unknown;

  constructor(decode: (payload: Payload) => T, owner: QueueOwner) {
    this.#decode = decode;
    this.#owner = owner;
  }

  /** False: it stays here for now, so let no more come. */
  push(payload: Payload): boolean {
    if (this.#ended) return true;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) {
      this.#payloads.push(payload);
      return false;
    }
    try {
      waiting.resolve({ value: this.#decode(payload), done: false });
    } catch (error) {
      waiting.reject(error);
    }
    return true;
  }

  /**
   * No more will come. With an error, the reader gets it after what is queued, or at once and
   * nothing else where `drop` says so.
   */
  end(error?: unknown, drop = false): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#error = error;
    if (drop) this.#clear();
    for (const waiting of this.#waiting) {
      if (this.#error === undefined) waiting.resolve({ value: undefined, done: true });
      else waiting.reject(this.#error);
      this.#error = undefined; // once is enough
    }
    this.#waiting = [];
  }

  next(): Promise<IteratorResult<T>> {
    if (this.#taken < this.#payloads.length) {
      try {
        return Promise.resolve({ value: this.#decode(this.#take()), done: false });
      } catch (error) {
        return Promise.reject(error);
      }
    }
    if (!this.#ended) {
      return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    }
    const error = this.#error;
    this.#error = undefined;
    if (error !== undefined) return Promise.reject(error);
    return Promise.resolve({ value: undefined, done: true });
  }

  /** The reader leaves its loop early. */
  return(): Promise<IteratorResult<T>> {
    if (!this.#ended || this.#payloads.length > 0) {
      this.end(undefined, true);
      this.#clear();
      this.#owner.readerLeft();
    }
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #take(): Payload {
    const payload = this.#payloads[this.#taken++]!;
    if (this.#taken === this.#payloads.length) {
      this.#clear();
      this.#owner.queueEmpty();
    }
    return payload;
  }

  #clear(): void {
    this.#payloads = [];
    this.#taken = 0;
  }
}

/** Whoever fills the queue. */
export interface QueueOwner {
  /** All has been taken: the peer may send again. */
  queueEmpty(): void;
  /** Nobody will take any more: what still comes is to be thrown away. */
  readerLeft(): void;
}
