import { expect, test } from 'vitest';
import { fromHex, toHex } from '#bytes/hex';
import { expectBytes, installByteMatcher, type Mistake } from '#course/kit/compare/equal-bytes';
import { likely } from '#course/kit/compare/likely';
import { expectSame } from '#course/kit/compare/same';
import { expectThrown } from '#course/kit/compare/thrown';
import { asView, expectKept, unchanged } from '#course/kit/given';
import { Random } from '#course/kit/random';
import { task } from '#course/kit/task';
import { createProtobufDissector, createVarintDissector } from '#inspect/protobuf/dissector';
import { decodeTag, encodeTag } from '#protobuf/wire/tag';
import {
  type Decoded,
  decodeVarint32,
  decodeVarint64,
  encodeVarint32,
  encodeVarint64,
  zigzagDecode32,
  zigzagDecode64,
  zigzagEncode32,
  zigzagEncode64,
} from '#protobuf/wire/varint';
import { WireType } from '#protobuf/wire/wire-type';

installByteMatcher();

const decodeError = { name: 'DecodeError' };
const MAX_64 = 2n ** 64n - 1n;
const MINUS_3 = 'fd ff ff ff ff ff ff ff ff 01';
const ELEVEN = '80 80 80 80 80 80 80 80 80 80 01';

/** A varint as it must be, worked out in another way than the exercise would. */
function rightVarint(value: bigint): Uint8Array {
  const bits = BigInt.asUintN(64, value).toString(2);
  const count = Math.ceil(bits.length / 7);
  const padded = bits.padStart(7 * count, '0');
  return Uint8Array.from({ length: count }, (_, i) => {
    const end = padded.length - 7 * i;
    return Number.parseInt(padded.slice(end - 7, end), 2) + (i < count - 1 ? 128 : 0);
  });
}

/** What becomes of a number of 32 bits that is shifted with its sign. */
function signedVarint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>= 7) bytes.push((rest & 0x7f) | 0x80);
  return Uint8Array.from([...bytes, rest]);
}

const mistake = (hex: string, cause: string): Mistake => ({ bytes: fromHex(hex), cause });

function expectVarint(received: unknown, value: bigint, mistakes: Mistake[] = []): void {
  expectBytes(received, rightVarint(value), { dissector: createVarintDissector(), mistakes });
}

/** @param causes what is wrong, by what was read; under `else` what any other value shows */
function expectRead<T extends number | bigint>(
  hex: string,
  received: Decoded<T> | undefined,
  value: T,
  causes: Record<string, string | undefined>,
  length = fromHex(hex).length,
): void {
  expectSame(
    `the varint ${hex}`,
    received?.value,
    value,
    causes[String(received?.value)] ?? causes.else,
  );
  expectSame(
    `its length`,
    received?.length,
    length,
    'length is how many bytes the varint took, counted from offset: the caller has to know where the next value begins.',
  );
}

const expectMissing = (hex: string, read: () => unknown) =>
  likely(
    '"Not all here yet" is a value, undefined, and not an error: the rest may still come.',
    () =>
      expectSame(
        `the varint ${hex || '(no byte)'}, which has not ended`,
        read(),
        undefined,
        'The last byte there is says that another follows, and none does. That is undefined: what is half there must not pass for a number.',
      ),
  );

/** The same in the middle of other bytes, and in a view behind which somebody else's bytes lie. */
async function expectMissingAt(hex: string, read: (bytes: Uint8Array, offset: number) => unknown) {
  const what = hex || 'no byte';
  const view = fromHex(`01 ${hex} 01 01`).subarray(1, -2);
  await likely(
    'At offset 0 the same is right. Where the bytes end is bytes.length, and how many are left there is bytes.length - offset.',
    () =>
      expectSame(
        `${what} at offset 12, where the bytes end`,
        read(fromHex(`01 02 03 04 05 06 07 08 09 0a 0b 0c ${hex}`), 12),
        undefined,
      ),
  );
  await likely(
    'In a buffer of its own the same is right. This is a view into a larger one, and what lies behind its end belongs to somebody else: read bytes[i], not the bytes of bytes.buffer.',
    () =>
      expectSame(
        `${what}, in a view that ends there`,
        unchanged('the input', view, (given) => read(given, 0)),
        undefined,
      ),
  );
}

/** What is written belongs to the caller, who may change it, also when the same is written again. */
function expectOwn(encode: (value: number) => Uint8Array): void {
  expectKept('the first result', encode(300), () => encode(77_777));
  for (const value of [1, 300]) {
    const first = encode(value);
    expectKept(`the bytes of ${value}`, encode(value), () => first.fill(0));
  }
}

