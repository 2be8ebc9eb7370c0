import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'eviction',
    question:
      'The table has room for 100 octets and holds two entries of 45. An entry of 120 is to be added. What is in the table then?',
    answers: [
      { text: 'The two entries: the new one does not fit', reason: 'Making room comes first.' },
      {
        text: 'Nothing',
        reason: 'All go to make room, and still there is not enough. It is not an error (§4.4).',
        right: true,
      },
      { text: 'The new one, cut off', reason: 'An entry is whole or not there.' },
    ],
  },
  {
    id: 'prefix-31',
    question:
      'Predict the bytes: 31, in a byte of which five bits are left (the other three are 0).',
    bytes: { encoder: 'prefixInteger', pattern: 0, prefixBits: 5, value: 31 },
    reason:
      'Five ones are 31, but they say that more follows: 31 and then 0. The largest number that five bits say alone is 30.',
  },
  {
    id: 'second-time',
    question:
      'A client has sent `:method: GET`, `:path: /tea` and `accept: text/plain` as its first request. It sends the very same again. Predict the block. (`:method: GET` has the index 2 in the static table.)',
    bytes: {
      encoder: 'hpack',
      before: [
        [
          { name: ':method', value: 'GET' },
          { name: ':path', value: '/tea' },
          { name: 'accept', value: 'text/plain' },
        ],
      ],
      headers: [
        { name: ':method', value: 'GET' },
        { name: ':path', value: '/tea' },
        { name: 'accept', value: 'text/plain' },
      ],
    },
    reason:
      'Three indices, each with a 1 in front: 2 is 82. The newest entry, accept, is 62, which is be; the path came before it and is 63, bf.',
  },
  {
    id: 'never',
    question:
      'Predict the block: `authorization` (index 23 in the static table) with the secret `GET`. A secret begins with 0001; the value is 03 47 45 54.',
    bytes: { encoder: 'hpack', headers: [{ name: 'authorization', value: 'GET' }] },
    reason:
      'Behind 0001 four bits are left. 23 does not fit: 0001 1111, then 23 − 15 = 8. So 1f 08, then the value.',
  },
  {
    id: 'crime',
    question: 'Why can the length of an HPACK block not give away a cookie letter by letter?',
    answers: [
      {
        text: 'Because it is encrypted by TLS',
        reason: 'TLS hides what is in it, not how long it is. CRIME saw only the length.',
      },
      {
        text: 'Because Huffman code hides the letters',
        reason: 'A fixed code makes e shorter than Z, whatever else is in the block.',
      },
      {
        text: 'Because only whole values are compared',
        reason: 'A guess that is right but for one letter is as long as any other of its letters.',
        right: true,
      },
    ],
  },
  {
    id: 'too-large-list',
    question:
      'A header list turns out to be larger than the server takes. Why does it read the block to its end, instead of stopping there?',
    answers: [
      {
        text: 'Because the rest may add entries to the table',
        reason: 'Every block counts, also one of a request that is refused.',
        right: true,
      },
      { text: 'To say how large it was', reason: 'Nobody asks. RST_STREAM has only a code.' },
      {
        text: 'It need not: it may close the stream at once',
        reason:
          'It may refuse the stream, but the next block on another stream builds on this one.',
      },
    ],
  },
  {
    id: 'unsent-block',
    question:
      'A client encodes the headers of a request, then the user cancels before anything was sent. The client throws the block away. What happens?',
    answers: [
      {
        text: 'Nothing: it was never sent',
        reason: 'The client’s table has changed all the same.',
      },
      {
        text: 'From then on its indices mean other lines to the server',
        reason:
          'Both tables must have seen the same blocks. What is encoded has to be sent, or the table emptied on both sides.',
        right: true,
      },
      {
        text: 'That one stream is lost',
        reason: 'All streams of a connection share one table in each direction.',
      },
    ],
  },
] satisfies Quiz;
