import type { ByteWriter } from '#bytes/byte-writer';
import type { HeaderField } from '#hpack/header-field';
import { chooseIndexing } from '#hpack/indexing-policy';
import { encodeInteger } from '#hpack/integer';
import { encodeString } from '#hpack/string-literal';
import type { TableIndex } from '#hpack/table-index';

/**
 * Writes one field in as few bytes as the tables allow: the other half of `readField`, with the
 * picture there.
 *
 *     table.findField(name, value)   the index of exactly this field, 0 where no table has it
 *     table.findName(name)           the index of any field with this name, 0 likewise
 *     table.add(name, value)         adds an entry, as the reader will
 *     encodeString(out, text)        a length and the text
 *
 * `chooseIndexing(field, table.maxSize)` says what to do with a field that has to be spelt out:
 * 'index' (add it), 'literal' (do not), or 'never' (a secret: no one may ever).
 */
export function writeField(out: ByteWriter, field: HeaderField, table: TableIndex): void {
  // <task 5>
  //? First: is it one number? A secret is spelt out even if a table has it. Else the name's index
  //? (0: then the name follows), the value, and, if it is to be remembered, the table.
  const indexing = chooseIndexing(field, table.maxSize);
  const known = indexing === 'never' ? 0 : table.findField(field.name, field.value);
  if (known !== 0) {
    encodeInteger(out, 0x80, 7, known);
    return;
  }
  const name = table.findName(field.name);
  if (indexing === 'index') encodeInteger(out, 0x40, 6, name);
  else encodeInteger(out, indexing === 'never' ? 0x10 : 0x00, 4, name);
  if (name === 0) encodeString(out, field.name);
  encodeString(out, field.value);
  if (indexing === 'index') table.add(field.name, field.value);
  // </task>
}
