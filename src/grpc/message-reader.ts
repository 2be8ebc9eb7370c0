import { FrameError } from '#framing/frame-error';
import { MessageScanner } from '#grpc/message-scanner';
import {
  type Compression,
  type CompressionSet,
  DecompressionError,
  IDENTITY,
} from './compression.ts';
import { GrpcError } from './grpc-error.ts';
import { Status } from './status.ts';

export interface MessageReaderOptions {
  /** The largest message, before and after decompression, in bytes. */
  maxSize: number;
  /** The peer's `grpc-encoding`. */
  encoding: string | undefined;
  compressions: CompressionSet;
}

/**
 * A message that came compressed, and stays so until somebody reads it: 4 KiB may be 4 MiB of
 * zeros, and a stream that nobody reads may hold hundreds of them.
 */
export class PackedMessage {
  readonly #bytes: Uint8Array;
  readonly #compression: Compression;
  readonly #maxSize: number;

  constructor(bytes: Uint8Array, compression: Compression, maxSize: number) {
    this.#bytes = bytes;
    this.#compression = compression;
    this.#maxSize = maxSize;
  }

  /** @throws GrpcError: it is corrupt, or inflates to more than is allowed. */
  unpack(): Uint8Array {
    try {
      return this.#compression.decompress(this.#bytes, this.#maxSize);
    } catch (error) {
      if (!(error instanceof DecompressionError)) throw error;
      const code = error.reason === 'too-large' ? Status.RESOURCE_EXHAUSTED : Status.INTERNAL;
      throw new GrpcError(code, error.message);
    }
  }
}

/** A message as it arrived: its bytes, or what `unpack` makes bytes of. */
export type Payload = Uint8Array | PackedMessage;

/** @throws GrpcError as `PackedMessage.unpack` does. */
export function bytesOf(payload: Payload): Uint8Array {
  return payload instanceof PackedMessage ? payload.unpack() : payload;
}

/** One direction of one call: DATA in, whole messages out, within their limit. */
export class MessageReader {
  readonly #options: MessageReaderOptions;
  readonly #decoder: MessageScanner;

  constructor(options: MessageReaderOptions) {
    this.#options = options;
    this.#decoder = new MessageScanner(options.maxSize);
  }

  /** @throws GrpcError: the call cannot go on. */
  push(chunk: Uint8Array): Payload[] {
    try {
      return this.#decoder
        .push(chunk)
        .map(({ compressed, payload }) => (compressed ? this.#packed(payload) : payload));
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

  #packed(payload: Uint8Array): PackedMessage {
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
    return new PackedMessage(payload, compression, maxSize);
  }
}

function fromFrameError(error: FrameError): GrpcError {
  const code = error.code === 'too-large' ? Status.RESOURCE_EXHAUSTED : Status.INTERNAL;
  return new GrpcError(code, error.message);
}
