import { test } from 'vitest';
import { check, fail } from '#course/kit/compare/finding';
import { throwGap } from '#course/kit/compare/gap';
import { expectSame } from '#course/kit/compare/same';
import { task } from '#course/kit/task';
import { settled, type Watched, watch } from '#course/kit/watch';
import { endedWithParent, followCancellation } from '#grpc/deadlines/cancellation';
import { inSteps, untilCancelled } from '#grpc/deadlines/stop-work';
import { deadlineAt, NEVER, passedOn, timeLeft, timeoutFor } from '#grpc/deadlines/time-left';
import { abortedError, GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import type { Clock } from '#time/clock';
import { type DeadlineEntry, DeadlineWheel } from '#time/deadline-wheel';
import { FakeClock } from '#time/fake-clock';
import { callFromStranger, listeners, withHangingStranger } from './17-deadlines.node.ts';

/*
 * What is asked of deadlines needs no network and no time: the clock is moved by hand, and signals
 * count who listens. The last tests of tasks 3 and 4 are strangers of grpc-js: `17-….node.ts`.
 */

const NOW = 5_000_000;

task(1, () => {
  test('a moment, out of a timeout', () => {
    expectSame('deadlineAt(200, 5000000)', deadlineAt(200, NOW), NOW + 200, 'now + timeoutMs');
    expectSame(
      'deadlineAt(undefined, 5000000)',
      deadlineAt(undefined, NOW),
      NEVER,
      'No timeout: its caller waits for ever, and that is NEVER.',
    );
    expectSame(
      'deadlineAt(0, 5000000)',
      deadlineAt(0, NOW),
      NOW,
      '0 ms is a timeout, and a very short one: it is over now. Only undefined is none.',
    );
    expectSame('deadlineAt(-5, 5000000)', deadlineAt(-5, NOW), NOW, 'Below zero is zero.');
    expectSame(
      'deadlineAt(2 ** 31, 5000000)',
      deadlineAt(2 ** 31, NOW),
      NOW + 2 ** 31,
      'Milliseconds do not fit into 32 bits: |, & and ~ make 32 bits of a number.',
    );
    expectSame('deadlineAt(0.5, 5000000)', deadlineAt(0.5, NOW), NOW + 0.5, BY_ITSELF);
  });

  test('how far away a moment is', () => {
    expectSame('timeLeft(5000200, 5000000)', timeLeft(NOW + 200, NOW), 200, 'deadline - now');
    expectSame(
      'timeLeft(NEVER, 5000000)',
      timeLeft(NEVER, NOW),
      undefined,
      'There is no deadline, so there is no number of milliseconds: undefined.',
    );
    for (const late of [0, 1, 3_600_000]) {
      expectSame(
        `timeLeft(${NOW - late}, 5000000)`,
        timeLeft(NOW - late, NOW),
        0,
        'It is over, and nothing is left: 0. undefined would say that there is no limit.',
      );
    }
    expectSame('timeLeft(5000000.5, 5000000)', timeLeft(NOW + 0.5, NOW), 0.5, BY_ITSELF);
  });

  test('what a call may take that is made for another', () => {
    const rows: [own: number | undefined, lent: number | undefined, number | undefined, string][] =
      [
        [undefined, undefined, undefined, 'Nobody sets a limit: undefined.'],
        [Infinity, undefined, undefined, 'Infinity means no limit, and that is undefined.'],
        [undefined, 100, 100, 'The call has no limit of its own: it gets what is lent.'],
        [Infinity, 100, 100, 'Infinity is not a limit of its own: it gets what is lent.'],
        [50, undefined, 50, 'Nothing is lent, so nothing limits it but its own timeout.'],
        [50, 100, 50, 'The shorter of the two.'],
        [100, 50, 50, 'The shorter of the two: a child has no more time than its parent.'],
        [0, 100, 0, ZERO],
        [100, 0, 0, ZERO],
        [undefined, 0, 0, ZERO],
        [0, undefined, 0, ZERO],
        [-1, 100, 0, 'Below zero is zero.'],
        [-1, undefined, 0, 'Below zero is zero.'],
        [undefined, -3, 0, 'Below zero is zero.'],
        [50, Infinity, 50, 'A parent that waits for ever lends no limit.'],
        [undefined, Infinity, undefined, 'Infinity means no limit, and that is undefined.'],
        [2 ** 31, 2 ** 32, 2 ** 31, 'Milliseconds do not fit into 32 bits.'],
      ];
    for (const [own, lent, expected, cause] of rows) {
      expectSame(`timeoutFor(${own}, ${lent})`, timeoutFor(own, lent), expected, cause);
    }
  });

  test('rounding never gives more time', () => {
    const cause =
      'Rounded up, or to the nearest, a child would have more time than its parent: Math.floor.';
    expectSame('timeoutFor(undefined, 12.9)', timeoutFor(undefined, 12.9), 12, cause);
    expectSame('timeoutFor(50, 12.5)', timeoutFor(50, 12.5), 12, cause);
    expectSame('timeoutFor(12.7, 12.9)', timeoutFor(12.7, 12.9), 12, cause);
    expectSame(
      'timeoutFor(undefined, 0.9)',
      timeoutFor(undefined, 0.9),
      0,
      'Less than a millisecond is left, so the call is not worth to be begun: 0.',
    );
    expectSame(
      'timeoutFor(12.5, undefined)',
      timeoutFor(12.5, undefined),
      12.5,
      'What a caller asks for itself is not rounded: nobody has lent it.',
    );
    expectSame('timeoutFor(12.5, 100)', timeoutFor(12.5, 100), 12.5, OWN_STAYS);
  });

  test('passed on from header to header', () => {
    const rows: [text: string, spent: number, string][] = [
      ['250m', 0, '250m'],
      ['250m', 30, '220m'],
      ['250m', 30.5, '219m'],
      ['2S', 1, '1999m'],
      ['1M', 500, '59500m'],
      ['1H', 0, '3600000m'],
      ['5m', 5, '0m'],
      ['5m', 9, '0m'],
      ['0m', 0, '0m'],
      ['1500u', 0, '1m'],
      ['1n', 0, '0m'],
    ];
    for (const [text, spent, expected] of rows) {
      const received = passedOn(text, spent);
      const cause =
        expected === '0m' && received !== '0m'
          ? 'Nothing is left, and less than nothing there is not: 0m.'
          : spent === 30.5 && received === '220m'
            ? 'Rounded down: 219.5 ms are left, and 220 would be more than there is.'
            : 'What came, in milliseconds, less what was spent, in m.';
      expectSame(`passedOn('${text}', ${spent})`, received, expected, cause);
    }
  });

  test('with no more than eight digits', () => {
    const rows: [text: string, spent: number, string][] = [
      ['99999999m', 0, '99999999m'],
      ['99999S', 0, '99999000m'],
      ['100000S', 0, '100000S'],
      ['100000S', 1, '99999999m'],
      ['99999999S', 1, '99999998S'],
      ['99999999M', 1, '99999998M'],
      ['99999999H', 1, '99999998H'],
    ];
    for (const [text, spent, expected] of rows) {
      const received = passedOn(text, spent);
      const digits = /^\d*/.exec(String(received))![0].length;
      const cause =
        digits > 8
          ? `${digits} digits, and the grammar has eight: write it in the next unit.`
          : received === text && spent > 0
            ? 'Rounded up it is as much as came, and so more than is left. Math.floor, also in S, M and H.'
            : 'The first of UNITS in which eight digits are enough.';
      expectSame(`passedOn('${text}', ${spent})`, received, expected, cause);
    }
  });

  test('what is not a timeout', () => {
    for (const text of ['', '250', 'm', '-1m', '1.5S', '123456789m', '250 m', '250ms']) {
      expectSame(
        `passedOn('${text}', 1)`,
        passedOn(text, 1),
        undefined,
        'parseTimeout says undefined, and so does passedOn: nobody guesses a limit.',
      );
    }
  });

  test('ten hops take no more than was given', () => {
    let [text, spentAll] = ['1000m', 0];
    for (const spent of [0.4, 99.9, 0.1, 50, 7.77, 0.5, 123.4, 1 / 3, 0.9, 60.6]) {
      text = String(passedOn(text, spent));
      spentAll += spent;
      const left = Number.parseInt(text, 10);
      check(
        left + spentAll <= 1_000,
        `after ${spentAll.toFixed(2)} of 1000 ms: ${text}`,
        'Together they have more than was given: each hop has rounded up a little.',
      );
    }
  });
});

const BY_ITSELF = 'Nobody has asked for whole milliseconds here.';
const OWN_STAYS = 'The call’s own timeout is the shorter one, and it is not rounded.';
const ZERO =
  '0 is a limit, and the strictest: it is over. || takes it for nothing; ?? and === undefined do not.';

// ---- the wheel

/** A clock that counts what is set on it, and can be late. */
class WatchedClock implements Clock {
  readonly fake = new FakeClock();
  /** How often a timer was set, and the longest. */
  timers = 0;
  longest = 0;
  #asleep = 0;

  now(): number {
    return this.fake.now() + this.#asleep;
  }

  setTimer(callback: () => void, milliseconds: number) {
    this.timers++;
    this.longest = Math.max(this.longest, milliseconds);
    return this.fake.setTimer(callback, milliseconds);
  }

  /** The machine sleeps: the time passes, and no timer fires meanwhile. */
  sleep(milliseconds: number): void {
    this.#asleep += milliseconds;
  }
}

interface Told {
  entry: DeadlineEntry;
  at: number;
}

/** A wheel with its clock, and a list of who was told when. */
function wheelOf() {
  const clock = new WatchedClock();
  const wheel = new DeadlineWheel(clock);
  const told: Told[] = [];
  const entryAt = (deadline: number, then: () => void = () => {}): DeadlineEntry => {
    const entry: DeadlineEntry = {
      deadline,
      slot: undefined,
      previous: undefined,
      next: undefined,
      expired() {
        told.push({ entry, at: clock.now() });
        then();
      },
    };
    return entry;
  };
  const add = (inMs: number, then?: () => void) => {
    const entry = entryAt(clock.now() + inMs, then);
    wheel.add(entry);
    return entry;
  };
  /** Lets time pass in small pieces, so that who is told too late is told late. */
  const pass = (milliseconds: number, piece = 1) => {
    for (let passed = 0; passed < milliseconds; passed += piece) clock.fake.advance(piece);
  };
  const toldOf = (entry: DeadlineEntry) => told.filter((one) => one.entry === entry);
  return { clock, wheel, told, entryAt, add, pass, toldOf };
}

const WIDTH_MS = 4;
const TURN_MS = 1024 * WIDTH_MS;

/** Told once, not before its deadline, and less than a slot's width after it. */
function expectTold(
  world: ReturnType<typeof wheelOf>,
  entry: DeadlineEntry,
  what: string,
  lost = NEVER_TOLD,
): void {
  const [first, ...again] = world.toldOf(entry);
  if (first === undefined) fail(`${what}: it was never told`, lost);
  const late = first.at - entry.deadline;
  check(
    again.length === 0,
    `${what}: told ${again.length + 1} times`,
    'An entry is told once: it comes off the wheel before it is told, and no slot is looked at twice in one turn.',
  );
  check(
    late >= 0,
    `${what}: told ${-late} ms before its deadline`,
    'Nobody is told too early: the tick is rounded up (Math.ceil), and what is not due stays in its slot for another turn.',
  );
  check(
    late < WIDTH_MS,
    `${what}: told ${late} ms after its deadline`,
    'A slot is 4 ms wide, so nobody waits longer than that: is the timer set for the nearest of them, also if that is added last?',
  );
}

const LOST =
  'It was lost when its neighbour went. The list is linked both ways: whoever comes in front of the first is the previous of that one, and who goes joins its two neighbours. (And who was taken out has no next any more: whoever walks on from there has come to the end.)';
const SLEPT =
  'Whoever fell due meanwhile is told when the timer fires, once: every tick since #doneTick is looked at, but no slot twice, and a tick that is not over is not done.';
const NEVER_TOLD =
  'Its time is over, and nobody has told it: is it in the slot of the first tick that is not before its deadline, and is the timer set?';

task(2, () => {
  test('one deadline', () => {
    for (const inMs of [0.5, 1, 3, 4, 5, 8, 10, 100.5, 4_000]) {
      const world = wheelOf();
      // Ticks are multiples of 4 ms; who adds comes at any time.
      world.pass(Math.ceil(inMs) % WIDTH_MS);
      const entry = world.add(inMs);
      expectSame('size, with one on the wheel', world.wheel.size, 1, 'add counts it.');
      world.pass(inMs + 8);
      expectTold(world, entry, `a deadline in ${inMs} ms`);
      expectSame('size, afterwards', world.wheel.size, 0, 'Who was told is not on the wheel.');
      expectSame(
        'timers that are set, afterwards',
        world.clock.fake.pending,
        0,
        'An empty wheel needs no timer: it would keep the process alive, and wake it for nothing.',
      );
    }
  });

  test('one deadline in the tick of now', () => {
    for (const into of [0, 1, 2, 3]) {
      const world = wheelOf();
      world.pass(into);
      const entry = world.add(0.5);
      world.pass(12);
      expectTold(world, entry, `${into} ms after a tick, a deadline in 0.5 ms`);
    }
  });

  test('a nearer one after a farther one', () => {
    const world = wheelOf();
    const far = world.add(3_000);
    const near = world.add(20);
    const middle = world.add(200);
    world.pass(3_010);
    expectTold(world, near, 'the nearest of three, added second');
    expectTold(world, middle, 'the middle one, added last');
    expectTold(world, far, 'the farthest, added first');
  });

  test('removed: first, last, and between', () => {
    for (const which of [0, 1, 2]) {
      const world = wheelOf();
      const entries = [world.add(10), world.add(10), world.add(10)];
      const removed = entries[which]!;
      world.wheel.remove(removed);
      expectSame(
        'size, after one of three was removed',
        world.wheel.size,
        2,
        'remove counts, too.',
      );
      check(
        removed.slot === undefined && removed.previous === undefined && removed.next === undefined,
        'what was removed still has a slot, or a neighbour',
        'Leave it as it was before it was added: slot, previous and next are undefined. Otherwise it keeps others, and a second remove takes somebody else out.',
      );
      world.pass(20);
      expectSame(
        'told, though removed',
        world.toldOf(removed).length,
        0,
        'It is in its list still.',
      );
      for (const entry of entries) {
        if (entry !== removed)
          expectTold(world, entry, `the neighbour of number ${which + 1}`, LOST);
      }
    }
  });

  test('slot 0 is a slot', () => {
    const world = wheelOf();
    const turn = Math.ceil(world.clock.now() / TURN_MS) * TURN_MS;
    const [gone, stays] = [world.entryAt(turn), world.entryAt(turn)];
    for (const entry of [gone, stays]) world.wheel.add(entry);
    world.wheel.remove(gone);
    expectSame(
      'size, after one of two in slot 0 was removed',
      world.wheel.size,
      1,
      '0 is falsy, and a slot like any other: only undefined says that an entry is not on the wheel.',
    );
    world.pass(turn - world.clock.now() + 8);
    expectSame('told, though removed', world.toldOf(gone).length, 0, 'It is in its list still.');
    expectTold(world, stays, 'the other one in slot 0', LOST);
  });

  test('removed twice, or never added', () => {
    const world = wheelOf();
    const [a, b] = [world.add(10), world.add(10)];
    world.wheel.remove(world.entryAt(world.clock.now() + 10));
    world.wheel.remove(a);
    world.wheel.remove(a);
    expectSame(
      'size',
      world.wheel.size,
      1,
      'Who is not on the wheel has no slot, and removing it does nothing: a call is removed when it ends, whether it had a deadline or not.',
    );
    world.pass(20);
    expectTold(world, b, 'the other one');
    world.wheel.remove(b);
    expectSame(
      'size, after one that was told is removed',
      world.wheel.size,
      0,
      'It is off already.',
    );
  });

  test('one that has passed already', () => {
    const world = wheelOf();
    world.add(50);
    world.pass(40);
    const entry = world.entryAt(world.clock.now() - 1_000);
    world.wheel.add(entry);
    expectSame(
      'told, while it is added',
      world.toldOf(entry).length,
      0,
      'add tells nobody: who adds is in the middle of something. It is told in the next tick.',
    );
    world.pass(WIDTH_MS);
    expectSame(
      'told, one tick later',
      world.toldOf(entry).length,
      1,
      'Its own tick is done, and comes again only in a turn: it belongs into the first tick that is not done, #doneTick + 1. And when the timer fires, every tick since #doneTick is looked at.',
    );
  });

  test('several in one slot, and one of a later turn', () => {
    const world = wheelOf();
    const same = [world.add(16), world.add(15), world.add(14), world.add(16)];
    const later = world.add(16 + TURN_MS);
    const latest = world.add(16 + 3 * TURN_MS);
    world.pass(30);
    for (const entry of same) expectTold(world, entry, 'one of four in a slot');
    expectSame(
      'told of those of later turns',
      world.toldOf(later).length + world.toldOf(latest).length,
      0,
      'They lie in the same slot, and are not due: deadline <= now.',
    );
    expectSame('size', world.wheel.size, 2, 'Those of later turns stay on the wheel.');
    world.pass(3 * TURN_MS);
    expectTold(world, later, 'the one of the next turn');
    expectTold(world, latest, 'the one of three turns later');
  });

  test('the last is removed: no timer', () => {
    const world = wheelOf();
    const entries = [world.add(10), world.add(5_000)];
    for (const entry of entries) world.wheel.remove(entry);
    expectSame(
      'timers that are set, with nobody on the wheel',
      world.clock.fake.pending,
      0,
      'An empty wheel needs no timer: this.#disarm().',
    );
    world.pass(100);
    const again = entries[0]!;
    again.deadline = world.clock.now() + 12;
    world.wheel.add(again);
    world.pass(20);
    expectTold(world, again, 'one that was removed, and added again');
  });

  test('who is told may add and remove', () => {
    const world = wheelOf();
    let times = 0;
    const again = world.add(4, () => {
      if (++times === 5) return;
      again.deadline = world.clock.now() + 1;
      world.wheel.add(again);
    });
    const other = world.add(400);
    world.add(4, () => world.wheel.remove(other));
    world.pass(600);
    expectSame(
      'how often one was told that adds itself five times',
      times,
      5,
      'Collect what is due. Then, for each of them: take it off, and only then tell it. Whoever is told may add itself again.',
    );
    expectSame('told, though removed by another', world.toldOf(other).length, 0, 'It was removed.');
    expectSame('timers that are set, afterwards', world.clock.fake.pending, 0, 'Nobody is left.');
  });

  test('and also those that are due in the same moment', () => {
    // Of two that are due together, whoever is told first deals with the other.
    const MEANWHILE =
      'Two were due in the same moment. The first that was told has dealt with the other, which is not due any more: before each of them is told, look whether it is still on the wheel, and still due.';
    const world = wheelOf();
    const removed = [0, 1].map((i): DeadlineEntry => world.add(4, () => takeOff(1 - i)));
    const takeOff = (i: number) => world.wheel.remove(removed[i]!);
    world.pass(12);
    expectSame(
      'told of two, of which the first removes the other',
      world.told.length,
      1,
      MEANWHILE,
    );

    const other = wheelOf();
    const put = [0, 1].map((i): DeadlineEntry => other.add(4, () => putOff(put[1 - i]!)));
    const putOff = (entry: DeadlineEntry) => {
      if (other.told.length > 1) return;
      other.wheel.remove(entry);
      entry.deadline += 100;
      other.wheel.add(entry);
    };
    other.pass(12);
    expectSame(
      'told of two, of which the first puts the other off',
      other.told.length,
      1,
      MEANWHILE,
    );
    other.pass(100);
    for (const entry of put) expectTold(other, entry, 'one of the two');
    expectSame('size, afterwards', other.wheel.size, 0, 'Both were told.');
  });

  test('one that has passed already, added by one that is told', () => {
    const world = wheelOf();
    const late = world.entryAt(world.clock.now() - 1_000);
    world.add(5_000); // An empty wheel begins anew.
    world.add(4, () => world.wheel.add(late));
    world.pass(4);
    world.pass(WIDTH_MS);
    expectSame(
      'told, one tick later',
      world.toldOf(late).length,
      1,
      'Whoever is told may add one that is over already. Every tick up to now is done by then: #doneTick moves on before anybody is told, or it waits for a whole turn.',
    );
  });

  test('a machine that has slept', () => {
    const world = wheelOf();
    const entries = [10, 500, 4_090, 9_000].map((inMs) => world.add(inMs));
    const later = world.add(40_000);
    world.clock.sleep(20_000);
    world.pass(20);
    for (const [i, entry] of entries.entries()) {
      expectSame(
        `number ${i + 1} of those that fell due in twenty seconds of sleep: told`,
        world.toldOf(entry).length,
        1,
        'Whoever fell due meanwhile is told when the timer fires, once: at most SLOTS ticks need to be looked at, for after a turn the slots come again.',
      );
    }
    expectSame('told of the one in forty seconds', world.toldOf(later).length, 0, 'It is not due.');
    world.pass(20_100, 4);
    expectSame('told of it twenty seconds later', world.toldOf(later).length, 1, NEVER_TOLD);
  });

  test('a machine that has slept for an hour looks at no slot twice', () => {
    const world = wheelOf();
    world.add(10);
    const later = world.entryAt(0);
    const deadline = world.clock.now() + 2 * 3_600_000;
    let looks = 0;
    Object.defineProperty(later, 'deadline', {
      get: () => {
        looks++;
        return deadline;
      },
    });
    world.wheel.add(later);
    world.clock.sleep(3_600_000);
    looks = 0;
    world.pass(16);
    check(
      looks <= 4,
      `one of a later turn was looked at ${looks} times`,
      'In an hour the wheel turns 878 times, and its slots are 1024 all the same: at most SLOTS ticks need to be looked at, for after a turn the slots come again.',
    );
  });

  test('a machine that has slept, to the tick', () => {
    // The timer fires late, in the middle of a tick: somebody is due in what is left of it.
    for (const into of [1, 2, 3]) {
      const world = wheelOf();
      const first = world.add(12);
      const second = world.add(8_000 + into + 0.5);
      world.clock.sleep(7_988 + into);
      world.pass(12);
      expectSame(
        'told of the one that fell due in the sleep',
        world.toldOf(first).length,
        1,
        SLEPT,
      );
      world.pass(WIDTH_MS);
      expectTold(world, second, 'one that is due in the tick in which the machine woke up');
    }
    // Whole turns later: the tick of now has the slot of one that fell due.
    const world = wheelOf();
    const entries = [world.add(12), world.add(16), world.add(8)];
    world.clock.sleep(3 * TURN_MS + 4);
    world.pass(8);
    for (const [i, entry] of entries.entries()) {
      expectSame(
        `number ${i + 1} of three, after three turns: told`,
        world.toldOf(entry).length,
        1,
        SLEPT,
      );
    }
  });

  test('somebody is added before the timer of a sleeping machine has fired', () => {
    const world = wheelOf();
    const entries = [world.add(12), world.add(200)];
    world.clock.sleep(1_000);
    const added = world.add(50);
    world.pass(60);
    for (const [i, entry] of entries.entries()) {
      expectSame(
        `number ${i + 1} of those that were there before: told`,
        world.toldOf(entry).length,
        1,
        'Ticks are done when they have been looked at, and not when they have passed: only on an empty wheel may #doneTick jump to now.',
      );
    }
    expectTold(world, added, 'the one that was added');
  });

  test('a timer is not set for each of them', () => {
    const world = wheelOf();
    world.add(100);
    const before = world.clock.timers;
    for (let i = 0; i < 1_000; i++) world.wheel.remove(world.add(i % 2 === 0 ? 100 : 200 + i));
    expectSame(
      'timers that were set, for a thousand that came and went after the first',
      world.clock.timers - before,
      0,
      'To set a timer for each call costs more than the call. Only one that is nearer than all others needs another timer.',
    );
  });

  test('it wakes for those who are due, and not for nothing', () => {
    const world = wheelOf();
    world.clock.sleep(3_600_000);
    const before = world.clock.timers;
    const entry = world.add(100);
    const later = world.add(100 + TURN_MS);
    world.pass(110);
    expectTold(world, entry, 'the nearer of two');
    expectSame('told of the other', world.toldOf(later).length, 0, 'It is due a turn later.');
    expectSame(
      'timers that were set so far: one for the first, one for what is left',
      world.clock.timers - before,
      2,
      'A timer is set for the nearest tick whose slot has somebody. If it is set for ticks that are long done, it fires at once and for nothing: an empty wheel begins with the tick of now, and after a turn every tick up to now is done.',
    );
  });

  test('ten thousand', () => {
    const world = wheelOf();
    let seed = 7;
    const random = () => {
      seed = (seed * 48_271) % 0x7fffffff;
      return seed / 0x7fffffff;
    };
    const entries: DeadlineEntry[] = [];
    for (let i = 0; i < 10_000; i++) entries.push(world.add(1_000 + 6_000 * random()));
    expectSame('size', world.wheel.size, 10_000, 'All of them are on the wheel.');
    expectSame(
      'timers that are set, for ten thousand deadlines',
      world.clock.fake.pending,
      1,
      'One timer, for the nearest of them: a new one takes the place of the old one.',
    );
    for (const [i, entry] of entries.entries()) if (i % 10 !== 0) world.wheel.remove(entry);
    expectSame('size, with nine of ten removed', world.wheel.size, 1_000, 'One of ten is left.');
    world.pass(7_010);
    for (const [i, entry] of entries.entries()) {
      if (i % 10 === 0) expectTold(world, entry, `number ${i} of ten thousand`);
    }
    expectSame('told in all', world.told.length, 1_000, 'Those that were removed are not told.');
  });

  test('adding and removing looks at the neighbours, and at no one else', () => {
    const world = wheelOf();
    let looks = 0;
    let most = 0;
    const entries = Array.from({ length: 500 }, () => {
      const entry = world.entryAt(world.clock.now() + 100);
      let { next } = entry;
      Object.defineProperty(entry, 'next', {
        get: () => {
          looks++;
          return next;
        },
        set: (value: DeadlineEntry | undefined) => {
          next = value;
        },
      });
      looks = 0;
      world.wheel.add(entry);
      most = Math.max(most, looks);
      return entry;
    });
    check(
      most <= 8,
      `one more was added to a slot with 499 in it: ${most} links were followed`,
      'The list has no order, so put it in front: who walks to the end makes ten thousand calls slower than a timer each.',
    );
    looks = 0;
    world.wheel.remove(entries[250]!);
    check(
      looks <= 8,
      `the one in the middle of 500 was removed: ${looks} links were followed`,
      'Who walks through the list to find it makes ten thousand calls slower than a timer each. It knows its neighbours: previous and next.',
    );
  });

  test('two wheels know nothing of each other', () => {
    const [one, other] = [wheelOf(), wheelOf()];
    const here = one.add(20);
    const there = other.add(20);
    one.pass(30);
    expectTold(one, here, 'the one whose clock went on');
    expectSame(
      'told of the wheel whose clock stands still',
      other.toldOf(there).length,
      0,
      'Each channel and each server has a wheel of its own: what belongs to it stands in the object, and not beside the class.',
    );
    other.pass(30);
    expectTold(other, there, 'the other one');
  });

  test('very far away', () => {
    const world = wheelOf();
    const entry = world.add(2 ** 31 + 5_000);
    check(
      world.clock.longest <= TURN_MS + WIDTH_MS,
      `a timer of ${world.clock.longest} ms was set`,
      'At most one turn ahead: a timer above 2³¹ − 1 ms fires at once.',
    );
    world.pass(3 * TURN_MS, TURN_MS);
    expectSame('told after three turns', world.toldOf(entry).length, 0, 'It is 24 days away.');
  });
});

// ---- cancellation

/** A signal that counts who listens to it, however they came and went. */
function countedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const there = new Map<unknown, boolean>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  let ever = 0;
  signal.addEventListener = (
    type: string,
    listener: never,
    options?: boolean | AddEventListenerOptions,
  ) => {
    const { once = false, signal: until } = typeof options === 'object' ? options : {};
    add(type, listener, options);
    if (type !== 'abort' || until?.aborted || there.has(listener)) return;
    ever++;
    there.set(listener, once);
    until?.addEventListener('abort', () => there.delete(listener));
  };
  signal.removeEventListener = (type: string, listener: never, options?: EventListenerOptions) => {
    remove(type, listener, options);
    if (type === 'abort') there.delete(listener);
  };
  add('abort', () => {
    for (const [listener, once] of there) if (once) there.delete(listener);
  });
  return {
    signal,
    abort: (reason?: unknown) => controller.abort(reason),
    /** Who listens now. */
    count: () => there.size + (signal.onabort ? 1 : 0),
    /** How many have ever listened. */
    ever: () => ever + (signal.onabort ? 1 : 0),
  };
}

