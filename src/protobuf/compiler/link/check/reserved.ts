/** `reserved`: numbers and names that must not be used again. */
import type {
  FileNode,
  IntegerNode,
  Name,
  RangeNode,
  ReservedNode,
} from '#protobuf/compiler/parse/syntax';
import { ProtoError, showPlace } from '#protobuf/compiler/proto-error';

/** The lowest and the highest number that there is. */
export interface Bounds {
  readonly first: bigint;
  readonly last: bigint;
}

interface Range extends Bounds {
  readonly node: RangeNode;
}

/** @throws ProtoError for what is reserved twice, or cannot be. */
export function checkReserved(
  file: FileNode,
  reserved: readonly ReservedNode[],
  bounds: Bounds,
): void {
  const ranges: Range[] = [];
  for (const node of reserved.flatMap((one) => one.ranges)) {
    const range = { ...boundsOf(node, bounds), node };
    const { place } = node.first;
    if (range.first > range.last) {
      throw new ProtoError(
        file.path,
        `${show(range)} is not a range: it ends before it begins`,
        place,
      );
    }
    if (range.first < bounds.first || range.last > bounds.last) {
      const reason = `${show(range)} is not from ${bounds.first} to ${bounds.last}`;
      throw new ProtoError(file.path, reason, place);
    }
    const other = ranges.find(({ first, last }) => range.first <= last && first <= range.last);
    if (other !== undefined) {
      const where = showPlace(file.path, other.node.first.place);
      const reason = `${show(range)} overlaps with ${show(other)} (${where})`;
      throw new ProtoError(file.path, reason, place);
    }
    ranges.push(range);
  }
  checkNames(
    file,
    reserved.flatMap(({ names }) => names),
  );
}

function checkNames(file: FileNode, names: readonly Name[]): void {
  const before = new Map<string, Name>();
  for (const name of names) {
    const other = before.get(name.text);
    if (other !== undefined) {
      const where = showPlace(file.path, other.place);
      throw new ProtoError(file.path, `"${name.text}" is already reserved (${where})`, name.place);
    }
    before.set(name.text, name);
  }
}

/** @throws ProtoError if its name or its number is reserved. */
export function checkNotReserved(
  file: FileNode,
  reserved: readonly ReservedNode[],
  { name, number }: { readonly name: Name; readonly number: IntegerNode },
  what: string,
): void {
  const ranges = reserved.flatMap((node) => node.ranges);
  const { value } = number;
  const range = ranges.find(
    ({ first, last }) => first.value <= value && value <= (last?.value ?? value),
  );
  if (range !== undefined) {
    const where = showPlace(file.path, range.first.place);
    throw new ProtoError(
      file.path,
      `${what}: number ${value} is reserved (${where})`,
      number.place,
    );
  }
  const same = reserved.flatMap((node) => node.names).find(({ text }) => text === name.text);
  if (same !== undefined) {
    const where = showPlace(file.path, same.place);
    throw new ProtoError(
      file.path,
      `${what}: name '${name.text}' is reserved (${where})`,
      name.place,
    );
  }
}

/** What a range means: `max` is the highest number that there is. */
export function boundsOf({ first, last }: RangeNode, bounds: Bounds): Bounds {
  return { first: first.value, last: last?.value ?? bounds.last };
}

const show = ({ first, last }: Bounds) => (first === last ? `${first}` : `${first} to ${last}`);
