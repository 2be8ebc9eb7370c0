import { test } from 'vitest';
import { check } from '#course/kit/compare/finding';
import { throwGap } from '#course/kit/compare/gap';
import { expectSame } from '#course/kit/compare/same';
import { Random } from '#course/kit/random';
import { openStream } from '#course/kit/stream';
import { task } from '#course/kit/task';
import { settle, settled, type Watched, watch } from '#course/kit/watch';
import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import { HealthCheckResponse_ServingStatus as ServingStatus } from '#protobuf/generated/grpc/health/v1/health';
import { GracefulEnd } from '#services/graceful-end';
import {
  MAX_LISTED_SERVICES,
  PROBE_CHECK_MS,
  PROBE_CONNECT_MS,
  SAME_SIGNAL_MS,
} from '#services/limits';
import { type ProbeConnection, ProbeExit, probe, TooLate, within } from '#services/probe';
import { StatusBoard } from '#services/status-board';
import { FakeClock } from '#time/fake-clock';
import { endOfAStranger, probedStranger, watchedByStranger } from './29-health.node.ts';
import { countedSignal } from './counted-signal.ts';
import { unhandledIn } from './unhandled.ts';

/*
 * Statuses, the order of an end and the limits of a probe need no network: time is moved by hand,
 * and what a server would do is written down. The last tests of tasks 2, 3 and 4 have grpc-js at the
 * other end.
 */

const { UNKNOWN, SERVING, NOT_SERVING, SERVICE_UNKNOWN } = ServingStatus;

function nameOf(status: unknown): string {
  const entry = Object.entries(ServingStatus).find(([, value]) => value === status);
  return entry?.[0] ?? String(status);
}

/** What was thrown; a gap goes through. */
function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    throwGap(error);
    return error;
  }
  return undefined;
}

// ---- task 1

/** What check says: a status, or the code of the error. */
function checked(board: StatusBoard, service: string): string {
  let status: unknown;
  const error = thrownBy(() => {
    status = board.check(service);
  });
  if (error === undefined) return nameOf(status);
  check(
    error instanceof GrpcError,
    `check(${JSON.stringify(service)}) threw something that is not a GrpcError`,
    'A handler that throws anything else answers UNKNOWN. refusal(Status.NOT_FOUND, …) makes one.',
  );
  return error.code === Status.NOT_FOUND ? 'NOT_FOUND' : `code ${error.code}`;
}

const NOBODY = 'Nobody has set this service: NOT_FOUND (health-checking.md).';
const IS_SET = 'It is what was set last.';
const FALSY =
  'UNKNOWN is 0, and a service may have it. Ask whether the service is there (undefined), and not whether its status is true.';
const UNTOUCHED_BY_WRONG = 'What is refused changes nothing: ask first, and then set.';
const STAYS_DOWN = 'After shutdown nothing changes any more.';

task(1, () => {
  test('check: the server as a whole, a service, one that nobody has set', () => {
    const board = new StatusBoard();
    expectSame(
      'check("") at first',
      checked(board, ''),
      'SERVING',
      'The empty name is the server.',
    );
    for (const name of ['a.B', 'constructor', '__proto__', ' ']) {
      expectSame(`check(${JSON.stringify(name)})`, checked(board, name), 'NOT_FOUND', NOBODY);
    }
    for (const status of [SERVING, NOT_SERVING, UNKNOWN, SERVING] as const) {
      board.set('a.B', status);
      const cause = status === UNKNOWN ? FALSY : IS_SET;
      expectSame(
        `check("a.B"), set to ${nameOf(status)}`,
        checked(board, 'a.B'),
        nameOf(status),
        cause,
      );
    }
    board.set('', NOT_SERVING);
    expectSame('check("") after set("", NOT_SERVING)', checked(board, ''), 'NOT_SERVING', IS_SET);
    expectSame(
      'check("a.B") then',
      checked(board, 'a.B'),
      'SERVING',
      'Each service has its own status.',
    );
    for (const name of ['a.b', 'a.B ', 'a']) {
      expectSame(
        `check(${JSON.stringify(name)})`,
        checked(board, name),
        'NOT_FOUND',
        'A name is compared exactly.',
      );
    }
  });

  test('a service that is forgotten, and the text of NOT_FOUND', () => {
    const board = new StatusBoard();
    board.set('a.B', SERVING);
    board.set('c.D', SERVING);
    board.delete('a.B');
    expectSame(
      'check("a.B") after delete("a.B")',
      checked(board, 'a.B'),
      'NOT_FOUND',
      'It is unknown again.',
    );
    expectSame('check("c.D") then', checked(board, 'c.D'), 'SERVING', 'Only one was forgotten.');
    board.delete('nobody');
    board.delete('');
    expectSame(
      'check("") after delete("")',
      checked(board, ''),
      'NOT_FOUND',
      'The empty name is an entry like the others, and can be forgotten, too.',
    );
    board.set('', SERVING);
    expectSame('check(""), set again', checked(board, ''), 'SERVING', IS_SET);
    board.set('a.B', NOT_SERVING);
    expectSame('check("a.B"), set again', checked(board, 'a.B'), 'NOT_SERVING', IS_SET);
    const error = thrownBy(() => board.check(`x.${'y'.repeat(100_000)}`)) as GrpcError;
    check(
      error instanceof GrpcError && error.details.length < 1_000,
      `the text for a name of 100,002 characters has ${error?.details?.length}`,
      'The name is the caller’s, and comes back in a header: excerpt(service) cuts it off.',
    );
    const named = thrownBy(() => board.check('tea.Pot')) as GrpcError;
    check(
      named instanceof GrpcError && named.details.includes('tea.Pot'),
      `the text of NOT_FOUND says ${JSON.stringify(named?.details)}, and not which service`,
      'Whoever reads it wants to know which name was wrong.',
    );
  });

  test('what a service cannot have is refused', () => {
    for (const closed of [false, true]) {
      const board = new StatusBoard();
      board.set('a.B', SERVING);
      if (closed) board.shutdown();
      const before = checked(board, 'a.B');
      for (const wrong of [
        SERVICE_UNKNOWN,
        4,
        -1,
        1.5,
        Number.NaN,
        '1',
        'SERVING',
        null,
        undefined,
      ]) {
        for (const name of ['a.B', 'new']) {
          const error = thrownBy(() => board.set(name, wrong as never));
          const cause = closed
            ? 'A wrong status is a mistake in a program, before and after shutdown: ask that first.'
            : wrong === SERVICE_UNKNOWN
              ? 'SERVICE_UNKNOWN is what Watch says of a service that nobody has set; delete makes one of it. STATUSES has what may be set.'
              : 'STATUSES has what may be set. Everything else is a RangeError.';
          check(
            error instanceof RangeError,
            `set("${name}", ${JSON.stringify(wrong) ?? 'undefined'}) ${error === undefined ? 'threw nothing' : 'threw something else than a RangeError'}`,
            cause,
          );
        }
      }
      expectSame('check("a.B") then', checked(board, 'a.B'), before, UNTOUCHED_BY_WRONG);
      expectSame('check("new") then', checked(board, 'new'), 'NOT_FOUND', UNTOUCHED_BY_WRONG);
    }
  });

  test('list: all of them, and no more than so many', () => {
    const board = new StatusBoard();
    board.set('x.Y', NOT_SERVING);
    board.set('c.D', UNKNOWN);
    board.set('x.Y', SERVING);
    const listed = board.list();
    check(
      listed instanceof Map,
      'list() gave something that is not a Map',
      'A Map of names and statuses.',
    );
    expectSame(
      'list()',
      [...listed].map(([name, status]) => `${JSON.stringify(name)} ${nameOf(status)}`),
      ['"" SERVING', '"x.Y" SERVING', '"c.D" UNKNOWN'],
      'Every service, the empty name too, in the order in which they came first.',
    );
    board.set('x.Y', NOT_SERVING);
    board.set('e.F', SERVING);
    expectSame('size of the map that was given before', listed.size, 3, OWN_MAP);
    expectSame('"x.Y" in it', nameOf(listed.get('x.Y')), 'SERVING', OWN_MAP);
    listed.clear();
    expectSame(
      'check("x.Y") after the caller has cleared the map',
      checked(board, 'x.Y'),
      'NOT_SERVING',
      OWN_MAP,
    );
    for (let i = board.list().size; i < MAX_LISTED_SERVICES; i++) board.set(`s${i}`, SERVING);
    const atTheLimit = thrownBy(() => board.list());
    check(
      atTheLimit === undefined,
      `list() throws with exactly ${MAX_LISTED_SERVICES} services`,
      'Exactly so many may be listed.',
    );
    expectSame(
      `list().size, with ${MAX_LISTED_SERVICES} services`,
      board.list().size,
      MAX_LISTED_SERVICES,
      'Exactly so many may be listed.',
    );
    board.set('one.more', SERVING);
    const error = thrownBy(() => board.list());
    expectSame(
      `what list() does with ${MAX_LISTED_SERVICES + 1}`,
      error instanceof GrpcError
        ? error.code
        : error === undefined
          ? 'lists them'
          : 'throws something else',
      Status.RESOURCE_EXHAUSTED,
      'gRPC A90: a server that has more than it wants to list says RESOURCE_EXHAUSTED, and not a part of them.',
    );
    board.delete('one.more');
    expectSame(
      'list().size after one is deleted',
      board.list().size,
      MAX_LISTED_SERVICES,
      'It counts what is there now.',
    );
  });

  test('shutdown: nothing serves any more, for good', () => {
    const board = new StatusBoard();
    board.set('a.B', SERVING);
    board.set('c.D', UNKNOWN);
    board.shutdown();
    for (const name of ['', 'a.B', 'c.D']) {
      expectSame(
        `check("${name}") after shutdown`,
        checked(board, name),
        'NOT_SERVING',
        'Every service that is known, the empty name too, whatever it was.',
      );
    }
    expectSame('check("nobody") after shutdown', checked(board, 'nobody'), 'NOT_FOUND', NOBODY);
    board.set('a.B', SERVING);
    board.set('new', SERVING);
    board.delete('c.D');
    expectSame(
      'check("a.B") after set("a.B", SERVING)',
      checked(board, 'a.B'),
      'NOT_SERVING',
      STAYS_DOWN,
    );
    expectSame(
      'check("new") after set("new", SERVING)',
      checked(board, 'new'),
      'NOT_FOUND',
      STAYS_DOWN,
    );
    expectSame(
      'check("c.D") after delete("c.D")',
      checked(board, 'c.D'),
      'NOT_SERVING',
      STAYS_DOWN,
    );
    board.shutdown();
    expectSame('list().size', board.list().size, 3, 'list answers also then.');
    const other = new StatusBoard();
    expectSame(
      'check("") on another board',
      checked(other, ''),
      'SERVING',
      'Each board has its own statuses.',
    );
    expectSame(
      'check("a.B") on another board',
      checked(other, 'a.B'),
      'NOT_FOUND',
      'Each board has its own statuses.',
    );
  });
});

