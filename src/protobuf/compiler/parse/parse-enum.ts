/** Enums. Source: protobuf language specification (proto3), "Enum definition". */
import { parseOptionList, parseOptionStatement } from './parse-option.ts';
import { parseReserved } from './parse-reserved.ts';
import type { EnumNode, EnumValueNode, OptionNode, ReservedNode } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

export function parseEnum(reader: TokenReader): EnumNode {
  const first = reader.expect('enum');
  const name = reader.word("the enum's name");
  reader.expect('{');
  const comment = reader.comment(first);
  const values: EnumValueNode[] = [];
  const reserved: ReservedNode[] = [];
  const options: OptionNode[] = [];
  while (!reader.skip('}')) {
    if (reader.isNext('reserved')) reserved.push(parseReserved(reader));
    else if (reader.skip('option')) options.push(parseOptionStatement(reader));
    else if (!reader.skip(';')) values.push(parseValue(reader));
  }
  return { node: 'enum', name, comment, values, reserved, options };
}

function parseValue(reader: TokenReader): EnumValueNode {
  const first = reader.peek();
  const name = reader.word("a value's name");
  reader.expect('=');
  const number = reader.integer("the value's number");
  const options = parseOptionList(reader);
  reader.expect(';');
  return { name, comment: reader.comment(first), number, options };
}
