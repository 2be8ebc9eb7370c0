import { test } from 'vitest';
import { check, withFinding } from '#course/kit/compare/finding';
import { likely } from '#course/kit/compare/likely';
import { expectSame } from '#course/kit/compare/same';
import { CountedStream, endingOf, openStream, readStream } from '#course/kit/stream';
import { task } from '#course/kit/task';
import { settle, watch } from '#course/kit/watch';
import { ContextValues, contextKey } from '#grpc/context-values';
import { GrpcError } from '#grpc/grpc-error';
import { chain, type Interceptor, mapMessages, NEXT_TWICE, type Next } from '#grpc/interceptor';
import { type GuardOptions, guard } from '#grpc/interceptors/guard';
import { accident, CORRELATION_ID, correlationId, mask } from '#grpc/interceptors/mask';
import { Metadata } from '#grpc/metadata';
import type { ServerCall } from '#grpc/server/server-call';
import { Status, type StatusCode } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { MethodDefinition } from '#protobuf/schema/service-definition';
import { type Handlers, withStranger } from './15-server-interceptors.node.ts';
import { ALL_KINDS, KINDS } from './kinds.ts';

/*
 * What is asked of interceptors needs no network. The last tests of tasks 3 and 4 end at a
 * stranger's: grpc-js calls a server of the stack. That part needs Node: `15-….node.ts`.
 */

type Call = { name: string };
type Layer = Interceptor<Call>;

const CALL: Call = Object.freeze({ name: 'the call' });

/** Writes down when it is gone in and out. */
function noting(name: string, log: string[]): Layer {
  return async (request, call, next) => {
    log.push(`${name} in`);
    const answer = await next(request, call);
    log.push(`${name} out`);
    return answer;
  };
}

const isTwice = (error: unknown) => error instanceof Error && error.message === NEXT_TWICE;

const TWICE_TOO_EARLY =
  'Each interceptor called its next once. What says so belongs to one interceptor in one call: made anew each time it is called, and not shared.';

