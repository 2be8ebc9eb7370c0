import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    { name: '#protobuf/fields/encode-fields', file: 'encode-fields.ts', solution: 'own' },
    { name: '#protobuf/fields/decode-fields', file: 'decode-fields.ts', solution: 'own' },
  ],
  standIns: {
    '#protobuf/codec': '#protobuf/plain-codec',
  },
  tasks: [
    {
      title: 'What is there, and what is not',
      file: 'encode-fields.ts',
      asked:
        'valueIn(field, message) finds a field’s value, in a oneof too. encodeSingle(field, value, depth) writes its tag and its value; an implicit field that is zero is not written, an optional one that is set is always written.',
      hints: [
        'A field of a oneof has no property of its own: message[field.oneof] is { case, value }, and case says which member it is. Zero is left out for implicit fields only.',
        'isZero(value) is true for 0, 0n, false, "" and empty bytes. The tag has two parts: field.number and wireTypeOf(field.type).',
        "const set = message[field.oneof] as { case: string; value: unknown } | undefined; return set?.case === field.name ? set.value : undefined; … and: if (field.cardinality === 'implicit' && isZero(value)) return new Uint8Array(0); return concat([encodeTag(field.number, wireTypeOf(field.type)), encodeValue(field, value, depth)]);",
      ],
    },
    {
      title: 'Messages in messages, lists, maps',
      file: 'encode-fields.ts',
      asked:
        'encodeNested writes a message inside another: a length, and then its fields. encodeList writes a list, packed if the field says so, otherwise each value with its tag. encodeMap writes a map as a list of messages { key, value }.',
      hints: [
        'All three come down to what there is already: encodeFields for a message, withLength for a length in front, encodeTag for a tag.',
        'A packed list has the wire type LEN, whatever its numbers have; one that is not packed, that of its values. An entry of a map is encodeNested(mapEntryOf(field), { key, value }, depth), with a tag of the field in front.',
        'withLength(encodeFields(type, message, depth - 1)); packed: concat([encodeTag(field.number, WireType.LEN), withLength(concat(values))]); otherwise concat(values.flatMap((value) => [encodeTag(field.number, wireTypeOf(field.type)), value])).',
      ],
    },
    {
      title: 'Skip what you do not know',
      file: 'decode-fields.ts',
      asked:
        'decodeFields walks from tag to tag. fieldOf says which field of the type a tag is of, if any. keepUnknown moves over a field that the type does not have, and keeps its bytes, tag and all, in message.$unknown.',
      hints: [
        'The loop has an offset and adds nothing to it itself: readField and keepUnknown return where the next tag is. A field with the right number and another wire type is unknown too.',
        'readField wants to know where the value begins, offset + tag.length; keepUnknown where the tag does. skipField returns the end of the field, appendUnknown(kept, bytes, start, end) the kept bytes with the new ones behind.',
        'while (offset < input.bytes.length) { const tag = decodeTag(input.bytes, offset) ?? truncated(offset); const field = fieldOf(type, tag); offset = field === undefined ? keepUnknown(tag, input, offset, message) : readField(field, tag, input, offset + tag.length, message); } … fieldOf: type.fields.find((field) => field.number === tag.number && accepts(field, tag)).',
      ],
    },
    {
      title: 'Read what you know',
      file: 'decode-fields.ts',
      asked:
        'readScalar reads a number, a text or bytes at start, stores it, and returns the offset after it. store puts a value where it belongs: at the end of a list, as { case, value } into a oneof, otherwise into message[field.name], where the last one wins.',
      hints: [
        'decodeScalar returns { value, length }, or undefined if the bytes end too early: that is an error here, because a message is always whole.',
        'decodeScalar(scalarTypeOf(field), input.bytes, start) ?? truncated(start). A list is there already: push. The property of a oneof is message[field.oneof], and not message[field.name].',
        "const decoded = decodeScalar(scalarTypeOf(field), input.bytes, start) ?? truncated(start); store(field, message, decoded.value); return start + decoded.length; … if (field.cardinality === 'repeated') (message[field.name] as unknown[]).push(value); else if (field.oneof === undefined) message[field.name] = value; else message[field.oneof] = { case: field.name, value };",
      ],
    },
    {
      title: 'In one piece, and in parts',
      file: 'decode-fields.ts',
      asked:
        'readPacked reads a packed list. readMessage reads a message inside, into the part of it that came before, if one did. earlierPart finds that part: never in a list, and in a oneof only if this very member is set.',
      hints: [
        'contentOf has read the length already, and cut the bytes off where the content ends: content.input, from content.start to content.end. So a function that reads content.input cannot read too far.',
        'readScalar returns the offset of the next number: go on until it is content.end. For a message: take the earlier part or make a new one with createMessage(type), decodeFields into it, store it, return content.end.',
        "let offset = content.start; while (offset < content.end) offset = readScalar(field, content.input, offset, message); return content.end; … const part = earlierPart(field, message) ?? createMessage(type); decodeFields(type, content.input, content.start, part); store(field, message, part); … earlierPart: 'repeated' → undefined; no oneof → message[field.name]; otherwise set?.case === field.name ? set.value : undefined.",
      ],
    },
  ],
};
