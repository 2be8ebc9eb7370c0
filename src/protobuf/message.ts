import type { DecodeLimits } from './limits.ts';
import type { MessageDescriptor } from './schema/descriptor.ts';

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
  create(init?: T | DeepPartial<T>): T;
  /**
   * What is left out is written as absent.
   * @throws EncodeError for a value that its field's type cannot hold.
   */
  encode(message: T | DeepPartial<T>): Uint8Array;
  /** @throws DecodeError for bytes that are not such a message. */
  decode(bytes: Uint8Array, limits?: DecodeLimits): T;
}

/**
 * The values of an enum: those with a name, offered by the editor, and any other number. Enums in
 * proto3 are open: a newer program may send a value that this one has no name for.
 */
export type OpenEnum<Names> = Names[keyof Names] | (number & Record<never, never>);

/**
 * A message of which anything may be left out, in the messages inside it as well. Of a oneof the
 * member that is set is there with its `case` and its `value`.
 */
export type DeepPartial<T> = T extends Scalar | Uint8Array | null | undefined
  ? T
  : T extends ReadonlyMap<infer Key, infer Item>
    ? ReadonlyMap<Key, DeepPartial<Item>>
    : T extends readonly (infer Item)[]
      ? readonly DeepPartial<Item>[]
      : T extends { case: infer Case extends string; value: infer Value }
        ? string extends Case
          ? PartialMessage<T> // A message with a field `string case`.
          : { readonly case: Case; readonly value: DeepPartial<Value> }
        : unknown extends T
          ? T
          : PartialMessage<T>;

type Scalar = number | bigint | boolean | string;

type PartialMessage<T> = { readonly [Field in keyof T]?: DeepPartial<T[Field]> };

/** A message of which only the descriptor is known: what the plain codec works on. */
export interface AnyMessage extends Message {
  [field: string]: unknown;
}
