import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'chunks',
    question:
      'A client writes three messages with three calls of `write`. How many `data` events does the server get?',
    answers: [
      {
        text: 'Three',
        reason: 'Often, on one machine. That is what makes the bug so hard to see.',
      },
      { text: 'One', reason: 'It can happen, when they are sent quickly one after the other.' },
      {
        text: 'Any number from one to as many as there are bytes',
        reason: 'TCP carries a stream. Where it is cut means nothing.',
        right: true,
      },
    ],
  },
  {
    id: 'frame-hi',
    question:
      'Predict the bytes: the frame of the payload `hi`, with four bytes of length. (In hex; `h` is 68, `i` is 69.)',
    bytes: { encoder: 'frame', text: 'hi' },
    reason: 'The length is 2, the highest byte first: 00 00 00 02. It does not count itself.',
  },
  {
    id: 'limit-when',
    question: 'When should a frame that is too large be refused?',
    answers: [
      { text: 'When it has arrived', reason: 'Then it is already in your memory.' },
      {
        text: 'When its length has arrived',
        reason: 'Four bytes are enough to know, and the rest is never stored.',
        right: true,
      },
      { text: 'When parsing it fails', reason: 'It may parse very well. It is only too large.' },
    ],
  },
  {
    id: 'message-hi',
    question:
      'And as a gRPC message whose payload is compressed? (Take `hi` for what the compressor made.)',
    bytes: { encoder: 'message', text: 'hi', compressed: true },
    reason:
      'One byte more, in front: 01 for compressed. Then the length of what is sent, not of what it was before.',
  },
  {
    id: 'html',
    question:
      'A decoder of gRPC messages gets an HTML page from a proxy. It begins with `<!DOC`. What does it notice?',
    answers: [
      {
        text: 'The flag is 0x3c, neither 0 nor 1',
        reason:
          'A strict check of the first byte tells it at once. Without it, `!DOC` would be read as a length of 558 MB.',
        right: true,
      },
      {
        text: 'The page is not valid Protobuf',
        reason: 'It never gets that far: the prefix is wrong.',
      },
      { text: 'Nothing, it waits', reason: 'That is what a decoder without checks would do.' },
    ],
  },
] satisfies Quiz;
