import { getEventListeners } from 'node:events';
import * as grpc from '@grpc/grpc-js';
import { afterEach, test, vi } from 'vitest';
import { check, withFinding } from '#course/kit/compare/finding';
import { throwGap } from '#course/kit/compare/gap';
import { likely } from '#course/kit/compare/likely';
import { expectSame } from '#course/kit/compare/same';
import { nameOf } from '#course/kit/compare/show';
import { task } from '#course/kit/task';
import { settle, watch } from '#course/kit/watch';
import { asPromise, CallError, type CallOptions, DEFAULT_TIMEOUT_MS } from '#hello/call';
import { ACCIDENT, handle, type Procedure } from '#hello/handler';
import { DEFAULT_GRACE_MS, listen, stop } from '#hello/serve';
import type { HelloReply, HelloRequest } from '#protobuf/generated/hello';
import { FakeClock } from '#time/fake-clock';
import {
  type Call,
  closeAll,
  connect,
  createServer,
  type Done,
  greeter,
  type Held,
  holding,
  withStrayErrors,
} from './10-hello-grpc.node.ts';

/**
 * This suite needs Node: what it judges stands on grpc-js, and the other end is grpc-js for real,
 * on a free port. There is no piece in src/ that does the same job: the stack of the course has
 * promises of its own. So the subjects are the exercise and the solution.
 */
afterEach(closeAll);

const reply = (message: string): HelloReply => ({ message });

/** How a promise ended, as the learner would say it. */
type Ending = { reply: unknown } | { error: unknown };

function endingOf(promise: Promise<unknown>): Promise<Ending> {
  return promise.then(
    (value) => ({ reply: value }),
    (error) => {
      throwGap(error);
      return { error };
    },
  );
}

/** Calls `asPromise`, which has to return a promise whatever happens. */
function callWith(
  start: (options: grpc.CallOptions, done: Done) => grpc.ClientUnaryCall,
  options?: CallOptions,
) {
  let promise: unknown;
  try {
    promise = asPromise<HelloReply>(start, options);
  } catch (error) {
    throwGap(error);
    throw withFinding(new Error(`asPromise threw: ${error}`), {
      cause:
        'What goes wrong has to come out of the promise. Who throws inside of new Promise(…) rejects it.',
    });
  }
  if (typeof (promise as Promise<unknown> | undefined)?.then !== 'function') {
    throw withFinding(new Error('asPromise returned no promise'), {
      cause: 'return new Promise(…), and settle it in the function that grpc-js calls.',
    });
  }
  return endingOf(promise as Promise<HelloReply>);
}

const DETAILS =
  'error.details is what the server said. error.message has the code in front: 5 NOT_FOUND: …';

/** Checks that something is a `CallError` with this code and text. */
function expectCallError(
  ending: Ending,
  code: grpc.status,
  details?: string,
  cause = DETAILS,
): CallError {
  if ('reply' in ending) {
    throw withFinding(
      new Error(
        `expected an error (${grpc.status[code]}), received ${JSON.stringify(ending.reply) ?? 'undefined'}`,
      ),
      {
        cause:
          'The function that grpc-js calls gets an error first. Where it is not null the call has failed: reject.',
      },
    );
  }
  const { error } = ending;
  if (!(error instanceof CallError)) {
    throw withFinding(
      new Error(`expected a CallError (${grpc.status[code]}), received ${nameOf(error)}`),
      {
        cause:
          'Who catches it wants to ask `instanceof CallError`, and for its code: new CallError(code, details, metadata, { cause }).',
      },
    );
  }
  expectSame(
    'the code of the error',
    nameOfCode(error.code),
    nameOfCode(code),
    'The code says what has happened; programs decide by it.',
  );
  if (details !== undefined) {
    expectSame('the details of the error', error.details, details, cause);
  }
  return error;
}

const nameOfCode = (code: unknown) => grpc.status[code as number] ?? String(code);

