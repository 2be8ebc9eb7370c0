// Derived from src/http2/body.ts by npm run skeletons: change it there.
import { ErrorCode } from '#http2/error-code';
import type { Http2Error } from '#http2/http2-error';
import type { Http2Stream } from '#http2/stream';

const NOTHING = new Uint8Array(0);

/**
 * Sends what an iterable yields as a stream's body, as fast as the stream takes it and no faster:
 *
 *     source ── next() ──▶ pour ── sendData ──▶ stream          true: the next one
 *     source   (waits)     pour ◀── false ───── stream          until `drain`
 *
 * Whoever handles the stream hands on its `drain` and its `close`.
 */
export class BodyWriter {
  readonly #stream: Pick<Http2Stream, 'sendData' | 'reset'>;
  #closed = false;
  #wake: (() => void) | undefined;

  constructor(stream: Pick<Http2Stream, 'sendData' | 'reset'>) {
    this.#stream = stream;
  }

  /**
   * Sends everything, and the end behind it. Nothing is asked of the source while the stream has no
   * room. If the stream closes, the source is told (`for await` that is left calls its `return`). If
   * the source throws, the stream is reset: half a body must not look like a whole one.
   * @returns settles when the source has nothing more to do. Never rejects.
   */
  async pour(source: AsyncIterable<Uint8Array>): Promise<void> {
    try {
      for await (const chunk of source) {
        if (!this.#closed && !this.#stream.sendData(chunk)) await this.#drained();
        if (this.#closed) break;
      }
      if (!this.#closed) this.#stream.sendData(NOTHING, true);
    } catch {
      if (!this.#closed) this.#stream.reset(ErrorCode.INTERNAL_ERROR);
    }
  }

  /** The stream has room again. */
  drain(): void {
    this.#wake?.();
    this.#wake = undefined;
  }

  /** The stream is over: who waits for room will not get any. */
  close(): void {
    this.#closed = true;
    this.drain();
  }

  /** Resolves with the next `drain`, or at once if the stream has closed meanwhile. */
  #drained(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#closed) resolve();
      else this.#wake = resolve;
    });
  }
}

/**
 * A stream's body as `for await` reads it. The peer gets credit for a chunk when its reader comes
 * back for the next one: then this one is worked off. So a reader that is slow, or stops, lets the
 * window run out, and the peer has to wait.
 *
 * Whoever handles the stream hands on its `data` and its `close`.
 */
export class BodyReader implements AsyncIterableIterator<Uint8Array> {
  readonly #stream: Pick<Http2Stream, 'consume' | 'reset'>;
  #chunks: Uint8Array[] = [];
  /** The octets of the chunk that the reader has in hand. */
  #inHand = 0;
  #ended = false;
  #error: Http2Error | undefined;
  #wake: (() => void) | undefined;

  constructor(stream: Pick<Http2Stream, 'consume' | 'reset'>) {
    this.#stream = stream;
  }

  /** A piece of the body came. */
  data(chunk: Uint8Array, endStream: boolean): void {
    if (chunk.length > 0) this.#chunks.push(chunk);
    if (endStream) this.#ended = true;
    this.#wakeReader();
  }

  /** The stream is over. What came before is still read, and then the error, if there is one. */
  close(error?: Http2Error): void {
    if (!this.#ended) this.#error = error;
    this.#ended = true;
    this.#wakeReader();
  }

  /** The next chunk; the one before it is worked off now. One reader, one call at a time. */
  async next(): Promise<IteratorResult<Uint8Array>> {
    this.#giveCredit();
    while (this.#chunks.length === 0 && !this.#ended) await this.#more();
    const chunk = this.#chunks.shift();
    if (chunk !== undefined) {
      this.#inHand = chunk.length;
      return { value: chunk, done: false };
    }
    const error = this.#error;
    this.#error = undefined;
    if (error !== undefined) throw error;
    return { value: undefined, done: true };
  }

  /** The reader leaves: the peer need not send the rest. */
  async return(): Promise<IteratorResult<Uint8Array>> {
    this.#chunks = [];
    this.#inHand = 0;
    if (!this.#ended) this.#stream.reset(ErrorCode.CANCEL);
    this.#ended = true;
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #giveCredit(): void {
    const size = this.#inHand;
    this.#inHand = 0;
    if (size > 0) this.#stream.consume(size);
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #wakeReader(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
