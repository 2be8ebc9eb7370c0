import type { Cursor } from '#hpack/cursor';
import { DecodedField } from '#hpack/header-field';
import { HpackError } from '#hpack/hpack-error';
import { decodeInteger } from '#hpack/integer';
import { decodeString } from '#hpack/strings/string-literal';
import type { DynamicTable } from '#hpack/tables/dynamic-table';
import { STATIC_TABLE } from '#hpack/tables/static-table';

/** By the number of leading zeros: each kind has its own. */
export function readField(from: Cursor, table: DynamicTable): DecodedField {
  const zeros = Math.clz32(from.bytes[from.at]!) - 24;
  const all = [...STATIC_TABLE];
  for (let i = 0; i < table.length; i++) all.push(table.get(i)!);
  const at = (index: number) => {
    const found = index > 0 ? all[index] : undefined;
    if (found === undefined) throw new HpackError(`index ${index}?`);
    return found;
  };
  switch (zeros) {
    case 0:
      return at(decodeInteger(from, 7));
    case 2:
      throw new HpackError('001 is not a field');
    default: {
      const index = decodeInteger(from, zeros === 1 ? 6 : 4);
      const name = index ? at(index).name : decodeString(from);
      const field = new DecodedField(name, decodeString(from), zeros === 3);
      if (zeros === 1) table.add(field);
      return field;
    }
  }
}
