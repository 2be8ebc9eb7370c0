/**
 * The fast path, outward, lower half: where the bytes go. Three ideas make it fast:
 *
 * - A submessage's length stands in front of it and is known only after it. Instead of measuring
 *   first, `open` leaves one byte free and `close` fills it in. Only a content of 128 bytes or
 *   more, whose length takes a second byte, has to be moved up.
 * - Numbers stay numbers: 64 bits are two halves of 32, and no arithmetic is done on `bigint`s.
 * - A small array costs more to make than to fill. So small messages are written side by side into
 *   one larger array, as Node's `Buffer` does it, and each is handed out as a part of that.
 */
import { EncodeError } from '#protobuf/error';
import { MAX_DEPTH, MAX_KEPT_BUFFER } from '#protobuf/limits';

/** What small messages share. A message that is kept keeps all of it in memory. */
const SHARED_BUFFER = 8 * 1024;
/** With less than this left of it, the next message begins a new one. */
const MIN_ROOM = 512;
/** A varint of 64 bits: the most that a tag, a length or a number takes. */
export const MAX_NUMBER = 10;

export class Sink {
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
    if (this.buffer !== this.#shared) {
      const message = this.buffer.subarray(this.#start, this.position);
      // So large an array is not used again (`reset`). A message that fills a good part of it may
      // keep it, and is not copied.
      const { length } = this.buffer;
      return length > MAX_KEPT_BUFFER && 3 * message.length > length ? message : message.slice();
    }
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
  protected reserve(size: number): void {
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
    this.reserve(MAX_NUMBER);
    this.varint(tag);
    return this;
  }

  /** Begins a length-delimited value. What is returned is for `close`. */
  open(tag: number): number {
    this.reserve(MAX_NUMBER);
    this.varint(tag);
    return ++this.position;
  }

  /** Ends the value that began at `start`, and writes its length in front of it. */
  close(start: number): void {
    this.writeLength(start, this.position - start);
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
  protected writeLength(start: number, length: number): void {
    if (length < 0x80) {
      this.buffer[start - 1] = length;
      return;
    }
    const shift = varintSize(length) - 1;
    this.reserve(shift);
    this.buffer.copyWithin(start + shift, start, start + length);
    this.position = start - 1;
    this.varint(length);
    this.position += length;
  }

  /** Bytes as they are: the unknown fields of a message. */
  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.position);
    this.position += bytes.length;
  }

  /** An unsigned number of at most 32 bits. */
  protected varint(value: number): void {
    const { buffer } = this;
    let rest = value;
    while (rest > 0x7f) {
      buffer[this.position++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    buffer[this.position++] = rest;
  }

  /** 64 bits in two halves: seven bits at a time are shifted from the high into the low one. */
  protected varint64(low: number, high: number): void {
    let rest = low >>> 0;
    let above = high >>> 0;
    while (above > 0) {
      this.buffer[this.position++] = (rest & 0x7f) | 0x80;
      rest = ((rest >>> 7) | (above << 25)) >>> 0;
      above >>>= 7;
    }
    this.varint(rest);
  }
}

function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest > 0x7f; rest >>>= 7) size++;
  return size;
}
