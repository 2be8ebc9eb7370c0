/** What stands behind a field's tag, by its wire type, and as its descriptor explains it. */
import type { FieldDescriptor } from '#protobuf/descriptor';
import { mapEntryOf } from '#protobuf/map-entry';
import { wireTypeOf } from '#protobuf/scalar';
import { WireType } from '#protobuf/wire-type';
import type { Field } from '../trace.ts';
import type { ReadTag, Scope } from './fields.ts';
import { showEnum, showFixed, showSize, showText, showVarint } from './value.ts';
import { readVarint, VARINTS, varintField } from './varint-field.ts';

const FIXED = 'protobuf encoding #int-types';
const LENGTHS = 'protobuf encoding #length-types';

/** What a field's value is: as text, and as fields that follow its tag without a gap. */
export interface ReadValue {
  readonly value?: string;
  readonly parts: Field[];
  /** A number, a text: nothing that has fields of its own. */
  readonly isSimple: boolean;
}

/** Bytes that make no sense, up to the end. */
export function unreadable(offset: number, end: number, why: string): Field {
  return {
    offset,
    length: end - offset,
    name: 'unreadable',
    meaning: `${why}; where the next field would begin, nobody knows`,
  };
}

export function readProtobufValue(
  scope: Scope,
  tag: ReadTag,
  field: FieldDescriptor | undefined,
): ReadValue {
  const start = tag.offset + tag.length;
  switch (tag.wireType) {
    case WireType.VARINT:
    case WireType.I32:
    case WireType.I64:
      return readNumber(scope, start, tag.wireType, field);
    case WireType.LEN:
      return readLengthDelimited(scope, start, field);
    case WireType.SGROUP:
      return readGroup(scope, start, tag.number);
    case WireType.EGROUP:
      return broken(start, scope.end, 'a group ends here that has not begun');
  }
}

/** A value that cannot be: all that is left belongs to it. */
function broken(offset: number, end: number, why: string): ReadValue {
  const parts = offset === end ? [] : [unreadable(offset, end, why)];
  return { value: 'unreadable', parts, isSimple: false };
}

/** A value of which the last bytes are missing. */
function unfinished(offset: number, end: number, meaning = MISSING): ReadValue {
  const part: Field = { offset, length: end - offset, name: 'unfinished', meaning };
  return { value: 'unfinished', parts: offset === end ? [] : [part], isSimple: false };
}

const MISSING = 'the message ends before the value does';

function readNumber(
  { bytes, end }: Scope,
  start: number,
  wireType: WireType,
  field: FieldDescriptor | undefined,
): ReadValue {
  const type = field?.type;
  if (wireType === WireType.VARINT) {
    const varint = readVarint(bytes, start, end);
    if (varint.problem === 'unfinished') return unfinished(start, end);
    if (varint.problem === 'overlong') return broken(start, end, 'a varint of more than ten bytes');
    const value = showEnum(varint.value, field) ?? showVarint(varint.value, type);
    const isZigzag = type === 'sint32' || type === 'sint64';
    const about = {
      name: 'value',
      value: isZigzag ? `${value} (zigzag ${varint.value})` : value,
      meaning: meaningOf(varint.value, isZigzag),
      source: VARINTS,
    };
    return { value, parts: [varintField(bytes, start, varint.length, about)], isSimple: true };
  }
  const length = wireType === WireType.I32 ? 4 : 8;
  if (start + length > end) return unfinished(start, end);
  const value = showFixed(bytes.subarray(start, start + length), type);
  const meaning = `always ${length} bytes, the lowest first (little-endian)`;
  const part = { offset: start, length, name: 'value', value, meaning, source: FIXED };
  return { value, parts: [part], isSimple: true };
}

function meaningOf(value: bigint, isZigzag: boolean): string {
  if (value > 0xffff_ffff_ffff_ffffn) return 'more than 64 bits: the rest is dropped, or refused';
  if (isZigzag) return 'zigzag counts outward from zero: 0 −1 1 −2 2 …';
  return 'a varint: seven bits a byte, the lowest first';
}

