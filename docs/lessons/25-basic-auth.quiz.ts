import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'which-kind',
    question:
      'A gateway has one connection to the shop, and calls it for a thousand people. Where does the proof of who they are belong?',
    answers: [
      {
        text: 'On the channel: it is one connection',
        reason: 'Then all thousand are the same caller.',
      },
      {
        text: 'With each call',
        reason: 'A call is made for one person. That is what call credentials are for.',
        right: true,
      },
      {
        text: 'In the first call; the connection is known from then on',
        reason: 'The second call on it may be somebody else’s.',
      },
    ],
  },
  {
    id: 'two-headers',
    question:
      'A call comes with two values under `authorization`. The first is right, the second is nonsense.',
    answers: [
      {
        text: 'Take the first one',
        reason: 'Whoever stands in front of you may have looked at the last.',
      },
      {
        text: 'Try both, and let in whoever has one that is right',
        reason: 'Two guesses for the price of one call; a list of them, if you take more.',
      },
      {
        text: 'There is no proof',
        reason: 'Nobody knows which of them is meant. An honest client sends one.',
        right: true,
      },
    ],
  },
  {
    id: 'which-colon',
    question: 'The text is `ada:tea:for:two`. Who is it, and what is the password?',
    answers: [
      {
        text: '`ada`, with `tea:for:two`',
        reason: 'The first colon divides: a name has none, a password may have several.',
        right: true,
      },
      {
        text: '`ada:tea:for`, with `two`',
        reason: 'A name has no colon. `lastIndexOf` reads it like this.',
      },
      {
        text: '`ada`, with `tea`',
        reason: '`split(":")[1]` reads it like this. Then half of the password is enough.',
      },
    ],
  },
  {
    id: 'streams-open',
    question: 'Why does no test of the article’s `valid` find that its streams are open?',
    answers: [
      {
        text: 'The test would have to be slower',
        reason: 'It is not about time.',
      },
      {
        text: '`valid` is right about whatever it is asked, and for streams nobody asks it',
        reason: 'One has to call each method without a proof, and look at what comes back.',
        right: true,
      },
      {
        text: 'Streams have no metadata',
        reason: 'They have the same headers as any call.',
      },
    ],
  },
  {
    id: 'why-remove',
    question: 'Why does the guard take `authorization` out of the metadata?',
    answers: [
      {
        text: 'It saves bytes on the wire',
        reason: 'It has come over the wire already.',
      },
      {
        text: 'HTTP/2 demands it',
        reason: 'HTTP/2 does not know who a guard is.',
      },
      {
        text: 'Handlers log metadata and hand them on; the password would go along',
        reason: 'Who it is stands in the context. How they proved it is nobody’s business.',
        right: true,
      },
    ],
  },
  {
    id: 'grpc-js-option',
    question:
      'A client of `grpc-js` has an insecure channel, and gives `{ credentials }` to one call. What happens?',
    answers: [
      {
        text: 'It throws: insecure credentials cannot be composed',
        reason: 'It does so for the channel’s credentials. For those of a call nobody asks.',
      },
      {
        text: 'The call fails with `UNAUTHENTICATED` before it is sent',
        reason: 'So it is on our stack.',
      },
      {
        text: 'The password goes over plaintext',
        reason: 'The lesson’s server has seen it, and the trace has it.',
        right: true,
      },
    ],
  },
  {
    id: 'server-says-no',
    question:
      'The right password has come over plaintext. Why does the server refuse it, now that it is too late?',
    answers: [
      {
        text: 'To let whoever listens believe that it is wrong',
        reason: 'They have read the text of the refusal, too.',
      },
      {
        text: 'So that this client is mended before it is used in earnest',
        reason: 'What works in a test goes into production as it is.',
        right: true,
      },
      {
        text: 'Because the metadata are encrypted',
        reason: 'They are not. That is the trouble.',
      },
    ],
  },
  {
    id: 'salt',
    question: 'Somebody has stolen the hashes and the salts. What are the salts good for now?',
    answers: [
      {
        text: 'Nothing: they are known',
        reason: 'They never were secret.',
      },
      {
        text: 'The list of passwords has to be hashed anew for each user',
        reason: 'Without them one pass through the list serves for all.',
        right: true,
      },
      {
        text: 'They make each hash slower',
        reason: 'That is what N, r and p do.',
      },
    ],
  },
  {
    id: 'decoy',
    question:
      'The hash of the decoy is equal to what was derived. Somebody has found its password. And now?',
    answers: [
      {
        text: 'They come in as the decoy',
        reason: 'There is nobody of that name. Two things have to be true.',
      },
      {
        text: 'Nobody comes in',
        reason: 'The decoy is there for the work, and not for its answer.',
        right: true,
      },
      {
        text: 'That cannot happen',
        reason: 'It is unlikely. A check that relies on it is one line from being wrong.',
      },
    ],
  },
  {
    id: 'stopwatch',
    question: 'How does one test that a check takes as long for a name that does not exist?',
    answers: [
      {
        text: 'Measure both a thousand times, and compare the means',
        reason: 'It fails on a busy machine, and passes on a fast one.',
      },
      {
        text: 'Count the calls of the functions that take the time',
        reason: 'The same work takes the same time, and the count is the same on every machine.',
        right: true,
      },
      {
        text: 'Wait a fixed time in both cases',
        reason:
          'Then it is the sleep that is tested. And whoever makes the server busy sees through it.',
      },
    ],
  },
  {
    id: 'lockout',
    question: 'After five wrong passwords an account is locked for an hour. Who likes that best?',
    answers: [
      {
        text: 'Somebody who wants ada to be unable to work',
        reason: 'Five calls an hour, with her name and any password.',
        right: true,
      },
      {
        text: 'Ada, because nobody can guess now',
        reason: 'She cannot come in, either.',
      },
      {
        text: 'Somebody who guesses one password for a thousand names',
        reason:
          'They do not mind: it is one try for each name. But there is somebody who likes it more.',
      },
    ],
  },
  {
    id: 'brake-order',
    question: 'Why is a try paid for before the password has been looked at?',
    answers: [
      {
        text: 'Of a thousand tries at the same moment, all would begin before the first has failed',
        reason: 'A hash takes a third of a second. That is a long time to count nothing in.',
        right: true,
      },
      {
        text: 'It is faster',
        reason: 'It is the same work.',
      },
      {
        text: 'So that a right password is braked, too',
        reason: 'It gets its try back.',
      },
    ],
  },
  {
    id: 'remembered',
    question: 'The shop remembers for a minute that a password was right. What does that cost?',
    answers: [
      {
        text: 'A third of a second for each call',
        reason: 'That is what it saves.',
      },
      {
        text: 'A password that was changed works for up to a minute more',
        reason: 'Whatever is remembered is true of the past.',
        right: true,
      },
      {
        text: 'Nothing',
        reason: 'Think of somebody who has just changed a stolen password.',
      },
    ],
  },
] satisfies Quiz;