const OVER = new GrpcError(Status.DEADLINE_EXCEEDED, 'the deadline passed on the server');

/** A call that a server answers, and for which others are made. */
function parentCall() {
  const counted = countedSignal();
  const call = { cancelled: false, signal: counted.signal };
  return {
    call,
    count: counted.count,
    ever: counted.ever,
    end(reason: GrpcError = OVER) {
      call.cancelled = true;
      counted.abort(reason);
    },
  };
}

const codeOf = (error: unknown) =>
  error instanceof GrpcError ? `${error.code} ${error.details}` : String(error);

const LEAKS =
  'What onAbort has given stops it. Both have to be stopped: that of the caller’s signal, and that of the parent’s.';
const ONE_FOR_ALL =
  'Node takes the eleventh listener of a signal for a leak, and warns. onAbort(signal, callback) has one listener for all who wait for that signal.';

/** Follows, and keeps what it was told. */
function follow(cancellers: Parameters<typeof followCancellation>[0]) {
  const told: unknown[] = [];
  let atThatMoment: () => void = () => {};
  const release = followCancellation(cancellers, (why) => {
    told.push(why);
    atThatMoment();
  });
  check(
    typeof release === 'function',
    `followCancellation returned ${typeof release}`,
    'It returns the release: a function, also if there is nobody to follow.',
  );
  return {
    told,
    release,
    onTold(then: () => void) {
      atThatMoment = then;
    },
  };
}