function readLengthDelimited(
  scope: Scope,
  start: number,
  field: FieldDescriptor | undefined,
): ReadValue {
  const { bytes, end } = scope;
  const { value: size, length, problem } = readVarint(bytes, start, end);
  if (problem === 'unfinished') return unfinished(start, end);
  if (problem === 'overlong') return broken(start, end, 'a length of more than ten bytes');
  const meaning = 'how many bytes follow, as a varint';
  const about = { name: 'length', value: String(size), meaning, source: LENGTHS };
  const lengthField = varintField(bytes, start, length, about);
  const content = start + length;
  if (size > BigInt(end - content)) {
    const why = `${end - content} of ${size} bytes came before the message ended`;
    const rest = unfinished(content, end, why);
    return { ...rest, parts: [lengthField, ...rest.parts] };
  }
  const inner = { ...scope, end: content + Number(size) };
  const { value, parts, isSimple } = readContent(inner, content, field);
  return { ...(value !== undefined && { value }), parts: [lengthField, ...parts], isSimple };
}

/** The bytes from `start` to the end of `scope`. */
function readContent(scope: Scope, start: number, field: FieldDescriptor | undefined): ReadValue {
  const { bytes, end, depth } = scope;
  if (field?.cardinality === 'map' || field?.type === 'message') {
    if (depth === 0) return broken(start, end, 'nested too deeply');
    const type = field.cardinality === 'map' ? mapEntryOf(field) : field.message!();
    const { fields } = scope.readFields({ ...scope, depth: depth - 1 }, start, type);
    return { value: summary(type.name, fields), parts: fields, isSimple: false };
  }
  if (field !== undefined && wireTypeOf(field.type) !== WireType.LEN) {
    const parts = readPacked(scope, start, field);
    return {
      value: `[${parts.map(({ value }) => value ?? '?').join(', ')}]`,
      parts,
      isSimple: false,
    };
  }
  const content = bytes.subarray(start, end);
  const text = field?.type === 'bytes' ? undefined : showText(content);
  const value = text ?? showSize(content.length);
  if (start === end) return { value, parts: [], isSimple: true };
  const meaning = text === undefined ? 'bytes as they are' : 'text in UTF-8';
  const part: Field = {
    offset: start,
    length: end - start,
    name: 'value',
    value,
    meaning,
    source: LENGTHS,
  };
  return { value, parts: [part], isSimple: true };
}

/** The elements of a packed list, one after the other, without tags. */
function readPacked(scope: Scope, start: number, field: FieldDescriptor): Field[] {
  const elements: Field[] = [];
  for (let at = start; at < scope.end; ) {
    const { value, parts } = readNumber(scope, at, wireTypeOf(field.type), field);
    const element = { ...parts[0]!, name: `[${elements.length}]`, value };
    elements.push(element);
    at += element.length;
  }
  return elements;
}

function readGroup(scope: Scope, start: number, number: number): ReadValue {
  if (scope.depth === 0) return broken(start, scope.end, 'nested too deeply');
  const { fields, closed } = scope.readFields(
    { ...scope, depth: scope.depth - 1 },
    start,
    undefined,
    number,
  );
  return {
    value: closed ? 'a group' : 'a group that does not end',
    parts: fields,
    isSimple: false,
  };
}

/** `Order { id: "7", items: … }`, as long as a line has room for it. */
export function summary(typeName: string, fields: readonly Field[]): string {
  const name = typeName.split('.').at(-1);
  const values = fields.map((field) => `${field.name}: ${field.value ?? '…'}`);
  const text = values.length === 0 ? `${name} {}` : `${name} { ${values.join(', ')} }`;
  return text.length <= LONGEST_SUMMARY ? text : `${text.slice(0, LONGEST_SUMMARY - 1)}…`;
}

const LONGEST_SUMMARY = 60;
