import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'who-said-it',
    question: 'A client reads `UNIMPLEMENTED`. What does it know for sure?',
    answers: [
      {
        text: 'The handler of that method refuses to do it',
        reason: 'A handler may say so. But a server without the method says the same.',
      },
      {
        text: 'That nothing was done',
        reason:
          'Mostly so. But a handler may say it after it has done half of the work: the code does not say who chose it.',
      },
      {
        text: 'That someone said it: the library at one end, or a handler',
        reason: 'Nine codes may come from both. Only seven are always a handler’s word.',
        right: true,
      },
    ],
  },
  {
    id: 'handler-only',
    question: 'And with `ABORTED`?',
    answers: [
      {
        text: 'A handler has run, and chose it',
        reason: 'It is one of the seven codes that no library produces.',
        right: true,
      },
      { text: 'The connection was lost', reason: 'That is UNAVAILABLE, and the library says it.' },
      { text: 'The caller gave up', reason: 'That is CANCELLED.' },
    ],
  },
  {
    id: 'case-cart',
    question: 'Two people change the same cart. The second one has read version 7; now it is 8.',
    answers: [
      {
        text: 'FAILED_PRECONDITION',
        reason: 'Nothing has to be repaired first. They only have to read again, and decide again.',
      },
      {
        text: 'ABORTED',
        reason: 'A conflict: begin again from where you read, not with the same call.',
        right: true,
      },
      { text: 'UNAVAILABLE', reason: 'Then a client would send the same call again, for ever.' },
    ],
  },
  {
    id: 'case-refund',
    question: 'A refund, for an order that has not been paid.',
    answers: [
      {
        text: 'INVALID_ARGUMENT',
        reason: 'The same request is in order tomorrow, once it is paid. It depends on the state.',
      },
      {
        text: 'FAILED_PRECONDITION',
        reason: 'The request is in order, the state is not: something else has to happen first.',
        right: true,
      },
      { text: 'OUT_OF_RANGE', reason: 'That is for positions: page 9 of 8.' },
    ],
  },
  {
    id: 'case-private',
    question: 'Ada asks for an order of Bob’s. That it exists is a secret.',
    answers: [
      {
        text: 'PERMISSION_DENIED',
        reason: 'That tells her that there is such an order. She can try all numbers.',
      },
      {
        text: 'NOT_FOUND',
        reason: 'For her there is none. It has to look the same as one that really is not there.',
        right: true,
      },
      { text: 'UNAUTHENTICATED', reason: 'We know who she is.' },
    ],
  },
  {
    id: 'case-quota',
    question: 'A key may be used a hundred times a minute. This is the hundred and first.',
    answers: [
      {
        text: 'PERMISSION_DENIED',
        reason: 'The specification says it: not for quotas. In a minute it is allowed again.',
      },
      {
        text: 'UNAVAILABLE',
        reason: 'Then clients try again at once, and it is their own share that is used up.',
      },
      {
        text: 'RESOURCE_EXHAUSTED, with a RetryInfo',
        reason: 'A share is used up, and RetryInfo says when there is a new one.',
        right: true,
      },
    ],
  },
  {
    id: 'case-tax',
    question:
      'The shop asks a tax service, and gets `INVALID_ARGUMENT` from it. What does the shop’s caller get?',
    answers: [
      {
        text: 'INVALID_ARGUMENT: somebody’s argument was invalid',
        reason: 'The shop’s was. Its caller would look for a mistake in their own request.',
      },
      {
        text: 'INTERNAL',
        reason: 'The shop wrote a request that cannot be right: a bug of the shop’s.',
        right: true,
      },
      {
        text: 'UNAVAILABLE, so that it is tried again',
        reason: 'The same request fails the next time, too.',
      },
    ],
  },
  {
    id: 'case-half',
    question: 'A client asks for `AddOrder` and gets `DEADLINE_EXCEEDED`. May it try again?',
    answers: [
      {
        text: 'Yes: there was no answer, so nothing was done',
        reason: 'The order may have been taken, and the answer come too late.',
      },
      {
        text: 'Only if the server knows the order again',
        reason: 'With an id of the client’s the second attempt does no harm: lesson 2.',
        right: true,
      },
      { text: 'Never', reason: 'Reading twice does no harm, for one.' },
    ],
  },
  {
    id: 'one-detail',
    question: 'Three fields are wrong. What goes into the details?',
    answers: [
      {
        text: 'Three FieldViolations',
        reason: 'A FieldViolation is a part of a message. Readers look for a BadRequest.',
      },
      { text: 'Three BadRequests', reason: 'A reader takes the first, and shows one field.' },
      {
        text: 'One BadRequest with three violations',
        reason: 'One detail of each type, and readers find it by its type.',
        right: true,
      },
    ],
  },
  {
    id: 'text-for-programs',
    question:
      'A program is to do something else if a kettle is out of stock. What does it look at?',
    answers: [
      {
        text: 'Whether the text has "left" in it',
        reason: 'Somebody will put a comma into that text next year.',
      },
      {
        text: 'The code FAILED_PRECONDITION',
        reason: 'A hundred things have that code.',
      },
      {
        text: 'reason and domain of the ErrorInfo',
        reason: 'They are made for it, and part of the interface: they do not change.',
        right: true,
      },
    ],
  },
  {
    id: 'lost-status',
    question: 'Details of 20 KiB, to a client that takes 16 KiB of headers. What gets lost?',
    answers: [
      { text: 'The details', reason: 'They stand in the same block of headers as the status.' },
      {
        text: 'The details and the status with them',
        reason: 'The block is refused as a whole. The caller never hears of NOT_FOUND.',
        right: true,
      },
      { text: 'Nothing: trailers have no limit', reason: 'Trailers are headers.' },
    ],
  },
  {
    id: 'order-of-work',
    question: 'A `grpc-message` is to go into a log. In which order?',
    answers: [
      {
        text: 'Take out line breaks, decode, cut',
        reason: 'Before it is decoded, a line break is %0A, and there is none to take out.',
      },
      {
        text: 'Cut, decode, take out line breaks',
        reason: 'The cut may go through an escape, or between the two bytes of é.',
      },
      {
        text: 'Decode, then the rest, character by character',
        reason: 'What is harmless is known only when it is a text.',
        right: true,
      },
    ],
  },
] satisfies Quiz;