task(1, () => {
  test('no interceptor at all', async () => {
    const request = {};
    let seen: unknown[] = [];
    const answer = await chain<Call>(Object.freeze([]), async (...args) => {
      seen = args;
      return 'the answer';
    })(request, CALL);
    expectSame('the answer', answer, 'the answer', 'Without interceptors it is innermost itself.');
    check(
      seen[0] === request && seen[1] === CALL,
      'innermost did not get the request and the call',
      'Without interceptors it is innermost itself.',
    );
  });

  test('three, one in the other', async () => {
    const log: string[] = [];
    const names = ['a', 'b', 'c'];
    const run = chain<Call>(
      names.map((name) => noting(name, log)),
      async () => {
        log.push('innermost');
      },
    );
    expectSame(
      'before any call',
      log,
      [],
      'chain only puts together. Nothing runs before a call comes.',
    );
    const { error } = await endingOf(run('a request', CALL));
    if (isTwice(error)) {
      throw withFinding(new Error(`the call failed: ${NEXT_TWICE}`), { cause: TWICE_TOO_EARLY });
    }
    const inward = log.filter((line) => line.endsWith('in')).join(', ');
    const cause =
      inward === 'c in, b in, a in'
        ? 'The first of the list is outermost. Begin to wrap with the last: reduceRight, and not reduce.'
        : 'Each gets a next that goes on to the one behind it, and the last one a next that is innermost.';
    expectSame(
      'the order',
      log,
      ['a in', 'b in', 'c in', 'innermost', 'c out', 'b out', 'a out'],
      cause,
    );
  });

  test('what goes on is what next was given', async () => {
    const other: Call = { name: 'another call' };
    let seen: unknown[] = [];
    const run = chain<Call>(
      [
        async (request, call, next) => `${await next(`${request}, a`, call)}, a`,
        async (request, _call, next) => `${await next(`${request}, b`, other)}, b`,
      ],
      async (...args) => {
        seen = args;
        return 'answer';
      },
    );
    const answer = await run('request', CALL);
    expectSame(
      'what innermost got as the request',
      seen[0],
      'request, a, b',
      'An interceptor may change the request: what it gives to next goes on, and not what it got.',
    );
    check(
      seen[1] === other,
      'innermost did not get the call that b gave to next',
      'next has two arguments, and both go on.',
    );
    expectSame(
      'the answer',
      answer,
      'answer, b, a',
      'What an interceptor returns is the answer for the one further out.',
    );
  });

  test('a short cut', async () => {
    const log: string[] = [];
    const run = chain<Call>(
      [
        noting('a', log),
        async () => {
          log.push('b answers');
          return 'from the cache';
        },
        noting('c', log),
      ],
      async () => {
        log.push('innermost');
        return 'fresh';
      },
    );
    const answer = await run('request', CALL);
    expectSame(
      'what ran',
      log,
      ['a in', 'b answers', 'a out'],
      'b did not call next, so nothing further in may run.',
    );
    expectSame('the answer', answer, 'from the cache', 'What b returns is the answer.');
  });

  test('next twice is an error, and what is further in runs once', async () => {
    for (const how of ['one after the other', 'both at once'] as const) {
      const log: string[] = [];
      const endings: { value?: unknown; error?: unknown }[] = [];
      const run = chain<Call>(
        [
          async (request, call, next) => {
            const first = endingOf(next(request, call));
            if (how === 'one after the other') await first;
            const second = endingOf(next(request, call));
            endings.push(await first, await second);
            return 'done';
          },
          noting('b', log),
        ],
        async () => {
          log.push('innermost');
          return 'an order, taken';
        },
      );
      const { error } = await endingOf(run('request', CALL));
      if (error !== undefined && !isTwice(error)) throw error;
      if (error !== undefined) {
        throw withFinding(new Error(`${how}: the second next threw, where it should reject`), {
          cause:
            'next gives a promise, whatever happens: an async function that throws gives one that is rejected.',
        });
      }
      expectSame(
        `${how}: what ran further in`,
        log,
        ['b in', 'innermost', 'b out'],
        'A handler that runs twice takes the order twice. Let the second next fail before anything further in hears of it.',
      );
      expectSame(
        `${how}: the first next gave`,
        endings[0]?.value,
        'an order, taken',
        'The first next is as good as any; only the second is refused.',
      );
      check(
        isTwice(endings[1]?.error),
        `${how}: the second next: expected to be rejected with new Error(NEXT_TWICE), received ${describe(endings[1])}`,
        'throw new Error(NEXT_TWICE) in an async next.',
      );
    }
  });

  test('next twice is an error, although the first has failed', async () => {
    let ran = 0;
    const endings: { value?: unknown; error?: unknown }[] = [];
    const run = chain<Call>(
      [
        async (request, call, next) => {
          endings.push(await endingOf(next(request, call)));
          endings.push(await endingOf(next(request, call)));
          return 'done';
        },
      ],
      async () => {
        ran++;
        throw new Error('the database is gone');
      },
    );
    await endingOf(run('request', CALL));
    const cause =
      'A handler that failed may have done half of its work. A second next is refused, whatever became of the first.';
    expectSame('how often innermost ran, after it failed', ran, 1, cause);
    check(
      isTwice(endings[1]?.error),
      `the second next, after the first failed: expected to be rejected with new Error(NEXT_TWICE), received ${describe(endings[1])}`,
      cause,
    );
  });

  test('one chain, many calls, some of them at once', async () => {
    const run = chain<Call>(
      [(request, call, next) => next(request, call), (request, call, next) => next(request, call)],
      async (request) => {
        await undefined;
        return `answer to ${request}`;
      },
    );
    const endings = [await endingOf(run(0, CALL))];
    endings.push(...(await Promise.all([1, 2].map((request) => endingOf(run(request, CALL))))));
    for (const [i, { value, error }] of endings.entries()) {
      if (isTwice(error)) {
        throw withFinding(new Error(`call ${i + 1} failed: ${NEXT_TWICE}`), {
          cause:
            'Each of these calls has called next once. The chain is made once and serves every call: what says that next has been called has to be made anew in each.',
        });
      }
      expectSame(
        `call ${i + 1}`,
        value,
        `answer to ${i}`,
        'Calls share the chain and nothing else.',
      );
    }
  });

  test('"again": a client may make its call again', async () => {
    let ran = 0;
    const log: string[] = [];
    const asked: unknown[] = [];
    const run = chain<Call>(
      [
        async (request, call, next) => {
          await endingOf(next(`${request}, once`, call));
          return next(`${request}, again`, call);
        },
        noting('b', log),
        noting('c', log),
      ],
      async (request) => {
        asked.push(request);
        return ++ran;
      },
      'again',
    );
    const { value } = await endingOf(run('request', CALL));
    expectSame(
      'how often innermost ran',
      ran,
      2,
      'With nexts "again", next may be called as often as one likes.',
    );
    expectSame('the answer', value, 2, 'With nexts "again", each next has an answer of its own.');
    expectSame(
      'the requests that came to innermost',
      asked,
      ['request, once', 'request, again'],
      'Each next has a request of its own, and hands it on: what the interceptor gives to next is what comes further in.',
    );
    const once = ['b in', 'c in', 'c out', 'b out'];
    expectSame(
      'what ran in between',
      log,
      [...once, ...once],
      'Each next goes the whole way in, through all that stand further in. What counts them on has to begin anew.',
    );
  });

  test('what is thrown comes out as a rejected promise', async () => {
    const boom = new Error('boom');
    const throwing: Next<Call> = () => {
      throw boom;
    };
    const passing: Layer = (request, call, next) => next(request, call);
    const scenes: [string, Next<Call>][] = [
      ['an interceptor that throws', chain<Call>([throwing as Layer], async () => 0)],
      ['innermost that throws', chain<Call>([passing], throwing)],
    ];
    for (const [what, run] of scenes) {
      let promise: Promise<unknown>;
      try {
        promise = run('request', CALL);
      } catch (error) {
        if (error !== boom) throw error;
        throw withFinding(new Error(`${what}: the error was thrown, and no promise returned`), {
          cause:
            'Whoever calls the chain looks at its promise. An async function turns what is thrown in it into a rejection.',
        });
      }
      const { error } = await endingOf(promise);
      check(
        error === boom,
        `${what}: expected the error itself, received ${describe({ error })}`,
        'An error goes out as it is. Nobody in the chain catches it.',
      );
    }
  });

  test('the list stays as it is', async () => {
    const log: string[] = [];
    const list = Object.freeze([noting('a', log), noting('b', log)]);
    const cause = (error: Error) =>
      error instanceof TypeError
        ? 'The list is frozen: it belongs to the server, and another service may use it too. reverse() and pop() change it; reduceRight does not.'
        : undefined;
    await likely(cause, async () => {
      await chain<Call>(list, async () => 0)('request', CALL);
    });
    expectSame('what ran', log, ['a in', 'b in', 'b out', 'a out'], 'As in the test of three.');
  });
});

/** What came of a call, in a few words that are the same every time. */
function describe(ending: { value?: unknown; error?: unknown } | undefined): string {
  if (ending === undefined) return 'nothing';
  if (!('error' in ending) || ending.error === undefined) {
    return `no error, and ${JSON.stringify(ending.value) ?? 'undefined'}`;
  }
  const { error } = ending;
  if (error instanceof GrpcError) return `GrpcError ${error.message}`;
  return error instanceof Error
    ? `${error.name}: ${error.message}`
    : (JSON.stringify(error) ?? 'undefined');
}

const STAYS_A_STREAM = 'A stream of messages stays a stream: new MappedMessages(…) is one.';
const open = (stream: unknown) => openStream(stream, STAYS_A_STREAM);
const read = (stream: unknown, most?: number) => readStream(stream, STAYS_A_STREAM, most);

const ORDERS = Object.freeze(
  Array.from({ length: 6 }, (_, i) => Object.freeze({ id: String(101 + i) })),
);
const idOf = (message: unknown) => (message as { id: string }).id;