/** Which offset a DecodeError has to name. */
const expectOffset = (read: (bytes: Uint8Array, offset: number) => unknown, hex: string) =>
  likely(
    'A reader of the error looks there first. It is the offset that was given, where the value begins: new DecodeError(…, offset).',
    () => {
      let thrown: unknown;
      try {
        read(fromHex(`05 06 07 ${hex}`), 3);
      } catch (error) {
        thrown = error;
      }
      if ((thrown as Error | undefined)?.name !== 'DecodeError')
        throw thrown ?? new Error('nothing was thrown');
      expectSame('the offset of the error', (thrown as { offset?: number }).offset, 3);
    },
  );

const VIEW =
  'The same bytes were read in a buffer of their own. These are a view into a larger one: bytes[i] counts from where they begin, bytes.buffer does not.';
const FIFTH =
  'The fifth byte was left out: four of its bits still belong to the low 32, the bits 28 to 31.';
const UNSIGNED =
  'The number came out negative: | and << make signed numbers of 32 bits. >>> 0 at the end makes it unsigned.';
const WRAPPED =
  'Bits from above came down: JavaScript shifts by the lowest five bits of the count only, so << 35 is << 3. From the sixth byte on nothing belongs to the low 32 bits.';
const TEN =
  'A negative int32 comes as 64 bits, in ten bytes. Read them all, so that length is right, and keep the low 32 bits.';
const ENDLESS =
  'A varint has ten bytes at the most. Without that check a stranger can keep the loop running as long as he sends 0x80.';

task(1, () => {
  test('what is below 128 is one byte', () => {
    expectVarint(encodeVarint32(1), 1n, [
      mistake('81', 'The high bit is set in the last byte too: the reader would wait for another.'),
      mistake('81 00', 'One byte is enough: its high bit says that another follows, none has to.'),
      mistake('81 80 80 80 00', 'Only as many bytes as the number needs: 1 needs one.'),
    ]);
    expectVarint(encodeVarint32(127), 127n, [
      mistake(
        'ff 00',
        '127 has seven bits, so it still fits into one byte: more than 0x7f is too much, 0x7f is not.',
      ),
    ]);
  });

  test('zero is a byte too', () =>
    likely('Zero has no bits that are set, but it must have a byte.', () =>
      expectVarint(encodeVarint32(0), 0n),
    ));

  test('300 is ac 02', () => {
    expectVarint(encodeVarint32(300), 300n, [
      mistake('82 2c', 'The groups stand highest first. The lowest seven bits come first.'),
      mistake(
        '2c 82',
        'The groups stand lowest first, but the high bit is set in the last byte instead of the first: it says that another byte follows.',
      ),
      mistake('02 ac', 'The groups stand highest first. The lowest seven bits come first.'),
      mistake('2c 02', 'The high bit is missing: the first byte has to say that another follows.'),
      mistake(
        'ac 82',
        'The high bit is set in the last byte too: the reader would wait for another.',
      ),
      mistake('2c 01', 'That is eight bits a byte. A varint has seven; the eighth is the mark.'),
      mistake('ac 01', 'Seven bits were written, but the number was shifted by eight.'),
      mistake('ac 04', 'Seven bits were written, but the number was shifted by six.'),
      mistake('ac 02 00', 'The last byte is one too many: stop when nothing is left.'),
    ]);
  });

  test.each([128, 16_383, 16_384, 2_097_151, 2_097_152, 268_435_455, 268_435_456])(
    'where another byte begins: %d',
    (value) => {
      const bytes = encodeVarint32(value);
      const isOther = bytes?.length !== rightVarint(BigInt(value)).length;
      return likely(
        () =>
          isOther
            ? 'One byte too few or too many: the last byte is the one with which no more than seven bits are left.'
            : undefined,
        () => expectVarint(bytes, BigInt(value)),
      );
    },
  );

  test.each([2 ** 31, 2 ** 32 - 1, 3_000_000_000])('above 2^31 too: %d', (value) =>
    expectVarint(encodeVarint32(value), BigInt(value), [
      {
        bytes: signedVarint(value),
        cause:
          'Above 2^31 the shift >> takes the number for a negative one, and the bits above are lost. >>> shifts without a sign.',
      },
    ]),
  );

  test('bytes of one’s own', () => expectOwn(encodeVarint32));

  test('3000 numbers of all sizes', () => {
    const random = new Random(4);
    for (let i = 0; i < 3000; i++) {
      const value = random.integer(0, 2 ** random.integer(1, 32) - 1);
      expectVarint(encodeVarint32(value), BigInt(value));
    }
  });
});

