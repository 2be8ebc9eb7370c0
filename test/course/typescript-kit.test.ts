import { describe, expect, test } from 'vitest';
import { checkTypescript } from '#course/kit/typescript/check-typescript';
import { runTypescript } from '#course/kit/typescript/run-typescript';

describe('a program as text, checked', () => {
  const same = (code: string, received: string, expected: string) =>
    checkTypescript(code, 'type Given = string;', [[received, expected]]).compared[0]!;

  test.each([
    ['number', 'number'],
    ['Given', 'string'],
    ['Array<number>', 'number[]'],
    ['"a" | "b"', '"b" | "a"'],
    ['{ a: 1; b?: 2 }', '{ b?: 2; a: 1 }'],
  ])('%s is %s', (received, expected) => {
    expect(same(`type X = ${received};`, 'X', expected).isSame).toBe(true);
  });

  test.each([
    ['number', 'bigint'],
    ['any', 'number'],
    ['number', 'any'],
    ['any[]', 'string[]'],
    ['Map<any, number>', 'Map<string, number>'],
    ['Promise<any> | Given', 'Promise<number> | string'],
    ['{ a: { b: any } }', '{ a: { b: number } }'],
    ['(a: any) => void', '(a: number) => void'],
    ['[request: any, options?: Given]', '[request: number, options?: string]'],
    ['number', 'number | undefined'],
    ['"a"', 'string'],
    ['readonly number[]', 'number[]'],
    ['(a: number) => void', '(a: number, b: number) => void'],
  ])('%s is not %s', (received, expected) => {
    expect(same(`type X = ${received};`, 'X', expected).isSame).toBe(false);
  });

  test('what is not there is said in the compiler’s words', () => {
    const { received, isSame } = same('interface X { a: number }', `X['b']`, 'number');
    expect(isSame).toBe(false);
    expect(received).toBe("Property 'b' does not exist on type 'X'.");
  });

  test('what does not compile names its line', () => {
    const code = 'interface X { a: number }\nconst x: X = { a: "one" };';
    expect(() => checkTypescript(code, '', [])).toThrow(
      "Type 'string' is not assignable to type 'number'.\n\n  const x: X",
    );
    expect(() => checkTypescript('interface X { a: }', '', [])).toThrow('Type expected.');
  });

  test('comments are those that an editor shows', () => {
    const { commentOf } = checkTypescript('interface X {\n/** One. */\na: 1;\nb: 2;\n}', '', []);
    expect(commentOf('X', 'a')).toBe('One.');
    expect(commentOf('X', 'b')).toBe('');
    expect(commentOf('Y', 'a')).toBe('');
  });
});

describe('a program as text, run', () => {
  test('its exports, with the modules that it is given', () => {
    const text = `import { one } from 'numbers';
      import type { Never } from 'nowhere';
      export const two: number = one + one;`;
    expect(runTypescript(text, { numbers: { one: 1 } }).two).toBe(2);
  });

  test.each([
    ['export const a = ;', 'not TypeScript: Expression expected.'],
    [`import { a } from 'b'; export const c = a;`, `imports 'b', and there is no such module`],
    ['export const a = b;', 'fails when it is loaded: ReferenceError: b is not defined'],
  ])('%s', (text, words) => expect(() => runTypescript(text)).toThrow(words));
});
