import type { ClassicMistake } from '#course/kit/mistake';

const REDUCE = '  return interceptors.reduceRight(around, innermost);';
const AGAIN =
  "    if (nexts === 'again') return async (request, call) => interceptor(request, call, inner);\n";
const FRESH = `    return async (request, call) => {
      let entered = false;
`;
const REFUSE = '        if (entered) throw new Error(NEXT_TWICE);\n';
const SINGLE = '  if (!streaming) return each(messages);';
const PULL = '    const result = await this.#pull();\n    if (result.done)';
const EACH = 'return { value: await this.#each(result.value), done: false };';
const CLOSE = '      closeIterator(this.#open());\n';
const LEAVE = '    await this.#open().return?.();';
const OPEN = '    if (open.includes(path)) return next(request, call);';
const IDENTIFY = '    const who = await identify(call);';
const STRANGER =
  "    if (who === undefined) throw new GrpcError(Status.UNAUTHENTICATED, 'who are you?');";
const MAY = 'if (mayCall !== undefined && !(await mayCall(who, path))) {';
const HAND_ON = '    call.context.set(caller, who);\n';
const ID = '    const id = idOf(call, newId);\n';
const CONTEXT = '    call.context.set(correlationId, id);\n';
const TRAILER = '    call.responseTrailers.set(CORRELATION_ID, id);\n';
const CHOSEN = 'if (isStatus(error) || call.cancelled) return error;';
const REPORT = `      runCallback(
        () => report(error, id, call),
        () => {},
      );
`;
const STREAM = '      return mapMessages(answer, true, (message) => message, masked);';

