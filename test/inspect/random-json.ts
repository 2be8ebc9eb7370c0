import type { Random } from '#course/kit/random';

const TEXTS = [
  '',
  'tea',
  'Grüße',
  '語',
  '🫖',
  'a"b\\c',
  '\n\t\u0000',
  '\u2028',
  '{"id":1}',
  '__proto__',
  '},[',
];
const SPACES = ['', '', '', ' ', '\n', '\t\r\n  '];

/** The text of a JSON value of any shape, written as no serialiser would: with spaces and escapes. */
export function randomJson(random: Random, depth = 4): string {
  const space = () => pick(random, SPACES);
  const kind = random.integer(0, depth > 0 ? 7 : 4);
  if (kind === 0) return pick(random, ['true', 'false', 'null']);
  if (kind === 1)
    return pick(random, ['0', '-1', '2.50', '1e3', '-0.5E-7', '123456789012345678901']);
  if (kind <= 4) return randomString(random);
  const count = random.integer(0, 3);
  const items = Array.from({ length: count }, () => {
    const value = `${space()}${randomJson(random, depth - 1)}${space()}`;
    return kind === 5 ? value : `${space()}${randomKey(random)}${space()}:${value}`;
  });
  const inside = items.length === 0 ? space() : items.join(',');
  return kind === 5 ? `[${inside}]` : `{${inside}}`;
}

/** Names that the RPC of lessons 1 to 3 knows, and others. */
function randomKey(random: Random): string {
  const known = ['"id"', '"method"', '"params"', '"result"', '"error"', '"key"'];
  return random.integer(0, 1) === 0 ? pick(random, known) : randomString(random);
}

function randomString(random: Random): string {
  const text = Array.from({ length: random.integer(0, 3) }, () => pick(random, TEXTS)).join('');
  const json = JSON.stringify(text);
  if (random.integer(0, 3) > 0) return json;
  const escaped = [...text].map((character) =>
    Array.from(
      { length: character.length },
      (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
  return `"${escaped.join('')}"`;
}

export function pick<T>(random: Random, of: readonly T[]): T {
  return of[random.integer(0, of.length - 1)]!;
}