const OWN_MAP =
  'The map belongs to the caller. If it is the board’s own, the caller changes what is true, or sees it change while reading.';

// ---- task 2

const NOT_A_STREAM = 'watch is an async generator: async *watch(…), with yield.';
const NOTHING = 'nothing yet';
const THE_END = 'the end';

/** A watch that is read one step at a time. */
function open(board: StatusBoard, service = 'a.B', stops: readonly AbortSignal[] = []) {
  const iterator = openStream(board.watch(service, Object.freeze([...stops])), NOT_A_STREAM);
  let asked: Watched<IteratorResult<unknown>> | undefined;
  return {
    get isAsking() {
      return asked !== undefined;
    },
    ask() {
      asked ??= watch(iterator.next());
    },
    /** What it tells if it is asked now, or was asked before. */
    async told(): Promise<string> {
      asked ??= watch(iterator.next());
      await settled(asked);
      const { state, value, error } = asked;
      if (state === 'pending') return NOTHING;
      asked = undefined;
      check(
        !(error instanceof GrpcError && error.code === Status.NOT_FOUND),
        'watch threw NOT_FOUND',
        UNKNOWN_IS_TOLD,
      );
      if (state === 'rejected') throw error;
      return value?.done ? THE_END : nameOf(value?.value);
    },
    leave: () => iterator.return?.(),
    fail: (error: unknown) => iterator.throw?.(error),
  };
}

const NOW_FIRST = 'The first thing that a watch tells is the status now (health-checking.md).';
const UNKNOWN_IS_TOLD =
  'Watch does not fail for a service that nobody has set: it says SERVICE_UNKNOWN, and goes on. The service may come later.';
const EACH_ONCE = 'Each change once: told is what was told last, and only what differs is new.';
const CHANGE =
  'The status has changed, and the watch does not tell it. #notify() wakes it, in set, delete and shutdown; then it looks at the board, and compares that with what it told last.';
const NOW = 'A watch tells what the board says of its service now: this.#statuses, at that name.';
const ZERO =
  'UNKNOWN (0) is one thing, SERVICE_UNKNOWN (3) another. Ask whether the service is there (undefined), and not whether its status is true.';
const LATEST =
  'A slow reader gets the latest, and not each one: nobody keeps a list. Look at the board again when you are asked.';
const LOST =
  'The status changed while the reader was busy, and the watch did not see it. Make the promise of the next change before you look at the board.';
const BACK = 'It has changed and changed back: what the reader knows is still true.';
const ENDS_WITH_BOARD = 'After shutdown has been told, the watch ends: its client goes elsewhere.';
const LAST_WORD =
  'First the latest status, and then the end: the last word is what the reader needs most.';
const STOPPED = 'A signal of stops has aborted, and one of them is enough: the watch ends.';
const TOO_SOON =
  'No signal of stops has aborted, and the board is not shut down: the watch goes on.';
const LEFT_BEHIND =
  'The watch is over, and something of it is still there. finally runs however a generator ends: take away there what you have put up.';

/** Compares what a watch tells; the cause is what the difference shows. */
function expectTold(what: string, received: string, expected: string, cause: string): void {
  const isStatus = (told: string) => told !== NOTHING && told !== THE_END;
  if (expected === 'UNKNOWN' && received === 'SERVICE_UNKNOWN') cause = ZERO;
  else if (received === THE_END && cause === EACH_ONCE && expected === NOTHING) cause = TOO_SOON;
  else if (received === NOTHING && cause === LATEST) cause = LOST;
  else if (cause === CHANGE && isStatus(received) && isStatus(expected)) cause = NOW;
  expectSame(what, received, expected, cause);
}

