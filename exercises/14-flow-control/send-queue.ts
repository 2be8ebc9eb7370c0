import { notYet } from '#course/exercise/not-yet';
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
    // ── Task 2 ──
    // Somebody has to call pump now: this.#sender.announce() sees to it.
    throw notYet(2);
  }

  /** Writes frames, in turns, until the output is full or nothing can go on. */
  pump(): void {
    // ── Task 2 ──
    // Take the stream whose turn it is off its line, let it send one frame, and look at how far it
    // came. It may join a line again from inside sendQueued (then stream.line is set), and may even
    // call pump: this.#pumping is for that.
    throw notYet(2);
  }

  #nextTurn(): Waiting | undefined {
    // ── Task 2 ──
    // Nobody, while the sender has no room. Otherwise: whose turn is it, if both lines have
    // somebody? this.#ready.first and this.#starved.first look at the lines without changing them.
    throw notYet(2);
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
