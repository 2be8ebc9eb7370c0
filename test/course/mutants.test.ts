import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadExercises } from '#course/exercise/switch';
import { compile, nameChanges } from '#course/mutants/changes/names';
import type { Change } from '#course/mutants/changes/syntax';
import type { GappedText } from '#course/mutants/gaps';
import { gapsIn } from '#course/mutants/gaps';
import { type GradedMutant, mutantsOf } from '#course/mutants/grade-mutants';
import { guardLoops } from '#course/mutants/guard-loops';
import { makeMutants } from '#course/mutants/make-mutants';
import { report } from '#course/mutants/report';

/** A function of which all is a gap. */
const whole = (body: string): GappedText => {
  const text = `function f(a, b) {\n${body}\n}`;
  return { text, gaps: [{ task: 1, start: text.indexOf('\n') + 1, end: text.length - 1 }] };
};
const changesOf = (body: string) => makeMutants('f.ts', whole(body)).map(({ after }) => after);

describe('what is changed', () => {
  test.each<[string, string[]]>([
    ['return a < b;', ['return a <= b;', 'return a >= b;', 'return;']],
    [
      'return a + 1;',
      ['return a - 1;', 'return a;', 'return 1;', 'return a + 2;', 'return a + 0;'],
    ],
    ['if (a) b();', ['if (true) b();', 'if (false) b();', 'if (a) ;']],
    ['return a ?? 5n;', ['return a || 5n;', 'return 5n;', 'return a ?? 6n;', 'return a ?? 4n;']],
    ['return await a;', ['return a;']],
    ['return a.slice(b);', ['return a.subarray(b);', 'return a;', 'return b;']],
    ['return a ? true : "x";', ['return true;', 'return "x";', "return a ? true : '';"]],
    ['g({ a, b });', ['g({ b });', 'g({ a });', '{ a, b };', ';']],
    ['g(new DataView(a.buffer, a.byteOffset));', ['g(new DataView(a.buffer, 0));']],
    ['g(/^\\d{1,8}$/);', ['g(/\\d{1,8}$/);', 'g(/^\\d{1,8}/);', 'g(/^\\d{1,9}$/);']],
  ])('%s', (body, wanted) => {
    expect(changesOf(body)).toEqual(
      expect.arrayContaining(wanted.filter((one) => one !== '{ a, b };')),
    );
  });

  test('each changed text once, and none that does not parse', () => {
    const texts = makeMutants('f.ts', whole('return a && b;')).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThan(3);
  });

  test('neither types nor the words of an error', () => {
    expect(changesOf('const x: 1 | 2 = a as 1;')).toEqual([]);
    expect(changesOf("throw new RpcError('BAD', 'this is bad');")).toEqual(
      ["throw new RpcError('', 'this is bad');", ';'].sort(),
    );
  });

  test('only what stands in a gap', () => {
    const text = 'const given = 1;\nconst asked = 2;\n';
    const gaps = [{ task: 3, start: text.indexOf('\n') + 1, end: text.length }];
    const mutants = makeMutants('f.ts', { text, gaps });
    expect(mutants.map(({ task, line, after }) => [task, line, after])).toEqual([
      // The first line of a solution says where it is from, and is not a part of the text.
      [3, 3, 'const asked = 3;'],
      [3, 3, 'const asked = 1;'],
    ]);
  });
});

test('with names: what the types allow in another’s place, and nothing else', {
  timeout: 60_000,
}, () => {
  const path = 'solutions/03-framing/frame.ts';
  const text = readFileSync(path, 'utf8');
  const start = text.indexOf('encodeFrame(payload');
  const gaps = [{ task: 1, start, end: text.indexOf('\n}', start) }];
  const change = nameChanges(compile([path]), path, 0);
  const made = (more: Change[]) => makeMutants('frame.ts', { text, gaps }, more);
  const usual = new Set(made([]).map(({ after }) => after));
  const named = made([change]).flatMap(({ after }) => (usual.has(after) ? [] : after));
  expect(named).toContain('frame.set(frame, LENGTH_SIZE);');
  expect(named).toContain('new DataView(frame.buffer).setUint32(0, payload.byteOffset);');
  expect(named.join()).not.toContain('set(LENGTH_SIZE');
});

