import * as grpc from '@grpc/grpc-js';
import { afterEach, test } from 'vitest';
import { cutAnywhere, cutEvery } from '#course/kit/chunks';
import { check, fail } from '#course/kit/compare/finding';
import { throwGap } from '#course/kit/compare/gap';
import { expectSame } from '#course/kit/compare/same';
import { nameOf } from '#course/kit/compare/show';
import { untilQuiet } from '#course/kit/quiet';
import { Random } from '#course/kit/random';
import { Source } from '#course/kit/stream';
import { task } from '#course/kit/task';
import { settle, type Watched, watch } from '#course/kit/watch';
import { encodeMessage } from '#framing/message';
import { CompressionSet } from '#grpc/compression/compression-set';
import { MessageQueue } from '#grpc/messages/message-queue';
import { MessageReceiver } from '#grpc/messages/message-receiver';
import { bytesOf, type Payload } from '#grpc/messages/payload';
import { CallError } from '#hello/call';
import { Budget } from '#http2/limits/budget';
import { Order } from '#protobuf/generated/ecommerce';
import { collect, DEFAULT_MOST } from '#streams/collect';
import { receive } from '#streams/receive';
import { ACCIDENT, handleStream, hasRoom, type Search, sendAll } from '#streams/send-all';
import {
  aFewTurns,
  type ClientCall,
  FakeIncoming,
  FakeOutgoing,
  openShop,
  type ServerCall,
} from './11-server-streaming.node.ts';
import { closeAll, idsOf, order, orders } from './grpc-js.ts';

/**
 * Tasks 1 to 4 stand on grpc-js, so this suite needs Node; task 5 is the piece of src/. Where the
 * moment matters at which something happens, the stream is one in the test's hands that does what
 * grpc-js's does; where it does not, it is grpc-js, on a free port.
 */
afterEach(closeAll);

const nameOfCode = (code: unknown) => grpc.status[code as number] ?? String(code);

const TAKEN = 'write() has taken the message also when it says false: false is about the next one.';
const GO_ON = 'There is room again: the event drain says so. Wait for it, and not for some time.';
/** Written twice, or not at all? */
const whyNot = (written: readonly unknown[]) =>
  new Set(written).size < written.length ? TAKEN : GO_ON;
const NOT_YET =
  'write() said false: enough waits in memory already. Ask for the next message only after hasRoom(call).';
const LEFT_WAITING =
  'When the caller has left, drain never comes: who waits for it alone waits for ever, and finally in the search never runs. hasRoom has to resolve at cancelled too.';
const RETURN =
  'Leave the loop (return or break inside of for await): that calls return() of the iterator, and finally in a generator runs.';
const LISTENERS =
  'Whichever event comes first, take both listeners away again: call.off("drain", f), call.off("cancelled", f).';

/** sendAll on a stream in the test's hands. */
function sending(call: FakeOutgoing<Order>, source: AsyncIterable<Order>): Watched<void> {
  const promise = sendAll(source, call.asCall);
  if (typeof promise?.then !== 'function') {
    fail(
      'sendAll returned no promise',
      'It is an async function, and whoever calls it waits for it.',
    );
  }
  return watch(promise);
}

async function turn(sent: Watched<void>): Promise<void> {
  await settle();
  throwGap(sent.error);
}

