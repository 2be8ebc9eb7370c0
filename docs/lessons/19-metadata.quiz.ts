import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'client-trailers',
    question: 'A client streams a file, and at the end it knows the checksum. Where does it go?',
    answers: [
      {
        text: 'Into the client’s trailers',
        reason: 'A client has none: its side ends with END_STREAM.',
      },
      { text: 'Into the request’s headers', reason: 'They went out long before the end.' },
      {
        text: 'Into a last message',
        reason: 'It is the only thing that a client can still send.',
        right: true,
      },
    ],
  },
  {
    id: 'capitals',
    question: 'You set `X-User`. What is on the wire?',
    answers: [
      { text: 'X-User', reason: 'A header with a capital makes an HTTP/2 request malformed.' },
      { text: 'x-user', reason: 'Names are lower case; libraries do it for you.', right: true },
      { text: 'Nothing: it is refused', reason: 'It could be. No library does that to people.' },
    ],
  },
  {
    id: 'header-bytes',
    question:
      'Predict the bytes: a header block with one field, `x-a: 1`, a literal that is added to the table, with a new name; no text is shorter in Huffman code. (x is 78, - is 2d, a is 61, 1 is 31.)',
    bytes: { encoder: 'hpack', headers: [{ name: 'x-a', value: '1' }] },
    reason: '40 begins it, then each text with its length in front (RFC 7541 §6.2.1).',
  },
  {
    id: 'name-for-zoe',
    question: 'How does `Zoë` travel?',
    answers: [
      {
        text: 'As x-name, in UTF-8',
        reason: 'Text is printable ASCII. Some receivers take more, and some drop the call.',
      },
      {
        text: 'As x-name-bin, the bytes of its UTF-8',
        reason: 'Base64 on the wire; both sides get bytes, and decode them.',
        right: true,
      },
      { text: 'As x-name, in base64', reason: 'Without -bin nobody decodes it again.' },
    ],
  },
  {
    id: 'padding',
    question:
      'A receiver finds `AQI=` under a -bin name. The protocol says that senders leave out the `=`.',
    answers: [
      {
        text: 'It refuses the call',
        reason: 'Then it could not talk to grpc-js, which writes them.',
      },
      {
        text: 'It reads two bytes',
        reason: 'Receivers accept both, with and without.',
        right: true,
      },
      {
        text: 'It reads three bytes',
        reason: 'The = stands for nothing: it only fills the group of four.',
      },
    ],
  },
  {
    id: 'two-tags',
    question:
      'A client sends `x-tag` twice, `tea` and `gift`. What does a handler of `grpc-js` get from `metadata.get("x-tag")`?',
    answers: [
      {
        text: '["tea", "gift"]',
        reason: 'So it was sent. Node’s HTTP/2 has joined them on the way in.',
      },
      { text: '["tea, gift"]', reason: 'One value. With -bin it would be two.', right: true },
      { text: '["gift"]', reason: 'Nothing is replaced; HTTP joins.' },
    ],
  },
  {
    id: 'log',
    question: 'A value is refused, since it has a line break. What should the error say?',
    answers: [
      {
        text: 'The value, so that one can see it',
        reason: 'It may be a token; errors go into logs.',
      },
      { text: 'The name', reason: 'Whoever reads it finds the place, and no secret.', right: true },
      { text: 'Neither', reason: 'Twenty names were set. Which was it?' },
    ],
  },
] satisfies Quiz;
