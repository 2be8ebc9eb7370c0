/**
 * How much a peer can make a decoder do. Every byte that is decoded came from somebody else, and
 * a few of them can ask for a lot: each limit names the attack that it stops.
 */

/**
 * Messages inside messages inside messages, and groups inside groups. Two bytes open a level, so
 * 64 KiB could nest 32,000 deep and overflow the stack. The same 100 as in C++, Java and Go.
 */
export const MAX_DEPTH = 100;

/**
 * Memory that one decoded message may take, in bytes, by the prices in `heap.ts`. An empty
 * submessage costs its sender two bytes and us an object with a list for each repeated field: 4 MiB
 * of them would take gigabytes. It bounds the time too: a message is decoded at a stretch, and nobody
 * else is served for as long as that takes, which is up to a tenth of a second for 64 MiB. It is not
 * less, because honest messages of 4 MiB need most of it: as many numbers of one octet 48 MiB.
 */
export const MAX_HEAP = 64 * 1024 * 1024;

/**
 * The size up to which `MAX_HEAP` is enough, in bytes: gRPC's default for a message. A larger one,
 * which the transport has to allow first, may take more in proportion: 16 bytes for each of its own.
 */
export const MAX_HEAP_MESSAGE_SIZE = 4 * 1024 * 1024;

/**
 * A message, and anything with a length inside it: protobuf's own bound, 2 GiB − 1. A length is
 * also never trusted beyond the bytes that are there, so a lie of 2 GiB allocates nothing. (How
 * much may *arrive* is the transport's to say: gRPC's default is 4 MiB.)
 */
export const MAX_LENGTH = 0x7fff_ffff;

/** A varint of 64 bits takes ten groups of seven. An eleventh is an attempt to keep us reading. */
export const MAX_VARINT_LENGTH = 10;

/**
 * Lists and objects inside each other in a JSON text. Each takes one byte, so a text of a few
 * thousand brackets would overflow the stack. What becomes of it has messages' own `MAX_DEPTH`.
 */
export const MAX_JSON_DEPTH = 1000;

/**
 * How much of a text in JSON an error repeats, in characters: who sends a name of a megabyte would have
 * it kept in the error, logged, and sent back.
 */
export const MAX_SHOWN_LENGTH = 40;

/** Highest field number: a tag is 32 bits and three of them are the wire type. */
export const MAX_FIELD_NUMBER = 536_870_911;

/**
 * The writer keeps its buffer for large messages from one to the next, unless it grew beyond this:
 * one very large message must not hold memory for ever.
 */
export const MAX_KEPT_BUFFER = 256 * 1024;

/** What a caller can tighten or widen for one decode. */
export interface DecodeLimits {
  readonly maxDepth: number;
  /** In bytes, for a message of up to `MAX_HEAP_MESSAGE_SIZE`; in proportion for a larger one. */
  readonly maxHeap: number;
}

/** The memory that a message of `size` bytes may take. */
export function heapFor(size: number, { maxHeap }: DecodeLimits): number {
  if (size <= MAX_HEAP_MESSAGE_SIZE) return maxHeap;
  return Math.round((maxHeap * size) / MAX_HEAP_MESSAGE_SIZE);
}

export const DEFAULT_LIMITS: DecodeLimits = { maxDepth: MAX_DEPTH, maxHeap: MAX_HEAP };

/**
 * Those of a decode that is given none. A transport that knows how little a sender has sent for a
 * message narrows them while that is decoded: it has a method's decoder, which takes only bytes.
 */
export const inForce: { limits: DecodeLimits } = { limits: DEFAULT_LIMITS };
