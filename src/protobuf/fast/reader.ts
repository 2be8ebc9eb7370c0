/**
 * The fast path, inward: generated code asks for a tag, switches on it, and asks for the value.
 * Nothing is allocated but what ends up in the message. It accepts and refuses the same bytes as
 * `decode-fields.ts`; the tests compare them.
 */

import { MapFiller } from '#protobuf/fields/maps/map-filler';
import { BIGINT_HEAP, bytesHeap, CHOSEN_KEY_HEAP, MAP_PUT_HEAP, stringHeap } from '#protobuf/heap';
import { Cursor, NOTHING, refuse } from './cursor.ts';
import { readUtf8 } from './utf8-fast.ts';

/**
 * Eight bytes that are looked at as a number. Copying a number's bytes here costs less than making
 * a view of each message; and two halves become a `bigint` without arithmetic on `bigint`s.
 */
const scratch = new Uint8Array(8);
const number = new DataView(scratch.buffer);

export class Reader extends Cursor {
  readonly #maps = new MapFiller((entries) => this.spend(entries * CHOSEN_KEY_HEAP));

  /** Lets go of the message, which may be large. */
  release(): void {
    this.source = NOTHING;
    this.#maps.release();
  }

  /** Puts an entry into a map. @returns the map that has it now. */
  put<K, V>(map: Map<K, V>, key: K, value: V): Map<K, V> {
    this.spend(MAP_PUT_HEAP);
    return this.#maps.put(map, key, value);
  }

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
    this.spend(BIGINT_HEAP);
    number.setInt32(0, low, true);
    number.setInt32(4, high, true);
    return number.getBigInt64(0, true);
  }

  fixed32(): number {
    return this.#fixed(4).getUint32(0, true);
  }

  sfixed32(): number {
    return this.#fixed(4).getInt32(0, true);
  }

  float(): number {
    return this.#fixed(4).getFloat32(0, true);
  }

  double(): number {
    return this.#fixed(8).getFloat64(0, true);
  }

  fixed64(): bigint {
    this.spend(BIGINT_HEAP);
    return this.#fixed(8).getBigUint64(0, true);
  }

  sfixed64(): bigint {
    this.spend(BIGINT_HEAP);
    return this.#fixed(8).getBigInt64(0, true);
  }

  #fixed(size: number): DataView {
    const start = this.advance(size);
    for (let i = 0; i < size; i++) scratch[i] = this.source[start + i]!;
    return number;
  }

  string(): string {
    const begin = this.position;
    const length = this.length();
    this.spend(stringHeap(length));
    const start = this.position;
    const end = start + length;
    this.position = end;
    return readUtf8(this.source, start, end) ?? refuse('the string is not valid UTF-8', begin);
  }

  /** Copied: they outlive the buffer that they arrived in. */
  bytes(): Uint8Array {
    const length = this.length();
    this.spend(bytesHeap(length));
    const start = this.position;
    this.position = start + length;
    return this.source.slice(start, this.position);
  }
}
