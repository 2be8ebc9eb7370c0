import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'retry-policy.ts',
    task: 1,
    changes: [
      'const isNumber = /^(0|[1-9]\\d{0,9})$/.test(value); → const isNumber = /^(0|[1-9]\\d{0,10})$/.test(value);',
      "return isNumber && Number(value) <= MAX_PUSHBACK_MS ? Number(value) : 'stop'; → return isNumber && value <= MAX_PUSHBACK_MS ? Number(value) : 'stop';",
    ],
    reason: 'The comparison takes care of the size, and makes a number of a text by itself.',
  },
  {
    file: 'retry-throttle.ts',
    task: 3,
    changes: [
      'return Math.floor(Math.round(value * 1e9) / 1e6); → return Math.floor(Math.ceil(value * 1e9) / 1e6);',
      'return Math.floor(Math.round(value * 1e9) / 1e6); → return Math.floor(Math.round(value * 1000000001) / 1e6);',
    ],
    reason: 'Only numbers with nine decimals could tell; nobody is asked for those.',
  },
  {
    file: 'hedging-plan.ts',
    task: 4,
    changes: [
      'else if (this.mayStart()) return pushback ?? 0; → else if (this.mayStart()) return pushback || 0;',
    ],
    reason: 'A pushback of 0 is 0 either way.',
  },
  {
    file: 'attempt-race.ts',
    task: 5,
    changes: [
      'if (this.#attempts.length > 1) { → if (true) {',
      'if (this.#attempts.length > 1) { → if (this.#attempts.length >= 1) {',
      'if (this.#attempts.length > 1) { → if (this.#attempts.length > 0) {',
    ],
    reason: 'Without others there is nobody to cancel; the question only saves a list.',
  },
];
