import { FrameError } from '#framing/frame-error';
import { type Message, MessageDecoder, PREFIX_SIZE } from '#framing/message';
import { type CompressionSet, DecompressionError, IDENTITY } from './compression.ts';
import { GrpcError } from './grpc-error.ts';
import { Status } from './status.ts';

export interface MessageReaderOptions {
  /** The largest message, before and after decompression, in bytes. */
  maxSize: number;
  /** The peer's `grpc-encoding`. */
  encoding: string | undefined;
  compressions: CompressionSet;
}

/** One direction of one call: DATA in, whole messages out, decompressed and within their limit. */
export class MessageReader {
  readonly #options: MessageReaderOptions;
  /** Only while a message is there in part. */
  #decoder: MessageDecoder | undefined;
  /** Bytes in the decoder that have not come out as messages. */
  #pending = 0;

  constructor(options: MessageReaderOptions) {
    this.#options = options;
  }

  /** @throws GrpcError: the call cannot go on. */
  push(chunk: Uint8Array): Message[] {
    const messages: Message[] = [];
    const rest = this.#decoder ? chunk : this.#takeWhole(chunk, messages);
    if (rest.length > 0) this.#takeCut(rest, messages);
    for (const message of messages) {
      if (message.compressed) message.payload = this.#decompress(message.payload);
    }
    return messages;
  }

  /** @throws GrpcError where the peer stopped in the middle of a message. */
  end(): void {
    if (this.#pending > 0) {
      throw new GrpcError(Status.INTERNAL, 'the stream ended in the middle of a message');
    }
  }

  /**
   * The way that almost all traffic takes: messages that lie whole in the chunk are views into
   * it. Stops at the first that is cut off or odd; that is the decoder's.
   */
  #takeWhole(chunk: Uint8Array, messages: Message[]): Uint8Array {
    let at = 0;
    while (chunk.length - at >= PREFIX_SIZE && chunk[at]! <= 1) {
      const size =
        ((chunk[at + 1]! << 24) |
          (chunk[at + 2]! << 16) |
          (chunk[at + 3]! << 8) |
          chunk[at + 4]!) >>>
        0;
      const end = at + PREFIX_SIZE + size;
      if (size > this.#options.maxSize || end > chunk.length) break;
      messages.push({
        compressed: chunk[at] === 1,
        payload: chunk.subarray(at + PREFIX_SIZE, end),
      });
      at = end;
    }
    return at === 0 ? chunk : chunk.subarray(at);
  }

  #takeCut(chunk: Uint8Array, messages: Message[]): void {
    this.#decoder ??= new MessageDecoder(this.#options.maxSize);
    this.#pending += chunk.length;
    try {
      for (const message of this.#decoder.push(chunk)) {
        this.#pending -= PREFIX_SIZE + message.payload.length;
        messages.push(message);
      }
    } catch (error) {
      throw error instanceof FrameError ? fromFrameError(error) : error;
    }
    if (this.#pending === 0) this.#decoder = undefined;
  }

  #decompress(payload: Uint8Array): Uint8Array {
    const { encoding = IDENTITY, compressions, maxSize } = this.#options;
    if (encoding === IDENTITY) {
      throw new GrpcError(
        Status.INTERNAL,
        'a message is compressed, but no grpc-encoding says how',
      );
    }
    const compression = compressions.get(encoding);
    if (compression === undefined) {
      // A server has refused it before the first message; a client finds out here.
      throw new GrpcError(Status.INTERNAL, `compressed by '${encoding}', which was not offered`);
    }
    try {
      return compression.decompress(payload, maxSize);
    } catch (error) {
      if (!(error instanceof DecompressionError)) throw error;
      const code = error.reason === 'too-large' ? Status.RESOURCE_EXHAUSTED : Status.INTERNAL;
      throw new GrpcError(code, error.message);
    }
  }
}

function fromFrameError(error: FrameError): GrpcError {
  const code = error.code === 'too-large' ? Status.RESOURCE_EXHAUSTED : Status.INTERNAL;
  return new GrpcError(code, error.message);
}
