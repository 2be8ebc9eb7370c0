/**
 * Draws `count` different numbers from 0 to `of` - 1, each choice as likely as any other; all of
 * them if there are not more. It asks for chance as often as there are numbers to draw.
 * @param random a number in [0, 1).
 */
export function draw(count: number, of: number, random: () => number): number[] {
  const drawn = new Set<number>();
  // Floyd's way (Bentley 1987): the last ones in turn, each in place of one that was drawn before.
  for (let last = Math.max(0, of - count); last < of; last++) {
    const index = Math.floor(random() * (last + 1));
    drawn.add(drawn.has(index) ? last : index);
  }
  return [...drawn];
}

/** How many calls each has under way, from this client. */
export class InFlight<E extends object> {
  /** Whoever is forgotten by everybody else is forgotten here. */
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
