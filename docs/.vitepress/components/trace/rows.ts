import type { Field } from '#inspect/trace';

/** A field as a row of the tree, in the order of reading: a parent before its children. */
export interface Row {
  field: Field;
  /** 1 for a field of the message itself. */
  level: number;
  /** The row of the field around it. */
  parent: number | undefined;
  /** It has rows of its own below it. */
  isParent: boolean;
  /** Which of its siblings it is, from 1, and of how many. */
  position: number;
  siblings: number;
  /** How it is written: tag, length, bits. They have no row; they are shown with their field. */
  parts: Part[];
}

/** A piece of how a field is written, and how deep it lies in it: 0 for the outermost. */
export interface Part {
  field: Field;
  depth: number;
}

/** Where a reader stands: a row, and perhaps one of its parts. */
export interface Place {
  row: number;
  part?: number;
}

export function toRows(fields: readonly Field[]): Row[] {
  const rows: Row[] = [];
  const add = (siblings: readonly Field[], level: number, parent: number | undefined) => {
    for (const [i, field] of siblings.entries()) {
      const { parts, rest } = split(field);
      const isParent = rest.length > 0;
      const place = { level, parent, position: i + 1, siblings: siblings.length };
      add(rest, level + 1, rows.push({ field, isParent, parts, ...place }) - 1);
    }
  };
  add(fields, 1, undefined);
  return rows;
}

/** What only says how the field is written, and what has a meaning of its own. */
function split({ folded, children = [] }: Field): { parts: Part[]; rest: readonly Field[] } {
  const end = folded ? children.length : endOfTagAndLength(children);
  return { parts: flatten(children.slice(0, end), 0), rest: children.slice(end) };
}

/** A message inside a message begins with its tag and its length. */
function endOfTagAndLength(children: readonly Field[]): number {
  if (children[0]?.name !== 'tag') return 0;
  return children[1]?.name === 'length' ? 2 : 1;
}

function flatten(fields: readonly Field[], depth: number): Part[] {
  return fields.flatMap((field) => [{ field, depth }, ...flatten(field.children ?? [], depth + 1)]);
}

/** Neighbouring bytes that mean one thing, and where that is said. */
export interface Run extends Place {
  offset: number;
  length: number;
  /** They say only how what follows is written. */
  isFrame: boolean;
  /** One of `SHADES`, another than its neighbours' where those belong to other rows. */
  shade: number;
}

export const SHADES = 3;

/** A message of `length` bytes in runs: all its bytes, in order. What no field has is row -1. */
export function toRuns(rows: readonly Row[], length: number): Run[] {
  const places = new Array<Place>(length).fill({ row: -1 });
  for (const [row, { field, parts }] of rows.entries()) {
    places.fill({ row }, field.offset, field.offset + field.length);
    for (const [part, { field }] of parts.entries()) {
      places.fill({ row, part }, field.offset, field.offset + field.length);
    }
  }
  const runs: Run[] = [];
  let shade = 0;
  for (const [offset, place] of places.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && place === places[offset - 1]) {
      last.length++;
      continue;
    }
    if (last !== undefined && place.row !== last.row) shade = (shade + 1) % SHADES;
    runs.push({ ...place, offset, length: 1, isFrame: isFrame(rows, place), shade });
  }
  return runs;
}

/** All but the value of a field that has one, and what stands before the fields of a message. */
function isFrame(rows: readonly Row[], { row, part }: Place): boolean {
  const owner = rows[row];
  if (owner === undefined || part === undefined) return false;
  if (owner.isParent) return true;
  const value = owner.parts.findIndex(({ field }) => field.name === 'value');
  return part < value;
}

/** The row itself, or the outermost folded one around it, which stands for it. */
export function shownRow(rows: readonly Row[], folded: ReadonlySet<number>, row: number): number {
  let shown = row;
  for (let at = rows[row]?.parent; at !== undefined; at = rows[at]?.parent) {
    if (folded.has(at)) shown = at;
  }
  return shown;
}

/** The fields around a row, outermost first. */
export function fieldsAround(rows: readonly Row[], row: number): Field[] {
  const around: Field[] = [];
  for (let at = rows[row]?.parent; at !== undefined; at = rows[at]?.parent) {
    around.unshift(rows[at]!.field);
  }
  return around;
}

/**
 * Where a key leads: another place, or this row's fold. `undefined` for a key that means nothing.
 * Up and down go from row to row; right goes into a row and through its parts, left comes out.
 */
export function afterKey(
  rows: readonly Row[],
  folded: ReadonlySet<number>,
  { row, part }: Place,
  key: string,
): Place | { fold: boolean } | undefined {
  const visible = rows.map((_, i) => i).filter((i) => shownRow(rows, folded, i) === i);
  const at = visible.indexOf(row);
  const to = (index: number): Place => ({
    row: visible[Math.min(Math.max(index, 0), visible.length - 1)] ?? row,
  });
  const { isParent = false, parts = [], parent } = rows[row] ?? {};
  const isOpen = isParent && !folded.has(row);
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(visible.length - 1);
    case 'ArrowRight': {
      if (isParent && !isOpen) return { fold: false };
      const next = (part ?? -1) + 1;
      if (next < parts.length) return { row, part: next };
      return isOpen ? to(at + 1) : { row, part };
    }
    case 'ArrowLeft':
      if (part !== undefined) return part > 0 ? { row, part: part - 1 } : { row };
      return isOpen ? { fold: true } : { row: parent ?? row };
    case 'Enter':
    case ' ':
      return isParent ? { fold: isOpen } : { row, part };
    default:
      return undefined;
  }
}
