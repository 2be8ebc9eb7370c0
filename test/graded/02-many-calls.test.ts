import { test } from 'vitest';
import { encodeUtf8 } from '#bytes/utf8';
import { expectJson, parse } from '#course/kit/compare/equal-json';
import { check, withFinding } from '#course/kit/compare/finding';
import { isGap } from '#course/kit/compare/gap';
import { likely } from '#course/kit/compare/likely';
import { expectErrorLike, expectSame } from '#course/kit/compare/same';
import { asView, unchanged } from '#course/kit/given';
import { task } from '#course/kit/task';
import { settle, settled, type Watched, watch } from '#course/kit/watch';
import { type CallOptions, CallTable } from '#rpc/call-table';
import { ReplyCache } from '#rpc/reply-cache';
import { FakeClock } from '#time/fake-clock';

const json = (message: unknown) => encodeUtf8(JSON.stringify(message));

/** Text as those see it who forget that a character is not a byte. */
const oneByteACharacter = (text: string) =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

const CHARACTERS =
  'A character is not a byte: "ü" takes two in UTF-8, "語" three. encodeUtf8 and decodeUtf8 know; charCodeAt and String.fromCharCode do not.';

/** A table without a network: what it sends lies in `sent`, and the test writes the replies. */
function createTable() {
  const sent: Uint8Array[] = [];
  const clock = new FakeClock();
  const table = new CallTable({ send: (request) => sent.push(request), clock });
  return {
    sent,
    clock,
    table,
    call: (method: string, params: unknown[] = [], options?: CallOptions) =>
      watch(promiseOf(() => table.call(method, params, options))),
    /** The id of the n-th request. */
    id: (n: number) => (parse(sent[n] ?? json(null)) as { id?: unknown } | null)?.id,
    reply: (id: unknown, rest: object) => table.receive(json({ id, ...rest })),
  };
}

/** What `call` returns; if it throws instead, that is said, and what it should do. */
function promiseOf(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return call();
  } catch (error) {
    if (isGap(error)) return Promise.reject(error);
    throw withFinding(new Error(`call() threw ${error}`), {
      cause:
        'A caller that writes call(…).catch(…) would not see it: call() always returns a promise, and a failure is a rejected promise.',
    });
  }
}

const IS = { pending: 'still waits', resolved: 'has its result', rejected: 'has failed' };
const SHOULD = { pending: 'still wait', resolved: 'have its result', rejected: 'have failed' };

/** Checks whether a call waits, is answered or has failed. */
async function expectState(
  call: Watched<unknown> | undefined,
  state: Watched<unknown>['state'],
  cause: string,
) {
  if (call === undefined) throw new Error('no such call was made');
  await settled(call);
  if (call.state === state) return;
  // What it failed with says more than that it failed.
  if (call.state === 'rejected' && state === 'resolved') {
    await likely(cause, () => {
      throw call.error;
    });
  }
  const message = `the call ${IS[call.state]}; it should ${SHOULD[state]} at this point`;
  throw withFinding(new Error(message), { cause });
}

async function expectResult(call: Watched<unknown>, result: unknown, cause: string) {
  await expectState(call, 'resolved', cause);
  expectSame('the result of the call', call.value, result, cause);
}

function expectWaiting(call: Watched<unknown> | undefined, cause: string) {
  return expectState(call, 'pending', cause);
}

async function expectError(
  call: Watched<unknown> | undefined,
  expected: { code: string; message?: string },
  cause: string,
) {
  await expectState(call, 'rejected', cause);
  const { code, message } = (call?.error ?? {}) as { code?: unknown; message?: unknown };
  const isOther = code === expected.code && expected.message !== undefined && message !== '';
  expectErrorLike(
    call?.error,
    { name: 'RpcError', ...expected },
    isOther
      ? 'The code is right. The message is the one that was given, as it is: somebody will read it to find out what happened.'
      : 'new RpcError(code, message) makes the right one, with the code first. Programs look at the code, people at the message.',
  );
}

function expectPending(table: CallTable, pending: number, cause: string) {
  expectSame('calls that still wait (table.pending)', table.pending, pending, cause);
}

const NO_KEY =
  'Without a key there is no member "key", not one that is null. JSON.stringify leaves out what is undefined.';

