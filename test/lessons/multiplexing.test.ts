import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT } from '#course/paths';
import { drawTable } from '../../lessons/10-hello-grpc/compare.ts';
import { goAwayFromGrpcJs, goAwayFromOurs } from '../../lessons/20-multiplexing/going.ts';
import { lastIdsOfGrpcJs, lastIdsOfOurs } from '../../lessons/20-multiplexing/last-ids.ts';
import { queueOnGrpcJs, queueOnOurs } from '../../lessons/20-multiplexing/limit.ts';
import { planned } from '../../lessons/20-multiplexing/loss-plan.ts';
import { drawLoss, loseOne } from '../../lessons/20-multiplexing/lost.ts';
import { countConnections } from '../../lessons/20-multiplexing/pool.ts';
import { race } from '../../lessons/20-multiplexing/race.ts';

/** What lesson 20 says of connections is what its servers count. */

const page = readFileSync(`${ROOT}docs/lessons/20-multiplexing.md`, 'utf8');

test('the page prints the connections that are counted', async () => {
  expect(page).toContain(drawTable(await countConnections()));
});

test.each([1, 4, 6])(
  'one lost segment, %i connections: late is what the picture draws',
  async (n) => {
    const drawn = planned(n).map(({ sentMs, readMs }) => (readMs > sentMs ? '#' : '·'));
    const loss = await loseOne(n);
    expect(drawLoss(loss)).toBe(drawn.join(''));
    const { late } = loss;
    if (n !== 6) expect(page).toContain(`${n}            ${drawn.join('')}  ${late}`);
  },
);

test('a hundred calls: as many connections as each way has, and no fewer round trips', async () => {
  const [one, six, each, grpc] = await race(2);
  expect([one, six, each, grpc].map((run) => run!.connections)).toEqual([1, 6, 100, 1]);
  expect(one!.roundTrips).toBeGreaterThan(100);
  expect(six!.roundTrips).toBeGreaterThan(100 / 6);
});

test.each([
  ['grpc-js', queueOnGrpcJs],
  ['ours', queueOnOurs],
])('three at once, %s: in order, and without the one that left', async (_, queue) => {
  const { first, came, impatient } = await queue();
  expect(first).toEqual(['101', '102', '103']);
  expect(came).toEqual(['101', '102', '103', '104', '105', '107']);
  expect(impatient).toMatch(/^DEADLINE_EXCEEDED/);
});

test.each([
  ['grpc-js', goAwayFromGrpcJs],
  ['ours', goAwayFromOurs],
])('GOAWAY, %s: those that wait go to the next server', async (_, goAway) => {
  const { ends, first, second } = await goAway();
  expect(ends).toEqual(['OK', 'OK', 'OK', 'OK', 'OK']);
  expect(first).toEqual(['101', '102', '103']);
  expect([...second].sort()).toEqual(['104', '105']);
});

test('the last ids: grpc-js keeps the connection, we take another', async () => {
  const js = await lastIdsOfGrpcJs();
  expect(js.map(({ end }) => end.split(':')[0])).toEqual([
    'OK',
    'OK',
    'OK',
    'INTERNAL',
    'INTERNAL',
  ]);
  expect(js.at(-1)!.connections).toBe(1);
  const ours = await lastIdsOfOurs();
  expect(ours.map(({ end }) => end)).toEqual(['OK', 'OK', 'OK', 'OK', 'OK']);
  expect(ours.map(({ connections }) => connections)).toEqual([1, 1, 1, 2, 2]);
});
