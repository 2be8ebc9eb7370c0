import { ByteQueue } from '#bytes/byte-queue';
import { concat } from '#bytes/concat';
import { FrameError } from './frame-error.ts';
import type { Framing, FramingDecoder } from './framing.ts';
import { MAX_LINE_SIZE } from './limits.ts';

/**
 * Framing by a delimiter: a message is what stands before the next newline.
 *
 *     { " i d " : 1 } \n { " i d " : 2 } \n
 *     └── message ──┘    └── message ──┘
 *
 * Easy to read and easy to type into `nc`. Its price: a payload may not contain a newline, every
 * byte has to be looked at, and a message's size is known only once it is all here.
 */
const NEWLINE = 0x0a;

/** `payload` and a newline. */
export function encodeLine(payload: Uint8Array): Uint8Array {
  return concat([payload, Uint8Array.of(NEWLINE)]);
}

/** Finds the lines of a byte stream, wherever it was cut. */
export class LineDecoder implements FramingDecoder {
  readonly #maxSize: number;
  readonly #queue = new ByteQueue();

  /** @param maxSize longest line accepted, in bytes, without its newline */
  constructor(maxSize = MAX_LINE_SIZE) {
    this.#maxSize = maxSize;
  }

  push(chunk: Uint8Array): Uint8Array[] {
    const lines: Uint8Array[] = [];
    let rest = chunk;
    // Only the new chunk is searched: what is already queued has been, and held no newline.
    for (let at = rest.indexOf(NEWLINE); at >= 0; at = rest.indexOf(NEWLINE)) {
      this.#checkSize(this.#queue.length + at);
      this.#queue.push(rest.subarray(0, at));
      lines.push(this.#queue.take(this.#queue.length) ?? rest);
      rest = rest.subarray(at + 1);
    }
    this.#checkSize(this.#queue.length + rest.length);
    this.#queue.push(rest);
    return lines;
  }

  end(): void {
    if (this.#queue.length > 0) {
      throw new FrameError(
        'truncated',
        `the stream ended ${this.#queue.length} bytes into a line that has no newline`,
      );
    }
  }

  #checkSize(size: number): void {
    if (size > this.#maxSize) {
      throw new FrameError('too-large', `a line is longer than ${this.#maxSize} bytes`);
    }
  }
}

export const lineFraming: Framing = {
  encode: encodeLine,
  createDecoder: () => new LineDecoder(),
};
