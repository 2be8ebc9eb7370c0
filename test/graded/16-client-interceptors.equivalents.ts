import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'read-cache.ts',
    task: 3,
    changes: [
      'const bytes = toHex(method.encodeRequest(request as object)); → const bytes = method.encodeRequest(request as object);',
      'return JSON.stringify([method.path, bytes, ...vary.map((name) => metadata.getAll(name))]); → return JSON.stringify([method.path, bytes, vary.map((name) => metadata.getAll(name))]);',
    ],
    reason: 'JSON keeps bytes apart as well, and a list in a list as well as its parts.',
  },
];
