/** Answers that are kept: those of one suite, whose subjects emit nearly the same texts. */
const MAX_KEPT = 200;

/**
 * The same function, which remembers its answers: the compiler is slow, and is asked about the same
 * text again and again. For a function of its argument alone, and answers that nobody changes.
 */
export function remembering<T>(compute: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const answer = compute(key);
    // A Map keeps its entries in the order in which they came: the first is the oldest.
    if (kept.size === MAX_KEPT) kept.delete(kept.keys().next().value as string);
    kept.set(key, answer);
    return answer;
  };
}