task(1, () => {
  test('the response comes out of the promise', async () => {
    const { start } = await greeter((call, answer) =>
      answer(null, reply(`Hello ${call.request.name}`)),
    );
    let begun = 0;
    const ending = await callWith((options, done) => {
      begun++;
      return start('world', options, done);
    });
    expectSame(
      'how the call ended',
      ending,
      { reply: { message: 'Hello world' } },
      'resolve(response): the second argument of the function that you gave to start.',
    );
    expectSame('calls begun', begun, 1, 'start begins the call: once.');
  });

  test('two calls at once, each with its own response', async () => {
    const { start } = await greeter((call, answer) => answer(null, reply(call.request.name)));
    const names = ['tea', 'toast'];
    const endings = await Promise.all(
      names.map((name) => callWith((options, done) => start(name, options, done))),
    );
    expectSame(
      'the responses',
      endings,
      names.map((message) => ({ reply: { message } })),
      'Each call has its own promise.',
    );
  });

  test('what the server refuses rejects, with its code', async () => {
    const metadata = new grpc.Metadata();
    metadata.set('x-try', 'tomorrow');
    const { start } = await greeter((_call, answer) =>
      answer({ code: grpc.status.NOT_FOUND, details: 'nobody of that name', metadata }),
    );
    const ending = await callWith((options, done) => start('nobody', options, done));
    const error = expectCallError(ending, grpc.status.NOT_FOUND, 'nobody of that name');
    expectSame(
      "metadata 'x-try' of the error",
      error.metadata?.get('x-try'),
      ['tomorrow'],
      'The trailers come with the error, as error.metadata; CallError takes them as its third argument.',
    );
    if (!(error.cause instanceof Error) || error.cause === error) {
      throw withFinding(
        new Error(
          `the cause of the error: expected grpc-js's error, received ${nameOf(error.cause)}`,
        ),
        {
          cause:
            'The fourth argument of CallError: { cause: error }. Whoever reads the log wants to see where it came from.',
        },
      );
    }
  });

  test('a response that is falsy', async () => {
    const ending = callWith((_options, done) => {
      queueMicrotask(() => done(null, '' as unknown as HelloReply));
      return { cancel() {} } as grpc.ClientUnaryCall;
    });
    expectSame(
      'how the call ended, with an empty text for its response',
      await Promise.race([ending, aFewTurns().then(() => 'not at all')]),
      { reply: '' },
      'What a response is, the service decides: it may be falsy. Without an error the call went well, whatever it brought.',
    );
  });

  test('a call that cannot even begin rejects too', async () => {
    const { client, start } = await greeter((_call, answer) => answer(null, reply('')));
    client.close();
    const ending = await callWith((options, done) => start('world', options, done));
    expectSame(
      'it failed',
      'error' in ending,
      true,
      'The client is closed: nobody can have answered.',
    );
  });
});

/** Never ends by itself; only its options are of interest. */
function optionsOf(options?: CallOptions): { given: grpc.CallOptions; from: number; to: number } {
  let given: grpc.CallOptions | undefined;
  const from = Date.now();
  const promise = asPromise<HelloReply>((callOptions) => {
    given = callOptions;
    return { cancel() {} } as grpc.ClientUnaryCall;
  }, options);
  promise.catch(() => {});
  if (given !== undefined) return { given, from, to: Date.now() };
  // A gap that it ran into comes out of the promise.
  throw Object.assign(new Error('start was not called'), { promise });
}

async function expectDeadline(options: CallOptions | undefined, timeoutMs: number, cause: string) {
  let seen: ReturnType<typeof optionsOf>;
  try {
    seen = optionsOf(options);
  } catch (error) {
    await (error as { promise?: Promise<unknown> }).promise;
    throw error;
  }
  const { given, from, to } = seen;
  const { deadline } = given ?? {};
  if (deadline === undefined) {
    throw withFinding(new Error('the call was begun without a deadline'), {
      cause:
        'options.deadline is what makes grpc-js give up, and the server as well: it is sent along, as grpc-timeout. A timer of your own ends the waiting only here.',
    });
  }
  const at = Number(deadline);
  if (at >= from + timeoutMs && at <= to + timeoutMs) return;
  const left = at - from;
  const known =
    at === timeoutMs
      ? 'That is a moment in January 1970. A deadline is a moment, not a duration: Date.now() + timeoutMs.'
      : Math.abs(left - timeoutMs * 1_000) < 1_000 || Math.abs(left - timeoutMs / 1_000) < 10
        ? 'Date.now() and timeoutMs are both milliseconds; nothing is to be multiplied or divided.'
        : cause;
  // Not the moment itself: a message must be the same on every run.
  const far = left < 0 ? 'in the past' : left > timeoutMs ? 'too late' : 'too early';
  throw withFinding(new Error(`the deadline, with a timeout of ${timeoutMs} ms, is ${far}`), {
    cause: known,
  });
}

