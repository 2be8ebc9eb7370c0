import { createMessage } from '#protobuf/fields/create-message';
import type { AnyMessage } from '#protobuf/message';
import type { FieldDescriptor, MessageDescriptor, ScalarType } from '#protobuf/schema/descriptor';
import type { Random } from './random.ts';

const TEXTS = [
  '',
  'a',
  'id',
  'hello',
  'San Jose, CA',
  'grüße',
  '注文',
  '🛒',
  '\u0000',
  'x'.repeat(200),
];

export interface Shape {
  /** About one field in so many is set. */
  readonly sparse: number;
  /** How deep messages may be nested. */
  readonly depth: number;
  /** Fields that are never set. */
  without?(field: FieldDescriptor): boolean;
}

export function randomMessage(type: MessageDescriptor, random: Random, shape: Shape): AnyMessage {
  const message = createMessage(type);
  for (const field of type.fields) {
    if (random.chance(shape.sparse) && !shape.without?.(field)) {
      setField(field, message, random, shape);
    }
  }
  return message;
}

function setField(field: FieldDescriptor, message: AnyMessage, random: Random, shape: Shape): void {
  if (field.type === 'message' && shape.depth === 0) return;
  const value = () =>
    field.type === 'message'
      ? randomMessage(field.message!(), random, { ...shape, depth: shape.depth - 1 })
      : randomScalar(field.type, random);
  if (field.oneof !== undefined) {
    message[field.oneof] = { case: field.name, value: value() };
  } else if (field.cardinality === 'repeated') {
    message[field.name] = Array.from({ length: random.below(5) }, value);
  } else if (field.cardinality === 'map') {
    const keys = Array.from({ length: random.below(4) }, () => randomScalar(field.key!, random));
    message[field.name] = new Map(keys.map((key) => [key, value()]));
  } else {
    message[field.name] = value();
  }
}

function randomScalar(type: ScalarType | 'enum', random: Random): unknown {
  switch (type) {
    case 'double':
      return random.pick([0, -0, 1.5, -1e300, 5e-324, Infinity, Number.NaN, random.int32() / 7]);
    case 'float':
      return Math.fround(random.pick([0, -0, 1.5, Infinity, Number.NaN, random.int32() / 7]));
    case 'int32':
    case 'sint32':
    case 'sfixed32':
    case 'enum':
      return random.pick([0, -1, 2 ** 31 - 1, -(2 ** 31), random.int32()]);
    case 'uint32':
    case 'fixed32':
      return random.pick([0, 127, 128, 2 ** 32 - 1, random.int32() >>> 0]);
    case 'int64':
    case 'sint64':
    case 'sfixed64':
      return random.pick([0n, -1n, 2n ** 53n, 2n ** 63n - 1n, -(2n ** 63n), random.int64()]);
    case 'uint64':
    case 'fixed64':
      return random.pick([0n, 2n ** 64n - 1n, BigInt.asUintN(64, random.int64())]);
    case 'bool':
      return random.chance(2);
    case 'string':
      return random.pick(TEXTS);
    case 'bytes':
      return random.bytes(random.below(40));
  }
}
