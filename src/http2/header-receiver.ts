import { HpackDecoder } from '#hpack/decoder';
import type { DecodedField } from '#hpack/header-field';
import { HpackError } from '#hpack/hpack-error';
import type { ConnectionContext } from './connection-context.ts';
import { ErrorCode } from './error-code.ts';
import { FieldKind } from './field-kind.ts';
import type { HeaderBlock } from './header-block.ts';
import {
  checkRequest,
  checkResponse,
  checkTrailers,
  type HeaderFacts,
} from './header-validation.ts';
import { connectionError } from './http2-error.ts';
import { LiveStream } from './live-stream.ts';
import type { StreamErrors } from './stream-errors.ts';

/** What a whole header block means: a new stream, a response, or trailers. */
export class HeaderReceiver {
  readonly decoder: HpackDecoder;
  /** A server that is going away: requests above this id are skipped (RFC 9113 §6.8). */
  lastAccepted = Number.POSITIVE_INFINITY;
  readonly #context: ConnectionContext;
  readonly #errors: StreamErrors;

  constructor(context: ConnectionContext, errors: StreamErrors) {
    this.#context = context;
    this.#errors = errors;
    this.decoder = new HpackDecoder({
      maxTableSize: context.local.headerTableSize,
      maxListSize: context.limits.maxHeaderListSize,
    });
  }

  /** Every block is decoded, also one that nobody wants: it changes the table for the next. */
  receive(block: HeaderBlock): void {
    const { streamId } = block;
    const fields = this.#decode(block.bytes);
    const stream = this.#context.streams.get(streamId);
    if (stream !== undefined) this.#onOpenStream(stream, block, fields);
    else if (this.#context.role === 'server' && streamId % 2 === 1) this.#onNewId(block, fields);
    else this.#errors.frameWithoutStream(streamId, 'HEADERS');
  }

  #decode(bytes: Uint8Array): DecodedField[] | undefined {
    try {
      return this.decoder.decode(bytes);
    } catch (error) {
      if (!(error instanceof HpackError)) throw error;
      throw connectionError(ErrorCode.COMPRESSION_ERROR, error.message);
    }
  }

  #onNewId(block: HeaderBlock, fields: DecodedField[] | undefined): void {
    const { streamId, endStream } = block;
    const { streams, limits, handler, guards, now } = this.#context;
    if (streamId <= streams.lastId) {
      this.#errors.frameWithoutStream(streamId, 'HEADERS');
      return;
    }
    if (streamId > this.lastAccepted) {
      guards.ignored.spend(now);
      return;
    }
    streams.lastId = streamId;
    if (streams.size >= limits.maxConcurrentStreams) {
      this.#errors.refuse(streamId, ErrorCode.REFUSED_STREAM);
      return;
    }
    if (fields === undefined) {
      this.#errors.refuse(streamId, ErrorCode.ENHANCE_YOUR_CALM);
      return;
    }
    const facts = checkRequest(fields);
    if (typeof facts === 'string' || block.dependsOn === streamId) {
      this.#errors.refuse(streamId, ErrorCode.PROTOCOL_ERROR);
      return;
    }
    const stream = new LiveStream(this.#context, streamId);
    if (!readContentLength(stream, facts, endStream)) {
      this.#errors.refuse(streamId, ErrorCode.PROTOCOL_ERROR);
      return;
    }
    stream.headersReceived = true;
    stream.advance('receive headers');
    if (endStream) stream.advance('receive end');
    streams.add(stream);
    const streamHandler = handler.stream?.(stream, fields, endStream);
    stream.handler = streamHandler;
    if (streamHandler === undefined) stream.reset(ErrorCode.REFUSED_STREAM);
    else if (stream.closed) streamHandler.close(stream.closeError);
  }

  #onOpenStream(stream: LiveStream, block: HeaderBlock, fields: DecodedField[] | undefined): void {
    const { endStream } = block;
    if (!stream.advance('receive headers')) {
      this.#errors.fail(stream, ErrorCode.STREAM_CLOSED, 'HEADERS after END_STREAM (§5.1)');
      return;
    }
    if (fields === undefined) {
      this.#errors.fail(stream, ErrorCode.ENHANCE_YOUR_CALM, 'the header list is too large');
      return;
    }
    const problem =
      block.dependsOn === stream.id
        ? 'a stream that depends on itself'
        : stream.headersReceived
          ? this.#trailers(stream, fields, endStream)
          : this.#response(stream, fields, endStream);
    if (problem !== undefined) {
      this.#errors.fail(stream, ErrorCode.PROTOCOL_ERROR, problem);
      return;
    }
    if (stream.closed) this.#context.streams.close(stream, 'ended');
  }

  #trailers(stream: LiveStream, fields: DecodedField[], endStream: boolean): string | undefined {
    if (!endStream) return 'trailers that do not end the stream (§8.1)';
    const problem = checkTrailers(fields);
    if (problem !== undefined) return problem;
    if (stream.contentLeft > 0) return 'less content than content-length says (§8.1.1)';
    stream.advance('receive end');
    stream.handler?.trailers?.(fields);
    return undefined;
  }

  #response(stream: LiveStream, fields: DecodedField[], endStream: boolean): string | undefined {
    const facts = checkResponse(fields);
    if (typeof facts === 'string') return facts;
    const status = facts[FieldKind.STATUS]!;
    if (status.startsWith('1')) {
      // 101 is HTTP/1.1's way to change protocols and does not exist here (§8.6).
      if (endStream || status === '101') return 'a wrong interim response (§8.1)';
      this.#context.guards.ignored.spend(this.#context.now); // There is no end to them by itself.
      stream.handler?.informational?.(fields);
      return undefined;
    }
    stream.headersReceived = true;
    if (!readContentLength(stream, facts, endStream)) return 'content-length without content';
    if (endStream) stream.advance('receive end');
    stream.handler?.headers?.(fields, endStream);
    return undefined;
  }
}

/** Notes how much content is promised; `false` where the stream ends before it (§8.1.1). */
function readContentLength(stream: LiveStream, facts: HeaderFacts, endStream: boolean): boolean {
  const length = facts[FieldKind.CONTENT_LENGTH];
  if (length === undefined || stream.headRequest || facts[FieldKind.STATUS] === '304') return true;
  stream.contentLeft = Number(length);
  return !endStream || stream.contentLeft === 0;
}
