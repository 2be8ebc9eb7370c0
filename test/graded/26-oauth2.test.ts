import { test } from 'vitest';
import { check, fail } from '#course/kit/compare/finding';
import { expectSame } from '#course/kit/compare/same';
import { canonical } from '#course/kit/compare/show';
import { thrownBy } from '#course/kit/compare/thrown';
import { task } from '#course/kit/task';
import { settled, type Watched, watch } from '#course/kit/watch';
import { GrpcError } from '#grpc/grpc-error';
import { type AccessToken, askInTime, checkToken } from '#grpc/oauth/ask-in-time';
import {
  type ActiveToken,
  ForgetfulMap,
  type Grant,
  IntrospectionCache,
  type IntrospectionCacheOptions,
} from '#grpc/oauth/introspection-cache';
import { ScopeTable, scopesOf } from '#grpc/oauth/scopes';
import { TokenSource, type TokenSourceOptions } from '#grpc/oauth/token-source';
import { Status, statusName } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { FakeClock } from '#time/fake-clock';
import { callGuarded, withTokenServer } from './26-oauth2.node.ts';
import { unhandledIn } from './unhandled.ts';

/*
 * Tokens, scopes and caches need no network: the token server is a function, and the clock is moved
 * by hand. The last tests of tasks 2 and 4 have a real token server, and calls of all four kinds.
 */

/** Promises that a test settles by hand, in the order in which they were asked for. */
function questions<Answer>() {
  const open: { settle: { resolve(answer: Answer): void; reject(error: unknown): void } }[] = [];
  const ask = () =>
    new Promise<Answer>((resolve, reject) => {
      open.push({ settle: { resolve, reject } });
    });
  return {
    ask,
    get count() {
      return open.length;
    },
    answer: (index: number, answer: Answer) => open[index]!.settle.resolve(answer),
    refuse: (index: number, error: unknown) => open[index]!.settle.reject(error),
  };
}

/** A token server and certificates take a moment to start; on a busy machine, several seconds. */
const REAL_MS = 10_000;

const DOWN = new GrpcError(Status.UNAVAILABLE, 'the token server is down');

function describe({ state, value, error }: Watched<unknown>): string {
  if (state === 'pending') return 'nothing yet';
  if (state === 'resolved') return typeof value === 'string' ? value : canonical(value);
  if (error instanceof GrpcError) return statusName(error.code);
  return error instanceof Error ? `${error.constructor.name}: ${error.message}` : String(error);
}

/** What has become of a promise when all that can happen has happened. */
async function soon(promise: Promise<unknown>): Promise<string> {
  const watched = watch(promise);
  await settled(watched);
  return describe(watched);
}

// ---- 1: a question with an end ----

const SECRET = 's3cret-token';

task(1, () => {
  test('what is a token', () => {
    for (const value of ['a', 'tea-1', 'A-Z_a.z~0+9/', 'abc==', `${SECRET}=`]) {
      expectSame(
        `checkToken({ value: ${JSON.stringify(value)}, lifeMs: 1000 })`,
        checkToken(Object.freeze({ value, lifeMs: 1000 })),
        { value, lifeMs: 1000 },
        'It matches TOKEN, and it lives: it goes through as it is.',
      );
    }
    for (const lifeMs of [Number.POSITIVE_INFINITY, 0.5, Number.MAX_SAFE_INTEGER]) {
      const error = thrownBy(() => checkToken({ value: 'a', lifeMs }));
      check(
        error === undefined,
        `a token with a lifeMs of ${lifeMs} is refused`,
        'Every number above 0 is a life; Infinity is that of a token whose server does not say.',
      );
      expectSame('its lifeMs', checkToken({ value: 'a', lifeMs }).lifeMs, lifeMs, 'As it came.');
    }
  });

  test('a new object, with nothing else in it', () => {
    const given = { value: 'a', lifeMs: 5, refreshToken: SECRET } as AccessToken;
    const token = checkToken(given);
    check(
      token !== given,
      'checkToken gives back the object that it got',
      'Whoever has made it can change it later. A new { value, lifeMs } is yours.',
    );
    expectSame(
      'its members',
      Object.keys(token).sort(),
      ['lifeMs', 'value'],
      'value and lifeMs, and not whatever else the answer had in it.',
    );
  });

  test('what is not a token', () => {
    for (const value of [
      '',
      ' ',
      `${SECRET} x`,
      `${SECRET}\nx-admin: yes`,
      `${SECRET}\n`,
      '=abc',
      'abc=d',
      'tü',
      undefined,
      null,
      7,
      [SECRET],
      { toString: () => SECRET },
    ]) {
      const error = thrownBy(() => checkToken({ value, lifeMs: 1000 } as AccessToken));
      const what = JSON.stringify(value) ?? 'undefined';
      expectUnauthenticated(
        `with the value ${what}`,
        error,
        'TOKEN.test takes whatever it gets for a text. Ask for a string first, and then whether it matches: a line break in a token would begin a header of its own.',
      );
    }
    for (const lifeMs of [
      0,
      -0,
      -1,
      Number.NaN,
      Number.NEGATIVE_INFINITY,
      '60',
      undefined,
      null,
      60n,
    ]) {
      const error = thrownBy(() => checkToken({ value: SECRET, lifeMs } as AccessToken));
      expectUnauthenticated(
        `with the lifeMs ${typeof lifeMs === 'string' ? `"${lifeMs}"` : String(lifeMs)}`,
        error,
        'A number above 0, and NaN is not above anything: ask typeof lifeMs === "number" && lifeMs > 0, not for the contrary.',
      );
    }
  });

  test('what it says has no token in it', () => {
    for (const given of [
      { value: 'S3CR#Q7Z9XJ4W', lifeMs: 1000 },
      { value: 'S3CRQ7Z9XJ4W', lifeMs: 0 },
    ]) {
      const error = thrownBy(() => checkToken(given)) as GrpcError;
      const text = `${error?.message} ${error?.details} ${JSON.stringify(error?.cause ?? '')}`;
      check(
        !['S3CR', 'Q7Z', 'J4W'].some((part) => text.includes(part)),
        'the error quotes the token, or a part of it',
        'An error goes into logs, and a log is read by many. Say what is wrong, and not with what: neither the token nor its beginning or end.',
      );
    }
  });

  function expectUnauthenticated(what: string, error: unknown, cause: string): void {
    check(error !== undefined, `${what}: nothing is thrown`, cause);
    const isRight = error instanceof GrpcError && error.code === Status.UNAUTHENTICATED;
    check(
      isRight,
      `${what}: expected a GrpcError UNAUTHENTICATED, received ${error instanceof GrpcError ? statusName(error.code) : 'another kind of error'}`,
      'new GrpcError(Status.UNAUTHENTICATED, details): without a token there is nothing to show.',
    );
  }

  /** An `askInTime` with its fetch held in the hand. */
  function asking(timeoutMs = 500) {
    const clock = new FakeClock();
    const server = questions<AccessToken>();
    let signal: AbortSignal | undefined;
    const answer = watch(
      askInTime(
        (given) => {
          signal = given;
          return server.ask();
        },
        timeoutMs,
        clock,
      ),
    );
    const aborted = () => signal?.aborted ?? false;
    return { clock, server, answer, aborted, reason: () => signal?.reason };
  }

  const NO_TIMER =
    'timer.cancel(), however it ends: a timer that is left holds the program for its time.';

  test('an answer in time', async () => {
    const { clock, server, answer, aborted } = asking();
    await settled(answer);
    expectSame('how often fetch was asked', server.count, 1, 'Once.');
    clock.advance(499);
    await settled(answer);
    expectSame('after 499 of 500 ms', describe(answer), 'nothing yet', 'It still has time.');
    server.answer(0, { value: 'tea-1', lifeMs: 1000 });
    await settled(answer);
    expectSame(
      'and with the answer',
      answer.value,
      { value: 'tea-1', lifeMs: 1000 },
      'The token, as checkToken gives it.',
    );
    expectSame('timers that are left', clock.pending, 0, NO_TIMER);
    clock.advance(1000);
    expectSame(
      'and the signal has aborted',
      aborted(),
      false,
      'All went well. Who has handed the signal on (to a body that is still read) would be cut off.',
    );
  });

  test('an answer that is not a token', async () => {
    const { clock, server, answer } = asking();
    await settled(answer);
    server.answer(0, { value: 'a token', lifeMs: 1000 });
    await settled(answer);
    expectSame(
      'it ends with',
      describe(answer),
      'UNAUTHENTICATED',
      'What came goes through checkToken before anybody gets it, and what checkToken throws goes out as it is.',
    );
    expectSame('timers that are left', clock.pending, 0, NO_TIMER);
  });

  test('a token that is simply there', async () => {
    const clock = new FakeClock();
    const answer = await soon(askInTime(() => ({ value: 'tea', lifeMs: 5 }), 500, clock));
    expectSame(
      'fetch gives a token, and not a promise',
      answer,
      canonical({ value: 'tea', lifeMs: 5 }),
      'Promise.resolve().then(() => fetch(signal)) takes both.',
    );
    expectSame('timers that are left', clock.pending, 0, NO_TIMER);
  });

  test('no answer', async () => {
    const { clock, server, answer, aborted, reason } = asking();
    await settled(answer);
    clock.advance(499);
    await settled(answer);
    check(
      answer.state === 'pending' && !aborted(),
      'it gave up after 499 of 500 ms',
      'timeoutMs, and no earlier.',
    );
    clock.advance(1);
    await settled(answer);
    expectSame(
      'after 500 ms it ends with',
      describe(answer),
      'UNAVAILABLE',
      answer.state === 'pending'
        ? 'A server that takes the question and never answers would hold every call: the timer rejects.'
        : 'new GrpcError(Status.UNAVAILABLE, details): another try, later, may go well.',
    );
    check(
      ((answer.error as GrpcError).details ?? '') !== '',
      'its error has no text',
      'new GrpcError(Status.UNAVAILABLE, details): whose time was over? There are several servers here.',
    );
    expectSame(
      'its signal has aborted',
      aborted(),
      true,
      'controller.abort(error): otherwise the request goes on, and its connection, for nobody.',
    );
    expectSame(
      'with a reason that is the error',
      reason() === answer.error,
      true,
      'abort(error) says why; without it the reason is an AbortError that nobody understands.',
    );
    expectSame('timers that are left', clock.pending, 0, NO_TIMER);
    server.answer(0, { value: 'late', lifeMs: 5 });
    await settled(answer);
    expectSame(
      'and when the answer comes after all',
      describe(answer),
      'UNAVAILABLE',
      'It is over. What comes now counts for nothing.',
    );
  });

  test('a fetch that fails', async () => {
    const boom = new Error('no route to the token server');
    for (const [how, fetch] of [
      ['rejects', () => Promise.reject(boom)],
      [
        'throws',
        () => {
          throw boom;
        },
      ],
    ] as [string, () => Promise<AccessToken>][]) {
      const clock = new FakeClock();
      let signal: AbortSignal | undefined;
      let promise: Promise<AccessToken> | undefined;
      const thrown = thrownBy(() => {
        promise = askInTime(
          (given) => {
            signal = given;
            return fetch();
          },
          500,
          clock,
        );
      });
      check(
        thrown === undefined,
        `fetch ${how}, and askInTime throws`,
        'askInTime gives a promise, and whoever calls it looks for errors there: call fetch inside new Promise(…) or a then.',
      );
      const answer = watch(promise!);
      await settled(answer);
      check(
        answer.error === boom,
        `fetch ${how}: expected its error, received ${describe(answer)}`,
        answer.state === 'pending'
          ? 'A throw inside new Promise(…).then is a rejection that somebody has to hand on: .then(resolve, reject).'
          : 'What fetch fails with says most. Hand it on as it is.',
      );
      expectSame(`fetch ${how}: timers that are left`, clock.pending, 0, NO_TIMER);
      expectSame(
        `fetch ${how}: its signal has aborted`,
        signal?.aborted,
        false,
        'Nothing is left to stop.',
      );
    }
  });

  test('a fetch that stops because it was told to', async () => {
    const clock = new FakeClock();
    const answer = watch(
      askInTime(
        (signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(new Error('aborted')));
          }),
        500,
        clock,
      ),
    );
    await settled(answer);
    clock.advance(500);
    await settled(answer);
    expectSame(
      'after 500 ms it ends with',
      describe(answer),
      'UNAVAILABLE',
      'The signal’s listener rejects at once. Reject before you abort, and yours is the first.',
    );
  });

  test('two at once', async () => {
    const one = asking();
    const other = asking(100);
    await settled(one.answer, other.answer);
    other.clock.advance(100);
    await settled(one.answer, other.answer);
    expectSame(
      'one has ended in UNAVAILABLE; the other has',
      describe(one.answer),
      'nothing yet',
      'Each has a timer and a signal of its own.',
    );
    expectSame('and its signal has aborted', one.aborted(), false, 'Each has its own.');
  });
});

