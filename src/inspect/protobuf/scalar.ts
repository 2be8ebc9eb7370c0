/** Values that have no fields inside: numbers, texts, bytes, and packed lists of numbers. */

import type { Field } from '#inspect/trace';
import { wireTypeOf } from '#protobuf/fields/scalar';
import type { FieldDescriptor } from '#protobuf/schema/descriptor';
import { WireType } from '#protobuf/wire/wire-type';
import { broken, type ReadValue, unfinished } from './read-value.ts';
import { showEnum, showFixed, showSize, showText, showVarint } from './value.ts';
import { readVarint, VARINTS, varintField } from './varint-field.ts';

const FIXED = 'protobuf encoding #int-types';
export const LENGTHS = 'protobuf encoding #length-types';

/** The bytes from `start` on, of which those before `end` belong to the message. */
export interface Range {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** A varint, or a number of fixed size. */
export function readNumber(
  range: Range,
  wireType: WireType,
  field: FieldDescriptor | undefined,
): ReadValue {
  if (wireType === WireType.VARINT) return readVarintValue(range, field);
  const { bytes, start, end } = range;
  const length = wireType === WireType.I32 ? 4 : 8;
  if (start + length > end) return unfinished(start, end);
  const value = showFixed(bytes.subarray(start, start + length), field?.type);
  const meaning = `always ${length} bytes, the lowest first (little-endian)`;
  const part = { offset: start, length, name: 'value', value, meaning, source: FIXED };
  return { value, parts: [part], isSimple: true };
}

function readVarintValue(
  { bytes, start, end }: Range,
  field: FieldDescriptor | undefined,
): ReadValue {
  const varint = readVarint(bytes, start, end);
  if (varint.problem === 'unfinished') return unfinished(start, end);
  if (varint.problem === 'overlong') return broken(start, end, 'a varint of more than ten bytes');
  const value = showEnum(varint.value, field) ?? showVarint(varint.value, field?.type);
  const isZigzag = field?.type === 'sint32' || field?.type === 'sint64';
  const about = {
    name: 'value',
    value: isZigzag ? `${value} (zigzag ${varint.value})` : value,
    meaning: meaningOf(varint.value, isZigzag),
    source: VARINTS,
  };
  return { value, parts: [varintField(bytes, start, varint.length, about)], isSimple: true };
}

function meaningOf(value: bigint, isZigzag: boolean): string {
  if (value > 0xffff_ffff_ffff_ffffn) return 'more than 64 bits: the rest is dropped, or refused';
  if (isZigzag) return 'zigzag counts outward from zero: 0 −1 1 −2 2 …';
  return 'a varint: seven bits a byte, the lowest first';
}

/** The elements of a packed list, one after the other, without tags. */
export function readPacked({ bytes, start, end }: Range, field: FieldDescriptor): ReadValue {
  const elements: Field[] = [];
  for (let at = start; at < end; ) {
    const range = { bytes, start: at, end };
    const { value, parts } = readNumber(range, wireTypeOf(field.type), field);
    const element = { ...parts[0]!, name: `[${elements.length}]`, value };
    elements.push(element);
    at += element.length;
  }
  const value = `[${elements.map((element) => element.value ?? '?').join(', ')}]`;
  return { value, parts: elements, isSimple: false };
}

/** Text if the bytes are text and the schema does not say `bytes`. */
export function readText(
  { bytes, start, end }: Range,
  field: FieldDescriptor | undefined,
): ReadValue {
  const content = bytes.subarray(start, end);
  const text = field?.type === 'bytes' ? undefined : showText(content);
  const value = text ?? showSize(content.length);
  if (start === end) return { value, parts: [], isSimple: true };
  const meaning = text === undefined ? 'bytes as they are' : 'text in UTF-8';
  const about = { name: 'value', value, meaning, source: LENGTHS };
  return { value, parts: [{ offset: start, length: end - start, ...about }], isSimple: true };
}
