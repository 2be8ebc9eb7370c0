import { test } from 'vitest';
import { encodeUtf8 } from '#bytes/utf8';
import { expectJson, parse } from '#course/kit/compare/equal-json';
import { withFinding } from '#course/kit/compare/finding';
import { throwGap } from '#course/kit/compare/gap';
import { likely } from '#course/kit/compare/likely';
import { expectSame } from '#course/kit/compare/same';
import { expectThrown } from '#course/kit/compare/thrown';
import { asView, expectKept, unchanged } from '#course/kit/given';
import { task } from '#course/kit/task';
import { settle, type Watched, watch } from '#course/kit/watch';
import { createSkeleton } from '#rpc/skeleton';
import { createStub, marshalCall, unmarshalReply } from '#rpc/stub';

const json = (message: unknown) => encodeUtf8(JSON.stringify(message));

/** Text as those see it who forget that a character is not a byte. */
const oneByteACharacter = (text: string) =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

const CHARACTERS =
  'A character is not a byte: "ü" takes two in UTF-8, "語" three. encodeUtf8 and decodeUtf8 know; charCodeAt and String.fromCharCode do not.';

task(1, () => {
  test('add(1, 2)', () => {
    const call = { method: 'add', params: [1, 2] };
    expectJson(marshalCall('add', [1, 2]), call, [
      { message: { params: [1, 2] }, cause: 'The server cannot guess which procedure is meant.' },
      { message: [1, 2], cause: 'The server cannot guess which procedure is meant.' },
      { message: { method: 'add' }, cause: 'The arguments are missing: they travel too.' },
      {
        message: { method: 'add', params: [[1, 2]] },
        cause: 'params is a list already; here it lies in a second one.',
      },
      {
        message: { method: 'add', params: '1,2' },
        cause: 'The arguments became one text. A list stays a list in JSON.',
      },
      {
        message: { method: 'add', params: { 0: 1, 1: 2 } },
        cause: 'The arguments became an object. params is a list: leave it as it is.',
      },
      { message: { add: [1, 2] }, cause: 'The members are called "method" and "params".' },
      {
        message: JSON.stringify(call),
        cause: 'JSON.stringify was called twice: this is a text inside a text.',
      },
    ]);
  });

  test('bytes of one’s own, and params as they were', () => {
    const params = ['two', ['deep', { deeper: [] }], 3];
    const first = unchanged('params', params, (given) => marshalCall('store', given));
    expectKept('the first call', first, () => marshalCall('another', ['text']));
  });

  test('a call without arguments', () =>
    expectJson(marshalCall('now', []), { method: 'now', params: [] }, [
      {
        message: { method: 'now' },
        cause: 'A call without arguments has an empty list, not a missing one.',
      },
    ]));

  test('arguments of every kind', () => {
    const params = ['two\nlines', 3, null, true, { deep: [1, { deeper: [] }] }];
    expectJson(marshalCall('store', params), { method: 'store', params });
  });

  test('an argument that is a list itself', () => {
    const call = { method: 'sort', params: [['b', 'a'], true] };
    expectJson(marshalCall('sort', [['b', 'a'], true]), call, [
      {
        message: { method: 'sort', params: ['b', 'a', true] },
        cause:
          'The argument was a list, and its members became arguments of their own: sort("b", "a", true). Leave params as it is, without flat().',
      },
    ]);
  });

  test('arguments in every language', () => {
    const call = { method: 'greet', params: ['Jürgen', '語'] };
    expectJson(marshalCall('greet', ['Jürgen', '語']), call, [
      { message: oneByteACharacter(JSON.stringify(call)), cause: CHARACTERS },
    ]);
  });

  test('an argument that is undefined keeps its place', () => {
    const call = { method: 'move', params: [null, 2] };
    expectJson(marshalCall('move', [undefined, 2]), call, [
      {
        message: { method: 'move', params: [2] },
        cause:
          'The second argument has become the first. JSON writes null for what is undefined in a list: leave the list as it is.',
      },
    ]);
  });

  test('a name with a quote in it', () => {
    const call = { method: 'say "hi"', params: [] };
    expectJson(marshalCall('say "hi"', []), call, [
      {
        message: encodeUtf8('{"method":"say "hi"","params":[]}'),
        cause:
          'The text was put together by hand, and the quote in the name ended the name. JSON.stringify writes it as \\".',
      },
    ]);
  });
});

