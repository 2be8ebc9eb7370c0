import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'text-hi',
    question: 'Predict the bytes: field 3, a `string`, with the text "hi". (h is 68, i is 69.)',
    bytes: {
      encoder: 'fields',
      fields: [{ number: 3, name: 'text', type: 'string', cardinality: 'implicit' }],
      value: { text: 'hi' },
    },
    reason: 'The tag is 3 × 8 + 2 = 1a hex. Then the length, and the characters.',
  },
  {
    id: 'packed',
    question: 'And field 2, `repeated uint32`, with the list 1, 2, 300? (300 is ac 02.)',
    bytes: {
      encoder: 'fields',
      fields: [
        { number: 2, name: 'numbers', type: 'uint32', cardinality: 'repeated', packed: true },
      ],
      value: { numbers: [1, 2, 300] },
    },
    reason:
      'Lists of numbers are packed: one tag, of wire type 2, the length in bytes, which is four, and then the numbers.',
  },
  {
    id: 'zero',
    question: 'A message has `int32 count = 1;` with the value 0. What is sent?',
    answers: [
      { text: '08 00', reason: 'So it would be with optional in front of the type.' },
      {
        text: 'Nothing',
        reason: 'A plain field that is zero is not written: to the reader absent is zero.',
        right: true,
      },
      { text: '00', reason: 'No value without a tag; and there is no field 0.' },
    ],
  },
  {
    id: 'presence',
    question:
      'A form lets people change their nickname, or clear it, or leave it alone. Which field for the nickname?',
    answers: [
      {
        text: 'string nickname = 1;',
        reason: 'Cleared and left alone would be the same: no byte.',
      },
      {
        text: 'optional string nickname = 1;',
        reason: 'Cleared is 0a 00, left alone is nothing at all.',
        right: true,
      },
      {
        text: 'string nickname = 1 [default = "?"];',
        reason: 'There are no defaults in proto3; and it would not tell the two apart.',
      },
    ],
  },
  {
    id: 'map-entry',
    question:
      'And field 1, `map<uint32, bool>`, with the one entry 5 → false? (An entry is a message; its key is field 1, its value field 2, and both are always written.)',
    bytes: {
      encoder: 'fields',
      fields: [{ number: 1, name: 'map', type: 'bool', cardinality: 'map', key: 'uint32' }],
      value: { map: new Map([[5, false]]) },
    },
    reason: 'A tag and a length for the entry; in it 08 05 for the key and 10 00 for the value.',
  },
  {
    id: 'rename',
    question:
      'A server renames field 5 from `destination` to `address`. What do old clients notice?',
    answers: [
      { text: 'Nothing', reason: 'The name is not in the bytes. Field 5 is field 5.', right: true },
      { text: 'An empty address', reason: 'That would be so in JSON, where the name is sent.' },
      { text: 'An error', reason: 'Nothing in the bytes has changed.' },
    ],
  },
  {
    id: 'retype',
    question:
      'A server changes `float price = 4` to `double price = 4`. What does a reader that goes by the wire type, as ours does, see?',
    answers: [
      {
        text: 'The same price, more exactly',
        reason: 'Four bytes came, and a double has eight. Nobody converts them.',
      },
      {
        text: 'An error',
        reason:
          'Not in ours: another wire type is an unknown field. protobufjs does not look at it, and may fail.',
      },
      {
        text: 'Zero',
        reason:
          'The tag says I32, the schema says I64: it is not that field, so it is unknown, and the price is absent.',
        right: true,
      },
    ],
  },
  {
    id: 'merge',
    question:
      'Two orders are written one behind the other, without a frame, and decoded as one. Both have an id and two items. What comes out?',
    answers: [
      { text: 'The first order', reason: 'Nothing in the bytes says where the first one ends.' },
      {
        text: 'The second id, and four items',
        reason: 'Of a plain field the last wins, and lists grow.',
        right: true,
      },
      {
        text: 'An error',
        reason: 'A field may come twice: the bytes are a perfectly good message.',
      },
    ],
  },
] satisfies Quiz;
