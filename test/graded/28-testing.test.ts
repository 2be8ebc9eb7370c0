import { test } from 'vitest';
import { expectSteady } from '#course/kit/bench/judge-steady';
import {
  collect,
  expectFaultsFound,
  expectRightPass,
  type FaultySubject,
  type RightSubject,
} from '#course/kit/bench/judge-tests';
import type { ClientOwn, ShopOwn } from '#course/kit/bench/shop-bench';
import { check } from '#course/kit/compare/finding';
import { task } from '#course/kit/task';
import { testAnswers } from '#testing/answers';
import { testClient } from '#testing/client';
import { testSearches } from '#testing/searches';
import { twoAtOnce } from '#testing/steady';
import { ANSWER_FAULTS } from '../../lessons/28-testing/bench/answer-faults.ts';
import { AT_ONCE_FAULTS } from '../../lessons/28-testing/bench/at-once-faults.ts';
import { CLIENT_FAULTS } from '../../lessons/28-testing/bench/client-faults.ts';
import { clientWorld } from '../../lessons/28-testing/bench/client-world.ts';
import type { Fault } from '../../lessons/28-testing/bench/fault.ts';
import { RIGHT_CLIENTS } from '../../lessons/28-testing/bench/right-clients.ts';
import { RIGHT_SHOPS } from '../../lessons/28-testing/bench/right-shops.ts';
import { SEARCH_FAULTS } from '../../lessons/28-testing/bench/search-faults.ts';
import { shopWorld } from '../../lessons/28-testing/bench/shop-world.ts';
import { unhandledIn } from './unhandled.ts';

/*
 * The learner writes tests, and this suite brings what they test: servers and clients on our own
 * stack, in this process, on a clock that jumps. lessons/28-testing/bench has them, with their faults.
 */

const shops: RightSubject<ShopOwn>[] = RIGHT_SHOPS.map(({ differs, make }) => ({
  ...(differs !== undefined && { differs }),
  make: (clock) => shopWorld(make, clock),
}));
const clients: RightSubject<ClientOwn>[] = RIGHT_CLIENTS.map(({ differs, make }) => ({
  ...(differs !== undefined && { differs }),
  make: (clock) => clientWorld(make, clock),
}));
const faulty = (faults: readonly Fault[]): FaultySubject<ShopOwn>[] =>
  faults.map((fault) => ({ ...fault, make: (clock) => shopWorld(fault.make, clock) }));

/** A check that nobody awaits fails where nobody hears of it. */
async function expectHeard(act: () => Promise<void>): Promise<void> {
  const unheard = await unhandledIn(act);
  check(
    unheard === 0,
    'a promise in your tests fails, and nobody awaits it',
    'What fails there fails no test. Write await before whatever gives a promise.',
  );
}

task(1, () => {
  test('the right servers pass', () =>
    expectHeard(() => expectRightPass('server', collect('testAnswers', testAnswers), shops)));

  test('the faulty ones do not', () =>
    expectHeard(() =>
      expectFaultsFound(
        'server',
        collect('testAnswers', testAnswers),
        shops[0],
        faulty(ANSWER_FAULTS),
      ),
    ));
});

task(2, () => {
  test('the right servers pass', () =>
    expectHeard(() => expectRightPass('server', collect('testSearches', testSearches), shops)));

  test('the faulty ones do not', () =>
    expectHeard(() =>
      expectFaultsFound(
        'server',
        collect('testSearches', testSearches),
        shops[0],
        faulty(SEARCH_FAULTS),
      ),
    ));
});

task(3, () => {
  test('the right clients pass', () =>
    expectHeard(() => expectRightPass('client', collect('testClient', testClient), clients)));

  test('the faulty ones do not', () => {
    const faults = CLIENT_FAULTS.map((fault) => ({
      ...fault,
      make: (clock: Parameters<typeof clientWorld>[1]) => clientWorld(fault.make, clock),
    }));
    return expectHeard(() =>
      expectFaultsFound('client', collect('testClient', testClient), clients[0], faults),
    );
  });
});

task(4, () => {
  test('it passes each time, however long the shop takes', () => {
    let seen = 0;
    return expectHeard(() =>
      expectSteady(twoAtOnce, (takes, clock) =>
        shopWorld(RIGHT_SHOPS[seen++ % RIGHT_SHOPS.length]!.make, clock, takes, []),
      ),
    );
  });

  test('it fails each time, if the shop is wrong', () =>
    expectHeard(async () => {
      for (const fault of AT_ONCE_FAULTS) {
        await expectSteady(
          twoAtOnce,
          (takes, clock) => shopWorld(fault.make, clock, takes, []),
          fault,
        );
      }
    }));
});
