import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'base64',
    question: 'A password goes over plaintext as `Basic YWRhOnRlYQ==`. Who can read it?',
    answers: [
      { text: 'Nobody without the key', reason: 'There is no key: base64 is a way of writing.' },
      {
        text: 'Everybody on the way',
        reason: 'One line of code turns it back. It is for bytes that have to travel as letters.',
        right: true,
      },
      {
        text: 'Only who knows the user’s name',
        reason: 'The name is in it, before the colon.',
      },
    ],
  },
  {
    id: 'still-seen',
    question: 'A call goes over TLS 1.3. Which of these does somebody on the line still see?',
    answers: [
      {
        text: 'The name of the server, and how long the messages are',
        reason: 'SNI is in the first message, in the clear; and encrypting hides no length.',
        right: true,
      },
      {
        text: 'The path of the method',
        reason: 'It is a header, inside the encrypted records.',
      },
      {
        text: 'The server’s certificate',
        reason: 'In TLS 1.2 they did. In 1.3 it is encrypted.',
      },
    ],
  },
  {
    id: 'sni-why',
    question: 'Why does the client send the server’s name in the clear?',
    answers: [
      {
        text: 'Out of habit: HTTP has it in the Host header as well',
        reason: 'That one comes later, encrypted: too late to choose a certificate by.',
      },
      {
        text: 'Behind one address may be many servers, and each has another certificate',
        reason:
          'The server has to know which one to show, before there is a key to hide the question with.',
        right: true,
      },
      {
        text: 'So that the network can find the server',
        reason: 'For that there is the address. The network does not look into TLS.',
      },
    ],
  },
  {
    id: 'two-packets',
    question:
      'A proxy reads one chunk, looks for SNI in it, and closes if there is none. Since an update of its clients, some connections fail. Why?',
    answers: [
      {
        text: 'The clients have stopped sending SNI',
        reason: 'They send it as before. It may only be in the second packet.',
      },
      {
        text: 'Their hello has become longer than a packet, and comes in two chunks',
        reason:
          'Post-quantum keys have more than a thousand bytes. A chunk was never a message (lesson 3).',
        right: true,
      },
      {
        text: 'The proxy lacks the new ciphers',
        reason: 'It does not encrypt anything. It only has to read lengths.',
      },
    ],
  },
  {
    id: 'copy-of-certificate',
    question: 'Somebody has copied the server’s certificate off a connection. What can they do?',
    answers: [
      {
        text: 'Pretend to be the server',
        reason: 'For that they have to sign a handshake, with the key. The certificate is public.',
      },
      { text: 'Nothing', reason: 'It is shown to whoever connects.', right: true },
      {
        text: 'Read what was recorded',
        reason: 'Not even with its key: that only signs. Each connection makes keys of its own.',
      },
    ],
  },
  {
    id: 'cn',
    question:
      'A certificate has CN `shop.test`, and DNS `old.shop.test` as its only SAN. For whom is it?',
    answers: [
      {
        text: 'For old.shop.test',
        reason: 'Only SANs name a server. The common name is a text for people.',
        right: true,
      },
      {
        text: 'For both',
        reason: 'Then whoever may write a text into a certificate could choose its server.',
      },
      {
        text: 'For shop.test',
        reason: 'Even clients that believe a common name do so only if there is no other name.',
      },
    ],
  },
  {
    id: 'unavailable',
    question: 'A call ends with UNAVAILABLE: `certificate has expired`. What helps?',
    answers: [
      {
        text: 'A retry with backoff',
        reason: 'The code invites to it. It will be as expired in a minute.',
      },
      {
        text: 'A look at the text, and a new certificate at the server',
        reason:
          'A connection that cannot come about is UNAVAILABLE, whatever the reason. Only the text says which.',
        right: true,
      },
      {
        text: 'A longer deadline',
        reason: 'Nobody was slow.',
      },
    ],
  },
  {
    id: 'plaintext-to-tls',
    question:
      'A client without TLS calls a port with TLS. What does the server get as the first byte of a record?',
    answers: [
      {
        text: '`0x50`, the P of `PRI * HTTP/2.0`',
        reason: 'And a record begins with 20 to 23. It hangs up, and the client does not hear why.',
        right: true,
      },
      {
        text: '`0x16`, a handshake',
        reason: 'That would be a ClientHello. This client sends the preface of HTTP/2.',
      },
      {
        text: 'Nothing: the client waits for the server',
        reason: 'In HTTP/2 the client speaks first.',
      },
    ],
  },
  {
    id: 'reject-false',
    question: '`rejectUnauthorized: false` in a test environment. What is it good for?',
    answers: [
      {
        text: 'It encrypts, so that is half of the safety',
        reason: 'With whom? Somebody between reads all of it, and encrypts it again.',
      },
      {
        text: 'Against somebody who only listens, and against nobody who answers',
        reason: 'An authority of your own is two lines more, and tests what production does.',
        right: true,
      },
      {
        text: 'It is needed for certificates that one has made oneself',
        reason: 'Give the client your authority as its root.',
      },
    ],
  },
  {
    id: 'signed-is-not-allowed',
    question: 'A server asks for client certificates, and has no guard. Who may call it?',
    answers: [
      {
        text: 'Everybody whom the authority has signed: also the coffee machine',
        reason: 'The handshake says that somebody is known. What they may, nobody has asked.',
        right: true,
      },
      {
        text: 'Those in its list',
        reason: 'Which list? TLS has none. That is what the guard is for.',
      },
      {
        text: 'Nobody',
        reason: 'Whoever has a certificate of the authority comes in.',
      },
    ],
  },
  {
    id: 'two-uris',
    question:
      'A client’s certificate has two URIs: `spiffe://shop.test/till` and `spiffe://shop.test/office`. Who calls?',
    answers: [
      { text: 'The till: it is first', reason: 'And in the next library the last one counts.' },
      {
        text: 'Both, so it may what either may',
        reason: 'Then the log says one name, and the list has looked at another.',
      },
      {
        text: 'Nobody',
        reason: 'Two answers to one question. The rules of SPIFFE say: refuse it.',
        right: true,
      },
    ],
  },
  {
    id: 'old-connection',
    question:
      'A server changes its certificate at noon. A client has been connected since nine. What does it notice?',
    answers: [
      {
        text: 'Nothing, until it connects again',
        reason: 'A certificate is used in the handshake. This one was at nine.',
        right: true,
      },
      {
        text: 'It is cut off at noon',
        reason: 'Why? Nothing of what was proved at nine has become untrue.',
      },
      {
        text: 'It gets the new certificate over the connection',
        reason: 'TLS 1.3 has no second handshake on a connection.',
      },
    ],
  },
] satisfies Quiz;
