import type { Equivalent } from '#course/kit/equivalent';

const REFUSE =
  "return refuse(stream, { httpStatus: '200', code: Status.UNIMPLEMENTED, details }, endStream);";
const DEADLINE = 'if (this.deadline < NEVER && this.timeLeft() === 0) {';

export const equivalents: Equivalent[] = [
  {
    file: 'attach.ts',
    task: 1,
    changes: ['this.#turns.close(); → ;'],
    reason: 'What still waits comes to a connection that is over, and takes nothing.',
  },
  {
    file: 'begin-call.ts',
    task: 2,
    changes: [
      'const refusal = refuseRequest(head) ?? compressions.refuse(head.encoding); → const refusal = refuseRequest(head) || compressions.refuse(head.encoding);',
      'if (refusal) return refuse(stream, refusal, endStream); → if (refusal) return refuse(stream, refusal);',
      "const path = head.path ?? ''; → const path = head.path || '';",
    ],
    reason:
      'A refusal is an object; a reset of a stream that both have ended does nothing; an empty path stays empty.',
  },
  {
    file: 'incoming-call.ts',
    task: 3,
    changes: ['Promise.resolve(answer).then( → answer.then('],
    reason: 'What a thenable says a second time comes to a call that has ended.',
  },
  {
    file: 'begin-call.ts',
    task: 2,
    changes: [
      "const path = head.path ?? ''; → const path = head.path;",
      "const path = head.path ?? ''; → const path = head.path ?? 'mutant';",
    ],
    reason: 'HTTP/2 has refused a request without a path before.',
  },
  {
    file: 'begin-call.ts',
    task: 2,
    changes: [
      `${REFUSE} → return refuse(stream, { httpStatus: '200', code: Status.UNIMPLEMENTED, details });`,
    ],
    reason: 'A stream that both have ended is closed, and a reset of it does nothing.',
  },
  {
    file: 'begin-call.ts',
    task: 2,
    changes: [
      `${REFUSE} → return refuse(stream, { code: Status.UNIMPLEMENTED, details }, endStream);`,
    ],
    reason: 'trailersOnly takes 200 if it is told nothing.',
  },
  {
    file: 'incoming-call.ts',
    task: 3,
    changes: [
      `${DEADLINE} → if (this.timeLeft() === 0) {`,
      `${DEADLINE} → if (this.deadline <= NEVER && this.timeLeft() === 0) {`,
    ],
    reason:
      'A call without a deadline has no time left to tell: it is undefined. The first half saves a look at the clock.',
  },
  {
    file: 'incoming-call.ts',
    task: 3,
    changes: [
      'const request = this.queue ?? this.decodeRequest(); → const request = this.queue || this.decodeRequest();',
    ],
    reason: 'A queue is an object, and always true.',
  },
  {
    file: 'incoming-call.ts',
    task: 3,
    changes: ['if (this.status) { → if (this.stopped) {'],
    reason: 'A call that has ended before its handler has answered was stopped.',
  },
  {
    file: 'server-stream.ts',
    task: 4,
    changes: [
      'if (this.#ended) return true; → if (false) return true;',
      'if (this.#ended) return true; → if (this.#ended) return;',
      'if (this.#ended) return true; → if (this.#ended) return false;',
    ],
    reason:
      'Whoever sends after the end is stopped, and does not look at the answer; the stream takes nothing.',
  },
];
