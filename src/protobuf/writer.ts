/**
 * The fast path, outward. Generated code calls it field by field, and all is written one after the
 * other. Three ideas make it fast:
 *
 * - A submessage's length stands in front of it and is known only after it. Instead of measuring
 *   first, `open` leaves one byte free and `close` fills it in. Only a content of 128 bytes or
 *   more, whose length takes a second byte, has to be moved up.
 * - Numbers stay numbers: a `bigint` is split into two halves of 32 bits, and no arithmetic is
 *   done on it.
 * - A small array costs more to make than to fill. So small messages are written side by side into
 *   one larger array, as Node's `Buffer` does it, and each is handed out as a part of that.
 *
 * It writes the very bytes that `encode-fields.ts` writes; the tests compare them.
 */
import { checkScalar } from './check.ts';
import { EncodeError } from './error.ts';
import { MAX_DEPTH, MAX_KEPT_BUFFER } from './limits.ts';
import { writeAscii, writeUtf8 } from './utf8-fast.ts';

/** What small messages share. A message that is kept keeps all of it in memory. */
const SHARED_BUFFER = 8 * 1024;
/** With less than this left of it, the next message begins a new one. */
const MIN_ROOM = 512;
/** A varint of 64 bits: the most that a tag, a length or a number takes. */
const MAX_NUMBER = 10;
/** Strings up to here are written character by character: a call to the encoder costs more. */
const SHORT_STRING = 64;

/** Where a `bigint` is split in two. */
const halves = new DataView(new ArrayBuffer(8));

export class Writer {
  /** Where it writes: the shared array, or the large one when a message outgrows that. */
  buffer = new Uint8Array(SHARED_BUFFER);
  view = new DataView(this.buffer.buffer);
  position = 0;
  #shared = this.buffer;
  #large = new Uint8Array(0);
  /** Where the message begins, in either. */
  #start = 0;
  #depth = 0;

