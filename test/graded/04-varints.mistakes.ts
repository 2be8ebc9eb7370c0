import type { ClassicMistake } from '#course/kit/mistake';

const E32 =
  '  while (rest > 0x7f) {\n    bytes.push((rest & 0x7f) | 0x80);\n    rest >>>= 7;\n  }\n  bytes.push(rest);\n';
const E64_REST = 'let rest = BigInt.asUintN(64, value);';
const D32_SHIFT = 'if (i < 5) value |= (byte & 0x7f) << (7 * i);';
const D32_DONE = 'if (byte < 0x80) return { value: value >>> 0, length: i + 1 };';
const D32_LOOP =
  'let value = 0;\n  for (let i = 0; i < MAX_VARINT_LENGTH; i++) {\n    const byte = bytes[offset + i];\n    if (byte === undefined) return undefined;';
const D64_SHIFT = 'value |= BigInt(byte & 0x7f) << BigInt(7 * i);';
const D64_DONE = 'if (byte < 0x80) return { value: BigInt.asUintN(64, value), length: i + 1 };';

export const mistakes: ClassicMistake[] = [
  {
    name: 'highest-group-first',
    task: 1,
    file: 'varint.ts',
    change: [[E32, E32.replace('bytes.push(rest);', 'bytes.push(rest);\n  bytes.reverse();')]],
    hint: 'The lowest seven bits come first',
  },
  {
    name: 'no-mark',
    task: 1,
    file: 'varint.ts',
    change: [['bytes.push((rest & 0x7f) | 0x80);', 'bytes.push(rest & 0x7f);']],
    hint: 'has to say that another follows',
  },
  {
    name: 'mark-on-the-last',
    task: 1,
    file: 'varint.ts',
    change: [[E32, E32.replace('bytes.push(rest);', 'bytes.push(rest | 0x80);')]],
    hint: 'set in the last byte too',
  },
  {
    name: 'eight-bits-a-byte',
    task: 1,
    file: 'varint.ts',
    change: [
      [
        E32,
        '  while (rest > 0x7f) {\n    bytes.push((rest & 0x7f) | 0x80);\n    rest >>>= 8;\n  }\n  bytes.push(rest);\n',
      ],
    ],
    hint: 'shifted by eight',
  },
  {
    name: 'shift-with-a-sign',
    task: 1,
    file: 'varint.ts',
    change: [['rest >>>= 7;', 'rest >>= 7;']],
    hint: '>>> shifts without a sign',
  },
  {
    name: 'zero-is-nothing',
    task: 1,
    file: 'varint.ts',
    change: [[E32, E32.replace('bytes.push(rest);', 'if (rest > 0) bytes.push(rest);')]],
    hint: 'Zero has no bits',
  },
  {
    name: 'one-group-too-many',
    task: 1,
    file: 'varint.ts',
    change: [['while (rest > 0x7f) {', 'while (rest >= 0x7f) {']],
    hint: 'still fits into one byte',
  },
  {
    name: 'mark-is-read-as-a-bit',
    task: 2,
    file: 'varint.ts',
    change: [[D32_SHIFT, 'if (i < 5) value += byte << (7 * i);']],
    hint: 'a mark and no part of the number',
  },
  {
    name: 'read-highest-first',
    task: 2,
    file: 'varint.ts',
    change: [[D32_SHIFT, 'value = (value << 7) | (byte & 0x7f);']],
    hint: 'highest first',
  },
  {
    name: 'offset-forgotten',
    task: 2,
    file: 'varint.ts',
    change: [[D32_LOOP, D32_LOOP.replace('bytes[offset + i]', 'bytes[i]')]],
    hint: 'begins at offset',
  },
  {
    name: 'length-is-the-next-offset',
    task: 2,
    file: 'varint.ts',
    change: [[D32_DONE, 'if (byte < 0x80) return { value: value >>> 0, length: offset + i + 1 };']],
    hint: 'counted from offset',
  },
  {
    name: 'half-is-a-number',
    task: 2,
    file: 'varint.ts',
    change: [
      [
        D32_LOOP,
        D32_LOOP.replace('return undefined;', 'return { value: value >>> 0, length: i };'),
      ],
    ],
    hint: 'must not pass for a number',
  },
  {
    name: 'half-is-an-error',
    task: 2,
    file: 'varint.ts',
    change: [
      [
        D32_LOOP,
        D32_LOOP.replace('return undefined;', "throw new DecodeError('cut off', offset);"),
      ],
    ],
    hint: 'is a value, undefined, and not an error',
  },
  {
    name: 'signed-result',
    task: 2,
    file: 'varint.ts',
    change: [[D32_DONE, 'if (byte < 0x80) return { value, length: i + 1 };']],
    hint: 'makes it unsigned',
  },
  {
    name: 'shift-by-35-is-3',
    task: 2,
    file: 'varint.ts',
    change: [[D32_SHIFT, 'value |= (byte & 0x7f) << (7 * i);']],
    hint: 'so << 35 is << 3',
  },
  {
    name: 'five-bytes-are-all',
    task: 2,
    file: 'varint.ts',
    change: [[D32_LOOP, D32_LOOP.replace('i < MAX_VARINT_LENGTH', 'i < 5')]],
    hint: 'in ten bytes. Read them all',
  },
  {
    name: 'fifth-byte-left-out',
    task: 2,
    file: 'varint.ts',
    change: [['if (i < 5) value |=', 'if (i < 4) value |=']],
    hint: 'The fifth byte was left out',
  },
  {
    name: 'view-without-its-offset',
    task: 2,
    file: 'varint.ts',
    change: [['let value = 0;\n', 'let value = 0;\n  bytes = new Uint8Array(bytes.buffer);\n']],
    hint: 'a view into a larger one',
  },
  {
    name: 'no-end-to-it',
    task: 2,
    file: 'varint.ts',
    change: [[D32_LOOP, D32_LOOP.replace('i < MAX_VARINT_LENGTH', 'i < 1_000_000')]],
    hint: 'ten bytes at the most',
  },
  {
    name: 'negative-as-it-is',
    task: 3,
    file: 'varint.ts',
    change: [[E64_REST, 'let rest = value;']],
    hint: 'two’s complement of 64 bits',
  },
  {
    name: 'written-through-a-number',
    task: 3,
    file: 'varint.ts',
    change: [[E64_REST, 'let rest = BigInt.asUintN(64, BigInt(Number(value)));']],
    hint: 'exact up to 2^53',
  },
  {
    name: 'read-through-a-number',
    task: 3,
    file: 'varint.ts',
    change: [[D64_SHIFT, 'value = BigInt(Number(value) + (byte & 0x7f) * 2 ** (7 * i));']],
    hint: 'exact up to 2^53',
  },
  {
    name: 'a-number-comes-back',
    task: 3,
    file: 'varint.ts',
    change: [
      [
        D64_DONE,
        'if (byte < 0x80) return { value: Number(value) as unknown as bigint, length: i + 1 };',
      ],
    ],
    hint: 'must be a bigint here',
  },
  {
    name: 'a-signed-result-of-64-bits',
    task: 3,
    file: 'varint.ts',
    change: [
      ['value: BigInt.asUintN(64, value), length', 'value: BigInt.asIntN(64, value), length'],
    ],
    hint: 'not asIntN',
  },
  {
    name: 'seventy-bits',
    task: 3,
    file: 'varint.ts',
    change: [[D64_DONE, 'if (byte < 0x80) return { value, length: i + 1 };']],
    hint: 'room for 70 bits',
  },
  {
    name: 'sign-of-one-bit',
    task: 4,
    file: 'varint.ts',
    change: [['(value << 1) ^ (value >> 31)) >>> 0', '(value << 1) ^ (value >>> 31)) >>> 0']],
    hint: 'has to reach every bit',
  },
  {
    name: 'zigzag-comes-out-negative',
    task: 4,
    file: 'varint.ts',
    change: [
      ['return ((value << 1) ^ (value >> 31)) >>> 0;', 'return (value << 1) ^ (value >> 31);'],
    ],
    hint: 'the sign bit got in the way',
  },
  {
    name: 'back-with-a-sign',
    task: 4,
    file: 'varint.ts',
    change: [['(value >>> 1) ^ -(value & 1)', '(value >> 1) ^ -(value & 1)']],
    hint: 'the sign bit got in the way',
  },
  {
    name: 'the-guide-taken-at-its-word',
    task: 4,
    file: 'varint.ts',
    change: [
      [
        'return ((value << 1) ^ (value >> 31)) >>> 0;',
        'return value < 0 ? -2 * value + 1 : 2 * value;',
      ],
    ],
    hint: '−2n − 1',
  },
  {
    name: 'thirty-one-of-sixty-three',
    task: 4,
    file: 'varint.ts',
    change: [['(value >> 63n)', '(value >> 31n)']],
    hint: 'The sign was taken 31 bits up',
  },
  {
    name: 'parts-of-the-tag-swapped',
    task: 5,
    file: 'tag.ts',
    change: [['(number << 3) | wireType', '(wireType << 3) | number']],
    hint: 'the wrong way round',
  },
  {
    name: 'shifted-by-four',
    task: 5,
    file: 'tag.ts',
    change: [['(number << 3) | wireType', '(number << 4) | wireType']],
    hint: 'shifted by four',
  },
  {
    name: 'tag-of-one-byte',
    task: 5,
    file: 'tag.ts',
    change: [
      [
        'encodeVarint32(((number << 3) | wireType) >>> 0)',
        'Uint8Array.of((number << 3) | wireType)',
      ],
    ],
    hint: 'field 16 takes two bytes',
  },
  {
    name: 'largest-field-is-negative',
    task: 5,
    file: 'tag.ts',
    change: [['((number << 3) | wireType) >>> 0', '(number << 3) | wireType']],
    hint: '<< makes it negative',
  },
  {
    name: 'field-zero',
    task: 5,
    file: 'tag.ts',
    change: [['if (number === 0) throw', 'if (number < 0) throw']],
    hint: 'above the lowest three bits, and 0 is not one',
  },
  {
    name: 'wire-type-seven',
    task: 5,
    file: 'tag.ts',
    change: [['if (wireType > 5) throw', 'if (wireType > 7) throw']],
    hint: 'wire types 0 to 5',
  },
  {
    name: 'bits-dropped',
    task: 5,
    file: 'tag.ts',
    change: [
      ['if (value > 0xffff_ffffn) throw', 'if (value < 0n) throw'],
      ['const number = Number(value >> 3n);', 'const number = Number(value & 0xffff_ffffn) >>> 3;'],
    ],
    hint: 'a reader that drops it reads another field',
  },
  {
    name: 'limit-off-by-one',
    task: 5,
    file: 'tag.ts',
    change: [['if (value > 0xffff_ffffn)', 'if (value > 0x1_0000_0000n)']],
    hint: 'This one has a bit above them',
  },
  {
    name: 'small-ones-shared',
    task: 1,
    file: 'varint.ts',
    change: [
      [
        E32,
        `const shared = encodeVarint32 as unknown as Record<number, Uint8Array<ArrayBuffer>>;\n  if (value < 128) return (shared[value] ??= Uint8Array.of(value));\n  ${E32}`,
      ],
    ],
    hint: 'share their memory',
  },
  {
    name: 'end-counted-from-the-front',
    task: 2,
    file: 'varint.ts',
    change: [
      [
        D32_LOOP,
        D32_LOOP.replace(
          'const byte = bytes[offset + i];\n    if (byte === undefined) return undefined;',
          'if (i >= bytes.length) return undefined;\n    const byte = bytes[offset + i] ?? 0;',
        ),
      ],
    ],
    hint: 'bytes.length - offset',
  },
  {
    name: 'reads-behind-the-view',
    task: 2,
    file: 'varint.ts',
    change: [
      [
        D32_LOOP,
        D32_LOOP.replace(
          'bytes[offset + i]',
          'new Uint8Array(bytes.buffer, bytes.byteOffset)[offset + i]',
        ),
      ],
    ],
    hint: 'what lies behind its end',
  },
  {
    name: 'bits-above-refused',
    task: 2,
    file: 'varint.ts',
    change: [
      [
        D32_SHIFT,
        `if (i === 4 && byte > 0x0f && byte < 0x80) throw new DecodeError('too large', offset);\n    ${D32_SHIFT}`,
      ],
    ],
    hint: 'is dropped and is not an error',
  },
  {
    name: 'error-without-its-place',
    task: 2,
    file: 'varint.ts',
    change: [
      [
        D32_LOOP,
        D32_LOOP.replace(
          'let value = 0;',
          'let value = 0;\n  const start = offset;\n  offset = 0;',
        ).replace('bytes[offset + i]', 'bytes[start + i]'),
      ],
    ],
    hint: 'the offset that was given',
  },
  {
    name: 'a-tag-of-field-zero',
    task: 5,
    file: 'tag.ts',
    change: [['if (number === 0)', 'if (value === 0n)']],
    hint: 'above the lowest three bits',
  },
  {
    name: 'the-compilers-rule',
    task: 5,
    file: 'tag.ts',
    change: [['if (number === 0)', 'if (number === 0 || (number >= 19_000 && number < 20_000))']],
    hint: 'is for the compiler to say',
  },
];
