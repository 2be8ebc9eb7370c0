/**
 * A message as JSON: names as in `orderId`, 64-bit numbers as strings, bytes in base64, enums by
 * name. What is zero or absent is left out.
 *
 * Source: protobuf.dev, "ProtoJSON Format".
 */

import { checkScalar } from '#protobuf/fields/check';
import { decodeMessage } from '#protobuf/fields/message-codec';
import { isZero, scalarTypeOf } from '#protobuf/fields/scalar';
import { MAX_DEPTH } from '#protobuf/limits';
import type { AnyMessage, DeepPartial, Message } from '#protobuf/message';
import type { FieldDescriptor, MessageDescriptor } from '#protobuf/schema/descriptor';
import { enumName } from './enum-names.ts';
import {
  isObject,
  type Json,
  JsonError,
  type JsonType,
  type Registry,
  registryOf,
  setOwn,
  show,
  type WriteJsonOptions,
} from './json.ts';
import { scalarToJson } from './scalar.ts';
import { formOf } from './well-known.ts';

/** @throws JsonError for what JSON cannot hold. Unknown fields are not in it. */
export function toJson<T extends Message>(
  type: JsonType<T>,
  message: DeepPartial<NoInfer<T>>,
  options: WriteJsonOptions = {},
): Json {
  return messageToJson(type.descriptor, message as AnyMessage, options);
}

/** The same as text. */
export function toJsonString<T extends Message>(
  type: JsonType<T>,
  message: DeepPartial<NoInfer<T>>,
  options: WriteJsonOptions & { readonly indent?: number } = {},
): string {
  return JSON.stringify(toJson(type, message, options), null, options.indent);
}

/** For a message of which only the descriptor is known. */
export function messageToJson(
  type: MessageDescriptor,
  message: AnyMessage,
  options: WriteJsonOptions = {},
): Json {
  return new JsonWriter(options).message(type, message, type.name, MAX_DEPTH);
}

class JsonWriter {
  readonly #options: WriteJsonOptions;
  readonly #registry: Registry;

  constructor(options: WriteJsonOptions) {
    this.#options = options;
    this.#registry = registryOf(options.types);
  }

  message(type: MessageDescriptor, message: AnyMessage, path: string, depth: number): Json {
    if (depth === 0) throw new JsonError(`${path}: messages are nested too deeply, or in a circle`);
    if (typeof message !== 'object' || message === null) {
      throw new JsonError(`${path}: ${String(message)} is not a message`);
    }
    if (type.name === 'google.protobuf.Any') return this.#any(message, path, depth);
    const form = formOf(type);
    if (form !== undefined) {
      const field = (of: FieldDescriptor, value: unknown, at: string) =>
        value === undefined ? this.#zeroOf(of) : this.#value(of, value, at, depth - 1);
      return form.write(message, path, { field });
    }
    const json: { [name: string]: Json } = {};
    for (const field of type.fields) {
      const value = valueIn(field, message);
      if (this.#isLeftOut(field, value)) continue;
      const at = `${path}.${field.name}`;
      setOwn(json, this.#nameOf(field), this.#field(field, value, at, depth));
    }
    return json;
  }

  #nameOf({ name, jsonName, protoName }: FieldDescriptor): string {
    return this.#options.protoNames ? (protoName ?? name) : (jsonName ?? name);
  }

  #isLeftOut({ cardinality }: FieldDescriptor, value: unknown): boolean {
    const writesZeros = this.#options.writeZeros === true;
    if (value === undefined || value === null) return cardinality === 'optional' || !writesZeros;
    if (cardinality === 'optional' || writesZeros) return false;
    if (cardinality === 'repeated') return (value as unknown[]).length === 0;
    if (cardinality === 'map') return (value as Map<unknown, unknown>).size === 0;
    return isZero(value);
  }

  #field(field: FieldDescriptor, value: unknown, path: string, depth: number): Json {
    if (field.cardinality === 'repeated') {
      const list = (value ?? []) as unknown[];
      return list.map((item, i) => this.#value(field, item, `${path}[${i}]`, depth));
    }
    if (field.cardinality === 'map') {
      const object: { [name: string]: Json } = {};
      for (const [key, item] of (value ?? []) as Map<unknown, unknown>) {
        const name = String(key);
        setOwn(object, name, this.#value(field, item, `${path}["${name}"]`, depth));
      }
      return object;
    }
    return value === undefined || value === null
      ? this.#zeroOf(field)
      : this.#value(field, value, path, depth);
  }

  #value(field: FieldDescriptor, value: unknown, path: string, depth: number): Json {
    if (field.message !== undefined) {
      return this.message(field.message(), value as AnyMessage, path, depth - 1);
    }
    try {
      checkScalar(scalarTypeOf(field), value);
    } catch (error) {
      throw new JsonError(`${path}: ${(error as Error).message}`);
    }
    return field.enum === undefined ? scalarToJson(value) : this.#enum(field, value as number);
  }

  #enum(field: FieldDescriptor, number: number): Json {
    const { name, numbers } = field.enum!();
    if (name === 'google.protobuf.NullValue') return null;
    return this.#options.enumsAsNumbers ? number : (enumName(numbers, number) ?? number);
  }

  #zeroOf(field: FieldDescriptor): Json {
    if (field.type === 'enum') return this.#enum(field, 0);
    if (field.type === 'string' || field.type === 'bytes') return '';
    if (field.type === 'bool') return false;
    return field.type.endsWith('64') ? '0' : 0;
  }

  /** The message inside, with its type; if that has a form of its own, as `value`. */
  #any({ typeUrl = '', value }: AnyMessage, path: string, depth: number): Json {
    const url = typeUrl as string;
    if (url === '' && !(value as Uint8Array | undefined)?.length) return {};
    const type = this.#registry.get(url.slice(url.lastIndexOf('/') + 1));
    if (type === undefined || !url.includes('/')) {
      throw new JsonError(`${path}: ${show(url)} is not among the types that are given`);
    }
    const inside = decodeMessage(type, (value ?? new Uint8Array(0)) as Uint8Array);
    const json = this.message(type, inside, path, depth - 1);
    const isPlain = isObject(json) && !hasForm(type);
    const whole: { [name: string]: Json } = { '@type': url };
    if (!isPlain) return { ...whole, value: json };
    for (const [name, item] of Object.entries(json)) setOwn(whole, name, item);
    return whole;
  }
}

/** Whether a message of the type stands under `value` inside an `Any`. */
export function hasForm(type: MessageDescriptor): boolean {
  return type.name === 'google.protobuf.Any' || formOf(type) !== undefined;
}

function valueIn(field: FieldDescriptor, message: AnyMessage): unknown {
  if (field.oneof === undefined) return message[field.name];
  const set = message[field.oneof] as { case: string; value: unknown } | undefined;
  return set?.case === field.name ? set.value : undefined;
}
