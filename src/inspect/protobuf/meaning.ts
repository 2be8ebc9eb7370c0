/** What a protobuf field is: as its descriptor says, or as far as its wire type tells. */
import type { FieldDescriptor, MessageDescriptor } from '#protobuf/schema/descriptor';
import type { WireType } from '#protobuf/wire/wire-type';
import { type ReadTag, WIRE_TYPE_NAMES } from './tag.ts';

/**
 * @param known The field that the schema has under this number.
 * @param accepted Whether the wire type is one that this field can have.
 */
export function meaningOf(
  { number, wireType }: ReadTag,
  known: FieldDescriptor | undefined,
  accepted: boolean,
  type: MessageDescriptor | undefined,
): string {
  if (known !== undefined) {
    const name = typeName(known);
    if (accepted) return `field ${number}, ${name}`;
    return `the schema has ${known.name} (${name}) here, this is ${WIRE_TYPE_NAMES[wireType]}: it is taken for unknown`;
  }
  if (type !== undefined) return 'not in the schema: a reader skips it by its wire type';
  return GUESSES[wireType];
}

function typeName(field: FieldDescriptor): string {
  const inner = field.type === 'message' ? field.message!().name : field.type;
  if (field.cardinality === 'map') return `map<${field.key}, ${inner}>`;
  if (field.cardinality === 'repeated') return `repeated ${inner}`;
  if (field.oneof !== undefined) return `${inner}, of oneof ${field.oneof}`;
  return field.cardinality === 'optional' && field.type !== 'message' ? `optional ${inner}` : inner;
}

/** What a field can be if one does not know the schema. */
const GUESSES: Record<WireType, string> = {
  0: 'an integer, a bool or an enum: only the schema can say which',
  1: 'eight bytes: fixed64, sfixed64 or double',
  2: 'a string, bytes, a message or a packed list: only the schema can say which',
  3: 'a group, which has an end instead of a length (deprecated)',
  4: 'the end of a group that has not begun',
  5: 'four bytes: fixed32, sfixed32 or float',
};
