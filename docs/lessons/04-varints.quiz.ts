import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'varint-200',
    question: 'Predict the bytes: 200 as a varint. (In binary it is 1100 1000.)',
    bytes: { encoder: 'number', type: 'uint32', value: '200' },
    reason:
      'The low seven bits are 100 1000, and another byte follows: 1100 1000, c8. What is left is 1.',
  },
  {
    id: 'mismatch',
    question:
      'A writer has int32 in its schema, the reader sint32 for the same field. The writer sends 3. What does the reader see?',
    answers: [
      { text: 'An error', reason: 'Both are varints: nothing in the bytes says which was meant.' },
      { text: '3', reason: 'The byte is 03, and zigzag counts 0, −1, 1, −2.' },
      {
        text: '−2',
        reason:
          'The byte 03 is the fourth in 0, −1, 1, −2. There is no error, only another number: 0 alone comes through right.',
        right: true,
      },
    ],
  },
  {
    id: 'temperature',
    question:
      'A field holds temperatures in whole degrees, in a cold place: mostly between −30 and 10. Which type is the shortest?',
    answers: [
      { text: 'int32', reason: 'Each degree below zero would cost ten bytes.' },
      {
        text: 'sint32',
        reason: 'Zigzag makes −30 … 10 numbers from 0 to 59: one byte each.',
        right: true,
      },
      { text: 'sfixed32', reason: 'Four bytes, always. That is less than ten, but more than one.' },
    ],
  },
  {
    id: 'hash',
    question: 'And for a hash of 32 bits, in which every bit is as good as random?',
    answers: [
      {
        text: 'uint32',
        reason: 'Only one in sixteen is below 2²⁸. The others take five bytes.',
      },
      { text: 'sint32', reason: 'Zigzag helps small numbers. Here nearly all are large.' },
      {
        text: 'fixed32',
        reason: 'Four bytes always; the varint would take five nearly every time.',
        right: true,
      },
    ],
  },
  {
    id: 'sint-minus-two',
    question: 'And the whole field: number 3, of type sint32, with the value −2?',
    bytes: { encoder: 'number', type: 'sint32', value: '-2', field: 3 },
    reason: 'The tag is 3 × 8 + 0 = 18 hex. Zigzag makes −2 a 3: 0, −1, 1, −2.',
  },
  {
    id: 'fixed-one',
    question: 'And field 1, of type fixed32, with the value 1? (Its wire type is 5.)',
    bytes: { encoder: 'number', type: 'fixed32', value: '1', field: 1 },
    reason: 'The tag is 1 × 8 + 5 = 0d. Then four bytes, the lowest first.',
  },
  {
    id: 'field-16',
    question:
      'A list of a million small numbers is sent as a million fields, each a tag and one byte. What does it cost to give the field the number 16 instead of 15?',
    answers: [
      {
        text: 'Nothing: both are one byte',
        reason: '16 × 8 is 128, and a byte of a varint ends at 127.',
      },
      {
        text: 'A million bytes',
        reason: 'The tag takes two bytes instead of one, every time it is written.',
        right: true,
      },
      { text: 'One byte', reason: 'The tag is written anew before every value.' },
    ],
  },
] satisfies Quiz;
