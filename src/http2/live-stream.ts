import { concat } from '#bytes/concat';
import type { HeaderField } from '#hpack/header-field';
import { ReceiveWindow, SendWindow } from '#http2/flow-control';
import { nextState, type StreamEvent, type StreamState } from '#http2/stream-state';
import type { ConnectionContext } from './connection-context.ts';
import { ErrorCode } from './error-code.ts';
import type { StreamHandler } from './events.ts';
import type { Http2Error } from './http2-error.ts';
import { STREAM_HIGH_WATER } from './limits.ts';
import { NOTHING, type Progress, type Queued } from './send-queue.ts';
import type { Http2Stream } from './stream.ts';

/** Below this a body that has to wait is joined with its prefix: one piece is cheaper than two. */
const SMALL_BODY = 1_024;

/** A stream from its first HEADERS until it is closed. */
export class LiveStream implements Http2Stream {
  readonly id: number;
  readonly sendWindow: SendWindow;
  readonly receiveWindow: ReceiveWindow;
  state: StreamState = 'idle';
  /** Not there yet while a server's `stream` event runs. */
  handler: StreamHandler | undefined;
  /** The final headers of the peer have come; the next list is the trailers. */
  headersReceived = false;
  /** What content-length still promises; -1 where it promises nothing. */
  contentLeft = -1;
  /** A response to HEAD has a content-length but no content (RFC 9113 §8.1.1). */
  headRequest = false;
  /** Why it was closed, for a handler that comes too late to be told. */
  closeError: Http2Error | undefined;
  /** Delivered and not yet consumed. */
  unconsumed = 0;
  queuedBytes = 0;
  readonly #context: ConnectionContext;
  #queue: Queued[] = [];
  /** Our end is queued or sent: nothing may follow. */
  #ending = false;
  #wantsDrain = false;
  #resetWhenSent = false;
  /** How much of `unconsumed` is padding. */
  #padding = 0;

  constructor(context: ConnectionContext, id: number) {
    this.id = id;
    this.#context = context;
    this.sendWindow = new SendWindow(context.remote.initialWindowSize);
    this.receiveWindow = new ReceiveWindow(context.receiveWindowSize);
  }

  get closed(): boolean {
    return this.state === 'closed';
  }

  /** Moves on, if the event is allowed in this state. */
  advance(event: StreamEvent): boolean {
    const next = nextState(this.state, event);
    if (next === undefined) return false;
    this.state = next;
    return true;
  }

