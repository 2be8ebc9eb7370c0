import type { Quiz } from '../.vitepress/quiz/quiz.ts';

const ID = { number: 1, name: 'id', type: 'string', cardinality: 'implicit' } as const;

export default [
  {
    id: 'how-many-frames',
    question: 'An answer has 1000 messages of 20 bytes. How many DATA frames does the client get?',
    answers: [
      { text: '1000', reason: 'If the server writes each by itself. It need not.' },
      {
        text: '2',
        reason: '25,000 bytes fit into two frames of 16,384. But nobody must fill them.',
      },
      {
        text: 'Any number from 2 on',
        reason:
          'A frame holds 16,384 bytes by default, so one is not enough; otherwise it is the sender’s affair, and any proxy’s.',
        right: true,
      },
    ],
  },
  {
    id: 'message-bytes',
    question:
      'Predict the bytes: an order of which only the id is set, to `107`. (1 is 31, 0 is 30, 7 is 37.)',
    bytes: { encoder: 'fields', fields: [ID], value: { id: '107' } },
    reason:
      'Field 1 of wire type 2 is 0a, the text has 3 bytes. In front of it goes the prefix 00 00 00 00 05.',
  },
  {
    id: 'nothing-found',
    question: 'Nothing is found. What does the server send?',
    answers: [
      {
        text: 'NOT_FOUND',
        reason:
          'That is for one thing that was asked for and is not there. An empty list is an answer.',
      },
      {
        text: 'No message, and OK',
        reason:
          'A stream of no messages is a stream. Many servers send it as one block, Trailers-Only, and clients take it, although the document allows that for errors.',
        right: true,
      },
      { text: 'One empty order', reason: 'That is an order, of nothing, without an id.' },
    ],
  },
  {
    id: 'failed-with-results',
    question: 'A call gave three orders, and then DATA_LOSS. What do you know?',
    answers: [
      { text: 'The three are wrong', reason: 'They came, whole, before anything went wrong.' },
      {
        text: 'The server has found at least three',
        reason:
          'Perhaps more: what arrived and was not read is dropped by grpc-js when the error comes.',
        right: true,
      },
      {
        text: 'The server has found exactly three',
        reason: 'A slow reader may not have seen all that came before the error.',
      },
    ],
  },
  {
    id: 'break-grpc-js',
    question:
      'A client of grpc-js leaves `for await (const order of call)` by break, and does nothing else. When does the server hear of it?',
    answers: [
      {
        text: 'At once',
        reason: 'The stream is destroyed, on this side. Nothing goes over the wire.',
      },
      {
        text: 'At the deadline, if there is one',
        reason:
          'Only call.cancel(), the deadline, or the end of the connection reaches the server.',
        right: true,
      },
      {
        text: 'At its next write()',
        reason: 'write() takes the message: it waits in memory, or fits into a window.',
      },
    ],
  },
  {
    id: 'wait-for-drain',
    question: 'A handler waits by `await once(call, "drain")`, and the caller cancels. What then?',
    answers: [
      {
        text: 'The promise rejects',
        reason: 'It rejects at `error`, and none is emitted on the server.',
      },
      {
        text: 'It resolves: there is room now',
        reason: 'grpc-js emits no drain after a cancellation.',
      },
      {
        text: 'It waits for ever',
        reason: 'drain never comes. Wait for drain or cancelled, whichever is first.',
        right: true,
      },
    ],
  },
  {
    id: 'write-false',
    question: '`call.write(order)` returns false. What has become of the order?',
    answers: [
      { text: 'It was refused: write it again after drain', reason: 'Then it comes twice.' },
      {
        text: 'It is on its way, or waits for its turn',
        reason: 'False is about the next one: wait for drain before you make it.',
        right: true,
      },
      {
        text: 'It was lost: the caller has left',
        reason: 'Then `call.cancelled` is true; write() itself does not say so.',
      },
    ],
  },
] satisfies Quiz;
