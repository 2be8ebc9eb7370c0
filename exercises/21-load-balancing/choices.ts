import { notYet } from '#course/exercise/not-yet';
/**
 * Draws `count` different numbers from 0 to `of` - 1, in an order by chance: each list as likely as
 * any other; all numbers if there are not more. It asks for chance once for each number.
 * @param random a number in [0, 1).
 */
export function draw(count: number, of: number, random: () => number): number[] {
  // ── Task 3 ──
  // Math.floor(random() * n) is a whole number from 0 to n - 1, each as likely.
  throw notYet(3);
}

/** How many calls each has under way, from this client. */
export class InFlight<E extends object> {
  /** One that nobody else knows any more is forgotten here, too. */
  readonly #counts = new WeakMap<E, number>();

  of(endpoint: E): number {
    return this.#counts.get(endpoint) ?? 0;
  }

  /** A call has begun there. @returns ends it; called again, it does nothing. */
  begin(endpoint: E): () => void {
    // ── Task 3 ──
    // this.#counts.get(endpoint) and this.#counts.set(endpoint, count). What is returned is called
    // when the call is over.
    throw notYet(3);
  }
}

/**
 * The power of two choices (Mitzenmacher 1996): of `choices` candidates, drawn by chance, the one
 * that has the fewest calls under way. `undefined` if there is no candidate.
 *
 * Why not of all? Every client would see the same one, and all would go there at once.
 */
export function leastBusy<E extends object>(
  candidates: readonly E[],
  choices: number,
  inFlight: InFlight<E>,
  random: () => number,
): E | undefined {
  // ── Task 3 ──
  // draw(choices, candidates.length, random) gives places in the list. inFlight.of(candidate) is
  // how many calls it has.
  throw notYet(3);
}
