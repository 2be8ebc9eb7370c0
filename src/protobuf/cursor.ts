/**
 * The fast path, inward, lower half: a position that moves through the bytes, and all that has to
 * be known to get from one field to the next. `reader.ts` reads what stands in between.
 *
 * Every method checks against `end`, the end of the innermost message, before it reads. What its
 * errors say is short, because `codec.ts` has the plain path find out where the bytes are wrong.
 */
import { DecodeError } from './error.ts';
import { type DecodeLimits, MAX_VARINT_LENGTH } from './limits.ts';
import { tagProblem } from './tag-problem.ts';
import { appendUnknown } from './unknown-fields.ts';
import { WireType } from './wire-type.ts';

const NOTHING = new Uint8Array(0);

export class Cursor {
  source = NOTHING as Uint8Array;
  position = 0;
  /** Where the message or list that is being read ends. */
  end = 0;
  /** The halves of the 64-bit varint that was read last. */
  protected low = 0;
  protected high = 0;
  /** The last tag, and where it began. */
  #tag = 0;
  #tagStart = 0;
  #depth = 0;
  #objects = 0;

  /** Goes to the beginning of a message. One reader serves one message after the other. */
  begin(bytes: Uint8Array, limits: DecodeLimits): void {
    this.source = bytes;
    this.position = 0;
    this.end = bytes.length;
    this.#depth = limits.maxDepth;
    this.#objects = limits.maxObjects;
  }

  /** Lets go of the message, which may be large. */
  release(): void {
    this.source = NOTHING;
  }

  /** The next tag: field number × 8 + wire type. What it does not know, a reader must `skip`. */
  tag(): number {
    const start = this.position;
    const tag = this.uint32();
    const length = this.position - start;
    if (length > 1 || tag < 8 || (tag & 7) > WireType.I32) {
      const problem = tagProblem(tag, this.source, start, length);
      if (problem !== undefined) throw new DecodeError(problem, start);
    }
    this.#tag = tag;
    this.#tagStart = start;
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

  /** Begins a submessage. @param objects The message, and a list or map for each such field. */
  enter(objects: number): number {
    if (this.#depth-- === 0) throw new DecodeError('nested too deeply', this.position);
    this.#objects -= objects;
    if (this.#objects < 0) throw new DecodeError('too many parts', this.position);
    return this.open();
  }

  leave(outer: number): void {
    this.end = outer;
    this.#depth++;
  }

  /** Moves over the field whose tag was read last. Returns `kept` with the field appended. */
  skip(kept: Uint8Array | undefined): Uint8Array {
    const start = this.#tagStart;
    this.#skipValue(this.#tag);
    return appendUnknown(kept, this.source, start, this.position);
  }

  #skipValue(tag: number): void {
    const wireType = tag & 7;
    if (wireType === WireType.VARINT) this.varint64();
    else if (wireType === WireType.I32) this.advance(4);
    else if (wireType === WireType.I64) this.advance(8);
    else if (wireType === WireType.LEN) this.advance(this.length());
    else if (wireType === WireType.SGROUP) this.#skipGroup(tag - WireType.SGROUP + WireType.EGROUP);
    else throw new DecodeError('a group ends that has not begun', this.#tagStart);
  }

  #skipGroup(endTag: number): void {
    if (this.#depth-- === 0) throw new DecodeError('nested too deeply', this.position);
    for (let tag = this.tag(); tag !== endTag; tag = this.tag()) this.#skipValue(tag);
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
      if (shift === 7 * (MAX_VARINT_LENGTH - 1)) throw new DecodeError('varint too long', start);
    }
    throw new DecodeError('truncated', start);
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
      if (shift === 7 * (MAX_VARINT_LENGTH - 1)) throw new DecodeError('varint too long', start);
    }
    throw new DecodeError('truncated', start);
  }

  /** A length that was checked: as many bytes are there. */
  protected length(): number {
    const start = this.position;
    const length = this.uint32();
    if (length > this.end - this.position) throw new DecodeError('truncated', start);
    return length;
  }

  /** Moves on, and returns where it was. */
  protected advance(size: number): number {
    const start = this.position;
    if (size > this.end - start) throw new DecodeError('truncated', start);
    this.position = start + size;
    return start;
  }
}