task(2, () => {
  test('a result', () =>
    expectSame(
      'the result',
      unmarshalReply(json({ result: { lines: 2 } })),
      { lines: 2 },
      'The result is the member "result" of the reply: not the whole reply, not its text.',
    ));

  test.each([[0], [''], [false], [null]])('a result of %j is a result', (result) => {
    const cause = 'Ask whether there is an error, not whether the result is "truthy".';
    return likely(cause, () =>
      expectSame('the result', unmarshalReply(json({ result })), result, cause),
    );
  });

  test('a reply that is a view into a larger buffer', () =>
    likely(
      'The same reply was read in a buffer of its own. This one is a view into a larger one: what counts are its own bytes, not those of reply.buffer.',
      () => {
        const reply = asView(json({ result: { lines: 2 } }));
        expectSame(
          'the result',
          unchanged('the reply', reply, (given) => unmarshalReply(given)),
          { lines: 2 },
        );
      },
    ));

  test('a result in every language', () =>
    expectSame(
      'the result',
      unmarshalReply(json({ result: 'Grüße, 語' })),
      'Grüße, 語',
      CHARACTERS,
    ));

  test('an error', () =>
    likely(
      'The error over there has to become an error here: new RemoteError with the message of the reply, which lies in error.message.',
      () =>
        expectThrown(
          () => unmarshalReply(json({ error: { message: 'there is no such file' } })),
          { name: 'RemoteError', message: 'there is no such file' },
          'The procedure failed, and the caller is told nothing of it, as if all had gone well. Where the reply has an error, throw a RemoteError.',
        ),
    ));

  test('an error without words', () =>
    expectThrown(
      () => unmarshalReply(json({ error: { message: '' } })),
      { name: 'RemoteError' },
      'It is the member "error" that makes a reply an error, whatever its message says.',
    ));
});

/** What the tests of the stub call; it only exists as names. */
interface Library {
  add(a: number, b: number): number;
  now(): string;
  readFile(name: string): Promise<string>;
}

/** An exchange that keeps each request and is answered when the test says so. */
function createWire() {
  const requests: Uint8Array[] = [];
  const waiting: { resolve(reply: Uint8Array): void; reject(error: Error): void }[] = [];
  const exchange = (request: Uint8Array) => {
    requests.push(request);
    const answer = new Promise<Uint8Array>((resolve, reject) => waiting.push({ resolve, reject }));
    // A stub that forgets to await it is told so by its test, not by a stray rejection.
    answer.catch(() => undefined);
    return answer;
  };
  return {
    requests,
    stub: createStub<Library>(exchange),
    reply: (n: number, message: unknown) => waiting[n]?.resolve(json(message)),
    fail: (n: number, error: Error) => waiting[n]?.reject(error),
  };
}

/** Makes a call and watches it, until it waits for its reply; it has to give a promise. */
async function start<Result>(run: () => Promise<Result>): Promise<Watched<Result>> {
  let call: Promise<Result> | undefined;
  await likely(
    (error) =>
      / is not a function/.test(error.message)
        ? 'stub.add is asked for first, and called after that: get() must give back a function, and what sends the call happens inside it.'
        : undefined,
    () => {
      call = run();
    },
  );
  if (typeof call?.then !== 'function') {
    throw withFinding(new Error('a call on the stub gave back no promise'), {
      cause: 'The result comes later, over the network. Is there a `return` before the call?',
    });
  }
  const watched = watch(call);
  await settle();
  const { error } = watched;
  throwGap(error);
  return watched;
}

/** What a call came to, once its reply is here. */
async function resultOf<Result>(call: Watched<Result>): Promise<Result | undefined> {
  await settle();
  if (call.state === 'rejected') throw call.error;
  if (call.state === 'pending') {
    throw withFinding(new Error('the reply is here, and the call still waits'), {
      cause: 'What exchange resolves with is the reply: unpack it and give back the result.',
    });
  }
  return call.value;
}

const ONLY_FIRST = 'Only the first argument was taken: (...params) takes all of them.';

