import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'call.ts',
    task: 2,
    changes: [
      'options.deadline = new Date(Date.now() + timeoutMs); → options.deadline = Date.now() + timeoutMs;',
    ],
    reason: 'grpc-js takes a moment as a Date or as milliseconds.',
  },
  {
    file: 'call.ts',
    task: 1,
    changes: [
      'if (signal?.aborted && error.code === grpc.status.CANCELLED) return reject(cancelled(signal)); → if (signal?.aborted) return reject(cancelled(signal));',
    ],
    reason:
      'Which error wins is left open if the call fails in the moment in which it is given up.',
  },
];
