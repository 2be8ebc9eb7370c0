import type { CompressionSet } from '#grpc/compression/compression-set';
import { GrpcError } from '#grpc/grpc-error';
import type { InflationLimit } from '#grpc/inflation-limit';
import { MAX_DISCARDED_BYTES } from '#grpc/limits';
import { MessageReceiver, type MessageSink } from '#grpc/messages/message-receiver';
import { type OutgoingMessage, sendMessage } from '#grpc/messages/outgoing-message';
import type { Metadata } from '#grpc/metadata';
import { Status, type StatusObject } from '#grpc/status';
import { errorText } from '#grpc/user-code';
import { excerpt } from '#grpc/wire/excerpt';
import { type Head, readHead } from '#grpc/wire/head';
import { checkHeaderListSize } from '#grpc/wire/header-list-size';
import { statusFromReset } from '#grpc/wire/reset-status';
import { statusOfHeaders } from '#grpc/wire/response-headers';
import { statusOfTrailers } from '#grpc/wire/trailers';
import type { HeaderField } from '#hpack/header-field';
import type { Http2Connection } from '#http2/connection';
import { ErrorCode } from '#http2/error-code';
import type { StreamHandler } from '#http2/events';
import type { Http2Error } from '#http2/http2-error';
import type { Budget } from '#http2/limits/budget';
import type { Http2Stream } from '#http2/stream';

/** Who hears what a server answers. */
export interface ResponseHandler extends MessageSink {
  headers(metadata: Metadata | undefined): void;
  /** There is room for more messages to send. */
  drain(): void;
  /** Exactly once, always last. */
  end(status: StatusObject): void;
}

export interface ClientStreamOptions {
  /** The largest response, in bytes. */
  maxReceiveSize: number;
  compressions: CompressionSet;
}

const NOTHING = new Uint8Array(0);

/** One call as a client speaks it on one HTTP/2 stream: headers, messages, trailers. */
export class ClientStream implements StreamHandler {
  readonly #stream: Http2Stream;
  readonly #budget: Budget;
  readonly #inflation: InflationLimit | undefined;
  readonly #options: ClientStreamOptions;
  readonly #handler: ResponseHandler;
  /** Made when the headers have come and are right. */
  #receiver: MessageReceiver | undefined;
  /** What is wrong with the response's headers; the trailers may still say more. */
  #fault: StatusObject | undefined;
  #discarded = 0;
  #sentEnd = false;
  #ended = false;
  /** The server has not touched this call: sending it again cannot do it twice. */
  unprocessed = false;

  /**
   * @throws GrpcError RESOURCE_EXHAUSTED if the headers are larger than the server takes.
   * @throws Error if the headers cannot be sent, or the connection has no room for a stream.
   */
  constructor(
    http2: Http2Connection,
    fields: readonly HeaderField[],
    options: ClientStreamOptions,
    handler: ResponseHandler,
    inflation?: InflationLimit,
  ) {
    this.#options = options;
    this.#handler = handler;
    checkHeaderListSize(fields, 'the request', http2.remoteSettings.maxHeaderListSize);
    this.#budget = http2.budget;
    this.#inflation = inflation;
    this.#stream = http2.open(fields, false, this);
  }

  /** @param last the client sends nothing more. @returns false: wait for `drain`. */
  send(message: OutgoingMessage, last: boolean): boolean {
    if (this.#ended) return true;
    if (last) this.#sentEnd = true;
    return sendMessage(this.#stream, message, last);
  }

  /** The client sends no more messages. */
  halfClose(): void {
    if (this.#ended) return;
    this.#sentEnd = true;
    this.#stream.sendData(NOTHING, true);
  }

  /** Gives up: the handler hears nothing more of this call, not even its `end`. */
  cancel(): void {
    this.#receiver?.ignore();
    if (this.#ended) return;
    this.#ended = true;
    this.#stream.reset(ErrorCode.CANCEL);
  }

  /** The reader has caught up: the server may send more. */
  resume(): void {
    this.#receiver?.resume();
  }

  headers(fields: readonly HeaderField[], endStream: boolean): void {
    if (this.#ended) return;
    const head = readHead(fields);
    this.#fault = statusOfHeaders(head, endStream);
    if (this.#fault) {
      if (endStream) this.#end(this.#fault);
      return;
    }
    const { maxReceiveSize: maxSize, compressions } = this.#options;
    const budget = this.#budget;
    const inflation = this.#inflation;
    const options = { maxSize, encoding: head.encoding, compressions, budget, inflation };
    this.#receiver = new MessageReceiver(this.#stream, this.#handler, options);
    this.#handler.headers(head.metadata);
  }

  data(chunk: Uint8Array, endStream: boolean): void {
    try {
      if (this.#receiver) this.#receiver.push(chunk);
      else this.#discard(chunk);
    } catch (error) {
      this.#fail(error);
    }
    if (endStream) this.#end(this.#fault ?? NO_TRAILERS);
  }

  trailers(fields: readonly HeaderField[]): void {
    if (this.#ended) return;
    const head = readHead(fields);
    const status = statusOfTrailers(head, this.#fault ?? faultOfTrailers(head));
    try {
      if (status.code === Status.OK) this.#receiver?.end();
    } catch (error) {
      this.#fail(error);
    }
    this.#end(status);
  }

  drain(): void {
    if (!this.#ended) this.#handler.drain();
  }

  close(error?: Http2Error): void {
    if (this.#ended) return;
    this.#over();
    this.unprocessed = error?.unprocessed ?? false;
    this.#handler.end(statusOfClose(error));
  }

  /** The body of a response that is not gRPC: nobody wants it, and it may not go on for ever. */
  #discard(chunk: Uint8Array): void {
    this.#stream.consume(chunk.length);
    this.#discarded += chunk.length;
    if (this.#fault && this.#discarded > MAX_DISCARDED_BYTES) this.#end(this.#fault);
  }

  /** Nothing may get past this: it would cost the whole connection. */
  #fail(cause: unknown): void {
    if (this.#ended) return;
    this.#over();
    this.#stream.reset(ErrorCode.CANCEL);
    const details = `the response cannot be dealt with: ${errorText(cause)}`;
    this.#handler.end(cause instanceof GrpcError ? cause : { code: Status.INTERNAL, details });
  }

  #end(status: StatusObject): void {
    if (this.#ended) return;
    this.#over();
    // The server needs no more of our request, and must not wait for its end (RFC 9113 §8.1).
    if (!this.#sentEnd) this.#stream.reset(ErrorCode.NO_ERROR);
    this.#handler.end(status);
  }

  #over(): void {
    this.#ended = true;
    this.#receiver?.finish();
  }
}

const NO_TRAILERS: StatusObject = Object.freeze({
  code: Status.INTERNAL,
  details: 'the server ended the call without trailers',
});

/** Trailers of which a part cannot be read are not the end of a call that went well. */
function faultOfTrailers({ malformed }: Head): StatusObject | undefined {
  if (malformed === undefined) return undefined;
  const details = `'${excerpt(malformed)}' in the trailers is not base64`;
  return { code: Status.INTERNAL, details };
}

/** A stream that ended without trailers: by reset, or because its connection broke. */
function statusOfClose(error: Http2Error | undefined): StatusObject {
  if (error === undefined) return NO_TRAILERS;
  const code = error.scope === 'connection' ? Status.UNAVAILABLE : statusFromReset(error.code);
  return { code, details: error.message };
}
