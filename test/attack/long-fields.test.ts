import { afterEach, expect, test, vi } from 'vitest';
import { MAX_LIST_VALUES } from '#grpc/limits';
import { readHead } from '#grpc/wire/head';
import { DecodedField } from '#hpack/header-field';
import { HeaderValidation } from '#http2/headers/header-validation';

/**
 * Long values in the compression table, which cost the peer an octet each time: what we do for them is
 * counted in characters that are looked at.
 */
const LENGTH = 1900;
const CALLS = 200;

const field = (name: string, value: string) => new DecodedField(name, value);
const REQUEST = [
  field(':method', 'POST'),
  field(':scheme', 'http'),
  field(':path', '/a.B/C'),
  field('te', 'trailers'),
  field('content-type', 'application/grpc'),
];
const letters = (letter: string) => letter.repeat(LENGTH);
/** The same objects in every list, as the decoder gives them; each has another place in each list. */
function listsOf(...table: DecodedField[]): DecodedField[][] {
  return Array.from({ length: CALLS }, (_, i) => [
    ...REQUEST,
    ...Array.from({ length: 8 }, (_, k) => table[(i + k) % table.length]!),
  ]);
}

afterEach(() => {
  vi.restoreAllMocks();
});

function charactersLookedAt(work: () => void): number {
  let characters = 0;
  const { charCodeAt } = String.prototype;
  vi.spyOn(String.prototype, 'charCodeAt').mockImplementation(function (this: string, at: number) {
    characters++;
    return charCodeAt.call(this, at);
  });
  const { test: matches } = RegExp.prototype;
  vi.spyOn(RegExp.prototype, 'test').mockImplementation(function (this: RegExp, text: string) {
    characters += text.length;
    return matches.call(this, text);
  });
  const { indexOf } = String.prototype;
  vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (
    this: string,
    part: string,
    from?: number,
  ) {
    const found = indexOf.call(this, part, from);
    characters += (found < 0 ? this.length : found) - (from ?? 0);
    return found;
  });
  work();
  vi.restoreAllMocks();
  return characters;
}

/** Of the names and the short values, in each list; and the long ones once or twice. */
const MOST = 200 * CALLS + 4 * 2 * LENGTH;

test('-bin values that come again and again, in turn, are looked through once', () => {
  const lists = listsOf(field('x-bin', letters('A')), field('y-bin', letters('B')));
  let right = 0;
  const characters = charactersLookedAt(() => {
    for (const list of lists) {
      const { malformed, metadata } = readHead(list);
      if (malformed === undefined && metadata?.has('x-bin')) right++;
    }
  });
  expect(right).toBe(CALLS);
  // The last text of the test before may still be known.
  expect(characters).toBeGreaterThan(LENGTH);
  expect(characters).toBeLessThan(MOST);
});

test.each([
  ['too many', ','.repeat(LENGTH)],
  ['not base64', `${letters('A')}*`],
  ['in the middle not base64', `${letters('A')},*,${letters('A')}`],
])('-bin values that are %s are refused each time, and looked through once', (_, value) => {
  const lists = listsOf(field('x-bin', value), field('y-bin', letters('B')));
  let wrong = 0;
  const characters = charactersLookedAt(() => {
    for (const list of lists) if (readHead(list).malformed === 'x-bin') wrong++;
  });
  expect(wrong).toBe(CALLS);
  expect(characters).toBeLessThan(MOST);
});

test('values that together are too many are refused', () => {
  const half = field('x-bin', ','.repeat(MAX_LIST_VALUES / 2 - 1));
  expect(readHead([...REQUEST, half, half]).malformed).toBeUndefined();
  expect(readHead([...REQUEST, half, half, half]).malformed).toBe('x-bin');
});

test('two texts that differ in one letter are not taken for each other', () => {
  const right = field('x-bin', letters('A'));
  const wrong = field('x-bin', `${'A'.repeat(LENGTH - 1)}*`);
  for (let i = 0; i < 3; i++) {
    expect(readHead([right]).malformed).toBeUndefined();
    expect(readHead([wrong]).malformed).toBe('x-bin');
    expect(readHead([right, wrong]).malformed).toBe('x-bin');
  }
});

test('whether a field may stand in a list of HTTP/2 is looked at once, wherever it stands', () => {
  const validation = new HeaderValidation();
  const lists = listsOf(field('x', letters('a')), field('y', letters('b')));
  const wrong = field('z', `${letters('c')}\n`);
  const characters = charactersLookedAt(() => {
    for (const list of lists) if (typeof validation.request(list) === 'string') throw new Error();
    for (const list of lists) {
      if (typeof validation.request([...list, wrong]) !== 'string') throw new Error();
    }
  });
  expect(characters).toBeGreaterThan(3 * LENGTH);
  expect(characters).toBeLessThan(2 * MOST + 3 * LENGTH);
});
