/** More turns than anything takes that waits neither for a clock nor for a network. */
const QUIET_TURNS = 100;

/**
 * Resolves when nothing happens any more between two ends that are both in this process: `count`,
 * of all that they have said so far, stays the same for many turns of the event loop. So a suite
 * knows that no answer will come without a clock that decides it. Needs Node.
 */
export async function untilQuiet(count: () => number): Promise<void> {
  let last = count();
  for (let turn = 0; turn < QUIET_TURNS; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (count() === last) continue;
    last = count();
    turn = 0;
  }
}
