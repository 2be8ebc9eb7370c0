import type { ClassicMistake } from '#course/kit/mistake';

const LOG_NEXT = '    return next(request, call);\n  };\n}';
const LOG_SET = '    call.metadata.set(CORRELATION_ID, id);\n';
const FROM = '    const from = clock.now();\n';
const ENDED = '    call.ended.then(({ code, details }) => {\n';
const WRITE = `      runCallback(
        () => write(record),
        () => {},
      );
`;
const RECORD =
  '      const record = { id, path: call.method.path, code, details, ms: clock.now() - from };\n';
const NEW_TOKEN = '  const shared = new SharedToken(() => options.fetch());\n';
const COMING = '    const coming = Promise.resolve().then(() => this.#fetch());\n';
const FORGET = '    coming.catch(() => this.refused(coming));\n';
const REFUSED = '    if (this.#current === token) this.#current = undefined;';
const PROVE = `call.metadata.set(AUTHORIZATION, \`Bearer \${await unlessOver(token, call, clock)}\`);`;
const OWN = '    if (call.metadata.has(AUTHORIZATION)) return next(request, call);\n';
const FIRST_COME = 'return call.method.responseStream ? firstCome(answer) : answer;';
const GONE = '      if (call.method.requestStream) throw error;\n';
const OTHER = '      if (!isUnauthenticated(error)) throw error;\n';
const DROP = '      shared.refused(first);\n';
const ATTEMPT = '      return await attempt();\n';
const LAST = '    await prove(call, shared.get());\n    return attempt();\n';
const FIRST = '    const first = shared.get();\n    await prove(call, first);\n';
const FRESH =
  '    return found !== undefined && this.now() < found.until ? found.bytes : undefined;';
const YOUNGEST = '    this.#kept.delete(key); // so that it becomes the youngest\n';
const UNTIL = 'until: asked + this.#ttlMs';
const FULL =
  '    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!);\n';
const READ = "    const isRead = method.idempotency === 'NO_SIDE_EFFECTS';\n";
const BY =
  'if (!isRead || method.requestStream || method.responseStream) return next(request, call);';
const MARK = '      call.context.set(fromCache, true);\n';
const ASKED = '    const asked = answers.now();\n    const answer = await next(request, call);\n';
const KEEP = '    answers.keep(key, method.encodeResponse(answer as object), asked);\n';
const FULL_LINE = `    if (this.#waiting.size >= this.#mostWaiting) {
      const details = \`\${this.#mostWaiting} calls are waiting already\`;
      throw new GrpcError(Status.RESOURCE_EXHAUSTED, details);
    }
`;
const LEAVE = '        this.#waiting.delete(goOn);\n        reject(error);\n';
const STOP = '        stop();\n        resolve();\n';
const TAKE = '    const [first] = this.#waiting;\n';
const DONE = '      giveBack();\n      return answer;\n';
const CAUGHT = '      giveBack();\n      throw error;\n';
const ENDING = '        call.ended.then(giveBack);\n';
const STREAM = '        return endingWith(answer, giveBack);\n';

