import { plainView } from '#bytes/plain-view';
import type { HeaderField } from '#hpack/header-field';
import { assemble, type Parts } from '#http2/protocol/assemble';
import type { Settings } from '#http2/protocol/settings';
import { DEFAULT_WINDOW } from '#http2/streams/flow-control';
import { CLIENT_PREFACE, PrefaceReader } from '#http2/wire/preface';
import { ErrorCode } from './error-code.ts';
import type { ConnectionHandler, StreamHandler } from './events.ts';
import { debugBytes } from './frames/goaway.ts';
import { PING_LENGTH } from './frames/ping.ts';
import { asConnectionError, Http2Error } from './http2-error.ts';
import type { Budget } from './limits/budget.ts';
import { connectionWindow, type Http2Options } from './options.ts';
import type { Http2Stream } from './stream.ts';

/** One end of a connection, as its owner sees it: `Http2Connection` says what each method does. */
export class Endpoint {
  readonly role: 'client' | 'server';
  closed = false;
  readonly #handler: ConnectionHandler;
  readonly #parts: Parts;
  readonly #preface: PrefaceReader | undefined;

  constructor(role: 'client' | 'server', handler: ConnectionHandler, options: Http2Options = {}) {
    this.role = role;
    this.#handler = handler;
    this.#parts = assemble(role, handler, options, () => this.#end());
    const { sender, settings } = this.#parts;
    if (role === 'server') this.#preface = new PrefaceReader();
    else sender.raw(CLIENT_PREFACE);
    settings.send(connectionWindow(options) - DEFAULT_WINDOW);
  }

  get localSettings(): Readonly<Settings> {
    return this.#parts.local;
  }

  get remoteSettings(): Readonly<Settings> {
    return this.#parts.remote;
  }

  get budget(): Budget {
    return this.#parts.budget;
  }

  get openStreams(): number {
    return this.#parts.streams.size;
  }

  get ready(): boolean {
    return this.#parts.settings.received;
  }

  get goingAway(): boolean {
    return this.#parts.shutdown.begun;
  }

  set outputReady(callback: (() => void) | undefined) {
    const { sender } = this.#parts;
    sender.ready = callback;
    if (sender.hasOutput) callback?.();
  }

  get outputReady(): (() => void) | undefined {
    return this.#parts.sender.ready;
  }

  get availableStreams(): number {
    return this.closed ? 0 : (this.#parts.opener?.available ?? 0);
  }

  open(fields: readonly HeaderField[], endStream: boolean, handler: StreamHandler): Http2Stream {
    const { opener } = this.#parts;
    if (opener === undefined || this.availableStreams === 0) {
      throw new Error('no stream can be opened now');
    }
    return opener.open(fields, endStream, handler);
  }

  ping(opaque: Uint8Array = new Uint8Array(PING_LENGTH)): void {
    if (!this.closed) this.#parts.sender.ping(opaque, false);
  }

  shutdown(debugData = ''): void {
    if (!this.closed) this.#parts.shutdown.begin(debugBytes(debugData));
  }

  finishShutdown(): void {
    if (!this.closed) this.#parts.shutdown.finish();
  }

  abort(code: ErrorCode, debugData = ''): void {
    const error = new Http2Error('connection', code, debugData || 'ended by this side');
    this.#end(error, debugData);
  }

  receive(chunk: Uint8Array, now: number, late?: () => boolean): Uint8Array | undefined {
    if (this.closed) return undefined;
    this.#parts.guards.now = now;
    let left: Uint8Array | undefined;
    this.#guarded(() => {
      const bytes = plainView(chunk);
      const rest = this.#preface?.complete === false ? this.#preface.read(bytes) : bytes;
      if (rest.length === 0) return;
      const at = this.#parts.frames.push(rest, late);
      if (at < rest.length) left = rest.subarray(at);
    });
    return this.closed ? undefined : left;
  }

  transportClosed(error?: Error): void {
    if (this.closed) return;
    const orderly = error === undefined && this.openStreams === 0;
    const why = this.#parts.shutdown.received;
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
    if (!this.closed) this.#guarded(() => this.#parts.sendQueue.pump());
    return this.#parts.sender.take();
  }

  outputWritten(): void {
    this.#parts.sender.outputWritten();
  }

  /** Runs what may find the peer at fault, or run into a handler's own mistake. */
  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (this.closed) return;
      const reason = asConnectionError(error);
      // What went wrong inside is for our own log; the peer learns only that it was not its fault.
      this.#end(reason, reason.fault === 'local' ? 'internal error' : reason.message);
    }
  }

  /**
   * The end: every stream hears of it, then the owner; the last words are in the output.
   * @param debugData goes out in a GOAWAY; without it there is none.
   */
  #end(error?: Http2Error, debugData?: string): void {
    if (this.closed) return;
    const { streams, sender } = this.#parts;
    this.closed = true;
    if (error !== undefined && debugData !== undefined) {
      const last = this.role === 'client' ? 0 : streams.ids.highest;
      sender.goaway(last, error.code, debugBytes(debugData));
    }
    streams.onClosed = () => {}; // Room for more streams is no longer news.
    streams.closeAll(error);
    this.#handler.close?.(error);
    // A driver that waits for its transport to drain is to hear of the end as well.
    sender.ready?.();
  }
}