task(3, () => {
  test('a call becomes a message', async () => {
    const { requests, stub } = createWire();
    const call = await start(() => stub.add(1, 2));
    if (requests.length === 0 && call.state === 'rejected') throw call.error;
    expectSame(
      'messages sent',
      requests.length,
      1,
      'stub.add(1, 2) has to hand one message to exchange: the packed call.',
    );
    expectJson(requests[0], { method: 'add', params: [1, 2] }, [
      {
        message: { method: 'add', params: [[1, 2]] },
        cause:
          'The arguments were gathered twice: (...params) makes a list of them, and marshalCall takes that list.',
      },
      { message: { method: 'add', params: 1 }, cause: ONLY_FIRST },
      { message: { method: 'add', params: [1] }, cause: ONLY_FIRST },
    ]);
  });

  test('and the reply becomes the result', async () => {
    const { stub, reply } = createWire();
    const call = await start(() => stub.readFile('notes.txt'));
    reply(0, { result: 'Remember the milk.' });
    await likely(
      ({ name }) =>
        name === 'TypeError'
          ? 'exchange gives a promise of the reply, not the reply: await it before you unpack it.'
          : undefined,
      async () =>
        expectSame(
          'the result',
          await resultOf(call),
          'Remember the milk.',
          'What exchange resolves with is the packed reply. The caller wants what is in it: unmarshalReply.',
        ),
    );
  });

  test('any name is a procedure', async () => {
    const { requests, stub } = createWire();
    await start(() => stub.now());
    await start(() => stub.readFile('a'));
    expectSame(
      'messages sent',
      requests.length,
      2,
      'The stub knows no names: whatever is called on it goes to the server, with the name as method.',
    );
    expectJson(requests[0], { method: 'now', params: [] });
    expectJson(requests[1], { method: 'readFile', params: ['a'] });
  });

  test.each([['toString'], ['constructor'], ['catch'], ['finally']])(
    '%s is a name like any other',
    async (name) => {
      const { requests, stub } = createWire();
      const method = (stub as unknown as Record<string, unknown>)[name];
      const result = typeof method === 'function' ? method.call(stub, 'a') : undefined;
      watch(Promise.resolve(result));
      await settle();
      expectSame(
        'messages sent',
        requests.length,
        1,
        'The server may have a procedure of this name, and the call never left. Of all names only `then` stays here: do not look whether the target or an object has it.',
      );
      expectJson(requests[0], { method: name, params: ['a'] });
    },
  );

  test('the same call twice', async () => {
    const { requests, stub, reply } = createWire();
    const [one, two] = [await start(() => stub.now()), await start(() => stub.now())];
    const cause =
      'What was asked before was answered from memory. Only the server knows whether the answer is still the same: each call is a message.';
    expectSame('messages sent', requests.length, 2, cause);
    reply(0, { result: 'noon' });
    reply(1, { result: 'later' });
    expectSame('the results', [await resultOf(one), await resultOf(two)], ['noon', 'later'], cause);
  });

  test('two stubs, each with its own connection', async () => {
    const [here, there] = [createWire(), createWire()];
    await start(() => here.stub.now());
    expectSame(
      'messages sent on the first connection, and on the second',
      [here.requests.length, there.requests.length],
      [1, 0],
      'The call went over the connection of another stub: exchange belongs to the stub, so keep it inside createStub.',
    );
  });

  test('a list as an argument stays a list', async () => {
    const { requests, stub } = createWire();
    const { sort } = stub as unknown as { sort(list: string[]): Promise<string[]> };
    await start(() => sort(['b', 'a']));
    expectJson(requests[0], { method: 'sort', params: [['b', 'a']] }, [
      {
        message: { method: 'sort', params: ['b', 'a'] },
        cause: 'The list became the arguments. (...params) is the list of arguments already.',
      },
    ]);
  });

  test('two methods taken first, and called later', async () => {
    const { requests, stub } = createWire();
    const { add, readFile } = stub;
    await start(() => readFile('a'));
    await start(() => add(1, 2));
    const cause =
      'The name was kept in a place that all methods of the stub share, so the one read last is called. Each function that get() gives back has to know its own name.';
    const methods = requests.map((request) => (parse(request) as { method?: unknown })?.method);
    expectSame('the methods called', methods, ['readFile', 'add'], cause);
  });

  test('an error over there is thrown here', async () => {
    const { stub, reply } = createWire();
    const call = await start(() => stub.add(1, 2));
    reply(0, { error: { message: 'no numbers today' } });
    await expectThrown(
      () => resultOf(call),
      { name: 'RemoteError', message: 'no numbers today' },
      'unmarshalReply throws; if you catch that on the way, the caller takes the failure for a result.',
    );
  });

  test('a connection that is lost', async () => {
    const { stub, fail } = createWire();
    const call = await start(() => stub.add(1, 2));
    fail(0, new Error('connection lost'));
    await expectThrown(
      () => resultOf(call),
      { name: 'Error', message: 'connection lost' },
      'The exchange failed and the caller was not told. Let its error go through.',
    );
  });

  test('two calls at a time', async () => {
    const { stub, reply } = createWire();
    const [one, two] = [await start(() => stub.add(1, 1)), await start(() => stub.add(2, 2))];
    reply(1, { result: 4 });
    reply(0, { result: 2 });
    expectSame(
      'the results',
      [await resultOf(one), await resultOf(two)],
      [2, 4],
      'Each call must use its own arguments and its own reply: keep nothing of a call outside its function.',
    );
  });

  test('`await stub` gives the stub', async () => {
    const { requests, stub } = createWire();
    const { then } = stub as { then?: unknown };
    expectSame(
      'stub.then',
      then,
      undefined,
      'The stub has a `then`, so `await stub` takes it for a promise, calls then(resolve, reject), which goes to the server as a call, and waits for ever. For this one name, get() must give undefined.',
    );
    expectSame(
      'messages sent',
      requests.length,
      0,
      'Reading a property must send nothing: only calling it does.',
    );
  });
});

