import { withArticle } from './article.ts';
import { withFinding } from './finding.ts';
import { throwGap } from './gap.ts';
import { expectErrorLike } from './same.ts';

/** What `run` throws; `undefined` if nothing. A gap is nobody's answer. @throws it, if it is one */
export function thrownBy(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    throwGap(error);
    return error;
  }
}

/**
 * Checks that `run` throws an error like `expected`. A gap of the skeleton that is reached on the
 * way goes through as it is: nobody asked for this error.
 *
 * @param expected properties that the error must have, e.g. `{ name: 'FrameError', code: … }`
 * @param cause what is likely wrong if nothing is thrown at all
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
    throwGap(error);
    thrown = error;
  }
  if (thrown === undefined) {
    throw withFinding(new Error(`expected ${withArticle(wanted)}, and nothing was thrown`), {
      cause,
    });
  }
  expectErrorLike(thrown, expected);
}
