import { expect, test } from 'vitest';
import { settle } from '#course/kit/watch';
import { GracefulEnd } from '#services/graceful-end';
import { FakeClock } from '#time/fake-clock';
import { askAll } from '../../lessons/29-health/both.ts';
import { deploy } from '../../lessons/29-health/deploy.ts';
import { endsWithStream } from '../../lessons/29-health/hang.ts';
import { liveThrough } from '../../lessons/29-health/liveness.ts';
import { askOffer } from '../../lessons/29-health/offer.ts';
import { askOnce, PROBED } from '../../lessons/29-health/probes.ts';
import { SHOP, startShop } from '../../lessons/29-health/shop.ts';
import { TIMELINES } from '../../lessons/29-health/timelines.ts';

/** What lesson 29 prints and draws, counted at its real servers. */

const STACKS = ['ours', 'grpc-js'] as const;

test.each(STACKS)('a server that ends in order loses no call under load, by %s', async (stack) => {
  const { calls, lost, said, tally } = await deploy(stack, 'in order', 'until all have noticed');
  expect({ lost, said, tally }).toMatchObject({ lost: 0, said: 'drained' });
  expect(calls).toBeGreaterThan(300);
  for (const { ok } of Object.values(tally)) expect(ok).toBeGreaterThan(50);
});

test.each(STACKS)('one that ends by Ctrl-C loses what is under way, by %s', async (stack) => {
  const { lost, said, tally } = await deploy(stack, 'Ctrl-C');
  expect(lost).toBeGreaterThan(0);
  expect(said).toBe('');
  for (const { lost } of Object.values(tally)) {
    for (const code of lost) expect(code).toBe('UNAVAILABLE');
  }
});

test('one that drains at once loses none of those who have a connection', async () => {
  const { said, tally } = await deploy('ours', 'drain at once');
  expect(said).toBe('drained');
  expect(tally).toMatchObject({ ours: { lost: [] }, 'grpc-js': { lost: [] } });
});

test('what both health services answer', async () => {
  const [ours, theirs] = [await askAll('ours'), await askAll('grpc-js')];
  expect(ours).toEqual({ ...theirs, '… to SERVING again': '–' });
  expect(theirs['… to SERVING again']).toBe('SERVING');
  expect(ours['Check "ecommerce.Stock"']).toBe('NOT_FOUND');
  expect(ours['Watch "ecommerce.Stock"']).toBe('SERVICE_UNKNOWN');
});

test('an open stream holds up tryShutdown, unless it is told', async () => {
  const ends = await endsWithStream();
  expect(ends.map(({ over, reads }) => `${over}, ${reads}`)).toEqual([
    'force, at 300 ms, UNAVAILABLE',
    'force, at 300 ms, UNAVAILABLE',
    'at once, OK',
    'at once, OK',
    'at once, OK',
  ]);
});

test('liveness that asks for the service restarts what no restart mends', () => {
  expect(liveThrough(SHOP)).toEqual({ restarts: 6, down: 130 });
  expect(liveThrough('')).toEqual({ restarts: 0, down: 120 });
});

test('seven servers, and what a probe says of each', async () => {
  const codes = [];
  for (const probed of PROBED) codes.push((await askOnce(probed)).exitCode);
  expect(codes).toEqual([0, 4, 3, 3, 3, 2, 2]);
});

test('reflection: names, files and methods, without a .proto', async () => {
  const shop = await startShop();
  try {
    const { services, files, methods } = await askOffer(shop, SHOP);
    expect(services).toContain('grpc.health.v1.Health');
    expect(files[0]).toBe('ecommerce.proto');
    expect(methods).toContain('GetOrder(google.protobuf.StringValue) → (ecommerce.Order)');
  } finally {
    await shop.close();
  }
});

test.each(TIMELINES)('the picture of an end: $id', async (line) => {
  const clock = new FakeClock();
  let lastCall = () => {};
  const drained = new Promise<void>((resolve) => {
    lastCall = resolve;
  });
  const end = new GracefulEnd({ notServing() {}, drain: () => drained, force() {} }, { clock });
  const seen: string[] = [];
  for (let now = 0; now <= 27_000; now += 500) {
    if (line.signals.includes(now)) end.signal();
    if (line.lastCallAt === now) lastCall();
    await settle();
    seen.push(end.phase);
    clock.advance(500);
    await settle();
  }
  const expected = seen.map((_, i) => {
    const phase = line.phases.find(({ from, to }) => i * 500 >= from && i * 500 < to);
    return phase?.phase ?? 'ended';
  });
  expect(seen).toEqual(expected);
  expect((await end.ended).how).toBe(line.how);
});
