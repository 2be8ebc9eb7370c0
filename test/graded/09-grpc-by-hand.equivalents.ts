import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'request-headers.ts',
    task: 5,
    changes: [
      "const type = excerpt(head.contentType ?? 'missing'); → const type = excerpt(head.contentType || 'missing');",
      "const type = excerpt(head.contentType ?? 'missing'); → const type = excerpt(head.contentType ?? '');",
    ],
    reason: 'What the details say of a content-type that is not there is free.',
  },
  {
    file: 'response-headers.ts',
    task: 4,
    changes: [
      "const type = excerpt(head.contentType ?? 'missing'); → const type = excerpt(head.contentType || 'missing');",
      "const type = excerpt(head.contentType ?? 'missing'); → const type = excerpt(head.contentType ?? '');",
    ],
    reason: 'What the details say of a content-type that is not there is free.',
  },
  {
    file: 'timeout.ts',
    task: 1,
    changes: [
      `if (Number.isInteger(ms) && ms <= MAX_DIGITS_VALUE) return \`\${ms}m\`; → if (Number.isInteger(milliseconds) && ms <= MAX_DIGITS_VALUE) return \`\${ms}m\`;`,
      `if (Number.isInteger(ms) && ms <= MAX_DIGITS_VALUE) return \`\${ms}m\`; → if (Number.isInteger(ms) && milliseconds <= MAX_DIGITS_VALUE) return \`\${ms}m\`;`,
      'const amount = Math.ceil(ms / UNITS[unit]!); → const amount = Math.ceil(milliseconds / UNITS[unit]!);',
    ],
    reason:
      'The two differ below zero only, where nothing is left: the first says 0u for 0m, to the others it makes no difference.',
  },
  {
    file: 'percent.ts',
    task: 2,
    changes: [
      'for (let i = 0; i < bytes.length; i++) { → for (let i = 0; i < bytes.byteLength; i++) {',
      'const atEnd = i === 0 || i === bytes.length - 1; → const atEnd = i === 0 || i === bytes.byteLength - 1;',
    ],
    reason: 'In a Uint8Array both are the number of bytes.',
  },
  {
    file: 'timeout.ts',
    task: 5,
    changes: [
      "const [, digits, unit = ''] = match; → const [, digits, unit = 'mutant'] = match;",
      'return Number(digits) * UNITS[unit]!; → return digits * UNITS[unit]!;',
    ],
    reason: 'The pattern has both groups, and a text of digits times a number is a number.',
  },
  {
    file: 'timeout.ts',
    task: 1,
    changes: [
      `if (Number.isInteger(ms) && ms <= MAX_DIGITS_VALUE) return \`\${ms}m\`; → if (false) return \`\${ms}m\`;`,
      `if (Number.isInteger(ms) && ms <= MAX_DIGITS_VALUE) return \`\${ms}m\`; → if (Number.isInteger(ms) && ms < MAX_DIGITS_VALUE) return \`\${ms}m\`;`,
    ],
    reason: 'The loop says the same, with the unit u or m.',
  },
  {
    file: 'percent.ts',
    task: 2,
    changes: [
      'if (!/[%\\x80-\\xff]/.test(text)) return text; // Most texts. → if (false) return text; // Most texts.',
      'if (!/[%\\x80-\\xff]/.test(text)) return text; // Most texts. → if (!/[%\\x80-\\xff]/) return text; // Most texts.',
      'if (!/[%\\x80-\\xff]/.test(text)) return text; // Most texts. → if (!text) return text; // Most texts.',
    ],
    reason: 'A short way: a text without escapes comes out of the long one as it is.',
  },
  {
    file: 'trailers.ts',
    task: 3,
    changes: [
      "if (status.details) fields.push({ name: 'grpc-message', value: percentEncode(status.details) }); → if (status.details) fields.unshift({ name: 'grpc-message', value: percentEncode(status.details) });",
    ],
    reason: 'The order of grpc-status and grpc-message is free.',
  },
  {
    file: 'trailers.ts',
    task: 4,
    changes: [
      'const known = /^(0|[1-9]\\d?)$/.test(text) && Number(text) <= LAST_CODE; → const known = /^(0|[1-9]\\d?)$/.test(text) && text <= LAST_CODE;',
    ],
    reason: 'A text of digits is compared as a number.',
  },
  {
    file: 'trailers.ts',
    task: 4,
    changes: [
      'if (status === undefined) return fault ?? NO_STATUS; → if (status === undefined) return fault || NO_STATUS;',
      'return status.code === Status.OK ? (fault ?? status) : status; → return status.code === Status.OK ? (fault || status) : status;',
    ],
    reason: 'A fault is an object or undefined.',
  },
];
