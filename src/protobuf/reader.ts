/**
 * The fast path, inward: generated code asks for a tag, switches on it, and asks for the value.
 * Nothing is allocated but what ends up in the message. It accepts and refuses the same bytes as
 * `decode-fields.ts`; the tests compare them.
 */
import { Cursor } from './cursor.ts';
import { DecodeError } from './error.ts';
import { readUtf8 } from './utf8-fast.ts';

/** Where a `bigint` is joined from its halves, without arithmetic on `bigint`s. */
const halves = new DataView(new ArrayBuffer(8));

export class Reader extends Cursor {
  /** Made when the first number of fixed size is met: many messages have none. */
  #view: DataView | undefined = undefined;

  int32(): number {
    return this.uint32() | 0;
  }

  sint32(): number {
    const value = this.uint32();
    return (value >>> 1) ^ -(value & 1);
  }

  bool(): boolean {
    this.varint64();
    return (this.low | this.high) !== 0;
  }

  int64(): bigint {
    this.varint64();
    return this.#join(this.low, this.high);
  }

  uint64(): bigint {
    this.varint64();
    return BigInt.asUintN(64, this.#join(this.low, this.high));
  }

  sint64(): bigint {
    this.varint64();
    const sign = -(this.low & 1);
    const low = ((this.low >>> 1) | (this.high << 31)) ^ sign;
    return this.#join(low, (this.high >>> 1) ^ sign);
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
    this.advance(size);
    const { buffer, byteOffset, length } = this.source;
    this.#view ??= new DataView(buffer, byteOffset, length);
    return this.#view;
  }

  string(): string {
    const start = this.advance(this.length());
    try {
      return readUtf8(this.source, start, this.position);
    } catch {
      throw new DecodeError('not valid UTF-8', start);
    }
  }

  /** Copied: they outlive the buffer that they arrived in. */
  bytes(): Uint8Array {
    const start = this.advance(this.length());
    return this.source.slice(start, this.position);
  }
}
