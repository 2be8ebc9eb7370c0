import type { Field } from './trace.ts';

/**
 * What is wrong with the fields of a message of `length` bytes, or `undefined`: they must cover
 * every byte exactly once, in order, on every level of nesting.
 */
export function findCoverageGap(fields: readonly Field[], length: number): string | undefined {
  return checkRange(fields, 0, length, 'the message');
}

function checkRange(
  fields: readonly Field[],
  start: number,
  end: number,
  parent: string,
): string | undefined {
  let next = start;
  for (const field of fields) {
    if (field.offset !== next) {
      return `'${field.name}' in ${parent} begins at ${field.offset}, expected ${next}`;
    }
    next += field.length;
    const inside = field.children && checkRange(field.children, field.offset, next, field.name);
    if (inside !== undefined) return inside;
  }
  return next === end ? undefined : `${parent} ends at ${end}, its fields at ${next}`;
}

/** The innermost field at `offset`, with those around it: outermost first. */
export function fieldPathAt(fields: readonly Field[], offset: number): Field[] {
  for (const field of fields) {
    if (offset >= field.offset && offset < field.offset + field.length) {
      return [field, ...fieldPathAt(field.children ?? [], offset)];
    }
  }
  return [];
}
