import { withFinding } from './finding.ts';
import { isSame, show } from './show.ts';

/**
 * Checks a value and says in plain words what it should be: `requests sent: expected 1, received
 * 0`. Lists, objects and bytes are compared by their parts.
 *
 * @param what the value, in words
 * @param cause what is wrong if it differs; only what follows from the difference
 */
export function expectSame(what: string, received: unknown, expected: unknown, cause?: string) {
  if (isSame(received, expected)) return;
  const message = `${what}: expected ${show(expected)}, received ${show(received)}`;
  throw withFinding(new Error(message), cause === undefined ? {} : { cause });
}

/**
 * Checks that something is an error with these properties, and says which it has instead.
 * @param cause what is likely wrong if it is another
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