task(3, () => {
  test('the caller aborts', () => {
    const own = countedSignal();
    const { told } = follow({ signal: own.signal });
    expectSame('told, before anything has happened', told.length, 0, 'Nobody has cancelled yet.');
    const reason = new Error('seen enough');
    own.abort(reason);
    expectSame('told, when the signal aborts', told.length, 1, 'Listen to its event abort.');
    expectSame(
      'why',
      codeOf(told[0]),
      codeOf(abortedError(own.signal)),
      'abortedError(signal): CANCELLED, with the signal’s reason.',
    );
  });

  test('the parent is over', () => {
    for (const reason of [OVER, new GrpcError(Status.CANCELLED, 'the client went away')]) {
      const parent = parentCall();
      const { told } = follow({ parent: parent.call });
      parent.end(reason);
      expectSame('told, when the parent is over', told.length, 1, 'Listen to parent.signal, too.');
      expectSame(
        'why',
        codeOf(told[0]),
        codeOf(endedWithParent(parent.call)),
        'endedWithParent(parent): a child whose parent ran out of time has run out of time.',
      );
    }
  });

  test('both, and it is told once', () => {
    for (const order of ['the signal first', 'the parent first'] as const) {
      const [own, parent] = [countedSignal(), parentCall()];
      const { told } = follow({ signal: own.signal, parent: parent.call });
      if (order === 'the signal first') own.abort();
      parent.end();
      own.abort();
      expectSame(
        `told, ${order}, and then the other`,
        told.length,
        1,
        'A call ends once. Whoever comes first ends it, and then nobody listens to the other any more.',
      );
      const expected = order === 'the signal first' ? Status.CANCELLED : Status.DEADLINE_EXCEEDED;
      expectSame(
        `the code, ${order}`,
        (told[0] as GrpcError).code,
        expected,
        'What is told is the reason of the one that came first.',
      );
    }
  });

  test('the same signal twice', () => {
    const parent = parentCall();
    const { told } = follow({ signal: parent.call.signal, parent: parent.call });
    parent.end();
    expectSame('told', told.length, 1, 'Some hand on call.signal as well as the call.');
    expectSame('listeners, afterwards', parent.count(), 0, LEAKS);
  });

  test('nobody listens once it has told', () => {
    for (const who of ['the signal', 'the parent'] as const) {
      const [own, parent] = [countedSignal(), parentCall()];
      const { onTold } = follow({ signal: own.signal, parent: parent.call });
      let during = -1;
      onTold(() => {
        during = own.count() + parent.count();
      });
      if (who === 'the signal') own.abort();
      else parent.end();
      expectSame(
        `listeners at the parent after ${who} came`,
        parent.count(),
        0,
        'Whoever comes first, both have to go: what is told once is over, and the other one is still waiting.',
      );
      expectSame(`listeners at the caller’s signal after ${who} came`, own.count(), 0, LEAKS);
      expectSame(
        `listeners while ${who} is being told of`,
        during,
        0,
        'Release first, then tell: cancel may throw, or make another call.',
      );
    }
  });

  test('released: nobody listens, and nothing is told', () => {
    const [own, parent] = [countedSignal(), parentCall()];
    const { told, release } = follow({ signal: own.signal, parent: parent.call });
    release();
    expectSame('listeners at the caller’s signal, after the release', own.count(), 0, LEAKS);
    expectSame('listeners at the parent, after the release', parent.count(), 0, LEAKS);
    own.abort();
    parent.end();
    expectSame(
      'told, after the release',
      told.length,
      0,
      'The call is over; nobody wants to know.',
    );
    release();
    expectSame('told, after a second release', told.length, 0, 'A second release does nothing.');
  });

  test('twelve calls at once for one parent', () => {
    for (const who of ['the parent', 'the signal'] as const) {
      const [own, parent] = [countedSignal(), parentCall()];
      const cancellers = who === 'the parent' ? { parent: parent.call } : { signal: own.signal };
      const count = () => own.count() + parent.count();
      const calls = Array.from({ length: 12 }, () => follow(cancellers));
      expectSame(`listeners of ${who}, which twelve calls follow`, count(), 1, ONE_FOR_ALL);
      for (const { release } of calls.slice(0, 9)) release();
      expectSame(
        'listeners, with nine of twelve released',
        count(),
        1,
        'Three calls still want to know. Each release stops its own, and nobody else’s.',
      );
      if (who === 'the parent') parent.end();
      else own.abort();
      const told = calls.map((call) => call.told.length).join(' ');
      expectSame(
        'how often each of the twelve was told',
        told,
        '0 0 0 0 0 0 0 0 0 1 1 1',
        'Those that still run, and each once.',
      );
      expectSame('listeners, afterwards', count(), 0, LEAKS);
    }
  });

  test('the last one takes the listener away', () => {
    const parent = parentCall();
    const calls = Array.from({ length: 3 }, () => follow({ parent: parent.call }));
    for (const { release } of calls) release();
    expectSame(
      'listeners, with three of three released',
      parent.count(),
      0,
      'A parent may live for hours. What listens to it lives as long.',
    );
    const { told } = follow({ parent: parent.call });
    parent.end();
    expectSame('told, of one that came after them', told.length, 1, 'It follows like the first.');
  });

  test('over before it has begun', () => {
    for (const who of ['the signal', 'the parent'] as const) {
      const [own, parent] = [countedSignal(), parentCall()];
      if (who === 'the signal') own.abort(new Error('seen enough'));
      else parent.end();
      let told = 0;
      let thrown: unknown;
      try {
        followCancellation({ signal: own.signal, parent: parent.call }, () => told++);
      } catch (error) {
        throwGap(error);
        thrown = error;
      }
      const expected =
        who === 'the signal' ? abortedError(own.signal) : endedWithParent(parent.call);
      check(
        thrown !== undefined,
        `${who} had cancelled before: nothing was thrown`,
        'A signal that has aborted fires no more: whoever only listens waits for ever. Ask first (aborted, cancelled), and throw.',
      );
      expectSame(`thrown, as ${who} had cancelled before`, codeOf(thrown), codeOf(expected));
      expectSame('told as well', told, 0, 'It was thrown; cancel is for what comes later.');
      expectSame(
        'listeners that have ever been there',
        own.ever() + parent.ever(),
        0,
        'Ask both before you listen to either: what is thrown in between leaves a listener behind.',
      );
    }
  });

  test('nobody to follow', () => {
    const { told, release } = follow({});
    release();
    expectSame('told', told.length, 0, 'Nobody can cancel it.');
    const { told: toldToo } = follow({ signal: undefined, parent: undefined });
    expectSame('told', toldToo.length, 0, 'Nobody can cancel it.');
  });

  test('a client of grpc-js leaves, and a server of grpc-js is told', async () => {
    await withHangingStranger(async (ask, stranger) => {
      let left = -1;
      let inner: unknown;
      const { code } = await callFromStranger({
        leaveWhen: stranger.came,
        async handle(call) {
          const asked = ask(call).catch((error) => {
            inner = error;
          });
          await asked;
          left = listeners(call.signal);
        },
      });
      expectSame('the outer call', code, Status.CANCELLED, 'Its client has left.');
      await stranger.cancelled;
      throwGap(inner);
      expectSame(
        'the inner call',
        (inner as GrpcError)?.code,
        Status.CANCELLED,
        'The client has left, so its handler’s call is cancelled.',
      );
      expectSame('listeners at the parent, afterwards', left, 0, LEAKS);
    });
  });
});