// ---- 2: one token for a hundred calls ----

const LIFE = 100_000;
const EARLY = 20_000;
const PAUSE = 1_000;

/** A source, its token server in the hand: t1, t2, … */
function sourced(options: Partial<TokenSourceOptions> = {}) {
  const clock = new FakeClock();
  const server = questions<AccessToken>();
  const signals: AbortSignal[] = [];
  const source = new TokenSource({
    fetch: (signal) => {
      signals.push(signal);
      return server.ask();
    },
    earlyMs: EARLY,
    pauseMs: PAUSE,
    timeoutMs: 5_000,
    clock,
    ...options,
  });
  /** Answers the last question. */
  const give = async (value = `t${server.count}`, lifeMs = LIFE) => {
    server.answer(server.count - 1, { value, lifeMs });
    await settled();
  };
  const refuse = async (error: unknown = DOWN) => {
    server.refuse(server.count - 1, error);
    await settled();
  };
  const get = () => soon(source.get());
  /** With a token that is there. */
  const ready = async () => {
    const first = watch(source.get());
    await settled(first);
    await give();
    await settled(first);
    expectSame(
      'the first get',
      describe(first),
      't1',
      first.state === 'pending'
        ? 'The token has come, and get waits still.'
        : 'The token that came.',
    );
  };
  return { clock, server, source, signals, give, refuse, get, ready };
}

const ONE_FETCH =
  'A fetch that is on its way serves all: keep its promise in this.#coming, before anything is awaited.';
const LIVES = 'It lives: this.#kept.value, and nobody is asked.';

