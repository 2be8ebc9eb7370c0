import type { ClassicMistake } from '#course/kit/mistake';

const ITERATE = 'call.iterator({ destroyOnReturn: false })) {\n';
const CATCH = '    if (!call.cancelled) throw error;\n';
const LOOK = '  if (call.cancelled) throw new CallError(grpc.status.CANCELLED, LEFT);\n';
const COMPARE = '  if (announced !== undefined && Number(announced) !== came) {\n';
const UNKNOWN = `    if (!book.has(id)) throw new CallError(status.NOT_FOUND, \`there is no order \${id}\`);\n`;
const TWICE = `    if (changed.has(id)) throw new CallError(status.INVALID_ARGUMENT, \`order \${id} came twice\`);\n`;
const KEEP = '    changed.set(id, order);\n';
const PUT = '  for (const [id, order] of changed) book.set(id, order);\n';
const REJECT =
  '    else reject(new CallError(error.code, error.details, error.metadata, { cause: error }));\n';
const WRITE = '      if (!call.write(message)) await hasRoom(call, answered);\n';
const BEFORE = `      if (answered.aborted) break;\n${WRITE}`;
const AFTER = `${WRITE}      if (answered.aborted) break;\n`;
const CAUGHT = `    if (answered.aborted) return answer;
    call.cancel();
    throw error;
`;
const SEND =
  '        if (!this.#sink.send(message as T) && !this.#stopped) await this.#drained();\n';

