import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'settings-bytes',
    question:
      'Predict the bytes: the whole SETTINGS frame that allows the other side 100 streams at once (`MAX_CONCURRENT_STREAMS` is setting 3).',
    bytes: { encoder: 'settings', entries: [[3, 100]] },
    reason:
      'Length 6, type 04, no flag, stream 0; then the identifier in two bytes and the value in four.',
  },
  {
    id: 'data-bytes',
    question: 'And DATA with the text `ok`, on stream 5, after which nothing follows?',
    bytes: { encoder: 'data', streamId: 5, text: 'ok', endStream: true },
    reason: 'Length 2, type 00, flag END_STREAM 01, stream 5 in four bytes, then 6f 6b.',
  },
  {
    id: 'second-stream',
    question: 'A client has opened stream 1. Which number has its next stream?',
    answers: [
      { text: '2', reason: 'Even numbers are the server’s, for streams that it would push.' },
      {
        text: '3',
        reason: 'The client’s streams are odd, and each is higher than all before.',
        right: true,
      },
      { text: '1 again, when it is closed', reason: 'A number is used once in a connection.' },
    ],
  },
  {
    id: 'who-waits',
    question:
      'On one connection the answer to stream 1 is 1 GiB of DATA, and the answer to stream 3 is 20 bytes. Must stream 3 wait?',
    answers: [
      {
        text: 'Yes, as on a connection of HTTP/1.1',
        reason: 'There an answer has to be whole before the next can begin.',
      },
      {
        text: 'No: between two frames of stream 1 there is room for one of stream 3',
        reason:
          'The gigabyte goes out in frames, of 16,384 bytes each as a rule, and each frame says whose it is.',
        right: true,
      },
      {
        text: 'No, not even if a packet is lost',
        reason:
          'TCP delivers in order. A lost packet holds up everything behind it, whosever it is: that is why HTTP/3 left TCP.',
      },
    ],
  },
  {
    id: 'state-after-get',
    question:
      'A client sends HEADERS with END_STREAM: a GET. In which state is the stream, for the client?',
    answers: [
      { text: 'open', reason: 'HEADERS opened it, and END_STREAM in the same frame moved it on.' },
      {
        text: 'half-closed (local)',
        reason: 'Local is this side: it has said all. The answer is still to come.',
        right: true,
      },
      { text: 'closed', reason: 'Then no answer could come any more.' },
    ],
  },
  {
    id: 'unknown-type',
    question: 'A frame of type 0x2a arrives, of which a receiver has never heard. What does it do?',
    answers: [
      {
        text: 'Skips it: its length says how far',
        reason: 'So new types can be invented, and old programs live on (RFC 9113 §5.5).',
        right: true,
      },
      { text: 'RST_STREAM', reason: 'Nothing is wrong with the stream.' },
      { text: 'GOAWAY with PROTOCOL_ERROR', reason: 'It is not an error to be new.' },
    ],
  },
  {
    id: 'rst-or-goaway',
    question: 'A frame of 20,000 bytes of DATA comes, and 16,384 are allowed. What may end?',
    answers: [
      {
        text: 'The stream, or the whole connection: the receiver decides',
        reason:
          'For DATA the RFC asks for an error at least of the stream (§4.2). Ours and Node’s say GOAWAY: the frame is refused by its header, and nobody reads on behind it.',
        right: true,
      },
      {
        text: 'Nothing, if there is memory',
        reason:
          'Each side says in SETTINGS how much it takes in one frame, 16,384 bytes if it says nothing. To send more breaks a rule.',
      },
      {
        text: 'Only the frame: it is skipped',
        reason: 'A piece of the body would be missing, and nobody would know.',
      },
    ],
  },
] satisfies Quiz;
