/** Tells the learner something that is not a reason to stop. */
export function warn(message: string): void {
  console.error(`note: ${message}`);
}