const PARTS = [['no byte', ''], ...['80', 'ac', 'ff ff ff'].map((hex) => [hex, hex])] as [
  name: string,
  hex: string,
][];

task(2, () => {
  const read = (hex: string, offset = 0) => decodeVarint32(fromHex(hex), offset);

  test.each([
    ['00', 0],
    ['01', 1],
    ['7f', 127],
  ])('one byte: %s', (hex, value) => {
    expectRead(hex, read(hex), value, {
      undefined: 'A byte below 0x80 is the last of its varint: this one is whole.',
      else: 'A byte below 0x80 is the number itself.',
    });
  });

  test('ac 02 is 300', () => {
    expectRead('ac 02', read('ac 02'), 300, {
      172: 'Only the first byte was read. Its high bit says that another follows.',
      44: 'Only the first byte was read. Its high bit says that another follows.',
      556: 'The high bit is a mark and no part of the number: & 0x7f takes it away.',
      428: 'The high bit is a mark and no part of the number: & 0x7f takes it away.',
      5634: 'The groups were put together highest first. The first byte has the lowest bits.',
      22018: 'The groups were put together highest first. The first byte has the lowest bits.',
      46: 'The second group was not shifted: byte i belongs 7 × i bits up.',
      undefined: 'All the bytes are there; undefined is for a varint that has not ended.',
      else: 'Byte i, without its high bit, belongs 7 × i bits up.',
    });
  });

  test('in the middle of other bytes', () => {
    expectRead(
      'ac 02',
      read('05 ac 02 ff', 1),
      300,
      {
        5: 'It begins at offset, not at 0.',
        else: 'It begins at offset and ends with its last byte: what follows is not part of it.',
      },
      2,
    );
  });

  test('in a view into a larger buffer', () =>
    likely(VIEW, () => {
      const bytes = asView(fromHex('05 ac 02'));
      const got = unchanged('the input', bytes, (given) => decodeVarint32(given, 1));
      expectRead('ac 02', got, 300, { else: VIEW });
    }));

  test.each(PARTS)('not all here yet: %s', async (_, hex) => {
    await expectMissing(hex, () => read(hex));
    await expectMissingAt(hex, decodeVarint32);
  });

  test('the largest is not negative', () => {
    for (const [hex, value] of [
      ['80 80 80 80 08', 2 ** 31],
      ['ff ff ff ff 0f', 2 ** 32 - 1],
    ] as const) {
      expectRead(hex, read(hex), value, {
        [value | 0]: UNSIGNED,
        [value & 0x0fff_ffff]: FIFTH,
      });
    }
  });

  test('more bytes than it needs are allowed', () => {
    expectRead('81 80 00', read('81 80 00'), 1, {
      else: 'A varint may be longer than it has to be: the high groups are then 0.',
    });
  });

  test('five bytes with bits above the 32nd', () =>
    likely(
      'The fifth byte has seven bits, of which four belong to the low 32. What lies above is dropped and is not an error: it was a number of 64 bits.',
      () => {
        expectRead('ff ff ff ff 7f', read('ff ff ff ff 7f'), 2 ** 32 - 1, { '-1': UNSIGNED });
        expectRead('81 80 80 80 70', read('81 80 80 80 70'), 1, {});
      },
    ));

  test('ten bytes: a negative int32, of which the low half is wanted', async () => {
    await likely(TEN, () =>
      expectRead(MINUS_3, read(MINUS_3), 2 ** 32 - 3, {
        '-3': UNSIGNED,
        4294967295: WRAPPED,
        '-1': WRAPPED,
        268435453: FIFTH,
        undefined: TEN,
      }),
    );
    expectRead('81 80 80 80 80 01', read('81 80 80 80 80 01'), 1, { 9: WRAPPED });
  });

  test('not all here yet, after nine bytes', () =>
    expectMissing('80 80 80 80 80 80 80 80 80', () => read('80 80 80 80 80 80 80 80 80')));

  test('eleven bytes', async () => {
    await expectThrown(() => read(ELEVEN), decodeError, ENDLESS);
    await expectOffset(decodeVarint32, ELEVEN);
  });

  test('bytes that never end', () =>
    expectThrown(() => decodeVarint32(new Uint8Array(1000).fill(0x80), 0), decodeError, ENDLESS));

  test('3000 numbers of all sizes', () => {
    const random = new Random(40);
    for (let i = 0; i < 3000; i++) {
      const value = random.integer(0, 2 ** random.integer(1, 32) - 1);
      const hex = toHex(rightVarint(BigInt(value)));
      expectRead(hex, read(hex), value, {
        else: 'Byte i belongs 7 × i bits up, without its high bit.',
      });
    }
  });
});

