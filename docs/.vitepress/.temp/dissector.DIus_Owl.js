import { p as protobufFields, s as summary } from "./fields.C13xwECr.js";
import { r as readVarint, v as varintField, V as VARINTS } from "./varint-field.BYzobr8k.js";
function protobufPayload(view = {}) {
  return (bytes) => {
    const fields = protobufFields(bytes, view);
    return { title: titleOf(fields, view), fields };
  };
}
function titleOf(fields, { type }) {
  if (type !== void 0) return summary(type.name, fields);
  if (fields.length === 0) return "an empty message";
  return `a message: ${fields.map(({ name }) => name).join(", ")}`;
}
function createProtobufDissector(view = {}) {
  const payload = protobufPayload(view);
  return { push: (bytes) => [{ ...payload(bytes), bytes }], end: () => [] };
}
function createVarintDissector() {
  return {
    push: (bytes) => [{ title: "varints", bytes, fields: varintFields(bytes) }],
    end: () => []
  };
}
function varintFields(bytes) {
  const fields = [];
  for (let at = 0; at < bytes.length; ) {
    const { value, length, problem } = readVarint(bytes, at, bytes.length);
    const meaning = MEANINGS[problem ?? "whole"];
    const about = { name: "varint", value: String(value), meaning, source: VARINTS };
    fields.push(varintField(bytes, at, length, about));
    at += length;
  }
  return fields;
}
const MEANINGS = {
  whole: "seven bits a byte, the lowest first",
  unfinished: "its last byte says that another follows, and none does",
  overlong: "more than ten bytes: 64 bits never need them"
};
export {
  createVarintDissector as a,
  createProtobufDissector as c,
  protobufPayload as p
};