export const mistakes: ClassicMistake[] = [
  {
    name: 'silent-about-failures',
    task: 1,
    file: 'call-log.ts',
    change: [
      ['  return (request, call, next) => {\n', '  return async (request, call, next) => {\n'],
      [
        ENDED,
        '    const answer = await next(request, call);\n    call.ended.then(({ code, details }) => {\n',
      ],
      [LOG_NEXT, '    return answer;\n  };\n}'],
    ],
    hint: 'A log that is silent about failures',
  },
  {
    name: 'around-next',
    task: 1,
    file: 'call-log.ts',
    change: [
      [
        `${ENDED}${RECORD}`,
        '    const tell = (code: StatusCode, details: string) => {\n      const record = { id, path: call.method.path, code, details, ms: clock.now() - from };\n',
      ],
      [
        `${WRITE}    });\n${LOG_NEXT}`,
        `${WRITE}    };
    return next(request, call).then(
      (answer) => {
        tell(0, '');
        return answer;
      },
      (error) => {
        tell(error.code, error.details);
        throw error;
      },
    );
  };
}`,
      ],
    ],
    hint: 'next of a stream resolves when there is a stream',
  },
  {
    name: 'waits-for-the-end',
    task: 1,
    file: 'call-log.ts',
    change: [
      ['  return (request, call, next) => {\n', '  return async (request, call, next) => {\n'],
      [
        LOG_NEXT,
        '    const answer = await next(request, call);\n    await call.ended;\n    return answer;\n  };\n}',
      ],
    ],
    hint: 'Do not await it',
  },
  {
    name: 'one-clock-for-all',
    task: 1,
    file: 'call-log.ts',
    change: [
      [FROM, ''],
      [
        '  return (request, call, next) => {\n',
        `${FROM.slice(2)}  return (request, call, next) => {\n`,
      ],
    ],
    hint: 'a beginning of its own',
  },
  {
    name: 'id-goes-nowhere',
    task: 1,
    file: 'call-log.ts',
    change: [[LOG_SET, '']],
    hint: 'before next: behind it the headers are gone',
  },
  {
    name: 'id-goes-out-too-late',
    task: 1,
    file: 'call-log.ts',
    change: [
      [LOG_SET, ''],
      [LOG_NEXT, `    const answer = next(request, call);\n${LOG_SET}    return answer;\n  };\n}`],
    ],
    hint: 'before next: behind it the headers are gone',
  },
  {
    name: 'two-ids',
    task: 1,
    file: 'call-log.ts',
    change: [[LOG_SET, LOG_SET.replace('set', 'append')]],
    hint: 'a name with two values is two ids',
  },
  {
    name: 'always-a-new-id',
    task: 1,
    file: 'call-log.ts',
    change: [["  if (typeof own === 'string') return own;\n", '']],
    hint: 'First the caller’s own',
  },
  {
    name: 'parent-first',
    task: 1,
    file: 'call-log.ts',
    change: [
      [
        "  if (typeof own === 'string') return own;\n  return options.parent?.context.get(correlationId) || newId();",
        "  const inherited = options.parent?.context.get(correlationId);\n  if (inherited) return inherited;\n  return typeof own === 'string' ? own : newId();",
      ],
    ],
    hint: 'First the caller’s own',
  },
  {
    name: 'empty-is-an-id',
    task: 1,
    file: 'call-log.ts',
    change: [['.get(correlationId) || newId()', '.get(correlationId) ?? newId()']],
    hint: 'which is "" if it has none',
  },
  {
    name: 'write-may-break-it',
    task: 1,
    file: 'call-log.ts',
    change: [[WRITE, '      write(record);\n']],
    hint: 'runCallback(() => write(record), () => {}) deals with it',
  },
  {
    name: 'parents-id-stays-here',
    task: 1,
    file: 'call-log.ts',
    change: [[LOG_SET, `    if (!call.options.parent) call.metadata.set(CORRELATION_ID, id);\n`]],
    hint: 'wherever it is from',
  },
  {
    name: 'one-id-for-all',
    task: 1,
    file: 'call-log.ts',
    change: [
      ['newId = () => crypto.randomUUID()', 'newId = ((id) => () => id)(crypto.randomUUID())'],
    ],
    hint: 'asked again for each call',
  },
  {
    name: 'fetched-before-it-is-needed',
    task: 2,
    file: 'token-refresh.ts',
    change: [[NEW_TOKEN, `${NEW_TOKEN}  shared.get().catch(() => {});\n`]],
    hint: 'fetched when it is first needed',
  },
  {
    name: 'who-leaves-takes-the-token',
    task: 2,
    file: 'token-refresh.ts',
    change: [
      [
        FIRST,
        `    const first = shared.get();
    await prove(call, first).catch((error) => {
      shared.refused(first);
      throw error;
    });
`,
      ],
    ],
    hint: 'and not if the wait has',
  },
  {
    name: 'any-error-of-a-stream',
    task: 2,
    file: 'token-refresh.ts',
    change: [
      [OTHER, '      if (!isUnauthenticated(error) && !call.method.responseStream) throw error;\n'],
    ],
    hint: 'whatever came in place of a message',
  },
  {
    name: 'no-stream-made-again',
    task: 2,
    file: 'token-refresh.ts',
    change: [
      [GONE, '      if (call.method.requestStream || call.method.responseStream) throw error;\n'],
    ],
    hint: 'so it can be made again',
  },
  {
    name: 'key-behind-next',
    task: 3,
    file: 'read-cache.ts',
    change: [[KEEP, KEEP.replace('keep(key', 'keep(keyOf(request, call, vary)')]],
    hint: 'make its key once, before next',
  },
  {
    name: 'request-as-json',
    task: 3,
    file: 'read-cache.ts',
    change: [
      [
        '  const bytes = toHex(method.encodeRequest(request as object));\n',
        '  const bytes = request;\n',
      ],
    ],
    hint: 'what JSON does not know',
  },
  {
    name: 'first-value-of-a-name',
    task: 3,
    file: 'read-cache.ts',
    change: [['metadata.getAll(name)', 'metadata.get(name)']],
    hint: 'and not get',
  },
  {
    name: 'no-bytes-no-answer',
    task: 3,
    file: 'read-cache.ts',
    change: [['    if (found !== undefined) {\n', '    if (found?.length) {\n']],
    hint: 'and not how long it is',
  },
  {
    name: 'empty-vary-is-none',
    task: 3,
    file: 'read-cache.ts',
    change: [
      [
        "  const { vary = ['authorization'] } = options;\n",
        "  const vary = options.vary?.length ? options.vary : ['authorization'];\n",
      ],
    ],
    hint: 'an empty list is given',
  },
  {
    name: 'always-authorization',
    task: 3,
    file: 'read-cache.ts',
    change: [
      [
        "  const { vary = ['authorization'] } = options;\n",
        "  const vary = ['authorization', ...(options.vary ?? [])];\n",
      ],
    ],
    hint: 'authorization is only the default',
  },
  {
    name: 'old-place-for-a-second-answer',
    task: 3,
    file: 'read-cache.ts',
    change: [
      [YOUNGEST, ''],
      [
        FRESH,
        `    const fresh = found !== undefined && this.now() < found.until;
    if (!fresh) this.#kept.delete(key);
    return fresh ? found?.bytes : undefined;`,
      ],
    ],
    hint: 'younger than the one to 102',
  },
  {
    name: 'over-and-still-in-the-line',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [
      [FULL_LINE, `${FULL_LINE}    if (call.timeLeft() === 0) await new Promise(() => {});\n`],
    ],
    hint: 'before it stood in the line',
  },
  {
    name: 'who-runs-stands-in-the-line',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [
      [
        FULL_LINE,
        FULL_LINE.replace('this.#waiting.size >=', 'this.#waiting.size + this.#running - 1 >='),
      ],
    ],
    hint: 'says how many wait',
  },
  {
    name: 'turn-until-the-end',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [[DONE, '      call.ended.then(giveBack);\n      return answer;\n']],
    hint: 'its turn is free',
  },
  {
    name: 'refused-token-again',
    task: 2,
    file: 'token-refresh.ts',
    change: [[DROP, '']],
    hint: 'has to be forgotten, or the new one is the old one',
  },
  {
    name: 'return-leaves-the-try',
    task: 2,
    file: 'token-refresh.ts',
    change: [[ATTEMPT, '      return attempt();\n']],
    hint: 'return await, or what fails is not caught there',
  },
  {
    name: 'again-and-again',
    task: 2,
    file: 'token-refresh.ts',
    change: [
      [
        `${FIRST}    try {\n${ATTEMPT}`,
        `    for (;;) {\n      const first = shared.get();\n      await prove(call, first);\n      try {\n  ${ATTEMPT}`,
      ],
      [`${GONE}    }\n${LAST}`, `${GONE}      }\n    }\n`],
    ],
    hint: 'will not be taken the third time either',
  },
  {
    name: 'any-error-will-do',
    task: 2,
    file: 'token-refresh.ts',
    change: [[OTHER, '']],
    hint: 'Only UNAUTHENTICATED says',
  },
  {
    name: 'streams-made-again',
    task: 2,
    file: 'token-refresh.ts',
    change: [[GONE, '']],
    hint: 'A second would send what is left',
  },
  {
    name: 'streams-keep-a-bad-token',
    task: 2,
    file: 'token-refresh.ts',
    change: [[`${DROP}${GONE}`, `${GONE}${DROP}`]],
    hint: 'the next call needs another',
  },
  {
    name: 'stream-goes-by',
    task: 2,
    file: 'token-refresh.ts',
    change: [[FIRST_COME, 'return answer;']],
    hint: 'inside of the try',
  },
  {
    name: 'stream-of-next-handed-on',
    task: 2,
    file: 'token-refresh.ts',
    change: [
      [
        FIRST_COME,
        'if (call.method.responseStream) await firstCome(answer);\n      return answer;',
      ],
    ],
    hint: 'hand on that one, and not the one of next',
  },
  {
    name: 'each-fetches',
    task: 2,
    file: 'token-refresh.ts',
    change: [
      [
        '    this.#current = coming;\n',
        '    coming.then(\n      () => {\n        this.#current = coming;\n      },\n      () => {},\n    );\n',
      ],
    ],
    hint: 'waits for the same one',
  },
  {
    name: 'forgets-the-new-one',
    task: 2,
    file: 'token-refresh.ts',
    change: [[REFUSED, '    if (token !== undefined) this.#current = undefined;']],
    hint: 'must not forget that one',
  },
  {
    name: 'failure-is-kept',
    task: 2,
    file: 'token-refresh.ts',
    change: [[FORGET, '']],
    hint: 'A promise that was rejected stays so',
  },
  {
    name: 'fetch-may-throw',
    task: 2,
    file: 'token-refresh.ts',
    change: [[COMING, '    const coming = this.#fetch() as Promise<string>;\n']],
    hint: 'coming.catch is not a function',
  },
  {
    name: 'token-server-refuses',
    task: 2,
    file: 'token-refresh.ts',
    change: [
      [
        `${FIRST}    try {\n`,
        `    const first = shared.get();\n    try {\n      await prove(call, first);\n`,
      ],
    ],
    hint: 'Let the try begin behind the token',
  },
  {
    name: 'own-token-replaced',
    task: 2,
    file: 'token-refresh.ts',
    change: [[OWN, '']],
    hint: 'in somebody else’s name',
  },
  {
    name: 'both-tokens',
    task: 2,
    file: 'token-refresh.ts',
    change: [[PROVE, PROVE.replace('set', 'append')]],
    hint: 'append would send both',
  },
  {
    name: 'waits-for-ever',
    task: 2,
    file: 'token-refresh.ts',
    change: [[PROVE, `call.metadata.set(AUTHORIZATION, \`Bearer \${await token}\`);`]],
    hint: 'a call has only so much',
  },
  {
    name: 'second-waits-for-ever',
    task: 2,
    file: 'token-refresh.ts',
    change: [
      [
        LAST,
        `    call.metadata.set(AUTHORIZATION, \`Bearer \${await shared.get()}\`);\n    return attempt();\n`,
      ],
    ],
    hint: 'waited for like the first',
  },
  {
    name: 'request-alone',
    task: 3,
    file: 'read-cache.ts',
    change: [['JSON.stringify([method.path, bytes,', 'JSON.stringify([bytes,']],
    hint: 'Two questions are the same if',
  },
  {
    name: 'not-who-asks',
    task: 3,
    file: 'read-cache.ts',
    change: [
      [
        '  return JSON.stringify([method.path, bytes, ...vary.map((name) => metadata.getAll(name))]);',
        '  return JSON.stringify([method.path, bytes, metadata.size - metadata.size, vary.length]);',
      ],
    ],
    hint: 'What ada may read is not what bob may read',
  },
  {
    name: 'all-of-the-metadata',
    task: 3,
    file: 'read-cache.ts',
    change: [['...vary.map((name) => metadata.getAll(name))]', '[...metadata], vary.length]']],
    hint: 'another one each time',
  },
  {
    name: 'runs-into-each-other',
    task: 3,
    file: 'read-cache.ts',
    change: [
      [
        'JSON.stringify([method.path, bytes, ...vary.map((name) => metadata.getAll(name))])',
        '[method.path, bytes, ...vary.map((name) => metadata.getAll(name))].join()',
      ],
    ],
    hint: 'Two questions are the same if',
  },
  {
    name: 'writes-are-kept',
    task: 3,
    file: 'read-cache.ts',
    change: [[READ, "    const isRead = method.path !== '';\n"]],
    hint: 'has not been placed',
  },
  {
    name: 'idempotent-is-a-read',
    task: 3,
    file: 'read-cache.ts',
    change: [[READ, '    const isRead = method.idempotency !== undefined;\n']],
    hint: 'it still has to be done',
  },
  {
    name: 'streams-are-kept',
    task: 3,
    file: 'read-cache.ts',
    change: [[BY, 'if (!isRead) return next(request, call);']],
    hint: 'A stream is read once',
  },
  {
    name: 'one-millisecond-more',
    task: 3,
    file: 'read-cache.ts',
    change: [[FRESH, FRESH.replace('<', '<=')]],
    hint: 'at 1000 ms no more',
  },
  {
    name: 'kept-for-ever',
    task: 3,
    file: 'read-cache.ts',
    change: [[FRESH, '    return found?.bytes;']],
    hint: 'at 1000 ms no more',
  },
  {
    name: 'from-when-it-came',
    task: 3,
    file: 'read-cache.ts',
    change: [[UNTIL, 'until: Math.max(asked, this.now()) + this.#ttlMs']],
    hint: 'take the time before next',
  },
  {
    name: 'younger-when-read',
    task: 3,
    file: 'read-cache.ts',
    change: [[MARK, `${MARK}      answers.keep(key, found, answers.now());\n`]],
    hint: 'being read does not make an answer younger',
  },
  {
    name: 'errors-are-kept',
    task: 3,
    file: 'read-cache.ts',
    change: [
      [
        ASKED,
        '    const asked = answers.now();\n    const answer = await next(request, call).catch((error) => {\n      answers.keep(key, new Uint8Array(0), asked);\n      throw error;\n    });\n',
      ],
    ],
    hint: 'A failure of a moment',
  },
  {
    name: 'one-object-for-all',
    task: 3,
    file: 'read-cache.ts',
    change: [
      [
        'export class Answers {',
        'const objects = new WeakMap<Uint8Array, unknown>();\nexport class Answers {',
      ],
      ['      return method.decodeResponse(found);\n', '      return objects.get(found);\n'],
      [
        KEEP,
        '    const bytes = method.encodeResponse(answer as object);\n    objects.set(bytes, answer);\n    answers.keep(key, bytes, asked);\n',
      ],
    ],
    hint: 'Keep bytes, and decode them',
  },
  {
    name: 'not-marked',
    task: 3,
    file: 'read-cache.ts',
    change: [[MARK, '']],
    hint: 'call.context.set(fromCache, true)',
  },
  {
    name: 'without-an-end',
    task: 3,
    file: 'read-cache.ts',
    change: [[FULL, '']],
    hint: 'fills its memory',
  },
  {
    name: 'old-place-in-the-map',
    task: 3,
    file: 'read-cache.ts',
    change: [[YOUNGEST, '']],
    hint: 'delete it first',
  },
  {
    name: 'room-for-nobody-new',
    task: 3,
    file: 'read-cache.ts',
    change: [
      [FULL, ''],
      [YOUNGEST, `${FULL.replace('>', '>=')}${YOUNGEST}`],
    ],
    hint: 'and nobody has to go. Look whether',
  },
  {
    name: 'failure-keeps-its-turn',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [[CAUGHT, '      throw error;\n']],
    hint: 'Give it back in the catch, too',
  },
  {
    name: 'last-come-first-served',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [[TAKE, '    const first = [...this.#waiting].at(-1);\n']],
    hint: 'the one who has waited longest',
  },
  {
    name: 'turn-given-and-freed',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [
      [
        '    if (first === undefined) {\n      this.#running--;\n      return;\n    }\n',
        '    this.#running--;\n    if (first === undefined) return;\n',
      ],
    ],
    hint: 'A turn that is handed on is not free',
  },
  {
    name: 'turn-never-freed',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [['      this.#running--;\n      return;\n', '      return;\n']],
    hint: 'if nobody waits, one less is running',
  },
  {
    name: 'stream-is-over-at-once',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [[`${ENDING}${STREAM}`, '        giveBack();\n        return answer;\n']],
    hint: 'A stream that nobody has read yet is not over',
  },
  {
    name: 'waits-for-ended-alone',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [[STREAM, '        return answer;\n']],
    hint: 'Who waits for call.ended alone waits too long',
  },
  {
    name: 'only-if-it-is-read',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [[ENDING, '']],
    hint: 'Its reader may never come',
  },
  {
    name: 'deadline-not-heard',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [
      [
        LEAVE,
        '        if (error.code !== Status.DEADLINE_EXCEEDED) reject(error);\n        this.#waiting.delete(goOn);\n',
      ],
    ],
    hint: 'Its deadline has come',
  },
  {
    name: 'turn-for-one-who-left',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [[LEAVE, '        reject(error);\n']],
    hint: 'One that has left takes no turn',
  },
  {
    name: 'goes-on-when-late',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [
      [
        LEAVE,
        '        this.#waiting.delete(goOn);\n        if (error) resolve();\n        else reject(error);\n',
      ],
    ],
    hint: 'Its deadline has come',
  },
  {
    name: 'still-listens',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [
      [STOP, '        resolve();\n'],
      ['      const stop = whenOver', '      whenOver'],
    ],
    hint: 'stop() takes its timer away',
  },
  {
    name: 'line-without-an-end',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [[FULL_LINE, '']],
    hint: 'Who has no place hears of it at once',
  },
  {
    name: 'one-place-too-many',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [[FULL_LINE, FULL_LINE.replace('>=', '>')]],
    hint: 'Who has no place hears of it at once',
  },
  {
    name: 'each-has-its-own-turns',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [
      ['  const turns = new Turns(options);\n', ''],
      [
        '    const giveBack = await turns.take(call);\n',
        '    const turns = new Turns(options);\n    const giveBack = await turns.take(call);\n',
      ],
    ],
    hint: 'the others wait for theirs',
  },
  {
    name: 'no-turn-given-back',
    task: 4,
    file: 'concurrency-limit.ts',
    change: [[DONE, '      return answer;\n']],
    hint: 'so its turn is free',
  },
];
