import { withFinding } from './finding.ts';
import { expectErrorLike } from './same.ts';

/**
 * Checks that `run` throws an error like `expected`. A gap of the skeleton that is reached on the
 * way goes through as it is: it is no error that anybody asked for.
 *
 * @param expected properties that the error must have, e.g. `{ name: 'FrameError', code: … }`
 * @param cause what is likely wrong where nothing is thrown at all
 */
export async function expectThrown(
  run: () => unknown,
  expected: { name: string; code?: string; message?: string },
  cause: string,
): Promise<void> {
  const wanted =
    expected.code === undefined ? expected.name : `${expected.name} (${expected.code})`;
  let thrown: unknown;
  try {
    await run();
  } catch (error) {
    if (error instanceof Error && error.name === 'NotYetError') throw error;
    thrown = error;
  }
  if (thrown === undefined) {
    throw withFinding(new Error(`expected a ${wanted}, and nothing was thrown`), { cause });
  }
  expectErrorLike(thrown, expected);
}
