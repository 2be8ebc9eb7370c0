import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'one-and-a-half-seconds',
    question: 'A client wants to wait for one second and a half. Which `grpc-timeout` is right?',
    answers: [
      { text: '1.5S', reason: 'There is no point in the grammar: digits and one letter.' },
      { text: '1500M', reason: 'M is a minute. That would be more than a day.' },
      { text: '1500m', reason: 'Milliseconds, with a small m.', right: true },
    ],
  },
  {
    id: 'greeting-bo',
    question:
      'Predict the bytes: the data of the DATA frame that calls `SayHello` for Bo. (`string name = 1`; B is 42, o is 6f.)',
    bytes: { encoder: 'greeting', message: 'request', text: 'Bo' },
    reason:
      'The flag, then the length of the message, big-endian, in four bytes: 00 00 00 00 04. The message: tag 0a, length 2, two letters.',
  },
  {
    id: 'no-such-method',
    question:
      'A client calls a method that the server does not have. What does HTTP’s `:status` say?',
    answers: [
      { text: '404', reason: 'That would be HTTP’s answer. To gRPC the call was understood.' },
      {
        text: '200',
        reason: 'And `grpc-status: 12`, UNIMPLEMENTED, in the same block: Trailers-Only.',
        right: true,
      },
      { text: '415', reason: 'That is for requests that are not gRPC at all.' },
    ],
  },
  {
    id: 'why-trailers',
    question:
      'Why does the status come in trailers, and not with the first headers, as HTTP’s does?',
    answers: [
      {
        text: 'Because headers are compressed, and a status must be readable',
        reason: 'Trailers are compressed in the same way, by the same table.',
      },
      {
        text: 'Because a server that streams knows only at the end how it went',
        reason: 'The headers went out before the first message; the last one may still fail.',
        right: true,
      },
      {
        text: 'Because proxies are not to see it',
        reason:
          'They see it as well as anything else. Some throw it away, and `te: trailers` finds those.',
      },
    ],
  },
  {
    id: 'percent',
    question: 'The text of a status is `50% für Zoë`. What stands in `grpc-message`?',
    answers: [
      {
        text: '50%25 f%C3%BCr Zo%C3%AB',
        reason: 'The %, and every byte beyond ASCII. Spaces stay.',
        right: true,
      },
      {
        text: '50% f%FCr Zo%EB',
        reason:
          'The bytes are those of UTF-8, two for ü. And the reader would take the lone % amiss.',
      },
      {
        text: '50%25%20f%C3%BCr%20Zo%C3%AB',
        reason: 'As in a URL. Every reader takes it, but spaces need no escape here.',
      },
    ],
  },
  {
    id: 'silent-end',
    question:
      'A response: `:status 200`, `content-type application/grpc`, one message, and then DATA with END_STREAM. No trailers came. How has the call ended?',
    answers: [
      {
        text: 'OK: the message is there',
        reason: 'Nobody said OK. A server that means it says it.',
      },
      {
        text: 'With an error that the client has to make up',
        reason:
          'The end brought no status, so the client makes one up, whatever came before: UNKNOWN here and in most libraries, INTERNAL in Go’s.',
        right: true,
      },
      {
        text: 'Not yet: the client goes on waiting',
        reason: 'END_STREAM is the end. Nothing can follow on this stream.',
      },
    ],
  },
  {
    id: 'doctype',
    question:
      'A client complains of a message of 558,124,867 bytes. In hex that is 21 44 4f 43. What has it read?',
    answers: [
      { text: '<html>', reason: 'That would be “html”, 68 74 6d 6c: 1,752,460,652.' },
      {
        text: '<!DOCTYPE html>',
        reason: '21 44 4f 43 is “!DOC”. The “<” before it was taken for the flag.',
        right: true,
      },
      { text: 'A very large message', reason: 'A length that spells a word seldom is one.' },
    ],
  },
  {
    id: 'cancel-three',
    question:
      'And the whole frame that cancels the call on stream 3? (Three bytes of length, the type, which for RST_STREAM is 3, no flags, four bytes of stream; CANCEL is 8, in four bytes.)',
    bytes: { encoder: 'cancel', stream: 3 },
    reason: 'Thirteen bytes: the header says four bytes of payload, and these are the code.',
  },
] satisfies Quiz;
