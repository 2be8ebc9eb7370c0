import { c as MAX_VARINT_LENGTH } from "./varint.BEU0HmIF.js";
const VARINTS = "protobuf encoding #varints";
function readVarint(bytes, offset, end) {
  let value = 0n;
  for (let i = 0; i < MAX_VARINT_LENGTH; i++) {
    if (offset + i >= end) return { value, length: i, problem: "unfinished" };
    const byte = bytes[offset + i];
    value |= BigInt(byte & 127) << BigInt(7 * i);
    if (byte < 128) return { value, length: i + 1 };
  }
  return { value, length: MAX_VARINT_LENGTH, problem: "overlong" };
}
function varintField(bytes, offset, length, about) {
  const field = { offset, length, ...about };
  return length < 2 ? field : { ...field, children: groups(bytes, offset, length), folded: true };
}
function groups(bytes, offset, length) {
  return Array.from({ length }, (_, i) => {
    const byte = bytes[offset + i];
    const more = byte >= 128 ? "another byte follows (1)" : "the last byte (0)";
    return {
      offset: offset + i,
      length: 1,
      name: `bits ${7 * i}–${7 * i + 6}`,
      value: `${byte >>> 7} ${(byte & 127).toString(2).padStart(7, "0")}`,
      meaning: `seven bits of the number; ${more}`,
      source: VARINTS
    };
  });
}
export {
  VARINTS as V,
  readVarint as r,
  varintField as v
};
