import { truncated } from '#protobuf/fields/decode-input';
import { MAX_DEPTH } from '#protobuf/limits';
import { decodeTag } from '#protobuf/wire/tag';
import { skipField } from '#protobuf/wire/unknown-fields';
import { decodeVarint64, zigzagDecode64 } from '#protobuf/wire/varint';
import { WireType } from '#protobuf/wire/wire-type';
import type { Move, Stock } from './messages.ts';

// #region read
/**
 * The numbers in a message, by field number, as they stand: what they mean comes later.
 * @throws DecodeError if it is malformed
 */
export function readNumbers(bytes: Uint8Array): Map<number, bigint> {
  const numbers = new Map<number, bigint>();
  let at = 0;
  while (at < bytes.length) {
    const tag = decodeTag(bytes, at) ?? truncated(at);
    const start = at + tag.length;
    if (tag.wireType === WireType.VARINT) {
      const { value, length } = decodeVarint64(bytes, start) ?? truncated(start);
      numbers.set(tag.number, value);
      at = start + length;
    } else if (tag.wireType === WireType.I64) {
      if (start + 8 > bytes.length) truncated(start);
      const view = new DataView(bytes.buffer, bytes.byteOffset + start);
      numbers.set(tag.number, view.getBigUint64(0, true));
      at = start + 8;
    } else {
      at = skipField(bytes, at, tag, MAX_DEPTH);
    }
  }
  return numbers;
}
// #endregion read

// #region meaning
/** Here the numbers get their meaning: that field 2 is zigzag, only the reader knows. */
export function decodeMove(bytes: Uint8Array): Move {
  const numbers = readNumbers(bytes);
  return {
    shelf: Number(BigInt.asUintN(32, numbers.get(1) ?? 0n)),
    change: zigzagDecode64(numbers.get(2) ?? 0n),
    at: numbers.get(3) ?? 0n,
  };
}
// #endregion meaning

export function decodeStock(bytes: Uint8Array): Stock {
  const numbers = readNumbers(bytes);
  return {
    shelf: Number(BigInt.asUintN(32, numbers.get(1) ?? 0n)),
    total: zigzagDecode64(numbers.get(2) ?? 0n),
    moves: Number(numbers.get(3) ?? 0n),
    status: Number(numbers.get(4) ?? 0n),
  };
}
