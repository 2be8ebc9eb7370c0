import type { Name, RangeNode, ReservedNode } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

/** `reserved 2, 5 to 9, 100 to max;` or `reserved "old", "older";` */
export function parseReserved(reader: TokenReader): ReservedNode {
  reader.expect('reserved');
  const isNames = reader.peek().kind === 'string';
  const ranges: RangeNode[] = [];
  const names: Name[] = [];
  do {
    if (isNames) names.push(reader.text('a name in quotation marks'));
    else ranges.push(parseRange(reader));
  } while (reader.skip(','));
  reader.expect(';');
  return { node: 'reserved', ranges, names };
}

function parseRange(reader: TokenReader): RangeNode {
  const first = reader.integer('a number, or names in quotation marks');
  if (!reader.skip('to')) return { first, last: first };
  return reader.skip('max')
    ? { first }
    : { first, last: reader.integer('the last number, or max') };
}
