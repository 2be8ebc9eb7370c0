import { wireTypeOf } from '#protobuf/fields/scalar';
import type { MapKeyType, ScalarType } from '#protobuf/schema/descriptor';
import { WireType } from '#protobuf/wire/wire-type';

const KEYS = [
  'int32',
  'int64',
  'uint32',
  'uint64',
  'sint32',
  'sint64',
  'fixed32',
  'fixed64',
  'sfixed32',
  'sfixed64',
  'bool',
  'string',
] as const satisfies MapKeyType[];

const SCALARS: ReadonlySet<string> = new Set([...KEYS, 'double', 'float', 'bytes']);

export function isScalar(name: string): name is ScalarType {
  return SCALARS.has(name);
}

/** Of these types the keys of a map can be. */
export function isMapKey(name: string): name is MapKeyType {
  return (KEYS as readonly string[]).includes(name);
}

/** Numbers, which can stand in a row without tags between them. */
export function isPackable(type: ScalarType | 'enum' | 'message'): boolean {
  return wireTypeOf(type) !== WireType.LEN;
}
