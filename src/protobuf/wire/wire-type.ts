/**
 * The six ways in which a value can be written: the lower three bits of its tag. They say how long
 * it is, not what it means.
 *
 * Source: protobuf encoding guide, "Message Structure".
 */
export const WireType = {
  /** int32, int64, uint32, uint64, sint32, sint64, bool, enum. */
  VARINT: 0,
  /** Eight bytes, little-endian: fixed64, sfixed64, double. */
  I64: 1,
  /** A varint length, then as many bytes: string, bytes, messages, packed repeated fields. */
  LEN: 2,
  /** Begins a group, proto2's first idea of a submessage. Only ever skipped here. */
  SGROUP: 3,
  /** Ends the group with the same field number. */
  EGROUP: 4,
  /** Four bytes, little-endian: fixed32, sfixed32, float. */
  I32: 5,
} as const;

export type WireType = (typeof WireType)[keyof typeof WireType];
