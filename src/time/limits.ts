/** Deadlines are exact to this many milliseconds: the width of one slot of the wheel. */
export const DEADLINE_RESOLUTION_MS = 4;
