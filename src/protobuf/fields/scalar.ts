/**
 * One value without its tag, for each scalar type: the table at the end of the encoding guide as
 * code. This is the plain path; `writer.ts` and `reader.ts` do the same without an array a value.
 *
 * Source: protobuf encoding guide, "Condensed Reference Card"; language guide, "Scalar Value
 * Types".
 */
import { concat } from '#bytes/concat';
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { DecodeError } from '#protobuf/error';
import type { FieldDescriptor, ScalarType } from '#protobuf/schema/descriptor';
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
import { checkScalar } from './check.ts';

export type ScalarValue = number | bigint | boolean | string | Uint8Array;

/** An enum travels as an `int32`. */
export function scalarTypeOf(field: FieldDescriptor): ScalarType {
  if (field.type === 'enum') return 'int32';
  if (field.type === 'message') throw new TypeError(`${field.name} is a message`);
  return field.type;
}

export function wireTypeOf(type: FieldDescriptor['type']): WireType {
  switch (type) {
    case 'fixed32':
    case 'sfixed32':
    case 'float':
      return WireType.I32;
    case 'fixed64':
    case 'sfixed64':
    case 'double':
      return WireType.I64;
    case 'string':
    case 'bytes':
    case 'message':
      return WireType.LEN;
    default:
      return WireType.VARINT;
  }
}

/** What an absent field of the type reads as. */
export function zeroOf(type: ScalarType): ScalarValue {
  if (type === 'string') return '';
  if (type === 'bytes') return new Uint8Array(0);
  if (type === 'bool') return false;
  return type.endsWith('64') ? 0n : 0;
}

/** Whether the value is the one that proto3 does not write. −0 is not: its sign bit is set. */
export function isZero(value: unknown): boolean {
  if (value instanceof Uint8Array) return value.length === 0;
  return Object.is(value, 0) || value === 0n || value === false || value === '';
}

/** Encodes one value; `string` and `bytes` with their length in front. */
export function encodeScalar(type: ScalarType, given: unknown): Uint8Array {
  const value = checkScalar(type, given);
  switch (type) {
    case 'uint32':
      return encodeVarint32(value as number);
    case 'sint32':
      return encodeVarint32(zigzagEncode32(value as number));
    case 'int32':
      // A negative int32 is written as the int64 of the same value, in ten bytes: so that a
      // field's type can be widened to int64 later.
      return (value as number) < 0
        ? encodeVarint64(BigInt(value as number))
        : encodeVarint32(value as number);
    case 'int64':
    case 'uint64':
      return encodeVarint64(value as bigint);
    case 'sint64':
      return encodeVarint64(zigzagEncode64(value as bigint));
    case 'bool':
      return encodeVarint32(value ? 1 : 0);
    case 'string':
      return withLength(encodeUtf8(value as string));
    case 'bytes':
      return withLength(value as Uint8Array);
    default:
      return encodeFixed(type, value as number | bigint);
  }
}

/** A length in front: a string, bytes, a submessage, a packed list. */
export function withLength(content: Uint8Array): Uint8Array {
  return concat([encodeVarint32(content.length), content]);
}

type FixedType = 'fixed32' | 'sfixed32' | 'float' | 'fixed64' | 'sfixed64' | 'double';

function encodeFixed(type: FixedType, value: number | bigint): Uint8Array {
  const bytes = new Uint8Array(wireTypeOf(type) === WireType.I32 ? 4 : 8);
  const view = new DataView(bytes.buffer);
  if (type === 'fixed32') view.setUint32(0, value as number, true);
  else if (type === 'sfixed32') view.setInt32(0, value as number, true);
  else if (type === 'float') view.setFloat32(0, value as number, true);
  else if (type === 'double') view.setFloat64(0, value as number, true);
  else view.setBigInt64(0, value as bigint, true);
  return bytes;
}

/**
 * Decodes the value at `offset`. `undefined`: `bytes` ends before it does.
 * @throws DecodeError for an overlong varint and for text that is not UTF-8.
 */
export function decodeScalar(
  type: ScalarType,
  bytes: Uint8Array,
  offset: number,
): Decoded<ScalarValue> | undefined {
  switch (wireTypeOf(type)) {
    case WireType.VARINT:
      return decodeVarintAs(type, bytes, offset);
    case WireType.LEN: {
      const content = decodeLengthDelimited(bytes, offset);
      if (content === undefined || type === 'bytes') return content;
      try {
        return { value: decodeUtf8(content.value), length: content.length };
      } catch {
        throw new DecodeError('the string is not valid UTF-8', offset);
      }
    }
    default:
      return decodeFixed(type as FixedType, bytes, offset);
  }
}

/** The bytes after a length, copied: they outlive the buffer that they arrived in. */
export function decodeLengthDelimited(
  bytes: Uint8Array,
  offset: number,
): Decoded<Uint8Array> | undefined {
  const size = decodeVarint32(bytes, offset);
  if (size === undefined) return undefined;
  const start = offset + size.length;
  // Compared before anything is allocated: a length is a claim, not a fact.
  if (size.value > bytes.length - start) return undefined;
  return { value: bytes.slice(start, start + size.value), length: size.length + size.value };
}

function decodeVarintAs(
  type: ScalarType,
  bytes: Uint8Array,
  offset: number,
): Decoded<ScalarValue> | undefined {
  if (type === 'bool' || type.endsWith('64')) {
    const wide = decodeVarint64(bytes, offset);
    if (wide === undefined) return undefined;
    const { value, length } = wide;
    if (type === 'bool') return { value: value !== 0n, length };
    if (type === 'int64') return { value: BigInt.asIntN(64, value), length };
    return { value: type === 'sint64' ? zigzagDecode64(value) : value, length };
  }
  const narrow = decodeVarint32(bytes, offset);
  if (narrow === undefined) return undefined;
  const { value, length } = narrow;
  if (type === 'int32') return { value: value | 0, length };
  return { value: type === 'sint32' ? zigzagDecode32(value) : value, length };
}

function decodeFixed(
  type: FixedType,
  bytes: Uint8Array,
  offset: number,
): Decoded<ScalarValue> | undefined {
  const length = wireTypeOf(type) === WireType.I32 ? 4 : 8;
  if (offset + length > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, length);
  if (type === 'fixed32') return { value: view.getUint32(0, true), length };
  if (type === 'sfixed32') return { value: view.getInt32(0, true), length };
  if (type === 'float') return { value: view.getFloat32(0, true), length };
  if (type === 'double') return { value: view.getFloat64(0, true), length };
  if (type === 'fixed64') return { value: view.getBigUint64(0, true), length };
  return { value: view.getBigInt64(0, true), length };
}