task(2, () => {
  test('one message', async () => {
    const [order] = ORDERS;
    const changed = await mapMessages(order, false, async (message) => `${idOf(message)}!`);
    expectSame(
      'the message',
      changed,
      '101!',
      'Not streaming: it is what each makes of the message.',
    );
  });

  test('one message, here and now', () => {
    const [order] = ORDERS;
    const changed = mapMessages(order, false, (message) => `${idOf(message)}!`);
    expectSame(
      'the message',
      changed instanceof Promise ? 'a promise' : changed,
      '101!',
      'return each(messages). If each gives no promise, there is none: the handler would get it in place of the message.',
    );
    const list = [1, 2];
    const kept = mapMessages(list, false, (message) => message);
    check(
      kept === list,
      'a message that is a list was not given to each as it is',
      'streaming says whether there is a stream. A message may look like one.',
    );
  });

  test('every message of a stream, in order', async () => {
    const source = new CountedStream(ORDERS);
    const { messages, error } = await read(
      mapMessages(source, true, (message) => `${idOf(message)}!`),
    );
    if (error !== undefined) throw error;
    expectSame(
      'the messages',
      messages,
      ORDERS.map(({ id }) => `${id}!`),
      messages.includes('what a generator returns') || messages.includes('undefined!')
        ? 'A result that is done has no message: each is not asked about it.'
        : 'Each message comes out as what each made of it, in the order of the source.',
    );
  });

  test('each may take its time', async () => {
    const stream = mapMessages(new CountedStream(ORDERS), true, async (message) => {
      await undefined;
      return `${idOf(message)}!`;
    });
    const { messages } = await read(stream);
    expectSame(
      'the messages',
      messages.map((message) => (message instanceof Promise ? 'a promise' : message)),
      ORDERS.map(({ id }) => `${id}!`),
      'each may give a promise: await it before the message goes on.',
    );
  });

  test('a message may be anything', async () => {
    const { messages, error } = await read(
      mapMessages(
        new CountedStream([0, '', false, null, undefined, 7]),
        true,
        (message) => message,
      ),
    );
    if (error !== undefined) throw error;
    expectSame(
      'messages of 0, "", false, null, undefined, 7',
      messages.length,
      6,
      'Only done says that a stream is over. A message may be falsy.',
    );
  });

  test('counting changes nothing', async () => {
    let count = 0;
    const { messages } = await read(
      mapMessages(new CountedStream(ORDERS), true, (message) => {
        count++;
        return message;
      }),
    );
    expectSame(
      'counted',
      count,
      ORDERS.length,
      'each is called once for every message, and for nothing else.',
    );
    check(
      messages.every((message, i) => message === ORDERS[i]),
      'the messages are not those that each returned',
      'What each returns goes on as it is, and not a copy.',
    );
  });

  test('nothing is read before it is wanted', async () => {
    const source = new CountedStream(ORDERS);
    let seen = 0;
    const iterator = open(
      mapMessages(source, true, (message) => {
        seen++;
        return message;
      }),
    );
    await settle();
    const EAGER =
      'A message is asked for when the reader asks. Whoever reads ahead holds what the reader does not want yet; a stream without an end fills the memory.';
    expectSame('messages taken from the source before the first is wanted', source.asked, 0, EAGER);
    for (const wanted of [1, 2]) {
      await iterator.next();
      await settle();
      expectSame(`taken, when ${wanted} of 6 are wanted`, source.asked, wanted, EAGER);
      expectSame(`each was called, when ${wanted} of 6 are wanted`, seen, wanted, EAGER);
    }
  });

  test('a reader who leaves is passed on', async () => {
    const source = new CountedStream(ORDERS);
    const iterator = open(mapMessages(source, true, (message) => message));
    await iterator.next();
    const left = await iterator.return?.();
    expectSame(
      'how often the source heard of it',
      source.left,
      1,
      'return() of the iterator calls return() of the source’s: a generator runs its finally then.',
    );
    expectSame(
      'done, in what return() gives',
      left?.done,
      true,
      'return() ends the stream: done is true.',
    );
  });

  test('also while a message is being waited for', async () => {
    const source = new CountedStream([], { waits: true });
    const iterator = open(mapMessages(source, true, (message) => message));
    const waiting = watch(iterator.next());
    await settle();
    if (waiting.state === 'rejected') throw waiting.error;
    const leaving = watch(Promise.resolve(iterator.return?.()));
    await settle();
    expectSame(
      'how often the source heard of it',
      source.left,
      1,
      'The message may never come, so return() must not wait for the next() that is under way. (A generator does: that is why this is a class.)',
    );
    expectSame('return() is', leaving.state, 'resolved', 'return() must not wait for a message.');
  });

  test('also before the first message', async () => {
    const source = new CountedStream(ORDERS);
    const iterator = open(mapMessages(source, true, (message) => message));
    const { error } = await endingOf(Promise.resolve(iterator.return?.()));
    if (error !== undefined && !(error instanceof TypeError)) throw error;
    if (error !== undefined) {
      throw withFinding(new Error(`return() before the first next(): ${describe({ error })}`), {
        cause:
          'Nobody has asked for a message, so there is no iterator yet: make one, and leave it.',
      });
    }
    expectSame(
      'how often the source heard of it',
      source.left,
      1,
      'A source may hold something before its first message, a cursor or a file. Open it and leave it.',
    );
  });

  test('a source that cannot be closed', async () => {
    let heard = false;
    const closing: PromiseLike<IteratorResult<unknown>> = {
      // biome-ignore lint/suspicious/noThenProperty: a promise that knows whether somebody listens
      then(_done, failed) {
        heard = typeof failed === 'function';
        return Promise.reject(new Error('the cursor is stuck')).then(undefined, failed);
      },
    };
    // It ends some time: who reads all of it first is told so above, and must not read for ever.
    let left = 10;
    const source = {
      [Symbol.asyncIterator]: () => ({
        next: async () => ({ value: ORDERS[0], done: left-- <= 0 }),
        return: () => closing as Promise<IteratorResult<unknown>>,
      }),
    };
    const iterator = open(mapMessages(source, true, (message) => message));
    await iterator.next();
    await endingOf(Promise.resolve(iterator.return?.()));
    check(
      heard,
      'return() of the source gave a promise that is rejected, and nobody looked at it',
      'await it, or leave it to closeIterator: Node ends a process for a rejection that nobody handles.',
    );
  });

  test('if each throws, the stream is over', async () => {
    const boom = new Error('boom');
    for (const how of ['throws', 'rejects'] as const) {
      const source = new CountedStream(ORDERS);
      const stream = mapMessages(source, true, (message) => {
        if (idOf(message) !== '103') return message;
        if (how === 'rejects') return Promise.reject(boom);
        throw boom;
      });
      const { messages, error } = await read(stream);
      expectSame(
        `each ${how} at the third: messages before it`,
        messages.length,
        2,
        messages.length > 2
          ? 'It went on behind the third. A stream with a hole in it looks whole to its reader: what each throws is thrown.'
          : 'What came before it has gone on.',
      );
      check(
        error === boom,
        `each ${how}: expected that error, received ${describe({ error })}`,
        'What each throws is thrown to the reader, as it is.',
      );
      expectSame(
        `each ${how}: how often the source was told to stop`,
        source.left,
        1,
        'The reader got an error and asks no more. Nobody but us can tell the source: closeIterator.',
      );
    }
    const stuck = new CountedStream(ORDERS, { leaving: new Error('cannot close') });
    const { error } = await read(
      mapMessages(stuck, true, () => {
        throw boom;
      }),
    );
    check(
      error === boom,
      `each throws, and the source cannot close: expected what each threw, received ${describe({ error })}`,
      'The reader has to hear why the stream ended, and not what went wrong behind it. closeIterator never throws and never rejects.',
    );
  });

  test('what each throws is nothing for failed', async () => {
    const boom = new Error('boom');
    const failed = () => new Error('something went wrong');
    const each = () => {
      throw boom;
    };
    const cause =
      'failed is for what the stream itself throws. What each throws goes out as it is.';
    const { error } = await read(mapMessages(new CountedStream(ORDERS), true, each, failed));
    check(
      error === boom,
      `in a stream: expected what each threw, received ${describe({ error })}`,
      cause,
    );
    const one = await endingOf((async () => mapMessages(ORDERS[0], false, each, failed))());
    check(
      one.error === boom,
      `one message: expected what each threw, received ${describe(one)}`,
      cause,
    );
  });

  test('what the source throws', async () => {
    const torn = new Error('the book is torn');
    const plain = await read(
      mapMessages(new CountedStream(ORDERS, { error: torn }), true, (one) => one),
    );
    check(
      plain.messages.length === ORDERS.length && plain.error === torn,
      `expected 6 messages and the error, received ${plain.messages.length} and ${describe(plain)}`,
      'Without failed, what the source throws goes on as it is.',
    );
    const other = new Error('something went wrong');
    const stream = mapMessages(
      new CountedStream(ORDERS, { error: torn }),
      true,
      (one) => one,
      (error) => (error === torn ? other : error),
    );
    const { error } = await read(stream);
    check(
      error === other,
      `with failed: expected what failed returned, received ${describe({ error })}`,
      'failed says what is thrown in place of the source’s error; this.#pull() asks it.',
    );
  });

  test('a list is a stream too', async () => {
    const { messages, error } = await read(mapMessages(ORDERS, true, (message) => message));
    if (error !== undefined) throw error;
    expectSame('messages', messages.length, ORDERS.length, 'A handler may answer with an array.');
    const iterator = open(mapMessages(ORDERS, true, (message) => message));
    await iterator.next();
    const ending = await endingOf(Promise.resolve(iterator.return?.()));
    check(
      ending.error === undefined,
      `leaving a list: ${describe(ending)}`,
      'An array’s iterator has no return(): call it only if it is there.',
    );
  });
});

