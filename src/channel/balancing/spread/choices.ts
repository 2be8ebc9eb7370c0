/**
 * Draws `count` different numbers from 0 to `of` - 1, in an order by chance: each list as likely as
 * any other; all numbers if there are not more. It asks for chance once for each number.
 * @param random a number in [0, 1).
 */
export function draw(count: number, of: number, random: () => number): number[] {
  const drawn: number[] = [];
  // Floyd's way (Bentley 1987): each round has one number more to draw from, and that one stands in
  // for what was drawn before, right behind it. So the order is by chance, too.
  for (let last = Math.max(0, of - count); last < of; last++) {
    const index = Math.floor(random() * (last + 1));
    const place = drawn.indexOf(index);
    if (place < 0) drawn.unshift(index);
    else drawn.splice(place + 1, 0, last);
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
    this.#counts.set(endpoint, this.of(endpoint) + 1);
    let under = true;
    return () => {
      if (!under) return;
      under = false;
      this.#counts.set(endpoint, this.of(endpoint) - 1);
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
  let best: E | undefined;
  for (const index of draw(choices, candidates.length, random)) {
    const candidate = candidates[index]!;
    if (best === undefined || inFlight.of(candidate) < inFlight.of(best)) best = candidate;
  }
  return best;
}