task(2, () => {
  test('a hundred calls, and no token yet', async () => {
    const { source, server, give } = sourced();
    expectSame('how often fetch was asked, before any call', server.count, 0, 'When it is needed.');
    const calls = Array.from({ length: 100 }, () => watch(source.get()));
    await settled(...calls);
    expectSame('how often fetch was asked', server.count, 1, ONE_FETCH);
    expectSame(
      'calls that have something',
      calls.filter(({ state }) => state !== 'pending').length,
      0,
      'They wait: there is no token.',
    );
    await give();
    await settled(...calls);
    expectSame(
      'calls that have t1',
      calls.filter(({ value }) => value === 't1').length,
      100,
      'All of them.',
    );
    expectSame('and the next call has', await soon(source.get()), 't1', LIVES);
    expectSame('how often fetch was asked', server.count, 1, LIVES);
  });

  test('a token, from young to dead', async () => {
    const { clock, server, source, get, ready, give } = sourced({ timeoutMs: 10 * LIFE });
    await ready();
    let age = 0;
    for (const [until, count] of [
      [LIFE - EARLY - 1, 1],
      [LIFE - EARLY, 2],
      [LIFE - EARLY + 1, 2],
      [LIFE - 1, 2],
    ] as const) {
      clock.advance(until - age);
      age = until;
      const token = await get();
      expectSame(
        `after ${age} ms of ${LIFE}: get gives`,
        token,
        't1',
        token === 'nothing yet'
          ? 'It is ageing, and still good. Nobody waits for the next one: begin the fetch, and give what is there.'
          : 'It lives up to asked + lifeMs.',
      );
      expectSame(
        `after ${age} ms, with earlyMs ${EARLY}: how often fetch was asked`,
        server.count,
        count,
        server.count < count
          ? 'From dead - earlyMs on, that moment included, another one is fetched, unless one is on its way. (One that has come is not: finally takes it out of this.#coming.) If it begins when the old one has died, every call has to wait.'
          : count === 1
            ? 'It is young: earlyMs before its end, and not a millisecond earlier.'
            : 'Another one is on its way already: one fetch for all.',
      );
    }
    clock.advance(1);
    const waiting = watch(source.get());
    await settled(waiting);
    expectSame(
      `after ${LIFE} ms: get gives`,
      describe(waiting),
      'nothing yet',
      'At asked + lifeMs it is dead, says the server, too. Now all wait for the next one.',
    );
    expectSame('how often fetch was asked', server.count, 2, ONE_FETCH);
    await give('t2');
    await settled(waiting);
    expectSame('and when that comes', describe(waiting), 't2', 'The one that all waited for.');
  });

  test('the next one takes the place of the old one', async () => {
    const { clock, server, get, ready, give } = sourced();
    await ready();
    clock.advance(LIFE - EARLY);
    await get();
    await give('t2');
    expectSame('get gives', await get(), 't2', 'The fetch has brought another one: keep that.');
    clock.advance(LIFE - EARLY - 1);
    expectSame('and nearly as late again', await get(), 't2', LIVES);
    expectSame(
      'how often fetch was asked',
      server.count,
      2,
      'The new one is young: its moments are counted from when it was asked for itself.',
    );
    clock.advance(1);
    await get();
    expectSame('a millisecond later', server.count, 3, 'And it, too, is replaced in time.');
  });

  test('a fetch that takes its time', async () => {
    const { clock, source, server, give, get } = sourced();
    const first = watch(source.get());
    await settled(first);
    clock.advance(4_000);
    await give();
    await settled(first);
    clock.advance(LIFE - 4_000 - 1);
    expectSame('a millisecond before its end', await get(), 't1', LIVES);
    clock.advance(1);
    const token = await get();
    expectSame(
      `${LIFE} ms after it was asked for, ${LIFE - 4_000} after it came: get gives`,
      token,
      'nothing yet',
      'Its life has begun at the token server, and not here: count from when it was asked for.',
    );
    expectSame('and fetch was asked', server.count, 2, 'For the next one.');
  });

  test('a short life', async () => {
    for (const [lifeMs, early] of [
      [4_000, EARLY],
      [4_000, Number.POSITIVE_INFINITY],
      [4_000, 2_000],
    ] as const) {
      const { clock, server, source, give, get } = sourced({ earlyMs: early });
      const first = watch(source.get());
      await settled(first);
      await give('t1', lifeMs);
      await get();
      clock.advance(1_999);
      await get();
      expectSame(
        `a token of ${lifeMs} ms, with earlyMs ${early}, after 1999 ms: how often fetch was asked`,
        server.count,
        1,
        'It would be ageing when it comes, and each call would fetch another one. Never in the first half of its life: Math.min(earlyMs, lifeMs / 2).',
      );
      clock.advance(1);
      await get();
      expectSame('after 2000 ms', server.count, 2, 'At half of its life it may be replaced.');
    }
  });

  test('a token without an end', async () => {
    const { clock, server, source, give, get } = sourced();
    const first = watch(source.get());
    await settled(first);
    await give('t1', Number.POSITIVE_INFINITY);
    await settled(first);
    clock.advance(1e9);
    expectSame('a lifeMs of Infinity, much later: get gives', await get(), 't1', LIVES);
    expectSame('how often fetch was asked', server.count, 1, 'Nobody has said that it ends.');
  });

  test('earlyMs 0: it is replaced when it dies', async () => {
    const { clock, server, ready, get } = sourced({ earlyMs: 0 });
    await ready();
    clock.advance(LIFE - 1);
    expectSame('a millisecond before its end', await get(), 't1', LIVES);
    expectSame('how often fetch was asked', server.count, 1, 'earlyMs is 0: not before its end.');
    clock.advance(1);
    await get();
    expectSame('and at its end', server.count, 2, 'Now there is none.');
  });

  test('no token, and no token server', async () => {
    const { source, server, clock, refuse, give, get } = sourced();
    const calls = Array.from({ length: 10 }, () => watch(source.get()));
    await settled(...calls);
    await refuse();
    await settled(...calls);
    for (const call of calls) {
      check(
        call.error === DOWN,
        `expected the error of fetch, received ${describe(call)}`,
        'All who waited fail as the fetch did.',
      );
    }
    for (const after of [0, PAUSE - 1]) {
      clock.advance(after);
      const next = watch(source.get());
      await settled(next);
      expectSame(
        `${after} ms after it failed, with pauseMs ${PAUSE}: how often fetch was asked`,
        server.count,
        1,
        'A server in trouble is not helped by a question from each call. Until pauseMs is over, fail with what is known: this.#failed.',
      );
      check(
        next.error === DOWN,
        `${after} ms after it failed: expected the same error, received ${describe(next)}`,
        'Who waits during the pause waits for nothing: it fails at once, with the error of the last fetch.',
      );
    }
    clock.advance(1);
    const again = watch(source.get());
    await settled(again);
    expectSame('after the pause: how often fetch was asked', server.count, 2, 'Now another try.');
    await give('t2');
    await settled(again);
    expectSame('and get gives', describe(again), 't2', 'It is well again.');
    expectSame('and the next', await get(), 't2', 'A failure that is past counts no more.');
  });

  test('the pause begins when it fails', async () => {
    const { source, server, clock, refuse, get } = sourced();
    const first = watch(source.get());
    await settled(first);
    clock.advance(3_000);
    await refuse();
    await settled(first);
    clock.advance(PAUSE - 1);
    await get();
    expectSame(
      'a fetch that failed after 3000 ms, and PAUSE - 1 later: how often fetch was asked',
      server.count,
      1,
      'pauseMs is counted from the failure. Counted from the question it would be over before it begins.',
    );
    clock.advance(1);
    await get();
    expectSame('and a millisecond later', server.count, 2, 'The pause is over.');
  });

  test('an outage, while the token lives', async () => {
    const { clock, server, ready, get, refuse, give } = sourced();
    await ready();
    clock.advance(LIFE - EARLY);
    expectSame('the token is ageing: get gives', await get(), 't1', LIVES);
    await refuse();
    for (const [after, count] of [
      [0, 2],
      [PAUSE - 1, 2],
      [1, 3],
    ] as const) {
      clock.advance(after);
      expectSame(
        'the token server is down: get gives',
        await get(),
        't1',
        'That nobody gives a new one makes the old one no worse. While it lives, nobody notices.',
      );
      expectSame(
        'how often fetch was asked',
        server.count,
        count,
        count === 2
          ? 'The pause holds for a token that ages, too.'
          : 'After the pause another try.',
      );
    }
    await refuse();
    clock.advance(EARLY - PAUSE);
    const dead = await get();
    expectSame(
      'the token has died, and the pause is over: get gives',
      dead,
      'nothing yet',
      'One more try, and now all wait for it.',
    );
    await give('t4');
    expectSame('and when the server is back', await get(), 't4', 'It is well again.');
  });

  test('an outage that is longer than the token lives', async () => {
    const { clock, source, server, ready, get, refuse } = sourced({ pauseMs: EARLY });
    await ready();
    clock.advance(LIFE - 1);
    await get();
    await refuse();
    clock.advance(1);
    const late = watch(source.get());
    await settled(late);
    check(
      late.error === DOWN,
      `the token has died, and the last fetch has just failed: expected its error, received ${describe(late)}`,
      late.value === 't1'
        ? 'It is dead: the server will refuse it. Say why there is none.'
        : 'It fails at once, as the last fetch did, until the pause is over.',
    );
    expectSame('how often fetch was asked', server.count, 2, 'Not during the pause.');
  });

  test('a failure that nobody waits for', async () => {
    const unhandled = await unhandledIn(async () => {
      const { clock, ready, get, refuse } = sourced();
      await ready();
      clock.advance(LIFE - EARLY);
      await get();
      await refuse();
      await get();
    });
    expectSame(
      'the token is ageing, and the fetch fails: rejections that nobody handles',
      unhandled,
      0,
      'One such rejection ends a program of Node’s, and its old token was still good: this.#refresh(now).catch(() => {}).',
    );
  });

  test('what went wrong once is forgotten when it goes well', async () => {
    const { clock, server, source, refuse, give, get } = sourced({ pauseMs: 10 * LIFE });
    const first = watch(source.get());
    await settled(first);
    await refuse();
    await settled(first);
    clock.advance(10 * LIFE);
    const second = watch(source.get());
    await settled(second);
    await give('t2', 4_000);
    await settled(second);
    clock.advance(4_000);
    expectSame(
      'a fetch failed, the next went well, and its token has died: get gives',
      await get(),
      'nothing yet',
      'The pause was over before; and this.#failed is of no use when a token has come.',
    );
    expectSame('how often fetch was asked', server.count, 3, 'For the next one.');
  });

  test('one fetch that fails and one that goes well, at the same get', async () => {
    const { source, server, refuse } = sourced({ pauseMs: 0 });
    const first = watch(source.get());
    await settled(first);
    await refuse(new Error('one'));
    await settled(first);
    const second = watch(source.get());
    await settled(second);
    expectSame(
      'with pauseMs 0, after a failure: how often fetch was asked',
      server.count,
      2,
      'A promise that was rejected stays so: take it out of this.#coming, however it ends, or no call will ever have a token again.',
    );
    await refuse(new Error('two'));
    await settled(second);
    expectSame(
      'and it fails with',
      describe(second),
      'Error: two',
      'With the error of its own fetch, and not with the one before.',
    );
  });

  test('a token server that takes the question and never answers', async () => {
    const { clock, source, server, signals, get } = sourced();
    const calls = [watch(source.get()), watch(source.get())];
    await settled(...calls);
    clock.advance(4_999);
    await settled(...calls);
    expectSame(
      'after 4999 ms, with timeoutMs 5000',
      describe(calls[0]!),
      'nothing yet',
      'It still has time.',
    );
    clock.advance(1);
    await settled(...calls);
    expectSame(
      'after 5000 ms',
      calls.map(describe),
      ['UNAVAILABLE', 'UNAVAILABLE'],
      'askInTime(this.#fetch, this.#timeoutMs, this.#clock) ends it, with the clock of the options.',
    );
    expectSame(
      'the signal has aborted',
      signals[0]?.aborted,
      true,
      'fetch gets the signal of askInTime.',
    );
    clock.advance(PAUSE - 1);
    await get();
    expectSame(
      'during the pause: how often fetch was asked',
      server.count,
      1,
      'This is a failure as any other.',
    );
    clock.advance(1);
    await get();
    expectSame('and after it', server.count, 2, 'Another try.');
  });

  test('nothing is left behind', async () => {
    const { clock, ready, get } = sourced();
    expectSame('timers before the first call', clock.pending, 0, 'Nothing runs by itself.');
    await ready();
    expectSame(
      'timers while a token is there',
      clock.pending,
      0,
      'A source without calls does nothing: a token is replaced when a call finds it ageing, and no timer does it.',
    );
    clock.advance(LIFE - EARLY);
    await get();
    expectSame('timers while the next one is on its way', clock.pending, 1, 'That of askInTime.');
  });

  test('two sources', async () => {
    const one = sourced();
    const other = sourced();
    await one.ready();
    expectSame(
      'one has a token; the other’s get gives',
      await other.get(),
      'nothing yet',
      'Each source has its own: another client may have other scopes.',
    );
  });

  test('refused: it is forgotten', async () => {
    const { clock, source, server, ready, get, give } = sourced();
    await ready();
    clock.advance(PAUSE);
    expectSame(
      'refused("t1") gives',
      source.refused('t1'),
      true,
      `It was asked for ${PAUSE} ms ago, so there may be a better one: forget it, and say true.`,
    );
    await settled();
    expectSame(
      'how often fetch was asked',
      server.count,
      1,
      'refused only forgets: the next get fetches, if there is one.',
    );
    const next = watch(source.get());
    await settled(next);
    expectSame(
      'then get gives',
      describe(next),
      'nothing yet',
      'The server does not take t1. All wait for another one.',
    );
    expectSame('how often fetch was asked', server.count, 2, 'For another one.');
    expectSame(
      'and who was refused with t1, too, hears',
      source.refused('t1'),
      true,
      'It is forgotten, and another one is on its way.',
    );
    await give('t2');
    expectSame('get gives', await get(), 't2', 'The one that came.');
    clock.advance(PAUSE);
    expectSame(
      'refused("t1"), once more, gives',
      source.refused('t1'),
      true,
      'There is another one.',
    );
    expectSame(
      'and get gives',
      await get(),
      't2',
      'A refusal of t1 says nothing about t2: forget only the token that was refused.',
    );
    expectSame('how often fetch was asked', server.count, 2, 'Nothing was wrong with t2.');
  });

  test('refused: one that is new', async () => {
    const { clock, source, server, ready, get } = sourced();
    await ready();
    for (const after of [0, PAUSE - 1]) {
      clock.advance(after);
      expectSame(
        `${after} ms after it was asked for, with pauseMs ${PAUSE}: refused("t1") gives`,
        source.refused('t1'),
        false,
        'A server that does not take a new token takes the next one as little. Each call would fetch one: keep it, and say false.',
      );
      expectSame('and get gives', await get(), 't1', 'It was kept.');
    }
    expectSame('how often fetch was asked', server.count, 1, 'There is one.');
    clock.advance(1);
    expectSame(
      `${PAUSE} ms after it was asked for`,
      source.refused('t1'),
      true,
      'Now another try.',
    );
  });

  test('refused: asked for long ago, and come just now', async () => {
    const { clock, source, give } = sourced();
    const first = watch(source.get());
    await settled(first);
    clock.advance(PAUSE);
    await give();
    await settled(first);
    expectSame(
      `${PAUSE} ms after it was asked for, 0 ms after it came: refused("t1") gives`,
      source.refused('t1'),
      true,
      'kept.asked counts here, too: pauseMs after that a new try is allowed.',
    );
  });

  test('refused, while the token server is down', async () => {
    const { clock, source, server, ready, get, refuse } = sourced();
    await ready();
    clock.advance(LIFE - EARLY);
    await get();
    await refuse();
    source.refused('t1');
    const next = watch(source.get());
    await settled(next);
    expectSame(
      'the last fetch has just failed, and the old token is refused: how often fetch was asked',
      server.count,
      2,
      'refused says nothing about the token server: the pause goes on.',
    );
    check(
      next.error === DOWN,
      `and get: expected the error of the last fetch, received ${describe(next)}`,
      'There is no token, and until the pause is over no fetch: it fails at once.',
    );
  });

  test('refused: new, and dead all the same', async () => {
    const { clock, source, give } = sourced();
    const first = watch(source.get());
    await settled(first);
    await give('t1', 400);
    await settled(first);
    clock.advance(399);
    expectSame(
      'after 399 ms of 400: refused gives',
      source.refused('t1'),
      false,
      'It lives, and is new.',
    );
    clock.advance(1);
    expectSame(
      'after 400 ms of 400: refused gives',
      source.refused('t1'),
      true,
      'It is dead, so that it was refused says nothing about the next one, and get fetches one.',
    );
  });

  test('refused: the old one, while another is on its way', async () => {
    const { clock, source, server, ready, get, give } = sourced();
    await ready();
    clock.advance(LIFE - EARLY);
    await get();
    source.refused('t1');
    const next = watch(source.get());
    await settled(next);
    expectSame(
      'get gives',
      describe(next),
      'nothing yet',
      'The old one was refused; the new one is not there.',
    );
    expectSame('how often fetch was asked', server.count, 2, ONE_FETCH);
    await give('t2');
    await settled(next);
    expectSame('and then', describe(next), 't2', 'The one that was on its way.');
  });

  test(
    'at a real token server, with calls of all four kinds',
    async () => {
      await withTokenServer(async ({ fetch, ask, revoke, seen }) => {
        const clock = new FakeClock();
        const source = new TokenSource({ fetch: fetch('orders.read orders.write'), clock });
        const tokens = await Promise.all(Array.from({ length: 100 }, () => source.get()));
        expectSame('tokens for a hundred calls', new Set(tokens).size, 1, ONE_FETCH);
        expectSame('how often the token server was asked', seen.asked('/token'), 1, ONE_FETCH);
        const guarded = { source, grantOf: ask, allows: () => true };
        const OK = ['OK', 'OK', 'OK', 'OK'];
        expectSame('a call of each kind', await callGuarded(guarded), OK, 'The token is good.');
        await revoke(tokens[0]!);
        clock.advance(1_000);
        expectSame(
          'a call of each kind, after the token was revoked',
          await callGuarded(guarded),
          OK,
          'The first is refused, and made once more with another token: refused says true, and get gives it.',
        );
        expectSame('how often the token server was asked', seen.asked('/token'), 2, 'Once more.');
        seen.fail(true);
        clock.advance(3_600_000 - 60_000);
        expectSame(
          'while the token server is down',
          await callGuarded({ ...guarded, grantOf: async () => ({ client: 'web', scope: '' }) }),
          OK,
          'The token lives.',
        );
      });
    },
    REAL_MS,
  );
});

