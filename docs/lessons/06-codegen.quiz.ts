import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'path-case',
    question:
      'In TypeScript a method is `placeOrder`, in the file `rpc PlaceOrder` in `service Kitchen` of `package kitchen`. Which path goes on the wire?',
    answers: [
      {
        text: '/Kitchen/PlaceOrder',
        reason: 'The package is part of a service’s name: two packages may each have a Kitchen.',
      },
      {
        text: '/kitchen.Kitchen/placeOrder',
        reason: 'That is how TypeScript calls it. A server in Go has never heard of it.',
      },
      {
        text: '/kitchen.Kitchen/PlaceOrder',
        reason: 'Package, service and method, as the file spells them, in every language.',
        right: true,
      },
    ],
  },
  {
    id: 'hello-ada',
    question:
      'Predict the bytes: `HelloRequest.encode({ name: "Ada" })`, generated from `message HelloRequest { string name = 1; }`. (A is 41, d is 64, a is 61.)',
    bytes: { encoder: 'hello', name: 'Ada' },
    reason:
      'The tag, 1 × 8 + 2; the length; the text. The word "name" is in the generated code, and not in the bytes.',
  },
  {
    id: 'renamed',
    question:
      '`total_cents = 2` is renamed to `cents = 2`, and only the server is built anew. What does an old client read?',
    answers: [
      {
        text: 'The number, as totalCents',
        reason: 'On the wire there is field 2. What it is called is everybody’s own affair.',
        right: true,
      },
      { text: '0, because the field is not there', reason: 'Field 2 is there, as before.' },
      { text: 'An error', reason: 'The bytes have no names in which one could see a difference.' },
    ],
  },
  {
    id: 'oneof-type',
    question:
      'Why is a oneof `{ case: "table"; value: number } | { case: "address"; value: string }`, and not two optional properties?',
    answers: [
      {
        text: 'So that two members cannot be set at once, and value has a type as soon as case is known',
        reason: 'A discriminated union: what cannot be on the wire cannot be written either.',
        right: true,
      },
      { text: 'Because it is shorter on the wire', reason: 'The bytes are the same: one field.' },
      {
        text: 'Because TypeScript has no optional properties',
        reason: 'It has, and fields with `optional` become such.',
      },
    ],
  },
  {
    id: 'eval',
    question: 'A Chrome extension forbids `eval`. Which of these cannot read a message there?',
    answers: [
      {
        text: 'protobufjs by reflection',
        reason: 'It makes its functions from text while the program runs, with `new Function()`.',
        right: true,
      },
      {
        text: 'protobufjs, static',
        reason: 'The same functions, but they stand in a file: nothing is made of a text any more.',
      },
      {
        text: '@bufbuild/protobuf with protoc-gen-es',
        reason: 'It walks over the descriptor and makes no functions.',
      },
    ],
  },
  {
    id: 'vanished-total',
    question:
      'A client with proto-loader and no options prints `receipt.totalCents.toFixed(2)`. One day an order is free. What happens?',
    answers: [
      { text: 'It prints 0.00', reason: 'That would be so with `defaults: true`.' },
      {
        text: 'TypeError: Cannot read properties of undefined',
        reason:
          'Zero is not on the wire, and without `defaults` what is not on the wire is not in the object.',
        right: true,
      },
      { text: 'It prints NaN', reason: 'There is nothing on which toFixed could be called.' },
    ],
  },
  {
    id: 'import-path',
    question:
      '`proto/kitchen/kitchen.proto` needs `proto/kitchen/menu.proto`. The include path is `proto`. What does the import say?',
    answers: [
      {
        text: 'import "menu.proto"',
        reason: 'It is not read from the folder of the file that imports.',
      },
      {
        text: 'import "./menu.proto"',
        reason: 'An import is not a relative path: `.` and `..` do not count in it.',
      },
      {
        text: 'import "kitchen/menu.proto"',
        reason: 'Counted from the include path, which all tools are given alike.',
        right: true,
      },
    ],
  },
] satisfies Quiz;
