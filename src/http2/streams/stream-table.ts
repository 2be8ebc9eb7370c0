import type { Http2Error } from '#http2/http2-error';
import type { Budget } from '#http2/limits/budget';
import type { Guards } from '#http2/limits/guards';
import type { ReceiveCredit } from '#http2/protocol/receive-credit';
import type { Sender } from '#http2/protocol/sender';
import type { SendQueue } from '#http2/streams/send-queue';
import { type Ending, StreamIds } from '#http2/streams/stream-ids';
import { LiveStream, type StreamCarrier } from './live-stream.ts';

/** The streams that are open, and what is remembered of those that were. */
export class StreamTable implements StreamCarrier {
  readonly sender: Sender;
  readonly sendQueue: SendQueue;
  readonly guards: Guards;
  readonly budget: Budget;
  /** Only a client opens streams: both ends count its ids. */
  readonly ids: StreamIds;
  readonly #credit: ReceiveCredit;
  readonly #open = new Map<number, LiveStream>();
  /** The windows with which a stream starts. */
  #sendSize: number;
  #receiveSize: number;
  /** Closed streams for which somebody still works. */
  #lingering = 0;
  /** A stream has closed; its owner has been told. */
  onClosed: () => void = () => {};

  constructor(
    sender: Sender,
    sendQueue: SendQueue,
    guards: Guards,
    budget: Budget,
    credit: ReceiveCredit,
    windows: { send: number; receive: number },
    ids = new StreamIds(),
  ) {
    this.sender = sender;
    this.sendQueue = sendQueue;
    this.guards = guards;
    this.budget = budget;
    this.ids = ids;
    this.#credit = credit;
    this.#sendSize = windows.send;
    this.#receiveSize = windows.receive;
  }

  get size(): number {
    return this.#open.size;
  }

  /** Streams that are open, and those that are closed but still held. */
  get occupied(): number {
    return this.#open.size + this.#lingering;
  }

  get(id: number): LiveStream | undefined {
    return this.#open.get(id);
  }

  /** A stream that is not in the table yet: `add` it once nothing can go wrong any more. */
  create(id: number): LiveStream {
    return new LiveStream(id, this.#sendSize, this.#receiveSize, this);
  }

  add(stream: LiveStream): void {
    this.#open.set(stream.id, stream);
    this.guards.streamOpened();
  }

  /** Takes a stream off the table and tells its owner; once, by the first call. */
  close(stream: LiveStream, ending: Ending, error?: Http2Error): void {
    if (!this.#open.delete(stream.id)) return;
    this.ids.end(stream.id, ending);
    if (ending === 'ended') this.guards.streamEnded();
    if (stream.held) this.#lingering++;
    else this.budget.release(stream.cost);
    stream.end(error);
    this.onClosed();
  }

  closeAll(error?: Http2Error): void {
    for (const stream of this.above(0)) {
      try {
        this.close(stream, 'reset by us', error);
      } catch {
        // One owner's mistake must not keep the others from hearing; there is nothing left to end.
      }
    }
  }

  /** The open streams with an id above this one, as they are now. */
  above(id: number): LiveStream[] {
    return [...this.#open.values()].filter((stream) => stream.id > id);
  }

  released(stream: LiveStream): void {
    this.#lingering--;
    this.budget.release(stream.cost);
  }

  credit(size: number): void {
    this.#credit.consumed(size);
  }

  /**
   * The peer's SETTINGS_INITIAL_WINDOW_SIZE: open streams change by the difference (RFC 9113
   * §6.9.2). `false`: a window would grow above the maximum.
   */
  resizeSendWindows(size: number): boolean {
    const change = size - this.#sendSize;
    this.#sendSize = size;
    if (change === 0) return true;
    for (const stream of this.#open.values()) {
      if (!stream.sendWindow.grow(change)) return false;
      if (change > 0) stream.windowOpened();
    }
    return true;
  }

  /** The same for our own setting, once the peer keeps to it. */
  resizeReceiveWindows(size: number): void {
    const change = size - this.#receiveSize;
    this.#receiveSize = size;
    if (change === 0) return;
    for (const stream of this.#open.values()) {
      const increment = stream.receiveWindow.resize(change);
      if (increment > 0) this.sender.windowUpdate(stream.id, increment);
    }
  }

  /** A stream that never got as far as the table. */
  refuse(id: number): void {
    this.ids.end(id, 'reset by us');
  }
}
