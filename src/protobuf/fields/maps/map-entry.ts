import type { FieldDescriptor, MessageDescriptor } from '#protobuf/schema/descriptor';

/**
 * A map has no encoding of its own: `map<string, int32> stock = 4` is written as if it were
 *
 *     message Entry { optional string key = 1; optional int32 value = 2; }
 *     repeated Entry stock = 4;
 *
 * Both are always written; one that is absent reads as zero.
 * Source: protobuf encoding guide, "Maps".
 */
export function mapEntryOf(field: FieldDescriptor): MessageDescriptor {
  const key: FieldDescriptor = {
    number: 1,
    name: 'key',
    type: field.key!,
    cardinality: 'optional',
  };
  const value: FieldDescriptor = {
    number: 2,
    name: 'value',
    type: field.type,
    cardinality: 'optional',
    message: field.message,
  };
  return { name: 'Entry', fields: [key, value] };
}
