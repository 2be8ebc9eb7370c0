import type { Json } from '#protobuf/json/json';

export interface Shown {
  value: string;
  json: Json;
}

/** A member a line; what is inside a member stays on its line. */
export function showJson(json: Json): string {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return inline(json);
  const members = Object.entries(json);
  if (members.length === 0) return '{}';
  const lines = members.map(([name, value]) => `  ${JSON.stringify(name)}: ${inline(value)}`);
  return `{\n${lines.join(',\n')}\n}`;
}

function inline(json: Json): string {
  return JSON.stringify(json, null, 1)
    .replace(/\n\s*/g, ' ')
    .replace(/\[ | \]/g, (bracket) => bracket.trim());
}

/** Whether two values are the same, in whatever order their members stand. */
export function isSame(a: Json, b: Json): boolean {
  return sorted(a) === sorted(b);
}

function sorted(json: Json): string {
  return JSON.stringify(json, (_, value: Json) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
      : value,
  );
}
