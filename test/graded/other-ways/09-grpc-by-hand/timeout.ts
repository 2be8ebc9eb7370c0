const UNITS = new Map([
  ['n', 1e-6],
  ['u', 1e-3],
  ['m', 1],
  ['S', 1e3],
  ['M', 6e4],
  ['H', 3.6e6],
]);

/** Nanoseconds where they fit, then coarser and coarser. */
export function formatTimeout(milliseconds: number): string {
  for (const [letter, size] of UNITS) {
    const amount = Math.max(Math.ceil(milliseconds / size), 0);
    if (amount < 1e8) return amount + letter;
  }
  return '99999999H';
}

export function parseTimeout(text: string): number | undefined {
  const size = UNITS.get(text.slice(-1));
  const digits = [...text.slice(0, -1)];
  if (size === undefined || digits.length < 1 || digits.length > 8) return undefined;
  if (digits.some((digit) => digit < '0' || digit > '9')) return undefined;
  return digits.reduce((sum, digit) => sum * 10 + Number(digit), 0) * size;
}
