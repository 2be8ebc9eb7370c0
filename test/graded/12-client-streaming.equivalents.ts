import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'upload.ts',
    task: 4,
    changes: [
      'if (answered.aborted) break; → if (answered.reason) break;',
      'if (answered.aborted) return answer; → if (answered.reason) return answer;',
    ],
    reason:
      'begin() aborts the signal without a reason, and the platform puts an AbortError there at the same moment: both are there, or neither.',
  },
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
