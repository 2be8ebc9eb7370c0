import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'stub.ts',
    task: 3,
    changes: [
      "if (typeof name === 'symbol' || name === 'then') return undefined; → if (name === 'then') return undefined;",
      "if (typeof name === 'symbol' || name === 'then') return undefined; → if (typeof name === '' || name === 'then') return undefined;",
    ],
    reason: 'What a symbol gives is left open: only the name "then" is asked for.',
  },
  {
    file: 'skeleton.ts',
    task: 5,
    changes: [
      "if (!Object.hasOwn(procedures, method) || typeof procedures[method] !== 'function') { → if (!Object.hasOwn(procedures, method)) {",
    ],
    reason:
      'To call what is not a function throws a TypeError, which becomes an error reply as well.',
  },
];
