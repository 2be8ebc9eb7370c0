import { expect } from 'vitest';
import { toHex } from '#bytes/hex';
import { fieldPathAt } from '#inspect/coverage';
import type { Dissector } from '#inspect/dissector';
import { shift } from '#inspect/dissector';
import type { Field } from '#inspect/trace';
import { withArticle } from './article.ts';
import { withFinding } from './finding.ts';

export interface EqualBytesOptions {
  /** Explains the expected bytes, so that the first wrong one can be named. */
  dissector?: Dissector;
  /** Wrong results that the suite knows: what one would get, and what one did to get it. */
  mistakes?: Mistake[];
}

export interface Mistake {
  bytes: Uint8Array;
  cause: string;
}

declare module 'vitest' {
  interface Assertion {
    /** Compares bytes; a difference is explained by offset, field and likely cause. */
    toEqualBytes(expected: Uint8Array, options?: EqualBytesOptions): void;
  }
}

/**
 * `expect(received).toEqualBytes(expected, options)` without the toll of `expect`: for thousands of
 * comparisons in a loop.
 */
export function expectBytes(
  received: unknown,
  expected: Uint8Array,
  options?: EqualBytesOptions,
): void {
  const error = compareBytes(received, expected, options);
  if (error !== undefined) throw error;
}

/** Adds `expect(bytes).toEqualBytes(…)`; a graded suite calls it once. */
export function installByteMatcher(): void {
  expect.extend({
    toEqualBytes(received: unknown, expected: Uint8Array, options: EqualBytesOptions = {}) {
      expectBytes(received, expected, options);
      return { pass: true, message: () => 'the bytes are equal' };
    },
  });
}

/** What is wrong with `received`, as an error that says it all; `undefined` if it is right. */
export function compareBytes(
  received: unknown,
  expected: Uint8Array,
  { dissector, mistakes = [] }: EqualBytesOptions = {},
): Error | undefined {
  if (!(received instanceof Uint8Array)) {
    const cause = isThenable(received)
      ? 'A promise stands where its value should: an `await` is missing, or a function is async that need not be.'
      : 'A byte string is a Uint8Array here, never a string, an Array or an ArrayBuffer.';
    return withFinding(new Error(`expected bytes, received ${describe(received)}`), { cause });
  }
  const offset = firstDifference(received, expected);
  if (offset === undefined) return undefined;
  const fields = dissector === undefined ? [] : explain(dissector, expected);
  const cause = mistakes.find((mistake) => equal(mistake.bytes, received))?.cause;
  return withFinding(new Error(sayDifference(received, expected, offset, fields)), {
    bytes: { expected: toHex(expected, ''), received: toHex(received, ''), fields },
    ...(cause !== undefined && { cause }),
  });
}

function sayDifference(
  received: Uint8Array,
  expected: Uint8Array,
  offset: number,
  fields: Field[],
): string {
  const names = fieldPathAt(fields, offset).map((field) => `'${field.name}'`);
  const where = names.length === 0 ? '' : `, in ${names.join(' › ')}`;
  if (offset >= expected.length) {
    return `${count(received.length - expected.length)} too many: the right ones end at ${offset}`;
  }
  if (offset >= received.length) {
    return `${count(expected.length - received.length)} missing, from offset ${offset}${where}`;
  }
  return `the first wrong byte is at offset ${offset}${where}`;
}

function count(bytes: number): string {
  return bytes === 1 ? '1 byte is' : `${bytes} bytes are`;
}

/** The fields of everything that `dissector` finds, with offsets from the beginning of `bytes`. */
function explain(dissector: Dissector, bytes: Uint8Array): Field[] {
  let offset = 0;
  return [...dissector.push(bytes), ...dissector.end()].flatMap((message) => {
    const fields = shift(message.fields, offset);
    offset += message.bytes.length;
    return fields;
  });
}

function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return i;
  return a.length === b.length ? undefined : shared;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return firstDifference(a, b) === undefined;
}

function isThenable(value: unknown): boolean {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}

function describe(value: unknown): string {
  if (isThenable(value)) return 'a promise';
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string') return `the string ${JSON.stringify(value)}`;
  if (Array.isArray(value)) return 'an Array';
  return typeof value === 'object'
    ? withArticle(value.constructor?.name ?? 'object')
    : String(value);
}
