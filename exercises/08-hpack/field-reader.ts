import { notYet } from '#course/exercise/not-yet';
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
  // ── Task 4 ──
  // Look at from.bytes[from.at], but leave it there: decodeInteger(from, prefixBits) begins with
  // the same byte. A literal whose index is 0 has its name spelt out, before the value.
  throw notYet(4);
}

/** A literal: the index of its name, or the name, and then the value. */
function readLiteral(
  from: Cursor,
  prefixBits: number,
  table: DynamicTable,
  neverIndexed: boolean,
): DecodedField {
  // ── Task 4 ──
  // Used by three of the five.
  throw notYet(4);
}

/**
 * The field with this index: 1–61 stand in the static table, from 62 on in the dynamic one (§2.3.3).
 * @throws HpackError if there is none
 */
function lookUp(index: number, table: DynamicTable): DecodedField {
  // ── Task 4 ──
  // STATIC_TABLE[index], its first is 1; table.get(index), its newest is 0.
  throw notYet(4);
}