/** Why a value of 64 bits was read wrongly, as far as one can tell from it. */
function whyWrong(received: unknown, right: bigint): string | undefined {
  if (typeof received === 'number') {
    return 'The value must be a bigint, also where it is small: a number is exact up to 2^53.';
  }
  if (received === BigInt.asIntN(64, right)) {
    return 'The number came out negative: a varint is 0 to 2^64 − 1. BigInt.asUintN(64, value), not asIntN.';
  }
  const isShort = received === BigInt(Number(right)) || received === BigInt.asUintN(32, right);
  return isShort || received === BigInt.asIntN(32, right) ? LOST : undefined;
}

const LOST =
  'Digits were lost: a number is exact up to 2^53, and shifts of numbers work on 32 bits. Stay with bigint from the first bit to the last.';
const TWOS =
  'A negative number is written as its two’s complement of 64 bits: BigInt.asUintN(64, value) before the first group.';

task(3, () => {
  const read = (hex: string) => decodeVarint64(fromHex(hex), 0);

  test('small ones are as before', () => {
    for (const value of [0n, 1n, 127n, 128n, 300n]) {
      expectVarint(encodeVarint64(value), value);
      const hex = toHex(rightVarint(value));
      expectRead(hex, read(hex), value, {
        [String(value)]: 'The value must be a bigint here, also where it is small.',
        else: 'As for 32 bits: byte i belongs 7 × i bits up.',
      });
    }
  });

  test.each([2n ** 32n, 2n ** 35n + 1n, 2n ** 53n + 1n, 2n ** 63n, MAX_64])('writes %s', (value) =>
    expectVarint(encodeVarint64(value), value, [
      { bytes: rightVarint(BigInt(Number(value))), cause: LOST },
      { bytes: rightVarint(BigInt.asUintN(32, value)), cause: LOST },
    ]),
  );

  test.each([-1n, -3n, -(2n ** 63n)])('writes %s, in ten bytes', (value) =>
    expectVarint(encodeVarint64(value), value, [
      // The loop ends at once, because the number is below 0x7f.
      { bytes: Uint8Array.of(Number(BigInt.asUintN(8, value))), cause: TWOS },
      { bytes: rightVarint(BigInt.asUintN(32, value)), cause: TWOS },
    ]),
  );

  test('bytes of one’s own', () => expectOwn((value) => encodeVarint64(BigInt(value))));

  test('read in a view into a larger buffer', () =>
    likely(VIEW, () => {
      const bytes = asView(fromHex('05 ac 02'));
      const got = unchanged('the input', bytes, (given) => decodeVarint64(given, 1));
      expectRead('ac 02', got, 300n, { else: VIEW });
    }));

  test.each([2n ** 32n, 2n ** 35n + 1n, 2n ** 53n + 1n, 2n ** 63n, MAX_64])('reads %s', (value) => {
    const hex = toHex(rightVarint(value));
    const got = read(hex);
    expectRead(hex, got, value, { else: whyWrong(got?.value, value) });
  });

  test.each([...PARTS, ['nine bytes', '80 80 80 80 80 80 80 80 80']])(
    'not all here yet: %s',
    async (_, hex) => {
      await expectMissing(hex, () => read(hex));
      await expectMissingAt(hex, decodeVarint64);
    },
  );

  test('eleven bytes', async () => {
    await expectThrown(() => read(ELEVEN), decodeError, ENDLESS);
    await expectOffset(decodeVarint64, ELEVEN);
  });

  test('more than 64 bits', () => {
    const hex = 'ff ff ff ff ff ff ff ff ff 7f';
    let value: bigint | undefined;
    try {
      value = read(hex)?.value;
    } catch (error) {
      // To refuse it, as Go does, is as right as to drop the bits, as protobufjs does.
      if ((error as Error).name === 'DecodeError') return;
      throw error;
    }
    expectSame(
      `the varint ${hex}, of 70 bits`,
      value,
      MAX_64,
      'Ten groups have room for 70 bits, and the number for 64: BigInt.asUintN(64, value) after the last group.',
    );
  });

  test('2000 numbers of all sizes', () => {
    const random = new Random(64);
    for (let i = 0; i < 2000; i++) {
      const bits = random.integer(1, 64);
      const value = BigInt.asUintN(bits, BigInt(`0x${toHex(random.bytes(8), '')}`));
      expectVarint(encodeVarint64(value), value);
      const hex = toHex(rightVarint(value));
      const got = read(hex);
      expectRead(hex, got, value, { else: whyWrong(got?.value, value) });
    }
  });
});

