import { test } from 'vitest';
import { draw, InFlight, leastBusy } from '#channel/balancing/spread/choices';
import { JointState, joinedState } from '#channel/balancing/spread/joint-state';
import { Rotation } from '#channel/balancing/spread/rotation';
import { SubchannelList } from '#channel/balancing/spread/subchannels';
import { type Address, addressKey } from '#channel/connections/address';
import type { ConnectivityState } from '#channel/connections/connectivity';
import { check } from '#course/kit/compare/finding';
import { throwGap } from '#course/kit/compare/gap';
import { expectSame } from '#course/kit/compare/same';
import { expectKept } from '#course/kit/given';
import { Random } from '#course/kit/random';
import { task } from '#course/kit/task';
import { updatedChannel, withStrangers } from './21-load-balancing.node.ts';

/*
 * What is asked of a policy needs no network: a subchannel is an object here, and chance comes from
 * a seed. The last tests of task 4 stand on all four pieces, and end at
 * three servers of grpc-js: `21-….node.ts`.
 */

/** Deeply, as far as it goes here: lists, and objects in them. */
const frozen = <T>(list: T[]): readonly T[] =>
  Object.freeze(list.map((item) => Object.freeze(item)));
const at = (...ends: number[]) =>
  frozen(ends.map((end): Address => ({ host: `10.0.0.${end}`, port: 443 })));

// ---- 1

/** A subchannel that knows what was done to it. */
class Part {
  readonly key: string;
  readonly serial: number;
  shutdowns = 0;
  readonly #told: ((part: Part) => void) | undefined;

  constructor(address: Address, serial: number, told?: (part: Part) => void) {
    this.key = addressKey(address);
    this.serial = serial;
    this.#told = told;
  }

  shutdown(): void {
    this.shutdowns++;
    this.#told?.(this);
  }

  /** `2 (10.0.0.1:443)`: which one, not only of which address. */
  toString(): string {
    return `${this.serial} (${this.key})`;
  }
}

function listOf(options: { fails?: string; onShutdown?: (part: Part) => void } = {}) {
  const created: Part[] = [];
  const fails = { at: options.fails };
  const list = new SubchannelList((address) => {
    if (addressKey(address) === fails.at) throw new Error('no such socket');
    const part = new Part(address, created.length + 1, options.onShutdown);
    created.push(part);
    return part;
  });
  return { list, created, fails };
}

const named = (parts: readonly Part[]) => parts.map(String);
const closed = (parts: readonly Part[]) => parts.map(({ shutdowns }) => shutdowns);

