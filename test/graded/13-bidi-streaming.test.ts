import * as grpc from '@grpc/grpc-js';
import { afterEach, test } from 'vitest';
import { batches } from '#bidi/batches';
import { converse } from '#bidi/converse';
import { inOrder } from '#bidi/in-order';
import { type Line, type Member, PATIENCE, type Policy, ROOM, Room, TOO_SLOW } from '#bidi/room';
import { expectSame } from '#course/kit/compare/same';
import { task } from '#course/kit/task';
import { settled, type Watched, watch } from '#course/kit/watch';
import { CallError } from '#hello/call';
import { FakeClock } from '#time/fake-clock';
import { type ServerEnd, soon, startTalk } from './13-bidi-streaming.node.ts';
import { closeAll } from './grpc-js.ts';
import { unhandledIn } from './unhandled.ts';

/**
 * Lesson 13. Tasks 1 to 3 are pure. Task 4 stands on grpc-js, and the other end is grpc-js for real,
 * on a free port: so the suite needs Node.
 */
afterEach(closeAll);

/** A source whose items the test gives out, one by one, and that says what was asked of it. */
class Source<T> implements AsyncIterable<T> {
  asked = 0;
  returned = 0;
  /** With what return() rejects, if it does. */
  refusal: Error | undefined;
  readonly #given: Promise<IteratorResult<T>>[] = [];
  readonly #waiting: ((result: Promise<IteratorResult<T>>) => void)[] = [];

  [Symbol.asyncIterator](): AsyncIterator<T> {
    return {
      next: () => {
        this.asked++;
        const given = this.#given.shift();
        return given ?? new Promise((resolve) => this.#waiting.push(resolve));
      },
      return: async () => {
        this.returned++;
        if (this.refusal !== undefined) throw this.refusal;
        return { value: undefined, done: true };
      },
    };
  }

  give(...items: T[]): void {
    for (const value of items) this.#put(Promise.resolve({ value, done: false }));
  }

  end(): void {
    this.#put(Promise.resolve({ value: undefined, done: true }));
  }

  fail(error: Error): void {
    const failed = Promise.reject(error);
    failed.catch(() => {});
    this.#put(failed);
  }

  #put(result: Promise<IteratorResult<T>>): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#given.push(result);
    else waiting(result);
  }
}

/** An async generator with one item, of which the second never comes: its return() waits for it. */
async function* oneAndNoMore(): AsyncGenerator<number> {
  yield 1;
  await new Promise(() => {});
}

const LEAVING =
  'Leaving must not wait: neither for work that still runs, nor for an item that may never come.';
const ENDED = 'What has ended by itself, well or with an error, need not be told any more.';
const CANNOT_BE_TOLD =
  'return() of the source may reject: settle(…) never does. Node ends a process for what nobody handles.';
const QUEUED =
  'return() of a generator waits until its next() is done: call it, and do not await it.';

/** What has come out of an async iterable so far, read as fast as it gives. */
class Reader<T> {
  readonly got: T[] = [];
  readonly end: Watched<void>;

  constructor(iterable: AsyncIterable<T>) {
    this.end = watch(this.#read(iterable));
  }

  async #read(iterable: AsyncIterable<T>): Promise<void> {
    // A copy: what the giver does to it afterwards is looked at by a test of its own.
    for await (const item of iterable) this.got.push(Array.isArray(item) ? ([...item] as T) : item);
  }
}

/** Work that the test finishes, by the item. */
class Work {
  readonly begun: number[] = [];
  running = 0;
  most = 0;
  readonly #finish = new Map<number, (result: Promise<string>) => void>();

  readonly work = (item: number): Promise<string> => {
    this.begun.push(item);
    this.most = Math.max(this.most, ++this.running);
    return new Promise((resolve) => this.#finish.set(item, resolve));
  };

  finish(...items: number[]): void {
    for (const item of items) this.#end(item, Promise.resolve(`result ${item}`));
  }

  fail(item: number, error: Error): void {
    const failed = Promise.reject(error);
    failed.catch(() => {});
    this.#end(item, failed);
  }

  #end(item: number, result: Promise<string>): void {
    this.running--;
    this.#finish.get(item)?.(result);
  }
}