task(1, () => {
  test('a call is sent, with an id', async () => {
    const { sent, call, id } = createTable();
    await settled(call('priceOf', ['tea']));
    expectSame(
      'requests sent',
      sent.length,
      1,
      'this.#send(request) sends the packed call, once and at once.',
    );
    const call1 = { id: typeof id(0) === 'number' ? id(0) : 1, method: 'priceOf', params: ['tea'] };
    expectJson(sent[0], call1, [
      {
        message: { ...call1, id: undefined },
        cause: 'The id is missing. Without it the server cannot say which call it answers.',
      },
      { message: { ...call1, id: '1' }, cause: 'The id is a number in JSON: 1, not "1".' },
      { message: { ...call1, key: null }, cause: NO_KEY },
    ]);
  });

  test('every call has an id of its own', async () => {
    const { call, id } = createTable();
    const calls = ['tea', 'salt', 'rice'].map((name) => call('priceOf', [name]));
    await settled(...calls);
    expectSame(
      'different ids in three calls',
      new Set([id(0), id(1), id(2)]).size,
      3,
      'Two calls share an id, and nobody can tell their replies apart: count up with each call.',
    );
  });

  test('a call waits in the table', async () => {
    const { table, call } = createTable();
    const calls = [call('a'), call('b')];
    await settled(...calls);
    expectPending(
      table,
      2,
      'Each call has to be put into #calls under its id, so that its reply finds it.',
    );
    for (const waiting of calls) {
      await expectWaiting(
        waiting,
        'No reply has come, so the promise must stay open: keep its resolve and reject for later.',
      );
    }
  });

  test('a request may have a key', async () => {
    const { sent, call, id } = createTable();
    await settled(call('order', ['tea'], { key: 'k-1' }), call('order', ['tea']));
    expectJson(sent[0], { id: id(0), method: 'order', params: ['tea'], key: 'k-1' }, [
      {
        message: { id: id(0), method: 'order', params: ['tea'] },
        cause: 'The key has to travel with the request: the server knows repetitions by it.',
      },
    ]);
    expectJson(sent[1], { id: id(1), method: 'order', params: ['tea'] }, [
      {
        message: { id: id(1), method: 'order', params: ['tea'], key: null },
        cause: NO_KEY,
      },
    ]);
  });

  test('a call in every language, and params as they were', async () => {
    const { sent, table, id } = createTable();
    const params = ['Jürgen', ['語']];
    let sending: Promise<unknown> | undefined;
    const expected = structuredClone(params);
    unchanged('params', params, (given) => {
      sending = promiseOf(() => table.call('greet', given));
    });
    const waiting = watch(Promise.resolve(sending));
    await settled(waiting);
    const call = { id: id(0) ?? 1, method: 'greet', params: expected };
    expectJson(sent[0], call, [
      { message: oneByteACharacter(JSON.stringify(call)), cause: CHARACTERS },
    ]);
  });
});

const ORDER =
  'The reply was given to another call than its own. Replies come in any order: only the id says whose one is.';

