import { FrameError } from '#framing/frame-error';
import { PREFIX_SIZE } from '#framing/message';
import { MessageScanner } from '#grpc/message-scanner';
import type { ByteBudget } from './byte-budget.ts';
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
  /** What messages that have begun and not ended may take, here and wherever else it is given. */
  partial?: ByteBudget | undefined;
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
  /** What has come of a message that is not whole, its prefix included. */
  #unfinished = 0;

  constructor(options: MessageReaderOptions) {
    this.#options = options;
    this.#decoder = new MessageScanner(options.maxSize);
  }

  /** @throws GrpcError: the call cannot go on. */
  push(chunk: Uint8Array): Payload[] {
    try {
      const messages = this.#decoder.push(chunk);
      let unfinished = this.#unfinished + chunk.length;
      for (const { payload } of messages) unfinished -= PREFIX_SIZE + payload.length;
      if (unfinished !== this.#unfinished) this.#account(unfinished);
      return messages.map(({ compressed, payload }) =>
        compressed ? this.#packed(payload) : payload,
      );
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

  /** Nothing more will be pushed: what was begun counts no longer. */
  release(): void {
    this.#account(0);
  }

  #account(unfinished: number): void {
    if (this.#options.partial?.take(unfinished - this.#unfinished) === false) {
      throw new GrpcError(
        Status.RESOURCE_EXHAUSTED,
        'the unfinished messages of this connection are too large together',
      );
    }
    this.#unfinished = unfinished;
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
