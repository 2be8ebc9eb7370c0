import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'flag-zero',
    question:
      'A request has `grpc-encoding: gzip`, and its first message has the flag 0. Is that in order?',
    answers: [
      {
        text: 'No: the header says that it is compressed',
        reason: 'It says what may be used. The flag says, of each message, whether it was.',
      },
      {
        text: 'Yes: this message goes as it is, and the next one may be compressed',
        reason: 'The name is the call’s, the flag each message’s.',
        right: true,
      },
      {
        text: 'Only if the message is empty',
        reason:
          'Any message may go as it is: one that does not shrink, or one with a secret in it.',
      },
    ],
  },
  {
    id: 'list-of-whom',
    question: 'A client sends `grpc-accept-encoding: identity,br`. Who may use Brotli now?',
    answers: [
      {
        text: 'The client, for its requests',
        reason: 'It may not know yet what the server reads. The list is about answers.',
      },
      {
        text: 'The server, for its answers, if it wants to',
        reason: 'The list says what its sender can read. It obliges nobody.',
        right: true,
      },
      {
        text: 'Both',
        reason:
          'Each direction has its own name. The server says in its own list what it can read.',
      },
    ],
  },
  {
    id: 'who-reports',
    question:
      'A server answers a client with `grpc-encoding: snappy`, which the client has not offered. What does the caller read?',
    answers: [
      {
        text: '`UNIMPLEMENTED`',
        reason:
          'That is a server’s word to a client that asks for too much. Here nobody can be told.',
      },
      {
        text: '`INTERNAL`',
        reason:
          'The other side has broken the rules, and the client is the only one who can say so.',
        right: true,
      },
      {
        text: 'The message, as it came',
        reason: 'A decoder that gets snappy to read finds a field somewhere, and that is worse.',
      },
    ],
  },
  {
    id: 'identity-flag',
    question: 'A message has the flag 1, and the call has no `grpc-encoding`.',
    answers: [
      {
        text: 'Take it for gzip, as everybody has that',
        reason: 'A guess. If it was not gzip, the error says something else than what went wrong.',
      },
      {
        text: 'Read it as it is',
        reason: 'A server of grpc-js does. The flag says that it is not what it looks like.',
      },
      {
        text: '`INTERNAL`: nobody has said how it is compressed',
        reason: 'The flag and the missing name contradict each other.',
        right: true,
      },
    ],
  },
  {
    id: 'pays-when',
    question:
      'Services in one rack send each other logs of 70 KB, ten thousand a second. Somebody turns gzip on. What becomes smaller?',
    answers: [
      {
        text: 'The traffic, to a tenth; and everything takes longer',
        reason:
          'The line is faster than gzip there. If the traffic costs nothing, the processors are what has become dearer.',
        right: true,
      },
      {
        text: 'The time of each call',
        reason: 'Below some thousand Mbit/s, yes. In a rack the line has ten thousand and more.',
      },
      {
        text: 'Nothing: protobuf is compact already',
        reason: 'A log is text, and text shrinks, in whatever it is packed.',
      },
    ],
  },
  {
    id: 'photo',
    question: 'A photo of 256 KiB goes by gzip, on our stack. What is on the wire?',
    answers: [
      {
        text: 'About half of it',
        reason: 'A photo was compressed when it was taken. To gzip it looks like noise.',
      },
      {
        text: '256 KiB and a hundred bytes more, with flag 1',
        reason: 'That is what gzip makes of it. But our stack compares before it sends.',
      },
      {
        text: 'The photo as it is, with flag 0',
        reason: 'It was tried, and did not become smaller. The time is lost all the same.',
        right: true,
      },
    ],
  },
  {
    id: 'tls-hides',
    question: 'The calls go over TLS. What does somebody on the line still see?',
    answers: [
      { text: 'Nothing', reason: 'TLS hides what is written, and who may read it.' },
      {
        text: 'How long each record is, and when it comes',
        reason:
          'The length of what is encrypted is the length of what was written. With compression, that depends on the text.',
        right: true,
      },
      {
        text: 'The names of the methods',
        reason: 'Those are headers, and encrypted like the rest.',
      },
    ],
  },
  {
    id: 'why-one-byte',
    question: 'With the right letter the answer becomes a byte shorter. Where has the byte gone?',
    answers: [
      {
        text: 'The letter in the voucher is a part of the copy now, and no byte of its own',
        reason:
          '“voucher=” was a copy of the note already. Now it is one byte longer, and takes the same room.',
        right: true,
      },
      {
        text: 'The note has become shorter',
        reason: 'All notes of one round are equally long.',
      },
      {
        text: 'gzip has found a better code for that letter',
        reason: 'In so short a message each letter has a fixed code of eight bits.',
      },
    ],
  },
  {
    id: 'says-zero',
    question: 'A message by gzip ends in the length 1,000. How much memory do you make ready?',
    answers: [
      { text: '1,000 bytes', reason: 'The sender says so. It may become 4 GiB all the same.' },
      {
        text: 'As much as comes, piece by piece, and never more than the limit',
        reason:
          'What a stranger says of the size is compared at the end, and not believed at the beginning.',
        right: true,
      },
      {
        text: 'As much as the limit allows, at once',
        reason: 'Then a thousand small messages hold 4 MiB each.',
      },
    ],
  },
  {
    id: 'where-limit',
    question: 'Where does the limit of 4 MiB have to be looked at?',
    answers: [
      { text: 'At the prefix', reason: 'Yes, and the bomb passes it: it has less than 4 MiB.' },
      {
        text: 'After the message was unpacked',
        reason: 'It is 4 GiB by then, if the process is still there.',
      },
      {
        text: 'At the prefix, and again while it unfolds',
        reason: 'Both are cheap, and each one stops what the other does not see.',
        right: true,
      },
    ],
  },
] satisfies Quiz;
