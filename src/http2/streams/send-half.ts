import type { HeaderField } from '#hpack/header-field';
import { ErrorCode } from '#http2/error-code';
import type { StreamHandler } from '#http2/events';
import type { Budget } from '#http2/limits/budget';
import type { Guards } from '#http2/limits/guards';
import { STREAM_HIGH_WATER } from '#http2/limits/limits';
import type { Sender } from '#http2/protocol/sender';
import { octetsAllowed, SendWindow } from '#http2/streams/flow-control';
import type { Line, Progress, SendQueue, Waiting } from '#http2/streams/send-queue';
import { nextState, type StreamEvent, type StreamState } from '#http2/streams/stream-state';
import { SendBuffer } from './send-buffer.ts';

/** What a stream uses to send. */
export interface SendPath {
  readonly sender: Sender;
  readonly sendQueue: SendQueue;
  readonly guards: Guards;
  readonly budget: Budget;
}

/**
 * The half of a stream that we send: headers, body, trailers. What the windows and the transport
 * allow goes out at once; the rest waits in the stream and goes out when it is its turn.
 */
export abstract class SendHalf implements Waiting {
  readonly id: number;
  readonly sendWindow: SendWindow;
  state: StreamState = 'idle';
  /** Not there yet while a server's `stream` event runs. */
  handler: StreamHandler | undefined = undefined;
  line: Line | undefined = undefined;
  previous: Waiting | undefined = undefined;
  next: Waiting | undefined = undefined;
  readonly #path: SendPath;
  readonly #buffer: SendBuffer;
  /** Our end is queued or sent: nothing may follow. */
  #ending = false;
  #wantsDrain = false;
  #resetWhenSent = false;

  constructor(id: number, windowSize: number, path: SendPath) {
    this.id = id;
    this.sendWindow = new SendWindow(windowSize);
    this.#path = path;
    this.#buffer = new SendBuffer(path.budget);
  }

  abstract reset(code: ErrorCode): void;
  /** Both halves have ended as they should. */
  protected abstract ended(): void;

  get closed(): boolean {
    return this.state === 'closed';
  }

  get queuedBytes(): number {
    return this.#buffer.octets;
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
    const { sender, sendQueue } = this.#path;
    const now = this.#buffer.empty && sender.hasRoom;
    if (now) sender.headers(this.id, fields, endStream);
    else this.#buffer.addHeaders(fields, endStream);
    this.#ending = endStream;
    if (!now) sendQueue.add(this);
    else if (endStream) this.#endSent();
  }

  sendData(bytes: Uint8Array, endStream = false, prefix?: Uint8Array): boolean {
    // A prefix that has to wait is copied: the caller uses its memory again.
    if (prefix) this.#send(this.canSend(prefix.length) ? prefix : new Uint8Array(prefix), false);
    return this.#send(bytes, endStream);
  }

  sendTrailers(fields: readonly HeaderField[]): void {
    this.sendHeaders(fields, true);
  }

  /** The peer allows more; what waited for it may go on. */
  windowOpened(): void {
    if (!this.#buffer.empty) this.#path.sendQueue.add(this);
  }

  /** Sends one frame of what is queued. */
  sendQueued(): Progress {
    const first = this.#buffer.first;
    if (first === undefined) return 'done';
    if (first.fields !== undefined) {
      this.#buffer.removeFirst();
      this.#sendQueuedHeaders(first.fields, first.endStream);
      return this.#buffer.empty ? 'done' : 'more';
    }
    const { bytes, start, end, endStream } = first;
    const at = this.#writeFrame(bytes, start, end, endStream);
    this.#buffer.sent(at - start);
    if (at === end) {
      this.#buffer.removeFirst();
      if (endStream) this.#endSent();
    } else if (at === start) {
      return this.sendWindow.available > 0 ? 'connection window' : 'stream window';
    }
    if (this.#wantsDrain && this.#buffer.fill * 2 <= STREAM_HIGH_WATER) {
      this.#wantsDrain = false;
      this.handler?.drain?.();
    }
    return this.#buffer.empty ? 'done' : 'more';
  }

  /** Forgets what is queued: the stream is closed. */
  protected dropQueue(): void {
    this.#buffer.clear();
    this.#path.sendQueue.remove(this);
  }

  /** `true`: the reset waits for what is queued, which the peer still needs. */
  protected resetLater(code: ErrorCode): boolean {
    if (code !== ErrorCode.NO_ERROR || !this.#ending || this.#buffer.empty) return false;
    this.#resetWhenSent = true;
    return true;
  }

  #send(bytes: Uint8Array, endStream: boolean): boolean {
    if (this.#ending || !this.advance('send data')) return true;
    if (bytes.length === 0 && !endStream) return !this.#wantsDrain;
    const at = this.#buffer.empty ? this.#writeData(bytes, endStream) : 0;
    if (at === bytes.length && this.#buffer.empty && endStream === this.#ending) return true;
    this.#ending = endStream;
    const { sendQueue, budget } = this.#path;
    this.#buffer.addData(bytes, at, endStream);
    sendQueue.add(this);
    if (this.#buffer.fill >= STREAM_HIGH_WATER || budget.crowded) this.#wantsDrain = true;
    return !this.#wantsDrain;
  }

  canSend(size: number): boolean {
    const { sender } = this.#path;
    const allowed = octetsAllowed(this.sendWindow, sender.window);
    return this.#buffer.empty && sender.hasRoom && size <= allowed;
  }

  #sendQueuedHeaders(fields: readonly HeaderField[], endStream: boolean): void {
    try {
      this.#path.sender.headers(this.id, fields, endStream);
    } catch {
      // The caller, who gave a field that cannot be sent, is no longer there to be told.
      this.reset(ErrorCode.INTERNAL_ERROR);
      return;
    }
    if (endStream) this.#endSent();
  }

  /** Sends as much as may go out at once; returns how far it came. */
  #writeData(bytes: Uint8Array, endStream: boolean): number {
    let at = 0;
    while (this.#path.sender.hasRoom) {
      const next = this.#writeFrame(bytes, at, bytes.length, endStream);
      const stuck = next === at;
      at = next;
      if (at === bytes.length) this.#ending = endStream;
      if (stuck || at === bytes.length) break;
    }
    if (this.#ending) this.#endSent();
    return at;
  }

  /**
   * One DATA frame of as much of `bytes[start, end)` as the windows and the peer's frame size
   * allow; returns where it stopped.
   */
  #writeFrame(bytes: Uint8Array, start: number, end: number, endStream: boolean): number {
    const { sender, guards } = this.#path;
    const left = end - start;
    const allowed = octetsAllowed(this.sendWindow, sender.window);
    const size = Math.min(left, sender.maxFrameSize, allowed);
    if (size === 0 && left > 0) return start;
    this.sendWindow.take(size);
    sender.window.take(size);
    sender.data(this.id, bytes, start, start + size, endStream && size === left);
    guards.dataSent();
    return start + size;
  }

  /** END_STREAM has been written. */
  #endSent(): void {
    this.advance('send end');
    if (this.closed) this.ended();
    else if (this.#resetWhenSent) this.reset(ErrorCode.NO_ERROR);
  }
}
