import type * as grpc from '@grpc/grpc-js';
import { CallError } from '#hello/call';

/** The same without a generator: the stream's own events, and a class. */
export function receive<T>(call: grpc.ClientReadableStream<T>): AsyncIterableIterator<T> {
  return new Reading(call);
}

class Reading<T> implements AsyncIterableIterator<T> {
  readonly #call: grpc.ClientReadableStream<T>;
  #failure: Error | undefined;
  #over = false;
  #left = false;
  #wake: () => void = () => {};

  constructor(call: grpc.ClientReadableStream<T>) {
    this.#call = call;
    call.on('error', (error: grpc.ServiceError) => {
      const { code, details, metadata } = error;
      this.#failure ??= new CallError(code, details, metadata, { cause: error });
      this.#wake();
    });
    call.on('readable', () => this.#wake());
    call.on('end', () => {
      this.#over = true;
      this.#wake();
    });
    call.on('close', () => {
      if (!this.#over) this.#failure ??= new Error('the stream was destroyed');
      this.#wake();
    });
  }

  async next(): Promise<IteratorResult<T>> {
    for (;;) {
      if (this.#left) return { value: undefined, done: true };
      const message = this.#call.read() as T | null;
      if (message !== null) return { value: message, done: false };
      if (this.#failure) {
        const failure = this.#failure;
        this.#left = true;
        throw failure;
      }
      if (this.#over) return { value: undefined, done: true };
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async return(): Promise<IteratorResult<T>> {
    this.#left = true;
    this.#call.cancel();
    this.#wake();
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
