/** A name that somebody would like to have. */
export interface Wish<Key> {
  readonly key: Key;
  readonly name: string;
  /** It is spelt so in the `.proto` file. Then it comes before those that were derived. */
  readonly isExact: boolean;
}

/**
 * Gives each key a name of its own: the one that it wants, or that with as many `_` behind it as it
 * takes. Names that stand in the file as they are come first, then the others in their order.
 *
 * @param isFree Whether nothing else has the name already.
 * @param take Is called with each name that is given away.
 */
export function giveNames<Key>(
  wishes: readonly Wish<Key>[],
  isFree: (name: string, key: Key) => boolean,
  take: (name: string, key: Key) => void = () => {},
): Map<Key, string> {
  const given = new Map<Key, string>();
  const taken = new Set<string>();
  const inOrder = [
    ...wishes.filter(({ isExact }) => isExact),
    ...wishes.filter(({ isExact }) => !isExact),
  ];
  for (const { key, name: wanted } of inOrder) {
    let name = wanted;
    while (taken.has(name) || !isFree(name, key)) name += '_';
    taken.add(name);
    take(name, key);
    given.set(key, name);
  }
  return given;
}
