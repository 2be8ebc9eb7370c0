import { notYet } from '#course/exercise/not-yet';
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
    // ── Task 5 ──
    // If the stream has ended, the message is thrown away, and let more come: true.
    // A reader that waits, the one that has waited longest, gets it decoded: { value, done: false
    // }, and there may be more: true. If decode throws, that reader gets the error.
    // If nobody waits, the payload is kept as it is, not decoded (this.#payloads.push(payload)):
    // false.
    throw notYet(5);
  }

  /**
   * No more will come.
   * @param makeError the reader gets this error, after what is queued.
   * @param drop the reader gets the error at once, and nothing that is queued.
   */
  end(makeError?: () => unknown, drop = false): void {
    // ── Task 5 ──
    // Only the first call counts. Keep makeError for #takeError; with drop, what is queued is
    // thrown away: #clear().
    // Everybody who waits is told: the first gets the error (#takeError() gives its maker, or
    // undefined; rejection(maker) is a promise that rejects with what the maker makes), all others,
    // and all if there is none, { value: undefined, done: true }.
    throw notYet(5);
  }

  next(): Promise<IteratorResult<T>> {
    // ── Task 5 ──
    // What is queued comes first, the oldest first, decoded now. It never throws: what goes wrong
    // is a promise that rejects. this.#payloads.shift() takes the oldest one, undefined if there is
    // none; if that was the last one, the owner hears queueEmpty().
    // Then, if the stream has ended: the error, to the one who asks first, and done to all others.
    // (What #takeError() gives is a function: call it.)
    // Otherwise the reader waits: into #waiting with it.
    throw notYet(5);
  }

  /** The reader leaves its loop early. */
  return(): Promise<IteratorResult<T>> {
    // ── Task 5 ──
    // The reader leaves. Unless all was over already (ended, and nothing queued): no more is
    // wanted, not even an error, nothing stays queued, readers that wait are done, and the owner is
    // told, once: readerLeft(), and then, with #clear(), that nothing waits any more.
    throw notYet(5);
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
