import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'claims.ts',
    task: 2,
    changes: [
      "if (typeof value !== 'number' || !Number.isFinite(value)) throw new TokenError('claim'); → if (!Number.isFinite(value)) throw new TokenError('claim');",
    ],
    reason: 'Number.isFinite is false of all that is not a number; typeof tells the compiler.',
  },
  {
    file: 'key-choice.ts',
    task: 3,
    changes: [
      "if (typeof alg !== 'string' || !rules.algorithms.includes(alg)) { → if (!rules.algorithms.includes(alg)) {",
    ],
    reason: 'A list of strings includes nothing else; typeof tells the compiler.',
  },
  {
    file: 'key-choice.ts',
    task: 3,
    changes: [
      "const type = typeof typ === 'string' ? typ.toLowerCase().replace(/^application\\//, '') : ''; → const type = typeof typ === 'string' ? typ.toLowerCase().replace(/^application\\//, '') : 'mutant';",
    ],
    reason: 'Neither is in anybody’s list of types.',
  },
  {
    file: 'key-choice.ts',
    task: 3,
    changes: [
      "(key.key_ops ?? ['verify']).includes('verify'), → (key.key_ops || ['verify']).includes('verify'),",
    ],
    reason: 'An array is true, also an empty one.',
  },
  {
    file: 'token-guard.ts',
    task: 5,
    changes: ['return false; → return;'],
    reason: 'Who asks takes undefined for a no, too.',
  },
  {
    file: 'token-guard.ts',
    task: 5,
    changes: [
      'if (scope === undefined || !caller.scopes.has(scope)) { → if (!caller.scopes.has(scope)) {',
    ],
    reason: 'A set of strings does not have undefined; the first half tells the compiler.',
  },
];
