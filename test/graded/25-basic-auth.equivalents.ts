import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'basic.ts',
    task: 1,
    changes: ['if (bytes === undefined) return undefined; → if (false) return undefined;'],
    reason: 'decodeUtf8 takes nothing but bytes: it throws, and that is caught.',
  },
  {
    file: 'password-check.ts',
    task: 2,
    changes: [
      'const { salt, hash } = known?.password ?? decoy; → const { salt, hash } = known?.password || decoy;',
    ],
    reason: 'A record is an object, and no object is falsy.',
  },
  {
    file: 'authorize.ts',
    task: 4,
    changes: [
      'const all = metadata?.clone() ?? new Metadata(); → const all = metadata?.clone() || new Metadata();',
    ],
    reason: 'Metadata is an object, and no object is falsy.',
  },
];