task(2, () => {
  test('the deadline is so many milliseconds from now', async () => {
    await expectDeadline(
      { timeoutMs: 1_000 },
      1_000,
      'new Date(Date.now() + timeoutMs), reckoned anew for every call.',
    );
    await expectDeadline(
      { timeoutMs: 1_234 },
      1_234,
      'To the millisecond: new Date(Date.now() + timeoutMs), and nothing rounded.',
    );
    await expectDeadline(
      { timeoutMs: 90_000 },
      90_000,
      'new Date(Date.now() + timeoutMs), reckoned anew for every call.',
    );
  });

  test('who does not say how long gets the default', async () => {
    await expectDeadline(
      undefined,
      DEFAULT_TIMEOUT_MS,
      'Without a timeoutMs it is DEFAULT_TIMEOUT_MS.',
    );
    await expectDeadline({}, DEFAULT_TIMEOUT_MS, 'Without a timeoutMs it is DEFAULT_TIMEOUT_MS.');
  });

  test('no time at all is a time', async () => {
    await expectDeadline(
      { timeoutMs: 0 },
      0,
      '0 is falsy, and still a number that somebody asked for: a caller whose own time is up. `timeoutMs || …` takes it for nothing.',
    );
  });

  test('options of one’s own', () => {
    const { given } = optionsOf({ timeoutMs: 1_000 });
    const before = Number(given.deadline);
    optionsOf({ timeoutMs: 90_000 });
    expectSame(
      'the deadline of the first call is what it was, after a second call',
      Number(given.deadline) === before,
      true,
      'Two calls share their options: make an object for each call, or a later call gives its deadline to one that still runs.',
    );
  });

  test('a call that is over leaves no timer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] });
    try {
      const ending = callWith((_options, done) => {
        queueMicrotask(() => done(null, reply('here')));
        return { cancel() {} } as grpc.ClientUnaryCall;
      });
      expectSame('how the call ended', await ending, { reply: { message: 'here' } });
      expectSame(
        'timers still set',
        vi.getTimerCount(),
        0,
        'options.deadline is enough: grpc-js has a timer of its own, and ends it. One of yours that goes on keeps the process alive for as long as the timeout.',
      );
    } finally {
      vi.useRealTimers();
    }
  });

  test('a server that never answers', async () => {
    const { handler, next } = holding();
    const { client, startAsTold } = await greeter(handler);
    const ending = callWith((options, done) => startAsTold('sloth', options, done), {
      timeoutMs: 60,
    });
    const held = await Promise.race([next(), ending.then(() => undefined)]);
    expectCallError(await ending, grpc.status.DEADLINE_EXCEEDED);
    // On a machine that is busy the time may be up before the call has come as far as the server.
    if (held === undefined) return client.close();
    expectSame(
      'the server knows the deadline',
      Number.isFinite(Number(held.call.getDeadline())),
      true,
      'options.deadline is sent along as grpc-timeout.',
    );
    await held.cancelled;
  });
});

/** A call in the hands of the server, and its caller's side of it. */
async function inTheMiddle(signal: AbortSignal) {
  const { handler, next } = holding();
  const { start } = await greeter(handler);
  let cancels = 0;
  const ending = callWith(
    (options, done) => {
      const call = start('sloth', options, done);
      const { cancel } = call;
      call.cancel = () => {
        cancels++;
        cancel.call(call);
      };
      return call;
    },
    { signal },
  );
  const held = await Promise.race([next(), ending]);
  if (!('call' in held)) throw new Error('the call ended before the server had answered it');
  return { ending, held, cancels: () => cancels };
}

const CANCEL =
  'onAbort(signal, …) and in it call.cancel(): grpc-js tells the server (RST_STREAM), so that it can stop working.';

