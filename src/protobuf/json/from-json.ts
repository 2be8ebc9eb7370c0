/**
 * And back: JSON as a message. Names may be those of JSON or of the `.proto` file; numbers may be
 * strings; `null` is absent.
 *
 * Source: protobuf.dev, "ProtoJSON Format".
 */

import { createMessage } from '#protobuf/fields/create-message';
import { MapFiller } from '#protobuf/fields/maps/map-filler';
import { encodeMessage } from '#protobuf/fields/message-codec';
import { MAX_DEPTH } from '#protobuf/limits';
import type { AnyMessage, Message } from '#protobuf/message';
import type {
  FieldDescriptor,
  MapKeyType,
  MessageDescriptor,
  ScalarType,
} from '#protobuf/schema/descriptor';
import {
  isList,
  isObject,
  JsonError,
  type JsonInput,
  type JsonType,
  type ReadJsonOptions,
  type Registry,
  registryOf,
  shorten,
  show,
} from './json.ts';
import { parseJson } from './parse-json.ts';
import { scalarFromJson } from './scalar.ts';
import { hasForm } from './to-json.ts';
import { formOf } from './well-known.ts';

/** @throws JsonError for what the type does not have, or cannot hold. It says where. */
export function fromJson<T extends Message>(
  type: JsonType<T>,
  json: JsonInput,
  options: ReadJsonOptions = {},
): T {
  return messageFromJson(type.descriptor, json, options) as Message as T;
}

/**
 * The same from text. A number of 64 bits keeps all of its digits, which `JSON.parse` would round,
 * and a name that comes twice is refused.
 * @throws JsonError
 */
export function fromJsonString<T extends Message>(
  type: JsonType<T>,
  text: string,
  options: ReadJsonOptions = {},
): T {
  return fromJson(type, parseJson(text), options);
}

/** For a message of which only the descriptor is known. */
export function messageFromJson(
  type: MessageDescriptor,
  json: JsonInput,
  options: ReadJsonOptions = {},
): AnyMessage {
  return new JsonReader(options).message(type, json, type.name, MAX_DEPTH);
}

/** Stands for a value that the schema has no name for, and that is to be skipped. */
const UNKNOWN = Symbol('unknown');

class JsonReader {
  readonly #ignoresUnknown: boolean;
  readonly #registry: Registry;
  /** Keys are the sender's here too, and could be chosen to fall all into one bucket. */
  readonly #maps = new MapFiller();

  constructor({ ignoreUnknown = false, types }: ReadJsonOptions) {
    this.#ignoresUnknown = ignoreUnknown;
    this.#registry = registryOf(types);
  }

  message(type: MessageDescriptor, json: JsonInput, path: string, depth: number): AnyMessage {
    if (depth === 0) throw new JsonError(`${path}: messages are nested too deeply`);
    if (type.name === 'google.protobuf.Any') return this.#any(type, json, path, depth);
    const form = formOf(type);
    if (form !== undefined) {
      checkDepth(json, path, depth);
      const field = (of: FieldDescriptor, value: JsonInput, at: string) =>
        this.#value(of, value, at, depth - 1);
      return { ...createMessage(type), ...form.read(json, path, { field }) };
    }
    if (!isObject(json)) throw new JsonError(`${path}: ${show(json)} is not an object`);
    return this.#fields(type, json, path, depth);
  }

