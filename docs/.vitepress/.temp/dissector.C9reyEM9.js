import { M as MAX_INTEGER_BYTES, l as latin1FromBytes, E as EOS, C as CODES, i as CODE_LENGTHS, g as fieldSize, j as MAX_INTEGER, S as STATIC_TABLE_LENGTH, e as DEFAULT_TABLE_SIZE, a as STATIC_TABLE } from "./encoder.sD__5r0w.js";
import { c as clip } from "./clip.CTe3olt_.js";
const FORMS = {
  indexed: {
    prefixBits: 7,
    meaning: "the whole header stands in a table",
    head: "1: the whole header stands in a table",
    source: "RFC 7541 §6.1"
  },
  added: {
    prefixBits: 6,
    meaning: "spelt out, and added to the table",
    head: "01: a literal, added to the table of both sides; then the index of its name",
    source: "RFC 7541 §6.2.1"
  },
  size: {
    prefixBits: 5,
    meaning: "so large may the table be from here on",
    head: "001: the size of the table",
    source: "RFC 7541 §6.3"
  },
  never: {
    prefixBits: 4,
    meaning: "a secret: spelt out, and no one on the way may ever put it into a table",
    head: "0001: a literal that is never to be indexed; then the index of its name",
    source: "RFC 7541 §6.2.3"
  },
  literal: {
    prefixBits: 4,
    meaning: "spelt out, and not added to the table",
    head: "0000: a literal that is not added; then the index of its name",
    source: "RFC 7541 §6.2.2"
  }
};
function formOf(byte) {
  if (byte >= 128) return FORMS.indexed;
  if (byte >= 64) return FORMS.added;
  if (byte >= 32) return FORMS.size;
  return byte >= 16 ? FORMS.never : FORMS.literal;
}
function findMeaning(meanings, name) {
  return meanings && Object.hasOwn(meanings, name) ? meanings[name] : void 0;
}
function explain(name, how, source, meanings) {
  const known = findMeaning(meanings, name);
  if (known === void 0) return { meaning: how, source };
  return { meaning: `${known.meaning} · ${how}`, source: known.source ?? source };
}
function gone(count) {
  if (count === 0) return "";
  return `; ${count === 1 ? "the oldest entry goes" : `the ${count} oldest entries go`}`;
}
function unreadable(bytes, at, problem) {
  const field = { offset: at, length: bytes.length - at, name: "unreadable", meaning: problem };
  return { field };
}
const INTEGERS = "RFC 7541 §5.1";
const STRINGS = "RFC 7541 §5.2";
function readInteger(bytes, offset, end, prefixBits) {
  if (offset >= end) return { value: 0, length: 0, problem: "unfinished" };
  const full = 2 ** prefixBits - 1;
  let value = bytes[offset] & full;
  if (value < full) return { value, length: 1 };
  for (let i = 0; i < MAX_INTEGER_BYTES; i++) {
    const byte = bytes[offset + 1 + i];
    if (byte === void 0 || offset + 1 + i >= end) {
      return { value, length: 1 + i, problem: "unfinished" };
    }
    value += (byte & 127) * 2 ** (7 * i);
    if (byte < 128) return { value, length: 2 + i };
  }
  return { value, length: 1 + MAX_INTEGER_BYTES, problem: "overlong" };
}
function prefixBitsOf(byte, prefixBits) {
  const bits = byte.toString(2).padStart(8, "0");
  return `${bits.slice(0, 8 - prefixBits)} ${bits.slice(8 - prefixBits)}`.trim();
}
function integerField(bytes, { offset, length }, prefixBits, about) {
  const field = { offset, length, ...about };
  if (length < 2) return field;
  const prefix = {
    offset,
    length: 1,
    name: "prefix",
    value: prefixBitsOf(bytes[offset], prefixBits),
    meaning: `the prefix is full, all ones: ${2 ** prefixBits - 1}, and what follows is added`,
    source: INTEGERS
  };
  const rest = Array.from({ length: length - 1 }, (_, i) => {
    const byte = bytes[offset + 1 + i];
    const more = byte >= 128 ? "another byte follows (1)" : "the last byte (0)";
    return {
      offset: offset + 1 + i,
      length: 1,
      name: i === 0 ? "+" : `+ 2^${7 * i} ×`,
      value: `${byte & 127} (${prefixBitsOf(byte, 7)})`,
      meaning: `seven bits of what is added; ${more}`,
      source: INTEGERS
    };
  });
  return { ...field, children: [prefix, ...rest], folded: true };
}
function readString(bytes, offset, end, name) {
  const size = readInteger(bytes, offset, end, 7);
  if (size.problem !== void 0) {
    return {
      text: "",
      parts: [],
      length: 0,
      problem: `the length of the ${name} is ${size.problem}`
    };
  }
  const isHuffman = bytes[offset] >= 128;
  const start = offset + size.length;
  const head = integerField(bytes, { offset, length: size.length }, 7, {
    name: `${name} length`,
    value: `${size.value}${isHuffman ? ", Huffman" : ""}`,
    meaning: "first bit: is it Huffman code? the other seven: how many bytes",
    source: STRINGS
  });
  if (size.value > end - start) {
    const problem2 = `the ${name} has ${size.value} bytes, of which ${end - start} are here`;
    return { text: "", parts: [head], length: size.length, problem: problem2 };
  }
  const stop = start + size.value;
  const { text, problem } = isHuffman ? readHuffman(bytes, start, stop) : { text: latin1FromBytes(bytes, start, stop), problem: void 0 };
  const content = {
    offset: start,
    length: size.value,
    name,
    value: clip(text),
    meaning: problem ?? (isHuffman ? savings(size.value, text.length) : "a byte a character"),
    source: STRINGS
  };
  const parts = size.value === 0 ? [head] : [head, content];
  return { text, parts, length: stop - offset, ...problem !== void 0 && { problem } };
}
const savings = (size, characters) => `Huffman code: ${characters} characters in ${size} bytes`;
const SYMBOLS = new Map(CODES.map((code, symbol) => [keyOf(code, CODE_LENGTHS[symbol]), symbol]));
function keyOf(code, length) {
  return length * 2 ** 30 + code;
}
function readHuffman(bytes, start, end) {
  let text = "";
  let code = 0;
  let length = 0;
  for (let bit = start * 8; bit < end * 8; bit++) {
    code = code << 1 | bytes[bit >>> 3] >>> 7 - (bit & 7) & 1;
    length++;
    const symbol = SYMBOLS.get(keyOf(code, length));
    if (symbol === EOS) return { text, problem: "EOS stands in it, which must never be sent" };
    if (symbol !== void 0) {
      text += String.fromCharCode(symbol);
      code = 0;
      length = 0;
    }
  }
  if (length > 7) return { text, problem: "it ends with a byte or more that is not a character" };
  if (code !== 2 ** length - 1) return { text, problem: "the padding at its end is not all ones" };
  return { text };
}
function readLiteral(bytes, at, form, integer, table, { meanings, compact }) {
  const { value: index, length } = integer;
  const head = integerField(bytes, { offset: at, length }, form.prefixBits, {
    name: "form",
    value: `${prefixBitsOf(bytes[at], form.prefixBits)}, ${index === 0 ? "a new name" : `name of index ${index}`}`,
    meaning: form.head,
    source: form.source
  });
  const parts = [head];
  let next = at + length;
  let name = table.at(index)?.name ?? `(name of index ${index})`;
  if (index === 0) {
    const spelt = readString(bytes, next, bytes.length, "name");
    if (spelt.problem !== void 0) return broken(bytes, at, parts, spelt.parts, spelt.problem);
    parts.push(...spelt.parts);
    next += spelt.length;
    name = spelt.text;
  }
  const value = readString(bytes, next, bytes.length, "value");
  if (value.problem !== void 0) return broken(bytes, at, parts, value.parts, value.problem);
  parts.push(...value.parts);
  const header = {
    name,
    value: value.text,
    ...form === FORMS.never && { neverIndexed: true }
  };
  const how = form === FORMS.added ? `${form.meaning}${addTo(table, header)}` : form.meaning;
  const field = {
    offset: at,
    length: next + value.length - at,
    name,
    value: clip(value.text),
    ...explain(name, how, form.source, meanings),
    children: parts,
    ...compact && { folded: true }
  };
  return { field, header };
}
function addTo(table, { name, value }) {
  const { evicted, kept } = table.add({ name, value });
  return kept ? gone(evicted.length) : ", but larger than the whole table, which is empty now";
}
function broken(bytes, at, before, parts, problem) {
  const children = [...before, ...parts];
  const last = children.at(-1);
  const next = last.offset + last.length;
  if (next < bytes.length) children.push(unreadable(bytes, next, problem).field);
  const field = {
    offset: at,
    length: bytes.length - at,
    name: "a broken header",
    meaning: problem,
    children
  };
  return { field };
}
function readBlock(bytes, table, view = {}) {
  const fields = [];
  const headers = [];
  let listSize = 0;
  for (let at = 0; at < bytes.length; ) {
    const read = readOne(bytes, at, table, view, headers.length > 0);
    fields.push(read.field);
    at += read.field.length;
    if (read.header !== void 0) {
      headers.push(read.header);
      listSize += fieldSize(read.header.name, read.header.value) * (read.times ?? 1);
    }
  }
  return { fields, headers, listSize };
}
function readOne(bytes, at, table, view, afterHeader) {
  const form = formOf(bytes[at]);
  const integer = readInteger(bytes, at, bytes.length, form.prefixBits);
  if (integer.problem === "unfinished") return unreadable(bytes, at, "the block ends in a number");
  if (integer.problem === "overlong" || integer.value > MAX_INTEGER) {
    return unreadable(bytes, at, "a number larger than any honest peer needs");
  }
  if (form === FORMS.indexed) return readIndexed(bytes, at, integer, table, view);
  if (form === FORMS.size) return readSizeUpdate(bytes, at, integer, table, afterHeader);
  return readLiteral(bytes, at, form, integer, table, view);
}
function readIndexed(bytes, at, { value: index, length }, table, { meanings }) {
  const entry = table.at(index);
  const times = runLength(bytes, at, length);
  const { source } = FORMS.indexed;
  if (entry === void 0) {
    const about2 = { name: `index ${index}`, meaning: "no header has this index", source };
    const field2 = integerField(bytes, { offset: at, length }, 7, about2);
    return { field: { ...field2, length: length * times } };
  }
  const spelt = times * (entry.name.length + entry.value.length);
  const how = `${whereIs(index)}${times === 1 ? "" : `, ${times} times: spelt out ${spelt} bytes`}`;
  const about = {
    name: entry.name,
    value: times === 1 ? clip(entry.value) : `${clip(entry.value)} × ${times}`,
    ...explain(entry.name, how, source, meanings)
  };
  const field = {
    ...integerField(bytes, { offset: at, length }, 7, about),
    length: length * times
  };
  return { field, header: entry, times };
}
const LONG_RUN = 8;
function runLength(bytes, at, length) {
  if (length !== 1) return 1;
  let end = at + 1;
  while (end < bytes.length && bytes[end] === bytes[at]) end++;
  return end - at >= LONG_RUN ? end - at : 1;
}
function readSizeUpdate(bytes, at, { value, length }, table, afterHeader) {
  const evicted = table.resize(value).length;
  const about = {
    name: "table size",
    value: String(value),
    meaning: `${afterHeader ? "not allowed here, after a header: " : ""}${FORMS.size.meaning}${gone(evicted)}`,
    source: FORMS.size.source
  };
  return { field: integerField(bytes, { offset: at, length }, 5, about) };
}
function whereIs(index) {
  return `index ${index}, ${index <= STATIC_TABLE_LENGTH ? "static" : "dynamic"} table`;
}
class FollowedTable {
  /** Newest first: `entries[0]` has the index 62. */
  entries = [];
  /** The sum of the entries' sizes, 32 for each included (§4.1). */
  size = 0;
  maxSize = DEFAULT_TABLE_SIZE;
  /** What stands at an index of both tables together; `undefined` if nothing does. */
  at(index) {
    if (index === 0) return void 0;
    if (index <= STATIC_TABLE_LENGTH) return STATIC_TABLE[index];
    return this.entries[index - STATIC_TABLE_LENGTH - 1];
  }
  /** Adds an entry. @returns those that had to go, the oldest first, and whether it was kept. */
  add(entry) {
    const size = fieldSize(entry.name, entry.value);
    const evicted = this.#evictUntil(this.maxSize - size);
    if (size > this.maxSize) return { evicted, kept: false };
    this.entries.unshift(entry);
    this.size += size;
    return { evicted, kept: true };
  }
  /** @returns the entries that no longer fit, the oldest first. */
  resize(maxSize) {
    this.maxSize = maxSize;
    return this.#evictUntil(maxSize);
  }
  #evictUntil(room) {
    const evicted = [];
    while (this.entries.length > 0 && this.size > room) {
      const oldest = this.entries.pop();
      this.size -= fieldSize(oldest.name, oldest.value);
      evicted.push(oldest);
    }
    return evicted;
  }
}
function createHpackFollower(view = {}) {
  const table = new FollowedTable();
  return { table, read: (block) => readBlock(block, table, view) };
}
function createHpackDissector(view = {}) {
  const follower = createHpackFollower(view);
  return {
    push(bytes) {
      const { fields, headers } = follower.read(bytes);
      return [{ title: blockTitle(headers.length), bytes, fields }];
    },
    end: () => []
  };
}
function blockTitle(count) {
  return `a header block: ${count} ${count === 1 ? "header" : "headers"}`;
}
export {
  findMeaning as a,
  createHpackDissector as b,
  createHpackFollower as c,
  formOf as f,
  integerField as i
};
