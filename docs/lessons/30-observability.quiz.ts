import type { Quiz } from '../.vitepress/quiz/quiz.ts';

export default [
  {
    id: 'read-waterfall',
    question:
      'In a trace `orders` has a bar of 100 ms. Below it stands one client’s span of 90 ms to `stock`, and below that the server’s span of `stock`, of 12 ms. Where is the time lost?',
    answers: [
      {
        text: 'In `orders`: its bar is the longest',
        reason: 'It waited for 90 of its 100 ms. The longest bar is always the one at the top.',
      },
      {
        text: 'In `stock`: it is the last one',
        reason: 'It worked for 12 ms, and that is all that it did.',
      },
      {
        text: 'Between them',
        reason:
          'The client waited for 90 ms and the server explains 12 of them: 78 were on the way.',
        right: true,
      },
    ],
  },
  {
    id: 'whose-id',
    question:
      '`stock` gets `00-<trace>-<span of orders>-01`, and calls `prices`. Which span stands in the header that it sends?',
    answers: [
      {
        text: 'The same: that of `orders`',
        reason:
          'Then `prices` would hang under `orders`, and nobody would see that `stock` had asked.',
      },
      {
        text: 'That of the call to `prices`, which `stock` has just made',
        reason: 'Each hop says who asked. The trace stays the same, the span does not.',
        right: true,
      },
      {
        text: 'That of the shop, where all began',
        reason: 'Who began is not known here; and it would not help anybody.',
      },
    ],
  },
  {
    id: 'flags',
    question: 'A header ends with `-02`. Is the trace to be recorded?',
    answers: [
      {
        text: 'No',
        reason:
          '02 is 0000 0010: the lowest bit is not set. The other one belongs to somebody else.',
        right: true,
      },
      {
        text: 'Yes: it is not 0',
        reason: 'Each bit says something of its own. Only the lowest means sampled.',
      },
      {
        text: 'It cannot be read, and counts as nothing',
        reason:
          'Flags that one does not know are ignored, so that there can be more of them one day.',
      },
    ],
  },
  {
    id: 'no-spans',
    question:
      'OpenTelemetry is set up, the program runs, and the collector gets nothing. What do you look at first?',
    answers: [
      {
        text: 'Whether the library was loaded before it was patched, or by import',
        reason: 'Nothing fails then, and nothing is said: the library works as it always has.',
        right: true,
      },
      {
        text: 'Whether the server answers',
        reason: 'It does. Tracing neither helps it nor stops it.',
      },
      {
        text: 'Whether the handlers make their spans',
        reason: 'They make none, in a program that is traced as well.',
      },
    ],
  },
  {
    id: 'stream-end',
    question:
      'An interceptor measures how long `next` takes. For a stream of ten minutes it says 2 ms. Why?',
    answers: [
      {
        text: 'A stream does not count as a call',
        reason: 'It is one call, and it takes ten minutes.',
      },
      {
        text: '`next` gives the stream as soon as there is one, and nobody has read of it yet',
        reason: 'The call is over when its status has come, or its reader has left.',
        right: true,
      },
      {
        text: 'The clock stops while one waits for messages',
        reason: 'No clock does that.',
      },
    ],
  },
  {
    id: 'cancelled',
    question:
      'A person closes the page, and the client cancels its stream. What do the two spans say?',
    answers: [
      {
        text: 'CANCELLED at both ends; failed at the client, and not at the server',
        reason:
          'The client did not get all that it had asked for. The server has done nothing wrong.',
        right: true,
      },
      {
        text: 'OK at both ends: nothing went wrong',
        reason: 'No status has come. How it ended is the name of the code, whoever is to blame.',
      },
      {
        text: 'CANCELLED at both ends, and failed at both',
        reason: 'Then somebody is woken at night because somebody else has closed a page.',
      },
    ],
  },
  {
    id: 'bucket',
    question:
      'A histogram has the bounds 0.1 and 1. Three calls take 0.1 s, 0.5 s and 3 s. Which three numbers does it tell, in this order?',
    answers: [
      {
        text: '1, 1, 1',
        reason: 'So many are in each of the buckets; what it tells is counted up.',
      },
      {
        text: '0, 2, 3',
        reason: '`le` is less or equal: 0.1 is in the first.',
      },
      {
        text: '1, 2, 3',
        reason: 'At most 0.1: one. At most 1: two. Of any length: three.',
        right: true,
      },
    ],
  },
  {
    id: 'label',
    question:
      'Somebody wants to know which customer makes most of the calls. Where does the customer go?',
    answers: [
      {
        text: 'Into a label of the counter',
        reason: 'A row for each of them, for ever, in every process and at whoever scrapes it.',
      },
      {
        text: 'Into the log, or into the span',
        reason:
          'Both are about one call, and are thrown away after a while. Counting can be done there.',
        right: true,
      },
      {
        text: 'Into the name of the metric',
        reason: 'That is a label that is harder to read.',
      },
    ],
  },
  {
    id: 'secret',
    question:
      'A log shows all metadata but `authorization` and `cookie`. A colleague adds a header `x-api-key`. What happens?',
    answers: [
      {
        text: 'It stands in the log from the first call on',
        reason: 'A list of what is secret is never complete. Name what may be shown.',
        right: true,
      },
      {
        text: 'It does not travel: gRPC allows only what it knows',
        reason: 'Any name may travel that headers can have.',
      },
      {
        text: 'Nothing: the log knows that keys are secret',
        reason: 'It knows two names.',
      },
    ],
  },
  {
    id: 'clocks',
    question:
      'By the spans a server began to work 40 ms before its client called it. What do you conclude?',
    answers: [
      {
        text: 'The trace is wrong: these two do not belong together',
        reason: 'Their ids say that they do.',
      },
      {
        text: 'Two clocks, and one is ahead',
        reason: 'A moment of one machine cannot be compared with one of another. Lengths can.',
        right: true,
      },
      {
        text: 'The way there was quick',
        reason: 'Not that quick.',
      },
    ],
  },
  {
    id: 'own-time',
    question:
      'A server’s span goes from 0 to 100. It makes two calls at the same time, from 10 to 60 and from 20 to 80. How long did it work itself?',
    answers: [
      {
        text: '−10 ms: 100 less 50 less 60',
        reason: 'From 20 to 60 both ran, and that time passed only once.',
      },
      {
        text: '30 ms',
        reason: 'Something ran from 10 to 80. Before it are 10 ms, after it 20.',
        right: true,
      },
      {
        text: '100 ms: a server works all the time',
        reason: 'While it waits for others it does nothing, or something for other calls.',
      },
    ],
  },
  {
    id: 'swallowed',
    question:
      '`stock` answers OK in 24 of 24 calls. Of the calls that it makes itself, 3 of 24 end with UNAVAILABLE. What may be wrong?',
    answers: [
      {
        text: 'It makes up an answer when `prices` does not answer',
        reason:
          'Or it has asked again, with success: then it would have made 27 calls, and not 24.',
        right: true,
      },
      {
        text: 'Nothing: all its callers are content',
        reason: 'They got an order with a price, and there was no price.',
      },
      {
        text: 'The metrics: both numbers have to be the same',
        reason:
          'They count different things, and both may be right. That is what makes them useful.',
      },
    ],
  },
] satisfies Quiz;