task(3, () => {
  test('who has given up before begins nothing', async () => {
    const reason = new Error('the page was left');
    let begun = 0;
    const ending = await callWith(
      (_options, done) => {
        begun++;
        queueMicrotask(() => done(null, reply('too late')));
        return { cancel() {} } as grpc.ClientUnaryCall;
      },
      { signal: AbortSignal.abort(reason) },
    ).catch((error) => ({ error }));
    if ('error' in ending) throwGap(ending.error);
    expectSame(
      'calls begun',
      begun,
      0,
      'The signal was aborted already: an event that is over does not come again. Look at signal.aborted before start.',
    );
    const error = expectCallError(ending, grpc.status.CANCELLED);
    expectReason(error, reason);
  });

  test('who gives up in the middle is let go, and the server hears of it', async () => {
    const controller = new AbortController();
    const reason = new Error('the page was left');
    const { ending, held, cancels } = await inTheMiddle(controller.signal);
    controller.abort(reason);
    await settle();
    expectSame('call.cancel() was called', cancels() > 0, true, CANCEL);
    expectReason(expectCallError(await ending, grpc.status.CANCELLED), reason);
    await held.cancelled;
  });

  test('a call that is over no longer listens', async () => {
    const controller = new AbortController();
    const first = await inTheMiddle(controller.signal);
    first.held.answer(null, reply('Hello'));
    expectSame(
      'how the call ended',
      await first.ending,
      { reply: { message: 'Hello' } },
      'Nobody gave it up.',
    );
    await settle();
    const left = () => getEventListeners(controller.signal, 'abort').length;
    const cause =
      'One signal can live as long as the program, and each call that is over would still hang on it: call what onAbort returned (or removeEventListener) when the call ends, however it ends.';
    expectSame('listeners on the signal after a call that succeeded', left(), 0, cause);

    const second = await inTheMiddle(controller.signal);
    second.held.answer({ code: grpc.status.ABORTED, details: 'not today' });
    expectCallError(await second.ending, grpc.status.ABORTED, 'not today');
    await settle();
    expectSame('listeners on the signal after a call that failed', left(), 0, cause);

    controller.abort();
    expectSame(
      'calls that were cancelled after their end',
      first.cancels() + second.cancels(),
      0,
      cause,
    );
  });

  test('a call that cannot even begin does not listen', async () => {
    const { signal } = new AbortController();
    const { client, start } = await greeter((_call, answer) => answer(null, reply('')));
    client.close();
    const ending = await callWith((options, done) => start('world', options, done), { signal });
    expectSame('it failed', 'error' in ending, true, 'The client is closed.');
    expectSame(
      'listeners on the signal after a call that could not begin',
      getEventListeners(signal, 'abort').length,
      0,
      'start threw, and nobody will ever call done: listen when the call has begun, or stop listening if it does not.',
    );
  });

  test('twelve calls that share a signal', async () => {
    const controller = new AbortController();
    const reason = new Error('the page was left');
    const cancels = new Set<number>();
    const endings = Array.from({ length: 12 }, (_, i) =>
      callWith(
        (_options, done) => {
          const cancel = () => {
            if (cancels.has(i)) return;
            cancels.add(i);
            const error = { code: grpc.status.CANCELLED, details: 'Cancelled on client' };
            queueMicrotask(() => done(Object.assign(new Error(error.details), error) as never));
          };
          return { cancel } as grpc.ClientUnaryCall;
        },
        { signal: controller.signal },
      ),
    );
    const quickly = Promise.race([...endings, settle().then(() => undefined)]);
    const first = await quickly;
    if (first && 'error' in first) throwGap(first.error);
    const left = () => getEventListeners(controller.signal, 'abort').length;
    check(
      left() <= 1,
      `twelve calls that run have ${left()} listeners on their signal`,
      'Node takes the eleventh listener for a leak, and warns. One for each signal is enough, which tells all its calls: onAbort does that.',
    );
    controller.abort(reason);
    for (const ending of await Promise.all(endings)) {
      expectReason(expectCallError(ending, grpc.status.CANCELLED), reason);
    }
    const all = 'Each of them is given up: all who share the signal are told.';
    expectSame('calls that were cancelled', cancels.size, 12, all);
  });

  test('the signal is the caller’s, and stays as it is', async () => {
    const options = Object.freeze({ timeoutMs: 1_000, signal: new AbortController().signal });
    const { start } = await greeter((_call, answer) => answer(null, reply('here')));
    const ending = await callWith((given, done) => start('world', given, done), options);
    expectSame('how the call ended', ending, { reply: { message: 'here' } });
  });

  test('what the server says stays what it is', async () => {
    const { signal } = new AbortController();
    const { ending, held } = await inTheMiddle(signal);
    held.answer({ code: grpc.status.CANCELLED, details: 'the kitchen closed' });
    expectCallError(
      await ending,
      grpc.status.CANCELLED,
      'the kitchen closed',
      'A server can say CANCELLED as well. It was the caller only if signal.aborted is true.',
    );
  });
});

function expectReason(error: CallError, reason: Error) {
  expectSame(
    'the cause of the error is the signal’s reason',
    error.cause === reason,
    true,
    'cancelled(signal) makes the right error: why somebody gave up stands in signal.reason.',
  );
}

