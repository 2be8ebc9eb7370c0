const WireType = {
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
  I32: 5
};
export {
  WireType as W
};
