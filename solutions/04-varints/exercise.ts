import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#protobuf/wire/varint',
      file: 'varint.ts',
      solution: 'derived',
      gaps: {
        encodeVarint32: {
          task: 1,
          prompt:
            'Take seven bits at a time, from the low end. Every byte but the last has its high bit set. Gather the bytes in an array; Uint8Array.from(bytes) makes the result.',
        },
        decodeVarint32: {
          task: 2,
          prompt:
            "Put the groups of seven together again. A negative int32 comes in ten bytes: read them all, but keep only 32 bits.\nToo many bytes: throw new DecodeError('what is wrong', offset).",
        },
        encodeVarint64: {
          task: 3,
          prompt: 'As before, with bigint: 0x7fn, 7n. What are the 64 bits of a negative number?',
        },
        decodeVarint64: {
          task: 3,
          prompt: 'As decodeVarint32, but keep 64 bits: ten bytes have room for 70.',
        },
        zigzagEncode32: { task: 4, prompt: '0 → 0, −1 → 1, 1 → 2, −2 → 3, …' },
        zigzagDecode32: {
          task: 4,
          prompt: 'And back: even numbers were positive, odd ones negative.',
        },
        zigzagEncode64: { task: 4, prompt: 'The same with bigint.' },
        zigzagDecode64: { task: 4 },
      },
    },
    { name: '#protobuf/wire/tag', file: 'tag.ts', solution: 'own' },
  ],
  standIns: {
    '#protobuf/codec': '#protobuf/plain-codec',
  },
  tasks: [
    {
      title: 'Seven bits a byte',
      file: 'varint.ts',
      asked:
        'encodeVarint32(value) returns 0 … 2^32 − 1 as a varint: seven bits a byte, the lowest first, the high bit set in every byte but the last. 300 is ac 02.',
      hints: [
        'value & 0x7f is the lowest seven bits. What is left then, and when is it the last byte?',
        'As long as more than seven bits are left: push (rest & 0x7f) | 0x80 and shift rest by 7. JavaScript has two shifts to the right; above 2^31 only the one without a sign, >>>, is right.',
        'let rest = value; while (rest > 0x7f) { bytes.push((rest & 0x7f) | 0x80); rest >>>= 7; } bytes.push(rest); return Uint8Array.from(bytes);',
      ],
    },
    {
      title: 'And back',
      file: 'varint.ts',
      asked:
        'decodeVarint32(bytes, offset) returns { value, length }: the low 32 bits of the varint at offset, unsigned, and how many bytes it took. undefined if it goes on after the end of bytes; a DecodeError, with the offset where it begins, if it has more than ten.',
      hints: [
        'The group of byte i belongs 7 × i bits up. The loop ends in one of three ways: a last byte, no more bytes, too many bytes.',
        'value |= (byte & 0x7f) << (7 * i), but only for the first five bytes: JavaScript shifts by 35 as if it were 3. At the end >>> 0 makes the number unsigned.',
        'for (let i = 0; i < MAX_VARINT_LENGTH; i++) { const byte = bytes[offset + i]; if (byte === undefined) return undefined; if (i < 5) value |= (byte & 0x7f) << (7 * i); if (byte < 0x80) return { value: value >>> 0, length: i + 1 }; } throw new DecodeError(…, offset);',
      ],
    },
    {
      title: '64 bits, none lost',
      file: 'varint.ts',
      asked:
        'encodeVarint64 and decodeVarint64 do the same for 64 bits, as bigint. A negative number is written as its two’s complement of 64 bits, which takes ten bytes. What is read is never above 2^64 − 1.',
      hints: [
        'A number is exact up to 2^53, and shifts work on 32 bits: neither will do. A bigint shifts as far as you like.',
        'BigInt.asUintN(64, value) gives the 64 bits of any bigint as a number that is not negative: what you need before you write, and after you have read (ten groups of seven are 70 bits).',
        'let rest = BigInt.asUintN(64, value); while (rest > 0x7fn) { bytes.push(Number(rest & 0x7fn) | 0x80); rest >>= 7n; } … and back: value |= BigInt(byte & 0x7f) << BigInt(7 * i); return { value: BigInt.asUintN(64, value), length: i + 1 };',
      ],
    },
    {
      title: 'Small on both sides of zero',
      file: 'varint.ts',
      asked:
        'zigzagEncode32 and zigzagEncode64 count outward from zero, 0 −1 1 −2 2 → 0 1 2 3 4; zigzagDecode32 and zigzagDecode64 go back. Up to the ends of 32 and of 64 bits.',
      hints: [
        'Positive numbers become the even ones, 2n; negative ones the odd ones, −2n − 1. With bits: shift to the left by one; if the number is negative, turn all bits over.',
        'value >> 31 is −1 for negative numbers (all bits set) and 0 for others: ^ with it turns the bits over, or does not. Back: value >>> 1, turned over with -(value & 1).',
        '((value << 1) ^ (value >> 31)) >>> 0; back (value >>> 1) ^ -(value & 1). For bigint: BigInt.asUintN(64, (value << 1n) ^ (value >> 63n)); back (value >> 1n) ^ -(value & 1n).',
      ],
    },
    {
      title: 'Which field, and how long',
      file: 'tag.ts',
      asked:
        'encodeTag(number, wireType) writes number × 8 + wireType as a varint. decodeTag(bytes, offset) returns { number, wireType, length }, undefined if it goes on after the end. Field number 0, wire types 6 and 7, and more than 32 bits are a DecodeError, with the offset where the tag begins.',
      hints: [
        'Three bits for the wire type, all the others for the number: (number << 3) | wireType is nearly it. What becomes of field 536870911?',
        'After << 3 a large number has its sign bit set: >>> 0 takes the sign away. To read, use decodeVarint64, so that bits above 32 are seen and not dropped; then split with >> 3n and & 7n.',
        "encodeVarint32(((number << 3) | wireType) >>> 0). const varint = decodeVarint64(bytes, offset); if (varint === undefined) return undefined; if (varint.value > 0xffff_ffffn) throw new DecodeError('…', offset); number = Number(varint.value >> 3n); wireType = Number(varint.value & 7n); then refuse number 0 and wireType above 5.",
      ],
    },
  ],
};
