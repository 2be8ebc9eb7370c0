import type { Window } from './receiver.ts';
import { rateOf, type Setup, simulate } from './simulate.ts';

/** When a receiver says what it has worked off: other answers than the stack's, to be compared. */
const RULES = {
  'each frame': () => 1,
  'a quarter': (size: number) => Math.floor(size / 4),
  'half, rounded down': (size: number) => Math.floor(size / 2),
  'half, rounded up': (size: number) => Math.ceil(size / 2),
  'when all is used up': (size: number) => size,
} satisfies Record<string, (size: number) => number>;

export interface RuleFigures {
  rule: string;
  /** Octets a second. */
  rate: number;
  /** WINDOW_UPDATEs of the stream for each mebibyte. */
  updates: number;
}

/** The same download under each rule. */
export function compareRules(setup: Setup): RuleFigures[] {
  return Object.entries(RULES).map(([rule, threshold]) => {
    const samples = simulate({ ...setup, makeWindow: (size) => countBy(threshold, size) });
    const { updates, streams } = samples.at(-1)!;
    const mebibytes = streams[0]!.received / 1_048_576;
    return { rule, rate: rateOf(samples), updates: updates / mebibytes };
  });
}

function countBy(threshold: (size: number) => number, size: number): Window {
  let owed = 0;
  return {
    available: size,
    receive(octets) {
      this.available -= octets;
      return true;
    },
    consume(octets) {
      owed += octets;
      if (owed < threshold(size)) return 0;
      const increment = owed;
      owed = 0;
      this.available += increment;
      return increment;
    },
    resize: () => 0,
  };
}
