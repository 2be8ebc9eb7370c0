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
];
