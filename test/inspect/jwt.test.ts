import { expect, test } from 'vitest';
import { findCoverageGap } from '#inspect/coverage';
import { dissectToken } from '#inspect/jwt/token';
import { SIGNED, UNSECURED } from '../../lessons/27-jwt/rfc.ts';

const named = (text: string) =>
  dissectToken(text).map(({ title, fields }) => [title, fields.map(({ name }) => name)]);

test('a token taken apart: as it travels, and each part', () => {
  expect(named(SIGNED)).toEqual([
    ['a token, as it travels', ['header', 'dot', 'claims', 'dot', 'signature']],
    ['its header', ['alg', 'end of object']],
    ['its claims', ['iss', 'exp', 'http://example.com/is_root', 'end of object']],
    ['its signature', ['R', 'S']],
  ]);
  const [header] = dissectToken(SIGNED)[0]!.fields;
  expect(header!.children!.map(({ name, value }) => [name, value]).slice(0, 2)).toEqual([
    ['eyJh', '{"a'],
    ['bGci', 'lg"'],
  ]);
});

test('every byte has one meaning, however wrong the text is', () => {
  const texts = [
    '',
    'x',
    'a.b',
    '..',
    'e30.e30.',
    'é.ü.ß',
    'e30=.!!.AQ',
    'W10.bnVsbA.AQ',
    UNSECURED,
  ];
  for (let i = 0; i <= SIGNED.length; i += 7) texts.push(SIGNED.slice(0, i), SIGNED.slice(i));
  for (const text of texts) {
    for (const { bytes, fields } of dissectToken(text)) {
      expect(findCoverageGap(fields, bytes.length), text).toBeUndefined();
    }
  }
  expect(named('x.y')[0]![1]).toEqual(['2 parts']);
});
