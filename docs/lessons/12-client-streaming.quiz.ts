import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'half-close-bytes',
    question:
      'Predict the bytes: the client has sent its last order on stream 1, and now only says that this was all. (DATA is type 0, END_STREAM flag 1.)',
    bytes: { encoder: 'data', streamId: 1, text: '', endStream: true },
    reason: 'No payload: three bytes of length 0, type 0, flags 1, stream 1. Nine bytes in all.',
  },
  {
    id: 'forgotten-end',
    question:
      'A client writes three orders, never calls `call.end()`, and has no deadline. What happens?',
    answers: [
      {
        text: 'The server answers after the third',
        reason: 'It cannot know that there is no fourth.',
      },
      {
        text: 'The server gets an error after a while',
        reason: 'The connection is well, and so is a slow client.',
      },
      {
        text: 'Both wait, until one of the programs ends',
        reason: 'The server waits for an order, the client for an answer.',
        right: true,
      },
    ],
  },
  {
    id: 'early-ok',
    question: 'A server answers OK after the second of ten orders. Is that allowed?',
    answers: [
      { text: 'No: only errors may come early', reason: 'The protocol knows no such rule.' },
      {
        text: 'Yes, and the client should stop sending',
        reason: 'The call is over. What is still sent goes nowhere.',
        right: true,
      },
      { text: 'Yes, and the client sends the rest first', reason: 'To whom? The call is over.' },
    ],
  },
  {
    id: 'drain-after-answer',
    question:
      'While a client waits for `drain`, the server refuses the upload. What does grpc-js do?',
    answers: [
      {
        text: 'It emits drain, so that the loop goes on',
        reason: 'There is no room in a call that is over.',
      },
      {
        text: 'It calls the callback with the error, and emits no drain',
        reason: 'So a loop that waits for drain alone waits for ever.',
        right: true,
      },
      { text: 'The write() that said false throws', reason: 'It has returned long ago.' },
    ],
  },
  {
    id: 'cancel-says',
    question:
      'A client of grpc-js has sent two orders and calls `call.cancel()`. What goes over the wire?',
    answers: [
      { text: 'RST_STREAM', reason: 'That, too. Something goes before it.' },
      {
        text: 'DATA with END_STREAM, then RST_STREAM',
        reason: 'Node ends its side of the stream before it resets it: recorded above.',
        right: true,
      },
      {
        text: 'Nothing: the client just stops',
        reason: 'Then the server would wait until the deadline.',
      },
    ],
  },
  {
    id: 'cancelled-knows',
    question:
      'An upload that is all or nothing ends with CANCELLED. What does the client know about the orders?',
    answers: [
      {
        text: 'None has changed',
        reason: 'The server may have had all of them, and its answer crossed with the cancel.',
      },
      {
        text: 'All or none has changed, and not which',
        reason:
          'The error is about the answer. It can ask, or send the same again if that does no harm.',
        right: true,
      },
      {
        text: 'Those that it has sent have changed',
        reason: 'Sent is not read, and read is not done.',
      },
    ],
  },
  {
    id: 'where-the-count',
    question:
      'Why does the client announce the number of orders before the first, and not behind the last?',
    answers: [
      {
        text: 'Behind the last, a request has nothing but END_STREAM',
        reason:
          'A client sends no trailers in gRPC. It could be in the last message; headers go first.',
        right: true,
      },
      {
        text: 'The server reserves memory for them',
        reason:
          'It reads them one by one, and a stranger’s number is not a reason to reserve anything.',
      },
      { text: 'HTTP/2 wants a content-length', reason: 'It does not; DATA ends with END_STREAM.' },
    ],
  },
] satisfies Quiz;
