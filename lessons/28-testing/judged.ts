import { collect, type Tests } from '#course/kit/bench/judge-tests';
import { type Run, runTest, type World } from '#course/kit/bench/run-test';
import type { ClientOwn, ShopOwn } from '#course/kit/bench/shop-bench';
import { testAnswers } from '#testing/answers';
import { testClient } from '#testing/client';
import { testSearches } from '#testing/searches';
import { FakeClock } from '#time/fake-clock';
import { ANSWER_FAULTS } from './bench/answer-faults.ts';
import { CLIENT_FAULTS } from './bench/client-faults.ts';
import { clientWorld } from './bench/client-world.ts';
import { plainClient } from './bench/right-clients.ts';
import { plainShop } from './bench/right-shops.ts';
import { SEARCH_FAULTS } from './bench/search-faults.ts';
import { shopWorld } from './bench/shop-world.ts';
import { MOCKED } from './mock.ts';

/** What became of a suite. */
export interface Judged {
  right: 'passes' | 'fails';
  found: number;
  of: number;
  /** What a user would notice, of the faults that nobody found. */
  missed: string[];
}

type Make<Own> = (clock: FakeClock) => World<Own>;

async function passes<Own extends object>(tests: Tests<Own>, make: Make<Own>): Promise<boolean> {
  for (const [name, run] of tests) {
    const clock = new FakeClock();
    const { state } = await runTest(name, run, clock, make(clock));
    if (state === 'failed') return false;
  }
  return true;
}

async function judge<Own extends object>(
  tests: Tests<Own>,
  right: Make<Own>,
  faults: readonly { notice: string; make: Make<Own> }[],
): Promise<Judged> {
  const missed = [];
  for (const { notice, make } of faults) if (await passes(tests, make)) missed.push(notice);
  return {
    right: (await passes(tests, right)) ? 'passes' : 'fails',
    found: faults.length - missed.length,
    of: faults.length,
    missed,
  };
}

const shops = [...ANSWER_FAULTS, ...SEARCH_FAULTS].map(({ notice, make }) => ({
  notice,
  make: (clock: FakeClock) => shopWorld(make, clock),
}));
const clients = CLIENT_FAULTS.map(({ notice, make }) => ({
  notice,
  make: (clock: FakeClock) => clientWorld(make, clock),
}));

/** Tests of the shop, against one that is right and all that are not. */
export const judgeShopTests = (tests: Tests<ShopOwn>): Promise<Judged> =>
  judge(tests, (clock) => shopWorld(plainShop, clock), shops);

export const judgeClientTests = (tests: Tests<ClientOwn>): Promise<Judged> =>
  judge(tests, (clock) => clientWorld(plainClient, clock), clients);

const only = (run: Run<ShopOwn>) => (): Tests<ShopOwn> => new Map([['it works', run]]);

/** Two files may have a test of the same name. */
const named = (file: string, tests: Tests<ShopOwn>): [string, Run<ShopOwn>][] =>
  [...tests].map(([name, run]) => [`${file}: ${name}`, run]);

/** Suites of the shop, from nothing to all that is asked in the exercise. */
export const SHOP_SUITES: Record<string, () => Tests<ShopOwn>> = {
  'no test at all': () => new Map(),
  'calls, and asks nothing': only(async ({ shop }) => {
    await shop.getOrder({ value: '101' });
  }),
  'one good case': only(async ({ shop, equal, all }) => {
    equal('101', (await shop.getOrder({ value: '101' })).destination, 'Leeds');
    equal('cups', (await all(shop.searchOrders({ value: 'cup' }))).length, 3);
  }),
  'fails always': only(async () => {
    throw new Error('no');
  }),
  'the exercise’s': () =>
    new Map([
      ...named('answers', collect<ShopOwn>('testAnswers', testAnswers)),
      ...named('searches', collect<ShopOwn>('testSearches', testSearches)),
    ]),
};

/** Tests of the client: with a mock, and with a fake that speaks the protocol. */
export const CLIENT_SUITES: Record<string, () => Tests<ClientOwn>> = {
  'a mock': () => MOCKED,
  'a fake server': () => collect<ClientOwn>('testClient', testClient),
};
