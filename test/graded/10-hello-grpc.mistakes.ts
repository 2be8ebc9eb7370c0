import type { ClassicMistake } from '#course/kit/mistake';

const REJECT =
  '      reject(new CallError(error.code, error.details, error.metadata, { cause: error }));\n';
const CANCELLED =
  '      if (signal?.aborted && error.code === grpc.status.CANCELLED) return reject(cancelled(signal));\n';
const DEADLINE = 'options.deadline = new Date(Date.now() + timeoutMs);';
const ABORTED = '    if (signal?.aborted) return reject(cancelled(signal));\n';
const LISTEN = '    const forget = signal && onAbort(signal, () => call.cancel());\n';
const FORGET = '      forget?.();\n';
const NO_FORGET = '    const forget = undefined as (() => void) | undefined;\n';
const RUN = `    new Promise<Response>((resolve) => {
      resolve(procedure(call.request, call));
    })`;
const REFUSED = '          callback({ code, details, metadata });';
const ACCIDENT = '          callback({ code: grpc.status.UNKNOWN, details: ACCIDENT });';

export const mistakes: ClassicMistake[] = [
  {
    name: 'error-resolves',
    task: 1,
    file: 'call.ts',
    change: [
      [
        '      if (error === null) return resolve(response as Response);\n',
        '      resolve(response as Response);\n',
      ],
      [CANCELLED, ''],
      [REJECT, '      if (error) reject(new CallError(error.code, error.details));\n'],
    ],
    hint: 'gets an error first',
  },
  {
    name: 'rejects-with-what-came',
    task: 1,
    file: 'call.ts',
    change: [[REJECT, '      reject(error);\n']],
    hint: 'instanceof CallError',
  },
  {
    name: 'message-for-details',
    task: 1,
    file: 'call.ts',
    change: [
      [
        'new CallError(error.code, error.details, error.metadata',
        'new CallError(error.code, error.message, error.metadata',
      ],
    ],
    hint: 'has the code in front',
  },
  {
    name: 'trailers-lost',
    task: 1,
    file: 'call.ts',
    change: [
      [
        'error.details, error.metadata, { cause: error }',
        'error.details, undefined, { cause: error }',
      ],
    ],
    hint: 'The trailers come with the error',
  },
  {
    name: 'no-cause',
    task: 1,
    file: 'call.ts',
    change: [[REJECT, '      reject(new CallError(error.code, error.details, error.metadata));\n']],
    hint: 'where it came from',
  },
  {
    name: 'begins-twice',
    task: 1,
    file: 'call.ts',
    change: [
      [
        '    const call = start(options, (error',
        '    start(options, () => {});\n    const call = start(options, (error',
      ],
    ],
    hint: 'start begins the call: once',
  },
  {
    name: 'no-deadline',
    task: 2,
    file: 'call.ts',
    change: [[DEADLINE, '']],
    hint: 'ends the waiting only here',
  },
  {
    name: 'timer-of-ones-own',
    task: 2,
    file: 'call.ts',
    change: [
      [
        DEADLINE,
        "setTimeout(() => reject(new CallError(grpc.status.DEADLINE_EXCEEDED, 'late')), timeoutMs);",
      ],
    ],
    hint: 'ends the waiting only here',
  },
  {
    name: 'duration-for-a-moment',
    task: 2,
    file: 'call.ts',
    change: [[DEADLINE, 'options.deadline = timeoutMs;']],
    hint: 'January 1970',
  },
  {
    name: 'seconds',
    task: 2,
    file: 'call.ts',
    change: [[DEADLINE, 'options.deadline = new Date(Date.now() + timeoutMs * 1000);']],
    hint: 'nothing is to be multiplied',
  },
  {
    name: 'zero-is-nothing',
    task: 2,
    file: 'call.ts',
    change: [
      [DEADLINE, 'options.deadline = new Date(Date.now() + (timeoutMs || DEFAULT_TIMEOUT_MS));'],
    ],
    hint: '0 is falsy',
  },
  {
    name: 'default-is-for-ever',
    task: 2,
    file: 'call.ts',
    change: [
      ['{ timeoutMs = DEFAULT_TIMEOUT_MS, signal }', '{ timeoutMs, signal }'],
      [DEADLINE, `if (timeoutMs !== undefined) ${DEADLINE}`],
    ],
    hint: 'ends the waiting only here',
  },
  {
    name: 'begins-although-aborted',
    task: 3,
    file: 'call.ts',
    change: [[ABORTED, '']],
    hint: 'does not come again',
  },
  {
    name: 'looked-at-too-late',
    task: 3,
    file: 'call.ts',
    change: [
      [ABORTED, ''],
      [LISTEN, `    if (signal?.aborted) return reject(cancelled(signal));\n${LISTEN}`],
    ],
    hint: 'before start',
  },
  {
    name: 'gone-without-a-word',
    task: 3,
    file: 'call.ts',
    change: [
      ['onAbort(signal, () => call.cancel())', 'onAbort(signal, () => reject(cancelled(signal)))'],
    ],
    hint: 'so that it can stop working',
  },
  {
    name: 'nobody-listens',
    task: 3,
    file: 'call.ts',
    change: [[LISTEN, NO_FORGET]],
    hint: 'so that it can stop working',
  },
  {
    name: 'reason-lost',
    task: 3,
    file: 'call.ts',
    change: [[CANCELLED, '']],
    hint: 'why somebody gave up stands in signal.reason',
  },
  {
    name: 'listens-for-ever',
    task: 3,
    file: 'call.ts',
    change: [[FORGET, '']],
    hint: 'would still hang on it',
  },
  {
    name: 'forgets-only-when-all-is-well',
    task: 3,
    file: 'call.ts',
    change: [
      [FORGET, ''],
      [
        'if (error === null) return resolve(response as Response);',
        'if (error === null) {\n        forget?.();\n        return resolve(response as Response);\n      }',
      ],
    ],
    hint: 'however it ends',
  },
  {
    name: 'every-cancel-is-mine',
    task: 3,
    file: 'call.ts',
    change: [
      [
        'if (signal?.aborted && error.code === grpc.status.CANCELLED)',
        'if (signal && error.code === grpc.status.CANCELLED)',
      ],
    ],
    hint: 'A server can say CANCELLED as well',
  },
  {
    name: 'throw-not-caught',
    task: 4,
    file: 'handler.ts',
    change: [[RUN, '    Promise.resolve(procedure(call.request, call))']],
    hint: 'before it has returned any promise',
  },
  {
    name: 'then-on-a-value',
    task: 4,
    file: 'handler.ts',
    change: [[RUN, '    (procedure(call.request, call) as Promise<Response>)']],
    hint: 'a plain value too',
  },
  {
    name: 'call-not-handed-on',
    task: 4,
    file: 'handler.ts',
    change: [
      [
        'resolve(procedure(call.request, call));',
        'resolve(procedure(call.request, undefined as never));',
      ],
    ],
    hint: 'procedure(call.request, call)',
  },
  {
    name: 'text-leaks',
    task: 4,
    file: 'handler.ts',
    change: [[ACCIDENT, '          callback(error as Error);']],
    hint: 'a path, a query, a password',
  },
  {
    name: 'any-code-will-do',
    task: 4,
    file: 'handler.ts',
    change: [['if (error instanceof CallError) {', 'if (error && error.code !== undefined) {']],
    hint: 'a database numbers its errors too',
  },
  {
    name: 'refusal-without-a-code',
    task: 4,
    file: 'handler.ts',
    change: [[REFUSED, '          callback({ details, metadata });']],
    hint: 'A CallError says what the caller is to learn',
  },
  {
    name: 'metadata-left-behind',
    task: 4,
    file: 'handler.ts',
    change: [
      ['const { code, details, metadata } = error;', 'const { code, details } = error;'],
      [REFUSED, '          callback({ code, details });'],
    ],
    hint: 'goes out with the status',
  },
  {
    name: 'accident-is-internal',
    task: 4,
    file: 'handler.ts',
    change: [['code: grpc.status.UNKNOWN', 'code: grpc.status.INTERNAL']],
    hint: 'Only a CallError has a code',
  },
  {
    name: 'nobody-hears-of-it',
    task: 4,
    file: 'handler.ts',
    change: [['          report(error);\n', '']],
    hint: 'has to hear of it',
  },
  {
    name: 'refusals-reported',
    task: 4,
    file: 'handler.ts',
    change: [
      ['          report(error);\n', ''],
      [
        '        if (error instanceof CallError) {',
        '        report(error);\n        if (error instanceof CallError) {',
      ],
    ],
    hint: 'not an accident',
  },
  {
    name: 'silence',
    task: 4,
    file: 'handler.ts',
    change: [[`${ACCIDENT}\n`, '']],
    hint: 'callback has to be called',
  },
  {
    name: 'callback-in-its-own-try',
    task: 4,
    file: 'handler.ts',
    change: [
      [RUN, '    Promise.resolve().then(() => procedure(call.request, call))'],
      [
        '(response) => callback(null, response),\n      (error) => {',
        '(response) => callback(null, response),\n    ).catch(\n      (error) => {',
      ],
    ],
    hint: 'it stands in the same try',
  },
  {
    name: 'report-before-the-answer',
    task: 4,
    file: 'handler.ts',
    change: [
      ['          report(error);\n', ''],
      [ACCIDENT, `          report(error);\n${ACCIDENT}`],
    ],
    hint: 'answer first, report after that',
  },
  {
    name: 'answers-twice',
    task: 4,
    file: 'handler.ts',
    change: [
      [
        '(response) => callback(null, response),',
        '(response) => {\n        callback(null, response);\n        callback({ code: grpc.status.OK });\n      },',
      ],
    ],
    hint: 'A call has one answer',
  },
  {
    name: 'port-forgotten',
    task: 5,
    file: 'serve.ts',
    change: [['      else resolve(port);', '      else resolve(undefined as never);']],
    hint: 'resolve(port)',
  },
  {
    name: 'error-overlooked',
    task: 5,
    file: 'serve.ts',
    change: [
      ['      if (error) reject(error);\n      else resolve(port);', '      resolve(port);'],
    ],
    hint: 'listens nowhere',
  },
  {
    name: 'cut-at-once',
    task: 5,
    file: 'serve.ts',
    change: [
      [
        '    const timer = clock.setTimer(() => server.forceShutdown(), graceMs);\n',
        '    server.forceShutdown();\n    const timer = { cancel() {} };\n',
      ],
    ],
    hint: 'only when graceMs are over',
  },
  {
    name: 'resolves-at-once',
    task: 5,
    file: 'serve.ts',
    change: [
      [
        '    server.tryShutdown((error) => {',
        '    resolve();\n    server.tryShutdown((error) => {',
      ],
    ],
    hint: 'not before',
  },
  {
    name: 'waits-for-ever',
    task: 5,
    file: 'serve.ts',
    change: [['clock.setTimer(() => server.forceShutdown(), graceMs)', '{ cancel() {} }']],
    hint: 'as the slowest call takes',
  },
  {
    name: 'timer-left-on',
    task: 5,
    file: 'serve.ts',
    change: [['      timer.cancel();\n', '']],
    hint: 'nothing left to end',
  },
  {
    name: 'wrong-clock',
    task: 5,
    file: 'serve.ts',
    change: [
      ['const timer = clock.setTimer(', 'const timer = setTimeout('],
      ['timer.cancel()', 'clearTimeout(timer)'],
    ],
    hint: 'clock.setTimer',
  },
  {
    name: 'resolved-by-the-timer',
    task: 5,
    file: 'serve.ts',
    change: [
      [
        '() => server.forceShutdown(), graceMs)',
        '() => {\n      server.forceShutdown();\n      resolve();\n    }, graceMs)',
      ],
    ],
    hint: 'only begins to cut',
  },
  {
    name: 'grace-in-seconds',
    task: 5,
    file: 'serve.ts',
    change: [['server.forceShutdown(), graceMs)', 'server.forceShutdown(), graceMs / 1_000)']],
    hint: 'milliseconds',
  },
  {
    name: 'options-for-all-calls',
    task: 2,
    file: 'call.ts',
    change: [
      ['    const options: grpc.CallOptions = {};\n', '    const options = OPTIONS;\n'],
      [
        '/**\n * A call with a callback',
        'const OPTIONS: grpc.CallOptions = {};\n\n/**\n * A call with a callback',
      ],
    ],
    hint: 'Two calls share their options',
  },
  {
    name: 'a-timer-of-ones-own',
    task: 2,
    file: 'call.ts',
    change: [[LISTEN, `${LISTEN}    setTimeout(() => call.cancel(), timeoutMs);\n`]],
    hint: 'grpc-js has a timer of its own, and ends it',
  },
  {
    name: 'no-credentials',
    task: 5,
    file: 'serve.ts',
    change: [
      [
        '    server.bindAsync(address, credentials, (error',
        '    server.bindAsync(address, grpc.ServerCredentials.createInsecure(), (error',
      ],
    ],
    hint: 'must not get a server without',
  },
  {
    name: 'no-grace-is-much-grace',
    task: 5,
    file: 'serve.ts',
    change: [
      [
        '() => server.forceShutdown(), graceMs)',
        '() => server.forceShutdown(), graceMs || DEFAULT_GRACE_MS)',
      ],
    ],
    hint: '0 is falsy',
  },
  {
    name: 'the-timer-comes-too-late',
    task: 5,
    file: 'serve.ts',
    change: [
      ['    const timer = clock.setTimer(() => server.forceShutdown(), graceMs);\n', ''],
      [
        '      else resolve();\n    });\n  });\n  // </task>',
        '      else resolve();\n    });\n    const timer = clock.setTimer(() => server.forceShutdown(), graceMs);\n  });\n  // </task>',
      ],
    ],
    hint: 'set the timer first',
  },
  {
    name: 'whole-seconds',
    task: 2,
    file: 'call.ts',
    change: [
      [
        'new Date(Date.now() + timeoutMs)',
        'new Date(Date.now() + Math.ceil(timeoutMs / 1000) * 1000)',
      ],
    ],
    hint: 'nothing rounded',
  },
  {
    name: 'what-another-server-said',
    task: 4,
    file: 'handler.ts',
    change: [
      [
        'error instanceof CallError',
        'error instanceof CallError || error?.metadata instanceof grpc.Metadata',
      ],
    ],
    hint: 'its metadata as little as its text',
  },
  {
    name: 'once-more-after-a-failure',
    task: 4,
    file: 'handler.ts',
    change: [
      [
        '      (error) => {\n',
        '      async (error) => {\n        try {\n          await procedure(call.request, call);\n        } catch {}\n',
      ],
    ],
    hint: 'would be done twice',
  },
  {
    name: 'a-grace-of-ones-own',
    task: 5,
    file: 'serve.ts',
    change: [['graceMs = DEFAULT_GRACE_MS,', 'graceMs = 5_000,']],
    hint: 'Without a graceMs it is DEFAULT_GRACE_MS',
  },
  {
    name: 'a-falsy-response-is-none',
    task: 1,
    file: 'call.ts',
    change: [
      [
        'if (error === null) return resolve(response as Response);',
        'if (response) return resolve(response);\n      if (error === null) return;',
      ],
    ],
    hint: 'Without an error the call went well',
  },
  {
    name: 'listens-before-it-begins',
    task: 3,
    file: 'call.ts',
    change: [
      [LISTEN, ''],
      [
        '    const call = start(options,',
        '    let call: grpc.ClientUnaryCall | undefined;\n    const forget = signal && onAbort(signal, () => call?.cancel());\n    call = start(options,',
      ],
    ],
    hint: 'listen when the call has begun',
  },
  {
    name: 'a-listener-for-each-call',
    task: 3,
    file: 'call.ts',
    change: [
      [
        LISTEN,
        "    const abort = () => call.cancel();\n    signal?.addEventListener('abort', abort);\n    const forget = () => signal?.removeEventListener('abort', abort);\n",
      ],
    ],
    hint: 'takes the eleventh listener for a leak',
  },
  {
    name: 'the-last-call-alone-is-told',
    task: 3,
    file: 'call.ts',
    change: [
      [
        LISTEN,
        '    if (signal) signal.onabort = () => call.cancel();\n    const forget = () => {\n      if (signal) signal.onabort = null;\n    };\n',
      ],
    ],
    hint: 'would still hang on it',
  },
  {
    name: 'waits-for-its-report',
    task: 4,
    file: 'handler.ts',
    change: [
      ['      (error) => {\n', '      async (error) => {\n'],
      ['          report(error);\n', ''],
      [
        ACCIDENT,
        `          try {\n            await report(error);\n          } catch {}\n${ACCIDENT}`,
      ],
    ],
    hint: 'does not wait for it',
  },
  {
    name: 'answers-only-with-something',
    task: 4,
    file: 'handler.ts',
    change: [
      [
        '(response) => callback(null, response),',
        '(response) => {\n        if (response) callback(null, response);\n      },',
      ],
    ],
    hint: 'A forgotten return is a response, too',
  },
  {
    name: 'only-the-promises-of-javascript',
    task: 4,
    file: 'handler.ts',
    change: [
      [
        '      resolve(procedure(call.request, call));\n',
        '      const result = procedure(call.request, call);\n      if (result instanceof Promise) return resolve(result);\n      Promise.resolve(null).then((error) => callback(error, { ...result } as Response));\n',
      ],
    ],
    hint: 'What has a then is a promise',
  },
  {
    name: 'one-call-at-a-time',
    task: 4,
    file: 'handler.ts',
    change: [
      ['  return (call, callback) => {\n', '  let busy = false;\n  return (call, callback) => {\n'],
      [
        RUN,
        `    if (busy) return callback({ code: grpc.status.UNKNOWN, details: ACCIDENT });\n    busy = true;\n${RUN}.finally(() => {\n      busy = false;\n    })`,
      ],
    ],
    hint: 'many run at once',
  },
  {
    name: 'rejects-with-a-text',
    task: 5,
    file: 'serve.ts',
    change: [
      [
        'if (error) reject(error);\n      else resolve(port);',
        'if (error) reject(error.message);\n      else resolve(port);',
      ],
    ],
    hint: 'A text has no stack',
  },
  {
    name: 'starts-what-has-started',
    task: 5,
    file: 'serve.ts',
    change: [
      ['else resolve(port);', 'else {\n        server.start();\n        resolve(port);\n      }'],
    ],
    hint: 'a server that is bound has started',
  },
];
