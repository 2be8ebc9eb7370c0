import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '#http2/limits/limits';
import { readLimits } from '../../docs/.vitepress/limits.data.ts';

const rows = readLimits();
const TESTS = fileURLToPath(new URL('../', import.meta.url));
const tests = (readdirSync(TESTS, { recursive: true }) as string[])
  .filter((path) => path.endsWith('.ts') && !path.endsWith('limits-table.test.ts'))
  .map((path) => readFileSync(join(TESTS, path), 'utf8'));

test('the table has every limit of every folder, with its value', () => {
  const folders = new Set(rows.map(({ folder }) => folder));
  expect([...folders].sort()).toEqual([
    'channel',
    'framing',
    'grpc',
    'hpack',
    'http2',
    'inspect',
    'protobuf',
    'services',
    'time',
    'transport',
  ]);
  for (const name of Object.keys(DEFAULT_LIMITS)) {
    expect(
      rows.some((row) => row.name === name && row.folder === 'http2'),
      name,
    ).toBe(true);
  }
  const row = (name: string) => rows.find((each) => each.name === name)?.value;
  expect(row('MAX_RECEIVE_MESSAGE_SIZE')).toBe('4,194,304');
  expect(row('maxHeaderBlockSize')).toBe('65,536');
  expect(row('resets')).toBe('1,000 at once, 100 a second');
});

/** The stack itself. Those of the services on top of it are tested beside them. */
const stack = rows.filter(({ folder }) => folder !== 'services');

test.each(stack)('$folder/$name says what it is for, and is attacked by a test', (row) => {
  expect(row.about.length, 'its docstring').toBeGreaterThan(20);
  const word = new RegExp(`\\b${row.name}\\b`);
  expect(
    tests.some((text) => word.test(text)),
    'a test that names it',
  ).toBe(true);
});
