import type { ClassicMistake } from '#course/kit/mistake';

const encode = (
  name: string,
  task: number,
  hint: string,
  ...change: ClassicMistake['change']
): ClassicMistake => ({ name, task, file: 'encode-fields.ts', hint, change });
const decode = (
  name: string,
  task: number,
  hint: string,
  ...change: ClassicMistake['change']
): ClassicMistake => ({ name, task, file: 'decode-fields.ts', hint, change });

const ZERO = "if (field.cardinality === 'implicit' && isZero(value)) return new Uint8Array(0);";
const SINGLE =
  '  const tag = encodeTag(field.number, wireTypeOf(field.type));\n  return concat([tag, encodeValue(field, value, depth)]);';
const MEMBER_VALUE = 'return set?.case === field.name ? set.value : undefined;';
const PACKED = '[encodeTag(field.number, WireType.LEN), withLength(concat(values))]';
const EACH_WITH_TAG = 'concat(values.flatMap((value) => [tag, value]))';
const NESTED = 'return withLength(encodeFields(type, message, depth - 1));';
const KEEP = 'message.$unknown = appendUnknown(message.$unknown, input.bytes, offset, end);';
const STORE_SINGLE =
  '  else if (field.oneof === undefined) message[field.name] = value;\n  else message[field.oneof] = { case: field.name, value };';

