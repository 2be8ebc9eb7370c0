import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'who-reads',
    question: 'Somebody finds a token in a log. What do they learn without any key?',
    answers: [
      {
        text: 'Nothing: it is encrypted',
        reason: 'It is signed. base64url is another way to write bytes, and no secret.',
      },
      {
        text: 'All that it says, and they can use it until it expires',
        reason: 'Whoever bears it may use it: that is what “bearer” means.',
        right: true,
      },
      {
        text: 'All that it says, but only its owner can use it',
        reason: 'Nothing in it is bound to a machine or to a connection.',
      },
    ],
  },
  {
    id: 'what-is-signed',
    question: 'A reader decodes the claims, encodes them again, and verifies that. What happens?',
    answers: [
      {
        text: 'Nothing: it is the same JSON',
        reason: 'The same members, and other bytes: white space and order are gone.',
      },
      {
        text: 'Good tokens are refused, depending on who has written them',
        reason: 'What is signed is the text as it came, the dot included.',
        right: true,
      },
      {
        text: 'Forged tokens are taken',
        reason: 'Not by this alone. But tokens of others fail, and somebody will “fix” that.',
      },
    ],
  },
  {
    id: 'duplicate-names',
    question: 'The claims have `"sub"` twice, and are signed. Why does it matter?',
    answers: [
      {
        text: 'It does not: JSON.parse takes the last',
        reason: 'And a proxy in front of you, in another language, has taken the first.',
      },
      {
        text: 'Two programs read two callers out of one token',
        reason: 'One checks the first, the other one acts on the last. So it is refused.',
        right: true,
      },
      {
        text: 'The signature cannot be good then',
        reason: 'A signature is over bytes. It does not know that they are JSON.',
      },
    ],
  },
  {
    id: 'unknown-kid',
    question: 'A token names a key that you do not have. Why not simply fetch the JWKS?',
    answers: [
      {
        text: 'One should, once; and if it was in vain, not again for a while',
        reason: 'It may be a new key. It may also be the thousandth invented name of a second.',
        right: true,
      },
      {
        text: 'Because keys never change',
        reason: 'They do: on a schedule, and when one was stolen.',
      },
      {
        text: 'One should, each time: it is only one request',
        reason: 'One of yours for each of a stranger’s. They have more.',
      },
    ],
  },
  {
    id: 'who-decides',
    question: 'A token says `alg: HS256`. Your keys are public ones, for ES256. What do you do?',
    answers: [
      {
        text: 'Verify it by HS256, with the key that we have',
        reason: 'Everybody has that key. So everybody can sign.',
      },
      {
        text: 'Refuse it, before anybody looks for a key',
        reason: 'The list of algorithms is yours. What is not in it is not looked at.',
        right: true,
      },
      {
        text: 'Verify it by ES256 all the same',
        reason: 'It would fail, too. But a reader that overrules the token here believes it there.',
      },
    ],
  },
  {
    id: 'good-signature',
    question: 'The signature is good. What have you learned?',
    answers: [
      {
        text: 'That the caller may do this',
        reason: 'The token may be for another service, of yesterday, or for something else.',
      },
      {
        text: 'That somebody with that key has written this, once',
        reason: 'For whom, until when and for what stands in the claims. Those come next.',
        right: true,
      },
      {
        text: 'Who is calling',
        reason: 'Whom it is about. It is in the hands of whoever bears it.',
      },
    ],
  },
  {
    id: 'one-text',
    question: 'Why does an expired token get the same answer as one with a wrong signature?',
    answers: [
      {
        text: 'Because a client must do the same in both cases',
        reason: 'It does. But that is not why: the text is for people.',
      },
      {
        text: 'Because “expired” would say: the rest of it was good',
        reason: 'An answer for each failure lets a stranger try one thing after the other.',
        right: true,
      },
      {
        text: 'Because gRPC has only one code for it',
        reason: 'One code, and any text. It is the text that tells.',
      },
    ],
  },
  {
    id: 'down-code',
    question: 'The JWKS cannot be had, and a token names a key that you do not have. Which code?',
    answers: [
      {
        text: '`UNAUTHENTICATED`',
        reason: 'Then all clients go and fetch new tokens, from the server that is down.',
      },
      {
        text: '`UNAVAILABLE`',
        reason: 'Nobody knows whether the token is good. Later somebody will.',
        right: true,
      },
      {
        text: '`OK`: it has worked up to now',
        reason: 'A guard that cannot ask lets nobody in.',
      },
    ],
  },
  {
    id: 'take-back',
    question:
      'A laptop with a token is stolen. The token lives an hour. What can the token server do?',
    answers: [
      {
        text: 'Revoke the token: all services refuse it from now on',
        reason: 'They do not ask. That is what made them fast.',
      },
      {
        text: 'Forget the key: then this token ends, and everybody’s with it',
        reason:
          'When the services fetch the JWKS the next time. It is the only lever, and it is large.',
        right: true,
      },
      {
        text: 'Shorten its `exp`',
        reason: 'It is signed. A shorter one would be another token.',
      },
    ],
  },
] satisfies Quiz;
