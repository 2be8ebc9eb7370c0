import type { ClassicMistake } from '#course/kit/mistake';

const MARSHAL_CALL = 'return encodeUtf8(JSON.stringify({ method, params }));';
const REPLY_ERROR =
  'if (message.error !== undefined) throw new RemoteError(message.error.message);';
const CALL = 'return (...params: unknown[]) => call(name, params);';
const EXCHANGE = 'const reply = await exchange(marshalCall(method, params));';
const PROCEDURE = 'const result = await procedures[method]?.(...params);';
const RESULT = 'return encodeUtf8(JSON.stringify({ result: result ?? null }));';

export const mistakes: ClassicMistake[] = [
  {
    name: 'no-method',
    task: 1,
    file: 'stub.ts',
    change: [[MARSHAL_CALL, 'return encodeUtf8(JSON.stringify({ params }));']],
    hint: 'which procedure',
  },
  {
    name: 'params-in-a-list-again',
    task: 1,
    file: 'stub.ts',
    change: [[MARSHAL_CALL, 'return encodeUtf8(JSON.stringify({ method, params: [params] }));']],
    hint: 'in a second one',
  },
  {
    name: 'a-text-is-not-bytes',
    task: 1,
    file: 'stub.ts',
    change: [[MARSHAL_CALL, 'return JSON.stringify({ method, params }) as unknown as Uint8Array;']],
    hint: 'Uint8Array',
  },
  {
    name: 'one-byte-a-character',
    task: 1,
    file: 'stub.ts',
    change: [
      [
        MARSHAL_CALL,
        'return Uint8Array.from(JSON.stringify({ method, params }), (c) => c.charCodeAt(0));',
      ],
    ],
    hint: 'A character is not a byte',
  },
  {
    name: 'pretty-json',
    task: 1,
    file: 'stub.ts',
    change: [[MARSHAL_CALL, 'return encodeUtf8(JSON.stringify({ method, params }, null, 2));']],
    hint: 'ends a message with a newline',
  },
  {
    name: 'error-swallowed',
    task: 2,
    file: 'stub.ts',
    change: [[`${REPLY_ERROR}\n  `, '']],
    hint: 'as if all had gone well',
  },
  {
    name: 'error-is-a-result',
    task: 2,
    file: 'stub.ts',
    change: [[REPLY_ERROR, 'if (message.error !== undefined) return message.error;']],
    hint: 'as if all had gone well',
  },
  {
    name: 'error-object-as-text',
    task: 2,
    file: 'stub.ts',
    change: [
      [REPLY_ERROR, 'if (message.error !== undefined) throw new RemoteError(message.error);'],
    ],
    hint: 'lies in error.message',
  },
  {
    name: 'falsy-is-an-error',
    task: 2,
    file: 'stub.ts',
    change: [[REPLY_ERROR, 'if (!message.result) throw new RemoteError(message.error?.message);']],
    hint: 'not whether the result is "truthy"',
  },
  {
    name: 'one-character-a-byte',
    task: 2,
    file: 'stub.ts',
    change: [['JSON.parse(decodeUtf8(reply))', 'JSON.parse(String.fromCharCode(...reply))']],
    hint: 'A character is not a byte',
  },
  {
    name: 'first-argument-only',
    task: 3,
    file: 'stub.ts',
    change: [[CALL, 'return (params: unknown) => call(name, [params]);']],
    hint: '(...params) takes all of them',
  },
  {
    name: 'arguments-gathered-twice',
    task: 3,
    file: 'stub.ts',
    change: [[CALL, 'return (...params: unknown[]) => call(name, [params]);']],
    hint: 'gathered twice',
  },
  {
    name: 'no-await-on-exchange',
    task: 3,
    file: 'stub.ts',
    change: [
      [EXCHANGE, 'const reply = exchange(marshalCall(method, params)) as unknown as Uint8Array;'],
    ],
    hint: 'await it before you unpack it',
  },
  {
    name: 'reply-not-unpacked',
    task: 3,
    file: 'stub.ts',
    change: [['    return unmarshalReply(reply);', '    return reply;']],
    hint: 'The caller wants what is in it',
  },
  {
    name: 'calls-when-read',
    task: 3,
    file: 'stub.ts',
    change: [[CALL, 'return call(name, []);']],
    hint: 'give back a function',
  },
  {
    name: 'nothing-returned',
    task: 3,
    file: 'stub.ts',
    change: [[CALL, 'return (...params: unknown[]) => {\n        call(name, params);\n      };']],
    hint: 'Is there a `return`',
  },
  {
    name: 'error-caught-in-the-stub',
    task: 3,
    file: 'stub.ts',
    change: [
      [
        '    return unmarshalReply(reply);',
        '    try {\n      return unmarshalReply(reply);\n    } catch (error) {\n      return error;\n    }',
      ],
    ],
    hint: 'takes the failure for a result',
  },
  {
    name: 'stub-is-a-promise',
    task: 3,
    file: 'stub.ts',
    change: [[" || name === 'then'", '']],
    hint: 'takes it for a promise',
  },
  {
    name: 'no-await-on-the-procedure',
    task: 4,
    file: 'skeleton.ts',
    change: [[PROCEDURE, 'const result = procedures[method]?.(...params);']],
    hint: 'await what the procedure returns',
  },
  {
    name: 'params-not-spread',
    task: 4,
    file: 'skeleton.ts',
    change: [[PROCEDURE, 'const result = await procedures[method]?.(params);']],
    hint: 'spread it',
  },
  {
    name: 'this-lost',
    task: 4,
    file: 'skeleton.ts',
    change: [
      [
        PROCEDURE,
        'const procedure = procedures[method];\n    const result = await procedure?.(...params);',
      ],
    ],
    hint: 'lost its object',
  },
  {
    name: 'undefined-is-left-out',
    task: 4,
    file: 'skeleton.ts',
    change: [[RESULT, 'return encodeUtf8(JSON.stringify({ result }));']],
    hint: 'JSON has no undefined',
  },
  {
    name: 'falsy-is-nothing',
    task: 4,
    file: 'skeleton.ts',
    change: [[RESULT, 'return encodeUtf8(JSON.stringify({ result: result || null }));']],
    hint: 'only what is missing',
  },
  {
    name: 'skeleton-rejects',
    task: 5,
    file: 'skeleton.ts',
    change: [['    return marshalError(error);', '    throw error;']],
    hint: 'Nobody is there to catch',
  },
  {
    name: 'unpacked-outside-the-try',
    task: 5,
    file: 'skeleton.ts',
    change: [
      ['    const { method, params } = JSON.parse(decodeUtf8(request));\n', ''],
      ['  try {\n', '  const { method, params } = JSON.parse(decodeUtf8(request));\n  try {\n'],
    ],
    hint: 'unpacking and packing too',
  },
  {
    name: 'error-becomes-empty',
    task: 5,
    file: 'skeleton.ts',
    change: [['JSON.stringify({ error: { message } })', 'JSON.stringify({ error })']],
    hint: 'has the form {"error":{"message":"…"}}',
  },
  {
    name: 'anybody-may-call-the-constructor',
    task: 5,
    file: 'skeleton.ts',
    change: [['!Object.hasOwn(procedures, method)', '!(method in procedures)']],
    hint: 'inherits this from Object',
  },
  {
    name: 'params-not-checked',
    task: 5,
    file: 'skeleton.ts',
    change: [[' || !Array.isArray(params)', '']],
    hint: 'params an array',
  },
  {
    name: 'only-errors-have-messages',
    task: 5,
    file: 'skeleton.ts',
    change: [
      ['error instanceof Error ? error.message : String(error)', '(error as Error).message'],
    ],
    hint: 'String(error)',
  },
  {
    name: 'lists-become-arguments',
    task: 1,
    file: 'stub.ts',
    change: [
      [MARSHAL_CALL, 'return encodeUtf8(JSON.stringify({ method, params: params.flat() }));'],
    ],
    hint: 'without flat()',
  },
  {
    name: 'params-emptied',
    task: 1,
    file: 'stub.ts',
    change: [
      [
        MARSHAL_CALL,
        'const all = (params as unknown[]).splice(0);\n  return encodeUtf8(JSON.stringify({ method, params: all }));',
      ],
    ],
    hint: 'changes what it was given',
  },
  {
    name: 'one-buffer-for-all-calls',
    task: 1,
    file: 'stub.ts',
    change: [
      [
        MARSHAL_CALL,
        'const bytes = encodeUtf8(JSON.stringify({ method, params }));\n  const shared = ((marshalCall as unknown as { buffer?: Uint8Array }).buffer ??= new Uint8Array(4096));\n  shared.set(bytes);\n  return shared.subarray(0, bytes.length);',
      ],
    ],
    hint: 'share their memory',
  },
  {
    name: 'the-last-name-read',
    task: 3,
    file: 'stub.ts',
    change: [
      ['  return new Proxy(', '  let last: string;\n  return new Proxy('],
      [CALL, 'last = name;\n      return (...params: unknown[]) => call(last, params);'],
    ],
    hint: 'has to know its own name',
  },
  {
    name: 'checked-after-the-call',
    task: 5,
    file: 'skeleton.ts',
    change: [
      ['    checkCall(procedures, method, params);\n', ''],
      [PROCEDURE, `${PROCEDURE}\n    checkCall(procedures, method, params);`],
    ],
    hint: 'Call checkCall before the procedure',
  },
  {
    name: 'undefined-loses-its-place',
    task: 1,
    file: 'stub.ts',
    change: [
      [
        MARSHAL_CALL,
        'const given = params.filter((param) => param !== undefined);\n  return encodeUtf8(JSON.stringify({ method, params: given }));',
      ],
    ],
    hint: 'has become the first',
  },
  {
    name: 'name-written-by-hand',
    task: 1,
    file: 'stub.ts',
    change: [
      [
        MARSHAL_CALL,
        `return encodeUtf8('{"method":"' + method + '","params":' + JSON.stringify(params) + '}');`,
      ],
    ],
    hint: 'put together by hand',
  },
  {
    name: 'inherited-names-stay-here',
    task: 3,
    file: 'stub.ts',
    change: [[" || name === 'then'", " || name === 'then' || name in {}"]],
    hint: 'only `then` stays here',
  },
  {
    name: 'answers-from-memory',
    task: 3,
    file: 'stub.ts',
    change: [
      [
        '  return new Proxy(',
        '  const answers: Record<string, unknown> = {};\n  return new Proxy(',
      ],
      [CALL, 'return (...params: unknown[]) => (answers[name + params] ??= call(name, params));'],
    ],
    hint: 'answered from memory',
  },
  {
    name: 'one-connection-for-all-stubs',
    task: 3,
    file: 'stub.ts',
    change: [
      [
        '  const call = async (',
        '  const all = createStub as unknown as { exchange: Exchange };\n  all.exchange = exchange;\n  const call = async (',
      ],
      ['await exchange(', 'await all.exchange('],
    ],
    hint: 'keep it inside createStub',
  },
  {
    name: 'called-twice',
    task: 4,
    file: 'skeleton.ts',
    change: [
      [
        PROCEDURE,
        'const isLater = procedures[method]?.(...params) instanceof Promise;\n    const again = procedures[method]?.(...params);\n    const result = isLater ? await again : again;',
      ],
    ],
    hint: 'called more than once',
  },
  {
    name: 'only-promises-of-the-house',
    task: 4,
    file: 'skeleton.ts',
    change: [
      [
        PROCEDURE,
        'let result = procedures[method]?.(...params);\n    if (result instanceof Promise) result = await result;',
      ],
    ],
    hint: 'has a method `then`',
  },
  {
    name: 'as-many-as-declared',
    task: 4,
    file: 'skeleton.ts',
    change: [
      [PROCEDURE, PROCEDURE.replace('params', 'params.slice(0, procedures[method].length)')],
    ],
    hint: 'whatever it declares',
  },
  {
    name: 'one-implementation-for-all',
    task: 4,
    file: 'skeleton.ts',
    change: [
      [
        '  return (request) => answer(implementation as Procedures, request);',
        '  const all = createSkeleton as unknown as { procedures: Procedures };\n  all.procedures = implementation as Procedures;\n  return (request) => answer(all.procedures, request);',
      ],
    ],
    hint: 'keep the implementation inside createSkeleton',
  },
  {
    name: 'works-on-a-copy',
    task: 4,
    file: 'skeleton.ts',
    change: [
      [
        '  return (request) => answer(implementation as Procedures, request);',
        '  const copy = { ...implementation } as Procedures;\n  return (request) => answer(copy, request);',
      ],
    ],
    hint: 'on a copy of its object',
  },
  {
    name: 'the-stack-is-sent-too',
    task: 5,
    file: 'skeleton.ts',
    change: [
      [
        'JSON.stringify({ error: { message } })',
        'JSON.stringify({ error: { message, stack: (error as Error | undefined)?.stack } })',
      ],
    ],
    hint: 'not for a stranger',
  },
  {
    name: 'a-symbol-added-to-a-text',
    task: 5,
    file: 'skeleton.ts',
    change: [['String(error)', "'' + error"]],
    hint: 'inside your catch',
  },
  {
    name: 'words-of-our-own',
    task: 5,
    file: 'skeleton.ts',
    change: [['? error.message :', "? error.message || 'it failed' :"]],
    hint: 'and nothing else',
  },
  {
    name: 'error-one-byte-a-character',
    task: 5,
    file: 'skeleton.ts',
    change: [
      [
        'return encodeUtf8(JSON.stringify({ error: { message } }));',
        'return Uint8Array.from(JSON.stringify({ error: { message } }), (c) => c.charCodeAt(0));',
      ],
    ],
    hint: 'A character is not a byte',
  },
];