/** What a caller gets from a handler made of `procedure`, and what was reported on the server. */
async function answerOf(procedure: Procedure<HelloRequest, HelloReply>, name = 'world') {
  const reported: unknown[] = [];
  const handler = handle<HelloRequest, HelloReply>(procedure, (error) => reported.push(error));
  let gap: unknown;
  let answers = 0;
  let isHandled: () => void = () => {};
  const handled = new Promise<void>((resolve) => {
    isHandled = resolve;
  });
  const { call } = await greeter((request, answer) => {
    try {
      handler(request, (...status) => {
        answers++;
        // A second one could hold up the first.
        if (answers === 1) answer(...status);
      });
    } catch (error) {
      // grpc-js would make a status of it; a gap has to be seen, and so has a throw.
      gap = error;
      answer({ code: grpc.status.INTERNAL, details: 'the handler threw' });
    }
    isHandled();
  });
  const watched = call(name);
  await Promise.race([handled, watched.over]);
  await aFewTurns();
  if (answers === 0 && gap === undefined) {
    throw withFinding(new Error('the caller got no answer at all'), {
      cause:
        'Whatever a procedure does, callback has to be called: a caller that hears nothing waits until its deadline.',
    });
  }
  await watched.over;
  throwGap(gap);
  if (gap !== undefined) {
    throw withFinding(new Error(`the handler threw instead of answering: ${nameOf(gap)}`), {
      cause: /then is not a function/.test(String(gap))
        ? 'A procedure need not be async: it may return its response at once. `await` takes a plain value too, `.then` does not.'
        : 'A procedure can throw before it has returned any promise. Call it where a throw is caught: in an async function, or inside new Promise(…).',
    });
  }
  expectSame(
    'answers',
    answers,
    1,
    'A call has one answer: what callback got first is on its way already.',
  );
  const error = watched.error as grpc.ServiceError | undefined;
  return { message: watched.value?.message, error, reported };
}

task(4, () => {
  test('a promise of a response', async () => {
    const { message, error } = await answerOf(async ({ name }) => reply(`Hello ${name}`));
    expectSame(
      'the error',
      error?.details,
      undefined,
      'Nothing went wrong: callback(null, response).',
    );
    expectSame(
      'the message that came',
      message,
      'Hello world',
      'Wait for the promise that the procedure returns, and answer with what it gives.',
    );
  });

  test('a response at once', async () => {
    const { message } = await answerOf(({ name }) => reply(`Hello ${name}`));
    expectSame(
      'the message that came',
      message,
      'Hello world',
      'A procedure need not be async: `await` takes a plain value too, `.then` does not.',
    );
  });

  test('it is handed the request and the call', async () => {
    let seen: Call | undefined;
    await answerOf((_request, call) => {
      seen = call;
      return reply('');
    });
    expectSame(
      'the second argument is the call',
      typeof seen?.getDeadline,
      'function',
      'procedure(call.request, call): deadline, metadata and cancellation hang on the call.',
    );
  });

  test.each([
    ['a promise that rejects', async () => refuse()],
    ['a throw before any promise', () => refuse()],
  ])('a CallError chooses the status: %s', async (_, procedure) => {
    const { error, reported } = await answerOf(procedure);
    expectSame(
      'the status',
      nameOfCode(error?.code ?? 0),
      'NOT_FOUND',
      'A CallError says what the caller is to learn: callback({ code, details, metadata }).',
    );
    expectSame(
      'the details',
      error?.details,
      'nobody of that name',
      'error.details is the text; error.message has the code in front.',
    );
    expectSame(
      "metadata 'x-try'",
      error?.metadata.get('x-try'),
      ['tomorrow'],
      'The metadata of the error goes out with the status.',
    );
    expectSame('errors reported', reported.length, 0, 'A refusal is an answer, not an accident.');
  });

  test.each<[string, () => unknown]>([
    ['a secret in its text', () => new Error('no route to admin:hunter2@10.0.0.7')],
    [
      'a code of another kind',
      () => Object.assign(new Error('E11000 duplicate key'), { code: 11_000 }),
    ],
    [
      'what another server said to this one',
      () => {
        const metadata = new grpc.Metadata();
        metadata.set('x-try', 'hunter2');
        const said = { code: grpc.status.NOT_FOUND, details: 'no hunter2', metadata };
        return Object.assign(new Error('5 NOT_FOUND: no hunter2'), said);
      },
    ],
    ['no error at all', () => undefined],
    ['a text', () => 'hunter2'],
  ])('an accident is UNKNOWN, and reported: %s', async (_, make) => {
    const thrown = make();
    let runs = 0;
    const { error, reported } = await answerOf(async () => {
      runs++;
      throw thrown;
    });
    expectSame(
      'how often the procedure ran',
      runs,
      1,
      'Once for each call: what it had done before it failed would be done twice.',
    );
    expectSame(
      "metadata 'x-try', which the error had",
      error?.metadata.get('x-try') ?? [],
      [],
      'Nothing of an accident goes out, its metadata as little as its text: only a CallError of yours was meant for the caller.',
    );
    const told = error?.details ?? '';
    if (/hunter2|E11000/.test(told)) {
      throw withFinding(new Error('the caller reads what went wrong inside of the server'), {
        cause:
          'callback(error) sends the text of the error to whoever called. It may hold a path, a query, a password: answer with ACCIDENT, and give the error to report.',
      });
    }
    expectSame(
      'the status',
      nameOfCode(error?.code ?? 0),
      'UNKNOWN',
      'Only a CallError has a code that was meant for the caller; a database numbers its errors too, and means something else.',
    );
    expectSame(
      'the details',
      told,
      ACCIDENT,
      'Nothing of the error, not even that there was none: ACCIDENT.',
    );
    expectSame(
      'errors reported',
      reported.length,
      1,
      'Who runs the server has to hear of it: report(error), once.',
    );
    expectSame(
      'what is reported is what was thrown',
      reported[0] === thrown,
      true,
      'report(error): the error itself, with its stack.',
    );
  });
});

