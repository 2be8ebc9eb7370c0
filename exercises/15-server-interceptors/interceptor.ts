import { notYet } from '#course/exercise/not-yet';
import { closeIterator, iteratorOf } from '#grpc/user-code';

/**
 * What wraps calls: logging, authentication, metrics, a cache. One shape for both sides and all
 * four kinds, because most of what interceptors do has nothing to do with how many messages come.
 *
 * ```ts
 * const log: ServerInterceptor = async (request, call, next) => {
 *   console.log('→', call.method.path);
 *   const response = await next(request, call);
 *   console.log('←', call.method.path);
 *   return response;
 * };
 * ```
 *
 * `request` is a message, or an iterable of messages if the client streams. What `next` resolves to
 * is one response, or an iterable of responses. `mapMessages` reaches into either.
 */
export type Interceptor<Call> = (
  request: unknown,
  call: Call,
  next: Next<Call>,
) => Promise<unknown>;

/** What is further in: the next interceptor, or behind the last one the handler. */
export type Next<Call> = (request: unknown, call: Call) => Promise<unknown>;

/**
 * How often an interceptor may go in for one call. On a server it is `once`: a handler that runs
 * twice takes an order twice, and reads a stream of requests that has been read. A client may make
 * its call `again`.
 */
export type Nexts = 'once' | 'again';

/** What a second `next` is rejected with, where there may be one only. */
export const NEXT_TWICE = 'an interceptor has called next twice for one call';

/**
 * Interceptors around what is innermost, as one function. The first of the list is outermost: it
 * sees the request first and the response last. One that does not call `next` answers by itself,
 * and nothing further in hears of the call. Whatever goes wrong, now or later, comes out as a
 * rejected promise.
 */
export function chain<Call>(
  interceptors: readonly Interceptor<Call>[],
  innermost: Next<Call>,
  nexts: Nexts = 'once',
): Next<Call> {
  // ── Task 1 ──
  // Without interceptors it is `innermost`. With one, a function that calls interceptor(request,
  // call, next), where next goes on to what is further in. With nexts "once", the second next of
  // the same call is rejected with new Error(NEXT_TWICE), whatever became of the first.
  throw notYet(1);
}

/**
 * Applies `each` to every message, whether there is one or a stream of them. A stream stays one: a
 * message is asked for when somebody wants to read it, and not before.
 *
 * @param each the message as it goes on, now or later. What it throws ends the stream.
 * @param failed what is thrown in place of what the stream itself has thrown.
 */
export function mapMessages(
  messages: unknown,
  streaming: boolean,
  each: (message: unknown) => unknown,
  failed?: (error: unknown) => unknown,
): unknown {
  // ── Task 2 ──
  // One message is changed here and now: what each gives is returned, and what it throws is thrown.
  // For a stream there is the class below: new MappedMessages(messages as AsyncIterable<unknown>,
  // each, failed).
  throw notYet(2);
}

/**
 * A stream with every message changed. A generator would do, were it not for `return`: a generator
 * that waits for a message does not hear that its reader left before the message comes.
 */
class MappedMessages implements AsyncIterableIterator<unknown> {
  readonly #source: Iterable<unknown> | AsyncIterable<unknown>;
  readonly #each: (message: unknown) => unknown;
  readonly #failed: (error: unknown) => unknown;
  #iterator: AsyncIterator<unknown> | Iterator<unknown> | undefined;

  constructor(
    source: Iterable<unknown> | AsyncIterable<unknown>,
    each: (message: unknown) => unknown,
    failed: (error: unknown) => unknown = (error) => error,
  ) {
    this.#source = source;
    this.#each = each;
    this.#failed = failed;
  }

  /** The next message, changed. */
  async next(): Promise<IteratorResult<unknown>> {
    // ── Task 2 ──
    // this.#pull() gives what the source’s next() gives: { value, done }. this.#each(value) changes
    // a message, now or later. If it throws, closeIterator(this.#open()) tells the source to stop.
    throw notYet(2);
  }

  /** The next message as the source has it. */
  async #pull(): Promise<IteratorResult<unknown>> {
    try {
      return await this.#open().next();
    } catch (error) {
      throw this.#failed(error);
    }
  }

  /** The source’s iterator, made when it is first needed. */
  #open(): AsyncIterator<unknown> | Iterator<unknown> {
    this.#iterator ??= iteratorOf(this.#source);
    return this.#iterator;
  }

  /** The reader leaves; it may leave while a message is being waited for. */
  async return(): Promise<IteratorResult<unknown>> {
    // ── Task 2 ──
    // The source has to hear of it at once: its own return(), if it has one. this.#open() is its
    // iterator, also if nobody has asked for a message yet. Returns { value: undefined, done: true
    // }.
    throw notYet(2);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
