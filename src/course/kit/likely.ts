import { findingOf, withFinding } from './finding.ts';

/**
 * Runs checks; if one fails, adds what that mistake most likely is. What failed is said by the
 * check, why by the cause: so a suite can tell a learner more than "expected 2, received 1".
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
    // A gap is no mistake, and an inner `likely` knows better than an outer one.
    if (!(error instanceof Error) || error.name === 'NotYetError') throw error;
    const finding = findingOf(error);
    if (finding?.cause !== undefined) throw error;
    const text = typeof cause === 'string' ? cause : cause(error);
    throw withFinding(error, { ...finding, ...(text !== undefined && { cause: text }) });
  }
}
