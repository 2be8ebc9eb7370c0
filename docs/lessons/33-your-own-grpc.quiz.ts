import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'write-false',
    question: 'The transport’s `write(output)` has answered `false`. What becomes of `output`?',
    answers: [
      {
        text: 'It goes out. Only what comes after it has to wait for `drain`.',
        reason: 'It was taken. `false` says that enough is queued.',
        right: true,
      },
      {
        text: 'It was refused, and has to be written again at `drain`.',
        reason: 'Then the peer would read it twice, and lose its place between the frames.',
      },
      {
        text: 'It is lost, and the connection with it.',
        reason: 'Nothing is lost: a full buffer is not an error.',
      },
    ],
  },
  {
    id: 'place',
    question:
      'A client opens a call and cancels it, a thousand times. The handler needs a second for each, and looks at no signal. A server takes 100 calls at once. How many handlers are at work?',
    answers: [
      {
        text: '100: a place is given back when the handler ends, and not when the stream does.',
        reason: 'What is limited is work. The other 900 are refused.',
        right: true,
      },
      {
        text: '1,000: the streams are closed, so none of them counts.',
        reason:
          'That was the trouble of 2023, “rapid reset”: whoever cancels has more done than who waits.',
      },
      {
        text: 'None: a cancelled call has no handler.',
        reason: 'The handler runs on until it looks. Nobody can stop a function from outside.',
      },
    ],
  },
  {
    id: 'whose-byte',
    question: 'In the DATA frame of the request, which layer wrote `00 00 00 00 05`?',
    answers: [
      {
        text: 'HTTP/2: it is the end of the frame’s header.',
        reason: 'That one has nine bytes, and says how long the frame is: 0a.',
      },
      {
        text: 'gRPC’s framing: not compressed, five bytes of message follow.',
        reason: 'The prefix of lesson 3. The frame says 10, five more than the message has.',
        right: true,
      },
      {
        text: 'protobuf: field 5, and it is empty.',
        reason: 'A message begins with a tag, and 00 is none.',
      },
    ],
  },
  {
    id: 'three-moments',
    question:
      'One call is under way, and its answer is announced. The driver waits for a millisecond, “so that others can share the write”. What is won?',
    answers: [
      {
        text: 'Nothing: there are no others. The call takes a millisecond longer.',
        reason: 'With many calls it shares as well as the end of the turn does, and no better.',
        right: true,
      },
      {
        text: 'A write: three frames leave together.',
        reason: 'They do so at the end of the turn, too, and that comes at once.',
      },
      {
        text: 'Fairness: other connections are served meanwhile.',
        reason: 'They are served at the end of the turn, too; a timer gives them nothing.',
      },
    ],
  },
  {
    id: 'both-ways',
    question:
      'Your client and your server both write the length of a message with the low byte first. Which test finds it?',
    answers: [
      {
        text: 'A thousand calls from your client to your server.',
        reason: 'Both are wrong in the same way, and understand each other well.',
      },
      {
        text: 'One call of a stranger.',
        reason: 'It takes somebody who has read the same text and not your code.',
        right: true,
      },
      {
        text: 'A network that cuts everything into single bytes.',
        reason: 'The bytes arrive in the order in which they were sent, wrong as before.',
      },
    ],
  },
  {
    id: 'skipped',
    question: 'A judge prints “0 failed, 146 skipped”, and ends with 0. What do you know?',
    answers: [
      {
        text: 'That nothing is wrong.',
        reason: 'Nothing was asked.',
      },
      {
        text: 'Nothing. Count what has passed, and compare it with what there is.',
        reason: 'A case that is lost must not look like one that has passed.',
        right: true,
      },
      {
        text: 'That your server does not speak HTTP/2.',
        reason: 'Then something would have failed. Perhaps the server was never reached.',
      },
    ],
  },
  {
    id: 'ratio',
    question:
      'Your stack made 9,000 calls a second yesterday, and makes 6,000 today. Has your last change made it slower?',
    answers: [
      {
        text: 'Yes, by a third.',
        reason: 'Perhaps the machine does something else today.',
      },
      {
        text: 'Ask grpc-js, in the same run: if it has become slower by as much, it was the machine.',
        reason: 'A slow moment hits both. The ratio, and how far it spreads, can be compared.',
        right: true,
      },
      {
        text: 'No: figures of a benchmark mean nothing.',
        reason: 'They mean something beside each other.',
      },
    ],
  },
] satisfies Quiz;
