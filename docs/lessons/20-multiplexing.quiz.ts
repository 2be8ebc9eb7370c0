import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'what-tells',
    question: 'Two services on one port. How does a server know to which a call belongs?',
    answers: [
      { text: 'By the stream’s id', reason: 'Ids only count: 1, 3, 5, whichever service it is.' },
      { text: 'By the connection', reason: 'Both may be on one, and here they were.' },
      { text: 'By `:path`', reason: 'It names service and method, in a header.', right: true },
      {
        text: 'By the type of the message',
        reason: 'A message does not say what it is; two methods may take the same one.',
      },
    ],
  },
  {
    id: 'package',
    question:
      'Somebody tidies up and changes `package shop;` to `package shop.v1;`. No message changes. What happens to the clients that are out there?',
    answers: [
      {
        text: 'Nothing: the bytes of the messages are the same',
        reason: 'They are. But the calls do not arrive where the messages are read.',
      },
      {
        text: 'Every call ends with UNIMPLEMENTED',
        reason: 'The package is part of the path: `/shop.Orders/Get` is no longer there.',
        right: true,
      },
      {
        text: 'New fields are missing',
        reason: 'No field is concerned. It is the name of the service that has changed.',
      },
    ],
  },
  {
    id: 'library',
    question:
      'Your code and a library each make a client of `grpc-js` for one server, both without options. The library downloads a large file. Your calls get slow. Why?',
    answers: [
      {
        text: 'Both share a connection, and nobody has said so',
        reason: 'The pool is the process’s. `grpc.use_local_subchannel_pool` parts them.',
        right: true,
      },
      { text: 'JavaScript has one thread', reason: 'It has, and waiting for a file needs none.' },
      {
        text: 'A server answers one client after the other',
        reason: 'It answers calls as they come, whoever sent them.',
      },
    ],
  },
  {
    id: 'six',
    question:
      'HTTP/1.1, six connections, a round trip of 40 ms, 60 requests at once, a server that needs no time. About how long does it take?',
    answers: [
      { text: '40 ms', reason: 'That is what streams can do: all of them in one round trip.' },
      {
        text: '400 ms',
        reason: 'Ten on each connection, one after the other: ten round trips, and the handshake.',
        right: true,
      },
      { text: '2.4 s', reason: 'That would be all sixty on one connection.' },
    ],
  },
  {
    id: 'passed-over',
    question: 'A server has seen streams 1, 3 and 9. Now HEADERS come for 7.',
    answers: [
      {
        text: 'It is a new call that was overtaken',
        reason: 'TCP keeps the order: nothing is overtaken on one connection.',
      },
      {
        text: 'The connection is at its end: a protocol error',
        reason: 'When 9 began, 7 was closed. Whoever uses it has lost count.',
        right: true,
      },
      {
        text: 'It is ignored',
        reason: 'Its header block changes HPACK’s table; nobody can skip it.',
      },
    ],
  },
  {
    id: 'cancel',
    question:
      'Predict the bytes: the third call on a connection is cancelled. RST_STREAM is type 3, CANCEL is 8.',
    bytes: { encoder: 'cancel', stream: 5 },
    reason: 'Ids are 1, 3, 5: the third stream is 5. Length 4, type 3, no flags, the id, the code.',
  },
  {
    id: 'slow-and-idle',
    question:
      'A client’s calls take seconds. The server’s own figures say one millisecond, and it has nothing to do. What do you look at first?',
    answers: [
      {
        text: 'How many streams the client has open, and how many the server takes',
        reason: 'What is beyond the limit waits at the client, where no server’s figure sees it.',
        right: true,
      },
      { text: 'The server’s database', reason: 'It would show in the server’s own time.' },
      {
        text: 'The size of the messages',
        reason: 'A large one takes time at the server, too: it has to be read.',
      },
    ],
  },
  {
    id: 'goaway',
    question:
      'Three calls run, two wait for a stream, and GOAWAY comes: the server takes what it has. What happens to the two?',
    answers: [
      {
        text: 'They fail with UNAVAILABLE',
        reason: 'They need not: nothing of them was ever sent.',
      },
      {
        text: 'They go to another connection at once',
        reason: 'The server has not seen them, so nobody does anything twice.',
        right: true,
      },
      {
        text: 'They wait until the three are over',
        reason: 'Then there is room, and still no new stream: GOAWAY is for good.',
      },
    ],
  },
  {
    id: 'where-are-they',
    question:
      'One segment is lost, and fourteen answers behind it are late. Where are they in the meantime?',
    answers: [
      { text: 'At the server', reason: 'It has sent them, and is done with them.' },
      {
        text: 'In the kernel of the client’s machine',
        reason: 'They have come. TCP hands nothing out behind a hole.',
        right: true,
      },
      {
        text: 'In the client’s HTTP/2',
        reason:
          'It would hand them on: to it, streams do not wait for each other. It has not got them.',
      },
    ],
  },
] satisfies Quiz;
