import { readField } from '#hpack/field-reader';
import { decodeInteger } from '#hpack/integer';
import { DynamicTable } from '#hpack/tables/dynamic-table';
import { type Cursor, cursorOver } from './cursor.ts';
import { type DecodedField, fieldSize } from './header-field.ts';
import { HpackError } from './hpack-error.ts';
import { DEFAULT_MAX_LIST_SIZE, DEFAULT_TABLE_SIZE } from './limits.ts';

export interface HpackDecoderOptions {
  /** The table that we offer in SETTINGS_HEADER_TABLE_SIZE. */
  maxTableSize?: number;
  /** Above this a list is not delivered. */
  maxListSize?: number;
}

/**
 * Header blocks into header lists (RFC 7541 §3). A decoder belongs to one direction of one
 * connection and must see every block in order: each may change the table for the next. How a field
 * is written stands in `field-reader`.
 */
export class HpackDecoder {
  readonly #table: DynamicTable;
  readonly #maxListSize: number;
  /** What the encoder may choose up to. */
  #allowedTableSize: number;
  /** We allow less than is in use: the next block must begin with a size update (§4.2). */
  #mustShrink = false;

  constructor(options: HpackDecoderOptions = {}) {
    this.#allowedTableSize = options.maxTableSize ?? DEFAULT_TABLE_SIZE;
    this.#table = new DynamicTable(this.#allowedTableSize);
    this.#maxListSize = options.maxListSize ?? DEFAULT_MAX_LIST_SIZE;
  }

  /** The size now in use, for tools and tests. */
  get tableSize(): number {
    return this.#table.size;
  }

  /** Our SETTINGS_HEADER_TABLE_SIZE has been acknowledged: from here on the encoder keeps to it. */
  setMaxTableSize(size: number): void {
    this.#allowedTableSize = size;
    if (size < this.#table.maxSize) this.#mustShrink = true;
  }

  /**
   * Decodes one whole block. Fields that stand in a table are the same objects each time.
   * @returns `undefined` if the list is larger than allowed: nothing of it was kept, but the
   *   table is right and the next block can be decoded.
   * @throws HpackError: the tables no longer agree, the connection is lost.
   */
  decode(block: Uint8Array): DecodedField[] | undefined {
    const from = cursorOver(block);
    this.#readSizeUpdates(from);
    // #region fields
    const fields: DecodedField[] = [];
    let listSize = 0;
    while (from.at < from.end) {
      const field = readField(from, this.#table);
      listSize += fieldSize(field.name, field.value);
      // Before the field is kept: nothing of a bomb is collected.
      if (listSize <= this.#maxListSize) fields.push(field);
    }
    return listSize <= this.#maxListSize ? fields : undefined;
    // #endregion fields
  }

  #readSizeUpdates(from: Cursor): void {
    while (from.at < from.end && (from.bytes[from.at]! & 0xe0) === 0x20) {
      const size = decodeInteger(from, 5);
      if (size > this.#allowedTableSize) {
        throw new HpackError(`a table of ${size} where ${this.#allowedTableSize} are allowed`);
      }
      this.#table.resize(size);
      this.#mustShrink = false;
    }
    if (this.#mustShrink) throw new HpackError('no size update after the table became smaller');
  }
}
