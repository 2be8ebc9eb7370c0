import type { HpackDecoder } from '#hpack/decoder';
import type { DecodedField } from '#hpack/header-field';
import { HpackError } from '#hpack/hpack-error';
import { ErrorCode } from '#http2/error-code';
import type { ConnectionHandler } from '#http2/events';
import { connectionError } from '#http2/http2-error';
import { CALL_COST, headersCost } from '#http2/limits/costs';
import type { Guards } from '#http2/limits/guards';
import type { Limits } from '#http2/limits/limits';
import type { Shutdown } from '#http2/protocol/shutdown';
import type { LiveStream } from '#http2/streams/live-stream';
import type { StreamErrors } from '#http2/streams/stream-errors';
import type { StreamTable } from '#http2/streams/stream-table';
import { FieldKind } from './field-kind.ts';
import { HeaderAssembler, type HeaderBlock } from './header-assembler.ts';
import { type HeaderFacts, HeaderValidation } from './header-validation.ts';

/** What a header block may do something to. */
export interface HeaderEffects {
  readonly handler: ConnectionHandler;
  readonly streams: StreamTable;
  readonly shutdown: Shutdown;
  readonly errors: StreamErrors;
  readonly guards: Guards;
}

/** What HEADERS and CONTINUATION do: a whole block is a new stream, a response, or trailers. */
export class HeaderReceiver {
  readonly #role: 'client' | 'server';
  readonly #decoder: HpackDecoder;
  readonly #blocks: HeaderAssembler;
  readonly #maxStreams: number;
  readonly #check = new HeaderValidation();
  readonly #to: HeaderEffects;

  constructor(
    role: 'client' | 'server',
    decoder: HpackDecoder,
    limits: Limits,
    effects: HeaderEffects,
  ) {
    this.#role = role;
    this.#decoder = decoder;
    this.#blocks = new HeaderAssembler(limits.maxHeaderBlockSize, limits.maxContinuations);
    this.#maxStreams = limits.maxConcurrentStreams;
    this.#to = effects;
  }

  /** The stream whose block is still incomplete, or 0. */
  get pendingStream(): number {
    return this.#blocks.pendingStream;
  }

  begin(block: HeaderBlock, endHeaders: boolean): void {
    if (endHeaders) this.#whole(block);
    else this.#blocks.begin(block);
  }

  continue(fragment: Uint8Array, endHeaders: boolean): void {
    const block = this.#blocks.add(fragment, endHeaders);
    if (block !== undefined) this.#whole(block);
  }

  /** Every block is decoded, also one that nobody wants: it changes the table for the next. */
  #whole(block: HeaderBlock): void {
    const { streamId } = block;
    const fields = this.#decode(block.bytes);
    const stream = this.#to.streams.get(streamId);
    if (stream !== undefined) this.#onOpenStream(stream, block, fields);
    else if (this.#role === 'server' && streamId % 2 === 1) this.#onNewId(block, fields);
    else this.#to.errors.frameWithoutStream(streamId, 'HEADERS');
  }

  #decode(bytes: Uint8Array): DecodedField[] | undefined {
    try {
      return this.#decoder.decode(bytes);
    } catch (error) {
      if (!(error instanceof HpackError)) throw error;
      throw connectionError(ErrorCode.COMPRESSION_ERROR, error.message);
    }
  }

  #onNewId(block: HeaderBlock, fields: DecodedField[] | undefined): void {
    const { streamId, endStream } = block;
    const { streams, shutdown, errors, guards } = this.#to;
    if (!streams.ids.canBegin(streamId)) {
      errors.frameWithoutStream(streamId, 'HEADERS');
      return;
    }
    if (streamId > shutdown.lastAccepted) {
      guards.spend('ignored');
      return;
    }
    streams.ids.begin(streamId);
    if (streams.size >= this.#maxStreams) {
      errors.refuse(streamId, ErrorCode.REFUSED_STREAM);
      return;
    }
    if (streams.occupied >= this.#maxStreams) {
      errors.postpone(streamId);
      return;
    }
    if (fields === undefined) {
      errors.refuse(streamId, ErrorCode.ENHANCE_YOUR_CALM);
      return;
    }
    const facts = this.#check.request(fields);
    if (typeof facts === 'string' || block.dependsOn === streamId) {
      errors.refuse(streamId, ErrorCode.PROTOCOL_ERROR);
      return;
    }
    const stream = streams.create(streamId);
    if (!readContentLength(stream, facts, endStream)) {
      errors.refuse(streamId, ErrorCode.PROTOCOL_ERROR);
      return;
    }
    if (!stream.charge(CALL_COST + headersCost(fields))) {
      errors.postpone(streamId);
      return;
    }
    this.#open(stream, fields, endStream);
  }

  #open(stream: LiveStream, fields: DecodedField[], endStream: boolean): void {
    const { streams, handler } = this.#to;
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
    const { streams, errors } = this.#to;
    const { endStream } = block;
    if (!stream.advance('receive headers')) {
      errors.fail(stream, ErrorCode.STREAM_CLOSED, 'HEADERS after END_STREAM (§5.1)');
      return;
    }
    if (fields === undefined) {
      errors.fail(stream, ErrorCode.ENHANCE_YOUR_CALM, 'the header list is too large');
      return;
    }
    if (!stream.charge(headersCost(fields))) {
      errors.fail(stream, ErrorCode.ENHANCE_YOUR_CALM, 'the connection holds too much already');
      return;
    }
    const problem =
      block.dependsOn === stream.id
        ? 'a stream that depends on itself'
        : stream.headersReceived
          ? this.#trailers(stream, fields, endStream)
          : this.#response(stream, fields, endStream);
    if (problem !== undefined) errors.fail(stream, ErrorCode.PROTOCOL_ERROR, problem);
    else if (stream.closed) streams.close(stream, 'ended');
  }

  #trailers(stream: LiveStream, fields: DecodedField[], endStream: boolean): string | undefined {
    if (!endStream) return 'trailers that do not end the stream (§8.1)';
    const problem = this.#check.trailers(fields);
    if (problem !== undefined) return problem;
    if (!stream.countContent(0, true)) return 'less content than content-length says (§8.1.1)';
    stream.advance('receive end');
    stream.handler?.trailers?.(fields);
    return undefined;
  }

  #response(stream: LiveStream, fields: DecodedField[], endStream: boolean): string | undefined {
    const facts = this.#check.response(fields);
    if (typeof facts === 'string') return facts;
    const status = facts[FieldKind.STATUS]!;
    if (status.startsWith('1')) {
      // 101 is HTTP/1.1's way to change protocols and does not exist here (§8.6).
      if (endStream || status === '101') return 'a wrong interim response (§8.1)';
      this.#to.guards.spend('ignored'); // Nothing else limits their number.
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

/** Notes how much content is promised; `false`: the stream ends before it (§8.1.1). */
function readContentLength(stream: LiveStream, facts: HeaderFacts, endStream: boolean): boolean {
  const length = facts[FieldKind.CONTENT_LENGTH];
  if (length === undefined || stream.headRequest || facts[FieldKind.STATUS] === '304') return true;
  return stream.expectContent(Number(length), endStream);
}
