// ── Task 4 ──
// Three lines of this file are wrong, each in one thing. Each of them breaks one or two cases of
// gRPC’s interoperability tests; all else goes well. Find them by the case that fails: what does it
// send, what should come back, and which method of this file is on the way?
import { PREFIX_SIZE } from '#framing/message';
import type { Compression } from '#grpc/compression/compression';
import { GrpcError } from '#grpc/grpc-error';
import {
  MessageReceiver,
  type MessageReceiverOptions,
  type MessageSink,
} from '#grpc/messages/message-receiver';
import { outgoingMessage, sendMessage } from '#grpc/messages/outgoing-message';
import type { Metadata } from '#grpc/metadata';
import { sendableTrailers, sendableTrailersOnly, withTrailers } from '#grpc/server/sendable-status';
import { Status, type StatusObject } from '#grpc/status';
import { checkHeaderListSize } from '#grpc/wire/header-list-size';
import { responseHeaders } from '#grpc/wire/response-headers';
import type { HeaderField } from '#hpack/header-field';
import { ErrorCode } from '#http2/error-code';
import type { StreamHandler } from '#http2/events';
import type { Http2Error } from '#http2/http2-error';
import type { Budget } from '#http2/limits/budget';
import type { Http2Stream } from '#http2/stream';

/** Who hears what a client sends in one call. */
export interface RequestHandler extends MessageSink {
  /** The client has sent all. */
  end(): void;
  /** There is room for more messages to send. */
  drain(): void;
  /** The bytes broke a rule, or could not be dealt with: the call is to end with this. */
  failed(error: unknown): void;
  /** The client is gone, or has cancelled: nobody waits for an answer. */
  lost(status: StatusObject): void;
}

const NOTHING = new Uint8Array(0);

/** How large what we send may be, in bytes. */
export interface OutgoingLimits {
  /** One message, before compression. */
  maxSendSize: number;
  /** Headers or trailers, as the client has it. */
  maxHeaderListSize: number;
}

/** One call as a server speaks it on one HTTP/2 stream: the wire's side, without the handler's. */
export class ServerStream implements StreamHandler {
  readonly #stream: Http2Stream;
  readonly #handler: RequestHandler;
  readonly #receiver: MessageReceiver;
  readonly #limits: OutgoingLimits;
  readonly #budget: Budget;
  #compression: Compression | undefined;
  #receivedEnd: boolean;
  #sentHeaders = false;
  #ended = false;
  #resetWhenDrained = false;

  /** @param endStream the client has already sent all. */
  constructor(
    stream: Http2Stream,
    endStream: boolean,
    handler: RequestHandler,
    incoming: MessageReceiverOptions,
    limits: OutgoingLimits,
  ) {
    this.#stream = stream;
    this.#receivedEnd = endStream;
    this.#handler = handler;
    this.#receiver = new MessageReceiver(stream, handler, incoming);
    this.#limits = limits;
    this.#budget = incoming.budget;
  }

  get sentHeaders(): boolean {
    return this.#sentHeaders;
  }

  /** Sends the response's headers, once. @throws Error if they cannot be sent; then none are. */
  sendHeaders(metadata: Metadata | undefined, compression?: Compression): void {
    if (this.#sentHeaders || this.#ended) return;
    if (metadata === undefined && compression === undefined) {
      plainHeaders ??= responseHeaders();
      this.#stream.sendHeaders(plainHeaders);
    } else {
      const headers = responseHeaders({ metadata, encoding: compression?.name });
      checkHeaderListSize(headers, 'the response', this.#limits.maxHeaderListSize);
      this.#stream.sendHeaders(headers);
    }
    this.#sentHeaders = true;
    this.#compression = compression;
  }

  /**
   * @param asIs not compressed, although its call is.
   * @returns false: wait for `drain`.
   * @throws GrpcError RESOURCE_EXHAUSTED if the response is above our own limit, or would have to
   *   wait while the client does not read what waits already.
   */
  send(encoded: Uint8Array, asIs = false): boolean {
    if (this.#ended || encoded.length === 0) return true;
    const compression = asIs ? undefined : this.#compression;
    const message = outgoingMessage(encoded, compression, this.#limits.maxSendSize, 'response');
    const { length } = message.bytes;
    if (this.#budget.exhausted || !this.#stream.canSend(PREFIX_SIZE + length)) {
      throw new GrpcError(Status.RESOURCE_EXHAUSTED, 'too many responses wait for the client');
    }
    return sendMessage(this.#stream, message, false);
  }

  /**
   * Sends the status, behind all messages. Without any message it is the whole answer.
   * @param trailers go out behind the status's own metadata.
   * @throws Error if any of it cannot be sent; then the call has not ended.
   */
  end(outcome: StatusObject, headers?: Metadata, trailers?: Metadata): void {
    if (this.#ended) return;
    if (headers && headers.size > 0) this.sendHeaders(headers);
    const status = withTrailers(outcome, headers);
    const { maxHeaderListSize: limit } = this.#limits;
    if (this.#sentHeaders) this.#stream.sendTrailers(sendableTrailers(status, limit));
    else this.#stream.sendHeaders(sendableTrailersOnly(status, limit), true);
    this.#ended = true;
    this.ignoreRequests();
    // Answered before the client was done: it may stop sending (RFC 9113 §8.1).
    if (this.#receivedEnd) return;
    if (this.#stream.queuedBytes > 0) this.#resetWhenDrained = true;
    else this.#stream.reset(ErrorCode.NO_ERROR);
  }

  /** The client has sent all. */
  get receivedEnd(): boolean {
    return this.#receivedEnd;
  }

  /** The requests that still come are thrown away. */
  ignoreRequests(): void {
    this.#receiver.ignore();
  }

  /** The handler has caught up: the client may send more. */
  resume(): void {
    this.#receiver.resume();
  }

  /**
   * The handler has a request that takes so much memory, in bytes; 0: it has none any more.
   * @throws GrpcError RESOURCE_EXHAUSTED if that is too much.
   */
  inHand(bytes: number): void {
    this.#receiver.inHand(bytes);
  }

  /** The handler is at work: its place is taken until `release`, whatever becomes of the stream. */
  hold(): void {
    this.#stream.hold();
  }

  release(): void {
    this.#receiver.inHand(0);
    this.#stream.release();
  }

  data(chunk: Uint8Array, endStream: boolean): void {
    if (endStream) this.#receivedEnd = true;
    try {
      this.#receiver.push(chunk);
      if (endStream) this.#receiver.end();
    } catch (error) {
      // Nothing may get past this: it would cost the whole connection.
      this.#receiver.ignore();
      this.#handler.failed(error);
    }
    if (endStream && !this.#receiver.ignoring) this.#handler.end();
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
    this.ignoreRequests();
    const details = error ? `the client went away: ${error.message}` : 'the client went away';
    this.#handler.lost({ code: Status.CANCELLED, details });
  }
}

/** The same object each time, so that the header encoder recognizes it. */
let plainHeaders: HeaderField[] | undefined;
