/**
 * What a decoded message takes in memory, in bytes: the price list of the decoder's one budget.
 * A sender pays by the byte that it sends, we pay by the object that we make of it. So the decoder
 * counts what things cost us, and stops at `MAX_HEAP`.
 *
 * | thing | bytes |
 * |---|---|
 * | a message | 24, and for each field its share below |
 * | a field: its slot in the message | 8, a list 32 more, a map 184, a oneof 40, a `double` 16 |
 * | a list's first item, each further one | 152, 12 |
 * | an entry of a map | 200, and 2,200 if keys were chosen to collide |
 * | a string of n bytes | 24 + 6n up to 28 bytes, then 32 + 2n |
 * | `bytes` of n bytes | 560 up to 64 bytes, then 600 + n |
 * | a `bigint` | 64 |
 * | unknown fields of n bytes | 640 + 2n for each message that has some, 48 for each further one |
 *
 * A `number` is part of the slot, list or entry in which it stands. The prices were measured with
 * Node 20, 22 and 24 on 64-bit machines and rounded up.
 *
 * The budget bounds the time as well, because a message is decoded in one turn in which nobody else is
 * served. So what takes longer than the memory that it takes is counted for more: short `bytes` take
 * 280, an entry 72 (572 if its key was chosen), a `bigint` 24. Whatever it is made of, `MAX_HEAP` is
 * spent in about a tenth of a second (`test/attack/decode/turn.test.ts` measures it).
 */
import type { FieldDescriptor, MessageDescriptor } from './schema/descriptor.ts';

/**
 * What the message takes that was decoded last, whoever has decoded it; or what there was of it when
 * it was refused. Whoever keeps it may want
 * to count it, and `decode` returns nothing but the message.
 */
export const lastDecoded = { heap: 0 };

const OBJECT = 24;
const SLOT = 8;
/** V8 gives an object literal room for four properties, also if it has none. */
const MIN_SLOTS = 4;
const LIST = 32;
const MAP = 184;
const ONEOF = 40;
/** A number that is not a small integer stands in a box of its own. */
const BOXED_NUMBER = 16;
/** The zero of a `bytes` field. */
const NO_BYTES = 208;

/** V8 gives an array room for 17 items when it gets its first one. */
export const FIRST_ITEM_HEAP = 152;
/** An array grows by half of its length. */
export const ITEM_HEAP = 12;
/** Generated code counts this for an entry … */
export const MAP_ENTRY_HEAP = 72;
/** … and the reader this when it is put into its map. */
export const MAP_PUT_HEAP = 128;
/**
 * So much more if its key was chosen: it is kept as text too, and the entry is an array, which take
 * 500. It counts four times as much, because it takes longer and no honest peer sends such keys.
 */
export const CHOSEN_KEY_HEAP = 2000;
export const BIGINT_HEAP = 64;

const UNKNOWN = 640;
/** They are joined, and each time it is another array. */
const MORE_UNKNOWN = 48;
/** Up to here the bytes of an array lie beside it; longer ones are allocated by themselves. */
const SMALL_ARRAY = 64;
/** Up to here a string is put together from pieces of eight characters. */
const SMALL_STRING = 28;

const known = new WeakMap<MessageDescriptor, number>();

/** An empty message, its empty lists and maps included, and its place in a list. */
export function messageHeap(type: MessageDescriptor): number {
  const heap = known.get(type) ?? computeHeap(type);
  known.set(type, heap);
  return heap;
}

function computeHeap(type: MessageDescriptor): number {
  const slots = new Set(type.fields.map((field) => field.oneof ?? field.name)).size;
  let heap = OBJECT + SLOT * Math.max(slots, MIN_SLOTS) + ITEM_HEAP;
  const oneofs = new Set<string>();
  for (const field of type.fields) {
    if (field.oneof === undefined) heap += contentHeap(field);
    else oneofs.add(field.oneof);
  }
  return heap + ONEOF * oneofs.size;
}

/** What belongs to an empty field beside its slot. */
function contentHeap({ cardinality, type }: FieldDescriptor): number {
  if (cardinality === 'repeated') return LIST;
  if (cardinality === 'map') return MAP;
  switch (type) {
    case 'double':
    case 'float':
    case 'uint32':
    case 'fixed32':
      return BOXED_NUMBER;
    case 'bytes':
      return cardinality === 'implicit' ? NO_BYTES : 0;
    default:
      return 0;
  }
}

/** @param length In bytes of UTF-8. */
export function stringHeap(length: number): number {
  return length <= SMALL_STRING ? 24 + 6 * length : 32 + 2 * length;
}

export function bytesHeap(length: number): number {
  return length <= SMALL_ARRAY ? 560 : 600 + length;
}

/** Unknown fields of `length` bytes more, in a message that has some already, or has none. */
export function unknownHeap(length: number, isFirst: boolean): number {
  return (isFirst ? UNKNOWN : MORE_UNKNOWN) + 2 * length;
}
