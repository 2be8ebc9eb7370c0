// Derived from src/http2/streams/send-queue.ts by npm run skeletons: change it there.
/** How far a stream came when it was its turn. */
export type Progress =
  /** One frame is written, more waits. */
  | 'more'
  /** Nothing waits any more. */
  | 'done'
  /** The stream's own window is used up. A WINDOW_UPDATE for the stream adds it again. */
  | 'stream window'
  /** The connection's window is used up: it waits here, and needs nothing of its own to go on. */
  | 'connection window';

/** What the queue needs of the `Sender`. */
export interface Outlet {
  /** The output takes more now. While it does not, everybody waits. */
  readonly hasRoom: boolean;
  /** The connection's own window. */
  readonly window: { readonly available: number };
  /** "There is work": the sender will call `pump` soon. As often as one likes. */
  announce(): void;
}

/** What waits in a queue, and is linked into it: joining and leaving allocates nothing. */
export interface Waiting {
  /** The queue's own. */
  line: Line | undefined;
  previous: Waiting | undefined;
  next: Waiting | undefined;
  /** Sends one frame of what is queued. */
  sendQueued(): Progress;
}

/**
 * The streams that have something to send and could not send it at once. They take turns, a frame
 * each, so that one long body does not hold up the short ones.
 *
 * A frame that comes does the same little work however many streams wait: a stream moves when it
 * is its turn, never because another one moved.
 */
export class SendQueue {
  readonly #sender: Outlet;
  /** Those that can go on, as far as they know. */
  readonly #ready = new Line();
  /** Those that wait for the connection's window alone. */
  readonly #starved = new Line();
  #pumping = false;

  constructor(sender: Outlet) {
    this.#sender = sender;
  }

  /** This stream has something to send, and as far as it knows its window is open. */
  add(stream: Waiting): void {
    if (stream.line === undefined) this.#ready.append(stream);
    this.#sender.announce();
  }

  remove(stream: Waiting): void {
    stream.line?.remove(stream);
  }

  /** The connection's window has grown. */
  connectionWindowOpened(): void {
    if (this.#starved.first !== undefined) this.#sender.announce();
  }

  /** Writes frames, in turns, until the output is full or nothing can go on. */
  pump(): void {
    // A stream's `drain` may send more, which leads here again.
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      for (let stream = this.#nextTurn(); stream !== undefined; stream = this.#nextTurn()) {
        stream.line?.remove(stream);
        const progress = stream.sendQueued();
        if (stream.line !== undefined) continue; // It has queued more, from inside `drain`.
        if (progress === 'more') this.#ready.append(stream);
        else if (progress === 'connection window') this.#starved.append(stream);
      }
    } finally {
      this.#pumping = false;
    }
  }

  #nextTurn(): Waiting | undefined {
    if (!this.#sender.hasRoom) return undefined;
    // They have waited longest, and once each of them has had its turn there are none.
    const starved = this.#sender.window.available > 0 ? this.#starved.first : undefined;
    return starved ?? this.#ready.first;
  }
}

/** First come, first served: a list that is linked through its members. */
export class Line {
  first: Waiting | undefined;
  #last: Waiting | undefined;

  append(member: Waiting): void {
    member.line = this;
    member.previous = this.#last;
    member.next = undefined;
    if (this.#last) this.#last.next = member;
    else this.first = member;
    this.#last = member;
  }

  remove(member: Waiting): void {
    if (member.previous) member.previous.next = member.next;
    else this.first = member.next;
    if (member.next) member.next.previous = member.previous;
    else this.#last = member.previous;
    member.line = undefined;
    member.previous = undefined;
    member.next = undefined;
  }
}
