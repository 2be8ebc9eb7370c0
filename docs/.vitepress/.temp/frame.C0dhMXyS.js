import { B as ByteQueue } from "./byte-queue.C492qMta.js";
class FrameError extends Error {
  name = "FrameError";
  code;
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}
const MAX_FRAME_SIZE = 4 * 1024 * 1024;
const LENGTH_SIZE = 4;
function encodeFrame(payload) {
  const frame = new Uint8Array(LENGTH_SIZE + payload.length);
  new DataView(frame.buffer).setUint32(0, payload.length);
  frame.set(payload, LENGTH_SIZE);
  return frame;
}
class FrameDecoder {
  #maxSize;
  /**
   * What has arrived and is not yet a whole frame. `push(chunk)` puts bytes in at the back;
   * `take(4)` gives the next four and removes them, `peek(4)` leaves them there, and both give
   * `undefined` while fewer have come. `length` says how many are left.
   */
  #queue = new ByteQueue();
  /** @param maxSize largest payload accepted, in bytes */
  constructor(maxSize = MAX_FRAME_SIZE) {
    this.#maxSize = maxSize;
  }
  /**
   * Takes the next chunk of the stream, of any size; returns the payloads that are complete now,
   * in order. Often there are none, and sometimes many.
   * @throws FrameError `too-large`; nothing that comes after it is a frame, so it throws again
   */
  push(chunk) {
    this.#queue.push(chunk);
    const payloads = [];
    for (; ; ) {
      const header = this.#queue.peek(LENGTH_SIZE);
      if (header === void 0) return payloads;
      const length = new DataView(header.buffer, header.byteOffset).getUint32(0);
      this.#checkLength(length);
      const frame = this.#queue.take(LENGTH_SIZE + length);
      if (frame === void 0) return payloads;
      payloads.push(frame.subarray(LENGTH_SIZE));
    }
  }
  /** @throws FrameError `too-large` if a frame of `length` bytes is announced and not accepted */
  #checkLength(length) {
    if (length > this.#maxSize) {
      throw new FrameError(
        "too-large",
        `a frame of ${length} bytes was announced, the limit is ${this.#maxSize}`
      );
    }
  }
  /** Says that the stream is over: the peer will send no more. */
  end() {
    if (this.#queue.length > 0) {
      throw new FrameError(
        "truncated",
        `the stream ended in the middle of a frame, ${this.#queue.length} bytes into it`
      );
    }
  }
}
export {
  FrameDecoder as F,
  LENGTH_SIZE as L,
  MAX_FRAME_SIZE as M,
  encodeFrame as e
};