export const mistakes: ClassicMistake[] = [
  {
    name: 'an-end-is-an-end',
    task: 1,
    file: 'incoming.ts',
    change: [[LOOK, '']],
    hint: 'Look at call.cancelled behind the loop',
  },
  {
    name: 'a-break-is-an-accident',
    task: 1,
    file: 'incoming.ts',
    change: [[CATCH, '    throw error;\n']],
    hint: 'Premature close',
  },
  {
    name: 'every-error-is-the-clients',
    task: 1,
    file: 'incoming.ts',
    change: [
      [
        CATCH,
        '    throw new CallError(grpc.status.CANCELLED, LEFT, undefined, { cause: error });\n',
      ],
    ],
    hint: 'Nobody has left',
  },
  {
    name: 'errors-swallowed',
    task: 1,
    file: 'incoming.ts',
    change: [[CATCH, '    void error;\n']],
    hint: 'throw on what came',
  },
  {
    name: 'half-a-number',
    task: 1,
    file: 'incoming.ts',
    change: [
      [
        COMPARE,
        '  if (announced !== undefined && Number.parseInt(String(announced), 10) !== came) {\n',
      ],
    ],
    hint: 'parseInt overlooks the rest',
  },
  {
    name: 'not-counted',
    task: 1,
    file: 'incoming.ts',
    change: [[COMPARE, '  if (announced !== undefined && Number(announced) < 0) {\n']],
    hint: 'says END_STREAM first',
  },
  {
    name: 'only-too-few',
    task: 1,
    file: 'incoming.ts',
    change: [[COMPARE, COMPARE.replace('!== came', '> came')]],
    hint: 'Count, and compare',
  },
  {
    name: 'compared-as-text',
    task: 1,
    file: 'incoming.ts',
    change: [[COMPARE, '  if (announced && (announced as unknown) !== came) {\n']],
    hint: 'As many came as were announced',
  },
  {
    name: 'zero-is-nothing',
    task: 1,
    file: 'incoming.ts',
    change: [[COMPARE, '  if (Number(announced) && Number(announced) !== came) {\n']],
    hint: 'Announcing 0',
  },
  {
    name: 'missing-is-zero',
    task: 1,
    file: 'incoming.ts',
    change: [[COMPARE, '  if (Number(announced ?? 0) !== came) {\n']],
    hint: 'The client has said that this was all',
  },
  {
    name: 'counted-first',
    task: 1,
    file: 'incoming.ts',
    change: [
      [LOOK, ''],
      [
        '    throw new CallError(grpc.status.INVALID_ARGUMENT, details);\n  }\n',
        `    throw new CallError(grpc.status.INVALID_ARGUMENT, details);\n  }\n${LOOK}`,
      ],
    ],
    hint: 'nobody waits for a refusal',
  },
  {
    name: 'call-destroyed',
    task: 1,
    file: 'incoming.ts',
    change: [[ITERATE, 'call.iterator()) {\n']],
    hint: 'destroys it when it is left',
  },
  {
    name: 'all-at-once',
    task: 1,
    file: 'incoming.ts',
    change: [
      ['  let came = 0;\n', '  let came = 0;\n  const all: T[] = [];\n'],
      ['      yield message as T;\n', '      all.push(message as T);\n'],
      [LOOK, `${LOOK}  yield* all;\n`],
    ],
    hint: 'In order',
  },
  {
    name: 'each-at-once',
    task: 2,
    file: 'update-all.ts',
    change: [
      [KEEP, `${KEEP}    book.set(id, order);\n`],
      [PUT, ''],
    ],
    hint: 'All or nothing',
  },
  {
    name: 'the-whole-book-put-in',
    task: 2,
    file: 'update-all.ts',
    change: [
      [
        '  const changed: Book = new Map();\n',
        '  const changed: Book = new Map();\n  const copy: Book = new Map(book);\n',
      ],
      [KEEP, `${KEEP}    copy.set(id, order);\n`],
      [PUT, '  for (const [id, order] of copy) book.set(id, order);\n'],
    ],
    hint: 'Put in only what came',
  },
  {
    name: 'half-put-in',
    task: 2,
    file: 'update-all.ts',
    change: [
      [PUT, ''],
      [
        '  for await (const order of orders) {\n',
        '  try {\n  for await (const order of orders) {\n',
      ],
      [
        '    changed.set(id, order);\n  }\n',
        '    changed.set(id, order);\n  }\n  } finally {\n    for (const [id, order] of changed) book.set(id, order);\n  }\n',
      ],
    ],
    hint: 'All or nothing',
  },
  {
    name: 'unknown-added',
    task: 2,
    file: 'update-all.ts',
    change: [[UNKNOWN, '']],
    hint: 'replacing is not adding',
  },
  {
    name: 'the-last-wins',
    task: 2,
    file: 'update-all.ts',
    change: [[TWICE, '']],
    hint: 'Which of the two',
  },
  {
    name: 'checked-at-the-end',
    task: 2,
    file: 'update-all.ts',
    change: [
      [UNKNOWN, ''],
      [
        PUT,
        `  for (const id of changed.keys()) {\n    if (!book.has(id)) throw new CallError(status.NOT_FOUND, \`there is no order \${id}\`);\n  }\n${PUT}`,
      ],
    ],
    hint: 'Refuse when it is known',
  },
  {
    name: 'a-plain-error',
    task: 2,
    file: 'update-all.ts',
    change: [[UNKNOWN, `    if (!book.has(id)) throw new Error(\`there is no order \${id}\`);\n`]],
    hint: 'The caller is to learn why',
  },
  {
    name: 'which-one',
    task: 2,
    file: 'update-all.ts',
    change: [
      [
        UNKNOWN,
        "    if (!book.has(id)) throw new CallError(status.NOT_FOUND, 'there is no such order');\n",
      ],
    ],
    hint: 'wants to know which',
  },
  {
    name: 'leaving-is-swallowed',
    task: 2,
    file: 'update-all.ts',
    change: [
      [
        '  for await (const order of orders) {\n',
        '  try {\n  for await (const order of orders) {\n',
      ],
      [
        '    changed.set(id, order);\n  }\n',
        '    changed.set(id, order);\n  }\n  } catch (error) {\n    if ((error as CallError).code !== status.CANCELLED) throw error;\n    return [];\n  }\n',
      ],
    ],
    hint: 'has to hear of it',
  },
  {
    name: 'ids-sorted',
    task: 2,
    file: 'update-all.ts',
    change: [['  return [...changed.keys()];\n', '  return [...changed.keys()].sort();\n']],
    hint: 'In the order in which they came',
  },
  {
    name: 'error-resolves',
    task: 3,
    file: 'upload.ts',
    change: [
      [
        '    if (error === null) resolve(response as Response);\n',
        '    resolve(response as Response);\n',
      ],
      [REJECT, '    if (error) reject(error);\n'],
    ],
    hint: 'Where error is not null',
  },
  {
    name: 'rejects-with-what-came',
    task: 3,
    file: 'upload.ts',
    change: [[REJECT, '    else reject(error);\n']],
    hint: 'new CallError(code, details, metadata',
  },
  {
    name: 'message-for-details',
    task: 3,
    file: 'upload.ts',
    change: [[REJECT, REJECT.replace('error.details', 'error.message')]],
    hint: 'has the code in front',
  },
  {
    name: 'nobody-is-told',
    task: 3,
    file: 'upload.ts',
    change: [['    over.abort();\n', '']],
    hint: 'so that whoever sends stops',
  },
  {
    name: 'told-only-of-errors',
    task: 3,
    file: 'upload.ts',
    change: [
      ['    over.abort();\n', ''],
      [REJECT, `    else {\n      over.abort();\n${REJECT.replace('    else ', '      ')}    }\n`],
    ],
    hint: 'Whatever the answer is',
  },
  {
    name: 'drain-ignored',
    task: 4,
    file: 'upload.ts',
    change: [[WRITE, '      call.write(message);\n']],
    hint: 'enough waits in memory already',
  },
  {
    name: 'never-ended',
    task: 4,
    file: 'upload.ts',
    change: [['    call.end();\n', '']],
    hint: 'tells the server that this was all',
  },
  {
    name: 'answer-never-read',
    task: 4,
    file: 'upload.ts',
    change: [
      [
        '    throw error;\n  }\n  return answer;\n',
        '    throw error;\n  }\n  return undefined as Response;\n',
      ],
    ],
    hint: 'wait for the answer',
  },
  {
    name: 'written-behind-the-answer',
    task: 4,
    file: 'upload.ts',
    change: [[BEFORE, WRITE]],
    hint: 'send nothing more',
  },
  {
    name: 'asks-on',
    task: 4,
    file: 'upload.ts',
    change: [[AFTER, WRITE]],
    hint: 'send nothing more',
  },
  {
    name: 'waits-for-drain-alone',
    task: 4,
    file: 'upload.ts',
    change: [
      [
        WRITE,
        "      if (!call.write(message)) await new Promise<void>((resolve) => call.once('drain', resolve));\n",
      ],
    ],
    hint: 'hasRoom resolves when the answer is there',
  },
  {
    name: 'end-in-finally',
    task: 4,
    file: 'upload.ts',
    change: [
      ['    call.end();\n', ''],
      [`${CAUGHT}  }\n`, `${CAUGHT}  } finally {\n    call.end();\n  }\n`],
    ],
    hint: 'and it was not',
  },
  {
    name: 'not-cancelled',
    task: 4,
    file: 'upload.ts',
    change: [[CAUGHT, '    if (answered.aborted) return answer;\n    throw error;\n']],
    hint: 'so that the server hears that nobody waits',
  },
  {
    name: 'the-answer-overruled',
    task: 4,
    file: 'upload.ts',
    change: [[CAUGHT, '    call.cancel();\n    throw error;\n']],
    hint: 'it is the answer that counts',
  },
  {
    name: 'no-room-needed',
    task: 5,
    file: 'pump.ts',
    change: [[SEND, '        this.#sink.send(message as T);\n']],
    hint: 'wait for #drained()',
  },
  {
    name: 'never-finished',
    task: 5,
    file: 'pump.ts',
    change: [['          this.#sink.finished();\n', '']],
    hint: 'finished(), once',
  },
  {
    name: 'promises-sent',
    task: 5,
    file: 'pump.ts',
    change: [
      [
        '        const message = isThenable(value) ? await value : value;\n',
        '        const message = value;\n',
      ],
    ],
    hint: 'A promise stands where',
  },
  {
    name: 'sends-after-stop',
    task: 5,
    file: 'pump.ts',
    change: [
      ['        if (this.#stopped) return;\n        if (done) {\n', '        if (done) {\n'],
    ],
    hint: 'After stop()',
  },
  {
    name: 'says-so-after-stop',
    task: 5,
    file: 'pump.ts',
    change: [['      if (this.#stopped) return;\n      this.stop();', '      this.stop();']],
    hint: 'After stop()',
  },
  {
    name: 'waits-although-stopped',
    task: 5,
    file: 'pump.ts',
    change: [[SEND, '        if (!this.#sink.send(message as T)) await this.#drained();\n']],
    hint: 'there is no room to wait for',
  },
  {
    name: 'stop-does-not-wake',
    task: 5,
    file: 'pump.ts',
    change: [['    this.drain();\n', '']],
    hint: 'has to go on, to its end',
  },
  {
    name: 'source-not-told',
    task: 5,
    file: 'pump.ts',
    change: [['    this.#closed = closeIterator(this.#iterator);\n', '']],
    hint: 'tells the source',
  },
  {
    name: 'told-twice',
    task: 5,
    file: 'pump.ts',
    change: [
      [
        '    if (this.#stopped) return;\n    this.#stopped = true;\n    this.drain();\n',
        '    this.#stopped = true;\n    this.drain();\n',
      ],
    ],
    hint: 'Once',
  },
  {
    name: 'nobody-waits-for-finally',
    task: 5,
    file: 'pump.ts',
    change: [
      [
        '    this.#closed = closeIterator(this.#iterator);\n',
        '    void closeIterator(this.#iterator);\n',
      ],
    ],
    hint: 'run() waits for it',
  },
  {
    name: 'source-left-open',
    task: 5,
    file: 'pump.ts',
    change: [
      [
        '      this.stop(); // Perhaps it was the message that was wrong: then its source still waits.\n',
        '      this.#stopped = true;\n',
      ],
    ],
    hint: 'still waits',
  },
  {
    name: 'begun-outside-of-try',
    task: 4,
    file: 'upload.ts',
    change: [
      [
        '  try {\n    for await (const message of messages(answered)) {\n',
        '  const all = messages(answered)[Symbol.asyncIterator]();\n  try {\n    for await (const message of { [Symbol.asyncIterator]: () => all }) {\n',
      ],
    ],
    hint: 'belongs into try',
  },
  {
    name: 'told-after-the-end',
    task: 5,
    file: 'pump.ts',
    change: [
      [
        '          this.#stopped = true;\n          this.#sink.finished();\n',
        '          this.#sink.finished();\n',
      ],
    ],
    hint: 'then stop() does nothing',
  },
];
