import { findingOf, withFinding } from './finding.ts';
import { isGap } from './gap.ts';

/**
 * Runs checks; if one fails, adds what that mistake most likely is. What failed is said by the
 * check, why by the cause: so a suite can tell a learner more than "expected 2, received 1".
 *
 * A slip in the code itself (a TypeError, a name that does not exist) says enough, and is not what a
 * sentence about results is about; so it gets none, unless a function finds one in it.
 *
 * @param cause a sentence or two; or a function that tells from the error, `undefined` if it can't
 */
export async function likely(
  cause: string | ((error: Error) => string | undefined),
  checks: () => unknown,
): Promise<void> {
  try {
    await checks();
  } catch (error) {
    // A gap is not a mistake, and an inner `likely` knows better than an outer one.
    if (!(error instanceof Error) || isGap(error)) throw error;
    const finding = findingOf(error);
    if (finding?.cause !== undefined) throw error;
    const isSlip = finding === undefined && SLIPS.has(error.name);
    const text = typeof cause === 'function' ? cause(error) : isSlip ? undefined : cause;
    throw withFinding(error, { ...finding, ...(text !== undefined && { cause: text }) });
  }
}

const SLIPS = new Set(['TypeError', 'ReferenceError', 'SyntaxError']);