task(2, () => {
  test('one call, one reply', async () => {
    const { call, reply, id } = createTable();
    const tea = call('priceOf', ['tea']);
    await settled(tea);
    reply(id(0), { result: 3.2 });
    await expectResult(tea, 3.2, 'receive has to find the call by its id and resolve it.');
  });

  test('replies out of order', async () => {
    const { call, reply, id } = createTable();
    const [tea, salt] = [call('priceOf', ['tea']), call('priceOf', ['salt'])];
    await settled(tea, salt);
    reply(id(1), { result: 'salt' });
    await expectResult(salt, 'salt', ORDER);
    await expectWaiting(tea, ORDER);
    reply(id(0), { result: 'tea' });
    await expectResult(tea, 'tea', ORDER);
  });

  test('an answered call leaves the table', async () => {
    const { table, call, reply, id } = createTable();
    await settled(call('a'), call('b'));
    reply(id(0), { result: 1 });
    expectPending(
      table,
      1,
      'The call is answered and still in #calls. There it would stay for ever: delete it.',
    );
  });

  test('an id is never used again', async () => {
    const { call, reply, id } = createTable();
    await settled(call('a'), call('b'));
    reply(id(0), { result: 1 });
    await settled(call('c'));
    expectSame(
      'different ids in three calls',
      new Set([id(0), id(1), id(2)]).size,
      3,
      'The new call has the id of one that still waits: count all calls ever made, not those in the table.',
    );
  });

  test('a thousand calls that wait, and a thousand ids', async () => {
    const { call, id } = createTable();
    const calls = Array.from({ length: 1_000 }, () => call('slow'));
    await settled(...calls);
    expectSame(
      'different ids in a thousand calls',
      new Set(calls.map((_, n) => id(n))).size,
      1_000,
      'A number was given to a second call while the first still waits: count up, and never begin anew.',
    );
  });

  test('a reply in every language', async () => {
    const { call, reply, id } = createTable();
    const waiting = call('greet');
    await settled(waiting);
    reply(id(0), { result: 'Grüße, 語' });
    await expectResult(waiting, 'Grüße, 語', CHARACTERS);
  });

  test('a reply that is a view into a larger buffer', async () => {
    const { table, call, id } = createTable();
    const waiting = call('a');
    await settled(waiting);
    const view = asView(json({ id: id(0), result: 'here' }));
    const cause =
      'The same reply was read in a buffer of its own. This one is a view into a larger one: what counts are its own bytes, not those of reply.buffer.';
    await likely(
      () => cause,
      () => unchanged('the reply', view, (given) => table.receive(given)),
    );
    await expectResult(waiting, 'here', cause);
  });

  test.each([[0], [''], [false], [null]])('a result of %j is a result', async (result) => {
    const { call, reply, id } = createTable();
    const waiting = call('a');
    await settled(waiting);
    reply(id(0), { result });
    await expectResult(
      waiting,
      result,
      'Ask whether there is an error, not whether the result is "truthy".',
    );
  });

  test.each([
    ['an error, with its code', 'NOT_FOUND', 'no tea today'],
    ['an error with another code', 'RESOURCE_EXHAUSTED', 'too many calls'],
    ['an error with an empty message', 'INTERNAL', ''],
  ])('%s', async (_, code, message) => {
    const { call, reply, id } = createTable();
    const waiting = call('priceOf', ['tea']);
    await settled(waiting);
    reply(id(0), { error: { code, message } });
    await expectError(
      waiting,
      { code, message },
      'A reply with an error has to reject its call, with an RpcError.',
    );
  });

  test('a reply to nobody', async () => {
    const { call, reply, id } = createTable();
    const waiting = call('a');
    await settled(waiting);
    await likely(
      'A reply whose call is not in the table is ignored; here it threw. A server can send anything: look before you settle.',
      () => {
        reply(4711, { result: 'whose?' });
        reply(null, { error: { code: 'INVALID_ARGUMENT', message: 'this is not a call' } });
      },
    );
    await expectWaiting(waiting, 'A reply with an unknown id was given to the call that waits.');
    reply(id(0), { result: 'mine' });
    await expectResult(waiting, 'mine', ORDER);
  });

  test('the same reply twice', async () => {
    const { call, reply, id } = createTable();
    const waiting = call('a');
    await settled(waiting);
    reply(id(0), { result: 'first' });
    await likely('The second reply finds no call any more. That is to be ignored.', () =>
      reply(id(0), { result: 'second' }),
    );
    await expectResult(waiting, 'first', 'The first reply counts.');
  });

  test('a reply that comes while the request is still being sent', async () => {
    const table: CallTable = new CallTable({
      send: (request) =>
        table.receive(json({ id: (parse(request) as { id: number }).id, result: 'quick' })),
    });
    await expectResult(
      watch(table.call('a', [])),
      'quick',
      'The call was sent before it was put into the table: a quick reply finds nobody there.',
    );
  });

  test('a hundred calls, answered from the last to the first', async () => {
    const { table, call, reply, id } = createTable();
    const calls = Array.from({ length: 100 }, (_, n) => call('echo', [n]));
    await settled(...calls);
    for (let n = 99; n >= 0; n--) reply(id(n), { result: n });
    await settled(...calls);
    for (const [n, each] of calls.entries()) {
      expectSame(`the result of call ${n}`, each.value, n, ORDER);
    }
    expectPending(table, 0, 'All are answered, and some are still in the table.');
  });
});

const EXPIRED = { code: 'DEADLINE_EXCEEDED' };

/** Why a call still waits though its time is up. */
const stillWaits = (clock: FakeClock) =>
  clock.pending > 0
    ? 'The time is up, and the timer is set for later: setTimer takes milliseconds, and so does timeoutMs.'
    : 'The time is up, and no timer has ended the call. Set it with this.#clock.setTimer, because the test moves that clock, and not with the global setTimeout; and let it reject the call.';