task(1, () => {
  test('every message, in order', async () => {
    const call = new FakeOutgoing<Order>();
    const all = orders(5);
    const sent = sending(call, new Source(...all));
    await turn(sent);
    expectSame('orders written', idsOf(call.written), idsOf(all), 'Each message once, in order.');
    expectSame(
      'the very objects were written',
      call.written.every((one, i) => one === all[i]),
      true,
      'Hand on what the source gives, not a copy of it.',
    );
    expectSame(
      'the promise of sendAll',
      sent.state,
      'resolved',
      'Everything is written: the promise resolves.',
    );
    expectSame('listeners left behind', call.listeners_, 0, LISTENERS);
  });

  test('write() says false: no further until there is room', async () => {
    const call = new FakeOutgoing<Order>(1);
    const source = new Source(...orders(3));
    const sent = sending(call, source);
    for (const count of [1, 2, 3]) {
      await turn(sent);
      expectSame(
        'orders written',
        idsOf(call.written),
        idsOf(orders(count)),
        count === 1 ? NOT_YET : whyNot(call.written),
      );
      expectSame('messages asked for', source.asked, count, NOT_YET);
      expectSame('the promise of sendAll', sent.state, 'pending', NOT_YET);
      expectSame('listeners while it waits are few', call.listeners_ <= 4, true, LISTENERS);
      call.drain(1);
    }
    await turn(sent);
    expectSame(
      'the promise of sendAll',
      sent.state,
      'resolved',
      'There is room again, and the source has no more: the promise resolves.',
    );
    expectSame('listeners left behind', call.listeners_, 0, LISTENERS);
  });

  test('room for ten, again and again', async () => {
    const call = new FakeOutgoing<Order>(10);
    const all = orders(35);
    const source = new Source(...all);
    const sent = sending(call, source);
    for (const count of [10, 20, 30]) {
      await turn(sent);
      expectSame('orders written', call.written.length, count, NOT_YET);
      call.drain(10);
    }
    await turn(sent);
    expectSame('orders written', idsOf(call.written), idsOf(all), TAKEN);
    expectSame('listeners left behind', call.listeners_, 0, LISTENERS);
  });

  test('the caller leaves while it waits for room', async () => {
    const call = new FakeOutgoing<Order>(2);
    const source = new Source(...orders(5));
    const sent = sending(call, source);
    await turn(sent);
    call.leave();
    await turn(sent);
    expectSame('the promise of sendAll', sent.state, 'resolved', LEFT_WAITING);
    expectSame('return() of the iterator was called', source.returned, 1, RETURN);
    expectSame(
      'orders written after that',
      call.late,
      0,
      'Nobody listens any more: look at call.cancelled after waiting, too.',
    );
    expectSame(
      'messages asked for',
      source.asked,
      2,
      'Nobody listens any more: ask for nothing more.',
    );
    expectSame('listeners left behind', call.listeners_, 0, LISTENERS);
  });

  test('the caller leaves while the source looks for its next message', async () => {
    const call = new FakeOutgoing<Order>();
    let find: (found: Order) => void = () => {};
    const found = new Promise<Order>((resolve) => {
      find = resolve;
    });
    const source = new Source(order(1), found, order(3));
    const sent = sending(call, source);
    await turn(sent);
    call.leave();
    find(order(2));
    await turn(sent);
    expectSame(
      'orders written after the caller had left',
      call.late,
      0,
      'Look at call.cancelled before each write: the caller may have left while the source was looking.',
    );
    expectSame('return() of the iterator was called', source.returned, 1, RETURN);
    expectSame(
      'the promise of sendAll',
      sent.state,
      'resolved',
      'Nobody listens: that is not an error.',
    );
    expectSame('listeners left behind', call.listeners_, 0, LISTENERS);
  });

  test('the source fails', async () => {
    const call = new FakeOutgoing<Order>();
    const trouble = new Error('the shelf broke');
    const sent = sending(call, new Source<Order>(order(1), trouble));
    await turn(sent);
    expectSame(
      'orders written',
      idsOf(call.written),
      '1',
      'What came before the error is written.',
    );
    expectSame(
      'sendAll threw what the source threw',
      sent.error === trouble,
      true,
      'sendAll has no try: whoever calls it says what an error means.',
    );
    expectSame('listeners left behind', call.listeners_, 0, LISTENERS);
  });

  test.each(['drain', 'cancelled'] as const)('hasRoom resolves at %s', async (event) => {
    const call = new FakeOutgoing<never>();
    const waiting = watch(Promise.resolve(hasRoom(call.asCall)));
    await settle();
    expectSame('before that', waiting.state, 'pending', 'It waits for an event.');
    expectSame(
      'it listens',
      call.listenerCount('drain') > 0 && call.listenerCount('cancelled') > 0,
      true,
      LEFT_WAITING,
    );
    if (event === 'drain') call.drain(1);
    else call.leave();
    await settle();
    expectSame('after that', waiting.state, 'resolved', LEFT_WAITING);
    expectSame('listeners left behind', call.listeners_, 0, LISTENERS);
  });

  test('grpc-js: a reader who does not read stops the source, and then leaves', async () => {
    let asked = 0;
    let returned = 0;
    let heard = 0;
    let gap: unknown;
    let over: () => void = () => {};
    const ended = new Promise<void>((resolve) => {
      over = resolve;
    });
    async function* veryMany() {
      try {
        while (asked < MANY) yield order(++asked, 'tea '.repeat(250));
      } finally {
        returned++;
      }
    }
    const search = await openShop((call) => {
      call.once('cancelled', () => heard++);
      sendAll(veryMany(), call).then(over, (error) => {
        gap = error;
        over();
      });
    });
    const call = search();
    call.on('error', () => {});
    // One is read, so that grpc-js holds back the others: before that it takes whatever comes.
    const first = new Promise((resolve) => {
      call.once('readable', () => resolve(call.read())).once('status', resolve);
    });
    await Promise.race([first, ended]);
    throwGap(gap);
    await untilQuiet(() => asked);
    expectSame('the source was stopped', asked < MANY, true, NOT_YET);
    call.cancel();
    await untilQuiet(() => heard + returned);
    throwGap(gap);
    expectSame('the finally of the source ran', returned, 1, LEFT_WAITING);
  });
});

/** More than fits into all windows and queues between two ends, by far. */
const MANY = 5_000;

/** What became of a call whose server is `handleStream(search)`. */
interface Outcome {
  ids: string;
  code: string;
  details: string;
  metadata: grpc.Metadata;
  reported: unknown[];
}

