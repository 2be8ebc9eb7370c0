import protobuf from 'protobufjs';
import type { Cardinality, MapKeyType, ScalarType } from '../descriptor.ts';
import { wireTypeOf } from '../scalar.ts';
import { WireType } from '../wire-type.ts';
import type { Converter } from './convert.ts';
import { propertyName } from './names.ts';
import type { FieldSchema } from './schema.ts';

export function convertField(field: protobuf.Field, converter: Converter): FieldSchema {
  const resolved = field.resolvedType;
  const cardinality = cardinalityOf(field);
  const oneof = field.partOf && !field.partOf.isProto3Optional ? field.partOf : null;
  const schema: Omit<FieldSchema, 'type'> = {
    number: field.id,
    name: propertyName(field.name),
    protoName: field.name,
    cardinality,
    comment: field.comment ?? '',
    options: field.options ?? {},
    ...(oneof && { oneof: propertyName(oneof.name), protoOneof: oneof.name }),
    ...(field instanceof protobuf.MapField && { key: field.keyType as MapKeyType }),
  };
  if (resolved instanceof protobuf.Type) {
    return { ...schema, type: 'message', message: () => converter.message(resolved) };
  }
  // proto3 packs what can be packed, unless told not to.
  const packable = cardinality === 'repeated' && isPackable(field, resolved);
  const packed = packable && { packed: field.packed };
  return resolved instanceof protobuf.Enum
    ? { ...schema, ...packed, type: 'enum', enum: () => converter.enum(resolved) }
    : { ...schema, ...packed, type: field.type as ScalarType };
}

function cardinalityOf(field: protobuf.Field): Cardinality {
  if (field instanceof protobuf.MapField) return 'map';
  if (field.repeated) return 'repeated';
  // A member of a oneof is told from an absent one, and so is a message.
  const explicit = field.partOf !== null || field.resolvedType instanceof protobuf.Type;
  return explicit ? 'optional' : 'implicit';
}

function isPackable(field: protobuf.Field, resolved: unknown): boolean {
  const type = resolved instanceof protobuf.Enum ? 'enum' : (field.type as ScalarType);
  return wireTypeOf(type) !== WireType.LEN;
}