task(1, () => {
  function begin(limit: number) {
    const source = new Source<number>();
    const work = new Work();
    const reader = new Reader(inOrder(source, limit, work.work));
    return { source, work, reader, now: () => settled(reader.end) };
  }
  const ORDER = 'Results come out in the order of the items, whichever is done first.';
  const ENDS = 'When the source has ended and all results are out, the loop ends.';

  test('several at once, and no more than that', async () => {
    const { source, work, reader, now } = begin(2);
    source.give(1, 2, 3, 4);
    source.end();
    await now();
    const LIMIT =
      'limit counts what is being made and what waits for its turn: beyond it nothing is begun, and nothing is asked of the source.';
    expectSame(
      'begun at first, with a limit of 2',
      work.begun,
      [1, 2],
      work.begun.length < 2
        ? 'Work begins as soon as an item is there, and does not wait for the one before it: that is the point of it.'
        : LIMIT,
    );
    expectSame('items asked of the source', source.asked, 2, LIMIT);
    work.finish(2);
    await now();
    expectSame('results, when the second is done, and the first is not', reader.got, [], ORDER);
    expectSame(
      'begun when the second is done, and the first is not',
      work.begun,
      [1, 2],
      `${LIMIT} The second waits for its turn, and counts.`,
    );
    work.finish(1);
    await now();
    expectSame(
      'begun when both are out',
      work.begun,
      [1, 2, 3, 4],
      'There is room again: the next ones begin.',
    );
    work.finish(3, 4);
    await now();
    expectSame('results', reader.got.length, 4, ENDS);
    expectSame('most at once', work.most, 2, LIMIT);
  });

  test('in the order of the items', async () => {
    const { source, work, reader, now } = begin(3);
    source.give(1, 2, 3);
    source.end();
    await now();
    work.finish(3, 2);
    await now();
    expectSame('results, when the second and the third are done', reader.got, [], ORDER);
    work.finish(1);
    await now();
    expectSame(
      'results, when all are done',
      reader.got,
      ['result 1', 'result 2', 'result 3'],
      ORDER,
    );
    expectSame('the loop', reader.end.state, 'resolved', ENDS);
  });

  test('a source without items', async () => {
    const { source, reader, now } = begin(2);
    source.end();
    await now();
    expectSame('the loop', reader.end.state, 'resolved', ENDS);
    expectSame(
      'calls of return() of a source that has ended',
      source.returned,
      0,
      'A source that has ended need not be told.',
    );
  });

  test('a result does not wait for the next item', async () => {
    const { source, work, reader, now } = begin(4);
    source.give(1);
    await now();
    work.finish(1);
    await now();
    expectSame(
      'results, while the source thinks about its second item',
      reader.got,
      ['result 1'],
      'The one who asks may be waiting for this answer before he asks again. Who waits for the next item first, or for a full list, waits for ever: both ends read.',
    );
    source.give(2);
    await now();
    work.finish(2);
    await now();
    expectSame('results then', reader.got, ['result 1', 'result 2'], ORDER);
    source.end();
    await now();
    expectSame('the loop', reader.end.state, 'resolved', ENDS);
  });

  test('an item does not wait for a result', async () => {
    const { source, work, now } = begin(4);
    source.give(1);
    await now();
    source.give(2);
    await now();
    expectSame(
      'begun while the first is being made',
      work.begun,
      [1, 2],
      'An item that comes is begun at once, if there is room: do not wait for the first result before you ask for the next item.',
    );
  });

  test('work that fails, in its turn', async () => {
    const { source, work, reader, now } = begin(3);
    source.give(1, 2, 3);
    await now();
    const error = new Error('no such order');
    work.fail(2, error);
    work.finish(3);
    await now();
    expectSame(
      'the loop, while the first is being made',
      reader.end.state,
      'pending',
      'An error has its turn, as a result has: what was asked before it is answered before it.',
    );
    work.finish(1);
    await now();
    expectSame(
      'results',
      reader.got,
      ['result 1'],
      'What comes behind an error is not handed out.',
    );
    expectSame(
      'the error of the loop',
      reader.end.error === error,
      true,
      'What work throws ends the loop, as it is.',
    );
    expectSame(
      'calls of the source’s return()',
      source.returned,
      1,
      'Nobody wants the rest: the source is told.',
    );
  });

  test('work that throws at once, in its turn', async () => {
    const source = new Source<number>();
    const first = new Work();
    const error = new Error('no such order');
    const reader = new Reader(
      inOrder(source, 3, (item) => {
        if (item === 2) throw error;
        return first.work(item);
      }),
    );
    source.give(1, 2);
    await settled(reader.end);
    const TURN =
      'work may throw before it has a promise: that, too, has its turn. In an async function a throw becomes a rejection.';
    expectSame('the loop, while the first is being made', reader.end.state, 'pending', TURN);
    first.finish(1);
    await settled(reader.end);
    expectSame('results', reader.got, ['result 1'], TURN);
    expectSame('the error of the loop', reader.end.error === error, true, TURN);
  });

  test('a source that fails, behind what it gave', async () => {
    const { source, work, reader, now } = begin(2);
    source.give(1);
    const error = new Error('the connection is gone');
    source.fail(error);
    await now();
    expectSame(
      'the loop, while the first is being made',
      reader.end.state,
      'pending',
      'What the source gave before it failed is still answered.',
    );
    work.finish(1);
    await now();
    expectSame(
      'results',
      reader.got,
      ['result 1'],
      'What the source gave before it failed is still answered.',
    );
    expectSame(
      'the error of the loop',
      reader.end.error === error,
      true,
      'Then the error comes, as it is.',
    );
    expectSame(
      'items asked of the source',
      source.asked,
      2,
      'A source that has failed has ended: it is asked for nothing more, although there is room again.',
    );
  });

  test('a loop that is left', async () => {
    const source = new Source<number>();
    const work = new Work();
    const results = inOrder(source, 2, work.work);
    source.give(1, 2);
    const first = watch(results.next());
    await settled(first);
    work.finish(1);
    await settled(first);
    const left = watch(results.return(undefined));
    await settled(left);
    expectSame(
      'calls of the source’s return()',
      source.returned,
      1,
      'Whoever leaves the loop wants no more: the source is told.',
    );
    expectSame('leaving', left.state, 'resolved', LEAVING);
  });

  test('a source that cannot be told', async () => {
    const unhandled = await unhandledIn(async () => {
      const source = new Source<number>();
      source.refusal = new Error('the file cannot be closed');
      const work = new Work();
      const results = inOrder(source, 2, work.work);
      source.give(1);
      const first = watch(results.next());
      await settled(first);
      work.finish(1);
      await settled(first);
      await settled(watch(results.return(undefined)));
    });
    expectSame('rejections that nobody handles', unhandled, 0, CANNOT_BE_TOLD);
  });

  test('a loop that is left while a generator waits', async () => {
    const work = new Work();
    const results = inOrder(oneAndNoMore(), 2, work.work);
    const first = watch(results.next());
    await settled(first);
    work.finish(1);
    await settled(first);
    const left = watch(results.return(undefined));
    await settled(left);
    expectSame('leaving', left.state, 'resolved', `${LEAVING} ${QUEUED}`);
  });
});