/** Asks a real server, reads as fast as it can, and waits for the status. */
async function ask(search: Search<{ value: string }, Order>, value = ''): Promise<Outcome> {
  const reported: unknown[] = [];
  const handler = handleStream(search, (error) => reported.push(error));
  const seen: Endings = { errors: 0, destroyed: false, lateWrites: false, ended: 0, activity: 0 };
  let fault: unknown;
  let settled: () => void = () => {};
  const handled = new Promise<void>((resolve) => {
    settled = resolve;
  });
  const begin = await openShop((call) => {
    spyOn(call, seen);
    Promise.resolve()
      .then(() => handler(call as never))
      .catch((error) => {
        fault = error ?? new Error('nothing');
      })
      .finally(settled);
  });
  const call = begin(value);
  const got: Order[] = [];
  call.on('data', (one: Order) => {
    seen.activity++;
    got.push(one);
  });
  call.on('error', () => {});
  const status = new Promise<grpc.StatusObject>((resolve) => call.once('status', resolve));
  await Promise.race([handled, status]);
  await untilQuiet(() => seen.activity);
  throwGap(fault);
  if (fault !== undefined) {
    fail(
      `the handler's promise rejected: ${nameOf(fault)}`,
      'grpc-js does not look at it. Nobody handles the rejection, and Node ends the process, with all other calls in it. Catch what sendAll throws, and what search throws before it returns.',
    );
  }
  if (seen.destroyed) fail('the stream was destroyed', DESTROYED);
  if (seen.lateWrites) {
    fail(
      'a message was written behind the end of the call',
      'Wait for sendAll before you end the call: it is done when its promise is.',
    );
  }
  if (seen.errors + seen.ended === 0) {
    fail(
      'the caller never hears how it ended',
      'Behind the last message comes call.end(); in trouble, call.emit("error", …). A caller that hears nothing waits until its deadline.',
    );
  }
  const { code, details, metadata } = await status;
  expectSame(
    'errors emitted',
    seen.errors <= 1,
    true,
    'A call has one end: call.emit("error", …) once.',
  );
  return { ids: idsOf(got), code: nameOfCode(code), details, metadata, reported };
}

const DESTROYED =
  'call.destroy(error) throws away what was written and tells the caller nothing, who waits until the deadline. (stream.pipeline does it, too.) call.emit("error", …) is how grpc-js hears of it.';

/** What a handler does at the end of its call. */
interface Endings {
  errors: number;
  destroyed: boolean;
  /** It wrote behind the end, for which Node's stream destroys itself. */
  lateWrites: boolean;
  ended: number;
  activity: number;
}

/** Counts how a handler ends its call. */
function spyOn(call: ServerCall, seen: Endings) {
  const { emit, destroy, end } = call;
  call.emit = (event: string | symbol, ...rest: unknown[]) => {
    if (event === 'error') seen.errors++;
    seen.activity++;
    return emit.call(call, event, ...rest) as boolean;
  };
  call.destroy = (error?: Error) => {
    if (error && seen.ended === 0) seen.destroyed = true;
    else if (error) seen.lateWrites = true;
    return destroy.call(call, error);
  };
  call.end = ((...rest: []) => {
    seen.ended++;
    return end.apply(call, rest);
  }) as typeof end;
}

task(2, () => {
  test('all messages, then OK', async () => {
    const { ids, code, reported } = await ask(async function* ({ value }) {
      yield* orders(3);
      yield { ...order(4), id: value };
    }, 'tea');
    expectSame(
      'orders that came',
      ids,
      '1 2 3 tea',
      'search(call.request, left.signal), and all that it gives.',
    );
    expectSame('the status', code, 'OK', 'Nothing went wrong: call.end().');
    expectSame('errors reported', reported.length, 0, 'Nothing went wrong.');
  });

  test('no message at all', async () => {
    const { ids, code } = await ask(async function* () {});
    expectSame('orders that came', ids, '', 'None was found: that is an answer.');
    expectSame('the status', code, 'OK', 'None was found: that is an answer, and no error.');
  });

  test.each<[string, Search<{ value: string }, Order>, string]>([
    [
      'after the third message',
      async function* () {
        yield* orders(3);
        refuse();
      },
      '1 2 3',
    ],
    [
      'at the first',
      // biome-ignore lint/correctness/useYield: it fails before it finds anything
      async function* () {
        refuse();
      },
      '',
    ],
    ['before anything is returned', () => refuse(), ''],
  ])('a CallError is the status: %s', async (_, search, before) => {
    const { ids, code, details, metadata, reported } = await ask(search);
    expectSame(
      'the status',
      code,
      'RESOURCE_EXHAUSTED',
      'A CallError says what the caller is to learn: call.emit("error", { code, details, metadata }).',
    );
    expectSame(
      'orders that came before it',
      ids,
      before,
      'The status stands behind the messages: what was found is not thrown away. (call.destroy(error) does that.)',
    );
    expectSame(
      'the details',
      details,
      'too many at once',
      'error.details is the text; error.message has the code in front.',
    );
    expectSame(
      "metadata 'x-try'",
      metadata.get('x-try'),
      ['tomorrow'],
      'The metadata of the error goes out with the status.',
    );
    expectSame('errors reported', reported.length, 0, 'A refusal is an answer, and no accident.');
  });

  test.each<[string, () => unknown]>([
    ['a secret in its text', () => new Error('no route to admin:hunter2@10.0.0.7')],
    ['a code of another kind', () => Object.assign(new Error('E11000'), { code: 11_000 })],
    ['no error at all', () => undefined],
    ['a text', () => 'hunter2'],
  ])('an accident is UNKNOWN, and reported: %s', async (_, make) => {
    const thrown = make();
    const { ids, code, details, reported } = await ask(async function* () {
      yield* orders(2);
      throw thrown;
    });
    if (/hunter2|E11000/.test(details)) {
      fail(
        'the caller reads what went wrong inside of the server',
        'emit("error", error) sends the text of the error to whoever called. Answer with ACCIDENT, and give the error to report.',
      );
    }
    expectSame('the status', code, 'UNKNOWN', 'Only a CallError has a code meant for the caller.');
    expectSame('the details', details, ACCIDENT, 'Nothing of the error: ACCIDENT.');
    expectSame('orders that came before it', ids, '1 2', 'The status stands behind the messages.');
    expectSame(
      'errors reported',
      reported.length,
      1,
      'Who runs the server has to hear of it, once.',
    );
    expectSame(
      'what is reported is what was thrown',
      reported[0] === thrown,
      true,
      'report(error).',
    );
  });

  test('the caller leaves: the search is told, and nobody else', async () => {
    const reported: unknown[] = [];
    let signal: AbortSignal | undefined;
    let cleaned = 0;
    let fault: unknown;
    let settled: () => void = () => {};
    const handled = new Promise<void>((resolve) => {
      settled = resolve;
    });
    const handler = handleStream<{ value: string }, Order>(
      async function* (_request, whenLeft) {
        signal = whenLeft;
        try {
          yield order(1);
          await new Promise((_resolve, reject) => {
            whenLeft.addEventListener('abort', () => reject(whenLeft.reason));
          });
        } finally {
          cleaned++;
        }
      },
      (error) => reported.push(error),
    );
    const seen: Endings = { errors: 0, destroyed: false, lateWrites: false, ended: 0, activity: 0 };
    const begin = await openShop((call) => {
      spyOn(call, seen);
      Promise.resolve()
        .then(() => handler(call as never))
        .catch((error) => {
          fault = error;
        })
        .finally(settled);
    });
    const call = begin();
    call.on('error', () => {});
    await Promise.race([handled, new Promise((resolve) => call.once('data', resolve))]);
    throwGap(fault);
    call.cancel();
    await handled;
    await aFewTurns();
    expectSame(
      'the handler’s promise did not reject',
      fault === undefined,
      true,
      'It must never reject.',
    );
    expectSame('signal.aborted', signal?.aborted, true, 'search(call.request, left.signal).');
    expectSame('the finally of the search ran', cleaned, 1, RETURN);
    expectSame(
      'errors reported',
      reported.length,
      0,
      'What the search throws because the caller has left is not an accident: look at call.cancelled first.',
    );
    expectSame(
      'errors emitted',
      seen.errors,
      0,
      'Nobody is there to hear how it ended: look at call.cancelled first.',
    );
  });
});

