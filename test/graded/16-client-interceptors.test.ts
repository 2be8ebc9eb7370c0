import { test } from 'vitest';
import { check, withFinding } from '#course/kit/compare/finding';
import { expectSame } from '#course/kit/compare/same';
import { CountedStream, type Ending, endingOf, openStream, readStream } from '#course/kit/stream';
import { task } from '#course/kit/task';
import { settled, type Watched, watch } from '#course/kit/watch';
import type { ClientCall } from '#grpc/client/client-call';
import { ContextValues } from '#grpc/context-values';
import { GrpcError } from '#grpc/grpc-error';
import { type CallRecord, callLog, idFor } from '#grpc/interceptors/call-log';
import { concurrencyLimit } from '#grpc/interceptors/concurrency-limit';
import { CORRELATION_ID, correlationId } from '#grpc/interceptors/mask';
import { fromCache, type ReadCacheOptions, readCache } from '#grpc/interceptors/read-cache';
import { tokenRefresh } from '#grpc/interceptors/token-refresh';
import { Metadata } from '#grpc/metadata';
import { OK, Status, type StatusObject, statusName } from '#grpc/status';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { MethodDefinition } from '#protobuf/schema/service-definition';
import { FakeClock } from '#time/fake-clock';
import { withStranger } from './16-client-interceptors.node.ts';
import { countedSignal } from './counted-signal.ts';
import { ALL_KINDS, KINDS } from './kinds.ts';

/*
 * What is asked of the interceptors needs no network: a call is an object here, and its end comes
 * when a test says so. The last tests of tasks 1, 2 and 4 end at a stranger's: the stack calls a
 * server of grpc-js. That part needs Node: `16-….node.ts`.
 */

const { addOrder, getOrder, searchOrders, updateOrders } = OrderManagementDefinition.methods;
/** Where the difference is seen best. */
const STREAMS_FIRST = [...ALL_KINDS].reverse();

/**
 * How a promise ended that waits for nothing any more. A gap that it ran into is nobody's answer.
 * @param cause what is likely wrong if it is still pending
 */
async function settledEndingOf(
  promise: Promise<unknown>,
  cause = 'All that it may wait for has come, and it waits.',
): Promise<Ending> {
  const watched = watch(promise);
  await settled(watched);
  const { state, value, error } = watched;
  check(state !== 'pending', 'the call does not come to an end', cause);
  return state === 'rejected' ? { error } : { value };
}

/** What a call gives that has to go well. */
async function answerOf(promise: Promise<unknown>, cause?: string): Promise<unknown> {
  const { value, error } = await settledEndingOf(promise, cause);
  if (error !== undefined) throw error;
  return value;
}

const NOT_AWAITED =
  'Who waits for call.ended before they return waits too long: a stream ends when it has been read. Do not await it.';

interface More {
  headers?: Record<string, string>;
  clock?: FakeClock;
  /** From now on the clock. */
  timeoutMs?: number;
  signal?: AbortSignal;
  parent?: unknown;
}

/** A call as an interceptor sees it, without a wire. `end` ends it. */
function callOf(method: MethodDefinition | object, more: More = {}) {
  const { headers, clock = new FakeClock(), timeoutMs, signal, parent } = more;
  const deadline = timeoutMs === undefined ? undefined : clock.now() + timeoutMs;
  let end: (status: StatusObject) => void = () => {};
  const really = new Promise<StatusObject>((resolve) => {
    end = resolve;
  });
  /** What callbacks on `ended` threw, which nobody would catch. */
  const escaped: unknown[] = [];
  const then: Promise<StatusObject>['then'] = (...args) => {
    const next = really.then(...args);
    next.catch((error) => escaped.push(error));
    return next;
  };
  const ended = Object.assign(really.then(), { then });
  const call = {
    method: method as MethodDefinition,
    metadata: new Metadata(headers),
    context: new ContextValues(),
    options: { signal, parent } as ClientCall['options'],
    timeLeft: () => (deadline === undefined ? undefined : Math.max(0, deadline - clock.now())),
    ended,
  } satisfies ClientCall;
  return { call, end, escaped };
}

interface Passed {
  request: unknown;
  call: ClientCall;
  /** As it was when it went by. */
  token: string;
  settle: { resolve(answer?: unknown): void; reject(error: unknown): void };
}

/** What is further in. It writes down what it gets; the test says what comes of it. */
function further(...answers: (() => unknown)[]) {
  const got: Passed[] = [];
  const next = (request: unknown, call: ClientCall) => {
    const token = call.metadata.getAll('authorization').join(', ');
    return new Promise<unknown>((resolve, reject) => {
      got.push({ request, call, token, settle: { resolve, reject } });
      const answer = answers[got.length - 1];
      if (answer !== undefined) Promise.resolve().then(answer).then(resolve, reject);
    });
  };
  return { got, next, tokens: () => got.map(({ token }) => token) };
}

const gives = (answer: unknown) => () => answer;
const fails = (error: unknown) => () => {
  throw error;
};

const STAYS_A_STREAM =
  'A stream of responses stays a stream: what next gave, or something around it.';
const open = (stream: unknown) => openStream(stream, STAYS_A_STREAM);
const read = (stream: unknown) => readStream(stream, STAYS_A_STREAM);

const idsOf = (messages: readonly unknown[]) =>
  messages.map((message) => (message as { id: string }).id).join(' ');

const ORDERS = Object.freeze(
  ['101', '102', '103', '104'].map((id) => Object.freeze(Order.create({ id }))),
);