  #fields(
    type: MessageDescriptor,
    json: { readonly [name: string]: JsonInput },
    path: string,
    depth: number,
  ): AnyMessage {
    const message = createMessage(type);
    const seen = new Set<FieldDescriptor>();
    for (const [name, value] of Object.entries(json)) {
      const field = type.fields.find((one) => isCalled(one, name));
      if (field === undefined) {
        if (this.#ignoresUnknown) continue;
        throw new JsonError(`${path}: there is no field ${shorten(name)}`);
      }
      const at = `${path}.${name}`;
      if (seen.has(field)) throw new JsonError(`${at}: the field is already set`);
      seen.add(field);
      if (value === null && !takesNull(field)) continue;
      if (field.oneof !== undefined && message[field.oneof] !== undefined) {
        throw new JsonError(`${at}: another of oneof ${field.oneof} is set`);
      }
      const read = this.#field(field, value, at, depth);
      if (read === UNKNOWN) continue;
      if (field.oneof === undefined) message[field.name] = read;
      else message[field.oneof] = { case: field.name, value: read };
    }
    return message;
  }

  #field(field: FieldDescriptor, json: JsonInput, path: string, depth: number): unknown {
    if (field.cardinality === 'repeated') {
      if (!isList(json)) throw new JsonError(`${path}: ${show(json)} is not a list`);
      return json
        .map((item, i) => this.#value(field, item, `${path}[${i}]`, depth))
        .filter((item) => item !== UNKNOWN);
    }
    if (field.cardinality !== 'map') return this.#value(field, json, path, depth);
    if (!isObject(json)) throw new JsonError(`${path}: ${show(json)} is not an object`);
    let map = new Map<unknown, unknown>();
    for (const [name, item] of Object.entries(json)) {
      const key = keyFromJson(field.key!, name, path);
      const at = `${path}["${shorten(name)}"]`;
      if (map.has(key)) throw new JsonError(`${at}: the key is already there`);
      const value = this.#value(field, item, at, depth);
      if (value !== UNKNOWN) map = this.#maps.put(map, key, value);
    }
    return map;
  }

  #value(field: FieldDescriptor, json: JsonInput, path: string, depth: number): unknown {
    if (field.message !== undefined) return this.message(field.message(), json, path, depth - 1);
    if (field.enum === undefined) return scalarFromJson(field.type as ScalarType, json, path);
    const { name, numbers } = field.enum();
    if (json === null && name === 'google.protobuf.NullValue') return 0;
    if (typeof json === 'number') return scalarFromJson('int32', json, path);
    if (typeof json === 'string') {
      if (Object.hasOwn(numbers, json)) return numbers[json];
      if (this.#ignoresUnknown) return UNKNOWN;
    }
    throw new JsonError(`${path}: ${name} has no ${show(json)}`);
  }

  #any(any: MessageDescriptor, json: JsonInput, path: string, depth: number): AnyMessage {
    if (!isObject(json)) throw new JsonError(`${path}: ${show(json)} is not an object`);
    const { '@type': typeUrl, ...rest } = json;
    if (typeUrl === undefined && Object.keys(rest).length === 0) return createMessage(any);
    if (typeof typeUrl !== 'string' || !typeUrl.includes('/')) {
      throw new JsonError(`${path}: ${show(typeUrl)} is not the "@type" of a google.protobuf.Any`);
    }
    const type = this.#registry.get(typeUrl.slice(typeUrl.lastIndexOf('/') + 1));
    if (type === undefined) {
      throw new JsonError(`${path}: ${show(typeUrl)} is not among the types that are given`);
    }
    if (hasForm(type) && rest.value === undefined) {
      throw new JsonError(`${path}: ${show(typeUrl)} needs a "value"`);
    }
    const content = hasForm(type) ? rest.value! : rest;
    const inside = this.message(type, content, path, depth - 1);
    return { typeUrl, value: encodeMessage(type, inside) };
  }
}

/** Values of `Struct` and `Value` are nested as deep as the JSON is: it is bounded as messages are. */
function checkDepth(json: JsonInput, path: string, depth: number): void {
  if (typeof json !== 'object' || json === null) return;
  if (depth === 0) throw new JsonError(`${path}: values are nested too deeply`);
  for (const item of Object.values(json)) checkDepth(item, path, depth - 1);
}

const isCalled = ({ name, jsonName, protoName }: FieldDescriptor, given: string) =>
  (jsonName ?? name) === given || (protoName ?? name) === given;

/** For these null is a value. */
function takesNull({ message, enum: of, cardinality }: FieldDescriptor): boolean {
  if (cardinality === 'repeated' || cardinality === 'map') return false;
  const name = message?.().name ?? of?.().name;
  return name === 'google.protobuf.Value' || name === 'google.protobuf.NullValue';
}

function keyFromJson(type: MapKeyType, key: string, path: string): unknown {
  if (type === 'bool' && (key === 'true' || key === 'false')) return key === 'true';
  return scalarFromJson(type, key, `${path}["${shorten(key)}"]`);
}
