/**
 * The fast path, inward, lower half: a position that moves through the bytes, and all that has to
 * be known to get from one field to the next. `reader.ts` reads what stands in between.
 *
 * Every method checks against `end`, the end of the innermost message, before it reads. It does not
 * know the names of fields; it notes their tags, and `locate.ts` makes the place of an error of them.
 */
import { DecodeError } from '#protobuf/error';
import { FIRST_ITEM_HEAP, ITEM_HEAP, unknownHeap } from '#protobuf/heap';
import {
  DEFAULT_LIMITS,
  type DecodeLimits,
  heapFor,
  MAX_DEPTH,
  MAX_VARINT_LENGTH,
} from '#protobuf/limits';
import { tagProblem } from '#protobuf/wire/tag-problem';
import { appendUnknown } from '#protobuf/wire/unknown-fields';
import { WireType } from '#protobuf/wire/wire-type';

export const NOTHING = new Uint8Array(0);

export class Cursor {
  source = NOTHING as Uint8Array;
  position = 0;
  /** Where the message or list that is being read ends. */
  end = 0;
  limits = DEFAULT_LIMITS;
  /** The halves of the 64-bit varint that was read last. */
  protected low = 0;
  protected high = 0;
  /** The last tag, and its offset. */
  #tag = 0;
  #tagStart = 0;
  #isSkipping = false;
  /** Levels that may still open: messages and groups. */
  #depth = MAX_DEPTH;
  /** The messages that are open, outermost first: where the tag of each begins. */
  #open = new Uint32Array(MAX_DEPTH);
  #openCount = 0;
  /** Bytes of memory that what is read may still take. */
  #heap = 0;
  /** The length of the packed list that is being read, before it began. */
  #listStart = 0;

  /** Goes to the beginning of a message. One reader serves one message after the other. */
  begin(bytes: Uint8Array, limits: DecodeLimits): void {
    this.source = bytes;
    this.position = 0;
    this.end = bytes.length;
    this.#heap = heapFor(bytes.length, limits);
    if (limits !== this.limits) this.#prepare(limits);
  }

  /** After an error, which left it somewhere inside a message. */
  recover(): void {
    this.#isSkipping = false;
    this.#openCount = 0;
    this.#prepare(this.limits);
  }

  #prepare(limits: DecodeLimits): void {
    this.limits = limits;
    this.#depth = limits.maxDepth;
    if (this.#open.length < limits.maxDepth) this.#open = new Uint32Array(limits.maxDepth);
  }

  /** Memory that the message takes, as far as it was read, in bytes. */
  get heap(): number {
    return heapFor(this.source.length, this.limits) - this.#heap;
  }

