import type { HeaderField } from '#hpack/header-field';
import type { LiveStream } from './live-stream.ts';
import type { Sender } from './sender.ts';

/** What waits in a stream: a header list, or a piece of the body of which `offset` is sent. */
export interface Queued {
  fields: readonly HeaderField[] | undefined;
  bytes: Uint8Array;
  offset: number;
  endStream: boolean;
}

export const NOTHING: Uint8Array = new Uint8Array(0);

/** How far a stream came when it was its turn. */
export type Progress =
  /** One frame written, more waits. */
  | 'more'
  /** Nothing waits any more. */
  | 'done'
  /** Its own window is used up: it comes back with a WINDOW_UPDATE. */
  | 'stream window'
  /** The connection's window is used up: all come back with a WINDOW_UPDATE. */
  | 'connection window';

/**
 * The streams that have something to send and could not send it at once. They take turns, a frame
 * each, so that one long body does not hold up the short ones.
 */
export class SendQueue {
  readonly #sender: Sender;
  /** In the order of their turns: a `Set` keeps it, and a stream stands in it once. */
  readonly #waiting = new Set<LiveStream>();
  /** Those that wait for the connection's window alone. */
  readonly #starved = new Set<LiveStream>();
  #pumping = false;

  constructor(sender: Sender) {
    this.#sender = sender;
  }

  /** This stream has something to send, and as far as it knows its window is open. */
  add(stream: LiveStream): void {
    this.#waiting.add(stream);
    this.#sender.announce();
  }

  remove(stream: LiveStream): void {
    this.#waiting.delete(stream);
    this.#starved.delete(stream);
  }

  /** The connection's window has grown. */
  connectionWindowOpened(): void {
    if (this.#starved.size === 0) return;
    for (const stream of this.#starved) this.#waiting.add(stream);
    this.#starved.clear();
    this.#sender.announce();
  }

  /** Writes frames, in turns, until the output is full or nothing can go on. */
  pump(): void {
    // A stream's `drain` may send more, which leads here again.
    if (this.#pumping || this.#waiting.size === 0) return;
    this.#pumping = true;
    try {
      for (const stream of this.#waiting) {
        if (!this.#sender.hasRoom) return;
        this.#waiting.delete(stream);
        const progress = stream.sendQueued();
        // Added at the end, where this loop will come to it again.
        if (progress === 'more') this.#waiting.add(stream);
        else if (progress === 'connection window') this.#starved.add(stream);
      }
    } finally {
      this.#pumping = false;
    }
  }
}