task(3, () => {
  test('no reply in time', async () => {
    const { clock, call } = createTable();
    const waiting = call('slow', [], { timeoutMs: 1_000 });
    await settled(waiting);
    clock.advance(999);
    await expectWaiting(waiting, 'The timer called back too early: timeoutMs is in milliseconds.');
    clock.advance(1);
    await expectError(waiting, EXPIRED, stillWaits(clock));
  });

  test('the slot is free again', async () => {
    const { table, clock, call } = createTable();
    const calls = [call('slow', [], { timeoutMs: 100 }), call('slower')];
    await settled(...calls);
    clock.advance(100);
    await settled(...calls);
    expectPending(
      table,
      1,
      'The caller was told, and the call is still in the table: with a server that never answers, it grows and grows. #take it out.',
    );
    await expectWaiting(calls[1], 'A call without a timeout waits for ever.');
  });

  test('without a timeout there is no timer', async () => {
    const { clock, call } = createTable();
    const waiting = call('slow');
    await settled(waiting);
    expectSame(
      'timers set',
      clock.pending,
      0,
      'The call has no timeoutMs: it waits for ever, and so it needs no timer.',
    );
    clock.advance(365 * 24 * 3_600_000);
    await expectWaiting(waiting, 'A call without a timeoutMs waits for ever.');
  });

  test('a timeout of 0 is a timeout', async () => {
    const { clock, call } = createTable();
    const waiting = call('slow', [], { timeoutMs: 0 });
    await settled(waiting);
    expectSame(
      'timers set',
      clock.pending,
      1,
      'A timeoutMs of 0 means that the time is up at once, not for ever: ask whether it is undefined, not whether it is "truthy".',
    );
    clock.advance(0);
    await expectError(waiting, EXPIRED, stillWaits(clock));
  });

  test('a reply in time stops the timer', async () => {
    const { clock, call, reply, id } = createTable();
    const waiting = call('quick', [], { timeoutMs: 1_000 });
    await settled(waiting);
    reply(id(0), { result: 'here' });
    await expectResult(waiting, 'here', 'The reply came in time.');
    expectSame(
      'timers still set',
      clock.pending,
      0,
      'The call is answered and its timer still runs. A thousand calls a second would leave a thousand timers; and Node does not end while one is set. Keep the timer that setTimer returns, and cancel it in #take.',
    );
    clock.advance(2_000);
  });

  test('a reply before send returns stops the timer too', async () => {
    const clock = new FakeClock();
    const table: CallTable = new CallTable({
      send: (request) =>
        table.receive(json({ id: (parse(request) as { id: number }).id, result: 'quick' })),
      clock,
    });
    const quick = watch(table.call('a', [], { timeoutMs: 1_000 }));
    await expectResult(quick, 'quick', 'The reply came while the request was being sent.');
    expectSame(
      'timers still set',
      clock.pending,
      0,
      'The call is answered and its timer runs: it was set after the request was sent, and the reply came before that.',
    );
  });

  test('a reply that comes too late', async () => {
    const { table, clock, call, reply, id } = createTable();
    const late = call('slow', [], { timeoutMs: 100 });
    const other = call('other');
    await settled(late, other);
    clock.advance(100);
    await likely('A late reply finds no call any more. That is to be ignored, not thrown.', () =>
      reply(id(0), { result: 'late' }),
    );
    await expectError(late, EXPIRED, stillWaits(clock));
    await expectWaiting(other, 'The late reply was given to another call.');
    expectPending(table, 1, 'Only the other call waits now.');
  });

  test('each call has its own timer', async () => {
    const { clock, call } = createTable();
    const [short, long] = [
      call('a', [], { timeoutMs: 100 }),
      call('b', [], { timeoutMs: 300 }),
    ] as const;
    await settled(short, long);
    clock.advance(200);
    await expectError(short, EXPIRED, stillWaits(clock));
    await expectWaiting(long, 'The timer of one call ended another.');
    clock.advance(100);
    await expectError(long, EXPIRED, stillWaits(clock));
  });
});

