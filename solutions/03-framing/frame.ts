// Derived from src/framing/frame.ts by npm run skeletons: change it there.
import { ByteQueue } from '#bytes/byte-queue';
import { FrameError } from '#framing/frame-error';
import type { Framing, FramingDecoder } from '#framing/framing';
import { MAX_FRAME_SIZE } from '#framing/limits';

/**
 * Framing by a length: four bytes say how long the payload is, then comes the payload.
 *
 *      0               1               2               3
 *     +---------------+---------------+---------------+---------------+
 *     |            Length of the payload (32, big-endian)             |
 *     +---------------+---------------+---------------+---------------+
 *     |                          Payload (*)                        ...
 *     +---------------------------------------------------------------+
 *
 * The payload may hold any byte. The receiver knows what is coming before it comes, so it can
 * refuse a frame that is too large without having stored one byte of it.
 */
export const LENGTH_SIZE = 4;

/** The length of `payload`, then `payload`. */
export function encodeFrame(payload: Uint8Array): Uint8Array {
  const frame = new Uint8Array(LENGTH_SIZE + payload.length);
  new DataView(frame.buffer).setUint32(0, payload.length);
  frame.set(payload, LENGTH_SIZE);
  return frame;
}

/** Finds the frames of a byte stream, wherever the network cut it. */
export class FrameDecoder implements FramingDecoder {
  readonly #maxSize: number;
  /**
   * What has arrived and is not yet a whole frame. `push(chunk)` puts bytes in at the back;
   * `take(4)` gives the next four and removes them, `peek(4)` leaves them there, and both give
   * `undefined` while fewer have come. `length` says how many are left.
   */
  readonly #queue = new ByteQueue();

  /** @param maxSize largest payload accepted, in bytes */
  constructor(maxSize = MAX_FRAME_SIZE) {
    this.#maxSize = maxSize;
  }

  /**
   * Takes the next chunk of the stream, of any size; returns the payloads that are complete now,
   * in order. Often there are none, and sometimes many.
   * @throws FrameError `too-large`; nothing that comes after it is a frame, so it throws again
   */
  push(chunk: Uint8Array): Uint8Array[] {
    this.#queue.push(chunk);
    const payloads: Uint8Array[] = [];
    for (;;) {
      const header = this.#queue.peek(LENGTH_SIZE);
      if (header === undefined) return payloads;
      const length = new DataView(header.buffer, header.byteOffset).getUint32(0);
      // Before a single byte of the payload is kept: an announced length costs the peer nothing.
      this.#checkLength(length);
      const frame = this.#queue.take(LENGTH_SIZE + length);
      if (frame === undefined) return payloads;
      payloads.push(frame.subarray(LENGTH_SIZE));
    }
  }

  /** @throws FrameError `too-large` if a frame of `length` bytes is announced and not accepted */
  #checkLength(length: number): void {
    if (length > this.#maxSize) {
      throw new FrameError(
        'too-large',
        `a frame of ${length} bytes was announced, the limit is ${this.#maxSize}`,
      );
    }
  }

  /** Says that the stream is over: the peer will send no more. */
  end(): void {
    if (this.#queue.length > 0) {
      throw new FrameError(
        'truncated',
        `the stream ended in the middle of a frame, ${this.#queue.length} bytes into it`,
      );
    }
  }
}

/** Both halves together. */
export const lengthFraming: Framing = {
  encode: encodeFrame,
  createDecoder: () => new FrameDecoder(),
};
