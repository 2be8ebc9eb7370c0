/**
 * What the playground does with schema, value and bytes. It stands alone because it needs
 * protobufjs, which is large: the page loads it when the playground comes into sight.
 */
import protobuf from 'protobufjs';
import { toHex } from '#bytes/hex';
import { protobufPayload } from '#inspect/protobuf/dissector';
import type { TraceMessage } from '#inspect/trace';
import { parseProto } from '#protobuf/compiler/parse-proto';
import type { MessageSchema } from '#protobuf/compiler/schema';
import { decodeMessage, encodeMessage } from '#protobuf/fields/message-codec';
import { messageFromJson } from '#protobuf/json/from-json';
import type { Json } from '#protobuf/json/json';
import { messageToJson } from '#protobuf/json/to-json';
import { type Shown, showJson } from './show-json.ts';

export type Result<T> = { ok: T } | { problem: string };

/** Whatever is thrown is said: it is about what was typed. */
function attempt<T>(work: () => T): Result<T> {
  try {
    return { ok: work() };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

export function readSchema(text: string): Result<readonly MessageSchema[]> {
  return attempt(() => {
    const { messages } = parseProto(['schema.proto'], (path) =>
      path === 'schema.proto' ? text : undefined,
    ).get('schema.proto')!;
    if (messages.length === 0) throw new Error('schema.proto: there is no message in it');
    return messages;
  });
}

/** @param kept unknown fields of the bytes that were read before: they go out again */
export function write(
  type: MessageSchema,
  value: string,
  kept: Uint8Array | undefined,
): Result<Uint8Array> {
  return attempt(() => {
    const message = messageFromJson(type, JSON.parse(value) as Json);
    if (kept !== undefined) message.$unknown = kept;
    return encodeMessage(type, message);
  });
}

/** What a reader understands of some bytes, and the bytes that it keeps without. */
export interface Reading {
  value: string;
  json: Json;
  kept?: Uint8Array;
}

export function read(type: MessageSchema, bytes: Uint8Array): Result<Reading> {
  return attempt(() => {
    const message = decodeMessage(type, bytes);
    const json = messageToJson(type, message);
    return { json, value: showJson(json), kept: message.$unknown };
  });
}

/** The bytes field by field; what is inside a field is folded, so that the list stays short. */
export function explain(type: MessageSchema, bytes: Uint8Array): TraceMessage {
  const { title, fields } = protobufPayload({ type, compact: true })(bytes);
  return {
    kind: 'message',
    from: 'client',
    title,
    bytes: toHex(bytes, ''),
    fields: fields.map((field) => (field.children ? { ...field, folded: true } : field)),
  };
}

/**
 * The same bytes and the same schema, read by protobufjs. `json` is without what is zero and need
 * not be said, as ours is: protobufjs shows it where it was sent.
 */
export function readByProtobufjs(
  schema: string,
  type: MessageSchema,
  bytes: Uint8Array,
): Result<Shown> {
  return attempt(() => {
    const theirs = protobuf.parse(schema).root.resolveAll().lookupType(type.name);
    const json = theirs.toObject(theirs.decode(bytes), {
      longs: String,
      enums: String,
      bytes: String,
      json: true,
    }) as Json;
    return { json: messageToJson(type, messageFromJson(type, json)), value: showJson(json) };
  });
}
