import type { ConnectionContext } from './connection-context.ts';
import { ErrorCode } from './error-code.ts';
import { connectionError } from './http2-error.ts';
import type { LiveStream } from './live-stream.ts';
import type { StreamErrors } from './stream-errors.ts';

/**
 * What DATA does (RFC 9113 §6.1). A frame may come in several pieces; its header, which comes
 * first, decides whose it is and whether the windows allow it.
 */
export class DataReceiver {
  readonly #context: ConnectionContext;
  readonly #errors: StreamErrors;
  /** Whose frame is being read; `undefined` where nobody wants it. */
  #stream: LiveStream | undefined;

  constructor(context: ConnectionContext, errors: StreamErrors) {
    this.#context = context;
    this.#errors = errors;
  }

  /** The whole frame counts against both windows, whatever becomes of it (§6.9.1). */
  begin(streamId: number, length: number): void {
    const { receiveWindow, streams, guards } = this.#context;
    this.#stream = undefined;
    guards.dataReceived();
    if (!receiveWindow.receive(length)) {
      throw connectionError(ErrorCode.FLOW_CONTROL_ERROR, 'more DATA than the connection window');
    }
    const stream = streams.get(streamId);
    if (stream === undefined) {
      this.#errors.frameWithoutStream(streamId, length > 0 ? 'DATA' : 'empty DATA');
    } else if (!stream.advance('receive data')) {
      this.#errors.fail(stream, ErrorCode.STREAM_CLOSED, 'DATA after END_STREAM (§5.1)');
    } else if (!stream.receiveWindow.receive(length)) {
      this.#errors.fail(stream, ErrorCode.FLOW_CONTROL_ERROR, 'more DATA than the stream window');
    } else if (!stream.headersReceived) {
      this.#errors.fail(stream, ErrorCode.PROTOCOL_ERROR, 'DATA before the headers (§8.1)');
    } else {
      this.#stream = stream;
      return;
    }
    this.#context.creditConnection(length);
  }

  piece(data: Uint8Array, endStream: boolean): void {
    const stream = this.#stream;
    if (stream === undefined) return;
    if (stream.closed) {
      this.#context.creditConnection(data.length);
      return;
    }
    if (data.length === 0 && !endStream) this.#context.guards.emptyData.spend(this.#context.now);
    stream.unconsumed += data.length;
    if (!this.#countContent(stream, data.length, endStream)) return;
    if (endStream) stream.advance('receive end');
    if (data.length > 0 || endStream) stream.handler?.data?.(data, endStream);
    if (endStream && stream.closed) this.#context.streams.close(stream, 'ended');
  }

  /** Padding counts against windows too. */
  padding(size: number): void {
    const stream = this.#stream;
    if (stream === undefined) return;
    if (stream.closed) {
      this.#context.creditConnection(size);
      return;
    }
    stream.padding(size);
  }

  /** `false` where there is more content, or in the end less, than content-length promised. */
  #countContent(stream: LiveStream, size: number, endStream: boolean): boolean {
    if (stream.contentLeft < 0) return true;
    stream.contentLeft -= size;
    if (stream.contentLeft >= 0 && !(endStream && stream.contentLeft > 0)) return true;
    const message = 'not as much content as content-length says (§8.1.1)';
    this.#errors.fail(stream, ErrorCode.PROTOCOL_ERROR, message);
    return false;
  }
}
