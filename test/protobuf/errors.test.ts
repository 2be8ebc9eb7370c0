import { describe, expect, it } from 'vitest';
import { fromHex } from '#bytes/hex';
import { DecodeError, EncodeError } from '#protobuf/error';
import { HelloRequest } from '#protobuf/generated/hello';
import { thrownBy } from '../thrown-by.ts';
import { Everything } from './generated/everything.ts';
import { PATHS } from './paths.ts';

describe.each(PATHS)('what cannot be decoded, $path', ({ decode }) => {
  it.each([
    ['18', 'everything.Everything.anInt32', 1, 'ends inside the value'],
    ['18 80', 'everything.Everything.anInt32', 1, 'ends inside the value'],
    ['80', 'everything.Everything', 0, 'ends inside a tag'],
    ['08 00 80', 'everything.Everything', 2, 'ends inside a tag'],
    ['18 80 80 80 80 80 80 80 80 80 80 01', 'everything.Everything.anInt32', 1, 'more than 10'],
    ['20 ff ff ff ff ff ff ff ff ff ff 01', 'everything.Everything.anInt64', 1, 'more than 10'],
    ['09 00 00 00', 'everything.Everything.aDouble', 1, 'ends inside the value'],
    ['72 05 61', 'everything.Everything.aString', 1, 'ends inside the value'],
    ['72 ff ff ff ff 0f', 'everything.Everything.aString', 1, 'ends inside the value'],
    ['72 ff ff ff ff ff ff ff ff 7f', 'everything.Everything.aString', 1, 'ends inside the value'],
    ['72 01 ff', 'everything.Everything.aString', 1, 'not valid UTF-8'],
    ['72 02 c0 80', 'everything.Everything.aString', 1, 'not valid UTF-8'],
    ['72 03 ed a0 80', 'everything.Everything.aString', 1, 'not valid UTF-8'],
    ['8a 01 03 08', 'everything.Everything.aPoint', 2, 'ends inside the value'],
    ['8a 01 01 08', 'everything.Everything.aPoint.x', 4, 'ends inside the value'],
    ['ca 03 00 ca 03 02 08 80', 'everything.Everything.points[1].x', 7, 'ends inside the value'],
    ['b2 03 01 61 b2 03 01 ff', 'everything.Everything.strings[1]', 6, 'not valid UTF-8'],
    ['da 02 03 01 02 80', 'everything.Everything.int32s[2]', 5, 'ends inside the value'],
    ['ca 02 05 00 00 00 00 00', 'everything.Everything.doubles[0]', 3, 'ends inside the value'],
    ['92 04 04 12 02 08 80', 'everything.Everything.pointsByName.value.x', 6, 'ends inside'],
    ['8a 05 06 8a 05 02 72 ff', 'everything.Everything.inside', 2, 'ends inside the value'],
    ['8a 05 05 8a 05 02 72 ff 00', 'everything.Everything.inside.inside.aString', 7, 'ends'],
    ['c0 06', 'everything.Everything', 0, 'inside an unknown field'],
    ['c2 06 05', 'everything.Everything', 0, 'inside an unknown field'],
    ['c3 06 08 01', 'everything.Everything', 2, 'group 104 does not end'],
    ['c3 06 cc 06', 'everything.Everything', 2, 'group 105 ends, but none has begun'],
    ['c4 06', 'everything.Everything', 0, 'group 104 ends, but none has begun'],
    ['00 00', 'everything.Everything', 0, 'field number 0'],
    ['0f', 'everything.Everything', 0, 'wire type 7'],
    ['88 80 80 80 10 01', 'everything.Everything', 0, 'more than 32 bits'],
  ])('%s', (hex, path, offset, reason) => {
    const error = thrownBy(() => decode(Everything, fromHex(hex)));
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({ path, offset, reason: expect.stringContaining(reason) });
    expect((error as Error).message).toContain(`${path}: `);
    expect((error as Error).message).toContain(`(at offset ${offset})`);
  });
});

