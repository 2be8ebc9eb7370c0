/**
 * And back: JSON as a message. Names may be those of JSON or of the `.proto`; numbers may be
 * strings; `null` is absent.
 *
 * Source: protobuf.dev, "ProtoJSON Format".
 */
import { createMessage } from '../create-message.ts';
import type { MapKeyType, ScalarType } from '../descriptor.ts';
import type { AnyMessage } from '../message.ts';
import type { FieldSchema, MessageSchema } from './schema.ts';
import type { Json } from './to-json.ts';

/** The value does not go with the schema; the message says where: `Order.items[1]: …`. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
}

/** @throws JsonError */
export function fromJson(type: MessageSchema, json: Json, path = localName(type)): AnyMessage {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new JsonError(`${path}: ${show(json)} is not an object`);
  }
  const message = createMessage(type);
  for (const [name, value] of Object.entries(json)) {
    const field = type.fields.find((one) => one.name === name || one.protoName === name);
    if (field === undefined) throw new JsonError(`${path}: there is no field ${name}`);
    if (value === null) continue;
    const place = `${path}.${name}`;
    if (field.oneof === undefined) {
      message[field.name] = fieldFromJson(field, value, place);
    } else {
      if (message[field.oneof] !== undefined) {
        throw new JsonError(`${place}: another of oneof ${field.protoOneof} is set`);
      }
      message[field.oneof] = { case: field.name, value: fieldFromJson(field, value, place) };
    }
  }
  return message;
}

const localName = ({ typeName }: MessageSchema) => typeName.replaceAll('_', '.');

function fieldFromJson(field: FieldSchema, json: Json, path: string): unknown {
  if (field.cardinality === 'repeated') {
    if (!Array.isArray(json)) throw new JsonError(`${path}: ${show(json)} is not a list`);
    return json.map((item, i) => valueFromJson(field, item, `${path}[${i}]`));
  }
  if (field.cardinality === 'map') {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      throw new JsonError(`${path}: ${show(json)} is not an object`);
    }
    return new Map(
      Object.entries(json).map(([key, item]) => [
        keyFromJson(field.key!, key, path),
        valueFromJson(field, item, `${path}["${key}"]`),
      ]),
    );
  }
  return valueFromJson(field, json, path);
}

function keyFromJson(type: MapKeyType, key: string, path: string): unknown {
  if (type === 'bool' && (key === 'true' || key === 'false')) return key === 'true';
  return scalarFromJson(type, key, `${path}["${key}"]`);
}

function valueFromJson(field: FieldSchema, json: Json, path: string): unknown {
  if (field.message !== undefined) return fromJson(field.message(), json, path);
  if (field.enum === undefined) return scalarFromJson(field.type as ScalarType, json, path);
  if (typeof json === 'number' && Number.isInteger(json)) return json;
  const value = field.enum().values.find(({ name }) => name === json);
  if (value === undefined) {
    throw new JsonError(`${path}: ${field.enum().typeName} has no ${show(json)}`);
  }
  return value.number;
}

function scalarFromJson(type: ScalarType, json: Json, path: string): unknown {
  const value = parseScalar(type, json);
  if (value === undefined) throw new JsonError(`${path}: ${show(json)} is not of type ${type}`);
  return value;
}

/** Whether a number is in the range of its type, the encoder checks. */
function parseScalar(type: ScalarType, json: Json): unknown {
  switch (type) {
    case 'string':
      return typeof json === 'string' ? json : undefined;
    case 'bool':
      return typeof json === 'boolean' ? json : undefined;
    case 'bytes':
      return typeof json === 'string' ? parseBase64(json) : undefined;
    case 'float':
    case 'double':
      if (json === 'NaN' || json === 'Infinity' || json === '-Infinity') return Number(json);
      return parseNumber(json);
    default: {
      if (!type.endsWith('64')) return parseNumber(json);
      const isWhole = /^-?\d+$/.test(String(json)) && typeof json !== 'boolean';
      return isWhole ? BigInt(String(json)) : undefined;
    }
  }
}

function parseNumber(json: Json): number | undefined {
  if (typeof json === 'number') return json;
  if (typeof json !== 'string' || json.trim() === '') return undefined;
  const number = Number(json);
  return Number.isFinite(number) ? number : undefined;
}

/** Standard or URL-safe, with padding or without. */
function parseBase64(text: string): Uint8Array | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const show = (json: Json) => JSON.stringify(json)?.slice(0, 40) ?? 'nothing';