// ---- 3: scopes to methods ----

const SPEC = {
  addOrder: 'orders.write',
  getOrder: 'orders.read',
  searchOrders: 'orders.read',
  updateOrders: 'orders.write',
  processOrders: 'orders.write orders.read',
};
const pathOf = (name: keyof typeof SPEC) => OrderManagementDefinition.methods[name].path;
const tableOf = (rules: object = SPEC) =>
  new ScopeTable().require(OrderManagementDefinition, Object.freeze(rules) as typeof SPEC);

const WHOLE =
  'Names are compared whole, letter by letter: a Set of names has(name). A text that includes another one is not the same.';

task(3, () => {
  test('the names in a scope', () => {
    for (const [text, names] of [
      ['orders.read', ['orders.read']],
      ['orders.read orders.write', ['orders.read', 'orders.write']],
      ['a b a', ['a', 'b']],
      ['A a', ['A', 'a']],
      ['urn:x#[y] !~', ['urn:x#[y]', '!~']],
    ] as const) {
      expectSame(
        `scopesOf(${JSON.stringify(text)})`,
        [...scopesOf(text)].sort(),
        [...names].sort(),
        'Names with one space between them, in upper and lower case as they stand.',
      );
    }
  });

  test('what is not a scope gives nothing', () => {
    for (const text of [
      undefined,
      '',
      ' ',
      ' orders.read',
      'orders.read ',
      'orders.read  orders.write',
      'orders.read,orders.write',
      'orders.read\torders.write',
      'orders.read\norders.write',
      'orders.read\n',
      'orders"read',
      'orders\\read',
      'örders.read',
    ]) {
      if (text === 'orders.read,orders.write') continue; // A comma is a letter of a name.
      expectSame(
        `scopesOf(${JSON.stringify(text)})`,
        [...scopesOf(text)],
        [],
        'A text that does not match SCOPE is not one, and what we cannot read allows nothing: not even the part of it that we could.',
      );
    }
  });

  test('each has a set of its own', () => {
    const one = scopesOf('orders.read') as Set<string>;
    one.add('orders.write');
    expectSame(
      'scopesOf("orders.read"), after somebody has changed what it gave before',
      [...scopesOf('orders.read')],
      ['orders.read'],
      'A new Set each time.',
    );
    (scopesOf(undefined) as Set<string>).add('orders.write');
    expectSame('and of nothing', [...scopesOf('')], [], 'A new Set each time.');
  });

  test('what is missing', () => {
    const table = tableOf();
    for (const [method, granted, missing] of [
      ['getOrder', 'orders.read', []],
      ['getOrder', 'orders.write orders.read', []],
      ['getOrder', 'orders.write', ['orders.read']],
      ['getOrder', '', ['orders.read']],
      ['getOrder', undefined, ['orders.read']],
      ['getOrder', 'orders.readonly', ['orders.read']],
      ['getOrder', 'orders', ['orders.read']],
      ['getOrder', 'Orders.Read', ['orders.read']],
      ['getOrder', 'my-orders.read', ['orders.read']],
      ['getOrder', 'orders.read ', ['orders.read']],
      ['getOrder', '*', ['orders.read']],
      ['getOrder', 'orders.*', ['orders.read']],
      ['processOrders', 'orders.read orders.write', []],
      ['processOrders', 'orders.read', ['orders.write']],
      ['processOrders', 'orders.write', ['orders.read']],
      ['processOrders', 'something.else', ['orders.write', 'orders.read']],
    ] as const) {
      const received = table.missing(pathOf(method), granted);
      expectSame(
        `${method} needs ${SPEC[method]}, granted is ${JSON.stringify(granted)}: missing`,
        received,
        missing,
        received?.length === 0
          ? granted?.startsWith('orders.') && method === 'processOrders'
            ? 'All of the rule’s names are needed, and not one of them.'
            : WHOLE
          : received?.length === missing.length
            ? 'In the order in which the rule names them.'
            : missing.length === 0
              ? 'All that the rule names is granted; and the rule stands under the method’s path.'
              : WHOLE,
      );
      expectSame(
        'and allows',
        table.allows(pathOf(method), granted),
        missing.length === 0,
        'allows asks missing.',
      );
    }
  });

  test('a path without a rule is for nobody', () => {
    const table = tableOf();
    for (const path of [
      '/ecommerce.OrderManagement/DeleteOrder',
      '/ecommerce.OrderManagement/getOrder',
      '/ECOMMERCE.OrderManagement/GetOrder',
      '/ecommerce.OrderManagement/GetOrder/',
      '/ecommerce.OrderManagement/GetOrder?',
      '//ecommerce.OrderManagement/GetOrder',
      ' /ecommerce.OrderManagement/GetOrder',
      '/ecommerce.OrderManagement/',
      'getOrder',
      'GetOrder',
      '',
      'constructor',
      '__proto__',
      'toString',
    ]) {
      expectSame(
        `missing(${JSON.stringify(path)}, …)`,
        table.missing(path, 'orders.read orders.write'),
        undefined,
        'A path that nobody has named is closed, whatever somebody has: undefined. The rules stand under the method’s path, to the letter, and not under its name; a Map has no members of its own that one could ask for.',
      );
    }
    expectSame(
      'in a table without rules',
      new ScopeTable().missing('/a/B', 'x'),
      undefined,
      'Nothing was named.',
    );
  });

  test('a rule that needs nothing', () => {
    const table = tableOf({ ...SPEC, getOrder: '' });
    for (const granted of [undefined, '', 'orders.read']) {
      expectSame(
        `getOrder needs "", granted is ${JSON.stringify(granted)}: missing`,
        table.missing(pathOf('getOrder'), granted),
        [],
        '"" is said on purpose: nothing is needed, so nothing is missing. A method that is left out is another thing.',
      );
    }
  });

  test('rules that are wrong', () => {
    const { getOrder: _, ...without } = SPEC;
    for (const [what, rules, cause] of [
      [
        'without getOrder',
        without,
        'Each method of the service has to be named: a forgotten one would be found by a user.',
      ],
      [
        'with getOrders, which there is not',
        { ...SPEC, getOrders: 'orders.read' },
        'A typing error in a name. Silently it would protect nothing.',
      ],
      [
        'with a scope of two spaces',
        { ...SPEC, processOrders: 'orders.read  orders.write' },
        'It does not match SCOPE: scopesOf would give an empty set for it, and the method would need nothing.',
      ],
      [
        'with a scope of one space',
        { ...SPEC, getOrder: ' ' },
        'It does not match SCOPE, and it is not "".',
      ],
      [
        'with a comma and a space',
        { ...SPEC, getOrder: 'orders.read\torders.write' },
        'It does not match SCOPE.',
      ],
      [
        'with toString as a method',
        { ...SPEC, toString: 'orders.read' },
        'Object.hasOwn(service.methods, name): "toString" in an object is always true.',
      ],
      [
        'with getOrder only in what it was made from',
        Object.assign(Object.create({ getOrder: '' }), without),
        'Object.hasOwn(rules, name): what is inherited was not said.',
      ],
    ] as [string, object, string][]) {
      const table = new ScopeTable();
      const error = thrownBy(() => table.require(OrderManagementDefinition, rules as typeof SPEC));
      if (error === undefined) fail(`rules ${what}: nothing is thrown`, cause);
      check(
        error instanceof RangeError,
        `rules ${what}: expected a RangeError, received ${(error as Error).constructor.name}`,
        'new RangeError(…), which says which method.',
      );
      expectSame(
        `rules ${what}, and then what addOrder needs`,
        table.missing(pathOf('addOrder'), undefined),
        undefined,
        'All or nothing: collect first, and remember when nothing can throw any more.',
      );
    }
  });

  test('a rule that is not a text', () => {
    for (const rule of [undefined, null]) {
      const table = new ScopeTable();
      const rules = { ...SPEC, getOrder: rule } as unknown as typeof SPEC;
      const cause =
        'It is named, and nothing is said. Only "" means that nothing is needed, and SCOPE.test(undefined) looks at the text "undefined": ask typeof rule === "string" first.';
      const error = thrownBy(() => table.require(OrderManagementDefinition, rules));
      check(error !== undefined, `rules with ${rule} for getOrder: nothing is thrown`, cause);
      expectSame(
        `rules with ${rule} for getOrder, and then what addOrder needs`,
        table.missing(pathOf('addOrder'), undefined),
        undefined,
        'All or nothing: collect first, and remember when nothing can throw any more.',
      );
    }
  });

  test('a second require', () => {
    const table = tableOf();
    thrownBy(() => table.require(OrderManagementDefinition, { ...SPEC, getOrder: ' ' }));
    expectSame(
      'after one that threw: updateOrders needs',
      table.missing(pathOf('updateOrders'), undefined),
      ['orders.write'],
      'What was said before holds.',
    );
    const other = { methods: { ping: { path: '/other.Service/Ping' } } };
    const same = table.require(other, { ping: 'ping' });
    check(
      same === table,
      'require does not give back the table',
      'return this: so that one can go on.',
    );
    expectSame(
      'two services: what each needs',
      [table.missing('/other.Service/Ping', ''), table.missing(pathOf('getOrder'), '')],
      [['ping'], ['orders.read']],
      'The rules of one service leave those of another alone.',
    );
    table.require(OrderManagementDefinition, { ...SPEC, getOrder: 'orders.admin' });
    expectSame(
      'the same service again: getOrder needs',
      table.missing(pathOf('getOrder'), 'orders.read'),
      ['orders.admin'],
      'The last rule counts.',
    );
    expectSame(
      'and with orders.admin alone',
      table.missing(pathOf('getOrder'), 'orders.admin'),
      [],
      'The last rule counts, and takes the place of the one before.',
    );
  });

  test('what was said is kept', () => {
    const rules = { ...SPEC };
    const table = new ScopeTable().require(OrderManagementDefinition, rules);
    rules.getOrder = '';
    const missing = table.missing(pathOf('getOrder'), '') as string[];
    expectSame(
      'after the rules were changed outside: getOrder needs',
      missing,
      ['orders.read'],
      'The table has read them when they were given.',
    );
    missing.length = 0;
    expectSame(
      'after somebody has emptied the list that missing gave',
      table.missing(pathOf('getOrder'), ''),
      ['orders.read'],
      'A new list each time: filter makes one.',
    );
    const one = tableOf();
    new ScopeTable().require(OrderManagementDefinition, { ...SPEC, getOrder: '' });
    expectSame(
      'and another table',
      one.missing(pathOf('getOrder'), ''),
      ['orders.read'],
      'Each has its own rules.',
    );
  });
});