function describe(ending: { value?: unknown; error?: unknown } | Watched<unknown>): string {
  if ('state' in ending && ending.state === 'pending') return 'nothing yet';
  const { error } = ending;
  if (error === undefined) return 'no error';
  if (error instanceof GrpcError) return `GrpcError ${error.message}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : 'something else';
}

/** How a call has ended so far: the name of its code, or that it has not. */
function endOf({ state, error }: Watched<unknown>): string {
  if (state === 'pending') return 'nothing yet';
  if (state === 'resolved') return 'OK';
  return error instanceof GrpcError ? statusName(error.code) : describe({ error });
}

/** That an interceptor handed on what it got, and gave back what came. */
function expectUntouched(got: Passed[], request: unknown, call: ClientCall): void {
  check(
    got[0]?.request === request && got[0]?.call === call,
    'next did not get the request and the call as they came',
    'next(request, call)',
  );
}

// ---- 1: the log ----

function logging(more: { clock?: FakeClock; write?: () => unknown } = {}) {
  const records: CallRecord[] = [];
  let ids = 0;
  const clock = more.clock ?? new FakeClock();
  const interceptor = callLog({
    write: (record) => {
      records.push(record);
      return more.write?.();
    },
    newId: () => `new-${++ids}`,
    clock,
  });
  return { interceptor, records, clock };
}

const parentWith = (id?: string) => {
  const context = new ContextValues();
  if (id !== undefined) context.set(correlationId, id);
  return { context };
};

const NOT_FOUND = new GrpcError(Status.NOT_FOUND, 'there is no order 999');
const TOO_EARLY =
  'next of a stream resolves when there is a stream: nothing of it has come. call.ended is resolved when the call is over.';

task(1, () => {
  test('whose id it is', () => {
    const scenes: [string, More, string][] = [
      ['the caller has set one', { headers: { [CORRELATION_ID]: 'web-7' } }, 'web-7'],
      ['the parent has one', { parent: parentWith('web-8') }, 'web-8'],
      [
        'both have one',
        { headers: { [CORRELATION_ID]: 'web-7' }, parent: parentWith('web-8') },
        'web-7',
      ],
      ['the parent has none', { parent: parentWith() }, 'a new one'],
      ['nobody has one', {}, 'a new one'],
    ];
    for (const [what, more, expected] of scenes) {
      let made = 0;
      const id = idFor(callOf(getOrder, more).call, () => {
        made++;
        return 'a new one';
      });
      expectSame(
        `${what}: the id`,
        id,
        expected,
        'First the caller’s own, then the parent’s, which is "" if it has none, and a new one only if there is neither.',
      );
      if (expected !== 'a new one') {
        expectSame(`${what}: ids made`, made, 0, 'newId is asked only if an id is needed.');
      }
    }
  });

  test('the id goes out with the call', async () => {
    const { interceptor } = logging();
    let seen: unknown;
    const { call } = callOf(getOrder);
    await answerOf(
      interceptor({}, call, async (_request, inner) => {
        seen = inner.metadata.getAll(CORRELATION_ID).join(', ');
        return {};
      }),
      NOT_AWAITED,
    );
    expectSame(
      `the metadata ${CORRELATION_ID}, when next was called`,
      seen,
      'new-1',
      'call.metadata.set(CORRELATION_ID, id), before next: behind it the headers are gone.',
    );
    for (const [what, more, expected] of [
      ['the caller has set one', { headers: { [CORRELATION_ID]: 'web-7' } }, 'web-7'],
      ['the parent has one', { parent: parentWith('web-8') }, 'web-8'],
    ] as [string, More, string][]) {
      const { call: other } = callOf(getOrder, more);
      await answerOf(
        interceptor({}, other, async () => ({})),
        NOT_AWAITED,
      );
      const sent = other.metadata.getAll(CORRELATION_ID);
      expectSame(
        `${what}: ${CORRELATION_ID}`,
        sent,
        [expected],
        sent.length > 1
          ? 'set, and not append: a name with two values is two ids.'
          : 'The id of this call, that idFor gives, goes out with it, wherever it is from: the server’s log knows the call by it.',
      );
    }
  });

  test('without newId, an id is made for each call', async () => {
    const interceptor = callLog({ write: () => {}, clock: new FakeClock() });
    const ids: string[] = [];
    for (let i = 0; i < 2; i++) {
      const { call } = callOf(getOrder);
      await answerOf(
        interceptor({}, call, async () => ({})),
        NOT_AWAITED,
      );
      ids.push(call.metadata.getAll(CORRELATION_ID).join(', '));
    }
    const ONE_EACH = 'crypto.randomUUID(), asked again for each call that has no id yet.';
    check(ids[0] !== '', 'the first call has no id', ONE_EACH);
    check(ids[0] !== ids[1], 'two calls have the same id', ONE_EACH);
  });

  test.each(STREAMS_FIRST)('%s: a record, when the call is over', async (kind) => {
    const { interceptor, records, clock } = logging();
    const { path, responseStream } = KINDS[kind];
    const { call, end } = callOf(KINDS[kind]);
    const answer = responseStream ? new CountedStream(ORDERS) : ORDERS[0];
    const request = new CountedStream([]);
    const inside = further();
    const running = watch(interceptor(request, call, inside.next));
    await settled(running);
    expectUntouched(inside.got, request, call);
    clock.advance(40);
    inside.got[0]!.settle.resolve(answer);
    await settled(running);
    if (running.state === 'pending') {
      throw withFinding(new Error('next has given its answer, and the caller does not get it'), {
        cause: NOT_AWAITED,
      });
    }
    check(running.value === answer, 'the answer is not the one of next', 'A log changes nothing.');
    expectSame('records before the call was over', records.length, 0, TOO_EARLY);
    clock.advance(210);
    end(OK);
    await settled(running);
    expectSame(
      'the records',
      records,
      [{ id: 'new-1', path, code: Status.OK, details: '', ms: 250 }],
      records[0]?.ms === 40 || records[0]?.ms === 0
        ? TOO_EARLY
        : 'One record for a call: { id, path, code, details, ms }, with ms from the call to its end.',
    );
    if (responseStream) {
      expectSame(
        'messages read',
        (answer as CountedStream).opened + request.opened,
        0,
        'Messages are for their readers; a log that reads them takes them away.',
      );
    }
  });

  test('one that fails has a record, too', async () => {
    const { interceptor, records, clock } = logging();
    const { call, end } = callOf(getOrder);
    const running = settledEndingOf(
      interceptor({}, call, async () => {
        clock.advance(30);
        end({ code: NOT_FOUND.code, details: NOT_FOUND.details });
        throw NOT_FOUND;
      }),
      NOT_AWAITED,
    );
    const ending = await running;
    check(
      ending.error === NOT_FOUND,
      `expected the error of next, received ${describe(ending)}`,
      'A log changes nothing: what next throws goes out as it is.',
    );
    await settled();
    expectSame(
      'the records',
      records,
      [
        {
          id: 'new-1',
          path: getOrder.path,
          code: Status.NOT_FOUND,
          details: 'there is no order 999',
          ms: 30,
        },
      ],
      records.length === 0
        ? 'The line behind await next(…) is not reached if next fails. A log that is silent about failures is of no use when one needs it.'
        : records[0]?.ms !== 30
          ? 'ms is from the call to its end: take the time before next, and once more when call.ended tells.'
          : 'One record, with the code and the details of the end.',
    );
  });

  test('a stream that fails after its first messages', async () => {
    const { interceptor, records, clock } = logging();
    const { call, end } = callOf(searchOrders);
    await answerOf(
      interceptor(
        {},
        call,
        async () => new CountedStream(ORDERS.slice(0, 2), { error: NOT_FOUND }),
      ),
      NOT_AWAITED,
    );
    clock.advance(700);
    end({ code: Status.UNAVAILABLE, details: 'the server went away' });
    await settled();
    expectSame(
      'code and ms',
      records.map(({ code, ms }) => [code, ms]),
      [[Status.UNAVAILABLE, 700]],
      TOO_EARLY,
    );
  });

  test('one that never got an answer', async () => {
    const { interceptor, records, clock } = logging();
    const { call, end } = callOf(getOrder);
    const running = watch(interceptor({}, call, () => new Promise(() => {})));
    clock.advance(1000);
    end({ code: Status.DEADLINE_EXCEEDED, details: 'too late' });
    await settled(running);
    expectSame(
      'codes',
      records.map(({ code }) => code),
      [Status.DEADLINE_EXCEEDED],
      'next has not settled, and the call is over all the same: call.ended says so.',
    );
  });

  test('two calls at once', async () => {
    const { interceptor, records, clock } = logging();
    const first = callOf(getOrder);
    const second = callOf(addOrder);
    await answerOf(
      interceptor({}, first.call, async () => ({})),
      NOT_AWAITED,
    );
    clock.advance(100);
    await answerOf(
      interceptor({}, second.call, async () => ({})),
      NOT_AWAITED,
    );
    clock.advance(10);
    second.end(OK);
    await settled();
    first.end(OK);
    await settled();
    expectSame(
      'id and ms',
      records.map(({ id, ms }) => [id, ms]),
      [
        ['new-2', 10],
        ['new-1', 110],
      ],
      'Each call has an id and a beginning of its own: made when it comes, in the function that callLog returns.',
    );
  });

  test('a write that fails', async () => {
    const boom = new Error('the disk is full');
    const throwing = logging({ write: fails(boom) });
    const { call, end, escaped } = callOf(getOrder);
    const answer = await settledEndingOf(
      throwing.interceptor({}, call, async () => 'fine'),
      NOT_AWAITED,
    );
    end(OK);
    await settled();
    const CAUSE =
      'write is somebody else’s code. What it throws in a then becomes a rejection that nobody handles, and Node ends the process for it. runCallback(() => write(record), () => {}) deals with it.';
    expectSame('the call', answer.value, 'fine', CAUSE);
    expectSame('write threw, and it came out of call.ended.then', escaped.length, 0, CAUSE);

    let isLookedAt = false;
    const promise = {
      // biome-ignore lint/suspicious/noThenProperty: a promise of another make
      then(_fine: unknown, bad?: (error: unknown) => void) {
        isLookedAt = true;
        bad?.(boom);
      },
    };
    const rejecting = logging({ write: () => promise });
    const other = callOf(getOrder);
    await settledEndingOf(
      rejecting.interceptor({}, other.call, async () => 'fine'),
      NOT_AWAITED,
    );
    other.end(OK);
    await settled();
    expectSame('write rejects, and somebody looks at its promise', isLookedAt, true, CAUSE);
    expectSame(
      'write rejected, and it came out of call.ended.then',
      other.escaped.length,
      0,
      CAUSE,
    );
  });

  test('at a server of grpc-js, in all four kinds', async () => {
    const records: CallRecord[] = [];
    const interceptor = callLog({ write: (record) => records.push(record) });
    await withStranger([interceptor], async ({ shop, seen }) => {
      await callAll(shop);
      await settled();
      expectSame(
        'the codes',
        records.map(({ code }) => code),
        [0, 0, 0, 0],
        'One record for each call.',
      );
      expectSame(
        'the ids that the server got',
        seen.map(({ id }) => id),
        records.map(({ id }) => id),
        'The id in the record is the one that went out.',
      );
    });
  });
});

/** A call of each kind, one after the other. */
async function callAll(shop: Parameters<Parameters<typeof withStranger>[1]>[0]['shop']) {
  await shop.getOrder({});
  for await (const _ of shop.searchOrders({}));
  await shop.updateOrders([{}]);
  for await (const _ of shop.processOrders([{}]));
}

// ---- 2: the token ----

const REFUSED = () => new GrpcError(Status.UNAUTHENTICATED, 'who are you?');

/** An interceptor, and where its tokens come from: t1, t2, … */
function refreshing(clock = new FakeClock()) {
  const source = {
    fetched: 0,
    fetch: (): string | Promise<string> => Promise.resolve(`t${source.fetched}`),
  };
  const interceptor = tokenRefresh({
    clock,
    fetch: () => {
      source.fetched++;
      return source.fetch();
    },
  });
  return { interceptor, source, clock };
}

const AGAIN = 'A call whose token was not taken is made once more, with a new token.';
const ONE_FETCH =
  'Keep the promise of a token, and not only the token: who comes while it is on its way waits for the same one.';

task(2, () => {
  test('the first call, and the second', async () => {
    const { interceptor, source } = refreshing();
    await settled();
    expectSame(
      'tokens fetched, before there is a call',
      source.fetched,
      0,
      'A token is fetched when it is first needed: a client that makes no calls needs none.',
    );
    for (const nth of ['first', 'second']) {
      const inside = further(gives(ORDERS[0]));
      const request = {};
      const { call } = callOf(getOrder);
      const { value, error } = await settledEndingOf(interceptor(request, call, inside.next));
      if (error !== undefined) throw error;
      expectUntouched(inside.got, request, call);
      expectSame(
        `the ${nth} call: authorization`,
        inside.tokens(),
        ['Bearer t1'],
        'call.metadata.set(AUTHORIZATION, "Bearer " + token), before next. The token is kept for the calls to come.',
      );
      check(value === ORDERS[0], 'the answer is not the one of next', 'return what next gives.');
    }
    expectSame('tokens fetched', source.fetched, 1, 'A token is good until a server says no.');
  });

  test('a token that is not taken any more', async () => {
    const { interceptor, source } = refreshing();
    const inside = further(fails(REFUSED()), gives(ORDERS[0]));
    const { call } = callOf(getOrder);
    const { value, error } = await settledEndingOf(interceptor({}, call, inside.next));
    if (inside.got.length < 2) {
      throw withFinding(
        new Error(`next was called ${inside.got.length} times, and then: ${describe({ error })}`),
        {
          cause: `${AGAIN} (If you have a try around it: return await, or what fails is not caught there.)`,
        },
      );
    }
    expectSame(
      'authorization, at each attempt',
      inside.tokens(),
      ['Bearer t1', 'Bearer t2'],
      inside.tokens()[1] === 'Bearer t1'
        ? 'The token that was refused has to be forgotten, or the new one is the old one.'
        : 'set replaces the token that was refused; append would send both.',
    );
    check(
      value === ORDERS[0],
      `the caller got ${describe({ error })}`,
      'The second answer is the answer.',
    );
    expectSame(
      'tokens fetched',
      source.fetched,
      2,
      'One for the first attempt, one for the second.',
    );
    const later = further(gives('fine'));
    await answerOf(interceptor({}, callOf(getOrder).call, later.next));
    expectSame(
      'the next call: authorization',
      later.tokens(),
      ['Bearer t2'],
      'The new token is for all calls.',
    );
  });

  test('once, and not for ever', async () => {
    const { interceptor } = refreshing();
    const last = REFUSED();
    const inside = further(fails(REFUSED()), fails(last), gives('too often'));
    const ending = await settledEndingOf(interceptor({}, callOf(getOrder).call, inside.next));
    expectSame(
      'how often next was called',
      inside.got.length,
      2,
      'A token that is fresh and not taken will not be taken the third time either: the caller may not do this.',
    );
    check(
      ending.error === last,
      `expected the second UNAUTHENTICATED, received ${describe(ending)}`,
      'What the second attempt fails with is what the call fails with.',
    );
  });

  test('other errors are not about the token', async () => {
    for (const code of [Status.PERMISSION_DENIED, Status.UNAVAILABLE, Status.NOT_FOUND]) {
      const { interceptor, source } = refreshing();
      const error = new GrpcError(code, 'no');
      const inside = further(fails(error), gives('again'));
      const ending = await settledEndingOf(interceptor({}, callOf(getOrder).call, inside.next));
      expectSame(
        `after code ${code}: how often next was called`,
        inside.got.length,
        1,
        'Only UNAUTHENTICATED says: who are you? Another call might do its work twice.',
      );
      check(
        ending.error === error,
        `expected the error of next, received ${describe(ending)}`,
        'It goes out as it is.',
      );
      await answerOf(interceptor({}, callOf(getOrder).call, further(gives('fine')).next));
      expectSame(
        `after code ${code}: tokens fetched`,
        source.fetched,
        1,
        'The token was taken, so it is still good.',
      );
    }
  });

  test('other errors of a stream are not about the token either', async () => {
    const { interceptor } = refreshing();
    const inside = further(gives(new CountedStream([], { error: NOT_FOUND })), gives('again'));
    const ending = await settledEndingOf(interceptor({}, callOf(searchOrders).call, inside.next));
    expectSame(
      'after NOT_FOUND: how often next was called',
      inside.got.length,
      1,
      'Only UNAUTHENTICATED says: who are you? firstCome fails with whatever came in place of a message.',
    );
    const { error } = ending.error === undefined ? await read(ending.value) : ending;
    check(
      error === NOT_FOUND,
      `expected NOT_FOUND, received ${describe({ error })}`,
      'It goes out as it is.',
    );
  });

  test.each(['client streaming', 'bidi streaming'] as const)(
    '%s: the requests are gone',
    async (kind) => {
      const { interceptor } = refreshing();
      const refused = REFUSED();
      const { responseStream } = KINDS[kind];
      const inside = further(
        responseStream ? gives(new CountedStream([], { error: refused })) : fails(refused),
        gives('again'),
      );
      const requests = new CountedStream(ORDERS);
      let ending = await settledEndingOf(
        interceptor(requests, callOf(KINDS[kind]).call, inside.next),
      );
      expectSame(
        'how often next was called',
        inside.got.length,
        1,
        'The first attempt has read of the requests, and has closed them when it failed. A second would send what is left: nothing, and the call would go well. call.method.requestStream says that there is no second.',
      );
      if (responseStream && ending.error === undefined) ending = await read(ending.value);
      check(
        ending.error === refused,
        `expected UNAUTHENTICATED, received ${describe(ending)}`,
        'Its caller has to hear of it: only the caller can make the requests once more.',
      );
      expectSame('requests opened', requests.opened, 0, 'The requests are not yours to read.');
      const later = further(gives(new CountedStream([{}])));
      await answerOf(interceptor([], callOf(KINDS[kind]).call, later.next));
      expectSame(
        'the next call: authorization',
        later.tokens(),
        ['Bearer t2'],
        responseStream
          ? 'Its token is no longer good, and nobody has noticed: next of a stream has long since resolved when the refusal comes. await firstCome(answer), inside of the try.'
          : 'It cannot be made again, but its token is no longer good: the next call needs another.',
      );
    },
  );

  test('server streaming: refused before the first message', async () => {
    const { interceptor } = refreshing();
    const source = new CountedStream(ORDERS);
    const inside = further(gives(new CountedStream([], { error: REFUSED() })), gives(source));
    const ending = await settledEndingOf(interceptor({}, callOf(searchOrders).call, inside.next));
    check(
      inside.got.length === 2,
      `next was called ${inside.got.length} times, and then: ${describe(ending)}`,
      'A call that is refused fails before its first message, and with a stream next has long since resolved. await firstCome(answer), inside of the try. Nothing of it has come, so it can be made again.',
    );
    if (ending.error !== undefined) throw ending.error;
    check(
      source.asked <= 1,
      `${source.asked} messages were taken before anybody read`,
      'firstCome reads one message ahead, and no more. Who collects a stream waits for its end.',
    );
    const { messages, error } = await read(ending.value);
    if (error !== undefined) throw error;
    expectSame(
      'the orders',
      idsOf(messages),
      '101 102 103 104',
      'firstCome gives the stream with all of its messages: hand on that one, and not the one of next.',
    );
  });

  test('server streaming: refused later', async () => {
    const { interceptor } = refreshing();
    const refused = REFUSED();
    const inside = further(
      gives(new CountedStream(ORDERS.slice(0, 2), { error: refused })),
      gives(new CountedStream(ORDERS)),
    );
    const { value, error } = await settledEndingOf(
      interceptor({}, callOf(searchOrders).call, inside.next),
    );
    if (error !== undefined) throw error;
    const { messages, error: thrown } = await read(value);
    expectSame(
      'the orders that its reader got',
      idsOf(messages),
      '101 102',
      'Two orders are out. A second attempt would begin with the first again, and the reader would have them twice.',
    );
    check(
      thrown === refused,
      `expected UNAUTHENTICATED, received ${describe({ error: thrown })}`,
      'It goes out as it is.',
    );
    expectSame('how often next was called', inside.got.length, 1, 'It is too late to begin again.');
  });

  test('a reader who leaves is passed on', async () => {
    const { interceptor } = refreshing();
    const source = new CountedStream(ORDERS);
    const { value } = await settledEndingOf(
      interceptor({}, callOf(searchOrders).call, further(gives(source)).next),
    );
    const iterator = open(value);
    await iterator.next();
    await iterator.return?.();
    expectSame('how often the stream heard of it', source.left, 1, 'firstCome passes it on.');
  });

  test('ten calls at once, and no token yet', async () => {
    const { interceptor, source } = refreshing();
    let come: (token: string) => void = () => {};
    source.fetch = () =>
      new Promise((resolve) => {
        come = resolve;
      });
    const inside = further();
    const calls = ORDERS.map(() => watch(interceptor({}, callOf(getOrder).call, inside.next)));
    await settled(...calls);
    expectSame('tokens fetched', source.fetched, 1, ONE_FETCH);
    expectSame('calls made without a token', inside.got.length, 0, 'A call waits for its token.');
    come('t1');
    await settled(...calls);
    expectSame(
      'calls made',
      inside.tokens(),
      ORDERS.map(() => 'Bearer t1'),
      ONE_FETCH,
    );
  });

  test('ten calls refused at once', async () => {
    const { interceptor, source } = refreshing();
    const insides = ORDERS.map(() => further());
    const calls = insides.map(({ next }) => watch(interceptor({}, callOf(getOrder).call, next)));
    await settled(...calls);
    for (const { got } of insides) got[0]!.settle.reject(REFUSED());
    await settled(...calls);
    expectSame(
      'tokens fetched, after all of them were refused',
      source.fetched,
      2,
      'All of them were refused with the same token. The first that hears of it forgets it; the others find another there, and must not forget that one: this.#current === token.',
    );
    expectSame(
      'their second attempts',
      insides.map(({ got }) => got[1]?.token),
      ORDERS.map(() => 'Bearer t2'),
      AGAIN,
    );
  });

  test('one that is refused late', async () => {
    const { interceptor, source } = refreshing();
    const slow = further();
    const running = watch(interceptor({}, callOf(getOrder).call, slow.next));
    await settled(running);
    await answerOf(
      interceptor({}, callOf(getOrder).call, further(fails(REFUSED()), gives('fine')).next),
    );
    slow.got[0]!.settle.reject(REFUSED());
    await settled(running);
    expectSame(
      'its second attempt',
      slow.got[1]?.token,
      'Bearer t2',
      'It was refused with t1, and t2 is here by now: that is the token to try. Nobody has said anything against it.',
    );
    expectSame('tokens fetched', source.fetched, 2, 'A refusal of t1 says nothing about t2.');
  });

  test('a fetch that fails', async () => {
    const down = new Error('the token server is down');
    for (const [how, fetch] of [
      ['rejects', () => Promise.reject(down)],
      ['throws', fails(down)],
      ['gives UNAUTHENTICATED', () => Promise.reject(REFUSED())],
    ] as [string, () => never][]) {
      const { interceptor, source } = refreshing();
      const good = source.fetch;
      source.fetch = fetch;
      const inside = further(gives('fine'));
      const ending = await settledEndingOf(
        Promise.resolve().then(() => interceptor({}, callOf(getOrder).call, inside.next)),
      );
      expectSame(
        `fetch ${how}: how often next was called`,
        inside.got.length,
        0,
        'Without a token there is nothing to send.',
      );
      check(
        how === 'gives UNAUTHENTICATED' ? ending.error instanceof GrpcError : ending.error === down,
        `fetch ${how}: expected its error, received ${describe(ending)}`,
        'What fetch fails with is what the call fails with.',
      );
      expectSame(
        `fetch ${how}: how often it was asked`,
        source.fetched,
        1,
        'Only what the call’s server says is a refusal. Let the try begin behind the token.',
      );
      source.fetch = good;
      const later = await settledEndingOf(
        interceptor({}, callOf(getOrder).call, further(gives('fine')).next),
      );
      check(
        later.value === 'fine',
        `fetch ${how}, and works again: the next call got ${describe(later)}`,
        'A promise that was rejected stays so. Forget it, or no call will ever have a token again.',
      );
    }
  });

  test('a token that is simply there', async () => {
    const { interceptor, source } = refreshing();
    source.fetch = () => 'from a file';
    const inside = further(gives('fine'));
    const { error } = await settledEndingOf(interceptor({}, callOf(getOrder).call, inside.next));
    if (error !== undefined) throw error;
    expectSame(
      'authorization',
      inside.tokens(),
      ['Bearer from a file'],
      'fetch may give a token or a promise of one.',
    );
  });

  test('a call that has an authorization of its own', async () => {
    const { interceptor, source } = refreshing();
    const refused = REFUSED();
    const request = {};
    const inside = further(fails(refused), gives('again'));
    const { call } = callOf(getOrder, { headers: { authorization: 'Bearer mine' } });
    const ending = await settledEndingOf(interceptor(request, call, inside.next));
    expectUntouched(inside.got, request, call);
    const OWN = 'Its caller has chosen. Another token would make the call in somebody else’s name.';
    expectSame('authorization, at each attempt', inside.tokens(), ['Bearer mine'], OWN);
    check(ending.error === refused, `expected UNAUTHENTICATED, received ${describe(ending)}`, OWN);
    expectSame('tokens fetched', source.fetched, 0, OWN);
  });

  test('a fetch that takes too long', async () => {
    const { interceptor, source, clock } = refreshing();
    let come: (token: string) => void = () => {};
    source.fetch = () =>
      new Promise((resolve) => {
        come = resolve;
      });
    const { signal, abort, listeners } = countedSignal();
    const insides = [further(), further(), further(gives('fine'))];
    const options: More[] = [{ clock, timeoutMs: 300 }, { signal }, { clock, timeoutMs: 2000 }];
    const [late, left, patient] = options.map((more, i) =>
      watch(interceptor({}, callOf(getOrder, more).call, insides[i]!.next)),
    ) as [Watched<unknown>, Watched<unknown>, Watched<unknown>];
    await settled(late, left, patient);
    clock.advance(300);
    abort();
    await settled(late, left, patient);
    const WAIT =
      'A token may take its time, and a call has only so much. unlessOver(promise, call, clock) waits for both.';
    expectSame(
      'the call with a deadline of 300 ms, after 300 ms',
      endOf(late),
      'DEADLINE_EXCEEDED',
      WAIT,
    );
    expectSame('the call whose caller gave up', endOf(left), 'CANCELLED', WAIT);
    expectSame(
      'the call with a deadline of 2000 ms',
      patient.state,
      'pending',
      'It still has time.',
    );
    const newcomer = watch(interceptor({}, callOf(getOrder).call, further(gives('fine')).next));
    await settled(newcomer);
    expectSame(
      'tokens fetched, when one more call has come',
      source.fetched,
      1,
      'The token is on its way still. That one of those who waited has left says nothing about it: forget it if the fetch has failed, and not if the wait has.',
    );
    come('t1');
    await settled(late, left, patient);
    expectSame(
      'and when the token comes',
      patient.value,
      'fine',
      'One that gave up must not take the token of the others with it.',
    );
    expectSame(
      'calls made for those who gave up',
      insides[0]!.got.length + insides[1]!.got.length,
      0,
      'Nobody waits for them.',
    );
    expectSame(
      'timers and listeners that are left',
      clock.pending + listeners(),
      0,
      'unlessOver takes them away, if you give it the clock of the options.',
    );
  });

  test('also the second one', async () => {
    const { interceptor, source, clock } = refreshing();
    const inside = further(() => {
      source.fetch = () => new Promise(() => {});
      throw REFUSED();
    });
    const { call } = callOf(getOrder, { clock, timeoutMs: 300 });
    const running = watch(interceptor({}, call, inside.next));
    await settled(running);
    clock.advance(300);
    await settled(running);
    expectSame(
      'after 300 ms, with a second fetch that takes too long',
      endOf(running),
      'DEADLINE_EXCEEDED',
      'The second token is waited for like the first: unlessOver.',
    );
  });

  test('at a server of grpc-js, in all four kinds', async () => {
    let fetched = 0;
    const interceptor = tokenRefresh({ fetch: () => `t${++fetched}` });
    await withStranger([interceptor], async ({ shop, seen, good }) => {
      good.add('Bearer t1');
      await callAll(shop);
      expectSame(
        'tokens that the server got',
        seen.map(({ token }) => token),
        Array(4).fill('Bearer t1'),
        'One token for all.',
      );
      for (const [kind, make, again] of [
        ['unary', () => shop.getOrder({}), true],
        ['server streaming', async () => read(shop.searchOrders({})), true],
        ['client streaming', () => shop.updateOrders([{}]), false],
        ['bidi streaming', () => read(shop.processOrders([{}])), false],
      ] as [string, () => Promise<unknown>, boolean][]) {
        seen.length = 0;
        const token = [...good].at(-1)!;
        good.clear();
        good.add(`Bearer t${Number(token.slice(8)) + 1}`);
        const ending = await endingOf(make());
        const error = ending.error ?? (ending.value as { error?: unknown }).error;
        expectSame(
          `${kind}: attempts at the server`,
          seen.length,
          again ? 2 : 1,
          again ? AGAIN : 'The requests are gone.',
        );
        expectSame(
          `${kind}: ended in`,
          (error as GrpcError | undefined)?.code ?? 0,
          again ? 0 : Status.UNAUTHENTICATED,
          again ? AGAIN : 'Its caller has to hear of it.',
        );
      }
    });
  });
});

// ---- 3: the cache ----

function caching(more: Partial<ReadCacheOptions> = {}) {
  const clock = new FakeClock();
  const interceptor = readCache(Object.freeze({ ttlMs: 1000, clock, ...more }));
  let ran = 0;
  /** Asks, and tells who answered: the wire, with the how-manieth answer, or the cache. */
  const ask = async (
    value = '101',
    options: {
      method?: object;
      headers?: Record<string, string>;
      /** One value more, under a name that has one already. */
      also?: [name: string, value: string];
      takes?: number;
      error?: Error;
    } = {},
  ) => {
    const { method = getOrder, headers, also, takes = 0, error } = options;
    const { call } = callOf(method, headers ? { headers } : {});
    if (also) call.metadata.append(...also);
    const before = ran;
    const request = Object.freeze({ value });
    const ending = await settledEndingOf(
      Promise.resolve().then(() =>
        interceptor(request, call, async (asked, passed) => {
          ran++;
          check(
            asked === request && passed === call,
            'next did not get the request and the call as they came',
            'next(request, call)',
          );
          clock.advance(takes);
          if (error) throw error;
          return Order.create({ id: value, description: `answer ${ran}`, items: ['tea'] });
        }),
      ),
    );
    return {
      ...ending,
      order: ending.value as Order,
      from: ran > before ? 'the wire' : 'the cache',
      marked: call.context.get(fromCache),
    };
  };
  return { interceptor, ask, clock };
}

task(3, () => {
  test('the same question twice', async () => {
    const { ask } = caching();
    const first = await ask();
    if (first.error !== undefined) throw first.error;
    expectSame('the first answer is from', first.from, 'the wire', 'Nothing is kept yet.');
    const second = await ask();
    if (second.error !== undefined) throw second.error;
    expectSame(
      'the second answer is from',
      second.from,
      'the cache',
      'The same was asked a moment ago: answer without next.',
    );
    expectSame(
      'the answers',
      [first.order?.description, second.order?.description],
      ['answer 1', 'answer 1'],
      'What comes out is what went in.',
    );
    expectSame(
      'context.get(fromCache), first and second',
      [first.marked, second.marked],
      [false, true],
      'call.context.set(fromCache, true), for what came out of the cache and for nothing else.',
    );
  });

  test('another question', async () => {
    const SAME = 'Two questions are the same if path, request and what is in vary are the same.';
    const scenes: [string, ReadCacheOptions['vary'], object, object, string][] = [
      ['another request', undefined, { value: '101' }, { value: '102' }, 'the wire'],
      [
        'another method',
        undefined,
        {},
        { method: { ...getOrder, path: '/ecommerce.OrderManagement/GetDraft' } },
        'the wire',
      ],
      [
        'another caller',
        undefined,
        { headers: { authorization: 'ada' } },
        { headers: { authorization: 'bob' } },
        'the wire',
      ],
      ['nobody, and a caller', undefined, {}, { headers: { authorization: 'ada' } }, 'the wire'],
      [
        'the same caller',
        undefined,
        { headers: { authorization: 'ada' } },
        { headers: { authorization: 'ada' } },
        'the cache',
      ],
      [
        'another trace',
        undefined,
        { headers: { 'x-trace': '1' } },
        { headers: { 'x-trace': '2' } },
        'the cache',
      ],
      [
        'another second value',
        undefined,
        { headers: { authorization: 'shop' }, also: ['authorization', 'ada'] },
        { headers: { authorization: 'shop' }, also: ['authorization', 'bob'] },
        'the wire',
      ],
      [
        'another caller, with vary: []',
        [],
        { headers: { authorization: 'ada' } },
        { headers: { authorization: 'bob' } },
        'the cache',
      ],
      [
        'another caller, with another name in vary',
        ['x-language'],
        { headers: { authorization: 'ada', 'x-language': 'en' } },
        { headers: { authorization: 'bob', 'x-language': 'en' } },
        'the cache',
      ],
      [
        'another language, in vary',
        ['x-language'],
        { headers: { 'x-language': 'en' } },
        { headers: { 'x-language': 'zh' } },
        'the wire',
      ],
      [
        'two names, the values swapped',
        ['x-a', 'x-b'],
        { headers: { 'x-a': '1' } },
        { headers: { 'x-b': '1' } },
        'the wire',
      ],
      [
        'values that run into each other',
        ['x-a', 'x-b'],
        { headers: { 'x-a': '1,', 'x-b': '2' } },
        { headers: { 'x-a': '1', 'x-b': ',2' } },
        'the wire',
      ],
    ];
    for (const [what, vary, first, second, expected] of scenes) {
      const { ask } = caching(vary ? { vary } : {});
      const make = ({ value = '101', ...options }: { value?: string }) => ask(value, options);
      const before = await make(first);
      if (before.error !== undefined) throw before.error;
      const { from } = await make(second);
      expectSame(
        `${what}: the second answer is from`,
        from,
        expected,
        what === 'another caller' || what === 'nobody, and a caller'
          ? 'What ada may read is not what bob may read: what stands in vary, authorization unless told, belongs to the question.'
          : what.startsWith('another second value')
            ? 'A name may have several values: metadata.getAll(name), and not get.'
            : what.startsWith('another caller, with')
              ? 'vary says all that the answer depends on. authorization is only the default, for those who give no vary; and an empty list is given: it depends on nothing.'
              : expected === 'the cache'
                ? 'Only path, request and vary make a question. Whatever else is in the metadata is another one each time.'
                : SAME,
      );
    }
  });

  test('a request is what is sent of it', async () => {
    const { interceptor } = caching();
    const method = {
      ...getOrder,
      encodeRequest: ({ number }: { number: bigint }) => Uint8Array.of(Number(number)),
    };
    let ran = 0;
    for (const request of [{ number: 7n }, { note: 'not in the .proto', number: 7n }]) {
      const { error } = await settledEndingOf(
        Promise.resolve().then(() =>
          interceptor(Object.freeze(request), callOf(method).call, async () => {
            ran++;
            return ORDERS[0];
          }),
        ),
      );
      check(
        error === undefined,
        `a request with a bigint in it: ${describe({ error })}`,
        'A request can have what JSON does not know. Its bytes say all of it: toHex(method.encodeRequest(request as object)).',
      );
    }
    expectSame(
      'next was called for two requests with the same bytes',
      ran,
      1,
      'What is not sent is not asked. Compare the bytes: toHex(method.encodeRequest(request as object)).',
    );
  });

  test('what is further in may change the call', async () => {
    const { interceptor } = caching();
    let ran = 0;
    const ask = (authorization: string) => {
      const { call } = callOf(getOrder, { headers: { authorization } });
      return answerOf(
        interceptor({ value: '101' }, call, async (_request, inner) => {
          inner.metadata.set('authorization', `Bearer t${++ran}`);
          return ORDERS[0];
        }),
      );
    };
    await ask('ada');
    await ask('ada');
    expectSame(
      'next was called, for the same caller twice',
      ran,
      1,
      'An interceptor further in has put a token into the metadata. The question is what came: make its key once, before next.',
    );
    await ask('Bearer t1');
    expectSame(
      'next was called, once more for another caller',
      ran,
      2,
      'The question is what came: make its key once, before next.',
    );
  });

  test('an answer of no bytes is an answer', async () => {
    const { interceptor } = caching();
    let ran = 0;
    for (let i = 0; i < 2; i++) {
      await answerOf(
        interceptor({ value: '101' }, callOf(getOrder).call, async () => {
          ran++;
          return Order.create({});
        }),
      );
    }
    expectSame(
      'next was called, for the same question twice',
      ran,
      1,
      'A message with all its defaults has no bytes. It was found all the same: ask whether it is undefined, and not how long it is.',
    );
  });

  test('only what is a read, by its .proto', async () => {
    for (const [what, method] of [
      ['no idempotency_level', { ...getOrder, idempotency: undefined }],
      ['IDEMPOTENT', { ...getOrder, idempotency: 'IDEMPOTENT' }],
    ] as const) {
      const { ask } = caching();
      await ask('101', { method });
      const { from } = await ask('101', { method });
      expectSame(
        `${what}: the second answer is from`,
        from,
        'the wire',
        what === 'IDEMPOTENT'
          ? 'IDEMPOTENT may be done twice, and it still has to be done: deleting is. NO_SIDE_EFFECTS is a read.'
          : 'An order that is answered from memory has not been placed.',
      );
    }
  });

  test.each(['server streaming', 'client streaming', 'bidi streaming'] as const)(
    '%s goes by',
    async (kind) => {
      const { interceptor } = caching();
      const method = { ...KINDS[kind], idempotency: 'NO_SIDE_EFFECTS' };
      for (let i = 0; i < 2; i++) {
        const answer = method.responseStream ? new CountedStream(ORDERS) : ORDERS[0];
        const request = method.requestStream ? new CountedStream(ORDERS) : {};
        const { call } = callOf(method);
        const inside = further(gives(answer));
        const ending = await settledEndingOf(
          Promise.resolve().then(() => interceptor(request, call, inside.next)),
        );
        check(
          ending.value === answer && inside.got[0]?.request === request,
          `expected next(request, call) and its answer, received ${ending.error === undefined ? 'another answer' : describe(ending)}`,
          'One request and one response can be kept. A stream is read once, and may have no end.',
        );
        if (request instanceof CountedStream)
          expectSame('requests opened', request.opened, 0, 'The requests are not yours to read.');
      }
    },
  );

  test('how long an answer is good', async () => {
    const { ask, clock } = caching();
    await ask('101');
    clock.advance(999);
    expectSame(
      'after 999 of 1000 ms: from',
      (await ask('101')).from,
      'the cache',
      'It is still good.',
    );
    clock.advance(1);
    const { from, order } = await ask('101');
    expectSame(
      'after 1000 ms: from',
      from,
      'the wire',
      'Good for 1000 ms means: at 1000 ms no more. And being read does not make an answer younger.',
    );
    expectSame('the answer then', order?.description, 'answer 2', 'The new answer is the answer.');
    clock.advance(999);
    expectSame(
      '999 ms after the second: from',
      (await ask('101')).from,
      'the cache',
      'The new answer takes the place of the old one.',
    );
  });

  test('how old an answer is', async () => {
    const { ask, clock } = caching();
    await ask('101', { takes: 400 });
    clock.advance(599);
    expectSame(
      'asked at 0, here at 400, asked again at 999: from',
      (await ask('101')).from,
      'the cache',
      'It is good for 1000 ms.',
    );
    clock.advance(1);
    expectSame(
      'asked again at 1000: from',
      (await ask('101')).from,
      'the wire',
      'The server may have looked right after it was asked. So an answer that came at 400 may be 400 ms old by then: take the time before next.',
    );
  });

  test('errors are not kept', async () => {
    const { ask } = caching();
    const error = new GrpcError(Status.UNAVAILABLE, 'just now');
    const failed = await ask('101', { error });
    check(
      failed.error === error,
      `expected the error of next, received ${describe(failed)}`,
      'An error goes out as it is.',
    );
    const { from, error: second } = await ask('101');
    check(
      second === undefined && from === 'the wire',
      `asked again, it came from ${from}: ${describe({ error: second })}`,
      'A failure of a moment would last for a second.',
    );
  });

  test('each has a message of its own', async () => {
    const { ask } = caching();
    const OWN =
      'A message is an object, and its reader may change it. Keep bytes, and decode them for each who asks.';
    const spoil = (order: Order | undefined) => {
      if (order === undefined) return;
      order.description = 'changed';
      order.items?.push('a stone');
    };
    spoil((await ask()).order);
    const second = (await ask()).order;
    expectSame(
      'after the first reader has changed theirs, the second reads',
      [second?.description, second?.items],
      ['answer 1', ['tea']],
      OWN,
    );
    spoil(second);
    const third = (await ask()).order;
    expectSame(
      'after the second reader has changed theirs, the third reads',
      [third?.description, third?.items],
      ['answer 1', ['tea']],
      OWN,
    );
  });

  test('no more than most', async () => {
    const { ask } = caching({ most: 2 });
    for (const id of ['101', '102', '103']) await ask(id);
    expectSame(
      '102 and 103, the last two, are from',
      [(await ask('102')).from, (await ask('103')).from],
      ['the cache', 'the cache'],
      'Two are kept: the last two.',
    );
    expectSame(
      '101, the oldest of three, is from',
      (await ask('101')).from,
      'the wire',
      'With most: 2 the third answer takes the place of the oldest. Otherwise a client that asks ever new things fills its memory.',
    );
  });

  test('who is the oldest', async () => {
    const { ask, clock } = caching({ most: 2 });
    await ask('101');
    clock.advance(500);
    await ask('102');
    clock.advance(500);
    await ask('101');
    expectSame(
      '102, after 101 was asked for again: from',
      (await ask('102')).from,
      'the cache',
      '101 was there already: a new answer to it needs no new place, and nobody has to go.',
    );
    await ask('103');
    expectSame(
      '101, after 103 came as the third: from',
      (await ask('101')).from,
      'the cache',
      'The answer to 101 is younger than the one to 102. A Map leaves a key that is set again at its old place: delete it first.',
    );
  });

  test('two at once are one answer to keep', async () => {
    const { ask } = caching({ most: 2 });
    await ask('101');
    await Promise.all([ask('102'), ask('102')]);
    expectSame(
      '101, after 102 was asked for twice at the same time: from',
      (await ask('101')).from,
      'the cache',
      'The second answer to 102 takes the place of the first, and nobody has to go. Look whether there are too many after you have set it.',
    );
  });

  test('and the later of the two is the younger', async () => {
    const { interceptor, ask } = caching({ most: 2 });
    const inside = further();
    const both = [0, 1].map(() =>
      watch(interceptor(Object.freeze({ value: '101' }), callOf(getOrder).call, inside.next)),
    );
    await settled(...both);
    inside.got[0]!.settle.resolve(Order.create({ id: '101' }));
    await settled(...both);
    await ask('102');
    inside.got[1]!.settle.resolve(Order.create({ id: '101' }));
    await settled(...both);
    await ask('103');
    expectSame(
      '101, whose second answer came behind 102, is from',
      (await ask('101')).from,
      'the cache',
      'The answer to 101 is younger than the one to 102. A Map leaves a key that is set again at its old place: delete it first.',
    );
  });
});

// ---- 4: the limit ----

/** An interceptor with `most` turns, and calls that go through it. */
function limiting(most: number, more: { mostWaiting?: number } = {}) {
  const clock = new FakeClock();
  const interceptor = concurrencyLimit({ most, clock, ...more });
  /** The names of those that are further in, in the order in which they came. */
  const entered: string[] = [];
  const enter = (name: string, options: More & { method?: object } = {}) => {
    const { call, end } = callOf(options.method ?? getOrder, { clock, ...options });
    const inside = further();
    const next: typeof inside.next = (request, passed) => {
      entered.push(name);
      return inside.next(request, passed);
    };
    const request = { name };
    const watched = watch(Promise.resolve().then(() => interceptor(request, call, next)));
    return {
      watched,
      end,
      request,
      call,
      inside,
      resolve: (answer?: unknown) => inside.got[0]!.settle.resolve(answer),
      reject: (error: unknown) => inside.got[0]!.settle.reject(error),
    };
  };
  return { interceptor, enter, entered, clock };
}

task(4, () => {
  test('so many at once, and the others wait', async () => {
    const { enter, entered } = limiting(2);
    const calls = ['a', 'b', 'c', 'd'].map((name) => enter(name));
    await settled(...calls.map(({ watched }) => watched));
    expectSame(
      'of four calls, with most: 2, these run',
      entered,
      ['a', 'b'],
      'Two turns: the others wait for theirs, and next is not called before.',
    );
    calls[1]!.resolve('fine');
    await settled(...calls.map(({ watched }) => watched));
    expectSame(
      'when b is done',
      entered,
      ['a', 'b', 'c'],
      entered.length === 2
        ? 'b has its answer, so its turn is free: give it back as soon as next has given one response. The next in the line is called then.'
        : 'Its turn goes to the one who has waited longest, and to nobody else.',
    );
    check(
      calls[1]!.watched.value === 'fine',
      'b did not get the answer of next',
      'return what next gave.',
    );
    const { request, call, inside } = calls[2]!;
    expectUntouched(inside.got, request, call);
    const e = enter('e');
    await settled(e.watched);
    expectSame(
      'when one more comes, these have run',
      entered,
      ['a', 'b', 'c'],
      'A turn that is handed on is not free: as many run as before. One less is running only if nobody waits.',
    );
  });

  test('first come, first served', async () => {
    const { enter, entered } = limiting(1);
    const calls = ['a', 'b', 'c', 'd', 'e'].map((name) => enter(name));
    const all = calls.map(({ watched }) => watched);
    await settled(...all);
    for (const [i, call] of calls.entries()) {
      check(
        entered.length === i + 1,
        `${i + 1} calls should have had their turn, and these had it: ${entered.join(' ')}`,
        'One turn, handed on from one to the next.',
      );
      if (entered.at(-1) !== 'abcde'[i]) break;
      call.resolve();
      await settled(...all);
    }
    expectSame(
      'in the order in which they came',
      entered.join(' '),
      'a b c d e',
      'A Set keeps its order: const [first] = this.#waiting. Otherwise somebody may wait for ever.',
    );
  });

  test('one that fails gives its turn back', async () => {
    const { enter, entered } = limiting(1);
    const [a, b] = [enter('a'), enter('b')];
    await settled(a.watched, b.watched);
    a.reject(NOT_FOUND);
    await settled(a.watched, b.watched);
    check(
      a.watched.error === NOT_FOUND,
      `a: expected the error of next, received ${describe(a.watched)}`,
      'It goes out as it is.',
    );
    expectSame(
      'after a has failed, these have run',
      entered,
      ['a', 'b'],
      'A turn that a failed call keeps is lost: after `most` failures nobody runs any more. Give it back in the catch, too.',
    );
  });

  test('client streaming is over with its answer', async () => {
    const { enter, entered } = limiting(1);
    const [a, b] = [enter('a', { method: updateOrders }), enter('b')];
    await settled(a.watched, b.watched);
    a.resolve('updated');
    await settled(a.watched, b.watched);
    expectSame(
      'after the answer, these have run',
      entered,
      ['a', 'b'],
      'It has one response: when that is there, the call is over.',
    );
  });

  test.each(['server streaming', 'bidi streaming'] as const)(
    '%s: until its reader is through',
    async (kind) => {
      for (const how of ['reads to the end', 'meets an error', 'leaves'] as const) {
        const { enter, entered } = limiting(1);
        const a = enter('a', { method: KINDS[kind] });
        const [b, c] = [enter('b'), enter('c')];
        await settled(a.watched, b.watched, c.watched);
        const source = new CountedStream(
          ORDERS,
          how === 'meets an error' ? { error: NOT_FOUND } : {},
        );
        a.resolve(source);
        await settled(a.watched, b.watched);
        check(
          a.watched.state === 'resolved',
          'next has given a stream, and the caller does not get it',
          'Hand the stream on: who waits for its end waits for a reader who has not got it.',
        );
        expectSame(
          'when the stream is there, these run',
          entered,
          ['a'],
          'A stream that nobody has read yet is not over. It still costs the server its work.',
        );
        const iterator = open(a.watched.value);
        const messages = [(await iterator.next()).value];
        await settled(b.watched);
        expectSame('in the middle of the stream, these run', entered, ['a'], 'It is not over.');
        if (how === 'leaves') await iterator.return?.();
        else {
          const rest = await read({ [Symbol.asyncIterator]: () => iterator });
          messages.push(...rest.messages);
          expectSame(
            'the orders',
            idsOf(messages),
            '101 102 103 104',
            'endingWith changes no message.',
          );
          check(
            rest.error === (how === 'meets an error' ? NOT_FOUND : undefined),
            `the reader met ${describe(rest)}`,
            'What the stream throws goes out as it is.',
          );
        }
        await settled(a.watched, b.watched, c.watched);
        expectSame(
          `its reader ${how}: these have run`,
          entered,
          ['a', 'b'],
          'endingWith(answer, giveBack): its reader is through, and so is the call. (Who waits for call.ended alone waits too long: a call that an interceptor makes again has ended only after the second attempt, which waits for this turn.)',
        );
        a.end(OK);
        await settled(b.watched, c.watched);
        expectSame(
          'and when call.ended says so, too',
          entered,
          ['a', 'b'],
          'It has given its turn back already, and has no second one to give: then two would run with most: 1.',
        );
      }
    },
  );

  test('a stream that nobody reads', async () => {
    const { enter, entered } = limiting(1);
    const [a, b] = [enter('a', { method: searchOrders }), enter('b')];
    await settled(a.watched, b.watched);
    a.resolve(new CountedStream(ORDERS));
    await settled(a.watched, b.watched);
    a.end({ code: Status.DEADLINE_EXCEEDED, details: 'too late' });
    await settled(a.watched, b.watched);
    expectSame(
      'after the call has ended, these have run',
      entered,
      ['a', 'b'],
      'Its reader may never come. The call ends all the same, at its deadline at the latest: call.ended.',
    );
  });

  test('who waits can leave: the deadline', async () => {
    const { enter, entered, clock } = limiting(1);
    const a = enter('a');
    const b = enter('b', { timeoutMs: 300 });
    const c = enter('c', { timeoutMs: 2000 });
    await settled(a.watched, b.watched, c.watched);
    clock.advance(299);
    await settled(a.watched, b.watched);
    expectSame('after 299 ms b is', b.watched.state, 'pending', 'It still has time.');
    clock.advance(1);
    await settled(a.watched, b.watched);
    expectSame(
      'after 300 ms b has ended in',
      endOf(b.watched),
      'DEADLINE_EXCEEDED',
      'Its deadline has come, and nobody waits for it any more. whenOver tells you; reject with what it says.',
    );
    a.resolve();
    await settled(a.watched, b.watched, c.watched);
    check(
      !entered.includes('b'),
      'b got a turn after it had left',
      'Nobody waits for this call; the server would work for nobody. Take it out of #waiting when it leaves.',
    );
    expectSame(
      'the turn of a went to',
      entered.at(-1),
      'c',
      'One that has left takes no turn: it would never give it back.',
    );
    expectSame(
      'timers that are left',
      clock.pending,
      0,
      'c has its turn, and stop() takes its timer away. (b’s is gone with its deadline.)',
    );
    clock.advance(5000);
    await settled(c.watched);
    expectSame(
      'c, that runs, is',
      c.watched.state,
      'pending',
      'From here on the deadline is the call’s own affair.',
    );
  });

  test('who waits can leave: the caller gives up', async () => {
    for (const who of ['signal', 'parent'] as const) {
      const { enter, entered } = limiting(1);
      const [ofB, ofC] = [countedSignal(), countedSignal()];
      const by = ({ signal }: { signal: AbortSignal }): More =>
        who === 'signal' ? { signal } : { parent: { signal } };
      const a = enter('a');
      const [b, c] = [enter('b', by(ofB)), enter('c', by(ofC))];
      await settled(a.watched, b.watched, c.watched);
      a.resolve();
      await settled(b.watched);
      expectSame(
        `${who}: listeners of b, which runs, and of c, which waits`,
        [ofB.listeners(), ofC.listeners()],
        [0, 1],
        'b has its turn: stop() takes its listener away. c waits, and wants to hear.',
      );
      ofC.abort();
      await settled(b.watched, c.watched);
      expectSame(
        `${who} aborts: c has ended in`,
        endOf(c.watched),
        'CANCELLED',
        'whenOver tells of signals, too.',
      );
      expectSame(
        `${who}: listeners that are left`,
        ofB.listeners() + ofC.listeners(),
        0,
        'A signal may live as long as the program: what listens to it stays.',
      );
      expectSame('these have run', entered, ['a', 'b'], 'c has left.');
    }
  });

  test('who has no time left when the line begins', async () => {
    const { enter, entered, clock } = limiting(1);
    const { signal, abort } = countedSignal();
    abort();
    const a = enter('a');
    const [late, left] = [enter('late', { timeoutMs: 0 }), enter('left', { signal })];
    const c = enter('c');
    const all = [a.watched, late.watched, left.watched, c.watched];
    await settled(...all);
    clock.advance(1);
    await settled(...all);
    const AT_ONCE =
      'Its time was over before it stood in the line. whenOver tells that as well, a moment later: settle the call then, as any other.';
    expectSame(
      'one with a deadline of 0 ms has ended in',
      endOf(late.watched),
      'DEADLINE_EXCEEDED',
      AT_ONCE,
    );
    expectSame('one whose caller had left has ended in', endOf(left.watched), 'CANCELLED', AT_ONCE);
    a.resolve();
    await settled(...all);
    expectSame('the turn of a went to', entered.at(-1), 'c', 'They have left the line.');
  });

  test('the line has an end', async () => {
    const { enter, entered } = limiting(1, { mostWaiting: 2 });
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => enter(name)) as [
      ReturnType<typeof enter>,
      ReturnType<typeof enter>,
      ReturnType<typeof enter>,
      ReturnType<typeof enter>,
    ];
    await settled(a.watched, b.watched, c.watched, d.watched);
    expectSame(
      'one runs, two wait, with mostWaiting: 2; c is',
      c.watched.state,
      'pending',
      'c is the second who waits: two may.',
    );
    expectSame(
      'the fourth has ended in',
      endOf(d.watched),
      'RESOURCE_EXHAUSTED',
      'Two wait already. Who has no place hears of it at once, and can do something else.',
    );
    check(
      (d.watched.error as GrpcError).details?.length > 0,
      'its error says nothing of why',
      'new GrpcError(Status.RESOURCE_EXHAUSTED, …): a text says that it is this client’s own line that is full, and not the server.',
    );
    a.resolve();
    await settled(a.watched, b.watched);
    const e = enter('e');
    await settled(e.watched);
    expectSame(
      'when b has its turn, one more may wait: e is',
      e.watched.state,
      'pending',
      'b is out of the line, so there is a place.',
    );
    expectSame('these have run', entered, ['a', 'b'], 'd had no place.');
  });

  test('who runs does not stand in the line', async () => {
    const { enter } = limiting(3, { mostWaiting: 2 });
    const calls = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => enter(name));
    await settled(...calls.map(({ watched }) => watched));
    expectSame(
      'of six calls, with most: 3 and mostWaiting: 2',
      calls.map(({ watched }) => endOf(watched)),
      [
        'nothing yet',
        'nothing yet',
        'nothing yet',
        'nothing yet',
        'nothing yet',
        'RESOURCE_EXHAUSTED',
      ],
      'Three run, two wait, and the sixth has no place: this.#waiting.size, and nothing else, says how many wait.',
    );
  });

  test('no line at all', async () => {
    const { enter } = limiting(1, { mostWaiting: 0 });
    const [a, b] = [enter('a'), enter('b')];
    await settled(a.watched, b.watched);
    expectSame(
      'with mostWaiting: 0, the first is',
      a.watched.state,
      'pending',
      'It has a turn, and need not wait.',
    );
    expectSame(
      'the second has ended in',
      endOf(b.watched),
      'RESOURCE_EXHAUSTED',
      'Nobody may wait.',
    );
    a.resolve();
    await settled(a.watched);
    const c = enter('c');
    await settled(c.watched);
    expectSame(
      'after the first is done, the next is',
      c.watched.state,
      'pending',
      'A turn is free again: if nobody waits, one less is running.',
    );
  });

  test('many calls, that end in many ways', async () => {
    const { enter, entered, clock } = limiting(3);
    const calls: ReturnType<typeof enter>[] = [];
    const done = new Set<ReturnType<typeof enter>>();
    let most = 0;
    for (let i = 0; i < 60; i++) {
      calls.push(enter(String(i), i % 5 === 4 ? { timeoutMs: 40 } : {}));
      await settled(...calls.map(({ watched }) => watched));
      const running = calls.filter((call) => call.inside.got.length > 0 && !done.has(call));
      most = Math.max(most, running.length);
      if (i % 2 === 1 && running[0] !== undefined) {
        const [first] = running;
        done.add(first);
        if (i % 3 === 0) first.reject(NOT_FOUND);
        else first.resolve();
      }
      clock.advance(i % 7 === 0 ? 30 : 1);
    }
    expectSame('calls at once, at the most', most, 3, 'Three turns, and each is given back once.');
    for (let i = 0; i < 60; i++) {
      const running = calls.filter((call) => call.inside.got.length > 0 && !done.has(call));
      if (running.length === 0) break;
      for (const call of running) {
        done.add(call);
        call.resolve();
      }
      await settled(...calls.map(({ watched }) => watched));
    }
    const waiting = calls.filter(({ watched }) => watched.state === 'pending').length;
    expectSame('calls that still wait at the end', waiting, 0, 'A turn was lost on the way.');
    const left = calls.filter(({ watched }) => endOf(watched) === 'DEADLINE_EXCEEDED').length;
    expectSame(
      'calls that ran, and calls that left',
      entered.length + left,
      60,
      'Each call runs, or it leaves.',
    );
  });

  test('at a server of grpc-js, in all four kinds', async () => {
    await withStranger([concurrencyLimit({ most: 2 })], async ({ shop, seen, atOnce }) => {
      await Promise.all([
        callAll(shop),
        callAll(shop),
        callAll(shop),
        callAll(shop),
        callAll(shop),
      ]);
      expectSame('calls at the server', seen.length, 20, 'Five times four calls.');
      expectSame('at once at the most, with most: 2', atOnce() <= 2, true, 'Two turns.');
    });
  });
});
