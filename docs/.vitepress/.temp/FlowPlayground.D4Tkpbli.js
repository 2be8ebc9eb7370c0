import { defineComponent, ref, computed, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderComponent, ssrRenderList, ssrRenderAttr, ssrInterpolate, ssrRenderClass, ssrRenderStyle } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { E as ErrorCode, c as connectionError, D as DEFAULT_MAX_FRAME_SIZE, s as streamError, w as writeFrameHeader, F as Flag, a as FrameType, r as readUint32, b as readStreamId, d as stripPadding, p as parseWindowUpdate, e as parseSettings, f as parseRstStream, g as parseData, H as Http2Error, h as FRAME_HEADER_LENGTH, i as parseFrameHeader, j as serializeRstStream, k as serializeSettings, l as serializeSettingsAck, m as serializeWindowUpdate, P as PrefaceReader, C as CLIENT_PREFACE, n as asConnectionError } from "./preface.DFmPcopy.js";
import { D as DEFAULT_MAX_LIST_SIZE, d as decodeInteger, H as HpackError, S as STATIC_TABLE_LENGTH, a as STATIC_TABLE, b as decodeString, c as DecodedField, e as DEFAULT_TABLE_SIZE, f as DynamicTable, g as fieldSize, h as HpackEncoder, B as ByteWriter, l as latin1FromBytes } from "./encoder.sD__5r0w.js";
import { p as plainView } from "./plain-view.B35RG0xQ.js";
import { c as concat } from "./concat.Do7hq_a9.js";
import { n as nextState } from "./stream-state.BZ5AFVHG.js";
import { e as encodeUtf8 } from "./utf8.SLM2nV_b.js";
import { F as FakeClock } from "./fake-clock.BRdUQc3q.js";
import { B as ByteQueue } from "./byte-queue.C492qMta.js";
import { P as PresetBar } from "./PresetBar.DaKEem7C.js";
import { R as RangeControl } from "./RangeControl.CoTpA1d5.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;
const systemClock = {
  now: () => performance.now(),
  setTimer(callback, milliseconds) {
    let timeout;
    let unref2 = false;
    const wait = (left) => {
      const step = Math.min(left, LONGEST_TIMEOUT_MS);
      timeout = setTimeout(() => left > step ? wait(left - step) : callback(), step);
      if (unref2) timeout.unref?.();
    };
    wait(Math.max(0, milliseconds));
    return {
      cancel: () => clearTimeout(timeout),
      unref() {
        unref2 = true;
        timeout.unref?.();
      }
    };
  }
};
const DEFAULT_LIMITS = {
  maxConcurrentStreams: 1e3,
  maxHeld: 64 * 1024 * 1024,
  maxHeaderListSize: DEFAULT_MAX_LIST_SIZE,
  maxHeaderBlockSize: 4 * DEFAULT_MAX_LIST_SIZE,
  maxContinuations: 16,
  maxControlOutput: 65536,
  resets: { burst: 1e3, perSecond: 100 },
  settings: { burst: 100, perSecond: 10 },
  pings: { burst: 200, perSecond: 20 },
  emptyData: { burst: 200, perSecond: 20 },
  windowUpdates: { burst: 2e3, perSecond: 200 },
  ignored: { burst: 2e3, perSecond: 200 }
};
const HANDSHAKE_TIMEOUT_MS = 2e4;
const LINGER_MS = 1e3;
const TURN_MS = 4;
const LONG_CHUNK_MS = 0.25;
const MAX_WAITING_INPUT = 131072;
const OUTPUT_HIGH_WATER = 131072;
const STREAM_HIGH_WATER = 65536;
const ASSUMED_MAX_CONCURRENT_STREAMS = 100;
const REMEMBERED_STREAMS = 1024;
const MAX_DEBUG_DATA = 1024;
class Turns {
  #receive;
  #transport;
  #clock;
  #defer;
  /** What has come and is not yet handed over. */
  #waiting = [];
  #waitingSize = 0;
  /** How long it has been served in this turn, and since when it is being served. */
  #used = 0;
  #begun = 0;
  /** The next turn will come: this one counts. */
  #counting = false;
  /** Its turn is over, and the next one has not come. */
  #resting = false;
  #paused = false;
  /** The peer has sent all: to be told behind what waits. */
  #end;
  #late = () => this.#used + this.#elapsed() >= TURN_MS;
  #next = () => this.#turn();
  constructor(receive, transport, clock, defer) {
    this.#receive = receive;
    this.#transport = transport;
    this.#clock = clock;
    this.#defer = defer;
  }
  data(chunk) {
    if (!this.#resting) {
      this.#read(chunk);
      return;
    }
    this.#waiting.push(chunk);
    this.#waitingSize += chunk.length;
    if (this.#paused || this.#waitingSize < MAX_WAITING_INPUT) return;
    this.#paused = true;
    this.#transport.pause();
  }
  /** @param then is called once all that came before is handed over. */
  end(then) {
    if (this.#resting) this.#end = then;
    else then();
  }
  /** The transport is gone, and with it whatever waits. */
  close() {
    this.#waiting = [];
    this.#end = void 0;
  }
  #turn() {
    this.#used = 0;
    this.#counting = false;
    this.#resting = false;
    while (!this.#resting) {
      const chunk = this.#waiting.shift();
      if (chunk === void 0) break;
      this.#waitingSize -= chunk.length;
      this.#read(chunk);
    }
    if (this.#resting) return;
    this.#end?.();
    this.#end = void 0;
    if (!this.#paused) return;
    this.#paused = false;
    this.#transport.resume();
  }
  #read(chunk) {
    this.#begun = this.#clock.now();
    const rest = this.#receive(chunk, this.#begun, this.#late);
    const elapsed = this.#elapsed();
    if (rest === void 0 && elapsed < LONG_CHUNK_MS) return;
    this.#used += elapsed;
    this.#resting = rest !== void 0 || this.#used >= TURN_MS;
    if (rest !== void 0) {
      this.#waiting.unshift(rest);
      this.#waitingSize += rest.length;
    }
    if (this.#counting) return;
    this.#counting = true;
    this.#defer(this.#next);
  }
  #elapsed() {
    return this.#clock.now() - this.#begun;
  }
}
const afterThisTurn = (
  // biome-ignore lint/style/noRestrictedGlobals: not a clock, but a place in the event loop
  typeof setImmediate === "function" ? (flush) => setImmediate(flush) : queueMicrotask
);
function attachHttp2(http2, transport, options = {}) {
  const clock = options.clock ?? systemClock;
  const defer = options.defer ?? afterThisTurn;
  let scheduled = false;
  let blocked = false;
  let ended = false;
  const after = (milliseconds, action) => {
    const timer = clock.setTimer(action, milliseconds);
    timer.unref?.();
    return timer;
  };
  let handshake = after(
    options.handshakeMs ?? HANDSHAKE_TIMEOUT_MS,
    () => http2.abort(ErrorCode.SETTINGS_TIMEOUT, "no SETTINGS came")
  );
  const endHandshake = () => {
    handshake?.cancel();
    handshake = void 0;
  };
  let linger;
  const flush = () => {
    scheduled = false;
    while (!blocked) {
      const output = http2.takeOutput();
      if (output === void 0) break;
      blocked = !transport.write(output);
      if (transport.flushed) http2.outputWritten();
    }
    if (!http2.closed || ended) return;
    endHandshake();
    linger ??= after(options.lingerMs ?? LINGER_MS, () => transport.destroy());
    if (blocked) return;
    ended = true;
    transport.end();
  };
  const schedule = () => {
    if (scheduled || blocked && !http2.closed) return;
    scheduled = true;
    defer(flush);
  };
  http2.outputReady = schedule;
  const receive = (chunk, now, late) => {
    const left = http2.receive(chunk, now, late);
    if (handshake !== void 0 && http2.ready) endHandshake();
    if (http2.closed) schedule();
    return left;
  };
  const turns = new Turns(receive, transport, clock, defer);
  transport.start({
    data: (chunk) => turns.data(chunk),
    drain() {
      blocked = false;
      flush();
    },
    end() {
      turns.end(() => {
        http2.transportClosed();
        schedule();
      });
    },
    close(error) {
      turns.close();
      http2.transportClosed(error);
      ended = true;
      endHandshake();
      linger?.cancel();
    }
  });
}
function readField(from, table) {
  const first = from.bytes[from.at] ?? 0;
  if (first >= 128) return lookUp(decodeInteger(from, 7), table);
  if (first >= 64) {
    const field = readLiteral(from, 6, table, false);
    table.add(field);
    return field;
  }
  if (first >= 32) throw new HpackError("a table size update after a field (§4.2)");
  return readLiteral(from, 4, table, first >= 16);
}
function readLiteral(from, prefixBits, table, neverIndexed) {
  const index = decodeInteger(from, prefixBits);
  const name = index === 0 ? decodeString(from) : lookUp(index, table).name;
  return new DecodedField(name, decodeString(from), neverIndexed);
}
function lookUp(index, table) {
  const field = index <= STATIC_TABLE_LENGTH ? STATIC_TABLE[index] : table.get(index - STATIC_TABLE_LENGTH - 1);
  if (index === 0 || field === void 0) throw new HpackError(`no field has index ${index}`);
  return field;
}
function cursorOver(bytes) {
  return { bytes, at: 0, end: bytes.length };
}
class HpackDecoder {
  #table;
  #maxListSize;
  /** What the encoder may choose up to. */
  #allowedTableSize;
  /** We allow less than is in use: the next block must begin with a size update (§4.2). */
  #mustShrink = false;
  constructor(options = {}) {
    this.#allowedTableSize = options.maxTableSize ?? DEFAULT_TABLE_SIZE;
    this.#table = new DynamicTable(this.#allowedTableSize);
    this.#maxListSize = options.maxListSize ?? DEFAULT_MAX_LIST_SIZE;
  }
  /** The size now in use, for tools and tests. */
  get tableSize() {
    return this.#table.size;
  }
  /** Our SETTINGS_HEADER_TABLE_SIZE has been acknowledged: from here on the encoder keeps to it. */
  setMaxTableSize(size) {
    this.#allowedTableSize = size;
    if (size < this.#table.maxSize) this.#mustShrink = true;
  }
  /**
   * Decodes one whole block. Fields that stand in a table are the same objects each time.
   * @returns `undefined` if the list is larger than allowed: nothing of it was kept, but the
   *   table is right and the next block can be decoded.
   * @throws HpackError: the tables no longer agree, the connection is lost.
   */
  decode(block) {
    const from = cursorOver(block);
    this.#readSizeUpdates(from);
    const fields = [];
    let listSize = 0;
    while (from.at < from.end) {
      const field = readField(from, this.#table);
      listSize += fieldSize(field.name, field.value);
      if (listSize <= this.#maxListSize) fields.push(field);
    }
    return listSize <= this.#maxListSize ? fields : void 0;
  }
  #readSizeUpdates(from) {
    while (from.at < from.end && (from.bytes[from.at] & 224) === 32) {
      const size = decodeInteger(from, 5);
      if (size > this.#allowedTableSize) {
        throw new HpackError(`a table of ${size} where ${this.#allowedTableSize} are allowed`);
      }
      this.#table.resize(size);
      this.#mustShrink = false;
    }
    if (this.#mustShrink) throw new HpackError("no size update after the table became smaller");
  }
}
const CONNECTION_COST = 1024 * 1024;
const CALL_COST = 8192;
const FIELD_COST = 128;
const PIECE_COST = 512;
function headersCost(fields) {
  let cost = 0;
  for (let i = 0; i < fields.length; i++) {
    const { name, value } = fields[i];
    cost += FIELD_COST + name.length + value.length;
  }
  return cost;
}
const SHORT_VALUE = 128;
class FieldFacts {
  #find;
  #known = /* @__PURE__ */ new WeakMap();
  constructor(find) {
    this.#find = find;
  }
  of(field) {
    if (field.value.length <= SHORT_VALUE) return this.#find(field);
    const known = this.#known.get(field);
    if (known !== void 0) return known.fact;
    const fact = this.#find(field);
    this.#known.set(field, { fact });
    return fact;
  }
}
const FieldKind = {
  REGULAR: 1,
  HOST: 2,
  CONTENT_LENGTH: 3,
  WRONG: 4,
  // From here on pseudo-headers, which come before all others (§8.3).
  METHOD: 5,
  SCHEME: 6,
  PATH: 7,
  AUTHORITY: 8,
  STATUS: 9
};
const TE = 10;
const KINDS = /* @__PURE__ */ new Map([
  [":method", FieldKind.METHOD],
  [":scheme", FieldKind.SCHEME],
  [":path", FieldKind.PATH],
  [":authority", FieldKind.AUTHORITY],
  [":status", FieldKind.STATUS],
  ["content-length", FieldKind.CONTENT_LENGTH],
  ["host", FieldKind.HOST],
  ["te", TE],
  // They speak of one HTTP/1.1 connection and mean nothing here (§8.2.2).
  ["connection", FieldKind.WRONG],
  ["proxy-connection", FieldKind.WRONG],
  ["keep-alive", FieldKind.WRONG],
  ["transfer-encoding", FieldKind.WRONG],
  ["upgrade", FieldKind.WRONG]
]);
class FieldKinds {
  #fields = [];
  #kinds = [];
  #facts = new FieldFacts(kindOf);
  /** @returns the kind of each field, until the next call. */
  of(fields) {
    const before = this.#fields;
    const kinds = this.#kinds;
    for (let i = 0; i < fields.length; i++) {
      if (fields[i] !== before[i]) kinds[i] = this.#facts.of(fields[i]);
    }
    kinds.length = fields.length;
    this.#fields = fields;
    return kinds;
  }
}
function kindOf({ name, value }) {
  if (!isValue(value)) return FieldKind.WRONG;
  const kind = KINDS.get(name) ?? (isName(name) ? FieldKind.REGULAR : FieldKind.WRONG);
  if (kind === TE) {
    return value.toLowerCase() === "trailers" ? FieldKind.REGULAR : FieldKind.WRONG;
  }
  if (kind === FieldKind.CONTENT_LENGTH && !/^[0-9]{1,15}$/.test(value)) return FieldKind.WRONG;
  return kind;
}
function isName(name) {
  for (let i = 0; i < name.length; i++) {
    const octet = name.charCodeAt(i);
    if (octet <= 32 || octet >= 127) return false;
    if (octet >= 65 && octet <= 90 || octet === 58) return false;
  }
  return name.length > 0;
}
function isValue(value) {
  for (let i = 0; i < value.length; i++) {
    const octet = value.charCodeAt(i);
    if (octet <= 13 && (octet === 0 || octet === 10 || octet === 13)) return false;
  }
  return !isSpace(value.charCodeAt(0)) && !isSpace(value.charCodeAt(value.length - 1));
}
function isSpace(octet) {
  return octet === 32 || octet === 9;
}
class HeaderAssembler {
  #maxSize;
  #maxContinuations;
  #begun;
  #fragments = [];
  #size = 0;
  constructor(maxSize, maxContinuations) {
    this.#maxSize = maxSize;
    this.#maxContinuations = maxContinuations;
  }
  /** The stream whose block is still incomplete, or 0. */
  get pendingStream() {
    return this.#begun?.streamId ?? 0;
  }
  begin(block) {
    this.#begun = block;
    this.#fragments.push(block.bytes);
    this.#size = block.bytes.length;
  }
  /**
   * @returns the block, when this was its last fragment.
   * @throws Http2Error for the connection: too long, or in too many pieces.
   */
  add(fragment, endHeaders) {
    this.#fragments.push(fragment);
    this.#size += fragment.length;
    if (this.#size > this.#maxSize || this.#fragments.length > this.#maxContinuations + 1) {
      throw connectionError(
        ErrorCode.ENHANCE_YOUR_CALM,
        `a header block of ${this.#size} octets in ${this.#fragments.length} frames`
      );
    }
    if (!endHeaders) return void 0;
    const block = { ...this.#begun, bytes: concat(this.#fragments) };
    this.#begun = void 0;
    this.#fragments.length = 0;
    return block;
  }
}
const OF_REQUESTS = [FieldKind.METHOD, FieldKind.SCHEME, FieldKind.PATH, FieldKind.AUTHORITY];
class HeaderValidation {
  #headers = new FieldKinds();
  #trailers = new FieldKinds();
  request(fields) {
    const facts = collect(fields, this.#headers.of(fields));
    if (typeof facts === "string") return facts;
    const method = facts[FieldKind.METHOD];
    const scheme = facts[FieldKind.SCHEME];
    const path = facts[FieldKind.PATH];
    const authority = facts[FieldKind.AUTHORITY];
    const host = facts[FieldKind.HOST];
    if (facts[FieldKind.STATUS] !== void 0) return ":status in a request (§8.3)";
    if (method === void 0) return "a request without :method (§8.3.1)";
    if (method === "CONNECT") {
      const right = (scheme ?? path) === void 0 && authority !== void 0;
      return right ? facts : "CONNECT takes :authority, and no :scheme or :path (§8.5)";
    }
    if (scheme === void 0) return "a request without :scheme (§8.3.1)";
    if (path === void 0 || path === "") return "a request without :path (§8.3.1)";
    if (host !== void 0 && (authority ?? host) !== host) {
      return "host is not the same as :authority (§8.3.1)";
    }
    return facts;
  }
  response(fields) {
    const facts = collect(fields, this.#headers.of(fields));
    if (typeof facts === "string") return facts;
    const status = facts[FieldKind.STATUS];
    if (status === void 0) return "a response without :status (§8.3.2)";
    if (status !== "200" && !/^[1-9][0-9][0-9]$/.test(status)) return "a wrong :status (§8.3.2)";
    for (const kind of OF_REQUESTS) {
      if (facts[kind] !== void 0) return "a pseudo-header of requests in a response (§8.3)";
    }
    return facts;
  }
  trailers(fields) {
    const kinds = this.#trailers.of(fields);
    for (let i = 0; i < fields.length; i++) {
      const kind = kinds[i];
      if (kind === FieldKind.WRONG) return `the field ${describe(fields[i])} (§8.2)`;
      if (kind > FieldKind.WRONG) return `${fields[i].name} in trailers (§8.1)`;
    }
    return void 0;
  }
}
function collect(fields, kinds) {
  const facts = new Array(FieldKind.STATUS + 1).fill(void 0);
  let regularSeen = false;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i];
    const { value } = field;
    const kind = kinds[i];
    if (kind === FieldKind.REGULAR) {
      regularSeen = true;
    } else if (kind === FieldKind.WRONG) {
      return `the field ${describe(field)} (§8.2)`;
    } else if (kind > FieldKind.WRONG) {
      if (regularSeen) return `${field.name} after a regular field (§8.3)`;
      if (facts[kind] !== void 0) return `${field.name} twice (§8.3)`;
      facts[kind] = value;
    } else {
      regularSeen = true;
      if ((facts[kind] ?? value) !== value) return `two different ${field.name}s`;
      facts[kind] = value;
    }
  }
  return facts;
}
function describe({ name, value }) {
  return JSON.stringify(`${name}: ${value}`.slice(0, 60));
}
class HeaderReceiver {
  #role;
  #decoder;
  #blocks;
  #maxStreams;
  #check = new HeaderValidation();
  #to;
  constructor(role, decoder, limits, effects) {
    this.#role = role;
    this.#decoder = decoder;
    this.#blocks = new HeaderAssembler(limits.maxHeaderBlockSize, limits.maxContinuations);
    this.#maxStreams = limits.maxConcurrentStreams;
    this.#to = effects;
  }
  /** The stream whose block is still incomplete, or 0. */
  get pendingStream() {
    return this.#blocks.pendingStream;
  }
  begin(block, endHeaders) {
    if (endHeaders) this.#whole(block);
    else this.#blocks.begin(block);
  }
  continue(fragment, endHeaders) {
    const block = this.#blocks.add(fragment, endHeaders);
    if (block !== void 0) this.#whole(block);
  }
  /** Every block is decoded, also one that nobody wants: it changes the table for the next. */
  #whole(block) {
    const { streamId } = block;
    const fields = this.#decode(block.bytes);
    const stream = this.#to.streams.get(streamId);
    if (stream !== void 0) this.#onOpenStream(stream, block, fields);
    else if (this.#role === "server" && streamId % 2 === 1) this.#onNewId(block, fields);
    else this.#to.errors.frameWithoutStream(streamId, "HEADERS");
  }
  #decode(bytes) {
    try {
      return this.#decoder.decode(bytes);
    } catch (error) {
      if (!(error instanceof HpackError)) throw error;
      throw connectionError(ErrorCode.COMPRESSION_ERROR, error.message);
    }
  }
  #onNewId(block, fields) {
    const { streamId, endStream } = block;
    const { streams, shutdown, errors, guards } = this.#to;
    if (!streams.ids.canBegin(streamId)) {
      errors.frameWithoutStream(streamId, "HEADERS");
      return;
    }
    if (streamId > shutdown.lastAccepted) {
      guards.spend("ignored");
      return;
    }
    streams.ids.begin(streamId);
    if (streams.size >= this.#maxStreams) {
      errors.refuse(streamId, ErrorCode.REFUSED_STREAM);
      return;
    }
    if (streams.occupied >= this.#maxStreams) {
      errors.postpone(streamId);
      return;
    }
    if (fields === void 0) {
      errors.refuse(streamId, ErrorCode.ENHANCE_YOUR_CALM);
      return;
    }
    const facts = this.#check.request(fields);
    if (typeof facts === "string" || block.dependsOn === streamId) {
      errors.refuse(streamId, ErrorCode.PROTOCOL_ERROR);
      return;
    }
    const stream = streams.create(streamId);
    if (!readContentLength(stream, facts, endStream)) {
      errors.refuse(streamId, ErrorCode.PROTOCOL_ERROR);
      return;
    }
    if (!stream.charge(CALL_COST + headersCost(fields))) {
      errors.postpone(streamId);
      return;
    }
    this.#open(stream, fields, endStream);
  }
  #open(stream, fields, endStream) {
    const { streams, handler } = this.#to;
    stream.headersReceived = true;
    stream.advance("receive headers");
    if (endStream) stream.advance("receive end");
    streams.add(stream);
    const streamHandler = handler.stream?.(stream, fields, endStream);
    stream.handler = streamHandler;
    if (streamHandler === void 0) stream.reset(ErrorCode.REFUSED_STREAM);
    else if (stream.closed) streamHandler.close(stream.closeError);
  }
  #onOpenStream(stream, block, fields) {
    const { streams, errors } = this.#to;
    const { endStream } = block;
    if (!stream.advance("receive headers")) {
      errors.fail(stream, ErrorCode.STREAM_CLOSED, "HEADERS after END_STREAM (§5.1)");
      return;
    }
    if (fields === void 0) {
      errors.fail(stream, ErrorCode.ENHANCE_YOUR_CALM, "the header list is too large");
      return;
    }
    if (!stream.charge(headersCost(fields))) {
      errors.fail(stream, ErrorCode.ENHANCE_YOUR_CALM, "the connection holds too much already");
      return;
    }
    const problem = block.dependsOn === stream.id ? "a stream that depends on itself" : stream.headersReceived ? this.#trailers(stream, fields, endStream) : this.#response(stream, fields, endStream);
    if (problem !== void 0) errors.fail(stream, ErrorCode.PROTOCOL_ERROR, problem);
    else if (stream.closed) streams.close(stream, "ended");
  }
  #trailers(stream, fields, endStream) {
    if (!endStream) return "trailers that do not end the stream (§8.1)";
    const problem = this.#check.trailers(fields);
    if (problem !== void 0) return problem;
    if (!stream.countContent(0, true)) return "less content than content-length says (§8.1.1)";
    stream.advance("receive end");
    stream.handler?.trailers?.(fields);
    return void 0;
  }
  #response(stream, fields, endStream) {
    const facts = this.#check.response(fields);
    if (typeof facts === "string") return facts;
    const status = facts[FieldKind.STATUS];
    if (status.startsWith("1")) {
      if (endStream || status === "101") return "a wrong interim response (§8.1)";
      this.#to.guards.spend("ignored");
      stream.handler?.informational?.(fields);
      return void 0;
    }
    stream.headersReceived = true;
    if (!readContentLength(stream, facts, endStream)) return "content-length without content";
    if (endStream) stream.advance("receive end");
    stream.handler?.headers?.(fields, endStream);
    return void 0;
  }
}
function readContentLength(stream, facts, endStream) {
  const length = facts[FieldKind.CONTENT_LENGTH];
  if (length === void 0 || stream.headRequest || facts[FieldKind.STATUS] === "304") return true;
  return stream.expectContent(Number(length), endStream);
}
const SPARE_PART = 1 / 8;
class Budget {
  #limit;
  #spare;
  #used = 0;
  /** There is room again after there was none. */
  onRoom = () => {
  };
  constructor(limit) {
    this.#limit = limit;
    this.#spare = limit * SPARE_PART;
  }
  get used() {
    return this.#used;
  }
  /** Nothing more fits. */
  get exhausted() {
    return this.#used >= this.#limit;
  }
  /** So full that whoever can wait should. */
  get crowded() {
    return this.#used * 2 >= this.#limit;
  }
  /** Takes something that can be refused. @returns false: it does not fit, nothing was taken. */
  take(cost) {
    if (this.#used + cost > this.#limit) return false;
    this.#used += cost;
    return true;
  }
  /**
   * Takes more for somebody who has something already. The last part of the budget is not for them:
   * whoever hoards must not stop those who come with little and go.
   */
  takeMore(cost) {
    return this.#used + cost <= this.#limit - this.#spare && this.take(cost);
  }
  /** Counts what is here already and cannot be refused any more: others get less. */
  charge(cost) {
    this.#used += cost;
  }
  /** What was taken or charged is gone. */
  release(cost) {
    const before = this.exhausted;
    this.#used -= cost;
    if (before && !this.exhausted) this.onRoom();
  }
}
class FloodGuard {
  #rate;
  #what;
  #tokens;
  #filledAt;
  constructor(what, rate) {
    this.#what = what;
    this.#rate = rate;
    this.#tokens = rate.burst;
  }
  /**
   * @param now milliseconds from any fixed point.
   * @throws Http2Error ENHANCE_YOUR_CALM for the connection.
   */
  spend(now) {
    if (this.#tokens < 1) this.#refill(now);
    if (this.#tokens < 1) {
      throw connectionError(ErrorCode.ENHANCE_YOUR_CALM, `too many ${this.#what}`);
    }
    this.#filledAt ??= now;
    this.#tokens--;
  }
  /** The peer did something useful that such frames belong to. */
  earn(tokens) {
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + tokens);
  }
  /** Reckoned only when the bucket is empty: an honest peer never pays for the arithmetic. */
  #refill(now) {
    const seconds = Math.max(0, now - (this.#filledAt ?? now)) / 1e3;
    this.#filledAt = now;
    this.earn(seconds * this.#rate.perSecond);
  }
}
class Guards {
  /** When the bytes came that are being read, in milliseconds from any fixed point. */
  now = 0;
  #resets;
  #settings;
  #pings;
  #emptyData;
  #windowUpdates;
  #ignored;
  constructor(limits) {
    this.#resets = new FloodGuard("streams that ended in RST_STREAM", limits.resets);
    this.#settings = new FloodGuard("SETTINGS", limits.settings);
    this.#pings = new FloodGuard("PINGs", limits.pings);
    this.#emptyData = new FloodGuard("empty DATA frames", limits.emptyData);
    this.#windowUpdates = new FloodGuard("WINDOW_UPDATEs", limits.windowUpdates);
    this.#ignored = new FloodGuard("frames that have to be ignored", limits.ignored);
  }
  /** @throws Http2Error ENHANCE_YOUR_CALM for the connection: too many of this kind. */
  spend(kind) {
    this.#guardOf(kind).spend(this.now);
  }
  /** A receiver gives credit for what it gets, and may probe the path while bodies flow. */
  dataSent() {
    this.#windowUpdates.earn(4);
    this.#pings.earn(1);
  }
  dataReceived() {
    this.#pings.earn(1);
  }
  /** A call is real work for the peer too. A late frame or two may belong to it. */
  streamOpened() {
    this.#ignored.earn(1);
  }
  /** One finished call pays for one cancelled: an honest proxy cancels no more than that. */
  streamEnded() {
    this.#resets.earn(1);
  }
  /** We ended a stream on which the peer did nothing wrong: it may not know that yet. */
  streamResetByUs() {
    this.#ignored.earn(4);
  }
  #guardOf(kind) {
    switch (kind) {
      case "resets":
        return this.#resets;
      case "settings":
        return this.#settings;
      case "pings":
        return this.#pings;
      case "emptyData":
        return this.#emptyData;
      case "windowUpdates":
        return this.#windowUpdates;
      case "ignored":
        return this.#ignored;
    }
  }
}
const MAX_WINDOW = 2147483647;
const DEFAULT_WINDOW = 65535;
class SendWindow {
  /**
   * May be negative: when the peer lowers SETTINGS_INITIAL_WINDOW_SIZE from 65535 to 16384 after
   * we have sent 60000, it is −43616, and we wait until WINDOW_UPDATEs lift it above 0 (§6.9.2).
   */
  available;
  constructor(size) {
    this.available = size;
  }
  /** WINDOW_UPDATE, or new SETTINGS (then `by` may be negative). `false`: above the maximum. */
  grow(by) {
    if (this.available + by > MAX_WINDOW) return false;
    this.available += by;
    return true;
  }
  /** So much DATA goes out; `octetsAllowed` has said that it may. */
  take(size) {
    this.available -= size;
  }
}
function octetsAllowed(stream, connection) {
  return Math.max(0, Math.min(stream.available, connection.available));
}
class ReceiveWindow {
  available;
  /** The size to which we fill it up again. */
  #size;
  /** Worked off, but the peer does not know yet. */
  #unannounced = 0;
  constructor(size) {
    this.available = size;
    this.#size = size;
  }
  /**
   * DATA came. `false`: the peer sent more than it was allowed to, and nothing is counted. A frame
   * without an octet is always allowed: it needs no window, not even one above 0 (§6.9.1).
   */
  receive(size) {
    if (size > Math.max(0, this.available)) return false;
    this.available -= size;
    return true;
  }
  /**
   * The application has worked off `size` octets.
   * @returns the increment to announce now; 0 while it is less than half of the window, because
   *   one large WINDOW_UPDATE says the same as many small ones. Half is rounded down: of 65,535
   *   octets in full frames 32,767 are left over behind the first half, and if they wait for one
   *   octet more, the peer gets half a window each round trip.
   */
  consume(size) {
    this.#unannounced += size;
    if (this.#unannounced < Math.floor(this.#size / 2)) return 0;
    const increment = this.#unannounced;
    this.#unannounced = 0;
    this.available += increment;
    return increment;
  }
  /**
   * Our SETTINGS changed the size of every window (§6.9.2), `by` octets. The peer changes its side
   * by itself, so that needs no WINDOW_UPDATE.
   * @returns the increment to announce now, as `consume` does: what was little of a large window
   *   may be much of a small one, and if nothing more can come, nothing more will be consumed.
   */
  resize(by) {
    this.#size += by;
    this.available += by;
    return this.consume(0);
  }
}
const PROTOCOL_DEFAULTS = {
  headerTableSize: DEFAULT_TABLE_SIZE,
  enablePush: true,
  maxConcurrentStreams: Number.POSITIVE_INFINITY,
  initialWindowSize: DEFAULT_WINDOW,
  maxFrameSize: DEFAULT_MAX_FRAME_SIZE,
  maxHeaderListSize: Number.POSITIVE_INFINITY
};
const IDS = {
  headerTableSize: 1,
  enablePush: 2,
  maxConcurrentStreams: 3,
  initialWindowSize: 4,
  maxFrameSize: 5,
  maxHeaderListSize: 6
};
const LARGEST_FRAME = 16777215;
function settingsEntries(settings) {
  const entries = [];
  for (const [key, id] of Object.entries(IDS)) {
    if (settings[key] !== PROTOCOL_DEFAULTS[key]) entries.push([id, Number(settings[key])]);
  }
  return entries;
}
function applySettings(settings, entries) {
  for (const [id, value] of entries) {
    switch (id) {
      case IDS.headerTableSize:
        settings.headerTableSize = value;
        break;
      case IDS.enablePush:
        if (value > 1) throw wrong("ENABLE_PUSH", value);
        settings.enablePush = value === 1;
        break;
      case IDS.maxConcurrentStreams:
        settings.maxConcurrentStreams = value;
        break;
      case IDS.initialWindowSize:
        if (value > MAX_WINDOW) {
          throw wrong("INITIAL_WINDOW_SIZE", value, ErrorCode.FLOW_CONTROL_ERROR);
        }
        settings.initialWindowSize = value;
        break;
      case IDS.maxFrameSize:
        if (value < DEFAULT_MAX_FRAME_SIZE || value > LARGEST_FRAME) {
          throw wrong("MAX_FRAME_SIZE", value);
        }
        settings.maxFrameSize = value;
        break;
      case IDS.maxHeaderListSize:
        settings.maxHeaderListSize = value;
        break;
    }
  }
}
function wrong(name, value, code = ErrorCode.PROTOCOL_ERROR) {
  return connectionError(code, `SETTINGS_${name} must not be ${value} (§6.5.2)`);
}
const DEFAULT_STREAM_WINDOW = 512 * 1024;
const DEFAULT_CONNECTION_WINDOW = 4 * 1024 * 1024;
function resolveLimits(options) {
  return { ...DEFAULT_LIMITS, ...options.limits };
}
function localSettings(role, options, limits) {
  return {
    headerTableSize: options.headerTableSize ?? PROTOCOL_DEFAULTS.headerTableSize,
    // We never accept a push; only a client may say so, a server has nothing to be pushed (§6.5.2).
    enablePush: role === "server",
    maxConcurrentStreams: role === "server" ? limits.maxConcurrentStreams : PROTOCOL_DEFAULTS.maxConcurrentStreams,
    initialWindowSize: options.streamWindow ?? DEFAULT_STREAM_WINDOW,
    maxFrameSize: options.maxFrameSize ?? PROTOCOL_DEFAULTS.maxFrameSize,
    maxHeaderListSize: limits.maxHeaderListSize
  };
}
function connectionWindow(options) {
  return Math.max(options.connectionWindow ?? DEFAULT_CONNECTION_WINDOW, DEFAULT_WINDOW);
}
class SendQueue {
  #sender;
  /** Those that can go on, as far as they know. */
  #ready = new Line();
  /** Those that wait for the connection's window alone. */
  #starved = new Line();
  #pumping = false;
  constructor(sender) {
    this.#sender = sender;
  }
  /** This stream has something to send, and as far as it knows its window is open. */
  add(stream) {
    if (stream.line === void 0) this.#ready.append(stream);
    this.#sender.announce();
  }
  remove(stream) {
    stream.line?.remove(stream);
  }
  /** The connection's window has grown. */
  connectionWindowOpened() {
    if (this.#starved.first !== void 0) this.#sender.announce();
  }
  /** Writes frames, in turns, until the output is full or nothing can go on. */
  pump() {
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      for (let stream = this.#nextTurn(); stream !== void 0; stream = this.#nextTurn()) {
        stream.line?.remove(stream);
        const progress = stream.sendQueued();
        if (stream.line !== void 0) continue;
        if (progress === "more") this.#ready.append(stream);
        else if (progress === "connection window") this.#starved.append(stream);
      }
    } finally {
      this.#pumping = false;
    }
  }
  #nextTurn() {
    if (!this.#sender.hasRoom) return void 0;
    const starved = this.#sender.window.available > 0 ? this.#starved.first : void 0;
    return starved ?? this.#ready.first;
  }
}
class Line {
  first;
  #last;
  append(member) {
    member.line = this;
    member.previous = this.#last;
    member.next = void 0;
    if (this.#last) this.#last.next = member;
    else this.first = member;
    this.#last = member;
  }
  remove(member) {
    if (member.previous) member.previous.next = member.next;
    else this.first = member.next;
    if (member.next) member.next.previous = member.previous;
    else this.#last = member.previous;
    member.line = void 0;
    member.previous = void 0;
    member.next = void 0;
  }
}
class StreamErrors {
  #role;
  #streams;
  #sender;
  #guards;
  constructor(role, streams, sender, guards) {
    this.#role = role;
    this.#streams = streams;
    this.#sender = sender;
    this.#guards = guards;
  }
  /** Ends a stream on which the peer broke a rule. */
  fail(stream, code, message) {
    this.#sender.rstStream(stream.id, code);
    this.#streams.close(stream, "reset by us", streamError(code, message));
    this.spendReset();
  }
  /**
   * A stream has ended in RST_STREAM by the peer's doing. Making *us* send the resets is as cheap
   * for an attacker as sending them. A client is not attacked in this way: it opens the streams.
   */
  spendReset() {
    if (this.#role === "server") this.#guards.spend("resets");
  }
  /** Ends a stream that never began on our side. */
  refuse(streamId, code) {
    this.#sender.rstStream(streamId, code);
    this.#streams.refuse(streamId);
    this.spendReset();
  }
  /** Refuses a stream that the peer was allowed to open: we are still busy with earlier ones. */
  postpone(streamId) {
    this.#sender.rstStream(streamId, ErrorCode.REFUSED_STREAM);
    this.#streams.refuse(streamId);
  }
  /**
   * A frame came for a stream that is not open (RFC 9113 §5.1). It may be late, because the peer
   * did not know yet that we reset the stream; or it is wrong.
   * @throws Http2Error for the connection, if it is wrong.
   */
  frameWithoutStream(streamId, what) {
    switch (this.#streams.ids.absence(streamId)) {
      case "idle":
        throw connectionError(
          ErrorCode.PROTOCOL_ERROR,
          `${what} on stream ${streamId}, which cannot be opened like this (§5.1.1)`
        );
      case "skipped":
        throw connectionError(
          ErrorCode.PROTOCOL_ERROR,
          `${what} on stream ${streamId}, lower than one before (§5.1.1)`
        );
      case "ended":
        throw connectionError(
          ErrorCode.STREAM_CLOSED,
          `${what} on stream ${streamId}, which has ended (§5.1)`
        );
      case "reset by peer":
        this.#sender.rstStream(streamId, ErrorCode.STREAM_CLOSED);
        break;
      case "reset by us":
        if (what === "DATA") return;
        break;
    }
    this.#guards.spend("ignored");
  }
  /**
   * WINDOW_UPDATE and RST_STREAM may come for a stream that has just ended, never for one that
   * has not begun.
   * @throws Http2Error for the connection.
   */
  requireBegun(streamId, what) {
    if (this.#streams.ids.absence(streamId) === "idle") {
      throw connectionError(ErrorCode.PROTOCOL_ERROR, `${what} on an idle stream (§5.1)`);
    }
  }
}
const FIRST_IDS = 16;
class RecentIds {
  #size;
  /** Grows to its size as ids come: most connections never have so many. 0: nobody's place. */
  #places;
  /** The highest id that has been pushed out: what lies below may have been one of them. */
  #forgotten = 0;
  constructor(size) {
    this.#size = size;
    this.#places = new Uint32Array(Math.min(FIRST_IDS, size));
  }
  get forgotten() {
    return this.#forgotten;
  }
  add(id) {
    const place = this.#placeOf(id);
    const old = this.#places[place];
    if (old !== 0 && old !== id) {
      if (this.#places.length < this.#size) {
        this.#makeRoom();
        this.add(id);
        return;
      }
      if (old > this.#forgotten) this.#forgotten = old;
    }
    this.#places[place] = id;
  }
  has(id) {
    return this.#places[this.#placeOf(id)] === id;
  }
  /** All are odd: a client's. */
  #placeOf(id) {
    return (id >>> 1) % this.#places.length;
  }
  /** In twice as many places no two are in each other's way that were not before. */
  #makeRoom() {
    const before = this.#places;
    this.#places = new Uint32Array(Math.min(2 * before.length, this.#size));
    for (const id of before) if (id !== 0) this.add(id);
  }
}
const LAST_STREAM_ID = 2147483647;
class StreamIds {
  #first;
  #ended = new RecentIds(REMEMBERED_STREAMS);
  #resetByUs = new RecentIds(REMEMBERED_STREAMS);
  #resetByPeer = new RecentIds(REMEMBERED_STREAMS);
  #highest = 0;
  /** @param first odd. Every connection begins with 1; a test of its end cannot wait for that. */
  constructor(first = 1) {
    this.#first = first;
  }
  /** The highest that has begun: what GOAWAY names. 0: none has. */
  get highest() {
    return this.#highest;
  }
  /** The id of the stream that a client opens next; `undefined`: they are used up. */
  get next() {
    if (this.#highest === 0) return this.#first;
    return this.#highest === LAST_STREAM_ID ? void 0 : this.#highest + 2;
  }
  /** Whether a stream may begin with this id. */
  canBegin(id) {
    return id % 2 === 1 && id > this.#highest && id <= LAST_STREAM_ID;
  }
  /** A stream begins. With that every lower id that was not used is closed. */
  begin(id) {
    this.#highest = id;
  }
  /** It is over; the last few are remembered. */
  end(id, ending) {
    if (ending === "ended") this.#ended.add(id);
    else if (ending === "reset by us") this.#resetByUs.add(id);
    else this.#resetByPeer.add(id);
  }
  /**
   * What has become of an id with which no stream is open. How a stream ended is forgotten in time,
   * and then the answer is the one that does no harm: of what a stream that we reset still had on
   * its way, nothing is taken amiss.
   */
  absence(id) {
    if (id % 2 === 0 || id > this.#highest) return "idle";
    if (this.#resetByUs.has(id)) return "reset by us";
    if (this.#resetByPeer.has(id)) return "reset by peer";
    if (this.#ended.has(id)) return "ended";
    if (id <= this.#resetByUs.forgotten) return "reset by us";
    return id <= this.#ended.forgotten ? "ended" : "skipped";
  }
}
class StreamOpener {
  #streams;
  #remote;
  #settings;
  #shutdown;
  #onAvailable;
  #onUsedUp;
  #wasAvailable = true;
  /**
   * @param onAvailable there is room again after there was none.
   * @param onUsedUp the last id has been given to a stream.
   */
  constructor(streams, remote, settings, shutdown, onAvailable, onUsedUp) {
    this.#streams = streams;
    this.#remote = remote;
    this.#settings = settings;
    this.#shutdown = shutdown;
    this.#onAvailable = onAvailable;
    this.#onUsedUp = onUsedUp;
  }
  /** How many streams may be opened now. */
  get available() {
    if (this.#shutdown.begun || this.#streams.ids.next === void 0) return 0;
    const allowed = this.#settings.received ? this.#remote.maxConcurrentStreams : ASSUMED_MAX_CONCURRENT_STREAMS;
    return Math.max(0, allowed - this.#streams.size);
  }
  /** Only while `available` is above 0. */
  open(fields, endStream, handler) {
    const { ids } = this.#streams;
    const stream = this.#streams.create(ids.next);
    this.#streams.sender.headers(stream.id, fields, endStream);
    ids.begin(stream.id);
    stream.handler = handler;
    stream.headRequest = fields[0]?.value === "HEAD";
    stream.advance("send headers");
    if (endStream) stream.advance("send end");
    this.#streams.add(stream);
    this.roomChanged();
    if (ids.next === void 0) this.#onUsedUp();
    return stream;
  }
  /**
   * Whatever changes how many streams may be opened leads here: a stream opened or closed, the
   * server changed its limit. Calls that wait for room hear of it, however it came.
   */
  roomChanged() {
    const isAvailable = this.available > 0;
    const news = isAvailable && !this.#wasAvailable;
    this.#wasAvailable = isAvailable;
    if (news) this.#onAvailable();
  }
}
const NOTHING$1 = new Uint8Array(0);
const SMALL_PIECE = 1024;
const FIRST_PACK = 64;
const FULL_PACK = 4096;
const PIECE_FILL = 1024;
class SendBuffer {
  #budget;
  #queue = [];
  #octets = 0;
  #pieces = 0;
  constructor(budget) {
    this.#budget = budget;
  }
  get empty() {
    return this.#queue.length === 0;
  }
  /** Octets of the body that wait. */
  get octets() {
    return this.#octets;
  }
  /**
   * The octets of the body that wait, and something for each piece of them: who sends an octet at a
   * time is to stop after 64 times, not after 65,536.
   */
  get fill() {
    return this.#octets + PIECE_FILL * Math.max(0, this.#pieces - 1);
  }
  get first() {
    return this.#queue[0];
  }
  addHeaders(fields, endStream) {
    this.#push({ fields, bytes: NOTHING$1, start: 0, end: 0, endStream, pack: false, pieces: 0 });
  }
  /** `bytes` from `start` on. A small piece is copied, a large one is kept as it is. */
  addData(bytes, start, endStream) {
    const size = bytes.length - start;
    this.#octets += size;
    this.#pieces++;
    if (size >= SMALL_PIECE) {
      const end = bytes.length;
      this.#push({ fields: void 0, bytes, start, end, endStream, pack: false, pieces: 1 });
      return;
    }
    const pack = this.#packWithRoom(size);
    pack.bytes.set(start === 0 ? bytes : bytes.subarray(start), pack.end);
    pack.end += size;
    pack.endStream = endStream;
    pack.pieces++;
  }
  /** So much of the first piece is sent. */
  sent(size) {
    this.#queue[0].start += size;
    this.#octets -= size;
  }
  removeFirst() {
    const first = this.#queue.shift();
    this.#pieces -= first.pieces;
    this.#budget.release(costOf(first));
  }
  clear() {
    for (const queued of this.#queue) this.#budget.release(costOf(queued));
    this.#queue = [];
    this.#octets = 0;
    this.#pieces = 0;
  }
  #packWithRoom(size) {
    const last = this.#queue.at(-1);
    if (last?.pack && last.end + size <= FULL_PACK) {
      if (last.end + size > last.bytes.length) this.#grow(last, last.end + size);
      return last;
    }
    const bytes = new Uint8Array(Math.max(size, FIRST_PACK));
    const none = { start: 0, end: 0, endStream: false, pieces: 0 };
    const pack = { fields: void 0, bytes, pack: true, ...none };
    this.#push(pack);
    return pack;
  }
  #grow(pack, size) {
    const larger = new Uint8Array(Math.min(FULL_PACK, Math.max(size, 2 * pack.bytes.length)));
    larger.set(pack.bytes);
    this.#budget.charge(larger.length - pack.bytes.length);
    pack.bytes = larger;
  }
  #push(queued) {
    this.#budget.charge(costOf(queued));
    this.#queue.push(queued);
  }
}
function costOf({ bytes, fields }) {
  return PIECE_COST + bytes.length + (fields === void 0 ? 0 : headersCost(fields));
}
class SendHalf {
  id;
  sendWindow;
  state = "idle";
  /** Not there yet while a server's `stream` event runs. */
  handler = void 0;
  line = void 0;
  previous = void 0;
  next = void 0;
  #path;
  #buffer;
  /** Our end is queued or sent: nothing may follow. */
  #ending = false;
  #wantsDrain = false;
  #resetWhenSent = false;
  constructor(id, windowSize, path) {
    this.id = id;
    this.sendWindow = new SendWindow(windowSize);
    this.#path = path;
    this.#buffer = new SendBuffer(path.budget);
  }
  get closed() {
    return this.state === "closed";
  }
  get queuedBytes() {
    return this.#buffer.octets;
  }
  /** Moves on, if the event is allowed in this state. */
  advance(event) {
    const next = nextState(this.state, event);
    if (next === void 0) return false;
    this.state = next;
    return true;
  }
  sendHeaders(fields, endStream = false) {
    if (this.#ending || !this.advance("send headers")) return;
    const { sender, sendQueue } = this.#path;
    const now = this.#buffer.empty && sender.hasRoom;
    if (now) sender.headers(this.id, fields, endStream);
    else this.#buffer.addHeaders(fields, endStream);
    this.#ending = endStream;
    if (!now) sendQueue.add(this);
    else if (endStream) this.#endSent();
  }
  sendData(bytes, endStream = false, prefix) {
    if (prefix) this.#send(this.canSend(prefix.length) ? prefix : new Uint8Array(prefix), false);
    return this.#send(bytes, endStream);
  }
  sendTrailers(fields) {
    this.sendHeaders(fields, true);
  }
  /** The peer allows more; what waited for it may go on. */
  windowOpened() {
    if (!this.#buffer.empty) this.#path.sendQueue.add(this);
  }
  /** Sends one frame of what is queued. */
  sendQueued() {
    const first = this.#buffer.first;
    if (first === void 0) return "done";
    if (first.fields !== void 0) {
      this.#buffer.removeFirst();
      this.#sendQueuedHeaders(first.fields, first.endStream);
      return this.#buffer.empty ? "done" : "more";
    }
    const { bytes, start, end, endStream } = first;
    const at = this.#writeFrame(bytes, start, end, endStream);
    this.#buffer.sent(at - start);
    if (at === end) {
      this.#buffer.removeFirst();
      if (endStream) this.#endSent();
    } else if (at === start) {
      return this.sendWindow.available > 0 ? "connection window" : "stream window";
    }
    if (this.#wantsDrain && this.#buffer.fill * 2 <= STREAM_HIGH_WATER) {
      this.#wantsDrain = false;
      this.handler?.drain?.();
    }
    return this.#buffer.empty ? "done" : "more";
  }
  /** Forgets what is queued: the stream is closed. */
  dropQueue() {
    this.#buffer.clear();
    this.#path.sendQueue.remove(this);
  }
  /** `true`: the reset waits for what is queued, which the peer still needs. */
  resetLater(code) {
    if (code !== ErrorCode.NO_ERROR || !this.#ending || this.#buffer.empty) return false;
    this.#resetWhenSent = true;
    return true;
  }
  #send(bytes, endStream) {
    if (this.#ending || !this.advance("send data")) return true;
    if (bytes.length === 0 && !endStream) return !this.#wantsDrain;
    const at = this.#buffer.empty ? this.#writeData(bytes, endStream) : 0;
    if (at === bytes.length && this.#buffer.empty && endStream === this.#ending) return true;
    this.#ending = endStream;
    const { sendQueue, budget } = this.#path;
    this.#buffer.addData(bytes, at, endStream);
    sendQueue.add(this);
    if (this.#buffer.fill >= STREAM_HIGH_WATER || budget.crowded) this.#wantsDrain = true;
    return !this.#wantsDrain;
  }
  canSend(size) {
    const { sender } = this.#path;
    const allowed = octetsAllowed(this.sendWindow, sender.window);
    return this.#buffer.empty && sender.hasRoom && size <= allowed;
  }
  #sendQueuedHeaders(fields, endStream) {
    try {
      this.#path.sender.headers(this.id, fields, endStream);
    } catch {
      this.reset(ErrorCode.INTERNAL_ERROR);
      return;
    }
    if (endStream) this.#endSent();
  }
  /** Sends as much as may go out at once; returns how far it came. */
  #writeData(bytes, endStream) {
    let at = 0;
    while (this.#path.sender.hasRoom) {
      const next = this.#writeFrame(bytes, at, bytes.length, endStream);
      const stuck = next === at;
      at = next;
      if (at === bytes.length) this.#ending = endStream;
      if (stuck || at === bytes.length) break;
    }
    if (this.#ending) this.#endSent();
    return at;
  }
  /**
   * One DATA frame of as much of `bytes[start, end)` as the windows and the peer's frame size
   * allow; returns where it stopped.
   */
  #writeFrame(bytes, start, end, endStream) {
    const { sender, guards } = this.#path;
    const left = end - start;
    const allowed = octetsAllowed(this.sendWindow, sender.window);
    const size = Math.min(left, sender.maxFrameSize, allowed);
    if (size === 0 && left > 0) return start;
    this.sendWindow.take(size);
    sender.window.take(size);
    sender.data(this.id, bytes, start, start + size, endStream && size === left);
    guards.dataSent();
    return start + size;
  }
  /** END_STREAM has been written. */
  #endSent() {
    this.advance("send end");
    if (this.closed) this.ended();
    else if (this.#resetWhenSent) this.reset(ErrorCode.NO_ERROR);
  }
}
class LiveStream extends SendHalf {
  receiveWindow;
  /** The final headers of the peer have come; the next list is the trailers. */
  headersReceived = false;
  /** A response to HEAD has a content-length but no content (RFC 9113 §8.1.1). */
  headRequest = false;
  /** Why it was closed, for a handler that comes too late to be told. */
  closeError = void 0;
  /** What it takes of the budget, with its header lists, until nobody works for it. */
  cost = 0;
  /** Somebody works for it, and does so even after it has closed. */
  held = false;
  /** Delivered and not yet consumed. */
  unconsumed = 0;
  #carrier;
  /** What content-length still promises; -1: it promises nothing. */
  #contentLeft = -1;
  /** How much of `unconsumed` is padding. */
  #padding = 0;
  constructor(id, sendSize, receiveSize, carrier) {
    super(id, sendSize, carrier);
    this.receiveWindow = new ReceiveWindow(receiveSize);
    this.#carrier = carrier;
  }
  /** Takes more of the budget. `false`: it does not fit, and nothing was taken. */
  charge(cost) {
    if (!this.#carrier.budget.take(cost)) return false;
    this.cost += cost;
    return true;
  }
  /** The headers promise so much content. `false`: and the stream ends without any (§8.1.1). */
  expectContent(length, endStream) {
    this.#contentLeft = length;
    return !endStream || length === 0;
  }
  /** `false`: there is more content, or in the end less, than was promised. */
  countContent(size, endStream) {
    if (this.#contentLeft < 0) return true;
    this.#contentLeft -= size;
    return this.#contentLeft >= 0 && !(endStream && this.#contentLeft > 0);
  }
  reset(code) {
    if (this.closed || this.resetLater(code)) return;
    const { sender, guards } = this.#carrier;
    sender.rstStream(this.id, code);
    guards.streamResetByUs();
    this.#carrier.close(this, "reset by us");
  }
  consume(bytes) {
    if (this.closed) return;
    const delivered = this.unconsumed - this.#padding;
    let size = Math.min(bytes, delivered);
    if (size === delivered) {
      size += this.#padding;
      this.#padding = 0;
    }
    this.unconsumed -= size;
    this.#carrier.credit(size);
    if (this.state === "half-closed-remote") return;
    const increment = this.receiveWindow.consume(size);
    if (increment > 0) this.#carrier.sender.windowUpdate(this.id, increment);
  }
  /**
   * Padding came. Nobody will consume it, so its credit goes with that of the data. Otherwise a
   * peer could send small messages in large frames to a reader that does not read, and have us
   * hold a whole window of messages and, by the network's buffers in which they lie, fifty windows
   * of padding.
   */
  padding(size) {
    this.unconsumed += size;
    this.#padding += size;
    if (this.unconsumed === this.#padding) this.consume(0);
  }
  hold() {
    if (!this.closed) this.held = true;
  }
  release() {
    if (!this.held) return;
    this.held = false;
    if (this.closed) this.#carrier.released(this);
  }
  /** Closes it, and tells its owner. */
  end(error) {
    this.state = "closed";
    this.dropQueue();
    this.#carrier.credit(this.unconsumed);
    this.unconsumed = 0;
    this.closeError = error;
    this.handler?.close(error);
  }
  ended() {
    this.#carrier.close(this, "ended");
  }
}
class StreamTable {
  sender;
  sendQueue;
  guards;
  budget;
  /** Only a client opens streams: both ends count its ids. */
  ids;
  #credit;
  #open = /* @__PURE__ */ new Map();
  /** The windows with which a stream starts. */
  #sendSize;
  #receiveSize;
  /** Closed streams for which somebody still works. */
  #lingering = 0;
  /** A stream has closed; its owner has been told. */
  onClosed = () => {
  };
  constructor(sender, sendQueue, guards, budget, credit, windows, ids = new StreamIds()) {
    this.sender = sender;
    this.sendQueue = sendQueue;
    this.guards = guards;
    this.budget = budget;
    this.ids = ids;
    this.#credit = credit;
    this.#sendSize = windows.send;
    this.#receiveSize = windows.receive;
  }
  get size() {
    return this.#open.size;
  }
  /** Streams that are open, and those that are closed but still held. */
  get occupied() {
    return this.#open.size + this.#lingering;
  }
  get(id) {
    return this.#open.get(id);
  }
  /** A stream that is not in the table yet: `add` it once nothing can go wrong any more. */
  create(id) {
    return new LiveStream(id, this.#sendSize, this.#receiveSize, this);
  }
  add(stream) {
    this.#open.set(stream.id, stream);
    this.guards.streamOpened();
  }
  /** Takes a stream off the table and tells its owner; once, by the first call. */
  close(stream, ending, error) {
    if (!this.#open.delete(stream.id)) return;
    this.ids.end(stream.id, ending);
    if (ending === "ended") this.guards.streamEnded();
    if (stream.held) this.#lingering++;
    else this.budget.release(stream.cost);
    stream.end(error);
    this.onClosed();
  }
  closeAll(error) {
    for (const stream of this.above(0)) {
      try {
        this.close(stream, "reset by us", error);
      } catch {
      }
    }
  }
  /** The open streams with an id above this one, as they are now. */
  above(id) {
    return [...this.#open.values()].filter((stream) => stream.id > id);
  }
  released(stream) {
    this.#lingering--;
    this.budget.release(stream.cost);
  }
  credit(size) {
    this.#credit.consumed(size);
  }
  /**
   * The peer's SETTINGS_INITIAL_WINDOW_SIZE: open streams change by the difference (RFC 9113
   * §6.9.2). `false`: a window would grow above the maximum.
   */
  resizeSendWindows(size) {
    const change = size - this.#sendSize;
    this.#sendSize = size;
    if (change === 0) return true;
    for (const stream of this.#open.values()) {
      if (!stream.sendWindow.grow(change)) return false;
      if (change > 0) stream.windowOpened();
    }
    return true;
  }
  /** The same for our own setting, once the peer keeps to it. */
  resizeReceiveWindows(size) {
    const change = size - this.#receiveSize;
    this.#receiveSize = size;
    if (change === 0) return;
    for (const stream of this.#open.values()) {
      const increment = stream.receiveWindow.resize(change);
      if (increment > 0) this.sender.windowUpdate(stream.id, increment);
    }
  }
  /** A stream that never got as far as the table. */
  refuse(id) {
    this.ids.end(id, "reset by us");
  }
}
function parseContinuation({ streamId, flags }, payload) {
  return {
    type: "CONTINUATION",
    streamId,
    endHeaders: (flags & Flag.END_HEADERS) !== 0,
    fragment: payload
  };
}
function serializeContinuation(out, streamId, fragment, endHeaders) {
  const flags = endHeaders ? Flag.END_HEADERS : 0;
  writeFrameHeader(out, fragment.length, FrameType.CONTINUATION, flags, streamId);
  out.bytes(fragment);
}
function parseGoaway({ streamId }, payload) {
  if (payload.length < 8) {
    throw connectionError(ErrorCode.FRAME_SIZE_ERROR, `GOAWAY of ${payload.length} bytes`);
  }
  return {
    type: "GOAWAY",
    streamId,
    lastStreamId: readStreamId(payload, 0),
    code: readUint32(payload, 4),
    debugData: payload.subarray(8)
  };
}
function serializeGoaway(out, lastStreamId, code, debugData) {
  writeFrameHeader(out, 8 + debugData.length, FrameType.GOAWAY, 0, 0);
  out.uint32(lastStreamId);
  out.uint32(code);
  out.bytes(debugData);
}
function debugBytes(text) {
  return encodeUtf8(text).slice(0, MAX_DEBUG_DATA);
}
const PRIORITY_LENGTH = 5;
function readPriority(bytes) {
  const first = readUint32(bytes, 0);
  return {
    exclusive: first >= 2147483648,
    dependsOn: first & 2147483647,
    weight: bytes[4] + 1
  };
}
function parsePriority({ streamId }, payload) {
  if (payload.length !== PRIORITY_LENGTH) {
    throw streamError(ErrorCode.FRAME_SIZE_ERROR, `PRIORITY of ${payload.length} bytes, not 5`);
  }
  return { type: "PRIORITY", streamId, priority: readPriority(payload) };
}
function parseHeaders({ streamId, flags }, payload) {
  let fragment = stripPadding(flags, payload);
  let priority;
  if ((flags & Flag.PRIORITY) !== 0) {
    if (fragment.length < PRIORITY_LENGTH) {
      throw connectionError(ErrorCode.FRAME_SIZE_ERROR, "HEADERS too short for its priority");
    }
    priority = readPriority(fragment);
    fragment = fragment.subarray(PRIORITY_LENGTH);
  }
  return {
    type: "HEADERS",
    streamId,
    endStream: (flags & Flag.END_STREAM) !== 0,
    endHeaders: (flags & Flag.END_HEADERS) !== 0,
    priority,
    fragment
  };
}
function serializeHeaders(out, streamId, fragment, { endStream = false, endHeaders = true } = {}) {
  const flags = (endStream ? Flag.END_STREAM : 0) | (endHeaders ? Flag.END_HEADERS : 0);
  writeFrameHeader(out, fragment.length, FrameType.HEADERS, flags, streamId);
  out.bytes(fragment);
}
const PING_LENGTH = 8;
function parsePing({ streamId, flags }, payload) {
  if (payload.length !== PING_LENGTH) {
    throw connectionError(ErrorCode.FRAME_SIZE_ERROR, `PING of ${payload.length} bytes, not 8`);
  }
  return { type: "PING", streamId, ack: (flags & Flag.ACK) !== 0, opaque: payload };
}
function serializePing(out, opaque, ack = false) {
  if (opaque.length !== PING_LENGTH) {
    throw new RangeError(`a PING carries 8 bytes, not ${opaque.length}`);
  }
  writeFrameHeader(out, PING_LENGTH, FrameType.PING, ack ? Flag.ACK : 0, 0);
  out.bytes(opaque);
}
function parsePushPromise({ streamId, flags }, payload) {
  const content = stripPadding(flags, payload);
  if (content.length < 4) {
    throw connectionError(ErrorCode.FRAME_SIZE_ERROR, "PUSH_PROMISE without a whole stream id");
  }
  return {
    type: "PUSH_PROMISE",
    streamId,
    endHeaders: (flags & Flag.END_HEADERS) !== 0,
    promisedStreamId: readStreamId(content, 0),
    fragment: content.subarray(4)
  };
}
const PARSERS = {
  [FrameType.DATA]: parseData,
  [FrameType.HEADERS]: parseHeaders,
  [FrameType.PRIORITY]: parsePriority,
  [FrameType.RST_STREAM]: parseRstStream,
  [FrameType.SETTINGS]: parseSettings,
  [FrameType.PUSH_PROMISE]: parsePushPromise,
  [FrameType.PING]: parsePing,
  [FrameType.GOAWAY]: parseGoaway,
  [FrameType.WINDOW_UPDATE]: parseWindowUpdate,
  [FrameType.CONTINUATION]: parseContinuation
};
function parseFrame(header, payload) {
  const parse = PARSERS[header.type];
  if (parse !== void 0) return parse(header, payload);
  return { type: "UNKNOWN", streamId: header.streamId, typeByte: header.type, payload };
}
function deliverFrame(sink, frame) {
  switch (frame.type) {
    case "DATA":
      if (frame.flowLength > frame.data.length) {
        sink.padding(frame.streamId, frame.flowLength - frame.data.length);
      }
      sink.data(frame.streamId, frame.data, frame.endStream);
      return;
    case "HEADERS":
      sink.headers(
        frame.streamId,
        frame.fragment,
        frame.endStream,
        frame.endHeaders,
        frame.priority?.dependsOn
      );
      return;
    case "PRIORITY":
      sink.priority(frame.streamId, frame.priority.dependsOn);
      return;
    case "RST_STREAM":
      sink.rstStream(frame.streamId, frame.code);
      return;
    case "SETTINGS":
      sink.settings(frame.entries, frame.ack);
      return;
    case "PUSH_PROMISE":
      sink.pushPromise();
      return;
    case "PING":
      sink.ping(frame.opaque, frame.ack);
      return;
    case "GOAWAY":
      sink.goaway(frame.lastStreamId, frame.code, frame.debugData);
      return;
    case "WINDOW_UPDATE":
      sink.windowUpdate(frame.streamId, frame.increment);
      return;
    case "CONTINUATION":
      sink.continuation(frame.streamId, frame.fragment, frame.endHeaders);
      return;
    case "UNKNOWN":
      return;
  }
}
function readFrame(sink, header, payload) {
  let frame;
  try {
    frame = parseFrame(header, payload);
  } catch (error) {
    if (!(error instanceof Http2Error) || error.scope === "connection") throw error;
    sink.badFrame(header.streamId, error);
    return;
  }
  deliverFrame(sink, frame);
}
const NOTHING = new Uint8Array(0);
const ASK_EVERY = 16;
class FrameScanner {
  #sink;
  /** The frame whose payload is being read; `undefined` between frames. */
  #header;
  /** The beginning of a frame header that a chunk's end has cut. */
  #headerBytes = new Uint8Array(FRAME_HEADER_LENGTH);
  /** A payload that has not come whole. Fresh for each: the sink may keep views of it. */
  #payload = NOTHING;
  /** How much there is of the cut header, or of the cut payload. */
  #have = 0;
  /** What is still to come of a DATA frame; -1: the pad length, in front of everything. */
  #dataLeft = 0;
  #paddingLeft = 0;
  constructor(sink) {
    this.#sink = sink;
  }
  /**
   * @param late asked now and then between two frames: true, and the rest is left for later.
   * @returns how far it came.
   */
  push(chunk, late) {
    let at = 0;
    let frames = 0;
    while (at < chunk.length) {
      if (this.#header === void 0) {
        if (++frames % ASK_EVERY === 0 && late?.()) return at;
        at = this.#readHeader(chunk, at);
        if (this.#header === void 0) break;
      }
      if (this.#header.type === FrameType.DATA) at = this.#readData(chunk, at);
      else at = this.#readPayload(chunk, at);
    }
    return at;
  }
  /** Reads nine bytes, in place or after joining them. Each of these returns where it stopped. */
  #readHeader(chunk, at) {
    let end = at + FRAME_HEADER_LENGTH - this.#have;
    let header;
    if (this.#have === 0 && end <= chunk.length) {
      header = parseFrameHeader(chunk, at);
    } else {
      end = Math.min(end, chunk.length);
      this.#headerBytes.set(chunk.subarray(at, end), this.#have);
      this.#have += end - at;
      if (this.#have < FRAME_HEADER_LENGTH) return end;
      header = parseFrameHeader(this.#headerBytes);
      this.#have = 0;
    }
    const { type, flags, streamId, length } = header;
    this.#sink.frame(type, flags, streamId, length);
    this.#header = header;
    this.#dataLeft = (flags & Flag.PADDED) === 0 ? length : -1;
    return end;
  }
  #readData(chunk, at) {
    const { streamId, flags, length } = this.#header;
    if (length === 0) {
      this.#header = void 0;
      readFrame(this.#sink, { type: FrameType.DATA, flags, streamId, length }, NOTHING);
      return at;
    }
    if (this.#dataLeft < 0) {
      if (at === chunk.length) return at;
      this.#readPadLength(chunk[at++], length);
      this.#sink.padding(streamId, 1 + this.#paddingLeft);
      if (this.#dataLeft === 0) {
        this.#sink.data(streamId, NOTHING, (flags & Flag.END_STREAM) !== 0);
      }
    }
    const end = Math.min(at + this.#dataLeft, chunk.length);
    this.#dataLeft -= end - at;
    const skipped = Math.min(this.#paddingLeft, chunk.length - end);
    this.#paddingLeft -= skipped;
    if (this.#dataLeft === 0 && this.#paddingLeft === 0) this.#header = void 0;
    if (end > at) {
      const endStream = this.#dataLeft === 0 && (flags & Flag.END_STREAM) !== 0;
      this.#sink.data(streamId, chunk.subarray(at, end), endStream);
    }
    return end + skipped;
  }
  #readPadLength(padding, length) {
    if (padding >= length) {
      throw connectionError(
        ErrorCode.PROTOCOL_ERROR,
        "the padding is as long as the payload (§6.1)"
      );
    }
    this.#dataLeft = length - 1 - padding;
    this.#paddingLeft = padding;
  }
  #readPayload(chunk, at) {
    const header = this.#header;
    let end = at + header.length - this.#have;
    let payload;
    if (this.#have === 0 && end <= chunk.length) {
      payload = chunk.subarray(at, end);
    } else {
      if (this.#have === 0) this.#payload = new Uint8Array(header.length);
      end = Math.min(end, chunk.length);
      this.#payload.set(chunk.subarray(at, end), this.#have);
      this.#have += end - at;
      if (this.#have < header.length) return end;
      payload = this.#payload;
      this.#payload = NOTHING;
      this.#have = 0;
    }
    this.#header = void 0;
    this.#deliver(header, payload);
    return end;
  }
  #deliver(header, payload) {
    const { type, flags, streamId } = header;
    if (type === FrameType.HEADERS && (flags & (Flag.PADDED | Flag.PRIORITY)) === 0) {
      const endStream = (flags & Flag.END_STREAM) !== 0;
      const endHeaders = (flags & Flag.END_HEADERS) !== 0;
      this.#sink.headers(streamId, payload, endStream, endHeaders, void 0);
    } else {
      readFrame(this.#sink, header, payload);
    }
  }
}
class ReceiveCredit {
  #window;
  #sender;
  #budget;
  #withheld = 0;
  constructor(size, sender, budget) {
    this.#window = new ReceiveWindow(size);
    this.#sender = sender;
    this.#budget = budget;
    budget.onRoom = () => {
      const withheld = this.#withheld;
      this.#withheld = 0;
      if (withheld > 0) this.#give(withheld);
    };
  }
  /** DATA came. @throws Http2Error for the connection: more than the peer was allowed to send. */
  received(size) {
    if (!this.#window.receive(size)) {
      throw connectionError(ErrorCode.FLOW_CONTROL_ERROR, "more DATA than the connection window");
    }
    this.#budget.charge(size);
    if (this.#budget.exhausted) this.#withheld += size;
    else this.#give(size);
  }
  /** Nobody holds these octets any more. */
  consumed(size) {
    this.#budget.release(size);
  }
  #give(size) {
    if (size === 0) return;
    const increment = this.#window.consume(size);
    if (increment > 0) this.#sender.windowUpdate(0, increment);
  }
}
class DataReceiver {
  #to;
  /** Whose frame is being read; `undefined`: nobody wants it. */
  #stream;
  constructor(effects) {
    this.#to = effects;
  }
  /** The whole frame counts against both windows, whatever becomes of it (§6.9.1). */
  begin(streamId, length) {
    const { credit, streams, errors, guards } = this.#to;
    this.#stream = void 0;
    guards.dataReceived();
    credit.received(length);
    const stream = streams.get(streamId);
    if (stream === void 0) {
      errors.frameWithoutStream(streamId, length > 0 ? "DATA" : "empty DATA");
    } else if (!stream.advance("receive data")) {
      errors.fail(stream, ErrorCode.STREAM_CLOSED, "DATA after END_STREAM (§5.1)");
    } else if (!stream.receiveWindow.receive(length)) {
      errors.fail(stream, ErrorCode.FLOW_CONTROL_ERROR, "more DATA than the stream window");
    } else if (!stream.headersReceived) {
      errors.fail(stream, ErrorCode.PROTOCOL_ERROR, "DATA before the headers (§8.1)");
    } else {
      this.#stream = stream;
      return;
    }
    credit.consumed(length);
  }
  /** A piece of the payload: a frame may come in several. */
  data(_streamId, data, endStream) {
    const { credit, streams, errors, guards } = this.#to;
    const stream = this.#stream;
    if (stream === void 0 || stream.closed) {
      if (stream !== void 0) credit.consumed(data.length);
      return;
    }
    if (data.length === 0 && !endStream) guards.spend("emptyData");
    stream.unconsumed += data.length;
    if (!stream.countContent(data.length, endStream)) {
      const message = "not as much content as content-length says (§8.1.1)";
      errors.fail(stream, ErrorCode.PROTOCOL_ERROR, message);
      return;
    }
    if (endStream) stream.advance("receive end");
    if (data.length > 0 || endStream) stream.handler?.data?.(data, endStream);
    if (endStream && stream.closed) streams.close(stream, "ended");
  }
  /** Padding counts against windows too. */
  padding(_streamId, size) {
    if (this.#stream?.closed) this.#to.credit.consumed(size);
    else this.#stream?.padding(size);
  }
}
function belongsToStream(type) {
  switch (type) {
    case FrameType.DATA:
    case FrameType.HEADERS:
    case FrameType.PRIORITY:
    case FrameType.RST_STREAM:
    case FrameType.PUSH_PROMISE:
    case FrameType.CONTINUATION:
      return true;
    default:
      return false;
  }
}
function belongsToConnection(type) {
  return type === FrameType.SETTINGS || type === FrameType.PING || type === FrameType.GOAWAY;
}
function checkFrameHeader(type, streamId, length, maxFrameSize, pendingStream) {
  if (length > maxFrameSize) {
    throw connectionError(
      ErrorCode.FRAME_SIZE_ERROR,
      `a frame of ${length} octets where ${maxFrameSize} are allowed (§4.2)`
    );
  }
  const continues = type === FrameType.CONTINUATION;
  if (pendingStream !== 0 && !(continues && streamId === pendingStream)) {
    throw connectionError(ErrorCode.PROTOCOL_ERROR, "a frame inside a header block (§6.10)");
  }
  if (pendingStream === 0 && continues) {
    throw connectionError(ErrorCode.PROTOCOL_ERROR, "CONTINUATION of nothing (§6.10)");
  }
  if (streamId === 0 ? belongsToStream(type) : belongsToConnection(type)) {
    throw connectionError(
      ErrorCode.PROTOCOL_ERROR,
      `a frame of type ${type} on stream ${streamId} (§6)`
    );
  }
}
function requireSettings(type, flags) {
  if (type !== FrameType.SETTINGS || (flags & Flag.ACK) !== 0) {
    throw connectionError(ErrorCode.PROTOCOL_ERROR, "the first frame is not SETTINGS (§3.4)");
  }
}
let Receiver$1 = class Receiver {
  #to;
  #data;
  #maxFrameSize;
  #maxControlOutput;
  constructor(effects, maxFrameSize, maxControlOutput) {
    this.#to = effects;
    this.#data = new DataReceiver(effects);
    this.#maxFrameSize = maxFrameSize;
    this.#maxControlOutput = maxControlOutput;
  }
  /** Its header has come: the place to refuse a frame before anything of it is kept. */
  frame(type, flags, streamId, length) {
    const { headers, settings, sender, guards } = this.#to;
    checkFrameHeader(type, streamId, length, this.#maxFrameSize, headers.pendingStream);
    if (!settings.received) requireSettings(type, flags);
    if (sender.controlBytes > this.#maxControlOutput) {
      throw connectionError(ErrorCode.ENHANCE_YOUR_CALM, "our answers are not being read");
    }
    if (type === FrameType.DATA) this.#data.begin(streamId, length);
    else if (type > FrameType.CONTINUATION) guards.spend("ignored");
  }
  data(streamId, data, endStream) {
    this.#data.data(streamId, data, endStream);
  }
  padding(streamId, size) {
    this.#data.padding(streamId, size);
  }
  headers(streamId, fragment, endStream, endHeaders, dependsOn) {
    this.#to.headers.begin({ streamId, endStream, dependsOn, bytes: fragment }, endHeaders);
  }
  continuation(_streamId, fragment, endHeaders) {
    this.#to.headers.continue(fragment, endHeaders);
  }
  priority(streamId, dependsOn) {
    this.#to.guards.spend("ignored");
    if (dependsOn !== streamId) return;
    this.badFrame(
      streamId,
      streamError(ErrorCode.PROTOCOL_ERROR, "a stream that depends on itself")
    );
  }
  rstStream(streamId, code) {
    const { streams, errors, guards } = this.#to;
    const stream = streams.get(streamId);
    if (stream === void 0) {
      errors.requireBegun(streamId, "RST_STREAM");
      guards.spend("ignored");
      return;
    }
    const error = new Http2Error("stream", code, "the peer reset the stream", "remote");
    streams.close(stream, "reset by peer", error);
    errors.spendReset();
  }
  settings(entries, ack) {
    if (ack) this.#to.settings.acknowledged();
    else this.#to.settings.receive(entries);
  }
  pushPromise() {
    throw connectionError(ErrorCode.PROTOCOL_ERROR, "PUSH_PROMISE is not accepted (§6.6)");
  }
  ping(opaque, ack) {
    const { handler, guards, sender, shutdown } = this.#to;
    if (ack) {
      if (!shutdown.pingAcknowledged(opaque)) handler.pingAck?.(opaque);
      return;
    }
    guards.spend("pings");
    sender.ping(opaque, true);
    handler.ping?.(opaque);
  }
  goaway(lastStreamId, code, debugData) {
    const { handler, guards, shutdown } = this.#to;
    guards.spend("ignored");
    shutdown.peerIsGoing(lastStreamId, code, debugData);
    handler.goaway?.(lastStreamId, code, debugData);
    shutdown.endIfComplete();
  }
  windowUpdate(streamId, increment) {
    const { streams, sender, sendQueue, errors, guards } = this.#to;
    guards.spend("windowUpdates");
    const stream = streams.get(streamId);
    if (streamId !== 0 && stream === void 0) {
      errors.requireBegun(streamId, "WINDOW_UPDATE");
      return;
    }
    const window = stream?.sendWindow ?? sender.window;
    if (increment === 0) {
      this.badFrame(streamId, streamError(ErrorCode.PROTOCOL_ERROR, "WINDOW_UPDATE of 0 (§6.9)"));
    } else if (!window.grow(increment)) {
      const problem = "the window is above 2^31-1 (§6.9.1)";
      this.badFrame(streamId, streamError(ErrorCode.FLOW_CONTROL_ERROR, problem));
    } else if (stream !== void 0) {
      stream.windowOpened();
    } else {
      sendQueue.connectionWindowOpened();
    }
  }
  /** A frame was wrong in a way that ends its stream, or the connection if it has none. */
  badFrame(streamId, { code, reason }) {
    const stream = this.#to.streams.get(streamId);
    if (stream === void 0) throw connectionError(code, reason);
    this.#to.errors.fail(stream, code, reason);
  }
};
class DataWriter {
  #out;
  /** The last frame: whose, where it begins and ends, counted from what is not yet taken. */
  #streamId = 0;
  #start = 0;
  #end = -1;
  constructor(out) {
    this.#out = out;
  }
  /** Writes `bytes[start, end)`; not more than fits into a frame. */
  write(streamId, bytes, start, end, endStream, maxFrameSize) {
    const out = this.#out;
    const length = end - start;
    out.reserve(FRAME_HEADER_LENGTH + length);
    if (!this.#grow(streamId, length, endStream, maxFrameSize)) {
      this.#streamId = streamId;
      this.#start = out.length;
      const flags = endStream ? Flag.END_STREAM : 0;
      writeFrameHeader(out, length, FrameType.DATA, flags, streamId);
    }
    out.bytes(length === bytes.length ? bytes : bytes.subarray(start, end));
    this.#end = endStream ? -1 : out.length;
  }
  /** What is written from now on begins anew: the last frame is no longer ours to change. */
  taken() {
    this.#end = -1;
  }
  #grow(streamId, by, endStream, maxFrameSize) {
    const out = this.#out;
    if (out.length !== this.#end || streamId !== this.#streamId) return false;
    const length = this.#end - this.#start - FRAME_HEADER_LENGTH + by;
    if (length > maxFrameSize) return false;
    const at = out.position - (this.#end - this.#start);
    out.buffer[at] = length >>> 16;
    out.buffer[at + 1] = length >>> 8;
    out.buffer[at + 2] = length;
    if (endStream) out.buffer[at + 4] = Flag.END_STREAM;
    return true;
  }
}
class Sender {
  encoder = new HpackEncoder();
  /** The connection's own window. */
  window = new SendWindow(DEFAULT_WINDOW);
  /** Called when there is output, or work that `SendQueue` could turn into it, after a pause. */
  ready;
  #remote;
  #out = new ByteWriter();
  #data = new DataWriter(this.#out);
  #announced = false;
  #controlBytes = 0;
  constructor(remote) {
    this.#remote = remote;
  }
  /** Whether what can wait should be written now, or stay with its stream. */
  get hasRoom() {
    return this.#out.length < OUTPUT_HIGH_WATER;
  }
  /** Octets of frames that could not wait and that the transport has not taken yet. */
  get controlBytes() {
    return this.#controlBytes;
  }
  get hasOutput() {
    return this.#out.length > 0;
  }
  get maxFrameSize() {
    return this.#remote.maxFrameSize;
  }
  /**
   * A header block, encoded in place behind its frame header, whose length is filled in after.
   * @throws RangeError for a character that is not an octet; then nothing is sent.
   */
  headers(streamId, fields, endStream) {
    const out = this.#out;
    const before = out.length;
    const flags = Flag.END_HEADERS | (endStream ? Flag.END_STREAM : 0);
    writeFrameHeader(out, 0, FrameType.HEADERS, flags, streamId);
    try {
      this.encoder.encode(fields, out);
    } catch (error) {
      out.truncate(before);
      throw error;
    }
    const length = out.length - before - FRAME_HEADER_LENGTH;
    if (length > this.maxFrameSize) {
      this.#splitHeaders(streamId, before, length, endStream);
    } else {
      const at = out.position - length - FRAME_HEADER_LENGTH;
      out.buffer[at] = length >>> 16;
      out.buffer[at + 1] = length >>> 8;
      out.buffer[at + 2] = length;
    }
    this.announce();
  }
  /** A block that is too long for one frame goes on in CONTINUATION (RFC 9113 §6.10). */
  #splitHeaders(streamId, before, length, endStream) {
    const out = this.#out;
    const block = out.buffer.slice(out.position - length, out.position);
    out.truncate(before);
    const size = this.maxFrameSize;
    serializeHeaders(out, streamId, block.subarray(0, size), { endStream, endHeaders: false });
    for (let at = size; at < length; at += size) {
      serializeContinuation(out, streamId, block.subarray(at, at + size), at + size >= length);
    }
  }
  /**
   * DATA of `bytes[start, end)`; the caller has taken its length out of both windows and made sure
   * that it fits into a frame.
   */
  data(streamId, bytes, start, end, endStream) {
    this.#data.write(streamId, bytes, start, end, endStream, this.maxFrameSize);
    this.announce();
  }
  rstStream(streamId, code) {
    this.#control((out) => serializeRstStream(out, streamId, code));
  }
  settings(entries) {
    this.#control((out) => serializeSettings(out, entries));
  }
  settingsAck() {
    this.#control(serializeSettingsAck);
  }
  ping(opaque, ack) {
    this.#control((out) => serializePing(out, opaque, ack));
  }
  windowUpdate(streamId, increment) {
    this.#control((out) => serializeWindowUpdate(out, streamId, increment));
  }
  goaway(lastStreamId, code, debugData) {
    this.#control((out) => serializeGoaway(out, lastStreamId, code, debugData));
  }
  /** Bytes that are not a frame: the client's preface. */
  raw(bytes) {
    this.#control((out) => out.bytes(bytes));
  }
  #control(write) {
    const before = this.#out.length;
    write(this.#out);
    this.#controlBytes += this.#out.length - before;
    this.announce();
  }
  /** Tells the driver that there is something to take, once until it has taken everything. */
  announce() {
    if (this.#announced) return;
    this.#announced = true;
    this.ready?.();
  }
  take() {
    if (this.#out.length === 0) {
      this.#announced = false;
      return void 0;
    }
    this.#controlBytes = 0;
    this.#data.taken();
    return this.#out.take();
  }
  /** What was taken is with the system. */
  outputWritten() {
    this.#out.rewind();
  }
}
class SettingsExchange {
  /** The peer's first SETTINGS have come. */
  received = false;
  /** The peer's settings have been applied. */
  onReceived = () => {
  };
  #local;
  #remote;
  #users;
  #awaitsAck = false;
  constructor(local, remote, users) {
    this.#local = local;
    this.#remote = remote;
    this.#users = users;
  }
  /** Our half of the handshake: SETTINGS, and the connection's window, which no setting sets. */
  send(windowIncrement) {
    const { sender } = this.#users;
    sender.settings(settingsEntries(this.#local));
    if (windowIncrement > 0) sender.windowUpdate(0, windowIncrement);
    this.#awaitsAck = true;
  }
  receive(entries) {
    const { sender, streams, guards } = this.#users;
    guards.spend("settings");
    applySettings(this.#remote, entries);
    if (!streams.resizeSendWindows(this.#remote.initialWindowSize)) {
      const message = "INITIAL_WINDOW_SIZE lifts a window above 2^31-1 (§6.9.2)";
      throw connectionError(ErrorCode.FLOW_CONTROL_ERROR, message);
    }
    sender.encoder.setMaxTableSize(this.#remote.headerTableSize);
    sender.settingsAck();
    this.received = true;
    this.onReceived();
  }
  /** The peer keeps to our settings from here on. */
  acknowledged() {
    const { streams, decoder, guards } = this.#users;
    if (!this.#awaitsAck) {
      guards.spend("ignored");
      return;
    }
    this.#awaitsAck = false;
    decoder.setMaxTableSize(this.#local.headerTableSize);
    streams.resizeReceiveWindows(this.#local.initialWindowSize);
  }
}
const EVERY_STREAM = 2147483647;
const MARK = Uint8Array.of(115, 104, 117, 116, 100, 111, 119, 110);
class Shutdown {
  /** What the peer said when it went, to explain the streams that end with the connection. */
  received;
  sent = false;
  /** A server that is going away skips requests above this id. */
  lastAccepted = Number.POSITIVE_INFINITY;
  #role;
  #streams;
  #sender;
  #end;
  #final = false;
  /** Streams are being closed, and their owners do not know yet that the peer goes. */
  #closing = false;
  #debugData = new Uint8Array(0);
  /** @param end ends the connection: nothing is left that it would be kept for. */
  constructor(role, streams, sender, end) {
    this.#role = role;
    this.#streams = streams;
    this.#sender = sender;
    this.#end = end;
  }
  /** One side or the other has said that it goes: no new streams. */
  get begun() {
    return this.sent || this.received !== void 0;
  }
  /** After each stream that closes, and each step of going: was it the last? */
  endIfComplete() {
    const waits = this.#final || this.#role === "client" && this.received !== void 0;
    if (waits && !this.#closing && this.#streams.size === 0) this.#end();
  }
  begin(debugData) {
    if (this.sent) return;
    this.sent = true;
    this.#debugData = debugData;
    if (this.#role === "client") {
      this.finish();
      return;
    }
    this.#sender.goaway(EVERY_STREAM, ErrorCode.NO_ERROR, debugData);
    this.#sender.ping(MARK, false);
  }
  /** `true`: the PING was ours. */
  pingAcknowledged(opaque) {
    if (!this.sent || this.#final || !MARK.every((byte, i) => opaque[i] === byte)) return false;
    this.finish();
    return true;
  }
  finish() {
    if (!this.sent || this.#final) return;
    this.#final = true;
    const last = this.#role === "client" ? 0 : this.#streams.ids.highest;
    if (this.#role === "server") this.lastAccepted = last;
    this.#sender.goaway(last, ErrorCode.NO_ERROR, this.#debugData);
    this.endIfComplete();
  }
  /** GOAWAY came: streams of ours that the peer has not touched end at once. */
  peerIsGoing(lastStreamId, code, debugData) {
    const said = latin1FromBytes(debugData, 0, Math.min(debugData.length, MAX_DEBUG_DATA));
    const message = `the peer is going away${said && `: ${said}`}`;
    this.received = new Http2Error("connection", code, message, "remote");
    if (this.#role === "server") return;
    this.#closing = true;
    for (const stream of this.#streams.above(lastStreamId)) {
      const message2 = "the peer went away without touching this stream (§6.8)";
      const error = new Http2Error("stream", ErrorCode.REFUSED_STREAM, message2, "remote");
      this.#streams.close(stream, "reset by us", error);
    }
    this.#closing = false;
  }
}
function assemble(role, handler, options, end) {
  const limits = resolveLimits(options);
  const local = localSettings(role, options, limits);
  const remote = { ...PROTOCOL_DEFAULTS };
  const windowSize = connectionWindow(options);
  const guards = new Guards(limits);
  const budget = new Budget(limits.maxHeld);
  budget.charge(CONNECTION_COST);
  const sender = new Sender(remote);
  const sendQueue = new SendQueue(sender);
  const credit = new ReceiveCredit(windowSize, sender, budget);
  const windows = {
    send: remote.initialWindowSize,
    // Until the peer has acknowledged a smaller window it may still use the default.
    receive: Math.max(local.initialWindowSize, DEFAULT_WINDOW)
  };
  const ids = new StreamIds(options.firstStreamId);
  const streams = new StreamTable(sender, sendQueue, guards, budget, credit, windows, ids);
  const errors = new StreamErrors(role, streams, sender, guards);
  const shutdown = new Shutdown(role, streams, sender, end);
  const decoder = new HpackDecoder({
    maxTableSize: local.headerTableSize,
    maxListSize: limits.maxHeaderListSize
  });
  const settings = new SettingsExchange(local, remote, { sender, streams, decoder, guards });
  const opener = role === "client" ? new StreamOpener(
    streams,
    remote,
    settings,
    shutdown,
    () => handler.streamsAvailable?.(),
    () => handler.streamsUsedUp?.()
  ) : void 0;
  const messages = { handler, streams, shutdown, errors, guards };
  const headers = new HeaderReceiver(role, decoder, limits, messages);
  const receiver = new Receiver$1(
    { handler, sender, sendQueue, streams, headers, settings, shutdown, credit, errors, guards },
    local.maxFrameSize,
    limits.maxControlOutput
  );
  const frames = new FrameScanner(receiver);
  streams.onClosed = () => {
    shutdown.endIfComplete();
    opener?.roomChanged();
  };
  settings.onReceived = () => {
    handler.settings?.(remote);
    opener?.roomChanged();
  };
  return {
    local,
    remote,
    budget,
    guards,
    sender,
    sendQueue,
    streams,
    shutdown,
    settings,
    opener,
    frames
  };
}
class Endpoint {
  role;
  closed = false;
  #handler;
  #parts;
  #preface;
  constructor(role, handler, options = {}) {
    this.role = role;
    this.#handler = handler;
    this.#parts = assemble(role, handler, options, () => this.#end());
    const { sender, settings } = this.#parts;
    if (role === "server") this.#preface = new PrefaceReader();
    else sender.raw(CLIENT_PREFACE);
    settings.send(connectionWindow(options) - DEFAULT_WINDOW);
  }
  get localSettings() {
    return this.#parts.local;
  }
  get remoteSettings() {
    return this.#parts.remote;
  }
  get budget() {
    return this.#parts.budget;
  }
  get openStreams() {
    return this.#parts.streams.size;
  }
  get ready() {
    return this.#parts.settings.received;
  }
  get goingAway() {
    return this.#parts.shutdown.begun;
  }
  set outputReady(callback) {
    const { sender } = this.#parts;
    sender.ready = callback;
    if (sender.hasOutput) callback?.();
  }
  get outputReady() {
    return this.#parts.sender.ready;
  }
  get availableStreams() {
    return this.closed ? 0 : this.#parts.opener?.available ?? 0;
  }
  open(fields, endStream, handler) {
    const { opener } = this.#parts;
    if (opener === void 0 || this.availableStreams === 0) {
      throw new Error("no stream can be opened now");
    }
    return opener.open(fields, endStream, handler);
  }
  ping(opaque = new Uint8Array(PING_LENGTH)) {
    if (!this.closed) this.#parts.sender.ping(opaque, false);
  }
  shutdown(debugData = "") {
    if (!this.closed) this.#parts.shutdown.begin(debugBytes(debugData));
  }
  finishShutdown() {
    if (!this.closed) this.#parts.shutdown.finish();
  }
  abort(code, debugData = "") {
    const error = new Http2Error("connection", code, debugData || "ended by this side");
    this.#end(error, debugData);
  }
  receive(chunk, now, late) {
    if (this.closed) return void 0;
    this.#parts.guards.now = now;
    let left;
    this.#guarded(() => {
      const bytes = plainView(chunk);
      const rest = this.#preface?.complete === false ? this.#preface.read(bytes) : bytes;
      if (rest.length === 0) return;
      const at = this.#parts.frames.push(rest, late);
      if (at < rest.length) left = rest.subarray(at);
    });
    return this.closed ? void 0 : left;
  }
  transportClosed(error) {
    if (this.closed) return;
    const orderly = error === void 0 && this.openStreams === 0;
    const why = this.#parts.shutdown.received;
    if (orderly && (why === void 0 || why.code === ErrorCode.NO_ERROR)) {
      this.#end();
      return;
    }
    const lost = new Http2Error(
      "connection",
      ErrorCode.NO_ERROR,
      error?.message ?? "the peer closed the connection",
      "remote",
      { cause: error }
    );
    this.#end(why && why.code !== ErrorCode.NO_ERROR ? why : lost);
  }
  takeOutput() {
    if (!this.closed) this.#guarded(() => this.#parts.sendQueue.pump());
    return this.#parts.sender.take();
  }
  outputWritten() {
    this.#parts.sender.outputWritten();
  }
  /** Runs what may find the peer at fault, or run into a handler's own mistake. */
  #guarded(work) {
    try {
      work();
    } catch (error) {
      if (this.closed) return;
      const reason = asConnectionError(error);
      this.#end(reason, reason.fault === "local" ? "internal error" : reason.message);
    }
  }
  /**
   * The end: every stream hears of it, then the owner; the last words are in the output.
   * @param debugData goes out in a GOAWAY; without it there is none.
   */
  #end(error, debugData) {
    if (this.closed) return;
    const { streams, sender } = this.#parts;
    this.closed = true;
    if (error !== void 0 && debugData !== void 0) {
      const last = this.role === "client" ? 0 : streams.ids.highest;
      sender.goaway(last, error.code, debugBytes(debugData));
    }
    streams.onClosed = () => {
    };
    streams.closeAll(error);
    this.#handler.close?.(error);
    sender.ready?.();
  }
}
function createHttp2Server(handler, options) {
  return new Endpoint("server", handler, options);
}
class FrameReader {
  #sink;
  #queue = new ByteQueue();
  /** The header of the frame whose payload is still coming. */
  #header;
  constructor(sink) {
    this.#sink = sink;
  }
  /**
   * Takes in what has come, and delivers every frame that is whole now.
   *
   * For each frame it calls `sink.frame(type, flags, streamId, length)` once, as soon as the nine
   * bytes are there: a sink may refuse the frame then, by an error, before anything of the payload
   * is waited for. When the payload is whole too, `readFrame(sink, header, payload)` does the rest.
   */
  push(chunk) {
    this.#queue.push(chunk);
    for (; ; ) {
      this.#header ??= this.#nextHeader();
      if (this.#header === void 0) return;
      const payload = this.#queue.take(this.#header.length);
      if (payload === void 0) return;
      const header = this.#header;
      this.#header = void 0;
      readFrame(this.#sink, header, payload);
    }
  }
  /** The next frame's header, told to the sink; `undefined` while it is not whole. */
  #nextHeader() {
    const bytes = this.#queue.take(FRAME_HEADER_LENGTH);
    const header = bytes && parseFrameHeader(bytes);
    if (header) this.#sink.frame(header.type, header.flags, header.streamId, header.length);
    return header;
  }
}
const ENABLE_PUSH = 2;
const INITIAL_WINDOW_SIZE = 4;
class Receiver2 {
  connectionWindow;
  /** WINDOW_UPDATEs sent for streams; the connection’s are not counted. */
  updates = 0;
  windows = /* @__PURE__ */ new Map();
  /** Received and not read yet, by stream. */
  unread = /* @__PURE__ */ new Map();
  #connection;
  #options;
  #encoder = new HpackEncoder();
  #window;
  #nextId = 1;
  constructor(connection, options) {
    this.#connection = connection;
    this.#options = options;
    this.#window = options.window;
    this.connectionWindow = this.#makeWindow(options.connectionWindow ?? DEFAULT_WINDOW);
    const reader = new FrameReader(this.#sink());
    connection.start({
      data: (chunk) => reader.push(chunk),
      end: () => connection.end(),
      close: () => this.#hear({ type: "the end", streamId: 0 })
    });
  }
  // #region hello
  /** Says how large the windows are: SETTINGS for the streams, a WINDOW_UPDATE for the rest. */
  hello() {
    const more = (this.#options.connectionWindow ?? DEFAULT_WINDOW) - DEFAULT_WINDOW;
    this.send((out) => {
      out.bytes(CLIENT_PREFACE);
      serializeSettings(out, [
        [ENABLE_PUSH, 0],
        [INITIAL_WINDOW_SIZE, this.#window]
      ]);
      if (more > 0) serializeWindowUpdate(out, 0, more);
    });
  }
  // #endregion hello
  get(path) {
    const id = this.#nextId;
    this.#nextId += 2;
    this.windows.set(id, this.#makeWindow(this.#window));
    this.unread.set(id, 0);
    this.send((out) => serializeHeaders(out, id, this.#headerBlock(path), { endStream: true }));
    return id;
  }
  // #region read
  /** So much of a stream has been read. The window says whether that is worth a frame yet. */
  read(id, octets) {
    this.unread.set(id, this.unread.get(id) - octets);
    this.#announce(id, this.windows.get(id).consume(octets));
    if (this.#options.connectionCredit === "read") {
      this.#announce(0, this.connectionWindow.consume(octets));
    }
  }
  #received(id, octets) {
    this.windows.get(id).receive(octets);
    this.unread.set(id, this.unread.get(id) + octets);
    this.connectionWindow.receive(octets);
    if (this.#options.connectionCredit !== "read") {
      this.#announce(0, this.connectionWindow.consume(octets));
    }
  }
  #announce(id, increment) {
    if (increment === 0) return;
    if (id !== 0) this.updates++;
    this.send((out) => serializeWindowUpdate(out, id, increment));
  }
  // #endregion read
  /** Another window for all streams, those that are open too; and the connection's as large. */
  resize(window) {
    const by = window - this.#window;
    this.#window = window;
    this.send((out) => serializeSettings(out, [[INITIAL_WINDOW_SIZE, window]]));
    for (const [id, each] of this.windows) this.#announce(id, each.resize(by));
    if (by <= 0) return;
    this.#announce(0, by);
    this.#announce(0, this.connectionWindow.resize(by));
  }
  /** Credit by hand, deserved or not. */
  grant(id, increment) {
    this.send((out) => serializeWindowUpdate(out, id, increment));
  }
  ping() {
    this.send((out) => serializePing(out, new Uint8Array(8)));
  }
  /** Any bytes at all. */
  send(write) {
    const out = new ByteWriter();
    write(out);
    this.#connection.write(out.take());
  }
  end() {
    this.#connection.end();
  }
  #makeWindow(size) {
    return this.#options.makeWindow?.(size) ?? new ReceiveWindow(size);
  }
  #headerBlock(path) {
    const out = new ByteWriter();
    const fields = { ":method": "GET", ":scheme": "http", ":path": path, ":authority": "shop" };
    this.#encoder.encode(
      Object.entries(fields).map(([name, value]) => ({ name, value })),
      out
    );
    return out.take();
  }
  #hear(heard) {
    this.#options.frame?.(heard);
  }
  #sink() {
    return {
      frame() {
      },
      padding() {
      },
      data: (streamId, data, endStream) => {
        if (!this.#options.byHand) this.#received(streamId, data.length);
        this.#options.data?.(streamId, data.length);
        this.#hear({ type: "DATA", streamId, endStream });
      },
      headers: (streamId, _fragment, endStream) => this.#hear({ type: "HEADERS", streamId, endStream }),
      continuation: (streamId) => this.#hear({ type: "CONTINUATION", streamId }),
      priority: (streamId) => this.#hear({ type: "PRIORITY", streamId }),
      rstStream: (streamId, code) => this.#hear({ type: "RST_STREAM", streamId, code }),
      settings: (_entries, ack) => {
        if (!ack) this.send(serializeSettingsAck);
        this.#hear({ type: "SETTINGS", streamId: 0, ack });
      },
      pushPromise: () => this.#hear({ type: "PUSH_PROMISE", streamId: 0 }),
      ping: (_opaque, ack) => this.#hear({ type: "PING", streamId: 0, ack }),
      goaway: (_lastStreamId, code) => this.#hear({ type: "GOAWAY", streamId: 0, code }),
      windowUpdate: (streamId) => this.#hear({ type: "WINDOW_UPDATE", streamId }),
      badFrame: (streamId) => this.#hear({ type: "a broken frame", streamId })
    };
  }
}
const SOCKET_BUFFER = 131072;
function createSlowLine(clock, options) {
  const client = new SlowEnd(clock, options);
  const server = new SlowEnd(clock, options);
  client.peer = server;
  server.peer = client;
  return [client, server];
}
class SlowEnd {
  remote = "a slow line";
  peer;
  #clock;
  #options;
  #handlers;
  /** The moment from which the line is free. */
  #freeAt = 0;
  #wantsDrain = false;
  #ended = false;
  #closed = false;
  constructor(clock, options) {
    this.#clock = clock;
    this.#options = options;
  }
  start(handlers) {
    this.#handlers = handlers;
  }
  // #region write
  write(bytes) {
    if (this.#ended || this.#closed) return true;
    const { delayMs, octetsPerMs = Number.POSITIVE_INFINITY } = this.#options;
    const now = this.#clock.now();
    this.#freeAt = Math.max(now, this.#freeAt) + bytes.length / octetsPerMs;
    const chunk = bytes.slice();
    this.#at(this.#freeAt + delayMs, () => this.peer.#handlers?.data(chunk));
    const waiting = (this.#freeAt - now) * octetsPerMs;
    if (!(waiting > SOCKET_BUFFER)) return true;
    this.#drainLater((waiting - SOCKET_BUFFER) / octetsPerMs);
    return false;
  }
  // #endregion write
  end() {
    if (this.#ended || this.#closed) return;
    this.#ended = true;
    const at = Math.max(this.#clock.now(), this.#freeAt) + this.#options.delayMs;
    this.#at(at, () => {
      this.peer.#handlers?.end?.();
      if (this.peer.#ended) this.destroy();
    });
  }
  destroy(error) {
    for (const end of [this, this.peer]) {
      if (end.#closed) continue;
      end.#closed = true;
      end.#handlers?.close?.(error);
    }
  }
  pause() {
  }
  resume() {
  }
  /** A fake clock calls in order; of the system's, two timers of one moment come as they were set. */
  #at(moment, action) {
    this.#clock.setTimer(
      () => {
        if (!this.#closed) action();
      },
      Math.max(0, moment - this.#clock.now())
    );
  }
  #drainLater(ms) {
    if (this.#wantsDrain) return;
    this.#wantsDrain = true;
    this.#clock.setTimer(() => {
      this.#wantsDrain = false;
      this.#handlers?.drain?.();
    }, ms);
  }
}
const PIECE = new Uint8Array(16384);
const STEP_MS = 1;
function simulate(setup) {
  const clock = new FakeClock();
  const [near, far] = createSlowLine(clock, setup.line);
  const bodies = /* @__PURE__ */ new Map();
  const received = /* @__PURE__ */ new Map();
  const http2 = createHttp2Server({
    stream(stream) {
      const body = new EndlessBody(stream, setup.heedless ? clock : void 0);
      bodies.set(stream.id, body);
      return body;
    }
  });
  attachHttp2(http2, far, { clock, defer: (flush) => clock.setTimer(flush, 0) });
  const readers = /* @__PURE__ */ new Map();
  let watcher;
  const receiver = new Receiver2(near, {
    ...setup,
    data(id, octets) {
      received.set(id, received.get(id) + octets);
      watcher?.data(octets);
      if (readers.get(id) === Number.POSITIVE_INFINITY) receiver.read(id, octets);
    },
    frame: ({ type, ack }) => type === "PING" && ack && watcher?.pong()
  });
  watcher = setup.watch?.(receiver, clock);
  receiver.hello();
  for (const speed of setup.readers) {
    const id = receiver.get("/for-ever");
    readers.set(id, speed);
    received.set(id, 0);
  }
  const samples = [];
  for (let at = STEP_MS; at <= setup.forMs; at += STEP_MS) {
    clock.advance(STEP_MS);
    for (const [id, speed] of readers) {
      const now = typeof speed === "number" ? speed : speed(at);
      const octets = Math.min(receiver.unread.get(id), Math.floor(now * STEP_MS));
      if (octets > 0) receiver.read(id, octets);
    }
    samples.push({
      at,
      connectionLeft: receiver.connectionWindow.available,
      updates: receiver.updates,
      streams: [...readers.keys()].map((id) => ({
        received: received.get(id),
        unread: receiver.unread.get(id),
        left: receiver.windows.get(id).available,
        made: bodies.get(id)?.made ?? 0,
        queued: bodies.get(id)?.queued ?? 0
      }))
    });
  }
  http2.transportClosed();
  return samples;
}
class EndlessBody {
  made = 0;
  #stream;
  /** @param heedless the clock by which it is made, instead. */
  constructor(stream, heedless) {
    this.#stream = stream;
    stream.sendHeaders([{ name: ":status", value: "200" }]);
    if (heedless) this.#pushOn(heedless);
    else this.drain();
  }
  get queued() {
    return this.#stream.queuedBytes;
  }
  drain() {
    while (!this.#stream.closed && this.#piece()) ;
  }
  close() {
  }
  #pushOn(clock) {
    if (this.#stream.closed) return;
    this.#piece();
    clock.setTimer(() => this.#pushOn(clock), 1);
  }
  #piece() {
    this.made += PIECE.length;
    return this.#stream.sendData(PIECE);
  }
}
const WINDOWS = [16384, 32768, 65535, 131072, 262144, 524288];
const CONNECTION_WINDOWS = [65535, 131072, 262144, 1048576];
const LINE_OCTETS_PER_MS = 6250;
const FASTEST_READER = 6e3;
const FOR_MS = 600;
const calm = {
  readers: [6e3, 6e3],
  window: 2,
  connectionWindow: 3,
  delayMs: 20,
  credit: "received"
};
const FLOW_PRESETS = {
  both: calm,
  stopped: { ...calm, readers: [0, 6e3] },
  starved: { ...calm, readers: [0, 6e3], connectionWindow: 0, credit: "read" },
  far: { ...calm, delayMs: 80 },
  large: { ...calm, window: 5 }
};
function runFlow(settings) {
  const window = WINDOWS[settings.window];
  const samples = simulate({
    line: { delayMs: settings.delayMs, octetsPerMs: LINE_OCTETS_PER_MS },
    window,
    connectionWindow: CONNECTION_WINDOWS[settings.connectionWindow],
    connectionCredit: settings.credit,
    readers: settings.readers,
    forMs: FOR_MS
  });
  const streams = settings.readers.map((reader, i) => {
    const octets = samples.at(-1).streams[i].received - half(samples).streams[i].received;
    const rate = octets * 1e3 / (FOR_MS / 2);
    return { id: 2 * i + 1, rate, held: heldBy(samples, i, reader) };
  });
  return { samples, streams };
}
const half = (samples) => samples[FOR_MS / 2 - 1];
function heldBy(samples, stream, reader) {
  const later = samples.slice(FOR_MS / 2);
  const often = (isIt) => later.filter(isIt).length > later.length / 2;
  if (reader === 0 && often(({ streams }) => streams[stream].unread > 0)) return "reader";
  if (often(({ streams }) => streams[stream].unread >= reader)) return "reader";
  if (often(({ connectionLeft }) => connectionLeft <= 0)) return "connection";
  const total = later.at(-1).streams.reduce((sum, { received }) => sum + received, 0);
  const before = half(samples).streams.reduce((sum, { received }) => sum + received, 0);
  const isFull = (total - before) / (FOR_MS / 2) > 0.95 * LINE_OCTETS_PER_MS;
  return isFull ? "line" : "window";
}
function curve(samples, most, value) {
  return samples.filter(({ at }) => at % 4 === 0).map((sample) => {
    const x = 100 * sample.at / FOR_MS;
    return `${x.toFixed(1)},${(100 - 100 * value(sample) / most).toFixed(1)}`;
  }).join(" ");
}
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "FlowPlayground",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.flow }
  },
  setup(__props) {
    const RULES = ["received", "read"];
    const preset = ref();
    const settings = ref(copy("stopped"));
    preset.value = "stopped";
    const moment = ref(FOR_MS);
    function copy(name) {
      const made = FLOW_PRESETS[name];
      return { ...made, readers: [...made.readers] };
    }
    function choose(name) {
      settings.value = copy(name);
      preset.value = name;
    }
    function change(part) {
      settings.value = { ...settings.value, ...part };
      preset.value = void 0;
    }
    function changeReader(stream, speed2) {
      const readers = [...settings.value.readers];
      readers[stream] = speed2;
      change({ readers });
    }
    const result = computed(() => runFlow(settings.value));
    const now = computed(() => result.value.samples[Math.max(1, moment.value) - 1]);
    const mostReceived = computed(
      () => Math.max(1e5, ...result.value.samples.at(-1).streams.map(({ received }) => received))
    );
    const window = computed(() => WINDOWS[settings.value.window]);
    const connectionWindow2 = computed(() => CONNECTION_WINDOWS[settings.value.connectionWindow]);
    const formula = computed(() => window.value / (2 * settings.value.delayMs));
    const octets = (count) => Math.round(count).toLocaleString("en");
    const speed = (perMs) => `${octets(perMs)} kB/s`;
    const percent = (part, whole) => `${Math.max(0, Math.min(100, 100 * part / whole))}%`;
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "flow widget",
        "aria-label": __props.texts.title
      }, _attrs))} data-v-23c2fb0c>`);
      _push(ssrRenderComponent(PresetBar, {
        title: __props.texts.presets,
        names: __props.texts.presetNames,
        chosen: preset.value,
        onChoose: choose
      }, null, _parent));
      _push(`<div class="controls js-only" data-v-23c2fb0c><!--[-->`);
      ssrRenderList(settings.value.readers, (reader, i) => {
        _push(ssrRenderComponent(RangeControl, {
          key: i,
          label: __props.texts.reader(2 * i + 1),
          max: unref(FASTEST_READER),
          step: 250,
          "model-value": reader,
          shown: reader === 0 ? __props.texts.stands : speed(reader),
          "onUpdate:modelValue": ($event) => changeReader(i, $event)
        }, null, _parent));
      });
      _push(`<!--]-->`);
      _push(ssrRenderComponent(RangeControl, {
        label: __props.texts.window,
        max: unref(WINDOWS).length - 1,
        "model-value": settings.value.window,
        shown: octets(window.value),
        spoken: __props.texts.octets(octets(window.value)),
        "onUpdate:modelValue": ($event) => change({ window: $event })
      }, null, _parent));
      _push(ssrRenderComponent(RangeControl, {
        label: __props.texts.connectionWindow,
        max: unref(CONNECTION_WINDOWS).length - 1,
        "model-value": settings.value.connectionWindow,
        shown: octets(connectionWindow2.value),
        spoken: __props.texts.octets(octets(connectionWindow2.value)),
        "onUpdate:modelValue": ($event) => change({ connectionWindow: $event })
      }, null, _parent));
      _push(ssrRenderComponent(RangeControl, {
        label: __props.texts.delay,
        min: 1,
        max: 100,
        "model-value": settings.value.delayMs,
        shown: `${settings.value.delayMs} ms`,
        "onUpdate:modelValue": ($event) => change({ delayMs: $event })
      }, null, _parent));
      _push(`<div class="rules" role="group"${ssrRenderAttr("aria-label", __props.texts.credit)} data-v-23c2fb0c><span data-v-23c2fb0c>${ssrInterpolate(__props.texts.credit)}</span><!--[-->`);
      ssrRenderList(RULES, (rule) => {
        _push(`<button type="button" class="quiet-button"${ssrRenderAttr("aria-pressed", settings.value.credit === rule)} data-v-23c2fb0c>${ssrInterpolate(__props.texts.rules[rule])}</button>`);
      });
      _push(`<!--]--></div></div><div class="charts" data-v-23c2fb0c><!--[-->`);
      ssrRenderList(result.value.streams, (stream, i) => {
        _push(`<figure class="${ssrRenderClass(`stream-${i}`)}" data-v-23c2fb0c><figcaption data-v-23c2fb0c>${ssrInterpolate(__props.texts.chart(stream.id))}</figcaption><svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img"${ssrRenderAttr("aria-label", __props.texts.chartAlt(stream.id, octets(result.value.samples.at(-1).streams[i].received)))} data-v-23c2fb0c><polyline class="received"${ssrRenderAttr("points", unref(curve)(result.value.samples, mostReceived.value, (sample) => sample.streams[i].received))} data-v-23c2fb0c></polyline><line class="moment"${ssrRenderAttr("x1", 100 * moment.value / unref(FOR_MS))}${ssrRenderAttr("x2", 100 * moment.value / unref(FOR_MS))} y1="0" y2="100" data-v-23c2fb0c></line></svg><dl data-v-23c2fb0c><div data-v-23c2fb0c><dt data-v-23c2fb0c>${ssrInterpolate(__props.texts.unread)}</dt><dd data-v-23c2fb0c><span class="meter" aria-hidden="true" data-v-23c2fb0c><span style="${ssrRenderStyle({ width: percent(now.value.streams[i].unread, window.value) })}" data-v-23c2fb0c></span></span>${ssrInterpolate(octets(now.value.streams[i].unread))}</dd></div><div data-v-23c2fb0c><dt data-v-23c2fb0c>${ssrInterpolate(__props.texts.left)}</dt><dd data-v-23c2fb0c><span class="meter" aria-hidden="true" data-v-23c2fb0c><span style="${ssrRenderStyle({ width: percent(now.value.streams[i].left, window.value) })}" data-v-23c2fb0c></span></span>${ssrInterpolate(octets(now.value.streams[i].left))}</dd></div><div data-v-23c2fb0c><dt data-v-23c2fb0c>${ssrInterpolate(__props.texts.queued)}</dt><dd data-v-23c2fb0c><span class="meter" aria-hidden="true" data-v-23c2fb0c><span style="${ssrRenderStyle({ width: percent(now.value.streams[i].queued, 65536) })}" data-v-23c2fb0c></span></span>${ssrInterpolate(octets(now.value.streams[i].queued))}</dd></div><div data-v-23c2fb0c><dt data-v-23c2fb0c>${ssrInterpolate(__props.texts.received)}</dt><dd data-v-23c2fb0c>${ssrInterpolate(octets(now.value.streams[i].received))}</dd></div></dl></figure>`);
      });
      _push(`<!--]--></div><div class="time" data-v-23c2fb0c>`);
      _push(ssrRenderComponent(RangeControl, {
        modelValue: moment.value,
        "onUpdate:modelValue": ($event) => moment.value = $event,
        label: __props.texts.moment,
        min: 1,
        max: unref(FOR_MS),
        shown: `${moment.value} ms`
      }, null, _parent));
      _push(`<p data-v-23c2fb0c>${ssrInterpolate(__props.texts.connectionLeft)} <b data-v-23c2fb0c>${ssrInterpolate(octets(now.value.connectionLeft))}</b></p></div><div class="result" role="status" data-v-23c2fb0c><!--[-->`);
      ssrRenderList(result.value.streams, (stream) => {
        _push(`<p data-v-23c2fb0c>${ssrInterpolate(__props.texts.result(stream.id, speed(stream.rate / 1e3)))} ${ssrInterpolate(__props.texts.held[stream.held])}</p>`);
      });
      _push(`<!--]--><p class="soft" data-v-23c2fb0c>${ssrInterpolate(__props.texts.formula(octets(window.value), 2 * settings.value.delayMs, speed(formula.value)))}</p></div></section>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/FlowPlayground.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FlowPlayground = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-23c2fb0c"]]);
export {
  FlowPlayground as default
};
