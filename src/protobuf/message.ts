import type { MessageDescriptor } from './descriptor.ts';
import type { DecodeLimits } from './limits.ts';

/**
 * A message is a plain object. What its properties hold:
 *
 * | in `.proto` | in TypeScript |
 * |---|---|
 * | `int32` `uint32` `sint32` `fixed32` `sfixed32` `float` `double` | `number` |
 * | `int64` `uint64` `sint64` `fixed64` `sfixed64` | `bigint`: a `number` is exact only to 2⁵³ |
 * | `bool`, `string`, `bytes` | `boolean`, `string`, `Uint8Array` |
 * | enum | `number`, with its names in a constant; a value without a name is kept |
 * | message, `optional` | the value, or `undefined` when absent |
 * | `repeated T` | `T[]`, empty when absent |
 * | `map<K, V>` | `Map<K, V>`: keys keep their type, and `__proto__` is a key like any other |
 * | `oneof` | `{ case: 'name', value }`, or `undefined` when none is set |
 */
export interface Message {
  /**
   * Fields that our `.proto` does not know, as they came: a newer program sent them, and may get
   * them back through us. They are written after all others. (`$` begins no field's name.)
   */
  $unknown?: Uint8Array;
}

/** What generated code offers for each message type. */
export interface MessageType<T extends Message> {
  readonly descriptor: MessageDescriptor;
  /** A message with every field at its default, except those given. */
  create(init?: Partial<T>): T;
  /** @throws EncodeError for a value that its field's type cannot hold. */
  encode(message: T): Uint8Array;
  /** @throws DecodeError for bytes that are not such a message. */
  decode(bytes: Uint8Array, limits?: DecodeLimits): T;
}

/**
 * The values of an enum: those with a name, offered by the editor, and any other number. Enums in
 * proto3 are open: a newer program may send a value that this one has no name for.
 */
export type OpenEnum<Names> = Names[keyof Names] | (number & Record<never, never>);

/** A message of which only the descriptor is known: what the plain codec works on. */
export interface AnyMessage extends Message {
  [field: string]: unknown;
}
