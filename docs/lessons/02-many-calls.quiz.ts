import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'unknown-id',
    question: 'A reply arrives whose id is not in the table. What does a good client do?',
    answers: [
      {
        text: 'Close the connection: the server is broken',
        reason: 'It may be the late reply of a call that timed out. That is quite normal.',
      },
      {
        text: 'Ignore it',
        reason: 'The call has left the table by another door, and nobody waits any more.',
        right: true,
      },
      {
        text: 'Give it to the oldest call that waits',
        reason: 'Then that caller gets somebody else’s answer: the worst of all.',
      },
    ],
  },
  {
    id: 'deadline-means',
    question: '`order("soup")` ends with `DEADLINE_EXCEEDED`. How many soups were ordered?',
    answers: [
      { text: 'None', reason: 'The caller stopped waiting. Nobody told the server to stop.' },
      { text: 'One', reason: 'Perhaps. The request may also have been lost on its way.' },
      {
        text: 'None or one',
        reason: 'A timeout says something about the answer, nothing about the deed.',
        right: true,
      },
    ],
  },
  {
    id: 'which-name',
    question: 'A repeated request must be recognised. Why is the call id not enough?',
    answers: [
      {
        text: 'It is too short',
        reason: 'Its size does not matter. What it names does.',
      },
      {
        text: 'It names one try; the next try is another call, perhaps on another connection',
        reason:
          'The key names what the caller wants. It stays the same however often it is asked for.',
        right: true,
      },
      { text: 'The server does not see it', reason: 'It does, and copies it into the reply.' },
    ],
  },
  {
    id: 'in-flight',
    question:
      'A repetition with the same key arrives while the first is still running. What should happen?',
    answers: [
      {
        text: 'Run it too, and answer both',
        reason: 'Then it has run twice. A cache of finished replies has this hole.',
      },
      {
        text: 'Answer with an error: busy',
        reason: 'That is safe, but the caller must try again. It can be had without.',
      },
      {
        text: 'Wait for the first, and give its answer to both',
        reason: 'So the memory has to hold the promise, not only the finished reply.',
        right: true,
      },
    ],
  },
  {
    id: 'safe-again',
    question: 'Which of these may be repeated without a key?',
    answers: [
      {
        text: '`setPrice("tea", 3)`',
        reason: 'Setting twice is the same as setting once: idempotent.',
        right: true,
      },
      { text: '`raisePrice("tea", 1)`', reason: 'Twice makes it two more expensive.' },
      { text: '`nextTicketNumber()`', reason: 'Each repetition uses up a number.' },
    ],
  },
] satisfies Quiz;