task(1, () => {
  test('the first addresses', () => {
    const { list, created } = listOf();
    const { added, dropped } = list.update(at(1, 2, 3));
    expectSame(
      'list.all',
      named(list.all),
      ['1 (10.0.0.1:443)', '2 (10.0.0.2:443)', '3 (10.0.0.3:443)'],
      'One subchannel for each address, in their order.',
    );
    expectSame(
      'list.has of each of them',
      created.map((part) => list.has(part)),
      [true, true, true],
      'has looks a subchannel up by its key, and that is addressKey(address): so the list needs the same key.',
    );
    expectSame('added', named(added), named(created), 'All of them are new.');
    expectSame('dropped', named(dropped), [], 'Nothing was there before.');
    expectSame('shutdowns', closed(created), [0, 0, 0], 'All of them are wanted.');
  });

  test('kept, added and dropped', () => {
    const { list, created } = listOf();
    list.update(at(1, 2));
    const { added, dropped } = list.update(at(2, 3));
    expectSame(
      'subchannels created',
      created.length,
      3,
      'Two at first, and one for 10.0.0.3. The one for 10.0.0.2 was there: it stays, with its connection. Two address objects are never ===: compare addressKey(address).',
    );
    expectSame(
      'list.all',
      named(list.all),
      ['2 (10.0.0.2:443)', '3 (10.0.0.3:443)'],
      'The one that was there is kept, the same object.',
    );
    expectSame('added', named(added), ['3 (10.0.0.3:443)'], 'Only what was created just now.');
    expectSame('dropped', named(dropped), ['1 (10.0.0.1:443)'], 'What is not in the list now.');
    expectSame(
      'shutdowns',
      closed(created),
      [1, 0, 0],
      'The one that was dropped is shut down once, and no other: its connection would stay open for ever, and theirs would close for nothing.',
    );
  });

  test('a name of its own makes another address', () => {
    const { list, created } = listOf();
    const [address] = at(1);
    list.update(frozen([{ ...address!, serverName: 'a.example' }]));
    list.update(frozen([{ ...address!, serverName: 'b.example' }]));
    expectSame(
      'subchannels created',
      created.length,
      2,
      'Host and port are the same, and the server’s certificate has to name somebody else: that is another address. addressKey says so; host and port alone do not.',
    );
  });

  test('a path, in place of host and port', () => {
    const { list, created } = listOf();
    list.update(frozen<Address>([{ path: '/run/a.sock' }, { path: '/run/b.sock' }]));
    list.update(frozen<Address>([{ path: '/run/b.sock' }]));
    expectSame('subchannels created', created.length, 2, 'addressKey knows paths, too.');
    expectSame('shutdowns', closed(created), [1, 0], 'addressKey knows paths, too.');
  });

  test('another order', () => {
    const { list, created } = listOf();
    list.update(at(1, 2, 3));
    const { added, dropped } = list.update(at(3, 1, 2));
    expectSame(
      'list.all',
      list.all.map(({ key }) => key),
      ['10.0.0.3:443', '10.0.0.1:443', '10.0.0.2:443'],
      'The order is the resolver’s, and that of the old list counts no more: a Map keeps the order in which its entries came, also if one is set again.',
    );
    expectSame('added and dropped', [added.length, dropped.length], [0, 0], 'All were there.');
    expectSame('subchannels created', created.length, 3, 'All were there.');
  });

  test('the same address twice', () => {
    const { list, created } = listOf();
    const { added } = list.update(at(1, 2, 1));
    const twice =
      'An address that stands there twice counts once; otherwise its server gets two turns, and two connections.';
    expectSame('subchannels created', created.length, 2, twice);
    expectSame('list.all', named(list.all), named(created), twice);
    expectSame('added', named(added), named(created), twice);
    const again = list.update(at(1, 1, 2, 2));
    expectSame('added the second time', named(again.added), [], twice);
  });

  test('back after it was dropped', () => {
    const { list, created } = listOf();
    list.update(at(1, 2));
    list.update(at(2));
    const { added } = list.update(at(1, 2));
    expectSame(
      'added',
      named(added),
      ['3 (10.0.0.1:443)'],
      'What was shut down is not used again: it is SHUTDOWN for good. A new one is created.',
    );
    expectSame('shutdowns', closed(created), [1, 0, 0], 'Once, when it was dropped.');
  });

  test('nothing is left', () => {
    const { list, created } = listOf();
    list.update(at(1, 2));
    const { dropped } = list.update(at());
    expectSame('list.all', named(list.all), [], 'No address, no subchannel.');
    expectSame('dropped', named(dropped), named(created), 'In the order of the old list.');
    expectSame('shutdowns', closed(created), [1, 1], 'An empty list drops all of them.');
    expectSame('dropped the next time', named(list.update(at()).dropped), [], 'Only once.');
  });

  test('who is told of a shutdown sees the new list', () => {
    const seen: string[][] = [];
    const old: boolean[] = [];
    const { list } = listOf({
      onShutdown: (part) => {
        seen.push(list.all.map(({ key }) => key));
        old.push(list.has(part));
      },
    });
    list.update(at(1, 2, 3));
    list.update(at(3, 4));
    const cause =
      'shutdown runs somebody’s code, which may look at the list, as a picker does. First put the whole new list in place, then shut down.';
    expectSame(
      'the list at each shutdown',
      seen,
      Array(2).fill(['10.0.0.3:443', '10.0.0.4:443']),
      cause,
    );
    expectSame('list.has(dropped)', old, [false, false], cause);
  });

  test('a subchannel that cannot be created', () => {
    const { list, created, fails } = listOf();
    list.update(at(1, 2));
    const before = named(list.all);
    fails.at = '10.0.0.4:443';
    let thrown: unknown;
    try {
      list.update(at(2, 3, 4, 5));
    } catch (error) {
      throwGap(error);
      thrown = error;
    }
    check(
      thrown instanceof Error && thrown.message === 'no such socket',
      `update threw ${thrown === undefined ? 'nothing' : String(thrown)}`,
      'The error of create comes out as it is.',
    );
    const cause =
      'Nothing has changed but this: what was created for an update that failed is shut down, or its connection is nobody’s. What was there stays open, and in the list.';
    expectSame('list.all afterwards', named(list.all), before, cause);
    expectSame('shutdowns of 10.0.0.1, .2 and .3', closed(created), [0, 0, 1], cause);
    fails.at = undefined;
    list.update(at(2, 3));
    expectSame(
      'list.all of the next update',
      named(list.all),
      ['2 (10.0.0.2:443)', '4 (10.0.0.3:443)'],
      cause,
    );
  });

  test('a thousand addresses', () => {
    const { list } = listOf();
    let asked = 0;
    const many = (from: number) =>
      frozen(
        Array.from(
          { length: 1000 },
          (_, i): Address => ({
            get host() {
              asked++;
              return `10.0.${(from + i) >> 8}.${(from + i) & 255}`;
            },
            port: 443,
          }),
        ),
      );
    addressKey(many(0)[0]!);
    const once = asked;
    for (const from of [0, 500]) {
      asked = 0;
      list.update(many(from));
      check(
        asked <= 10 * 1000 * once,
        `addressKey of 1000 addresses was made ${Math.round(asked / once)} times`,
        'A thousand servers, and each is compared with each: a million steps. A Map finds one by its key at once, without looking at the others.',
      );
    }
    expectSame('list.all, how many', list.all.length, 1000, 'One for each address.');
  });

  test('what it gives back belongs to the caller', () => {
    const { list } = listOf();
    const first = list.update(at(1, 2));
    const all = list.all;
    expectKept('what update returned', named(first.added), () => list.update(at(2, 3)));
    expectSame(
      'added, kept',
      named(first.added),
      ['1 (10.0.0.1:443)', '2 (10.0.0.2:443)'],
      OUTPUTS,
    );
    expectSame('all, kept', named(all), ['1 (10.0.0.1:443)', '2 (10.0.0.2:443)'], OUTPUTS);
    expectSame('dropped of the first', named(first.dropped), [], OUTPUTS);
  });
});

