class CodecError extends Error {
  /** What is wrong, without where. */
  reason;
  /** From the outermost message to the field: `ecommerce.Order.items[2]`. Empty if not known. */
  path = "";
  #where;
  constructor(reason, where) {
    super(reason + where);
    this.reason = reason;
    this.#where = where;
  }
  /** Says that the error is in `name`. */
  within(name) {
    const dot = this.path === "" || this.path.startsWith("[") ? "" : ".";
    this.path = `${name}${dot}${this.path}`;
    this.message = `${this.path}: ${this.reason}${this.#where}`;
    return this;
  }
}
class DecodeError extends CodecError {
  name = "DecodeError";
  /** Bytes from the start of the outermost message to the field or value that is wrong. */
  offset;
  constructor(reason, offset) {
    super(reason, ` (at offset ${offset})`);
    this.offset = offset;
  }
}
class EncodeError extends CodecError {
  name = "EncodeError";
  constructor(reason) {
    super(reason, "");
  }
}
function rethrowWithin(name, error) {
  throw error instanceof CodecError ? error.within(name) : error;
}
const MAX_DEPTH = 100;
const MAX_HEAP = 64 * 1024 * 1024;
const MAX_HEAP_MESSAGE_SIZE = 4 * 1024 * 1024;
const MAX_VARINT_LENGTH = 10;
const MAX_SHOWN_LENGTH = 40;
const MAX_FIELD_NUMBER = 536870911;
const MAX_KEPT_BUFFER = 256 * 1024;
function heapFor(size, { maxHeap }) {
  if (size <= MAX_HEAP_MESSAGE_SIZE) return maxHeap;
  return Math.round(maxHeap * size / MAX_HEAP_MESSAGE_SIZE);
}
const DEFAULT_LIMITS = { maxDepth: MAX_DEPTH, maxHeap: MAX_HEAP };
const inForce = { limits: DEFAULT_LIMITS };
function encodeVarint32(value) {
  const bytes = [];
  let rest = value;
  while (rest > 127) {
    bytes.push(rest & 127 | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
function decodeVarint32(bytes, offset) {
  let value = 0;
  for (let i = 0; i < MAX_VARINT_LENGTH; i++) {
    const byte = bytes[offset + i];
    if (byte === void 0) return void 0;
    if (i < 5) value |= (byte & 127) << 7 * i;
    if (byte < 128) return { value: value >>> 0, length: i + 1 };
  }
  throw new DecodeError(`a varint has more than ${MAX_VARINT_LENGTH} bytes`, offset);
}
function encodeVarint64(value) {
  const bytes = [];
  let rest = BigInt.asUintN(64, value);
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}
function decodeVarint64(bytes, offset) {
  let value = 0n;
  for (let i = 0; i < MAX_VARINT_LENGTH; i++) {
    const byte = bytes[offset + i];
    if (byte === void 0) return void 0;
    value |= BigInt(byte & 127) << BigInt(7 * i);
    if (byte < 128) return { value: BigInt.asUintN(64, value), length: i + 1 };
  }
  throw new DecodeError(`a varint has more than ${MAX_VARINT_LENGTH} bytes`, offset);
}
function zigzagEncode32(value) {
  return (value << 1 ^ value >> 31) >>> 0;
}
function zigzagDecode32(value) {
  return value >>> 1 ^ -(value & 1);
}
function zigzagEncode64(value) {
  return BigInt.asUintN(64, value << 1n ^ value >> 63n);
}
function zigzagDecode64(value) {
  return value >> 1n ^ -(value & 1n);
}
export {
  DecodeError as D,
  EncodeError as E,
  MAX_DEPTH as M,
  decodeVarint64 as a,
  DEFAULT_LIMITS as b,
  MAX_VARINT_LENGTH as c,
  decodeVarint32 as d,
  MAX_KEPT_BUFFER as e,
  encodeVarint32 as f,
  encodeVarint64 as g,
  heapFor as h,
  inForce as i,
  zigzagDecode64 as j,
  zigzagDecode32 as k,
  zigzagEncode32 as l,
  MAX_FIELD_NUMBER as m,
  MAX_SHOWN_LENGTH as n,
  rethrowWithin as r,
  zigzagEncode64 as z
};
