import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'null',
    question:
      'On `grpc-js`, an interceptor has `onReceiveMessage(order, next) { log(order.id); next(order); }`. GetOrder("999") ends in NOT_FOUND. What happens in the hook?',
    answers: [
      {
        text: 'It does not run: there is no message',
        reason: 'That is what its name says. But for a unary call that fails it runs with null.',
      },
      {
        text: 'It runs with null, and throws',
        reason:
          'A unary call without a message hands out null before its status. So the hook breaks in the very call in which something is wrong already.',
        right: true,
      },
      {
        text: 'It runs with an empty order',
        reason: 'That is Go, where the caller makes the reply beforehand.',
      },
    ],
  },
  {
    id: 'replace',
    question:
      'A client of `grpc-js` was made with the interceptors `[log, token]`. One call passes `{ interceptors: [trace] }`. Which run?',
    answers: [
      {
        text: 'trace',
        reason:
          'Those of the call take the place of the client’s. The call goes out without a token.',
        right: true,
      },
      { text: 'log, token, trace', reason: 'One would think so. They are not put together.' },
      {
        text: 'None: it is an error',
        reason: 'It is an error to give interceptors and interceptor providers at the same place.',
      },
    ],
  },
  {
    id: 'log',
    question:
      '`const from = now(); try { return await next(request, call); } finally { log(now() - from); }`, on our stack. For which calls is the number right?',
    answers: [
      { text: 'For all', reason: 'For a stream next resolves when there is a stream.' },
      {
        text: 'For those with one response',
        reason:
          'For them next settles with the call. For a stream of responses the number is next to nothing: call.ended knows.',
        right: true,
      },
      {
        text: 'For those that go well',
        reason: 'finally runs in either case. It is the streams for which it runs too early.',
      },
    ],
  },
  {
    id: 'again',
    question: 'After which of these may a client simply make the call again, with a new token?',
    answers: [
      {
        text: 'PERMISSION_DENIED',
        reason: 'The server knows who you are. A new token says the same.',
      },
      {
        text: 'UNAUTHENTICATED',
        reason:
          'Nobody knew who you were, so a guard has let nothing in: the call has not done anything yet.',
        right: true,
      },
      {
        text: 'UNAVAILABLE',
        reason:
          'It may have been made already, and it has nothing to do with the token: lesson 22.',
      },
    ],
  },
  {
    id: 'promise',
    question:
      'Twenty calls wait for a token. The fetch fails. The interceptor has kept its promise, and keeps it. What do later calls see?',
    answers: [
      {
        text: 'A new fetch each',
        reason: 'Not if the promise is kept: who asks gets that one.',
      },
      {
        text: 'The same failure, for ever',
        reason: 'A promise that was rejected stays so. What has failed has to be forgotten.',
        right: true,
      },
      {
        text: 'The old token',
        reason: 'Nobody has it any more: the promise took its place.',
      },
    ],
  },
  {
    id: 'upload',
    question:
      'A generator gives a thousand orders for UpdateOrders. The call is refused, and an interceptor calls `next(request, call)` again. What happens?',
    answers: [
      {
        text: 'All thousand are sent again',
        reason:
          'That would be so with an array. A generator goes on where it stands, and it was closed when the first attempt failed.',
      },
      {
        text: 'None is sent, and the call goes well',
        reason:
          'The generator is closed. To the server that is an upload of nothing. It is worse than a failure, since nobody hears of it.',
        right: true,
      },
      {
        text: '`next` throws: it was called twice',
        reason: 'That is the server’s rule. On a client next may be called again.',
      },
    ],
  },
  {
    id: 'question-key',
    question:
      'A gateway calls the shop for all of its users. Its cache has the path and the request as key. What is wrong?',
    answers: [
      {
        text: 'Two different requests may have the same bytes',
        reason: 'Not for one method: the bytes are the request.',
      },
      {
        text: 'The second user gets the answer of the first',
        reason: 'Who asks is a part of the question, if the answer depends on it.',
        right: true,
      },
      {
        text: 'Nothing, as long as the time to live is short',
        reason: 'A second is enough to read somebody else’s order.',
      },
    ],
  },
  {
    id: 'queue',
    question: 'A call waits for its turn, and its deadline passes. Why must it leave the queue?',
    answers: [
      {
        text: 'Its turn would come, and the server would work for nobody',
        reason:
          'And those behind it would wait for that. It is how a short overload becomes a long one.',
        right: true,
      },
      {
        text: 'The server would answer DEADLINE_EXCEEDED',
        reason: 'It might. That is an answer that nobody reads, and it took a turn.',
      },
      {
        text: 'Its timer would never end',
        reason: 'A timer ends by itself. The call is what stays.',
      },
    ],
  },
  {
    id: 'order-client',
    question:
      'A limit with one turn stands outside of the token refresh: `[limit, refresh]`. The token has expired, and the token server takes two seconds. What do the other calls do?',
    answers: [
      {
        text: 'They run meanwhile',
        reason: 'The call that fetches a token has the turn, and keeps it.',
      },
      {
        text: 'They wait, though nothing runs at the server',
        reason:
          'The turn is held by one who waits for something else. Inside of the refresh, each attempt takes a turn, and nobody has one in between.',
        right: true,
      },
      {
        text: 'They fail with RESOURCE_EXHAUSTED',
        reason: 'Only if too many wait already.',
      },
    ],
  },
] satisfies Quiz;
