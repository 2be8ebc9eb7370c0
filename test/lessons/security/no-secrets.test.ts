import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '#course/paths';
import { SIGNED, UNSECURED } from '../../../lessons/27-jwt/rfc.ts';

/**
 * What was recorded is for everybody: traces, outputs, what a learner reads. No token that was ever
 * good may be in it, and no private key. (The tokens of the RFCs are public, and expired in 2011.)
 */
const PUBLIC = [SIGNED, UNSECURED];

const filesIn = (folder: string, ends: RegExp) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ends.test(file) && !file.includes('node_modules'))
    .map((file) => join(folder, file));

const recorded = [
  ...filesIn('lessons', /\.trace\.json$|outputs\/.*\.txt$/),
  ...filesIn('test', /__snapshots__\/.*\.\w+$/),
  ...filesIn('docs/lessons', /\.md$/),
];

const SECRETS: [what: string, pattern: RegExp][] = [
  ['a token', /eyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/g],
  ['the private part of a JWK', /"d": ?"[\w-]{20,}"/g],
];

/** The text of a file, and that of the bytes which it shows as hex. */
function textsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const bytes = file.endsWith('.trace.json')
    ? [...text.matchAll(/"bytes": "([0-9a-f]+)"/g)].map(([, hex]) =>
        Buffer.from(hex!, 'hex').toString('latin1'),
      )
    : [];
  return [text, ...bytes];
}

const foundIn = (text: string) =>
  SECRETS.flatMap(([what, pattern]) =>
    [...text.matchAll(pattern)].map(([one]) => [what, one]),
  ).filter(([, one]) => !PUBLIC.includes(one!));

test('it would be found', () => {
  const live = SIGNED.replace('eyJpc3Mi', 'eyJpc3Mj');
  expect(foundIn(`Bearer ${live}`)).toHaveLength(1);
  expect(foundIn(SIGNED)).toEqual([]);
});

test('nothing recorded has a secret in it', () => {
  expect(recorded.length).toBeGreaterThan(100);
  for (const file of recorded) {
    for (const text of textsOf(file)) expect(foundIn(text), file).toEqual([]);
  }
});
