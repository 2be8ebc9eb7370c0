/**
 * The fast path, inward: a position that moves through the bytes. Generated code asks for a tag,
 * switches on it, and asks for the value. Nothing is allocated but what ends up in the message.
 *
 * Every method checks against `end`, the end of the innermost message, before it reads. It accepts
 * and refuses the same bytes as `decode-fields.ts`; the tests compare them. What its errors say is
 * short, because `codec.ts` has the plain path find out where the bytes are wrong.
 */
import { tagProblem, WireType } from '#protobuf/tag';
import { DecodeError } from './error.ts';
import { DEFAULT_LIMITS, type DecodeLimits, MAX_VARINT_LENGTH } from './limits.ts';
import { appendUnknown } from './unknown-fields.ts';
import { readUtf8 } from './utf8-fast.ts';

/** Where a `bigint` is joined from its halves, without arithmetic on `bigint`s. */
const halves = new DataView(new ArrayBuffer(8));

export class Reader {
  readonly source: Uint8Array;
  position = 0;
  /** Where the message or list that is being read ends. */
  end: number;
  /** Made when the first number of fixed size is met: many messages have none. */
  #view: DataView | undefined = undefined;
  /** Where the last tag began. */
  #tagStart = 0;
  #depth: number;
  #objects: number;
  /** The halves of the 64-bit varint that was read last. */
  #low = 0;
  #high = 0;

  constructor(bytes: Uint8Array, limits: DecodeLimits = DEFAULT_LIMITS) {
    this.source = bytes;
    this.end = bytes.length;
    this.#depth = limits.maxDepth;
    this.#objects = limits.maxObjects;
  }

  /** The next tag: field number × 8 + wire type. What it does not know, a reader must `skip`. */
  tag(): number {
    const start = this.position;
    this.#tagStart = start;
    const tag = this.uint32();
    const length = this.position - start;
    if (length > 1) {
      const problem = tagProblem(tag, this.source, start, length);
      if (problem !== undefined) throw new DecodeError(problem, start);
    }
    return tag;
  }

  /** Begins a length-delimited value; what is returned is for `close`. */
  open(): number {
    const length = this.#length();
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
    this.#skipValue(start);
    return appendUnknown(kept, this.source, start, this.position);
  }

  #skipValue(tagStart: number): void {
    this.position = tagStart;
    const tag = this.uint32();
    const problem = tagProblem(tag, this.source, tagStart, this.position - tagStart);
    if (problem !== undefined) throw new DecodeError(problem, tagStart);
    switch (tag & 7) {
      case WireType.VARINT:
        this.#varint64();
        return;
      case WireType.I32:
        this.#advance(4);
        return;
      case WireType.I64:
        this.#advance(8);
        return;
      case WireType.LEN:
        this.#advance(this.#length());
        return;
      case WireType.SGROUP:
        this.#skipGroup(tag + WireType.EGROUP - WireType.SGROUP);
        return;
      default:
        throw new DecodeError('a group ends that has not begun', tagStart);
    }
  }

  #skipGroup(endTag: number): void {
    if (this.#depth-- === 0) throw new DecodeError('nested too deeply', this.position);
    for (let start = this.position; this.tag() !== endTag; start = this.position) {
      this.#skipValue(start);
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
      if (shift === 7 * (MAX_VARINT_LENGTH - 1)) throw new DecodeError('varint too long', start);
    }
    throw new DecodeError('truncated', start);
  }

  /** A varint's 64 bits, to `#low` and `#high`. */
  #varint64(): void {
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
        this.#low = low;
        this.#high = high;
        return;
      }
      if (shift === 7 * (MAX_VARINT_LENGTH - 1)) throw new DecodeError('varint too long', start);
    }
    throw new DecodeError('truncated', start);
  }

  int32(): number {
    return this.uint32() | 0;
  }

  sint32(): number {
    const value = this.uint32();
    return (value >>> 1) ^ -(value & 1);
  }

  bool(): boolean {
    this.#varint64();
    return (this.#low | this.#high) !== 0;
  }

  int64(): bigint {
    this.#varint64();
    return this.#join(this.#low, this.#high);
  }

  uint64(): bigint {
    this.#varint64();
    return BigInt.asUintN(64, this.#join(this.#low, this.#high));
  }

  sint64(): bigint {
    this.#varint64();
    const sign = -(this.#low & 1);
    const low = ((this.#low >>> 1) | (this.#high << 31)) ^ sign;
    return this.#join(low, (this.#high >>> 1) ^ sign);
  }

  #join(low: number, high: number): bigint {
    halves.setInt32(0, low, true);
    halves.setInt32(4, high, true);
    return halves.getBigInt64(0, true);
  }

  fixed32(): number {
    return this.#fixed(4).getUint32(this.position - 4, true);
  }

  sfixed32(): number {
    return this.#fixed(4).getInt32(this.position - 4, true);
  }

  float(): number {
    return this.#fixed(4).getFloat32(this.position - 4, true);
  }

  double(): number {
    return this.#fixed(8).getFloat64(this.position - 8, true);
  }

  fixed64(): bigint {
    return this.#fixed(8).getBigUint64(this.position - 8, true);
  }

  sfixed64(): bigint {
    return this.#fixed(8).getBigInt64(this.position - 8, true);
  }

  #fixed(size: number): DataView {
    this.#advance(size);
    const { buffer, byteOffset, length } = this.source;
    this.#view ??= new DataView(buffer, byteOffset, length);
    return this.#view;
  }

  string(): string {
    const start = this.#advance(this.#length());
    try {
      return readUtf8(this.source, start, this.position);
    } catch {
      throw new DecodeError('not valid UTF-8', start);
    }
  }

  /** Copied: they outlive the buffer that they arrived in. */
  bytes(): Uint8Array {
    const start = this.#advance(this.#length());
    return this.source.slice(start, this.position);
  }

  /** A length that was checked: as many bytes are there. */
  #length(): number {
    const start = this.position;
    const length = this.uint32();
    if (length > this.end - this.position) throw new DecodeError('truncated', start);
    return length;
  }

  /** Moves on, and returns where it was. */
  #advance(size: number): number {
    const start = this.position;
    if (size > this.end - start) throw new DecodeError('truncated', start);
    this.position = start + size;
    return start;
  }
}
