import { concat } from '#bytes/concat';
import { encodeTag } from '#protobuf/wire/tag';
import { encodeVarint32, encodeVarint64, zigzagEncode64 } from '#protobuf/wire/varint';
import { WireType } from '#protobuf/wire/wire-type';
import type { Move, Stock } from './messages.ts';

// #region move
/** A message is nothing but its fields, one after the other: each a tag and a value. */
export function encodeMove({ shelf, change, at }: Move): Uint8Array {
  return concat([
    encodeTag(1, WireType.VARINT),
    encodeVarint32(shelf),
    encodeTag(2, WireType.VARINT),
    encodeVarint64(zigzagEncode64(change)),
    encodeTag(3, WireType.I64),
    encodeFixed64(at),
  ]);
}
// #endregion move

export function encodeStock({ shelf, total, moves, status }: Stock): Uint8Array {
  return concat([
    encodeTag(1, WireType.VARINT),
    encodeVarint32(shelf),
    encodeTag(2, WireType.VARINT),
    encodeVarint64(zigzagEncode64(total)),
    encodeTag(3, WireType.VARINT),
    encodeVarint32(moves),
    encodeTag(4, WireType.VARINT),
    encodeVarint32(status),
  ]);
}

// #region fixed
/** Eight bytes, the lowest first: protobuf's order is the other way round than the network's. */
export function encodeFixed64(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return bytes;
}
// #endregion fixed
