import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'scale-up',
    question:
      'Ten clients call a Service with one address, over one connection each, and all goes to three pods. You scale to six. Which calls do the three new pods get?',
    answers: [
      {
        text: 'None, until a client connects anew.',
        right: true,
        reason:
          'A pod is chosen when a connection comes. Connections that stand stay where they are, and HTTP/2 gives no reason to make another one.',
      },
      {
        text: 'Half of them, at once.',
        reason: 'kube-proxy does not see calls. It would have to move connections, and nobody can.',
      },
      {
        text: 'Half of them, after the next probe.',
        reason: 'A probe decides who is given new connections. The old ones are not touched.',
      },
    ],
  },
  {
    id: 'headless-default',
    question:
      'You make the Service headless, and the client keeps its default policy, `pick_first`. What has changed?',
    answers: [
      {
        text: 'The client knows all pods, and sends every call to one of them.',
        right: true,
        reason:
          'DNS answers with all addresses, and pick_first takes the first one that it can connect to. The service config has to say round_robin.',
      },
      {
        text: 'The calls are spread over all pods.',
        reason: 'A list of addresses does not spread anything. A policy does.',
      },
      {
        text: 'The call fails: the name has no address any more.',
        reason: 'It has as many as there are pods that are ready.',
      },
    ],
  },
  {
    id: 'slices',
    question:
      'A watch tells of a change: slice `orders-b` now has one endpoint, which is ready. How many addresses does the resolver tell the channel?',
    answers: [
      {
        text: 'That cannot be said from this change alone.',
        right: true,
        reason:
          'A change tells of one slice. What is in the others was told before, and the resolver has to have remembered it.',
      },
      { text: 'One.', reason: 'Then all that is in orders-a would be gone.' },
      {
        text: 'None: a resolver tells the channel only what was deleted.',
        reason: 'A resolver always tells all addresses that there are.',
      },
    ],
  },
  {
    id: 'misspelt',
    question:
      'A Deployment with `livnessProbe` is applied, and nobody asks the API server to be strict. What happens to a pod that hangs?',
    answers: [
      {
        text: 'Nothing: it has no liveness probe.',
        right: true,
        reason:
          'A field that nobody knows is left out, and the rest is valid. At best there is a warning in somebody’s log.',
      },
      {
        text: 'It is restarted: the server finds the nearest field.',
        reason: 'Nobody guesses what you meant, except for an error message.',
      },
      {
        text: 'It never comes to that: the Deployment is refused.',
        reason:
          'Only with --validate=strict, which is what kubectl asks for by default today, and other tools may not.',
      },
    ],
  },
  {
    id: 'probe-port',
    question:
      'The container’s port has the name `grpc`. What does `readinessProbe: { grpc: { port: grpc } }` come to?',
    answers: [
      {
        text: 'The API server refuses it: the port of a grpc probe is a number.',
        right: true,
        reason: 'httpGet and tcpSocket take a name or a number. grpc takes a number, and no name.',
      },
      {
        text: 'The kubelet looks up the name.',
        reason: 'It would for httpGet. The type of this field is int32.',
      },
      {
        text: 'The probe always fails, and the pod is never ready.',
        reason: 'It does not get so far. That would be what a misspelt service comes to.',
      },
    ],
  },
  {
    id: 'grace',
    question:
      '`preStop` sleeps for 20 s, the longest call takes 15 s, and `terminationGracePeriodSeconds` is left out. What happens to a long call that begins just before SIGTERM?',
    answers: [
      {
        text: 'It is cut off after 10 s, by SIGKILL.',
        right: true,
        reason:
          'The default is 30 s, and it begins together with preStop. 20 are over when SIGTERM comes, so 10 are left.',
      },
      {
        text: 'It ends well: after SIGTERM there are 30 s.',
        reason: 'The grace period does not begin with SIGTERM. It begins when the pod is deleted.',
      },
      {
        text: 'It is cut off at once.',
        reason: 'A server that drains on SIGTERM lets it go on, until SIGKILL.',
      },
    ],
  },
  {
    id: 'throttled',
    question:
      'A pod uses 25 % of a CPU on average, and its limit is 30 %. Its median is good, and one call in a hundred takes 80 ms longer. Where would you look first?',
    answers: [
      {
        text: 'At nr_throttled in cpu.stat: it may stand still within each period.',
        right: true,
        reason:
          'A limit is counted per 100 ms. A burst uses up 30 ms in the first part of a period, and the rest of it passes without any work. An average over a minute does not show it.',
      },
      {
        text: 'Nowhere: it is below its limit.',
        reason: 'On average. Its worst moments are shorter than what an average looks at.',
      },
      {
        text: 'At the network: 80 ms is a retransmission.',
        reason: 'Possible, and harder to find. First look at what you have asked for yourself.',
      },
    ],
  },
] satisfies Quiz;
