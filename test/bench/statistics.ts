/** The middle of many runs, and how far they lie apart. */
export interface Spread {
  median: number;
  lowest: number;
  highest: number;
}

export function spreadOf(numbers: readonly number[]): Spread {
  return {
    median: medianOf(numbers),
    lowest: Math.min(...numbers),
    highest: Math.max(...numbers),
  };
}

export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function ratioText({ median, lowest, highest }: Spread): string {
  return `${digits(median)} (${digits(lowest)} … ${digits(highest)})`;
}

/** Three digits that mean something. */
export function digits(number: number): string {
  if (number >= 100) return number.toFixed(0);
  return number >= 10 ? number.toFixed(1) : number.toFixed(2);
}