/** Hands a request to a skeleton, which must not reject, whatever comes. */
async function ask(implementation: object, request: unknown): Promise<Uint8Array> {
  const bytes = request instanceof Uint8Array ? request : json(request);
  try {
    return await createSkeleton(implementation)(bytes);
  } catch (error) {
    throwGap(error);
    throw withFinding(new Error(`expected a reply, but the skeleton threw: ${error}`), {
      cause: /convert a Symbol/.test(String(error))
        ? 'A symbol was thrown, and it cannot be put into a template or added to a text: that throws once more, inside your catch. String(error) makes a text of it.'
        : 'Nobody is there to catch what a skeleton throws: the caller sits on another machine. Put try/catch around all of it, unpacking and packing too, and make the error a reply.',
    });
  }
}

const calculator = {
  add: (a: number, b: number) => a + b,
  addLater: async (a: number, b: number) => a + b,
};

const noAwait = {
  message: { result: {} },
  cause:
    'The result is a promise, and JSON makes {} of a promise: await what the procedure returns.',
};

task(4, () => {
  test('add(1, 2)', async () =>
    expectJson(await ask(calculator, { method: 'add', params: [1, 2] }), { result: 3 }, [
      {
        message: { result: '1,2undefined' },
        cause: 'The procedure got the list as its first argument: spread it, (...params).',
      },
      { message: 3, cause: 'A reply says what it is: an object with the member "result".' },
      noAwait,
    ]));

  test('a procedure that answers later', async () =>
    expectJson(await ask(calculator, { method: 'addLater', params: [1, 2] }), { result: 3 }, [
      noAwait,
    ]));

  test('a procedure that answers later runs once', async () => {
    let runs = 0;
    await ask({ count: async () => ++runs }, { method: 'count', params: [] });
    expectSame(
      'times that the procedure has run',
      runs,
      1,
      'It was called more than once, perhaps to see what it returns. Keep what the first call returned.',
    );
  });

  test('a promise of another make', async () => {
    // Query builders and old libraries have a `then` and are not instances of Promise.
    const thenable = Object.fromEntries([['then', (resolve: (n: number) => void) => resolve(3)]]);
    expectJson(
      await ask({ query: () => thenable }, { method: 'query', params: [] }),
      { result: 3 },
      [
        {
          message: { result: {} },
          cause:
            'Whatever has a method `then` is a promise, not only an instance of Promise. await knows, and lets plain values through.',
        },
      ],
    );
  });

  test('a procedure that takes as many arguments as there are', async () => {
    const sum = { sum: (...numbers: number[]) => numbers.reduce((a, b) => a + b, 0) };
    const request = { method: 'sum', params: [1, 2, 3] };
    await likely('All arguments of the call go to the procedure, whatever it declares.', async () =>
      expectJson(await ask(sum, request), { result: 6 }),
    );
  });

  test('two skeletons, each with its own procedures', async () => {
    const [first, second] = [1, 2].map((n) => createSkeleton({ number: () => n }));
    const request = json({ method: 'number', params: [] });
    const replies = [await first?.(request), await second?.(request)].map((reply) =>
      parse(reply ?? json(null)),
    );
    expectSame(
      'the replies',
      replies,
      [{ result: 1 }, { result: 2 }],
      'A call went to the procedures of another skeleton: keep the implementation inside createSkeleton.',
    );
  });

  test('a procedure that uses `this`', async () => {
    const counter = {
      count: 41,
      next() {
        this.count++;
        return this.count;
      },
    };
    await likely(
      'The procedure lost its object: taken out of it and called alone, `this` is undefined. Call it on the implementation: procedures[method](…), or with apply.',
      async () => expectJson(await ask(counter, { method: 'next', params: [] }), { result: 42 }),
    );
    expectSame(
      'the count of the implementation, after that',
      counter.count,
      42,
      'The procedure worked on a copy of its object. Call it on the implementation itself.',
    );
  });

  test('a procedure that returns nothing', async () =>
    expectJson(
      await ask({ log: () => undefined }, { method: 'log', params: [] }),
      { result: null },
      [
        {
          message: {},
          cause:
            'JSON has no undefined: the member is left out, and the reply says nothing. ?? null makes it a null.',
        },
      ],
    ));

  test.each([[0], [''], [false]])('a result of %j stays what it is', async (result) =>
    expectJson(await ask({ get: () => result }, { method: 'get', params: [] }), { result }, [
      {
        message: { result: null },
        cause: '|| null replaces everything "falsy"; ?? null only what is missing.',
      },
    ]),
  );

  test('a list as an argument stays a list', async () => {
    const sort = { sort: (list: unknown) => [...(list as string[])].sort() };
    await likely('The procedure got the members of its list as arguments.', async () =>
      expectJson(await ask(sort, { method: 'sort', params: [['b', 'a']] }), { result: ['a', 'b'] }),
    );
  });

  test('a request that is a view into a larger buffer', async () => {
    const request = asView(json({ method: 'add', params: [1, 2] }));
    const reply = await unchanged('the request', request, (given) => ask(calculator, given));
    expectJson(reply, { result: 3 });
    const other = await ask(calculator, { method: 'add', params: [1, 2] });
    const before = other.slice();
    await ask(calculator, { method: 'add', params: [20, 20] });
    expectSame(
      'the first reply, after a second call',
      other,
      before,
      'Two replies share their memory: make each anew.',
    );
  });

  test('text in every language', async () => {
    const echo = { echo: (text: string) => text };
    const request = { method: 'echo', params: ['Jürgen, 語'] };
    await likely(CHARACTERS, async () =>
      expectJson(await ask(echo, request), { result: 'Jürgen, 語' }),
    );
  });
});