function refuse(): never {
  const metadata = new grpc.Metadata();
  metadata.set('x-try', 'tomorrow');
  throw new CallError(grpc.status.RESOURCE_EXHAUSTED, 'too many at once', metadata);
}

/** A call in the test's hands, and what `receive` made of it. */
function receiving() {
  const call = new FakeIncoming<Order>();
  return { call, stream: receive(call.asCall) };
}

type Next = IteratorResult<Order>;

/** Asks for the next message, and sees to it that what comes is looked at. */
async function next(stream: AsyncIterator<Order>): Promise<Watched<Next>> {
  const watched = watch(Promise.resolve().then(() => stream.next()));
  await aFewTurns();
  throwGap(watched.error);
  return watched;
}

const show = ({ state, value, error }: Watched<Next>) =>
  state === 'pending'
    ? 'waits'
    : state === 'rejected'
      ? `throws ${error instanceof CallError ? error.message : nameOf(error)}`
      : value?.done
        ? 'done'
        : `order ${value?.value?.id}`;

async function expectNext(stream: AsyncIterator<Order>, expected: string, cause: string) {
  const got = await next(stream);
  expectSame('what next() gives', show(got), expected, cause);
  return got;
}

function expectHeard({ unheard }: FakeIncoming<Order>): void {
  if (unheard === undefined) return;
  fail(
    `nobody listened when the call failed: ${nameOf(unheard)}`,
    'grpc-js emits "error" for a call that fails, also for one that was cancelled, and Node ends a process in which nobody listens. call.on("error", …) in receive itself, before anybody has asked for anything: a generator does nothing before its first next().',
  );
}

const KEPT =
  'The call had failed before anybody read, and the stream then looks as if it had ended well. Keep the error, and throw it at the end of read().';
const LEAVE = 'Leaving has to cancel the call: destroying the stream tells the server nothing.';

