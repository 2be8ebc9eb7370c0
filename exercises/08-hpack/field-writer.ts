import { notYet } from '#course/exercise/not-yet';
import type { ByteWriter } from '#bytes/byte-writer';
import type { HeaderField } from '#hpack/header-field';
import { encodeInteger } from '#hpack/integer';
import { encodeString } from '#hpack/strings/string-literal';
import { chooseIndexing } from '#hpack/tables/indexing-policy';
import type { TableIndex } from '#hpack/tables/table-index';

/**
 * Writes one field in as few bytes as the tables allow: the other half of `readField`, with the
 * picture there. A field that stands in a table is one number. Any other is spelt out, and what may
 * come again is added: here, and at the peer, when it reads this.
 *
 *     table.findField(name, value)   the index of exactly this field, 0 if no table has it
 *     table.findName(name)           the index of any field with this name, 0 likewise
 *     table.add(name, value)         adds an entry, as the reader will
 *     encodeString(out, text)        a length and the text
 *
 * `chooseIndexing(field, table.maxSize)` says what to do with a field that has to be spelt out:
 * 'index' (add it), 'literal' (do not), or 'never' (a secret: no one may ever).
 */
export function writeField(out: ByteWriter, field: HeaderField, table: TableIndex): void {
  // ── Task 5 ──
  // First: is it one number? A secret (field.neverIndexed) is spelt out even if a table has it.
  // Otherwise the name's index (0: then the name follows), the value, and, if it is to be
  // remembered, the table.
  throw notYet(5);
}
