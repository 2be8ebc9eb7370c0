/** Fields, also those of maps and oneofs. Source: protobuf language specification (proto3), "Fields". */
import { parseOptionList, parseOptionStatement } from './parse-option.ts';
import type { FieldNode, Name, OneofNode, OptionNode } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

/** Where a field stands; it decides which labels it can have. */
export type FieldHome = 'message' | 'oneof' | 'extend';

export function parseField(reader: TokenReader, home: FieldHome): FieldNode {
  const first = reader.peek();
  const label = parseLabel(reader, home);
  const { type, key } = parseType(reader);
  if (key !== undefined && (label !== undefined || home !== 'message')) {
    reader.fail(
      label === undefined ? `a map cannot stand in ${show(home)}` : `a map cannot be ${label}`,
      first.place,
    );
  }
  const name = reader.word("the field's name");
  reader.expect('=');
  const number = reader.integer("the field's number");
  const options = parseOptionList(reader);
  if (reader.isNext('{')) reader.fail('proto3 has no groups: declare a message', first.place);
  reader.expect(';');
  const comment = reader.comment(first);
  return { node: 'field', name, comment, label, type, key, number, options };
}

const show = (home: FieldHome) => (home === 'oneof' ? 'a oneof' : 'an extend');

function parseLabel(reader: TokenReader, home: FieldHome): FieldNode['label'] {
  const { text, place } = reader.peek();
  if (text === 'required') {
    reader.fail('proto3 has no required fields: every field may be absent', place);
  }
  if (text !== 'optional' && text !== 'repeated') return undefined;
  if (home === 'oneof') reader.fail(`a field of a oneof cannot be ${text}`, place);
  reader.take();
  return text;
}

/** A type's name, or `map<key, value>`. */
function parseType(reader: TokenReader): { readonly type: Name; readonly key?: Name } {
  if (!reader.isNext('map') || reader.peek(1).text !== '<') {
    return { type: reader.dotted("a field's type", true) };
  }
  reader.take();
  reader.expect('<');
  const key = reader.dotted("the type of the map's keys", true);
  reader.expect(',');
  const type = reader.dotted("the type of the map's values", true);
  reader.expect('>');
  return { type, key };
}

/** After the word `oneof`. */
export function parseOneof(reader: TokenReader): OneofNode {
  const name = reader.word("the oneof's name");
  const fields: FieldNode[] = [];
  const options: OptionNode[] = [];
  reader.expect('{');
  while (!reader.skip('}')) {
    if (reader.skip('option')) options.push(parseOptionStatement(reader));
    else fields.push(parseField(reader, 'oneof'));
  }
  if (fields.length === 0) reader.fail(`oneof ${name.text} has no fields`, name.place);
  return { node: 'oneof', name, fields, options };
}