task(2, () => {
  test('the status now, and then each change once', async () => {
    const board = new StatusBoard();
    board.set('a.B', SERVING);
    const reader = open(board);
    expectTold('the first', await reader.told(), 'SERVING', NOW_FIRST);
    expectTold('and before anything changes', await reader.told(), NOTHING, EACH_ONCE);
    for (const status of [NOT_SERVING, SERVING, UNKNOWN, SERVING] as const) {
      board.set('a.B', status);
      expectTold(
        `after set("a.B", ${nameOf(status)})`,
        await reader.told(),
        nameOf(status),
        CHANGE,
      );
      expectTold('and once more', await reader.told(), NOTHING, EACH_ONCE);
    }
    board.set('a.B', SERVING);
    expectTold('after the same has been set again', await reader.told(), NOTHING, EACH_ONCE);
    board.set('other', NOT_SERVING);
    board.set('', NOT_SERVING);
    expectTold(
      'after others have changed',
      await reader.told(),
      NOTHING,
      'It watches one service.',
    );
    board.set('a.B', NOT_SERVING);
    expectTold('after set("a.B", NOT_SERVING)', await reader.told(), 'NOT_SERVING', CHANGE);
    const whole = open(board, '');
    expectTold('the first, for the empty name', await whole.told(), 'NOT_SERVING', NOW_FIRST);
    await leaveBoth(reader, whole);
  });

  test('a service that comes and goes', async () => {
    const board = new StatusBoard();
    const reader = open(board);
    expectTold(
      'of a service that nobody has set',
      await reader.told(),
      'SERVICE_UNKNOWN',
      UNKNOWN_IS_TOLD,
    );
    expectTold('and then', await reader.told(), NOTHING, UNKNOWN_IS_TOLD);
    board.set('a.B', UNKNOWN);
    expectTold('once it is UNKNOWN', await reader.told(), 'UNKNOWN', CHANGE);
    expectTold('and then', await reader.told(), NOTHING, EACH_ONCE);
    board.set('a.B', SERVING);
    expectTold('once it serves', await reader.told(), 'SERVING', CHANGE);
    reader.ask();
    await settle();
    board.delete('a.B');
    expectTold('after delete("a.B")', await reader.told(), 'SERVICE_UNKNOWN', CHANGE);
    board.delete('a.B');
    expectTold('after it is deleted again', await reader.told(), NOTHING, EACH_ONCE);
    await leaveBoth(reader);
  });

  test('a reader who comes late gets the latest', async () => {
    const board = new StatusBoard();
    board.set('a.B', SERVING);
    const reader = open(board);
    await reader.told();
    for (const status of [NOT_SERVING, SERVING, UNKNOWN, NOT_SERVING] as const) {
      board.set('a.B', status);
      await settle();
    }
    expectTold('after four changes', await reader.told(), 'NOT_SERVING', LATEST);
    expectTold('and once more', await reader.told(), NOTHING, LATEST);
    board.set('a.B', SERVING);
    expectTold('after one more', await reader.told(), 'SERVING', CHANGE);
    board.set('a.B', NOT_SERVING);
    board.set('a.B', SERVING);
    expectTold('after there and back, unread', await reader.told(), NOTHING, BACK);
    // The watch waits, and two changes come in one turn.
    board.set('a.B', UNKNOWN);
    board.set('a.B', NOT_SERVING);
    expectTold('after two in one turn', await reader.told(), 'NOT_SERVING', LATEST);
    expectTold('and once more', await reader.told(), NOTHING, EACH_ONCE);
    board.set('a.B', SERVING);
    board.set('a.B', NOT_SERVING);
    expectTold('after there and back, in one turn', await reader.told(), NOTHING, BACK);
    await leaveBoth(reader);
  });

  test('nothing is lost between two looks', async () => {
    const board = new StatusBoard();
    board.set('a.B', SERVING);
    const reader = open(board);
    await reader.told();
    // While the reader is busy.
    board.set('a.B', NOT_SERVING);
    expectTold('what changed before the reader asked', await reader.told(), 'NOT_SERVING', LOST);
    // In the turn in which the reader asks.
    reader.ask();
    board.set('a.B', SERVING);
    expectTold('what changed as the reader asked', await reader.told(), 'SERVING', LOST);
    for (let turns = 0; turns < 12; turns++) {
      const status = turns % 2 === 0 ? NOT_SERVING : SERVING;
      reader.ask();
      for (let turn = 0; turn < turns; turn++) await undefined;
      board.set('a.B', status);
      expectTold(
        `what changed ${turns} turns after that`,
        await reader.told(),
        nameOf(status),
        LOST,
      );
    }
    await leaveBoth(reader);
  });

  test('watchers do not know of each other', async () => {
    const board = new StatusBoard();
    board.set('a.B', SERVING);
    const [quick, slow, other] = [open(board), open(board), open(board, 'c.D')];
    for (const reader of [quick, slow, other]) await reader.told();
    expectSame(
      'watching',
      board.watching,
      3,
      'Three watches are open, and each has a callback of its own in this.#watchers.',
    );
    board.set('a.B', NOT_SERVING);
    expectTold('the quick one', await quick.told(), 'NOT_SERVING', CHANGE);
    board.set('a.B', UNKNOWN);
    expectTold('the quick one', await quick.told(), 'UNKNOWN', CHANGE);
    expectTold('the slow one', await slow.told(), 'UNKNOWN', LATEST);
    expectTold(
      'the one at another service',
      await other.told(),
      NOTHING,
      'It watches one service.',
    );
    await leaveBoth(quick);
    board.set('a.B', SERVING);
    expectTold(
      'the one that stays',
      await slow.told(),
      'SERVING',
      'Only one has left, and takes only its own callback along.',
    );
    expectSame('watching', board.watching, 2, LEFT_BEHIND);
    const many = Array.from({ length: 200 }, () => open(board));
    for (const reader of many) reader.ask();
    await settle();
    for (const reader of many) expectTold('each of 200', await reader.told(), 'SERVING', NOW_FIRST);
    for (const reader of many) reader.ask();
    await settle();
    board.set('a.B', NOT_SERVING);
    for (const reader of many)
      expectTold('each of 200', await reader.told(), 'NOT_SERVING', CHANGE);
    const apart = new StatusBoard();
    expectSame('watching, on another board', apart.watching, 0, 'Each board has its own watchers.');
    await leaveBoth(slow, other, ...many);
  });

  test('shutdown is the last word', async () => {
    const board = new StatusBoard();
    board.set('a.B', SERVING);
    board.set('down', NOT_SERVING);
    const readers = {
      waiting: open(board),
      late: open(board),
      down: open(board, 'down'),
      unknown: open(board, 'x'),
    };
    for (const reader of Object.values(readers)) await reader.told();
    for (const reader of [readers.waiting, readers.down, readers.unknown]) reader.ask();
    await settle();
    board.shutdown();
    expectTold('who waits', await readers.waiting.told(), 'NOT_SERVING', CHANGE);
    expectTold('and then', await readers.waiting.told(), THE_END, ENDS_WITH_BOARD);
    expectTold('who comes late', await readers.late.told(), 'NOT_SERVING', LAST_WORD);
    expectTold('and then', await readers.late.told(), THE_END, ENDS_WITH_BOARD);
    expectTold('who knew it already', await readers.down.told(), THE_END, EACH_ONCE);
    expectTold(
      'who watched an unknown service',
      await readers.unknown.told(),
      THE_END,
      ENDS_WITH_BOARD,
    );
    expectSame('watching', board.watching, 0, LEFT_BEHIND);
  });

  test('a watch that begins after shutdown stays', async () => {
    const board = new StatusBoard();
    board.shutdown();
    const { signal, abort } = countedSignal();
    const reader = open(board, '', [signal]);
    expectTold('the first', await reader.told(), 'NOT_SERVING', NOW_FIRST);
    expectTold(
      'and then',
      await reader.told(),
      NOTHING,
      'If it ended at once, its client would begin the next one at once, again and again, until the server is gone.',
    );
    abort();
    expectTold('after its signal has aborted', await reader.told(), THE_END, STOPPED);
  });

  test('it ends by each of its signals', async () => {
    for (const which of [0, 1]) {
      const board = new StatusBoard();
      const signals = [countedSignal(), countedSignal()];
      const stops = signals.map(({ signal }) => signal);
      const [waiting, late, same] = [
        open(board, '', stops),
        open(board, '', stops),
        open(board, '', stops),
      ];
      for (const reader of [waiting, late, same]) await reader.told();
      waiting.ask();
      await settle();
      board.set('', UNKNOWN);
      await waiting.told();
      waiting.ask();
      await settle();
      signals[which]!.abort();
      expectTold(
        `who waits, after signal ${which + 1} of 2`,
        await waiting.told(),
        THE_END,
        STOPPED,
      );
      expectTold(
        'who has not read yet what changed before',
        await late.told(),
        'UNKNOWN',
        LAST_WORD,
      );
      expectTold('and then', await late.told(), THE_END, STOPPED);
      const after = open(board, '', stops);
      expectTold(
        'who begins with a signal that has aborted',
        await after.told(),
        'UNKNOWN',
        LAST_WORD,
      );
      expectTold(
        'and then',
        await after.told(),
        THE_END,
        'What has aborted already aborts no more: ask signal.aborted, too.',
      );
      board.set('', SERVING);
      board.set('', UNKNOWN);
      await leaveBoth(same);
      expectSame('watching', board.watching, 0, LEFT_BEHIND);
    }
  });

  test('once it has ended it tells no more', async () => {
    const board = new StatusBoard();
    const { signal, abort } = countedSignal();
    const reader = open(board, '', [signal]);
    await reader.told();
    board.set('', UNKNOWN);
    abort();
    expectTold('after the signal', await reader.told(), 'UNKNOWN', LAST_WORD);
    board.set('', SERVING);
    expectTold(
      'after one more change, behind the signal and the last word',
      await reader.told(),
      THE_END,
      'The look that sees the signal is the last one. Ask whether it is over together with the status, before you tell it: otherwise a service that changes often keeps a stopped watch alive.',
    );
  });

  test('nothing of it stays', async () => {
    const ways: Record<
      string,
      (reader: ReturnType<typeof open>, abort: () => void, board: StatusBoard) => unknown
    > = {
      'its signal aborts': async (reader, abort) => {
        abort();
        await reader.told();
      },
      'the board shuts down': async (reader, _abort, board) => {
        board.shutdown();
        await reader.told();
        await reader.told();
      },
      'the reader leaves': (reader) => reader.leave(),
      'the reader fails': async (reader) => {
        await reader.fail(new Error('enough'))?.then(undefined, throwGap);
      },
    };
    for (const [how, end] of Object.entries(ways)) {
      const board = new StatusBoard();
      const [one, two] = [countedSignal(), countedSignal()];
      const reader = open(board, '', [one.signal, two.signal]);
      await reader.told();
      expectSame(
        'watching',
        board.watching,
        1,
        'An open watch has one callback in this.#watchers.',
      );
      await end(reader, one.abort, board);
      await settle();
      expectSame(`watching, after ${how}`, board.watching, 0, LEFT_BEHIND);
      expectSame(`listeners at the first signal, after ${how}`, one.listeners(), 0, LEFT_BEHIND);
      expectSame(`listeners at the second signal, after ${how}`, two.listeners(), 0, LEFT_BEHIND);
    }
    const board = new StatusBoard();
    const { signal, listeners } = countedSignal();
    const never = board.watch('', [signal]);
    expectSame(
      'watching, before anybody reads',
      board.watching,
      0,
      'A generator begins when it is first read, and only then.',
    );
    await never.return?.(undefined);
    expectSame('listeners', listeners(), 0, LEFT_BEHIND);
  });

  test('whatever happens, in whatever order', async () => {
    for (let seed = 0; seed < 30; seed++) await changeAnyhow(seed);
  });

  test('a client of grpc-js watches', async () => {
    const { told, listed, unknown } = await watchedByStranger();
    expectSame('what it was told', told, ['SERVICE_UNKNOWN', 'SERVING', 'NOT_SERVING'], CHANGE);
    expectSame('how its watch ended', listed, 'OK', ENDS_WITH_BOARD);
    expectSame('Check of a service that nobody has set', unknown, 'NOT_FOUND', NOBODY);
  });
});

