import { FrameError } from '#framing/frame-error';
import type { Message } from '#framing/message';
import { MessageScanner } from '#grpc/message-scanner';
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
  readonly #decoder: MessageScanner;

  constructor(options: MessageReaderOptions) {
    this.#options = options;
    this.#decoder = new MessageScanner(options.maxSize);
  }

  /** @throws GrpcError: the call cannot go on. */
  push(chunk: Uint8Array): Message[] {
    try {
      const messages = this.#decoder.push(chunk);
      for (const message of messages) {
        if (message.compressed) message.payload = this.#decompress(message.payload);
      }
      return messages;
    } catch (error) {
      throw error instanceof FrameError ? fromFrameError(error) : error;
    }
  }

  /** @throws GrpcError where the peer stopped in the middle of a message. */
  end(): void {
    try {
      this.#decoder.end();
    } catch (error) {
      throw error instanceof FrameError ? fromFrameError(error) : error;
    }
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