task(2, () => {
  function begin(size: number, ms = 100) {
    const source = new Source<number>();
    const clock = new FakeClock();
    const reader = new Reader(batches(source, { size, ms, clock }));
    return { source, clock, reader, now: () => settled(reader.end) };
  }
  const SIZE = 'A batch is full with size items, and goes out at once.';
  const TIME =
    'A batch goes out when its first item has waited for ms: the time begins with that item.';
  const END =
    'When the source ends, what has been begun goes out, and then the loop ends. There is no empty batch.';

  test('full', async () => {
    const { source, reader, clock, now } = begin(2);
    source.give(1, 2, 3, 4, 5);
    await now();
    expectSame(
      'batches',
      reader.got,
      [
        [1, 2],
        [3, 4],
      ],
      SIZE,
    );
    expectSame(
      'timers that are set',
      clock.pending,
      1,
      'A batch that goes out takes its timer with it: one timer, for the batch that is begun.',
    );
    source.end();
    await now();
    expectSame('batches', reader.got, [[1, 2], [3, 4], [5]], END);
    expectSame('the loop', reader.end.state, 'resolved', END);
    expectSame('timers that are set at the end', clock.pending, 0, 'No timer is left behind.');
    expectSame('calls of return() of a source that has ended', source.returned, 0, ENDED);
  });

  test('by time', async () => {
    const { source, reader, clock, now } = begin(10);
    source.give(1);
    await now();
    clock.advance(60);
    source.give(2);
    await now();
    clock.advance(39);
    await now();
    expectSame('batches after 99 ms', reader.got, [], TIME);
    clock.advance(1);
    await now();
    expectSame('batches after 100 ms', reader.got, [[1, 2]], TIME);
    source.give(3);
    await now();
    clock.advance(99);
    await now();
    expectSame(
      'batches 99 ms after the third item',
      reader.got,
      [[1, 2]],
      `${TIME} Each batch has a time of its own.`,
    );
    clock.advance(1);
    await now();
    expectSame(
      'batches 100 ms after it',
      reader.got,
      [[1, 2], [3]],
      'The item that was asked for before the time was up must not be lost, nor asked for twice.',
    );
    expectSame(
      'items asked of the source',
      source.asked,
      4,
      'The item that was asked for before the time was up must not be lost, nor asked for twice.',
    );
  });

  test('no item, no batch', async () => {
    const { source, reader, clock, now } = begin(3);
    await now();
    clock.advance(1_000);
    await now();
    expectSame(
      'batches after a second without items',
      reader.got,
      [],
      'The time begins with the first item: without one there is no batch.',
    );
    source.end();
    await now();
    expectSame('batches', reader.got, [], END);
    expectSame('the loop', reader.end.state, 'resolved', END);
  });

  test('a size of one', async () => {
    const { source, reader, clock, now } = begin(1);
    source.give(1, 2);
    await now();
    expectSame('batches of one', reader.got, [[1], [2]], SIZE);
    expectSame('timers that are set', clock.pending, 0, 'No timer is left behind.');
  });

  test('each batch is an array of its own', async () => {
    const source = new Source<number>();
    const all = batches(source, { size: 2, ms: 100, clock: new FakeClock() });
    source.give(1, 2, 3, 4);
    const first = watch(all.next());
    await settled(first);
    const second = watch(all.next());
    await settled(second);
    expectSame(
      'the first batch, when the second has gone out',
      first.value?.value,
      [1, 2],
      'The reader keeps its batch: begin a new array for the next.',
    );
  });

  test('an error, behind what was begun', async () => {
    const { source, reader, clock, now } = begin(3);
    source.give(1);
    const error = new Error('gone');
    source.fail(error);
    await now();
    expectSame('batches', reader.got, [[1]], 'What came before the error goes out before it.');
    expectSame(
      'the error of the loop',
      reader.end.error === error,
      true,
      'The error of the source comes behind the batch that was begun, as it is.',
    );
    expectSame('timers that are set', clock.pending, 0, 'No timer is left behind.');
  });

  test('a source that throws where it should reject', async () => {
    const clock = new FakeClock();
    const error = new Error('gone');
    let asked = 0;
    const source: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => ({
        next() {
          if (++asked > 1) throw error;
          return Promise.resolve({ value: 1, done: false });
        },
      }),
    };
    const reader = new Reader(batches(source, { size: 3, ms: 100, clock }));
    await settled(reader.end);
    expectSame(
      'timers that are set, after next() of the source threw',
      clock.pending,
      0,
      'However the loop ends, no timer is left behind: that is what finally is for.',
    );
    expectSame(
      'the error of the loop',
      reader.end.error === error,
      true,
      'It comes out, as it is.',
    );
  });

  test('while a batch is read, nothing is asked', async () => {
    const source = new Source<number>();
    const clock = new FakeClock();
    const all = batches(source, { size: 2, ms: 100, clock });
    source.give(1, 2, 3);
    const first = watch(all.next());
    await settled(first);
    expectSame(
      'items asked while nobody asks for a second batch',
      source.asked,
      2,
      'Who reads slowly holds back the source: ask for an item only when a batch is wanted.',
    );
    const second = watch(all.next());
    await settled(second);
    const left = watch(all.return(undefined));
    clock.advance(100);
    await settled(left);
    expectSame(
      'calls of the source’s return()',
      source.returned,
      1,
      'Whoever leaves the loop wants no more: the source is told.',
    );
    expectSame('timers that are set', clock.pending, 0, 'No timer is left behind.');
  });

  test('a source that cannot be told', async () => {
    const unhandled = await unhandledIn(async () => {
      const source = new Source<number>();
      source.refusal = new Error('the file cannot be closed');
      const all = batches(source, { size: 1, ms: 100, clock: new FakeClock() });
      source.give(1);
      await settled(watch(all.next()));
      await settled(watch(all.return(undefined)));
    });
    expectSame('rejections that nobody handles', unhandled, 0, CANNOT_BE_TOLD);
  });

  test('a loop that is left while a generator waits', async () => {
    const clock = new FakeClock();
    const all = batches(oneAndNoMore(), { size: 2, ms: 100, clock });
    const first = watch(all.next());
    await settled(first);
    clock.advance(100);
    await settled(first);
    const left = watch(all.return(undefined));
    await settled(left);
    expectSame('leaving', left.state, 'resolved', QUEUED);
  });
});

