// Derived from src/hpack/field-writer.ts by npm run skeletons: change it there.
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
  const { name, value } = field;
  const known = field.neverIndexed ? 0 : table.findField(name, value);
  if (known !== 0) {
    encodeInteger(out, 0x80, 7, known);
    return;
  }
  const indexing = chooseIndexing(field, table.maxSize);
  const nameIndex = table.findName(name);
  if (indexing === 'index') encodeInteger(out, 0x40, 6, nameIndex);
  else encodeInteger(out, indexing === 'never' ? 0x10 : 0x00, 4, nameIndex);
  if (nameIndex === 0) encodeString(out, name);
  encodeString(out, value);
  if (indexing === 'index') table.add(name, value);
}
