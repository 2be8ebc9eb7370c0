import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'nobody',
    question:
      'A balancer wants to know of `ecommerce.Stock`. Nobody has set it at this server. What does it read?',
    answers: [
      {
        text: 'NOT_FOUND from Check, and SERVICE_UNKNOWN from Watch',
        reason: 'Check is a question about now, and fails. A watch stays: the service may come.',
        right: true,
      },
      {
        text: 'NOT_SERVING from both',
        reason: 'That would be a statement about a service that the server knows.',
      },
      {
        text: 'SERVING, as the server as a whole does',
        reason: 'The empty name and a service’s name are entries of their own.',
      },
    ],
  },
  {
    id: 'slow-watch',
    question:
      'A watch has told SERVING. While its reader is busy the status goes to NOT_SERVING, and back to SERVING. What does the reader get next?',
    answers: [
      {
        text: 'NOT_SERVING, and then SERVING',
        reason: 'For that somebody would have to keep a list for each slow reader.',
      },
      {
        text: 'SERVING once more',
        reason: 'What has been told, and is still true, is not told again.',
      },
      {
        text: 'Nothing, until it changes again',
        reason: 'What the reader knows is true.',
        right: true,
      },
    ],
  },
  {
    id: 'liveness',
    question:
      'The replicas of a shop share a database, and it does not answer. Liveness asks for the service, which says NOT_SERVING. What happens?',
    answers: [
      {
        text: 'A replica gets no calls until the database is back',
        reason: 'That is what readiness does.',
      },
      {
        text: 'Each replica is started again, all at about the same time',
        reason: 'Each of them says the same, and a restart does not bring the database back.',
        right: true,
      },
      {
        text: 'Kubernetes starts the database again',
        reason: 'It knows nothing of a database. It was told that a replica is dead.',
      },
    ],
  },
  {
    id: 'probe-code',
    question:
      'A platform starts grpc_health_probe beside a server that has no health service. What does the probe say?',
    answers: [
      {
        text: 'It serves: the port is open',
        reason: 'That is what a TCP probe says. This one makes a call.',
      },
      {
        text: 'It fails: the call ends with UNIMPLEMENTED',
        reason: 'A probe is a client. Somebody has to answer it.',
        right: true,
      },
      {
        text: 'Nothing: it installs the service',
        reason: 'It is another process, and cannot add anything to a server.',
      },
    ],
  },
  {
    id: 'two-steps',
    question:
      'Why does a server that leaves send two GOAWAY, the first with 2³¹ − 1 as its last stream?',
    answers: [
      {
        text: 'In case the first is lost',
        reason: 'TCP loses nothing without losing the connection.',
      },
      {
        text: 'Calls may be on their way when it sends the first: it takes them, and names the true last stream afterwards',
        reason: 'The answer to a PING between the two says that nothing more is on its way.',
        right: true,
      },
      {
        text: 'One is for the client, and one for the proxy',
        reason: 'A frame is for the other end of the connection.',
      },
    ],
  },
  {
    id: 'notice',
    question:
      'A server gets SIGTERM and drains at once. All clients have a connection that stays, and understand GOAWAY. Which calls are lost?',
    answers: [
      {
        text: 'Those that were under way',
        reason: 'Draining lets them end.',
      },
      {
        text: 'None of theirs',
        reason:
          'They go elsewhere with the next call. Who loses are those who connect anew, with an address from somebody who has not noticed.',
        right: true,
      },
      {
        text: 'Each client’s next one',
        reason: 'The channel has seen the GOAWAY, and connects elsewhere first.',
      },
    ],
  },
  {
    id: 'second-signal',
    question:
      'Ctrl-C in a terminal, at a server that npm has started: it gets SIGINT twice within a millisecond. What should it do?',
    answers: [
      {
        text: 'End now: twice means that somebody is impatient',
        reason: 'Nobody was: the terminal sent it to both, and npm passed its own on.',
      },
      {
        text: 'Take the second for the first, and leave in order',
        reason: 'A person who is impatient needs longer than a few milliseconds.',
        right: true,
      },
      {
        text: 'Begin to wait again',
        reason: 'Then whoever repeats it often enough keeps the server alive.',
      },
    ],
  },
  {
    id: 'hangs',
    question:
      '`tryShutdown` of grpc-js has not called back for a minute. What is the likely reason?',
    answers: [
      {
        text: 'A stream is open, perhaps a watch of the health service',
        reason: 'It waits for the last call, and nobody has told that one to end.',
        right: true,
      },
      {
        text: 'A client keeps its connection open without a call',
        reason: 'Connections without a call are closed at once.',
      },
      {
        text: 'It waits for 30 seconds, twice',
        reason: 'It has no limit at all. That is for you to set.',
      },
    ],
  },
  {
    id: 'reflection',
    question:
      'A server for strangers has reflection. What can they do that they could not do before?',
    answers: [
      {
        text: 'Call methods that were closed to them',
        reason: 'Whoever has the `.proto` could call them before. A guard is another thing.',
      },
      {
        text: 'Learn every service, method and field that there is',
        reason: 'Also those that are not in the documentation. So some leave it off outside.',
        right: true,
      },
      {
        text: 'Read the source of the handlers',
        reason: 'It gives descriptors: names, numbers and types.',
      },
    ],
  },
] satisfies Quiz;
