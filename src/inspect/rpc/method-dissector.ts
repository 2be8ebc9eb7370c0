/**
 * Calls of a service's methods over the connection of lessons 2 and 3 (lesson 6): the JSON of a
 * call as before, and in it a protobuf message, written as hex digits because JSON has no bytes.
 *
 *     {"id":1,"method":"/kitchen.Kitchen/PlaceOrder","params":["0a080a04…"]}
 *                       └ which types to expect                 └ two digits a byte
 *
 * A reply does not say which method it answers; its id does, to a reader that has seen the call.
 */
import { fromHex } from '#bytes/hex';
import { type Dissectors, type Explanation, shift } from '#inspect/dissector';
import { createPrefixDissectors, FRAME_PREFIX } from '#inspect/prefix-dissector';
import { protobufFields } from '#inspect/protobuf/fields';
import { summary } from '#inspect/protobuf/summary';
import type { Field } from '#inspect/trace';
import type { MessageDescriptor } from '#protobuf/schema/descriptor';
import { dissectRpcPayload } from './payload.ts';

/** The types of a method, by its path. */
export interface MethodTypes {
  readonly request: MessageDescriptor;
  readonly response: MessageDescriptor;
}

/** In the frames of lesson 3. */
export function createMethodDissectors(methods: ReadonlyMap<string, MethodTypes>): Dissectors {
  const called = new Map<string, MethodTypes>();
  const client = createPrefixDissectors(FRAME_PREFIX, (bytes) => {
    const payload = dissectRpcPayload(bytes);
    const path = stringIn(payload.fields.find(({ name }) => name === 'method'));
    const method = methods.get(path ?? '');
    if (method === undefined) return payload;
    if (payload.call !== undefined) called.set(payload.call, method);
    return unfold(payload, bytes, method.request, path);
  });
  const server = createPrefixDissectors(FRAME_PREFIX, (bytes) => {
    const payload = dissectRpcPayload(bytes);
    const method = called.get(payload.call ?? '');
    called.delete(payload.call ?? '');
    return method === undefined ? payload : unfold(payload, bytes, method.response);
  });
  return { client: client.client, server: server.server };
}

/** The same payload, with the message in it as fields, if there is one. */
function unfold(
  payload: Explanation,
  bytes: Uint8Array,
  type: MessageDescriptor,
  path?: string,
): Explanation {
  let said = payload.title;
  const unfoldHex = (field: Field): Field => {
    const hex = hexAtTheEnd(field, bytes);
    if (hex === undefined) return field;
    const unfolded = messageField(field, hex, type);
    const call = path === undefined ? 'reply' : 'call';
    const where = path === undefined ? '' : `${path.split('/').at(-1)} `;
    said = `${call} ${payload.call}: ${where}${unfolded.value}`;
    return unfolded;
  };
  const fields = payload.fields.map((field) => {
    if (field.name === 'result') return unfoldHex(field);
    if (field.name !== 'params') return field;
    const { folded: _, ...open } = field;
    const children = field.children?.map((child) =>
      child.name === '[0]' ? unfoldHex(child) : child,
    );
    return { ...open, value: undefined, children };
  });
  return { ...payload, title: said, fields };
}

/** The hex digits of a JSON string with which a field ends; `undefined` if it is another. */
function hexAtTheEnd(field: Field, bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes.subarray(field.offset, field.offset + field.length));
  return /"((?:[0-9a-f]{2})*)"$/.exec(text)?.[1];
}

function messageField(field: Field, hex: string, type: MessageDescriptor): Field {
  const end = field.offset + field.length - 1;
  const start = end - hex.length;
  const fields = protobufFields(fromHex(hex), { type, compact: true });
  const lead: Field = {
    offset: field.offset,
    length: start - field.offset,
    name: 'quote',
    meaning: 'here the message begins',
  };
  const quote: Field = { offset: end, length: 1, name: 'quote', meaning: 'the message ends' };
  return {
    ...field,
    value: summary(type.name, fields),
    meaning: 'a protobuf message; JSON has no bytes, so each is written as two hex digits',
    source: 'protobuf encoding #structure',
    children: [lead, ...shift(doubled(fields), start), quote],
  };
}

/** Every byte is two characters here, which are hard to read: a field is shown whole at first. */
function doubled(fields: readonly Field[]): Field[] {
  return fields.map((field) => ({
    ...field,
    offset: 2 * field.offset,
    length: 2 * field.length,
    ...(field.children && { children: doubled(field.children), folded: true as const }),
  }));
}

function stringIn(field: Field | undefined): string | undefined {
  try {
    const value: unknown = JSON.parse(field?.value ?? '');
    return typeof value === 'string' ? value : undefined;
  } catch {
    // A long text is shown shortened, and that is not JSON: no path is so long.
    return undefined;
  }
}
