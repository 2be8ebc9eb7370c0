import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import type { Dissector } from '#inspect/dissector';
import { dissectRpcPayload } from '#inspect/rpc/payload';
import { compareBytes } from './equal-bytes.ts';
import { withFinding } from './finding.ts';

export interface JsonMistake {
  /** A wrong message that the suite knows; or the bytes, where they are not even JSON. */
  message: unknown;
  cause: string;
}

const NEWLINE = 0x0a;

/**
 * Checks that `received` is `expected` as JSON in UTF-8, on one line. The order of members is free,
 * and so is the space between them; what differs is shown as text and as bytes.
 */
export function expectJson(
  received: unknown,
  expected: Record<string, unknown>,
  mistakes: JsonMistake[] = [],
): void {
  const parsed = received instanceof Uint8Array ? parse(received) : undefined;
  const isRight = parsed !== undefined && canonical(parsed) === canonical(expected);
  if (isRight && !(received as Uint8Array).includes(NEWLINE)) return;

  const text = JSON.stringify(inOrderOf(parsed, expected));
  const error = compareBytes(received, encodeUtf8(text), {
    dissector: wholeMessage,
    mistakes: mistakes.flatMap(({ message, cause }) =>
      message instanceof Uint8Array ? [{ bytes: message, cause }] : [],
    ),
  });
  if (error === undefined) return;
  if (isRight) {
    throw withFinding(new Error('the message is right, but it is not on one line'), {
      cause:
        'The runtime that sends it ends a message with a newline, so there may be none inside: JSON.stringify without a third argument, and nothing added.',
    });
  }
  if (!(received instanceof Uint8Array)) throw error;
  const known = mistakes.find(
    ({ message }) => parsed !== undefined && canonical(message) === canonical(parsed),
  );
  const shown = parsed === undefined ? 'what is not JSON in UTF-8' : JSON.stringify(parsed);
  error.message = `expected ${text}\nreceived ${shown}\n${error.message}`;
  throw withFinding(error, {
    ...(error as { finding?: object }).finding,
    ...(known && { cause: known.cause }),
  });
}

/** The value that these bytes say, `undefined` if they say none. */
export function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes));
  } catch {
    return undefined;
  }
}

/** The same text for the same value, in whatever order its members stand. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/**
 * `expected` with its members in the order of `received`, where that is another: order is not a
 * mistake, so none is shown.
 */
function inOrderOf(received: unknown, expected: Record<string, unknown>): object {
  const theirs = Object.keys(received ?? {}).filter((key) => Object.hasOwn(expected, key));
  const ours = Object.keys(expected).filter((key) => theirs.includes(key));
  if (theirs.every((key, i) => key === ours[i])) return expected;
  return { ...Object.fromEntries(theirs.map((key) => [key, undefined])), ...expected };
}

const wholeMessage: Dissector = {
  push: (bytes) => [{ ...dissectRpcPayload(bytes), bytes }],
  end: () => [],
};