/** The text of an error reply, which must be one. */
function errorIn(reply: Uint8Array, cause: string): string {
  const message = reply instanceof Uint8Array ? parse(reply) : undefined;
  const { error, ...others } = (message ?? {}) as { error?: { message?: unknown } };
  const text = error?.message;
  const isError = typeof text === 'string' && Object.keys(others).length === 0;
  const more = isError ? Object.keys(error ?? {}).filter((name) => name !== 'message') : [];
  if (isError && more.length === 0) return text;
  const received = isError
    ? `{"error":{"message":…,${more.map((name) => `"${name}":…`).join()}}}`
    : JSON.stringify(message);
  throw withFinding(new Error(`expected {"error":{"message":"…"}}\nreceived ${received}`), {
    cause: isError
      ? 'Of an error only the message goes over the wire. What else it carries, such as its stack, names files of the server and is not for a stranger.'
      : cause,
  });
}

const failing = {
  now: () => {
    throw new Error('no clock');
  },
  later: () => {
    const failure = Promise.reject(new Error('too late'));
    // A skeleton that forgets to await it is told so by its test, not by a stray rejection.
    failure.catch(() => undefined);
    return failure;
  },
  text: () => {
    throw 'just a text';
  },
  number: () => {
    throw 42;
  },
  nothing: () => {
    throw undefined;
  },
  symbol: () => {
    throw Symbol('odd');
  },
  wordless: () => {
    throw new Error('');
  },
  german: () => {
    throw new Error('keine Brötchen, 語');
  },
  big: () => 10n,
  version: 3,
  add: calculator.add,
};