/** A member that takes as many lines at once as the test says, and remembers what it got. */
function createMember(name: string, room = Number.POSITIVE_INFINITY) {
  const member = {
    name,
    room,
    got: [] as string[],
    ended: [] as string[],
    throws: false,
    write({ from, text }: Line): boolean {
      if (member.throws) throw new Error('write after end');
      member.got.push(`${from}: ${text}`);
      return --member.room > 0;
    },
    end(reason: string) {
      member.ended.push(reason);
    },
  } satisfies Member & Record<string, unknown>;
  return member;
}

task(3, () => {
  function gather(policy: Policy, ...members: Member[]) {
    const room = new Room(policy);
    return { room, seats: members.map((member) => room.join(member)) };
  }
  const say = async (seat: { say(text: string): Promise<void> } | undefined, text: string) => {
    const said = watch(seat!.say(text));
    await settled(said);
    return said;
  };
  const expectGot = (member: { name: string; got: string[] }, expected: string[], cause: string) =>
    expectSame(`what ${member.name} got`, member.got, expected, cause);

  const ALL = 'A line goes to all others in the room, once, and not back to whoever said it.';

  test.each<Policy>(['drop', 'wait', 'disconnect'])('%s: all others hear it', async (policy) => {
    const [ada, bob, eve] = [createMember('Ada'), createMember('Bob'), createMember('Eve')];
    const { seats } = gather(policy, ada, bob, eve);
    const said = await say(seats[0], 'hello');
    await say(seats[1], 'hi');
    expectGot(ada, ['Bob: hi'], ALL);
    expectGot(bob, ['Ada: hello'], ALL);
    expectGot(eve, ['Ada: hello', 'Bob: hi'], ALL);
    expectSame('say', said.state, 'resolved', 'Nobody is full, so one may go on talking.');
  });

  const LEFT = 'Who has left neither hears nor says anything.';

  test.each<Policy>(['drop', 'wait', 'disconnect'])('%s: who has left', async (policy) => {
    const [ada, bob] = [createMember('Ada'), createMember('Bob')];
    const { room, seats } = gather(policy, ada, bob);
    seats[1]!.leave();
    seats[1]!.leave();
    expectSame('how many are in the room', room.size, 1, LEFT);
    await say(seats[0], 'hello?');
    await say(seats[1], 'I am gone');
    expectGot(bob, [], LEFT);
    expectGot(ada, [], LEFT);
  });

  test('drop: room for one that has left', async () => {
    const [ada, slow] = [createMember('Ada'), createMember('Slow', 1)];
    const { seats } = gather('drop', ada, slow);
    await say(seats[0], '1');
    await say(seats[0], '2');
    seats[1]!.leave();
    seats[1]!.drained();
    expectGot(slow, ['Ada: 1'], `${LEFT} It is not told what it missed, either.`);
  });

  test.each<Policy>(['drop', 'wait', 'disconnect'])(
    '%s: one that throws hurts nobody',
    async (policy) => {
      const [ada, bob, eve] = [createMember('Ada'), createMember('Bob'), createMember('Eve')];
      const { room, seats } = gather(policy, ada, bob, eve);
      bob.throws = true;
      const said = await say(seats[0], 'hello');
      expectGot(
        eve,
        ['Ada: hello'],
        'A member whose write throws has left; the others hear the line all the same.',
      );
      expectSame('say', said.state, 'resolved', 'say never fails for what another member does.');
      expectSame('how many are in the room', room.size, 2, 'A member whose write throws has left.');
    },
  );

  test('one that leaves while the others are told', async () => {
    const [ada, bob, eve] = [createMember('Ada'), createMember('Bob'), createMember('Eve')];
    const { seats } = gather('drop', ada, bob, eve);
    const write = bob.write;
    bob.write = (line) => {
      seats[2]!.leave();
      return write(line);
    };
    await say(seats[0], 'hello');
    expectGot(
      eve,
      [],
      'Eve left while the line went round: ask of each whether it is still in the room.',
    );
  });

  test('drop: lines for one that is full are dropped, and counted', async () => {
    const [ada, bob, slow] = [createMember('Ada'), createMember('Bob'), createMember('Slow', 1)];
    const { seats } = gather('drop', ada, bob, slow);
    for (const text of ['1', '2', '3', '4']) {
      const said = await say(seats[0], text);
      expectSame('say', said.state, 'resolved', 'With drop nobody waits for anybody.');
    }
    expectGot(
      slow,
      ['Ada: 1'],
      'The line to which write said false was taken. Those behind it are dropped, until drained().',
    );
    expectGot(
      bob,
      ['Ada: 1', 'Ada: 2', 'Ada: 3', 'Ada: 4'],
      'One that is slow costs the others nothing.',
    );
    slow.room = 1;
    seats[2]!.drained();
    expectGot(
      slow,
      ['Ada: 1', `${ROOM}: 3 lines missed`],
      'With room again it is told how many lines it missed, by the room.',
    );
    await say(seats[0], '5');
    seats[2]!.drained();
    expectGot(
      slow,
      ['Ada: 1', `${ROOM}: 3 lines missed`, `${ROOM}: 1 line missed`],
      'That line, too, may have filled it: what write says counts for each line. And one line is "1 line".',
    );
    slow.room = 9;
    seats[2]!.drained();
    await say(seats[0], '6');
    expectGot(
      slow,
      ['Ada: 1', `${ROOM}: 3 lines missed`, `${ROOM}: 1 line missed`, 'Ada: 6'],
      'With room and nothing missed there is nothing to tell; then it hears lines again.',
    );
  });

  test('wait: whoever talks waits for the slowest', async () => {
    const [ada, bob, slow] = [createMember('Ada'), createMember('Bob', 1), createMember('Slow', 1)];
    const { seats } = gather('wait', ada, bob, slow);
    const said = await say(seats[0], '1');
    const WAIT = 'With wait, say resolves when nobody else who is here is full any more.';
    expectGot(slow, ['Ada: 1'], ALL);
    expectSame('say, while two are full', said.state, 'pending', WAIT);
    seats[1]!.drained();
    await settled(said);
    expectSame('say, while one is full', said.state, 'pending', WAIT);
    seats[2]!.drained();
    await settled(said);
    expectSame('say, when all have room', said.state, 'resolved', WAIT);
  });

  test('wait: whoever talks does not wait for its own room', async () => {
    const [ada, bob] = [createMember('Ada', 1), createMember('Bob')];
    const { seats } = gather('wait', ada, bob);
    await say(seats[1], 'a question');
    const said = await say(seats[0], 'the first of many answers');
    expectSame(
      'say of one that is full itself, while all others have room',
      said.state,
      'resolved',
      'Wait for the others alone. A client may write all that it has to say before it reads: who waits for the room of the one that talks waits for ever.',
    );
  });

  test('wait: nobody waits for one that has left', async () => {
    const [ada, slow] = [createMember('Ada'), createMember('Slow', 1)];
    const { seats } = gather('wait', ada, slow);
    const said = await say(seats[0], '1');
    seats[1]!.leave();
    await settled(said);
    expectSame(
      'say, when the slow one has left',
      said.state,
      'resolved',
      'Nobody may wait for one that has left: it will never have room again.',
    );
  });

  test('wait: lines are not lost', async () => {
    const [ada, bob, slow] = [createMember('Ada'), createMember('Bob'), createMember('Slow', 1)];
    const { seats } = gather('wait', ada, bob, slow);
    const first = await say(seats[0], '1');
    const second = await say(seats[1], '2');
    expectGot(
      slow,
      ['Ada: 1', 'Bob: 2'],
      'With wait every line arrives: two may talk at once, and a full member takes what is written all the same.',
    );
    seats[2]!.drained();
    await settled(first, second);
    expectSame(
      'both who talk',
      [first.state, second.state],
      ['resolved', 'resolved'],
      'All who wait for a member go on when it has room.',
    );
  });

  test('disconnect: some patience, and no more', async () => {
    const [ada, slow] = [createMember('Ada'), createMember('Slow', 1)];
    const { room, seats } = gather('disconnect', ada, slow);
    const texts = Array.from({ length: PATIENCE + 1 }, (_, i) => `${i + 1}`);
    for (const text of texts) await say(seats[0], text);
    expectGot(
      slow,
      texts.map((text) => `Ada: ${text}`),
      `It may be PATIENCE (${PATIENCE}) lines behind the one that filled it.`,
    );
    expectSame(
      'still in the room',
      room.size,
      2,
      `Exactly PATIENCE (${PATIENCE}) lines behind is allowed.`,
    );
    await say(seats[0], 'one more');
    expectSame(
      'ends of the slow member',
      slow.ended,
      [TOO_SLOW],
      'With one line more it has to leave: member.end(TOO_SLOW), once.',
    );
    expectSame('in the room then', room.size, 1, 'Who has to leave is no longer in the room.');
    await say(seats[0], 'and another');
    expectSame('ends of the slow member', slow.ended, [TOO_SLOW], 'It is made to leave once.');
    expectSame(
      'lines it got',
      slow.got.length,
      PATIENCE + 1,
      'The line that was too much is not written.',
    );
  });

  test('disconnect: who catches up begins anew', async () => {
    const [ada, slow] = [createMember('Ada'), createMember('Slow', 1)];
    const { room, seats } = gather('disconnect', ada, slow);
    for (const text of ['1', '2', '3']) await say(seats[0], text);
    slow.room = 1;
    seats[1]!.drained();
    for (const text of ['4', '5', '6', '7']) await say(seats[0], text);
    expectSame('in the room', room.size, 2, 'drained() forgives: it is behind by nothing again.');
  });

  test('two rooms', async () => {
    const [ada, bob] = [createMember('Ada'), createMember('Bob')];
    const one = gather('drop', ada);
    gather('drop', bob);
    await say(one.seats[0], 'hello');
    expectGot(bob, [], 'Each room has members of its own.');
  });
});

