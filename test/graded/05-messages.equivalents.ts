import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'decode-fields.ts',
    task: 3,
    changes: [
      "const tag = decodeTag(bytes, offset) ?? truncated(offset, 'a tag'); → const tag = decodeTag(bytes, offset) || truncated(offset, 'a tag');",
    ],
    reason: 'A tag is an object or undefined.',
  },
  {
    file: 'decode-fields.ts',
    task: 4,
    changes: [
      'const decoded = decodeScalar(scalarTypeOf(field), input.bytes, start) ?? truncated(start); → const decoded = decodeScalar(scalarTypeOf(field), input.bytes, start) || truncated(start);',
    ],
    reason: 'What was decoded is an object or undefined.',
  },
  {
    file: 'decode-fields.ts',
    task: 5,
    changes: [
      'const part = earlierPart(field, message) ?? createMessage(type); → const part = earlierPart(field, message) || createMessage(type);',
    ],
    reason: 'A message is an object or undefined.',
  },
  {
    file: 'decode-fields.ts',
    task: 3,
    changes: ['while (offset < bytes.length) { → while (offset < bytes.byteLength) {'],
    reason: 'A Uint8Array has one byte for each member, so length and byteLength are one number.',
  },
];
