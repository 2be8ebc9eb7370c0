/** How often it looks, in milliseconds; what stays the same for so long stands still. */
const LOOK_MS = 60;

/** Resolves when a number has stayed the same for a while. */
export async function untilStill(count: () => number): Promise<void> {
  for (let last = -1; last !== count(); ) {
    last = count();
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
