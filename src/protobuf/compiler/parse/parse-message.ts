/** Messages, and what stands in them. Source: protobuf language specification (proto3). */
import { MAX_NESTING } from '#protobuf/compiler/limits';
import { parseEnum } from './parse-enum.ts';
import { parseField, parseOneof } from './parse-field.ts';
import { parseOptionStatement } from './parse-option.ts';
import { parseReserved } from './parse-reserved.ts';
import type { ExtendNode, FieldNode, MessageMember, MessageNode } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

/** @param depth How many messages are around it. */
export function parseMessage(reader: TokenReader, depth = 0): MessageNode {
  const first = reader.expect('message');
  if (depth === MAX_NESTING) reader.fail('messages are nested too deeply', first.place);
  const name = reader.word("the message's name");
  reader.expect('{');
  const comment = reader.comment(first);
  const members: MessageMember[] = [];
  while (!reader.skip('}')) {
    if (!reader.skip(';')) members.push(parseMember(reader, depth));
  }
  return { node: 'message', name, comment, members };
}

function parseMember(reader: TokenReader, depth: number): MessageMember {
  const { text, place } = reader.peek();
  switch (text) {
    case 'message':
      return parseMessage(reader, depth + 1);
    case 'enum':
      return parseEnum(reader);
    case 'extend':
      return parseExtend(reader);
    case 'oneof':
      reader.take();
      return parseOneof(reader);
    case 'option':
      reader.take();
      return parseOptionStatement(reader);
    case 'reserved':
      return parseReserved(reader);
    case 'extensions':
      return reader.fail('proto3 has no extension ranges', place);
    default:
      return parseField(reader, 'message');
  }
}

export function parseExtend(reader: TokenReader): ExtendNode {
  reader.expect('extend');
  const of = reader.declaredType('the name of a message');
  const fields: FieldNode[] = [];
  reader.expect('{');
  while (!reader.skip('}')) {
    if (!reader.skip(';')) fields.push(parseField(reader, 'extend'));
  }
  if (fields.length === 0) reader.fail('an extend needs at least one field', of.place);
  return { node: 'extend', of, fields };
}
