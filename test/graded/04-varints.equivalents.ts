// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are programs' text
import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'varint.ts',
    task: 4,
    changes: [
      'return BigInt.asUintN(64, (value << 1n) ^ (value >> 63n)); → return BigInt.asUintN(65, (value << 1n) ^ (value >> 63n));',
      'return BigInt.asUintN(64, (value << 1n) ^ (value >> 63n)); → return BigInt.asUintN(64, (value << 1n) ^ (value >> 64n));',
    ],
    reason:
      'For a value of 64 bits both shifts give 0 or −1, and the result is not negative and has 64 bits.',
  },
  {
    file: 'tag.ts',
    task: 5,
    changes: [
      "if (value > 0xffff_ffffn) throw new DecodeError('a tag has more than 32 bits', offset); → if (value >= 0xffff_ffffn) throw new DecodeError('a tag has more than 32 bits', offset);",
      "if (value > 0xffff_ffffn) throw new DecodeError('a tag has more than 32 bits', offset); → if (value > 4294967294n) throw new DecodeError('a tag has more than 32 bits', offset);",
    ],
    reason: 'The largest number of 32 bits has the wire type 7, and is refused for that.',
  },
  ...(
    [
      [
        'varint.ts',
        2,
        'throw new DecodeError(`a varint has more than ${MAX_VARINT_LENGTH} bytes`, offset); → throw new DecodeError(`a varint has more than ${MAX_VARINT_LENGTH} bytes`);',
      ],
      [
        'varint.ts',
        3,
        'throw new DecodeError(`a varint has more than ${MAX_VARINT_LENGTH} bytes`, offset); → throw new DecodeError(`a varint has more than ${MAX_VARINT_LENGTH} bytes`);',
      ],
      [
        'tag.ts',
        5,
        "if (value > 0xffff_ffffn) throw new DecodeError('a tag has more than 32 bits', offset); → if (value > 0xffff_ffffn) throw new DecodeError('a tag has more than 32 bits');",
      ],
      [
        'tag.ts',
        5,
        "if (number === 0) throw new DecodeError('there is no field number 0', offset); → if (number === 0) throw new DecodeError('there is no field number 0');",
      ],
      [
        'tag.ts',
        5,
        'if (wireType > 5) throw new DecodeError(`there is no wire type ${wireType}`, offset); → if (wireType > 5) throw new DecodeError(`there is no wire type ${wireType}`);',
      ],
    ] as const
  ).map(([file, task, change]) => ({
    file,
    task,
    changes: [change],
    reason: 'Where the bytes are wrong is told to people, in the text of the error.',
  })),
];
