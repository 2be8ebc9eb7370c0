/**
 * The fast path, outward: generated code calls it field by field, a tag and then a value. It
 * writes the very bytes that `encode-fields.ts` writes; the tests compare them.
 */
import { checkScalar } from '#protobuf/fields/check';
import { MAX_NUMBER, Sink } from './sink.ts';
import { writeAscii, writeUtf8 } from './utf8-fast.ts';

/** Strings up to here are written character by character: a call to the encoder costs more. */
const SHORT_STRING = 64;

/** Where a `bigint` is split in two. */
const halves = new DataView(new ArrayBuffer(8));

export class Writer extends Sink {
  int32(value: number): void {
    if ((value | 0) !== value) checkScalar('int32', value);
    this.reserve(MAX_NUMBER);
    // A negative one is written as the int64 of the same value: all high bits set.
    if (value < 0) this.varint64(value, -1);
    else this.varint(value);
  }

  uint32(value: number): void {
    if (value >>> 0 !== value) checkScalar('uint32', value);
    this.reserve(MAX_NUMBER);
    this.varint(value);
  }

  sint32(value: number): void {
    if ((value | 0) !== value) checkScalar('sint32', value);
    this.reserve(MAX_NUMBER);
    this.varint(((value << 1) ^ (value >> 31)) >>> 0);
  }

  bool(value: boolean): void {
    if (typeof value !== 'boolean') checkScalar('bool', value);
    this.reserve(MAX_NUMBER);
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
    this.reserve(MAX_NUMBER);
    this.varint64((low << 1) ^ sign, ((high << 1) | (low >>> 31)) ^ sign);
  }

  fixed32(value: number): void {
    if (value >>> 0 !== value) checkScalar('fixed32', value);
    this.reserve(MAX_NUMBER);
    this.view.setUint32(this.position, value, true);
    this.position += 4;
  }

  sfixed32(value: number): void {
    if ((value | 0) !== value) checkScalar('sfixed32', value);
    this.reserve(MAX_NUMBER);
    this.view.setInt32(this.position, value, true);
    this.position += 4;
  }

  float(value: number): void {
    if (typeof value !== 'number') checkScalar('float', value);
    this.reserve(MAX_NUMBER);
    this.view.setFloat32(this.position, value, true);
    this.position += 4;
  }

  double(value: number): void {
    if (typeof value !== 'number') checkScalar('double', value);
    this.reserve(MAX_NUMBER);
    this.view.setFloat64(this.position, value, true);
    this.position += 8;
  }

  fixed64(value: bigint): void {
    checkScalar('fixed64', value);
    this.reserve(MAX_NUMBER);
    this.view.setBigUint64(this.position, value, true);
    this.position += 8;
  }

  sfixed64(value: bigint): void {
    checkScalar('sfixed64', value);
    this.reserve(MAX_NUMBER);
    this.view.setBigInt64(this.position, value, true);
    this.position += 8;
  }

  string(value: string): void {
    if (typeof value !== 'string') checkScalar('string', value);
    const units = value.length;
    // No character takes more than three bytes for each of its UTF-16 units.
    this.reserve(MAX_NUMBER + 3 * units);
    const start = this.position + 1;
    if (units <= SHORT_STRING && writeAscii(value, units, this.buffer, start)) {
      this.buffer[start - 1] = units;
      this.position = start + units;
      return;
    }
    const length = writeUtf8(value, this.buffer, start);
    this.position = start + length;
    this.writeLength(start, length);
  }

  bytes(value: Uint8Array): void {
    if (!(value instanceof Uint8Array)) checkScalar('bytes', value);
    this.reserve(MAX_NUMBER + value.length);
    this.varint(value.length);
    this.raw(value);
  }

  #bigint(value: bigint): void {
    halves.setBigInt64(0, value, true);
    this.reserve(MAX_NUMBER);
    this.varint64(halves.getInt32(0, true), halves.getInt32(4, true));
  }
}
