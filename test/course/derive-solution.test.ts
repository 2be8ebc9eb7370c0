import { describe, expect, test } from 'vitest';
import { deriveSkeleton, MarkError } from '#course/exercise/derive-skeleton';
import { deriveSolution } from '#course/exercise/derive-solution';
import { markGaps } from '#course/exercise/mark-gaps';

const lines = (...text: string[]) => `${text.join('\n')}\n`;

test('a solution is the piece with imports that work from everywhere, sorted, and no regions', () => {
  const piece = lines(
    '/** What it is. */',
    "import type { Status } from '#grpc/status';",
    "import { type FrameSource, readFrame } from '../../http2/wire/read-frame.ts';",
    'import {',
    '  a,',
    '  b,',
    "} from './head.ts';",
    '',
    '// #region encode',
    'export function f(): string {',
    "  return 'from ./head.ts';",
    '}',
    '// #endregion encode',
  );
  expect(deriveSolution(piece, 'src/grpc/wire/trailers.ts')).toBe(
    lines(
      '// Derived from src/grpc/wire/trailers.ts by npm run skeletons: change it there.',
      '/** What it is. */',
      "import type { Status } from '#grpc/status';",
      'import {',
      '  a,',
      '  b,',
      "} from '#grpc/wire/head';",
      "import { type FrameSource, readFrame } from '#http2/wire/read-frame';",
      '',
      'export function f(): string {',
      "  return 'from ./head.ts';",
      '}',
    ),
  );
});

const PIECE = lines(
  'export function encode(value: number): number {',
  '  if (value > 1) {',
  '    return encode(1);',
  '  }',
  '  return value;',
  '}',
  '',
  'export async function* list<T>(',
  '  out: T[],',
  '  from: { at: number },',
  '): AsyncIterable<T> {',
  '  yield* out;',
  '}',
  '',
  'const TABLE: Record<string, number> = {',
  '  a: 1,',
  '};',
  '',
  'export class Decoder {',
  '  push(chunk: Uint8Array): void {',
  '    this.#check(chunk.length);',
  '    const encode = 1;',
  '  }',
  '',
  '  #check(length: number): void {',
  '    if (length > 5) throw new Error();',
  '  }',
  '}',
);

describe('the gaps of a piece are named', () => {
  test('functions of any head', () => {
    const marked = markGaps(PIECE, {
      encode: { task: 1, prompt: 'Say what it is.\n\nThe end.' },
      list: { task: 2 },
      push: { task: 3, prompt: `${'word '.repeat(25)}end` },
      '#check': { task: 4, blank: true, prompt: 'Refuse.' },
    });
    expect(deriveSkeleton(marked).split('\n').slice(1).join('\n')).toBe(
      lines(
        'export function encode(value: number): number {',
        '  // ── Task 1 ──',
        '  // Say what it is.',
        '  //',
        '  // The end.',
        '  throw notYet(1);',
        '}',
        '',
        'export async function* list<T>(',
        '  out: T[],',
        '  from: { at: number },',
        '): AsyncIterable<T> {',
        '  // ── Task 2 ──',
        '  throw notYet(2);',
        '}',
        '',
        'const TABLE: Record<string, number> = {',
        '  a: 1,',
        '};',
        '',
        'export class Decoder {',
        '  push(chunk: Uint8Array): void {',
        '    // ── Task 3 ──',
        `    // ${'word '.repeat(18).trim()}`,
        `    // ${'word '.repeat(7)}end`,
        '    throw notYet(3);',
        '  }',
        '',
        '  #check(length: number): void {',
        '    // ── Task 4 ──',
        '    // Refuse.',
        '  }',
        '}',
      ),
    );
  });

  test('a constant goes altogether: it is how one solves it', () => {
    const marked = markGaps(PIECE, { TABLE: { task: 5, prompt: 'A table is shortest.' } });
    expect(deriveSkeleton(marked)).toContain(
      '}\n\n// ── Task 5 ──\n// A table is shortest.\n\nexport class Decoder',
    );
  });

  test.each([
    ['decode', 'there is no function or constant decode'],
    ['TABL', 'there is no function or constant TABL'],
    ['yield', 'there is no function or constant yield'],
  ])('%s, which is not there, is refused', (name, message) => {
    expect(() => markGaps(PIECE, { [name]: { task: 1 } })).toThrow(MarkError);
    expect(() => markGaps(PIECE, { [name]: { task: 1 } })).toThrow(message);
  });

  test('a name that is there twice is refused', () => {
    const twice = PIECE.replace('#check(length', 'push(length');
    expect(() => markGaps(twice, { push: { task: 1 } })).toThrow('push is there 2 times');
  });
});