export const mistakes: ClassicMistake[] = [
  {
    name: 'first-is-innermost',
    task: 1,
    file: 'interceptor.ts',
    change: [[REDUCE, '  return interceptors.reduce(around, innermost);']],
    hint: 'reduceRight, and not reduce',
  },
  {
    name: 'only-the-first',
    task: 1,
    file: 'interceptor.ts',
    change: [[REDUCE, '  return interceptors.slice(0, 1).reduceRight(around, innermost);']],
    hint: 'goes on to the one behind it',
  },
  {
    name: 'handler-runs-twice',
    task: 1,
    file: 'interceptor.ts',
    change: [[REFUSE, '']],
    hint: 'takes the order twice',
  },
  {
    name: 'refused-too-late',
    task: 1,
    file: 'interceptor.ts',
    change: [
      [REFUSE, ''],
      [
        '        entered = true;\n        return inner(asked, changed);',
        '        const answer = inner(asked, changed);\n        if (entered) throw new Error(NEXT_TWICE);\n        entered = true;\n        return answer;',
      ],
    ],
    hint: 'takes the order twice',
  },
  {
    name: 'flag-of-the-chain',
    task: 1,
    file: 'interceptor.ts',
    change: [
      [FRESH, '    return async (request, call) => {\n'],
      ['  const around = (inner', '  let entered = false;\n  const around = (inner'],
    ],
    hint: 'belongs to one interceptor in one call',
  },
  {
    name: 'flag-of-the-interceptor',
    task: 1,
    file: 'interceptor.ts',
    change: [[FRESH, '    let entered = false;\n    return async (request, call) => {\n']],
    hint: 'has to be made anew in each',
  },
  {
    name: 'second-next-throws',
    task: 1,
    file: 'interceptor.ts',
    change: [
      [
        'return interceptor(request, call, async (asked, changed) => {',
        'return interceptor(request, call, (asked, changed) => {',
      ],
    ],
    hint: 'next gives a promise, whatever happens',
  },
  {
    name: 'change-lost',
    task: 1,
    file: 'interceptor.ts',
    change: [['        return inner(asked, changed);', '        return inner(request, changed);']],
    hint: 'what it gives to next goes on',
  },
  {
    name: 'call-lost',
    task: 1,
    file: 'interceptor.ts',
    change: [['        return inner(asked, changed);', '        return inner(asked, call);']],
    hint: 'next has two arguments',
  },
  {
    name: 'answer-from-further-in',
    task: 1,
    file: 'interceptor.ts',
    change: [
      [
        '      return interceptor(request, call, async (asked, changed) => {',
        '      let answer: unknown;\n      await interceptor(request, call, async (asked, changed) => {',
      ],
      [
        '        return inner(asked, changed);\n      });',
        '        answer = await inner(asked, changed);\n        return answer;\n      });\n      return answer;',
      ],
    ],
    hint: 'What an interceptor returns is the answer',
  },
  {
    name: 'again-is-forgotten',
    task: 1,
    file: 'interceptor.ts',
    change: [[AGAIN, '']],
    hint: 'With nexts "again"',
  },
  {
    name: 'not-a-promise',
    task: 1,
    file: 'interceptor.ts',
    change: [[FRESH, '    return (request, call) => {\n      let entered = false;\n']],
    hint: 'turns what is thrown in it into a rejection',
  },
  {
    name: 'list-reversed',
    task: 1,
    file: 'interceptor.ts',
    change: [
      [
        REDUCE,
        '  return (interceptors as Interceptor<Call>[]).reverse().reduce(around, innermost);',
      ],
    ],
    hint: 'The list is frozen',
  },
  {
    name: 'stream-like-a-message',
    task: 2,
    file: 'interceptor.ts',
    change: [[SINGLE, '  if (!streaming || streaming) return each(messages);']],
    hint: 'A stream of messages stays a stream',
  },
  {
    name: 'each-not-awaited',
    task: 2,
    file: 'interceptor.ts',
    change: [[EACH, 'return { value: this.#each(result.value), done: false };']],
    hint: 'await it before the message goes on',
  },
  {
    name: 'each-asked-at-the-end',
    task: 2,
    file: 'interceptor.ts',
    change: [
      [
        PULL,
        '    const result = await this.#pull();\n    if (result.done) await this.#each(result);\n    if (result.done)',
      ],
    ],
    hint: 'each is called once for every message',
  },
  {
    name: 'one-ahead',
    task: 2,
    file: 'interceptor.ts',
    change: [
      [
        PULL,
        '    const result = await (this.#ahead ?? this.#pull());\n    this.#ahead = result.done ? undefined : this.#pull();\n    this.#ahead?.catch(() => {});\n    if (result.done)',
      ],
      [
        '  readonly #each: (message: unknown) => unknown;\n',
        '  #ahead: Promise<IteratorResult<unknown>> | undefined;\n  readonly #each: (message: unknown) => unknown;\n',
      ],
    ],
    hint: 'A message is asked for when the reader asks',
  },
  {
    name: 'collected-first',
    task: 2,
    file: 'interceptor.ts',
    change: [
      [
        PULL,
        '    if (this.#all === undefined) {\n      this.#all = [];\n      for (;;) {\n        const one = await this.#pull();\n        if (one.done) break;\n        this.#all.push(one);\n      }\n    }\n    const result = this.#all.shift() ?? { value: undefined, done: true };\n    if (result.done)',
      ],
      [
        '  readonly #each: (message: unknown) => unknown;\n',
        '  #all: IteratorResult<unknown>[] | undefined;\n  readonly #each: (message: unknown) => unknown;\n',
      ],
    ],
    hint: 'A message is asked for when the reader asks',
  },
  {
    name: 'leaves-without-a-word',
    task: 2,
    file: 'interceptor.ts',
    change: [[LEAVE, '']],
    hint: 'a generator runs its finally then',
  },
  {
    name: 'waits-before-it-leaves',
    task: 2,
    file: 'interceptor.ts',
    change: [
      [
        PULL,
        '    const pulling = this.#pull();\n    this.#pulling = pulling.catch(() => {});\n    const result = await pulling;\n    if (result.done)',
      ],
      [LEAVE, `    await this.#pulling;\n${LEAVE}`],
      [
        '  readonly #each: (message: unknown) => unknown;\n',
        '  #pulling: Promise<unknown> | undefined;\n  readonly #each: (message: unknown) => unknown;\n',
      ],
    ],
    hint: 'must not wait for the next() that is under way',
  },
  {
    name: 'nothing-to-leave-yet',
    task: 2,
    file: 'interceptor.ts',
    change: [[LEAVE, '    await this.#iterator!.return?.();']],
    hint: 'there is no iterator yet',
  },
  {
    name: 'source-goes-on',
    task: 2,
    file: 'interceptor.ts',
    change: [[CLOSE, '']],
    hint: 'Nobody but us can tell the source',
  },
  {
    name: 'past-failed',
    task: 2,
    file: 'interceptor.ts',
    change: [[PULL, '    const result = await this.#open().next();\n    if (result.done)']],
    hint: 'failed says what is thrown',
  },
  {
    name: 'every-source-can-be-left',
    task: 2,
    file: 'interceptor.ts',
    change: [[LEAVE, '    await this.#open().return!();']],
    hint: 'has no return()',
  },
  {
    name: 'streams-stand-open',
    task: 3,
    file: 'guard.ts',
    change: [
      [
        OPEN,
        `    if (call.method.requestStream || call.method.responseStream) return next(request, call);\n${OPEN}`,
      ],
    ],
    hint: 'The guard of the article lets it in as well',
  },
  {
    name: 'promise-is-somebody',
    task: 3,
    file: 'guard.ts',
    change: [[IDENTIFY, '    const who = identify(call) as Caller | undefined;']],
    hint: 'a promise is never undefined',
  },
  {
    name: 'promise-is-yes',
    task: 3,
    file: 'guard.ts',
    change: [[MAY, 'if (mayCall !== undefined && !mayCall(who, path)) {']],
    hint: 'A promise is always true',
  },
  {
    name: 'zero-is-nobody',
    task: 3,
    file: 'guard.ts',
    change: [[STRANGER, STRANGER.replace('who === undefined', '!who')]],
    hint: '0 is falsy',
  },
  {
    name: 'next-before-the-check',
    task: 3,
    file: 'guard.ts',
    change: [
      [IDENTIFY, `    const answer = next(request, call);\n${IDENTIFY}`],
      [`${HAND_ON}    return next(request, call);`, `${HAND_ON}    return answer;`],
    ],
    hint: 'next must not be called',
  },
  {
    name: 'handed-on-too-late',
    task: 3,
    file: 'guard.ts',
    change: [
      [
        `${HAND_ON}    return next(request, call);`,
        `    const answer = await next(request, call);\n${HAND_ON}    return answer;`,
      ],
    ],
    hint: 'call.context.set(caller, who), before next',
  },
  {
    name: 'one-code-for-all',
    task: 3,
    file: 'guard.ts',
    change: [['new GrpcError(Status.PERMISSION_DENIED', 'new GrpcError(Status.UNAUTHENTICATED']],
    hint: 'I know you, and no',
  },
  {
    name: 'fails-open',
    task: 3,
    file: 'guard.ts',
    change: [
      [
        IDENTIFY,
        '    let who: Caller | undefined;\n    try {\n      who = await identify(call);\n    } catch {\n      return next(request, call);\n    }',
      ],
    ],
    hint: 'the door stays shut',
  },
  {
    name: 'our-fault-is-theirs',
    task: 3,
    file: 'guard.ts',
    change: [
      [
        IDENTIFY,
        '    const who = await Promise.resolve()\n      .then(() => identify(call))\n      .catch(() => undefined);',
      ],
    ],
    hint: 'is not the caller’s fault',
  },
  {
    name: 'open-like-a-prefix',
    task: 3,
    file: 'guard.ts',
    change: [
      [OPEN, OPEN.replace('open.includes(path)', 'open.some((one) => path.startsWith(one))')],
    ],
    hint: 'Another that begins like it',
  },
  {
    name: 'open-is-looked-up',
    task: 3,
    file: 'guard.ts',
    change: [[`${OPEN}\n${IDENTIFY}`, `${IDENTIFY}\n${OPEN}`]],
    hint: 'Do not look it up',
  },
  {
    name: 'reads-the-requests',
    task: 3,
    file: 'guard.ts',
    change: [
      [
        IDENTIFY,
        `    (request as Partial<AsyncIterable<unknown>>)[Symbol.asyncIterator]?.();\n${IDENTIFY}`,
      ],
    ],
    hint: 'can be read once',
  },
  {
    name: 'small-letters-only',
    task: 4,
    file: 'mask.ts',
    change: [[ID, '    const id = idOf(call, newId).toLowerCase();\n']],
    hint: 'takes the caller’s id if it is sound',
  },
  {
    name: 'id-only-of-accidents',
    task: 4,
    file: 'mask.ts',
    change: [
      [TRAILER, ''],
      ['      return accident(id);', `  ${TRAILER}      return accident(id);`],
    ],
    hint: 'one that went well may still be asked about',
  },
  {
    name: 'handler-knows-no-id',
    task: 4,
    file: 'mask.ts',
    change: [[CONTEXT, '']],
    hint: 'Handlers log as well',
  },
  {
    name: 'one-id-for-all',
    task: 4,
    file: 'mask.ts',
    change: [
      [ID, '    last ??= idOf(call, newId);\n    const id = last;\n'],
      [
        '  return async (request, call, next) => {\n',
        '  let last: string | undefined;\n  return async (request, call, next) => {\n',
      ],
    ],
    hint: 'Each call has an id of its own',
  },
  {
    name: 'any-id-will-do',
    task: 4,
    file: 'mask.ts',
    change: [[ID, '    const id = call.metadata.get(CORRELATION_ID) ?? newId();\n']],
    hint: 'takes the caller’s id if it is sound',
  },
  {
    name: 'text-goes-out',
    task: 4,
    file: 'mask.ts',
    change: [
      [
        '      return accident(id);',
        "      return new GrpcError(Status.UNKNOWN, id + ': ' + (error as Error).message);",
      ],
    ],
    hint: 'Its caller gets accident(id), and nothing of it',
  },
  {
    name: 'cause-goes-out',
    task: 4,
    file: 'mask.ts',
    change: [
      ['      return accident(id);', '      return Object.assign(accident(id), { cause: error });'],
    ],
    hint: 'came with more than it has',
  },
  {
    name: 'stream-goes-by',
    task: 4,
    file: 'mask.ts',
    change: [[STREAM, '      return answer;']],
    hint: 'goes by your catch',
  },
  {
    name: 'collected-to-be-sure',
    task: 4,
    file: 'mask.ts',
    change: [
      [
        STREAM,
        '      const all: unknown[] = [];\n      for await (const message of answer as AsyncIterable<unknown>) all.push(message);\n      return mapMessages(all, true, (message) => message, masked);',
      ],
    ],
    hint: 'Who collects them first',
  },
  {
    name: 'nothing-was-chosen',
    task: 4,
    file: 'mask.ts',
    change: [[CHOSEN, 'if (call.cancelled) return error;']],
    hint: 'thrown a GrpcError on purpose',
  },
  {
    name: 'any-number-is-a-code',
    task: 4,
    file: 'mask.ts',
    change: [
      [
        CHOSEN,
        "if (typeof (error as GrpcError)?.code === 'number' || call.cancelled) return error;",
      ],
    ],
    hint: 'a database’s error with a number',
  },
  {
    name: 'echo-reported',
    task: 4,
    file: 'mask.ts',
    change: [[CHOSEN, 'if (isStatus(error)) return error;']],
    hint: 'A log that is full of those',
  },
  {
    name: 'chosen-reported',
    task: 4,
    file: 'mask.ts',
    change: [
      [REPORT, ''],
      [`      ${CHOSEN}\n`, `${REPORT}      ${CHOSEN}\n`],
    ],
    hint: 'is not an accident',
  },
  {
    name: 'nobody-hears-of-it',
    task: 4,
    file: 'mask.ts',
    change: [[REPORT, '']],
    hint: 'Somebody here has to hear of it',
  },
  {
    name: 'report-may-break-it',
    task: 4,
    file: 'mask.ts',
    change: [[REPORT, '      report(error, id, call);\n']],
    hint: 'may throw or reject',
  },
  {
    name: 'returned-not-thrown',
    task: 4,
    file: 'mask.ts',
    change: [['      throw masked(error);', '      return masked(error);']],
    hint: 'is thrown, and not returned',
  },
  {
    name: 'waits-for-the-log',
    task: 4,
    file: 'mask.ts',
    change: [
      [REPORT, ''],
      [
        '      throw masked(error);',
        '      const shown = masked(error);\n      if (shown !== error) await Promise.resolve().then(() => report(error, id, call)).catch(() => {});\n      throw shown;',
      ],
      [
        '(message) => message, masked);',
        '(message) => message, (error) => {\n        const shown = masked(error);\n        if (shown !== error) report(error, id, call);\n        return shown;\n      });',
      ],
    ],
    hint: 'does not wait for our log',
  },
  {
    name: 'refusal-returned',
    task: 3,
    file: 'guard.ts',
    change: [[STRANGER, STRANGER.replace('throw new', 'return new')]],
    hint: 'Both are thrown, as a GrpcError',
  },
  {
    name: 'first-answer-again',
    task: 1,
    file: 'interceptor.ts',
    change: [
      ['      let entered = false;\n', '      let first: Promise<unknown> | undefined;\n'],
      [REFUSE, ''],
      [
        '        entered = true;\n        return inner(asked, changed);',
        '        first ??= inner(asked, changed);\n        return first;',
      ],
    ],
    hint: 'throw new Error(NEXT_TWICE) in an async next',
  },
  {
    name: 'a-generator',
    task: 2,
    file: 'interceptor.ts',
    change: [
      [
        '  return new MappedMessages(messages as AsyncIterable<unknown>, each, failed);',
        '  return (async function* () {\n    for await (const message of messages as AsyncIterable<unknown>) yield each(message);\n  })();',
      ],
    ],
    hint: 'must not wait for the next() that is under way',
  },
  {
    name: 'reported-without-its-id',
    task: 4,
    file: 'mask.ts',
    change: [['report(error, id, call),', "report(error, '', call),"]],
    hint: 'the id that its caller got',
  },
  {
    name: 'again-if-it-failed',
    task: 1,
    file: 'interceptor.ts',
    change: [
      [
        '        return inner(asked, changed);\n      });',
        '        try {\n          return await inner(asked, changed);\n        } catch (error) {\n          entered = false;\n          throw error;\n        }\n      });',
      ],
    ],
    hint: 'whatever became of the first',
  },
  {
    name: 'counted-on',
    task: 1,
    file: 'interceptor.ts',
    change: [
      [
        REDUCE,
        `  if (nexts === 'once') return interceptors.reduceRight(around, innermost);
  return async (request, call) => {
    let at = 0;
    const go: Next<Call> = async (asked, changed) =>
      (interceptors[at++] ?? innermost)(asked, changed, go);
    return go(request, call);
  };`,
      ],
    ],
    hint: 'has to begin anew',
  },
  {
    name: 'promise-of-a-message',
    task: 2,
    file: 'interceptor.ts',
    change: [[SINGLE, '  if (!streaming) return Promise.resolve(messages).then(each);']],
    hint: 'the handler would get it in place of the message',
  },
  {
    name: 'judged-by-its-looks',
    task: 2,
    file: 'interceptor.ts',
    change: [
      [
        SINGLE,
        '  const looks = Object(messages);\n  if (!(Symbol.iterator in looks || Symbol.asyncIterator in looks)) return each(messages);',
      ],
    ],
    hint: 'A message may look like one',
  },
  {
    name: 'nothing-is-the-end',
    task: 2,
    file: 'interceptor.ts',
    change: [[PULL, PULL.replace('result.done', 'result.done || !result.value')]],
    hint: 'Only done says that a stream is over',
  },
  {
    name: 'failed-asked-for-each',
    task: 2,
    file: 'interceptor.ts',
    change: [[`${CLOSE}      throw error;`, `${CLOSE}      throw this.#failed(error);`]],
    hint: 'failed is for what the stream itself throws',
  },
  {
    name: 'closing-hides-the-error',
    task: 2,
    file: 'interceptor.ts',
    change: [[CLOSE, '      await this.#open().return?.();\n']],
    hint: 'closeIterator never throws',
  },
  {
    name: 'one-caller-for-all',
    task: 3,
    file: 'guard.ts',
    change: [
      [IDENTIFY, IDENTIFY.replace('const ', '')],
      [
        '  return async (request, call, next) => {\n',
        '  let who: Caller | undefined;\n  return async (request, call, next) => {\n',
      ],
    ],
    hint: 'never stands outside of it',
  },
  {
    name: 'remembers-who',
    task: 3,
    file: 'guard.ts',
    change: [
      [
        IDENTIFY,
        '    const who = known.get(path) ?? (await identify(call));\n    known.set(path, who);',
      ],
      [
        '  return async (request, call, next) => {\n',
        '  const known = new Map<string, Caller | undefined>();\n  return async (request, call, next) => {\n',
      ],
    ],
    hint: 'Who called before says nothing about it',
  },
  {
    name: 'remembers-what-is-allowed',
    task: 3,
    file: 'guard.ts',
    change: [
      [MAY, 'if (mayCall !== undefined && !(allowed.get(who) ?? (await mayCall(who, path)))) {'],
      [HAND_ON, `    allowed.set(who, true);\n${HAND_ON}`],
      [
        '  return async (request, call, next) => {\n',
        '  const allowed = new Map<Caller, boolean>();\n  return async (request, call, next) => {\n',
      ],
    ],
    hint: 'One method says nothing about another',
  },
  {
    name: 'nobody-may-without-mayCall',
    task: 3,
    file: 'guard.ts',
    change: [[MAY, 'if (!(await mayCall?.(who, path))) {']],
    hint: 'There is no mayCall in these options',
  },
  {
    name: 'a-generator-that-masks',
    task: 4,
    file: 'mask.ts',
    change: [
      [
        STREAM,
        `      return (async function* () {
        try {
          yield* answer as AsyncIterable<unknown>;
        } catch (error) {
          throw masked(error);
        }
      })();`,
      ],
    ],
    hint: 'a generator waits for the message first',
  },
  {
    name: 'an-id-in-vain',
    task: 4,
    file: 'mask.ts',
    change: [[ID, '    const made = newId();\n    const id = idOf(call, () => made);\n']],
    hint: 'only if the caller brought none',
  },
  {
    name: 'the-class-is-enough',
    task: 4,
    file: 'mask.ts',
    change: [[CHOSEN, 'if (error instanceof GrpcError || call.cancelled) return error;']],
    hint: 'neither is the class',
  },
  {
    name: 'only-what-report-throws',
    task: 4,
    file: 'mask.ts',
    change: [[REPORT, '      try {\n        report(error, id, call);\n      } catch {}\n']],
    hint: 'try and catch do not see it',
  },
  {
    name: 'closing-unheard',
    task: 2,
    file: 'interceptor.ts',
    change: [[LEAVE, '    void this.#open().return?.();']],
    hint: 'a rejection that nobody handles',
  },
  {
    name: 'open-without-its-call',
    task: 3,
    file: 'guard.ts',
    change: [[OPEN, OPEN.replace('call)', 'undefined as never)')]],
    hint: 'What is open goes on as anything else does',
  },
  {
    name: 'an-empty-id',
    task: 4,
    file: 'mask.ts',
    change: [['newId = () => crypto.randomUUID() }', "newId = () => '' }"]],
    hint: 'then crypto.randomUUID() makes the id',
  },
];