// ---- 4: asked once, forgotten in time ----

const KNOWN = 30_000;
const REFUSED = 5_000;
const GOOD: ActiveToken = Object.freeze({ client: 'web', scope: 'orders.read', lifeMs: 3_600_000 });

/** A cache, its token server in the hand. */
function cached(options: Partial<IntrospectionCacheOptions> = {}) {
  const clock = new FakeClock();
  const server = questions<ActiveToken | undefined>();
  const tokens: string[] = [];
  const cache = new IntrospectionCache({
    ask: (token) => {
      tokens.push(token);
      return server.ask();
    },
    knownMs: KNOWN,
    refusedMs: REFUSED,
    clock,
    ...options,
  });
  const ask = (token: string) => watch(cache.grantOf(token));
  /** Asks about a token, and has it answered at once if the question goes out. */
  const find = async (token: string, answer: ActiveToken | null = GOOD) => {
    const before = server.count;
    const watched = ask(token);
    await settled(watched);
    if (server.count > before) server.answer(before, answer ?? undefined);
    await settled(watched);
    return watched;
  };
  return { clock, server, cache, tokens, ask, find };
}

const AGAIN =
  'It is known, and not too old: this.#known.recall(token, now), before anything is asked.';

task(4, () => {
  test('a map that forgets', () => {
    const map = new ForgetfulMap<number | undefined>(3);
    map.keep('a', 1, 100);
    for (const [now, found] of [
      [0, 1],
      [99, 1],
    ] as const) {
      expectSame(
        `kept until 100: recall at ${now}`,
        map.recall('a', now)?.value,
        found,
        'now < until.',
      );
    }
    expectSame(
      'kept until 100: recall at 100',
      map.recall('a', 100),
      undefined,
      'until is the first moment at which it is too old.',
    );
    expectSame('and its size', map.size, 0, 'What is too old takes no place: delete it.');
    expectSame('what was never kept', map.recall('toString', 0), undefined, 'Nobody has kept it.');
    map.keep('u', undefined, 100);
    check(
      map.recall('u', 0) !== undefined,
      'undefined was kept, and recall gives undefined',
      'recall gives { value }, so that a value that is undefined is told from none.',
    );
  });

  test('the oldest goes', () => {
    const map = new ForgetfulMap<number>(3);
    for (const [i, key] of ['a', 'b', 'c'].entries()) map.keep(key, i, 100);
    expectSame(
      'three of three',
      ['a', 'b', 'c'].map((key) => map.recall(key, 0)?.value),
      [0, 1, 2],
      'There is room for three.',
    );
    map.keep('a', 7, 100);
    expectSame(
      'one of them kept again: the size',
      map.size,
      3,
      'It has a place already: nobody has to go.',
    );
    map.keep('d', 3, 100);
    expectSame(
      'a fourth, after a was kept again',
      ['a', 'b', 'c', 'd'].map((key) => map.recall(key, 0)?.value),
      [7, undefined, 2, 3],
      'a became the youngest when it was kept again: delete it before you set it. b is the oldest now, and goes.',
    );
    const mixed = new ForgetfulMap<number>(2);
    mixed.keep('long', 1, 1000);
    mixed.keep('short', 2, 10);
    mixed.keep('new', 3, 500);
    expectSame(
      'kept in the order long, short, new, with room for two',
      ['long', 'short', 'new'].map((key) => mixed.recall(key, 0)?.value),
      [undefined, 2, 3],
      'The oldest goes, which was kept first, and not the one that ends first.',
    );
    const one = new ForgetfulMap<number>(1);
    one.keep('a', 1, 100);
    one.keep('b', 2, 100);
    expectSame(
      'room for one',
      [one.recall('a', 0)?.value, one.recall('b', 0)?.value, one.size],
      [undefined, 2, 1],
      'The new one stays.',
    );
    map.keep('e', 4, 50);
    map.recall('e', 60);
    map.keep('f', 5, 100);
    expectSame('a place that is free again', map.size, 3, 'What was deleted makes room.');
  });

  test('a thousand times the same key', () => {
    const map = new ForgetfulMap<number>(2);
    map.keep('other', 1, 100);
    for (let i = 0; i < 1000; i++) map.keep('a', i, 100);
    expectSame(
      'the other one',
      map.recall('other', 0)?.value,
      1,
      'A key takes one place, however often it is kept.',
    );
    expectSame('the last value', map.recall('a', 0)?.value, 999, 'The last one counts.');
  });

  test('a good token', async () => {
    const { find, tokens } = cached();
    const first = await find('t1');
    expectSame(
      'grantOf("t1")',
      first.value,
      { client: 'web', scope: 'orders.read' },
      'What ask says: client and scope, and nothing else.',
    );
    expectSame('what was asked about', tokens, ['t1'], 'The token, as it came.');
    const again = await find('t1');
    expectSame('and again', again.value, { client: 'web', scope: 'orders.read' }, AGAIN);
    expectSame('what was asked about', tokens, ['t1'], AGAIN);
    await find('t2');
    expectSame('another token', tokens, ['t1', 't2'], 'It has a grant of its own.');
  });

  test('tokens that look like another', async () => {
    const LONG = `${'Z'.repeat(60)}Aa${'z'.repeat(60)}`;
    for (const [what, other] of [
      ['in its last letter', `${LONG.slice(0, -1)}y`],
      ['in its first letter', `Y${LONG.slice(1)}`],
      ['in a letter in the middle', LONG.replace('Aa', 'Ab')],
      ['in upper and lower case', LONG.toLowerCase()],
      ['in its length', `${LONG}z`],
      ['in two letters, and has the same 31-fold sum', LONG.replace('Aa', 'BB')],
    ] as const) {
      for (const first of [GOOD, null]) {
        const { find } = cached();
        await find(LONG, first);
        const { value } = await find(other, first === null ? GOOD : null);
        expectSame(
          `a ${first === null ? 'bad' : 'good'} token, and then one that differs ${what}: grantOf`,
          value,
          first === null ? { client: 'web', scope: 'orders.read' } : undefined,
          'The whole token is the key. A part of it, or a short sum, is the same for others: then somebody has the rights of somebody else.',
        );
      }
    }
  });

  test('nobody can change it for others', async () => {
    const { find, server, ask } = cached();
    const answer = { ...GOOD, secret: 'not for handlers' };
    const watched = ask('t1');
    const second = ask('t1');
    await settled(watched, second);
    server.answer(0, answer);
    await settled(watched, second);
    answer.scope = 'orders.read orders.write';
    const grant = watched.value as Grant;
    expectSame(
      'the members of a grant',
      Object.keys(grant).sort(),
      ['client', 'scope'],
      '{ client, scope }, and not the whole answer: lifeMs is old the next time.',
    );
    check(
      Object.isFrozen(grant) && Object.isFrozen(second.value),
      'a handler can change the grant',
      'Object.freeze: all calls with this token get the same object. One that writes into it would change what the others may do.',
    );
    expectSame(
      'after the answer was changed outside, and the grant was asked for again',
      (await find('t1')).value,
      { client: 'web', scope: 'orders.read' },
      'A new object with these two texts.',
    );
  });

  test('a bad token', async () => {
    const { find, tokens, clock } = cached();
    expectSame(
      'not active: grantOf',
      (await find('x', null)).value,
      undefined,
      'undefined: nobody.',
    );
    for (const [after, count] of [
      [0, 1],
      [REFUSED - 1, 1],
      [1, 2],
    ] as const) {
      clock.advance(after);
      const watched = await find('x', null);
      expectSame(
        'and again',
        describe(watched),
        describe({ state: 'resolved', value: undefined }),
        'It is not good.',
      );
      expectSame(
        `how often the server was asked, with refusedMs ${REFUSED}`,
        tokens.length,
        count,
        count === 1
          ? 'A bad token is remembered, too: somebody who sends it again and again would have us ask each time.'
          : 'For refusedMs, and not a millisecond longer: then it is asked about again. (this.#asking has only those without an answer.)',
      );
    }
  });

  test('a good token, for knownMs', async () => {
    const { find, tokens, clock } = cached();
    await find('t1');
    for (const [after, count] of [
      [KNOWN - 1, 1],
      [1, 2],
    ] as const) {
      clock.advance(after);
      await find('t1');
      expectSame(
        `with knownMs ${KNOWN}: how often the server was asked`,
        tokens.length,
        count,
        count === 1
          ? AGAIN
          : 'Who revokes a token wants it to end. knownMs is how long that may take, and an answer that is used again does not become younger by it.',
      );
    }
    clock.advance(1);
    expectSame(
      'and then',
      describe(await find('t1', null)),
      canonical({ client: 'web', scope: 'orders.read' }),
      AGAIN,
    );
    clock.advance(KNOWN);
    expectSame(
      'revoked meanwhile',
      (await find('t1', null)).value,
      undefined,
      'Now the server says no.',
    );
    clock.advance(1);
    expectSame(
      'and again',
      (await find('t1')).value,
      undefined,
      'It was good once. The last answer counts.',
    );
  });

  test('knownMs 0, refusedMs 0', async () => {
    for (const answer of [GOOD, null]) {
      const { find, tokens } = cached({ knownMs: 0, refusedMs: 0 });
      await find('t1', answer);
      await find('t1', answer);
      expectSame(
        `a ${answer === null ? 'bad' : 'good'} token twice, and nothing is to be remembered: how often the server was asked`,
        tokens.length,
        2,
        '0 is a number like others: not for a millisecond.',
      );
    }
  });

  test('never longer than it lives', async () => {
    const { find, tokens, clock } = cached();
    await find('t1', { ...GOOD, lifeMs: 1_000 });
    clock.advance(999);
    expectSame(
      'after 999 ms of 1000',
      (await find('t1')).state === 'resolved' && tokens.length,
      1,
      AGAIN,
    );
    clock.advance(1);
    await find('t1', null);
    expectSame(
      'after 1000 ms of 1000: how often the server was asked',
      tokens.length,
      2,
      'A token that dies in a second is not good for thirty: Math.min(asked + knownMs, dead).',
    );
  });

  test('one without an end', async () => {
    const { find, tokens, clock } = cached();
    const { value } = await find('t1', { ...GOOD, lifeMs: Number.POSITIVE_INFINITY });
    expectSame(
      'grantOf',
      value,
      { client: 'web', scope: 'orders.read' },
      'Infinity is a long life.',
    );
    clock.advance(KNOWN);
    await find('t1');
    expectSame(
      'after knownMs: how often the server was asked',
      tokens.length,
      2,
      'Not for ever: it may be revoked.',
    );
  });

  test('dead when the answer comes', async () => {
    for (const [lifeMs, takes] of [
      [0, 0],
      [-1, 0],
      [Number.NaN, 0],
      [1_000, 1_000],
      [1_000, 4_000],
    ] as const) {
      const { ask, server, clock, tokens } = cached();
      const watched = ask('t1');
      await settled(watched);
      clock.advance(takes);
      server.answer(0, { ...GOOD, lifeMs });
      await settled(watched);
      expectSame(
        `lifeMs ${lifeMs}, and the answer took ${takes} ms: grantOf`,
        describe(watched),
        describe({ state: 'resolved', value: undefined }),
        'It has died meanwhile: asked + lifeMs is not later than now. Each comparison with NaN is false: ask asked + lifeMs > now, and take all else for dead.',
      );
      const again = ask('t1');
      await settled(again);
      expectSame(
        'and again: how often the server was asked',
        tokens.length,
        1,
        'It is a bad token, and remembered as one.',
      );
    }
  });

  test('an answer that takes its time', async () => {
    const { ask, find, server, clock, tokens } = cached();
    const good = ask('t1');
    const bad = ask('x');
    await settled(good, bad);
    clock.advance(4_000);
    server.answer(0, GOOD);
    server.answer(1, undefined);
    await settled(good, bad);
    clock.advance(REFUSED - 4_000 - 1);
    await find('x', null);
    expectSame(
      `a bad one, ${REFUSED - 1} ms after the question: asked`,
      tokens.length,
      2,
      'Still remembered.',
    );
    clock.advance(1);
    await find('x', null);
    expectSame(
      `a bad one, ${REFUSED} ms after the question, ${REFUSED - 4_000} after the answer: asked`,
      tokens.length,
      3,
      'It was true when it was asked, and perhaps not any more when it came: count from the question.',
    );
    clock.advance(KNOWN - REFUSED - 1);
    await find('t1');
    expectSame(`a good one, ${KNOWN - 1} ms after the question: asked`, tokens.length, 3, AGAIN);
    clock.advance(1);
    await find('t1');
    expectSame(
      `a good one, ${KNOWN} ms after the question: asked`,
      tokens.length,
      4,
      'Count from the question.',
    );
  });

  test('a hundred calls with the same token', async () => {
    const { ask, server, tokens } = cached();
    const calls = Array.from({ length: 100 }, () => ask('t1'));
    await settled(...calls);
    expectSame(
      'how often the server was asked',
      server.count,
      1,
      'The first asks, the others wait for the same answer: this.#asking.get(token). Between looking into it and setting it nothing may be awaited.',
    );
    const other = ask('t2');
    await settled(other);
    expectSame('and with another token', tokens, ['t1', 't2'], 'Each token has its question.');
    server.answer(1, { client: 'cron', scope: '', lifeMs: 1e6 });
    server.answer(0, GOOD);
    await settled(...calls, other);
    expectSame(
      'who is who',
      [
        calls.every(({ value }) => (value as Grant)?.client === 'web'),
        (other.value as Grant)?.client,
      ],
      [true, 'cron'],
      'Each gets the answer to its own question.',
    );
  });

  test('a question that fails', async () => {
    for (const how of ['rejects', 'throws'] as const) {
      let asked = 0;
      let broken = true;
      const cache = new IntrospectionCache({
        clock: new FakeClock(),
        ask(): Promise<ActiveToken> {
          asked++;
          if (!broken) return Promise.resolve(GOOD);
          if (how === 'throws') throw DOWN;
          return Promise.reject(DOWN);
        },
      });
      const calls = [watch(cache.grantOf('t1')), watch(cache.grantOf('t1'))];
      await settled(...calls);
      check(
        calls.every(({ error }) => error === DOWN),
        `ask ${how}: expected its error for both, received ${calls.map(describe).join(' and ')}`,
        'A guard that cannot ask lets nobody in, and does not say that they are nobody: what ask fails with is what grantOf fails with.',
      );
      broken = false;
      const again = watch(cache.grantOf('t1'));
      await settled(again);
      expectSame(
        `ask ${how}, and then works: grantOf`,
        describe(again),
        canonical({ client: 'web', scope: 'orders.read' }),
        'An error is not an answer: it is not kept. Take the question out of this.#asking however it ends: finally.',
      );
      expectSame(`ask ${how}: how often it was asked`, asked >= 2, true, 'Once more.');
    }
  });

  test('an outage, while it is known', async () => {
    const { find, ask, server, clock } = cached();
    await find('t1');
    clock.advance(KNOWN - 1);
    expectSame(
      'grantOf',
      describe(await find('t1')),
      canonical({ client: 'web', scope: 'orders.read' }),
      AGAIN,
    );
    clock.advance(1);
    const late = ask('t1');
    await settled(late);
    server.refuse(1, DOWN);
    await settled(late);
    expectSame(
      'and when knownMs is over',
      describe(late),
      'UNAVAILABLE',
      'Nobody knows any more whether it is good.',
    );
  });

  test('bad tokens push out no good one', async () => {
    const { find, tokens } = cached({ mostKnown: 2, mostRefused: 3 });
    await find('good');
    for (let i = 0; i < 50; i++) await find(`x${i}`, null);
    const before = tokens.length;
    await find('good');
    expectSame(
      'after fifty invented tokens: the good one was asked about again',
      tokens.length - before,
      0,
      'Who has no token at all invents a million of them. Bad ones have a memory of their own: this.#refused.',
    );
    for (const i of [49, 48, 47]) await find(`x${i}`, null);
    expectSame(
      'of the bad ones three are remembered',
      tokens.length - before,
      0,
      'mostRefused is 3.',
    );
    await find('x46', null);
    expectSame('and not the fourth', tokens.length - before, 1, 'The oldest has gone.');
    await find('second');
    await find('third');
    const then = tokens.length;
    await find('second');
    await find('third');
    expectSame('of the good ones two are remembered', tokens.length - then, 0, 'mostKnown is 2.');
    await find('good');
    expectSame('and not the first', tokens.length - then, 1, 'The oldest has gone.');
  });

  test('too many questions', async () => {
    const { ask, server, find, tokens } = cached({ mostAsked: 3 });
    await find('good');
    const open = ['x1', 'x2', 'x3'].map(ask);
    const same = ask('x1');
    const fourth = ask('x4');
    const good = ask('good');
    await settled(...open, same, fourth, good);
    expectSame(
      'three questions have no answer, mostAsked is 3: a fourth ends with',
      describe(fourth),
      'UNAVAILABLE',
      'Each invented token is a question to the token server. Above mostAsked: new GrpcError(Status.UNAVAILABLE, …), at once.',
    );
    const turnedAway = ask('S3CRQ7Z9XJ4W');
    await settled(turnedAway);
    const { message = '', details = '' } = (turnedAway.error ?? {}) as Partial<GrpcError>;
    check(
      !['S3CR', 'Q7Z', 'J4W'].some((part) => `${message} ${details}`.includes(part)),
      'the error quotes the token, or a part of it',
      'It may be a good one that nobody has asked about yet, and an error goes to the client and into logs. Say what is wrong, and not with what.',
    );
    expectSame('what was asked about', tokens, ['good', 'x1', 'x2', 'x3'], 'Not about the fourth.');
    expectSame(
      'one of the three again',
      describe(same),
      'nothing yet',
      'It waits for a question that is out already.',
    );
    expectSame(
      'and one that is known',
      describe(good),
      canonical({ client: 'web', scope: 'orders.read' }),
      'Nobody has to be asked.',
    );
    server.answer(2, undefined);
    server.refuse(1, DOWN);
    await settled(...open);
    const [fifth, sixth] = [ask('x5'), ask('x6')];
    await settled(fifth, sixth);
    expectSame(
      'two of them have ended: two more',
      [describe(fifth), describe(sixth)],
      ['nothing yet', 'nothing yet'],
      'A question that has ended, well or not, takes no place.',
    );
    const seventh = ask('x7');
    await settled(seventh);
    expectSame('and a third', describe(seventh), 'UNAVAILABLE', 'Three are out again.');
    const refused = await find('x4', null);
    expectSame('the one that was turned away', describe(refused), 'UNAVAILABLE', 'Still too many.');
    server.answer(3, undefined);
    await settled(...open);
    expectSame(
      'and when there is room',
      (await find('x4')).value,
      { client: 'web', scope: 'orders.read' },
      'That it was turned away says nothing about it.',
    );
  });

  test('two caches, and no timers', async () => {
    const one = cached();
    const other = cached();
    await one.find('t1');
    await other.find('t1', null);
    expectSame(
      'the other one has asked',
      other.tokens,
      ['t1'],
      'Each cache has its own memory: another service has other callers.',
    );
    expectSame(
      'timers',
      one.clock.pending + other.clock.pending,
      0,
      'What is old is found when somebody looks: nothing runs by itself.',
    );
  });

  test(
    'at a real token server, with calls of all four kinds',
    async () => {
      await withTokenServer(async ({ fetch, ask, revoke, seen }) => {
        const clock = new FakeClock();
        const cache = new IntrospectionCache({ ask, clock, knownMs: KNOWN });
        const table = tableOf();
        const { signal } = new AbortController();
        const callWith = async (value: string) =>
          callGuarded({
            source: { get: async () => value, refused: () => false },
            grantOf: (token) => cache.grantOf(token),
            allows: (path, scope) => table.allows(path, scope),
          });
        const { value } = await fetch('orders.read')(signal);
        const READS = ['OK', 'OK', 'PERMISSION_DENIED', 'PERMISSION_DENIED'];
        expectSame(
          'a call of each kind, with orders.read',
          await callWith(value),
          READS,
          'Known, and allowed two of the four.',
        );
        expectSame(
          'how often the token server was asked about it',
          seen.asked('/token/introspection'),
          1,
          AGAIN,
        );
        await revoke(value);
        expectSame('revoked, and still known', await callWith(value), READS, AGAIN);
        clock.advance(KNOWN);
        const NOBODY = Array(4).fill('UNAUTHENTICATED');
        expectSame(
          `and after ${KNOWN} ms`,
          await callWith(value),
          NOBODY,
          'Now the token server is asked, and says no.',
        );
        expectSame(
          'an invented token',
          await callWith('invented'),
          NOBODY,
          'The token server does not know it.',
        );
        expectSame(
          'how often the token server was asked',
          seen.asked('/token/introspection'),
          3,
          'Once for each, and once more after knownMs.',
        );
      });
    },
    REAL_MS,
  );
});
