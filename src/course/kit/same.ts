import { withFinding } from './finding.ts';

/**
 * Checks a value and says in plain words what it should be: `requests sent: expected 1, received
 * 0`. For values that compare with `===`, or as JSON where they are lists or objects.
 *
 * @param what the value, in words
 * @param cause what is likely wrong where it differs
 */
export function expectSame(what: string, received: unknown, expected: unknown, cause: string) {
  if (Object.is(received, expected) || isSameJson(received, expected)) return;
  const message = `${what}: expected ${show(expected)}, received ${show(received)}`;
  throw withFinding(new Error(message), { cause });
}

/**
 * Checks that something is an error with these properties, and says which it has instead.
 * @param cause what is likely wrong where it is another
 */
export function expectErrorLike(
  received: unknown,
  expected: { name: string; code?: string; message?: string },
  cause?: string,
): void {
  const properties = Object.entries(expected).filter(([, value]) => value !== undefined);
  const isRight =
    received instanceof Error &&
    properties.every(([name, value]) => (received as unknown as Indexed)[name] === value);
  if (isRight) return;
  const names = properties.map(([name]) => name);
  const error = new Error(
    `expected ${nameError(expected, names)}\nreceived ${nameError(received, names)}`,
  );
  // With the stack of what was received, so that the learner's own line is shown.
  if (received instanceof Error) {
    Object.assign(error, { name: 'AssertionError', stack: received.stack });
  }
  throw withFinding(error, cause === undefined ? {} : { cause });
}

type Indexed = Record<string, unknown>;

/** `RpcError (NOT_FOUND): no tea today`, with as much as `names` asks for. */
function nameError(error: unknown, names: string[]): string {
  if (typeof error !== 'object' || error === null) return show(error);
  const { name, code, message } = error as Indexed;
  const codeText = names.includes('code') ? ` (${code === undefined ? 'no code' : code})` : '';
  const isTold = names.includes('message') || (error instanceof Error && message !== '');
  return `${name ?? show(error)}${codeText}${isTold ? `: ${message}` : ''}`;
}

function isSameJson(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  if (a === null || b === null || a instanceof Uint8Array) return false;
  return JSON.stringify(a) === JSON.stringify(b);
}

function show(value: unknown): string {
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (typeof (value as { then?: unknown } | undefined | null)?.then === 'function') {
    return 'a promise';
  }
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return JSON.stringify(value) ?? String(value);
}
