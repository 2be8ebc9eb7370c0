import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'reply-empty',
    question: 'And the DATA of an answer `{ message: "" }`?',
    bytes: { encoder: 'greeting', message: 'reply', text: '' },
    reason:
      'Proto3 does not write an empty string: the message has no bytes at all. The prefix still stands there, and says so.',
  },
  {
    id: 'async-handler',
    question:
      'A handler for grpc-js is written as `async (call, callback) => { callback(null, await greet(call.request)); }`, and `greet` rejects. What happens?',
    answers: [
      {
        text: 'The caller gets UNKNOWN',
        reason: 'So it would be if grpc-js looked at what the handler returns.',
      },
      {
        text: 'The server’s process ends',
        reason:
          'Nobody handles the promise that the handler returns, and Node ends on an unhandled rejection: this call and all others are UNAVAILABLE.',
        right: true,
      },
      {
        text: 'Nothing: the next call is served',
        reason: 'Node ends a process in which a rejection is handled by nobody.',
      },
    ],
  },
  {
    id: 'request-ada',
    question:
      'Predict the bytes: the DATA of `sayHello({ name: "Ada" })`, with gRPC’s prefix in front. (A is 41, d is 64, a is 61.)',
    bytes: { encoder: 'greeting', message: 'request', text: 'Ada' },
    reason:
      'Not compressed, 5 bytes of message; field 1 of wire type 2 is 0a, the text has 3 bytes.',
  },
  {
    id: 'no-deadline',
    question: 'A call is made without a deadline, and its handler never answers. What ends it?',
    answers: [
      {
        text: 'grpc-js, after a minute',
        reason: 'There is no deadline that one did not set. It is infinite.',
      },
      {
        text: 'TCP notices',
        reason: 'The connection is well: both machines are up, and acknowledge everything.',
      },
      {
        text: 'Nothing',
        reason: 'It waits until one of the two programs or the connection ends.',
        right: true,
      },
    ],
  },
  {
    id: 'deadline-500',
    question: 'And `greeter.sayHello(request, { deadline: 500 }, callback)`?',
    answers: [
      {
        text: 'It fails at once with DEADLINE_EXCEEDED',
        reason: 'A deadline is a moment: half a second after midnight on 1 January 1970.',
        right: true,
      },
      {
        text: 'It fails after half a second',
        reason: 'That would be a timeout, a duration. grpc-js takes a moment.',
      },
      { text: 'It throws: that is not a Date', reason: 'A number is taken as well.' },
    ],
  },
  {
    id: 'who-chose-the-headers',
    question:
      'In a recording of a call the answer has a header `date` and the trailers have `grpc-message: OK`. What do you know?',
    answers: [
      {
        text: 'That the server may well be grpc-js',
        reason:
          'What a server sends depends on the server alone. Both are allowed and neither is needed.',
        right: true,
      },
      {
        text: 'That the client is grpc-js',
        reason: 'The client has no say in what the answer’s headers are.',
      },
      {
        text: 'That the call went wrong',
        reason: '`grpc-status` says how it went; `grpc-message` is for people.',
      },
    ],
  },
  {
    id: 'stop',
    question:
      'A server is to be replaced by a new version, while calls are running. What does it do?',
    answers: [
      {
        text: 'forceShutdown()',
        reason: 'Every call that is running fails, on every rollout.',
      },
      {
        text: 'tryShutdown(callback)',
        reason: 'A stream that never ends keeps the old version alive for ever.',
      },
      {
        text: 'tryShutdown, and forceShutdown when the time is up',
        reason: 'Every stream that can end may end, and nobody can hold it up.',
        right: true,
      },
    ],
  },
] satisfies Quiz;
