import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'wire',
    question:
      'It is 12:00:00.000 at the client, and 12:00:03.000 at the server, whose clock is wrong. The client’s deadline is 12:00:01.000. What does the server make of the call?',
    answers: [
      {
        text: 'It is over: the moment has passed',
        reason: 'The server never hears of that moment. grpc-timeout says 1000m.',
      },
      {
        text: 'It has a second, until 12:00:04.000 by its own clock',
        reason: 'What travels is a duration, and each side adds it to its own clock.',
        right: true,
      },
      {
        text: 'It has four seconds',
        reason: 'Nobody subtracts one machine’s clock from another’s.',
      },
    ],
  },
  {
    id: 'none',
    question: 'A client sends no grpc-timeout. How long does the server’s handler have?',
    answers: [
      {
        text: 'As long as it wants',
        reason: 'No deadline is for ever, in every stack. A server may set a limit of its own.',
        right: true,
      },
      {
        text: 'A minute, the default of HTTP/2',
        reason: 'HTTP/2 has no such default: a stream may be open for days.',
      },
      {
        text: 'Until the keepalive',
        reason: 'Keepalive finds out whether the other side lives. A server that hangs is alive.',
      },
    ],
  },
  {
    id: 'retry',
    question:
      'A chain is too slow today, and hands on nothing. Every client that runs out of time tries again at once. What happens?',
    answers: [
      {
        text: 'The second attempt is faster, as the first has warmed things up',
        reason: 'The first attempt is still at work, and so there are two.',
      },
      {
        text: 'The chain gets slower: it works for those who wait and for those who have left',
        reason:
          'Work for nobody takes the place of work for somebody. That is how a slow system falls over.',
        right: true,
      },
      {
        text: 'Nothing: the first attempt was cancelled',
        reason: 'At the first service. It has told nobody.',
      },
    ],
  },
  {
    id: 'rounding',
    question: 'A handler has 0.7 ms left, and wants to ask another service. What should it do?',
    answers: [
      {
        text: 'Ask with 1m, since a timeout has to be a whole number',
        reason: 'Then the child may work for 0.3 ms for nobody, and the next one after it, too.',
      },
      {
        text: 'Ask without a deadline, as it is too short to be said',
        reason: 'That would be for ever.',
      },
      {
        text: 'Not ask',
        reason:
          'Rounded down it is 0: over before it has begun. The answer could not be back in time.',
        right: true,
      },
    ],
  },
  {
    id: 'own',
    question:
      'A stub has a default timeout of 500 ms. Its call is made for a parent that has 120 ms left. And for a parent that has 3 s left?',
    answers: [
      {
        text: '120 ms, and 500 ms',
        reason: 'The shorter of the two, each time.',
        right: true,
      },
      {
        text: '500 ms, and 500 ms: what one sets oneself counts',
        reason: 'In the first case the child would work for 380 ms for nobody.',
      },
      {
        text: '120 ms, and 3 s: the parent counts',
        reason: 'The stub’s own limit has a reason, too: it may be a service that should be fast.',
      },
    ],
  },
  {
    id: 'leak',
    question:
      'A stream is open for a week and makes a call for each of its messages, with { parent: call }. Each of those calls is over in 10 ms. What may grow?',
    answers: [
      {
        text: 'Nothing: the calls are over',
        reason: 'If each of them leaves a listener on the parent, it is not free.',
      },
      {
        text: 'The parent’s list of listeners',
        reason: 'Who follows has to let go. grpc-js does not, and Node warns at the eleventh.',
        right: true,
      },
      {
        text: 'The number of HTTP/2 streams',
        reason: 'They are closed when their calls end.',
      },
    ],
  },
  {
    id: 'js',
    question:
      'On `grpc-js`, a handler calls the next service with `{ deadline: call.getDeadline() }`. Its own client cancels. What does the next service hear?',
    answers: [
      {
        text: 'That it is cancelled, at once',
        reason: 'A deadline says when; nobody has said that somebody left.',
      },
      {
        text: 'Nothing, until the deadline',
        reason: '{ parent: call } would hand on both.',
        right: true,
      },
      {
        text: 'Nothing, ever',
        reason: 'It has a deadline, and that ends it.',
      },
    ],
  },
  {
    id: 'believes',
    question: 'AddOrder ended with DEADLINE_EXCEEDED at the client. Has the order been placed?',
    answers: [
      {
        text: 'No: a call that failed has done nothing',
        reason: 'The server may have answered OK, which came too late.',
      },
      {
        text: 'Yes: the server goes on to the end',
        reason: 'It may have stopped before it began.',
      },
      {
        text: 'One cannot know from the status',
        reason: 'Ask, or try again with an id by which the server knows it has seen it (lesson 2).',
        right: true,
      },
    ],
  },
  {
    id: 'wheel',
    question:
      'A slot is 4 ms wide and there are 1024 of them. A deadline in 10 ms and one in 10 + 4096 ms lie in the same slot. What keeps the second from being told too early?',
    answers: [
      {
        text: 'It is looked at: what is not due stays in its slot',
        reason: 'Each entry has its deadline. A slot says which entries are worth a look.',
        right: true,
      },
      {
        text: 'Each turn has slots of its own',
        reason: 'There are 1024 slots in all, and they come again every 4096 ms.',
      },
      {
        text: 'It stands behind the first in the list',
        reason: 'The list has no order: a new entry is put in front.',
      },
    ],
  },
  {
    id: 'loop',
    question:
      'A handler sorts for two seconds without a pause, and asks `call.cancelled` a thousand times meanwhile. Its client left after 100 ms. What does it read?',
    answers: [
      {
        text: 'true, from 100 ms on',
        reason: 'Somebody would have to read the frame, and nothing else runs in this process.',
      },
      {
        text: 'false, a thousand times',
        reason: 'The frame lies in the socket until the handler lets go of the processor.',
        right: true,
      },
      {
        text: 'An exception is thrown at 100 ms',
        reason: 'Nothing interrupts a function of JavaScript.',
      },
    ],
  },
] satisfies Quiz;
