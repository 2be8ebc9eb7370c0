import { statusOfHeaders } from '#grpc/response-headers';
import { statusOfTrailers } from '#grpc/trailers';
import type { HeaderField } from '#hpack/header-field';
import type { Http2Connection } from '#http2/connection';
import { ErrorCode } from '#http2/error-code';
import type { StreamHandler } from '#http2/events';
import type { Http2Error } from '#http2/http2-error';
import type { Http2Stream } from '#http2/stream';
import type { CompressionSet } from './compression.ts';
import { GrpcError } from './grpc-error.ts';
import { readHead } from './head.ts';
import { MAX_DISCARDED_BYTES } from './limits.ts';
import { MessageReader, type Payload } from './message-reader.ts';
import type { Metadata } from './metadata.ts';
import { statusFromReset } from './reset-status.ts';
import { Status, type StatusCode, type StatusObject } from './status.ts';

/** Who hears what a server answers. */
export interface ResponseHandler {
  headers(metadata: Metadata | undefined): void;
  /** False: hold the sender back until `resume`. */
  message(payload: Payload): boolean;
  /** There is room for more messages to send. */
  drain(): void;
  /** Exactly once, always last. */
  end(status: StatusObject): void;
}

export interface ClientStreamOptions {
  maxReceiveSize: number;
  compressions: CompressionSet;
}

/** One call as a client speaks it on one HTTP/2 stream: headers, messages, trailers. */
export class ClientStream implements StreamHandler {
  readonly #stream: Http2Stream;
  readonly #options: ClientStreamOptions;
  readonly #handler: ResponseHandler;
  #reader: MessageReader | undefined;
  /** What the headers have already spoilt; the trailers may still know better. */
  #fault: StatusObject | undefined;
  #discarded = 0;
  /** Messages wait for their reader: until it has caught up, the peer gets no credit. */
  #held = false;
  /** Octets for which it is owed. */
  #owed = 0;
  #sentEnd = false;
  #ended = false;
  /** The server has not touched this call: sending it again cannot do it twice. */
  unprocessed = false;

  constructor(
    http2: Http2Connection,
    fields: readonly HeaderField[],
    options: ClientStreamOptions,
    handler: ResponseHandler,
  ) {
    this.#options = options;
    this.#handler = handler;
    this.#stream = http2.open(fields, false, this);
  }

  /** Sends a message with its prefix. False: wait for `drain`. */
  send(frame: Uint8Array, last: boolean): boolean {
    if (this.#ended) return true;
    if (last) this.#sentEnd = true;
    return this.#stream.sendData(frame, last);
  }

  /** Gives up: nothing more is heard of this call, and `end` is not called. */
  cancel(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#stream.reset(ErrorCode.CANCEL);
  }

  /** The reader has caught up: the server may send more. */
  resume(): void {
    const owed = this.#owed;
    this.#owed = 0;
    this.#held = false;
    if (owed > 0) this.#stream.consume(owed);
  }

  headers(fields: readonly HeaderField[], endStream: boolean): void {
    if (this.#ended) return;
    const head = readHead(fields);
    this.#fault = statusOfHeaders(head, endStream);
    if (this.#fault) {
      if (endStream) this.#end(this.#fault);
      return;
    }
    this.#reader = new MessageReader({
      maxSize: this.#options.maxReceiveSize,
      encoding: head.encoding,
      compressions: this.#options.compressions,
    });
    this.#handler.headers(head.metadata);
  }

  data(chunk: Uint8Array, endStream: boolean): void {
    if (this.#ended || this.#fault) {
      this.#discard(chunk);
    } else {
      try {
        for (const message of this.#reader?.push(chunk) ?? []) {
          if (this.#ended) break;
          if (!this.#handler.message(message)) this.#held = true;
        }
      } catch (error) {
        this.#fail(error);
      }
      if (this.#held) this.#owed += chunk.length;
      else this.#stream.consume(chunk.length);
    }
    if (endStream) this.#end(this.#fault ?? NO_TRAILERS);
  }

  trailers(fields: readonly HeaderField[]): void {
    if (this.#ended) return;
    const status = statusOfTrailers(readHead(fields), this.#fault);
    try {
      if (status.code === Status.OK) this.#reader?.end();
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
    this.#ended = true;
    this.unprocessed = error?.unprocessed ?? false;
    this.#handler.end(statusOfClose(error));
  }

  /** The body of an answer that is no gRPC: of interest to nobody, and not for ever. */
  #discard(chunk: Uint8Array): void {
    this.#stream.consume(chunk.length);
    this.#discarded += chunk.length;
    if (this.#fault && this.#discarded > MAX_DISCARDED_BYTES) this.#end(this.#fault);
  }

  #fail(error: unknown): void {
    if (!(error instanceof GrpcError)) throw error;
    if (this.#ended) return;
    this.#ended = true;
    this.#stream.reset(ErrorCode.CANCEL);
    this.#handler.end(error);
  }

  #end(status: StatusObject): void {
    if (this.#ended) return;
    this.#ended = true;
    // The server needs no more of us; it must not wait for our end (RFC 9113 §8.1).
    if (!this.#sentEnd) this.#stream.reset(ErrorCode.NO_ERROR);
    this.#handler.end(status);
  }
}

const NO_TRAILERS: StatusObject = {
  code: Status.INTERNAL,
  details: 'the server ended the call without trailers',
};

/** A stream that ended without trailers: by reset, or because its connection broke. */
function statusOfClose(error: Http2Error | undefined): StatusObject {
  if (error === undefined) return NO_TRAILERS;
  return { code: codeOfClose(error), details: error.message };
}

function codeOfClose(error: Http2Error): StatusCode {
  if (error.scope === 'connection') return Status.UNAVAILABLE;
  return statusFromReset(error.code);
}