task(3, () => {
  test('one at a time, then done', async () => {
    const { call, stream } = receiving();
    const first = await next(stream);
    expectSame('what next() gives', show(first), 'waits', 'None has come yet.');
    call.send(...orders(3));
    await aFewTurns();
    expectSame('what it gives then', show(first), 'order 1', 'The first that comes.');
    await expectNext(stream, 'order 2', 'In order.');
    await expectNext(stream, 'order 3', 'In order.');
    call.finish();
    await expectNext(stream, 'done', 'The status is OK.');
    await expectNext(stream, 'done', 'Who asks again learns the same.');
  });

  test('it fails after the third', async () => {
    const { call, stream } = receiving();
    const metadata = new grpc.Metadata();
    metadata.set('x-try', 'tomorrow');
    const first = await next(stream);
    call.send(...orders(3));
    await aFewTurns();
    call.finish(grpc.status.DATA_LOSS, 'the list is torn', metadata);
    expectHeard(call);
    await aFewTurns();
    expectSame('what next() gives', show(first), 'order 1', 'What came before the error is read.');
    await expectNext(stream, 'order 2', 'What came before the error is read.');
    await expectNext(stream, 'order 3', 'What came before the error is read.');
    const { error } = await expectNext(
      stream,
      'throws DATA_LOSS: the list is torn',
      'A CallError with code and details: whoever catches it asks instanceof CallError.',
    );
    const failure = error as CallError;
    expectSame("metadata 'x-try'", failure.metadata.get('x-try'), ['tomorrow'], 'error.metadata.');
    expectSame(
      'the error has a cause',
      failure.cause instanceof Error,
      true,
      'The fourth argument of CallError: { cause: error }.',
    );
    await expectNext(stream, 'done', 'It has been said.');
  });

  test('it fails before anybody reads', async () => {
    const { call, stream } = receiving();
    await aFewTurns();
    call.finish(grpc.status.UNAVAILABLE, 'the shop is closed');
    await aFewTurns();
    const got = await next(stream);
    expectHeard(call);
    expectSame('what next() gives', show(got), 'throws UNAVAILABLE: the shop is closed', KEPT);
    await expectNext(stream, 'done', 'It has been said.');
  });

  test('it fails while nobody waits', async () => {
    const { call, stream } = receiving();
    call.send(order(1));
    await expectNext(stream, 'order 1', 'The first that comes.');
    await aFewTurns();
    call.finish(grpc.status.ABORTED, 'not today');
    expectHeard(call);
    await expectNext(stream, 'throws ABORTED: not today', KEPT);
  });

  test('the first error is the one that counts', async () => {
    const { call, stream } = receiving();
    call.finish(grpc.status.UNAVAILABLE, 'the shop is closed');
    expectHeard(call);
    call.emit(
      'error',
      Object.assign(new Error('The operation was aborted'), { code: 'ABORT_ERR' }),
    );
    await expectNext(
      stream,
      'throws UNAVAILABLE: the shop is closed',
      'The first error says how the call ended. One that comes behind it is about the stream: keep the first (??=).',
    );
  });

  test('break', async () => {
    const { call, stream } = receiving();
    call.send(...orders(5));
    const ids: string[] = [];
    const left = watch(
      (async () => {
        for await (const { id } of stream) {
          ids.push(id);
          if (ids.length === 3) break;
        }
      })(),
    );
    await aFewTurns();
    throwGap(left.error);
    expectSame('orders read', ids.join(' '), '1 2 3', 'In order.');
    expectSame('call.cancel() was called', call.cancels > 0, true, LEAVE);
    expectSame('the loop', left.state, 'resolved', 'Leaving is not an error: return() gives done.');
    expectHeard(call);
    await expectNext(stream, 'done', 'Whoever has left gets nothing more.');
  });

  test('an error in the loop', async () => {
    const { call, stream } = receiving();
    call.send(...orders(5));
    const mine = new Error('my own mistake');
    const left = watch(
      (async () => {
        for await (const _ of stream) throw mine;
      })(),
    );
    await aFewTurns();
    throwGap(left.error);
    expectSame('the loop threw', nameOf(left.error), nameOf(mine), 'The loop’s own error.');
    expectSame('call.cancel() was called', call.cancels > 0, true, LEAVE);
    expectHeard(call);
  });

  test('who leaves before the first message', async () => {
    const { call, stream } = receiving();
    const left = watch(Promise.resolve().then(() => stream.return?.()));
    await aFewTurns();
    throwGap(left.error);
    expectSame(
      'call.cancel() was called',
      call.cancels > 0,
      true,
      'A generator that has not begun runs nothing when it is left, not even its finally. return() has to cancel by itself.',
    );
    expectHeard(call);
    expectSame('return()', left.state, 'resolved', 'Leaving is not an error.');
    expectSame(
      'done, in what return() gives',
      left.value?.done,
      true,
      'return() ends the iteration: { done: true, value: undefined }.',
    );
    await expectNext(stream, 'done', 'Whoever has left gets nothing more.');
  });

  test('who leaves while a next() waits', async () => {
    const { call, stream } = receiving();
    const waiting = await next(stream);
    const left = watch(Promise.resolve(stream.return?.()));
    await aFewTurns();
    throwGap(left.error);
    expectSame(
      'call.cancel() was called',
      call.cancels > 0,
      true,
      'return() of a generator waits until its next() is over, which never comes. Cancel first.',
    );
    expectHeard(call);
    expectSame(
      'what the waiting next() gives',
      show(waiting),
      'done',
      'The status is CANCELLED because this side has left: that is not an error for the side that left.',
    );
    expectSame('return()', left.state, 'resolved', 'Leaving is not an error.');
  });

  test('it reads no further than it is asked to', async () => {
    const { call, stream } = receiving();
    call.send(...orders(500));
    await expectNext(stream, 'order 1', 'The first that comes.');
    await expectNext(stream, 'order 2', 'In order.');
    expectSame(
      'messages pulled out of the connection are few',
      call.pulled < 60,
      true,
      'Who collects every message at once ("data") keeps all of them in memory, and the server never waits. for await (… of call) pulls as it is asked.',
    );
    await Promise.resolve(stream.return?.());
  });

  test('the stream is destroyed before its end', async () => {
    const { call, stream } = receiving();
    call.send(order(1));
    await expectNext(stream, 'order 1', 'The first that comes.');
    const waiting = await next(stream);
    call.destroy();
    await aFewTurns();
    throwGap(waiting.error);
    expectSame(
      'the next() that waited is',
      waiting.state,
      'rejected',
      'Nobody emits "error" then, and yet it is not an end: no status has come, and what came may be half of it. for await throws; throw it on, unless this side has left.',
    );
    expectSame(
      'what it rejected with is an Error',
      waiting.error instanceof Error,
      true,
      'throw error: what for await has thrown says what has happened.',
    );
  });

  test('grpc-js: the server hears that the reader has left', async () => {
    let heard = 0;
    let over: () => void = () => {};
    const cancelled = new Promise<void>((resolve) => {
      over = resolve;
    });
    const search = await openShop((call) => {
      call.once('cancelled', () => {
        heard++;
        over();
      });
      for (const one of orders(3)) call.write(one);
    });
    const call: ClientCall = search();
    // The fakes above see who listens; here the process has to live.
    call.on('error', () => {});
    const stream = receive(call);
    for (let i = 0; i < 3; i++) throwGap(await Promise.resolve(stream.next()).catch((e) => e));
    await stream.return?.();
    await Promise.race([cancelled, aFewTurns().then(() => untilQuiet(() => heard))]);
    expectSame('times the server heard of it', heard, 1, LEAVE);
  });
});

