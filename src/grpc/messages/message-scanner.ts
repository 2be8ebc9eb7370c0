import { FrameError } from '#framing/frame-error';
import { type Message, PREFIX_SIZE } from '#framing/message';

/** The array for a cut message is at most so many times as large as what has come of it. */
const MAX_AHEAD = 8;

/**
 * The fast path beside `MessageDecoder` (`#framing/message`): it finds the same messages and the
 * same errors, without a queue.
 *
 * - A message that lies whole in a chunk, as nearly all small ones do, is a view into the chunk.
 * - A message that is cut is put together in an array of its own, chunk by chunk. The array grows
 *   with what arrives: a peer that announces 4 MiB and sends five bytes costs nothing.
 */
export class MessageScanner {
  readonly #maxSize: number;
  /** The beginning of a prefix that the end of a chunk has cut. */
  #prefix: Uint8Array | undefined;
  #prefixLength = 0;
  /** The message that is cut: what there is of it, and how large it will be. */
  #payload: Uint8Array | undefined;
  #size = 0;
  #filled = 0;
  #compressed = false;

  /** @param maxSize largest payload accepted, in bytes, before decompression */
  constructor(maxSize: number) {
    this.#maxSize = maxSize;
  }

  /** Bytes of memory that a message takes which has begun and not ended. */
  get held(): number {
    return this.#prefixLength + (this.#payload?.length ?? 0);
  }

  /** @throws FrameError `too-large` or `bad-flag`; the call cannot go on after that */
  push(chunk: Uint8Array): Message[] {
    const messages: Message[] = [];
    let at = this.#payload === undefined ? 0 : this.#fill(chunk, 0, messages);
    if (this.#prefixLength > 0) at = this.#joinPrefix(chunk, messages);
    while (at < chunk.length) {
      if (chunk.length - at < PREFIX_SIZE) return this.#keepPrefix(chunk, at, messages);
      const size = this.#readPrefix(chunk, at);
      const start = at + PREFIX_SIZE;
      if (start + size <= chunk.length) {
        at = start + size;
        messages.push({ compressed: this.#compressed, payload: chunk.subarray(start, at) });
      } else {
        at = this.#begin(size, chunk, start, messages);
      }
    }
    return messages;
  }

  /** @throws FrameError `truncated` if a message has begun and not ended */
  end(): void {
    if (this.#payload === undefined && this.#prefixLength === 0) return;
    throw new FrameError('truncated', 'the stream ended in the middle of a message');
  }

  /** The size that a prefix announces; its flag goes to `#compressed`. */
  #readPrefix(bytes: Uint8Array, at: number): number {
    const flag = bytes[at]!;
    const size =
      ((bytes[at + 1]! << 24) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 8) | bytes[at + 4]!) >>>
      0;
    if (flag > 1) {
      throw new FrameError('bad-flag', `the compressed flag is ${flag}; only 0 and 1 exist`);
    }
    if (size > this.#maxSize) {
      throw new FrameError(
        'too-large',
        `a message of ${size} bytes was announced, the limit is ${this.#maxSize}`,
      );
    }
    this.#compressed = flag === 1;
    return size;
  }

  /** Starts a message that is cut. Like `#fill`, it returns the offset at which it stopped. */
  #begin(size: number, chunk: Uint8Array, at: number, messages: Message[]): number {
    this.#size = size;
    this.#filled = 0;
    this.#payload = new Uint8Array(Math.min(size, MAX_AHEAD * (chunk.length - at)));
    return this.#fill(chunk, at, messages);
  }

  #fill(chunk: Uint8Array, at: number, messages: Message[]): number {
    const end = Math.min(chunk.length, at + this.#size - this.#filled);
    const filled = this.#filled + end - at;
    if (filled > this.#payload!.length) {
      const larger = new Uint8Array(Math.min(this.#size, MAX_AHEAD * filled));
      larger.set(this.#payload!.subarray(0, this.#filled));
      this.#payload = larger;
    }
    this.#payload!.set(chunk.subarray(at, end), this.#filled);
    this.#filled = filled;
    if (filled === this.#size) {
      messages.push({ compressed: this.#compressed, payload: this.#payload! });
      this.#payload = undefined;
    }
    return end;
  }

  #keepPrefix(chunk: Uint8Array, at: number, messages: Message[]): Message[] {
    this.#prefix ??= new Uint8Array(PREFIX_SIZE);
    this.#prefix.set(chunk.subarray(at), this.#prefixLength);
    this.#prefixLength += chunk.length - at;
    return messages;
  }

  #joinPrefix(chunk: Uint8Array, messages: Message[]): number {
    const end = PREFIX_SIZE - this.#prefixLength;
    if (chunk.length < end) {
      this.#keepPrefix(chunk, 0, messages);
      return chunk.length;
    }
    this.#prefix!.set(chunk.subarray(0, end), this.#prefixLength);
    this.#prefixLength = 0;
    return this.#begin(this.#readPrefix(this.#prefix!, 0), chunk, end, messages);
  }
}
