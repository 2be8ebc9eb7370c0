import { ErrorCode } from '#http2/error-code';
import type { Guards } from '#http2/limits/guards';
import type { LiveStream } from '#http2/streams/live-stream';
import type { StreamErrors } from '#http2/streams/stream-errors';
import type { StreamTable } from '#http2/streams/stream-table';
import type { ReceiveCredit } from './receive-credit.ts';

/** What DATA may do something to. */
export interface DataEffects {
  readonly streams: StreamTable;
  readonly credit: ReceiveCredit;
  readonly errors: StreamErrors;
  readonly guards: Guards;
}

/** What DATA does: the only frame that counts against windows, and that comes in pieces (§6.1). */
export class DataReceiver {
  readonly #to: DataEffects;
  /** Whose frame is being read; `undefined`: nobody wants it. */
  #stream: LiveStream | undefined;

  constructor(effects: DataEffects) {
    this.#to = effects;
  }

  /** The whole frame counts against both windows, whatever becomes of it (§6.9.1). */
  begin(streamId: number, length: number): void {
    const { credit, streams, errors, guards } = this.#to;
    this.#stream = undefined;
    guards.dataReceived();
    credit.received(length);
    const stream = streams.get(streamId);
    if (stream === undefined) {
      errors.frameWithoutStream(streamId, length > 0 ? 'DATA' : 'empty DATA');
    } else if (!stream.advance('receive data')) {
      errors.fail(stream, ErrorCode.STREAM_CLOSED, 'DATA after END_STREAM (§5.1)');
    } else if (!stream.receiveWindow.receive(length)) {
      errors.fail(stream, ErrorCode.FLOW_CONTROL_ERROR, 'more DATA than the stream window');
    } else if (!stream.headersReceived) {
      errors.fail(stream, ErrorCode.PROTOCOL_ERROR, 'DATA before the headers (§8.1)');
    } else {
      this.#stream = stream;
      return;
    }
    credit.consumed(length);
  }

  /** A piece of the payload: a frame may come in several. */
  data(_streamId: number, data: Uint8Array, endStream: boolean): void {
    const { credit, streams, errors, guards } = this.#to;
    const stream = this.#stream;
    if (stream === undefined || stream.closed) {
      if (stream !== undefined) credit.consumed(data.length);
      return;
    }
    if (data.length === 0 && !endStream) guards.spend('emptyData');
    stream.unconsumed += data.length;
    if (!stream.countContent(data.length, endStream)) {
      const message = 'not as much content as content-length says (§8.1.1)';
      errors.fail(stream, ErrorCode.PROTOCOL_ERROR, message);
      return;
    }
    if (endStream) stream.advance('receive end');
    if (data.length > 0 || endStream) stream.handler?.data?.(data, endStream);
    if (endStream && stream.closed) streams.close(stream, 'ended');
  }

  /** Padding counts against windows too. */
  padding(_streamId: number, size: number): void {
    if (this.#stream?.closed) this.#to.credit.consumed(size);
    else this.#stream?.padding(size);
  }
}
