import { withFinding } from './compare/finding.ts';
import { canonical, show } from './compare/show.ts';

/** Bytes that stand before and after a view and belong to somebody else. */
const MARGIN = 5;
const SOMEBODY_ELSES = 0xa5;

/**
 * The same bytes as a view into a larger buffer, at an offset, as a network hands them out: code
 * that takes `bytes.buffer` for the bytes reads somebody else's.
 */
export function asView(bytes: Uint8Array): Uint8Array {
  const larger = new Uint8Array(MARGIN + bytes.length + MARGIN).fill(SOMEBODY_ELSES);
  larger.set(bytes, MARGIN);
  return larger.subarray(MARGIN, MARGIN + bytes.length);
}

/**
 * Runs `work` on what it is given, and then sees that this has not been changed.
 *
 * @param what the input, in words: `the payload`
 */
export function unchanged<T, R>(what: string, given: T, work: (given: T) => R): R {
  const before = canonical(given);
  const shown = show(given);
  const around = surroundings(given);
  const aroundBefore = canonical(around);
  const result = work(given);
  const check = () => {
    if (canonical(given) !== before) {
      throw withFinding(new Error(`${what} has been changed${sayChange(shown, given)}`), {
        cause:
          'Your code changes what it was given. That belongs to the caller, who may need it again: make a copy, and change that.',
      });
    }
    if (canonical(around) === aroundBefore) return;
    throw withFinding(new Error(`the buffer that ${what} looks into has been changed`), {
      cause:
        'Something was written beside what you were given, into memory that belongs to somebody else: make an array of your own for the result.',
    });
  };
  if (!(result instanceof Promise)) {
    check();
    return result;
  }
  return result.then((value) => {
    check();
    return value;
  }) as R;
}

/**
 * Keeps the result of a call, lets `next` happen, and sees that the result is still the same.
 *
 * @param what the result, in words: `the first frame`
 */
export function expectKept<T>(what: string, result: T, next: () => unknown): void {
  const before = canonical(result);
  const shown = show(result);
  next();
  if (canonical(result) === before) return;
  throw withFinding(
    new Error(`${what} was right, and the next call changed it${sayChange(shown, result)}`),
    {
      cause:
        'Two results share their memory, such as one buffer for all calls. What you return belongs to the caller: make it anew each time.',
    },
  );
}

/** The whole buffer of a view that is a part of one. */
function surroundings(given: unknown): Uint8Array | undefined {
  const isPart = given instanceof Uint8Array && given.buffer.byteLength > given.length;
  return isPart ? new Uint8Array(given.buffer) : undefined;
}

/** What became of a value, unless it is too long to be shown. */
function sayChange(before: string, value: unknown): string {
  const after = show(value);
  return after === before ? '' : `: it was ${before}, it is ${after}`;
}
