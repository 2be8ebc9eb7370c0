import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'field-reader.ts',
    task: 4,
    changes: [
      'const field = readLiteral(from, 6, table, false); → const field = readLiteral(from, 6, table);',
    ],
    reason: 'A field that is made without neverIndexed has it false.',
  },
  {
    file: 'integer.ts',
    task: 1,
    changes: ['rest >>>= 7; → rest >>= 7;'],
    reason: 'What is written is at most MAX_INTEGER, far below the sign bit.',
  },
  {
    file: 'huffman.ts',
    task: 2,
    changes: [
      'let waiting = 0; → let waiting = 1;',
      'waiting = 0; → ;',
      'waiting = 0; → waiting = 1;',
      'waiting = 0; → count = 0;',
    ],
    reason: 'A byte keeps eight bits, and what waited before them has been shifted out of it.',
  },
  {
    file: 'huffman.ts',
    task: 2,
    changes: ['for (let i = 0; i < text.length; i++) { → for (let i = 0; i <= text.length; i++) {'],
    reason:
      'Behind the end there is no octet, and so there is no code whose bits could be written.',
  },
  {
    file: 'huffman.ts',
    task: 2,
    changes: [
      'waiting = (waiting << 1) | ((CODES[octet]! >>> bit) & 1); → waiting = (waiting << 1) | ((CODES[octet]! >> bit) & 1);',
      'code = (code << 1) | ((bytes[at]! >>> bit) & 1); → code = (code << 1) | ((bytes[at]! >> bit) & 1);',
      'if (count > 0) out.byte((waiting << (8 - count)) | (0xff >>> count)); → if (count > 0) out.byte((waiting << (8 - count)) | (0xff >> count));',
    ],
    reason: 'A code has 30 bits at the most and a byte eight, so there is no sign bit that is set.',
  },
  {
    file: 'huffman.ts',
    task: 2,
    changes: [
      'if (count > 0) out.byte((waiting << (8 - count)) | (0xff >>> count)); → if (count > 0) out.byte((waiting << (8 - count)) | (254 >>> count));',
    ],
    reason: 'The lowest bit is shifted out: at least one bit waits.',
  },
  {
    file: 'field-reader.ts',
    task: 4,
    changes: [
      'const first = from.bytes[from.at] ?? 0; → const first = from.bytes[from.at] || 0;',
      'const first = from.bytes[from.at] ?? 0; → const first = from.bytes[from.at];',
      'const first = from.bytes[from.at] ?? 0; → const first = from.bytes[from.at] ?? 1;',
    ],
    reason: 'Behind the end of the block decodeInteger refuses, whatever stands here.',
  },
];
