import { expect, test } from 'vitest';
import { beginningOf, columnsOf, fill } from '#inspect/draw/columns';
import { wrap } from '#inspect/draw/wrap';

test('what a terminal draws two columns wide counts as two, and a mark as none', () => {
  expect(columnsOf('Zoë → ok')).toBe(8);
  expect(columnsOf('世界')).toBe(4);
  expect(columnsOf('🎉!')).toBe(3);
  expect(columnsOf('e\u0301')).toBe(1);
});

test('a text is cut and filled by its columns', () => {
  expect(beginningOf('a世界', 2)).toBe('a');
  expect(beginningOf('世界', 1)).toBe('世');
  expect(fill('世界', 6)).toBe('世界  ');
  expect(fill('世界世界', 6)).toBe('世界… ');
});

test('lines are broken by columns, and a terminal without any does not loop for ever', () => {
  expect(wrap('ab 世界 cd', 6)).toEqual(['ab', '世界', 'cd']);
  expect(wrap('世界世界', 4)).toEqual(['世界', '世界']);
  expect(wrap('abc', 0)).toEqual(['ab', 'c']);
  expect(wrap('a世', -3)).toEqual(['a', '世']);
});