task(4, () => {
  test('all that waits fails', async () => {
    const { table, call } = createTable();
    const calls = [call('a'), call('b'), call('c')];
    await settled(...calls);
    table.lose('the server is gone');
    for (const each of calls) {
      await expectError(
        each,
        { code: 'UNAVAILABLE', message: 'the server is gone' },
        'A call still waits for a reply that cannot come any more. lose has to reject each one of #calls.',
      );
    }
    expectPending(
      table,
      0,
      'They have failed and are still in the table. #take gets a call out of it.',
    );
  });

  test('their timers are cancelled', async () => {
    const { table, clock, call } = createTable();
    await settled(call('a', [], { timeoutMs: 1_000 }));
    table.lose('the server is gone');
    await settle();
    expectSame(
      'timers still set',
      clock.pending,
      0,
      'A call that fails does not need its timer any more; #take cancels it.',
    );
  });

  test('a later call fails at once, and is not sent', async () => {
    const { table, sent, call } = createTable();
    table.lose('the server is gone');
    const late = call('a');
    await expectError(
      late,
      { code: 'UNAVAILABLE' },
      'A caller that comes after the loss would wait for ever. Remember in #lost that it is so, and look there first in call.',
    );
    expectSame(
      'requests sent',
      sent.length,
      0,
      'There is no connection to send on: fail before anything is sent.',
    );
    expectPending(table, 0, 'The call has failed already and must not enter the table.');
  });

  test('who tries again at once fails too', async () => {
    const { table, sent, call } = createTable();
    const again: Watched<unknown>[] = [];
    const first = call('a');
    await settled(first);
    table.call('b', []).catch(() => again.push(call('b')));
    table.lose('the server is gone');
    await settled(first);
    expectSame(
      'calls that failed and were tried again',
      again.length,
      1,
      'A call was not rejected.',
    );
    await expectError(
      again[0],
      { code: 'UNAVAILABLE' },
      'A call that is made while the others are being told has to fail as well.',
    );
    expectSame(
      'requests sent',
      sent.length,
      2,
      'The repetition was sent, on a connection that is gone.',
    );
  });

  test('what cannot be sent fails, and does not wait', async () => {
    const clock = new FakeClock();
    const broken = new Error('the socket is closed');
    const table = new CallTable({
      send: () => {
        throw broken;
      },
      clock,
    });
    const failed = watch(promiseOf(() => table.call('a', [], { timeoutMs: 1_000 })));
    await expectState(failed, 'rejected', 'send threw, so nobody will ever answer this call.');
    expectSame('what the call failed with', failed.error, broken, 'It is what send threw.');
    expectPending(table, 0, 'The call has failed and is still in the table: #take it out.');
    expectSame('timers still set', clock.pending, 0, '#take cancels the timer of the call.');
  });

  test('arguments that JSON cannot write leave nothing behind', async () => {
    const { table, sent, clock } = createTable();
    const circle: unknown[] = [];
    circle.push(circle);
    const failed = watch(promiseOf(() => table.call('a', circle, { timeoutMs: 1_000 })));
    await expectState(failed, 'rejected', 'JSON.stringify throws, and the call has to fail.');
    expectSame('requests sent', sent.length, 0);
    expectPending(
      table,
      0,
      'The call has failed and still waits in the table: pack the request first, then remember the call.',
    );
    expectSame('timers still set', clock.pending, 0);
  });

  test('with nothing waiting it does no harm', async () => {
    const { table } = createTable();
    await likely('lose is called on every close, and must never throw.', () => {
      table.lose('closed');
      table.lose('and once more');
    });
  });

  test('a reply that was still on its way', async () => {
    const { call, table, reply, id } = createTable();
    const waiting = call('a');
    await settled(waiting);
    const late = id(0);
    table.lose('the server is gone');
    await likely(
      'The call has left the table with the connection, so its reply is ignored like any other that comes too late.',
      () => reply(late, { result: 'too late' }),
    );
    await expectError(waiting, { code: 'UNAVAILABLE' }, 'The call failed with the connection.');
  });
});

/** A procedure that counts how often it is executed. */
function createCounter() {
  const counter = {
    times: 0,
    run: async () => {
      counter.times++;
      return counter.times;
    },
  };
  return counter;
}

function expectTimes(counter: { times: number }, times: number, cause: string) {
  expectSame('times executed', counter.times, times, cause);
}

/** How many entries of maps were visited while `work` ran. */
function stepsThroughMaps(work: () => void): number {
  const prototype = Object.getPrototypeOf(new Map().keys()) as Iterator<unknown>;
  const { next } = prototype;
  let steps = 0;
  prototype.next = function (this: Iterator<unknown>) {
    steps++;
    return next.call(this);
  };
  try {
    work();
  } finally {
    prototype.next = next;
  }
  return steps;
}