async function leaveBoth(...readers: ReturnType<typeof open>[]): Promise<void> {
  // A watch that waits is woken by nobody here: its end is not awaited.
  for (const reader of readers) void reader.leave();
  await settle();
}

/** Changes and readings by chance: nothing is told twice, and in the end everybody knows what is. */
async function changeAnyhow(seed: number): Promise<void> {
  const random = new Random(seed);
  const board = new StatusBoard();
  const readers = [open(board), open(board), open(board)];
  const heard: string[][] = readers.map(() => []);
  const truth: string[] = ['SERVICE_UNKNOWN'];
  for (let step = 0; step < 40; step++) {
    const kind = random.integer(0, 5);
    if (kind < 3) {
      const status = ([UNKNOWN, SERVING, NOT_SERVING] as const)[kind]!;
      board.set('a.B', status);
      truth.push(nameOf(status));
    } else if (kind === 3) {
      board.delete('a.B');
      truth.push('SERVICE_UNKNOWN');
    } else {
      const i = random.integer(0, readers.length - 1);
      const { isAsking } = readers[i]!;
      const told = await readers[i]!.told();
      if (told === NOTHING) continue;
      // Who has asked before was answered at the first change after that.
      if (!isAsking) {
        expectTold(`what reader ${i + 1} is told (seed ${seed})`, told, truth.at(-1)!, LATEST);
      }
      check(
        told !== heard[i]!.at(-1),
        `reader ${i + 1} is told ${told} twice in a row (seed ${seed})`,
        EACH_ONCE,
      );
      heard[i]!.push(told);
    }
  }
  for (const [i, reader] of readers.entries()) {
    // The first may be the answer to a question of long ago.
    for (let more = 0; more < 2; more++) {
      const told = await reader.told();
      if (told !== NOTHING) heard[i]!.push(told);
    }
    expectSame(
      `what reader ${i + 1} knows in the end (seed ${seed})`,
      heard[i]!.at(-1),
      truth.at(-1),
      LOST,
    );
  }
  await leaveBoth(...readers);
}

// ---- task 3

interface Fails {
  notServing?: () => unknown;
  drain?: () => unknown;
  force?: () => unknown;
}

const NOTICE = 5_000;
const GRACE = 20_000;

/** A server that writes down what is asked of it; its calls are over when the test says so. */
class Leaver {
  readonly log: string[] = [];
  readonly #fails: Fails;
  #drained!: (value?: unknown) => void;
  #failed!: (error: unknown) => void;

  constructor(fails: Fails) {
    this.#fails = fails;
  }

  notServing(): void {
    this.log.push('notServing');
    this.#fails.notServing?.();
  }