export const mistakes: ClassicMistake[] = [
  encode('zero-is-written', 1, 'absent and zero are the same', [ZERO, '']),
  encode('optional-zero-is-left-out', 1, 'written, also where it is zero', [
    ZERO,
    'if (isZero(value)) return new Uint8Array(0);',
  ]),
  encode('whatever-is-falsy', 1, 'isZero', [
    ZERO,
    "if (field.cardinality === 'implicit' && !value) return new Uint8Array(0);",
  ]),
  encode('oneof-as-a-field', 1, 'in the oneof’s property', [
    'if (field.oneof === undefined) return message[field.name];',
    'if (field.name !== undefined) return message[field.name];',
  ]),
  encode('every-member-is-set', 1, 'only the member that case names', [
    MEMBER_VALUE,
    'return set?.value;',
  ]),
  encode('varint-tag-for-all', 1, 'has the wire type of a varint', [
    SINGLE,
    SINGLE.replace('wireTypeOf(field.type)', 'WireType.VARINT'),
  ]),
  encode('value-without-tag', 1, 'The tag is missing', [
    SINGLE,
    '  return encodeValue(field, value, depth);',
  ]),
  encode(
    'numbered-by-place',
    1,
    'The fields were counted',
    [SINGLE, SINGLE.replace('field.number', 'field.place')],
    [
      '    const value = valueIn(field, message);',
      '    Object.assign(field, { place: type.fields.indexOf(field) + 1 });\n    const value = valueIn(field, message);',
    ],
  ),
  encode('depth-not-handed-to-a-map', 2, 'The entries of a map are levels', [
    'encodeNested(mapEntryOf(field), { key, value }, depth),',
    'encodeNested(mapEntryOf(field), { key, value }, 50),',
  ]),
  encode('no-length-in-front', 2, 'has a length in front', [
    NESTED,
    'return encodeFields(type, message, depth - 1);',
  ]),
  encode('as-deep-as-one-likes', 2, 'one less to open inside', [
    NESTED,
    'return withLength(encodeFields(type, message, depth));',
  ]),
  encode('empty-message-is-left-out', 2, 'It is set', [
    SINGLE,
    SINGLE.replace(
      '  return',
      "  if (field.type === 'message' && encodeValue(field, value, depth).length === 1) return concat([]);\n  return",
    ),
  ]),
  encode('every-number-packed', 2, 'Not every list of numbers is packed', [
    'if (field.packed) {',
    'if (wireTypeOf(field.type) !== WireType.LEN) {',
  ]),
  encode('never-packed', 2, 'one tag and one length for all', [
    'if (field.packed) {',
    'if (field.packed === null) {',
  ]),
  encode('packed-as-varint', 2, 'whatever its numbers have', [
    PACKED,
    PACKED.replace('WireType.LEN', 'wireTypeOf(field.type)'),
  ]),
  encode('length-counts-numbers', 2, 'counts bytes, not numbers', [
    PACKED,
    "[encodeTag(field.number, WireType.LEN), encodeScalar('uint32', values.length), ...values]",
  ]),
  encode('one-tag-for-the-list', 2, 'a tag of its own, not only the first', [
    EACH_WITH_TAG,
    'concat([tag, ...values])',
  ]),
  encode('zero-in-a-list-is-left-out', 2, 'without it all that follow would move up', [
    EACH_WITH_TAG,
    'concat(values.filter((_, i) => !isZero(list[i])).flatMap((value) => [tag, value]))',
  ]),
  encode('entry-without-length', 2, 'has a length in front', [
    'encodeNested(mapEntryOf(field), { key, value }, depth),',
    'encodeFields(mapEntryOf(field), { key, value }, depth - 1),',
  ]),
  decode('found-by-place', 3, 'A field is found by its number', [
    'return type.fields.find((field) => field.number === tag.number && accepts(field, tag));',
    'const field = type.fields[tag.number - 1];\n  return field && accepts(field, tag) ? field : undefined;',
  ]),
  decode('a-depth-of-its-own', 3, 'hand it on to skipField', [
    'skipField(input.bytes, offset, tag, input.depth)',
    'skipField(input.bytes, offset, tag, 100)',
  ]),
  decode('unknown-thrown-away', 3, 'not thrown away', [KEEP, '']),
  decode('unknown-without-tag', 3, 'kept with its tag', [
    KEEP,
    KEEP.replace('offset, end', 'offset + tag.length, end'),
  ]),
  decode('only-the-last-unknown', 3, 'Only the last is left', [
    KEEP,
    'message.$unknown = input.bytes.slice(offset, end);',
  ]),
  decode('kept-without-a-copy', 3, 'has to be a copy', [
    KEEP,
    'message.$unknown = message.$unknown\n    ? appendUnknown(message.$unknown, input.bytes, offset, end)\n    : input.bytes.subarray(offset, end);',
  ]),
  decode('unknown-is-an-error', 3, 'not thrown away', [
    KEEP,
    "throw new Error('there is no such field');",
  ]),
  decode('wire-type-ignored', 3, 'fieldOf asks accepts', [
    'field.number === tag.number && accepts(field, tag)',
    'field.number === tag.number',
  ]),
  decode('begins-at-zero', 3, 'at start, not at 0', ['let offset = start;', 'let offset = 0;']),
  decode('half-a-tag-ends-it', 3, 'never "wait"', [
    "decodeTag(bytes, offset) ?? truncated(offset, 'a tag');",
    'decodeTag(bytes, offset);\n    if (tag === undefined) return;',
  ]),
  decode('groups-as-deep-as-one-likes', 3, 'hand it on to skipField', [
    'skipField(input.bytes, offset, tag, input.depth)',
    'skipField(input.bytes, offset, tag, 1000)',
  ]),
  decode('first-wins', 4, 'gives way', [
    STORE_SINGLE,
    STORE_SINGLE.replace('message[field.name] = value', 'message[field.name] ||= value'),
  ]),
  decode('list-is-replaced', 4, 'push', [
    '(message[field.name] as unknown[]).push(value);',
    'message[field.name] = [value];',
  ]),
  decode('oneof-by-the-members-name', 4, 'and nowhere else', [
    STORE_SINGLE,
    '  else message[field.name] = value;',
  ]),
  decode('value-without-its-case', 4, '{ case: field.name, value }', [
    '{ case: field.name, value };',
    'value;',
  ]),
  decode('length-for-offset', 4, 'start + decoded.length', [
    'return start + decoded.length;',
    'return decoded.length;',
  ]),
  decode('value-before-its-tag', 4, 'behind its tag', [
    'readField(field, tag, input, offset + tag.length, message)',
    'readField(field, tag, input, offset, message)',
  ]),
  decode('enum-as-it-is', 4, 'travels as an int32', [
    'decodeScalar(scalarTypeOf(field), input.bytes, start)',
    'decodeScalar(field.type as never, input.bytes, start)',
  ]),
  decode('half-a-value-passes', 4, 'A message is whole', [
    'input.bytes, start) ?? truncated(start);\n',
    'input.bytes, start);\n  if (decoded === undefined) return input.bytes.length;\n',
  ]),
  decode('one-number-of-the-list', 5, 'All numbers from', [
    'while (offset < content.end) offset = readScalar',
    'if (offset < content.end) offset = readScalar',
  ]),
  decode('beyond-the-list', 5, 'input has those of others behind it', [
    'readScalar(field, content.input, offset, message)',
    'readScalar(field, input, offset, message)',
  ]),
  decode('beyond-the-message', 5, 'which ends there', [
    'decodeFields(type, content.input, content.start, part);',
    'decodeFields(type, input, content.start, part);',
  ]),
  decode('last-part-wins', 5, 'merged, field by field', [
    'earlierPart(field, message) ?? createMessage(type)',
    'createMessage(type)',
  ]),
  decode('nothing-for-an-empty-message', 5, 'createMessage(type), and not undefined', [
    'store(field, message, part);',
    'if (content.end > content.start) store(field, message, part);',
  ]),
  decode('list-is-merged', 5, 'In a list nothing is merged', [
    "if (field.cardinality === 'repeated') return undefined;",
    "if (field.cardinality === 'repeated') return (message[field.name] as AnyMessage[]).pop();",
  ]),
  decode('any-member-is-merged', 5, 'only if it is the same member', [
    MEMBER_VALUE,
    'return set?.value;',
  ]),
  encode('an-entry-is-two-levels', 2, 'neither none nor two', [
    'encodeNested(mapEntryOf(field), { key, value }, depth)',
    'encodeNested(mapEntryOf(field), { key, value }, depth - 1)',
  ]),
  encode('an-entry-is-not-a-level', 2, 'neither none nor two', [
    'encodeNested(mapEntryOf(field), { key, value }, depth)',
    'encodeNested(mapEntryOf(field), { key, value }, depth + 1)',
  ]),
  decode('list-copied-each-time', 4, 'n² steps', [
    '(message[field.name] as unknown[]).push(value);',
    'message[field.name] = [...(message[field.name] as unknown[]), value];',
  ]),
  decode('into-the-next-field', 5, 'which belongs to the next field', [
    'offset = readScalar(field, content.input, offset, message);\n  return content.end;',
    'offset = readScalar(field, input, offset, message);\n  return offset;',
  ]),
  decode('offsets-begin-anew', 5, 'from the beginning of all bytes', [
    'decodeFields(type, content.input, content.start, part);',
    'const bytes = content.input.bytes.subarray(content.start);\n  decodeFields(type, { ...content.input, bytes }, 0, part);',
  ]),
  decode('copied-at-every-level', 5, 'copied a hundred times', [
    'decodeFields(type, content.input, content.start, part);',
    'const bytes = content.input.bytes.slice();\n  decodeFields(type, { ...content.input, bytes }, content.start, part);',
  ]),
  decode('a-cut-tag-told-at-the-start', 3, 'not that of the first', [
    "?? truncated(offset, 'a tag')",
    "?? truncated(start, 'a tag')",
  ]),
];
