/**
 * A message as JSON, for people and for comparison: names as in `orderId`, 64-bit numbers as
 * strings, bytes in base64, enums by name. What is zero or absent is left out.
 *
 * Source: protobuf.dev, "ProtoJSON Format". Its special forms of well-known types are not here.
 */
import type { AnyMessage } from '../message.ts';
import { isZero } from '../scalar.ts';
import type { FieldSchema, MessageSchema } from './schema.ts';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export function toJson(type: MessageSchema, message: AnyMessage): { [name: string]: Json } {
  const json: { [name: string]: Json } = {};
  for (const field of type.fields) {
    const value = valueIn(field, message);
    if (value !== undefined && value !== null && !isLeftOut(field, value)) {
      setOwn(json, field.name, fieldToJson(field, value));
    }
  }
  return json;
}

function valueIn(field: FieldSchema, message: AnyMessage): unknown {
  if (field.oneof === undefined) return message[field.name];
  const set = message[field.oneof] as { case: string; value: unknown } | undefined;
  return set?.case === field.name ? set.value : undefined;
}

function isLeftOut({ cardinality }: FieldSchema, value: unknown): boolean {
  switch (cardinality) {
    case 'implicit':
      return isZero(value);
    case 'optional':
      return false;
    case 'repeated':
      return (value as unknown[]).length === 0;
    case 'map':
      return (value as Map<unknown, unknown>).size === 0;
  }
}

function fieldToJson(field: FieldSchema, value: unknown): Json {
  if (field.cardinality === 'repeated') {
    return (value as unknown[]).map((item) => valueToJson(field, item));
  }
  if (field.cardinality === 'map') {
    const object: { [name: string]: Json } = {};
    for (const [key, item] of value as Map<unknown, unknown>) {
      setOwn(object, String(key), valueToJson(field, item));
    }
    return object;
  }
  return valueToJson(field, value);
}

function valueToJson(field: FieldSchema, value: unknown): Json {
  if (field.message !== undefined) return toJson(field.message(), value as AnyMessage);
  if (field.enum !== undefined) {
    const { values } = field.enum();
    return values.find(({ number }) => number === value)?.name ?? (value as number);
  }
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Uint8Array) return toBase64(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return value as Json;
}

/** `__proto__` is a name like any other, in JSON and in a map. */
function setOwn(object: { [name: string]: Json }, name: string, value: Json): void {
  Object.defineProperty(object, name, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
