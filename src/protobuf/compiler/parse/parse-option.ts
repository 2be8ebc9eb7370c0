/**
 * Options: `option java_package = "x";` as a statement, `[packed = false]` behind a field. Source:
 * protobuf language specification (proto3), "Option"; for `{ … }` the text format specification.
 */
import { MAX_NESTING } from '#protobuf/compiler/limits';
import type { OptionField, OptionNode, OptionPart, OptionValue } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

/** After the word `option`. */
export function parseOptionStatement(reader: TokenReader): OptionNode {
  const option = parseOption(reader);
  reader.expect(';');
  return option;
}

/** The options in brackets, if there are some. */
export function parseOptionList(reader: TokenReader): OptionNode[] {
  const options: OptionNode[] = [];
  if (!reader.skip('[')) return options;
  do options.push(parseOption(reader));
  while (reader.skip(','));
  reader.expect(']');
  return options;
}

function parseOption(reader: TokenReader): OptionNode {
  const { place } = reader.peek();
  const name = [parsePart(reader)];
  while (reader.skip('.')) name.push(parsePart(reader));
  reader.expect('=');
  return { node: 'option', name, value: parseValue(reader, 0), place };
}

/** `packed`, or `(my.option)`. */
function parsePart(reader: TokenReader): OptionPart {
  if (!reader.skip('(')) return { ...reader.word("an option's name"), isExtension: false };
  const name = reader.dotted("an option's name", true);
  reader.expect(')');
  return { ...name, isExtension: true };
}

function parseValue(reader: TokenReader, depth: number): OptionValue {
  if (reader.isNext('{')) return parseMessage(reader, depth);
  return parseScalar(reader);
}

function parseScalar(reader: TokenReader): OptionValue {
  const { place, kind } = reader.peek();
  if (kind === 'string') return { kind: 'string', ...reader.bytes('a string') };
  const isNegative = reader.skip('-');
  const token = reader.peek();
  if (token.kind === 'integer') {
    const { value } = reader.integer('a number');
    return { kind: 'integer', integer: isNegative ? -value : value, place };
  }
  if (token.kind === 'float') {
    const float = Number(reader.take().text);
    return { kind: 'float', float: isNegative ? -float : float, place };
  }
  if (token.kind !== 'word') return reader.fail('expected a value');
  const { text } = reader.take();
  if (!isNegative) return { kind: 'word', word: text, place };
  if (text !== 'inf' && text !== 'nan') return reader.fail(`there is no -${text}`, token.place);
  return { kind: 'float', float: text === 'inf' ? -Infinity : Number.NaN, place };
}

/** `{ name: value … }`, as protobuf's text format has it; in there also with `<` and `>`. */
function parseMessage(reader: TokenReader, depth: number): OptionValue {
  const { place } = reader.peek();
  if (depth === MAX_NESTING) reader.fail('values are nested too deeply', place);
  const end = reader.take().text === '{' ? '}' : '>';
  const fields: OptionField[] = [];
  while (!reader.skip(end)) {
    const name = parseFieldName(reader);
    const hasColon = reader.skip(':');
    if (!hasColon && !startsMessage(reader) && !reader.isNext('[')) reader.fail('expected :');
    fields.push({ name, value: parseFieldValue(reader, depth) });
    if (!reader.skip(',')) reader.skip(';');
  }
  return { kind: 'message', fields, place };
}

function startsMessage(reader: TokenReader): boolean {
  return reader.isNext('{') || reader.isNext('<');
}

/** `name`, `[my.extension]` or, inside an `Any`, `[type.googleapis.com/my.Message]`. */
function parseFieldName(reader: TokenReader): OptionPart {
  if (!reader.skip('[')) return { ...reader.word("a field's name"), isExtension: false };
  const { text, place } = reader.dotted("an extension's name", true);
  const type = reader.skip('/') ? `/${reader.dotted("a type's name").text}` : '';
  reader.expect(']');
  return { text: text + type, place, isExtension: true };
}

function parseFieldValue(reader: TokenReader, depth: number): OptionValue {
  if (startsMessage(reader)) return parseMessage(reader, depth + 1);
  const { place } = reader.peek();
  if (!reader.skip('[')) return parseScalar(reader);
  const items: OptionValue[] = [];
  while (!reader.skip(']')) {
    items.push(startsMessage(reader) ? parseMessage(reader, depth + 1) : parseScalar(reader));
    if (!reader.isNext(']')) reader.expect(',');
  }
  return { kind: 'list', items, place };
}