const { getOrder, searchOrders } = OrderManagementDefinition.methods;

/** A call as an interceptor sees it, without a wire. */
function callOf(method: MethodDefinition, headers: Record<string, string> = {}) {
  const trailers = new Metadata();
  const call = {
    method,
    metadata: new Metadata(headers),
    context: new ContextValues(),
    responseTrailers: trailers,
    responseHeaders: new Metadata(),
    cancelled: false,
  };
  return call as typeof call & ServerCall;
}

/** What is further in: writes down what it gets. */
function further(answer: unknown = 'the answer') {
  const got: { request: unknown; call: ServerCall }[] = [];
  const next: Next<ServerCall> = async (request, call) => {
    got.push({ request, call });
    return answer;
  };
  return { got, next };
}

const user = contextKey<number | string>('user');
const USERS = new Map<string, number | string>([
  ['key-ada', 'ada'],
  ['key-zero', 0],
]);
const asking = (more: Partial<GuardOptions<number | string>> = {}): GuardOptions<number | string> =>
  Object.freeze({
    identify: (call: ServerCall) => USERS.get(call.metadata.get('x-key') ?? ''),
    caller: user,
    ...more,
  });
const ada = { 'x-key': 'key-ada' };

async function expectRefused(
  what: string,
  promise: Promise<unknown>,
  code: StatusCode,
  { got }: { got: unknown[] },
  cause: string,
): Promise<void> {
  const ending = await endingOf(promise);
  expectSame(`${what}: how often next was called`, got.length, 0, cause);
  const received = (ending.error as GrpcError | undefined)?.code;
  expectSame(`${what}: the code`, received, code, WRONG_CODE);
}

const WRONG_CODE =
  'UNAUTHENTICATED (16) says: who are you? PERMISSION_DENIED (7) says: I know you, and no. Both are thrown, as a GrpcError.';

