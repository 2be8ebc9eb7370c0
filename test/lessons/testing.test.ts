import { expect, test } from 'vitest';
import { tryBoth } from '../../lessons/28-testing/article-test.ts';
import { searchThroughProxies } from '../../lessons/28-testing/broken-ways.ts';
import { countPasses, RUNS } from '../../lessons/28-testing/flaky.ts';
import { compareChanges } from '../../lessons/28-testing/golden.ts';
import {
  CLIENT_SUITES,
  judgeClientTests,
  judgeShopTests,
  SHOP_SUITES,
} from '../../lessons/28-testing/judged.ts';
import { lookEverywhere } from '../../lessons/28-testing/places.ts';
import { checkProperty } from '../../lessons/28-testing/property.ts';

/** What the page of lesson 28 says, held against runs. */

test('the article’s test passes with catalogues that are wrong, and leaves one behind', async () => {
  const rows = await tryBoth();
  expect(rows.map(({ article }) => article)).toEqual([
    ...['passes', 'passes', 'passes', 'passes'],
    'fails',
  ]);
  expect(rows.map(({ port }) => port)).toEqual(['free', 'free', 'free', 'free', 'in use']);
  expect(rows.map(({ mended }) => mended)).toEqual([
    'passes',
    ...['fails', 'fails', 'fails', 'fails'],
  ]);
});

test('each place finds what the one before finds, and one thing more', async () => {
  const found = (await lookEverywhere()).map(([, ...cells]) => cells.map((c) => c === 'found'));
  expect(found).toEqual([
    [false, false, false],
    [true, true, true],
    [false, true, true],
    [false, true, true],
    [false, true, true],
    [false, false, true],
  ]);
});

test('planted faults: all are found, none by no test, and who always fails fails the right one', async () => {
  const judged: Record<string, string> = {};
  for (const [name, tests] of Object.entries(SHOP_SUITES)) {
    const { right, found, of } = await judgeShopTests(tests());
    judged[name] = `${right} ${found}/${of}`;
  }
  expect(judged).toEqual({
    'no test at all': 'passes 0/28',
    'calls, and asks nothing': 'passes 0/28',
    'one good case': 'passes 2/28',
    'fails always': 'fails 28/28',
    'the exercise’s': 'passes 28/28',
  });
});

test('a mock finds 4 of 17, a fake all', async () => {
  const judged: Record<string, string> = {};
  for (const [name, tests] of Object.entries(CLIENT_SUITES)) {
    const { right, found, of } = await judgeClientTests(tests());
    judged[name] = `${right} ${found}/${of}`;
  }
  expect(judged).toEqual({ 'a mock': 'passes 4/17', 'a fake server': 'passes 17/17' });
});

test('both clients read the same through each proxy', { timeout: 60_000 }, async () => {
  const rows = await searchThroughProxies();
  for (const [way, theirs, ours] of rows) expect(`${way}: ${theirs}`).toBe(`${way}: ${ours}`);
  expect(rows.map(([, , ours]) => ours)).toEqual([
    '3, OK',
    '0, DEADLINE_EXCEEDED',
    '2, UNAVAILABLE',
    '2, UNAVAILABLE',
    '2, DEADLINE_EXCEEDED',
    '0, UNAVAILABLE',
  ]);
});

test('a round trip sees no change, golden bytes see those that old clients see', () => {
  for (const [, round, golden, old] of compareChanges()) {
    expect(round).toBe('same');
    expect(golden === 'same').toBe(old === '7, 6.5, Ely');
  }
});

test('one property: the right shop passes, six of fifteen do not', {
  timeout: 60_000,
}, async () => {
  const rows = await checkProperty();
  expect(rows[0]).toEqual({ shop: 'the right one', cases: 100, smallest: '–' });
  expect(rows.length - 1).toBe(15);
  expect(rows.filter(({ smallest }) => smallest !== '–')).toHaveLength(6);
});

test('a wait makes a flaky test no steadier than chance; an answer does', async () => {
  const passes = (await countPasses()).map(([, passed]) => Number.parseInt(passed!, 10));
  expect(passes.at(-1)).toBe(RUNS);
  for (const passed of passes.slice(0, -1)) {
    expect(passed).toBeGreaterThan(0);
    expect(passed).toBeLessThan(RUNS);
  }
});
