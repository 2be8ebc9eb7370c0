import { FrameError } from '#framing/frame-error';
import type { CompressionSet } from '#grpc/compression/compression-set';
import { type GrpcError, refusal } from '#grpc/grpc-error';
import type { InflationLimit } from '#grpc/inflation-limit';
import { MessageScanner } from '#grpc/messages/message-scanner';
import { Status } from '#grpc/status';
import type { Budget } from '#http2/limits/budget';
import { messageCost } from '#http2/limits/costs';
import { MessageAccount } from './message-account.ts';
import { PackedMessage, type Payload } from './payload.ts';

export interface MessageReceiverOptions {
  /** The largest message, before and after decompression, in bytes. */
  maxSize: number;
  /** The peer's `grpc-encoding`. */
  encoding: string | undefined;
  compressions: CompressionSet;
  /** The connection's: what is held for this call is charged to it. */
  budget: Budget;
  /** The connection's: what its compressed messages may become. None: only each by itself is limited. */
  inflation?: InflationLimit | undefined;
}

/** Who takes the messages. */
export interface MessageSink {
  /** @returns false: the message waits for its reader, so hold the peer back until `resume`. */
  message(payload: Payload): boolean;
}

/** The HTTP/2 stream from which they come: it gives the peer credit for what was read. */
export interface CreditedStream {
  consume(octets: number): void;
}

/**
 * One direction of one call, on either side: DATA goes in, whole messages come out, and the peer
 * gets credit for the octets once the messages have a reader.
 */
export class MessageReceiver {
  readonly #stream: CreditedStream;
  readonly #sink: MessageSink;
  readonly #options: MessageReceiverOptions;
  readonly #scanner: MessageScanner;
  readonly #account: MessageAccount;
  /** Messages wait for their reader: until it has caught up, the peer gets no credit. */
  #held = false;
  /** The octets that came meanwhile: HTTP/2 has charged them, and does so until they are consumed. */
  #owed = 0;
  /** What the messages cost that wait, their octets included. */
  #waiting = 0;
  #ignoring = false;

  constructor(stream: CreditedStream, sink: MessageSink, options: MessageReceiverOptions) {
    this.#stream = stream;
    this.#sink = sink;
    this.#options = options;
    this.#scanner = new MessageScanner(options.maxSize);
    this.#account = new MessageAccount(options.budget);
  }

  /** What still comes is thrown away, and nobody is told of it. */
  get ignoring(): boolean {
    return this.#ignoring;
  }

  /** @throws GrpcError if the call cannot go on. What still comes is then ignored. */
  push(chunk: Uint8Array): void {
    try {
      if (!this.#ignoring) this.#deliver(chunk);
    } catch (error) {
      this.finish();
      throw error instanceof FrameError ? asGrpcError(error) : error;
    } finally {
      if (this.#held) this.#owed += chunk.length;
      else this.#stream.consume(chunk.length);
    }
  }

  /** The peer has sent all. @throws GrpcError if it stopped in the middle of a message. */
  end(): void {
    if (this.#ignoring) return;
    try {
      this.#scanner.end();
    } catch (error) {
      this.finish();
      throw error instanceof FrameError ? asGrpcError(error) : error;
    }
  }

  /** The reader has caught up: the peer may send more. */
  resume(): void {
    const owed = this.#owed;
    this.#owed = 0;
    this.#held = false;
    this.#waiting = 0;
    this.#account.setWaiting(0);
    if (owed > 0) this.#stream.consume(owed);
  }

  /**
   * What the reader makes of the message that it has, in bytes, until it takes the next one; 0: it
   * has none any more.
   * @throws GrpcError RESOURCE_EXHAUSTED if that is too much.
   */
  inHand(bytes: number): void {
    this.#account.setInHand(bytes);
  }

  /** Nobody wants the messages that still come: they are thrown away, and the peer gets credit. */
  ignore(): void {
    this.#ignoring = true;
    this.#account.setUnfinished(0);
    this.resume();
  }

  /** No more will come, but what waits will be read, or forgotten with its reader. */
  finish(): void {
    if (!this.#held) {
      this.ignore();
      return;
    }
    this.#ignoring = true;
    this.#account.setUnfinished(0);
    this.#account.outlive(this.#waiting);
  }

  #deliver(chunk: Uint8Array): void {
    const messages = this.#scanner.push(chunk);
    this.#account.setUnfinished(this.#scanner.held);
    for (const { compressed, payload } of messages) {
      if (this.#ignoring) break; // The message before this one has ended the call.
      if (this.#sink.message(compressed ? this.#packed(payload) : payload)) continue;
      this.#held = true;
      this.#waiting += messageCost(payload.length);
    }
    if (this.#ignoring) this.resume();
    else if (this.#held) this.#account.setWaiting(this.#waiting - this.#owed - chunk.length);
  }

  #packed(payload: Uint8Array): PackedMessage {
    const { encoding, compressions, maxSize, inflation } = this.#options;
    return new PackedMessage(payload, compressions.decompressor(encoding), maxSize, inflation);
  }
}

function asGrpcError(error: FrameError): GrpcError {
  const code = error.code === 'too-large' ? Status.RESOURCE_EXHAUSTED : Status.INTERNAL;
  return refusal(code, error.message);
}
