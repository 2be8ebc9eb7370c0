import { describe, expect, test } from 'vitest';
import { withArticle } from '#course/kit/compare/article';
import { findingOf } from '#course/kit/compare/finding';
import { likely } from '#course/kit/compare/likely';
import { expectSame } from '#course/kit/compare/same';
import { isSame, show } from '#course/kit/compare/show';
import { bytesCopied } from '#course/kit/copies';
import { asView, expectKept, unchanged } from '#course/kit/given';

/** What `run` throws, and the cause that goes with it. */
function thrownBy(run: () => unknown): { message: string; cause: string | undefined } {
  try {
    run();
  } catch (error) {
    return { message: (error as Error).message, cause: findingOf(error)?.cause };
  }
  throw new Error('nothing was thrown');
}

describe('a value as text', () => {
  test.each<[unknown, string]>([
    [undefined, 'undefined'],
    [null, 'null'],
    [Number.NaN, 'NaN'],
    [-0, '-0'],
    [5n, '5n'],
    ['a "b"', '"a \\"b\\""'],
    [[1, undefined, Number.NaN, -0], '[1,undefined,NaN,-0]'],
    [{ a: undefined, b: 2n }, '{"a":undefined,"b":2n}'],
    [new Map([['a', 1]]), 'Map [["a",1]]'],
    [Uint8Array.of(1, 255), 'the bytes 01 ff'],
    [new Uint8Array(0), 'no bytes'],
    [new Uint8Array(300), '300 bytes'],
    [new TypeError('no'), 'TypeError: no'],
    [Promise.resolve(), 'a promise'],
    [() => 1, 'a function'],
  ])('%s', (value, text) => expect(show(value)).toBe(text));
});

describe('the same', () => {
  test.each<[unknown, unknown]>([
    [
      { a: 1, b: [2n] },
      { b: [2n], a: 1 },
    ],
    [Uint8Array.of(1, 2), Uint8Array.of(1, 2)],
    [new Map([[1, { a: 1 }]]), new Map([[1, { a: 1 }]])],
    [Number.NaN, Number.NaN],
  ])('%s and %s', (a, b) => expect(isSame(a, b)).toBe(true));

  test.each<[unknown, unknown]>([
    [0, -0],
    [1, 1n],
    [[undefined], [null]],
    [{ reply: undefined }, { error: undefined }],
    [{ a: 1 }, { a: 1, b: undefined }],
    [new Uint8Array(300), new Uint8Array(300).fill(1)],
    [new Error('a'), new Error('a')],
  ])('not %s and %s', (a, b) => expect(isSame(a, b)).toBe(false));

  test('what differs is said', () =>
    expect(thrownBy(() => expectSame('the list', [1, undefined], [1, null], 'Why.'))).toEqual({
      message: 'the list: expected [1,null], received [1,undefined]',
      cause: 'Why.',
    }));
});

test('a view holds the same bytes, in the middle of somebody else’s', () => {
  const view = asView(Uint8Array.of(1, 2, 3));
  expect([...view]).toEqual([1, 2, 3]);
  expect(view.byteOffset).toBeGreaterThan(0);
  expect(view.buffer.byteLength).toBeGreaterThan(view.byteOffset + view.length);
  expect(new Uint8Array(view.buffer)[0]).not.toBe(1);
});

describe('what was given', () => {
  test('stays as it was, and the result goes through', async () => {
    expect(unchanged('it', [1, 2], (list) => list.length)).toBe(2);
    expect(await unchanged('it', [1, 2], async (list) => list.length)).toBe(2);
  });

  test('was changed', () => {
    const { message, cause } = thrownBy(() => unchanged('the list', [1, 2], (list) => list.pop()));
    expect(message).toBe('the list has been changed: it was [1,2], it is [1]');
    expect(cause).toContain('make a copy');
  });

  test('was left alone, and what lies beside it was written', () => {
    const beside = (view: Uint8Array) => new Uint8Array(view.buffer).fill(1, 0, 1);
    const { message, cause } = thrownBy(() =>
      unchanged('the view', asView(Uint8Array.of(7)), beside),
    );
    expect(message).toBe('the buffer that the view looks into has been changed');
    expect(cause).toContain('beside what you were given');
  });

  test('was changed later', async () => {
    const work = async (bytes: Uint8Array) => {
      await undefined;
      bytes.fill(0);
    };
    await expect(unchanged('it', new Uint8Array(99).fill(1), work)).rejects.toThrow(
      'it has been changed',
    );
  });
});

test('what was returned is kept, or not', () => {
  const shared = Uint8Array.of(1);
  expectKept('it', shared.slice(), () => shared.fill(2));
  const { message, cause } = thrownBy(() => expectKept('it', shared, () => shared.fill(3)));
  expect(message).toBe(
    'it was right, and the next call changed it: it was the bytes 02, it is the bytes 03',
  );
  expect(cause).toContain('share their memory');
});

test('copies are counted, and nothing is left behind', () => {
  const { set } = Uint8Array.prototype;
  const copied = bytesCopied(() => {
    const all = new Uint8Array(10);
    all.set([1, 2, 3], 2);
    all.slice(2, 4);
    all.subarray(1);
  });
  expect(copied).toBe(5);
  expect(Uint8Array.prototype.set).toBe(set);
  expect(Object.hasOwn(Uint8Array.prototype, 'set')).toBe(false);
});

describe('a likely cause', () => {
  const causeOf = async (error: Error, cause: Parameters<typeof likely>[0]) => {
    const run = likely(cause, () => {
      throw error;
    });
    return run.catch((thrown) => findingOf(thrown)?.cause);
  };

  test('is about a result, or an error that somebody meant', async () => {
    expect(await causeOf(new Error('no'), 'Why.')).toBe('Why.');
    expect(await causeOf(new RangeError('no'), 'Why.')).toBe('Why.');
  });

  test('is not about a slip, unless it was looked at', async () => {
    expect(await causeOf(new TypeError('x is undefined'), 'Why.')).toBeUndefined();
    expect(await causeOf(new ReferenceError('x'), 'Why.')).toBeUndefined();
    expect(await causeOf(new TypeError('x'), ({ message }) => `It is ${message}.`)).toBe(
      'It is x.',
    );
  });
});

test.each([
  ['DecodeError', 'a'],
  ['EncodeError', 'an'],
  ['Http2Error', 'an'],
  ['HpackError', 'an'],
  ['HelloError', 'a'],
  ['Uint8Array', 'a'],
  ['UNKNOWN', 'an'],
])('the article of %s is %s', (name, article) => {
  expect(withArticle(name)).toBe(`${article} ${name}`);
});
