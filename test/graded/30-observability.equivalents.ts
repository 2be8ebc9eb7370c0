import type { Equivalent } from '#course/kit/equivalent';

const TAKEN_APART =
  "const [, version, traceId = '', spanId = '', flags = '', more] = match; → const [, version, ";
const INCOMING =
  'return text === undefined || more.length > 0 ? undefined : parseTraceparent(text); → return ';
const NOT_AGAIN =
  'return !children.some((one) => again(one) && one.code === Status.OK); → return !children.some((one) => ';

export const equivalents: Equivalent[] = [
  {
    file: 'trace-context.ts',
    task: 1,
    changes: [
      `${TAKEN_APART}traceId = 'mutant', spanId = '', flags = '', more] = match;`,
      `${TAKEN_APART}traceId = '', spanId = 'mutant', flags = '', more] = match;`,
      `${TAKEN_APART}traceId = '', spanId = '', flags = 'mutant', more] = match;`,
    ],
    reason: 'If the pattern matches, these parts are there: only the compiler wants a default.',
  },
  {
    file: 'trace-context.ts',
    task: 1,
    changes: [
      `${INCOMING}more.length > 0 ? undefined : parseTraceparent(text);`,
      `${INCOMING}NO_TRACE === undefined || more.length > 0 ? undefined : parseTraceparent(text);`,
      `${INCOMING}NO_SPAN === undefined || more.length > 0 ? undefined : parseTraceparent(text);`,
    ],
    reason: 'What is not there cannot be parsed either: only the compiler wants to be told.',
  },
  {
    file: 'trace-context.ts',
    task: 1,
    changes: [
      'traceId: parent?.traceId ?? ids.traceId(), → traceId: parent?.traceId || ids.traceId(),',
    ],
    reason: 'The id of a trace is never empty.',
  },
  {
    file: 'telemetry.ts',
    task: 4,
    changes: [
      'const parent = call.context.get(currentSpan) ?? call.options.parent?.context.get(currentSpan); → const parent = call.context.get(currentSpan) || call.options.parent?.context.get(currentSpan);',
    ],
    reason: 'A context is an object, or it is not there.',
  },
  {
    file: 'find-faults.ts',
    task: 5,
    changes: ['if (to <= from) continue; → if (to < from) continue;'],
    reason: 'A piece of no length is subtracted, and changes nothing.',
  },
  {
    file: 'find-faults.ts',
    task: 5,
    changes: [
      'for (const { name } of children) calls.set(name, (calls.get(name) ?? 0) + 1); → for (const { name } of children) calls.set(name, (calls.get(name) || 0) + 1);',
      'if (code === Status.OK) return false; → if (code === Status.OK) return;',
    ],
    reason: 'Nothing, 0 and false do the same there.',
  },
  {
    file: 'find-faults.ts',
    task: 5,
    changes: [`${NOT_AGAIN}again(one));`, `${NOT_AGAIN}again(one) && span.code === Status.OK);`],
    reason:
      'Of the calls of a name that failed one is the last, and nothing failed after it: if another one came after it, that went well.',
  },
];
