import type { ErrorCode } from '#http2/error-code';
import type { Http2Error } from '#http2/http2-error';
import type { Http2Stream } from '#http2/stream';
import { ReceiveWindow } from '#http2/streams/flow-control';
import type { Ending } from '#http2/streams/stream-ids';
import { SendHalf, type SendPath } from './send-half.ts';

/** What a stream uses of the connection that carries it. */
export interface StreamCarrier extends SendPath {
  /** Octets of the connection's receive window that nobody holds any more. */
  credit(size: number): void;
  /** A stream that was held has been released after it closed. */
  released(stream: LiveStream): void;
  /** The stream is over. */
  close(stream: LiveStream, ending: Ending, error?: Http2Error): void;
}

/** A stream from its first HEADERS until it is closed. */
export class LiveStream extends SendHalf implements Http2Stream {
  readonly receiveWindow: ReceiveWindow;
  /** The final headers of the peer have come; the next list is the trailers. */
  headersReceived = false;
  /** A response to HEAD has a content-length but no content (RFC 9113 §8.1.1). */
  headRequest = false;
  /** Why it was closed, for a handler that comes too late to be told. */
  closeError: Http2Error | undefined = undefined;
  /** What it takes of the budget, with its header lists, until nobody works for it. */
  cost = 0;
  /** Somebody works for it, and does so even after it has closed. */
  held = false;
  /** Delivered and not yet consumed. */
  unconsumed = 0;
  readonly #carrier: StreamCarrier;
  /** What content-length still promises; -1: it promises nothing. */
  #contentLeft = -1;
  /** How much of `unconsumed` is padding. */
  #padding = 0;

  constructor(id: number, sendSize: number, receiveSize: number, carrier: StreamCarrier) {
    super(id, sendSize, carrier);
    this.receiveWindow = new ReceiveWindow(receiveSize);
    this.#carrier = carrier;
  }

  /** Takes more of the budget. `false`: it does not fit, and nothing was taken. */
  charge(cost: number): boolean {
    if (!this.#carrier.budget.take(cost)) return false;
    this.cost += cost;
    return true;
  }

  /** The headers promise so much content. `false`: and the stream ends without any (§8.1.1). */
  expectContent(length: number, endStream: boolean): boolean {
    this.#contentLeft = length;
    return !endStream || length === 0;
  }

  /** `false`: there is more content, or in the end less, than was promised. */
  countContent(size: number, endStream: boolean): boolean {
    if (this.#contentLeft < 0) return true;
    this.#contentLeft -= size;
    return this.#contentLeft >= 0 && !(endStream && this.#contentLeft > 0);
  }

  reset(code: ErrorCode): void {
    if (this.closed || this.resetLater(code)) return;
    const { sender, guards } = this.#carrier;
    sender.rstStream(this.id, code);
    guards.streamResetByUs();
    this.#carrier.close(this, 'reset by us');
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
    this.#carrier.credit(size);
    if (this.state === 'half-closed-remote') return; // Nothing more will come.
    const increment = this.receiveWindow.consume(size);
    if (increment > 0) this.#carrier.sender.windowUpdate(this.id, increment);
  }

  /**
   * Padding came. Nobody will consume it, so its credit goes with that of the data. Otherwise a
   * peer could send small messages in large frames to a reader that does not read, and have us
   * hold a whole window of messages and, by the network's buffers in which they lie, fifty windows
   * of padding.
   */
  padding(size: number): void {
    this.unconsumed += size;
    this.#padding += size;
    if (this.unconsumed === this.#padding) this.consume(0);
  }

  hold(): void {
    if (!this.closed) this.held = true;
  }

  release(): void {
    if (!this.held) return;
    this.held = false;
    if (this.closed) this.#carrier.released(this);
  }

  /** Closes it, and tells its owner. */
  end(error: Http2Error | undefined): void {
    this.state = 'closed';
    this.dropQueue();
    // What the owner has not consumed it never will: the other streams get the room.
    this.#carrier.credit(this.unconsumed);
    this.unconsumed = 0;
    this.closeError = error;
    this.handler?.close(error);
  }

  protected ended(): void {
    this.#carrier.close(this, 'ended');
  }
}
