import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'who-says',
    question:
      'A client of `grpc-js` has no service config. A handler answers `UNAVAILABLE`. How often does the handler run?',
    answers: [
      {
        text: 'Once',
        reason: 'Nobody has said that this method may be called twice, so it is not.',
        right: true,
      },
      {
        text: 'Five times: that is the default',
        reason: 'Five is the most that a policy may ask for. Without a policy there is none.',
      },
      {
        text: 'Twice: UNAVAILABLE is tried again once without a policy',
        reason: 'That is for what the server has not touched. Here a handler has answered.',
      },
    ],
  },
  {
    id: 'attempts',
    question:
      'A policy has `maxAttempts: 3`. All attempts fail. What does the last one say in `grpc-previous-rpc-attempts`?',
    answers: [
      { text: '3', reason: 'It says how many there were before it, and it is one of the three.' },
      {
        text: '2',
        reason: 'Three attempts are two retries; before the third there were two.',
        right: true,
      },
      {
        text: 'Nothing: the header is for the client',
        reason: 'It is in the request, and so it is for the server.',
      },
    ],
  },
  {
    id: 'committed',
    question:
      'SearchOrders has sent 20 of 36 orders when its server dies. The policy allows three attempts after UNAVAILABLE. What does the client’s loop get?',
    answers: [
      {
        text: 'The other 16, from a second attempt',
        reason: 'No server knows where the first attempt was.',
      },
      {
        text: 'All 36 again',
        reason: 'Then the application would have 20 of them twice.',
      },
      {
        text: 'An error',
        reason: 'The call was committed with the headers. Only the application knows how to go on.',
        right: true,
      },
    ],
  },
  {
    id: 'transparent',
    question:
      'AddOrder is not idempotent, and has no policy. The server answers with `RST_STREAM`, `REFUSED_STREAM`. May the client send it again?',
    answers: [
      {
        text: 'Yes: no handler has seen it',
        reason: 'The server says so, and that is a promise (RFC 9113 §8.7).',
        right: true,
      },
      {
        text: 'No: it has no policy',
        reason: 'A policy is for what the server may have done. Here it has done nothing.',
      },
      {
        text: 'Only with a key',
        reason: 'There is nothing that could be done twice.',
      },
    ],
  },
  {
    id: 'pushback',
    question:
      'A server in trouble answers UNAVAILABLE with `grpc-retry-pushback-ms: 60000`. The policy allows three attempts, the deadline is in two seconds. What does the caller get?',
    answers: [
      {
        text: 'UNAVAILABLE, at once',
        reason:
          'The attempt is planned, for in a minute. The call is not over before its deadline.',
      },
      {
        text: 'DEADLINE_EXCEEDED, in two seconds',
        reason: 'The next attempt would be in a minute, and the deadline is for the whole call.',
        right: true,
      },
      {
        text: 'An answer, in a minute',
        reason: 'No attempt makes a call longer than its deadline.',
      },
    ],
  },
  {
    id: 'safe',
    question: 'Which of these may have a policy of three attempts as it is?',
    answers: [
      {
        text: 'AddItem(order, "cup"): adds a cup to an order',
        reason: 'Twice is two cups. With a key it would be safe.',
      },
      {
        text: 'SetItems(order, ["cup"]): an order has these items from now on',
        reason:
          'Twice is the same as once. (If somebody else writes between the two, even that may be wrong: then it needs a version.)',
        right: true,
      },
      {
        text: 'NextOrderNumber(): gives a new number each time',
        reason: 'A number is lost each time. That may be no harm, but somebody has to decide it.',
      },
    ],
  },
  {
    id: 'jitter',
    question:
      'A policy waits at most 1 s. After a long failure all clients have come to that maximum. What keeps them apart?',
    answers: [
      {
        text: 'Nothing: the maximum is the same for all',
        reason: 'It would be so if chance came before the maximum.',
      },
      {
        text: 'Chance, which comes after the maximum: 0.8 to 1.2 s',
        reason: 'The maximum is for what is due; chance is the last step.',
        right: true,
      },
      {
        text: 'That they failed at different times at first',
        reason: 'They did not: they lost the same server.',
      },
    ],
  },
  {
    id: 'deadline',
    question:
      'A call has two seconds. Its first attempt hangs; the policy has three attempts, after UNAVAILABLE. How many attempts are there?',
    answers: [
      {
        text: 'One',
        reason:
          'It hangs until the deadline, and that ends the call, not the attempt. Against a server that hangs there is hedging.',
        right: true,
      },
      {
        text: 'Three, of 0.67 s each',
        reason: 'Nobody divides the time: an attempt has all of it.',
      },
      { text: 'Three, of two seconds each', reason: 'The deadline is for the call.' },
    ],
  },
  {
    id: 'storm',
    question:
      'Four layers one behind the other, and each caller tries up to four times. The last server is down. How often is it called for one call of the client?',
    answers: [
      { text: '16 times', reason: 'Each layer multiplies: 4 × 4 × 4 × 4.' },
      { text: '64 times', reason: 'That is three layers.' },
      {
        text: '256 times',
        reason: '4 × 4 × 4 × 4. Each team has chosen four, and nobody has chosen 256.',
        right: true,
      },
    ],
  },
  {
    id: 'bucket',
    question:
      'A bucket of 10 tokens and a ratio of 0.1. On a normal day one call of twenty fails, by chance, and is tried again. What does the bucket hold in the long run?',
    answers: [
      {
        text: 'About ten: nineteen successes give more back than one failure takes',
        reason: '19 × 0.1 = 1.9 for each token that is taken. It is full nearly all the time.',
        right: true,
      },
      {
        text: 'About five',
        reason: 'That is where it stops. For it to fall, more than one call of eleven must fail.',
      },
      {
        text: 'Nothing: failures take whole tokens and successes tenths',
        reason: 'There are nineteen successes for each failure.',
      },
    ],
  },
  {
    id: 'hedging',
    question:
      'A method is hedged over three servers. The second answers first. The handler on the first has already written to its database. What becomes of that?',
    answers: [
      {
        text: 'It is undone when the attempt is cancelled',
        reason: 'A RST_STREAM ends a stream. It undoes nothing.',
      },
      {
        text: 'It stays',
        reason:
          'Cancelled means that nobody waits. So hedging is for what may be done three times.',
        right: true,
      },
      {
        text: 'The first answer is taken in place of the second',
        reason: 'The first answer wins, and it does not matter which server was asked first.',
      },
    ],
  },
  {
    id: 'ready',
    question: 'AddOrder must never be placed twice. May its calls have `waitForReady`?',
    answers: [
      {
        text: 'Yes: the call is sent once',
        reason: 'It waits in the client, until there is a connection. Nothing is repeated.',
        right: true,
      },
      {
        text: 'No: waiting is trying again',
        reason: 'The channel tries to connect again. The call has not been sent.',
      },
      {
        text: 'Only with a policy',
        reason: 'The two have nothing to do with each other.',
      },
    ],
  },
  {
    id: 'pings',
    question:
      'A client of `grpc-js` has `grpc.keepalive_time_ms: 10000`, and its server, in Go, has the defaults. A stream is open and nothing is sent on it. What happens?',
    answers: [
      {
        text: 'The stream lives as long as both want',
        reason: 'At a server of grpc-js it does. One in Go counts PINGs.',
      },
      {
        text: 'Within a minute the connection is over: too_many_pings',
        reason:
          'One PING in five minutes is allowed there; the third that is too early is too many.',
        right: true,
      },
      {
        text: 'The server answers every second PING',
        reason: 'A PING has to be answered (RFC 9113 §6.7). Or the connection ends.',
      },
    ],
  },
] satisfies Quiz;
