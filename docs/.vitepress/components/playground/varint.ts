import { fromHex, toHex } from '#bytes/hex';
import { readVarint } from '#inspect/protobuf/varint-field';
import { EncodeError } from '#protobuf/error';
import { decodeScalar, encodeScalar, wireTypeOf } from '#protobuf/fields/scalar';
import { WireType } from '#protobuf/wire/wire-type';

/** The integers of protobuf; the reader chooses as which of them to write and read. */
export const TYPES = [
  'int32',
  'sint32',
  'uint32',
  'fixed32',
  'int64',
  'sint64',
  'uint64',
  'fixed64',
] as const;
export type NumberType = (typeof TYPES)[number];

/** More bytes than a varint can have, so that one can have too many. */
export const MOST_BYTES = 12;

export const PRESETS = {
  three: { type: 'int32', hex: 'ac 02' },
  minusOne: { type: 'int32', hex: 'ff ff ff ff ff ff ff ff ff 01' },
  zigzag: { type: 'sint32', hex: '01' },
  wide: { type: 'uint64', hex: '81 80 80 80 80 80 80 10' },
  padded: { type: 'int32', hex: 'ac 82 00' },
  truncated: { type: 'int32', hex: 'ac' },
  overlong: { type: 'uint64', hex: '80 80 80 80 80 80 80 80 80 80 01' },
  beyond: { type: 'uint64', hex: 'ff ff ff ff ff ff ff ff ff 7f' },
} as const satisfies Record<string, { type: NumberType; hex: string }>;
export type Preset = keyof typeof PRESETS;

export const isVarint = (type: NumberType) => wireTypeOf(type) === WireType.VARINT;
const isWide = (type: NumberType) => type.endsWith('64');

/** The bytes of a typed number, by the course's own encoder. */
export function write(
  type: NumberType,
  text: string,
): { bytes: Uint8Array } | { problem: 'notANumber' | 'doesNotFit' } {
  const digits = text.trim().replace(/^\+/, '').replace(/^−/, '-');
  if (!/^-?\d{1,40}$/.test(digits)) return { problem: 'notANumber' };
  const value = BigInt(digits);
  try {
    return { bytes: encodeScalar(type, isWide(type) ? value : Number(value)) };
  } catch (error) {
    if (error instanceof EncodeError) return { problem: 'doesNotFit' };
    throw error;
  }
}

/** What the course's own decoder makes of some bytes. */
export type Reading =
  | { kind: 'unfinished' }
  | { kind: 'error'; message: string }
  | {
      kind: 'value';
      value: string;
      /** Bytes that it took; others may follow. */
      length: number;
      /** Bytes that it would have needed, if it took more. */
      needed?: number;
      /** The bits that the type has, if the varint had more. */
      dropped?: number;
    };

export function read(type: NumberType, bytes: Uint8Array): Reading {
  try {
    const decoded = decodeScalar(type, bytes, 0);
    if (decoded === undefined) return { kind: 'unfinished' };
    const { value, length } = decoded;
    const reading = { kind: 'value', value: String(value), length } as const;
    if (!isVarint(type)) return reading;
    const dropped = droppedBits(type, bytes);
    const needed = encodeScalar(type, value).length;
    return {
      ...reading,
      ...(dropped !== undefined && { dropped }),
      ...(dropped === undefined && needed < length && { needed }),
    };
  } catch (error) {
    return { kind: 'error', message: (error as Error).message };
  }
}

/** How many bits were kept, if there were more. The high half of a negative int32 is not one of them. */
function droppedBits(type: NumberType, bytes: Uint8Array): number | undefined {
  const { value } = readVarint(bytes, 0, bytes.length);
  if (value > 0xffff_ffff_ffff_ffffn) return 64;
  if (isWide(type) || value <= 0xffff_ffffn) return undefined;
  const isSigned = BigInt.asIntN(32, value) === BigInt.asIntN(64, value);
  return type === 'int32' && isSigned ? undefined : 32;
}

/** Typed hex as bytes, `undefined` if it is not hex. */
export function parseHex(text: string): Uint8Array | undefined {
  try {
    return fromHex(text.replace(/0x|,/gi, ' '));
  } catch {
    return undefined;
  }
}

export const showHex = (bytes: Uint8Array) => toHex(bytes);

/** One bit of the picture, `bit` counted from the left: 0 is the mark of a varint's byte. */
export function flip(bytes: Uint8Array, byte: number, bit: number): Uint8Array {
  return bytes.map((old, i) => (i === byte ? old ^ (0x80 >> bit) : old));
}
