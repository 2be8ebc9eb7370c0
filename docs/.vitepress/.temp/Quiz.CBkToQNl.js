import { defineComponent, useId, ref, computed, watch, nextTick, mergeProps, unref, useSSRContext, onMounted, createVNode, resolveDynamicComponent } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderComponent, ssrRenderAttr, ssrRenderClass, ssrRenderList, ssrIncludeBooleanAttr, ssrLooseEqual, ssrRenderVNode } from "vue/server-renderer";
import { i as isRecord, a as useTexts, c as useData, l as lessonNumberOf, u as useBrowserProgress } from "./app.js";
import { f as fromHex, t as toHex } from "./hex.CEu7cY_P.js";
import { c as concat } from "./concat.Do7hq_a9.js";
import { e as encodeUtf8 } from "./utf8.SLM2nV_b.js";
import { h as HpackEncoder, B as ByteWriter, k as encodeInteger } from "./encoder.sD__5r0w.js";
import { e as encodeFrame } from "./frame.C0dhMXyS.js";
import { e as encodeMessage } from "./message.lw8QWQSz.js";
import { a as FrameType, F as Flag, o as errorCodeName, C as CLIENT_PREFACE, m as serializeWindowUpdate, j as serializeRstStream, E as ErrorCode, q as serializeData, k as serializeSettings } from "./preface.DFmPcopy.js";
import { a as findMeaning, i as integerField, b as createHpackDissector } from "./dissector.C9reyEM9.js";
import { B as ByteQueue } from "./byte-queue.C492qMta.js";
import { c as createProtobufDissector, a as createVarintDissector, p as protobufPayload } from "./dissector.DIus_Owl.js";
import { c as clip } from "./clip.CTe3olt_.js";
import { d as decode, e as encode$1, c as create, b as encodeMessage$1 } from "./create.eyJSjx8E.js";
import { e as encodeScalar, w as wireTypeOf } from "./scalar.hxwY-QcD.js";
import { e as encodeTag } from "./tag.DQBMy7dM.js";
import _sfc_main$3 from "./CodeText.E-kc64fQ.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "@vueuse/core";
import "./fields.C13xwECr.js";
import "./varint.BEU0HmIF.js";
import "./wire-type.xZF9mTfn.js";
import "./varint-field.BYzobr8k.js";
import "./plain-view.B35RG0xQ.js";
const KEY = "rpc-from-scratch.answers";
function loadAnswers(lesson) {
  const stored = load()[lesson] ?? {};
  return Object.fromEntries(Object.entries(stored).filter(([, one]) => typeof one === "string"));
}
function keepAnswer(lesson, question, answer) {
  const answers = load();
  answers[lesson] = { ...answers[lesson], [question]: answer };
  try {
    localStorage.setItem(KEY, JSON.stringify(answers));
  } catch {
  }
}
function load() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (isRecord(stored) && Object.values(stored).every(isRecord)) return stored;
  } catch {
  }
  return {};
}
function fieldPathAt(fields, offset) {
  for (const field of fields) {
    if (offset >= field.offset && offset < field.offset + field.length) {
      return [field, ...fieldPathAt(field.children ?? [], offset)];
    }
  }
  return [];
}
function checkBytes(typed, { bytes: want, fields }) {
  let have;
  try {
    have = parseBytes(typed);
  } catch {
    return { kind: "notHex" };
  }
  if (have.length === 0) return { kind: "nothing" };
  const offset = have.findIndex((byte, i) => byte !== want[i]);
  if (offset >= want.length) return { kind: "tooLong", want: want.length };
  if (offset >= 0) {
    const path = fieldPathAt(fields, offset).map(({ name, meaning }) => `${name} (${meaning})`);
    return { kind: "wrongAt", offset, yours: have[offset], path };
  }
  if (have.length < want.length) return { kind: "tooShort", have: have.length, want: want.length };
  return { kind: "right" };
}
function parseBytes(typed) {
  return concat(
    typed.split(/("[^"]*"|“[^”]*”)/).map(
      (part) => /^["“]/.test(part) ? encodeUtf8(part.slice(1, -1)) : fromHex(part.replace(/0x|,/gi, " "))
    )
  );
}
const NEWLINE$1 = 10;
function encodeLine(payload) {
  return concat([payload, Uint8Array.of(NEWLINE$1)]);
}
function cutFields(fields, start, end) {
  return fields.flatMap((field) => {
    const fieldEnd = field.offset + field.length;
    const [from, to] = [Math.max(field.offset, start), Math.min(fieldEnd, end)];
    const isHere = field.length === 0 ? field.offset >= start && field.offset < end : from < to;
    if (!isHere) return [];
    const part = from > field.offset ? " (goes on)" : to < fieldEnd ? " (begins)" : "";
    return {
      ...field,
      offset: from - start,
      length: to - from,
      name: `${field.name}${part}`,
      ...field.children && { children: cutFields(field.children, start, end) }
    };
  });
}
function shift(fields, by) {
  return fields.map((field) => ({
    ...field,
    offset: field.offset + by,
    ...field.children && { children: shift(field.children, by) }
  }));
}
const MEANINGS$1 = {
  [FrameType.DATA]: { meaning: "a piece of a body", source: "RFC 9113 §6.1" },
  [FrameType.HEADERS]: {
    meaning: "opens a stream, answers on one, or ends one with trailers",
    source: "RFC 9113 §6.2"
  },
  [FrameType.PRIORITY]: {
    meaning: "advice on the order of streams, deprecated",
    source: "RFC 9113 §6.3"
  },
  [FrameType.RST_STREAM]: {
    meaning: "ends one stream at once, both ways",
    source: "RFC 9113 §6.4"
  },
  [FrameType.SETTINGS]: { meaning: "what its sender can take", source: "RFC 9113 §6.5" },
  [FrameType.PUSH_PROMISE]: {
    meaning: "announces a response that nobody asked for",
    source: "RFC 9113 §6.6"
  },
  [FrameType.PING]: { meaning: "are you there?", source: "RFC 9113 §6.7" },
  [FrameType.GOAWAY]: {
    meaning: "the connection ends: no more streams",
    source: "RFC 9113 §6.8"
  },
  [FrameType.WINDOW_UPDATE]: {
    meaning: "allows the other side to send so many bytes of DATA more",
    source: "RFC 9113 §6.9"
  },
  [FrameType.CONTINUATION]: {
    meaning: "more of the header block before it",
    source: "RFC 9113 §6.10"
  }
};
function meaningOfType(type) {
  return MEANINGS$1[type];
}
const HEADER_SIZE = 9;
function readHeader(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = view.getUint32(5);
  return {
    length: view.getUint32(0) >>> 8,
    type: bytes[3],
    flags: bytes[4],
    streamId: last & 2147483647,
    reserved: last >= 2147483648
  };
}
const TYPE_NAMES = new Map(
  Object.entries(FrameType).map(([name, type]) => [type, name])
);
function typeName(type) {
  return TYPE_NAMES.get(type) ?? `type 0x${hex(type)}`;
}
const FLAGS = {
  [FrameType.DATA]: { END_STREAM: Flag.END_STREAM, PADDED: Flag.PADDED },
  [FrameType.HEADERS]: {
    END_STREAM: Flag.END_STREAM,
    END_HEADERS: Flag.END_HEADERS,
    PADDED: Flag.PADDED,
    PRIORITY: Flag.PRIORITY
  },
  [FrameType.SETTINGS]: { ACK: Flag.ACK },
  [FrameType.PUSH_PROMISE]: { END_HEADERS: Flag.END_HEADERS, PADDED: Flag.PADDED },
  [FrameType.PING]: { ACK: Flag.ACK },
  [FrameType.CONTINUATION]: { END_HEADERS: Flag.END_HEADERS }
};
const FLAG_MEANINGS$1 = {
  ACK: "the answer to the other side’s",
  END_STREAM: "the sender says no more on this stream",
  END_HEADERS: "the header block is whole",
  PADDED: "padding follows the content",
  PRIORITY: "five deprecated bytes come first"
};
function flagNames(type, flags) {
  const defined = Object.entries(FLAGS[type] ?? {});
  return defined.filter(([, bit]) => (flags & bit) !== 0).map(([name]) => name);
}
function isBlockEnd({ type, flags }) {
  return flagNames(type, flags).includes("END_HEADERS");
}
function headerFields(header) {
  const { length, type, flags, streamId, reserved } = header;
  const names = flagNames(type, flags);
  const known = meaningOfType(type);
  const source = "RFC 9113 §4.1";
  return [
    {
      offset: 0,
      length: 3,
      name: "length",
      value: String(length),
      meaning: "bytes of payload behind these nine: 24 bits, big-endian",
      source
    },
    {
      offset: 3,
      length: 1,
      name: "type",
      value: `0x${hex(type)} ${TYPE_NAMES.get(type) ?? ""}`.trimEnd(),
      meaning: known?.meaning ?? "nobody defined it: a receiver skips the frame",
      source: known?.source ?? "RFC 9113 §5.5"
    },
    {
      offset: 4,
      length: 1,
      name: "flags",
      value: [`0x${hex(flags)}`, names.join(" ")].join(" ").trimEnd(),
      meaning: flagsMeaning(type, flags, names),
      source
    },
    {
      offset: 5,
      length: 4,
      name: "stream",
      value: String(streamId),
      meaning: streamMeaning(streamId, reserved),
      source: "RFC 9113 §5.1.1"
    }
  ];
}
function flagsMeaning(type, flags, names) {
  if (names.length > 0) return names.map((name) => `${name}: ${FLAG_MEANINGS$1[name]}`).join("; ");
  if (flags === 0) return "none is set";
  return `${typeName(type)} has no such flag: ignored`;
}
function streamMeaning(streamId, reserved) {
  const whose = streamId === 0 ? "the connection itself" : streamId % 2 === 1 ? "odd: a stream that the client opened" : "even: a stream that the server opened";
  return reserved ? `${whose}; the reserved bit is set, and ignored` : whose;
}
function hex(byte) {
  return byte.toString(16).padStart(2, "0");
}
class FieldList {
  fields = [];
  #bytes;
  #at = 0;
  constructor(bytes) {
    this.#bytes = bytes;
  }
  get left() {
    return this.#bytes.length - this.#at;
  }
  /** The next `size` bytes; `describe` is told what they are if all of them are there. */
  take(size, name, describe2) {
    const at = this.#at;
    if (this.left >= size) {
      this.#at += size;
      const about = describe2(this.#bytes.subarray(at, at + size), at);
      this.fields.push({ offset: at, length: size, ...about });
    } else if (this.left > 0) {
      this.rest({ name, meaning: `${this.left} of its ${size} bytes are here` });
    }
  }
  /** Everything up to the end, or up to `before` bytes in front of it; nothing if that is empty. */
  rest(about, before = 0) {
    const length = this.left - before;
    if (length <= 0) return;
    this.fields.push({ offset: this.#at, length, ...about });
    this.#at += length;
  }
  /** A field that somebody else made for the next bytes, its offsets counted from here. */
  add(field) {
    this.fields.push(...shift([field], this.#at));
    this.#at += field.length;
  }
}
const SETTINGS = {
  1: { name: "HEADER_TABLE_SIZE", meaning: "how large a table it keeps to decode header blocks" },
  2: { name: "ENABLE_PUSH", meaning: "whether the server may push: 0 or 1" },
  3: { name: "MAX_CONCURRENT_STREAMS", meaning: "how many streams the other side may have open" },
  4: {
    name: "INITIAL_WINDOW_SIZE",
    meaning: "how many octets of DATA each stream may get; open streams change by the difference"
  },
  5: { name: "MAX_FRAME_SIZE", meaning: "the largest payload that it takes" },
  6: { name: "MAX_HEADER_LIST_SIZE", meaning: "advice: the largest header list that it takes" },
  8: {
    name: "ENABLE_CONNECT_PROTOCOL",
    meaning: "extended CONNECT, as for WebSocket",
    source: "RFC 8441 §3"
  }
};
const ENTRY_LENGTH = 6;
function settingFields(list) {
  list.take(ENTRY_LENGTH, "unfinished setting", (bytes, offset) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const [id, value] = [view.getUint16(0), view.getUint32(2)];
    const {
      name,
      meaning,
      source = "RFC 9113 §6.5.2"
    } = SETTINGS[id] ?? {
      name: `setting 0x${id.toString(16)}`,
      meaning: "nobody here knows it: ignored"
    };
    const parts = [
      {
        offset,
        length: 2,
        name: "identifier",
        value: `0x${id.toString(16)}`,
        meaning: name,
        source
      },
      {
        offset: offset + 2,
        length: 4,
        name: "value",
        value: String(value),
        meaning: "32 bits, big-endian",
        source
      }
    ];
    return { name, value: String(value), meaning, source, children: parts, folded: true };
  });
}
function payloadFields(header, payload, content) {
  const list = new FieldList(payload);
  const source = meaningOfType(header.type)?.source ?? "RFC 9113 §5.5";
  switch (header.type) {
    case FrameType.DATA:
    case FrameType.HEADERS:
    case FrameType.PUSH_PROMISE:
    case FrameType.CONTINUATION:
      contentFields(header, payload, list, content);
      break;
    case FrameType.PRIORITY:
      priorityFields(list);
      break;
    case FrameType.RST_STREAM:
      errorField(list, source);
      break;
    case FrameType.SETTINGS:
      while (list.left > 0) settingFields(list);
      break;
    case FrameType.PING:
      list.take(8, "opaque data", (bytes) => ({
        name: "opaque data",
        value: toHex(bytes, ""),
        meaning: "comes back the same with ACK, so that one knows which PING is answered",
        source
      }));
      break;
    case FrameType.GOAWAY:
      idField(list, "last stream", "the highest stream that was or may be served", source);
      errorField(list, source);
      list.rest({
        name: "debug data",
        value: JSON.stringify(new TextDecoder().decode(payload.subarray(8))),
        meaning: "for a person who reads a log",
        source
      });
      break;
    case FrameType.WINDOW_UPDATE:
      idField(list, "increment", "so many bytes of DATA more may come", source);
      break;
    default:
      list.rest({ name: "payload", meaning: "of a type that nobody defined: skipped" });
  }
  list.rest({ name: "too much", meaning: "this type of frame ends before these bytes", source });
  return list.fields;
}
function contentRange({ type, flags }, size, padding) {
  const padded = isPadded(type, flags);
  let start = padded ? 1 : 0;
  if (type === FrameType.HEADERS && (flags & Flag.PRIORITY) !== 0) start += 5;
  if (type === FrameType.PUSH_PROMISE) start += 4;
  start = Math.min(start, size);
  return { start, end: Math.max(start, padded ? size - padding : size) };
}
function isPadded(type, flags) {
  return type !== FrameType.CONTINUATION && (flags & Flag.PADDED) !== 0;
}
function contentFields(header, payload, list, content) {
  const { type, flags } = header;
  const padding = payload[0] ?? 0;
  if (isPadded(type, flags)) {
    list.take(1, "pad length", () => ({
      name: "pad length",
      value: String(padding),
      meaning: padding < payload.length ? "so many bytes at the end are padding" : "as long as the payload or longer: not allowed",
      source: "RFC 9113 §6.1"
    }));
  }
  if (type === FrameType.HEADERS && (flags & Flag.PRIORITY) !== 0) priorityFields(list);
  if (type === FrameType.PUSH_PROMISE) {
    idField(list, "promised stream", "on which the response will come", "RFC 9113 §6.6");
  }
  const { start, end } = contentRange(header, payload.length, padding);
  if (end > start && list.left === payload.length - start) {
    list.add(content(payload.subarray(start, end)));
  }
  list.rest({ name: "padding", meaning: "hides how long the content is", source: "RFC 9113 §6.1" });
}
function priorityFields(list) {
  const source = "RFC 9113 §5.3.2";
  list.take(4, "stream dependency", (bytes) => ({
    name: "stream dependency",
    value: `${readUint31(bytes)}${bytes[0] >= 128 ? ", exclusive" : ""}`,
    meaning: "on which stream this one waits; deprecated",
    source
  }));
  list.take(1, "weight", (bytes) => ({
    name: "weight",
    value: String(bytes[0] + 1),
    meaning: "its share among those that wait on the same, less one on the wire; deprecated",
    source
  }));
}
function idField(list, name, meaning, source) {
  list.take(4, name, (bytes) => ({ name, value: String(readUint31(bytes)), meaning, source }));
}
function errorField(list, source) {
  list.take(4, "error code", (bytes) => {
    const code = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    const name = errorCodeName(code);
    const value = name.startsWith("0x") ? name : `${code} ${name}`;
    return { name: "error code", value, meaning: ERROR_MEANINGS[name] ?? "unknown", source };
  });
}
function readUint31(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0) & 2147483647;
}
const ERROR_MEANINGS = {
  NO_ERROR: "nothing is wrong",
  PROTOCOL_ERROR: "the other side has broken a rule",
  INTERNAL_ERROR: "something went wrong on this side",
  FLOW_CONTROL_ERROR: "a rule of the windows was broken",
  SETTINGS_TIMEOUT: "SETTINGS were not acknowledged in time",
  STREAM_CLOSED: "a frame came for a stream that had ended",
  FRAME_SIZE_ERROR: "a frame has a size that it must not have",
  REFUSED_STREAM: "not touched: it is safe to send it again",
  CANCEL: "no longer wanted",
  COMPRESSION_ERROR: "the header compression is out of step",
  CONNECT_ERROR: "the connection behind a CONNECT broke",
  ENHANCE_YOUR_CALM: "too much of something that is allowed",
  INADEQUATE_SECURITY: "the TLS below is too weak",
  HTTP_1_1_REQUIRED: "ask again with HTTP/1.1"
};
const OPAQUE = { title: "", fields: [] };
function isBlockStart({ header }) {
  return header.type === FrameType.HEADERS || header.type === FrameType.PUSH_PROMISE;
}
function dissectFrame(frame, from, plugs) {
  if (frame.header.type !== FrameType.DATA || plugs.data === void 0) {
    return toMessage(frame, OPAQUE, plugs);
  }
  return toMessage(frame, plugs.data(contentOf(frame), contextOf(frame, from)), plugs);
}
function dissectBlock(frames, from, plugs) {
  const [first] = frames;
  if (first === void 0) return [];
  const { headerBlock } = plugs;
  const whole = headerBlock?.(concat(frames.map(contentOf)), contextOf(first, from)) ?? OPAQUE;
  let start = 0;
  return frames.map((frame) => {
    const end = start + contentOf(frame).length;
    const part = { ...whole, fields: cutFields(whole.fields, start, end) };
    if (frame !== first) part.title = "";
    start = end;
    return toMessage(frame, part, plugs);
  });
}
function contextOf({ header }, from) {
  const endStream = flagNames(header.type, header.flags).includes("END_STREAM");
  return { from, streamId: header.streamId, endStream };
}
function contentOf({ header, payload }) {
  const { start, end } = contentRange(header, payload.length, payload[0] ?? 0);
  return payload.subarray(start, end);
}
function toMessage(frame, content, plugs) {
  const { header, bytes, payload } = frame;
  const about = contentAbout(header);
  const inside = payloadFields(header, payload, (part) => ({
    offset: 0,
    length: part.length,
    ...about,
    value: count(part.length),
    ...content.fields.length > 0 && { children: content.fields }
  }));
  const call = content.call ?? (header.streamId === 0 ? void 0 : String(header.streamId));
  return {
    title: titleOf(frame, content.title),
    ...call !== void 0 && { call },
    bytes,
    fields: [...headerPart(header, plugs), ...shift(inside, HEADER_SIZE)]
  };
}
function headerPart(header, { foldHeaders }) {
  const children = headerFields(header);
  if (!foldHeaders) return children;
  const { type, flags, streamId, length } = header;
  const name = [typeName(type), ...flagNames(type, flags)].join(" ");
  const field = {
    offset: 0,
    length: HEADER_SIZE,
    name: "frame header",
    value: `${name}, stream ${streamId}, ${count(length)}`,
    meaning: "length, type, flags, stream",
    source: "RFC 9113 §4.1"
  };
  return [{ ...field, children, folded: true }];
}
function contentAbout({ type }) {
  return type === FrameType.DATA ? { name: "data", meaning: "a piece of the body", source: "RFC 9113 §6.1" } : { name: "header block", meaning: "compressed header fields", source: "RFC 7541" };
}
function titleOf({ header, payload }, said) {
  const { type, flags, streamId } = header;
  const flagged = flagNames(type, flags);
  return [
    flagged.includes("ACK") ? `${typeName(type)} ACK` : typeName(type),
    streamId === 0 ? "" : `stream ${streamId}`,
    said || detail(type, payload),
    flagged.includes("END_STREAM") ? "END_STREAM" : ""
  ].filter((part) => part !== "").join(" · ");
}
function detail(type, payload) {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  switch (type) {
    case FrameType.DATA:
      return count(payload.length);
    case FrameType.RST_STREAM:
      return payload.length < 4 ? "" : errorCodeName(view.getUint32(0));
    case FrameType.GOAWAY:
      return payload.length < 8 ? "" : `${errorCodeName(view.getUint32(4))} · last stream ${readUint31(payload)}`;
    case FrameType.WINDOW_UPDATE:
      return payload.length < 4 ? "" : `+${readUint31(payload)}`;
    default:
      return "";
  }
}
function count(bytes) {
  return bytes === 1 ? "1 byte" : `${bytes} bytes`;
}
function createFrameDissector(from, plugs = {}) {
  return new Http2Dissector(from, plugs, 0);
}
class Http2Dissector {
  #from;
  #plugs;
  #queue = new ByteQueue();
  /** What of the preface is still to come. */
  #prefaceLeft;
  /** It began with something else: nothing of it can be told apart. */
  #lost = false;
  /** HEADERS and CONTINUATION whose block is not whole. No other frame may come between. */
  #block = [];
  constructor(from, plugs, prefaceLength) {
    this.#from = from;
    this.#plugs = plugs;
    this.#prefaceLeft = prefaceLength;
  }
  push(chunk) {
    this.#queue.push(chunk);
    if (this.#prefaceLeft > 0 && !this.#lost) {
      const beginning = this.#queue.peek(Math.min(this.#prefaceLeft, this.#queue.length));
      this.#lost = beginning.some((byte, i) => byte !== CLIENT_PREFACE[i]);
    }
    if (this.#lost) return this.#opaque("not HTTP/2", "does not begin with the preface");
    const messages = [];
    if (this.#prefaceLeft > 0) {
      const bytes = this.#queue.take(this.#prefaceLeft);
      if (bytes === void 0) return [];
      this.#prefaceLeft = 0;
      messages.push(preface(bytes));
    }
    for (let frame = this.#next(); frame !== void 0; frame = this.#next()) {
      messages.push(...this.#take(frame));
    }
    return messages;
  }
  end() {
    const block = this.#endBlock();
    if (this.#prefaceLeft > 0) return this.#opaque("the beginning of the preface", "unfinished");
    const bytes = this.#queue.take(this.#queue.length);
    return bytes.length === 0 ? block : [...block, unfinished(bytes)];
  }
  #next() {
    const start = this.#queue.peek(HEADER_SIZE);
    if (start === void 0) return void 0;
    const header = readHeader(start);
    const bytes = this.#queue.take(HEADER_SIZE + header.length);
    return bytes && { header, bytes, payload: bytes.subarray(HEADER_SIZE) };
  }
  /** A header block is explained when it is whole; all other frames when they come. */
  #take(frame) {
    const first = this.#block[0];
    const before = first && !continues(frame, first) ? this.#endBlock() : [];
    if (this.#block.length === 0 && !isBlockStart(frame)) {
      return [...before, dissectFrame(frame, this.#from, this.#plugs)];
    }
    this.#block.push(frame);
    if (!isBlockEnd(frame.header)) return before;
    const messages = dissectBlock(this.#block, this.#from, this.#plugs);
    this.#block = [];
    return [...before, ...messages];
  }
  /** Frames of a block that never became whole: nothing in it can be explained. */
  #endBlock() {
    const frames = this.#block;
    this.#block = [];
    const { headerBlock: _, ...plugs } = this.#plugs;
    return dissectBlock(frames, this.#from, plugs);
  }
  #opaque(title, meaning) {
    const bytes = this.#queue.take(this.#queue.length);
    if (bytes.length === 0) return [];
    return [
      { title, bytes, fields: [{ offset: 0, length: bytes.length, name: "bytes", meaning }] }
    ];
  }
}
function continues({ header }, first) {
  return header.type === FrameType.CONTINUATION && header.streamId === first.header.streamId;
}
function preface(bytes) {
  const field = {
    offset: 0,
    length: bytes.length,
    name: "preface",
    value: JSON.stringify(new TextDecoder().decode(bytes)),
    meaning: "what follows is HTTP/2; a server of HTTP/1.1 gives up at this line",
    source: "RFC 9113 §3.4"
  };
  return { title: "the connection preface", bytes, fields: [field] };
}
function unfinished(bytes) {
  const title = "the beginning of a frame";
  if (bytes.length < HEADER_SIZE) {
    const meaning = `the stream ended ${HEADER_SIZE - bytes.length} bytes before it was whole`;
    const field = { offset: 0, length: bytes.length, name: "unfinished frame header", meaning };
    return { title, bytes, fields: [field] };
  }
  const header = readHeader(bytes);
  const here = bytes.length - HEADER_SIZE;
  const rest = {
    offset: HEADER_SIZE,
    length: here,
    name: "unfinished payload",
    meaning: `${here} of ${header.length} bytes came before the stream ended`
  };
  return { title, bytes, fields: [...headerFields(header), ...here > 0 ? [rest] : []] };
}
const FRAME_PREFIX = {
  size: 4,
  lengthOffset: 0,
  fields: (_prefix, length) => [lengthField(0, length)]
};
const MESSAGE_PREFIX = {
  size: 5,
  lengthOffset: 1,
  fields: (prefix, length) => [
    {
      offset: 0,
      length: 1,
      name: "compressed flag",
      value: String(prefix[0]),
      meaning: FLAG_MEANINGS[prefix[0] ?? 2] ?? "neither 0 nor 1: not allowed",
      source: "gRPC PROTOCOL-HTTP2, Compressed-Flag"
    },
    { ...lengthField(1, length), source: "gRPC PROTOCOL-HTTP2, Message-Length" }
  ]
};
const FLAG_MEANINGS = ["the payload is as it was written", "compressed as 'grpc-encoding' says"];
function lengthField(offset, length) {
  return {
    offset,
    length: 4,
    name: "length",
    value: String(length),
    meaning: "how many bytes the payload has: 32 bits, the highest byte first (big-endian)"
  };
}
function createPrefixDissectors(format, dissectPayload) {
  return {
    client: new PrefixDissector(format, dissectPayload),
    server: new PrefixDissector(format, dissectPayload)
  };
}
class PrefixDissector {
  #format;
  #dissectPayload;
  #queue = new ByteQueue();
  constructor(format, dissectPayload) {
    this.#format = format;
    this.#dissectPayload = dissectPayload;
  }
  push(chunk) {
    this.#queue.push(chunk);
    const messages = [];
    for (let message = this.#next(); message !== void 0; message = this.#next()) {
      messages.push(message);
    }
    return messages;
  }
  end() {
    const bytes = this.#queue.take(this.#queue.length);
    return bytes === void 0 || bytes.length === 0 ? [] : [this.#unfinished(bytes)];
  }
  #next() {
    const { size } = this.#format;
    const prefix = this.#queue.peek(size);
    if (prefix === void 0) return void 0;
    const length = this.#lengthIn(prefix);
    const bytes = this.#queue.take(size + length);
    if (bytes === void 0) return void 0;
    const { title, call, fields } = this.#dissectPayload(bytes.subarray(size));
    const payload = {
      offset: size,
      length,
      name: "payload",
      value: `${length} ${length === 1 ? "byte" : "bytes"}`,
      meaning: "the message itself",
      children: fields.length === 0 ? void 0 : shift(fields, size)
    };
    return { title, call, bytes, fields: [...this.#format.fields(bytes, length), payload] };
  }
  #lengthIn(prefix) {
    const view = new DataView(prefix.buffer, prefix.byteOffset, prefix.byteLength);
    return view.getUint32(this.#format.lengthOffset);
  }
  /** What is left when the stream ends inside a frame. */
  #unfinished(bytes) {
    const { size } = this.#format;
    if (bytes.length < size) {
      const meaning = `the stream ended ${size - bytes.length} bytes before the prefix was whole`;
      const fields = [{ offset: 0, length: bytes.length, name: "unfinished prefix", meaning }];
      return { title: "the beginning of a frame", bytes, fields };
    }
    const length = this.#lengthIn(bytes);
    const here = bytes.length - size;
    const rest = {
      offset: size,
      length: here,
      name: "unfinished payload",
      meaning: `${here} of ${length} bytes came before the stream ended`
    };
    return {
      title: "the beginning of a frame",
      bytes,
      fields: [...this.#format.fields(bytes, length), rest]
    };
  }
}
function jsonFields(bytes, meanings) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    JSON.parse(text);
    return new JsonReader(text, meanings).document();
  } catch {
    return void 0;
  }
}
const encoder = new TextEncoder();
class JsonReader {
  #text;
  #meanings;
  /** Position in characters, and the same in bytes. */
  #at = 0;
  #offset = 0;
  constructor(text, meanings) {
    this.#text = text;
    this.#meanings = meanings;
  }
  document() {
    const start = this.#offset;
    const first = this.#peek();
    if (first === "{" || first === "[") return [...this.#members(start), ...this.#rest()];
    const raw = this.#scalar();
    return [this.#leaf(start, "value", raw, "the value"), ...this.#rest()];
  }
  /** The members of the object or array that begins here, the first counted from `start`. */
  #members(start = this.#offset) {
    const isObject = this.#peek() === "{";
    const close = isObject ? "}" : "]";
    const fields = [];
    let index = 0;
    this.#skip(1);
    while (this.#peek() !== close) {
      fields.push(this.#member(start, isObject ? void 0 : index));
      index++;
      start = this.#offset;
      if (this.#peek() === ",") this.#skip(1);
    }
    this.#skip(1);
    const what = isObject ? "object" : "list";
    fields.push({
      offset: start,
      length: this.#offset - start,
      name: `end of ${what}`,
      value: index === 0 ? `empty ${what}` : void 0,
      meaning: index === 0 ? `${isObject ? "an" : "a"} ${what} with nothing in it` : "the closing bracket"
    });
    return fields;
  }
  /** One member, counted from `start`, where its brace or comma stands. */
  #member(start, index) {
    this.#peek();
    const keyed = index === void 0;
    const name = keyed ? JSON.parse(this.#scalar()) : `[${index}]`;
    if (keyed) {
      this.#peek();
      this.#skip(1);
    }
    const { meaning, source } = keyed && findMeaning(this.#meanings, name) || {
      meaning: keyed ? "a member of the object" : `element ${index} of the list`,
      source: void 0
    };
    const next = this.#peek();
    if (next !== "{" && next !== "[") {
      return this.#leaf(start, name, this.#scalar(), meaning, source);
    }
    const before = this.#at;
    const lead = this.#offset - start;
    const inner = this.#members();
    const value = clip(this.#text.slice(before, this.#at));
    const head = lead === 0 ? [] : [
      {
        offset: start,
        length: lead,
        name: keyed ? "name" : "separator",
        value: keyed ? name : void 0,
        meaning: keyed ? "which member this is" : "the next element"
      }
    ];
    return {
      offset: start,
      length: this.#offset - start,
      name,
      value,
      meaning,
      source,
      children: [...head, ...inner],
      folded: true
    };
  }
  #leaf(start, name, raw, meaning, source) {
    return {
      offset: start,
      length: this.#offset - start,
      name,
      value: clip(raw),
      meaning,
      source
    };
  }
  /** The text of a string, number, `true`, `false` or `null`. */
  #scalar() {
    const match = /"(?:[^"\\]|\\.)*"|[^\s,\]}:]+/y;
    match.lastIndex = this.#at;
    const raw = match.exec(this.#text)?.[0] ?? "";
    this.#skip(raw.length);
    return raw;
  }
  /** White space that follows the last value. */
  #rest() {
    const start = this.#offset;
    this.#peek();
    const length = this.#offset - start;
    return length === 0 ? [] : [{ offset: start, length, name: "white space", meaning: "means nothing" }];
  }
  /** The next character that is not white space; the white space is passed. */
  #peek() {
    while (/[ \t\r\n]/.test(this.#text[this.#at] ?? "")) this.#skip(1);
    return this.#text[this.#at];
  }
  #skip(characters) {
    const passed = this.#text.slice(this.#at, this.#at + characters);
    this.#at += characters;
    this.#offset += encoder.encode(passed).length;
  }
}
const MEANINGS = {
  id: {
    meaning: "which call this is; the reply carries the same number",
    source: "Birrell & Nelson 1984"
  },
  method: { meaning: "which procedure to call", source: "Birrell & Nelson 1984" },
  params: { meaning: "the arguments, in order: copies, not references" },
  key: { meaning: "names the request, so that a repetition is not executed again" },
  result: { meaning: "what the procedure returned" },
  error: { meaning: "the procedure failed; this is why" },
  code: { meaning: "the reason, for programs" },
  message: { meaning: "the reason, for people" }
};
function dissectRpcPayload(bytes) {
  const fields = jsonFields(bytes, MEANINGS);
  if (fields === void 0) {
    const whole = { offset: 0, length: bytes.length, name: "payload", meaning: "not JSON" };
    return { title: "bytes that are not JSON", fields: bytes.length === 0 ? [] : [whole] };
  }
  return { ...describe(JSON.parse(new TextDecoder().decode(bytes))), fields };
}
function describe(message) {
  if (typeof message !== "object" || message === null) return { title: "a JSON value" };
  const { id, method, params, result, error } = message;
  const call = typeof id === "number" || typeof id === "string" ? String(id) : void 0;
  const which = call === void 0 ? "" : ` ${call}`;
  if (typeof method === "string") {
    const list = Array.isArray(params) ? params.map((param) => JSON.stringify(param)) : [];
    return { title: `call${which}: ${method}(${clip(list.join(", "), LONGEST_TITLE)})`, call };
  }
  if (typeof error === "object" && error !== null) {
    const { code, message: text } = error;
    const why = clip(String(code ?? text ?? ""), LONGEST_TITLE);
    return { title: `reply${which}: error ${why}`, call };
  }
  if (result !== void 0)
    return { title: `reply${which}: ${clip(JSON.stringify(result), LONGEST_TITLE)}`, call };
  return { title: "a JSON object", call };
}
const LONGEST_TITLE = 40;
const NEWLINE = 10;
function createLineDissectors() {
  return { client: new LineDissector(), server: new LineDissector() };
}
class LineDissector {
  #rest = new Uint8Array(0);
  push(chunk) {
    const messages = [];
    this.#rest = concat([this.#rest, chunk]);
    for (let at = this.#rest.indexOf(NEWLINE); at >= 0; at = this.#rest.indexOf(NEWLINE)) {
      messages.push(dissectLine(this.#rest.slice(0, at + 1)));
      this.#rest = this.#rest.subarray(at + 1);
    }
    return messages;
  }
  end() {
    const bytes = this.#rest;
    if (bytes.length === 0) return [];
    this.#rest = new Uint8Array(0);
    return [
      {
        title: "the beginning of a line",
        bytes,
        fields: [
          {
            offset: 0,
            length: bytes.length,
            name: "unfinished line",
            meaning: "the stream ended before the newline came"
          }
        ]
      }
    ];
  }
}
function dissectLine(line) {
  const { title, call, fields } = dissectRpcPayload(line.subarray(0, -1));
  const newline = {
    offset: line.length - 1,
    length: 1,
    name: "newline",
    value: "\\n",
    meaning: "the message ends here"
  };
  return { title, call, bytes: line, fields: [...fields, newline] };
}
const HelloRequest = {
  descriptor: {
    name: "hello.HelloRequest",
    fields: [{ number: 1, name: "name", type: "string", cardinality: "implicit" }]
  },
  create: (init) => create(HelloRequest.descriptor, emptyHelloRequest(), init),
  encode: (message) => encode$1(HelloRequest.descriptor, message, writeHelloRequest),
  decode: (bytes, limits) => decode(HelloRequest.descriptor, bytes, emptyHelloRequest(), readHelloRequest, limits)
};
function emptyHelloRequest() {
  return { name: "" };
}
function writeHelloRequest(message, writer) {
  if (message.name) writer.tag(10).string(message.name);
  if (message.$unknown) writer.raw(message.$unknown);
}
function readHelloRequest(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
const HelloReply = {
  descriptor: {
    name: "hello.HelloReply",
    fields: [{ number: 1, name: "message", type: "string", cardinality: "implicit" }]
  },
  create: (init) => create(HelloReply.descriptor, emptyHelloReply(), init),
  encode: (message) => encode$1(HelloReply.descriptor, message, writeHelloReply),
  decode: (bytes, limits) => decode(HelloReply.descriptor, bytes, emptyHelloReply(), readHelloReply, limits)
};
function emptyHelloReply() {
  return { message: "" };
}
function writeHelloReply(message, writer) {
  if (message.message) writer.tag(10).string(message.message);
  if (message.$unknown) writer.raw(message.$unknown);
}
function readHelloReply(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.message = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
function marshalCall(method, params) {
  return encodeUtf8(JSON.stringify({ method, params }));
}
const ENCODERS = {
  frame: ({ text }) => explain(encodeFrame(encodeUtf8(text)), createPrefixDissectors(FRAME_PREFIX, plain).client),
  message: ({ text, compressed }) => explain(
    encodeMessage(encodeUtf8(text), compressed),
    createPrefixDissectors(MESSAGE_PREFIX, plain).client
  ),
  call: ({ method, params }) => explain(encodeLine(marshalCall(method, params)), createLineDissectors().client),
  hello: ({ name }) => explain(
    HelloRequest.encode({ name }),
    createProtobufDissector({ type: HelloRequest.descriptor })
  ),
  number: ({ type, value, field }) => {
    const number = encodeScalar(type, type.endsWith("64") ? BigInt(value) : Number(value));
    if (field === void 0) return explain(number, createVarintDissector());
    const known = { number: field, name: "the field", type, cardinality: "implicit" };
    const bytes = concat([encodeTag(field, wireTypeOf(type)), number]);
    return explain(bytes, createProtobufDissector({ type: { name: "Quiz", fields: [known] } }));
  },
  fields: ({ fields, value }) => {
    const type = { name: "Quiz", fields };
    return explain(encodeMessage$1(type, value), createProtobufDissector({ type }));
  },
  settings: ({ entries }) => explain(
    written((out) => serializeSettings(out, entries)),
    createFrameDissector("client")
  ),
  data: ({ streamId, text, endStream }) => explain(
    written((out) => serializeData(out, streamId, encodeUtf8(text), endStream)),
    createFrameDissector("client")
  ),
  prefixInteger: ({ pattern, prefixBits, value }) => {
    const bytes = written((out) => encodeInteger(out, pattern, prefixBits, value));
    const about = { name: "number", value: String(value), meaning: "an integer with a prefix" };
    const place = { offset: 0, length: bytes.length };
    return { bytes, fields: [integerField(bytes, place, prefixBits, about)] };
  },
  hpack: ({ headers, before = [] }) => {
    const encoder2 = new HpackEncoder();
    const dissector = createHpackDissector();
    const block = (list) => written((out) => encoder2.encode(list, out));
    for (const list of before) dissector.push(block(list));
    return explain(block(headers), dissector);
  },
  greeting: ({ message, text }) => {
    const { descriptor: type } = message === "request" ? HelloRequest : HelloReply;
    const bytes = message === "request" ? HelloRequest.encode({ name: text }) : HelloReply.encode({ message: text });
    const { client } = createPrefixDissectors(MESSAGE_PREFIX, protobufPayload({ type }));
    return explain(encodeMessage(bytes), client);
  },
  cancel: ({ stream }) => explain(
    written((out) => serializeRstStream(out, stream, ErrorCode.CANCEL)),
    createFrameDissector("client")
  ),
  credit: ({ stream, increment }) => explain(
    written((out) => serializeWindowUpdate(out, stream, increment)),
    createFrameDissector("client")
  )
};
function encode(encoding) {
  const encoder2 = ENCODERS[encoding.encoder];
  return encoder2(encoding);
}
function explain(bytes, dissector) {
  return { bytes, fields: dissector.push(bytes).flatMap(({ fields }) => fields) };
}
const plain = () => ({ title: "", fields: [] });
function written(write) {
  const out = new ByteWriter();
  write(out);
  return out.take();
}
const _sfc_main$2 = /* @__PURE__ */ defineComponent({
  __name: "BytesQuestion",
  __ssrInlineRender: true,
  props: {
    question: {},
    heading: {},
    given: {},
    texts: {}
  },
  emits: ["answer"],
  setup(__props, { emit: __emit }) {
    const props = __props;
    const id = useId();
    const typed = ref("");
    const verdict = ref();
    const shown = ref(false);
    const expected = computed(() => encode(props.question.bytes));
    watch(typed, () => {
      verdict.value = void 0;
    });
    watch(
      () => props.given,
      async (given) => {
        if (given === void 0) return;
        typed.value = given;
        await nextTick();
        verdict.value = checkBytes(given, expected.value);
      },
      { immediate: true }
    );
    function inWords(given) {
      const t = props.texts;
      switch (given.kind) {
        case "right":
          return t.right;
        case "nothing":
          return t.nothing;
        case "notHex":
          return t.notHex;
        case "tooShort":
          return t.tooShort(given.have, given.want);
        case "tooLong":
          return t.tooLong(given.want);
        case "wrongAt":
          return t.wrongAt(given.offset, toHex(Uint8Array.of(given.yours)), given.path.join(" › "));
      }
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<form${ssrRenderAttrs(mergeProps({ class: "question" }, _attrs))} data-v-ca3d7e45><p class="asked" data-v-ca3d7e45><span class="heading" data-v-ca3d7e45>${ssrInterpolate(__props.heading)}</span>`);
      _push(ssrRenderComponent(_sfc_main$3, {
        text: __props.question.question
      }, null, _parent));
      _push(`</p><label${ssrRenderAttr("for", unref(id))} data-v-ca3d7e45>${ssrInterpolate(__props.texts.bytesLabel)}</label><input${ssrRenderAttr("id", unref(id))}${ssrRenderAttr("value", typed.value)} class="hex" type="text" spellcheck="false" autocomplete="off" autocapitalize="off"${ssrRenderAttr("aria-describedby", `${unref(id)}-verdict`)} data-v-ca3d7e45><div class="buttons js-only" data-v-ca3d7e45><button type="submit" class="ink-button" data-v-ca3d7e45>${ssrInterpolate(__props.texts.check)}</button>`);
      if (verdict.value && verdict.value.kind !== "right") {
        _push(`<button type="button" class="quiet-button" data-v-ca3d7e45>${ssrInterpolate(__props.texts.showAnswer)}</button>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</div><div${ssrRenderAttr("id", `${unref(id)}-verdict`)} class="verdict" role="status" data-v-ca3d7e45>`);
      if (verdict.value) {
        _push(`<p class="${ssrRenderClass(verdict.value.kind === "right" ? "good" : "bad")}" data-v-ca3d7e45><strong data-v-ca3d7e45>${ssrInterpolate(verdict.value.kind === "right" ? "✓" : "✗")} ${ssrInterpolate(inWords(verdict.value))}</strong>`);
        if (verdict.value.kind === "right") {
          _push(`<!--[-->${ssrInterpolate(" ")}`);
          _push(ssrRenderComponent(_sfc_main$3, {
            text: __props.question.reason
          }, null, _parent));
          _push(`<!--]-->`);
        } else {
          _push(`<!---->`);
        }
        _push(`</p>`);
      } else {
        _push(`<!---->`);
      }
      if (shown.value && verdict.value?.kind !== "right") {
        _push(`<p data-v-ca3d7e45>${ssrInterpolate(__props.texts.answer)}: <code data-v-ca3d7e45>${ssrInterpolate(unref(toHex)(expected.value.bytes))}</code>. `);
        _push(ssrRenderComponent(_sfc_main$3, {
          text: __props.question.reason
        }, null, _parent));
        _push(`</p>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</div><p class="no-js-only" data-v-ca3d7e45>${ssrInterpolate(__props.texts.answer)}: <code data-v-ca3d7e45>${ssrInterpolate(unref(toHex)(expected.value.bytes))}</code>. `);
      _push(ssrRenderComponent(_sfc_main$3, {
        text: __props.question.reason
      }, null, _parent));
      _push(`</p></form>`);
    };
  }
});
const _sfc_setup$2 = _sfc_main$2.setup;
_sfc_main$2.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/quiz/BytesQuestion.vue");
  return _sfc_setup$2 ? _sfc_setup$2(props, ctx) : void 0;
};
const BytesQuestion = /* @__PURE__ */ _export_sfc(_sfc_main$2, [["__scopeId", "data-v-ca3d7e45"]]);
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "ChoiceQuestion",
  __ssrInlineRender: true,
  props: {
    question: {},
    heading: {},
    given: {},
    texts: {}
  },
  emits: ["answer"],
  setup(__props, { emit: __emit }) {
    const props = __props;
    const name = useId();
    const chosen = ref();
    const checked = ref();
    const missing = ref(false);
    const verdict = computed(
      () => checked.value === void 0 ? void 0 : props.question.answers[checked.value]
    );
    watch(chosen, () => {
      checked.value = void 0;
      missing.value = false;
    });
    watch(
      () => props.given,
      async (given) => {
        if (given === void 0 || props.question.answers[Number(given)] === void 0) return;
        chosen.value = Number(given);
        await nextTick();
        checked.value = chosen.value;
      },
      { immediate: true }
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<form${ssrRenderAttrs(mergeProps({ class: "question" }, _attrs))} data-v-3ade1a0f><fieldset data-v-3ade1a0f><legend data-v-3ade1a0f><span class="heading" data-v-3ade1a0f>${ssrInterpolate(__props.heading)}</span>`);
      _push(ssrRenderComponent(_sfc_main$3, {
        text: __props.question.question
      }, null, _parent));
      _push(`</legend><!--[-->`);
      ssrRenderList(__props.question.answers, (answer, i) => {
        _push(`<label class="${ssrRenderClass([{ checked: i === checked.value, right: i === checked.value && answer.right }, "answer"])}" data-v-3ade1a0f><input${ssrIncludeBooleanAttr(ssrLooseEqual(chosen.value, i)) ? " checked" : ""} type="radio"${ssrRenderAttr("name", unref(name))}${ssrRenderAttr("value", i)} data-v-3ade1a0f><span data-v-3ade1a0f>`);
        _push(ssrRenderComponent(_sfc_main$3, {
          text: answer.text
        }, null, _parent));
        _push(`</span><span class="no-js-only reason" data-v-3ade1a0f>${ssrInterpolate(answer.right ? __props.texts.right : __props.texts.wrong)} `);
        _push(ssrRenderComponent(_sfc_main$3, {
          text: answer.reason
        }, null, _parent));
        _push(`</span></label>`);
      });
      _push(`<!--]--></fieldset><button type="submit" class="ink-button js-only" data-v-3ade1a0f>${ssrInterpolate(__props.texts.check)}</button><div class="verdict" role="status" data-v-3ade1a0f>`);
      if (missing.value) {
        _push(`<p data-v-3ade1a0f>${ssrInterpolate(__props.texts.chooseFirst)}</p>`);
      } else if (verdict.value) {
        _push(`<p class="${ssrRenderClass(verdict.value.right ? "good" : "bad")}" data-v-3ade1a0f><strong data-v-3ade1a0f>${ssrInterpolate(verdict.value.right ? `✓ ${__props.texts.right}` : `✗ ${__props.texts.wrong}`)}</strong> ${ssrInterpolate(" ")}`);
        _push(ssrRenderComponent(_sfc_main$3, {
          text: verdict.value.reason
        }, null, _parent));
        if (!verdict.value.right) {
          _push(`<!--[-->${ssrInterpolate(" ")}${ssrInterpolate(__props.texts.again)}<!--]-->`);
        } else {
          _push(`<!---->`);
        }
        _push(`</p>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</div></form>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/quiz/ChoiceQuestion.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const ChoiceQuestion = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-3ade1a0f"]]);
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "Quiz",
  __ssrInlineRender: true,
  props: {
    questions: {},
    only: {},
    texts: {}
  },
  setup(__props) {
    const props = __props;
    const t = useTexts("quiz", () => props.texts);
    const { page } = useData();
    const lesson = computed(() => lessonNumberOf(page.value.relativePath));
    const here = computed(() => {
      const numbered = props.questions.map((question, i) => ({ question, number: i + 1 }));
      const ids = props.only?.split(/\s+/);
      if (ids === void 0) return numbered;
      return ids.map((id) => {
        const found = numbered.find(({ question }) => question.id === id);
        if (found === void 0) throw new Error(`${page.value.relativePath}: no question ${id}`);
        return found;
      });
    });
    const given = ref({});
    onMounted(() => {
      if (lesson.value !== void 0) given.value = loadAnswers(lesson.value);
    });
    function onAnswer(question, answer, isRight) {
      if (lesson.value === void 0) return;
      keepAnswer(lesson.value, question, answer);
      if (isRight) useBrowserProgress().markAnswered(lesson.value, question);
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({ class: "quiz widget" }, _attrs))} data-v-ad84d2a5><!--[-->`);
      ssrRenderList(here.value, ({ question, number }) => {
        ssrRenderVNode(_push, createVNode(resolveDynamicComponent("answers" in question ? ChoiceQuestion : BytesQuestion), {
          id: `question-${question.id}`,
          key: question.id,
          question,
          heading: unref(t).question(number, __props.questions.length),
          given: given.value[question.id],
          texts: unref(t),
          onAnswer: (answer, isRight) => onAnswer(question.id, answer, isRight)
        }, null), _parent);
      });
      _push(`<!--]--></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/Quiz.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Quiz = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-ad84d2a5"]]);
export {
  Quiz as default
};
