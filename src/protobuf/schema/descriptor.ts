/**
 * What a codec has to know of a message type: per field a number, a name and how its value is
 * written. It is the `.proto` file without the prose. The parser makes descriptors from text, the
 * generator prints them into its output, and the plain codec needs nothing else.
 *
 * Source: protobuf language guide (proto 3); "Application note: field presence".
 */

/** The types that are values in themselves, as `.proto` files call them. */
export type ScalarType =
  | 'double'
  | 'float'
  | 'int32'
  | 'int64'
  | 'uint32'
  | 'uint64'
  | 'sint32'
  | 'sint64'
  | 'fixed32'
  | 'fixed64'
  | 'sfixed32'
  | 'sfixed64'
  | 'bool'
  | 'string'
  | 'bytes';

/**
 * How often a field can occur, and what its absence means:
 * - `implicit`: a plain proto3 field. Absent and zero are the same; zero is not written.
 * - `optional`: absent is `undefined`, and zero is written. All message fields are so.
 * - `repeated`: an array.
 * - `map`: a `Map`.
 */
export type Cardinality = 'implicit' | 'optional' | 'repeated' | 'map';

export interface FieldDescriptor {
  readonly number: number;
  /** The property in TypeScript: `orderId` for `order_id`. */
  readonly name: string;
  readonly type: ScalarType | 'enum' | 'message';
  readonly cardinality: Cardinality;
  /** As the file spells it: `order_id`. Absent if that is the property's name too. */
  readonly protoName?: string;
  /** In JSON. Absent if that is the property's name too. */
  readonly jsonName?: string;
  /** Of what type, if `type` is `message`. A function, because types may contain each other. */
  readonly message?: () => MessageDescriptor;
  /** Of what enum, if `type` is `enum`. The bytes can be read without it, JSON cannot. */
  readonly enum?: () => EnumDescriptor;
  /** Repeated numbers in one length-delimited field, as proto3 writes them unless told. */
  readonly packed?: boolean;
  /** The type of a map's keys; `type` is then that of its values. */
  readonly key?: MapKeyType;
  /** The property that holds whichever member of the oneof is set: `{ case, value }`. */
  readonly oneof?: string;
}

export type MapKeyType = Exclude<ScalarType, 'double' | 'float' | 'bytes'>;

export interface MessageDescriptor {
  /** With its package: `ecommerce.Order`. */
  readonly name: string;
  /** In the order of their numbers, which is the order in which they are written. */
  readonly fields: readonly FieldDescriptor[];
}

export interface EnumDescriptor {
  /** With its package: `kitchen.Course`. */
  readonly name: string;
  /** By name, in the order of the file. Where several have one number the first is its name. */
  readonly numbers: { readonly [name: string]: number };
}