/** All that a procedure of this suite sets off has happened after these: none waits for anything. */
async function aFewTurns(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await settle();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function refuse(): never {
  const metadata = new grpc.Metadata();
  metadata.set('x-try', 'tomorrow');
  throw new CallError(grpc.status.NOT_FOUND, 'nobody of that name', metadata);
}

/** Gives a handler a call that nobody made, and counts what it answers. */
async function answersTo(
  procedure: Procedure<HelloRequest, HelloReply>,
  { callbackThrows = false, reportThrows = false, reportHangs = false },
): Promise<unknown[]> {
  const answers: unknown[] = [];
  const failing = handle<HelloRequest, HelloReply>(procedure, () => {
    if (reportThrows) throw new Error('the log is full');
    if (reportHangs) return new Promise(() => {});
  });
  let thrown: unknown;
  await withStrayErrors(async () => {
    try {
      // What it returns is of no matter to grpc-js, but it may be a promise.
      await (failing({ request: { name: 'world' } } as Call, (error, response) => {
        answers.push(error === null ? response : error);
        if (callbackThrows) throw new Error('the call is over');
      }) as unknown);
    } catch (error) {
      thrown = error;
    }
    await aFewTurns();
  });
  throwGap(thrown);
  return answers;
}

task(4, () => {
  test('a callback that throws is not called again', async () => {
    const answers = await answersTo(({ name }) => reply(name), { callbackThrows: true });
    expectSame(
      'what callback was called with',
      answers,
      [{ message: 'world' }],
      'callback threw, and that was taken for a failure of the procedure: it stands in the same try. Call it behind the try, once it is known what to answer.',
    );
  });

  test('a report that throws leaves no caller without an answer', async () => {
    const answers = await answersTo(
      () => {
        throw new Error('an accident');
      },
      { reportThrows: true },
    );
    expectSame(
      'answers',
      answers.length,
      1,
      'report threw, and the caller got no answer, or two: answer first, report after that.',
    );
    expectSame(
      'the status',
      nameOfCode((answers[0] as grpc.ServiceError).code),
      'UNKNOWN',
      'What report throws is none of the caller’s business.',
    );
  });
});

task(4, () => {
  test('a report that takes for ever', async () => {
    const accident = () => {
      throw new Error('an accident');
    };
    const answers = await answersTo(accident, { reportHangs: true });
    expectSame(
      'answers',
      answers.length,
      1,
      'report may be async, and its promise need not come to an end: the caller’s answer does not wait for it.',
    );
  });

  test('a procedure that returns nothing', async () => {
    const answers = await answersTo((() => undefined) as never, {});
    expectSame(
      'answers',
      answers.length,
      1,
      'A forgotten return is a response, too: undefined. The caller must not wait for ever: callback is called, whatever came.',
    );
  });

  test('a promise of another kind', async () => {
    // biome-ignore lint/suspicious/noThenProperty: that is what is tested
    const query = { then: (done: (value: HelloReply) => void) => done(reply('from a query')) };
    expectSame(
      'what callback was called with',
      await answersTo((() => query) as never, {}),
      [{ message: 'from a query' }],
      'What has a then is a promise: many libraries have their own. `await`, and resolve, look for then; `instanceof Promise` does not.',
    );
  });

  test('two calls at once', async () => {
    const answers: unknown[] = [];
    let finish: (slow: HelloReply) => void = () => {};
    const slow = new Promise<HelloReply>((resolve) => {
      finish = resolve;
    });
    const each = handle<HelloRequest, HelloReply>(
      ({ name }) => (name === 'slow' ? slow : reply(name)),
      () => {},
    );
    const begin = (name: string) =>
      each({ request: { name } } as Call, (error, response) => {
        answers.push(error === null ? response?.message : error.details);
      });
    await likely('A handler throws nothing: whatever goes wrong is an answer.', async () => {
      begin('slow');
      begin('quick');
      await aFewTurns();
    });
    finish(reply('slow'));
    await aFewTurns();
    expectSame(
      'the answers',
      answers,
      ['quick', 'slow'],
      'A handler runs for each call, and many run at once: what belongs to one call stands inside of the function, and not beside it.',
    );
  });
});

/** A server that is stopped while a call runs. */
async function stoppedInTheMiddle(graceMs: number) {
  const { handler, next } = holding();
  const { server, call } = await greeter(handler);
  const force = vi.spyOn(server, 'forceShutdown');
  const clock = new FakeClock();
  const running = call('sloth');
  const held: Held = await next();
  const stopped = watchStop(stop(server, { graceMs, clock }));
  await settle();
  throwGap(stopped.error);
  return { server, clock, running, held, stopped, forced: () => force.mock.calls.length };
}

function watchStop(promise: Promise<void>) {
  if (typeof promise?.then !== 'function') {
    throw withFinding(new Error('stop returned no promise'), {
      cause: 'return new Promise(…), resolved when tryShutdown calls back.',
    });
  }
  const over = endingOf(promise);
  return Object.assign(watch(promise), { over });
}

const CUT =
  'tryShutdown lets what is running end; forceShutdown cuts it off. The second comes only when graceMs are over.';

task(5, () => {
  test('listen resolves with the port', async () => {
    const server = createServer((_call, answer) => answer(null, reply('here')));
    const port = await listen(server, '127.0.0.1:0');
    expectSame(
      'what it resolves with is a port',
      typeof port === 'number' && port > 0,
      true,
      'bindAsync’s callback gets (error, port): resolve(port).',
    );
    const watched = connect(port).call('world');
    await watched.over;
    expectSame(
      'what a client gets there',
      watched.value?.message,
      'here',
      'The server has to listen when the promise resolves.',
    );
  });

  test('listen rejects where somebody else listens', async () => {
    const first = await greeter((_call, answer) => answer(null, reply('')));
    const second = createServer((_call, answer) => answer(null, reply('')));
    const ending = await endingOf(listen(second, `127.0.0.1:${first.port}`));
    expectSame(
      'it rejected',
      'error' in ending,
      true,
      'The callback’s first argument is an error: a server that listens nowhere must not look like one that does.',
    );
    expectSame(
      'what it rejected with is an Error',
      'error' in ending && ending.error instanceof Error,
      true,
      'reject(error): the error itself. A text has no stack, and no `instanceof Error` sees it.',
    );
  });

  test('listen hands on its credentials', async () => {
    const credentials = grpc.ServerCredentials.createInsecure();
    const seen: unknown[] = [];
    let started = 0;
    const server = {
      bindAsync: (...[address, given, done]: Parameters<grpc.Server['bindAsync']>) => {
        seen.push(address, given === credentials);
        done(null, 50_051);
      },
      start: () => started++,
    } as unknown as grpc.Server;
    await listen(server, 'localhost:50051', credentials);
    expectSame(
      'calls of server.start()',
      started,
      0,
      'server.start() does nothing since grpc-js 1.10 but print a warning: a server that is bound has started.',
    );
    expectSame(
      'the address, and whether the credentials are those that were given',
      seen,
      ['localhost:50051', true],
      'server.bindAsync(address, credentials, …): a caller who wants TLS must not get a server without.',
    );
  });

  test('a call that is running may end', async () => {
    const { clock, running, held, stopped, forced } = await stoppedInTheMiddle(10_000);
    expectSame('forceShutdown called before the time is up', forced(), 0, CUT);
    expectSame(
      'the promise of stop',
      stopped.state,
      'pending',
      'A call is still running: resolve when tryShutdown calls back, not before.',
    );
    held.answer(null, reply('just in time'));
    await running.over;
    expectSame(
      'what its caller gets',
      running.value?.message ?? running.error,
      'just in time',
      CUT,
    );
    await stopped.over;
    expectSame(
      'timers still set',
      clock.pending,
      0,
      'The timer has nothing left to end: cancel it. A timer that still runs keeps the process alive.',
    );
    expectSame('forceShutdown called', forced(), 0, CUT);
  });

  test('but not for ever', async () => {
    const { clock, running, held, stopped, forced } = await stoppedInTheMiddle(3_000);
    expectSame(
      'timers set',
      clock.pending,
      1,
      'tryShutdown alone waits as long as the slowest call takes. Set a timer: clock.setTimer(…, graceMs).',
    );
    clock.advance(2_999);
    expectSame(
      'forceShutdown called 1 ms before the time is up',
      forced(),
      0,
      'The timer calls back after graceMs, which are milliseconds.',
    );
    clock.advance(1);
    expectSame(
      'forceShutdown called when the time is up',
      forced(),
      1,
      'When the timer calls back: server.forceShutdown().',
    );
    await settle();
    expectSame(
      'the promise of stop, at that moment',
      stopped.state,
      'pending',
      'forceShutdown only begins to cut: when all is over, tryShutdown calls back. Resolve there.',
    );
    await held.cancelled;
    await running.over;
    const ending = await stopped.over;
    expectSame(
      'how stop ended',
      ending,
      { reply: undefined },
      'It was cut off as it was meant to be: that is not a failure of stop.',
    );
  });

  test('what tryShutdown says comes out of stop', async () => {
    const failure = new Error('the server does not run');
    const clock = new FakeClock();
    // A moment later, as grpc-js does it for a server that listens.
    const server = {
      tryShutdown: (done: (error?: Error) => void) => queueMicrotask(() => done(failure)),
      forceShutdown() {},
    } as unknown as grpc.Server;
    const watched = watchStop(stop(server, { clock }));
    const ending = await watched.over;
    expectSame(
      'how stop ended',
      'error' in ending && ending.error === failure,
      true,
      'tryShutdown’s callback got an error: reject with it, or who stops a server takes it for ended.',
    );
    expectSame('timers still set', clock.pending, 0, 'It is over: cancel the timer.');
  });

  test('stop ends a server that nobody calls', async () => {
    const { server, port, call } = await greeter((_call, answer) => answer(null, reply('')));
    await call('before').over;
    const clock = new FakeClock();
    await watchStop(stop(server, { clock })).over;
    expectSame(
      'timers still set',
      clock.pending,
      0,
      'The timer has nothing left to end: cancel it.',
    );
    const after = connect(port).call('after');
    await after.over;
    expectSame(
      'a call after it',
      nameOfCode((after.error as grpc.ServiceError | undefined)?.code),
      'UNAVAILABLE',
      'The server is still there: tryShutdown closes it.',
    );
  });

  test('no grace at all', async () => {
    const clock = new FakeClock();
    let forced = 0;
    const server = {
      tryShutdown() {},
      forceShutdown: () => forced++,
    } as unknown as grpc.Server;
    const watched = watchStop(stop(server, { graceMs: 0, clock }));
    await settle();
    throwGap(watched.error);
    clock.advance(1);
    expectSame(
      'forceShutdown called within 1 ms',
      forced,
      1,
      '0 is falsy, and still a number that somebody asked for: cut off at once what is running. `graceMs || …` takes it for nothing.',
    );
  });

  test('the grace of who does not say how long', async () => {
    const clock = new FakeClock();
    let forced = 0;
    const server = {
      tryShutdown() {},
      forceShutdown: () => forced++,
    } as unknown as grpc.Server;
    const watched = watchStop(stop(server, { clock }));
    await settle();
    throwGap(watched.error);
    const cause = 'Without a graceMs it is DEFAULT_GRACE_MS.';
    clock.advance(DEFAULT_GRACE_MS - 1);
    expectSame('forceShutdown called 1 ms before the time is up', forced, 0, cause);
    clock.advance(1);
    expectSame('forceShutdown called when the time is up', forced, 1, cause);
  });

  test('a server that listens nowhere', async () => {
    const clock = new FakeClock();
    const ending = await watchStop(stop(new grpc.Server(), { clock })).over;
    const cause =
      'Where nothing runs, tryShutdown calls back before it returns: set the timer first, or what the callback cancels is not there yet, or is set after it.';
    expectSame('how stop ended', ending, { reply: undefined }, cause);
    expectSame('timers still set', clock.pending, 0, cause);
  });
});