task(3, () => {
  test.each(ALL_KINDS)('%s: nobody without a key', async (kind) => {
    const inside = further();
    const requests = new CountedStream([]);
    const call = callOf(KINDS[kind]);
    await expectRefused(
      'without a key',
      guard(asking())(requests, call, inside.next),
      Status.UNAUTHENTICATED,
      inside,
      kind === 'unary'
        ? 'identify gave undefined: nobody knows who calls. next must not be called.'
        : 'This call is not unary, and it came in. The guard of the article lets it in as well.',
    );
    expectSame(
      'the requests were opened',
      requests.opened,
      0,
      'A guard looks at the metadata. The requests are the handler’s, and can be read once.',
    );
  });

  test.each(ALL_KINDS)('%s: who has a key comes in', async (kind) => {
    const answer = new CountedStream(ORDERS);
    const inside = further(answer);
    const requests = new CountedStream(ORDERS);
    const call = callOf(KINDS[kind], ada);
    const { value, error } = await endingOf(guard(asking())(requests, call, inside.next));
    if (error instanceof GrpcError) {
      throw withFinding(
        new Error(`with a key: expected to come in, received ${describe({ error })}`),
        {
          cause:
            error.code === Status.PERMISSION_DENIED
              ? 'There is no mayCall in these options: then whoever is known may call everything.'
              : 'identify knows who this is.',
        },
      );
    }
    if (error !== undefined) throw error;
    expectSame(
      'how often next was called',
      inside.got.length,
      1,
      'Known, and nothing forbids it: next(request, call).',
    );
    check(
      inside.got[0]?.request === requests && inside.got[0]?.call === call,
      'next did not get the request and the call as they came',
      'A guard changes nothing: next(request, call).',
    );
    check(value === answer, 'the answer is not the one of next', 'return next(request, call)');
    expectSame('requests taken', requests.opened + answer.opened, 0, 'A guard reads no messages.');
  });

  test('who it is stands in the context, before anything further in runs', async () => {
    let seen: unknown = 'nothing';
    await guard(asking())({}, callOf(getOrder as never, ada), async (_request, call) => {
      seen = call.context.get(user);
      return 'the answer';
    });
    expectSame(
      'call.context.get(caller) in the handler',
      seen,
      'ada',
      'call.context.set(caller, who), before next.',
    );
  });

  test('user number 0 is somebody', async () => {
    const inside = further();
    const call = callOf(getOrder as never, { 'x-key': 'key-zero' });
    const { error } = await endingOf(guard(asking())({}, call, inside.next));
    check(
      error === undefined && inside.got.length === 1,
      `a caller who is 0: expected to come in, received ${describe({ error })}`,
      '0 is falsy, and so is an empty name. Only undefined means nobody.',
    );
  });

  test('identify may take its time', async () => {
    for (const [who, code] of [
      [undefined, Status.UNAUTHENTICATED],
      ['ada', undefined],
    ] as const) {
      let answer: (who: string | undefined) => void = () => {};
      let asked = 0;
      const identify = () =>
        new Promise<string | undefined>((resolve) => {
          asked++;
          answer = resolve;
        });
      const inside = further();
      const running = guard(asking({ identify }))({}, callOf(getOrder as never), inside.next);
      const watched = watch(running);
      await settle();
      expectSame(
        'next was called before identify had answered',
        inside.got.length,
        0,
        'identify may give a promise, and a promise is never undefined: await it.',
      );
      answer(who);
      await settle();
      if (watched.state === 'pending') {
        throw withFinding(new Error('identify has answered, and nothing happened'), {
          cause: asked > 1 ? 'identify was asked more than once: keep what it answers.' : undefined,
        });
      }
      if (code === undefined) {
        expectSame('how often next was called', inside.got.length, 1, 'identify has found ada.');
      } else
        await expectRefused(
          'identify answers undefined',
          running,
          code,
          inside,
          'await identify(call)',
        );
    }
  });

  test('known, and not allowed', async () => {
    const asked: unknown[][] = [];
    const mayCall = (...args: unknown[]) => {
      asked.push(args);
      return false;
    };
    const inside = further();
    const call = callOf(getOrder as never, ada);
    await expectRefused(
      'mayCall says no',
      guard(asking({ mayCall }))({}, call, inside.next),
      Status.PERMISSION_DENIED,
      inside,
      'mayCall said false, and the call came in.',
    );
    expectSame(
      'mayCall was asked',
      asked,
      [['ada', getOrder.path]],
      'mayCall(who, call.method.path), once.',
    );
  });

  test('mayCall may take its time, too', async () => {
    for (const allowed of [false, true]) {
      const inside = further();
      const options = asking({ mayCall: async () => allowed });
      const running = guard(options)({}, callOf(searchOrders as never, ada), inside.next);
      if (allowed) {
        await running;
        expectSame('how often next was called', inside.got.length, 1, 'mayCall has said yes.');
      } else {
        await expectRefused(
          'mayCall promises no',
          running,
          Status.PERMISSION_DENIED,
          inside,
          'A promise is always true, whatever it promises: await mayCall(…).',
        );
      }
    }
  });

  test('first who, then whether', async () => {
    let asked = 0;
    const mayCall = () => {
      asked++;
      return false;
    };
    const inside = further();
    const running = guard(asking({ mayCall }))({}, callOf(getOrder as never), inside.next);
    await expectRefused(
      'nobody known',
      running,
      Status.UNAUTHENTICATED,
      inside,
      'Nobody is known.',
    );
    expectSame('mayCall was asked', asked, 0, 'There is nobody to ask mayCall about.');
  });

  test('what is true of one call is not true of the next', async () => {
    const mayCall = (_who: unknown, path: string) => path === getOrder.path;
    const guarded = guard(asking({ mayCall }));
    const call = (path: MethodDefinition, headers = {}) => {
      const inside = further();
      const running = guarded({}, callOf(path, headers), inside.next);
      return { running, inside };
    };
    await call(getOrder as never, ada).running;
    const stranger = call(getOrder as never);
    await expectRefused(
      'ada has called it, and now nobody does',
      stranger.running,
      Status.UNAUTHENTICATED,
      stranger.inside,
      'Who calls is asked at each call. Who called before says nothing about it.',
    );
    const other = call(searchOrders as never, ada);
    await expectRefused(
      'ada may call GetOrder, and calls SearchOrders',
      other.running,
      Status.PERMISSION_DENIED,
      other.inside,
      'What somebody may do is asked at each call, with its path. One method says nothing about another.',
    );
  });

  test('two callers at once', async () => {
    const mayCall = async () => {
      await settle();
      return true;
    };
    const guarded = guard(asking({ mayCall }));
    const seen = await Promise.all(
      ['key-ada', 'key-zero'].map(async (key) => {
        let caller: unknown;
        const call = callOf(getOrder as never, { 'x-key': key });
        await guarded({}, call, async (_request, { context }) => {
          caller = context.get(user);
        });
        return caller ?? null;
      }),
    );
    expectSame(
      'who it was, in each of the two calls',
      seen,
      ['ada', 0],
      'While the guard waits for an answer, another call comes. What belongs to one call is a const in its function, and never stands outside of it.',
    );
  });

  test('a guard that cannot ask lets nobody in', async () => {
    const down = new Error('the user database is down');
    const busy = new GrpcError(Status.UNAVAILABLE, 'try again');
    const throwing = (error: Error) => () => {
      throw error;
    };
    const scenes: [string, Partial<GuardOptions<number | string>>, Error][] = [
      ['identify throws', { identify: throwing(down) }, down],
      ['identify rejects', { identify: async () => throwing(down)() }, down],
      ['identify throws a status', { identify: throwing(busy) }, busy],
      ['mayCall throws', { mayCall: throwing(down) }, down],
      ['mayCall rejects', { mayCall: async () => throwing(down)() }, down],
    ];
    for (const [what, options, thrown] of scenes) {
      const inside = further();
      const ending = await endingOf(
        guard(asking(options))({}, callOf(getOrder as never, ada), inside.next),
      );
      expectSame(
        `${what}: how often next was called`,
        inside.got.length,
        0,
        'When in doubt, the door stays shut.',
      );
      check(
        ending.error === thrown,
        `${what}: expected that error, received ${describe(ending)}`,
        'What goes wrong here is not the caller’s fault: "who are you?" would send them off to look for a new key. Let it go out as it is.',
      );
    }
  });

  test('what is open is open to the letter', async () => {
    let asked = 0;
    const options = asking({
      open: Object.freeze([getOrder.path]),
      identify: () => {
        asked++;
        return undefined;
      },
    });
    const inside = further();
    const call = callOf(getOrder as never);
    const { value } = await endingOf(guard(options)('request', call, inside.next));
    expectSame(
      'an open path: next was called',
      inside.got.length,
      1,
      'A path in open is for anybody.',
    );
    check(
      inside.got[0]?.request === 'request' && inside.got[0]?.call === call,
      'an open path: next did not get the request and the call as they came',
      'What is open goes on as anything else does: next(request, call).',
    );
    expectSame('the answer', value, 'the answer', 'return next(request, call)');
    expectSame(
      'identify was asked about an open path',
      asked,
      0,
      'A health check comes every second, from nobody. Do not look it up.',
    );
    for (const path of [
      `${getOrder.path}History`,
      getOrder.path.toLowerCase(),
      getOrder.path.slice(0, -1),
      searchOrders.path,
    ]) {
      const shut = further();
      await expectRefused(
        `${getOrder.path} is open, ${path}`,
        guard(options)({}, callOf({ ...getOrder, path } as never), shut.next),
        Status.UNAUTHENTICATED,
        shut,
        'Only the path itself is open. Another that begins like it, or is written in other letters, is another method.',
      );
    }
  });

  test('grpc-js calls, in all four kinds', async () => {
    let ran = 0;
    const guarded = guard<number | string>(asking());
    await withStranger(
      [guarded],
      countingHandlers(() => ran++),
      async (call) => {
        for (const kind of ALL_KINDS) {
          const refused = await call(kind);
          expectSame(
            `${kind}, without a key: the code`,
            refused.code,
            Status.UNAUTHENTICATED,
            WRONG_CODE,
          );
          expectSame(`${kind}, without a key: the handler ran`, ran, 0, 'Nobody came in.');
        }
        for (const kind of ALL_KINDS) {
          const { code } = await call(kind, ada);
          expectSame(`${kind}, with a key: the code`, code, Status.OK, 'Who has a key comes in.');
        }
        expectSame(
          'with a key, the handlers ran',
          ran,
          4,
          'Each of the four calls has its handler.',
        );
      },
    );
  });
});

