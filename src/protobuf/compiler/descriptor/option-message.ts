import { concat } from '#bytes/concat';
import { encodeMessage } from '#protobuf/fields/message-codec';
import { isZero } from '#protobuf/fields/scalar';
import type { FieldDescriptor, MessageDescriptor } from '#protobuf/schema/descriptor';

/** A value of a field: a scalar, an enum's number, or a message. */
export type Value = number | bigint | boolean | string | Uint8Array | OptionMessage;

interface Entry {
  readonly field: FieldDescriptor;
  readonly values: Value[];
}

/**
 * Options while they are put together. One can be set in parts (`(my.option).a = 1`, then
 * `(my.option).b = 2`), and most belong to messages that only the `.proto` files know: so this
 * holds what has been set, and becomes bytes at the end.
 */
export class OptionMessage {
  readonly type: MessageDescriptor;
  readonly #entries = new Map<number, Entry>();

  constructor(type: MessageDescriptor) {
    this.type = type;
  }

  has(field: FieldDescriptor): boolean {
    return this.#entries.has(field.number);
  }

  /** A member of the same oneof that is set already. */
  rivalOf({ oneof, number }: FieldDescriptor): FieldDescriptor | undefined {
    if (oneof === undefined) return undefined;
    const entries = [...this.#entries.values()];
    return entries.find(({ field }) => field.oneof === oneof && field.number !== number)?.field;
  }

  /** Sets a field, or adds to one that is repeated. Another of its oneof is not set any more. */
  add(field: FieldDescriptor, value: Value): void {
    const rival = this.rivalOf(field);
    if (rival !== undefined) this.#entries.delete(rival.number);
    const entry = this.#entries.get(field.number);
    if (entry === undefined) this.#entries.set(field.number, { field, values: [value] });
    else entry.values.push(value);
  }

  /** The message in a field, which is made if it is not there. */
  inside(field: FieldDescriptor): OptionMessage {
    const found = this.#entries.get(field.number)?.values[0];
    if (found instanceof OptionMessage) return found;
    const made = new OptionMessage(field.message!());
    this.add(field, made);
    return made;
  }

  /** In the order of the numbers. */
  encode(): Uint8Array {
    const entries = [...this.#entries.values()].sort((a, b) => a.field.number - b.field.number);
    return concat(entries.map(encodeEntry));
  }
}

function encodeEntry({ field, values }: Entry): Uint8Array {
  // Zero is written only where it can be told from an absent value.
  if (field.cardinality === 'implicit' && isZero(values[0])) return new Uint8Array(0);
  // Messages and bytes are written in the same way: a length, and what is inside.
  const plain: FieldDescriptor = {
    number: field.number,
    name: 'list',
    type: field.type === 'message' ? 'bytes' : field.type,
    cardinality: 'repeated',
    packed: field.packed,
  };
  const list = values.map((value) => (value instanceof OptionMessage ? value.encode() : value));
  return encodeMessage({ name: 'Options', fields: [plain] }, { list });
}
