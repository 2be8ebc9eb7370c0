import type { Field } from './trace.ts';

/**
 * The fields of a message that lie in `[start, end)`, counted from `start`: for what is spread over
 * several frames. A field that the cut goes through is there in both parts, and says so.
 */
export function cutFields(fields: readonly Field[], start: number, end: number): Field[] {
  return fields.flatMap((field) => {
    const fieldEnd = field.offset + field.length;
    const [from, to] = [Math.max(field.offset, start), Math.min(fieldEnd, end)];
    const isHere = field.length === 0 ? field.offset >= start && field.offset < end : from < to;
    if (!isHere) return [];
    const part = from > field.offset ? ' (goes on)' : to < fieldEnd ? ' (begins)' : '';
    return {
      ...field,
      offset: from - start,
      length: to - from,
      name: `${field.name}${part}`,
      ...(field.children && { children: cutFields(field.children, start, end) }),
    };
  });
}
