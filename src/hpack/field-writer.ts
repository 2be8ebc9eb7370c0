import type { ByteWriter } from '#bytes/byte-writer';
import { encodeInteger } from '#hpack/integer';
import type { HeaderField } from './header-field.ts';
import { chooseIndexing } from './indexing-policy.ts';
import { encodeString } from './string-literal.ts';
import type { TableIndex } from './table-index.ts';

/** The first byte of a literal and how many of its bits are left for the name's index (§6.2). */
const LITERALS = {
  index: { pattern: 0x40, prefixBits: 6 },
  literal: { pattern: 0x00, prefixBits: 4 },
  never: { pattern: 0x10, prefixBits: 4 },
} as const;

/**
 * Writes one field in as few bytes as the table allows: the other half of `readField`, with the
 * picture there. A field that stands in a table is one number; else it is spelt out, and what may
 * come again is added, here and, when it reads this, at the peer.
 */
// #region write
export function writeField(out: ByteWriter, field: HeaderField, table: TableIndex): void {
  const { name, value } = field;
  if (field.neverIndexed !== true) {
    const index = table.findField(name, value);
    if (index !== 0) {
      encodeInteger(out, 0x80, 7, index);
      return;
    }
  }
  const indexing = chooseIndexing(field, table.maxSize);
  const { pattern, prefixBits } = LITERALS[indexing];
  const nameIndex = table.findName(name);
  encodeInteger(out, pattern, prefixBits, nameIndex);
  if (nameIndex === 0) encodeString(out, name);
  encodeString(out, value);
  if (indexing === 'index') table.add(name, value);
}
// #endregion write
