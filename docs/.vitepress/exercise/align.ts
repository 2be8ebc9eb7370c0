/**
 * Where a place in a compiled line stands in the line as it was written. (The compiler keeps lines;
 * the columns of its source maps are not to be trusted.) The words and signs that both lines have in
 * common, in order, say which of them are the same. Columns count from 0.
 */
export function alignedColumn(written: string, compiled: string, column: number): number {
  const theirs = tokensOf(written);
  const ours = tokensOf(compiled);
  /** How many tokens the ends of the two have in common, from each token of each. */
  const common = Array.from({ length: theirs.length + 1 }, () => new Uint16Array(ours.length + 1));
  for (let i = theirs.length - 1; i >= 0; i--) {
    for (let j = ours.length - 1; j >= 0; j--) {
      common[i]![j] =
        theirs[i]!.text === ours[j]!.text
          ? common[i + 1]![j + 1]! + 1
          : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
    }
  }
  let i = 0;
  for (const [j, { text, at }] of ours.entries()) {
    while (i < theirs.length && theirs[i]!.text !== text && common[i + 1]![j] === common[i]![j])
      i++;
    const isSame = theirs[i]?.text === text && common[i]![j] === common[i + 1]![j + 1]! + 1;
    if (column < at + text.length) {
      const start = theirs[i]?.at ?? written.length;
      return isSame ? start + (column - at) : start;
    }
    if (isSame) i++;
  }
  return written.length;
}

function tokensOf(line: string): { text: string; at: number }[] {
  return [...line.matchAll(/[\w$]+|\s+|[^\w\s$]/g)].map((match) => ({
    text: match[0],
    at: match.index,
  }));
}
