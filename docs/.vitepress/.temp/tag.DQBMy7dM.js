import { m as MAX_FIELD_NUMBER, f as encodeVarint32, d as decodeVarint32, D as DecodeError } from "./varint.BEU0HmIF.js";
function tagProblem(tag, bytes, offset, length) {
  if (length > 5 || length === 5 && bytes[offset + 4] > 15) {
    return `a tag has more than 32 bits, field numbers end at ${MAX_FIELD_NUMBER}`;
  }
  if (tag >>> 3 === 0) return "there is no field number 0";
  if ((tag & 7) > 5) return `there is no wire type ${tag & 7}`;
  return void 0;
}
function encodeTag(number, wireType) {
  return encodeVarint32((number << 3 | wireType) >>> 0);
}
function decodeTag(bytes, offset) {
  const varint = decodeVarint32(bytes, offset);
  if (varint === void 0) return void 0;
  const problem = tagProblem(varint.value, bytes, offset, varint.length);
  if (problem !== void 0) throw new DecodeError(problem, offset);
  const wireType = varint.value & 7;
  return { number: varint.value >>> 3, wireType, length: varint.length };
}
export {
  decodeTag as d,
  encodeTag as e,
  tagProblem as t
};
