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
  // <task 1>
  //? One new Uint8Array: four bytes of length, the highest byte first, then the payload.
  const frame = new Uint8Array(LENGTH_SIZE + payload.length);
  new DataView(frame.buffer).setUint32(0, payload.length);
  frame.set(payload, LENGTH_SIZE);
  return frame;
  // </task>
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
    // <task 2>
    //? Put the chunk into the queue, then take out frames as long as a whole one is there.
    //? "Not all here yet" is no error: keep what came and return.
    //? Call this.#checkLength(length) as soon as a length is known: task 3 fills it in.
    this.#queue.push(chunk);
    const payloads: Uint8Array[] = [];
    for (;;) {
      const header = this.#queue.peek(LENGTH_SIZE);
      if (header === undefined) return payloads;
      const length = new DataView(header.buffer, header.byteOffset).getUint32(0);
      this.#checkLength(length);
      const frame = this.#queue.take(LENGTH_SIZE + length);
      if (frame === undefined) return payloads;
      payloads.push(frame.subarray(LENGTH_SIZE));
    }
    // </task>
  }

  /** @throws FrameError `too-large` where a frame of `length` bytes is announced and not accepted */
  #checkLength(length: number): void {
    // <task 3 blank>
    //? Refuse a length above this.#maxSize: throw new FrameError('too-large', '…').
    if (length > this.#maxSize) {
      throw new FrameError(
        'too-large',
        `a frame of ${length} bytes was announced, the limit is ${this.#maxSize}`,
      );
    }
    // </task>
  }

  /** Says that the stream is over: the peer will send no more. */
  end(): void {
    // <task 4>
    //? An end between two frames is fine. An end inside one is not: new FrameError('truncated', '…').
    if (this.#queue.length > 0) {
      throw new FrameError(
        'truncated',
        `the stream ended in the middle of a frame, ${this.#queue.length} bytes into it`,
      );
    }
    // </task>
  }
}

/** Both halves together, as the client and the server of the lesson use them. */
export const lengthFraming: Framing = {
  encode: encodeFrame,
  createDecoder: () => new FrameDecoder(),
};
