import type { ByteWriter } from '#bytes/byte-writer';
import type { HeaderField } from '#hpack/header-field';
import { encodeInteger } from '#hpack/integer';
import { encodeString } from '#hpack/strings/string-literal';
import { chooseIndexing } from '#hpack/tables/indexing-policy';
import type { TableIndex } from '#hpack/tables/table-index';

/** A way for each kind, chosen by name. */
export function writeField(out: ByteWriter, field: HeaderField, table: TableIndex): void {
  const { name, value } = field;
  const spell = (pattern: number, bits: number) => {
    const index = table.findName(name);
    encodeInteger(out, pattern, bits, index);
    for (const text of index === 0 ? [name, value] : [value]) encodeString(out, text);
  };
  const ways = {
    never: () => spell(0b0001_0000, 4),
    literal: () => spell(0, 4),
    index() {
      spell(0b0100_0000, 6);
      table.add(name, value);
    },
  };
  const whole = table.findField(name, value);
  const kind = chooseIndexing(field, table.maxSize);
  if (kind !== 'never' && whole > 0) encodeInteger(out, 0b1000_0000, 7, whole);
  else ways[kind]();
}
