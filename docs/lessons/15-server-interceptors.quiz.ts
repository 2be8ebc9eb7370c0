import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'order',
    question:
      'A server has the interceptors `[log, guard, cache]`. A call without a token comes in, for something that is in the cache. Who sees it?',
    answers: [
      {
        text: 'log and guard',
        reason: 'The guard refuses it, so nothing further in hears of it; log is further out.',
        right: true,
      },
      {
        text: 'All three, and the cache answers',
        reason: 'The cache is inside of the guard. That is why it stands there.',
      },
      {
        text: 'guard alone',
        reason: 'log is the first of the list, so it is outermost, and sees every call.',
      },
    ],
  },
  {
    id: 'cache-outside',
    question: 'And with `[cache, log, guard]`?',
    answers: [
      {
        text: 'The guard refuses it all the same',
        reason: 'The guard is never asked: the cache does not call next.',
      },
      {
        text: 'It gets somebody else’s answer',
        reason:
          'The cache answers before anybody has asked for a token, and the log has no line of it.',
        right: true,
      },
      {
        text: 'It gets an error, since nobody called next',
        reason: 'Not to call next is how an interceptor answers by itself.',
      },
    ],
  },
  {
    id: 'start',
    question: 'On `grpc-js`, with `[a, b]`: whose `start` runs first?',
    answers: [
      {
        text: 'a’s, since it is outermost',
        reason: 'That holds for what comes in. But start comes from the handler.',
      },
      {
        text: 'b’s',
        reason:
          'The handler begins to listen, and its listener is wrapped on the way out to the wire.',
        right: true,
      },
      { text: 'Both at the same time', reason: 'They are functions: one calls the other.' },
    ],
  },
  {
    id: 'timer',
    question:
      'On our stack: `const from = now(); const answer = await next(request, call); log(now() - from);` What does it measure for SearchOrders?',
    answers: [
      {
        text: 'How long the search took',
        reason: 'next resolves when there is a stream. The search has not begun.',
      },
      {
        text: 'Next to nothing',
        reason:
          'The stream is there at once; its messages come later. call.ended waits for its end.',
        right: true,
      },
      {
        text: 'The time to the first order',
        reason: 'Nobody has asked for the first order yet.',
      },
    ],
  },
  {
    id: 'twice',
    question: 'Why is a second `next` an error on a server, and not on a client?',
    answers: [
      {
        text: 'It would cost too much time',
        reason: 'A retry on a client costs more: it goes over the network.',
      },
      {
        text: 'What is further in on a server is the handler',
        reason:
          'It would do its work twice, with a stream of requests that can be read once. On a client a second next is a second call, with requests of its own.',
        right: true,
      },
      {
        text: 'HTTP/2 forbids it',
        reason: 'Interceptors are not on the wire. HTTP/2 knows nothing of them.',
      },
    ],
  },
  {
    id: 'codes',
    question: 'The guard knows the token: it is bob’s, and bob may only read. He calls AddOrder.',
    answers: [
      {
        text: 'UNAUTHENTICATED',
        reason: 'That says: who are you? bob’s client would fetch a new token, and try again.',
      },
      {
        text: 'PERMISSION_DENIED',
        reason: 'I know who you are, and no. Another token of bob’s will not help.',
        right: true,
      },
      {
        text: 'NOT_FOUND, so that bob learns nothing',
        reason: 'That is done where the existence of a thing is a secret. A method is not.',
      },
    ],
  },
  {
    id: 'down',
    question: 'The database with the tokens does not answer. What does a guard do?',
    answers: [
      {
        text: 'Lets the call in: most callers have a token',
        reason: 'Then whoever brings the database down has all the rights.',
      },
      {
        text: 'UNAUTHENTICATED',
        reason: 'The caller has done nothing wrong, and would ask its user for a password.',
      },
      {
        text: 'Fails, with its own trouble as the reason',
        reason:
          'Nobody comes in, and nobody is told that their token is bad. UNAVAILABLE says: try again.',
        right: true,
      },
    ],
  },
  {
    id: 'id',
    question: 'Why does a mask not take every correlation id that a caller sends?',
    answers: [
      {
        text: 'It might be somebody else’s',
        reason: 'That does no harm: an id gives no rights.',
      },
      {
        text: 'It goes into the log',
        reason:
          'Whoever chooses what stands in a log can write lines of their own into it, or very long ones.',
        right: true,
      },
      {
        text: 'Metadata cannot carry it',
        reason: 'It can: it came as metadata.',
      },
    ],
  },
] satisfies Quiz;
