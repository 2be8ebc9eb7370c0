import { notYet } from '#course/exercise/not-yet';
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
  // ── Task 1 ──
  // One new Uint8Array: four bytes of length, the highest byte first, then the payload.
  throw notYet(1);
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
    // ── Task 2 ──
    // Put the chunk into the queue, then take out frames as long as a whole one is there. "Not all
    // here yet" is not an error: keep what came and return.
    // A number is read by new DataView(bytes.buffer, bytes.byteOffset).getUint32(0): peek gives a
    // view, and its buffer may be larger.
    // Call this.#checkLength(length) as soon as a length is known: task 3 fills it in.
    throw notYet(2);
  }

  /** @throws FrameError `too-large` if a frame of `length` bytes is announced and not accepted */
  #checkLength(length: number): void {
    // ── Task 3 ──
    // Refuse a length above this.#maxSize: throw new FrameError('too-large', '…').
  }

  /** Says that the stream is over: the peer will send no more. */
  end(): void {
    // ── Task 4 ──
    // An end between two frames is fine. An end inside one is not:
    // throw new FrameError('truncated', '…').
    throw notYet(4);
  }
}

/** Both halves together. */
export const lengthFraming: Framing = {
  encode: encodeFrame,
  createDecoder: () => new FrameDecoder(),
};
