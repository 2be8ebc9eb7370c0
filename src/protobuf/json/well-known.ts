/**
 * Messages that have a form of their own in JSON. Source: protobuf.dev, "ProtoJSON Format"; the
 * comments of their `.proto` files.
 */

import type { AnyMessage } from '#protobuf/message';
import type { FieldDescriptor, MessageDescriptor } from '#protobuf/schema/descriptor';
import { isList, isObject, type Json, JsonError, type JsonInput, setOwn, show } from './json.ts';
import {
  durationFromText,
  durationToText,
  type Seconds,
  timestampFromText,
  timestampToText,
} from './time.ts';

/** What a form may need of the general rules. */
export interface Writer {
  field(field: FieldDescriptor, value: unknown, path: string): Json;
}
export interface Reader {
  field(field: FieldDescriptor, json: JsonInput, path: string): unknown;
}

/** Both ways of one type. What they write and read is one message. */
export interface Form {
  write(message: AnyMessage, path: string, writer: Writer): Json;
  read(json: JsonInput, path: string, reader: Reader): AnyMessage;
}

const NAMESPACE = 'google.protobuf.';

/** The form of a type, if it has one. `Any` is not among them: it needs other types. */
export function formOf(type: MessageDescriptor): Form | undefined {
  if (!type.name.startsWith(NAMESPACE)) return undefined;
  const name = type.name.slice(NAMESPACE.length);
  if (WRAPPERS.has(name)) return wrapper(type.fields[0]!);
  switch (name) {
    case 'Timestamp':
      return asText(timestampToText, timestampFromText, 'a time of the years 1 to 9999');
    case 'Duration':
      return asText(durationToText, durationFromText, 'a duration of up to 10,000 years');
    case 'FieldMask':
      return FIELD_MASK;
    case 'Struct':
      return STRUCT;
    case 'ListValue':
      return LIST;
    case 'Value':
      return VALUE;
    default:
      return undefined;
  }
}

const WRAPPERS: ReadonlySet<string> = new Set(
  'Double Float Int64 UInt64 Int32 UInt32 Bool String Bytes'.split(' ').map((of) => `${of}Value`),
);

/** The value alone. */
function wrapper(field: FieldDescriptor): Form {
  return {
    write: (message, path, writer) => writer.field(field, message[field.name], path),
    read: (json, path, reader) => ({ [field.name]: reader.field(field, json, path) }),
  };
}

function asText(
  toText: (seconds: Seconds) => string | undefined,
  fromText: (text: string) => Seconds | undefined,
  what: string,
): Form {
  return {
    write({ seconds = 0n, nanos = 0 }, path) {
      const text = toText({ seconds, nanos } as Seconds);
      if (text !== undefined) return text;
      throw new JsonError(`${path}: ${seconds} s and ${nanos} ns is not ${what}`);
    },
    read(json, path) {
      const seconds = typeof json === 'string' ? fromText(json) : undefined;
      if (seconds !== undefined) return { ...seconds };
      throw new JsonError(`${path}: ${show(json)} is not ${what}`);
    },
  };
}

/** `{ paths: ['user.display_name'] }` is `"user.displayName"`. */
const FIELD_MASK: Form = {
  write({ paths }, path) {
    const names = ((paths ?? []) as string[]).map((name) => {
      const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      if (!camel.includes('_') && snakeCase(camel) === name) return camel;
      throw new JsonError(`${path}: ${show(name)} has no name in JSON that leads back to it`);
    });
    return names.join(',');
  },
  read(json, path) {
    if (typeof json !== 'string') throw new JsonError(`${path}: ${show(json)} is not a field mask`);
    const names = json === '' ? [] : json.split(',');
    for (const name of names) {
      if (!/^[A-Za-z0-9.]+$/.test(name)) {
        throw new JsonError(`${path}: ${show(name)} is not the path of a field`);
      }
    }
    return { paths: names.map(snakeCase) };
  },
};

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const STRUCT: Form = {
  write({ fields }, path, writer) {
    const object: { [name: string]: Json } = {};
    for (const [name, value] of (fields ?? new Map()) as Map<string, AnyMessage>) {
      setOwn(object, name, VALUE.write(value, `${path}[${show(name)}]`, writer));
    }
    return object;
  },
  read(json, path, reader) {
    if (!isObject(json)) throw new JsonError(`${path}: ${show(json)} is not an object`);
    const fields = Object.entries(json).map(
      ([name, value]) => [name, VALUE.read(value, `${path}[${show(name)}]`, reader)] as const,
    );
    return { fields: new Map(fields) };
  },
};

const LIST: Form = {
  write({ values }, path, writer) {
    const list = (values ?? []) as AnyMessage[];
    return list.map((value, i) => VALUE.write(value, `${path}[${i}]`, writer));
  },
  read(json, path, reader) {
    if (!isList(json)) throw new JsonError(`${path}: ${show(json)} is not a list`);
    return { values: json.map((value, i) => VALUE.read(value, `${path}[${i}]`, reader)) };
  },
};

const VALUE: Form = {
  write({ kind }, path, writer) {
    const set = kind as { case: string; value: unknown } | undefined;
    switch (set?.case) {
      case 'nullValue':
        return null;
      case 'structValue':
        return STRUCT.write(set.value as AnyMessage, path, writer);
      case 'listValue':
        return LIST.write(set.value as AnyMessage, path, writer);
      case 'stringValue':
      case 'boolValue':
        return set.value as Json;
      case 'numberValue':
        if (Number.isFinite(set.value)) return set.value as number;
        throw new JsonError(`${path}: JSON has no ${set.value} in a google.protobuf.Value`);
      default:
        throw new JsonError(`${path}: a google.protobuf.Value without a value is not in JSON`);
    }
  },
  read(json, path, reader) {
    if (json === null) return kind('nullValue', 0);
    if (typeof json === 'boolean') return kind('boolValue', json);
    if (typeof json === 'number' || typeof json === 'bigint') {
      return kind('numberValue', Number(json));
    }
    if (typeof json === 'string') return kind('stringValue', json);
    return isList(json)
      ? kind('listValue', LIST.read(json, path, reader))
      : kind('structValue', STRUCT.read(json, path, reader));
  },
};

const kind = (name: string, value: unknown): AnyMessage => ({ kind: { case: name, value } });
