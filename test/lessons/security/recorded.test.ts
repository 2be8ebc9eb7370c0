import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT } from '#course/paths';
import { SECRETS } from '#hpack/tables/indexing-policy';
import type { Field, Trace } from '#inspect/trace';
import { SIGNED, UNSECURED } from '../../../lessons/27-jwt/rfc.ts';

/** Nothing that was recorded, or is stored in the repository, may hold a secret. */

const FOLDERS = ['docs', 'lessons', 'solutions', 'exercises', 'src', 'test', 'proto'];
const TEXT = /\.(ts|md|txt|json|vue|proto|go|snap|css)$/;

function* files(): Generator<{ name: string; text: string }> {
  for (const folder of FOLDERS) {
    for (const entry of readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })) {
      const name = `${folder}/${entry.replaceAll('\\', '/')}`;
      const isOurs = !/\/(node_modules|cache|dist)\//.test(`/${name}`);
      if (isOurs && TEXT.test(name)) yield { name, text: readFileSync(ROOT + name, 'utf8') };
    }
  }
}

/** What a secret looks like, whoever made it. */
const LOOKS: Record<string, RegExp> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/=\s]{40,}/,
  'a certificate': /-----BEGIN CERTIFICATE-----\s+[A-Za-z0-9+/=\s]{40,}/,
  'a signed token': /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{20,}/,
  'a token': /\b(?:[Bb]earer|access_token["']?:) +["']?[\w~+/-]{30,}/,
  // A name of 43 characters in base64url, as oidc-provider gives it.
  'a token of the token server':
    /(?<![\w/+=.#-])(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{43}(?![\w/+=.-])/,
};

/** Fixed ones that a test needs, or that are not secrets. */
const ALLOWED: readonly string[] = [
  'lessons/27-jwt/rfc.ts', // The key and the token that RFC 7515 A.3 publishes.
];

test('no file holds what looks like a secret', () => {
  const found: string[] = [];
  let seen = 0;
  for (const { name, text } of files()) {
    seen++;
    if (ALLOWED.includes(name)) continue;
    for (const [what, look] of Object.entries(LOOKS)) {
      const match = look.exec(text);
      if (match) found.push(`${name}: ${what}: ${match[0].slice(0, 60)}`);
    }
  }
  expect(seen).toBeGreaterThan(500);
  expect(found).toEqual([]);
});

test('the looks find what they are made for', () => {
  // In two halves, or this file would be found.
  const token = `${'gvL_sIKv1S3KB-EGmw48e'}${'jjDrphRnQmt0VFKfNRJG6D'}`;
  expect(token).toMatch(LOOKS['a token of the token server']!);
  expect(`"authorization: Bearer ${token}"`).toMatch(LOOKS['a token']!);
});

/** Lessons whose secrets were made up to be looked at: `tea-1`, `tea-4711`. */
const MADE_UP = /^(Bearer|Basic) (tea-[\w-]+|[A-Za-z0-9=]{4,20})$|^tea-?\w*$/;

test('each secret in a recorded trace is hidden, or was made up', () => {
  const open: string[] = [];
  let hidden = 0;
  for (const { name, text } of files()) {
    if (!name.endsWith('.trace.json')) continue;
    const look = (fields: readonly Field[], bytes: string) => {
      for (const field of fields) {
        if (SECRETS.has(field.name)) {
          const { value = '' } = field;
          const spelt = field.children?.find((child) => child.name === 'value');
          const hex = spelt && bytes.slice(2 * spelt.offset, 2 * (spelt.offset + spelt.length));
          const isHidden = /^\(secret \d+\)$/.test(value) && /^0*$/.test(hex ?? '');
          if (isHidden) hidden++;
          else if (!MADE_UP.test(value)) open.push(`${name}: ${value}`);
        }
        look(field.children ?? [], bytes);
      }
    };
    for (const event of (JSON.parse(text) as Trace).events) {
      if (event.kind === 'message') look(event.fields, event.bytes);
    }
  }
  expect(open).toEqual([]);
  expect(hidden).toBeGreaterThanOrEqual(3);
});

/** What was recorded, and what a learner reads: here it need not even be good any more. */
const RECORDED = /\.trace\.json$|\/outputs\/.*\.txt$|\/__snapshots__\/|^docs\/lessons\/.*\.md$/;

/** Those of the RFCs are public, and expired in 2011. */
const PUBLIC = [SIGNED, UNSECURED];

const SECRET_TEXTS: [what: string, pattern: RegExp][] = [
  ['a token', /eyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/g],
  ['the private part of a JWK', /"d": ?"[\w-]{20,}"/g],
];

const foundIn = (text: string) =>
  SECRET_TEXTS.flatMap(([what, pattern]) =>
    [...text.matchAll(pattern)].map(([one]) => [what, one]),
  ).filter(([, one]) => !PUBLIC.includes(one!));

/** The text of a file, and that of the bytes which it shows as hex. */
function textsOf({ name, text }: { name: string; text: string }): string[] {
  const bytes = name.endsWith('.trace.json')
    ? [...text.matchAll(/"bytes": "([0-9a-f]+)"/g)].map(([, hex]) =>
        Buffer.from(hex!, 'hex').toString('latin1'),
      )
    : [];
  return [text, ...bytes];
}

test('a token that is not one of the RFCs would be found', () => {
  const live = SIGNED.replace('eyJpc3Mi', 'eyJpc3Mj');
  expect(foundIn(`Bearer ${live}`)).toHaveLength(1);
  expect(foundIn(SIGNED)).toEqual([]);
});

test('nothing recorded has a token or a key in it, in its bytes neither', () => {
  const recorded = [...files()].filter(({ name }) => RECORDED.test(name));
  expect(recorded.length).toBeGreaterThan(100);
  for (const file of recorded) {
    for (const text of textsOf(file)) expect(foundIn(text), file.name).toEqual([]);
  }
});
