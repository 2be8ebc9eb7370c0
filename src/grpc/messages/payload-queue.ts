import { SMALL_MESSAGE } from '#http2/limits/costs';
import { PackedMessage, type Payload } from './payload.ts';

/**
 * In bytes: the first pack of a queue grows from the one size to the other, as most queues hold a
 * message or two. A pack behind a full one is made full-sized: growing would copy all of it again.
 */
const FIRST_PACK = 64;
const FULL_PACK = 4_096;
/** A pack has so many messages at most. */
const PACK_MESSAGES = 1_024;

/**
 * Messages that wait for their reader, as they came, in order. What waits holds nothing beside
 * itself: a large message that is only a view is copied out of the network's buffer, and small ones
 * are packed together. As an object for each, half a megabyte of empty messages would take ten.
 */
export class PayloadQueue {
  #queue: (Pack | Payload | undefined)[] = [];
  /** How many entries of the queue have been taken. */
  #taken = 0;

  get empty(): boolean {
    return this.#taken === this.#queue.length;
  }

  push(payload: Payload): void {
    if (payload.length >= SMALL_MESSAGE) {
      this.#queue.push(detached(payload));
      return;
    }
    const last = this.#queue.at(-1);
    if (last instanceof Pack && last.add(payload)) return;
    const pack = new Pack(last instanceof Pack ? FULL_PACK : FIRST_PACK);
    pack.add(payload);
    this.#queue.push(pack);
  }

  /** The first one, removed; `undefined` if there is none. */
  shift(): Payload | undefined {
    const first = this.#queue[this.#taken];
    if (first === undefined) return undefined;
    const payload = first instanceof Pack ? first.take() : first;
    if (!(first instanceof Pack && first.hasMore)) this.#queue[this.#taken++] = undefined;
    if (this.empty) this.clear();
    return payload;
  }

  clear(): void {
    this.#queue = [];
    this.#taken = 0;
  }
}

/** The same message, but not as a small part of a large buffer, which it would hold as a whole. */
export function detached(payload: Payload): Payload {
  if (payload instanceof PackedMessage) return payload.with(detachedBytes(payload.bytes));
  return detachedBytes(payload);
}

function detachedBytes(bytes: Uint8Array): Uint8Array {
  return 2 * bytes.length < bytes.buffer.byteLength ? new Uint8Array(bytes) : bytes;
}

/** Small messages, one behind the other. */
class Pack {
  #bytes: Uint8Array;
  /** Where each message ends; `~end` if it is compressed. */
  readonly #ends: number[] = [];
  #filled = 0;
  /** The end of the message that was taken last, and how many were. */
  #at = 0;
  #taken = 0;
  /** Any compressed one: all of a call are compressed in the same way. */
  #compressed: PackedMessage | undefined;

  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
  }

  get hasMore(): boolean {
    return this.#taken < this.#ends.length;
  }

  /** @returns false: it is full. */
  add(payload: Payload): boolean {
    const bytes = payload instanceof PackedMessage ? payload.bytes : payload;
    const end = this.#filled + bytes.length;
    if (end > FULL_PACK || this.#ends.length === PACK_MESSAGES) return false;
    if (end > this.#bytes.length) this.#grow(end);
    this.#bytes.set(bytes, this.#filled);
    this.#filled = end;
    if (payload instanceof PackedMessage) this.#compressed = payload.with(NOTHING);
    this.#ends.push(payload instanceof PackedMessage ? ~end : end);
    return true;
  }

  take(): Payload {
    const mark = this.#ends[this.#taken++]!;
    const start = this.#at;
    this.#at = mark < 0 ? ~mark : mark;
    const bytes = new Uint8Array(this.#bytes.buffer, start, this.#at - start);
    return mark < 0 ? this.#compressed!.with(bytes) : bytes;
  }

  #grow(size: number): void {
    const larger = new Uint8Array(Math.min(FULL_PACK, Math.max(size, 2 * this.#bytes.length)));
    larger.set(this.#bytes.subarray(0, this.#filled));
    this.#bytes = larger;
  }
}

const NOTHING = new Uint8Array(0);