task(4, () => {
  const PAIRS: [signed: number, zigzag: number][] = [
    [0, 0],
    [-1, 1],
    [1, 2],
    [-2, 3],
    [2, 4],
    [-3, 5],
    [2 ** 31 - 1, 2 ** 32 - 2],
    [-(2 ** 31), 2 ** 32 - 1],
  ];
  const OUTWARD =
    'Counting outward from zero: positive numbers become the even ones (2n), negative ones the odd ones (−2n − 1).';
  const SIGN =
    'The sign has to reach every bit: value >> 31 is −1 for all negative numbers, value >>> 31 is only 1.';
  const TOP =
    'Near 2^31 the sign bit got in the way: the result of zigzag is unsigned (>>> 0), and on the way back it is shifted without a sign (>>> 1).';

  test.each(PAIRS)('32 bits: %d ↔ %d', (signed, zigzag) => {
    const isLarge = Math.abs(signed) > 1000;
    const sign = ((signed << 1) ^ (signed >>> 31)) >>> 0;
    // −0 is 0 on the wire and for everybody who reads it.
    const result = zigzagEncode32(signed);
    const there = result === 0 ? 0 : result;
    const causes = [
      there === sign && SIGN,
      there === (zigzag | 0) && TOP,
      !isLarge && OUTWARD,
    ].filter((cause) => cause !== false);
    expectSame(`zigzagEncode32(${signed})`, there, zigzag, causes[0]);
    const back = zigzagDecode32(zigzag) + 0;
    const isSigned = back === ((zigzag >> 1) ^ -(zigzag & 1));
    expectSame(
      `zigzagDecode32(${zigzag})`,
      back,
      signed,
      isSigned ? TOP : isLarge ? undefined : OUTWARD,
    );
  });

  const WIDE: [signed: bigint, zigzag: bigint][] = [
    ...PAIRS.map(([signed, zigzag]): [bigint, bigint] => [BigInt(signed), BigInt(zigzag)]),
    [2n ** 53n + 1n, 2n ** 54n + 2n],
    [-(2n ** 53n) - 1n, 2n ** 54n + 1n],
    [2n ** 63n - 1n, 2n ** 64n - 2n],
    [-(2n ** 63n), 2n ** 64n - 1n],
  ];
  const SHORT =
    'The sign was taken 31 bits up, as for 32 bits: value >> 63n is −1 for every negative number of 64 bits.';
  const NEGATIVE =
    'A bigint has no end at its 64th bit, so the result came out negative, or too long: BigInt.asUintN(64, …).';

  test.each(WIDE)('64 bits: %s ↔ %s', (signed, zigzag) => {
    const there = zigzagEncode64(signed);
    const isShort = there === BigInt.asUintN(64, (signed << 1n) ^ (signed >> 31n));
    const isOut = typeof there === 'bigint' && there !== BigInt.asUintN(64, there);
    const cause = isOut ? NEGATIVE : isShort ? SHORT : undefined;
    expectSame(`zigzagEncode64(${signed}n)`, there, zigzag, cause);
    expectSame(`zigzagDecode64(${zigzag}n)`, zigzagDecode64(zigzag), signed);
  });

  test('there and back again', () => {
    const random = new Random(31);
    for (let i = 0; i < 2000; i++) {
      const value = random.integer(-(2 ** 31), 2 ** 31 - 1);
      const back = zigzagDecode32(zigzagEncode32(value)) + 0;
      expectSame(`${value}, there and back`, back, value);
    }
  });
});