task(5, () => {
  test('the same key is executed once', async () => {
    const cache = new ReplyCache<number>();
    const counter = createCounter();
    const replies = [await cache.once('k', counter.run), await cache.once('k', counter.run)];
    expectTimes(counter, 1, 'The repetition was executed: the tea is ordered twice.');
    expectSame('the replies', replies, [1, 1], 'A repetition gets the first answer.');
  });

  test('another key is another request', async () => {
    const cache = new ReplyCache<number>();
    const counter = createCounter();
    const replies = [await cache.once('k-1', counter.run), await cache.once('k-2', counter.run)];
    expectTimes(counter, 2, 'Two requests were taken for one: remember replies by key.');
    expectSame('the replies', replies, [1, 2], 'Each request gets its own answer.');
  });

  test.each([[''], [' '], ['constructor'], ['__proto__']])(
    'the key %j is a key too',
    async (key) => {
      const cache = new ReplyCache<number>();
      const counter = createCounter();
      await cache.once(key, counter.run);
      await cache.once(`${key}.`, counter.run);
      await cache.once(key, counter.run);
      expectTimes(
        counter,
        2,
        'A key is whatever text the client chose, and two texts are two keys. A Map takes each as it is.',
      );
    },
  );

  test('a repetition while the first still runs', async () => {
    const cache = new ReplyCache<string>();
    let times = 0;
    let finish: (reply: string) => void = () => {};
    const run = () => {
      times++;
      return new Promise<string>((resolve) => {
        finish = resolve;
      });
    };
    const replies = [watch(cache.once('k', run)), watch(cache.once('k', run))];
    await settled(...replies);
    expectSame(
      'times executed',
      times,
      1,
      'The first is not done yet, so there is no reply to remember, and the request was executed again. That is just when impatient clients repeat. Remember the promise, before it is settled.',
    );
    finish('done');
    for (const reply of replies) await expectResult(reply, 'done', 'Both wait for one answer.');
  });

  test('a failure is an answer too', async () => {
    const cache = new ReplyCache<never>();
    let times = 0;
    const fail = async () => {
      times++;
      throw new Error(`failure ${times}`);
    };
    const replies = [watch(cache.once('k', fail))];
    await settled(...replies);
    replies.push(watch(cache.once('k', fail)));
    await settled(...replies);
    expectSame(
      'times executed',
      times,
      1,
      'It failed, and was executed again. It may have done half of its work before it failed: the repetition gets the same failure.',
    );
    expectSame(
      'what became of both',
      replies.map(({ state }) => state),
      ['rejected', 'rejected'],
      'The repetition gets the first answer, which was a failure.',
    );
  });

  test('the oldest is forgotten first', async () => {
    const cache = new ReplyCache<number>(2);
    const counter = createCounter();
    for (const key of ['old', 'newer', 'newest']) await cache.once(key, counter.run);
    expectSame(
      'replies remembered, with a capacity of 2',
      cache.size,
      2,
      'It must not remember more than its capacity, and no less either.',
    );
    await cache.once('newest', counter.run);
    expectTimes(
      counter,
      3,
      'The newest reply was forgotten, the one most likely to be asked for again.',
    );
    await cache.once('newer', counter.run);
    expectTimes(counter, 3, 'More was forgotten than had to be: only the oldest goes.');
    await cache.once('old', counter.run);
    expectTimes(counter, 4, 'The oldest reply should have been forgotten by now.');
  });

  test('the oldest is the one executed first, however often it is asked for', async () => {
    const cache = new ReplyCache<number>(2);
    const counter = createCounter();
    for (const key of ['old', 'newer', 'old', 'newest']) await cache.once(key, counter.run);
    expectTimes(counter, 3, 'A repetition was executed.');
    await cache.once('newer', counter.run);
    expectTimes(
      counter,
      3,
      'Another was forgotten than the oldest: a repetition does not make a reply newer.',
    );
  });

  test('a thousand keys', async () => {
    const cache = new ReplyCache<number>(10);
    const counter = createCounter();
    for (let n = 0; n < 1_000; n++) await cache.once(`k-${n}`, counter.run);
    expectSame(
      'replies remembered, with a capacity of 10',
      cache.size,
      10,
      'A client that invents new keys must not fill the memory: forget the oldest whenever there are more than #capacity.',
    );
  });

  test('a full memory is not walked through for each request', async () => {
    const cache = new ReplyCache<number>(1_000);
    const counter = createCounter();
    for (let n = 0; n < 1_000; n++) await cache.once(`k-${n}`, counter.run);
    const steps = stepsThroughMaps(() => {
      for (let n = 0; n < 10; n++) void cache.once(`more-${n}`, counter.run);
    });
    check(
      steps <= 100,
      `to forget one reply of a thousand took ${Math.round(steps / 10)} steps`,
      'All keys were listed to find the first. An iterator gives them one by one: const [oldest] = this.#replies.keys() takes one and stops.',
    );
  });
});