const OUTPUTS = 'Each update makes its lists anew: what the last one returned is the caller’s.';

// ---- 2

interface Server {
  name: string;
  state: ConnectivityState;
}

const STATES = ['IDLE', 'CONNECTING', 'TRANSIENT_FAILURE', 'SHUTDOWN'] as const;
/** `+` is READY; a digit is one of the other states. */
const servers = (...states: (ConnectivityState | '+')[]): Server[] =>
  states.map((state, i) => ({ name: 'ABCDEFGH'[i]!, state: state === '+' ? 'READY' : state }));

function picks(picker: { pick(): Server | undefined }, count: number): string {
  return Array.from({ length: count }, () => picker.pick()?.name ?? '-').join('');
}

/** How often each stands in it. */
function countsOf(names: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

task(2, () => {
  test('each in turn', () => {
    const list = frozen(servers('+', '+', '+'));
    const picker = new Rotation().over(list);
    expectSame('seven picks', picks(picker, 7), 'ABCABCA', 'In the order of the list, and again.');
    check(
      picker.pick() === list[1],
      'the eighth pick gave something that looks like B, and is not B',
      'What comes out is one of those that went in, the same object, and not a copy: a copy has no connection.',
    );
  });

  test('from the start that it was given', () => {
    for (const [start, expected] of [
      [0, 'ABCA'],
      [1, 'BCAB'],
      [2, 'CABC'],
      [5, 'CABC'],
      [65_535, 'ABCA'],
      [2 ** 31 - 1, 'BCAB'],
      [2 ** 40, 'BCAB'],
    ] as const) {
      const picker = new Rotation(start).over(frozen(servers('+', '+', '+')));
      const picked = picks(picker, 4);
      expectSame(
        `new Rotation(${start}), four picks`,
        picked,
        expected,
        picked.includes('-')
          ? 'Three are READY, and undefined came out: the place has to be 0, 1 or 2. If the start is large, | 0 and >> make a number below 0 of it; % does not.'
          : 'The first place is what the start leaves after whole rounds: start % 3. If each of a thousand clients began with the first server, it would have a thousand calls at once.',
      );
    }
  });

  test('what is not READY is left out', () => {
    for (const state of STATES) {
      const picker = new Rotation().over(frozen(servers('+', state, '+')));
      const picked = picks(picker, 4);
      expectSame(
        `A, B (${state}), C`,
        picked,
        'ACAC',
        picked.includes('B')
          ? `B is ${state}: only READY can take a call.`
          : picked.includes('-')
            ? 'Two are READY, and undefined came out: the place has to be one among those two.'
            : 'Two are READY, and they take turns: A, C, A, C. A policy that walks through all three and goes on to the next that is READY gives C the turns of B as well.',
      );
    }
    const none = new Rotation().over(frozen(servers(...STATES)));
    expectSame(
      'picks, if none is READY',
      picks(none, 3),
      '---',
      'None is READY: undefined, and the call waits.',
    );
    expectSame(
      'picks, without any',
      picks(new Rotation().over([]), 2),
      '--',
      'None is READY: undefined.',
    );
    const one = new Rotation(7).over(frozen(servers('IDLE', 'IDLE', '+')));
    expectSame('the only one', picks(one, 3), 'CCC', 'One is READY, and takes all of them.');
  });

  test('nobody gets the turns of one that is down', () => {
    const list = frozen(servers('+', 'TRANSIENT_FAILURE', '+', '+'));
    const counts = countsOf(picks(new Rotation().over(list), 300));
    expectSame(
      'calls of A, C and D, of 300',
      [counts.A, counts.C, counts.D],
      [100, 100, 100],
      (counts.C ?? 0) > 101
        ? 'C stands behind the one that is down, and gets its calls as well: twice as many as the others, and then it is down next. Leave out what is not READY first, and take turns among the rest.'
        : 'Each that is READY gets the same.',
    );
  });

  test('no one twice before all others had a turn', () => {
    const random = new Random(21);
    for (let round = 0; round < 50; round++) {
      const states = Array.from({ length: 8 }, () => (random.next() < 0.6 ? '+' : 'IDLE') as '+');
      const list = frozen(servers(...states));
      const ready = list.filter(({ state }) => state === 'READY').length;
      const picked = picks(new Rotation(random.integer(0, 99)).over(list), 3 * ready);
      for (let from = 0; from + ready <= picked.length; from++) {
        const window = picked.slice(from, from + ready);
        check(
          new Set(window).size === ready,
          `${ready} are READY, and ${ready} picks in a row were ${window}`,
          'So many picks in a row as there are READY ones give each of them once.',
        );
      }
    }
  });

  test('another picker goes on', () => {
    const list = frozen(servers('+', '+', '+'));
    const rotation = new Rotation();
    const first = picks(rotation.over(list), 2);
    const second = picks(rotation.over(list), 2);
    expectSame(
      'two picks, a new picker, two picks',
      first + second,
      'ABCA',
      'A new picker is made whenever a state changes, which may be often. If each began with the first server, that one would get most of the calls. The turn belongs to the rotation.',
    );
  });

  test('a picker that is old moves the turn on, too', () => {
    const list = frozen(servers('+', '+', '+'));
    const rotation = new Rotation();
    const [old, young] = [rotation.over(list), rotation.over(list)];
    expectSame(
      'from two pickers in turns',
      picks(old, 1) + picks(young, 1) + picks(old, 1) + picks(young, 1),
      'ABCA',
      'Every pick moves the one turn on that all pickers of a rotation share: read it when somebody picks, and not when the picker is made.',
    );
  });

  test('another picker has another number of servers', () => {
    const rotation = new Rotation();
    const first = picks(rotation.over(frozen(servers('+', '+', '+'))), 3);
    const second = picks(rotation.over(frozen(servers('+', '+'))), 2);
    expectSame(
      'three picks among three, a new picker, two among two',
      first + second,
      'ABCBA',
      'There were three picks, so this.#turn is 3, and of 3 the second picker leaves 3 % 2 = 1: B. If the turn is cut to the length of one list, it is 0 again after each whole round, and the first server gets more than the others whenever a picker is made.',
    );
  });

  test('each picker has a list of its own', () => {
    const rotation = new Rotation();
    const all = servers('+', '+', '+', '+', '+');
    const [old, young] = [rotation.over(frozen(all.slice(0, 3))), rotation.over(all.slice(3))];
    expectSame(
      'from a picker over A, B and C and one over D and E, in turns',
      picks(old, 1) + picks(young, 1) + picks(old, 1) + picks(young, 1),
      'AECE',
      'The turn belongs to the rotation, and the list of those that are READY to the picker. A picker that is old goes on with its own.',
    );
  });

  test('two rotations have nothing to do with each other', () => {
    const list = frozen(servers('+', '+', '+'));
    const [one, other] = [new Rotation().over(list), new Rotation().over(list)];
    expectSame(
      'picks of both',
      picks(one, 2) + picks(other, 2),
      'ABAB',
      'Each channel has its own turn.',
    );
  });

  test('what happens afterwards does not concern it', () => {
    const list = servers('+', '+', 'IDLE');
    const picker = new Rotation().over(list);
    list[2]!.state = 'READY';
    list[0]!.state = 'TRANSIENT_FAILURE';
    expectSame(
      'picks after states have changed',
      picks(picker, 4),
      'ABAB',
      'A picker is made of the states as they were. When one changes, the policy makes another picker; an old one that looks again sees some of it twice.',
    );
    list.length = 0;
    expectSame(
      'picks after the list was emptied',
      picks(picker, 2),
      'AB',
      'The list is the caller’s, who goes on using it: keep a list of your own.',
    );
  });
});

// ---- 3

/** Chance that counts how often it was asked, and does not go on for ever. */
function counted(next: () => number) {
  const chance = {
    asked: 0,
    next: () => {
      chance.asked++;
      check(
        chance.asked < 10_000,
        'random was asked ten thousand times',
        'A loop that draws again until the number is another one does not end if chance says the same each time. One question for each number.',
      );
      return next();
    },
  };
  return chance;
}

/**
 * By how much a count may differ from what is expected: five standard deviations of `trials` with
 * this probability. Of two million right ways to do it, one would be refused.
 */
const tolerance = (trials: number, probability: number) =>
  5 * Math.sqrt(trials * probability * (1 - probability));

function expectNear(
  what: string,
  received: number,
  trials: number,
  probability: number,
  cause: string,
) {
  const expected = trials * probability;
  const most = tolerance(trials, probability);
  check(
    Math.abs(received - expected) <= most,
    `${what}: ${received} of ${trials}, expected ${Math.round(expected)} ± ${Math.round(most)}`,
    cause,
  );
}

task(3, () => {
  test('different numbers, within the list', () => {
    const random = new Random(1);
    for (let of = 2; of <= 6; of++) {
      for (let i = 0; i < 200; i++) {
        const drawn = draw(2, of, () => random.next());
        check(
          drawn.length === 2 && drawn.every((n) => Number.isInteger(n) && n >= 0 && n < of),
          `draw(2, ${of}, random) gave ${JSON.stringify(drawn)}`,
          `Two whole numbers, from 0 to ${of - 1}.`,
        );
        check(drawn[0] !== drawn[1], `draw(2, ${of}, random) gave ${JSON.stringify(drawn)}`, TWICE);
      }
    }
  });

  test('at the edges of chance', () => {
    for (const edge of [0, 1 - 2 ** -53]) {
      for (const of of [2, 3, 10]) {
        const chance = counted(() => edge);
        const drawn = draw(2, of, chance.next);
        check(
          new Set(drawn).size === 2 && drawn.every((n) => n >= 0 && n < of),
          `draw(2, ${of}, () => ${edge}) gave ${JSON.stringify(drawn)}`,
          drawn[0] === drawn[1]
            ? TWICE
            : 'random may say 0, and almost 1; the numbers are still in the list.',
        );
      }
    }
  });

  test('one question for each number', () => {
    for (const [count, of, expected] of [
      [2, 5, 2],
      [2, 2, 2],
      [3, 10, 3],
      [2, 1, 1],
      [1, 4, 1],
      [2, 0, 0],
    ] as const) {
      const random = new Random(3);
      const chance = counted(() => random.next());
      const drawn = draw(count, of, chance.next);
      expectSame(
        `draw(${count}, ${of}, random), how many`,
        drawn.length,
        expected,
        'So many as asked for, or all of them.',
      );
      expectSame(
        `questions of draw(${count}, ${of}, random)`,
        chance.asked,
        expected,
        chance.asked > expected
          ? 'One for each number: a draw that shuffles the whole list does a thousand times the work for a thousand servers, for every call.'
          : 'One for each number that comes out, also for the last one that is left. Two numbers from one question easily depend on each other.',
      );
    }
  });

  test('all of them, if there are not more', () => {
    const random = new Random(4);
    for (const count of [3, 4, 100, Number.POSITIVE_INFINITY]) {
      const drawn = draw(count, 3, () => random.next());
      expectSame(
        `draw(${count}, 3, random), in order`,
        [...drawn].sort(),
        [0, 1, 2],
        'There are three.',
      );
    }
    expectSame(
      'draw(2, 0, random)',
      draw(2, 0, () => 0.5),
      [],
      'There is nothing to draw from.',
    );
    expectSame(
      'draw(0, 3, random)',
      draw(0, 3, () => 0.5),
      [],
      'None was asked for.',
    );
  });

  test('every list as likely', () => {
    for (const [count, of, all] of [
      [1, 3, 3],
      [2, 4, 12],
      [3, 4, 24],
    ] as const) {
      const random = new Random(100 * count + of);
      const trials = 500 * all;
      const counts: Record<string, number> = {};
      const sets: Record<string, number> = {};
      for (let i = 0; i < trials; i++) {
        const drawn = draw(count, of, () => random.next());
        const [list, set] = [drawn.join(', '), [...drawn].sort().join(', ')];
        counts[list] = (counts[list] ?? 0) + 1;
        sets[set] = (sets[set] ?? 0) + 1;
      }
      const name = `draw(${count}, ${of}, random)`;
      for (const [set, times] of Object.entries(sets)) {
        expectNear(
          `${name}: ${set} in any order`,
          times,
          trials,
          1 / (SETS[count]?.[of] ?? 1),
          'Some servers are drawn more often than others. For the first number there are as many places as numbers, for the second one fewer, and the one that is taken is left out.',
        );
      }
      for (const [list, times] of Object.entries(counts)) {
        expectNear(
          `${name}: ${list}`,
          times,
          trials,
          1 / all,
          'The right ones come, and not in every order as often. If two are as busy, the first is picked: so the order has to be by chance, too.',
        );
      }
      expectSame(
        `different lists of ${name}`,
        Object.keys(counts).length,
        all,
        'Some never come: in every order, each may be the first.',
      );
    }
  });

  test('calls under way', () => {
    const inFlight = new InFlight<Server>();
    const [a, b] = servers('+', '+') as [Server, Server];
    expectSame('before any call', inFlight.of(a), 0, 'None.');
    const first = inFlight.begin(a);
    const second = inFlight.begin(a);
    inFlight.begin(b);
    expectSame(
      'two calls at A, one at B',
      [inFlight.of(a), inFlight.of(b)],
      [2, 1],
      'Each server has a count of its own.',
    );
    second();
    expectSame(
      'the second call of A is over',
      [inFlight.of(a), inFlight.of(b)],
      [1, 1],
      'One call less, there and only there.',
    );
    second();
    second();
    expectSame(
      'its end was told three times',
      inFlight.of(a),
      1,
      'A call ends once, and is counted off once; otherwise the other one that is still under way is not counted.',
    );
    first();
    first();
    expectSame(
      'both calls of A are over',
      [inFlight.of(a), inFlight.of(b)],
      [0, 1],
      'None is left, and never fewer.',
    );
    const third = inFlight.begin(a);
    expectSame('and a third call', inFlight.of(a), 1, 'It counts as every other.');
    const fourth = inFlight.begin(a);
    third();
    expectSame(
      'a fourth begins, and the third ends first',
      inFlight.of(a),
      1,
      'Calls end in any order. One is still under way: count one less than there are now, and not what there was when the call began.',
    );
    fourth();
    expectSame('both are over', inFlight.of(a), 0, 'It counts as every other.');
    expectSame(
      'calls at B, for another client',
      new InFlight<Server>().of(b),
      0,
      'Each client counts its own calls, and knows of no others.',
    );
  });

  test('it begins no call', () => {
    const list = frozen(servers('+', '+'));
    const inFlight = new InFlight<Server>();
    const random = new Random(5);
    for (let i = 0; i < 10; i++) leastBusy(list, 2, inFlight, () => random.next());
    expectSame(
      'calls under way after ten picks',
      list.map((server) => inFlight.of(server)),
      [0, 0],
      'To be picked is not yet to have a call: the connection may be gone when the call looks at it. The one that makes the call says begin.',
    );
  });

  test('the less busy one of two', () => {
    const random = new Random(6);
    for (const busy of [0, 1]) {
      const list = frozen(servers('+', '+'));
      const inFlight = new InFlight<Server>();
      inFlight.begin(list[busy]!);
      for (let i = 0; i < 100; i++) {
        const picked = leastBusy(list, 2, inFlight, () => random.next());
        check(
          picked === list[1 - busy],
          `of A and B, ${list[busy]!.name} has a call, and ${picked?.name ?? 'none'} was picked`,
          picked === undefined
            ? 'There is always one to pick.'
            : 'Both are drawn, since there are two. The one without a call has fewer. (0 is a number, and the smallest.)',
        );
      }
    }
  });

  test('among four, with 0, 1, 2 and 3 calls', () => {
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1],
    ]) {
      const random = new Random(7);
      const list = frozen(servers('+', '+', '+', '+'));
      const inFlight = new InFlight<Server>();
      for (const [i, calls] of order.entries())
        for (let n = 0; n < calls; n++) inFlight.begin(list[i]!);
      const trials = 6_000;
      const byCalls = [0, 0, 0, 0];
      for (let i = 0; i < trials; i++) {
        const picked = leastBusy(list, 2, inFlight, () => random.next());
        byCalls[order[list.indexOf(picked as Server)]!]!++;
      }
      const cause = !byCalls[1]
        ? 'Always the one with the fewest calls of all: every client sees the same, and all go there at once. Only two are looked at.'
        : byCalls[3]
          ? 'The busiest was picked. Of two different ones, never.'
          : 'Of six pairs, three have the one with 0 calls, two more the one with 1, and one is left for the one with 2.';
      for (const [calls, probability] of [1 / 2, 1 / 3, 1 / 6, 0].entries()) {
        expectNear(`the one with ${calls} calls`, byCalls[calls]!, trials, probability, cause);
      }
    }
  });

  test('if all are as busy', () => {
    const random = new Random(8);
    const list = frozen(servers('+', '+', '+'));
    const inFlight = new InFlight<Server>();
    const trials = 3_000;
    const counts: Record<string, number> = { A: 0, B: 0, C: 0 };
    for (let i = 0; i < trials; i++)
      counts[leastBusy(list, 2, inFlight, () => random.next())!.name]!++;
    for (const [name, times] of Object.entries(counts)) {
      expectNear(
        `of three without a call, ${name}`,
        times,
        trials,
        1 / 3,
        'All are as busy, so each has to come as often: otherwise the same one gets the first call of every client.',
      );
    }
  });

  test('it looks at no others', () => {
    const random = new Random(9);
    const list = frozen(servers('+', '+', '+', '+', '+', '+', '+', '+'));
    const really = new InFlight<Server>();
    const looked = new Set<Server>();
    const inFlight = Object.assign(new InFlight<Server>(), {
      of: (server: Server) => {
        looked.add(server);
        return really.of(server);
      },
    });
    for (const choices of [1, 2, 3]) {
      looked.clear();
      leastBusy(list, choices, inFlight, () => random.next());
      check(
        looked.size <= choices,
        `choices is ${choices}, and ${looked.size} of 8 servers were looked at`,
        'It looks at those that were drawn, and at no others. choices is how many are drawn, and not always two.',
      );
    }
  });

  test('as many choices as there are servers, or more', () => {
    const random = new Random(10);
    const list = frozen(servers('+', '+', '+', '+', '+'));
    const inFlight = new InFlight<Server>();
    for (const i of [0, 1, 2, 4]) inFlight.begin(list[i]!);
    for (const choices of [5, 10, Number.POSITIVE_INFINITY]) {
      const picked = leastBusy(list, choices, inFlight, counted(() => random.next()).next);
      expectSame(
        `the only one without a call, ${choices} choices`,
        picked?.name,
        'D',
        'All are drawn, and it has the fewest: choices is how many are drawn, and not always two.',
      );
    }
  });

  test('the fewest of three, in whatever order they are drawn', () => {
    const random = new Random(11);
    for (const fewest of [0, 1000]) {
      const list = frozen(servers('+', '+', '+'));
      const inFlight = new InFlight<Server>();
      for (const [i, server] of list.entries())
        for (let n = 0; n < fewest + i; n++) inFlight.begin(server);
      for (let i = 0; i < 100; i++) {
        expectSame(
          `of A, B and C with ${fewest}, ${fewest + 1} and ${fewest + 2} calls, 3 choices`,
          leastBusy(list, 3, inFlight, () => random.next())?.name,
          'A',
          'Compare each that was drawn with the best so far, and not with the one before it. However many calls there are, one of the three has the fewest.',
        );
      }
    }
  });

  test('one, and none', () => {
    const [only] = frozen(servers('+'));
    const inFlight = new InFlight<Server>();
    inFlight.begin(only!);
    expectSame(
      'of one, which is busy',
      leastBusy([only!], 2, inFlight, () => 0)?.name,
      'A',
      'There is no other.',
    );
    expectSame(
      'of none',
      leastBusy([], 2, inFlight, () => 0) ?? null,
      null,
      'There is nobody: undefined.',
    );
  });
});