  /** Where the tag begins at which, or behind which, the reader is; and those of what contains it. */
  get tagStarts(): { last: number; isUnknown: boolean; open: Uint32Array } {
    const open = this.#open.slice(0, this.#openCount);
    return { last: this.#tagStart, isUnknown: this.#isSkipping, open };
  }

  /** Counts memory that is taken. @param heap In bytes, as `heap.ts` has it. */
  spend(heap: number): void {
    this.#heap -= heap;
    if (this.#heap < 0) refuse(TOO_LARGE + heapFor(this.source.length, this.limits), this.position);
  }

  /** The next tag: field number × 8 + wire type. What it does not know, a reader must `skip`. */
  tag(): number {
    const start = this.position;
    this.#tagStart = start;
    const tag = this.uint32();
    const length = this.position - start;
    if (length > 1 || tag < 8 || (tag & 7) > WireType.I32) {
      const problem = tagProblem(tag, this.source, start, length);
      if (problem !== undefined) refuse(problem, start);
    }
    this.#tag = tag;
    return tag;
  }

  /** Begins a length-delimited value; what is returned is for `close`. */
  open(): number {
    const length = this.length();
    const outer = this.end;
    this.end = this.position + length;
    return outer;
  }

  close(outer: number): void {
    this.end = outer;
  }

  /** Begins a submessage. @param heap What it takes while it is empty. */
  enter(heap: number): number {
    if (this.#depth-- === 0) refuse('messages are nested too deeply', this.position);
    this.spend(heap);
    const outer = this.open();
    this.#open[this.#openCount++] = this.#tagStart;
    return outer;
  }

  leave(outer: number): void {
    this.end = outer;
    this.#openCount--;
    this.#depth++;
  }

  /** `list`, which gets one more item now. */
  item<T>(list: T[]): T[] {
    this.spend(list.length === 0 ? FIRST_ITEM_HEAP : ITEM_HEAP);
    return list;
  }

  /** Begins a packed list; what is returned is for `closeList`. */
  openList(list: readonly unknown[]): number {
    if (list.length === 0) this.spend(FIRST_ITEM_HEAP);
    this.#listStart = list.length;
    return this.open();
  }

  closeList(outer: number, list: readonly unknown[]): void {
    this.end = outer;
    this.spend(ITEM_HEAP * (list.length - this.#listStart));
  }

  /** Moves over the field whose tag was read last. Returns `kept` with the field appended. */
  skip(kept: Uint8Array | undefined): Uint8Array {
    const start = this.#tagStart;
    this.pass();
    this.spend(unknownHeap(this.position - start, kept === undefined));
    return appendUnknown(kept, this.source, start, this.position);
  }

  /** Moves over the field whose tag was read last, and keeps nothing of it. */
  pass(): void {
    this.#isSkipping = true;
    this.#skipValue(this.#tag);
    this.#isSkipping = false;
  }

  #skipValue(tag: number): void {
    const wireType = tag & 7;
    if (wireType === WireType.VARINT) this.varint64();
    else if (wireType === WireType.I32) this.advance(4);
    else if (wireType === WireType.I64) this.advance(8);
    else if (wireType === WireType.LEN) this.advance(this.length());
    else if (wireType === WireType.SGROUP) this.#skipGroup(tag >>> 3);
    else refuse(`group ${tag >>> 3} ends, but none has begun`, this.#tagStart);
  }

  /** A group has no length: one has to walk through its fields to the tag that ends it. */
  #skipGroup(number: number): void {
    const start = this.position;
    if (this.#depth-- === 0) refuse('groups are nested too deeply', start);
    const endTag = ((number << 3) | WireType.EGROUP) >>> 0;
    while (true) {
      if (this.position === this.end) refuse(`group ${number} does not end`, start);
      const tag = this.tag();
      if (tag === endTag) break;
      this.#skipValue(tag);
    }
    this.#depth++;
  }

  /**
   * A varint's low 32 bits. Nearly all have five bytes at most: these are read without a loop, as
   * long as the end is not near.
   */
  uint32(): number {
    const { source, position } = this;
    if (position + 5 > this.end) return this.#longVarint();
    let byte = source[position]!;
    let value = byte & 0x7f;
    let size = 1;
    if (byte > 0x7f) {
      byte = source[position + 1]!;
      value |= (byte & 0x7f) << 7;
      size = 2;
      if (byte > 0x7f) {
        byte = source[position + 2]!;
        value |= (byte & 0x7f) << 14;
        size = 3;
        if (byte > 0x7f) {
          byte = source[position + 3]!;
          value |= (byte & 0x7f) << 21;
          size = 4;
          if (byte > 0x7f) {
            byte = source[position + 4]!;
            value |= byte << 28;
            size = 5;
            if (byte > 0x7f) return this.#longVarint();
          }
        }
      }
    }
    this.position = position + size;
    return value >>> 0;
  }

  /** Of any length, and up to the very end. */
  #longVarint(): number {
    const { source, end, position: start } = this;
    let value = 0;
    for (let shift = 0, at = start; at < end; shift += 7, at++) {
      const byte = source[at]!;
      if (shift < 32) value |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        this.position = at + 1;
        return value >>> 0;
      }
      if (shift === LAST_SHIFT) refuse(TOO_LONG, start);
    }
    return refuse(TRUNCATED, start);
  }

  /** A varint's 64 bits, to `low` and `high`. */
  protected varint64(): void {
    const { source, end, position: start } = this;
    let low = 0;
    let high = 0;
    for (let shift = 0, at = start; at < end; shift += 7, at++) {
      const byte = source[at]!;
      const bits = byte & 0x7f;
      // The fifth group, bits 28 to 34, lies across the middle.
      if (shift <= 28) low |= bits << shift;
      if (shift === 28) high = bits >>> 4;
      else if (shift > 28) high |= bits << (shift - 32);
      if (byte < 0x80) {
        this.position = at + 1;
        this.low = low;
        this.high = high;
        return;
      }
      if (shift === LAST_SHIFT) refuse(TOO_LONG, start);
    }
    refuse(TRUNCATED, start);
  }

  /** A length that was checked: as many bytes are there. */
  protected length(): number {
    const start = this.position;
    const length = this.uint32();
    if (length > this.end - this.position) refuse(TRUNCATED, start);
    return length;
  }

  /** Moves on, and returns where it was. */
  protected advance(size: number): number {
    const start = this.position;
    if (size > this.end - start) refuse(TRUNCATED, start);
    this.position = start + size;
    return start;
  }
}

/** Apart from the methods that read, which V8 inlines as long as they are short. */
export function refuse(reason: string, offset: number): never {
  throw new DecodeError(reason, offset);
}

/** In memory, whatever its bytes are. */
const TOO_LARGE = 'the message has too many parts, which would take more bytes than ';
const LAST_SHIFT = 7 * (MAX_VARINT_LENGTH - 1);
const TOO_LONG = `a varint has more than ${MAX_VARINT_LENGTH} bytes`;
export const TRUNCATED = 'the message ends inside the value';