function countingHandlers(ran: () => void): Handlers {
  const once = <T>(answer: T): T => {
    ran();
    return answer;
  };
  return {
    getOrder: () => once({} as never),
    searchOrders: () => once([{} as never, {} as never]),
    updateOrders: () => once({ value: 'updated' }),
    processOrders: () => once([{} as never]),
  };
}

const SECRET = 'cannot reach postgres://admin:hunter2@10.0.0.7/orders';
const LEAK =
  'What an exception says is for those who run the server. Its caller gets accident(id), and nothing of it.';

interface Reported {
  error: unknown;
  id: string;
  call: ServerCall;
}

/** A mask, and what it reports; its ids are id-1, id-2, … */
function masking(more: { report?: () => unknown } = {}) {
  const reported: Reported[] = [];
  let ids = 0;
  const interceptor = mask(
    Object.freeze({
      report: (error: unknown, id: string, call: ServerCall) => {
        reported.push({ error, id, call });
        return more.report?.();
      },
      newId: () => `id-${++ids}`,
    }),
  );
  return { interceptor, reported, made: () => ids };
}

function expectAccident(what: string, error: unknown, id: string, cause = LEAK): void {
  const expected = accident(id);
  const text = error instanceof GrpcError ? `${error.code} ${error.details}` : describe({ error });
  const wanted = `${expected.code} ${expected.details}`;
  if (text === wanted) return;
  const isOther =
    error instanceof GrpcError &&
    error.code === expected.code &&
    error.details.replace(/id-\d+$/, id) === expected.details;
  throw withFinding(new Error(`${what}: expected ${wanted}, received ${text}`), {
    cause: isOther
      ? 'Each call has an id of its own, made when the call comes, and the same one everywhere.'
      : error === undefined
        ? 'The call has to fail: accident(id) is thrown, and not returned.'
        : cause,
  });
}