/** How many sets there are of `count` out of `of`. */
const SETS: Record<number, Record<number, number>> = { 1: { 3: 3 }, 2: { 4: 6 }, 3: { 4: 4 } };

const TWICE =
  'The same number twice is one choice, and not two: of two servers, a quarter of all calls would have to go to the one that stands still.';

// ---- 4

const PARTS = ['READY', 'CONNECTING', 'IDLE', 'TRANSIENT_FAILURE'] as const;

/** All lists of `length` of these states. */
function lists(length: number): ConnectivityState[][] {
  if (length === 0) return [[]];
  return lists(length - 1).flatMap((rest) => PARTS.map((state) => [...rest, state]));
}

task(4, () => {
  test('the best that is true of one', () => {
    for (const states of [1, 2, 3].flatMap(lists)) {
      const expected = PARTS.find((state) => states.includes(state))!;
      expectSame(
        `joinedState([${states.join(', ')}])`,
        joinedState(Object.freeze(states)),
        expected,
        WHY[expected],
      );
    }
  });

  test('any iterable will do, once', () => {
    function* states() {
      yield 'IDLE' as const;
      yield 'CONNECTING' as const;
    }
    expectSame(
      'joinedState of a generator: IDLE, CONNECTING',
      joinedState(states()),
      'CONNECTING',
      'It can be gone through once, and has no length: values() of a Map is like that.',
    );
    expectSame(
      'joinedState([])',
      joinedState([]),
      'TRANSIENT_FAILURE',
      'Without parts no call can go anywhere.',
    );
  });

  test('parts that come up, one after the other', () => {
    const joint = new JointState<object>();
    const [a, b] = [{}, {}];
    const said = [joint.state];
    for (const [part, state] of [
      [a, 'IDLE'],
      [b, 'IDLE'],
      [a, 'CONNECTING'],
      [b, 'CONNECTING'],
      [b, 'READY'],
      [a, 'READY'],
      [b, 'IDLE'],
      [a, 'IDLE'],
    ] as const) {
      joint.set(part, state);
      said.push(joint.state);
    }
    expectSame(
      'state, step by step',
      said,
      [
        'TRANSIENT_FAILURE',
        'IDLE',
        'IDLE',
        'CONNECTING',
        'CONNECTING',
        'READY',
        'READY',
        'READY',
        'IDLE',
      ],
      'Each part counts as it was set last. None of them has failed.',
    );
  });

  test('from each state to each other', () => {
    for (const before of PARTS) {
      for (const state of PARTS) {
        const joint = new JointState<object>();
        const part = {};
        joint.set(part, before);
        joint.set(part, state);
        const failed = before === 'TRANSIENT_FAILURE' && state !== 'READY';
        expectSame(
          `a part is ${before}, and then ${state}`,
          joint.state,
          failed ? before : state,
          failed
            ? 'A new try is not yet better news: failed until it is READY. If the channel said CONNECTING, calls would wait for a server that is not there, and fail a moment later, in turns.'
            : before === 'TRANSIENT_FAILURE'
              ? 'READY is the way out: it has a connection, and the failure is forgotten.'
              : 'It has not failed before, so it counts as it was set last. Only a failure stays.',
        );
      }
    }
  });

  test('what has failed counts as failed until it is READY', () => {
    const joint = new JointState<object>();
    const [a, b] = [{}, {}];
    const said: ConnectivityState[] = [];
    for (const [part, state] of [
      [a, 'TRANSIENT_FAILURE'],
      [b, 'TRANSIENT_FAILURE'],
      [a, 'IDLE'],
      [a, 'CONNECTING'],
      [b, 'CONNECTING'],
      [a, 'TRANSIENT_FAILURE'],
      [b, 'READY'],
    ] as const) {
      joint.set(part, state);
      said.push(joint.state);
    }
    expectSame(
      'two that are down, and try again',
      said,
      [...Array(6).fill('TRANSIENT_FAILURE'), 'READY'],
      'A new try is not yet better news. If the channel said CONNECTING, calls would wait for a server that is not there, and fail a moment later, in turns.',
    );
  });

  test('READY is the way out, and after it all is as before', () => {
    const joint = new JointState<object>();
    const part = {};
    const said: ConnectivityState[] = [];
    for (const state of [
      'TRANSIENT_FAILURE',
      'CONNECTING',
      'READY',
      'IDLE',
      'CONNECTING',
    ] as const) {
      joint.set(part, state);
      said.push(joint.state);
    }
    expectSame(
      'failed, trying, READY, lost, trying',
      said,
      ['TRANSIENT_FAILURE', 'TRANSIENT_FAILURE', 'READY', 'IDLE', 'CONNECTING'],
      'Once it was READY, the failure before is forgotten.',
    );
  });

  test('one that fails, beside one that does not', () => {
    const joint = new JointState<object>();
    const [a, b] = [{}, {}];
    joint.set(a, 'READY');
    joint.set(b, 'TRANSIENT_FAILURE');
    expectSame('one READY, one failed', joint.state, 'READY', 'Calls go to the one that is READY.');
    joint.set(b, 'CONNECTING');
    joint.set(a, 'IDLE');
    expectSame(
      'one IDLE, one failed and trying',
      joint.state,
      'IDLE',
      'The other counts as failed: each part has a state of its own, and its own failure.',
    );
    joint.set(a, 'CONNECTING');
    expectSame(
      'one CONNECTING, one failed',
      joint.state,
      'CONNECTING',
      'This part has never failed: its first try is worth waiting for.',
    );
  });

  test('a part that is SHUTDOWN is none', () => {
    const joint = new JointState<object>();
    const [a, b] = [{}, {}];
    joint.set(a, 'READY');
    joint.set(b, 'TRANSIENT_FAILURE');
    joint.set(a, 'SHUTDOWN');
    expectSame(
      'the READY one is SHUTDOWN',
      joint.state,
      'TRANSIENT_FAILURE',
      'It counts no longer, and what is left has failed.',
    );
    joint.set(b, 'SHUTDOWN');
    joint.set(b, 'CONNECTING');
    expectSame(
      'the failed one is SHUTDOWN, and set again',
      joint.state,
      'CONNECTING',
      'It is new: what it was before it was SHUTDOWN is forgotten. SHUTDOWN is a way out for one that has failed, too.',
    );
    joint.set({}, 'SHUTDOWN');
    joint.delete(b);
    expectSame(
      'none is left',
      joint.state,
      'TRANSIENT_FAILURE',
      'Without parts no call can go anywhere.',
    );
  });

  test('parts are known by what they are', () => {
    const joint = new JointState<{ key: string }>();
    joint.set({ key: 'a' }, 'READY');
    joint.set({ key: 'a' }, 'TRANSIENT_FAILURE');
    expectSame(
      'two parts that look the same',
      joint.state,
      'READY',
      'Two objects are two parts, whatever is in them: an address that was dropped and is back has another subchannel.',
    );
  });

  test('three servers of grpc-js: thirty calls', async () => {
    const calls = await withStrangers();
    expectSame(
      'calls of each server',
      calls,
      [10, 10, 10],
      'Thirty calls, one after the other, over three connections that stand.',
    );
  });

  test('three servers of grpc-js: the connections of those that stay', async () => {
    const seen = await updatedChannel();
    expectSame(
      'connections that each server was asked for',
      seen.connections,
      [1, 1, 1],
      'The list changed while the channel was in use: from servers 1 and 2 to 2 and 3. The connection to 2 has to stay.',
    );
    expectSame(
      'calls that failed',
      seen.failed,
      0,
      'A call under way ends before its connection closes.',
    );
    expectSame(
      'servers of the calls after it',
      seen.after,
      [2, 3],
      'Who is dropped gets no more calls.',
    );
  });
});

const WHY: Record<(typeof PARTS)[number], string> = {
  READY: 'One is READY, so calls can go out: READY, whatever the others are.',
  CONNECTING: 'None is READY, and one is CONNECTING: calls wait for it.',
  IDLE: 'None is READY or CONNECTING, and one is IDLE: it can still be asked to connect.',
  TRANSIENT_FAILURE: 'All have failed: so has the channel.',
};