  sendHeaders(fields: readonly HeaderField[], endStream = false): void {
    if (this.#ending || !this.advance('send headers')) return;
    if (this.#queue.length === 0 && this.#context.sender.hasRoom) {
      this.#context.sender.headers(this.id, fields, endStream);
      this.#ending = endStream;
      if (endStream) this.#endSent();
    } else {
      this.#enqueue({ fields, bytes: NOTHING, offset: 0, endStream });
    }
  }

  sendData(bytes: Uint8Array, endStream = false, prefix?: Uint8Array): boolean {
    if (prefix === undefined) return this.#send(bytes, endStream);
    if (this.#canSend(prefix.length)) this.#send(prefix, false);
    else if (bytes.length < SMALL_BODY) return this.#send(concat([prefix, bytes]), endStream);
    else this.#send(prefix.slice(), false);
    return this.#send(bytes, endStream);
  }

  #send(bytes: Uint8Array, endStream: boolean): boolean {
    if (this.#ending || !this.advance('send data')) return true;
    if (bytes.length === 0 && !endStream) return !this.#wantsDrain;
    const offset = this.#queue.length === 0 ? this.#writeData(bytes, 0, endStream) : 0;
    const allSent = offset === bytes.length && this.#queue.length === 0;
    if (allSent && endStream === this.#ending) return true;
    this.queuedBytes += bytes.length - offset;
    this.#enqueue({ fields: undefined, bytes, offset, endStream });
    if (this.queuedBytes >= STREAM_HIGH_WATER) this.#wantsDrain = true;
    return !this.#wantsDrain;
  }

  /** So many octets would go out at once, and nothing of them would be kept. */
  #canSend(size: number): boolean {
    const { sender } = this.#context;
    const allowed = Math.min(this.sendWindow.available, sender.window.available);
    return this.#queue.length === 0 && sender.hasRoom && size <= allowed;
  }

  sendTrailers(fields: readonly HeaderField[]): void {
    this.sendHeaders(fields, true);
  }

  reset(code: ErrorCode): void {
    if (this.closed) return;
    if (code === ErrorCode.NO_ERROR && this.#ending && this.#queue.length > 0) {
      this.#resetWhenSent = true;
      return;
    }
    this.#context.sender.rstStream(this.id, code);
    this.#context.guards.streamResetByUs();
    this.#context.streams.close(this, 'reset by us');
  }

  consume(bytes: number): void {
    if (this.closed) return;
    const delivered = this.unconsumed - this.#padding;
    // Never more than was delivered: credit for nothing would let the peer send too much.
    let size = Math.min(bytes, delivered);
    if (size === delivered) {
      size += this.#padding;
      this.#padding = 0;
    }
    this.unconsumed -= size;
    this.#context.creditConnection(size);
    if (this.state === 'half-closed-remote') return; // Nothing more will come.
    const increment = this.receiveWindow.consume(size);
    if (increment > 0) this.#context.sender.windowUpdate(this.id, increment);
  }

  /**
   * Padding came. Nobody will consume it, so its credit goes with that of the data: a peer could
   * else send small messages in large frames to a reader that does not read, and have us hold a
   * whole window of messages and, by the network's buffers in which they lie, fifty of padding.
   */
  padding(size: number): void {
    this.unconsumed += size;
    this.#padding += size;
    if (this.unconsumed === this.#padding) this.consume(0);
  }

  /** The peer allows more; whatever waited for it may go on. */
  windowOpened(): void {
    if (this.#queue.length > 0) this.#context.sendQueue.add(this);
  }

  /** It is this stream's turn: sends one frame of what is queued. */
  sendQueued(): Progress {
    const item = this.#queue[0];
    if (item === undefined) return 'done';
    if (item.fields !== undefined) {
      this.#queue.shift();
      this.#sendQueuedHeaders(item.fields, item.endStream);
      return this.#queue.length > 0 ? 'more' : 'done';
    }
    const before = item.offset;
    item.offset = this.#writeFrame(item.bytes, before, item.endStream);
    this.queuedBytes -= item.offset - before;
    const whole = item.offset === item.bytes.length;
    if (!whole && item.offset === before) {
      return this.sendWindow.available > 0 ? 'connection window' : 'stream window';
    }
    if (whole) {
      this.#queue.shift();
      if (item.endStream) this.#endSent();
    }
    if (this.#wantsDrain && this.queuedBytes * 2 <= STREAM_HIGH_WATER) {
      this.#wantsDrain = false;
      this.handler?.drain?.();
    }
    return this.#queue.length > 0 ? 'more' : 'done';
  }

  #sendQueuedHeaders(fields: readonly HeaderField[], endStream: boolean): void {
    try {
      this.#context.sender.headers(this.id, fields, endStream);
    } catch {
      // The caller, who gave a field that cannot be sent, is no longer there to be told.
      this.reset(ErrorCode.INTERNAL_ERROR);
      return;
    }
    if (endStream) this.#endSent();
  }

  /** Forgets what is queued: the stream is closed. */
  dropQueue(): void {
    this.#queue = [];
    this.queuedBytes = 0;
    this.#context.sendQueue.remove(this);
  }

  #enqueue(item: Queued): void {
    this.#queue.push(item);
    this.#ending = item.endStream;
    this.#context.sendQueue.add(this);
  }

  /** Sends as much as may go out at once; returns how far it came. */
  #writeData(bytes: Uint8Array, from: number, endStream: boolean): number {
    const { sender } = this.#context;
    let offset = from;
    if (bytes.length === 0 && endStream && sender.hasRoom) {
      this.#writeFrame(bytes, 0, true);
      this.#ending = true;
    }
    while (offset < bytes.length && sender.hasRoom) {
      const next = this.#writeFrame(bytes, offset, endStream);
      if (next === offset) return offset;
      offset = next;
      if (offset === bytes.length && endStream) this.#ending = true;
    }
    if (this.#ending) this.#endSent();
    return offset;
  }

  /** One DATA frame of as much as the windows and the peer's frame size allow. */
  #writeFrame(bytes: Uint8Array, offset: number, endStream: boolean): number {
    const { sender, guards } = this.#context;
    const left = bytes.length - offset;
    const allowed = Math.min(this.sendWindow.available, sender.window.available);
    const size = Math.min(left, sender.maxFrameSize, Math.max(0, allowed));
    if (size === 0 && left > 0) return offset;
    this.sendWindow.take(size);
    sender.window.take(size);
    sender.data(this.id, bytes, offset, offset + size, endStream && size === left);
    guards.dataSent();
    return offset + size;
  }

  /** END_STREAM has been written. */
  #endSent(): void {
    this.advance('send end');
    if (this.closed) this.#context.streams.close(this, 'ended');
    else if (this.#resetWhenSent) this.reset(ErrorCode.NO_ERROR);
  }
}
