const MAX_INTEGER = 2 ** 28 - 1;
const MAX_INTEGER_BYTES = 5;
const DEFAULT_TABLE_SIZE = 4096;
const MAX_ENCODER_TABLE_SIZE = 4096;
const DEFAULT_MAX_LIST_SIZE = 16384;
class HpackError extends Error {
  constructor(message) {
    super(message);
    this.name = "HpackError";
  }
}
function encodeInteger(out, pattern, prefixBits, value) {
  const full = (1 << prefixBits) - 1;
  if (value < full) {
    out.byte(pattern | value);
    return;
  }
  out.byte(pattern | full);
  let rest = value - full;
  while (rest > 127) {
    out.byte(rest & 127 | 128);
    rest >>>= 7;
  }
  out.byte(rest);
}
function decodeInteger(from, prefixBits) {
  const full = (1 << prefixBits) - 1;
  let value = nextByte(from, "where an integer should begin") & full;
  if (value < full) return value;
  for (let i = 0; i < MAX_INTEGER_BYTES; i++) {
    const byte = nextByte(from, "inside an integer");
    value += (byte & 127) * 2 ** (7 * i);
    if (value > MAX_INTEGER) throw new HpackError(`an integer is above ${MAX_INTEGER}`);
    if (byte < 128) return value;
  }
  throw new HpackError(`an integer has more than ${MAX_INTEGER_BYTES} continuation bytes`);
}
function nextByte(from, where) {
  if (from.at >= from.end) throw new HpackError(`the header block ends ${where}`);
  return from.bytes[from.at++];
}
const EOS = 256;
const CODE_LENGTHS = [
  13,
  23,
  28,
  28,
  28,
  28,
  28,
  28,
  28,
  24,
  30,
  28,
  28,
  30,
  28,
  28,
  28,
  28,
  28,
  28,
  28,
  28,
  30,
  28,
  28,
  28,
  28,
  28,
  28,
  28,
  28,
  28,
  6,
  10,
  10,
  12,
  13,
  6,
  8,
  11,
  10,
  10,
  8,
  11,
  8,
  6,
  6,
  6,
  5,
  5,
  5,
  6,
  6,
  6,
  6,
  6,
  6,
  6,
  7,
  8,
  15,
  6,
  12,
  10,
  13,
  6,
  7,
  7,
  7,
  7,
  7,
  7,
  7,
  7,
  7,
  7,
  7,
  7,
  7,
  7,
  7,
  7,
  7,
  7,
  7,
  7,
  7,
  7,
  8,
  7,
  8,
  13,
  19,
  13,
  14,
  6,
  15,
  5,
  6,
  5,
  6,
  5,
  6,
  6,
  6,
  5,
  7,
  7,
  6,
  6,
  6,
  5,
  6,
  7,
  6,
  5,
  5,
  6,
  7,
  7,
  7,
  7,
  7,
  15,
  11,
  14,
  13,
  28,
  20,
  22,
  20,
  20,
  22,
  22,
  22,
  23,
  22,
  23,
  23,
  23,
  23,
  23,
  24,
  23,
  24,
  24,
  22,
  23,
  24,
  23,
  23,
  23,
  23,
  21,
  22,
  23,
  22,
  23,
  23,
  24,
  22,
  21,
  20,
  22,
  22,
  23,
  23,
  21,
  23,
  22,
  22,
  24,
  21,
  22,
  23,
  23,
  21,
  21,
  22,
  21,
  23,
  22,
  23,
  23,
  20,
  22,
  22,
  22,
  23,
  22,
  22,
  23,
  26,
  26,
  20,
  19,
  22,
  23,
  22,
  25,
  26,
  26,
  26,
  27,
  27,
  26,
  24,
  25,
  19,
  21,
  26,
  27,
  27,
  26,
  27,
  24,
  21,
  21,
  26,
  26,
  28,
  27,
  27,
  27,
  20,
  24,
  20,
  21,
  22,
  21,
  21,
  23,
  22,
  22,
  25,
  25,
  24,
  24,
  26,
  23,
  26,
  27,
  26,
  26,
  27,
  27,
  27,
  27,
  27,
  28,
  27,
  27,
  27,
  27,
  27,
  26,
  30
];
const CODES = assignCodes(CODE_LENGTHS);
function assignCodes(lengths) {
  const codes = new Array(lengths.length).fill(0);
  let next = 0;
  for (let length = 1; length <= 30; length++) {
    next <<= 1;
    for (const [symbol, bits] of lengths.entries()) {
      if (bits === length) codes[symbol] = next++;
    }
  }
  return codes;
}
const STEPS = new Int32Array(256 * 16);
const EMITS = 1 << 16;
const FAILS = 1 << 17;
const MAY_END = new Uint8Array(256);
const children = [[0, 0]];
for (const [symbol, code] of CODES.entries()) {
  let node = 0;
  for (let bit = CODE_LENGTHS[symbol] - 1; bit >= 0; bit--) {
    const side = code >>> bit & 1;
    if (bit === 0) {
      children[node][side] = ~symbol;
    } else {
      if (children[node][side] === 0) children[node][side] = children.push([0, 0]) - 1;
      node = children[node][side];
    }
  }
}
for (let from = 0; from < 256; from++) {
  for (let nibble = 0; nibble < 16; nibble++) STEPS[from * 16 + nibble] = walk(from, nibble);
}
function walk(from, nibble) {
  let node = from;
  let entry = 0;
  for (let bit = 3; bit >= 0; bit--) {
    const next = children[node][nibble >>> bit & 1];
    if (next >= 0) {
      node = next;
    } else if (~next === EOS) {
      return FAILS;
    } else {
      entry = EMITS | ~next << 8;
      node = 0;
    }
  }
  return entry | node;
}
for (let node = 0, ones = 0; ones <= 7; ones++) {
  MAY_END[node] = 1;
  node = children[node][1];
}
const MOST_ARGUMENTS = 8192;
function latin1FromBytes(bytes, start, end) {
  if (end - start <= 24) {
    let text2 = "";
    for (let i = start; i < end; i++) text2 += String.fromCharCode(bytes[i]);
    return text2;
  }
  let text = "";
  for (let from = start; from < end; from += MOST_ARGUMENTS) {
    const part = bytes.subarray(from, Math.min(from + MOST_ARGUMENTS, end));
    text += String.fromCharCode.apply(null, part);
  }
  return text;
}
function huffmanLength(text) {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits += CODE_LENGTHS[text.charCodeAt(i)];
  return bits + 7 >>> 3;
}
function huffmanEncode(out, text) {
  let waiting = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const octet = text.charCodeAt(i);
    let code = CODES[octet];
    let length = CODE_LENGTHS[octet];
    if (length > 24) {
      waiting = waiting << length - 24 | code >>> 24;
      count += length - 24;
      code &= 16777215;
      length = 24;
      if (count >= 8) {
        count -= 8;
        out.byte(waiting >>> count & 255);
      }
    }
    waiting = waiting << length | code;
    count += length;
    while (count >= 8) {
      count -= 8;
      out.byte(waiting >>> count & 255);
    }
    waiting &= 255;
  }
  if (count > 0) out.byte((waiting << 8 - count | 255 >>> count) & 255);
}
let scratch = new Uint8Array(256);
function huffmanDecode(bytes, start = 0, end = bytes.length) {
  const most = Math.ceil((end - start) * 8 / 5);
  if (scratch.length < most) scratch = new Uint8Array(most);
  let node = 0;
  let length = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    const first = STEPS[node << 4 | byte >>> 4];
    if (first & EMITS) scratch[length++] = first >>> 8;
    const second = STEPS[(first & 255) << 4 | byte & 15];
    if (second & EMITS) scratch[length++] = second >>> 8;
    if ((first | second) & FAILS) throw new HpackError("a Huffman string contains EOS");
    node = second & 255;
  }
  if (MAY_END[node] === 0) {
    throw new HpackError("a Huffman string ends with padding that is too long or not all ones");
  }
  return latin1FromBytes(scratch, 0, length);
}
function encodeString(out, text) {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 255) {
      throw new RangeError(`character ${i} of a header field is not an octet: encode it first`);
    }
  }
  const compressed = huffmanLength(text);
  if (compressed < text.length) {
    encodeInteger(out, 128, 7, compressed);
    huffmanEncode(out, text);
    return;
  }
  encodeInteger(out, 0, 7, text.length);
  out.reserve(text.length);
  for (let i = 0; i < text.length; i++) out.buffer[out.position++] = text.charCodeAt(i);
}
function decodeString(from) {
  const compressed = from.at < from.end && from.bytes[from.at] >= 128;
  const length = decodeInteger(from, 7);
  const start = from.at;
  if (length > from.end - start) {
    throw new HpackError(`a string of ${length} bytes in ${from.end - start} that are left`);
  }
  from.at += length;
  return compressed ? huffmanDecode(from.bytes, start, from.at) : latin1FromBytes(from.bytes, start, from.at);
}
const FIELD_OVERHEAD = 32;
function fieldSize(name, value) {
  return name.length + value.length + FIELD_OVERHEAD;
}
class DecodedField {
  name;
  value;
  neverIndexed;
  constructor(name, value, neverIndexed = false) {
    this.name = name;
    this.value = value;
    this.neverIndexed = neverIndexed;
  }
}
const ENTRIES = [
  [":authority", ""],
  [":method", "GET"],
  [":method", "POST"],
  [":path", "/"],
  [":path", "/index.html"],
  [":scheme", "http"],
  [":scheme", "https"],
  [":status", "200"],
  [":status", "204"],
  [":status", "206"],
  [":status", "304"],
  [":status", "400"],
  [":status", "404"],
  [":status", "500"],
  ["accept-charset", ""],
  ["accept-encoding", "gzip, deflate"],
  ["accept-language", ""],
  ["accept-ranges", ""],
  ["accept", ""],
  ["access-control-allow-origin", ""],
  ["age", ""],
  ["allow", ""],
  ["authorization", ""],
  ["cache-control", ""],
  ["content-disposition", ""],
  ["content-encoding", ""],
  ["content-language", ""],
  ["content-length", ""],
  ["content-location", ""],
  ["content-range", ""],
  ["content-type", ""],
  ["cookie", ""],
  ["date", ""],
  ["etag", ""],
  ["expect", ""],
  ["expires", ""],
  ["from", ""],
  ["host", ""],
  ["if-match", ""],
  ["if-modified-since", ""],
  ["if-none-match", ""],
  ["if-range", ""],
  ["if-unmodified-since", ""],
  ["last-modified", ""],
  ["link", ""],
  ["location", ""],
  ["max-forwards", ""],
  ["proxy-authenticate", ""],
  ["proxy-authorization", ""],
  ["range", ""],
  ["referer", ""],
  ["refresh", ""],
  ["retry-after", ""],
  ["server", ""],
  ["set-cookie", ""],
  ["strict-transport-security", ""],
  ["transfer-encoding", ""],
  ["user-agent", ""],
  ["vary", ""],
  ["via", ""],
  ["www-authenticate", ""]
];
const STATIC_TABLE_LENGTH = ENTRIES.length;
const STATIC_TABLE = [
  new DecodedField("", ""),
  ...ENTRIES.map(([name, value]) => new DecodedField(name, value))
];
const STATIC_NAMES = byName();
function byName() {
  const names = /* @__PURE__ */ new Map();
  for (const [i, [name, value]] of ENTRIES.entries()) {
    const known = names.get(name) ?? { index: i + 1, values: /* @__PURE__ */ new Map() };
    known.values.set(value, i + 1);
    names.set(name, known);
  }
  return names;
}
class DynamicTable {
  /** A ring: the newest at `#newest`, older ones before it. Its length is a power of two. */
  #ring = new Array(16).fill(void 0);
  #newest = 0;
  #length = 0;
  #size = 0;
  #maxSize;
  #added = 0;
  #onEvict;
  /** @param onEvict hears of each entry that goes, with its fixed number. */
  constructor(maxSize, onEvict) {
    this.#maxSize = maxSize;
    this.#onEvict = onEvict;
  }
  get length() {
    return this.#length;
  }
  /** The sum of the entries' sizes, 32 for each included (§4.1). */
  get size() {
    return this.#size;
  }
  get maxSize() {
    return this.#maxSize;
  }
  /** How many entries there ever were: the fixed number of the next one. */
  get added() {
    return this.#added;
  }
  /** The entry at an index, 0 the newest; `undefined` if there is none. */
  get(index) {
    if (index >= this.#length) return void 0;
    return this.#ring[this.#newest - index & this.#ring.length - 1];
  }
  /** Adds an entry. One that is larger than the whole table empties it, and is not an error (§4.4). */
  add(field) {
    const size = fieldSize(field.name, field.value);
    this.#evictUntil(this.#maxSize - size);
    if (size > this.#maxSize) return;
    if (this.#length === this.#ring.length) this.#grow();
    this.#newest = this.#newest + 1 & this.#ring.length - 1;
    this.#ring[this.#newest] = field;
    this.#length++;
    this.#size += size;
    this.#added++;
  }
  /** Changes the room there is; what no longer fits goes, the oldest first (§4.3). */
  resize(maxSize) {
    this.#maxSize = maxSize;
    this.#evictUntil(maxSize);
  }
  #evictUntil(room) {
    while (this.#length > 0 && this.#size > room) {
      const at = this.#newest - this.#length + 1 & this.#ring.length - 1;
      const oldest = this.#ring[at];
      this.#ring[at] = void 0;
      this.#onEvict?.(oldest, this.#added - this.#length);
      this.#length--;
      this.#size -= fieldSize(oldest.name, oldest.value);
    }
  }
  #grow() {
    const oldestFirst = [];
    for (let index = this.#length - 1; index >= 0; index--) oldestFirst.push(this.get(index));
    this.#ring = [...oldestFirst, ...new Array(this.#length).fill(void 0)];
    this.#newest = this.#length - 1;
  }
}
const SMALL_ROUNDS = 16;
class ByteWriter {
  /** The memory, for a hot loop that has called `reserve` and then writes by itself. */
  buffer;
  /** Where the next byte goes. */
  position = 0;
  /** Start of the bytes not yet taken. */
  #start = 0;
  #maxSlab;
  /** How often in a row so little was written that it would have fitted into `maxSlab`. */
  #smallRounds = 0;
  /** @param maxSlab memory is asked for in pieces that double up to this size. */
  constructor(size = 256, maxSlab = 65536) {
    this.buffer = new Uint8Array(size);
    this.#maxSlab = maxSlab;
  }
  /** Bytes written and not yet taken. */
  get length() {
    return this.position - this.#start;
  }
  /** Makes sure that `size` more bytes fit. Positions change: only offsets from `length` hold. */
  reserve(size) {
    if (this.buffer.length - this.position >= size) return;
    const pending = this.length;
    let capacity = Math.min(this.buffer.length * 2, this.#maxSlab);
    while (capacity < pending + size) capacity *= 2;
    const grown = new Uint8Array(capacity);
    grown.set(this.buffer.subarray(this.#start, this.position));
    this.buffer = grown;
    this.#start = 0;
    this.position = pending;
  }
  byte(value) {
    if (this.position === this.buffer.length) this.reserve(1);
    this.buffer[this.position++] = value;
  }
  /** Two bytes, big-endian, as the network writes numbers. */
  uint16(value) {
    this.reserve(2);
    this.buffer[this.position++] = value >>> 8;
    this.buffer[this.position++] = value;
  }
  uint32(value) {
    this.reserve(4);
    this.buffer[this.position++] = value >>> 24;
    this.buffer[this.position++] = value >>> 16;
    this.buffer[this.position++] = value >>> 8;
    this.buffer[this.position++] = value;
  }
  bytes(bytes) {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.position);
    this.position += bytes.length;
  }
  /** Forgets the newest bytes, down to `length` of them: for a writer that failed half way. */
  truncate(length) {
    this.position = this.#start + length;
  }
  /** What was written since the last `take`. */
  take() {
    const taken = this.buffer.subarray(this.#start, this.position);
    this.#start = this.position;
    return taken;
  }
  /**
   * Nobody needs any more what was taken: its memory is written again from the beginning. Fresh
   * memory has to be cleared by the system and collected later, which costs more than filling it.
   */
  rewind() {
    if (this.length > 0) return;
    if (this.buffer.length > this.#maxSlab) this.#giveBack();
    this.position = 0;
    this.#start = 0;
  }
  /** After a burst that made it large, and some rounds in which it need not have been. */
  #giveBack() {
    if (this.position > this.#maxSlab) this.#smallRounds = 0;
    else if (++this.#smallRounds === SMALL_ROUNDS) this.buffer = new Uint8Array(this.#maxSlab);
  }
}
const SECRETS = /* @__PURE__ */ new Set([
  "authorization",
  "proxy-authorization",
  "cookie",
  "set-cookie"
]);
const FLEETING = /* @__PURE__ */ new Set([
  "age",
  "content-length",
  "content-range",
  "etag",
  "grpc-message",
  "grpc-retry-pushback-ms",
  "grpc-status-details-bin",
  "grpc-timeout",
  "if-modified-since",
  "if-none-match",
  "last-modified",
  "location",
  "traceparent",
  "x-request-id"
]);
function chooseIndexing(field, tableSize) {
  const { name, value, neverIndexed } = field;
  if (neverIndexed === true || SECRETS.has(name)) return "never";
  const isLarge = fieldSize(name, value) > tableSize / 2;
  return isLarge || FLEETING.has(name) ? "literal" : "index";
}
function writeField(out, field, table) {
  const { name, value } = field;
  const known = field.neverIndexed ? 0 : table.findField(name, value);
  if (known !== 0) {
    encodeInteger(out, 128, 7, known);
    return;
  }
  const indexing = chooseIndexing(field, table.maxSize);
  const nameIndex = table.findName(name);
  if (indexing === "index") encodeInteger(out, 64, 6, nameIndex);
  else encodeInteger(out, indexing === "never" ? 16 : 0, 4, nameIndex);
  if (nameIndex === 0) encodeString(out, name);
  encodeString(out, value);
  if (indexing === "index") table.add(name, value);
}
class TableIndex {
  #names = /* @__PURE__ */ new Map();
  #table;
  constructor(maxSize) {
    this.#table = new DynamicTable(maxSize, (field, number) => this.#forget(field, number));
  }
  get maxSize() {
    return this.#table.maxSize;
  }
  resize(maxSize) {
    this.#table.resize(maxSize);
  }
  /** The index of exactly this field; 0 where no table has it. */
  findField(name, value) {
    const inStatic = STATIC_NAMES.get(name)?.values.get(value);
    if (inStatic !== void 0) return inStatic;
    const number = this.#names.get(name)?.values.get(value);
    return number === void 0 ? 0 : this.#indexOf(number);
  }
  /** The index of any field with this name; 0 where no table has it. */
  findName(name) {
    const inStatic = STATIC_NAMES.get(name);
    if (inStatic !== void 0) return inStatic.index;
    const known = this.#names.get(name);
    return known === void 0 ? 0 : this.#indexOf(known.newest);
  }
  add(name, value) {
    const number = this.#table.added;
    this.#table.add(new DecodedField(name, value));
    if (this.#table.added === number) return;
    const known = this.#names.get(name);
    if (known === void 0) {
      this.#names.set(name, { newest: number, values: /* @__PURE__ */ new Map([[value, number]]) });
    } else {
      known.newest = number;
      known.values.set(value, number);
    }
  }
  #indexOf(number) {
    return STATIC_TABLE_LENGTH + this.#table.added - number;
  }
  #forget(field, number) {
    const known = this.#names.get(field.name);
    if (known === void 0) return;
    if (known.values.get(field.value) === number) known.values.delete(field.value);
    if (known.newest === number) this.#names.delete(field.name);
  }
}
class HpackEncoder {
  #table;
  /** Size updates owed to the peer, in front of the next block. */
  #smallest;
  #announce;
  /** @param tableSize what the peer allows; every HTTP/2 connection starts with 4096. */
  constructor(tableSize = DEFAULT_TABLE_SIZE) {
    this.#table = new TableIndex(Math.min(tableSize, MAX_ENCODER_TABLE_SIZE));
  }
  /**
   * The peer's SETTINGS_HEADER_TABLE_SIZE has changed. The next block begins with the new size;
   * if it fell in between and rose again, with both, so that the peer evicts as we do (§4.2).
   */
  setMaxTableSize(allowed) {
    const size = Math.min(allowed, MAX_ENCODER_TABLE_SIZE);
    if (size === this.#table.maxSize && this.#announce === void 0) return;
    this.#smallest = Math.min(this.#smallest ?? size, size);
    this.#announce = size;
    this.#table.resize(size);
  }
  /**
   * Appends the block for a list to `out`. Names must be in lower case (RFC 9113 §8.2).
   * @throws RangeError for a character that is not an octet; then nothing is appended.
   */
  encode(fields, out) {
    const before = out.length;
    try {
      if (this.#announce !== void 0) this.#writeSizeUpdates(out, this.#announce);
      for (let i = 0; i < fields.length; i++) writeField(out, fields[i], this.#table);
    } catch (error) {
      out.truncate(before);
      this.#startOver();
      throw error;
    }
  }
  /**
   * A block that was begun is not sent, and its first fields are in our table but not in the
   * peer's. Emptying both makes them equal again: a table of size 0 has no entries.
   */
  #startOver() {
    const size = this.#table.maxSize;
    this.#table.resize(0);
    this.#table.resize(size);
    this.#smallest = 0;
    this.#announce = size;
  }
  #writeSizeUpdates(out, size) {
    if (this.#smallest !== void 0 && this.#smallest < size) {
      encodeInteger(out, 32, 5, this.#smallest);
    }
    encodeInteger(out, 32, 5, size);
    this.#smallest = void 0;
    this.#announce = void 0;
  }
}
export {
  ByteWriter as B,
  CODES as C,
  DEFAULT_MAX_LIST_SIZE as D,
  EOS as E,
  HpackError as H,
  MAX_INTEGER_BYTES as M,
  STATIC_TABLE_LENGTH as S,
  STATIC_TABLE as a,
  decodeString as b,
  DecodedField as c,
  decodeInteger as d,
  DEFAULT_TABLE_SIZE as e,
  DynamicTable as f,
  fieldSize as g,
  HpackEncoder as h,
  CODE_LENGTHS as i,
  MAX_INTEGER as j,
  encodeInteger as k,
  latin1FromBytes as l
};
