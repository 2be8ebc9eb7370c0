import type { Equivalent } from '#course/kit/equivalent';

const FAST = 'if (text.length <= most && !UNPRINTABLE.test(text)) return text; // Most texts.';
const TEXT = "const text = printable(percentDecode(field ?? ''));";

export const equivalents: Equivalent[] = [
  {
    file: 'translate.ts',
    task: 1,
    changes: [
      'let prototype: unknown = Object.getPrototypeOf(error); → let prototype: unknown = error;',
    ],
    reason:
      'It begins one step further down, at the error itself: no class has that for its prototype.',
  },
  {
    file: 'translate.ts',
    task: 1,
    changes: [
      'const details = found.details?.(error) ?? []; → const details = found.details?.(error) || [];',
    ],
    reason: 'A list is never falsy, an empty one neither.',
  },
  {
    file: 'rich-error.ts',
    task: 2,
    changes: [
      'if (bytes === undefined || others.length > 0) return undefined; → if (others.length > 0) return undefined;',
    ],
    reason: 'Then decode throws, since there is nothing to decode, and that is caught.',
  },
  {
    file: 'rich-error.ts',
    task: 2,
    changes: [
      'const status = richStatus(error) ?? RichStatus.create({ code, message }); → const status = richStatus(error) || RichStatus.create({ code, message });',
    ],
    reason: 'A status is never falsy.',
  },
  {
    file: 'printable.ts',
    task: 3,
    changes: [
      `${FAST} → if (false) return text; // Most texts.`,
      `${FAST} → if (text.length < most && !UNPRINTABLE.test(text)) return text; // Most texts.`,
      `${FAST} → if (text.length <= most && !UNPRINTABLE) return text; // Most texts.`,
      `${FAST} → if (text.length <= most && !text) return text; // Most texts.`,
    ],
    reason: 'The way below gives the same for every text. This line is for speed.',
  },
  {
    file: 'printable.ts',
    task: 3,
    changes: [`${TEXT} → const text = printable(percentDecode(field || ''));`],
    reason: 'The empty text is the only falsy one, and it is replaced by itself.',
  },
];
