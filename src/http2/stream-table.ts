import type { ConnectionContext } from './connection-context.ts';
import type { Http2Error } from './http2-error.ts';
import { REMEMBERED_STREAMS } from './limits.ts';
import type { LiveStream } from './live-stream.ts';
import { RecentIds } from './recent-ids.ts';

/** How a stream came to its end. */
export type Ending = 'ended' | 'reset by us' | 'reset by peer';

/** What a stream is that is not open: an answer for a frame that came for it. */
export type Absence =
  /** Not opened yet. */
  | 'idle'
  /** Closed without ever being used, because a higher id was (RFC 9113 §5.1.1). */
  | 'skipped'
  | Ending;

/** The streams that are open, and what is remembered of those that were. */
export class StreamTable {
  readonly #context: ConnectionContext;
  readonly #open = new Map<number, LiveStream>();
  readonly #ended = new RecentIds(REMEMBERED_STREAMS);
  readonly #resetByUs = new RecentIds(REMEMBERED_STREAMS);
  readonly #resetByPeer = new RecentIds(REMEMBERED_STREAMS);
  /** The highest id that was opened, by whichever side opens: the client. */
  lastId = 0;

  constructor(context: ConnectionContext) {
    this.#context = context;
  }

  get size(): number {
    return this.#open.size;
  }

  get(id: number): LiveStream | undefined {
    return this.#open.get(id);
  }

  all(): Iterable<LiveStream> {
    return this.#open.values();
  }

  add(stream: LiveStream): void {
    this.#open.set(stream.id, stream);
    this.#context.guards.streamOpened();
  }

  /** Takes a stream off the table and tells its owner; once, whoever calls first. */
  close(stream: LiveStream, ending: Ending, error?: Http2Error): void {
    if (!this.#open.delete(stream.id)) return;
    stream.state = 'closed';
    stream.dropQueue();
    this.#remember(stream.id, ending);
    if (ending === 'ended') this.#context.guards.streamEnded();
    // What the owner has not consumed it will not: the other streams get the room.
    this.#context.creditConnection(stream.unconsumed);
    stream.unconsumed = 0;
    stream.closeError = error;
    stream.handler?.close(error);
    this.#context.streamGone();
  }

  closeAll(error?: Http2Error): void {
    for (const stream of [...this.#open.values()]) {
      try {
        this.close(stream, 'reset by us', error);
      } catch {
        // One owner's mistake must not keep the others from hearing; there is nothing left to end.
      }
    }
  }

  /** A stream that never got as far as the table. */
  refuse(id: number): void {
    this.#remember(id, 'reset by us');
  }

  /** Why there is no open stream with this id. Only a client's (odd) ids are ever used. */
  absence(id: number): Absence {
    if (id % 2 === 0 || id > this.lastId) return 'idle';
    if (this.#resetByUs.has(id)) return 'reset by us';
    if (this.#resetByPeer.has(id)) return 'reset by peer';
    if (this.#ended.has(id)) return 'ended';
    // Too long ago to know. The answer that does no harm: what comes late is skipped.
    if (id <= this.#resetByUs.forgotten) return 'reset by us';
    return id <= this.#ended.forgotten ? 'ended' : 'skipped';
  }

  #remember(id: number, ending: Ending): void {
    if (ending === 'ended') this.#ended.add(id);
    else if (ending === 'reset by us') this.#resetByUs.add(id);
    else this.#resetByPeer.add(id);
  }
}