/** What `collect` gives, in a line. */
async function collected(stream: AsyncIterable<Order>, most?: number): Promise<string> {
  const { messages, complete, error, ...rest } = await collect(stream, most);
  expectSame(
    'members that nobody asked for',
    Object.keys(rest).length,
    0,
    'messages, complete, error.',
  );
  expectSame(
    'complete is true or false',
    typeof complete,
    'boolean',
    'Whoever reads it compares it: say false where it is false, and leave nothing out.',
  );
  return `${idsOf(messages) || 'none'}; ${complete ? 'complete' : 'not complete'}; ${error?.message ?? 'no error'}`;
}

const failing = () => new CallError(grpc.status.DATA_LOSS, 'the list is torn');

task(4, () => {
  test('all of them', async () => {
    expectSame(
      'what came',
      await collected(new Source(...orders(3))),
      '1 2 3; complete; no error',
      'The stream is done: these are all.',
    );
    expectSame(
      'what came of an empty one',
      await collected(new Source<Order>()),
      'none; complete; no error',
      'No message is a whole answer too.',
    );
  });

  test('each stream has a list of its own', async () => {
    const first = await collect(new Source(...orders(2)));
    const kept = [...first.messages];
    const second = await collect(new Source(...orders(3)));
    check(
      first.messages !== second.messages && first.messages.length === kept.length,
      'the list of the first stream is the list of the second',
      'Whoever has called keeps the list. Make a new one in each call of collect.',
    );
  });

  test('what came before it failed', async () => {
    expectSame(
      'what came',
      await collected(new Source<Order>(...orders(2), failing())),
      '1 2; not complete; DATA_LOSS: the list is torn',
      'The messages and the error: the array stands outside of try.',
    );
    expectSame(
      'what came',
      await collected(new Source<Order>(failing())),
      'none; not complete; DATA_LOSS: the list is torn',
      'Nothing came, and then the error.',
    );
    const error = failing();
    const result = await collect(new Source<Order>(error));
    expectSame('the error is the one thrown', result.error === error, true, 'Hand it on as it is.');
  });

  test.each([3, 1, 0])('most = %i: as many, and not one more', async (most) => {
    const ids = idsOf(orders(most)) || 'none';
    const exact = new Source(...orders(most));
    expectSame(
      `what came of ${most}`,
      await collected(exact, most),
      `${ids}; complete; no error`,
      'As many as are allowed, and the stream is done: complete. Only the next message shows that there are more.',
    );
    const more = new Source(...orders(most + 3));
    expectSame(
      `what came of ${most + 3}`,
      await collected(more, most),
      `${ids}; not complete; no error`,
      'There are more than most: keep most, and say that they are not all.',
    );
    expectSame(
      'messages asked for',
      more.asked,
      most + 1,
      'One more than most shows that there are more.',
    );
    expectSame(
      'return() of the stream was called',
      more.returned,
      1,
      'Leave the loop while it runs: that tells the stream, and so the server.',
    );
  });

  test('most, and then an error', async () => {
    expectSame(
      'what came',
      await collected(new Source<Order>(...orders(2), failing()), 2),
      '1 2; not complete; DATA_LOSS: the list is torn',
      'After the last one that is kept may come an end, an error, or one more: ask.',
    );
  });

  test('who does not say how many gets the default', async () => {
    const { messages, complete } = await collect(new Source(...orders(DEFAULT_MOST + 1)));
    expectSame('messages kept', messages.length, DEFAULT_MOST, 'A server can send without end.');
    expectSame('complete', complete, false, 'There was one more.');
  });

  test('an error of another kind is thrown', async () => {
    const mine = new TypeError('cannot read properties of undefined');
    const result = await watchUntilSettled(collect(new Source<Order>(order(1), mine)));
    expectSame(
      'what collect threw',
      nameOf(result.error),
      nameOf(mine),
      'Only a CallError is how a call ends. Anything else is a fault of this program: throw it on.',
    );
  });
});

