import { DecodeError } from '#protobuf/error';
import { decodeVarint32, decodeVarint64, encodeVarint64 } from '#protobuf/wire/varint';
import { WireType } from '#protobuf/wire/wire-type';

export interface Tag {
  readonly number: number;
  readonly wireType: WireType;
  readonly length: number;
}

const WIRE_TYPES: number[] = Object.values(WireType);

export function encodeTag(number: number, wireType: WireType): Uint8Array<ArrayBuffer> {
  return encodeVarint64(BigInt(number) * 8n + BigInt(wireType));
}

export function decodeTag(bytes: Uint8Array, offset: number): Tag | undefined {
  const tag = decodeVarint32(bytes, offset);
  if (tag === undefined) return undefined;
  if (decodeVarint64(bytes, offset)?.value !== BigInt(tag.value)) {
    throw new DecodeError('too large for a tag', offset);
  }
  const number = Math.floor(tag.value / 8);
  const wireType = tag.value % 8;
  if (number < 1 || !WIRE_TYPES.includes(wireType)) throw new DecodeError('not a tag', offset);
  return { number, wireType: wireType as WireType, length: tag.length };
}
