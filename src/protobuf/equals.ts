import { isZero } from './fields/scalar.ts';
import type { AnyMessage, DeepPartial, Message, MessageType } from './message.ts';
import type { FieldDescriptor, MessageDescriptor } from './schema/descriptor.ts';

/**
 * Whether two messages say the same. A plain field that is left out equals one that is zero, as on
 * the wire; NaN equals NaN, and −0 does not equal 0. The order of a map does not matter. Unknown
 * fields are compared as bytes.
 */
export function equals<T extends Message>(
  type: MessageType<T>,
  a: DeepPartial<NoInfer<T>>,
  b: DeepPartial<NoInfer<T>>,
): boolean {
  return sameMessage(type.descriptor, a as AnyMessage, b as AnyMessage);
}

function sameMessage(type: MessageDescriptor, a: AnyMessage, b: AnyMessage): boolean {
  if (a === b) return true;
  const none = new Uint8Array(0);
  return (
    type.fields.every((field) => sameField(field, valueIn(field, a), valueIn(field, b))) &&
    sameValue(a.$unknown ?? none, b.$unknown ?? none)
  );
}

function valueIn(field: FieldDescriptor, message: AnyMessage): unknown {
  if (field.oneof === undefined) return message[field.name] ?? undefined;
  const set = message[field.oneof] as { case: string; value: unknown } | undefined;
  return set?.case === field.name ? set.value : undefined;
}

function sameField(field: FieldDescriptor, a: unknown, b: unknown): boolean {
  const same = (x: unknown, y: unknown) =>
    field.message === undefined
      ? sameValue(x, y)
      : sameMessage(field.message(), x as AnyMessage, y as AnyMessage);
  switch (field.cardinality) {
    case 'optional':
      return a === undefined || b === undefined ? a === b : same(a, b);
    case 'implicit':
      return a === undefined || b === undefined ? isAbsent(a) && isAbsent(b) : same(a, b);
    case 'repeated': {
      const [x, y] = [(a ?? []) as unknown[], (b ?? []) as unknown[]];
      return x.length === y.length && x.every((item, i) => same(item, y[i]));
    }
    case 'map': {
      const empty = new Map<unknown, unknown>();
      const [x, y] = [(a ?? empty) as typeof empty, (b ?? empty) as typeof empty];
      return x.size === y.size && [...x].every(([key, v]) => y.has(key) && same(v, y.get(key)));
    }
  }
}

const isAbsent = (value: unknown) => value === undefined || isZero(value);

function sameValue(a: unknown, b: unknown): boolean {
  if (!(a instanceof Uint8Array && b instanceof Uint8Array)) return Object.is(a, b);
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
