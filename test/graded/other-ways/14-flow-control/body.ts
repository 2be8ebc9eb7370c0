import { ErrorCode } from '#http2/error-code';
import type { Http2Error } from '#http2/http2-error';
import type { Http2Stream } from '#http2/stream';

/** Another way: the iterator by hand, and a generator for the reader. */
export class BodyWriter {
  readonly #stream: Pick<Http2Stream, 'sendData' | 'reset'>;
  #over = false;
  #waiting: (() => void)[] = [];

  constructor(stream: Pick<Http2Stream, 'sendData' | 'reset'>) {
    this.#stream = stream;
  }

  async pour(source: AsyncIterable<Uint8Array>): Promise<void> {
    const iterator = source[Symbol.asyncIterator]();
    let failed = false;
    let done = false;
    while (!done && !failed && !this.#over) {
      await iterator.next().then(
        (result) => {
          if (result.done) done = true;
          else if (!this.#over) return this.#give(result.value);
        },
        () => {
          failed = true;
        },
      );
    }
    if (this.#over) await iterator.return?.().catch(() => {});
    else if (failed) this.#stream.reset(ErrorCode.INTERNAL_ERROR);
    else this.#stream.sendData(new Uint8Array(0), true);
  }

  #give(chunk: Uint8Array): Promise<void> | undefined {
    if (this.#stream.sendData(chunk)) return undefined;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  drain(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  close(): void {
    this.#over = true;
    this.drain();
  }
}

export class BodyReader implements AsyncIterableIterator<Uint8Array> {
  readonly #stream: Pick<Http2Stream, 'consume' | 'reset'>;
  readonly #queue: (Uint8Array | Http2Error)[] = [];
  #ended = false;
  #left = false;
  #wake = () => {};
  readonly #chunks = this.#read();

  constructor(stream: Pick<Http2Stream, 'consume' | 'reset'>) {
    this.#stream = stream;
  }

  data(chunk: Uint8Array, endStream: boolean): void {
    if (chunk.length > 0) this.#queue.push(chunk);
    this.#ended ||= endStream;
    this.#wake();
  }

  close(error?: Http2Error): void {
    if (error !== undefined && !this.#ended) this.#queue.push(error);
    this.#ended = true;
    this.#wake();
  }

  next(): Promise<IteratorResult<Uint8Array>> {
    return this.#left ? Promise.resolve({ value: undefined, done: true }) : this.#chunks.next();
  }

  return(): Promise<IteratorResult<Uint8Array>> {
    this.#left = true;
    if (!this.#ended) this.#stream.reset(ErrorCode.CANCEL);
    this.#ended = true;
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async *#read(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const next = this.#queue.shift();
      if (next === undefined && this.#ended) return;
      if (next === undefined) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      } else if (next instanceof Uint8Array) {
        yield next;
        this.#stream.consume(next.length);
      } else {
        throw next;
      }
    }
  }
}
