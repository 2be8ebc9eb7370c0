import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'who-marshals',
    question: 'Which part knows both the name of the procedure and the form of the message?',
    answers: [
      {
        text: 'The runtime',
        reason: 'The runtime moves bytes from one end to the other. It does not look into them.',
      },
      {
        text: 'The stub and the skeleton',
        reason: 'They turn calls into messages and back.',
        right: true,
      },
      {
        text: 'The procedure',
        reason: 'It is an ordinary function and knows of no message at all.',
      },
    ],
  },
  {
    id: 'await-stub',
    question:
      'A stub answers every property with a remote procedure. Why does `await stub` then never end?',
    answers: [
      {
        text: 'The server is slow',
        reason: 'The server has no such procedure and would say so at once.',
      },
      {
        text: '`await` asks for a property `then`, and the stub has one',
        reason:
          'Whatever has a `then` is taken for a promise, so `await` calls it and waits for a callback that never comes. A stub must not answer to `then`.',
        right: true,
      },
      {
        text: 'A stub cannot be awaited because it is an object',
        reason: 'Any value can be awaited. Most are simply returned.',
      },
    ],
  },
  {
    id: 'first-bytes',
    question:
      'Predict the bytes: which ones go over the wire for `sort(["b"])`? (In hex; the message ends with a newline.)',
    bytes: { encoder: 'call', method: 'sort', params: [['b']] },
    reason:
      'The list of arguments has one argument, which is itself a list: `[["b"]]`. A stub that spread it would have called `sort("b")`.',
  },
  {
    id: 'by-value',
    question:
      'The caller passes an object, and the procedure changes a field of it. What does the caller see?',
    answers: [
      {
        text: 'Its object, unchanged',
        reason:
          'What arrived over there was a copy. If the caller is to see the change, it must be in the result.',
        right: true,
      },
      { text: 'Its object, changed', reason: 'The two processes share no memory.' },
      { text: 'An error', reason: 'Nothing goes wrong. That is what makes it hard to notice.' },
    ],
  },
  {
    id: 'no-reply',
    question: 'A call to `pay(100)` ends with "the connection was lost". What do you know?',
    answers: [
      {
        text: 'The money was not paid: the call failed',
        reason:
          'The call failed for you. The server may have run it to the end and lost only the answer.',
      },
      {
        text: 'The money was paid: otherwise the server would have said so',
        reason: 'Perhaps the request never got there.',
      },
      {
        text: 'Neither: it was paid once, or not at all',
        reason:
          'That is partial failure. Before you call again, you need a way to make the second call harmless.',
        right: true,
      },
    ],
  },
] satisfies Quiz;
