import { clip } from '#inspect/clip';
import type { Field } from '#inspect/trace';
import { FORMS, type Form } from './form.ts';
import {
  explain,
  gone,
  type HeaderLine,
  type HpackView,
  type ReadItem,
  unreadable,
} from './item.ts';
import { integerField, prefixBitsOf, type RawInteger, readString } from './primitives.ts';
import type { FollowedTable } from './table.ts';

/** The form with the name's index, then the name unless it has one, then the value. */
export function readLiteral(
  bytes: Uint8Array,
  at: number,
  form: Form,
  integer: RawInteger,
  table: FollowedTable,
  { meanings, compact }: HpackView,
): ReadItem {
  const { value: index, length } = integer;
  const head = integerField(bytes, { offset: at, length }, form.prefixBits, {
    name: 'form',
    value: `${prefixBitsOf(bytes[at]!, form.prefixBits)}, ${index === 0 ? 'a new name' : `name of index ${index}`}`,
    meaning: form.head,
    source: form.source,
  });
  const parts = [head];
  let next = at + length;
  let name = table.at(index)?.name ?? `(name of index ${index})`;
  if (index === 0) {
    const spelt = readString(bytes, next, bytes.length, 'name');
    if (spelt.problem !== undefined) return broken(bytes, at, parts, spelt.parts, spelt.problem);
    parts.push(...spelt.parts);
    next += spelt.length;
    name = spelt.text;
  }
  const value = readString(bytes, next, bytes.length, 'value');
  if (value.problem !== undefined) return broken(bytes, at, parts, value.parts, value.problem);
  parts.push(...value.parts);
  const header: HeaderLine = {
    name,
    value: value.text,
    ...(form === FORMS.never && { neverIndexed: true }),
  };
  const how = form === FORMS.added ? `${form.meaning}${addTo(table, header)}` : form.meaning;
  const field: Field = {
    offset: at,
    length: next + value.length - at,
    name,
    value: clip(value.text),
    ...explain(name, how, form.source, meanings),
    children: parts,
    ...(compact && { folded: true as const }),
  };
  return { field, header };
}

function addTo(table: FollowedTable, { name, value }: HeaderLine): string {
  const { evicted, kept } = table.add({ name, value });
  return kept ? gone(evicted.length) : ', but larger than the whole table, which is empty now';
}

/** A literal that stops making sense half way: what came of it, then all that is left. */
function broken(
  bytes: Uint8Array,
  at: number,
  before: readonly Field[],
  parts: readonly Field[],
  problem: string,
): ReadItem {
  const children = [...before, ...parts];
  const last = children.at(-1)!;
  const next = last.offset + last.length;
  if (next < bytes.length) children.push(unreadable(bytes, next, problem).field);
  const field: Field = {
    offset: at,
    length: bytes.length - at,
    name: 'a broken header',
    meaning: problem,
    children,
  };
  return { field };
}