task(4, () => {
  test.each(ALL_KINDS)('%s: all is well, and the answer has an id', async (kind) => {
    const { interceptor, reported, made } = masking();
    const { responseStream } = KINDS[kind];
    const answer = responseStream ? new CountedStream(ORDERS) : ORDERS[0];
    const inside = further(answer);
    const requests = new CountedStream(ORDERS);
    const call = callOf(KINDS[kind]);
    const value = await interceptor(requests, call, inside.next);
    if (responseStream) {
      const { messages } = await read(value);
      check(
        messages.length === ORDERS.length && messages.every((one, i) => one === ORDERS[i]),
        `expected the six messages of the answer, received ${messages.length}`,
        'A mask changes no message.',
      );
    } else
      check(value === answer, 'the answer is not the one of next', 'A mask changes no answer.');
    check(
      inside.got[0]?.request === requests && requests.opened === 0,
      'the requests were touched',
      'A mask is about answers. next(request, call)',
    );
    expectSame('ids made', made(), 1, 'One id for one call.');
    const trailer = call.responseTrailers.get(CORRELATION_ID);
    expectSame(
      `the trailer ${CORRELATION_ID}`,
      trailer,
      'id-1',
      'call.responseTrailers.set(CORRELATION_ID, id), for every call: one that went well may still be asked about.',
    );
    expectSame('reported', reported.length, 0, 'Nothing has happened.');
  });

  test('the id is there before anything further in runs', async () => {
    const { interceptor } = masking();
    let seen: unknown[] = [];
    await interceptor({}, callOf(getOrder as never), async (_request, call) => {
      seen = [call.context.get(correlationId), call.responseTrailers.get(CORRELATION_ID) ?? null];
      return {};
    });
    expectSame(
      'in the context and in the trailers, as the handler sees them',
      seen,
      ['id-1', 'id-1'],
      'Handlers log as well: call.context.set(correlationId, id), before next. And what fails at once needs its trailer, too.',
    );
  });

  test('an id that the caller brought', async () => {
    for (const [sent, expected] of [
      ['web-4711', 'web-4711'],
      ['Web.4711_B', 'Web.4711_B'],
      ['two words', 'id-1'],
      ['x'.repeat(65), 'id-1'],
    ]) {
      const { interceptor, made } = masking();
      const call = callOf(getOrder as never, { [CORRELATION_ID]: sent! });
      await interceptor({}, call, async () => ({}));
      expectSame(
        `the caller sent ${JSON.stringify(sent!.slice(0, 12))}: the id`,
        call.responseTrailers.get(CORRELATION_ID),
        expected,
        'idOf(call, newId) takes the caller’s id if it is sound, so that one id goes through all servers; otherwise a new one.',
      );
      expectSame(
        `the caller sent ${JSON.stringify(sent!.slice(0, 12))}: ids made`,
        made(),
        sent === expected ? 0 : 1,
        'A new id is made only if the caller brought none that is sound: idOf calls newId then.',
      );
    }
  });

  test.each(['unary', 'client streaming'] as const)('%s: a handler throws', async (kind) => {
    const { interceptor, reported } = masking();
    const error = new Error(SECRET);
    const call = callOf(KINDS[kind]);
    const ending = await endingOf(
      interceptor({}, call, async () => {
        throw error;
      }),
    );
    expectAccident('what the caller gets', ending.error, 'id-1');
    check(
      (ending.error as Error).cause === undefined &&
        (ending.error as GrpcError).metadata.size === 0,
      'accident(id) came with more than it has',
      LEAK,
    );
    expectSame(
      'reports',
      reported.length,
      1,
      'Somebody here has to hear of it, once: report(error, id, call).',
    );
    check(
      reported[0]?.error === error && reported[0]?.id === 'id-1' && reported[0]?.call === call,
      'report did not get the error, the id and the call',
      'report(error, id, call): the error itself, and the id that its caller got.',
    );
  });

  test.each(['server streaming', 'bidi streaming'] as const)(
    '%s: a stream fails after its first messages',
    async (kind) => {
      const { interceptor, reported } = masking();
      const error = new Error(SECRET);
      const answer = new CountedStream(ORDERS.slice(0, 2), { error });
      const ending = await endingOf(interceptor({}, callOf(KINDS[kind]), further(answer).next));
      if (ending.error !== undefined) {
        throw withFinding(new Error(`the call failed as a whole: ${describe(ending)}`), {
          cause:
            'Two messages came before the error, and are an answer. Who collects them first, to see whether it fails, throws them away.',
        });
      }
      const { messages, error: received } = await read(ending.value);
      expectSame(
        'messages before the error',
        messages.length,
        2,
        'What came before it is an answer.',
      );
      if (received === error) {
        throw withFinding(new Error(`what the caller gets: ${describe({ error: received })}`), {
          cause:
            'next has long since resolved: with a stream. What the stream throws comes later, and goes by your catch. mapMessages(answer, true, (message) => message, failed) is where it comes by.',
        });
      }
      expectAccident('what the caller gets', received, 'id-1');
      expectSame(
        'reports',
        reported.map(({ id }) => id),
        ['id-1'],
        'report(error, id, call), once.',
      );
    },
  );

  test('a stream is not collected', async () => {
    const { interceptor } = masking();
    const answer = new CountedStream(ORDERS.slice(0, 1), { waits: true });
    const running = watch(interceptor({}, callOf(searchOrders as never), further(answer).next));
    await settle();
    check(
      running.state === 'resolved',
      'the stream has a message, and the reader gets none',
      'A stream may never end. Who collects it to see whether it fails waits for ever: let each message go on.',
    );
    const iterator = open(running.value);
    const first = await iterator.next();
    check(
      first.value === ORDERS[0],
      'the first message is not the first',
      'A mask changes no message.',
    );
    watch(iterator.next());
    await settle();
    watch(Promise.resolve(iterator.return?.()));
    await settle();
    expectSame(
      'the source heard that the reader left',
      answer.left,
      1,
      'A reader may leave while a message is being waited for, and the source must hear of it. mapMessages passes it on; a generator waits for the message first.',
    );
  });

  test('a status was chosen, and goes out as it is', async () => {
    const chosen = new GrpcError(
      Status.NOT_FOUND,
      'there is no order 999',
      new Metadata({ 'x-hint': '101' }),
    );
    const cause =
      'isStatus(error): somebody has thrown a GrpcError on purpose. It goes out as it is, and is not an accident.';
    const { interceptor, reported } = masking();
    const unary = await endingOf(
      interceptor({}, callOf(getOrder as never), async () => {
        throw chosen;
      }),
    );
    check(
      unary.error === chosen,
      `expected NOT_FOUND as it is, received ${describe(unary)}`,
      cause,
    );
    const answer = new CountedStream([], { error: chosen });
    const stream = await interceptor({}, callOf(searchOrders as never), further(answer).next);
    const { error } = await read(stream);
    check(
      error === chosen,
      `in a stream: expected NOT_FOUND as it is, received ${describe({ error })}`,
      cause,
    );
    expectSame('reports', reported.length, 0, cause);
  });

  test('what only looks like a status is not a status', async () => {
    const scenes: [string, unknown][] = [
      ['a database’s error with a number', Object.assign(new Error(SECRET), { code: 11_000 })],
      [
        'an error with code 5 that is not a GrpcError',
        Object.assign(new Error(SECRET), { code: 5, details: SECRET }),
      ],
      ['a GrpcError with OK', new GrpcError(Status.OK, SECRET)],
      ['a text', SECRET],
      ['undefined', undefined],
    ];
    for (const [what, thrown] of scenes) {
      const { interceptor, reported } = masking();
      const ending = await watchedEnding(
        interceptor({}, callOf(getOrder as never), () => Promise.reject(thrown)),
      );
      check(ending.failed, `${what} was thrown, and the call went well`, LEAK);
      expectAccident(
        `${what} was thrown`,
        ending.error,
        'id-1',
        'isStatus(error) tells what somebody has chosen: a GrpcError that is not OK. A number as its code is not enough, and neither is the class.',
      );
      expectSame(`${what}: reports`, reported.length, 1, 'An accident, whatever it was.');
    }
  });

  test('once nobody waits, it is only an echo', async () => {
    const cause =
      'call.cancelled: the caller has left, and the handler was told so by an exception. A log that is full of those hides the others.';
    const { interceptor, reported } = masking();
    const call = callOf(getOrder as never);
    await endingOf(
      interceptor({}, call, async () => {
        call.cancelled = true;
        throw new Error('aborted');
      }),
    );
    expectSame('reports, after the caller has left', reported.length, 0, cause);
    const streaming = callOf(searchOrders as never);
    const answer = new CountedStream([{}], { error: new Error('aborted') });
    const iterator = open(await interceptor({}, streaming, further(answer).next));
    await iterator.next();
    streaming.cancelled = true;
    await endingOf(iterator.next());
    expectSame('reports, after the reader of a stream has left', reported.length, 0, cause);
  });

  test('a report that fails', async () => {
    const boom = new Error('the disk is full');
    const rejection = new Rejection(boom);
    const ways: (() => unknown)[] = [
      () => {
        throw boom;
      },
      () => rejection,
    ];
    for (const report of ways) {
      const { interceptor } = masking({ report });
      const ending = await endingOf(
        interceptor({}, callOf(getOrder as never), async () => {
          throw new Error(SECRET);
        }),
      );
      if (ending.error === boom) {
        throw withFinding(new Error(`the caller gets what report threw: ${boom.message}`), {
          cause:
            'report is somebody else’s code, and may throw or reject. runCallback(…) deals with both.',
        });
      }
      expectAccident('report fails', ending.error, 'id-1');
    }
    await settle();
    check(
      rejection.isHeard,
      'report gave a promise that was rejected, and nobody listened',
      'Node ends a process for that. try and catch do not see it: runCallback(…) does.',
    );
    const slow = masking({ report: () => new Promise(() => {}) });
    const waiting = watch(
      slow.interceptor({}, callOf(getOrder as never), async () => {
        throw new Error(SECRET);
      }),
    );
    await settle();
    expectSame(
      'while report takes its time, the call is',
      waiting.state,
      'rejected',
      'Its caller does not wait for our log. runCallback(…) waits for nobody.',
    );
  });

  test('two calls at once have two ids', async () => {
    const { interceptor, reported } = masking();
    const error = new Error(SECRET);
    const streams = await Promise.all(
      [1, 2].map(() =>
        interceptor(
          {},
          callOf(searchOrders as never),
          further(new CountedStream([{}], { error })).next,
        ),
      ),
    );
    for (const [i, stream] of streams.entries()) {
      const { error: received } = await read(stream);
      expectAccident(`call ${i + 1}`, received, `id-${i + 1}`);
    }
    expectSame(
      'the ids in the reports',
      reported.map(({ id }) => id),
      ['id-1', 'id-2'],
      'Each call has an id of its own.',
    );
  });

  test('without newId each call gets an id all the same', async () => {
    const interceptor = mask({ report: () => {} });
    const ids: unknown[] = [];
    for (let i = 0; i < 2; i++) {
      const call = callOf(getOrder as never);
      const { error } = await endingOf(interceptor({}, call, async () => ({})));
      const id = call.responseTrailers.get(CORRELATION_ID);
      check(
        error === undefined && typeof id === 'string' && id !== '' && id !== 'undefined',
        `the trailer ${CORRELATION_ID}: expected an id, received ${error === undefined ? JSON.stringify(id) : describe({ error })}`,
        'newId may be missing: then crypto.randomUUID() makes the id.',
      );
      ids.push(id);
    }
    check(
      ids[0] !== ids[1],
      'two calls got the same id',
      'Each call has an id of its own: make it when the call comes, and not in mask().',
    );
  });

  test('grpc-js calls, in all four kinds', async () => {
    const { interceptor, reported } = masking();
    await withStranger([interceptor], throwingHandlers(), async (call) => {
      for (const [i, kind] of ALL_KINDS.entries()) {
        const { code, details, id, messages } = await call(kind);
        const expected = accident(`id-${i + 1}`);
        expectSame(`${kind}: the code`, code, expected.code, LEAK);
        expectSame(`${kind}: grpc-message`, details, expected.details, LEAK);
        expectSame(
          `${kind}: the trailer`,
          id,
          `id-${i + 1}`,
          'call.responseTrailers goes out with the status.',
        );
        const streams = KINDS[kind].responseStream ? 1 : 0;
        expectSame(
          `${kind}: messages before it`,
          messages,
          streams,
          'What came before it is an answer.',
        );
      }
    });
    expectSame('reports', reported.length, 4, 'One for each call.');
  });
});