  drain(): Promise<unknown> {
    this.log.push('drain');
    if (this.#fails.drain) return this.#fails.drain() as Promise<unknown>;
    return new Promise((resolve, reject) => {
      this.#drained = resolve;
      this.#failed = reject;
    });
  }

  force(): unknown {
    this.log.push('force');
    return this.#fails.force?.();
  }

  lastCallEnds(): void {
    this.#drained();
  }

  drainFails(error: unknown): void {
    this.#failed(error);
  }
}

function ending(fails: Fails = {}, { noticeMs = NOTICE, graceMs = GRACE } = {}) {
  const clock = new FakeClock();
  const server = new Leaver(fails);
  /** What a timer's callback leaves behind: a promise that fails, and nobody has caught. */
  const escaped: unknown[] = [];
  let most = 0;
  const watchedClock = {
    now: () => clock.now(),
    setTimer(callback: () => unknown, milliseconds: number) {
      const timer = clock.setTimer(() => {
        const left = callback();
        if (left instanceof Promise) left.catch((error) => escaped.push(error));
      }, milliseconds);
      most = Math.max(most, clock.pending);
      return timer;
    },
  };
  const end = new GracefulEnd(server, { noticeMs, graceMs, clock: watchedClock });
  const ended = watch(end.ended);
  let resolved = 0;
  void end.ended.then(() => resolved++);
  return {
    server,
    clock,
    end,
    ended,
    log: server.log,
    most: () => most,
    async pass(milliseconds: number) {
      clock.advance(milliseconds);
      await settled(ended);
      for (const error of escaped) throwGap(error);
      expectSame('failures that nobody has caught', escaped.length, 0, CAUGHT);
    },
    async isOver(how: 'drained' | 'forced', errors: unknown[], cause: string) {
      await settled(ended);
      expectSame('whether ended has resolved', ended.state, 'resolved', cause);
      expectSame('how it ended', ended.value?.how, how, cause);
      check(
        ended.value!.errors.length === errors.length &&
          errors.every((error, i) => ended.value!.errors[i] === error),
        `errors: expected ${errors.length} of them, received ${ended.value!.errors.length}`,
        errors.length === 0
          ? 'Nothing has failed, or only because it was forced.'
          : 'What a step throws stands in errors, the very thing, once.',
      );
      expectSame('the phase', end.phase, 'ended', 'All is over: the phase says so.');
      expectSame('timers that are still set', clock.pending, 0, NO_TIMER);
    },
  };
}

const CAUGHT =
  'A step may throw, and may return a promise that fails. Nothing catches that but you.';
const NO_TIMER =
  'All is over, and a timer is still set: it would force, or keep the process alive.';
const IN_ORDER = 'First NOT_SERVING, then time to notice, and only then no new calls.';
const SERVING_STILL =
  'In "leaving" new calls are still taken: balancers send them until they have noticed.';
const DRAINED = 'drain has settled well: the last call is over, and so is the server.';
const NEVER = 'A stream that never ends: after graceMs, counted from drain, force() cuts it off.';
const ONCE = 'Each step once.';
const SAME = `A second signal that comes less than ${SAME_SIGNAL_MS} ms after the first is the same one: npm and the terminal both sent it.`;
const LATER = `A signal ${SAME_SIGNAL_MS} ms after the first, or later, means: now. In "leaving" as in "draining".`;
const FAILED_DRAIN = 'drain has failed: nobody knows what is still open, so force.';
const GOES_ON =
  'What a step throws stops nothing: whoever waits for the end waits for ever otherwise.';
const FORCE_AWAITED = 'force() may return a promise: all is over when that has settled.';
const NOT_ANY_MORE =
  'It is being forced: the timer that would begin to drain, or force again, has to be cancelled before.';
const FIRST_COUNTS = 'It counts from the first signal, and not from the one before.';

task(3, () => {
  test('in order, each at its time', async () => {
    const { end, log, pass, server, isOver, clock, most } = ending();
    expectSame('the phase at first', end.phase, 'serving', 'Nothing has happened yet.');
    expectSame('timers at first', clock.pending, 0, 'Nothing has happened yet.');
    end.signal();
    expectSame('steps after the signal', log, ['notServing'], IN_ORDER);
    expectSame('the phase after the signal', end.phase, 'leaving', IN_ORDER);
    await pass(NOTICE - 1);
    expectSame(`steps after ${NOTICE - 1} ms`, log, ['notServing'], SERVING_STILL);
    await pass(1);
    expectSame(`steps after ${NOTICE} ms`, log, ['notServing', 'drain'], IN_ORDER);
    const ended = 'Calls are still under way: it is over when what drain() returns has settled.';
    expectSame('the phase then', end.phase, 'draining', end.phase === 'ended' ? ended : IN_ORDER);
    await pass(1_000);
    expectSame(
      'the phase while a call is under way',
      end.phase,
      'draining',
      'Calls are still under way.',
    );
    server.lastCallEnds();
    await isOver('drained', [], DRAINED);
    await pass(1e9);
    expectSame('steps in the end', log, ['notServing', 'drain'], NO_TIMER);
    check(
      most() <= 1,
      `${most()} timers were set at once`,
      'One timer at a time: what it was for is over when the next one is set.',
    );
  });

  test('a server without a call ends at once, once balancers have noticed', async () => {
    const { end, log, pass, isOver } = ending({ drain: () => Promise.resolve() });
    end.signal();
    await pass(NOTICE);
    await isOver('drained', [], DRAINED);
    expectSame('steps', log, ['notServing', 'drain'], ONCE);
    const none = ending({ drain: () => Promise.resolve() }, { noticeMs: 0, graceMs: 0 });
    none.end.signal();
    await none.pass(0);
    expectSame('steps with noticeMs 0', none.log.slice(0, 2), ['notServing', 'drain'], IN_ORDER);
  });

  test('a stream that never ends', async () => {
    const { end, log, pass, server, isOver, ended } = ending();
    end.signal();
    await pass(NOTICE);
    await pass(GRACE - 1);
    expectSame(
      `steps ${GRACE - 1} ms after drain`,
      log,
      ['notServing', 'drain'],
      'graceMs counts from drain, and not from the signal.',
    );
    expectSame('whether ended has resolved', ended.state, 'pending', NEVER);
    await pass(1);
    expectSame(`steps ${GRACE} ms after drain`, log, ['notServing', 'drain', 'force'], NEVER);
    await isOver('forced', [], NEVER);
    server.lastCallEnds();
    await isOver('forced', [], 'It is over once, and how it ended does not change afterwards.');
  });

  test('force takes its time, too', async () => {
    let cut!: () => void;
    const { end, log, pass, server, isOver, ended, clock } = ending({
      force: () =>
        new Promise<void>((resolve) => {
          cut = resolve;
        }),
    });
    end.signal();
    await pass(NOTICE + GRACE);
    expectSame('steps', log, ['notServing', 'drain', 'force'], NEVER);
    expectSame('the phase', end.phase, 'forcing', FORCE_AWAITED);
    expectSame('whether ended has resolved', ended.state, 'pending', FORCE_AWAITED);
    server.lastCallEnds();
    await pass(0);
    expectSame(
      'the phase, when drain settles meanwhile',
      end.phase,
      'forcing',
      'It is being forced: what drain says does not count any more.',
    );
    expectSame('whether ended has resolved', ended.state, 'pending', FORCE_AWAITED);
    end.signal();
    await pass(1e6);
    expectSame('steps after one more signal', log, ['notServing', 'drain', 'force'], ONCE);
    expectSame('timers', clock.pending, 0, NO_TIMER);
    cut();
    await isOver('forced', [], FORCE_AWAITED);
    end.signal();
    await pass(1e6);
    expectSame('steps after a signal behind the end', log, ['notServing', 'drain', 'force'], ONCE);
  });

  test('a second signal', async () => {
    for (const [after, forces] of [
      [0, false],
      [1, false],
      [SAME_SIGNAL_MS - 1, false],
      [SAME_SIGNAL_MS, true],
      [NOTICE - 1, true],
    ] as const) {
      const { end, log, pass, isOver, clock } = ending();
      end.signal();
      await pass(after);
      end.signal();
      end.signal();
      await pass(0);
      if (forces) {
        expectSame(
          `steps, with a second signal after ${after} ms`,
          log,
          ['notServing', 'force'],
          LATER,
        );
        await isOver('forced', [], LATER);
        await pass(1e9);
        expectSame(
          'steps, much later',
          log,
          ['notServing', 'force'],
          'It is over: drain is not called any more. Cancel the timer.',
        );
      } else {
        expectSame(`steps, with a second signal after ${after} ms`, log, ['notServing'], SAME);
        expectSame('timers', clock.pending, 1, SAME);
        await pass(NOTICE - after - 1);
        expectSame('steps before it is time', log, ['notServing'], SAME);
        await pass(1);
        expectSame(
          'steps when it is time',
          log,
          ['notServing', 'drain'],
          'A second signal does not begin the wait again.',
        );
      }
    }
  });

  test('a second signal while calls are under way', async () => {
    const { end, log, pass, server, isOver } = ending();
    end.signal();
    await pass(NOTICE + 1_000);
    end.signal();
    await pass(0);
    expectSame('steps', log, ['notServing', 'drain', 'force'], LATER);
    await isOver('forced', [], LATER);
    server.drainFails(new Error('cut off'));
    end.signal();
    await pass(1e9);
    await isOver(
      'forced',
      [],
      'drain fails because it was forced: that is not an error of its own.',
    );
    expectSame('steps in the end', log, ['notServing', 'drain', 'force'], ONCE);
    const quick = ending({}, { noticeMs: 100, graceMs: GRACE });
    quick.end.signal();
    await quick.pass(SAME_SIGNAL_MS - 1);
    quick.end.signal();
    await quick.pass(0);
    expectSame(
      'steps, with the same signal twice, already in "draining"',
      quick.log,
      ['notServing', 'drain'],
      SAME,
    );
    await quick.pass(1);
    quick.end.signal();
    await quick.pass(0);
    expectSame(
      'steps, with a signal a millisecond later',
      quick.log,
      ['notServing', 'drain', 'force'],
      FIRST_COUNTS,
    );
  });

  test('a second signal, and a force that takes its time', async () => {
    const { end, log, pass, clock } = ending({ force: () => new Promise(() => {}) });
    end.signal();
    await pass(SAME_SIGNAL_MS);
    end.signal();
    expectSame('timers that are still set', clock.pending, 0, NOT_ANY_MORE);
    await pass(1e9);
    expectSame('steps, much later', log, ['notServing', 'force'], NOT_ANY_MORE);
    expectSame('the phase', end.phase, 'forcing', FORCE_AWAITED);
  });

  test('drain fails', async () => {
    const error = new Error('not running');
    const ways: Record<string, () => unknown> = {
      'throws at once': () => {
        throw error;
      },
      'returns a promise that fails': () => Promise.reject(error),
    };
    for (const drain of Object.values(ways)) {
      const { end, log, pass, isOver } = ending({ drain });
      end.signal();
      await pass(NOTICE);
      expectSame('steps', log, ['notServing', 'drain', 'force'], FAILED_DRAIN);
      await isOver('forced', [error], FAILED_DRAIN);
    }
    const later = ending();
    later.end.signal();
    await later.pass(NOTICE + 10);
    later.server.drainFails(error);
    await later.pass(0);
    expectSame('steps', later.log, ['notServing', 'drain', 'force'], FAILED_DRAIN);
    await later.isOver('forced', [error], FAILED_DRAIN);
    await later.pass(1e9);
    expectSame('steps, much later', later.log, ['notServing', 'drain', 'force'], ONCE);
  });

  test('the other steps fail', async () => {
    const [one, two] = [new Error('one'), new Error('two')];
    const { end, log, pass, server, isOver } = ending({
      notServing: () => {
        throw one;
      },
    });
    const thrown = thrownBy(() => end.signal());
    check(thrown === undefined, 'signal() threw what notServing() threw', GOES_ON);
    expectSame('the phase', end.phase, 'leaving', GOES_ON);
    await pass(NOTICE);
    expectSame('steps', log, ['notServing', 'drain'], GOES_ON);
    server.lastCallEnds();
    await isOver('drained', [one], GOES_ON);
    for (const force of [
      () => {
        throw two;
      },
      () => Promise.reject(two),
    ]) {
      const forced = ending({ force, notServing: () => fail(one) });
      forced.end.signal();
      await forced.pass(NOTICE + GRACE);
      await forced.isOver('forced', [one, two], GOES_ON);
    }
    const all = ending({
      notServing: () => fail(0),
      drain: () => fail(undefined),
      force: () => fail(''),
    });
    all.end.signal();
    await all.pass(NOTICE);
    await all.isOver('forced', [0, undefined, ''], GOES_ON);
  });

  test('a step that sends the signal itself', async () => {
    // A few times: an end that falls for it would call itself without end.
    const again = ({ end, log }: ReturnType<typeof ending>) => {
      if (log.length < 5) end.signal();
    };
    const first: ReturnType<typeof ending> = ending({ notServing: () => again(first) });
    first.end.signal();
    expectSame('steps', first.log, ['notServing'], 'Change the phase before you call the step.');
    await first.pass(NOTICE);
    expectSame('steps', first.log, ['notServing', 'drain'], ONCE);
    const second: ReturnType<typeof ending> = ending({
      drain: () => {
        again(second);
        return new Promise(() => {});
      },
      force: () => again(second),
    });
    second.end.signal();
    await second.pass(NOTICE);
    expectSame('steps', second.log, ['notServing', 'drain', 'force'], LATER);
    await second.isOver('forced', [], ONCE);
  });

  test('two servers end, each by itself', async () => {
    const [a, b] = [ending(), ending({}, { noticeMs: 10, graceMs: 20 })];
    a.end.signal();
    expectSame('the other one’s phase', b.end.phase, 'serving', 'Each has its own state.');
    b.end.signal();
    await b.pass(30);
    await b.isOver('forced', [], 'noticeMs and graceMs are those that it was given.');
    expectSame('the first one’s phase', a.end.phase, 'leaving', 'Each has its own state.');
  });

  test('a server of grpc-js with a stream that never ends', async () => {
    const { how, alone, log } = await endOfAStranger();
    expectSame('whether tryShutdown came back by itself', alone, 'it waits', 'That would be news.');
    expectSame('how it ended', how, 'forced', NEVER);
    expectSame('steps', log, ['notServing', 'drain', 'force'], IN_ORDER);
  });
});

function fail(error: unknown): never {
  throw error;
}

// ---- task 4

const IN_TIME = 'It came in time: the promise settles with it, whatever it is.';
const TIMER_LEFT =
  'The timer is still set: it would keep the process alive, and abort the signal later.';
const UP = 'The time is up: TooLate, at that very moment, whatever the work does.';
const ABORTS = 'The signal aborts when the time is up: so the work can stop.';
const NOT_ABORTED = 'The signal aborts when the time is up, and only then.';
const LATE =
  'A result that comes too late goes to late: it may be open, and somebody has to close it.';
const LATE_FAILS =
  'late may throw, and may return a promise that fails, and nobody waits for either: ignoreFailure(() => late(result)). One such rejection ends a program of Node’s.';
const FAILS_LATE =
  'The caller has been told TooLate. What the work says after that is nobody’s, and has to be caught all the same: one such rejection ends a program of Node’s.';
const NOT_LATE = 'late is for what comes too late, and for nothing else.';
const SYNC =
  'begin may throw before it returns a promise: that is a failure like any other, and the timer has to go, too.';

function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

function waiting<T>(begin: (signal: AbortSignal) => Promise<T>, clock = new FakeClock()) {
  const late: unknown[] = [];
  let signal: AbortSignal | undefined;
  let begun = 0;
  const ended = watch(
    within(
      1_000,
      clock,
      (given) => {
        begun++;
        signal = given;
        return begin(given);
      },
      (result) => late.push(result),
    ),
  );
  return { clock, late, ended, signal: () => signal, begun: () => begun };
}

task(4, () => {
  test('within: in time', async () => {
    for (const result of ['an answer', 0, undefined, false]) {
      const work = deferred<unknown>();
      const { clock, late, ended, signal, begun } = waiting(() => work.promise);
      await settled(ended);
      expectSame('how often the work was begun', begun(), 1, 'Begin it once, and at once.');
      check(signal() instanceof AbortSignal, 'begin got no AbortSignal', ABORTS);
      clock.advance(999);
      await settled(ended);
      expectSame('after 999 of 1000 ms', ended.state, 'pending', UP);
      work.resolve(result);
      await settled(ended);
      expectSame('the promise', ended.state, 'resolved', IN_TIME);
      expectSame('the result', ended.value, result, IN_TIME);
      expectSame('timers that are still set', clock.pending, 0, TIMER_LEFT);
      clock.advance(1e6);
      await settled(ended);
      expectSame('whether the signal has aborted', signal()!.aborted, false, NOT_ABORTED);
      expectSame('how often late was called', late.length, 0, NOT_LATE);
    }
  });

  test('within: a failure in time', async () => {
    const error = new Error('refused');
    const ways: (() => Promise<never>)[] = [() => Promise.reject(error), () => fail(error)];
    for (const begin of ways) {
      const { clock, late, ended, signal } = waiting(begin);
      await settled(ended);
      const isSync = begin === ways[1];
      expectSame('the promise', ended.state, 'rejected', isSync ? SYNC : IN_TIME);
      check(
        ended.error === error,
        'it failed with something else',
        'What the work throws goes through as it is.',
      );
      expectSame('timers that are still set', clock.pending, 0, isSync ? SYNC : TIMER_LEFT);
      expectSame('whether the signal has aborted', signal()!.aborted, false, NOT_ABORTED);
      expectSame('how often late was called', late.length, 0, NOT_LATE);
    }
  });

  test('within: too late', async () => {
    const work = deferred<string>();
    const { clock, late, ended, signal } = waiting(() => work.promise);
    clock.advance(999);
    await settled(ended);
    expectSame(
      'whether the signal has aborted after 999 ms',
      signal()!.aborted,
      false,
      NOT_ABORTED,
    );
    clock.advance(1);
    await settled(ended);
    expectSame('the promise, after 1000 ms', ended.state, 'rejected', UP);
    check(ended.error instanceof TooLate, 'it failed with something else than TooLate', UP);
    expectSame('whether the signal has aborted', signal()!.aborted, true, ABORTS);
    expectSame('how often late was called', late.length, 0, 'Nothing has come yet.');
    work.resolve('a connection');
    await settled(ended);
    expectSame('what late was given', late, ['a connection'], LATE);
    const nothing = deferred<undefined>();
    const other = waiting(() => nothing.promise);
    other.clock.advance(1_000);
    nothing.resolve(undefined);
    await settled(other.ended);
    expectSame('what late was given', other.late, [undefined], LATE);
  });

  test('within: a failure that comes too late', async () => {
    for (const isTold of [true, false]) {
      const unhandled = await unhandledIn(async () => {
        const work = deferred<string>();
        const { clock, ended } = waiting((signal) => {
          if (isTold) signal.addEventListener('abort', () => work.reject(new Error('aborted')));
          return work.promise;
        });
        await settled(ended);
        clock.advance(1_000);
        await settled(ended);
        work.reject(new Error('reset'));
        await settled(ended);
        check(ended.error instanceof TooLate, 'it failed with something else than TooLate', UP);
      });
      expectSame(
        'the work fails after its time: rejections that nobody handles',
        unhandled,
        0,
        FAILS_LATE,
      );
    }
  });

  test('within: work that ends because it was told to', async () => {
    const { clock, late, ended } = waiting(
      (signal) =>
        new Promise<string>((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    );
    await settled(ended);
    clock.advance(1_000);
    await settled(ended);
    check(
      ended.error instanceof TooLate,
      'it failed with what the work says of its abort',
      'Why it was aborted is what the caller has to know: TooLate.',
    );
    expectSame(
      'how often late was called',
      late.length,
      0,
      'A failure that comes later is nobody’s.',
    );
    const quick = waiting(
      (signal) =>
        new Promise<string>((resolve) => {
          signal.addEventListener('abort', () => resolve('just now'));
        }),
    );
    await settled(quick.ended);
    quick.clock.advance(1_000);
    await settled(quick.ended);
    check(quick.ended.error instanceof TooLate, 'a result that came with the abort was taken', UP);
    expectSame('what late was given', quick.late, ['just now'], LATE);
  });

  test('within: what late does is nobody’s', async () => {
    for (const late of [() => fail(new Error('late')), async () => fail(new Error('late'))]) {
      const unhandled = await unhandledIn(async () => {
        const clock = new FakeClock();
        const work = deferred<string>();
        const ended = watch(within(10, clock, () => work.promise, late));
        clock.advance(10);
        work.resolve('too late');
        await settled(ended);
        check(
          ended.error instanceof TooLate,
          'what late threw came out',
          'ignoreFailure(work) does it, and ignores what it throws.',
        );
      });
      expectSame('late fails: rejections that nobody handles', unhandled, 0, LATE_FAILS);
    }
    const clock = new FakeClock();
    const work = deferred<string>();
    const ended = watch(within(10, clock, () => work.promise));
    clock.advance(10);
    work.resolve('too late');
    await settled(ended);
    check(ended.error instanceof TooLate, 'without late something else came out', UP);
  });

  test('within: the time begins before the work', async () => {
    const clock = new FakeClock();
    const { ended } = waiting(async () => {
      clock.advance(2_000);
      return 'done';
    }, clock);
    await settled(ended);
    check(
      ended.error instanceof TooLate,
      'the work took 2000 of 1000 ms before it returned its promise, and was in time',
      'Set the timer first, and then begin.',
    );
  });

  test('what a probe says', async () => {
    for (const [status, code] of [
      [SERVING, 'serving'],
      [NOT_SERVING, 'notServing'],
      [UNKNOWN, 'notServing'],
      [SERVICE_UNKNOWN, 'notServing'],
      [7 as ServingStatus, 'notServing'],
    ] as const) {
      const { asked, result, closed } = await probing({ check: async () => status });
      expectSame(
        `the exit code for ${nameOf(status)}`,
        result()?.exitCode,
        ProbeExit[code],
        'Only SERVING is serving (grpc_health_probe: 4 for all others).',
      );
      check(
        !!result()?.text.includes(nameOf(status)),
        `the text says ${JSON.stringify(result()?.text)}`,
        'answered(status) makes the text.',
      );
      expectSame(
        'which services were asked for',
        asked,
        [''],
        'Once, and by default the empty name.',
      );
      expectSame('how often the connection was closed', closed(), 1, CLOSED);
    }
    const { asked } = await probing({ check: async () => SERVING, service: 'a.B' });
    expectSame('which services were asked for', asked, ['a.B'], 'The service is an option.');
  });

  test('no connection', async () => {
    for (const connect of [
      () => Promise.reject(new Error('ECONNREFUSED')),
      () => fail(new Error('ECONNREFUSED')),
    ]) {
      const { result, asked, clock } = await probing({ connect: connect as never });
      expectSame('the exit code', result()?.exitCode, ProbeExit.notConnected, NO_CONNECTION);
      check(
        !!result()?.text.includes('ECONNREFUSED'),
        'the text does not say why',
        'notConnected(error, connectMs) makes the text.',
      );
      expectSame('which services were asked for', asked, [], NO_CONNECTION);
      expectSame('timers that are still set', clock.pending, 0, TIMER_LEFT);
    }
    const reached = deferred<void>();
    const world = await probing({ connect: () => reached.promise, connectMs: 300 });
    await world.pass(299);
    expectSame('after 299 of 300 ms', world.probed.state, 'pending', UP);
    await world.pass(1);
    expectSame('the promise, after 300 ms', world.probed.state, 'resolved', UP);
    expectSame('the exit code', world.result()?.exitCode, ProbeExit.notConnected, NO_CONNECTION);
    check(
      !!world.result()?.text.includes('300'),
      `the text says ${JSON.stringify(world.result()?.text)}`,
      'It names connectMs, which was not enough: notConnected(error, connectMs).',
    );
    expectSame('whether connect was told', world.connectSignal()?.aborted, true, ABORTS);
    expectSame('how often a connection was closed', world.closed(), 0, 'There is none yet.');
    reached.resolve();
    await world.pass(1e6);
    expectSame('which services were asked for', world.asked, [], 'The probe is over.');
    expectSame('how often the late connection was closed', world.closed(), 1, LATE);
  });

  test('no answer', async () => {
    const notFound = new GrpcError(Status.NOT_FOUND, 'no service');
    const ways: (() => unknown)[] = [() => Promise.reject(notFound), () => fail(notFound)];
    for (const check of ways) {
      const { result, closed, clock } = await probing({ check: check as never });
      expectSame(
        'the exit code for NOT_FOUND',
        result()?.exitCode,
        ProbeExit.failed,
        ANSWERED_BADLY,
      );
      expectSame('how often the connection was closed', closed(), 1, CLOSED);
      expectSame('timers that are still set', clock.pending, 0, TIMER_LEFT);
    }
    const none = await probing({
      check: () => Promise.reject(new GrpcError(Status.UNIMPLEMENTED, '')),
    });
    expectSame(
      'the exit code for UNIMPLEMENTED',
      none.result()?.exitCode,
      ProbeExit.failed,
      ANSWERED_BADLY,
    );
    check(
      !!none.result()?.text.includes('grpc.health.v1.Health'),
      'the text does not say what is missing',
      'failed(error, checkMs) makes the text.',
    );
  });

  test('an answer that does not come, counted from the connection', async () => {
    const reached = deferred<void>();
    const answer = deferred<ServingStatus>();
    const world = await probing({
      connect: () => reached.promise,
      check: () => answer.promise,
      connectMs: 300,
      checkMs: 200,
    });
    await world.pass(299);
    reached.resolve();
    await world.pass(0);
    expectSame('which services were asked for', world.asked, [''], 'There is a connection: ask.');
    await world.pass(199);
    expectSame('199 of 200 ms after the connection', world.probed.state, 'pending', OWN_LIMIT);
    expectSame('whether check was told', world.checkSignal()?.aborted, false, NOT_ABORTED);
    expectSame(
      'how often the connection was closed',
      world.closed(),
      0,
      'The answer may still come.',
    );
    await world.pass(1);
    expectSame('the exit code', world.result()?.exitCode, ProbeExit.failed, OWN_LIMIT);
    check(
      !!world.result()?.text.includes('200'),
      `the text says ${JSON.stringify(world.result()?.text)}`,
      'It names checkMs, which was not enough: failed(error, checkMs).',
    );
    expectSame('whether check was told', world.checkSignal()?.aborted, true, ABORTS);
    expectSame(
      'whether connect was told',
      world.connectSignal()?.aborted,
      false,
      'Connecting was in time: its signal has nothing to do with this.',
    );
    expectSame('how often the connection was closed', world.closed(), 1, CLOSED);
    answer.resolve(SERVING);
    await world.pass(1e6);
    expectSame(
      'the exit code, when the answer has come',
      world.result()?.exitCode,
      ProbeExit.failed,
      UP,
    );
    expectSame('how often the connection was closed then', world.closed(), 1, CLOSED);
  });

  test('closing holds up nobody', async () => {
    const unhandled = await unhandledIn(closeBadly);
    expectSame('close fails: rejections that nobody handles', unhandled, 0, CLOSED_BADLY);
  });

  async function closeBadly(): Promise<void> {
    const closings: (() => unknown)[] = [
      () => fail(new Error('closing')),
      () => Promise.reject(new Error('closing')),
      () => new Promise(() => {}),
    ];
    for (const close of closings) {
      for (const [check, code] of [
        [async () => SERVING, ProbeExit.serving],
        [() => Promise.reject(new Error('reset')), ProbeExit.failed],
      ] as const) {
        const { result, closed } = await probing({ check: check as never, close });
        expectSame(
          'the exit code, with a close that fails or hangs',
          result()?.exitCode,
          code,
          NOT_AWAITED,
        );
        expectSame('how often the connection was closed', closed(), 1, CLOSED);
      }
      const reached = deferred<void>();
      const late = await probing({ connect: () => reached.promise, close });
      await late.pass(PROBE_CONNECT_MS);
      reached.resolve();
      await late.pass(0);
      expectSame('the exit code', late.result()?.exitCode, ProbeExit.notConnected, NO_CONNECTION);
      expectSame('how often the late connection was closed', late.closed(), 1, LATE);
    }
  }

  test('the limits that it has by itself', async () => {
    const hangs = () => new Promise<never>(() => {});
    const connecting = await probing({ connect: hangs });
    await connecting.pass(PROBE_CONNECT_MS - 1);
    expectSame('just before PROBE_CONNECT_MS', connecting.probed.state, 'pending', DEFAULTS);
    await connecting.pass(1);
    expectSame(
      'at PROBE_CONNECT_MS',
      connecting.result()?.exitCode,
      ProbeExit.notConnected,
      DEFAULTS,
    );
    const asking = await probing({ check: hangs, connectMs: 50 });
    await asking.pass(PROBE_CHECK_MS - 1);
    expectSame('just before PROBE_CHECK_MS', asking.probed.state, 'pending', DEFAULTS);
    await asking.pass(1);
    expectSame('at PROBE_CHECK_MS', asking.result()?.exitCode, ProbeExit.failed, DEFAULTS);
  });

  test('a server of grpc-js with grpc-health-check', async () => {
    expectSame(
      'what a probe says of it',
      await probedStranger(),
      {
        whole: ProbeExit.serving,
        closed: ProbeExit.notServing,
        nobody: ProbeExit.failed,
        gone: ProbeExit.notConnected,
      },
      'Against a real server the same things are true.',
    );
  });
});

const CLOSED = 'The connection is closed once, whatever came of it.';
const NO_CONNECTION = 'Without a connection nothing can be asked: exit code 2.';
const ANSWERED_BADLY =
  'There was a connection, and no answer that says how the service is: exit code 3.';
const OWN_LIMIT =
  'Check has a limit of its own, checkMs, and it begins when there is a connection.';
const NOT_AWAITED =
  'The answer is known. What close throws, or how long it takes, changes nothing: ignoreFailure.';
const CLOSED_BADLY =
  'close may return a promise that fails, which try and catch without await do not see: ignoreFailure(() => connection.close()).';
const DEFAULTS = 'A limit that is left out is PROBE_CONNECT_MS, or PROBE_CHECK_MS.';

interface ProbingOptions {
  connect?: (signal: AbortSignal) => Promise<unknown>;
  check?: () => Promise<ServingStatus>;
  close?: () => unknown;
  service?: string;
  connectMs?: number;
  checkMs?: number;
}

/** A connection that needs its `this`, as most do. */
class Probed implements ProbeConnection {
  readonly #told: { asked: string[]; signals: AbortSignal[]; closed: number };
  readonly #options: ProbingOptions;

  constructor(
    told: { asked: string[]; signals: AbortSignal[]; closed: number },
    options: ProbingOptions,
  ) {
    this.#told = told;
    this.#options = options;
  }

  check(service: string, signal: AbortSignal): Promise<ServingStatus> {
    this.#told.asked.push(service);
    this.#told.signals.push(signal);
    return (this.#options.check ?? (async () => SERVING))();
  }

  close(): unknown {
    this.#told.closed++;
    return this.#options.close?.();
  }
}

function neverRejects({ state, error }: Watched<unknown>): void {
  throwGap(error);
  check(
    state !== 'rejected',
    'the probe failed, and has no result',
    'It never rejects: a failure of connect or check is a result, and what close throws changes nothing (ignoreFailure).',
  );
}

async function probing(options: ProbingOptions) {
  const clock = new FakeClock();
  const told = { asked: [] as string[], signals: [] as AbortSignal[], closed: 0 };
  let connectSignal: AbortSignal | undefined;
  const { connect, check: _check, close: _close, ...limits } = options;
  const probed = watch(
    probe(
      (signal) => {
        connectSignal = signal;
        const reached = connect ? connect(signal) : Promise.resolve();
        return reached.then(() => new Probed(told, options));
      },
      { ...limits, clock },
    ),
  );
  await settled(probed);
  neverRejects(probed);
  return {
    clock,
    probed,
    asked: told.asked,
    closed: () => told.closed,
    result: () => probed.value,
    connectSignal: () => connectSignal,
    checkSignal: () => told.signals[0],
    async pass(milliseconds: number) {
      clock.advance(milliseconds);
      await settled(probed);
      neverRejects(probed);
    },
  };
}
