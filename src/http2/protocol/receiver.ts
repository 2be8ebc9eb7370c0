import { ErrorCode } from '#http2/error-code';
import type { ConnectionHandler } from '#http2/events';
import { FrameType } from '#http2/frames/frame-type';
import type { SettingsEntry } from '#http2/frames/settings';
import type { HeaderReceiver } from '#http2/headers/header-receiver';
import { connectionError, Http2Error, streamError } from '#http2/http2-error';
import type { Guards } from '#http2/limits/guards';
import type { SendQueue } from '#http2/streams/send-queue';
import type { StreamErrors } from '#http2/streams/stream-errors';
import type { StreamTable } from '#http2/streams/stream-table';
import type { FrameSink } from '#http2/wire/frame-sink';
import { DataReceiver } from './data-receiver.ts';
import { checkFrameHeader, requireSettings } from './frame-order.ts';
import type { ReceiveCredit } from './receive-credit.ts';
import type { Sender } from './sender.ts';
import type { SettingsExchange } from './settings-exchange.ts';
import type { Shutdown } from './shutdown.ts';

/** What a frame may do something to. */
export interface FrameEffects {
  readonly handler: ConnectionHandler;
  readonly sender: Sender;
  readonly sendQueue: SendQueue;
  readonly streams: StreamTable;
  readonly headers: HeaderReceiver;
  readonly settings: SettingsExchange;
  readonly shutdown: Shutdown;
  readonly credit: ReceiveCredit;
  readonly errors: StreamErrors;
  readonly guards: Guards;
}

/** What each frame does to the connection (RFC 9113 §6). */
export class Receiver implements FrameSink {
  readonly #to: FrameEffects;
  readonly #data: DataReceiver;
  readonly #maxFrameSize: number;
  readonly #maxControlOutput: number;

  constructor(effects: FrameEffects, maxFrameSize: number, maxControlOutput: number) {
    this.#to = effects;
    this.#data = new DataReceiver(effects);
    this.#maxFrameSize = maxFrameSize;
    this.#maxControlOutput = maxControlOutput;
  }

  /** Its header has come: the place to refuse a frame before anything of it is kept. */
  frame(type: number, flags: number, streamId: number, length: number): void {
    const { headers, settings, sender, guards } = this.#to;
    checkFrameHeader(type, streamId, length, this.#maxFrameSize, headers.pendingStream);
    if (!settings.received) requireSettings(type, flags);
    if (sender.controlBytes > this.#maxControlOutput) {
      throw connectionError(ErrorCode.ENHANCE_YOUR_CALM, 'our answers are not being read');
    }
    if (type === FrameType.DATA) this.#data.begin(streamId, length);
    else if (type > FrameType.CONTINUATION) guards.spend('ignored');
  }

  data(streamId: number, data: Uint8Array, endStream: boolean): void {
    this.#data.data(streamId, data, endStream);
  }

  padding(streamId: number, size: number): void {
    this.#data.padding(streamId, size);
  }

  headers(
    streamId: number,
    fragment: Uint8Array,
    endStream: boolean,
    endHeaders: boolean,
    dependsOn: number | undefined,
  ): void {
    this.#to.headers.begin({ streamId, endStream, dependsOn, bytes: fragment }, endHeaders);
  }

  continuation(_streamId: number, fragment: Uint8Array, endHeaders: boolean): void {
    this.#to.headers.continue(fragment, endHeaders);
  }

  priority(streamId: number, dependsOn: number): void {
    this.#to.guards.spend('ignored');
    if (dependsOn !== streamId) return;
    this.badFrame(
      streamId,
      streamError(ErrorCode.PROTOCOL_ERROR, 'a stream that depends on itself'),
    );
  }

  rstStream(streamId: number, code: number): void {
    const { streams, errors, guards } = this.#to;
    const stream = streams.get(streamId);
    if (stream === undefined) {
      errors.requireBegun(streamId, 'RST_STREAM');
      guards.spend('ignored');
      return;
    }
    const error = new Http2Error('stream', code, 'the peer reset the stream', 'remote');
    streams.close(stream, 'reset by peer', error);
    errors.spendReset();
  }

  settings(entries: readonly SettingsEntry[], ack: boolean): void {
    if (ack) this.#to.settings.acknowledged();
    else this.#to.settings.receive(entries);
  }

  pushPromise(): void {
    throw connectionError(ErrorCode.PROTOCOL_ERROR, 'PUSH_PROMISE is not accepted (§6.6)');
  }

  ping(opaque: Uint8Array, ack: boolean): void {
    const { handler, guards, sender, shutdown } = this.#to;
    if (ack) {
      if (!shutdown.pingAcknowledged(opaque)) handler.pingAck?.(opaque);
      return;
    }
    guards.spend('pings');
    sender.ping(opaque, true);
    handler.ping?.(opaque);
  }

  goaway(lastStreamId: number, code: number, debugData: Uint8Array): void {
    const { handler, guards, shutdown } = this.#to;
    guards.spend('ignored');
    shutdown.peerIsGoing(lastStreamId, code, debugData);
    handler.goaway?.(lastStreamId, code, debugData);
    shutdown.endIfComplete();
  }

  windowUpdate(streamId: number, increment: number): void {
    const { streams, sender, sendQueue, errors, guards } = this.#to;
    guards.spend('windowUpdates');
    const stream = streams.get(streamId);
    if (streamId !== 0 && stream === undefined) {
      errors.requireBegun(streamId, 'WINDOW_UPDATE');
      return;
    }
    const window = stream?.sendWindow ?? sender.window;
    if (increment === 0) {
      this.badFrame(streamId, streamError(ErrorCode.PROTOCOL_ERROR, 'WINDOW_UPDATE of 0 (§6.9)'));
    } else if (!window.grow(increment)) {
      const problem = 'the window is above 2^31-1 (§6.9.1)';
      this.badFrame(streamId, streamError(ErrorCode.FLOW_CONTROL_ERROR, problem));
    } else if (stream !== undefined) {
      stream.windowOpened();
    } else {
      sendQueue.connectionWindowOpened();
    }
  }

  /** A frame was wrong in a way that ends its stream, or the connection if it has none. */
  badFrame(streamId: number, { code, reason }: Http2Error): void {
    const stream = this.#to.streams.get(streamId);
    // A stream that is not open cannot be reset.
    if (stream === undefined) throw connectionError(code, reason);
    this.#to.errors.fail(stream, code, reason);
  }
}
