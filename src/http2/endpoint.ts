import type { HeaderField } from '#hpack/header-field';
import { DEFAULT_WINDOW } from '#http2/flow-control';
import { FrameReader } from '#http2/frame-reader';
import { FrameScanner } from '#http2/frame-scanner';
import type { Http2Connection } from './connection.ts';
import { ConnectionContext } from './connection-context.ts';
import { ErrorCode } from './error-code.ts';
import type { ConnectionHandler, StreamHandler } from './events.ts';
import { debugBytes } from './frames/goaway.ts';
import { PING_LENGTH } from './frames/ping.ts';
import { HeaderReceiver } from './header-receiver.ts';
import { asConnectionError, Http2Error } from './http2-error.ts';
import { ASSUMED_MAX_CONCURRENT_STREAMS } from './limits.ts';
import { LiveStream } from './live-stream.ts';
import type { Http2Options } from './options.ts';
import { CLIENT_PREFACE, PrefaceReader } from './preface.ts';
import type { FrameSource } from './read-frame.ts';
import { Receiver } from './receiver.ts';
import type { Settings } from './settings.ts';
import { SettingsSync } from './settings-sync.ts';
import { Shutdown } from './shutdown.ts';
import type { Http2Stream } from './stream.ts';
import { StreamErrors } from './stream-errors.ts';

const LAST_STREAM_ID = 0x7fffffff;

/** One end of a connection: puts the parts together, and is what their owner sees of them. */
export class Endpoint implements Http2Connection {
  closed = false;
  readonly #context: ConnectionContext;
  readonly #settings: SettingsSync;
  readonly #shutdown: Shutdown;
  readonly #frames: FrameSource;
  readonly #preface: PrefaceReader | undefined;
  #nextId = 1;
  /** The owner was left without streams and wants to hear when there are some. */
  #exhausted = false;

  constructor(role: 'client' | 'server', handler: ConnectionHandler, options: Http2Options = {}) {
    const context = new ConnectionContext(role, handler, options);
    const errors = new StreamErrors(context);
    const headers = new HeaderReceiver(context, errors);
    this.#context = context;
    this.#settings = new SettingsSync(context, headers.decoder);
    this.#shutdown = new Shutdown(context, headers);
    const receiver = new Receiver(context, errors, headers, this.#settings, this.#shutdown);
    this.#frames = options.plain ? new FrameReader(receiver) : new FrameScanner(receiver);
    this.#preface = role === 'server' ? new PrefaceReader() : undefined;
    context.streamGone = () => this.#streamGone();
    if (role === 'client') context.sender.raw(CLIENT_PREFACE);
    this.#settings.send(context.receiveWindow.available - DEFAULT_WINDOW);
  }

  get role(): 'client' | 'server' {
    return this.#context.role;
  }

  get localSettings(): Readonly<Settings> {
    return this.#context.local;
  }

  get remoteSettings(): Readonly<Settings> {
    return this.#context.remote;
  }

  get openStreams(): number {
    return this.#context.streams.size;
  }

  get ready(): boolean {
    return this.#settings.received;
  }

  get goingAway(): boolean {
    return this.#shutdown.sent || this.#shutdown.received !== undefined;
  }

  set outputReady(callback: (() => void) | undefined) {
    this.#context.sender.ready = callback;
    if (this.#context.sender.hasOutput) callback?.();
  }

  get outputReady(): (() => void) | undefined {
    return this.#context.sender.ready;
  }

  get availableStreams(): number {
    if (this.closed || this.goingAway || this.role === 'server') return 0;
    if (this.#nextId > LAST_STREAM_ID) return 0;
    const allowed = this.#settings.received
      ? this.#context.remote.maxConcurrentStreams
      : ASSUMED_MAX_CONCURRENT_STREAMS;
    return Math.max(0, allowed - this.openStreams);
  }

  open(fields: readonly HeaderField[], endStream: boolean, handler: StreamHandler): Http2Stream {
    if (this.availableStreams === 0) throw new Error('no stream can be opened now');
    const { streams, sender } = this.#context;
    const stream = new LiveStream(this.#context, this.#nextId);
    sender.headers(stream.id, fields, endStream);
    this.#nextId += 2;
    streams.lastId = stream.id;
    stream.handler = handler;
    stream.headRequest = fields[0]?.value === 'HEAD';
    stream.advance('send headers');
    if (endStream) stream.advance('send end');
    streams.add(stream);
    if (this.availableStreams === 0) this.#exhausted = true;
    return stream;
  }

  ping(opaque: Uint8Array = new Uint8Array(PING_LENGTH)): void {
    if (!this.closed) this.#context.sender.ping(opaque, false);
  }

  shutdown(debugData = ''): void {
    if (!this.closed) this.#shutdown.begin(debugBytes(debugData));
  }

  finishShutdown(): void {
    if (!this.closed) this.#shutdown.finish();
  }

  abort(code: ErrorCode, debugData = ''): void {
    const error = new Http2Error('connection', code, debugData || 'ended by this side');
    this.#end(error, debugData);
  }

  receive(chunk: Uint8Array, now: number): void {
    if (this.closed) return;
    this.#context.now = now;
    this.#guarded(() => {
      const rest = this.#preface?.complete === false ? this.#preface.read(chunk) : chunk;
      if (rest.length > 0) this.#frames.push(rest);
    });
  }

  transportClosed(error?: Error): void {
    if (this.closed) return;
    const orderly = error === undefined && this.openStreams === 0;
    const why = this.#shutdown.received;
    if (orderly && (why === undefined || why.code === ErrorCode.NO_ERROR)) {
      this.#end();
      return;
    }
    const lost = new Http2Error(
      'connection',
      ErrorCode.NO_ERROR,
      error?.message ?? 'the peer closed the connection',
      'remote',
      { cause: error },
    );
    this.#end(why && why.code !== ErrorCode.NO_ERROR ? why : lost);
  }

  takeOutput(): Uint8Array | undefined {
    if (!this.closed) this.#guarded(() => this.#context.sendQueue.pump());
    return this.#context.sender.take();
  }

  outputWritten(): void {
    this.#context.sender.outputWritten();
  }

  /** Runs what may find the peer at fault, or run into a handler's own mistake. */
  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (this.closed) return;
      const reason = asConnectionError(error);
      this.#end(reason, reason.message);
    }
  }

  /**
   * The end: every stream hears of it, then the owner; what is to be said last is in the output.
   * @param debugData goes out in a GOAWAY; there is none where it is left out.
   */
  #end(error?: Http2Error, debugData?: string): void {
    if (this.closed) return;
    const { streams, sender, handler, role } = this.#context;
    this.closed = true;
    if (error !== undefined && debugData !== undefined) {
      const last = role === 'client' ? 0 : streams.lastId;
      sender.goaway(last, error.code, debugBytes(debugData));
    }
    streams.closeAll(error);
    handler.close?.(error);
    // A driver that waits for its transport to drain is to hear of the end as well.
    sender.ready?.();
  }

  #streamGone(): void {
    if (this.closed) return;
    if (this.#shutdown.complete) {
      this.#end();
      return;
    }
    if (this.#exhausted && this.availableStreams > 0) {
      this.#exhausted = false;
      this.#context.handler.streamsAvailable?.();
    }
  }
}