describe.each(PATHS)('what cannot be encoded, $path', ({ encode }) => {
  const wrong = (init: object) =>
    thrownBy(() => encode(Everything, Everything.create(init as Partial<Everything>)));

  it.each([
    [{ anInt32: 2 ** 31 }, 'anInt32', '2147483648 is not an int32'],
    [{ anInt32: 1.5 }, 'anInt32', '1.5 is not an int32'],
    [{ anInt32: Number.NaN }, 'anInt32', 'NaN is not an int32'],
    [{ aUint32: -1 }, 'aUint32', '-1 is not a uint32'],
    [{ aSint32: '1' }, 'aSint32', '"1" is not a sint32'],
    [{ aFixed32: 2 ** 32 }, 'aFixed32', '4294967296 is not a fixed32'],
    [{ aSfixed32: 2 ** 31 }, 'aSfixed32', 'is not a sfixed32'],
    [{ anInt64: 5 }, 'anInt64', '5 is not an int64 (a bigint: 5n, not 5)'],
    [{ anInt64: 2n ** 63n }, 'anInt64', '9223372036854775808n is not an int64'],
    [{ aUint64: -1n }, 'aUint64', '-1n is not a uint64'],
    [{ aSint64: 2n ** 63n }, 'aSint64', 'is not a sint64'],
    [{ aFixed64: 2n ** 64n }, 'aFixed64', 'is not a fixed64'],
    [{ aSfixed64: 2n ** 63n }, 'aSfixed64', 'is not a sfixed64'],
    [{ aDouble: '1' }, 'aDouble', '"1" is not a double'],
    [{ aFloat: 1n }, 'aFloat', '1n is not a float'],
    [{ aBool: 1 }, 'aBool', '1 is not a bool'],
    [{ aString: 5 }, 'aString', '5 is not a string'],
    [{ aBytes: [1] }, 'aBytes', '[object Array] is not a Uint8Array'],
    [{ aColor: 'RED' }, 'aColor', '"RED" is not an int32'],
    [{ aPoint: null, optionalString: 5 }, 'optionalString', '5 is not a string'],
    [{ aPoint: { x: 0.5, y: 0 } }, 'aPoint.x', '0.5 is not a sint32'],
    [{ strings: ['a', undefined] }, 'strings[1]', 'undefined is not a string'],
    [{ int32s: [1, 2, 'x'] }, 'int32s[2]', '"x" is not an int32'],
    [{ points: [{ x: 1, y: 1 }, null] }, 'points[1]', 'null is not a message'],
    [{ byString: new Map([[5, 5]]) }, 'byString.key', '5 is not a string'],
    [{ byString: new Map([['a', 'b']]) }, 'byString.value', '"b" is not an int32'],
    [{ choice: { case: 'chosenInt32', value: 'x' } }, 'chosenInt32', '"x" is not an int32'],
  ])('%s', (init, path, reason) => {
    const error = wrong(init);
    expect(error).toBeInstanceOf(EncodeError);
    expect((error as EncodeError).path).toBe(`everything.Everything.${path}`);
    expect((error as EncodeError).reason).toContain(reason);
  });
});

describe.each(PATHS)('what is null, $path', ({ encode }) => {
  it('is absent: JSON has no undefined', () => {
    const fields = ['anInt32', 'aString', 'aBytes', 'aDouble', 'aBool', 'anInt64', 'aPoint'];
    const optional = [
      'optionalInt32',
      'choice',
      'inside',
      'strings',
      'int32s',
      'points',
      'byString',
    ];
    for (const field of [...fields, ...optional]) {
      expect(encode(Everything, { ...Everything.create(), [field]: null }).length).toBe(0);
    }
  });
});

describe('generated code', () => {
  it('lets an error that is not its own pass', () => {
    const message = {
      get name(): string {
        throw new RangeError('mine');
      },
    };
    expect(() => HelloRequest.encode(message)).toThrow(new RangeError('mine'));
  });
});