// ---- work

/** A call whose handler works. */
function workCall() {
  const parent = parentCall();
  return { call: parent.call, count: parent.count, cancel: () => parent.end(OVER) };
}

const REASON = 'What is thrown is signal.reason: it says why nobody waits.';
const STILL_LISTENS =
  'A listener that stays on the signal stays as long as the call: take it away in finally, whatever has come first.';

/** Rejected with the reason, and nothing else. */
function expectStopped(what: string, watched: Watched<unknown>): void {
  check(
    watched.state === 'rejected',
    `${what}: ${watched.state === 'pending' ? 'it still waits' : 'it went well'}`,
    'Nobody waits any more, so nobody has anything to wait for: rejected, at once.',
  );
  check(watched.error === OVER, `${what}: rejected with ${codeOf(watched.error)}`, REASON);
}

task(4, () => {
  test('work that is done in time', async () => {
    for (const [what, work] of [
      ['a value', () => 42],
      ['a promise', async () => 42],
    ] as const) {
      const { call, count } = workCall();
      const watched = watch(untilCancelled(call, work));
      await settled(watched);
      check(
        watched.state !== 'pending',
        `${what} is there, and the promise of it is not settled`,
        'Whichever comes first settles it: the work or the end of the call.',
      );
      expectSame(`what ${what} gives`, watched.value, 42, 'What the work gives is the result.');
      expectSame(`listeners, after ${what}`, count(), 0, STILL_LISTENS);
    }
  });

  test('work that fails', async () => {
    const boom = new Error('the database is gone');
    for (const [what, work] of [
      ['it throws', () => throwIt(boom)],
      ['its promise is rejected', () => Promise.reject(boom)],
    ] as const) {
      const { call, count } = workCall();
      let promise: Promise<unknown>;
      try {
        promise = untilCancelled(call, work);
      } catch (error) {
        throwGap(error);
        fail(
          `${what}: thrown, and no promise returned`,
          'An async function always gives a promise.',
        );
      }
      const watched = watch(promise);
      await settled(watched);
      check(
        watched.state === 'rejected' && watched.error === boom,
        `${what}: ${watched.state === 'pending' ? 'it still waits' : `${watched.state}, with ${codeOf(watched.error ?? watched.value)}`}`,
        'Work may fail, and then its error is the answer: who listens to then has to listen to catch as well.',
      );
      expectSame(`listeners, after ${what}`, count(), 0, STILL_LISTENS);
    }
  });

  test('nobody waits any more, and the work goes on', async () => {
    const { call, count, cancel } = workCall();
    const watched = watch(untilCancelled(call, () => new Promise(() => {})));
    await settled(watched);
    expectSame('while somebody waits, it', watched.state, 'pending', 'The work is not done.');
    check(
      count() > 0,
      'nobody listens to the signal',
      'It has to hear when nobody waits any more.',
    );
    cancel();
    await settled(watched);
    expectStopped('work that never ends, and its caller has left', watched);
    expectSame('listeners, afterwards', count(), 0, STILL_LISTENS);
  });

  test('the caller leaves in the moment in which the work begins', async () => {
    const { call, count, cancel } = workCall();
    const watched = watch(
      untilCancelled(call, () => {
        cancel();
        return new Promise(() => {});
      }),
    );
    await settled(watched);
    check(
      watched.state === 'rejected',
      `it is ${watched.state}`,
      'Listen before the work is begun: a signal that has aborted fires no more.',
    );
    expectSame('listeners, afterwards', count(), 0, STILL_LISTENS);
  });

  test('two calls at once', async () => {
    const [one, other] = [workCall(), workCall()];
    let finish = (_value: string) => {};
    const work = new Promise<string>((resolve) => {
      finish = resolve;
    });
    const stopped = watch(untilCancelled(one.call, () => work));
    const going = watch(untilCancelled(other.call, () => work));
    one.cancel();
    await settled(stopped, going);
    expectStopped('the one whose caller left', stopped);
    expectSame('the other one', going.state, 'pending', 'Each call has a signal of its own.');
    finish('done');
    await settled(going);
    expectSame('what the other one gives', going.value, 'done', 'Its caller waits still.');
  });

  test('twelve pieces of work at once, for one call', async () => {
    const { call, count, cancel } = workCall();
    const works = Array.from({ length: 12 }, () =>
      watch(untilCancelled(call, () => new Promise(() => {}))),
    );
    await settled(...works);
    expectSame('listeners of the call, with twelve pieces of work', count(), 1, ONE_FOR_ALL);
    cancel();
    await settled(...works);
    for (const work of works) expectStopped('one of twelve pieces of work', work);
    expectSame('listeners, afterwards', count(), 0, STILL_LISTENS);
  });

  test('what the work gets', async () => {
    const { call } = workCall();
    let seen: unknown;
    await untilCancelled(call, (signal) => {
      seen = signal;
    });
    check(seen === call.signal, 'the work did not get call.signal', 'work(signal): it may listen.');
  });

  test('the work stops by itself, because it listens', async () => {
    const { call, count, cancel } = workCall();
    const watched = watch(
      untilCancelled(
        call,
        (signal) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(new Error('interrupted')), {
              once: true,
            });
          }),
      ),
    );
    cancel();
    await settled(watched);
    check(watched.state === 'rejected', `it is ${watched.state}`, 'Nobody waits any more.');
    expectSame('listeners, afterwards', count(), 0, STILL_LISTENS);
  });

  test('nobody has waited from the beginning', async () => {
    const { call, count, cancel } = workCall();
    cancel();
    let begun = 0;
    let promise: Promise<unknown>;
    try {
      promise = untilCancelled(call, () => ++begun);
    } catch (error) {
      throwGap(error);
      fail('thrown, and no promise returned', 'An async function always gives a promise.');
    }
    const watched = watch(promise);
    await settled(watched);
    expectSame('how often the work was begun', begun, 0, 'Nothing is begun for nobody: ask first.');
    expectStopped('the caller had left before', watched);
    expectSame('listeners, afterwards', count(), 0, STILL_LISTENS);
  });

  test('it is over, and the caller leaves later', async () => {
    const { call, cancel } = workCall();
    const watched = watch(untilCancelled(call, async () => 'done'));
    await settled(watched);
    cancel();
    await settled(watched);
    expectSame('the result', watched.value, 'done', 'What is done is done.');
  });

  test('a list, with a breath before each item', async () => {
    const { call } = workCall();
    const log: string[] = [];
    /** Some turns later; an item takes longer than a breath. */
    const later = async (turns: number, what: string) => {
      for (let turn = 0; turn < turns; turn++) await undefined;
      log.push(what);
    };
    await inSteps(
      call,
      ['a', 'b', 'c'],
      (item) => later(9, item),
      () => later(3, 'breath'),
    );
    expectSame(
      'what happened',
      log,
      ['breath', 'a', 'breath', 'b', 'breath', 'c'],
      'One after the other, each awaited, and a breath before each of them.',
    );
  });

  test('a breath takes its time', async () => {
    const { call } = workCall();
    const done: number[] = [];
    let breathed = () => {};
    const watched = watch(
      inSteps(
        call,
        [1, 2],
        (item) => done.push(item),
        () =>
          new Promise<void>((resolve) => {
            breathed = resolve;
          }),
      ),
    );
    await settled(watched);
    expectSame(
      'what was done before the first breath was over',
      done,
      [],
      'Await the breath: who goes on at once has not let the process do anything else.',
    );
    breathed();
    await settled(watched);
    expectSame('what was done after the first breath', done, [1], 'A breath before each of them.');
    breathed();
    await settled(watched);
    expectSame('what was done after the second', done, [1, 2], 'A breath before each of them.');
    expectSame('the work is', watched.state, 'resolved', 'There is nothing left to do.');
  });

  test('the caller leaves while it takes a breath', async () => {
    const { call, cancel } = workCall();
    const done: number[] = [];
    let breaths = 0;
    const watched = watch(
      inSteps(
        call,
        [1, 2, 3, 4],
        (item) => done.push(item),
        () => {
          if (++breaths === 3) cancel();
        },
      ),
    );
    await settled(watched);
    expectSame(
      'what was done',
      done,
      [1, 2],
      'The breath is when one hears of it. Ask after the breath, and not before it, or the next item is done for nobody.',
    );
    expectStopped('the caller left in the third breath', watched);
  });

  test('the caller leaves while an item is in work', async () => {
    const { call, cancel } = workCall();
    const done: number[] = [];
    const watched = watch(
      inSteps(
        call,
        [1, 2, 3],
        (item) => {
          done.push(item);
          if (item === 2) cancel();
        },
        () => {},
      ),
    );
    await settled(watched);
    expectSame('what was done', done, [1, 2], 'Ask before every item, and not only once.');
    expectStopped('the caller left during the second item', watched);
  });

  test('nobody has waited from the beginning: not even the first', async () => {
    const { call, cancel } = workCall();
    cancel();
    const done: number[] = [];
    const watched = watch(
      inSteps(
        call,
        [1, 2],
        (item) => done.push(item),
        () => {},
      ),
    );
    await settled(watched);
    expectSame('what was done', done, [], 'Before every item, also the first.');
    expectStopped('the caller had left before', watched);
  });

  test('the source is closed, and not collected', async () => {
    const { call, cancel } = workCall();
    let [made, closed] = [0, 0];
    function* numbers() {
      try {
        while (made < 1_000) yield made++;
      } finally {
        closed++;
      }
    }
    const watched = watch(
      inSteps(
        call,
        numbers(),
        (item) => {
          if (item === 4) cancel();
        },
        () => {},
      ),
    );
    await settled(watched);
    check(
      made <= 6,
      `${made} items were made, and five were needed`,
      'The list may be long, or have no end: take one item after the other, and do not collect them.',
    );
    expectSame('how often the source was closed', closed, 1, 'for … of closes what it leaves.');
  });

  test('an item is what the list has', async () => {
    const { call } = workCall();
    const items = [Promise.resolve(1), Promise.resolve(2)];
    const got: unknown[] = [];
    await inSteps(
      call,
      items,
      (item) => {
        got.push(item);
      },
      () => {},
    );
    check(
      got.length === 2 && got.every((item, i) => item === items[i]),
      'a list of promises: the work did not get the promises',
      'for (const item of items): await belongs to the work, and not to the list. for await takes the items apart before the work sees them.',
    );
  });

  test('an item fails', async () => {
    const boom = new Error('no such item');
    const { call } = workCall();
    const done: number[] = [];
    const watched = watch(
      inSteps(
        call,
        [1, 2, 3],
        async (item) => {
          done.push(item);
          if (item === 2) throw boom;
        },
        () => {},
      ),
    );
    await settled(watched);
    check(
      watched.state === 'rejected' && watched.error === boom,
      `it is ${watched.state}`,
      'Await each item: its error ends the work.',
    );
    expectSame('what was done', done, [1, 2], 'Await each item: after one that fails comes none.');
  });

  test('a client of grpc-js leaves, and a handler stops', async () => {
    const done: number[] = [];
    let stopped: unknown;
    let reached = () => {};
    const third = new Promise<void>((resolve) => {
      reached = resolve;
    });
    let count = -1;
    await callFromStranger({
      leaveWhen: third,
      async handle(call) {
        try {
          await inSteps(
            call,
            [1, 2, 3, 4],
            (item) => {
              done.push(item);
              return item === 3 ? untilCancelled(call, waitForEver(reached)) : undefined;
            },
            () => {},
          );
        } catch (error) {
          stopped = error;
          count = listeners(call.signal);
          throw error;
        }
      },
    });
    throwGap(stopped);
    expectSame('what was done', done, [1, 2, 3], 'The client left during the third.');
    expectSame('why it stopped', (stopped as GrpcError)?.code, Status.CANCELLED, REASON);
    expectSame('listeners, afterwards', count, 0, STILL_LISTENS);
  });
});

function throwIt(error: Error): never {
  throw error;
}

const waitForEver = (begun: () => void) => () => {
  begun();
  return new Promise(() => {});
};
