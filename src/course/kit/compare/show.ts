const MAX_BYTES_SHOWN = 16;

/**
 * A value as text, as one would write it: `undefined`, `NaN` and `-0` are what they are, also
 * inside of lists and objects, where JSON would leave them out or make them `null`.
 */
export function show(value: unknown): string {
  return write(value, (object) => Object.keys(object), MAX_BYTES_SHOWN);
}

/** Whether two values are the same by their parts; the order of an object's members is free. */
export function isSame(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (isComposed(a) && isComposed(b) && canonical(a) === canonical(b));
}

/** The same text for the same value, in whatever order its members stand. */
export function canonical(value: unknown): string {
  return write(value, (object) => Object.keys(object).sort(), Number.POSITIVE_INFINITY);
}

function write(value: unknown, keysOf: (object: object) => string[], maxBytes: number): string {
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (typeof (value as { then?: unknown }).then === 'function') return 'a promise';
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Uint8Array) return writeBytes(value, maxBytes);
  const part = (each: unknown) => write(each, keysOf, maxBytes);
  if (Array.isArray(value)) return `[${value.map(part).join(',')}]`;
  if (value instanceof Map) return `Map ${part([...value])}`;
  if (value instanceof Set) return `Set ${part([...value])}`;
  const members = keysOf(value).map(
    (key) => `${JSON.stringify(key)}:${part((value as Record<string, unknown>)[key])}`,
  );
  return `{${members.join(',')}}`;
}

function writeBytes(bytes: Uint8Array, most: number): string {
  if (bytes.length > most) return `${bytes.length} bytes`;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
  return bytes.length === 0 ? 'no bytes' : `the bytes ${digits.join(' ')}`;
}

/** Errors, promises and functions are themselves and nothing else. */
function isComposed(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof Error) &&
    typeof (value as { then?: unknown }).then !== 'function'
  );
}

/** What was thrown, in a word: an error's kind and text, anything else as it is written. */
export function nameOf(error: unknown): string {
  return error instanceof Error
    ? `${error.constructor.name}: ${error.message}`
    : (JSON.stringify(error) ?? String(error));
}
