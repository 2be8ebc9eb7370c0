/**
 * The fields of one header block for a trace (RFC 7541 §6), read with the table of its direction and
 * changing it as the decoder's own is changed.
 *
 *     82                    41 8c f1e3c2…                88 … be
 *     └ the whole field     │  └ value, Huffman code           └ index 62: the newest of
 *       :method GET         └ name from index 1, add it          the dynamic table
 *
 * It never fails. An index that nobody filled is shown as such, and the reading goes on: its length
 * is known. Where even that is not, one last field says why and takes what is left.
 */
import { fieldSize } from '#hpack/header-field';
import { MAX_INTEGER } from '#hpack/limits';
import { STATIC_TABLE_LENGTH } from '#hpack/tables/static-table';
import { clip } from '#inspect/clip';
import type { Field } from '#inspect/trace';
import { FORMS, formOf } from './form.ts';
import {
  explain,
  gone,
  type HeaderLine,
  type HpackView,
  type ReadItem,
  unreadable,
} from './item.ts';
import { readLiteral } from './literal.ts';
import { integerField, type RawInteger, readInteger } from './primitives.ts';
import type { FollowedTable } from './table.ts';

export interface ReadBlock {
  readonly fields: Field[];
  /** The headers in order. A long run of the same one (see `runLength`) is in it once. */
  readonly headers: HeaderLine[];
  /** The list's size as RFC 9113 §6.5.2 counts it, 32 more for each header. */
  readonly listSize: number;
}

/** Reads a whole block, and keeps `table` up to date with it. */
export function readBlock(
  bytes: Uint8Array,
  table: FollowedTable,
  view: HpackView = {},
): ReadBlock {
  const fields: Field[] = [];
  const headers: HeaderLine[] = [];
  let listSize = 0;
  for (let at = 0; at < bytes.length; ) {
    const read = readOne(bytes, at, table, view, headers.length > 0);
    fields.push(read.field);
    at += read.field.length;
    if (read.header !== undefined) {
      headers.push(read.header);
      listSize += fieldSize(read.header.name, read.header.value) * (read.times ?? 1);
    }
  }
  return { fields, headers, listSize };
}

function readOne(
  bytes: Uint8Array,
  at: number,
  table: FollowedTable,
  view: HpackView,
  afterHeader: boolean,
): ReadItem {
  const form = formOf(bytes[at]!);
  const integer = readInteger(bytes, at, bytes.length, form.prefixBits);
  if (integer.problem === 'unfinished') return unreadable(bytes, at, 'the block ends in a number');
  if (integer.problem === 'overlong' || integer.value > MAX_INTEGER) {
    return unreadable(bytes, at, 'a number larger than any honest peer needs');
  }
  if (form === FORMS.indexed) return readIndexed(bytes, at, integer, table, view);
  if (form === FORMS.size) return readSizeUpdate(bytes, at, integer, table, afterHeader);
  return readLiteral(bytes, at, form, integer, table, view);
}

function readIndexed(
  bytes: Uint8Array,
  at: number,
  { value: index, length }: RawInteger,
  table: FollowedTable,
  { meanings }: HpackView,
): ReadItem {
  const entry = table.at(index);
  const times = runLength(bytes, at, length);
  const { source } = FORMS.indexed;
  if (entry === undefined) {
    const about = { name: `index ${index}`, meaning: 'no header has this index', source };
    const field = integerField(bytes, { offset: at, length }, 7, about);
    return { field: { ...field, length: length * times } };
  }
  const spelt = times * (entry.name.length + entry.value.length);
  const how = `${whereIs(index)}${times === 1 ? '' : `, ${times} times: spelt out ${spelt} bytes`}`;
  const about = {
    name: entry.name,
    value: times === 1 ? clip(entry.value) : `${clip(entry.value)} × ${times}`,
    ...explain(entry.name, how, source, meanings),
  };
  const field = {
    ...integerField(bytes, { offset: at, length }, 7, about),
    length: length * times,
  };
  return { field, header: entry, times };
}

/** From so many on the same byte again and again is shown as one field. */
const LONG_RUN = 8;

/**
 * How often the one-byte index at `at` is repeated; 1 for what is not worth a field of its own. A
 * block of a million such bytes, an HPACK bomb, must not become a million fields.
 */
function runLength(bytes: Uint8Array, at: number, length: number): number {
  if (length !== 1) return 1;
  let end = at + 1;
  while (end < bytes.length && bytes[end] === bytes[at]) end++;
  return end - at >= LONG_RUN ? end - at : 1;
}

function readSizeUpdate(
  bytes: Uint8Array,
  at: number,
  { value, length }: RawInteger,
  table: FollowedTable,
  afterHeader: boolean,
): ReadItem {
  const evicted = table.resize(value).length;
  const about = {
    name: 'table size',
    value: String(value),
    meaning: `${afterHeader ? 'not allowed here, after a header: ' : ''}${FORMS.size.meaning}${gone(evicted)}`,
    source: FORMS.size.source,
  };
  return { field: integerField(bytes, { offset: at, length }, 5, about) };
}

function whereIs(index: number): string {
  return `index ${index}, ${index <= STATIC_TABLE_LENGTH ? 'static' : 'dynamic'} table`;
}
