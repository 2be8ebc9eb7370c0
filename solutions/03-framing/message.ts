import { ByteQueue } from '#bytes/byte-queue';
import { FrameError } from '#framing/frame-error';
import { MAX_FRAME_SIZE } from '#framing/limits';

/**
 * gRPC's length-prefixed message:
 *
 *     +---------------+
 *     |Compressed (8) |                              0: as it is, 1: compressed; nothing else
 *     +---------------+---------------+---------------+---------------+
 *     |                 Length of the payload (32, big-endian)        |
 *     +---------------------------------------------------------------+
 *     |                          Payload (*)                        ...
 *     +---------------------------------------------------------------+
 */
export const PREFIX_SIZE = 5;

export interface Message {
  /** The payload is still compressed, as the call's `grpc-encoding` says. */
  compressed: boolean;
  payload: Uint8Array;
}

/** The five-byte prefix, then `payload`, which the caller has compressed already or not. */
export function encodeMessage(payload: Uint8Array, compressed = false): Uint8Array {
  // <task 5>
  //? As a frame, with one byte before the length: 1 if compressed, else 0.
  const message = new Uint8Array(PREFIX_SIZE + payload.length);
  message[0] = compressed ? 1 : 0;
  new DataView(message.buffer).setUint32(1, payload.length);
  message.set(payload, PREFIX_SIZE);
  return message;
  // </task>
}

/** Finds the messages of one direction of one call, wherever its bytes were cut. */
export class MessageDecoder {
  readonly #maxSize: number;
  readonly #queue = new ByteQueue();

  /** @param maxSize largest payload accepted, in bytes, before decompression */
  constructor(maxSize = MAX_FRAME_SIZE) {
    this.#maxSize = maxSize;
  }

  /** Takes the next chunk; returns the messages that are complete now. */
  push(chunk: Uint8Array): Message[] {
    this.#queue.push(chunk);
    const messages: Message[] = [];
    for (let message = this.#next(); message !== undefined; message = this.#next()) {
      messages.push(message);
    }
    return messages;
  }

  /** @throws FrameError `truncated` where a message has begun and not ended */
  end(): void {
    if (this.#queue.length > 0) {
      throw new FrameError('truncated', 'the stream ended in the middle of a message');
    }
  }

  /** The next whole message of the queue, `undefined` while it has not all come. */
  #next(): Message | undefined {
    // <task 5>
    //? Both refusals come before any waiting for the payload:
    //? 'bad-flag' where the first byte is neither 0 nor 1, 'too-large' above this.#maxSize.
    const prefix = this.#queue.peek(PREFIX_SIZE);
    if (prefix === undefined) return undefined;
    const view = new DataView(prefix.buffer, prefix.byteOffset);
    const flag = view.getUint8(0);
    if (flag > 1) throw new FrameError('bad-flag', `the compressed flag is ${flag}, not 0 or 1`);
    const length = view.getUint32(1);
    if (length > this.#maxSize) {
      throw new FrameError('too-large', `${length} bytes announced, the limit is ${this.#maxSize}`);
    }
    const bytes = this.#queue.take(PREFIX_SIZE + length);
    return bytes && { compressed: flag === 1, payload: bytes.subarray(PREFIX_SIZE) };
    // </task>
  }
}