  /** The message that was written. Its `buffer` may be shared with others: mind `byteOffset`. */
  finish(): Uint8Array {
    if (this.buffer !== this.#shared) return this.buffer.slice(this.#start, this.position);
    const message = this.buffer.subarray(this.#start, this.position);
    this.#start = this.position;
    return message;
  }

  /** Gets ready for the next message, also after one that was not finished. */
  reset(): void {
    this.#depth = 0;
    if (this.#large.length > MAX_KEPT_BUFFER) this.#large = new Uint8Array(0);
    if (this.#shared.length - this.#start < MIN_ROOM) {
      this.#shared = new Uint8Array(SHARED_BUFFER);
      this.#start = 0;
    }
    if (this.buffer !== this.#shared) this.#use(this.#shared);
    this.position = this.#start;
  }

  /** Makes room for `size` more bytes. */
  #reserve(size: number): void {
    if (this.position + size > this.buffer.length) this.#grow(this.position + size);
  }

  #grow(needed: number): void {
    if (needed > this.#large.length) this.#large = new Uint8Array(2 * needed);
    // To the same place: what `open` returned stays true.
    this.#large.set(this.buffer.subarray(this.#start, this.position), this.#start);
    this.#use(this.#large);
  }

  #use(buffer: Uint8Array<ArrayBuffer>): void {
    this.buffer = buffer;
    this.view = new DataView(buffer.buffer);
  }

  /** @param tag Field number × 8 + wire type. */
  tag(tag: number): this {
    this.#reserve(MAX_NUMBER);
    this.#varint(tag);
    return this;
  }

  /** Begins a length-delimited value. What is returned is for `close`. */
  open(tag: number): number {
    this.#reserve(MAX_NUMBER);
    this.#varint(tag);
    return ++this.position;
  }

  /** Ends the value that began at `start`, and writes its length in front of it. */
  close(start: number): void {
    this.#writeLength(start, this.position - start);
  }

  /** Begins a submessage; what is returned is for `leave`. */
  enter(tag: number): number {
    if (++this.#depth > MAX_DEPTH) {
      throw new EncodeError('messages are nested too deeply, or in a circle');
    }
    return this.open(tag);
  }

  leave(start: number): void {
    this.#depth--;
    this.close(start);
  }

  /** Writes `length` before the content at `start`, where one byte is free for it. */
  #writeLength(start: number, length: number): void {
    if (length < 0x80) {
      this.buffer[start - 1] = length;
      return;
    }
    const shift = varintSize(length) - 1;
    this.#reserve(shift);
    this.buffer.copyWithin(start + shift, start, start + length);
    this.position = start - 1;
    this.#varint(length);
    this.position += length;
  }

  int32(value: number): void {
    if ((value | 0) !== value) checkScalar('int32', value);
    this.#reserve(MAX_NUMBER);
    // A negative one is written as the int64 of the same value: all high bits set.
    if (value < 0) this.#varint64(value, -1);
    else this.#varint(value);
  }

  uint32(value: number): void {
    if (value >>> 0 !== value) checkScalar('uint32', value);
    this.#reserve(MAX_NUMBER);
    this.#varint(value);
  }

  sint32(value: number): void {
    if ((value | 0) !== value) checkScalar('sint32', value);
    this.#reserve(MAX_NUMBER);
    this.#varint(((value << 1) ^ (value >> 31)) >>> 0);
  }

  bool(value: boolean): void {
    if (typeof value !== 'boolean') checkScalar('bool', value);
    this.#reserve(MAX_NUMBER);
    this.buffer[this.position++] = value ? 1 : 0;
  }

  int64(value: bigint): void {
    checkScalar('int64', value);
    this.#bigint(value);
  }

  uint64(value: bigint): void {
    checkScalar('uint64', value);
    this.#bigint(value);
  }

  sint64(value: bigint): void {
    checkScalar('sint64', value);
    halves.setBigInt64(0, value, true);
    const low = halves.getInt32(0, true);
    const high = halves.getInt32(4, true);
    const sign = high >> 31;
    this.#reserve(MAX_NUMBER);
    this.#varint64((low << 1) ^ sign, ((high << 1) | (low >>> 31)) ^ sign);
  }

  fixed32(value: number): void {
    if (value >>> 0 !== value) checkScalar('fixed32', value);
    this.#reserve(MAX_NUMBER);
    this.view.setUint32(this.position, value, true);
    this.position += 4;
  }

  sfixed32(value: number): void {
    if ((value | 0) !== value) checkScalar('sfixed32', value);
    this.#reserve(MAX_NUMBER);
    this.view.setInt32(this.position, value, true);
    this.position += 4;
  }

  float(value: number): void {
    if (typeof value !== 'number') checkScalar('float', value);
    this.#reserve(MAX_NUMBER);
    this.view.setFloat32(this.position, value, true);
    this.position += 4;
  }

  double(value: number): void {
    if (typeof value !== 'number') checkScalar('double', value);
    this.#reserve(MAX_NUMBER);
    this.view.setFloat64(this.position, value, true);
    this.position += 8;
  }

  fixed64(value: bigint): void {
    checkScalar('fixed64', value);
    this.#reserve(MAX_NUMBER);
    this.view.setBigUint64(this.position, value, true);
    this.position += 8;
  }

  sfixed64(value: bigint): void {
    checkScalar('sfixed64', value);
    this.#reserve(MAX_NUMBER);
    this.view.setBigInt64(this.position, value, true);
    this.position += 8;
  }

  string(value: string): void {
    if (typeof value !== 'string') checkScalar('string', value);
    // No character takes more than three bytes for each of its UTF-16 units.
    this.#reserve(MAX_NUMBER + 3 * value.length);
    const start = this.position + 1;
    if (value.length <= SHORT_STRING && writeAscii(value, this.buffer, start)) {
      this.buffer[start - 1] = value.length;
      this.position = start + value.length;
      return;
    }
    const length = writeUtf8(value, this.buffer, start);
    this.position = start + length;
    this.#writeLength(start, length);
  }

  bytes(value: Uint8Array): void {
    if (!(value instanceof Uint8Array)) checkScalar('bytes', value);
    this.#reserve(MAX_NUMBER + value.length);
    this.#varint(value.length);
    this.raw(value);
  }

  /** Bytes as they are: the unknown fields of a message. */
  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.buffer.set(bytes, this.position);
    this.position += bytes.length;
  }

  /** An unsigned number of at most 32 bits. */
  #varint(value: number): void {
    const { buffer } = this;
    let rest = value;
    while (rest > 0x7f) {
      buffer[this.position++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    buffer[this.position++] = rest;
  }

  #bigint(value: bigint): void {
    halves.setBigInt64(0, value, true);
    this.#reserve(MAX_NUMBER);
    this.#varint64(halves.getInt32(0, true), halves.getInt32(4, true));
  }

  /** 64 bits in two halves: seven bits at a time are shifted from the high into the low one. */
  #varint64(low: number, high: number): void {
    let rest = low >>> 0;
    let above = high >>> 0;
    while (above > 0) {
      this.buffer[this.position++] = (rest & 0x7f) | 0x80;
      rest = ((rest >>> 7) | (above << 25)) >>> 0;
      above >>>= 7;
    }
    this.#varint(rest);
  }
}

function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest > 0x7f; rest >>>= 7) size++;
  return size;
}
