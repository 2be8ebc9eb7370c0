import { expect, test } from 'vitest';
import { MOMENTS, twoBeliefs } from '../../lessons/17-deadlines/beliefs.ts';
import { Chain, type ChainOptions } from '../../lessons/17-deadlines/chain.ts';
import { count, planned, SERVICES, STEP_MS } from '../../lessons/17-deadlines/plan.ts';

/** The chain of lesson 17, whose figures its page prints, and which its picture draws. */
const run = (options: ChainOptions) => new Chain(options).run();

test('without a word to the next, 140 ms are worked for nobody', async () => {
  for (const pass of ['nothing', 'a second each'] as const) {
    const { end, steps, over } = await run({ pass });
    expect(end).toBe('DEADLINE_EXCEEDED');
    expect(count(steps)).toEqual({ all: 34, wanted: 20, wasted: 14 });
    expect(over.order).toEqual({ at: 340, stopped: true });
    expect(over.price).toEqual({ at: 300, stopped: false });
  }
});

test('with the parent handed on all three stop at 200 ms, whatever their clocks say', async () => {
  const hour = 3_600_000;
  for (const ahead of [{}, { stock: hour, price: -hour }]) {
    const { end, steps, left, over } = await run({ pass: 'the parent', ahead });
    expect(end).toBe('DEADLINE_EXCEEDED');
    expect(left).toEqual({ order: 200, stock: 160, price: 100 });
    expect(count(steps).wasted).toBe(0);
    for (const { name } of SERVICES) expect(over[name]).toEqual({ at: 200, stopped: true });
  }
});

test('a client that leaves is heard of by all three, and only with the parent', async () => {
  const handedOn = await run({ pass: 'the parent', cancelAt: 150 });
  expect(handedOn.end).toBe('CANCELLED');
  for (const { name } of SERVICES) expect(handedOn.over[name]).toEqual({ at: 150, stopped: true });
  const nothing = await run({ pass: 'nothing', cancelAt: 150 });
  expect(nothing.over.price).toEqual({ at: 300, stopped: false });
});

test('with time enough it is answered', async () => {
  const { end, steps } = await run({ pass: 'the parent', timeoutMs: 1_000 });
  expect(end).toBe('OK');
  expect(count(steps)).toEqual({ all: 36, wanted: 36, wasted: 0 });
});

test('the picture draws what happens', async () => {
  for (const [pass, handedOn] of [
    ['nothing', false],
    ['the parent', true],
  ] as const) {
    const { steps } = await run({ pass });
    for (const { name } of SERVICES) {
      const drawn = planned(handedOn).filter(({ service }) => service === name);
      const at = drawn.flatMap(({ from, to }) =>
        Array.from({ length: (to - from) / STEP_MS }, (_, i) => from + i * STEP_MS),
      );
      expect(steps.filter(({ service }) => service === name).map((step) => step.at)).toEqual(at);
    }
  }
});

test('what client and server believe depends on who is first', async () => {
  const believed: string[][] = [];
  for (const moment of MOMENTS) {
    const { client, server } = await twoBeliefs(moment);
    believed.push([client, server]);
  }
  expect(believed).toEqual([
    ['DEADLINE_EXCEEDED', 'CANCELLED'],
    ['DEADLINE_EXCEEDED', 'DEADLINE_EXCEEDED'],
    ['DEADLINE_EXCEEDED', 'OK'],
  ]);
});
