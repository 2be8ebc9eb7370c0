/**
 * The place of an error that the fast path has found. While it reads, it only notes where the tag of
 * each open message begins. That is enough to find out afterwards which fields these are and, in a
 * list, the how manieth item: by walking over the fields before it, without reading what is in them.
 * So a message that is wrong costs little more than one that is right.
 */

import { DecodeError } from '#protobuf/error';
import { accepts, isPacked } from '#protobuf/fields/accepts';
import { mapEntryOf } from '#protobuf/fields/maps/map-entry';
import { wireTypeOf } from '#protobuf/fields/scalar';
import type { FieldDescriptor, MessageDescriptor } from '#protobuf/schema/descriptor';
import { WireType } from '#protobuf/wire/wire-type';
import { type Cursor, TRUNCATED } from './cursor.ts';
import { Reader } from './reader.ts';

/** `error`, which `cursor` has thrown, with the path of the field in which it has stopped. */
export function locate(error: DecodeError, type: MessageDescriptor, cursor: Cursor): DecodeError {
  const { last, isUnknown, open } = cursor.tagStarts;
  const walker = new Walker(cursor);
  const names: string[] = [];
  let inside: MessageDescriptor = type;
  let start = 0;
  for (const tagStart of open) {
    const field = walker.fieldAt(tagStart, inside)!;
    names.push(walker.nameOf(field, start, tagStart));
    inside = field.cardinality === 'map' ? mapEntryOf(field) : field.message!();
    start = walker.contentOf(tagStart);
  }
  const tag = walker.tagAt(last);
  const field = isUnknown ? undefined : walker.fieldAt(last, inside);
  if (field !== undefined) names.push(walker.nameOf(field, start, error.offset, last));
  const located = reworded(error, last, tag === undefined, isUnknown);
  for (const name of names.reverse()) located.within(name);
  return located.within(type.name);
}

/** The reader says of all that is cut off that it is a value. */
function reworded(
  error: DecodeError,
  last: number,
  isInTag: boolean,
  isUnknown: boolean,
): DecodeError {
  if (error.reason !== TRUNCATED) return error;
  if (isInTag) return new DecodeError('the message ends inside a tag', last);
  if (isUnknown) return new DecodeError('the message ends inside an unknown field', last);
  return error;
}

/** Looks at bytes that were read before, up to a certain place. */
class Walker {
  readonly #reader = new Reader();

  constructor({ source, limits, end }: Cursor) {
    this.#reader.begin(source, limits);
    this.#reader.end = end;
  }

  /** `undefined` if there is no sound tag. */
  tagAt(start: number): number | undefined {
    this.#reader.position = start;
    try {
      return this.#reader.tag();
    } catch {
      return undefined;
    }
  }

  /** The field of `type` to which the value behind the tag belongs. */
  fieldAt(start: number, type: MessageDescriptor): FieldDescriptor | undefined {
    const tag = this.tagAt(start);
    if (tag === undefined) return undefined;
    const field = type.fields.find(({ number }) => number === tag >>> 3);
    return field && accepts(field, (tag & 7) as WireType) ? field : undefined;
  }

  /** Where the content of the length-delimited value begins whose tag is at `start`. */
  contentOf(start: number): number {
    this.tagAt(start);
    this.#reader.uint32();
    return this.#reader.position;
  }

  /** The field's name; in a list with the number of items from `start` up to `end`. */
  nameOf(field: FieldDescriptor, start: number, end: number, tagStart = end): string {
    if (field.cardinality !== 'repeated') return field.name;
    let items = 0;
    const reader = this.#reader;
    for (reader.position = start; reader.position < tagStart; ) {
      const tag = reader.tag();
      const isItem = tag >>> 3 === field.number && accepts(field, (tag & 7) as WireType);
      if (isItem && isPacked(field, (tag & 7) as WireType)) items += this.#packed(field, Infinity);
      else {
        reader.pass();
        if (isItem) items++;
      }
    }
    if (tagStart < end) {
      const tag = reader.tag();
      // If the error is in the length, it stands right behind the tag, and there is no item.
      const hasItems = isPacked(field, (tag & 7) as WireType) && reader.position < end;
      if (hasItems) items += this.#packed(field, end);
    }
    return `${field.name}[${items}]`;
  }

  /** The items of a packed list, as far as they begin before `limit`. */
  #packed(field: FieldDescriptor, limit: number): number {
    const reader = this.#reader;
    const length = reader.uint32();
    const end = Math.min(reader.position + length, limit);
    let items = 0;
    for (; reader.position < end; items++) {
      if (wireTypeOf(field.type) === WireType.VARINT) reader.uint32();
      else reader.position += wireTypeOf(field.type) === WireType.I32 ? 4 : 8;
    }
    return items;
  }
}
