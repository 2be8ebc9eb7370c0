/** Called as they are, and not as a method: a browser refuses that. */
const soon: (work: () => void) => void =
  // biome-ignore lint/style/noRestrictedGlobals: not a clock, but a place in the event loop
  typeof setImmediate === 'function' ? setImmediate : queueMicrotask;

/**
 * Runs a function soon, but after everything that is ready to run now: `setImmediate` where there is
 * one. So what many calls send in one turn of the event loop leaves in one write.
 */
export const afterThisTurn = (work: () => void): void => soon(work);
