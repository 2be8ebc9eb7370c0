import type { FieldDescriptor } from '#protobuf/schema/descriptor';
import { WireType } from '#protobuf/wire/wire-type';
import { wireTypeOf } from './scalar.ts';

/**
 * Whether a value of `wireType` can be one of `field`. If not, somebody has given the field's
 * number to another type, and the value is unknown to us.
 */
export function accepts(field: FieldDescriptor, wireType: WireType): boolean {
  if (field.cardinality === 'map') return wireType === WireType.LEN;
  return wireType === wireTypeOf(field.type) || isPacked(field, wireType);
}

/** Both forms of a list have to be read, whichever the `.proto` asks for: it may have changed. */
export function isPacked(field: FieldDescriptor, wireType: WireType): boolean {
  const packable = wireTypeOf(field.type) !== WireType.LEN;
  return field.cardinality === 'repeated' && packable && wireType === WireType.LEN;
}
