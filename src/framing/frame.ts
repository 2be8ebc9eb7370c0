import { ByteQueue } from '#bytes/byte-queue';
import { FrameError } from './frame-error.ts';
import type { Framing, FramingDecoder } from './framing.ts';
import { MAX_FRAME_SIZE } from './limits.ts';

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

/** Finds the frames of a byte stream, wherever it was cut. */
export class FrameDecoder implements FramingDecoder {
  readonly #maxSize: number;
  readonly #queue = new ByteQueue();

  /** @param maxSize largest payload accepted, in bytes */
  constructor(maxSize = MAX_FRAME_SIZE) {
    this.#maxSize = maxSize;
  }

  push(chunk: Uint8Array): Uint8Array[] {
    this.#queue.push(chunk);
    const payloads: Uint8Array[] = [];
    for (let payload = this.#next(); payload !== undefined; payload = this.#next()) {
      payloads.push(payload);
    }
    return payloads;
  }

  end(): void {
    if (this.#queue.length > 0) {
      throw new FrameError(
        'truncated',
        `the stream ended in the middle of a frame, ${this.#queue.length} bytes into it`,
      );
    }
  }

  /** The next whole payload, `undefined` while it has not all come. */
  #next(): Uint8Array | undefined {
    const header = this.#queue.peek(LENGTH_SIZE);
    if (header === undefined) return undefined;
    const length = readUint32(header);
    // Before a single byte of the payload is kept: an announced length costs the peer nothing.
    if (length > this.#maxSize) {
      throw new FrameError(
        'too-large',
        `a frame of ${length} bytes was announced, the limit is ${this.#maxSize}`,
      );
    }
    return this.#queue.take(LENGTH_SIZE + length)?.subarray(LENGTH_SIZE);
  }
}

function readUint32(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
}

export const lengthFraming: Framing = {
  encode: encodeFrame,
  createDecoder: () => new FrameDecoder(),
};
