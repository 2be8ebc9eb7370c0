import { withFinding } from './compare/finding.ts';
import { throwGap } from './compare/gap.ts';

/** How a promise ended, or a stream. */
export interface Ending {
  value?: unknown;
  error?: unknown;
}

/** How a promise ended. A gap that it ran into is nobody's answer. @throws it */
export async function endingOf(promise: Promise<unknown>): Promise<Ending> {
  try {
    return { value: await promise };
  } catch (error) {
    throwGap(error);
    return { error };
  }
}

/**
 * Something to loop over that counts what is done to it. It is not a generator, as a source need not be one.
 * Each step is a message, a promise of one, or an error that is thrown in its place.
 */
export class Source<T> implements AsyncIterable<T> {
  readonly #steps: (T | Promise<T> | Error)[];
  asked = 0;
  returned = 0;

  constructor(...steps: (T | Promise<T> | Error)[]) {
    this.#steps = steps;
  }

  [Symbol.asyncIterator](): AsyncIterator<T> {
    return {
      next: async () => {
        const step = this.#steps[this.asked++];
        if (step instanceof Error) throw step;
        return step === undefined
          ? { value: undefined, done: true }
          : { value: await step, done: false };
      },
      return: async () => {
        this.returned++;
        return { value: undefined, done: true };
      },
    };
  }
}

/** How a stream ends: it throws, or waits for ever; and what it throws if its reader leaves. */
interface StreamEnd {
  error?: unknown;
  waits?: boolean;
  leaving?: Error;
}

/** A stream of messages that knows what is done with it. */
export class CountedStream implements AsyncIterable<unknown> {
  readonly #messages: readonly unknown[];
  readonly #end: StreamEnd;
  /** How many messages were asked for, how often it was opened, how often somebody left. */
  asked = 0;
  opened = 0;
  left = 0;

  constructor(messages: readonly unknown[], end: StreamEnd = {}) {
    this.#messages = messages;
    this.#end = end;
  }

  [Symbol.asyncIterator](): AsyncIterator<unknown> {
    this.opened++;
    return {
      next: async () => {
        const at = this.asked++;
        if (at < this.#messages.length) return { value: this.#messages[at], done: false };
        if ('error' in this.#end) throw this.#end.error;
        if (this.#end.waits) await new Promise(() => {});
        return { value: 'what a generator returns', done: true };
      },
      return: async () => {
        this.left++;
        if (this.#end.leaving) throw this.#end.leaving;
        return { value: undefined, done: true };
      },
    };
  }
}

/** A stream's iterator. @throws Error with `cause` if the answer of a stream is not a stream */
export function openStream(stream: unknown, cause: string): AsyncIterator<unknown> {
  const iterable = stream as Partial<AsyncIterable<unknown>> | undefined | null;
  if (typeof iterable?.[Symbol.asyncIterator] !== 'function') {
    const message = 'for a stream: expected one that can be read by for await';
    throw withFinding(new Error(message), { cause });
  }
  return iterable[Symbol.asyncIterator]!();
}

/** Reads a stream to its end, or as far as `most`. @param cause as in `openStream` */
export async function readStream(
  stream: unknown,
  cause: string,
  most = Number.POSITIVE_INFINITY,
): Promise<{ messages: unknown[]; error?: unknown }> {
  const messages: unknown[] = [];
  const iterator = openStream(stream, cause);
  try {
    while (messages.length < most) {
      const { value, done } = await iterator.next();
      if (done) break;
      messages.push(value);
    }
    return { messages };
  } catch (error) {
    throwGap(error);
    return { messages, error };
  }
}
