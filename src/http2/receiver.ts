import type { SettingsEntry } from '#http2/frames/settings';
import type { ConnectionContext } from './connection-context.ts';
import { DataReceiver } from './data-receiver.ts';
import { ErrorCode } from './error-code.ts';
import { checkFrameHeader } from './frame-order.ts';
import type { FrameSink } from './frame-sink.ts';
import { FrameType } from './frame-type.ts';
import { HeaderBlockAssembler } from './header-block.ts';
import type { HeaderReceiver } from './header-receiver.ts';
import { connectionError, Http2Error } from './http2-error.ts';
import type { SettingsSync } from './settings-sync.ts';
import type { Shutdown } from './shutdown.ts';
import type { StreamErrors } from './stream-errors.ts';

/** What each frame does to the connection (RFC 9113 §6). */
export class Receiver implements FrameSink {
  readonly #context: ConnectionContext;
  readonly #errors: StreamErrors;
  readonly #headers: HeaderReceiver;
  readonly #settings: SettingsSync;
  readonly #shutdown: Shutdown;
  readonly #blocks: HeaderBlockAssembler;
  readonly #data: DataReceiver;

  constructor(
    context: ConnectionContext,
    errors: StreamErrors,
    headers: HeaderReceiver,
    settings: SettingsSync,
    shutdown: Shutdown,
  ) {
    this.#context = context;
    this.#errors = errors;
    this.#headers = headers;
    this.#settings = settings;
    this.#shutdown = shutdown;
    this.#blocks = new HeaderBlockAssembler(context.limits);
    this.#data = new DataReceiver(context, errors);
  }

  frame(type: number, flags: number, streamId: number, length: number): void {
    const { local, limits, sender, guards, now } = this.#context;
    checkFrameHeader(type, streamId, length, local.maxFrameSize, this.#blocks.pendingStream);
    if (!this.#settings.received) this.#settings.requireFirst(type, flags);
    if (sender.controlBytes > limits.maxControlOutput) {
      throw connectionError(ErrorCode.ENHANCE_YOUR_CALM, 'our answers are not being read');
    }
    if (type === FrameType.DATA) this.#data.begin(streamId, length);
    else if (type > FrameType.CONTINUATION) guards.ignored.spend(now);
  }

  data(_streamId: number, data: Uint8Array, endStream: boolean): void {
    this.#data.piece(data, endStream);
  }

  padding(_streamId: number, size: number): void {
    this.#data.padding(size);
  }

  headers(
    streamId: number,
    fragment: Uint8Array,
    endStream: boolean,
    endHeaders: boolean,
    dependsOn: number | undefined,
  ): void {
    const block = { streamId, endStream, dependsOn, bytes: fragment };
    if (endHeaders) this.#headers.receive(block);
    else this.#blocks.begin(block);
  }

  continuation(_streamId: number, fragment: Uint8Array, endHeaders: boolean): void {
    const block = this.#blocks.add(fragment, endHeaders);
    if (block !== undefined) this.#headers.receive(block);
  }

  priority(streamId: number, dependsOn: number): void {
    this.#context.guards.ignored.spend(this.#context.now);
    if (dependsOn === streamId) {
      this.badFrame(
        streamId,
        new Http2Error('stream', ErrorCode.PROTOCOL_ERROR, 'a stream that depends on itself'),
      );
    }
  }

  rstStream(streamId: number, code: number): void {
    const { streams, guards, now } = this.#context;
    const stream = streams.get(streamId);
    if (stream === undefined) {
      this.#errors.requireBegun(streamId, 'RST_STREAM');
      guards.ignored.spend(now);
      return;
    }
    const error = new Http2Error('stream', code, 'the peer reset the stream', 'remote');
    streams.close(stream, 'reset by peer', error);
    this.#errors.spendReset();
  }

  settings(entries: readonly SettingsEntry[], ack: boolean): void {
    if (ack) this.#settings.acknowledged();
    else this.#settings.receive(entries);
  }

  pushPromise(): void {
    throw connectionError(ErrorCode.PROTOCOL_ERROR, 'PUSH_PROMISE is not accepted (§6.6)');
  }

  ping(opaque: Uint8Array, ack: boolean): void {
    const { handler, guards, sender, now } = this.#context;
    if (ack) {
      if (!this.#shutdown.pingAcknowledged(opaque)) handler.pingAck?.(opaque);
      return;
    }
    guards.pings.spend(now);
    sender.ping(opaque, true);
    handler.ping?.(opaque);
  }

  goaway(lastStreamId: number, code: number, debugData: Uint8Array): void {
    this.#shutdown.peerIsGoing(lastStreamId, code, debugData);
  }

  windowUpdate(streamId: number, increment: number): void {
    const { streams, sender, sendQueue, guards, now } = this.#context;
    guards.windowUpdates.spend(now);
    if (streamId === 0) {
      if (increment === 0) {
        throw connectionError(ErrorCode.PROTOCOL_ERROR, 'WINDOW_UPDATE of 0 (§6.9)');
      }
      if (!sender.window.grow(increment)) {
        throw connectionError(ErrorCode.FLOW_CONTROL_ERROR, 'the window is above 2^31-1 (§6.9.1)');
      }
      sendQueue.connectionWindowOpened();
      return;
    }
    const stream = streams.get(streamId);
    if (stream === undefined) {
      this.#errors.requireBegun(streamId, 'WINDOW_UPDATE');
      return;
    }
    if (increment === 0) {
      this.#errors.fail(stream, ErrorCode.PROTOCOL_ERROR, 'WINDOW_UPDATE of 0 (§6.9)');
      return;
    }
    if (!stream.sendWindow.grow(increment)) {
      const message = 'the window is above 2^31-1 (§6.9.1)';
      this.#errors.fail(stream, ErrorCode.FLOW_CONTROL_ERROR, message);
      return;
    }
    stream.windowOpened();
  }

  badFrame(streamId: number, error: Http2Error): void {
    const stream = this.#context.streams.get(streamId);
    if (stream !== undefined) {
      this.#errors.fail(stream, error.code, error.message);
      return;
    }
    // A stream that is not open cannot be reset.
    throw connectionError(error.code, error.message);
  }
}
