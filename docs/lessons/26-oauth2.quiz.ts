import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'who-sees',
    question: 'A program calls ten services with tokens. Who has to know its secret?',
    answers: [
      { text: 'Each of the ten', reason: 'That is lesson 25: a list of passwords in each.' },
      {
        text: 'The token server, and the program',
        reason:
          'The program shows it there and nowhere else. The ten see a token, which is good for an hour.',
        right: true,
      },
      {
        text: 'Nobody: a token needs no secret',
        reason: 'Somebody has to prove who they are, once, to the one who gives out tokens.',
      },
    ],
  },
  {
    id: 'audience',
    question:
      'A newsletter service gets a token of `web` with each call. It takes the token and calls the shop with it. What stops it?',
    answers: [
      {
        text: 'The scope',
        reason: 'It may well have `orders.read` in it: that is what web asked for.',
      },
      {
        text: 'The audience, if the shop looks at it',
        reason:
          'aud says for whom the token was made: for the newsletter. If nobody compares it, nothing stops the call.',
        right: true,
      },
      {
        text: 'Its secret, which the newsletter does not have',
        reason: 'A bearer token needs none. Who has it can use it.',
      },
    ],
  },
  {
    id: 'scope-names',
    question:
      'A method needs `orders.read`. A token has the scope `orders Orders.Read`. May it be called?',
    answers: [
      {
        text: 'Yes: `orders` is everything about orders',
        reason: 'Only if you have made up such a rule. For OAuth a name is a name, and not a path.',
      },
      { text: 'Yes: upper and lower case do not matter', reason: 'They do: RFC 6749 §3.3.' },
      {
        text: 'No',
        reason:
          'Neither name is the one that is needed, and they are compared whole, letter by letter.',
        right: true,
      },
    ],
  },
  {
    id: 'code',
    question: 'A token is good and does not allow the method. Which code?',
    answers: [
      {
        text: '16 UNAUTHENTICATED',
        reason: 'That asks who is calling, and the client would fetch a new token, in vain.',
      },
      {
        text: '7 PERMISSION_DENIED',
        reason: 'The shop knows who it is, and says no. Another token of theirs says the same.',
        right: true,
      },
      {
        text: '12 UNIMPLEMENTED, so that nobody learns of the method',
        reason:
          'The .proto says that it is there. Who looks for the bug will look at the wrong end.',
      },
    ],
  },
  {
    id: 'counts-from',
    question:
      'A client asks for a token at 12:00:00. The answer comes at 12:00:08, with `expires_in: 60`. Until when should the client send it?',
    answers: [
      {
        text: '12:01:00',
        reason:
          'It was made some time between the two moments. Counted from the question it is never taken for alive too long.',
        right: true,
      },
      {
        text: '12:01:08',
        reason:
          'If it was made right at the beginning, it has been dead for eight seconds by then.',
      },
      {
        text: '12:01:04',
        reason: 'In the middle of the two, on average right, and wrong each second time.',
      },
    ],
  },
  {
    id: 'half',
    question:
      'Tokens live for 40 seconds, and a client fetches the next one a minute before the end. What happens?',
    answers: [
      {
        text: 'Each token is ageing when it comes, and calls fetch one after the other',
        reason: 'So it is never in the first half of a token’s life: here after 20 seconds.',
        right: true,
      },
      {
        text: 'The client never gets a token',
        reason: 'It gets one after the other. The token server is the one who notices.',
      },
      {
        text: 'Nothing: it is fetched when it is dead',
        reason: 'That would be a rule that nobody has written.',
      },
    ],
  },
  {
    id: 'outage-code',
    question:
      'The token has died, and the token server answers 503. What should the call fail with?',
    answers: [
      {
        text: 'UNAUTHENTICATED: there is no token',
        reason:
          'It says that the proof was not good. Then a client asks for another one, and makes it worse.',
      },
      {
        text: 'UNAVAILABLE',
        reason: 'Something that is needed is not there right now. Later the same call may go well.',
        right: true,
      },
      {
        text: 'It should wait until the token server is back',
        reason: 'Its caller has a deadline. And all who wait would ask in the same moment.',
      },
    ],
  },
  {
    id: 'denied',
    question:
      'A shop takes no token at all: somebody has set its audience wrong. A client makes 1,000 calls. How many tokens should it fetch?',
    answers: [
      { text: '2,000', reason: 'That is each call with a source of its own, and once more.' },
      {
        text: '1,000',
        reason:
          'Once for each refused call. A token that was fetched a moment ago will not become better.',
      },
      {
        text: 'About one a second',
        reason:
          'A token that is younger than the pause is kept, and the call fails as it is. So the token server does not notice the shop’s mistake.',
        right: true,
      },
    ],
  },
  {
    id: 'memory',
    question:
      'A shop keeps a thousand introspection answers, good and bad in one memory. Somebody sends a thousand invented tokens a second. Who notices?',
    answers: [
      {
        text: 'Nobody: they are refused from memory',
        reason: 'Each is another one. None is in the memory, and each is a question.',
      },
      {
        text: 'Everybody with a good token, and the token server',
        reason:
          'The invented ones have pushed out the good ones, so each call of theirs is a question as well.',
        right: true,
      },
      { text: 'Only the attacker', reason: 'It costs them a header each. It costs us a request.' },
    ],
  },
  {
    id: 'leak',
    question: 'A token stands in a log that ten people can read. What has to be done first?',
    answers: [
      { text: 'Delete the log', reason: 'It has been read, copied, and indexed by then.' },
      {
        text: 'Revoke the token',
        reason:
          'Then it is good only for as long as somebody remembers the old answer. The log can be cleaned afterwards.',
        right: true,
      },
      {
        text: 'Change the program’s secret',
        reason: 'The secret has not leaked. The token goes on without it.',
      },
    ],
  },
] satisfies Quiz;