task(5, () => {
  test.each([
    ['a procedure that throws', 'now', 'no clock'],
    ['a procedure that throws later', 'later', 'too late'],
    ['a procedure that throws a text', 'text', 'just a text'],
    ['a procedure that throws a number', 'number', '42'],
    ['a procedure that throws undefined', 'nothing', 'undefined'],
    ['a procedure that throws a symbol', 'symbol', 'Symbol(odd)'],
    ['a procedure that throws an error without words', 'wordless', ''],
  ])('%s', async (_name, method, message) => {
    const cause =
      'The reply to a failed call has the form {"error":{"message":"…"}}. What is thrown need not be an Error, and may have no .message: String(error) makes a text of it.';
    const reply = await ask(failing, { method, params: [] });
    expectSame(
      'the message of the error reply',
      errorIn(reply, cause),
      message,
      'The caller wants to read what the procedure said, and nothing else: error.message of an Error, String(error) of anything else.',
    );
  });

  test('an error in every language', async () => {
    const reply = await ask(failing, { method: 'german', params: [] });
    const error = { message: 'keine Brötchen, 語' };
    expectJson(reply, { error }, [
      { message: oneByteACharacter(JSON.stringify({ error })), cause: CHARACTERS },
    ]);
  });

  test('a procedure that does not exist', async () => {
    errorIn(
      await ask(failing, { method: 'fly', params: [] }),
      'There is no procedure of this name, and the caller is told nothing of it.',
    );
  });

  test.each([['constructor'], ['toString'], ['hasOwnProperty'], ['__proto__']])(
    'nobody may call %s',
    async (method) => {
      errorIn(
        await ask(failing, { method, params: [] }),
        'Every object inherits this from Object, and a stranger has just called it. Only what the implementation itself has may be called: Object.hasOwn(procedures, method).',
      );
    },
  );

  test('a property is not a procedure', async () => {
    errorIn(
      await ask(failing, { method: 'version', params: [] }),
      'version is a number, not a function: typeof tells.',
    );
  });

  test.each([
    ['bytes that are not JSON', encodeUtf8('hello?')],
    ['bytes that are not UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
    ['no bytes at all', new Uint8Array(0)],
    ['the request null', null],
    ['a call without params', { method: 'add' }],
    ['a call whose params are not a list', { method: 'add', params: '12' }],
    ['a call whose method is not a text', { method: ['add'], params: [1, 2] }],
  ])('%s', async (_name, request) => {
    errorIn(
      await ask(failing, request),
      'This is not a call: method has to be a string and params an array. A stranger can send anything, so check before you use it.',
    );
  });

  test('what is refused has not been run', async () => {
    let runs = 0;
    const inherited = { secret: () => runs++ };
    const counting = Object.assign(Object.create(inherited), { count: () => runs++ });
    const cause =
      'The procedure ran, and was refused after that: the work is done, whatever the reply says. Call checkCall before the procedure.';
    for (const [method, params] of [
      ['count', '12'],
      [['count'], []],
      ['secret', []],
    ]) {
      errorIn(
        await ask(counting, { method, params }),
        'This is not a call, or not one that is allowed.',
      );
      expectSame('times that a procedure has run', runs, 0, cause);
    }
  });

  test('a result that JSON cannot write', async () => {
    errorIn(
      await ask(failing, { method: 'big', params: [] }),
      'JSON.stringify throws on a bigint: packing the result belongs into the try as well.',
    );
  });

  test('after all that, the next call is served', async () => {
    const skeleton = createSkeleton(failing);
    await skeleton(json({ method: 'now', params: [] }));
    expectJson(await skeleton(json({ method: 'add', params: [1, 2] })), { result: 3 });
  });

  test('both ends together', async () => {
    const stub = createStub<typeof failing>(createSkeleton(failing));
    expectSame(
      'stub.add(20, 22)',
      await resultOf(await start(() => stub.add(20, 22))),
      42,
      'Stub and skeleton do not understand each other.',
    );
    await expectThrown(
      async () => resultOf(await start(() => stub.later())),
      { name: 'RemoteError', message: 'too late' },
      'An error thrown there was not thrown here.',
    );
  });
});
