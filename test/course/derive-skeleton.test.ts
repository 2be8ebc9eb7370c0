import { describe, expect, test } from 'vitest';
import {
  deriveSkeleton,
  MarkError,
  NOT_YET_IMPORT,
  tasksIn,
} from '#course/exercise/derive-skeleton';

const lines = (...text: string[]) => text.join('\n');

describe('a gap', () => {
  test('throws "not yet" where the solution stood, and keeps what it asks', () => {
    const solution = lines(
      'export function f(): number {',
      '  // <task 2>',
      '  //? One more than 41.',
      '  //?',
      '  //?   indented',
      '  return 41 + 1;',
      '  // </task>',
      '}',
      '',
    );
    expect(deriveSkeleton(solution)).toBe(
      lines(
        NOT_YET_IMPORT,
        'export function f(): number {',
        '  // ── Task 2 ──',
        '  // One more than 41.',
        '  //',
        '  //   indented',
        '  throw notYet(2);',
        '}',
        '',
      ),
    );
  });

  test('that is blank throws nothing, and nothing is imported for it', () => {
    const solution = lines('class A {', '  // <task 1 blank>', '  a = 1;', '  // </task>', '}');
    expect(deriveSkeleton(solution)).toBe(lines('class A {', '  // ── Task 1 ──', '}'));
  });

  test('may have a beginning that is not good enough', () => {
    const gap = [
      '  // <task 5 blank>',
      '  //? Slow.',
      '  //! later();',
      '  now();',
      '  // </task>',
    ];
    expect(deriveSkeleton(lines('f() {', ...gap, '}'))).toBe(
      lines('f() {', '  // ── Task 5 ──', '  // Slow.', '  later();', '}'),
    );
  });

  test('that is planted is a fault, and nothing says where', () => {
    const gap = ['  // <task 4 planted>', '  //! if (a || b) {', '  if (a && b) {', '  // </task>'];
    const skeleton = deriveSkeleton(lines(...gap, '  }'));
    expect(skeleton).toBe(lines('  if (a || b) {', '  }'));
    expect(tasksIn(skeleton)).toEqual([]);
  });

  test('leaves everything around it as it is, and comes as often as it is marked', () => {
    const gap = ['// <task 1>', 'secret();', '// </task>'];
    const skeleton = deriveSkeleton(lines('a();', ...gap, 'b();  ', ...gap, 'c(); // <task 1>'));
    expect(skeleton.split('\n')).toEqual([
      NOT_YET_IMPORT,
      'a();',
      '// ── Task 1 ──',
      'throw notYet(1);',
      'b();  ',
      '// ── Task 1 ──',
      'throw notYet(1);',
      'c(); // <task 1>',
    ]);
  });

  test('is listed once for each task', () => {
    const gaps = ['// <task 3>', '// </task>', '// <task 1 blank>', '// </task>'];
    expect(tasksIn(deriveSkeleton(lines(...gaps, ...gaps)))).toEqual([3, 1]);
  });
});

test('a text without marks is its own skeleton', () => {
  expect(deriveSkeleton('const a = 1;\n')).toBe('const a = 1;\n');
});

describe('a wrong mark is refused, with its line', () => {
  test.each([
    ['never closed', lines('x', '// <task 1>', 'y'), 'line 2: this task is never closed'],
    [
      'closed twice',
      lines('// <task 1>', '// </task>', '// </task>'),
      'line 3: no task is open here',
    ],
    ['closed before it opens', '// </task>', 'line 1: no task is open here'],
    [
      'inside another',
      lines('// <task 1>', '// <task 2>'),
      'line 2: a task inside the one of line 1',
    ],
    ['misspelt', lines('// <task one>', 'x', '// </task>'), 'line 1: not a mark: // <task one>'],
    [
      'misspelt at its end',
      lines('// <task 1>', 'x', '// </tsk>'),
      'line 3: not a mark: // </tsk>',
    ],
    ['a prompt outside', lines('//? Do it.'), 'line 1: a prompt outside every task'],
  ])('%s', (_, solution, message) => {
    expect(() => deriveSkeleton(solution)).toThrow(MarkError);
    expect(() => deriveSkeleton(solution)).toThrow(message);
  });
});