async function watchUntilSettled<T>(promise: Promise<T>): Promise<Watched<T>> {
  const watched = watch(promise);
  await promise.catch(() => {});
  throwGap(watched.error);
  return watched;
}

/** A queue of texts, and what its owner has heard. */
function queueOfTexts() {
  const heard: string[] = [];
  const decoded: string[] = [];
  const queue = new MessageQueue<string>(
    (payload) => {
      const text = new TextDecoder().decode(bytesOf(payload));
      decoded.push(text);
      if (text === 'bad') throw new Error('it does not decode');
      return text;
    },
    { queueEmpty: () => heard.push('empty'), readerLeft: () => heard.push('left') },
  );
  const push = (text: string) => queue.push(new TextEncoder().encode(text));
  return { queue, push, heard, decoded };
}

async function look(promise: Promise<IteratorResult<string>>): Promise<string> {
  if (typeof promise?.then !== 'function')
    fail('no promise was returned', 'next() and return() give promises.');
  const watched = watch(promise);
  await settle();
  throwGap(watched.error);
  if (watched.state === 'pending') return 'waits';
  if (watched.state === 'rejected') return `throws ${(watched.error as Error)?.message}`;
  return watched.value?.done ? 'done' : String(watched.value?.value);
}

/** What `run` gives; an error comes out as a rejection must, not as a throw. */
function asked(run: () => Promise<IteratorResult<string>>): Promise<IteratorResult<string>> {
  try {
    return run();
  } catch (error) {
    throwGap(error);
    fail(
      `next() threw: ${nameOf(error)}`,
      'What goes wrong comes out of the promise: Promise.reject(error).',
    );
  }
}

const ORDERLY =
  'The oldest first: what came first is read first, who waits longest gets the next one.';
const BEHIND = 'The error comes behind what is queued, and to one reader only.';
const PUSHED =
  'True: somebody waited for it, so let more come. False: it stays here, and the peer gets no more credit.';

