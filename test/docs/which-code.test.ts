import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Status } from '#grpc/status';
import { whichCode } from '../../docs/.vitepress/texts/en-codes.ts';

/** The tree of lesson 18's page: every answer leads somewhere, and every code can be reached. */
const { choices, codes } = whichCode;

/** What can be reached from a question: codes, and questions on the way. */
function reached(from: string, on: string[] = []): string[] {
  expect(on).not.toContain(from);
  const answers = choices[from]?.answers ?? [];
  return [from, ...answers.flatMap(({ to }) => reached(to, [...on, from]))];
}

test('every answer leads to a question or to a code, and never in a circle', () => {
  const known = new Set([...Object.keys(choices), ...Object.keys(codes)]);
  expect(reached('start').filter((name) => !known.has(name))).toEqual([]);
});

test('every question and every code of an error can be reached, and has its words', () => {
  const names = Object.keys(Status).filter((name) => name !== 'OK');
  expect(Object.keys(codes).sort()).toEqual(names.sort());
  const all = new Set(reached('start'));
  expect([...Object.keys(choices), ...names].filter((name) => !all.has(name))).toEqual([]);
});

test('no two answers to a question are the same', () => {
  for (const { answers } of Object.values(choices)) {
    expect(new Set(answers.map(({ text }) => text)).size).toBe(answers.length);
  }
});

/** The codes that no library produces, as doc/statuscodes.md lists them. */
const OF_HANDLERS = [
  'INVALID_ARGUMENT',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'DATA_LOSS',
];

test('the table of the page has all seventeen, and says whose they are', () => {
  const page = readFileSync(`${import.meta.dirname}/../../docs/lessons/18-errors.md`, 'utf8');
  const rows = [...page.matchAll(/^\| (\d+) \| `(\w+)` \| (\S+) \|/gm)];
  expect(rows.map(([, code, name]) => [name, Number(code)])).toEqual(Object.entries(Status));
  const handlers = rows.filter(([, , , who]) => who === '**handler**').map(([, , name]) => name);
  expect(handlers).toEqual(OF_HANDLERS);
});
