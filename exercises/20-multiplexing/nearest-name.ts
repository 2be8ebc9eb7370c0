import { notYet } from '#course/exercise/not-yet';
import { MAX_COMPARED_NAME_LENGTH, MAX_TYPOS } from '#grpc/limits';

/**
 * The name that was probably meant, as a compiler says it: `did you mean SayHello?`. Upper and lower
 * case count as the same here, and each letter too few, too many or wrong is a mistake. Near enough
 * is a name with at most MAX_TYPOS of them, and with no more than one for three letters of `wrong`:
 * from Get to Put there are two, and nobody means the other. If none is so near, it is one whose part
 * behind the last dot is the same: who leaves out the package calls `Greeter` for `hello.Greeter`.
 *
 * @param names of equally near ones, the first wins
 * @returns `undefined`: there is none, or `wrong` is longer than MAX_COMPARED_NAME_LENGTH
 */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  // ── Task 1 ──
  // lastPart(name) is the part behind the last dot, in lower case.
  throw notYet(1);
}

/**
 * How many letters have to be put in, taken out or exchanged to make `b` of `a` (Levenshtein's
 * distance). One row of this table for each letter of `a`, each cell from its three neighbours:
 *
 * ```
 *          C  a  n  c  e  l
 *       0  1  2  3  4  5  6
 *    C  1  0  1  2  3  4  5
 *    a  2  1  0  1  2  3  4
 *    n  3  2  1  0  1  2  3
 *    s  4  3  2  1  1  2  3      s for c: one
 *    e  5  4  3  2  2  1  2
 *    l  6  5  4  3  3  2  1      ← the answer
 * ```
 *
 * @returns `undefined` if it is more than `most`: known as soon as a whole row is
 */
export function countTypos(a: string, b: string, most: number): number | undefined {
  // ── Task 1 ──
  // Compares letters as they are: who calls it has made them lower case.
  throw notYet(1);
}

/** `Greeter` of `hello.Greeter`, in lower case. */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
