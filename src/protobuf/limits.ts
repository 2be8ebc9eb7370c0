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
 * Messages, lists and maps that one decode may create. An empty submessage costs its sender two
 * bytes and us an object with a list for each repeated field: 4 MiB of them would take gigabytes.
 */
export const MAX_OBJECTS = 1_000_000;

/**
 * A message, and anything with a length inside it: protobuf's own bound, 2 GiB − 1. A length is
 * also never trusted beyond the bytes that are there, so a lie of 2 GiB allocates nothing. (How
 * much may *arrive* is the transport's to say: gRPC's default is 4 MiB.)
 */
export const MAX_LENGTH = 0x7fff_ffff;

/** A varint of 64 bits takes ten groups of seven. An eleventh is an attempt to keep us reading. */
export const MAX_VARINT_LENGTH = 10;

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
  readonly maxObjects: number;
}

export const DEFAULT_LIMITS: DecodeLimits = { maxDepth: MAX_DEPTH, maxObjects: MAX_OBJECTS };
