import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'where-dns',
    question:
      'DNS gives the three addresses of a service in another order each time. Are the calls of a long-lived gRPC client spread?',
    answers: [
      {
        text: 'Yes, each call looks the name up',
        reason: 'A look-up belongs to a connection, and there is one for days.',
      },
      {
        text: 'No: its connections are to whatever it found first',
        reason: 'Clients are spread, each by chance. The calls of one are not.',
        right: true,
      },
      {
        text: 'Yes, after the record has expired',
        reason: 'An expired record closes no connection.',
      },
    ],
  },
  {
    id: 'l4-pins',
    question:
      'A TCP proxy, three servers, two clients that each make 1000 calls. At most how many servers have work?',
    answers: [
      { text: 'One', reason: 'The next connection goes to the next server.' },
      {
        text: 'Two',
        reason: 'A server for each connection, and a connection for each client.',
        right: true,
      },
      {
        text: 'Three',
        reason: 'There are two connections; nobody would send anything to the third.',
      },
    ],
  },
  {
    id: 'max-age',
    question:
      'You set `grpc.max_connection_age_ms` to one minute. What happens to a call that is under way when the minute is over?',
    answers: [
      {
        text: 'It ends with UNAVAILABLE',
        reason:
          'That is what grpc.max_connection_age_grace_ms could do, much later, if you set it.',
      },
      {
        text: 'It goes on; only new calls use another connection',
        reason: 'GOAWAY says which stream is the last one that is still served.',
        right: true,
      },
      { text: 'It is moved to the new connection', reason: 'A stream belongs to its connection.' },
    ],
  },
  {
    id: 'three-addresses',
    question:
      '`ipv4:10.0.0.1:443,10.0.0.2:443,10.0.0.3:443`, and no service config. 300 calls. Who gets them?',
    answers: [
      { text: '100 each', reason: 'That would be round_robin, and nobody has asked for it.' },
      {
        text: 'One of the three gets all',
        reason: 'pick_first is the default: the first that answers, and then always that one.',
        right: true,
      },
      {
        text: 'None, the target is not valid',
        reason: 'It is: a list of addresses, for one name.',
      },
    ],
  },
  {
    id: 'first-known',
    question:
      '`[{"weighted_round_robin": {}}, {"round_robin": {}}]`: what does a client do that does not know the first?',
    answers: [
      { text: 'It refuses the config', reason: 'Only if it knows none of them.' },
      { text: 'It uses round_robin', reason: 'The first that it knows.', right: true },
      { text: 'It uses both in turns', reason: 'The list is a choice, and not a sum.' },
    ],
  },
  {
    id: 'picker-queue',
    question:
      'A picker has nothing to give: all subchannels are CONNECTING. What becomes of the call?',
    answers: [
      { text: 'It fails with UNAVAILABLE', reason: 'That would be TRANSIENT_FAILURE.' },
      {
        text: 'It waits, and the next picker is asked',
        reason: 'A picker comes with every change. The deadline of the call goes on meanwhile.',
        right: true,
      },
      {
        text: 'It is sent to the first one',
        reason: 'There is no connection on which to send it.',
      },
    ],
  },
  {
    id: 'sticky',
    question:
      'Three subchannels: TRANSIENT_FAILURE twice, and one that has failed and is just trying again. The channel is …',
    answers: [
      {
        text: 'CONNECTING',
        reason:
          'Then calls would wait for a server that was down a second ago, and fail a moment later.',
      },
      {
        text: 'TRANSIENT_FAILURE',
        reason: 'What has failed counts as failed until it is READY.',
        right: true,
      },
      { text: 'IDLE', reason: 'All three were asked to connect.' },
    ],
  },
  {
    id: 'behind-the-gap',
    question:
      'Four servers, A to D; B is down. A policy walks through all four, and skips what is not READY. Of 300 calls, how many does C get?',
    answers: [
      { text: '75', reason: 'The turns of B have to go somewhere.' },
      { text: '100', reason: 'That is what it should get.' },
      { text: '150', reason: 'Its own turn, and that of B: half of all.', right: true },
    ],
  },
  {
    id: 'eject-all',
    question:
      'A database is gone, and all five servers fail each call. `maxEjectionPercent` is 10. How many are left out?',
    answers: [
      { text: 'None', reason: 'One at least may always be left out.' },
      {
        text: 'One',
        reason:
          '10 % of five is less than one, and one is always allowed. The others go on being asked.',
        right: true,
      },
      { text: 'All five', reason: 'Then there would be nobody to call, and nothing gained.' },
    ],
  },
  {
    id: 'two-choices',
    question:
      'Two servers, and one stands still. Two choices, which may be the same server twice. Which part of the calls goes to the one that stands still, in the end?',
    answers: [
      { text: 'None', reason: 'It would be so if the two were always different ones.' },
      {
        text: 'A quarter',
        reason: 'It is drawn twice with ½ × ½, and then there is no choice.',
        right: true,
      },
      { text: 'Half', reason: 'Whenever both are drawn, the other one is taken.' },
    ],
  },
  {
    id: 'fastest',
    question:
      'Ten servers with `least_request_experimental`. One has lost its database and answers each call in a millisecond, with INTERNAL. It gets …',
    answers: [
      {
        text: 'more calls than the others',
        reason: 'It never has many calls under way. Who fails fast looks free.',
        right: true,
      },
      { text: 'as many as the others', reason: 'That would be round_robin.' },
      { text: 'none', reason: 'For that somebody has to look at how calls end.' },
    ],
  },
] satisfies Quiz;
