import { EncodeError } from '#protobuf/error';
import { encodeScalar } from '#protobuf/fields/scalar';
import type { ScalarType } from '#protobuf/schema/descriptor';

export const INTEGER_TYPES = [
  'int32',
  'uint32',
  'sint32',
  'fixed32',
  'sfixed32',
  'int64',
  'uint64',
  'sint64',
  'fixed64',
  'sfixed64',
] as const satisfies readonly ScalarType[];

export type IntegerType = (typeof INTEGER_TYPES)[number];

/** The bytes of a number as `type` writes them, without a tag; `undefined` if it does not fit. */
export function encodeAs(type: IntegerType, value: bigint): Uint8Array | undefined {
  const isWide = type.endsWith('64');
  // A number that a double cannot hold is in no 32-bit type anyway: it is refused below.
  try {
    return encodeScalar(type, isWide ? value : Number(value));
  } catch (error) {
    if (error instanceof EncodeError) return undefined;
    throw error;
  }
}
