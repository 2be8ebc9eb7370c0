import { responseHeaders } from '#grpc/response-headers';
import { statusTrailers, trailersOnly } from '#grpc/trailers';
import type { HeaderField } from '#hpack/header-field';
import { ErrorCode } from '#http2/error-code';
import type { StreamHandler } from '#http2/events';
import type { Http2Error } from '#http2/http2-error';
import type { Http2Stream } from '#http2/stream';
import type { ByteBudget } from './byte-budget.ts';
import type { Compression, CompressionSet } from './compression.ts';
import { GrpcError } from './grpc-error.ts';
import { MIN_COMPRESSED_BYTES } from './limits.ts';
import { messagePrefix } from './message-prefix.ts';
import { MessageReader, type Payload } from './message-reader.ts';
import type { Metadata } from './metadata.ts';
import { Status, type StatusObject } from './status.ts';

/** Who hears what a client sends in one call. */
export interface RequestHandler {
  /** False: hold the sender back until `resume`. */
  message(payload: Payload): boolean;
  /** The client has sent all. */
  end(): void;
  /** There is room for more messages to send. */
  drain(): void;
  /** The bytes broke a rule: the call is to end with this. */
  failed(error: GrpcError): void;
  /** The client is gone, or has cancelled: nobody waits for an answer. */
  lost(status: StatusObject): void;
}

export interface ServerStreamOptions {
  maxReceiveSize: number;
  maxSendSize: number;
  compressions: CompressionSet;
}

/** One call as a server speaks it on one HTTP/2 stream: the wire's side, without the handler's. */
export class ServerStream implements StreamHandler {
  readonly #stream: Http2Stream;
  readonly #options: ServerStreamOptions;
  readonly #handler: RequestHandler;
  readonly #reader: MessageReader;
  #compression: Compression | undefined;
  /** Messages wait for the handler: until it has caught up, the peer gets no credit. */
  #held = false;
  /** Octets for which it is owed. */
  #owed = 0;
  #receivedEnd: boolean;
  #sentHeaders = false;
  #ended = false;
  /** Nothing that still comes is wanted. */
  #deaf = false;
  #resetWhenDrained = false;

  /** @param partial shared by the streams of a connection: see `MAX_PARTIAL_MESSAGE_BYTES`. */
  constructor(
    stream: Http2Stream,
    endStream: boolean,
    encoding: string | undefined,
    options: ServerStreamOptions,
    partial: ByteBudget,
    handler: RequestHandler,
  ) {
    this.#stream = stream;
    this.#receivedEnd = endStream;
    this.#options = options;
    this.#handler = handler;
    const { maxReceiveSize: maxSize, compressions } = options;
    this.#reader = new MessageReader({ maxSize, compressions, encoding, partial });
  }

  get sentHeaders(): boolean {
    return this.#sentHeaders;
  }

  get ended(): boolean {
    return this.#ended;
  }

  sendHeaders(metadata: Metadata | undefined, compression?: Compression): void {
    if (this.#sentHeaders || this.#ended) return;
    this.#sentHeaders = true;
    this.#compression = compression;
    const plain = metadata === undefined && compression === undefined;
    if (plain) plainHeaders ??= responseHeaders();
    this.#stream.sendHeaders(
      plain ? plainHeaders! : responseHeaders({ metadata, encoding: compression?.name }),
    );
  }

  /**
   * @param asIs not compressed, although its call is.
   * @returns false: wait for `drain`.
   * @throws GrpcError RESOURCE_EXHAUSTED where the message is above our own limit.
   */
  send(payload: Uint8Array, asIs = false): boolean {
    if (this.#ended) return true;
    if (payload.length > this.#options.maxSendSize) {
      const details = `the response has ${payload.length} bytes, ${this.#options.maxSendSize} are allowed`;
      throw new GrpcError(Status.RESOURCE_EXHAUSTED, details);
    }
    const compression =
      asIs || payload.length < MIN_COMPRESSED_BYTES ? undefined : this.#compression;
    const message = compression ? compression.compress(payload) : payload;
    const prefix = messagePrefix(message.length, compression !== undefined);
    return this.#stream.sendData(message, false, prefix);
  }

  /** The status, behind all messages. Without any it is the whole answer. */
  end(status: StatusObject, headers?: Metadata): void {
    if (this.#ended) return;
    if (headers && headers.size > 0) this.sendHeaders(headers);
    this.#ended = true;
    this.#stopListening();
    const ok = status.code === Status.OK && !status.details && !status.metadata;
    if (ok) okTrailers ??= statusTrailers(OK);
    if (!this.#sentHeaders) this.#stream.sendHeaders(trailersOnly(status), true);
    else this.#stream.sendTrailers(ok ? okTrailers! : statusTrailers(status));
    this.resume();
    // Answered before the client was done: it may stop sending (RFC 9113 §8.1).
    if (this.#receivedEnd) return;
    if (this.#stream.queuedBytes > 0) this.#resetWhenDrained = true;
    else this.#stream.reset(ErrorCode.NO_ERROR);
  }

  /** What still comes is thrown away. */
  ignoreRequests(): void {
    this.#stopListening();
    this.resume();
  }

  resume(): void {
    const owed = this.#owed;
    this.#owed = 0;
    this.#held = false;
    if (owed > 0) this.#stream.consume(owed);
  }

  data(chunk: Uint8Array, endStream: boolean): void {
    if (endStream) this.#receivedEnd = true;
    try {
      if (!this.#deaf) {
        for (const message of this.#reader.push(chunk)) {
          if (!this.#handler.message(message)) this.#held = true;
        }
        if (endStream) this.#reader.end();
      }
    } catch (error) {
      this.#stopListening();
      if (!(error instanceof GrpcError)) throw error;
      this.#handler.failed(error);
    }
    if (this.#held && !this.#deaf) this.#owed += chunk.length;
    else this.#stream.consume(chunk.length);
    if (endStream && !this.#deaf) this.#handler.end();
  }

  /** Clients have no trailers in gRPC; whatever stands there, the request is over. */
  trailers(): void {
    this.data(NOTHING, true);
  }

  drain(): void {
    if (this.#resetWhenDrained) this.#stream.reset(ErrorCode.NO_ERROR);
    else if (!this.#ended) this.#handler.drain();
  }

  close(error?: Http2Error): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#stopListening();
    const details = error ? `the client went away: ${error.message}` : 'the client went away';
    this.#handler.lost({ code: Status.CANCELLED, details });
  }

  #stopListening(): void {
    this.#deaf = true;
    this.#reader.release();
  }
}

const NOTHING = new Uint8Array(0);
const OK: StatusObject = { code: Status.OK, details: '' };
/** The same objects each time, so that the header encoder may know them again. */
let plainHeaders: HeaderField[] | undefined;
let okTrailers: HeaderField[] | undefined;