test('gaps are found in the text as it stands in solutions/', () => {
  const marked = 'a();\n// <task 2>\n//? Say it.\nb();\n// </task>\nc();\n';
  const derived = gapsIn({ marked }, 'derived');
  expect(derived.text).toBe('a();\nb();\nc();\n');
  expect(derived.gaps.map(({ start, end }) => derived.text.slice(start, end))).toEqual(['b();\n']);
  const own = gapsIn({ marked }, 'own');
  expect(own.text).toBe(marked);
  expect(own.gaps.map(({ start, end }) => own.text.slice(start, end))).toEqual([
    '//? Say it.\nb();\n',
  ]);
});

describe('loops are guarded', () => {
  const run = (body: string) => new Function(guardLoops(body))() as unknown;

  test.each([
    ['let n = 0; for (let i = 0; i < 3; i++) for (const j of [1, 2]) n += i * j; return n;', 9],
    ['let n = 0; while (n < 5) n++; return n;', 5],
    ['let n = 0; do { n++; if (n === 2) continue; } while (n < 4); return n;', 4],
    ['for (const k in { a: 1 }) return k;', 'a'],
  ])('%s', (body, result) => {
    expect(run(body)).toBe(result);
    expect(guardLoops(body).split('\n')).toHaveLength(body.split('\n').length);
  });

  test.each(['while (true) {}', 'for (;;) ;', 'do {} while (true);'])('%s ends', (body) => {
    expect(() => run(body)).toThrow('an endless loop');
  });
});

test('a solution has mutants in each of its tasks', async () => {
  // One that is derived, one with solutions of its own, and one about a library.
  const some = (await loadExercises()).filter(({ entry }) => [2, 5, 10].includes(entry.number));
  for (const lesson of some) {
    const tasks = new Set(mutantsOf(lesson, false).map(({ task }) => task));
    expect([...tasks].sort(), lesson.entry.folder).toEqual(
      lesson.exercise.tasks.map((_, index) => index + 1),
    );
  }
});

describe('the report', () => {
  const graded = (after: string, task: number, killedBy?: number): GradedMutant => ({
    lesson: {} as GradedMutant['lesson'],
    mutant: { file: 'f.ts', task, line: 7, before: 'a', after, text: '' },
    killedBy,
  });
  const listed = (...after: string[]) => [
    { file: 'f.ts', task: 1, changes: after.map((one) => `a → ${one}`), reason: 'It is the same.' },
  ];

  test('a survivor is a fault, unless it is listed', () => {
    const all = [graded('b', 1), graded('c', 1, 1)];
    expect(report('03-x', all, [], 'usual')).toEqual({
      lines: [
        '03-x: 2 mutants: 1 killed (0 by another task), 0 the same as the solution, 1 survive',
        '  survives  solutions/03-x/f.ts:7 (task 1)  a → b',
      ],
      faults: 1,
    });
    expect(report('03-x', all, listed('b'), 'usual').faults).toBe(0);
  });

  test('so is an entry that a suite kills, or that matches nothing', () => {
    expect(report('03-x', [graded('b', 1, 1)], listed('b'), 'usual').faults).toBe(1);
    expect(report('03-x', [graded('b', 1, 1)], listed('z'), 'usual').lines).toContain(
      '  listed, but not made  f.ts, task 1: a → z',
    );
    const [named] = listed('z').map((entry) => ({ ...entry, names: true as const }));
    expect(report('03-x', [graded('b', 1, 1)], [named!], 'usual').faults).toBe(0);
    expect(report('03-x', [graded('b', 1, 1)], [named!], 'all').faults).toBe(1);
    // Of a sample nobody can say so.
    expect(report('03-x', [graded('b', 1, 1)], listed('z'), 'sample').faults).toBe(0);
  });

  test('it says which are caught by another task than their own', () => {
    const { lines, faults } = report('03-x', [graded('b', 4, 2)], [], 'usual');
    expect(lines[1]).toBe('  killed by task 2  solutions/03-x/f.ts:7 (task 4)  a → b');
    expect(faults).toBe(0);
  });
});
