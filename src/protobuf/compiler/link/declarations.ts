import type { FieldSchema, MessageSchema } from '#protobuf/compiler/schema';

/** A field of the options' messages that somebody has declared. */
export interface Extension {
  readonly field: FieldSchema;
  /** The whole name of the message that has it. */
  readonly extendee: string;
  /** What it can be set on (`TARGET_TYPE_FIELD`, …); if there is none, on everything. */
  readonly targets: readonly string[];
}

/** What has been declared in the files. */
export interface Declarations {
  /** By whole name. */
  extension(name: string): Extension;
  message(name: string): MessageSchema | undefined;
}
