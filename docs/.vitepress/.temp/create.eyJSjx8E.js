import { p as plainView } from "./plain-view.B35RG0xQ.js";
import { D as DecodeError, d as decodeVarint32, a as decodeVarint64, b as DEFAULT_LIMITS, M as MAX_DEPTH, h as heapFor, c as MAX_VARINT_LENGTH, e as MAX_KEPT_BUFFER, E as EncodeError, r as rethrowWithin, i as inForce } from "./varint.BEU0HmIF.js";
import { W as WireType } from "./wire-type.xZF9mTfn.js";
import { w as wireTypeOf, c as checkScalar, z as zeroOf, s as scalarTypeOf, d as decodeScalar, i as isZero, a as withLength, e as encodeScalar } from "./scalar.hxwY-QcD.js";
import { d as decodeTag, t as tagProblem, e as encodeTag } from "./tag.DQBMy7dM.js";
import { c as concat } from "./concat.Do7hq_a9.js";
function accepts(field, wireType) {
  if (field.cardinality === "map") return wireType === WireType.LEN;
  return wireType === wireTypeOf(field.type) || isPacked(field, wireType);
}
function isPacked(field, wireType) {
  const packable = wireTypeOf(field.type) !== WireType.LEN;
  return field.cardinality === "repeated" && packable && wireType === WireType.LEN;
}
function mapEntryOf(field) {
  const key = {
    number: 1,
    name: "key",
    type: field.key,
    cardinality: "optional"
  };
  const value = {
    number: 2,
    name: "value",
    type: field.type,
    cardinality: "optional",
    message: field.message
  };
  return { name: "Entry", fields: [key, value] };
}
const lastDecoded = { heap: 0 };
const OBJECT = 24;
const SLOT = 8;
const MIN_SLOTS = 4;
const LIST = 32;
const MAP = 184;
const ONEOF = 40;
const BOXED_NUMBER = 16;
const NO_BYTES = 208;
const FIRST_ITEM_HEAP = 152;
const ITEM_HEAP = 12;
const MAP_PUT_HEAP = 128;
const CHOSEN_KEY_HEAP = 500;
const BIGINT_HEAP = 64;
const UNKNOWN = 640;
const MORE_UNKNOWN = 48;
const SMALL_ARRAY = 64;
const SMALL_STRING = 28;
const known = /* @__PURE__ */ new WeakMap();
function messageHeap(type) {
  const heap = known.get(type) ?? computeHeap(type);
  known.set(type, heap);
  return heap;
}
function computeHeap(type) {
  const slots = new Set(type.fields.map((field) => field.oneof ?? field.name)).size;
  let heap = OBJECT + SLOT * Math.max(slots, MIN_SLOTS) + ITEM_HEAP;
  const oneofs = /* @__PURE__ */ new Set();
  for (const field of type.fields) {
    if (field.oneof === void 0) heap += contentHeap(field);
    else oneofs.add(field.oneof);
  }
  return heap + ONEOF * oneofs.size;
}
function contentHeap({ cardinality, type }) {
  if (cardinality === "repeated") return LIST;
  if (cardinality === "map") return MAP;
  switch (type) {
    case "double":
    case "float":
    case "uint32":
    case "fixed32":
      return BOXED_NUMBER;
    case "bytes":
      return cardinality === "implicit" ? NO_BYTES : 0;
    default:
      return 0;
  }
}
function stringHeap(length) {
  return length <= SMALL_STRING ? 24 + 6 * length : 32 + 2 * length;
}
function bytesHeap(length) {
  return length <= SMALL_ARRAY ? 560 : 600 + length;
}
function unknownHeap(length, isFirst) {
  return (isFirst ? UNKNOWN : MORE_UNKNOWN) + 2 * length;
}
function skipField(bytes, offset, tag, depth) {
  const start = offset + tag.length;
  const length = valueLength(bytes, start, tag, depth);
  if (length === void 0 || length > bytes.length - start) {
    throw new DecodeError("the message ends inside an unknown field", offset);
  }
  return start + length;
}
function valueLength(bytes, start, tag, depth) {
  switch (tag.wireType) {
    case WireType.VARINT:
      return decodeVarint64(bytes, start)?.length;
    case WireType.I32:
      return 4;
    case WireType.I64:
      return 8;
    case WireType.LEN: {
      const size = decodeVarint32(bytes, start);
      return size && size.length + size.value;
    }
    case WireType.SGROUP:
      return groupLength(bytes, start, tag.number, depth - 1);
    case WireType.EGROUP:
      throw new DecodeError(`group ${tag.number} ends, but none has begun`, start - tag.length);
  }
}
function groupLength(bytes, start, number2, depth) {
  if (depth < 0) throw new DecodeError("groups are nested too deeply", start);
  let offset = start;
  while (true) {
    const tag = decodeTag(bytes, offset);
    if (tag === void 0) {
      throw new DecodeError(`group ${number2} does not end`, start);
    }
    if (tag.wireType === WireType.EGROUP && tag.number === number2) {
      return offset + tag.length - start;
    }
    offset = skipField(bytes, offset, tag, depth);
  }
}
function appendUnknown(kept, bytes, start, end) {
  if (kept === void 0) return bytes.slice(start, end);
  const length = kept.length + end - start;
  let { buffer, byteOffset } = kept;
  if (length > buffer.byteLength - byteOffset) {
    buffer = new ArrayBuffer(2 * length);
    byteOffset = 0;
    new Uint8Array(buffer).set(kept);
  }
  const joined = new Uint8Array(buffer, byteOffset, length);
  if (end - start > SHORT) joined.set(bytes.subarray(start, end), kept.length);
  else for (let from = start, to = kept.length; from < end; ) joined[to++] = bytes[from++];
  return joined;
}
const SHORT = 32;
const NOTHING = new Uint8Array(0);
class Cursor {
  source = NOTHING;
  position = 0;
  /** Where the message or list that is being read ends. */
  end = 0;
  limits = DEFAULT_LIMITS;
  /** The halves of the 64-bit varint that was read last. */
  low = 0;
  high = 0;
  /** The last tag, and its offset. */
  #tag = 0;
  #tagStart = 0;
  #isSkipping = false;
  /** Levels that may still open: messages and groups. */
  #depth = MAX_DEPTH;
  /** The messages that are open, outermost first: where the tag of each begins. */
  #open = new Uint32Array(MAX_DEPTH);
  #openCount = 0;
  /** Bytes of memory that what is read may still take. */
  #heap = 0;
  /** The length of the packed list that is being read, before it began. */
  #listStart = 0;
  /** Goes to the beginning of a message. One reader serves one message after the other. */
  begin(bytes, limits) {
    this.source = bytes;
    this.position = 0;
    this.end = bytes.length;
    this.#heap = heapFor(bytes.length, limits);
    if (limits !== this.limits) this.#prepare(limits);
  }
  /** After an error, which left it somewhere inside a message. */
  recover() {
    this.#isSkipping = false;
    this.#openCount = 0;
    this.#prepare(this.limits);
  }
  #prepare(limits) {
    this.limits = limits;
    this.#depth = limits.maxDepth;
    if (this.#open.length < limits.maxDepth) this.#open = new Uint32Array(limits.maxDepth);
  }
  /** Memory that the message takes, as far as it was read, in bytes. */
  get heap() {
    return heapFor(this.source.length, this.limits) - this.#heap;
  }
  /** Where the tag begins at which, or behind which, the reader is; and those of what contains it. */
  get tagStarts() {
    const open = this.#open.slice(0, this.#openCount);
    return { last: this.#tagStart, isUnknown: this.#isSkipping, open };
  }
  /** Counts memory that is taken. @param heap In bytes, as `heap.ts` has it. */
  spend(heap) {
    this.#heap -= heap;
    if (this.#heap < 0) refuse(TOO_LARGE + heapFor(this.source.length, this.limits), this.position);
  }
  /** The next tag: field number × 8 + wire type. What it does not know, a reader must `skip`. */
  tag() {
    const start = this.position;
    this.#tagStart = start;
    const tag = this.uint32();
    const length = this.position - start;
    if (length > 1 || tag < 8 || (tag & 7) > WireType.I32) {
      const problem = tagProblem(tag, this.source, start, length);
      if (problem !== void 0) refuse(problem, start);
    }
    this.#tag = tag;
    return tag;
  }
  /** Begins a length-delimited value; what is returned is for `close`. */
  open() {
    const length = this.length();
    const outer = this.end;
    this.end = this.position + length;
    return outer;
  }
  close(outer) {
    this.end = outer;
  }
  /** Begins a submessage. @param heap What it takes while it is empty. */
  enter(heap) {
    if (this.#depth-- === 0) refuse("messages are nested too deeply", this.position);
    this.spend(heap);
    const outer = this.open();
    this.#open[this.#openCount++] = this.#tagStart;
    return outer;
  }
  leave(outer) {
    this.end = outer;
    this.#openCount--;
    this.#depth++;
  }
  /** `list`, which gets one more item now. */
  item(list) {
    this.spend(list.length === 0 ? FIRST_ITEM_HEAP : ITEM_HEAP);
    return list;
  }
  /** Begins a packed list; what is returned is for `closeList`. */
  openList(list) {
    if (list.length === 0) this.spend(FIRST_ITEM_HEAP);
    this.#listStart = list.length;
    return this.open();
  }
  closeList(outer, list) {
    this.end = outer;
    this.spend(ITEM_HEAP * (list.length - this.#listStart));
  }
  /** Moves over the field whose tag was read last. Returns `kept` with the field appended. */
  skip(kept) {
    const start = this.#tagStart;
    this.pass();
    this.spend(unknownHeap(this.position - start, kept === void 0));
    return appendUnknown(kept, this.source, start, this.position);
  }
  /** Moves over the field whose tag was read last, and keeps nothing of it. */
  pass() {
    this.#isSkipping = true;
    this.#skipValue(this.#tag);
    this.#isSkipping = false;
  }
  #skipValue(tag) {
    const wireType = tag & 7;
    if (wireType === WireType.VARINT) this.varint64();
    else if (wireType === WireType.I32) this.advance(4);
    else if (wireType === WireType.I64) this.advance(8);
    else if (wireType === WireType.LEN) this.advance(this.length());
    else if (wireType === WireType.SGROUP) this.#skipGroup(tag >>> 3);
    else refuse(`group ${tag >>> 3} ends, but none has begun`, this.#tagStart);
  }
  /** A group has no length: one has to walk through its fields to the tag that ends it. */
  #skipGroup(number2) {
    const start = this.position;
    if (this.#depth-- === 0) refuse("groups are nested too deeply", start);
    const endTag = (number2 << 3 | WireType.EGROUP) >>> 0;
    while (true) {
      if (this.position === this.end) refuse(`group ${number2} does not end`, start);
      const tag = this.tag();
      if (tag === endTag) break;
      this.#skipValue(tag);
    }
    this.#depth++;
  }
  /**
   * A varint's low 32 bits. Nearly all have five bytes at most: these are read without a loop, as
   * long as the end is not near.
   */
  uint32() {
    const { source, position } = this;
    if (position + 5 > this.end) return this.#longVarint();
    let byte = source[position];
    let value = byte & 127;
    let size = 1;
    if (byte > 127) {
      byte = source[position + 1];
      value |= (byte & 127) << 7;
      size = 2;
      if (byte > 127) {
        byte = source[position + 2];
        value |= (byte & 127) << 14;
        size = 3;
        if (byte > 127) {
          byte = source[position + 3];
          value |= (byte & 127) << 21;
          size = 4;
          if (byte > 127) {
            byte = source[position + 4];
            value |= byte << 28;
            size = 5;
            if (byte > 127) return this.#longVarint();
          }
        }
      }
    }
    this.position = position + size;
    return value >>> 0;
  }
  /** Of any length, and up to the very end. */
  #longVarint() {
    const { source, end, position: start } = this;
    let value = 0;
    for (let shift = 0, at = start; at < end; shift += 7, at++) {
      const byte = source[at];
      if (shift < 32) value |= (byte & 127) << shift;
      if (byte < 128) {
        this.position = at + 1;
        return value >>> 0;
      }
      if (shift === LAST_SHIFT) refuse(TOO_LONG, start);
    }
    return refuse(TRUNCATED, start);
  }
  /** A varint's 64 bits, to `low` and `high`. */
  varint64() {
    const { source, end, position: start } = this;
    let low = 0;
    let high = 0;
    for (let shift = 0, at = start; at < end; shift += 7, at++) {
      const byte = source[at];
      const bits = byte & 127;
      if (shift <= 28) low |= bits << shift;
      if (shift === 28) high = bits >>> 4;
      else if (shift > 28) high |= bits << shift - 32;
      if (byte < 128) {
        this.position = at + 1;
        this.low = low;
        this.high = high;
        return;
      }
      if (shift === LAST_SHIFT) refuse(TOO_LONG, start);
    }
    refuse(TRUNCATED, start);
  }
  /** A length that was checked: as many bytes are there. */
  length() {
    const start = this.position;
    const length = this.uint32();
    if (length > this.end - this.position) refuse(TRUNCATED, start);
    return length;
  }
  /** Moves on, and returns where it was. */
  advance(size) {
    const start = this.position;
    if (size > this.end - start) refuse(TRUNCATED, start);
    this.position = start + size;
    return start;
  }
}
function refuse(reason, offset) {
  throw new DecodeError(reason, offset);
}
const TOO_LARGE = "the message has too many parts, which would take more bytes than ";
const LAST_SHIFT = 7 * (MAX_VARINT_LENGTH - 1);
const TOO_LONG = `a varint has more than ${MAX_VARINT_LENGTH} bytes`;
const TRUNCATED = "the message ends inside the value";
class SeededMap extends Map {
  #entries = /* @__PURE__ */ new Map();
  constructor(entries) {
    super();
    for (const [key, value] of entries) this.set(key, value);
  }
  get size() {
    return this.#entries.size;
  }
  get(key) {
    return this.#entries.get(textOf(key))?.[1];
  }
  has(key) {
    return this.#entries.has(textOf(key));
  }
  set(key, value) {
    const text = textOf(key);
    const entry = this.#entries.get(text);
    if (entry === void 0) this.#entries.set(text, [key, value]);
    else entry[1] = value;
    return this;
  }
  delete(key) {
    return this.#entries.delete(textOf(key));
  }
  clear() {
    this.#entries.clear();
  }
  forEach(callback, self) {
    for (const [key, value] of this.#entries.values()) callback.call(self, value, key, this);
  }
  *entries() {
    for (const [key, value] of this.#entries.values()) yield [key, value];
  }
  *keys() {
    for (const [key] of this.#entries.values()) yield key;
  }
  *values() {
    for (const [, value] of this.#entries.values()) yield value;
  }
  [Symbol.iterator]() {
    return this.entries();
  }
}
function textOf(key) {
  return `${(typeof key)[0]}${String(key)}`;
}
function v8Hash(key) {
  if (typeof key === "number") return (key | 0) === key ? hash32(key) : hashDouble(key);
  if (typeof key === "bigint") return hashBigint(key);
  if (typeof key === "string") return hashIndex(key);
  return void 0;
}
function hash32(key) {
  let hash = ~key + (key << 15);
  hash ^= hash >>> 12;
  hash += hash << 2;
  hash ^= hash >>> 4;
  hash = Math.imul(hash, 2057);
  return hash ^ hash >>> 16;
}
const halves$1 = new DataView(new ArrayBuffer(8));
function hashDouble(key) {
  halves$1.setFloat64(0, key);
  return hash64(halves$1.getInt32(0), halves$1.getInt32(4));
}
function hashBigint(key) {
  if (key === 0n) return 0;
  halves$1.setBigInt64(0, key < 0n ? -key : key);
  return hash64(halves$1.getInt32(0), halves$1.getInt32(4));
}
function hash64(high, low) {
  let [h, l] = [~high, ~low >>> 0];
  l += low << 18 >>> 0;
  h = h + (high << 18 | low >>> 14) + (l > MAX_UINT32 ? 1 : 0) | 0;
  l |= 0;
  l ^= h << 1 | l >>> 31;
  h ^= h >>> 31;
  const product = (l >>> 0) * 21;
  h = Math.imul(h, 21) + Math.floor(product / 4294967296) | 0;
  l = product | 0;
  l ^= h << 21 | l >>> 11;
  h ^= h >>> 11;
  const sum = (l >>> 0) + (l << 6 >>> 0);
  h = h + (h << 6 | l >>> 26) + (sum > MAX_UINT32 ? 1 : 0) | 0;
  l = sum | 0;
  return l ^ (h << 10 | l >>> 22);
}
const MAX_UINT32 = 4294967295;
function hashIndex(key) {
  if (key.length > MAX_INDEX_DIGITS) return void 0;
  for (let i = 0; i < key.length; i++) {
    const digit = key.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return void 0;
  }
  return Number(key);
}
const MAX_INDEX_DIGITS = 10;
const SMALL_MAP = 128;
const MAX_STEPS = 64;
const SAMPLE = 16;
class MapFiller {
  #chosen;
  /** The large maps of the message that is being decoded. An object's own hash is random. */
  #crowds;
  /** Never used: V8 forgets how it has optimised a class when the last object of it is gone. */
  keptCrowd = new Crowd();
  #untilSample = 1;
  /** @param chosen told of entries whose keys were chosen: those in a `SeededMap` take longer. */
  constructor(chosen = () => {
  }) {
    this.#chosen = chosen;
  }
  /** As `map.set(key, value)`. @returns the map that has the entry now: from then on it counts. */
  put(map, key, value) {
    if (--this.#untilSample > 0) {
      map.set(key, value);
      return map;
    }
    this.#untilSample = 1 + Math.floor(Math.random() * (2 * SAMPLE - 1));
    if (map instanceof SeededMap) this.#chosen(SAMPLE);
    else if (this.#isChosen(map, key)) return this.#seeded(map).set(key, value);
    return map.set(key, value);
  }
  #seeded(map) {
    this.#chosen(map.size);
    return new SeededMap(map);
  }
  /** Whether too many keys of `map` lie on the way to `key`. */
  #isChosen(map, key) {
    if (map.size < SMALL_MAP) return false;
    const hash = v8Hash(key);
    return hash !== void 0 && this.#crowdOf(map).meet(hash, !map.has(key), map.size);
  }
  /** Lets go of all maps: the message is read. */
  release() {
    this.#crowds = void 0;
  }
  #crowdOf(map) {
    this.#crowds ??= /* @__PURE__ */ new Map();
    const known2 = this.#crowds.get(map);
    if (known2 !== void 0) return known2;
    const crowd = new Crowd();
    this.#crowds.set(map, crowd);
    return crowd;
  }
}
class Crowd {
  #hashes = [];
  /** Hashes of the sample in each bucket. V8 has a bucket for two entries, and doubles both. */
  #buckets = new Uint16Array(SMALL_MAP / 2);
  #lookups = 0;
  /** Keys of the sample that stood in the way, all in all. */
  #met = 0;
  /**
   * Takes one key more into the sample, of a map that has `size` entries.
   * @returns whether the keys were chosen.
   */
  meet(hash, isNew, size) {
    if (size > 2 * this.#buckets.length) this.#spread(size);
    const bucket = hash & this.#buckets.length - 1;
    this.#lookups++;
    this.#met += this.#buckets[bucket];
    if (isNew) {
      this.#buckets[bucket]++;
      this.#hashes.push(hash);
    }
    return SAMPLE * this.#met > MAX_STEPS * (this.#lookups + FEW);
  }
  /** The same hashes in as many buckets as V8 has for `size` entries. */
  #spread(size) {
    let length = this.#buckets.length;
    while (2 * length < size) length *= 2;
    this.#buckets = new Uint16Array(length);
    for (const hash of this.#hashes) this.#buckets[hash & length - 1]++;
  }
}
const FEW = 8;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const { charCodeAt } = String.prototype;
function writeAscii(text, length, target, start) {
  for (let i = 0; i < length; i++) {
    const unit = charCodeAt.call(text, i);
    if (unit > 127) return false;
    target[start + i] = unit;
  }
  return true;
}
function writeUtf8(text, target, start) {
  return encoder.encodeInto(text, target.subarray(start)).written;
}
const SHORT_STRING$1 = 28;
function readUtf8(bytes, start, end) {
  if (end - start <= SHORT_STRING$1) {
    const text = readAscii(bytes, start, end);
    if (text !== void 0) return text;
  }
  try {
    return decoder.decode(bytes.subarray(start, end));
  } catch {
    return void 0;
  }
}
function readAscii(bytes, start, end) {
  let text = "";
  let i = start;
  for (; i + 8 <= end; i += 8) {
    const a = bytes[i];
    const b = bytes[i + 1];
    const c = bytes[i + 2];
    const d = bytes[i + 3];
    const e = bytes[i + 4];
    const f = bytes[i + 5];
    const g = bytes[i + 6];
    const h = bytes[i + 7];
    if ((a | b | c | d | e | f | g | h) > 127) return void 0;
    text += String.fromCharCode(a, b, c, d, e, f, g, h);
  }
  if (i === end) return text;
  const rest = readShort(bytes, i, end - i);
  return rest === void 0 ? void 0 : text + rest;
}
function readShort(bytes, i, length) {
  const a = bytes[i];
  if (length === 1) return a > 127 ? void 0 : String.fromCharCode(a);
  const b = bytes[i + 1];
  let all = a | b;
  if (length === 2) return all > 127 ? void 0 : String.fromCharCode(a, b);
  const c = bytes[i + 2];
  all |= c;
  if (length === 3) return all > 127 ? void 0 : String.fromCharCode(a, b, c);
  const d = bytes[i + 3];
  all |= d;
  if (length === 4) return all > 127 ? void 0 : String.fromCharCode(a, b, c, d);
  const e = bytes[i + 4];
  all |= e;
  if (length === 5) return all > 127 ? void 0 : String.fromCharCode(a, b, c, d, e);
  const f = bytes[i + 5];
  all |= f;
  if (length === 6) return all > 127 ? void 0 : String.fromCharCode(a, b, c, d, e, f);
  const g = bytes[i + 6];
  all |= g;
  return all > 127 ? void 0 : String.fromCharCode(a, b, c, d, e, f, g);
}
const scratch = new Uint8Array(8);
const number = new DataView(scratch.buffer);
class Reader extends Cursor {
  #maps = new MapFiller((entries) => this.spend(entries * CHOSEN_KEY_HEAP));
  /** Lets go of the message, which may be large. */
  release() {
    this.source = NOTHING;
    this.#maps.release();
  }
  /** Puts an entry into a map. @returns the map that has it now. */
  put(map, key, value) {
    this.spend(MAP_PUT_HEAP);
    return this.#maps.put(map, key, value);
  }
  int32() {
    return this.uint32() | 0;
  }
  sint32() {
    const value = this.uint32();
    return value >>> 1 ^ -(value & 1);
  }
  bool() {
    this.varint64();
    return (this.low | this.high) !== 0;
  }
  int64() {
    this.varint64();
    return this.#join(this.low, this.high);
  }
  uint64() {
    this.varint64();
    return BigInt.asUintN(64, this.#join(this.low, this.high));
  }
  sint64() {
    this.varint64();
    const sign = -(this.low & 1);
    const low = (this.low >>> 1 | this.high << 31) ^ sign;
    return this.#join(low, this.high >>> 1 ^ sign);
  }
  #join(low, high) {
    this.spend(BIGINT_HEAP);
    number.setInt32(0, low, true);
    number.setInt32(4, high, true);
    return number.getBigInt64(0, true);
  }
  fixed32() {
    return this.#fixed(4).getUint32(0, true);
  }
  sfixed32() {
    return this.#fixed(4).getInt32(0, true);
  }
  float() {
    return this.#fixed(4).getFloat32(0, true);
  }
  double() {
    return this.#fixed(8).getFloat64(0, true);
  }
  fixed64() {
    this.spend(BIGINT_HEAP);
    return this.#fixed(8).getBigUint64(0, true);
  }
  sfixed64() {
    this.spend(BIGINT_HEAP);
    return this.#fixed(8).getBigInt64(0, true);
  }
  #fixed(size) {
    const start = this.advance(size);
    for (let i = 0; i < size; i++) scratch[i] = this.source[start + i];
    return number;
  }
  string() {
    const begin = this.position;
    const length = this.length();
    this.spend(stringHeap(length));
    const start = this.position;
    const end = start + length;
    this.position = end;
    return readUtf8(this.source, start, end) ?? refuse("the string is not valid UTF-8", begin);
  }
  /** Copied: they outlive the buffer that they arrived in. */
  bytes() {
    const length = this.length();
    this.spend(bytesHeap(length));
    const start = this.position;
    this.position = start + length;
    return this.source.slice(start, this.position);
  }
}
function locate(error, type, cursor) {
  const { last, isUnknown, open } = cursor.tagStarts;
  const walker = new Walker(cursor);
  const names = [];
  let inside = type;
  let start = 0;
  for (const tagStart of open) {
    const field2 = walker.fieldAt(tagStart, inside);
    names.push(walker.nameOf(field2, start, tagStart));
    inside = field2.cardinality === "map" ? mapEntryOf(field2) : field2.message();
    start = walker.contentOf(tagStart);
  }
  const tag = walker.tagAt(last);
  const field = isUnknown ? void 0 : walker.fieldAt(last, inside);
  if (field !== void 0) names.push(walker.nameOf(field, start, error.offset, last));
  const located = reworded(error, last, tag === void 0, isUnknown);
  for (const name of names.reverse()) located.within(name);
  return located.within(type.name);
}
function reworded(error, last, isInTag, isUnknown) {
  if (error.reason !== TRUNCATED) return error;
  if (isInTag) return new DecodeError("the message ends inside a tag", last);
  if (isUnknown) return new DecodeError("the message ends inside an unknown field", last);
  return error;
}
class Walker {
  #reader = new Reader();
  constructor({ source, limits, end }) {
    this.#reader.begin(source, limits);
    this.#reader.end = end;
  }
  /** `undefined` if there is no sound tag. */
  tagAt(start) {
    this.#reader.position = start;
    try {
      return this.#reader.tag();
    } catch {
      return void 0;
    }
  }
  /** The field of `type` to which the value behind the tag belongs. */
  fieldAt(start, type) {
    const tag = this.tagAt(start);
    if (tag === void 0) return void 0;
    const field = type.fields.find(({ number: number2 }) => number2 === tag >>> 3);
    return field && accepts(field, tag & 7) ? field : void 0;
  }
  /** Where the content of the length-delimited value begins whose tag is at `start`. */
  contentOf(start) {
    this.tagAt(start);
    this.#reader.uint32();
    return this.#reader.position;
  }
  /** The field's name; in a list with the number of items from `start` up to `end`. */
  nameOf(field, start, end, tagStart = end) {
    if (field.cardinality !== "repeated") return field.name;
    let items = 0;
    const reader = this.#reader;
    for (reader.position = start; reader.position < tagStart; ) {
      const tag = reader.tag();
      const isItem = tag >>> 3 === field.number && accepts(field, tag & 7);
      if (isItem && isPacked(field, tag & 7)) items += this.#packed(field, Infinity);
      else {
        reader.pass();
        if (isItem) items++;
      }
    }
    if (tagStart < end) {
      const tag = reader.tag();
      const hasItems = isPacked(field, tag & 7) && reader.position < end;
      if (hasItems) items += this.#packed(field, end);
    }
    return `${field.name}[${items}]`;
  }
  /** The items of a packed list, as far as they begin before `limit`. */
  #packed(field, limit) {
    const reader = this.#reader;
    const length = reader.uint32();
    const end = Math.min(reader.position + length, limit);
    let items = 0;
    for (; reader.position < end; items++) {
      if (wireTypeOf(field.type) === WireType.VARINT) reader.uint32();
      else reader.position += wireTypeOf(field.type) === WireType.I32 ? 4 : 8;
    }
    return items;
  }
}
const SHARED_BUFFER = 8 * 1024;
const MIN_ROOM = 512;
const MAX_NUMBER = 10;
class Sink {
  /** Where it writes: the shared array, or the large one when a message outgrows that. */
  buffer = new Uint8Array(SHARED_BUFFER);
  view = new DataView(this.buffer.buffer);
  position = 0;
  #shared = this.buffer;
  #large = new Uint8Array(0);
  /** Where the message begins, in either. */
  #start = 0;
  #depth = 0;
  /** The message that was written. Its `buffer` may be shared with others: mind `byteOffset`. */
  finish() {
    if (this.buffer !== this.#shared) {
      const message2 = this.buffer.subarray(this.#start, this.position);
      const { length } = this.buffer;
      return length > MAX_KEPT_BUFFER && 3 * message2.length > length ? message2 : message2.slice();
    }
    const message = this.buffer.subarray(this.#start, this.position);
    this.#start = this.position;
    return message;
  }
  /** Gets ready for the next message, also after one that was not finished. */
  reset() {
    this.#depth = 0;
    if (this.#large.length > MAX_KEPT_BUFFER) this.#large = new Uint8Array(0);
    if (this.#shared.length - this.#start < MIN_ROOM) {
      this.#shared = new Uint8Array(SHARED_BUFFER);
      this.#start = 0;
    }
    if (this.buffer !== this.#shared) this.#use(this.#shared);
    this.position = this.#start;
  }
  /** Makes room for `size` more bytes. */
  reserve(size) {
    if (this.position + size > this.buffer.length) this.#grow(this.position + size);
  }
  #grow(needed) {
    if (needed > this.#large.length) this.#large = new Uint8Array(2 * needed);
    this.#large.set(this.buffer.subarray(this.#start, this.position), this.#start);
    this.#use(this.#large);
  }
  #use(buffer) {
    this.buffer = buffer;
    this.view = new DataView(buffer.buffer);
  }
  /** @param tag Field number × 8 + wire type. */
  tag(tag) {
    this.reserve(MAX_NUMBER);
    this.varint(tag);
    return this;
  }
  /** Begins a length-delimited value. What is returned is for `close`. */
  open(tag) {
    this.reserve(MAX_NUMBER);
    this.varint(tag);
    return ++this.position;
  }
  /** Ends the value that began at `start`, and writes its length in front of it. */
  close(start) {
    this.writeLength(start, this.position - start);
  }
  /** Begins a submessage; what is returned is for `leave`. */
  enter(tag) {
    if (++this.#depth > MAX_DEPTH) {
      throw new EncodeError("messages are nested too deeply, or in a circle");
    }
    return this.open(tag);
  }
  leave(start) {
    this.#depth--;
    this.close(start);
  }
  /** Writes `length` before the content at `start`, where one byte is free for it. */
  writeLength(start, length) {
    if (length < 128) {
      this.buffer[start - 1] = length;
      return;
    }
    const shift = varintSize(length) - 1;
    this.reserve(shift);
    this.buffer.copyWithin(start + shift, start, start + length);
    this.position = start - 1;
    this.varint(length);
    this.position += length;
  }
  /** Bytes as they are: the unknown fields of a message. */
  raw(bytes) {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.position);
    this.position += bytes.length;
  }
  /** An unsigned number of at most 32 bits. */
  varint(value) {
    const { buffer } = this;
    let rest = value;
    while (rest > 127) {
      buffer[this.position++] = rest & 127 | 128;
      rest >>>= 7;
    }
    buffer[this.position++] = rest;
  }
  /** 64 bits in two halves: seven bits at a time are shifted from the high into the low one. */
  varint64(low, high) {
    let rest = low >>> 0;
    let above = high >>> 0;
    while (above > 0) {
      this.buffer[this.position++] = rest & 127 | 128;
      rest = (rest >>> 7 | above << 25) >>> 0;
      above >>>= 7;
    }
    this.varint(rest);
  }
}
function varintSize(value) {
  let size = 1;
  for (let rest = value; rest > 127; rest >>>= 7) size++;
  return size;
}
const SHORT_STRING = 64;
const halves = new DataView(new ArrayBuffer(8));
class Writer extends Sink {
  int32(value) {
    if ((value | 0) !== value) checkScalar("int32", value);
    this.reserve(MAX_NUMBER);
    if (value < 0) this.varint64(value, -1);
    else this.varint(value);
  }
  uint32(value) {
    if (value >>> 0 !== value) checkScalar("uint32", value);
    this.reserve(MAX_NUMBER);
    this.varint(value);
  }
  sint32(value) {
    if ((value | 0) !== value) checkScalar("sint32", value);
    this.reserve(MAX_NUMBER);
    this.varint((value << 1 ^ value >> 31) >>> 0);
  }
  bool(value) {
    if (typeof value !== "boolean") checkScalar("bool", value);
    this.reserve(MAX_NUMBER);
    this.buffer[this.position++] = value ? 1 : 0;
  }
  int64(value) {
    checkScalar("int64", value);
    this.#bigint(value);
  }
  uint64(value) {
    checkScalar("uint64", value);
    this.#bigint(value);
  }
  sint64(value) {
    checkScalar("sint64", value);
    halves.setBigInt64(0, value, true);
    const low = halves.getInt32(0, true);
    const high = halves.getInt32(4, true);
    const sign = high >> 31;
    this.reserve(MAX_NUMBER);
    this.varint64(low << 1 ^ sign, (high << 1 | low >>> 31) ^ sign);
  }
  fixed32(value) {
    if (value >>> 0 !== value) checkScalar("fixed32", value);
    this.reserve(MAX_NUMBER);
    this.view.setUint32(this.position, value, true);
    this.position += 4;
  }
  sfixed32(value) {
    if ((value | 0) !== value) checkScalar("sfixed32", value);
    this.reserve(MAX_NUMBER);
    this.view.setInt32(this.position, value, true);
    this.position += 4;
  }
  float(value) {
    if (typeof value !== "number") checkScalar("float", value);
    this.reserve(MAX_NUMBER);
    this.view.setFloat32(this.position, value, true);
    this.position += 4;
  }
  double(value) {
    if (typeof value !== "number") checkScalar("double", value);
    this.reserve(MAX_NUMBER);
    this.view.setFloat64(this.position, value, true);
    this.position += 8;
  }
  fixed64(value) {
    checkScalar("fixed64", value);
    this.reserve(MAX_NUMBER);
    this.view.setBigUint64(this.position, value, true);
    this.position += 8;
  }
  sfixed64(value) {
    checkScalar("sfixed64", value);
    this.reserve(MAX_NUMBER);
    this.view.setBigInt64(this.position, value, true);
    this.position += 8;
  }
  string(value) {
    if (typeof value !== "string") checkScalar("string", value);
    const units = value.length;
    this.reserve(MAX_NUMBER + 3 * units);
    const start = this.position + 1;
    if (units <= SHORT_STRING && writeAscii(value, units, this.buffer, start)) {
      this.buffer[start - 1] = units;
      this.position = start + units;
      return;
    }
    const length = writeUtf8(value, this.buffer, start);
    this.position = start + length;
    this.writeLength(start, length);
  }
  bytes(value) {
    if (!(value instanceof Uint8Array)) checkScalar("bytes", value);
    this.reserve(MAX_NUMBER + value.length);
    this.varint(value.length);
    this.raw(value);
  }
  #bigint(value) {
    halves.setBigInt64(0, value, true);
    this.reserve(MAX_NUMBER);
    this.varint64(halves.getInt32(0, true), halves.getInt32(4, true));
  }
}
function createMessage(type) {
  const message = {};
  for (const field of type.fields) message[field.oneof ?? field.name] = defaultOf(field);
  return message;
}
function defaultOf(field) {
  if (field.oneof !== void 0) return void 0;
  switch (field.cardinality) {
    case "implicit":
      return zeroOf(scalarTypeOf(field));
    case "optional":
      return void 0;
    case "repeated":
      return [];
    case "map":
      return /* @__PURE__ */ new Map();
  }
}
function contentOf(input, offset, type) {
  const { bytes, budget } = input;
  const size = decodeVarint32(bytes, offset) ?? truncated(offset);
  const start = offset + size.length;
  if (size.value > bytes.length - start) truncated(offset);
  if (type !== void 0) {
    if (input.depth === 0) throw new DecodeError("messages are nested too deeply", offset);
    budget.spend(messageHeap(type), offset);
  }
  const end = start + size.value;
  const depth = type === void 0 ? input.depth : input.depth - 1;
  return { input: { bytes: bytes.subarray(0, end), depth, budget }, start, end };
}
function truncated(offset, inside = "the value") {
  throw new DecodeError(`the message ends inside ${inside}`, offset);
}
function decodeFields(type, input, start, message) {
  const { bytes, depth } = input;
  let offset = start;
  while (offset < bytes.length) {
    const tag = decodeTag(bytes, offset) ?? truncated(offset, "a tag");
    const field = type.fields.find((candidate) => candidate.number === tag.number);
    if (field !== void 0 && accepts(field, tag.wireType)) {
      try {
        offset = decodeField(field, tag, input, offset + tag.length, message);
      } catch (error) {
        rethrowWithin(placeOf(field, message), error);
      }
    } else {
      const end = skipField(bytes, offset, tag, depth);
      message.$unknown = appendUnknown(message.$unknown, bytes, offset, end);
      offset = end;
    }
  }
}
function placeOf(field, message) {
  if (field.cardinality !== "repeated") return field.name;
  return `${field.name}[${message[field.name].length}]`;
}
function decodeField(field, tag, input, start, message) {
  if (field.cardinality === "map") return decodeEntry(field, input, start, message);
  if (isPacked(field, tag.wireType)) return decodePacked(field, input, start, message);
  if (field.type === "message") return decodeSubmessage(field, input, start, message);
  const decoded = decodeScalar(scalarTypeOf(field), input.bytes, start) ?? truncated(start);
  store(field, message, decoded.value);
  return start + decoded.length;
}
function decodeSubmessage(field, input, start, message) {
  const type = field.message();
  const content = contentOf(input, start, type);
  const submessage = earlierPart(field, message) ?? createMessage(type);
  decodeFields(type, content.input, content.start, submessage);
  store(field, message, submessage);
  return content.end;
}
function earlierPart(field, message) {
  if (field.cardinality === "repeated") return void 0;
  if (field.oneof === void 0) return message[field.name];
  const set = message[field.oneof];
  return set?.case === field.name ? set.value : void 0;
}
function decodePacked(field, input, start, message) {
  const content = contentOf(input, start);
  for (let offset = content.start; offset < content.end; ) {
    const type = scalarTypeOf(field);
    const decoded = decodeScalar(type, content.input.bytes, offset) ?? truncated(offset);
    store(field, message, decoded.value);
    offset += decoded.length;
  }
  return content.end;
}
function decodeEntry(field, input, start, message) {
  const type = mapEntryOf(field);
  const content = contentOf(input, start, type);
  const entry = {};
  decodeFields(type, content.input, content.start, entry);
  const key = entry.key ?? zeroOf(field.key);
  const value = entry.value ?? (field.type === "message" ? createMessage(field.message()) : zeroOf(scalarTypeOf(field)));
  const map = message[field.name];
  message[field.name] = input.budget.maps.put(map, key, value);
  return content.end;
}
function store(field, message, value) {
  if (field.cardinality === "repeated") message[field.name].push(value);
  else if (field.oneof === void 0) message[field.name] = value;
  else message[field.oneof] = { case: field.name, value };
}
function encodeFields(type, message, depth) {
  const parts = [];
  for (const field of type.fields) {
    const value = valueIn(field, message);
    if (value === void 0 || value === null) continue;
    try {
      encodeField(field, value, depth, parts);
    } catch (error) {
      rethrowWithin(field.name, error);
    }
  }
  if (message.$unknown) parts.push(message.$unknown);
  return concat(parts);
}
function valueIn(field, message) {
  if (field.oneof === void 0) return message[field.name];
  const set = message[field.oneof];
  return set?.case === field.name ? set.value : void 0;
}
function encodeField(field, value, depth, parts) {
  switch (field.cardinality) {
    case "implicit":
      if (!isZero(value)) parts.push(tagOf(field), encodeValue(field, value, depth));
      return;
    case "optional":
      parts.push(tagOf(field), encodeValue(field, value, depth));
      return;
    case "repeated":
      encodeList(field, value, depth, parts);
      return;
    case "map":
      for (const [key, mapped] of value) {
        const entry = encodeNested(mapEntryOf(field), { key, value: mapped }, depth);
        parts.push(encodeTag(field.number, WireType.LEN), entry);
      }
  }
}
function encodeList(field, list, depth, parts) {
  if (list.length === 0) return;
  const values = [];
  for (const value of list) {
    try {
      values.push(encodeValue(field, value, depth));
    } catch (error) {
      rethrowWithin(`[${values.length}]`, error);
    }
  }
  if (field.packed) {
    parts.push(encodeTag(field.number, WireType.LEN), withLength(concat(values)));
  } else {
    for (const value of values) parts.push(tagOf(field), value);
  }
}
function tagOf(field) {
  return encodeTag(field.number, wireTypeOf(field.type));
}
function encodeValue(field, value, depth) {
  return field.type === "message" ? encodeNested(field.message(), value, depth) : encodeScalar(scalarTypeOf(field), value);
}
function encodeNested(type, message, depth) {
  if (depth === 0) throw new EncodeError("messages are nested too deeply, or in a circle");
  if (typeof message !== "object" || message === null) {
    throw new EncodeError(`${String(message)} is not a message`);
  }
  return withLength(encodeFields(type, message, depth - 1));
}
class Budget {
  #limit;
  #left;
  #maps;
  /** @param size The message's, in bytes. */
  constructor(size, limits) {
    this.#limit = heapFor(size, limits);
    this.#left = this.#limit;
  }
  /** Memory that was taken, in bytes. */
  get spent() {
    return this.#limit - this.#left;
  }
  /** Fills the maps of the message: keys that somebody chose must not take longer than others. */
  get maps() {
    this.#maps ??= new MapFiller();
    return this.#maps;
  }
  /** @throws DecodeError if less is left. @param offset Where in the message the decoder is. */
  spend(heap, offset) {
    this.#left -= heap;
    if (this.#left < 0) {
      const reason = `the message has too many parts: they would take more than ${this.#limit} bytes of memory`;
      throw new DecodeError(reason, offset);
    }
  }
}
function encodeMessage(type, message) {
  try {
    return encodeFields(type, message, MAX_DEPTH);
  } catch (error) {
    rethrowWithin(type.name, error);
  }
}
function decodeMessage(type, bytes, limits = inForce.limits) {
  const message = createMessage(type);
  const input = {
    bytes: plainView(bytes),
    depth: limits.maxDepth,
    budget: new Budget(bytes.length, limits)
  };
  try {
    decodeFields(type, input, 0, message);
    lastDecoded.heap = input.budget.spent;
    return message;
  } catch (error) {
    lastDecoded.heap = input.budget.spent;
    rethrowWithin(type.name, error);
  }
}
let idleWriter = new Writer();
let idleReader = new Reader();
function encode(descriptor, message, write) {
  const writer = idleWriter ?? new Writer();
  idleWriter = void 0;
  try {
    write(message, writer);
    return writer.finish();
  } catch (error) {
    throw explain(error, descriptor, message);
  } finally {
    writer.reset();
    idleWriter = writer;
  }
}
function decode(descriptor, bytes, message, read, limits = inForce.limits) {
  const reader = idleReader ?? new Reader();
  idleReader = void 0;
  try {
    reader.begin(plainView(bytes), limits);
    read(message, reader);
    lastDecoded.heap = reader.heap;
    return message;
  } catch (error) {
    lastDecoded.heap = reader.heap;
    const located = error instanceof DecodeError ? locate(error, descriptor, reader) : error;
    reader.recover();
    throw located;
  } finally {
    reader.release();
    idleReader = reader;
  }
}
function explain(error, descriptor, message) {
  try {
    encodeMessage(descriptor, message);
    return error;
  } catch (explained) {
    return explained;
  }
}
function create(type, message, init) {
  if (init !== void 0)
    fill(type, message, init, MAX_DEPTH);
  return message;
}
function fill(type, message, init, depth) {
  if (depth < 0) throw new EncodeError("messages are nested too deeply, or in a circle");
  for (const field of type.fields) {
    const name = field.oneof ?? field.name;
    const value = init[name];
    if (value === void 0 || value === null) continue;
    if (field.oneof !== void 0 && value.case !== field.name) continue;
    message[name] = field.type === "message" ? filled(field, value, depth) : value;
  }
  if (init.$unknown) message.$unknown = init.$unknown;
}
function filled(field, value, depth) {
  const one = (inside) => filledMessage(field, inside, depth - 1);
  if (field.oneof !== void 0) {
    return { case: field.name, value: one(value.value) };
  }
  if (field.cardinality === "repeated") return Array.isArray(value) ? value.map(one) : value;
  if (field.cardinality !== "map") return one(value);
  if (!(value instanceof Map)) return value;
  return new Map(Array.from(value, ([key, inside]) => [key, one(inside)]));
}
function filledMessage(field, init, depth) {
  if (typeof init !== "object" || init === null) return init;
  const type = field.message();
  const message = createMessage(type);
  fill(type, message, init, depth);
  return message;
}
export {
  MapFiller as M,
  accepts as a,
  encodeMessage as b,
  create as c,
  decode as d,
  encode as e,
  decodeMessage as f,
  createMessage as g,
  mapEntryOf as m
};
