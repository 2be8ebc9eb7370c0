import { EncodeError } from './error.ts';
import { createMessage } from './fields/create-message.ts';
import { MAX_DEPTH } from './limits.ts';
import type { AnyMessage, DeepPartial, Message } from './message.ts';
import type { FieldDescriptor, MessageDescriptor } from './schema/descriptor.ts';

/**
 * Fills a message: this is what `Order.create(init)` comes down to. What `init` leaves out, or has
 * as `undefined` or `null`, keeps its default, in the messages inside as well; these are copied. A
 * property that is not a field is not taken.
 *
 * @param message With every field at its default.
 * @throws EncodeError for messages that are nested too deeply, or contain themselves.
 */
export function create<T extends Message>(
  type: MessageDescriptor,
  message: T,
  init: DeepPartial<NoInfer<T>> | undefined,
): T {
  if (init !== undefined)
    fill(type, message as object as AnyMessage, init as AnyMessage, MAX_DEPTH);
  return message;
}

function fill(type: MessageDescriptor, message: AnyMessage, init: AnyMessage, depth: number): void {
  if (depth < 0) throw new EncodeError('messages are nested too deeply, or in a circle');
  for (const field of type.fields) {
    const name = field.oneof ?? field.name;
    const value = init[name];
    if (value === undefined || value === null) continue;
    if (field.oneof !== undefined && (value as { case: unknown }).case !== field.name) continue;
    message[name] = field.type === 'message' ? filled(field, value, depth) : value;
  }
  if (init.$unknown) message.$unknown = init.$unknown;
}

/** A value with messages in it. What is not of the right kind is left for the encoder to refuse. */
function filled(field: FieldDescriptor, value: unknown, depth: number): unknown {
  const one = (inside: unknown) => filledMessage(field, inside, depth - 1);
  if (field.oneof !== undefined) {
    return { case: field.name, value: one((value as { value: unknown }).value) };
  }
  if (field.cardinality === 'repeated') return Array.isArray(value) ? value.map(one) : value;
  if (field.cardinality !== 'map') return one(value);
  if (!(value instanceof Map)) return value;
  return new Map(Array.from(value, ([key, inside]) => [key, one(inside)]));
}

function filledMessage(field: FieldDescriptor, init: unknown, depth: number): unknown {
  if (typeof init !== 'object' || init === null) return init;
  const type = field.message!();
  const message = createMessage(type);
  fill(type, message, init as AnyMessage, depth);
  return message;
}
