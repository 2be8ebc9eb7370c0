import { expect, test } from 'vitest';
import { parsePassed } from '../../docs/.vitepress/build/progress-endpoint.ts';
import { alignedColumn } from '../../docs/.vitepress/exercise/align.ts';
import {
  accepted,
  type Drafts,
  isOutdated,
  replaced,
  textOf,
  withText,
} from '../../docs/.vitepress/exercise/drafts.ts';
import { paint, readPainted } from '../../docs/.vitepress/exercise/paint.ts';

test.each([
  ["    throw new Error('te');", "    throw new Error('te');", 'new'],
  ['  const x: Array<Foo> = bar(a as Foo);', '  const x = bar(a );', 'bar'],
  ['  throw new RemoteError(m);', '  throw new (0, _remote.RemoteError)(m);', 'new'],
  ['  return (this as Box<T>).open();', '  return (this ).open();', 'open'],
  [
    '  const m = JSON.parse(decodeUtf8(r));',
    '  const m = JSON.parse((0, _utf8.decodeUtf8)(r));',
    'decodeUtf8',
  ],
  ['a', 'a', 'a'],
])('a place in a compiled line is found in the written one: %s', (written, compiled, word) => {
  expect(alignedColumn(written, compiled, compiled.indexOf(word))).toBe(written.indexOf(word));
});

test('drafts: the skeleton is not kept, what is written is, and what is replaced stays beside it', () => {
  const file = { name: '#a/b', file: 'b.ts', skeleton: 'skeleton' };
  expect(withText({}, file, 'skeleton')).toEqual({});
  const mine = withText({}, file, 'mine');
  expect(textOf(mine, file)).toBe('mine');
  expect(withText(mine, file, 'skeleton')).toEqual({});
  const restarted = replaced(mine, file, 'skeleton');
  expect(textOf(restarted, file)).toBe('skeleton');
  expect(restarted['b.ts']?.before).toBe('mine');
  // Typing on does not lose what was there before.
  expect(withText(restarted, file, 'next')['b.ts']?.before).toBe('mine');
  expect(replaced(restarted, file, 'mine')['b.ts']?.text).toBe('mine');
});

test('drafts: a skeleton that has changed is noticed until it is accepted', () => {
  const old = { name: '#a/b', file: 'b.ts', skeleton: 'skeleton' };
  const now = { ...old, skeleton: 'another' };
  const mine: Drafts = withText({}, old, 'mine');
  expect(isOutdated(mine, old)).toBe(false);
  expect(isOutdated(mine, now)).toBe(true);
  expect(isOutdated(withText(mine, now, 'mine, still'), now)).toBe(true);
  expect(isOutdated(accepted(mine, now), now)).toBe(false);
  expect(isOutdated(replaced(mine, now, now.skeleton), now)).toBe(false);
});

test('what is emphasised comes out of a drawing again, and nothing else changes', () => {
  const text = `a ${paint.strong('b')} <c>\n${paint.bad('✗ d')}`;
  expect(readPainted(text)).toEqual([
    { text: 'a ' },
    { text: 'b', as: 'strong' },
    { text: ' <c>\n' },
    { text: '✗ d', as: 'bad' },
  ]);
});

test('the dev server takes lessons and tasks, and nothing else', () => {
  expect(parsePassed('{"lesson":3,"tasks":[1,2]}')).toEqual({ lesson: 3, tasks: [1, 2] });
  for (const body of [
    '',
    'nonsense',
    '[]',
    '{"lesson":0,"tasks":[1]}',
    '{"lesson":"__proto__","tasks":[1]}',
    '{"lesson":3,"tasks":["__proto__"]}',
    '{"lesson":3}',
  ]) {
    expect(parsePassed(body), body).toBeUndefined();
  }
});
