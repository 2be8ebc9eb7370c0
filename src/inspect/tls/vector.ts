import { shift } from '#inspect/dissector';
import { FieldList } from '#inspect/field-list';
import type { Field } from '#inspect/trace';

/** What a vector is, apart from its length. */
export interface About {
  name: string;
  meaning: string;
  source?: string;
}

/** What is in it, said by somebody who knows only that; offsets count from its first byte. */
export interface Inside {
  value?: string;
  children?: Field[];
  folded?: true;
}

/** A number, big-endian, of one to three bytes. */
export function numberIn(bytes: Uint8Array): number {
  return bytes.reduce((number, byte) => number * 256 + byte, 0);
}

/** All numbers of two bytes; one byte too many is not a number. */
export function pairsIn(bytes: Uint8Array): number[] {
  return Array.from({ length: bytes.length >> 1 }, (_, i) =>
    numberIn(bytes.subarray(2 * i, 2 * i + 2)),
  );
}

/** The next bytes of a list as a number. */
export function takeNumber(
  list: FieldList,
  size: number,
  about: About,
  show: (number: number) => string = String,
): number | undefined {
  let number: number | undefined;
  list.take(size, about.name, (bytes) => {
    number = numberIn(bytes);
    return { ...about, value: show(number) };
  });
  return number;
}

/** A length of `size` bytes, and as much as it says; a length that lies is said to. */
export function takeVector(
  list: FieldList,
  size: number,
  about: About,
  inside: (bytes: Uint8Array) => Inside = (bytes) => ({ value: `${bytes.length} bytes` }),
): void {
  const length = takeNumber(list, size, {
    name: 'length',
    meaning: `of what follows: ${about.name}`,
  });
  if (length === undefined || length === 0) return;
  if (list.left < length) {
    list.rest({ name: about.name, meaning: `${list.left} of its ${length} bytes are here` });
    return;
  }
  list.take(length, about.name, (bytes, at) => {
    const { children, ...rest } = inside(bytes);
    return { ...about, ...rest, ...(children && { children: shift(children, at) }) };
  });
}

/** Fields for all of `bytes`; what `fill` has left over stands where it should not. */
export function fieldsOf(bytes: Uint8Array, fill: (list: FieldList) => void): Field[] {
  const list = new FieldList(bytes);
  fill(list);
  list.rest({ name: 'left over', meaning: 'stands behind the end of what it is in' });
  return list.fields;
}