task(4, () => {
  /** Begins to talk, and looks at both ends. */
  async function begin(
    talk: (end: ServerEnd) => void = () => {},
    options: { leaveAfter?: number } = {},
  ) {
    const { call, end } = await startTalk(talk);
    const messages = new Source<string>();
    const got: string[] = [];
    const over = watch(
      (async () => {
        for await (const answer of converse(call, messages)) {
          got.push(answer);
          if (got.length === options.leaveAfter) break;
        }
      })(),
    );
    await soon(end.begun, over);
    return { call, end, messages, got, over };
  }
  const codeOf = (over: Watched<void>) =>
    over.error instanceof CallError
      ? grpc.status[over.error.code]
      : String(over.error ?? over.state);

  const TOLD = 'Whoever leaves wants to send no more either: messages is told, once.';
  /** How often our side is ended from now on. */
  function countEnds(call: { end(): unknown }) {
    const ends = { count: 0 };
    const end = call.end.bind(call);
    call.end = () => {
      ends.count++;
      return end();
    };
    return ends;
  }

  test('asks and answers, in turns', async () => {
    const { end, messages, got, over } = await begin((end) =>
      end.onMessage((text) => end.answer(`${text}!`)),
    );
    messages.give('one');
    await soon(() => got.length === 1, over);
    messages.give('two');
    await soon(() => got.length === 2, over);
    expectSame(
      'answers',
      got,
      ['one!', 'two!'],
      'Sending and receiving go on at once: neither waits for the other’s end.',
    );
    messages.end();
    await soon(() => end.halfClosed === 1, over);
    end.finish();
    await soon(() => over.state !== 'pending', over);
    expectSame(
      'the loop',
      over.state,
      'resolved',
      'When the other side ends with OK, the loop ends.',
    );
    expectSame(
      'half-closes that the server saw',
      end.halfClosed,
      1,
      'The end of messages is said once: call.end().',
    );
  });

  test('answers come after our end, too', async () => {
    const { end, messages, got, over } = await begin();
    messages.give('all');
    messages.end();
    await soon(() => end.halfClosed === 1, over);
    expectSame(
      'the loop, when only our side has ended',
      over.state,
      'pending',
      'The end of messages is a half-close: answers may still come.',
    );
    end.answer('late');
    end.finish();
    await soon(() => over.state !== 'pending', over);
    expectSame(
      'answers',
      got,
      ['late'],
      'The end of messages is a half-close: answers may still come.',
    );
  });

  test('the other side ends first', async () => {
    const { end, messages, got, over } = await begin();
    messages.give('one');
    await soon(() => end.heard.length === 1, over);
    end.answer('enough');
    end.finish();
    await soon(() => over.state !== 'pending', over);
    expectSame('answers', got, ['enough'], 'What came before the end is handed out.');
    expectSame(
      'the loop',
      over.state,
      'resolved',
      'OK is not an error, although we were not done.',
    );
    await settled();
    expectSame(
      'calls of return() of messages',
      messages.returned,
      1,
      'Nobody takes what would still come: messages is told, once.',
    );
  });

  test('the other side fails', async () => {
    const { end, messages, got, over } = await begin();
    messages.give('one');
    await soon(() => end.heard.length === 1, over);
    end.answer('so far');
    end.fail(grpc.status.NOT_FOUND, 'no such order');
    await soon(() => over.state !== 'pending', over);
    expectSame('answers', got, ['so far'], 'What came before the error is handed out before it.');
    expectSame(
      'the error',
      codeOf(over),
      'NOT_FOUND',
      'A status that is not OK becomes a CallError.',
    );
    await settled();
    expectSame(
      'calls of return() of messages',
      messages.returned,
      1,
      'Nobody takes what would still come: messages is told, once.',
    );
  });

  /** Begins to talk, and reads the first answer alone. */
  async function beginAndPause() {
    const { call, end } = await startTalk(() => {});
    const messages = new Source<string>();
    const answers = converse(call, messages);
    const first = watch(answers.next());
    await soon(end.begun, first);
    end.answer('first');
    await soon(() => first.state !== 'pending', first);
    const written: unknown[] = [];
    const write = call.write.bind(call);
    call.write = ((message: string) => {
      written.push(message);
      return write(message);
    }) as typeof call.write;
    return { call, end, messages, answers, written, first };
  }

  test('the other side ends while the reader is busy', async () => {
    const { end, messages, answers, written, first } = await beginAndPause();
    end.finish();
    await soon(() => messages.returned > 0, first);
    expectSame(
      'calls of return() of messages, before the reader comes back',
      messages.returned,
      1,
      'When the other side ends, messages is told then, and not when somebody reads on: closed resolves.',
    );
    messages.give('too late');
    await settled();
    expectSame(
      'messages written behind the end of the call',
      written,
      [],
      'The call is over. What messages was looking for when it ended is not sent: look at isOver after each next().',
    );
    const last = watch(answers.next());
    await soon(() => last.state !== 'pending', last);
    expectSame('the end of the loop', last.value?.done, true, 'OK is not an error.');
    expectSame('calls of return() of messages', messages.returned, 1, TOLD);
  });

  test('messages fails when the other side has failed already', async () => {
    const { end, messages, answers, first } = await beginAndPause();
    end.fail(grpc.status.NOT_FOUND, 'no such order');
    await soon(() => messages.returned > 0, first);
    messages.fail(new Error('the file is gone'));
    await settled();
    const last = watch(answers.next().then(() => {}));
    await soon(() => last.state !== 'pending', last);
    expectSame(
      'the error',
      codeOf(last),
      'NOT_FOUND',
      'The call was over when messages failed, and messages had been told: what it throws then interests nobody.',
    );
  });

  test('messages fails', async () => {
    const { call, end, messages, over } = await begin();
    messages.give('one');
    await soon(() => end.heard.length === 1, over);
    const error = new Error('the file is gone');
    const ends = countEnds(call);
    messages.fail(error);
    await soon(() => over.state !== 'pending', over);
    expectSame(
      'whether the loop threw what messages threw',
      over.error === error,
      true,
      'The reason is what messages threw. CANCELLED is only how the other side learns of it.',
    );
    await soon(end.cancelled, over);
    expectSame(
      'a half-close that says "that was all"',
      end.finishedWell || ends.count > 0,
      false,
      'Half of the messages must not look like all of them: cancel, and do not end.',
    );
    await settled();
    expectSame('calls of return() of messages, which have failed', messages.returned, 0, ENDED);
  });

  test('messages that cannot be told', async () => {
    const unhandled = await unhandledIn(async () => {
      const { end, messages, over } = await begin(() => {}, { leaveAfter: 1 });
      messages.refusal = new Error('the file cannot be closed');
      end.answer('first');
      await soon(() => over.state !== 'pending', over);
      await soon(end.cancelled, over);
      await settled();
      expectSame('calls of return() of messages', messages.returned, 1, TOLD);
    });
    expectSame(
      'rejections that nobody handles',
      unhandled,
      0,
      'return() of messages may reject: settle(…) never does. Node ends a process for what nobody handles.',
    );
  });

  test('the reader leaves', async () => {
    const { end, messages, got, over } = await begin(() => {}, { leaveAfter: 1 });
    end.answer('first');
    end.answer('second');
    await soon(() => over.state !== 'pending', over);
    expectSame('answers', got, ['first'], 'Who has left gets nothing more.');
    expectSame('the loop', over.state, 'resolved', 'To leave is not an error.');
    await soon(end.cancelled, over);
    await settled();
    expectSame('calls of return() of messages', messages.returned, 1, TOLD);
  });

  test('messages that have ended need not be told', async () => {
    const { end, messages, over } = await begin();
    messages.end();
    await soon(() => end.halfClosed === 1, over);
    end.finish();
    await soon(() => over.state !== 'pending', over);
    await settled();
    expectSame('calls of return() of messages, which have ended', messages.returned, 0, ENDED);
  });

  test('no faster than it is taken', async () => {
    const { call, messages, over } = await begin();
    const long = 'x'.repeat(65_536);
    for (let i = 0; i < 200; i++) messages.give(long);
    await soon(() => call.writableNeedDrain, over);
    await settled(over);
    expectSame(
      'whether more than 50 of 200 long messages were asked for, while nobody reads them',
      messages.asked > 50,
      false,
      'write() said false: wait for room before you ask for the next message.',
    );
    call.cancel();
    await soon(() => over.state !== 'pending', over);
    expectSame(
      'the error',
      codeOf(over),
      'CANCELLED',
      'A call that is over while one waits for room: the wait ends too.',
    );
    await settled();
    expectSame(
      'calls of return() of messages',
      messages.returned,
      1,
      'Nobody takes what would still come: messages is told, once.',
    );
  });
});
