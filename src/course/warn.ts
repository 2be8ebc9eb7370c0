/** Tells the learner something that is no reason to stop. */
export function warn(message: string): void {
  console.error(`note: ${message}`);
}
