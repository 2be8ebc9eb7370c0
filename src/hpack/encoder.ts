import type { ByteWriter } from '#bytes/byte-writer';
import { writeField } from '#hpack/field-writer';
import { encodeInteger } from '#hpack/integer';
import { TableIndex } from '#hpack/tables/table-index';
import type { HeaderField } from './header-field.ts';
import { DEFAULT_TABLE_SIZE, MAX_ENCODER_TABLE_SIZE } from './limits.ts';

/**
 * Header lists into header blocks: the other half of `HpackDecoder`. A
 * field sent before is one byte from then on; that is why a call's headers cost so little.
 *
 * An encoder belongs to one direction of one connection; every block it makes must be sent, in
 * order, or the peer's table is no longer the same as ours.
 */
export class HpackEncoder {
  readonly #table: TableIndex;
  /** Size updates owed to the peer, in front of the next block. */
  #smallest: number | undefined;
  #announce: number | undefined;

  /** @param tableSize what the peer allows; every HTTP/2 connection starts with 4096. */
  constructor(tableSize = DEFAULT_TABLE_SIZE) {
    this.#table = new TableIndex(Math.min(tableSize, MAX_ENCODER_TABLE_SIZE));
  }

  /**
   * The peer's SETTINGS_HEADER_TABLE_SIZE has changed. The next block begins with the new size;
   * if it fell in between and rose again, with both, so that the peer evicts as we do (§4.2).
   */
  setMaxTableSize(allowed: number): void {
    const size = Math.min(allowed, MAX_ENCODER_TABLE_SIZE);
    if (size === this.#table.maxSize && this.#announce === undefined) return;
    this.#smallest = Math.min(this.#smallest ?? size, size);
    this.#announce = size;
    this.#table.resize(size);
  }

  /**
   * Appends the block for a list to `out`. Names must be in lower case (RFC 9113 §8.2).
   * @throws RangeError for a character that is not an octet; then nothing is appended.
   */
  encode(fields: readonly HeaderField[], out: ByteWriter): void {
    const before = out.length;
    try {
      if (this.#announce !== undefined) this.#writeSizeUpdates(out, this.#announce);
      for (let i = 0; i < fields.length; i++) writeField(out, fields[i]!, this.#table);
    } catch (error) {
      out.truncate(before);
      this.#startOver();
      throw error;
    }
  }

  /**
   * A block that was begun is not sent, and its first fields are in our table but not in the
   * peer's. Emptying both makes them equal again: a table of size 0 has no entries.
   */
  #startOver(): void {
    const size = this.#table.maxSize;
    this.#table.resize(0);
    this.#table.resize(size);
    this.#smallest = 0;
    this.#announce = size;
  }

  #writeSizeUpdates(out: ByteWriter, size: number): void {
    if (this.#smallest !== undefined && this.#smallest < size) {
      encodeInteger(out, 0x20, 5, this.#smallest);
    }
    encodeInteger(out, 0x20, 5, size);
    this.#smallest = undefined;
    this.#announce = undefined;
  }
}
