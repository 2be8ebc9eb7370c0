/**
 * Random messages, read and written by two libraries that nobody here wrote: protobufjs by
 * reflection, and @bufbuild/protobuf, which gets its schema from us as a file descriptor.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFileRegistry, fromBinary, toBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import protobuf from 'protobufjs';
import { describe, expect, it } from 'vitest';
import { toHex } from '#bytes/hex';
import { parseProto } from '#protobuf/compiler/parse-proto';
import { isZero } from '#protobuf/fields/scalar';
import { FileDescriptorSet } from '#protobuf/generated/google/protobuf/descriptor';
import type { AnyMessage, Message } from '#protobuf/message';
import type { FieldDescriptor, MessageDescriptor } from '#protobuf/schema/descriptor';
import { Everything } from './generated/everything.ts';
import { PATHS } from './paths.ts';
import { Random } from './random.ts';
import { randomMessage } from './random-message.ts';

const text = readFileSync(join(import.meta.dirname, 'everything.proto'), 'utf8');
const theirs = protobuf.parse(text).root.lookupType('everything.Everything');

const schemas = parseProto(['everything.proto'], () => text);
const files = FileDescriptorSet.create({
  file: [...schemas.values()].map(({ descriptor }) => descriptor),
});
const registry = createFileRegistry(
  fromBinary(FileDescriptorSetSchema, FileDescriptorSet.encode(files)),
);
const schema = registry.getMessage('everything.Everything')!;

function randomMessages(without?: (field: FieldDescriptor) => boolean): Everything[] {
  const random = new Random(2);
  return Array.from({ length: 300 }, (_, i) => {
    const shape = { sparse: 1 + (i % 12), depth: 2, without };
    return randomMessage(Everything.descriptor, random, shape) as Message as Everything;
  });
}

const messages = randomMessages();

/** Our message as protobufjs shows its own: no zeros, oneofs flat, 64 bits as text. */
function asTheirs(type: MessageDescriptor, message: AnyMessage): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const field of type.fields) {
    if (field.oneof !== undefined) {
      const set = message[field.oneof] as { case: string; value: unknown } | undefined;
      if (set?.case === field.name) object[field.name] = one(field, set.value);
      continue;
    }
    const value = message[field.name];
    const absent = field.cardinality === 'implicit' ? isZero(value) : value === undefined;
    if (!absent) object[field.name] = many(field, value);
  }
  return object;
}

function many(field: FieldDescriptor, value: unknown): unknown {
  if (field.cardinality === 'repeated') {
    return (value as unknown[]).map((item) => one(field, item));
  }
  if (field.cardinality !== 'map') return one(field, value);
  const entries = [...(value as Map<unknown, unknown>)];
  return Object.fromEntries(entries.map(([key, item]) => [String(key), one(field, item)]));
}

function one(field: FieldDescriptor, value: unknown): unknown {
  if (field.type === 'message') return asTheirs(field.message!(), value as AnyMessage);
  if (value instanceof Uint8Array) return toHex(value);
  return typeof value === 'bigint' ? `${value}` : value;
}

/** What protobufjs read, with the keys of maps as numbers: it keeps those of 64 bits as hashes. */
function readByThem(bytes: Uint8Array): Record<string, unknown> {
  const object = theirs.toObject(theirs.decode(bytes), { longs: String, arrays: true });
  return normalize(theirs, object);
}

function normalize(type: protobuf.Type, object: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const field of type.fieldsArray) {
    const value = object[field.name];
    const single = (item: unknown): unknown => {
      if (field.resolvedType instanceof protobuf.Type) {
        return normalize(field.resolvedType, item as Record<string, unknown>);
      }
      return item instanceof Uint8Array ? toHex(item) : item;
    };
    if (field instanceof protobuf.MapField) {
      const wide = field.keyType.endsWith('64');
      const unsigned = field.keyType.startsWith('u');
      const name = (key: string) => (wide ? `${protobuf.util.longFromHash(key, unsigned)}` : key);
      const entries = Object.entries((value as object) ?? {});
      result[field.name] = Object.fromEntries(
        entries.map(([key, item]) => [name(key), single(item)]),
      );
    } else if (field.repeated) {
      result[field.name] = ((value as unknown[]) ?? []).map(single);
    } else if (value !== undefined) {
      result[field.name] = single(value);
    }
  }
  return result;
}

describe.each(PATHS)('random messages, $path', ({ encode, decode }) => {
  it('come back as they were', () => {
    for (const message of messages) {
      expect(decode(Everything, encode(Everything, message))).toEqual(message);
    }
  });

  it('are read by protobufjs with the same values', () => {
    for (const message of messages) {
      const expected = asTheirs(Everything.descriptor, message as Message as AnyMessage);
      expect(readByThem(encode(Everything, message))).toEqual(expected);
    }
  });

  it('are read as they were when protobufjs has written them', () => {
    // It keeps keys as text and writes them back from that: `false` as true, 64 bits as 0.
    const lossy = /^bool$|64$/;
    for (const message of randomMessages((field) => lossy.test(field.key ?? ''))) {
      const written = theirs.encode(theirs.decode(encode(Everything, message))).finish();
      expect(decode(Everything, new Uint8Array(written))).toEqual(message);
    }
  });

  it('are read as they were when @bufbuild/protobuf has written them', () => {
    for (const message of messages) {
      const written = toBinary(schema, fromBinary(schema, encode(Everything, message)));
      expect(decode(Everything, written)).toEqual(message);
    }
  });
});

describe('generated code', () => {
  it('writes the very bytes that the plain path writes', () => {
    const [generated, plain] = PATHS;
    for (const message of messages) {
      expect(toHex(generated!.encode(Everything, message))).toBe(
        toHex(plain!.encode(Everything, message)),
      );
    }
  });

  it('writes the very bytes that @bufbuild/protobuf writes', () => {
    // Maps have no order, and there they are objects, which put keys that are numbers first.
    for (const message of randomMessages((field) => field.cardinality === 'map')) {
      const bytes = Everything.encode(message);
      expect(toHex(toBinary(schema, fromBinary(schema, bytes)))).toBe(toHex(bytes));
    }
  });
});
