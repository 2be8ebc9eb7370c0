import { c as concat } from "./concat.Do7hq_a9.js";
import { e as encodeUtf8, d as decodeUtf8 } from "./utf8.SLM2nV_b.js";
import { E as EncodeError, f as encodeVarint32, g as encodeVarint64, z as zigzagEncode64, D as DecodeError, d as decodeVarint32, a as decodeVarint64, j as zigzagDecode64, k as zigzagDecode32, l as zigzagEncode32 } from "./varint.BEU0HmIF.js";
import { W as WireType } from "./wire-type.xZF9mTfn.js";
function checkScalar(type, value) {
  if (!fits(type, value)) throw new EncodeError(`${show(value)} is not ${describe(type)}`);
  return value;
}
function fits(type, value) {
  switch (type) {
    case "int32":
    case "sint32":
    case "sfixed32":
      return typeof value === "number" && (value | 0) === value;
    case "uint32":
    case "fixed32":
      return typeof value === "number" && value >>> 0 === value;
    case "int64":
    case "sint64":
    case "sfixed64":
      return typeof value === "bigint" && BigInt.asIntN(64, value) === value;
    case "uint64":
    case "fixed64":
      return typeof value === "bigint" && BigInt.asUintN(64, value) === value;
    case "float":
    case "double":
      return typeof value === "number";
    case "bool":
      return typeof value === "boolean";
    case "string":
      return typeof value === "string";
    case "bytes":
      return value instanceof Uint8Array;
  }
}
function describe(type) {
  if (type === "bytes") return "a Uint8Array";
  if (type.endsWith("64")) return `${article(type)} ${type} (a bigint: 5n, not 5)`;
  return `${article(type)} ${type}`;
}
const article = (type) => type.startsWith("i") ? "an" : "a";
function show(value) {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  if (typeof value === "number" || typeof value === "boolean" || value == null) return `${value}`;
  return Object.prototype.toString.call(value);
}
function scalarTypeOf(field) {
  if (field.type === "enum") return "int32";
  if (field.type === "message") throw new TypeError(`${field.name} is a message`);
  return field.type;
}
function wireTypeOf(type) {
  switch (type) {
    case "fixed32":
    case "sfixed32":
    case "float":
      return WireType.I32;
    case "fixed64":
    case "sfixed64":
    case "double":
      return WireType.I64;
    case "string":
    case "bytes":
    case "message":
      return WireType.LEN;
    default:
      return WireType.VARINT;
  }
}
function zeroOf(type) {
  if (type === "string") return "";
  if (type === "bytes") return new Uint8Array(0);
  if (type === "bool") return false;
  return type.endsWith("64") ? 0n : 0;
}
function isZero(value) {
  if (value instanceof Uint8Array) return value.length === 0;
  return Object.is(value, 0) || value === 0n || value === false || value === "";
}
function encodeScalar(type, given) {
  const value = checkScalar(type, given);
  switch (type) {
    case "uint32":
      return encodeVarint32(value);
    case "sint32":
      return encodeVarint32(zigzagEncode32(value));
    case "int32":
      return value < 0 ? encodeVarint64(BigInt(value)) : encodeVarint32(value);
    case "int64":
    case "uint64":
      return encodeVarint64(value);
    case "sint64":
      return encodeVarint64(zigzagEncode64(value));
    case "bool":
      return encodeVarint32(value ? 1 : 0);
    case "string":
      return withLength(encodeUtf8(value));
    case "bytes":
      return withLength(value);
    default:
      return encodeFixed(type, value);
  }
}
function withLength(content) {
  return concat([encodeVarint32(content.length), content]);
}
function encodeFixed(type, value) {
  const bytes = new Uint8Array(wireTypeOf(type) === WireType.I32 ? 4 : 8);
  const view = new DataView(bytes.buffer);
  if (type === "fixed32") view.setUint32(0, value, true);
  else if (type === "sfixed32") view.setInt32(0, value, true);
  else if (type === "float") view.setFloat32(0, value, true);
  else if (type === "double") view.setFloat64(0, value, true);
  else view.setBigInt64(0, value, true);
  return bytes;
}
function decodeScalar(type, bytes, offset) {
  switch (wireTypeOf(type)) {
    case WireType.VARINT:
      return decodeVarintAs(type, bytes, offset);
    case WireType.LEN: {
      const content = decodeLengthDelimited(bytes, offset);
      if (content === void 0 || type === "bytes") return content;
      try {
        return { value: decodeUtf8(content.value), length: content.length };
      } catch {
        throw new DecodeError("the string is not valid UTF-8", offset);
      }
    }
    default:
      return decodeFixed(type, bytes, offset);
  }
}
function decodeLengthDelimited(bytes, offset) {
  const size = decodeVarint32(bytes, offset);
  if (size === void 0) return void 0;
  const start = offset + size.length;
  if (size.value > bytes.length - start) return void 0;
  return { value: bytes.slice(start, start + size.value), length: size.length + size.value };
}
function decodeVarintAs(type, bytes, offset) {
  if (type === "bool" || type.endsWith("64")) {
    const wide = decodeVarint64(bytes, offset);
    if (wide === void 0) return void 0;
    const { value: value2, length: length2 } = wide;
    if (type === "bool") return { value: value2 !== 0n, length: length2 };
    if (type === "int64") return { value: BigInt.asIntN(64, value2), length: length2 };
    return { value: type === "sint64" ? zigzagDecode64(value2) : value2, length: length2 };
  }
  const narrow = decodeVarint32(bytes, offset);
  if (narrow === void 0) return void 0;
  const { value, length } = narrow;
  if (type === "int32") return { value: value | 0, length };
  return { value: type === "sint32" ? zigzagDecode32(value) : value, length };
}
function decodeFixed(type, bytes, offset) {
  const length = wireTypeOf(type) === WireType.I32 ? 4 : 8;
  if (offset + length > bytes.length) return void 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, length);
  if (type === "fixed32") return { value: view.getUint32(0, true), length };
  if (type === "sfixed32") return { value: view.getInt32(0, true), length };
  if (type === "float") return { value: view.getFloat32(0, true), length };
  if (type === "double") return { value: view.getFloat64(0, true), length };
  if (type === "fixed64") return { value: view.getBigUint64(0, true), length };
  return { value: view.getBigInt64(0, true), length };
}
export {
  withLength as a,
  checkScalar as c,
  decodeScalar as d,
  encodeScalar as e,
  isZero as i,
  scalarTypeOf as s,
  wireTypeOf as w,
  zeroOf as z
};
