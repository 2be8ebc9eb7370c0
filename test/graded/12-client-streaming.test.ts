import { getEventListeners } from 'node:events';
import * as grpc from '@grpc/grpc-js';
import { afterEach, test } from 'vitest';
import { fail } from '#course/kit/compare/finding';
import { throwGap } from '#course/kit/compare/gap';
import { expectSame } from '#course/kit/compare/same';
import { nameOf } from '#course/kit/compare/show';
import { untilQuiet } from '#course/kit/quiet';
import { Source } from '#course/kit/stream';
import { task } from '#course/kit/task';
import { settle, type Watched, watch } from '#course/kit/watch';
import { Pump, type Sink } from '#grpc/messages/pump';
import { CallError } from '#hello/call';
import type { Order } from '#protobuf/generated/ecommerce';
import type { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { incoming, LEFT } from '#uploads/incoming';
import { type Book, updateAll } from '#uploads/update-all';
import { begin, upload } from '#uploads/upload';
import {
  aFewTurns,
  type Done,
  FakeIncoming,
  FakeOutgoing,
  openShop,
} from './12-client-streaming.node.ts';
import { closeAll, idsOf, order, orders } from './grpc-js.ts';

/**
 * Tasks 1 to 4 stand on grpc-js, so this suite needs Node; task 5 is the piece of src/. Where the
 * moment matters at which something happens, the stream is one in the test's hands that does what
 * grpc-js's does; where it does not, it is grpc-js, on a free port.
 */
afterEach(closeAll);

/** A value that comes when the test wants it. */
function later<T>() {
  let give: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

const show = ({ state, value, error }: Watched<IteratorResult<Order, unknown>>) =>
  state === 'pending'
    ? 'waits'
    : state === 'rejected'
      ? `throws ${error instanceof CallError ? error.message : nameOf(error)}`
      : value?.done
        ? 'done'
        : `order ${value?.value?.id}`;

async function next(stream: AsyncIterator<Order, unknown>) {
  const watched = watch(Promise.resolve().then(() => stream.next()));
  await aFewTurns();
  throwGap(watched.error);
  return watched;
}

async function expectNext(stream: AsyncIterator<Order, unknown>, expected: string, cause: string) {
  expectSame('what next() gives', show(await next(stream)), expected, cause);
}

const GONE =
  'The client is gone, and grpc-js has ended the stream like any other. Look at call.cancelled behind the loop.';
const BROKEN =
  'If the client is gone grpc-js may break the stream (Premature close). If call.cancelled is true then, it is the client that left.';
const SHORT =
  'The client announced more than came: a client of grpc-js that cancels says END_STREAM first. Count, and compare with call.metadata.get(COUNT).';
const WHY_REFUSED: Record<string, string> = {
  '0': 'Announcing 0 is announcing too: only undefined is nothing.',
  '3x': 'That is not a number, and so not the number that came: Number(text) is NaN, parseInt overlooks the rest.',
};
const CANCELLED = `throws CANCELLED: ${LEFT}`;

task(1, () => {
  test('one at a time; done when the client has said so, and not before', async () => {
    const call = new FakeIncoming<Order>();
    const stream = incoming(call.asCall);
    const first = await next(stream);
    expectSame('what next() gives', show(first), 'waits', 'Nothing has come yet.');
    call.send(...orders(3));
    await aFewTurns();
    expectSame('what it gives then', show(first), 'order 1', 'In order.');
    await expectNext(stream, 'order 2', 'In order.');
    await expectNext(stream, 'order 3', 'In order.');
    const last = await next(stream);
    expectSame('what next() gives', show(last), 'waits', 'Only END_STREAM says that this was all.');
    call.finish();
    await aFewTurns();
    expectSame('what it gives then', show(last), 'done', 'The client has said that this was all.');
  });

  test('an upload of nothing', async () => {
    const call = new FakeIncoming<Order>();
    const stream = incoming(call.asCall);
    call.finish();
    await expectNext(stream, 'done', 'No message is an upload too.');
  });

  test('the client is gone in the middle: it looks like an end', async () => {
    const call = new FakeIncoming<Order>();
    const stream = incoming(call.asCall);
    call.send(...orders(2));
    await expectNext(stream, 'order 1', 'What came before is read.');
    await expectNext(stream, 'order 2', 'What came before is read.');
    const last = await next(stream);
    call.leaveByEnd();
    await aFewTurns();
    throwGap(last.error);
    expectSame('what next() gives', show(last), CANCELLED, GONE);
    if (!(last.error instanceof CallError)) fail('no CallError', GONE);
  });

  test('the client is gone before its first message', async () => {
    const call = new FakeIncoming<Order>();
    const stream = incoming(call.asCall);
    const first = await next(stream);
    call.leaveByEnd();
    await aFewTurns();
    expectSame('what next() gives', show(first), CANCELLED, GONE);
  });

  test.each<[announced: string, came: number, ending: 'done' | 'refused']>([
    ['3', 3, 'done'],
    ['0', 0, 'done'],
    ['3', 2, 'refused'],
    ['1', 0, 'refused'],
    ['2', 3, 'refused'],
    ['0', 1, 'refused'],
    ['many', 2, 'refused'],
    ['3x', 3, 'refused'],
  ])('announced: %s, came: %i', async (announced, came, ending) => {
    const call = new FakeIncoming<Order>(announced);
    const stream = incoming(call.asCall);
    call.send(...orders(came));
    call.finish();
    let last = await next(stream);
    for (let i = 0; i < came && last.state === 'resolved' && !last.value?.done; i++) {
      last = await next(stream);
    }
    if (ending === 'done') {
      return expectSame('how it ended', show(last), 'done', 'As many came as were announced.');
    }
    const cause = WHY_REFUSED[announced] ?? SHORT;
    const { error } = last;
    if (!(error instanceof CallError)) {
      fail(`expected INVALID_ARGUMENT, received ${show(last)}`, cause);
    }
    expectSame('the code', grpc.status[error.code], 'INVALID_ARGUMENT', cause);
    expectSame(
      'both numbers stand in its text',
      error.details.includes(announced) && error.details.includes(String(came)),
      true,
      'Whoever reads it wants to know how many are missing.',
    );
  });

  test('gone, and fewer than announced', async () => {
    const call = new FakeIncoming<Order>('3');
    const stream = incoming(call.asCall);
    call.send(order(1));
    await expectNext(stream, 'order 1', 'What came before is read.');
    call.leaveByEnd();
    await expectNext(
      stream,
      CANCELLED,
      'If call.cancelled is true, that is why: nobody waits for a refusal.',
    );
  });

  test('the client dies in the middle: the stream breaks', async () => {
    const call = new FakeIncoming<Order>();
    const stream = incoming(call.asCall);
    call.send(...orders(2));
    await expectNext(stream, 'order 1', 'What came before is read.');
    await expectNext(stream, 'order 2', 'What came before is read.');
    const last = await next(stream);
    call.leaveByDeath();
    await aFewTurns();
    expectSame('what next() gives', show(last), CANCELLED, BROKEN);
  });

  test('the client is gone already', async () => {
    const call = new FakeIncoming<Order>();
    call.on('error', () => {});
    call.leaveByDeath();
    await aFewTurns();
    await expectNext(incoming(call.asCall), CANCELLED, BROKEN);
  });

  test('an error that is not the client’s', async () => {
    const call = new FakeIncoming<Order>();
    const stream = incoming(call.asCall);
    const first = await next(stream);
    const mine = new TypeError('a bug');
    call.destroy(mine);
    await aFewTurns();
    expectSame(
      'what next() gives',
      show(first),
      'throws TypeError: a bug',
      'Nobody has left (call.cancelled is false): throw on what came.',
    );
  });

  test('who answers early leaves the call unharmed', async () => {
    const call = new FakeIncoming<Order>();
    call.send(...orders(5));
    const ids: string[] = [];
    const left = watch(
      (async () => {
        for await (const { id } of incoming(call.asCall)) {
          ids.push(id);
          if (ids.length === 2) break;
        }
      })(),
    );
    await aFewTurns();
    throwGap(left.error);
    expectSame('orders read', ids.join(' '), '1 2', 'In order.');
    expectSame('the loop', left.state, 'resolved', 'Leaving early is not an error.');
    expectSame(
      'call.destroyed',
      call.destroyed,
      false,
      'for await over the call itself destroys it when it is left: call.iterator({ destroyOnReturn: false }).',
    );
  });

  test('it reads no further than it is asked to', async () => {
    const call = new FakeIncoming<Order>();
    const stream = incoming(call.asCall);
    call.send(...orders(500));
    await expectNext(stream, 'order 1', 'In order.');
    await expectNext(stream, 'order 2', 'In order.');
    expectSame(
      'messages pulled out of the connection are few',
      call.pulled < 60,
      true,
      'Who collects all that comes ("data") keeps it in memory, and the client is never held back.',
    );
    await stream.return();
  });

  test.each(['cancels', 'ends'])('grpc-js: the client %s', async (how) => {
    const seen = { count: 0, ending: '' };
    const [three, over] = [later<void>(), later<void>()];
    let gap: unknown;
    const start = await openShop(async (call, answer) => {
      try {
        for await (const _ of incoming(call)) if (++seen.count === 3) three.give();
        seen.ending = 'done';
        answer(null, { value: 'thank you' });
      } catch (error) {
        gap = error;
        seen.ending = error instanceof CallError ? 'refused' : nameOf(error);
      }
      over.give();
    });
    const call = start(() => {}, how === 'ends' ? '3' : '4');
    for (const one of orders(3)) call.write(one);
    await Promise.race([three.promise, over.promise]);
    throwGap(gap);
    if (how === 'ends') call.end();
    else call.cancel();
    await over.promise;
    throwGap(gap);
    expectSame('how the loop ended', seen.ending, how === 'ends' ? 'done' : 'refused', SHORT);
  });
});

const book = (): Book => new Map(['1', '2', '3', '4'].map((id) => [id, order(id, 'old')]));
const fresh = (...ids: string[]) => ids.map((id) => order(id, 'new'));
const stateOf = (changed: Book) =>
  [...changed.values()].map(({ id, description }) => `${id} ${description}`);
const OLD = stateOf(book());

const ATOMIC =
  'All or nothing: keep what comes beside the book, and put it in when the last has come.';

/** updateAll, and what has become of its promise. */
async function updating(source: AsyncIterable<Order>, into: Book) {
  const watched = watch(Promise.resolve().then(() => updateAll(source, into)));
  await aFewTurns();
  throwGap(watched.error);
  return watched;
}

async function expectRefused(source: Source<Order>, message: string, asked: number, cause: string) {
  const into = book();
  const { error, state } = await updating(source, into);
  if (state !== 'rejected') fail(`expected ${message}, and nothing was thrown`, cause);
  if (!(error instanceof CallError))
    fail(
      `expected a CallError, received ${nameOf(error)}`,
      'The caller is to learn why: new CallError(status.NOT_FOUND, …).',
    );
  expectSame('the refusal', grpc.status[error.code], message.split(' ')[0], cause);
  expectSame(
    'the id stands in its text',
    error.details.includes(message.split(' ')[1]!),
    true,
    'With a hundred orders on the way, the caller wants to know which.',
  );
  expectSame('the book', stateOf(into), OLD, ATOMIC);
  expectSame(
    'orders asked for',
    source.asked,
    asked,
    'Refuse when it is known: the rest need not come.',
  );
  expectSame(
    'return() of the orders was called',
    source.returned,
    1,
    'Throw inside of for await: that leaves the loop, and tells the sender.',
  );
}

task(2, () => {
  test('all are replaced', async () => {
    const into = book();
    const all = fresh('3', '1');
    const { value, error } = await updating(new Source(...all), into);
    expectSame('what it threw', error, undefined, 'Nothing is wrong with these.');
    expectSame('the ids', value, ['3', '1'], 'In the order in which they came.');
    expectSame(
      'the book',
      stateOf(into),
      ['1 new', '2 old', '3 new', '4 old'],
      'Those that came, and no others.',
    );
  });

  test('nothing changes before the last has come', async () => {
    const into = book();
    const last = later<Order>();
    const watched = await updating(new Source(...fresh('1', '2'), last.promise), into);
    expectSame('its promise', watched.state, 'pending', 'More may come.');
    expectSame('the book', stateOf(into), OLD, ATOMIC);
    last.give(order('3', 'new'));
    await aFewTurns();
    expectSame('the ids', watched.value, ['1', '2', '3'], 'In the order in which they came.');
    expectSame('the book', stateOf(into), ['1 new', '2 new', '3 new', '4 old'], 'All of them.');
  });

  test('none', async () => {
    const into = book();
    expectSame(
      'the ids',
      (await updating(new Source<Order>(), into)).value,
      [],
      'None came, none changed.',
    );
    expectSame('the book', stateOf(into), OLD, 'None came, none changed.');
  });

  test('an id that the book does not have', async () => {
    const all = () => new Source(...fresh('1', '9', '2', '3'));
    await expectRefused(all(), 'NOT_FOUND 9', 2, 'book.has(id): replacing is not adding.');
    await expectRefused(
      new Source(...fresh('9', '9')),
      'NOT_FOUND 9',
      1,
      'book.has(id): replacing is not adding.',
    );
  });

  test('the same id twice', async () => {
    const all = new Source(...fresh('1', '2', '1', '3'));
    await expectRefused(
      all,
      'INVALID_ARGUMENT 1',
      3,
      'Which of the two is meant? Nobody knows, so refuse.',
    );
  });

  test('the client leaves in the middle', async () => {
    const into = book();
    const gone = new CallError(grpc.status.CANCELLED, LEFT);
    const { error } = await updating(new Source<Order>(...fresh('1', '2'), gone), into);
    expectSame(
      'what it threw is what the orders threw',
      error === gone,
      true,
      'Whoever calls has to hear of it.',
    );
    expectSame('the book', stateOf(into), OLD, ATOMIC);
  });

  test('two uploads, each by itself', async () => {
    const into = book();
    const [a, b] = [later<Order>(), later<Order>()];
    const first = await updating(new Source(...fresh('1'), a.promise), into);
    const second = await updating(new Source(...fresh('1'), b.promise), into);
    a.give(order('2', 'new'));
    b.give(order('3', 'new'));
    await aFewTurns();
    expectSame(
      'the ids of the first',
      first.value,
      ['1', '2'],
      'What comes is kept for each upload.',
    );
    expectSame(
      'the ids of the second',
      second.value,
      ['1', '3'],
      'What comes is kept for each upload.',
    );
    expectSame(
      'the book',
      stateOf(into),
      ['1 new', '2 new', '3 new', '4 old'],
      'Put in only what came: a copy of the whole book overwrites what another upload has changed.',
    );
  });
});

/** A call whose answer comes when the test wants it. */
function holding(room?: number) {
  const call = new FakeOutgoing<Order>(room);
  const seen: { done?: Done; begun: number } = { begun: 0 };
  const start = (done: Done) => {
    seen.begun++;
    seen.done = done;
    return call.asCall;
  };
  const answer = (error: grpc.ServiceError | null, value?: string) => {
    if (!seen.done) fail('start was not called', 'start begins the call: once, and at once.');
    call.over();
    seen.done(error, value === undefined ? undefined : { value });
  };
  return { call, start, answer, begun: () => seen.begun };
}

function refusal(details = 'there is no order 9'): grpc.ServiceError {
  const metadata = new grpc.Metadata();
  metadata.set('x-try', 'tomorrow');
  const code = grpc.status.NOT_FOUND;
  return Object.assign(new Error(`${code} NOT_FOUND: ${details}`), { code, details, metadata });
}

const ANSWERED = 'Whatever the answer is: over.abort(), so that whoever sends stops.';

task(3, () => {
  test('the response', async () => {
    const { call, start, answer, begun } = holding();
    const upload = begin<Order, StringValue>(start);
    expectSame('calls begun', begun(), 1, 'start begins the call: once, and at once.');
    expectSame(
      'the call is what start returned',
      upload.call === call.asCall,
      true,
      'const call = start(…).',
    );
    const watched = watch(upload.answer);
    await settle();
    expectSame('the answer', watched.state, 'pending', 'None has come yet.');
    expectSame('answered.aborted', upload.answered.aborted, false, 'None has come yet.');
    answer(null, 'all of them');
    await settle();
    expectSame('the answer', watched.value, { value: 'all of them' }, 'resolve(response).');
    expectSame('answered.aborted', upload.answered.aborted, true, ANSWERED);
  });

  test('the error', async () => {
    const { start, answer } = holding();
    const upload = begin<Order, StringValue>(start);
    const error = refusal();
    answer(error);
    // It came before anybody waited for it.
    await aFewTurns();
    const watched = watch(upload.answer);
    await settle();
    expectSame(
      'the answer',
      watched.state,
      'rejected',
      'Where error is not null the call has failed: reject.',
    );
    const got = watched.error;
    if (!(got instanceof CallError))
      fail(
        `expected a CallError, received ${nameOf(got)}`,
        'new CallError(code, details, metadata, { cause: error }).',
      );
    expectSame('the code', grpc.status[got.code], 'NOT_FOUND', 'The code says what has happened.');
    expectSame(
      'the details',
      got.details,
      error.details,
      'error.details is the text; error.message has the code in front.',
    );
    expectSame(
      "metadata 'x-try'",
      got.metadata.get('x-try'),
      ['tomorrow'],
      'The third argument of CallError.',
    );
    expectSame(
      'the cause is grpc-js’s error',
      got.cause === error,
      true,
      'The fourth argument: { cause: error }.',
    );
    expectSame('answered.aborted', upload.answered.aborted, true, ANSWERED);
  });

  test('an answer at once', async () => {
    const call = new FakeOutgoing<Order>();
    const upload = begin<Order, StringValue>((done) => {
      done(null, { value: 'no need' });
      return call.asCall;
    });
    const watched = watch(upload.answer);
    await settle();
    expectSame(
      'the answer',
      watched.value,
      { value: 'no need' },
      'It may come before start has returned.',
    );
    expectSame('answered.aborted', upload.answered.aborted, true, ANSWERED);
  });

  test('two uploads, each with its own answer', async () => {
    const [a, b] = [holding(), holding()];
    const [first, second] = [
      begin<Order, StringValue>(a.start),
      begin<Order, StringValue>(b.start),
    ];
    b.answer(null, 'b');
    await settle();
    expectSame('answered.aborted of the first', first.answered.aborted, false, 'Each has its own.');
    a.answer(null, 'a');
    expectSame(
      'the answers',
      [await first.answer, await second.answer],
      [{ value: 'a' }, { value: 'b' }],
      'Each has its own.',
    );
  });
});

/** upload with a call in the test's hands. */
function uploading(source: AsyncIterable<Order>, room?: number) {
  const held = holding(room);
  let signal: AbortSignal | undefined;
  const watched = watch(
    Promise.resolve().then(() =>
      upload<Order, StringValue>(held.start, (answered) => {
        signal = answered;
        return source;
      }),
    ),
  );
  const turn = async () => {
    await aFewTurns();
    throwGap(watched.error);
  };
  return { ...held, watched, turn, signal: () => signal };
}

const END = 'Behind the last message: call.end(). Only that tells the server that this was all.';
const NOT_YET =
  'write() said false: enough waits in memory already. Ask for the next message only after hasRoom(call, answered).';
/** Written twice, or not at all? */
const whyNot = (written: readonly unknown[]) =>
  new Set(written).size < written.length
    ? 'write() has taken the message also when it says false.'
    : 'There is room again: hasRoom(call, answered) resolves then. Wait for it, and not for some time.';
const EARLY =
  'The answer is there: send nothing more. Look at answered.aborted before each write, and after each wait.';
const RETURN =
  'Leave the loop (break or return inside of for await): that calls return() of the iterator.';

task(4, () => {
  test('every message in order, the end, and the answer', async () => {
    const all = orders(4);
    const { call, watched, turn, answer } = uploading(new Source(...all));
    await turn();
    expectSame('orders written', idsOf(call.written), idsOf(all), 'Each once, in order.');
    expectSame('calls of call.end()', call.ends, 1, END);
    expectSame(
      'its promise',
      watched.state,
      'pending',
      'Everything is sent, and nothing answered: wait for the answer.',
    );
    answer(null, 'four');
    await turn();
    expectSame('what it gives', watched.value, { value: 'four' }, 'return answer.');
    expectSame('calls of call.cancel()', call.cancels, 0, 'All went well.');
    expectSame('listeners left behind', call.hanging, 0, 'hasRoom takes them away.');
  });

  test('an upload of nothing', async () => {
    const { call, turn, answer, watched } = uploading(new Source<Order>());
    await turn();
    expectSame('calls of call.end()', call.ends, 1, END);
    answer(null, 'none');
    await turn();
    expectSame('what it gives', watched.value, { value: 'none' }, 'return answer.');
  });

  test('no faster than the server takes them', async () => {
    const source = new Source(...orders(6));
    const { call, turn } = uploading(source, 2);
    for (const count of [2, 4, 6]) {
      await turn();
      expectSame(
        'orders written',
        idsOf(call.written),
        idsOf(orders(count)),
        count === 2 ? NOT_YET : whyNot(call.written),
      );
      expectSame('orders asked for', source.asked, count, NOT_YET);
      expectSame('calls of call.end()', call.ends, 0, 'The end comes behind the last message.');
      call.drain(2);
    }
    await turn();
    expectSame('calls of call.end()', call.ends, 1, END);
  });

  test('refused while it waits for room', async () => {
    const source = new Source(...orders(6));
    const { call, turn, answer, watched } = uploading(source, 3);
    await turn();
    answer(refusal());
    await turn();
    expectSame(
      'its promise',
      watched.state,
      'rejected',
      'hasRoom resolves when the answer is there: then leave the loop.',
    );
    expectSame(
      'the error',
      watched.error instanceof CallError && watched.error.code,
      grpc.status.NOT_FOUND,
      'It is the answer that counts.',
    );
    expectSame('orders written behind the answer', call.late, 0, EARLY);
    expectSame('orders asked for', source.asked, 3, EARLY);
    expectSame('return() of the iterator was called', source.returned, 1, RETURN);
    expectSame('listeners left behind', call.hanging, 0, 'hasRoom takes them away.');
  });

  test('answered early, and well, while the source looks for its next', async () => {
    const found = later<Order>();
    const source = new Source(order(1), found.promise, order(3));
    const { call, turn, answer, watched, signal } = uploading(source);
    await turn();
    answer(null, 'one is enough');
    await turn();
    expectSame(
      'the signal that the messages got is aborted',
      signal()?.aborted,
      true,
      'messages(answered).',
    );
    found.give(order(2));
    await turn();
    expectSame('orders written behind the answer', call.late, 0, EARLY);
    expectSame('return() of the iterator was called', source.returned, 1, RETURN);
    expectSame(
      'what it gives',
      watched.value,
      { value: 'one is enough' },
      'An early answer is an answer.',
    );
    expectSame(
      'calls of call.cancel()',
      call.cancels,
      0,
      'The call is over: there is nothing to cancel.',
    );
  });

  test('the messages fail', async () => {
    const torn = new Error('the book is torn');
    const { call, turn, watched, answer } = uploading(new Source<Order>(order(1), torn));
    await turn();
    expectSame(
      'calls of call.cancel()',
      call.cancels,
      1,
      'What was sent is not all, and there will be no more: call.cancel(), so that the server hears that nobody waits.',
    );
    expectSame(
      'calls of call.end()',
      call.ends,
      0,
      'call.end() says "that was all", and it was not.',
    );
    answer(Object.assign(refusal(), { code: grpc.status.CANCELLED }));
    await turn();
    expectSame(
      'what it threw is what the messages threw',
      watched.error === torn,
      true,
      'throw error: the one that came first.',
    );
  });

  test('the messages fail before the first', async () => {
    const torn = new Error('the book is torn');
    const source: AsyncIterable<Order> = {
      [Symbol.asyncIterator]() {
        throw torn;
      },
    };
    const { call, turn, watched } = uploading(source);
    await turn();
    expectSame(
      'calls of call.cancel()',
      call.cancels,
      1,
      'The call has begun, and there will be no message: that the loop cannot begin belongs into try, too, and then call.cancel().',
    );
    expectSame(
      'calls of call.end()',
      call.ends,
      0,
      'call.end() says "that was all", and it was not.',
    );
    expectSame(
      'what it threw is what the messages threw',
      watched.error === torn,
      true,
      'throw error: the one that came first.',
    );
  });

  test('the messages fail because the answer is there', async () => {
    async function* waiting(answered: AbortSignal) {
      yield order(1);
      await new Promise((_resolve, reject) => {
        answered.addEventListener('abort', () => reject(answered.reason));
      });
    }
    const held = holding();
    const watched = watch(upload<Order, StringValue>(held.start, waiting));
    await aFewTurns();
    throwGap(watched.error);
    held.answer(null, 'one is enough');
    await aFewTurns();
    expectSame(
      'what it gives',
      watched.value ?? nameOf(watched.error),
      { value: 'one is enough' },
      'If the answer is there, it is the answer that counts: look at answered.aborted in catch.',
    );
    expectSame(
      'calls of call.cancel()',
      held.call.cancels,
      0,
      'The call is over: there is nothing to cancel.',
    );
  });

  test('it forgets the signal', async () => {
    const { call, turn, answer, signal } = uploading(new Source(...orders(40)), 1);
    for (let i = 0; i < 30; i++) {
      await settle();
      await new Promise((resolve) => setImmediate(resolve));
      call.drain(1);
    }
    await turn();
    const many = signal() === undefined ? 0 : getEventListeners(signal()!, 'abort').length;
    expectSame(
      'few listeners on the signal',
      many <= 2,
      true,
      'One wait, one listener: hasRoom takes it away.',
    );
    answer(refusal());
    await turn();
  });

  test('grpc-js: refused at the third of many', async () => {
    let read = 0;
    let sent = 0;
    let returned = 0;
    const start = await openShop(async (call, answer) => {
      for await (const _ of call) {
        if (++read === 3)
          return answer({ code: grpc.status.NOT_FOUND, details: 'there is no order 3' });
      }
    });
    async function* many() {
      try {
        while (sent < MANY) yield order(++sent, 'tea '.repeat(250));
      } finally {
        returned++;
      }
    }
    const over = watch(upload<Order, StringValue>(start, many));
    await untilQuiet(() => sent + read + returned);
    throwGap(over.error);
    for (let round = 0; round < 50 && over.state === 'pending'; round++)
      await untilQuiet(() => sent);
    expectSame(
      'its promise',
      over.state,
      'rejected',
      'hasRoom resolves when the answer is there: then leave the loop.',
    );
    const error = over.error as CallError;
    expectSame('the error', error.details, 'there is no order 3', 'It is the answer that counts.');
    expectSame('it stopped sending', sent < MANY, true, EARLY);
    expectSame('the finally of the messages ran', returned, 1, RETURN);
  });

  test('grpc-js: all of them', async () => {
    const start = await openShop(async (call, answer) => {
      const ids: string[] = [];
      for await (const { id } of call) ids.push(id);
      answer(null, { value: ids.join(' ') });
    });
    const { value } = await upload<Order, StringValue>(start, () => new Source(...orders(5)));
    expectSame('what the server got', value, '1 2 3 4 5', END);
  });
});

/** More than fits into all windows and queues between two ends, by far. */
const MANY = 3_000;

/** Where a pump pours into, in the test's hands. */
class Basin implements Sink<unknown> {
  readonly events: string[] = [];
  room: number;
  /** Cannot be sent. */
  bad: unknown;
  constructor(room = Number.POSITIVE_INFINITY) {
    this.room = room;
  }
  send(message: unknown): boolean {
    if (message === this.bad) throw new Error(`${message} cannot be sent`);
    this.events.push(String(message));
    return --this.room > 0;
  }
  finished(): void {
    this.events.push('finished');
  }
  failed(error: unknown): void {
    this.events.push(`failed: ${(error as Error)?.message}`);
  }
}

/** A pump that runs. */
async function pumping(source: Iterable<unknown> | AsyncIterable<unknown>, basin: Basin) {
  const pump = new Pump<unknown>(source as AsyncIterable<unknown>, basin);
  const run = watch(pump.run());
  const turn = async () => {
    await settle();
    if (run.state === 'rejected') {
      throwGap(run.error);
      fail(
        `run() rejected: ${nameOf(run.error)}`,
        'What goes wrong goes to sink.failed(error); run() never rejects.',
      );
    }
  };
  await turn();
  return { pump, run, turn };
}

const STOPPED =
  'After stop() nothing is asked for, sent or said: look at #stopped behind every await, in the catch, too.';

task(5, () => {
  test('everything, in order, and then finished', async () => {
    const basin = new Basin();
    const source = new Source('a', 'b', 'c');
    const { run } = await pumping(source, basin);
    expectSame(
      'what the sink heard',
      basin.events,
      ['a', 'b', 'c', 'finished'],
      'send each, then finished(), once.',
    );
    expectSame('run()', run.state, 'resolved', 'It settles when the source does nothing any more.');
    expectSame(
      'return() of a source that is done',
      source.returned,
      0,
      'It has ended by itself: nobody leaves it.',
    );
  });

  test.each<[string, Iterable<unknown>]>([
    ['an array', ['a', 'b']],
    ['an array of promises', [Promise.resolve('a'), Promise.resolve('b')]],
    ['a Set', new Set(['a', 'b'])],
  ])('%s is a source too', async (_, source) => {
    const basin = new Basin();
    await pumping(source, basin);
    expectSame(
      'what the sink heard',
      basin.events,
      ['a', 'b', 'finished'],
      'A message may be a promise: wait for it, as for await does.',
    );
  });

  test('no faster than there is room', async () => {
    const basin = new Basin(2);
    const source = new Source('a', 'b', 'c', 'd', 'e');
    const { pump, turn } = await pumping(source, basin);
    for (const count of [2, 4]) {
      expectSame(
        'what the sink heard',
        basin.events.length,
        count,
        'send said false: wait for #drained().',
      );
      expectSame(
        'messages asked for',
        source.asked,
        count,
        'Ask for the next only when there is room: so a slow reader stops the source.',
      );
      basin.room = 2;
      pump.drain();
      await turn();
    }
    expectSame(
      'what the sink heard',
      basin.events,
      ['a', 'b', 'c', 'd', 'e', 'finished'],
      'send has taken the message also when it says false.',
    );
  });

  test('stopped while it waits for room', async () => {
    const basin = new Basin(1);
    const source = new Source('a', 'b');
    const { pump, run, turn } = await pumping(source, basin);
    pump.stop();
    await turn();
    expectSame('what the sink heard', basin.events, ['a'], STOPPED);
    expectSame(
      'return() of the source',
      source.returned,
      1,
      'closeIterator(iterator) tells the source.',
    );
    expectSame('messages asked for', source.asked, 1, STOPPED);
    expectSame(
      'run()',
      run.state,
      'resolved',
      'A pump that waits for room has to go on, to its end: drain().',
    );
    pump.stop();
    await turn();
    expectSame('return() of the source, after a second stop()', source.returned, 1, 'Once.');
  });

  test('stopped while the source looks for its next', async () => {
    const basin = new Basin();
    const found = later<string>();
    const source = new Source<string>('a', found.promise);
    const { pump, turn } = await pumping(source, basin);
    pump.stop();
    expectSame(
      'return() of the source',
      source.returned,
      1,
      'At once, and not when the next has been found.',
    );
    found.give('b');
    await turn();
    expectSame('what the sink heard', basin.events, ['a'], STOPPED);
  });

  test('stopped while the source looks, and it finds nothing', async () => {
    const basin = new Basin();
    const over = later<IteratorResult<string>>();
    const source: AsyncIterable<string> = {
      [Symbol.asyncIterator]: () => ({ next: () => over.promise }),
    };
    const { pump, run, turn } = await pumping(source, basin);
    pump.stop();
    over.give({ value: undefined, done: true });
    await turn();
    expectSame('what the sink heard', basin.events, [], STOPPED);
    expectSame('run()', run.state, 'resolved', 'The source does nothing any more.');
  });

  test('stopped while a message is a promise', async () => {
    const basin = new Basin();
    const found = later<string>();
    const { pump, turn } = await pumping([found.promise], basin);
    pump.stop();
    found.give('a');
    await turn();
    expectSame('what the sink heard', basin.events, [], STOPPED);
  });

  test('stopped by the sink, while it sends', async () => {
    const basin = new Basin();
    const source = new Source('a', 'b');
    const pump: Pump<string> = new Pump(source, {
      send: (message) => {
        basin.events.push(message);
        pump.stop();
        return false;
      },
      finished: () => basin.finished(),
      failed: (error) => basin.failed(error),
    });
    const run = watch(pump.run());
    await settle();
    throwGap(run.error);
    expectSame('what the sink heard', basin.events, ['a'], STOPPED);
    expectSame('run()', run.state, 'resolved', 'It was stopped: there is no room to wait for.');
  });

  test('stopped when all was over', async () => {
    const basin = new Basin();
    const source = new Source('a');
    const { pump, turn } = await pumping(source, basin);
    pump.stop();
    await turn();
    expectSame(
      'return() of a source that had ended',
      source.returned,
      0,
      'A call stops its pump when it closes, whatever has become of the source. At the end of the source set this.#stopped, too: then stop() does nothing.',
    );
    expectSame('what the sink heard', basin.events, ['a', 'finished'], STOPPED);
  });

  test('the source fails', async () => {
    const basin = new Basin();
    const { run } = await pumping(new Source<string>('a', new Error('torn')), basin);
    expectSame(
      'what the sink heard',
      basin.events,
      ['a', 'failed: torn'],
      'sink.failed(error), once.',
    );
    expectSame('run()', run.state, 'resolved', 'run() never rejects.');
  });

  test('a message that cannot be sent', async () => {
    const basin = new Basin();
    basin.bad = 'b';
    const source = new Source('a', 'b', 'c');
    await pumping(source, basin);
    expectSame(
      'what the sink heard',
      basin.events,
      ['a', 'failed: b cannot be sent'],
      'sink.failed(error), and nothing more.',
    );
    expectSame(
      'return() of the source',
      source.returned,
      1,
      'The source is well, and still waits: stop() tells it.',
    );
  });

  test('the source fails after it was stopped', async () => {
    const basin = new Basin();
    const broken = later<string>();
    const source: AsyncIterable<string> = {
      [Symbol.asyncIterator]: () => ({
        next: () => broken.promise.then(() => Promise.reject(new Error('too late'))),
        return: async () => ({ value: undefined, done: true }),
      }),
    };
    const { pump, turn } = await pumping(source, basin);
    pump.stop();
    broken.give('');
    await turn();
    expectSame('what the sink heard', basin.events, [], STOPPED);
  });

  test('run() waits for the source’s finally', async () => {
    const basin = new Basin(1);
    const cleaned = later<void>();
    async function* source() {
      try {
        yield 'a';
      } finally {
        await cleaned.promise;
      }
    }
    const { pump, run, turn } = await pumping(source(), basin);
    pump.stop();
    await turn();
    expectSame(
      'run(), while the source still cleans up',
      run.state,
      'pending',
      '#closed is what closeIterator returns: run() waits for it.',
    );
    cleaned.give();
    await turn();
    expectSame('run()', run.state, 'resolved', 'The source does nothing any more.');
  });
});
