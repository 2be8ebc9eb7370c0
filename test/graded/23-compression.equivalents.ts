import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'compression-set.ts',
    task: 1,
    changes: [
      'if (compression === undefined || peerAccepts === undefined) return undefined; → if (peerAccepts === undefined) return undefined;',
    ],
    reason: 'For identity the list is then looked through, and undefined comes out all the same.',
  },
  {
    file: 'compression-set.ts',
    task: 2,
    changes: [
      'if (encoding === undefined || encoding === IDENTITY) { → if (encoding === undefined) {',
    ],
    reason:
      'identity is then refused as a name that was not offered: the same code, in other words.',
  },
  {
    file: 'compressed-flag.ts',
    task: 4,
    changes: [
      'return anyAsIs && sentAsIs.has(message as object); → return sentAsIs.has(message as object);',
    ],
    reason: 'anyAsIs saves the look-up for those who mark nothing, and decides nothing.',
  },
];
