import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'asserts',
    question:
      'A test calls `AddProduct`, and compares `response.value` with `"p1"`. Which of the four wrong catalogues passes it?',
    answers: [
      {
        text: 'None: it asserts something now',
        reason: 'It asserts that an id comes back. What the id stands for, it does not ask.',
      },
      {
        text: 'The one that forgets the product, and the one that halves the price',
        reason: 'Both answer "p1". One has to ask for the product again, and compare all of it.',
        right: true,
      },
      {
        text: 'The one that gives no id',
        reason: 'It answers with an empty text, and that is not "p1".',
      },
    ],
  },
  {
    id: 'place',
    question:
      'A handler gives an order whose `price` is the text `"free"`. A test calls the handler as a function, and looks at `items`. What does a caller over the wire get?',
    answers: [
      {
        text: 'The order, with the price "free"',
        reason: 'The field is a float: there is no way to write a text into it.',
      },
      {
        text: 'Something that no function can show: that depends on the encoder',
        reason: 'It may refuse, or write NaN, or 0. Only a test with the encoder in it sees which.',
        right: true,
      },
      {
        text: 'NOT_FOUND',
        reason: 'The order is there. What fails, if anything does, is its encoding.',
      },
    ],
  },
  {
    id: 'both-columns',
    question:
      'A colleague’s tests find 28 of 28 planted faults. What do you have to see before you believe in them?',
    answers: [
      {
        text: 'How many lines of the server they run',
        reason: 'A test that asserts nothing runs just as many.',
      },
      {
        text: 'That they pass with a server that is right, and with another one that is right, too',
        reason:
          'A test that always fails finds everything. One that asks for too much fails with the second.',
        right: true,
      },
      {
        text: 'Nothing: that is all of them',
        reason: 'It is all of them also for `throw new Error()`.',
      },
    ],
  },
  {
    id: 'mock',
    question: 'What can a test with the mock not find out about a client?',
    answers: [
      {
        text: 'Whether it gives the right order back',
        reason: 'That it can: the mock gives orders, and the test compares.',
      },
      {
        text: 'Whether it has a deadline',
        reason:
          'The mock is never late in the sense of the protocol: nobody sends it a timeout, and nothing ends in DEADLINE_EXCEEDED.',
        right: true,
      },
      {
        text: 'Whether it throws if the stub throws',
        reason: 'That it can, for an error that somebody has made up.',
      },
    ],
  },
  {
    id: 'flaky',
    question:
      'A test fails once in fifty runs. Somebody lets it run again up to three times. What is won?',
    answers: [
      {
        text: 'It is steady now',
        reason: 'It fails as often as before. It is only heard less often.',
      },
      {
        text: 'A fault that shows once in fifty runs will not be seen again',
        reason:
          'The fault may be in the program: two things at once, in an order that nobody has thought of.',
        right: true,
      },
      {
        text: 'Time: the wait in it can be shorter',
        reason: 'Then it fails more often, and runs more often.',
      },
    ],
  },
  {
    id: 'golden',
    question: 'Somebody renames `price` to `cost`. Which test fails?',
    answers: [
      {
        text: 'Golden bytes',
        reason: 'Names do not travel: the bytes are the same.',
      },
      {
        text: '`buf breaking`, with its default rules',
        reason: 'JSON has names in it, and so has everybody’s source code. WIRE alone allows it.',
        right: true,
      },
      { text: 'The round trip', reason: 'It never fails.' },
    ],
  },
  {
    id: 'bytes',
    question:
      'Golden bytes of `HelloRequest { name: "Ada" }`: which bytes would you write into the test?',
    bytes: { encoder: 'hello', name: 'Ada' },
    reason: 'A tag (field 1, length-delimited), the length, and three letters.',
  },
  {
    id: 'property',
    question: 'Why has the smallest case of `sends-twice` two items that are the same letter?',
    answers: [
      {
        text: 'Chance: the seed is 28',
        reason: 'Where it began was chance. What is left after shrinking is not.',
      },
      {
        text: 'With one item less the fault does not show, and with other letters it is no smaller',
        reason: 'The fault sends an order once for each item that matches: it takes two.',
        right: true,
      },
      {
        text: 'Because an order has at least two items',
        reason: 'One is enough for an order, and other cases have one.',
      },
    ],
  },
  {
    id: 'proxy',
    question:
      'A stream breaks off behind its second message. A client counts messages, and never looks at the status. What does it show?',
    answers: [
      {
        text: 'Two orders, as if that were all',
        reason: 'What tells the two apart is the status: OK, or UNAVAILABLE.',
        right: true,
      },
      {
        text: 'An error',
        reason: 'The error is the status, and that it does not look at.',
      },
      {
        text: 'Nothing: what belongs to a failed call is dropped',
        reason: 'The messages have been handed over already, one by one.',
      },
    ],
  },
] satisfies Quiz;
