/** Protobuf messages in a trace: inside frames, or one for itself. */
import type { Dissector, Explanation } from '#inspect/dissector';
import type { Field } from '#inspect/trace';
import { type ProtobufView, protobufFields } from './fields.ts';
import { summary } from './summary.ts';
import { readVarint, VARINTS, varintField } from './varint-field.ts';

/**
 * What a frame carries: for `createPrefixDissectors`, which wants to know what is inside.
 *
 *     createPrefixDissectors(FRAME_PREFIX, protobufPayload({ type: ORDER }))
 */
export function protobufPayload(view: ProtobufView = {}): (bytes: Uint8Array) => Explanation {
  return (bytes) => {
    const fields = protobufFields(bytes, view);
    return { title: titleOf(fields, view), fields };
  };
}

function titleOf(fields: readonly Field[], { type }: ProtobufView): string {
  if (type !== undefined) return summary(type.name, fields);
  if (fields.length === 0) return 'an empty message';
  return `a message: ${fields.map(({ name }) => name).join(', ')}`;
}

/** Takes each chunk for one whole message. */
export function createProtobufDissector(view: ProtobufView = {}): Dissector {
  const payload = protobufPayload(view);
  return { push: (bytes) => [{ ...payload(bytes), bytes }], end: () => [] };
}

/** Takes each chunk for varints, one after the other, without tags. */
export function createVarintDissector(): Dissector {
  return {
    push: (bytes) => [{ title: 'varints', bytes, fields: varintFields(bytes) }],
    end: () => [],
  };
}

function varintFields(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { value, length, problem } = readVarint(bytes, at, bytes.length);
    const meaning = MEANINGS[problem ?? 'whole'];
    const about = { name: 'varint', value: String(value), meaning, source: VARINTS };
    fields.push(varintField(bytes, at, length, about));
    at += length;
  }
  return fields;
}

const MEANINGS = {
  whole: 'seven bits a byte, the lowest first',
  unfinished: 'its last byte says that another follows, and none does',
  overlong: 'more than ten bytes: 64 bits never need them',
};
