import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import bench, { summarize } from '../../docs/.vitepress/bench.data.ts';

/** What the figures say of the server alone becomes a part of the page's script. */
const MAX_BYTES = 4096;

test('the page of the stack takes little of the figures, and all that it shows', () => {
  const summary = bench.load();
  expect(JSON.stringify(summary).length).toBeLessThan(MAX_BYTES);
  expect(summary.servers.length).toBeGreaterThan(0);
  const page = readFileSync('docs/stack.md', 'utf8');
  for (const [, name] of page.matchAll(/\b(?:figures|row)\.(?!json|svg)(\w+)/g)) {
    expect({ ...summary, ...summary.servers[0] }, name).toHaveProperty(name!);
  }
});

test('figures with a hole are refused, and not shown as an empty table', () => {
  const figures = JSON.parse(readFileSync('docs/public/bench/figures.json', 'utf8'));
  expect(() => summarize({ ...figures, servers: [] })).toThrow(/without h2load/);
});