task(5, () => {
  const expectTag = (number: number, wireType: WireType, mistakes: Mistake[] = []) =>
    expect(encodeTag(number, wireType)).toEqualBytes(
      rightVarint(BigInt(number) * 8n + BigInt(wireType)),
      { dissector: createProtobufDissector(), mistakes },
    );

  test('field 2, length-delimited, is 12', () =>
    expectTag(2, WireType.LEN, [
      mistake('22', 'The number was shifted by four: the wire type takes three bits.'),
      mistake(
        '02',
        'The field number has to be shifted by three bits, to make room for the wire type.',
      ),
      mistake('10', 'The wire type is missing: it is the lowest three bits.'),
      mistake('02 02', 'Both numbers are in one varint: number × 8 + wire type.'),
    ]));

  test('field 1, a varint, is 08', () =>
    expectTag(1, WireType.VARINT, [
      mistake(
        '01',
        'Number and wire type are the wrong way round: the wire type has the lowest three bits, the number stands above.',
      ),
    ]));

  test('15 fits into one byte, 16 does not', () => {
    expectTag(15, WireType.VARINT);
    expectTag(16, WireType.VARINT, [
      mistake('80', 'A tag is a varint: field 16 takes two bytes.'),
      mistake('00', 'A tag is a varint: field 16 takes two bytes.'),
    ]);
    expectTag(2048, WireType.I32);
  });

  test('the largest field number, 536870911', () =>
    expectTag(536_870_911, WireType.LEN, [
      mistake(
        'fa',
        'Shifted by three it has 32 bits, and << makes it negative: >>> 0 before it is written.',
      ),
    ]));

  test.each([
    [1, WireType.VARINT],
    [2, WireType.LEN],
    [15, WireType.I64],
    [16, WireType.I32],
    [300, WireType.SGROUP],
    [300, WireType.EGROUP],
    [536_870_911, WireType.LEN],
  ])('reads field %d, wire type %d', (number, wireType) => {
    const bytes = rightVarint(BigInt(number) * 8n + BigInt(wireType));
    const tag = decodeTag(Uint8Array.of(7, ...bytes, 7), 1);
    const cause =
      (tag?.number ?? 0) < 0
        ? 'The tag has 32 bits here: >> takes it for negative, >>> does not.'
        : 'The lowest three bits are the wire type (& 7), all the others the number.';
    expectSame('the tag’s number', tag?.number, number, cause);
    expectSame('the tag’s wireType', tag?.wireType, wireType, cause);
    expectSame(
      'the tag’s length',
      tag?.length,
      bytes.length,
      'length is how many bytes the tag took.',
    );
  });

  test('field 19000, which no schema may use', () =>
    likely(
      'The numbers 19000 to 19999 are kept for Protobuf itself. That a schema must not use them is for the compiler to say: to a reader they are numbers like any other.',
      () => expectSame('the tag’s number', decodeTag(fromHex('c2 a3 09'), 0)?.number, 19_000),
    ));

  test('bytes of one’s own, and a tag in a view', () => {
    expectKept('the first tag', encodeTag(300, WireType.LEN), () => encodeTag(77, WireType.I32));
    expectOwn((value) => encodeTag(value, WireType.LEN));
    const tag = unchanged('the input', asView(fromHex('07 12')), (given) => decodeTag(given, 1));
    expectSame('the tag’s number', tag?.number, 2, VIEW);
  });

  test.each([
    ['no byte', ''],
    ['85', '85'],
  ])('not all here yet: %s', async (_, hex) => {
    await expectMissing(hex, () => decodeTag(fromHex(hex), 0));
    await expectMissingAt(hex, decodeTag);
  });

  const refuse = (hex: string, cause: string) =>
    expectThrown(() => decodeTag(fromHex(hex), 0), decodeError, cause);

  test.each(['00', '01', '05'])('field number 0: %s', async (hex) => {
    await refuse(
      hex,
      'The field number is what stands above the lowest three bits, and 0 is not one. A row of zeros is what one reads when something else went wrong: it must not pass for fields.',
    );
    await expectOffset(decodeTag, hex);
  });

  test.each(['0e', '0f'])('wire types 6 and 7: %s', async (hex) => {
    await refuse(
      hex,
      'There are wire types 0 to 5. After another one nobody knows how long the value is.',
    );
    await expectOffset(decodeTag, hex);
  });

  test.each([
    ['2^32, the first that is too large', '80 80 80 80 10'],
    ['2^32 and field 1', '88 80 80 80 10'],
    ['64 bits', 'ff ff ff ff ff ff ff ff ff 01'],
  ])('more than 32 bits: %s', async (_, hex) => {
    await refuse(
      hex,
      'A tag has 32 bits. This one has a bit above them: a reader that drops it reads another field. decodeVarint64 sees it.',
    );
    await expectOffset(decodeTag, hex);
  });

  test('eleven bytes', async () => {
    await refuse(ELEVEN, ENDLESS);
    await expectOffset(decodeTag, ELEVEN);
  });
});
