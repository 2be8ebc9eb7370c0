// Derived from src/http2/streams/stream-ids.ts by npm run skeletons: change it there.
import { REMEMBERED_STREAMS } from '#http2/limits/limits';
import { RecentIds } from '#http2/streams/recent-ids';

/** An id has 31 bits, and a client's are odd: a connection has 2³⁰ streams in its life. */
export const LAST_STREAM_ID = 0x7fffffff;

/** How a stream came to its end. */
export type Ending = 'ended' | 'reset by us' | 'reset by peer';

/** Why there is no open stream with this id: an answer for a frame that came for it. */
export type Absence =
  /** It has not begun, and may still. Of a server's even ids none ever begins here. */
  | 'idle'
  /** Closed without ever being used, because a higher id was (RFC 9113 §5.1.1). */
  | 'skipped'
  | Ending;

/**
 * The ids of one connection's streams (RFC 9113 §5.1.1): odd, each higher than all before it, never
 * used twice. Both ends count: a client to choose the next one, a server to see that the client did.
 *
 *     opened:   1   3   5       9                        2³¹−1
 *               |   |   |   :   |   | next   …             |
 *                          7: passed over, and so closed   no further stream
 */
export class StreamIds {
  readonly #first: number;
  readonly #ended = new RecentIds(REMEMBERED_STREAMS);
  readonly #resetByUs = new RecentIds(REMEMBERED_STREAMS);
  readonly #resetByPeer = new RecentIds(REMEMBERED_STREAMS);
  #highest = 0;

  /** @param first odd. Every connection begins with 1; a test of its end cannot wait for that. */
  constructor(first = 1) {
    this.#first = first;
  }

  /** The highest that has begun: what GOAWAY names. 0: none has. */
  get highest(): number {
    return this.#highest;
  }

  /** The id of the stream that a client opens next; `undefined`: they are used up. */
  get next(): number | undefined {
    if (this.#highest === 0) return this.#first;
    return this.#highest === LAST_STREAM_ID ? undefined : this.#highest + 2;
  }

  /** Whether a stream may begin with this id. */
  canBegin(id: number): boolean {
    return id % 2 === 1 && id > this.#highest && id <= LAST_STREAM_ID;
  }

  /** A stream begins. With that every lower id that was not used is closed. */
  begin(id: number): void {
    this.#highest = id;
  }

  /** It is over; the last few are remembered. */
  end(id: number, ending: Ending): void {
    if (ending === 'ended') this.#ended.add(id);
    else if (ending === 'reset by us') this.#resetByUs.add(id);
    else this.#resetByPeer.add(id);
  }

  /**
   * What has become of an id with which no stream is open. How a stream ended is forgotten in time,
   * and then the answer is the one that does no harm: of what a stream that we reset still had on
   * its way, nothing is taken amiss.
   */
  absence(id: number): Absence {
    if (id % 2 === 0 || id > this.#highest) return 'idle';
    if (this.#resetByUs.has(id)) return 'reset by us';
    if (this.#resetByPeer.has(id)) return 'reset by peer';
    if (this.#ended.has(id)) return 'ended';
    if (id <= this.#resetByUs.forgotten) return 'reset by us';
    return id <= this.#ended.forgotten ? 'ended' : 'skipped';
  }
}
