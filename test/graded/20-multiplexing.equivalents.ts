import type { Equivalent } from '#course/kit/equivalent';

const LEAST = 'let least = Math.min(MAX_TYPOS, Math.floor(wrong.length / 3));';
const LENGTHS = 'if (Math.abs(a.length - b.length) > most) return undefined;';
const ROW_END = 'if (Math.min(...row) > most) return undefined;';

export const equivalents: Equivalent[] = [
  {
    file: 'nearest-name.ts',
    task: 1,
    changes: [`${LEAST} → let least = Math.min(MAX_TYPOS, wrong.length / 3);`],
    reason: 'Typos are whole: no more than 1.7 of them is no more than one.',
  },
  {
    file: 'nearest-name.ts',
    task: 1,
    changes: [
      'return nearest ?? names.find((name) => lastPart(name) === lastPart(wrong)); → return nearest || names.find((name) => lastPart(name) === lastPart(wrong));',
    ],
    reason: 'No service and no method has an empty name.',
  },
  {
    file: 'nearest-name.ts',
    task: 1,
    changes: [
      `${LENGTHS} → if (false) return undefined;`,
      `${LENGTHS} → if (Math > most) return undefined;`,
      `${LENGTHS} → if (a.length - b.length > most) return undefined;`,
      `${ROW_END} → if (false) return undefined;`,
      `${ROW_END} → if (Math > most) return undefined;`,
      `${ROW_END} → if (Math.min(row) > most) return undefined;`,
    ],
    reason:
      'It is for speed: the last cell says the same, later. No suite without a clock sees that, and the longest name that is compared has 100 letters.',
  },
  {
    file: 'nearest-name.ts',
    task: 1,
    changes: [
      'let above = Array.from({ length: b.length + 1 }, (_, i) => i); → let above = Array.from({ length: b.length + 2 }, (_, i) => i);',
    ],
    reason: 'One cell more than anybody looks at.',
  },
  {
    file: 'nearest-name.ts',
    task: 1,
    changes: ['for (let i = 1; i <= a.length; i++) { → for (let i = 0; i <= a.length; i++) {'],
    reason:
      'The first row once more, from itself: no letter is like one of b, and it comes out the same.',
  },
];