/** A rejected promise that knows whether anybody listens to it. Nobody has to, for Node. */
class Rejection extends Promise<never> {
  isHeard = false;

  constructor(error: unknown) {
    super((_resolve, reject) => reject(error));
    super.then(undefined, () => {});
  }

  /** What `then`, `catch` and `finally` make is a plain promise. */
  static override get [Symbol.species]() {
    return Promise;
  }

  /** `await` asks it too: the promise is not one of its own kind. */
  // biome-ignore lint/suspicious/noThenProperty: a promise has one, and this one writes down its use
  override then<Done = never, Failed = never>(
    done?: ((value: never) => Done | PromiseLike<Done>) | null,
    failed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Done | Failed> {
    if (failed) this.isHeard = true;
    return super.then(done, failed);
  }
}

/** As `endingOf`, for what may be thrown as undefined. */
async function watchedEnding(
  promise: Promise<unknown>,
): Promise<{ failed: boolean; error?: unknown }> {
  try {
    await promise;
    return { failed: false };
  } catch (error) {
    return { failed: true, error };
  }
}

function throwingHandlers(): Handlers {
  const fail = (): never => {
    throw new Error(SECRET);
  };
  async function* oneAndFail() {
    yield {} as never;
    fail();
  }
  return {
    getOrder: fail,
    searchOrders: oneAndFail,
    updateOrders: async () => fail(),
    processOrders: oneAndFail,
  };
}
