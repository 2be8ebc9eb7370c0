// Derived from src/framing/message.ts by npm run skeletons: change it there.
import { ByteQueue } from '#bytes/byte-queue';
import { FrameError } from '#framing/frame-error';
import { MAX_FRAME_SIZE } from '#framing/limits';

/**
 * gRPC's length-prefixed message (grpc/grpc `doc/PROTOCOL-HTTP2.md`, "Length-Prefixed-Message"):
 *
 *     +---------------+
 *     |Compressed (8) |                              0: as it is, 1: compressed; nothing else
 *     +---------------+---------------+---------------+---------------+
 *     |                 Length of the payload (32, big-endian)        |
 *     +---------------------------------------------------------------+
 *     |                          Payload (*)                        ...
 *     +---------------------------------------------------------------+
 *
 * How the payload was compressed is not said here but once a call, in the header `grpc-encoding`.
 */
export const PREFIX_SIZE = 5;

export interface Message {
  /** The payload is still compressed, as the call's `grpc-encoding` says. */
  compressed: boolean;
  payload: Uint8Array;
}

/** The five-byte prefix, then `payload`, which the caller has compressed already or not. */
export function encodeMessage(payload: Uint8Array, compressed = false): Uint8Array {
  const message = new Uint8Array(PREFIX_SIZE + payload.length);
  message[0] = compressed ? 1 : 0;
  new DataView(message.buffer).setUint32(1, payload.length);
  message.set(payload, PREFIX_SIZE);
  return message;
}

/** Finds the messages of one direction of one call, wherever its bytes were cut. */
export class MessageDecoder {
  readonly #maxSize: number;
  /** What has arrived: `push(chunk)`, `peek(5)`, `take(5 + n)`, `length`, as in frame.ts. */
  readonly #queue = new ByteQueue();

  /** @param maxSize largest payload accepted, in bytes, before decompression */
  constructor(maxSize = MAX_FRAME_SIZE) {
    this.#maxSize = maxSize;
  }

  /**
   * Takes the next chunk; returns the messages that are complete now.
   * @throws FrameError `too-large` or `bad-flag`; the call cannot go on after that
   */
  push(chunk: Uint8Array): Message[] {
    this.#queue.push(chunk);
    const messages: Message[] = [];
    for (let message = this.#next(); message !== undefined; message = this.#next()) {
      messages.push(message);
    }
    return messages;
  }

  /** @throws FrameError `truncated` if a message has begun and not ended */
  end(): void {
    if (this.#queue.length > 0) {
      throw new FrameError(
        'truncated',
        `the stream ended in the middle of a message, ${this.#queue.length} bytes into it`,
      );
    }
  }

  /** The next whole message of the queue, `undefined` while it has not all come. */
  #next(): Message | undefined {
    const prefix = this.#queue.peek(PREFIX_SIZE);
    if (prefix === undefined) return undefined;
    const view = new DataView(prefix.buffer, prefix.byteOffset);
    const flag = view.getUint8(0);
    if (flag > 1) {
      throw new FrameError('bad-flag', `the compressed flag is ${flag}; only 0 and 1 exist`);
    }
    const length = view.getUint32(1);
    if (length > this.#maxSize) {
      throw new FrameError(
        'too-large',
        `a message of ${length} bytes was announced, the limit is ${this.#maxSize}`,
      );
    }
    const bytes = this.#queue.take(PREFIX_SIZE + length);
    return bytes && { compressed: flag === 1, payload: bytes.subarray(PREFIX_SIZE) };
  }
}
