/**
 * A `.proto` file, understood: types found, names made, comments and options kept. A message here
 * *is* a descriptor with more to it, so the plain codec can use it as it is.
 */

import type { FileDescriptorProto } from '#protobuf/generated/google/protobuf/descriptor';
import type {
  EnumDescriptor,
  FieldDescriptor,
  MessageDescriptor,
} from '#protobuf/schema/descriptor';

export type Options = { readonly [name: string]: unknown };

interface Documented {
  /** What stands in the comment above it. */
  readonly comment: string;
  readonly options: Options;
}

export interface FileSchema {
  /** As other files import it: `google/protobuf/any.proto`. */
  readonly path: string;
  /** Empty if there is none. */
  readonly package: string;
  readonly imports: readonly string[];
  readonly options: Options;
  /** The same as the message that other tools understand. */
  readonly descriptor: FileDescriptorProto;
  /** Those declared inside other messages as well, after these. */
  readonly messages: readonly MessageSchema[];
  readonly enums: readonly EnumSchema[];
  readonly services: readonly ServiceSchema[];
}

export interface MessageSchema extends MessageDescriptor, Documented {
  /** The path of the file that declares it. */
  readonly file: string;
  /** Of that file; empty if there is none. */
  readonly package: string;
  /** Its name in TypeScript: `Outer_Inner`. */
  readonly typeName: string;
  readonly fields: readonly FieldSchema[];
}

export interface FieldSchema extends FieldDescriptor, Documented {
  /** As the file spells it: `order_id`. */
  readonly protoName: string;
  /** Its oneof, as the file spells it. */
  readonly protoOneof?: string;
  readonly message?: () => MessageSchema;
  /** Of what enum, if `type` is `enum`. */
  readonly enum?: () => EnumSchema;
}

export interface EnumSchema extends EnumDescriptor, Documented {
  readonly file: string;
  readonly package: string;
  readonly typeName: string;
  /** With `allow_alias`, several names may have one number. */
  readonly values: readonly (Documented & { readonly name: string; readonly number: number })[];
}

export interface ServiceSchema extends Documented {
  readonly name: string;
  readonly typeName: string;
  readonly methods: readonly MethodSchema[];
}

export interface MethodSchema extends Documented {
  /** As the file spells it, and the path on the wire: `SayHello`. */
  readonly protoName: string;
  /** As a stub calls it: `sayHello`. */
  readonly name: string;
  readonly request: MessageSchema;
  readonly response: MessageSchema;
  readonly requestStream: boolean;
  readonly responseStream: boolean;
}
