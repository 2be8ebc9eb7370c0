// Derived from src/rpc/reply-cache.ts by npm run skeletons: change it there.
import { MAX_REMEMBERED_REPLIES } from '#rpc/limits';

/**
 * The server's memory of what it has already done, by request key.
 *
 * A client that got no reply cannot know whether the request was lost or the answer was; if it
 * sends the request again, an order may be placed twice. So it gives the request a key and keeps
 * the key when it repeats. The server executes a key once and answers every repetition with the
 * first answer: *at most once* (Birrell & Nelson 1984, §3.2; in NFS, the "duplicate request cache").
 *
 * The promise is kept as long as the reply is remembered: by this process, and among the last
 * `capacity`. A server that restarts has forgotten.
 */
export class ReplyCache<Reply> {
  readonly #capacity: number;
  /** Oldest first. A `Map` keeps the order of insertion. */
  readonly #replies = new Map<string, Promise<Reply>>();

  /** @param capacity replies remembered; the oldest is forgotten first */
  constructor(capacity = MAX_REMEMBERED_REPLIES) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#replies.size;
  }

  /**
   * The reply to the request `key`: from `execute` the first time, from memory after that, also
   * while the first is still running, and also if it failed.
   */
  once(key: string, execute: () => Promise<Reply>): Promise<Reply> {
    const known = this.#replies.get(key);
    if (known !== undefined) return known;
    // Remembered before it is done: a repetition may come while the first still runs.
    const reply = execute();
    this.#replies.set(key, reply);
    if (this.#replies.size > this.#capacity) {
      const [oldest = key] = this.#replies.keys();
      this.#replies.delete(oldest);
    }
    return reply;
  }
}
