import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'which-answer',
    question:
      'On a bidirectional stream a client has sent ids 101, 102 and 103, and one message comes back. To which id does it belong?',
    answers: [
      { text: 'To 101', reason: 'Only if the two programs have agreed on that order.' },
      {
        text: 'gRPC does not say',
        reason:
          'There are two streams of messages. What an answer answers, its content has to say, or an agreement between the two programs.',
        right: true,
      },
      { text: 'To the last one, 103', reason: 'It may have been on its way before 103 arrived.' },
    ],
  },
  {
    id: 'half-close',
    question: 'A client calls `call.end()` on a bidirectional call. What may still happen?',
    answers: [
      {
        text: 'Answers may come, for as long as the server likes',
        reason: 'It is a half-close: “that was all I ask”. The call ends with the trailers.',
        right: true,
      },
      { text: 'Nothing: the call is over', reason: 'That would be `call.cancel()`.' },
      {
        text: 'The server must end too, when it reads it',
        reason: 'Many do. The protocol does not ask for it.',
      },
    ],
  },
  {
    id: 'server-first',
    question: 'The server sends its trailers while the client is still sending. What then?',
    answers: [
      {
        text: 'The client finishes what it has begun to send',
        reason: 'Nobody reads it any more.',
      },
      {
        text: 'The call is over, with the status in the trailers',
        reason:
          'There is nothing behind trailers. The client stops, and tells whatever makes its messages.',
        right: true,
      },
      { text: 'It is an error, INTERNAL', reason: 'It is allowed: the status may even be OK.' },
    ],
  },
  {
    id: 'both-wait',
    question:
      'A server answers when it has ten messages. A client sends the second when it has an answer to the first. No deadline. What happens?',
    answers: [
      { text: 'INTERNAL, after a while', reason: 'Nothing is wrong: two programs wait.' },
      { text: 'TCP notices, and closes', reason: 'The connection is well.' },
      {
        text: 'Nothing, for ever',
        reason:
          'Each waits for the other. A deadline would end it; a time after which the server answers with fewer would not let it begin.',
        right: true,
      },
    ],
  },
  {
    id: 'both-write',
    question: 'Both ends write without reading, and both wait for `drain` as they should. Then?',
    answers: [
      { text: 'The memory of both grows', reason: 'Not if both wait for drain.' },
      {
        text: 'Both stand still when the windows are used up',
        reason: 'Only a reader gives credit, and nobody reads. Read and write at once.',
        right: true,
      },
      { text: 'The faster one wins', reason: 'Each direction has windows of its own; both fill.' },
    ],
  },
  {
    id: 'destroy',
    question:
      'A client of grpc-js calls `call.destroy()` on its stream. What does the server hear?',
    answers: [
      { text: 'CANCELLED', reason: 'That is what `call.cancel()` would tell it.' },
      {
        text: 'Nothing',
        reason: 'grpc-js destroys the object of Node, and lets the call go on.',
        right: true,
      },
      { text: 'A half-close', reason: 'END_STREAM is sent by `call.end()`.' },
    ],
  },
  {
    id: 'chat-deadline',
    question: 'A chat is one bidirectional call. Which deadline does it get?',
    answers: [
      {
        text: 'One second, as all calls',
        reason: 'Then everybody is thrown out after a second: the article’s does just that.',
      },
      {
        text: 'None for the whole; a time for each silence, and keepalive',
        reason:
          'A deadline is for a call that is to be done by then. What must not take for ever here is to hear nothing.',
        right: true,
      },
      {
        text: 'A year',
        reason:
          'A number that nobody will ever see at work says only that one did not want to think.',
      },
    ],
  },
] satisfies Quiz;
