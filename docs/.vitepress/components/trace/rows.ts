import type { Field } from '#inspect/trace';

/** A field as a row of the tree, in the order of reading: a parent before its parts. */
export interface Row {
  field: Field;
  /** 1 for a field of the message itself. */
  level: number;
  /** The row of the field around it. */
  parent: number | undefined;
  /** Which of its siblings it is, from 1, and of how many. */
  position: number;
  siblings: number;
  /** Which top-level field it belongs to: neighbours are tinted differently. */
  group: number;
}

export function toRows(fields: readonly Field[]): Row[] {
  const rows: Row[] = [];
  const add = (siblings: readonly Field[], level: number, parent: number | undefined) => {
    for (const [i, field] of siblings.entries()) {
      const group = parent === undefined ? i : (rows[parent]?.group ?? i);
      const row = { field, level, parent, position: i + 1, siblings: siblings.length, group };
      add(field.children ?? [], level + 1, rows.push(row) - 1);
    }
  };
  add(fields, 1, undefined);
  return rows;
}

/** For each byte, the row of the innermost field around it. */
export function rowOfEachByte(rows: readonly Row[], length: number): number[] {
  const owners = new Array<number>(length).fill(-1);
  // Parts come after what they are part of, so the innermost is written last.
  for (const [at, { field }] of rows.entries()) {
    owners.fill(at, field.offset, field.offset + field.length);
  }
  return owners;
}

/** The row itself, or the outermost folded one around it, which stands for it. */
export function shownRow(rows: readonly Row[], folded: ReadonlySet<number>, row: number): number {
  let shown = row;
  for (let at = rows[row]?.parent; at !== undefined; at = rows[at]?.parent) {
    if (folded.has(at)) shown = at;
  }
  return shown;
}

/** Where a key leads: another row, or this row's fold. `undefined` for a key that means nothing. */
export function afterKey(
  rows: readonly Row[],
  folded: ReadonlySet<number>,
  row: number,
  key: string,
): { row: number } | { fold: boolean } | undefined {
  const visible = rows.map((_, i) => i).filter((i) => shownRow(rows, folded, i) === i);
  const at = visible.indexOf(row);
  const to = (index: number) => ({
    row: visible[Math.min(Math.max(index, 0), visible.length - 1)] ?? row,
  });
  const isParent = rows[row]?.field.children !== undefined;
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
    case 'ArrowRight':
      if (!isParent) return { row };
      return isOpen ? to(at + 1) : { fold: false };
    case 'ArrowLeft':
      return isOpen ? { fold: true } : { row: rows[row]?.parent ?? row };
    case 'Enter':
    case ' ':
      return isParent ? { fold: isOpen } : { row };
    default:
      return undefined;
  }
}
