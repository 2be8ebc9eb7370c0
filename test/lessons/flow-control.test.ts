import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT } from '#course/paths';
import {
  FLOW_PRESETS,
  type Held,
  runFlow,
} from '../../docs/.vitepress/components/playground/flow.ts';
import recorded from '../../lessons/14-flow-control/recorded/windows.json' with { type: 'json' };
import {
  estimateTable,
  HUNDRED_MEGABIT,
  measureEstimate,
  measureStall,
  measureWindows,
  rulesTable,
  stallTable,
  stopTable,
} from '../../lessons/14-flow-control/tables.ts';

/** What lesson 14 measures, in a time of its own: it comes out the same on every machine. */
const page = readFileSync(`${ROOT}docs/lessons/14-flow-control.md`, 'utf8');

test('the chart shows what the run measures', () => {
  const rounded = measureWindows().map((row) => ({ ...row, measured: Math.round(row.measured) }));
  expect(rounded).toEqual(recorded);
});

test('a window lets through what the formula says, and never more', () => {
  for (const { window, formula, measured } of recorded) {
    if (window > 1_048_576) continue;
    expect(measured / formula).toBeGreaterThan(0.9);
    expect(measured / formula).toBeLessThan(1.01);
  }
});

test.each([
  ['credit', rulesTable],
  ['two streams', stallTable],
  ['the chain', stopTable],
  ['the estimate', () => estimateTable(measureEstimate(HUNDRED_MEGABIT))],
])('the page prints the table of the run: %s', (_, table) => {
  expect(page).toContain(`\`\`\`\n${table().trimEnd()}\n\`\`\``);
});

test('an unread stream stops the others only if the connection’s credit waits for it', () => {
  expect(measureStall('read').streams[1]!.received).toBe(0);
  expect(measureStall('received').streams[1]!.received).toBeGreaterThan(1_000_000);
});

test.each<[keyof typeof FLOW_PRESETS, [Held, Held]]>([
  ['both', ['window', 'window']],
  ['stopped', ['reader', 'window']],
  ['starved', ['reader', 'connection']],
  ['far', ['window', 'window']],
  ['large', ['line', 'line']],
])('the playground tells what holds them up: %s', (name, held) => {
  expect(runFlow(FLOW_PRESETS[name]).streams.map((stream) => stream.held)).toEqual(held);
});
