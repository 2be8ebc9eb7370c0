/**
 * Draws `count` different numbers from 0 to `of` - 1, in an order by chance: each list as likely as
 * any other; all numbers if there are not more. It asks for chance once for each number.
 * @param random a number in [0, 1).
 */
export function draw(count: number, of: number, random: () => number): number[] {
  const drawn: number[] = [];
  for (let left = of; left > 0 && drawn.length < count; left--) {
    let index = Math.floor(random() * left);
    for (const taken of [...drawn].sort((a, b) => a - b)) if (index >= taken) index++;
    drawn.push(index);
  }
  return drawn;
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
    const add = (by: number) => this.#counts.set(endpoint, this.of(endpoint) + by);
    add(1);
    const open = new Set([add]);
    return () => {
      if (open.delete(add)) add(-1);
    };
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
  return draw(choices, candidates.length, random)
    .map((index) => candidates[index]!)
    .reduce<E | undefined>(
      (best, one) => (best && inFlight.of(best) <= inFlight.of(one) ? best : one),
      undefined,
    );
}
