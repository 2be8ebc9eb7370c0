import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'what-counts',
    question: 'A stream’s window is used up. What may still be sent on it?',
    answers: [
      {
        text: 'Nothing',
        reason: 'Then a call whose window is used up could not even be cancelled.',
      },
      {
        text: 'HEADERS, trailers, RST_STREAM, and an empty DATA with END_STREAM',
        reason: 'Only the octets of DATA count, and an empty frame has none.',
        right: true,
      },
      { text: 'DATA of up to 16,384 octets', reason: 'That is the largest frame, not a window.' },
    ],
  },
  {
    id: 'negative-window',
    question:
      'A window is 65,535. The peer sends 40,000 octets; then it reads INITIAL_WINDOW_SIZE = 10,000. How much may it send?',
    answers: [
      {
        text: '10,000',
        reason: 'Then the 40,000 that are under way already would be forgotten.',
      },
      {
        text: 'Nothing, until it has credit for more than 30,000',
        reason:
          'The window changes by the difference, −55,535: of 25,535 that leaves −30,000 (RFC 9113 §6.9.2).',
        right: true,
      },
      {
        text: '25,535: what it had',
        reason: 'A new size holds for streams that are open too.',
      },
    ],
  },
  {
    id: 'one-stalls-all',
    question:
      'Ten streams share a connection, and one of them is not read. Which of these receivers keeps the other nine going?',
    answers: [
      {
        text: 'One that gives the connection its credit when DATA has been read',
        reason: 'What is not read is missing in the connection’s window, until nothing is left.',
      },
      {
        text: 'One that gives the connection its credit when DATA has come',
        reason: 'Then only the stream’s own window holds the unread octets back.',
        right: true,
      },
      {
        text: 'Any: each stream has a window of its own',
        reason: 'And all of them share the connection’s. The smaller of the two counts.',
      },
    ],
  },
  {
    id: 'throughput',
    question:
      'A download gets 2.6 MB/s over a round trip of 100 ms, from a server that could send 100 MB/s. The window is 262,144. What helps?',
    answers: [
      {
        text: 'A faster line',
        reason: '262,144 / 0.1 s is 2.6 MB/s: the line is hardly used.',
      },
      {
        text: 'A window of 10 MB',
        reason: 'Bandwidth × delay: 100 MB/s × 0.1 s are under way when nothing has to wait.',
        right: true,
      },
      {
        text: 'Larger frames',
        reason: 'The window counts octets, whatever frames they come in.',
      },
    ],
  },
  {
    id: 'credit-bytes',
    question:
      'Predict the bytes: the frame that allows 32,768 octets more on the whole connection.',
    bytes: { encoder: 'credit', stream: 0, increment: 32_768 },
    reason:
      'Length 4, type 08, no flags, stream 0: the connection. Then 32,768 in four bytes, 00 00 80 00.',
  },
  {
    id: 'write-false',
    question: '`call.write(message)` of grpc-js returns `false`. What has become of the message?',
    answers: [
      { text: 'It was not taken: write it again', reason: 'Then it would be sent twice.' },
      {
        text: 'It was taken, and more should wait for `drain`',
        reason:
          'It waits in memory. Who goes on writing loses nothing, but the memory of the process grows.',
        right: true,
      },
      { text: 'It is lost', reason: 'Nothing is lost: that is why it is so easily overlooked.' },
    ],
  },
  {
    id: 'two-to-31',
    question: 'A peer sends WINDOW_UPDATE with the four bytes `80 00 00 00`. What does it get?',
    answers: [
      {
        text: 'Credit for 2³¹ octets',
        reason: 'The first of the 32 bits is reserved, and a receiver ignores it.',
      },
      { text: 'FLOW_CONTROL_ERROR', reason: 'That is for a window above 2³¹−1.' },
      {
        text: 'PROTOCOL_ERROR',
        reason: 'Without the reserved bit it is an increment of 0, which is an error (§6.9).',
        right: true,
      },
    ],
  },
] satisfies Quiz;
