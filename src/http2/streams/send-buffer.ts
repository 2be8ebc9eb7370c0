import type { HeaderField } from '#hpack/header-field';
import type { Budget } from '#http2/limits/budget';
import { headersCost, PIECE_COST } from '#http2/limits/costs';

/** What waits in a stream: a header list, or a piece of the body. */
export interface Queued {
  readonly fields: readonly HeaderField[] | undefined;
  bytes: Uint8Array;
  /** Of `bytes` these wait: what lies before is sent, what lies behind is free. */
  start: number;
  end: number;
  endStream: boolean;
  /** `bytes` is ours, and has room for more. */
  readonly pack: boolean;
  /** How often something was added to it. */
  pieces: number;
}

const NOTHING: Uint8Array = new Uint8Array(0);

/** Pieces below this many octets are copied together … */
const SMALL_PIECE = 1_024;
/** … into packs that grow from the first to the second size. */
const FIRST_PACK = 64;
const FULL_PACK = 4_096;

/** What each further piece counts beside its octets where it is decided whether more may come. */
const PIECE_FILL = 1024;

/**
 * What one stream could not send yet, in the order in which it goes out. Small pieces are packed
 * together: a piece of six octets would otherwise cost some hundred in objects, and an attacker
 * who gives no window could have us hold a hundred times what `octets` says.
 */
export class SendBuffer {
  readonly #budget: Budget;
  #queue: Queued[] = [];
  #octets = 0;
  #pieces = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  get empty(): boolean {
    return this.#queue.length === 0;
  }

  /** Octets of the body that wait. */
  get octets(): number {
    return this.#octets;
  }

  /**
   * The octets of the body that wait, and something for each piece of them: who sends an octet at a
   * time is to stop after 64 times, not after 65,536.
   */
  get fill(): number {
    return this.#octets + PIECE_FILL * Math.max(0, this.#pieces - 1);
  }

  get first(): Queued | undefined {
    return this.#queue[0];
  }

  addHeaders(fields: readonly HeaderField[], endStream: boolean): void {
    this.#push({ fields, bytes: NOTHING, start: 0, end: 0, endStream, pack: false, pieces: 0 });
  }

  /** `bytes` from `start` on. A small piece is copied, a large one is kept as it is. */
  addData(bytes: Uint8Array, start: number, endStream: boolean): void {
    const size = bytes.length - start;
    this.#octets += size;
    this.#pieces++;
    if (size >= SMALL_PIECE) {
      const end = bytes.length;
      this.#push({ fields: undefined, bytes, start, end, endStream, pack: false, pieces: 1 });
      return;
    }
    const pack = this.#packWithRoom(size);
    pack.bytes.set(start === 0 ? bytes : bytes.subarray(start), pack.end);
    pack.end += size;
    pack.endStream = endStream;
    pack.pieces++;
  }

  /** So much of the first piece is sent. */
  sent(size: number): void {
    this.#queue[0]!.start += size;
    this.#octets -= size;
  }

  removeFirst(): void {
    const first = this.#queue.shift()!;
    this.#pieces -= first.pieces;
    this.#budget.release(costOf(first));
  }

  clear(): void {
    for (const queued of this.#queue) this.#budget.release(costOf(queued));
    this.#queue = [];
    this.#octets = 0;
    this.#pieces = 0;
  }

  #packWithRoom(size: number): Queued {
    const last = this.#queue.at(-1);
    if (last?.pack && last.end + size <= FULL_PACK) {
      if (last.end + size > last.bytes.length) this.#grow(last, last.end + size);
      return last;
    }
    const bytes = new Uint8Array(Math.max(size, FIRST_PACK));
    const none = { start: 0, end: 0, endStream: false, pieces: 0 };
    const pack = { fields: undefined, bytes, pack: true, ...none };
    this.#push(pack);
    return pack;
  }

  #grow(pack: Queued, size: number): void {
    const larger = new Uint8Array(Math.min(FULL_PACK, Math.max(size, 2 * pack.bytes.length)));
    larger.set(pack.bytes);
    this.#budget.charge(larger.length - pack.bytes.length);
    pack.bytes = larger;
  }

  #push(queued: Queued): void {
    this.#budget.charge(costOf(queued));
    this.#queue.push(queued);
  }
}

/** It is held as a whole until the last octet of it is sent. */
function costOf({ bytes, fields }: Queued): number {
  return PIECE_COST + bytes.length + (fields === undefined ? 0 : headersCost(fields));
}
