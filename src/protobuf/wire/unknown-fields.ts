/**
 * Fields that a program does not know are not an error: they come from a newer one. They are
 * skipped by their wire type, kept as raw bytes, and written back.
 *
 * Source: protobuf language guide, "Unknown Fields"; encoding guide, "Groups".
 */

import { DecodeError } from '#protobuf/error';
import { decodeTag, type Tag } from '#protobuf/wire/tag';
import { decodeVarint32, decodeVarint64 } from '#protobuf/wire/varint';
import { WireType } from './wire-type.ts';

/**
 * The offset after the value of the field whose tag stands at `offset`.
 * @param depth How many groups may still open inside.
 * @throws DecodeError if the value is truncated or malformed.
 */
export function skipField(bytes: Uint8Array, offset: number, tag: Tag, depth: number): number {
  const start = offset + tag.length;
  const length = valueLength(bytes, start, tag, depth);
  if (length === undefined || length > bytes.length - start) {
    throw new DecodeError('the message ends inside an unknown field', offset);
  }
  return start + length;
}

function valueLength(
  bytes: Uint8Array,
  start: number,
  tag: Tag,
  depth: number,
): number | undefined {
  switch (tag.wireType) {
    case WireType.VARINT:
      return decodeVarint64(bytes, start)?.length;
    case WireType.I32:
      return 4;
    case WireType.I64:
      return 8;
    case WireType.LEN: {
      const size = decodeVarint32(bytes, start);
      return size && size.length + size.value;
    }
    case WireType.SGROUP:
      return groupLength(bytes, start, tag.number, depth - 1);
    case WireType.EGROUP:
      throw new DecodeError(`group ${tag.number} ends, but none has begun`, start - tag.length);
  }
}

/** A group has no length: one has to walk through its fields to the tag that ends it. */
function groupLength(bytes: Uint8Array, start: number, number: number, depth: number): number {
  if (depth < 0) throw new DecodeError('groups are nested too deeply', start);
  let offset = start;
  while (true) {
    const tag = decodeTag(bytes, offset);
    if (tag === undefined) {
      throw new DecodeError(`group ${number} does not end`, start);
    }
    if (tag.wireType === WireType.EGROUP && tag.number === number) {
      return offset + tag.length - start;
    }
    offset = skipField(bytes, offset, tag, depth);
  }
}

/**
 * `kept` and then `bytes` from `start` to `end`. When it has to copy it takes twice the room, and
 * uses that the next time: a million unknown fields cost a million small copies, not a million
 * growing ones.
 */
export function appendUnknown(
  kept: Uint8Array | undefined,
  bytes: Uint8Array,
  start: number,
  end: number,
): Uint8Array {
  if (kept === undefined) return bytes.slice(start, end);
  const length = kept.length + end - start;
  let { buffer, byteOffset } = kept;
  if (length > buffer.byteLength - byteOffset) {
    buffer = new ArrayBuffer(2 * length);
    byteOffset = 0;
    new Uint8Array(buffer).set(kept);
  }
  const joined = new Uint8Array(buffer, byteOffset, length);
  if (end - start > SHORT) joined.set(bytes.subarray(start, end), kept.length);
  else for (let from = start, to = kept.length; from < end; ) joined[to++] = bytes[from++]!;
  return joined;
}

/** Up to so many bytes are copied in less time than it takes to make a view of them. */
const SHORT = 32;
