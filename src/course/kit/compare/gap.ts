/** Whether an error is a gap of the skeleton that was reached: not a mistake, and nobody's answer. */
export function isGap(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotYetError';
}

/** Lets a gap that was reached on the way be seen, wherever it came out. @throws it, if it is one */
export function throwGap(error: unknown): void {
  if (isGap(error)) throw error;
}
