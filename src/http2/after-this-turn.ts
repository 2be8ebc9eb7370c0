/**
 * Runs a function soon, but after everything that is ready to run now: `setImmediate` where there is
 * one. So what many calls send in one turn of the event loop leaves in one write.
 */
export const afterThisTurn: (work: () => void) => void =
  // biome-ignore lint/style/noRestrictedGlobals: not a clock, but a place in the event loop
  typeof setImmediate === 'function'
    ? (work) => setImmediate(work)
    : (work) => queueMicrotask(work);
