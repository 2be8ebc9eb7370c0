import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** How many times longer than a learner's run this one may wait. */
    patience?: number;
  }
}

/** How long a learner waits for what does not come, in milliseconds: less than a test may take. */
export const NET_MS = 1_500;

/** The default: what a suite waits for comes at once, unless the machine is busy. */
const WITHOUT_HASTE = 4;

/**
 * How long a suite waits for something real, such as a server's answer, before it says that none
 * came, in milliseconds. A learner waits for it and so it is short; a run that shares the machine with
 * hundreds of others has more patience.
 */
export const SOON_MS = NET_MS * (inject('patience') ?? WITHOUT_HASTE);
