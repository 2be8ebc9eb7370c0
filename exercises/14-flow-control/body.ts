import { notYet } from '#course/exercise/not-yet';
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
    // ── Task 4 ──
    // sendData(bytes) says whether there is room; sendData(bytes, true) ends the body.
    // this.#drained() resolves when there is room again, or when the stream is over: look at
    // this.#closed afterwards. If the source throws: this.#stream.reset(ErrorCode.INTERNAL_ERROR).
    // On a stream that is closed nothing is done any more.
    throw notYet(4);
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
    // ── Task 4 ──
    // this.#more() resolves when something has come: a chunk, the end, or an error. An error is
    // thrown once; after it comes the end, as often as one asks. this.#giveCredit() is below, and
    // to be written as well.
    throw notYet(4);
  }

  /** The reader leaves: the peer need not send the rest. */
  async return(): Promise<IteratorResult<Uint8Array>> {
    // ── Task 4 ──
    // If the body has not ended, this.#stream.reset(ErrorCode.CANCEL) tells the peer. Give no
    // credit here: a stream that closes does it itself. After that, next() says the end.
    throw notYet(4);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #giveCredit(): void {
    // ── Task 4 ──
    // this.#inHand octets are worked off: once, and only once.
    throw notYet(4);
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
