import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'pump.ts',
    task: 5,
    changes: ['return; → ;'],
    reason: 'It is stopped then, and the next question is whether it is.',
  },
  {
    file: 'pump.ts',
    task: 5,
    changes: [
      'const message = isThenable(value) ? await value : value; → const message = await value;',
      'const message = isThenable(value) ? await value : value; → const message = value ? await value : value;',
    ],
    reason: 'What is not a promise comes out of await as it is, a turn later.',
  },
];
