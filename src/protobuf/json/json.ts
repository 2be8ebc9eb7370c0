/**
 * What both directions of ProtoJSON share. Source: protobuf.dev, "ProtoJSON Format".
 */

import { cutText } from '#bytes/cut-text';
import { type DecodeLimits, MAX_SHOWN_LENGTH } from '#protobuf/limits';
import type { DeepPartial, Message } from '#protobuf/message';
import type { MessageDescriptor } from '#protobuf/schema/descriptor';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** JSON that is read: a whole number that `number` cannot hold exactly may be a `bigint`. */
export type JsonInput =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly JsonInput[]
  | { readonly [name: string]: JsonInput };

/** What JSON needs of a message type; generated code has it. */
export interface JsonType<T extends Message> {
  readonly descriptor: MessageDescriptor;
  encode(message: T | DeepPartial<T>): Uint8Array;
  decode(bytes: Uint8Array, limits?: DecodeLimits): T;
}

/** Types that can be inside a `google.protobuf.Any`, by whole name. */
export type Registry = ReadonlyMap<string, MessageDescriptor>;

export interface WriteJsonOptions {
  /** The types of messages inside an `Any`. One that is not among them cannot be written. */
  readonly types?: readonly { readonly descriptor: MessageDescriptor }[];
  /** Writes plain fields also when they are zero, and lists and maps also when they are empty. */
  readonly writeZeros?: boolean;
  /** Names as in the `.proto` file, `order_id` and not `orderId`. */
  readonly protoNames?: boolean;
  /** Enums as numbers. */
  readonly enumsAsNumbers?: boolean;
}

export interface ReadJsonOptions {
  /** The types of messages inside an `Any`. One that is not among them cannot be read. */
  readonly types?: readonly { readonly descriptor: MessageDescriptor }[];
  /** Skips fields and names of enum values that the schema does not have, instead of refusing. */
  readonly ignoreUnknown?: boolean;
}

export function registryOf(types: WriteJsonOptions['types'] = []): Registry {
  return new Map(types.map(({ descriptor }) => [descriptor.name, descriptor]));
}

/** The value does not go with the schema. The message says where: `Order.items[1]: …`. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
}

/** Sets an own property. `__proto__` is a name like any other, in JSON and in a map. */
export function setOwn<Value>(object: { [name: string]: Value }, name: string, value: Value): void {
  Object.defineProperty(object, name, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

export function isObject(
  json: JsonInput | undefined,
): json is { readonly [name: string]: JsonInput } {
  return typeof json === 'object' && json !== null && !isList(json);
}

export function isList(json: JsonInput): json is readonly JsonInput[] {
  return Array.isArray(json);
}

/** A value in a few characters, for an error. */
export function show(json: unknown): string {
  if (typeof json === 'bigint') return cutText(String(json), MAX_SHOWN_LENGTH);
  return cutText(JSON.stringify(json) ?? 'nothing', MAX_SHOWN_LENGTH);
}

/** A name in the JSON, or a piece of its text, as it stands there. */
export function shorten(text: string): string {
  return cutText(text, MAX_SHOWN_LENGTH);
}
