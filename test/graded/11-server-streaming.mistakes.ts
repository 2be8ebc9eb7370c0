import type { ClassicMistake } from '#course/kit/mistake';

const WRITE = '    if (!call.write(message)) await hasRoom(call);\n';
const BEFORE = `    if (call.cancelled) return;\n${WRITE}`;
const AFTER = `${WRITE}    if (call.cancelled) return;\n`;
const LOOP = `  for await (const message of messages) {\n${BEFORE}    if (call.cancelled) return;\n  }\n`;
const SEND = '      await sendAll(search(call.request, left.signal), call);\n';
const LEFT = '      if (call.cancelled) return;\n';
const REFUSE = "        call.emit('error', { code, details, metadata });\n";
const ACCIDENT = "        call.emit('error', { code: grpc.status.UNKNOWN, details: ACCIDENT });\n";
const LISTEN = `  call.on('error', (error: grpc.ServiceError) => {
    failure ??= new CallError(error.code, error.details, error.metadata, { cause: error });
  });
`;
const THROW = '    if (failure && !left) throw failure;\n';
const RETURN = `      left = true;
      call.cancel();
      await messages.return();
`;
const MOST = '      if (messages.length === most) return { messages, complete: false };\n';
const PUSH = '      messages.push(message);\n';

export const mistakes: ClassicMistake[] = [
  {
    name: 'drain-ignored',
    task: 1,
    file: 'send-all.ts',
    change: [[WRITE, '    call.write(message);\n']],
    hint: 'enough waits in memory already',
  },
  {
    name: 'waits-for-drain-alone',
    task: 1,
    file: 'send-all.ts',
    change: [["    call.once('cancelled', goOn);\n", '']],
    hint: 'waits for ever',
  },
  {
    name: 'listeners-pile-up',
    task: 1,
    file: 'send-all.ts',
    change: [["      call.off('drain', goOn);\n      call.off('cancelled', goOn);\n", '']],
    hint: 'take both listeners away',
  },
  {
    name: 'false-is-refused',
    task: 1,
    file: 'send-all.ts',
    change: [[WRITE, '    while (!call.write(message)) await hasRoom(call);\n']],
    hint: 'has taken the message',
  },
  {
    name: 'waits-first-then-asks-no-more',
    task: 1,
    file: 'send-all.ts',
    change: [[WRITE, '    if (!call.write(message)) return;\n']],
    hint: 'enough waits in memory already',
  },
  {
    name: 'written-to-nobody',
    task: 1,
    file: 'send-all.ts',
    change: [[BEFORE, WRITE]],
    hint: 'before each write',
  },
  {
    name: 'asks-on-although-left',
    task: 1,
    file: 'send-all.ts',
    change: [[AFTER, WRITE]],
    hint: 'ask for nothing more',
  },
  {
    name: 'iterator-by-hand-not-returned',
    task: 1,
    file: 'send-all.ts',
    change: [
      [
        LOOP,
        `  const iterator = messages[Symbol.asyncIterator]();
  for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
    if (call.cancelled) return;
    if (!call.write(step.value)) await hasRoom(call);
    if (call.cancelled) return;
  }
`,
      ],
    ],
    hint: 'return() of the iterator',
  },
  {
    name: 'all-first',
    task: 1,
    file: 'send-all.ts',
    change: [
      [
        LOOP,
        `  const all: T[] = [];
  for await (const message of messages) all.push(message);
  for (const message of all) {
${BEFORE}    if (call.cancelled) return;
  }
`,
      ],
    ],
    hint: 'enough waits in memory already',
  },
  {
    name: 'throw-not-caught',
    task: 2,
    file: 'send-all.ts',
    change: [
      [
        '    try {\n      await sendAll',
        '    const messages = search(call.request, left.signal);\n    try {\n      await sendAll',
      ],
      ['await sendAll(search(call.request, left.signal), call);', 'await sendAll(messages, call);'],
    ],
    hint: 'Nobody handles the rejection',
  },
  {
    name: 'not-awaited',
    task: 2,
    file: 'send-all.ts',
    change: [[SEND, '      sendAll(search(call.request, left.signal), call).catch(() => {});\n']],
    hint: 'Wait for sendAll',
  },
  {
    name: 'never-ended',
    task: 2,
    file: 'send-all.ts',
    change: [['      call.end();\n', '']],
    hint: 'Behind the last message comes call.end()',
  },
  {
    name: 'destroyed',
    task: 2,
    file: 'send-all.ts',
    change: [[REFUSE, '        call.destroy(error);\n']],
    hint: 'tells the caller nothing',
  },
  {
    name: 'message-for-details',
    task: 2,
    file: 'send-all.ts',
    change: [[REFUSE, "        call.emit('error', { code, details: error.message, metadata });\n"]],
    hint: 'has the code in front',
  },
  {
    name: 'trailers-lost',
    task: 2,
    file: 'send-all.ts',
    change: [
      ['const { code, details, metadata } = error;', 'const { code, details } = error;'],
      [REFUSE, "        call.emit('error', { code, details });\n"],
    ],
    hint: 'goes out with the status',
  },
  {
    name: 'secret-told',
    task: 2,
    file: 'send-all.ts',
    change: [[ACCIDENT, "        call.emit('error', error);\n"]],
    hint: 'sends the text of the error',
  },
  {
    name: 'silent-accident',
    task: 2,
    file: 'send-all.ts',
    change: [['        report(error);\n', '']],
    hint: 'has to hear of it',
  },
  {
    name: 'end-in-finally',
    task: 2,
    file: 'send-all.ts',
    change: [
      ['      call.end();\n', ''],
      [
        `${ACCIDENT}        report(error);\n      }\n    }\n`,
        `${ACCIDENT}        report(error);\n      }\n    } finally {\n      call.end();\n    }\n`,
      ],
      [REFUSE, "        queueMicrotask(() => call.emit('error', { code, details, metadata }));\n"],
    ],
    hint: 'what the caller is to learn',
  },
  {
    name: 'leaving-is-an-accident',
    task: 2,
    file: 'send-all.ts',
    change: [[LEFT, '']],
    hint: 'because the caller has left',
  },
  {
    name: 'nobody-listens',
    task: 3,
    file: 'receive.ts',
    change: [
      [LISTEN, ''],
      [
        '      if (!failure && !left) throw error;\n',
        '      const { code, details, metadata } = error as grpc.ServiceError;\n      failure ??= new CallError(code, details, metadata, { cause: error });\n',
      ],
    ],
    hint: 'Node ends a process in which nobody listens',
  },
  {
    name: 'error-swallowed',
    task: 3,
    file: 'receive.ts',
    change: [
      [LISTEN, "  call.on('error', () => {});\n"],
      [
        '      if (!failure && !left) throw error;\n',
        '      const { code, details, metadata } = error as grpc.ServiceError;\n      failure ??= new CallError(code, details, metadata, { cause: error });\n',
      ],
    ],
    hint: 'Keep the error',
  },
  {
    name: 'throws-what-came',
    task: 3,
    file: 'receive.ts',
    change: [['      if (!failure && !left) throw error;\n', '      throw error;\n']],
    hint: 'asks instanceof CallError',
  },
  {
    name: 'only-destroyed',
    task: 3,
    file: 'receive.ts',
    change: [['      call.cancel();\n', '']],
    hint: 'Leaving has to cancel the call',
  },
  {
    name: 'cancel-in-finally',
    task: 3,
    file: 'receive.ts',
    change: [
      ['      call.cancel();\n', ''],
      [
        '    if (failure && !left) throw failure;\n',
        '    finally {\n      call.cancel();\n    }\n    if (failure && !left) throw failure;\n',
      ],
    ],
    hint: 'not even its finally',
  },
  {
    name: 'return-waits-first',
    task: 3,
    file: 'receive.ts',
    change: [
      [RETURN, '      left = true;\n      await messages.return();\n      call.cancel();\n'],
    ],
    hint: 'Cancel first',
  },
  {
    name: 'leaving-throws',
    task: 3,
    file: 'receive.ts',
    change: [[THROW, '    if (failure) throw failure;\n']],
    hint: 'not an error for the side that left',
  },
  {
    name: 'all-at-once',
    task: 3,
    file: 'receive.ts',
    change: [
      [
        '      for await (const message of call) yield message as T;\n',
        "      const all: T[] = [];\n      call.on('data', (message: T) => all.push(message));\n      while (!call.readableEnded || all.length > 0) {\n        if (all.length > 0) yield all.shift() as T;\n        else await new Promise((resolve) => setImmediate(resolve));\n      }\n",
      ],
    ],
    hint: 'keeps all of them in memory',
  },
  {
    name: 'one-list-for-all',
    task: 4,
    file: 'collect.ts',
    change: [
      [
        'export async function collect<T>(',
        'const kept: unknown[] = [];\n\nexport async function collect<T>(',
      ],
      [
        '  const messages: T[] = [];\n',
        '  const messages = kept as T[];\n  messages.length = 0;\n',
      ],
    ],
    hint: 'Make a new one in each call',
  },
  {
    name: 'partial-lost',
    task: 4,
    file: 'collect.ts',
    change: [
      [
        '    return { messages, complete: false, error };',
        '    return { messages: [], complete: false, error };',
      ],
    ],
    hint: 'The messages and the error',
  },
  {
    name: 'error-is-complete',
    task: 4,
    file: 'collect.ts',
    change: [['messages, complete: false, error }', 'messages, complete: true, error }']],
    hint: 'The messages and the error',
  },
  {
    name: 'every-error-is-a-result',
    task: 4,
    file: 'collect.ts',
    change: [
      ['    if (!(error instanceof CallError)) throw error;\n', ''],
      ['false, error }', 'false, error: error as CallError }'],
    ],
    hint: 'a fault of this program',
  },
  {
    name: 'one-too-many',
    task: 4,
    file: 'collect.ts',
    change: [[MOST, MOST.replace('===', '>')]],
    hint: 'keep most',
  },
  {
    name: 'full-is-not-complete',
    task: 4,
    file: 'collect.ts',
    change: [
      [MOST, ''],
      [PUSH, `${PUSH}      if (messages.length >= most) return { messages, complete: false };\n`],
    ],
    hint: 'Only the next message shows',
  },
  {
    name: 'reads-to-the-end',
    task: 4,
    file: 'collect.ts',
    change: [
      [
        MOST,
        '      if (messages.length === most) {\n        more = true;\n        continue;\n      }\n',
      ],
      ['  const messages: T[] = [];\n', '  const messages: T[] = [];\n  let more = false;\n'],
      ['  return { messages, complete: true };', '  return { messages, complete: !more };'],
    ],
    hint: 'shows that there are more',
  },
  {
    name: 'default-forgotten',
    task: 4,
    file: 'collect.ts',
    change: [['  most = DEFAULT_MOST,\n', '  most = Number.POSITIVE_INFINITY,\n']],
    hint: 'without end',
  },
  {
    name: 'newest-first',
    task: 5,
    file: 'message-queue.ts',
    change: [['const waiting = this.#waiting.shift();', 'const waiting = this.#waiting.pop();']],
    hint: 'The oldest first',
  },
  {
    name: 'always-more',
    task: 5,
    file: 'message-queue.ts',
    change: [
      [
        '      this.#payloads.push(payload);\n      return false;\n',
        '      this.#payloads.push(payload);\n      return true;\n',
      ],
    ],
    hint: 'the peer gets no more credit',
  },
  {
    name: 'error-overtakes',
    task: 5,
    file: 'message-queue.ts',
    change: [['    if (drop) this.#clear();\n', '    if (drop || makeError) this.#clear();\n']],
    hint: 'The error comes behind',
  },
  {
    name: 'error-to-all',
    task: 5,
    file: 'message-queue.ts',
    change: [
      [
        '      const error = this.#takeError();\n      waiting.resolve(',
        '      const error = this.#makeError;\n      waiting.resolve(',
      ],
    ],
    hint: 'to one reader only',
  },
  {
    name: 'waiting-forgotten',
    task: 5,
    file: 'message-queue.ts',
    change: [
      [
        '    for (const waiting of this.#waiting.splice(0)) {\n',
        '    for (const waiting of this.#waiting.splice(0, 1)) {\n',
      ],
    ],
    hint: 'Everybody who waits is told',
  },
  {
    name: 'decoded-too-early',
    task: 5,
    file: 'message-queue.ts',
    change: [
      [
        '      this.#payloads.push(payload);\n',
        '      this.#decode(payload);\n      this.#payloads.push(payload);\n',
      ],
    ],
    hint: 'stays small until it is read',
  },
  {
    name: 'push-throws',
    task: 5,
    file: 'message-queue.ts',
    change: [['      waiting.reject(error);\n', '      throw error;\n']],
    hint: 'not who brings the message',
  },
  {
    name: 'owner-told-twice',
    task: 5,
    file: 'message-queue.ts',
    change: [['    if (!this.#ended || !this.#payloads.empty) {\n', '    {\n']],
    hint: 'readerLeft, once',
  },
  {
    name: 'leaves-without-a-word',
    task: 5,
    file: 'message-queue.ts',
    change: [['      this.#owner.readerLeft();\n', '']],
    hint: 'readerLeft, once',
  },
  {
    name: 'end-hides-what-waits',
    task: 5,
    file: 'message-queue.ts',
    change: [
      [
        '    const payload = this.#payloads.shift();\n',
        '    const payload = this.#ended ? undefined : this.#payloads.shift();\n',
      ],
    ],
    hint: 'read before the end',
  },
  {
    name: 'last-error-wins',
    task: 3,
    file: 'receive.ts',
    change: [['    failure ??= new CallError(', '    failure = new CallError(']],
    hint: 'keep the first',
  },
  {
    name: 'destroyed-is-done',
    task: 3,
    file: 'receive.ts',
    change: [['      if (!failure && !left) throw error;\n', '']],
    hint: 'and yet it is not an end',
  },
  {
    name: 'empty-too-early',
    task: 5,
    file: 'message-queue.ts',
    change: [['if (this.#payloads.empty) this.#owner.queueEmpty();', 'this.#owner.queueEmpty();']],
    hint: 'when the last one is taken',
  },
];
