import { a as accepts, m as mapEntryOf } from "./create.eyJSjx8E.js";
import { w as wireTypeOf } from "./scalar.hxwY-QcD.js";
import { M as MAX_DEPTH } from "./varint.BEU0HmIF.js";
import { W as WireType } from "./wire-type.xZF9mTfn.js";
import { t as tagProblem } from "./tag.DQBMy7dM.js";
import { r as readVarint, v as varintField, V as VARINTS } from "./varint-field.BYzobr8k.js";
import { c as clip } from "./clip.CTe3olt_.js";
const MESSAGES = "protobuf encoding #structure";
const WIRE_TYPE_NAMES = {
  0: "VARINT",
  1: "I64",
  2: "LEN",
  3: "SGROUP",
  4: "EGROUP",
  5: "I32"
};
function readTag(bytes, offset, end) {
  const { value, length, problem } = readVarint(bytes, offset, end);
  if (problem === "unfinished") return { problem: "the message ends inside a tag" };
  const number = Number(BigInt.asUintN(32, value));
  const wrong = tagProblem(number, bytes, offset, length);
  if (wrong !== void 0) return { problem: wrong };
  return { number: number >>> 3, wireType: number & 7, offset, length };
}
function tagField(bytes, tag, meaning = "field number × 8 + wire type, as a varint") {
  return varintField(bytes, tag.offset, tag.length, {
    name: "tag",
    value: `${tag.number}:${WIRE_TYPE_NAMES[tag.wireType]}`,
    meaning,
    source: MESSAGES
  });
}
function meaningOf$1({ number, wireType }, known, accepted, type) {
  if (known !== void 0) {
    const name = typeName(known);
    if (accepted) return `field ${number}, ${name}`;
    return `the schema has ${known.name} (${name}) here, this is ${WIRE_TYPE_NAMES[wireType]}: it is taken for unknown`;
  }
  if (type !== void 0) return "not in the schema: a reader skips it by its wire type";
  return GUESSES[wireType];
}
function typeName(field) {
  const inner = field.type === "message" ? field.message().name : field.type;
  if (field.cardinality === "map") return `map<${field.key}, ${inner}>`;
  if (field.cardinality === "repeated") return `repeated ${inner}`;
  if (field.oneof !== void 0) return `${inner}, of oneof ${field.oneof}`;
  return field.cardinality === "optional" && field.type !== "message" ? `optional ${inner}` : inner;
}
const GUESSES = {
  0: "an integer, a bool or an enum: only the schema can say which",
  1: "eight bytes: fixed64, sfixed64 or double",
  2: "a string, bytes, a message or a packed list: only the schema can say which",
  3: "a group, which has an end instead of a length (deprecated)",
  4: "the end of a group that has not begun",
  5: "four bytes: fixed32, sfixed32 or float"
};
function unreadable(offset, end, why) {
  return {
    offset,
    length: end - offset,
    name: "unreadable",
    meaning: `${why}; where the next field would begin, nobody knows`
  };
}
function broken(offset, end, why) {
  const parts = offset === end ? [] : [unreadable(offset, end, why)];
  return { value: "unreadable", parts, isSimple: false };
}
function unfinished(offset, end, meaning = MISSING) {
  const part = { offset, length: end - offset, name: "unfinished", meaning };
  return { value: "unfinished", parts: offset === end ? [] : [part], isSimple: false };
}
const MISSING = "the message ends before the value does";
function showVarint(value, type) {
  switch (type) {
    case "bool":
      return String(BigInt.asUintN(64, value) !== 0n);
    case "int32":
    case "enum":
      return String(BigInt.asIntN(32, value));
    case "uint32":
      return String(BigInt.asUintN(32, value));
    case "sint32":
      return String(unzigzag(BigInt.asUintN(32, value)));
    case "sint64":
      return String(unzigzag(BigInt.asUintN(64, value)));
    case "int64":
      return String(BigInt.asIntN(64, value));
    default: {
      const unsigned = BigInt.asUintN(64, value);
      const signed = BigInt.asIntN(64, value);
      const isPlain = type === "uint64" || signed >= 0n;
      return isPlain ? String(unsigned) : `${unsigned} (as int64: ${signed})`;
    }
  }
}
function showEnum(value, field) {
  const number = Number(BigInt.asIntN(32, value));
  const { enum: type } = field ?? {};
  const found = type?.();
  if (found === void 0) return void 0;
  const name = isParsed(found) ? found.values.find((one) => one.number === number)?.name : Object.entries(found.numbers).find(([, one]) => one === number)?.[0];
  return name && `${name} (${number})`;
}
function isParsed(type) {
  return "values" in type;
}
function unzigzag(value) {
  return (value & 1n) === 0n ? value / 2n : -(value + 1n) / 2n;
}
function showFixed(bytes, type) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case "float":
      return showFloat(view.getFloat32(0, true));
    case "double":
      return showFloat(view.getFloat64(0, true));
    case "sfixed32":
      return String(view.getInt32(0, true));
    case "sfixed64":
      return String(view.getBigInt64(0, true));
    default:
      return String(bytes.length === 4 ? view.getUint32(0, true) : view.getBigUint64(0, true));
  }
}
const showFloat = (value) => Object.is(value, -0) ? "-0" : String(value);
const LONGEST_TEXT = 60;
function showText(bytes) {
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return void 0;
  }
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) return void 0;
  const quoted = JSON.stringify(text);
  return quoted.length <= LONGEST_TEXT ? quoted : `${quoted.slice(0, LONGEST_TEXT - 2)}…"`;
}
function showSize(length) {
  return length === 1 ? "1 byte" : `${length} bytes`;
}
const FIXED = "protobuf encoding #int-types";
const LENGTHS = "protobuf encoding #length-types";
function readNumber(range, wireType, field) {
  if (wireType === WireType.VARINT) return readVarintValue(range, field);
  const { bytes, start, end } = range;
  const length = wireType === WireType.I32 ? 4 : 8;
  if (start + length > end) return unfinished(start, end);
  const value = showFixed(bytes.subarray(start, start + length), field?.type);
  const meaning = `always ${length} bytes, the lowest first (little-endian)`;
  const part = { offset: start, length, name: "value", value, meaning, source: FIXED };
  return { value, parts: [part], isSimple: true };
}
function readVarintValue({ bytes, start, end }, field) {
  const varint = readVarint(bytes, start, end);
  if (varint.problem === "unfinished") return unfinished(start, end);
  if (varint.problem === "overlong") return broken(start, end, "a varint of more than ten bytes");
  const value = showEnum(varint.value, field) ?? showVarint(varint.value, field?.type);
  const isZigzag = field?.type === "sint32" || field?.type === "sint64";
  const about = {
    name: "value",
    value: isZigzag ? `${value} (zigzag ${varint.value})` : value,
    meaning: meaningOf(varint.value, isZigzag),
    source: VARINTS
  };
  return { value, parts: [varintField(bytes, start, varint.length, about)], isSimple: true };
}
function meaningOf(value, isZigzag) {
  if (value > 0xffffffffffffffffn) return "more than 64 bits: the rest is dropped, or refused";
  if (isZigzag) return "zigzag counts outward from zero: 0 −1 1 −2 2 …";
  return "a varint: seven bits a byte, the lowest first";
}
function readPacked({ bytes, start, end }, field) {
  const elements = [];
  for (let at = start; at < end; ) {
    const range = { bytes, start: at, end };
    const { value: value2, parts } = readNumber(range, wireTypeOf(field.type), field);
    const element = { ...parts[0], name: `[${elements.length}]`, value: value2 };
    elements.push(element);
    at += element.length;
  }
  const value = `[${elements.map((element) => element.value ?? "?").join(", ")}]`;
  return { value, parts: elements, isSimple: false };
}
function readText({ bytes, start, end }, field) {
  const content = bytes.subarray(start, end);
  const text = field?.type === "bytes" ? void 0 : showText(content);
  const value = text ?? showSize(content.length);
  if (start === end) return { value, parts: [], isSimple: true };
  const meaning = text === void 0 ? "bytes as they are" : "text in UTF-8";
  const about = { name: "value", value, meaning, source: LENGTHS };
  return { value, parts: [{ offset: start, length: end - start, ...about }], isSimple: true };
}
function summary(typeName2, fields) {
  const name = typeName2.split(".").at(-1);
  const values = fields.map((field) => `${field.name}: ${field.value ?? "…"}`);
  return clip(values.length === 0 ? `${name} {}` : `${name} { ${values.join(", ")} }`);
}
function protobufFields(bytes, view = {}) {
  const { type, compact = false } = view;
  return readFields({ bytes, end: bytes.length, depth: MAX_DEPTH, compact }, 0, type).fields;
}
function readFields(scope, start, type, group) {
  const { bytes, end } = scope;
  const fields = [];
  let at = start;
  while (at < end) {
    const tag = readTag(bytes, at, end);
    if ("problem" in tag) {
      fields.push(unreadable(at, end, tag.problem));
      return { fields, closed: false };
    }
    if (tag.wireType === WireType.EGROUP && tag.number === group) {
      fields.push(tagField(bytes, tag, "the group ends"));
      return { fields, closed: true };
    }
    const field = readField(scope, tag, type);
    fields.push(field);
    at += field.length;
  }
  return { fields, closed: false };
}
function readField(scope, tag, type) {
  const known = type?.fields.find(({ number }) => number === tag.number);
  const field = known && accepts(known, tag.wireType) ? known : void 0;
  const { value, parts, isSimple } = readValue(scope, tag, field);
  const children = [tagField(scope.bytes, tag), ...parts];
  const last = children.at(-1);
  return {
    offset: tag.offset,
    length: last.offset + last.length - tag.offset,
    name: field?.name ?? `field ${tag.number}`,
    ...value !== void 0 && { value },
    meaning: meaningOf$1(tag, known, field !== void 0, type),
    ...field === void 0 && { source: MESSAGES },
    children,
    ...scope.compact && isSimple && { folded: true }
  };
}
function readValue(scope, tag, field) {
  const { bytes, end } = scope;
  const start = tag.offset + tag.length;
  switch (tag.wireType) {
    case WireType.VARINT:
    case WireType.I32:
    case WireType.I64:
      return readNumber({ bytes, start, end }, tag.wireType, field);
    case WireType.LEN:
      return readLengthDelimited(scope, start, field);
    case WireType.SGROUP:
      return readGroup(scope, start, tag.number);
    case WireType.EGROUP:
      return broken(start, end, "a group ends here that has not begun");
  }
}
function readLengthDelimited(scope, start, field) {
  const { bytes, end } = scope;
  const { value: size, length, problem } = readVarint(bytes, start, end);
  if (problem === "unfinished") return unfinished(start, end);
  if (problem === "overlong") return broken(start, end, "a length of more than ten bytes");
  const meaning = "how many bytes follow, as a varint";
  const about = { name: "length", value: String(size), meaning, source: LENGTHS };
  const lengthField = varintField(bytes, start, length, about);
  const content = start + length;
  if (size > BigInt(end - content)) {
    const why = `${end - content} of ${size} bytes came before the message ended`;
    const rest = unfinished(content, end, why);
    return { ...rest, parts: [lengthField, ...rest.parts] };
  }
  const read = readContent({ ...scope, end: content + Number(size) }, content, field);
  return { ...read, parts: [lengthField, ...read.parts] };
}
function readContent(scope, start, field) {
  const { bytes, end, depth } = scope;
  if (field?.cardinality === "map" || field?.type === "message") {
    if (depth === 0) return broken(start, end, "nested too deeply");
    const type = field.cardinality === "map" ? mapEntryOf(field) : field.message();
    const { fields } = readFields({ ...scope, depth: depth - 1 }, start, type);
    return { value: summary(type.name, fields), parts: fields, isSimple: false };
  }
  const range = { bytes, start, end };
  const isPacked = field !== void 0 && wireTypeOf(field.type) !== WireType.LEN;
  return isPacked ? readPacked(range, field) : readText(range, field);
}
function readGroup(scope, start, number) {
  if (scope.depth === 0) return broken(start, scope.end, "nested too deeply");
  const inner = { ...scope, depth: scope.depth - 1 };
  const { fields, closed } = readFields(inner, start, void 0, number);
  const value = closed ? "a group" : "a group that does not end";
  return { value, parts: fields, isSimple: false };
}
export {
  protobufFields as p,
  summary as s
};
