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
  /** What has arrived and is not yet a whole frame: `length`, `push`, `peek(n)`, `take(n)`. */
  readonly #queue = new ByteQueue();

  /** @param maxSize largest payload accepted, in bytes */
  constructor(maxSize = MAX_FRAME_SIZE) {
    this.#maxSize = maxSize;
  }

  /**
   * Takes the next chunk of the stream, of any size; returns the payloads that are complete now,
   * in order. Often that is none, and sometimes it is many.
   */
  push(chunk: Uint8Array): Uint8Array[] {
    // ── Task 2 ──
    // Put the chunk into the queue, then take out frames as long as a whole one is there.
    // "Not all here yet" is no error: keep what came and return.
    // Call this.#checkLength(length) as soon as a length is known: task 3 fills it in.
    throw notYet(2);
  }

  /** @throws FrameError `too-large` where a frame of `length` bytes is announced and not accepted */
  #checkLength(length: number): void {
    // ── Task 3 ──
    // Refuse a length above this.#maxSize: throw new FrameError('too-large', '…').
  }

  /** Says that the stream is over: the peer will send no more. */
  end(): void {
    // ── Task 4 ──
    // An end between two frames is fine. An end inside one is not: new FrameError('truncated', '…').
    throw notYet(4);
  }
}

/** Both halves together, as the client and the server of the lesson use them. */
export const lengthFraming: Framing = {
  encode: encodeFrame,
  createDecoder: () => new FrameDecoder(),
};
