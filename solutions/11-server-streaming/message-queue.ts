// Derived from src/grpc/messages/message-queue.ts by npm run skeletons: change it there.
import { rejection } from '#grpc/grpc-error';
import type { Payload } from '#grpc/messages/payload';
import { PayloadQueue } from '#grpc/messages/payload-queue';

/** A reader that waits for a message. */
interface Waiting<T> {
  resolve(result: IteratorResult<T> | Promise<never>): void;
  reject(error: unknown): void;
}

/**
 * Messages that have arrived and wait for their reader: the end of a stream that the application
 * holds, as `for await` reads it.
 *
 * It does not grow without end: `push` says when nobody is reading. The caller then gives the peer
 * no more credit until `queueEmpty`.
 */
export class MessageQueue<T> implements AsyncIterableIterator<T> {
  readonly #decode: (payload: Payload) => T;
  readonly #owner: QueueOwner;
  readonly #payloads = new PayloadQueue();
  #waiting: Waiting<T>[] = [];
  #ended = false;
  /** Makes the error with which the stream ends; it is given to one reader. */
  #makeError: (() => unknown) | undefined;

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
   * No more will come.
   * @param makeError the reader gets this error, after what is queued.
   * @param drop the reader gets the error at once, and nothing that is queued.
   */
  end(makeError?: () => unknown, drop = false): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#makeError = makeError;
    if (drop) this.#clear();
    for (const waiting of this.#waiting.splice(0)) {
      const error = this.#takeError();
      waiting.resolve(error ? rejection(error) : { value: undefined, done: true });
    }
  }

  next(): Promise<IteratorResult<T>> {
    const payload = this.#payloads.shift();
    if (payload !== undefined) {
      try {
        if (this.#payloads.empty) this.#owner.queueEmpty();
        return Promise.resolve({ value: this.#decode(payload), done: false });
      } catch (error) {
        return Promise.reject(error);
      }
    }
    if (!this.#ended) {
      return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    }
    const error = this.#takeError();
    if (error) return Promise.reject(error());
    return Promise.resolve({ value: undefined, done: true });
  }

  /** The reader leaves its loop early. */
  return(): Promise<IteratorResult<T>> {
    if (!this.#ended || !this.#payloads.empty) {
      this.end();
      this.#makeError = undefined;
      this.#owner.readerLeft();
      this.#clear();
    }
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #takeError(): (() => unknown) | undefined {
    const makeError = this.#makeError;
    this.#makeError = undefined;
    return makeError;
  }

  #clear(): void {
    if (this.#payloads.empty) return;
    this.#payloads.clear();
    this.#owner.queueEmpty();
  }
}

/** The call that fills the queue. */
export interface QueueOwner {
  /** Nothing waits any more, because all was taken or will not be read: the peer may send again. */
  queueEmpty(): void;
  /** Nobody will take any more: what still comes is to be thrown away. */
  readerLeft(): void;
}