task(5, () => {
  test('messages wait for their reader', async () => {
    const { queue, push, decoded, heard } = queueOfTexts();
    const said = ['a', 'b', 'c'].map(push);
    expectSame('what push() said', said, [false, false, false], PUSHED);
    expectSame(
      'messages decoded before anybody asked',
      decoded,
      [],
      'Keep the payload as it is: what is compressed stays small until it is read.',
    );
    for (const text of ['a', 'b', 'c']) {
      expectSame('next()', await look(queue.next()), text, ORDERLY);
      expectSame(
        `what the owner heard, when ${text} of a, b, c was taken`,
        heard,
        text === 'c' ? ['empty'] : [],
        'queueEmpty() gives the peer new credit: tell it when the last one is taken, and not while others wait still.',
      );
    }
    expectSame('next()', await look(queue.next()), 'waits', 'No more has come.');
  });

  test('readers wait for messages', async () => {
    const { queue, push, heard } = queueOfTexts();
    const waiting = [queue.next(), queue.next()];
    expectSame('what push() said', ['a', 'b', 'c'].map(push), [true, true, false], PUSHED);
    expectSame('what the readers got', await Promise.all(waiting.map(look)), ['a', 'b'], ORDERLY);
    expectSame('next()', await look(queue.next()), 'c', ORDERLY);
    expectSame(
      'what the owner heard',
      heard,
      ['empty'],
      'next() tells the owner when all is taken.',
    );
  });

  test('an empty message is a message', async () => {
    const { queue, push } = queueOfTexts();
    const waiting = queue.next();
    expectSame('what push() said', [push(''), push('')], [true, false], PUSHED);
    expectSame('next()', await look(waiting), '', 'Zero bytes are a message.');
    expectSame('next()', await look(queue.next()), '', 'Zero bytes are a message.');
  });

  test('the end, and then always the end', async () => {
    const { queue, push } = queueOfTexts();
    push('a');
    queue.end();
    expectSame(
      'what push() said after the end',
      push('b'),
      true,
      'Thrown away: it holds nobody up.',
    );
    expectSame('next()', await look(queue.next()), 'a', 'What is queued is read before the end.');
    for (let i = 0; i < 2; i++)
      expectSame('next()', await look(queue.next()), 'done', 'It has ended.');
    const other = queueOfTexts();
    const waiting = [other.queue.next(), other.queue.next()];
    other.queue.end();
    expectSame(
      'what those who waited got',
      await Promise.all(waiting.map(look)),
      ['done', 'done'],
      'Everybody who waits is told.',
    );
  });

  test('the error comes last', async () => {
    const { queue, push } = queueOfTexts();
    push('a');
    push('b');
    let made = 0;
    queue.end(() => new Error(`torn ${++made}`));
    expectSame('next()', await look(asked(() => queue.next())), 'a', BEHIND);
    expectSame('next()', await look(asked(() => queue.next())), 'b', BEHIND);
    expectSame('next()', await look(asked(() => queue.next())), 'throws torn 1', BEHIND);
    expectSame('next()', await look(asked(() => queue.next())), 'done', BEHIND);
  });

  test('the error goes to one of those who wait', async () => {
    const { queue } = queueOfTexts();
    const waiting = [queue.next(), queue.next()];
    queue.end(() => new Error('torn'));
    expectSame(
      'what they got',
      await Promise.all(waiting.map(look)),
      ['throws torn', 'done'],
      BEHIND,
    );
    queue.end(() => new Error('again'));
    expectSame('next()', await look(queue.next()), 'done', 'Only the first end() counts.');
  });

  test('an error that cannot wait', async () => {
    const { queue, push } = queueOfTexts();
    push('a');
    queue.end(() => new Error('cancelled'), true);
    expectSame(
      'next()',
      await look(asked(() => queue.next())),
      'throws cancelled',
      'With drop, what is queued is thrown away.',
    );
  });

  test('a message that does not decode hurts one reader', async () => {
    const { queue, push } = queueOfTexts();
    const waiting = queue.next();
    let said: boolean | undefined;
    try {
      said = push('bad');
    } catch (error) {
      throwGap(error);
      fail(
        'push() threw',
        'Who reads gets the error, not who brings the message: waiting.reject(error).',
      );
    }
    expectSame('what push() said', said, true, PUSHED);
    expectSame(
      'what the reader got',
      await look(waiting),
      'throws it does not decode',
      'waiting.reject(error).',
    );
    for (const text of ['bad', 'good']) push(text);
    expectSame(
      'next()',
      await look(asked(() => queue.next())),
      'throws it does not decode',
      'Promise.reject(error).',
    );
    expectSame('next()', await look(asked(() => queue.next())), 'good', 'The next one is whole.');
  });

  test('who leaves early is told of once', async () => {
    const { queue, push, heard } = queueOfTexts();
    push('a');
    push('b');
    const waiting = queueOfTexts();
    const reader = waiting.queue.next();
    expectSame('return()', await look(queue.return()), 'done', 'Whoever leaves is done.');
    await look(queue.return());
    expectSame(
      'what the owner heard',
      heard,
      ['left', 'empty'],
      'readerLeft, once: what still comes is to be thrown away. Then queueEmpty, once: nothing waits any more.',
    );
    expectSame('next() after leaving', await look(queue.next()), 'done', 'Nothing stays queued.');
    expectSame('what push() said after it', push('c'), true, 'Thrown away: it holds nobody up.');
    await look(waiting.queue.return());
    expectSame(
      'what a reader got that waited',
      await look(reader),
      'done',
      'Nobody waits for ever.',
    );
    expectSame('what its owner heard', waiting.heard, ['left'], 'readerLeft, once.');
  });

  test('who leaves when all is over', async () => {
    const { queue, push, heard } = queueOfTexts();
    queue.end();
    await look(queue.return());
    expectSame(
      'what the owner heard',
      heard,
      [],
      'It had ended and nothing was queued: nobody left early.',
    );
    const other = queueOfTexts();
    other.push('a');
    other.queue.end();
    await look(other.queue.return());
    expectSame(
      'what the owner heard',
      other.heard,
      ['left', 'empty'],
      'Something was queued still: that is leaving early.',
    );
    const torn = queueOfTexts();
    torn.push('a');
    torn.queue.end(() => new Error('torn'));
    await look(torn.queue.return());
    expectSame(
      'next() of a queue that was left before its error was read',
      await look(torn.queue.next()),
      'done',
      'Whoever has left wants no error either.',
    );
    void push;
  });

  test.each([1, 2, 3, 5, 7, 64, 10_000])('DATA cut every %i bytes', async (size) => {
    await throughReceiver((bytes) => cutEvery(bytes, size));
  });

  test('DATA cut anywhere', async () => {
    const random = new Random(11);
    for (let round = 0; round < 40; round++) {
      await throughReceiver((bytes) => cutAnywhere(bytes, 90, random));
    }
  });
});

const found = [...orders(9), order(10, 'tea '.repeat(60))];

/** DATA in, in these pieces; orders out, one at a time; and the credit that the peer gets. */
async function throughReceiver(cut: (bytes: Uint8Array) => Uint8Array[]): Promise<void> {
  let credit = 0;
  const queue = new MessageQueue<Order>((payload: Payload) => Order.decode(bytesOf(payload)), {
    queueEmpty: () => receiver.resume(),
    readerLeft: () => receiver.ignore(),
  });
  const receiver = new MessageReceiver(
    {
      consume: (octets) => {
        credit += octets;
      },
    },
    { message: (payload) => queue.push(payload) },
    {
      maxSize: 1_000,
      encoding: undefined,
      compressions: new CompressionSet(),
      budget: new Budget(1_000_000),
    },
  );
  const data = found.map((one) => encodeMessage(Order.encode(one)));
  const bytes = new Uint8Array(data.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const message of data) {
    bytes.set(message, at);
    at += message.length;
  }
  const ids: string[] = [];
  let came = 0;
  for (const piece of cut(bytes)) {
    came += piece.length;
    receiver.push(piece);
    // A frame is only on loan.
    const size = piece.length;
    expectSame(
      'credit is at most what came',
      credit <= came && credit >= 0,
      true,
      `${PUSHED} A piece of ${size} bytes had come.`,
    );
  }
  receiver.end();
  queue.end();
  for await (const { id } of queue) ids.push(id);
  expectSame('orders read', ids.join(' '), idsOf(found), ORDERLY);
  expectSame(
    'credit that the peer got, when all was read',
    credit,
    bytes.length,
    'All has been read: next() tells the owner that the queue is empty, and the peer gets what it is owed.',
  );
}
