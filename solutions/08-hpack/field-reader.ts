// Derived from src/hpack/field-reader.ts by npm run skeletons: change it there.
import type { Cursor } from '#hpack/cursor';
import { DecodedField } from '#hpack/header-field';
import { HpackError } from '#hpack/hpack-error';
import { decodeInteger } from '#hpack/integer';
import { decodeString } from '#hpack/strings/string-literal';
import type { DynamicTable } from '#hpack/tables/dynamic-table';
import { STATIC_TABLE, STATIC_TABLE_LENGTH } from '#hpack/tables/static-table';

/**
 * Reads one field of a block, and moves `from.at` behind it (RFC 7541 §6). The first bits say in
 * which way it is written, and how many are left for the number:
 *
 *     1xxxxxxx  indexed field                      name and value from the tables   §6.1
 *     01xxxxxx  literal, added to the table        name from a table or spelt out   §6.2.1
 *     001xxxxx  the table's size changes           not here: only at the beginning  §6.3
 *     0001xxxx  literal, never to be indexed       a secret                         §6.2.3
 *     0000xxxx  literal, not added                                                  §6.2.2
 *
 * `new DecodedField(name, value, neverIndexed)` makes a field; `decodeString(from)` reads a string.
 *
 * @throws HpackError if there is no such index, or the block ends too early
 */
export function readField(from: Cursor, table: DynamicTable): DecodedField {
  const first = from.bytes[from.at] ?? 0;
  if (first >= 0x80) return lookUp(decodeInteger(from, 7), table);
  if (first >= 0x40) {
    const field = readLiteral(from, 6, table, false);
    table.add(field);
    return field;
  }
  if (first >= 0x20) throw new HpackError('a table size update after a field (§4.2)');
  return readLiteral(from, 4, table, first >= 0x10);
}

/** A literal: the index of its name, or the name, and then the value. */
function readLiteral(
  from: Cursor,
  prefixBits: number,
  table: DynamicTable,
  neverIndexed: boolean,
): DecodedField {
  const index = decodeInteger(from, prefixBits);
  const name = index === 0 ? decodeString(from) : lookUp(index, table).name;
  return new DecodedField(name, decodeString(from), neverIndexed);
}

/**
 * The field with this index: 1–61 stand in the static table, from 62 on in the dynamic one (§2.3.3).
 * @throws HpackError if there is none
 */
function lookUp(index: number, table: DynamicTable): DecodedField {
  const field =
    index <= STATIC_TABLE_LENGTH ? STATIC_TABLE[index] : table.get(index - STATIC_TABLE_LENGTH - 1);
  if (index === 0 || field === undefined) throw new HpackError(`no field has index ${index}`);
  return field;
}
