import { defineComponent, ref, computed, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderComponent, ssrRenderAttr, ssrInterpolate, ssrRenderList, ssrIncludeBooleanAttr, ssrRenderClass, ssrRenderStyle } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { M as MAX_LIST_VALUES, a as MAX_EXCERPT_LENGTH } from "./limits.glLWx8s1.js";
import { c as countBase64List, d as decodeBase64List, e as encodeBase64, i as isBase64List } from "./base64.nCojlA-O.js";
import { c as cutText } from "./cut-text.DPTVgYcH.js";
import { d as decode, e as encode, c as create } from "./create.eyJSjx8E.js";
import { F as FakeClock } from "./fake-clock.BRdUQc3q.js";
import { P as PresetBar } from "./PresetBar.DaKEem7C.js";
import { R as RangeControl } from "./RangeControl.CoTpA1d5.js";
import { u as useAddress } from "./use-address.G5JwuEn1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "./utf8.SLM2nV_b.js";
import "./plain-view.B35RG0xQ.js";
import "./varint.BEU0HmIF.js";
import "./wire-type.xZF9mTfn.js";
import "./scalar.hxwY-QcD.js";
import "./concat.Do7hq_a9.js";
import "./tag.DQBMy7dM.js";
const four = (perSecond, failing = 0) => Array.from({ length: 4 }, () => ({ perSecond, failing }));
const SEED = 21;
const FOR_MS = 2e4;
const SCENARIOS = {
  /** Four servers that are alike. */
  alike: { servers: four(50), clients: 4, callsPerSecond: 140 },
  /** The last one has a fifth of the speed of the others. */
  slow: {
    servers: [...four(80).slice(0, 3), { perSecond: 16, failing: 0 }],
    clients: 4,
    callsPerSecond: 160
  },
  /** The third one fails every call, and at once. */
  failing: {
    servers: four(50).map((server, i) => i === 2 ? { ...server, failing: 100 } : server),
    clients: 4,
    callsPerSecond: 120
  }
};
function addressText(address) {
  if ("path" in address) return `unix:${address.path}`;
  return address.host.includes(":") ? `[${address.host}]:${address.port}` : `${address.host}:${address.port}`;
}
function addressKey(address) {
  const text = addressText(address);
  return address.serverName === void 0 ? text : `${text} as ${address.serverName}`;
}
function isBytes(value) {
  return value instanceof Uint8Array || ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint8Array]";
}
const RESERVED = /* @__PURE__ */ new Set([
  "content-type",
  "te",
  "user-agent",
  // How HTTP cuts out and packs a body (RFC 9110 §8, §6.5, §10.1.1): a wrong one breaks the stream.
  "content-length",
  "content-encoding",
  "content-range",
  "trailer",
  "expect",
  // What concerns one connection only, and HTTP/2 forbids (RFC 9113 §8.2.2).
  "connection",
  "host",
  "http2-settings",
  "keep-alive",
  "proxy-connection",
  "transfer-encoding",
  "upgrade"
]);
const PASSED_ON = /* @__PURE__ */ new Set([
  "grpc-previous-rpc-attempts",
  "grpc-status-details-bin",
  "grpc-retry-pushback-ms",
  "grpc-trace-bin",
  "grpc-tags-bin"
]);
function isCustom(name) {
  const first = name.charCodeAt(0);
  if (first === 58) return false;
  if (first === 103 && name.startsWith("grpc-")) return PASSED_ON.has(name);
  return !RESERVED.has(name);
}
const NAME = /^[0-9a-z_.-]+$/;
const PRINTABLE = /^[ -~]*$/;
function checkedName(name) {
  const key = String(name).toLowerCase();
  if (!NAME.test(key)) {
    throw new RangeError(`'${key}' cannot be a name in metadata: only 0-9 a-z _ . - are allowed`);
  }
  if (!isCustom(key)) throw new RangeError(`'${key}' belongs to the protocol, not to metadata`);
  return key;
}
function checkedValue(key, value) {
  if (key.endsWith("-bin")) {
    if (isBytes(value)) return value;
    throw new RangeError(`'${key}' ends in -bin, so its values are bytes`);
  }
  if (typeof value !== "string") {
    throw new RangeError(`the values of '${key}' are text: name it '${key}-bin' to send bytes`);
  }
  if (!PRINTABLE.test(value)) {
    throw new RangeError(`the value of '${key}' has characters beyond printable ASCII`);
  }
  return value.trim();
}
class Metadata {
  #names = [];
  /** Text under a `-bin` name is a list of values as it came, not yet decoded: see `receive`. */
  #values = [];
  /** How many values came under `-bin` names, those that are joined by commas counted one by one. */
  #listed = 0;
  /**
   * `new Metadata({ 'x-user': 'ada', 'x-key-bin': bytes })`
   * @throws RangeError as `append` does.
   */
  constructor(entries) {
    for (const [name, values] of Object.entries(entries ?? {})) {
      const several = Array.isArray(values) ? values : [values];
      for (const value of several) this.append(name, value);
    }
  }
  /** How many values there are in all. */
  get size() {
    let size = 0;
    for (let i = 0; i < this.#names.length; i++) {
      const value = this.#values[i];
      size += this.#isUndecoded(i, value) ? countBase64List(value) : 1;
    }
    return size;
  }
  /**
   * Adds a value, keeping those that are there.
   * @throws RangeError if name or value cannot travel: characters that headers do not have, names
   *   that gRPC or HTTP keep to themselves, text under a `-bin` name or bytes under another.
   */
  append(name, value) {
    const key = checkedName(name);
    this.#add(key, checkedValue(key, value));
    return this;
  }
  /** Puts one value in place of whatever the name had. @throws RangeError as `append` does. */
  set(name, value) {
    const key = checkedName(name);
    const checked = checkedValue(key, value);
    this.delete(key);
    this.#add(key, checked);
    return this;
  }
  get(name) {
    const i = this.#names.indexOf(name.toLowerCase());
    const value = this.#values[i];
    return value !== void 0 && this.#isUndecoded(i, value) ? decodeBase64List(value, 1)[0] : value;
  }
  getAll(name) {
    const key = name.toLowerCase();
    return this.#values.flatMap((value, i) => {
      if (this.#names[i] !== key) return [];
      return this.#isUndecoded(i, value) ? decodeBase64List(value) : [value];
    });
  }
  has(name) {
    return this.#names.includes(name.toLowerCase());
  }
  delete(name) {
    const key = name.toLowerCase();
    for (let i = this.#names.length - 1; i >= 0; i--) {
      if (this.#names[i] !== key) continue;
      this.#names.splice(i, 1);
      this.#values.splice(i, 1);
    }
  }
  *[Symbol.iterator]() {
    for (let i = 0; i < this.#names.length; i++) {
      const name = this.#names[i];
      const value = this.#values[i];
      if (!this.#isUndecoded(i, value)) yield [name, value];
      else for (const bytes of decodeBase64List(value)) yield [name, bytes];
    }
  }
  /** Appends everything that `other` has. */
  merge(other) {
    const names = other.#names;
    const values = other.#values;
    for (let i = 0, { length } = names; i < length; i++) this.#add(names[i], values[i]);
    return this;
  }
  clone() {
    return new Metadata().merge(this);
  }
  /** As header fields, `-bin` values in base64 without padding. */
  toHeaders() {
    return this.#names.map((name, i) => {
      const kept = this.#values[i];
      return { name, value: typeof kept === "string" ? kept : encodeBase64(kept) };
    });
  }
  /**
   * Takes a field off the wire. A `-bin` field may hold several values joined by commas, as
   * proxies do it (RFC 9110 §5.2). They stay as they came until somebody asks: 16 KiB of commas
   * would otherwise become 16,000 arrays in each of a thousand calls, and nobody may want them.
   * @returns false, and nothing is kept, if it is not base64, or too many values: the peer's fault.
   */
  receive(name, value) {
    if (name.endsWith("-bin")) {
      this.#listed += countBase64List(value, MAX_LIST_VALUES + 1);
      if (this.#listed > MAX_LIST_VALUES || !isBase64List(value)) return false;
    }
    this.#add(name, value);
    return true;
  }
  #add(key, value) {
    this.#names.push(key);
    this.#values.push(value);
  }
  #isUndecoded(i, value) {
    return typeof value === "string" && this.#names[i].endsWith("-bin");
  }
}
const Status = {
  OK: 0,
  /** The caller gave up. */
  CANCELLED: 1,
  /** An error nobody classified: what a stray exception becomes. */
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  /** The caller is known and may not. (Not known at all: UNAUTHENTICATED.) */
  PERMISSION_DENIED: 7,
  /** A quota, or a message above the size limit. */
  RESOURCE_EXHAUSTED: 8,
  /** The system is in the wrong state; retrying without changing it is pointless. */
  FAILED_PRECONDITION: 9,
  /** A conflict (a lost transaction): retry at a higher level. */
  ABORTED: 10,
  OUT_OF_RANGE: 11,
  /** No such service or method, or a broken promise about how many messages come. */
  UNIMPLEMENTED: 12,
  /** A broken invariant of the protocol or of the server. */
  INTERNAL: 13,
  /** The service cannot be reached now; retrying may help. */
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16
};
const NAMES = Object.keys(Status);
function statusName(code) {
  return NAMES[code] ?? `CODE_${code}`;
}
class GrpcError extends Error {
  name = "GrpcError";
  code;
  /** The text as it travels in `grpc-message`; `message` puts the code before it. */
  details;
  #metadata;
  constructor(code, details, metadata, options) {
    super(`${code} ${statusName(code)}: ${details}`, options);
    this.code = code;
    this.details = details;
    this.#metadata = metadata;
  }
  /** The trailers that came, or go, with the status. Each error has its own. */
  get metadata() {
    this.#metadata ??= new Metadata();
    return this.#metadata;
  }
  /** @param status may belong to others, who must not see what is done to the error. */
  static fromStatus(status, options) {
    return new GrpcError(status.code, status.details, status.metadata?.clone(), options);
  }
}
function ejectOutliers(addresses, config, now, random) {
  const mayEject = () => {
    const ejected = addresses.filter((address) => address.ejected).length;
    return ejected === 0 || 100 * ejected / addresses.length < config.maxEjectionPercent;
  };
  const eject = (address, enforcement) => {
    if (!address.ejected && Math.floor(100 * random()) < enforcement) address.eject(now);
  };
  const { successRate, failurePercentage } = config;
  if (successRate) {
    const limit = lowestRate(addresses, successRate);
    for (const address of enough(addresses, successRate.requestVolume)) {
      if (!mayEject()) break;
      if (rateOf(address) < limit) eject(address, successRate.enforcementPercentage);
    }
  }
  if (failurePercentage && addresses.length >= failurePercentage.minimumHosts) {
    for (const address of enough(addresses, failurePercentage.requestVolume)) {
      if (!mayEject()) break;
      const failed = 100 * address.failures / address.volume;
      if (failed > failurePercentage.threshold) {
        eject(address, failurePercentage.enforcementPercentage);
      }
    }
  }
}
const enough = (addresses, volume) => addresses.filter((address) => address.volume > 0 && address.volume >= volume);
const rateOf = ({ successes, volume }) => successes / volume;
function lowestRate(addresses, { stdevFactor, minimumHosts, requestVolume }) {
  const rates = enough(addresses, requestVolume).map(rateOf);
  if (rates.length === 0 || rates.length < minimumHosts) return 0;
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const variance = rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / rates.length;
  return mean - Math.sqrt(variance) * stdevFactor / 1e3;
}
function excerpt(text) {
  return cutText(text, MAX_EXCERPT_LENGTH);
}
function duration(value, field, valid = (ms) => ms >= 0) {
  const match = /^(\d{1,12}(?:\.\d{1,9})?)s$/.exec(String(value));
  const ms = match ? Number(match[1]) * 1e3 : Number.NaN;
  if (!match || !valid(ms))
    throw new RangeError(`${field}: '${excerpt(String(value))}' is not a valid duration`);
  return ms;
}
function number(value, field, valid) {
  if (typeof value !== "number" || !valid(value)) {
    throw new RangeError(`${field}: ${excerpt(String(value))} is not allowed`);
  }
  return value;
}
function list(value, field) {
  if (value === void 0) return [];
  if (!Array.isArray(value)) throw new RangeError(`${field}: a list is expected`);
  return value;
}
function record(value, field) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new RangeError(`${field}: an object is expected`);
  }
  return value;
}
function choosePolicy(value, field, known) {
  for (const entry of list(value, field)) {
    const [first] = Object.entries(record(entry, field));
    if (first === void 0 || !known.has(first[0])) continue;
    const [name, given] = first;
    const config = record(given, name);
    known.check?.(name, config);
    return { name, config };
  }
  throw new RangeError(`${field}: none of these policies is known`);
}
function readOutlierConfig(config, known) {
  const baseEjectionMs = duration(config.baseEjectionTime ?? "30s", "baseEjectionTime");
  const success = config.successRateEjection;
  const failure = config.failurePercentageEjection;
  return {
    intervalMs: duration(config.interval ?? "10s", "interval", (ms) => ms > 0),
    baseEjectionMs,
    maxEjectionMs: Math.max(
      baseEjectionMs,
      duration(config.maxEjectionTime ?? "300s", "maxEjectionTime")
    ),
    maxEjectionPercent: percent(config, "maxEjectionPercent", 10),
    successRate: success === void 0 ? void 0 : readSuccessRate(success),
    failurePercentage: failure === void 0 ? void 0 : readFailurePercentage(failure),
    child: choosePolicy(config.childPolicy, "childPolicy", known)
  };
}
function readSuccessRate(json) {
  const fields = record(json, "successRateEjection");
  return {
    stdevFactor: count(fields, "stdevFactor", 1900),
    enforcementPercentage: percent(fields, "enforcementPercentage", 100),
    minimumHosts: count(fields, "minimumHosts", 5),
    requestVolume: count(fields, "requestVolume", 100)
  };
}
function readFailurePercentage(json) {
  const fields = record(json, "failurePercentageEjection");
  return {
    threshold: percent(fields, "threshold", 85),
    enforcementPercentage: percent(fields, "enforcementPercentage", 100),
    minimumHosts: count(fields, "minimumHosts", 5),
    requestVolume: count(fields, "requestVolume", 50)
  };
}
function count(fields, field, otherwise) {
  return number(fields[field] ?? otherwise, field, (n) => Number.isInteger(n) && n >= 0);
}
function percent(fields, field, otherwise) {
  return number(fields[field] ?? otherwise, field, (n) => n >= 0 && n <= 100);
}
class WatchedAddress {
  endpoints = /* @__PURE__ */ new Set();
  #successes = 0;
  #failures = 0;
  /** Since when it is left out. */
  #ejectedAt;
  /** How often it was left out lately: each time for longer. */
  #multiplier = 0;
  /** What was counted in the interval that is over. */
  successes = 0;
  failures = 0;
  get ejected() {
    return this.#ejectedAt !== void 0;
  }
  /** In the interval that is over. */
  get volume() {
    return this.successes + this.failures;
  }
  count(succeeded) {
    if (succeeded) this.#successes++;
    else this.#failures++;
  }
  /** An interval is over: from here on another one is counted. */
  swap() {
    this.successes = this.#successes;
    this.failures = this.#failures;
    this.#successes = 0;
    this.#failures = 0;
  }
  eject(now) {
    this.#ejectedAt = now;
    this.#multiplier++;
    for (const endpoint of this.endpoints) endpoint.eject();
  }
  /** Comes back if its time is up; if it was good for an interval, the next time is shorter. */
  sweep(now, baseMs, maxMs) {
    if (this.#ejectedAt === void 0) this.#multiplier = Math.max(0, this.#multiplier - 1);
    else if (now >= this.#ejectedAt + Math.min(baseMs * this.#multiplier, maxMs)) this.uneject();
  }
  uneject() {
    this.#ejectedAt = void 0;
    for (const endpoint of this.endpoints) endpoint.uneject();
  }
}
class WatchedEndpoint {
  inner;
  #changed;
  #ejected;
  /** @param create gets what to call when the endpoint behind this one changes. */
  constructor(create2, changed, ejected) {
    this.#ejected = ejected;
    this.#changed = changed;
    this.inner = create2(() => {
      if (!this.#ejected) changed(this);
    });
  }
  get address() {
    return this.inner.address;
  }
  get key() {
    return this.inner.key;
  }
  get state() {
    const { state } = this.inner;
    return this.#ejected && state !== "SHUTDOWN" ? "TRANSIENT_FAILURE" : state;
  }
  get transport() {
    return this.inner.transport;
  }
  get lastError() {
    return this.#ejected ? EJECTED : this.inner.lastError;
  }
  eject() {
    this.#become(true);
  }
  uneject() {
    this.#become(false);
  }
  #become(ejected) {
    if (this.#ejected === ejected) return;
    const before = this.state;
    this.#ejected = ejected;
    if (this.state !== before) this.#changed(this);
  }
  connect() {
    this.inner.connect();
  }
  shutdown() {
    this.inner.shutdown();
  }
  toString() {
    return String(this.inner);
  }
}
const EJECTED = new Error(
  "its calls failed more often than those of the others, so it is left out"
);
const outlierDetection = Object.assign(
  (helper, config, policies) => new OutlierDetection(helper, readOutlierConfig(config, policies), policies),
  { check: (config, known) => void readOutlierConfig(config, known) }
);
class OutlierDetection {
  #helper;
  #config;
  #child;
  #addresses = /* @__PURE__ */ new Map();
  #timer;
  constructor(helper, config, policies) {
    this.#helper = helper;
    this.#config = config;
    const { name, config: childConfig } = config.child;
    this.#child = policies.create(name, childConfig, {
      ...helper,
      createSubchannel: (address, changed) => this.#watch(address, changed),
      update: (state, picker) => helper.update(state, this.#counting(picker))
    });
    if (this.#counts) this.#wait();
  }
  addresses(addresses) {
    const before = this.#addresses;
    this.#addresses = new Map(
      addresses.map((address) => {
        const key = addressKey(address);
        return [key, before.get(key) ?? new WatchedAddress()];
      })
    );
    this.#child.addresses(addresses);
  }
  exitIdle() {
    this.#child.exitIdle();
  }
  shutdown() {
    this.#timer?.cancel();
    this.#child.shutdown();
  }
  get #counts() {
    return this.#config.successRate !== void 0 || this.#config.failurePercentage !== void 0;
  }
  #wait() {
    this.#timer = this.#helper.setTimer(() => {
      this.#sweep();
      this.#wait();
    }, this.#config.intervalMs);
    this.#timer.unref?.();
  }
  #sweep() {
    const now = this.#helper.now();
    const all = [...this.#addresses.values()];
    for (const address of all) address.swap();
    ejectOutliers(all, this.#config, now, this.#helper.random);
    const { baseEjectionMs, maxEjectionMs } = this.#config;
    for (const address of all) address.sweep(now, baseEjectionMs, maxEjectionMs);
  }
  #watch(address, changed) {
    const known = this.#addresses.get(addressKey(address));
    const endpoint = new WatchedEndpoint(
      (innerChanged) => this.#helper.createSubchannel(address, innerChanged),
      (watched) => {
        if (watched.inner.state === "SHUTDOWN") known?.endpoints.delete(watched);
        changed(watched);
      },
      known?.ejected ?? false
    );
    known?.endpoints.add(endpoint);
    return endpoint;
  }
  #counting(picker) {
    if (!this.#counts) return picker;
    return {
      pick: () => {
        const picked = picker.pick();
        if (picked === void 0 || picked instanceof GrpcError) return picked;
        const pick = "started" in picked ? picked : void 0;
        return this.#counted(pick?.endpoint ?? picked, pick);
      }
    };
  }
  #counted(endpoint, pick) {
    return {
      endpoint,
      started: () => {
        const ended = pick?.started();
        return (status) => {
          ended?.(status);
          if (status === void 0) return;
          this.#addresses.get(endpoint.key)?.count(status.code === Status.OK);
        };
      }
    };
  }
}
const CONNECTION_ATTEMPT_DELAY_MS = 250;
const MAX_CHOICES = 10;
const MIN_WEIGHT_UPDATE_MS = 100;
function interleave(addresses) {
  const families = /* @__PURE__ */ new Map();
  for (const address of addresses) {
    const family = familyOf(address);
    const known = families.get(family);
    if (known) known.push(address);
    else families.set(family, [address]);
  }
  const longest = Math.max(0, ...[...families.values()].map((family) => family.length));
  const turns = Array.from({ length: longest }, (_, turn) => turn);
  return turns.flatMap((turn) => [...families.values()].flatMap((family) => family[turn] ?? []));
}
function familyOf(address) {
  if ("path" in address) return "unix";
  return address.host.includes(":") ? "ipv6" : "ipv4";
}
const QUEUE = { pick: () => void 0 };
function unavailable(failed) {
  const details = `no connection to ${failed}: ${failed.lastError?.message ?? "it failed"}`;
  return new GrpcError(Status.UNAVAILABLE, details);
}
class PickFirst {
  #helper;
  #addresses = [];
  /** Empty until somebody asks for a connection. */
  #subchannels = [];
  /** How many have been tried, or are being tried. */
  #started = 0;
  #failed = /* @__PURE__ */ new Set();
  /** Runs until it is the next one's turn. */
  #timer;
  #selected;
  /** All have failed since the last success: calls fail until one connects. */
  #failing = false;
  constructor(helper) {
    this.#helper = helper;
  }
  addresses(addresses) {
    this.#addresses = interleave(addresses);
    const kept = addresses.some((address) => addressKey(address) === this.#selected?.key);
    if (kept) return;
    const active = this.#subchannels.length > 0;
    this.#drop();
    if (active) this.#begin();
    else this.#helper.update("IDLE", QUEUE);
  }
  exitIdle() {
    if (this.#subchannels.length === 0) this.#begin();
  }
  shutdown() {
    this.#drop();
  }
  #begin() {
    this.#subchannels = this.#addresses.map(
      (address) => this.#helper.createSubchannel(address, (subchannel) => this.#changed(subchannel))
    );
    if (this.#failing) {
      for (const subchannel of this.#subchannels) subchannel.connect();
    } else {
      this.#helper.update("CONNECTING", QUEUE);
      this.#startNext();
    }
  }
  #startNext() {
    this.#timer?.cancel();
    this.#timer = void 0;
    const next = this.#subchannels[this.#started];
    if (next === void 0) return;
    this.#started++;
    next.connect();
    if (this.#started === this.#subchannels.length) return;
    this.#timer = this.#helper.setTimer(() => this.#startNext(), CONNECTION_ATTEMPT_DELAY_MS);
  }
  #changed(subchannel) {
    if (!this.#subchannels.includes(subchannel)) return;
    switch (subchannel.state) {
      case "READY":
        this.#select(subchannel);
        break;
      case "TRANSIENT_FAILURE":
        this.#attemptFailed(subchannel);
        break;
      case "IDLE":
        if (subchannel === this.#selected) this.#lost();
        else if (this.#failing) subchannel.connect();
    }
  }
  #select(subchannel) {
    this.#selected = subchannel;
    this.#failing = false;
    this.#endPass();
    this.#helper.update("READY", { pick: () => subchannel });
    for (const other of this.#subchannels) if (other !== subchannel) other.shutdown();
    this.#subchannels = [subchannel];
  }
  #attemptFailed(failed) {
    if (this.#selected) return;
    if (!this.#failing) {
      this.#failed.add(failed);
      if (failed === this.#subchannels[this.#started - 1]) this.#startNext();
      if (this.#failed.size < this.#subchannels.length) return;
      this.#failing = true;
      this.#endPass();
      this.#helper.resolveAgain();
      for (const subchannel of this.#subchannels) subchannel.connect();
    }
    const error = unavailable(failed);
    this.#helper.update("TRANSIENT_FAILURE", { pick: () => error });
  }
  /** The connection has ended. Another one is made when a call needs it. */
  #lost() {
    this.#drop();
    this.#helper.resolveAgain();
    this.#helper.update("IDLE", QUEUE);
  }
  #endPass() {
    this.#started = 0;
    this.#failed.clear();
    this.#timer?.cancel();
    this.#timer = void 0;
  }
  #drop() {
    this.#selected = void 0;
    this.#endPass();
    for (const subchannel of this.#subchannels) subchannel.shutdown();
    this.#subchannels = [];
  }
}
class Rotation {
  /** Counts the picks; what is left of it after whole rounds is a place in the list. */
  #turn;
  /** @param start a whole number, another one in each client. */
  constructor(start2 = 0) {
    this.#turn = start2;
  }
  /**
   * A picker over those that are READY now, in the order of the list. It goes on where the last
   * picker stopped. What happens to the list, or to the states in it, afterwards does not concern
   * it: then another picker takes its place.
   */
  over(endpoints) {
    const ready = endpoints.filter(({ state }) => state === "READY");
    return {
      pick: () => ready.length === 0 ? void 0 : ready[this.#turn++ % ready.length]
    };
  }
}
function joinedState(states) {
  const present = new Set(states);
  return BEST_FIRST.find((state) => present.has(state)) ?? "TRANSIENT_FAILURE";
}
const BEST_FIRST = ["READY", "CONNECTING", "IDLE"];
class JointState {
  #states = /* @__PURE__ */ new Map();
  get state() {
    return joinedState(this.#states.values());
  }
  /** This part is new, or has another state. One that is SHUTDOWN is not a part any more. */
  set(part, state) {
    if (state === "SHUTDOWN") this.#states.delete(part);
    else if (this.#states.get(part) !== "TRANSIENT_FAILURE" || state === "READY") {
      this.#states.set(part, state);
    }
  }
  delete(part) {
    this.#states.delete(part);
  }
}
class SubchannelList {
  #create;
  #byKey = /* @__PURE__ */ new Map();
  constructor(create2) {
    this.#create = create2;
  }
  /** In the order of the addresses; a new list each time. */
  get all() {
    return [...this.#byKey.values()];
  }
  /** False for one that was dropped, although it may still report. */
  has(subchannel) {
    return this.#byKey.get(subchannel.key) === subchannel;
  }
  /**
   * From now on there is one subchannel for each of these addresses, in their order. Those that
   * were there are kept, the others are created; what is not among them any more is shut down once
   * the new list stands. If one cannot be created, nothing has changed.
   * @param addresses the same one may stand there twice
   * @throws what `create` throws
   */
  update(addresses) {
    const next = /* @__PURE__ */ new Map();
    const added = [];
    try {
      for (const address of addresses) {
        const key = addressKey(address);
        if (next.has(key)) continue;
        const kept = this.#byKey.get(key);
        const subchannel = kept ?? this.#create(address);
        if (kept === void 0) added.push(subchannel);
        next.set(key, subchannel);
      }
    } catch (error) {
      for (const subchannel of added) subchannel.shutdown();
      throw error;
    }
    const dropped = this.all.filter((subchannel) => !next.has(subchannel.key));
    this.#byKey = next;
    for (const subchannel of dropped) subchannel.shutdown();
    return { added, dropped };
  }
}
class SpreadBalancer {
  #helper;
  #makePicker;
  #list;
  #joint = new JointState();
  #lastFailed;
  /** Addresses are being taken over: what changes meanwhile is told once, at the end. */
  #updating = false;
  constructor(helper, makePicker) {
    this.#helper = helper;
    this.#makePicker = makePicker;
    this.#list = new SubchannelList(
      (address) => helper.createSubchannel(address, (endpoint) => this.#changed(endpoint))
    );
  }
  addresses(addresses) {
    this.#updating = true;
    try {
      const { dropped } = this.#list.update(addresses);
      for (const endpoint of dropped) this.#joint.delete(endpoint);
      for (const endpoint of this.#list.all) {
        this.#joint.set(endpoint, endpoint.state);
        endpoint.connect();
      }
    } finally {
      this.#updating = false;
    }
    this.#update();
  }
  exitIdle() {
    for (const endpoint of this.#list.all) endpoint.connect();
  }
  shutdown() {
    for (const endpoint of this.#list.update([]).dropped) this.#joint.delete(endpoint);
  }
  #changed(endpoint) {
    if (!this.#list.has(endpoint)) return;
    const { state } = endpoint;
    this.#joint.set(endpoint, state);
    if (state === "TRANSIENT_FAILURE") this.#lastFailed = endpoint;
    if (state === "TRANSIENT_FAILURE" || state === "IDLE") this.#helper.resolveAgain();
    if (state === "IDLE") endpoint.connect();
    else if (!this.#updating) this.#update();
  }
  #update() {
    const { state } = this.#joint;
    if (state === "READY") this.#helper.update(state, this.#makePicker(this.#list.all));
    else if (state === "TRANSIENT_FAILURE" && this.#lastFailed) {
      const error = unavailable(this.#lastFailed);
      this.#helper.update(state, { pick: () => error });
    } else this.#helper.update("CONNECTING", QUEUE);
  }
}
const readyOf = (endpoints) => endpoints.filter(({ state }) => state === "READY");
class RoundRobin extends SpreadBalancer {
  constructor(helper) {
    const rotation = new Rotation(Math.floor(helper.random() * 2 ** 16));
    super(helper, (endpoints) => rotation.over(endpoints));
  }
}
function draw(count2, of, random) {
  const drawn = [];
  for (let last = Math.max(0, of - count2); last < of; last++) {
    const index = Math.floor(random() * (last + 1));
    const place = drawn.indexOf(index);
    if (place < 0) drawn.unshift(index);
    else drawn.splice(place + 1, 0, last);
  }
  return drawn;
}
class InFlight {
  /** One that nobody else knows any more is forgotten here, too. */
  #counts = /* @__PURE__ */ new WeakMap();
  of(endpoint) {
    return this.#counts.get(endpoint) ?? 0;
  }
  /** A call has begun there. @returns ends it; called again, it does nothing. */
  begin(endpoint) {
    this.#counts.set(endpoint, this.of(endpoint) + 1);
    let under = true;
    return () => {
      if (!under) return;
      under = false;
      this.#counts.set(endpoint, this.of(endpoint) - 1);
    };
  }
}
function leastBusy(candidates, choices, inFlight, random) {
  let best;
  for (const index of draw(choices, candidates.length, random)) {
    const candidate = candidates[index];
    if (best === void 0 || inFlight.of(candidate) < inFlight.of(best)) best = candidate;
  }
  return best;
}
const leastRequest = Object.assign(
  (helper, config) => {
    const choices = choicesIn(config);
    return countingBalancer(
      helper,
      (ready, inFlight) => leastBusy(ready, choices, inFlight, helper.random)
    );
  },
  { check: (config) => void choicesIn(config) }
);
const leastLoadedPolicy = (helper) => countingBalancer(helper, (ready, inFlight) => {
  const start2 = Math.floor(helper.random() * ready.length);
  let best;
  for (let i = 0; i < ready.length; i++) {
    const one = ready[(start2 + i) % ready.length];
    if (best === void 0 || inFlight.of(one) < inFlight.of(best)) best = one;
  }
  return best;
});
function choicesIn({ choiceCount = 2 }) {
  const choices = number(choiceCount, "choiceCount", (n) => Number.isInteger(n) && n >= 2);
  return Math.min(choices, MAX_CHOICES);
}
function countingBalancer(helper, choose) {
  const inFlight = new InFlight();
  const begin = (endpoint) => ({
    endpoint,
    started: () => inFlight.begin(endpoint)
  });
  return new SpreadBalancer(helper, (endpoints) => {
    const ready = readyOf(endpoints);
    return {
      pick() {
        const picked = choose(ready, inFlight);
        return picked && begin(picked);
      }
    };
  });
}
class EarliestFirst {
  #periods;
  #due;
  /** @param weights all above 0. @param random where in its first period each begins */
  constructor(weights, random) {
    this.#periods = weights.map((weight) => 1 / weight);
    this.#due = this.#periods.map((period) => period * random());
  }
  /** The place in the list of the one that is picked. There has to be one. */
  next() {
    let first = 0;
    for (let i = 1; i < this.#due.length; i++) if (this.#due[i] < this.#due[first]) first = i;
    this.#due[first] += this.#periods[first];
    return first;
  }
}
class EndpointWeight {
  #options;
  #weight = 0;
  #updated = 0;
  /** Since when there are reports; `undefined`: not yet, or not any more. */
  #since;
  constructor(options) {
    this.#options = options;
  }
  /** A call is over, and the server has said how busy it is. Half a report changes nothing. */
  report(report, now) {
    const { rpsFractional: qps, eps, applicationUtilization, cpuUtilization } = report;
    const busy = applicationUtilization > 0 ? applicationUtilization : cpuUtilization;
    if (!(qps > 0 && busy > 0)) return;
    const weight = qps / (busy + Math.max(0, eps) / qps * this.#options.errorPenalty);
    if (!Number.isFinite(weight) || weight <= 0) return;
    this.#since ??= now;
    this.#updated = now;
    this.#weight = weight;
  }
  /** It has a new connection: what was there before may be another server. */
  connected() {
    this.#since = void 0;
  }
  /** 0: not known. */
  at(now) {
    if (this.#since === void 0) return 0;
    if (now - this.#updated >= this.#options.expirationMs) {
      this.#since = void 0;
      return 0;
    }
    return now - this.#since < this.#options.blackoutMs ? 0 : this.#weight;
  }
}
const OrcaLoadReport = {
  descriptor: {
    name: "xds.data.orca.v3.OrcaLoadReport",
    fields: [
      {
        number: 1,
        name: "cpuUtilization",
        protoName: "cpu_utilization",
        type: "double",
        cardinality: "implicit"
      },
      {
        number: 2,
        name: "memUtilization",
        protoName: "mem_utilization",
        type: "double",
        cardinality: "implicit"
      },
      { number: 3, name: "rps", type: "uint64", cardinality: "implicit" },
      {
        number: 4,
        name: "requestCost",
        protoName: "request_cost",
        type: "double",
        cardinality: "map",
        key: "string"
      },
      { number: 5, name: "utilization", type: "double", cardinality: "map", key: "string" },
      {
        number: 6,
        name: "rpsFractional",
        protoName: "rps_fractional",
        type: "double",
        cardinality: "implicit"
      },
      { number: 7, name: "eps", type: "double", cardinality: "implicit" },
      {
        number: 8,
        name: "namedMetrics",
        protoName: "named_metrics",
        type: "double",
        cardinality: "map",
        key: "string"
      },
      {
        number: 9,
        name: "applicationUtilization",
        protoName: "application_utilization",
        type: "double",
        cardinality: "implicit"
      }
    ]
  },
  create: (init) => create(OrcaLoadReport.descriptor, emptyOrcaLoadReport(), init),
  encode: (message) => encode(OrcaLoadReport.descriptor, message, writeOrcaLoadReport),
  decode: (bytes, limits) => decode(OrcaLoadReport.descriptor, bytes, emptyOrcaLoadReport(), readOrcaLoadReport, limits)
};
function emptyOrcaLoadReport() {
  return {
    cpuUtilization: 0,
    memUtilization: 0,
    rps: 0n,
    requestCost: /* @__PURE__ */ new Map(),
    utilization: /* @__PURE__ */ new Map(),
    rpsFractional: 0,
    eps: 0,
    namedMetrics: /* @__PURE__ */ new Map(),
    applicationUtilization: 0
  };
}
function writeOrcaLoadReport(message, writer) {
  if (message.cpuUtilization != null && !Object.is(message.cpuUtilization, 0))
    writer.tag(9).double(message.cpuUtilization);
  if (message.memUtilization != null && !Object.is(message.memUtilization, 0))
    writer.tag(17).double(message.memUtilization);
  if (message.rps != null && message.rps !== 0n) writer.tag(24).uint64(message.rps);
  for (const [key, value] of message.requestCost ?? []) {
    const entry = writer.enter(34);
    writer.tag(10).string(key);
    writer.tag(17).double(value);
    writer.leave(entry);
  }
  for (const [key, value] of message.utilization ?? []) {
    const entry = writer.enter(42);
    writer.tag(10).string(key);
    writer.tag(17).double(value);
    writer.leave(entry);
  }
  if (message.rpsFractional != null && !Object.is(message.rpsFractional, 0))
    writer.tag(49).double(message.rpsFractional);
  if (message.eps != null && !Object.is(message.eps, 0)) writer.tag(57).double(message.eps);
  for (const [key, value] of message.namedMetrics ?? []) {
    const entry = writer.enter(66);
    writer.tag(10).string(key);
    writer.tag(17).double(value);
    writer.leave(entry);
  }
  if (message.applicationUtilization != null && !Object.is(message.applicationUtilization, 0))
    writer.tag(73).double(message.applicationUtilization);
  if (message.$unknown) writer.raw(message.$unknown);
}
function readOrcaLoadReport(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 9:
        message.cpuUtilization = reader.double();
        break;
      case 17:
        message.memUtilization = reader.double();
        break;
      case 24:
        message.rps = reader.uint64();
        break;
      case 34: {
        const outer = reader.enter(72);
        let key = "";
        let value = 0;
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 10:
              key = reader.string();
              break;
            case 17:
              value = reader.double();
              break;
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.requestCost = reader.put(message.requestCost, key, value);
        break;
      }
      case 42: {
        const outer = reader.enter(72);
        let key = "";
        let value = 0;
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 10:
              key = reader.string();
              break;
            case 17:
              value = reader.double();
              break;
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.utilization = reader.put(message.utilization, key, value);
        break;
      }
      case 49:
        message.rpsFractional = reader.double();
        break;
      case 57:
        message.eps = reader.double();
        break;
      case 66: {
        const outer = reader.enter(72);
        let key = "";
        let value = 0;
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 10:
              key = reader.string();
              break;
            case 17:
              value = reader.double();
              break;
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.namedMetrics = reader.put(message.namedMetrics, key, value);
        break;
      }
      case 73:
        message.applicationUtilization = reader.double();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
const LOAD_REPORT = "endpoint-load-metrics-bin";
function loadReportIn({ metadata }) {
  const [bytes] = metadata?.getAll(LOAD_REPORT) ?? [];
  if (!(bytes instanceof Uint8Array)) return void 0;
  try {
    return OrcaLoadReport.decode(bytes);
  } catch {
    return void 0;
  }
}
const weightedRoundRobin = Object.assign(
  (helper, config) => {
    const weights = new Weights(helper, optionsIn(config));
    return new SpreadBalancer(helper, (endpoints) => weights.picker(readyOf(endpoints)));
  },
  { check: (config) => void optionsIn(config) }
);
function optionsIn(config) {
  const ms = (field, otherwise) => duration(config[field] ?? otherwise, field);
  if (config.enableOobLoadReport) {
    throw new RangeError("enableOobLoadReport: only reports in trailers are supported");
  }
  return {
    blackoutMs: ms("blackoutPeriod", "10s"),
    expirationMs: ms("weightExpirationPeriod", "180s"),
    updateMs: Math.max(MIN_WEIGHT_UPDATE_MS, ms("weightUpdatePeriod", "1s")),
    errorPenalty: number(
      config.errorUtilizationPenalty ?? 1,
      "errorUtilizationPenalty",
      (n) => n >= 0
    )
  };
}
class Weights {
  #helper;
  #options;
  #weights = /* @__PURE__ */ new WeakMap();
  /** Those that were READY when the last picker was made. */
  #ready = /* @__PURE__ */ new Set();
  constructor(helper, options) {
    this.#helper = helper;
    this.#options = options;
  }
  picker(ready) {
    const before = this.#ready;
    this.#ready = new Set(ready);
    for (const endpoint of ready) if (!before.has(endpoint)) this.#of(endpoint).connected();
    let schedule = this.#schedule(ready);
    let madeAt = this.#helper.now();
    return {
      pick: () => {
        const now = this.#helper.now();
        if (now - madeAt >= this.#options.updateMs) {
          schedule = this.#schedule(ready);
          madeAt = now;
        }
        return this.#pick(ready[schedule.next()]);
      }
    };
  }
  #pick(endpoint) {
    return {
      endpoint,
      started: () => (status) => {
        const report = status && loadReportIn(status);
        if (report) this.#of(endpoint).report(report, this.#helper.now());
      }
    };
  }
  /** Who has not said anything counts as the average of those who have. */
  #schedule(ready) {
    const now = this.#helper.now();
    const weights = ready.map((endpoint) => this.#of(endpoint).at(now));
    const known = weights.filter((weight) => weight > 0);
    const average = known.reduce((sum, weight) => sum + weight, 0) / known.length;
    const used = known.length < 2 ? weights.map(() => 1) : weights.map((one) => one || average);
    return new EarliestFirst(used, this.#helper.random);
  }
  #of(endpoint) {
    let weight = this.#weights.get(endpoint);
    if (weight === void 0) {
      weight = new EndpointWeight(this.#options);
      this.#weights.set(endpoint, weight);
    }
    return weight;
  }
}
const POLICIES = {
  pick_first: (helper) => new PickFirst(helper),
  round_robin: (helper) => new RoundRobin(helper),
  least_request_experimental: leastRequest,
  weighted_round_robin: weightedRoundRobin,
  outlier_detection: outlierDetection,
  outlier_detection_experimental: outlierDetection
};
class PolicySet {
  #factories;
  constructor(factories) {
    this.#factories = new Map(Object.entries(factories));
  }
  has(name) {
    return this.#factories.has(name);
  }
  check(name, config) {
    this.#factories.get(name)?.check?.(config, this);
  }
  create(name, config, helper) {
    return this.#factories.get(name)(helper, config, this);
  }
}
const randomPolicy = (helper) => new SpreadBalancer(helper, (endpoints) => {
  const ready = readyOf(endpoints);
  return { pick: () => ready[Math.floor(helper.random() * ready.length)] };
});
const ROUND_TRIP_MS = 2;
const REPORT_MS = 1e3;
class SimulatedServer {
  #clock;
  #chance;
  #perSecond;
  #failing;
  #waiting = [];
  #busy = false;
  /** When it began, was done, or failed, lately. */
  #served = [];
  calls = 0;
  constructor(clock, chance, { perSecond, failing }) {
    this.#clock = clock;
    this.#chance = chance;
    this.#perSecond = perSecond;
    this.#failing = failing;
  }
  /** The call that it works on, and those that wait. */
  get queue() {
    return this.#waiting.length + (this.#busy ? 1 : 0);
  }
  call(done) {
    this.calls++;
    if (100 * this.#chance.next() < this.#failing) {
      this.#clock.setTimer(() => done(false, this.#load()), ROUND_TRIP_MS);
      return;
    }
    this.#waiting.push({ done });
    if (!this.#busy) this.#next();
  }
  #next() {
    const next = this.#waiting.shift();
    this.#busy = next !== void 0;
    if (next === void 0) return;
    const work = -(1e3 / this.#perSecond) * Math.log(1 - this.#chance.next());
    this.#clock.setTimer(() => {
      this.#served.push({ at: this.#clock.now(), work });
      this.#next();
      this.#clock.setTimer(() => next.done(true, this.#load()), ROUND_TRIP_MS);
    }, work);
  }
  /** What it says of itself (gRPC A51). */
  #load() {
    const from = this.#clock.now() - REPORT_MS;
    while (this.#served[0] && this.#served[0].at < from) this.#served.shift();
    const work = this.#served.reduce((sum, served) => sum + served.work, 0);
    return {
      rpsFractional: this.#served.length * 1e3 / REPORT_MS,
      applicationUtilization: work / REPORT_MS
    };
  }
}
const POLICY_NAMES = [
  "pick_first",
  "round_robin",
  "random",
  "least_loaded",
  "least_request_experimental",
  "weighted_round_robin"
];
const FACTORIES = {
  ...POLICIES,
  random: randomPolicy,
  least_loaded: leastLoadedPolicy
};
const CONFIGS = {
  weighted_round_robin: { blackoutPeriod: "0.5s", weightUpdatePeriod: "0.5s" }
};
const OUTLIERS = {
  interval: "1s",
  baseEjectionTime: "5s",
  maxEjectionPercent: 50,
  failurePercentageEjection: { threshold: 50, minimumHosts: 2, requestVolume: 5 }
};
const SAMPLE_MS = 100;
function simulate(setup) {
  const clock = new FakeClock();
  const chance = new Chance(setup.seed);
  const begin = clock.now();
  const servers = setup.servers.map(
    (server) => new SimulatedServer(clock, chance.branch(), server)
  );
  const ofClients = chance.branch();
  const clients = Array.from(
    { length: setup.clients },
    () => startClient(setup, clock, ofClients.branch(), servers)
  );
  const took = [];
  let [total, failed] = [0, 0];
  const arrivals = chance.branch();
  const arrive = () => {
    const client = clients[Math.floor(arrivals.next() * clients.length)];
    total++;
    const came = clock.now();
    client((status) => {
      if (status.code === Status.OK) took.push(clock.now() - came);
      else failed++;
    });
    clock.setTimer(arrive, exponential(arrivals, 1e3 / setup.callsPerSecond));
  };
  arrive();
  const samples = [];
  while (clock.now() - begin < setup.forMs) {
    clock.advance(SAMPLE_MS);
    const queues = servers.map(({ queue }) => queue);
    samples.push({ at: Math.round(clock.now() - begin), queues });
  }
  took.sort((a, b) => a - b);
  const part = (share) => took[Math.min(took.length - 1, Math.floor(share * took.length))];
  return {
    samples,
    calls: servers.map(({ calls }) => calls),
    p99: part(0.99) ?? 0,
    median: part(0.5) ?? 0,
    failed,
    total,
    waiting: total - failed - took.length
  };
}
function startClient({ policy, outliers }, clock, chance, servers) {
  let picker = { pick: () => void 0 };
  let state = "IDLE";
  const helper = {
    createSubchannel: (address, changed) => new SimulatedEndpoint(address, changed),
    update: (next, nextPicker) => {
      state = next;
      picker = nextPicker;
    },
    resolveAgain: () => {
    },
    random: () => chance.next(),
    now: () => clock.now(),
    setTimer: (callback, milliseconds) => clock.setTimer(callback, milliseconds)
  };
  const config = { ...CONFIGS[policy] };
  const policies = new PolicySet(FACTORIES);
  const balancer = outliers ? policies.create(
    "outlier_detection",
    { ...OUTLIERS, childPolicy: [{ [policy]: config }] },
    helper
  ) : policies.create(policy, config, helper);
  balancer.addresses(servers.map((_, port) => ({ host: "server", port })));
  balancer.exitIdle();
  return (ended) => {
    if (state === "IDLE") balancer.exitIdle();
    const picked = picker.pick();
    if (picked instanceof GrpcError) return ended(picked);
    if (picked === void 0) return ended({ code: Status.UNAVAILABLE, details: "nobody" });
    const pick = "started" in picked ? picked : void 0;
    const endpoint = pick?.endpoint ?? picked;
    const tell = pick?.started();
    servers[endpoint.address.port].call((succeeded, load) => {
      const status = statusOf(succeeded, load);
      tell?.(status);
      ended(status);
    });
  };
}
function statusOf(succeeded, load) {
  const metadata = new Metadata();
  metadata.set(LOAD_REPORT, OrcaLoadReport.encode(OrcaLoadReport.create(load)));
  return succeeded ? { code: Status.OK, details: "", metadata } : { code: Status.UNAVAILABLE, details: "it failed", metadata };
}
class SimulatedEndpoint {
  address;
  key;
  #changed;
  state = "IDLE";
  transport = void 0;
  lastError = void 0;
  constructor(address, changed) {
    this.address = address;
    this.key = addressKey(address);
    this.#changed = changed;
  }
  connect() {
    if (this.state !== "IDLE") return;
    for (const state of ["CONNECTING", "READY"]) {
      this.state = state;
      this.#changed(this);
    }
  }
  shutdown() {
    this.state = "SHUTDOWN";
  }
}
class Chance {
  #state;
  constructor(seed) {
    this.#state = seed >>> 0;
  }
  /** A fraction in [0, 1). */
  next() {
    this.#state = this.#state + 1831565813 >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ t >>> 15, t | 1);
    t ^= t + Math.imul(t ^ t >>> 7, t | 61);
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  }
  /** Chance of its own for one part: what the others do changes nothing there. */
  branch() {
    return new Chance(Math.floor(this.next() * 2 ** 32));
  }
}
const exponential = (chance, mean) => -mean * Math.log(1 - chance.next());
const SLOWEST = 5;
const FASTEST = 120;
const MOST_CLIENTS = 30;
const FEWEST_CALLS = 20;
const MOST_CALLS = 400;
const MOST_SEEDS = 99;
const start = { outliers: false, seed: SEED };
const BALANCING_PRESETS = {
  slow: { ...start, ...SCENARIOS.slow, policy: "round_robin" },
  alike: { ...start, ...SCENARIOS.alike, policy: "round_robin" },
  failing: { ...start, ...SCENARIOS.failing, policy: "least_loaded" },
  ejected: { ...start, ...SCENARIOS.failing, policy: "least_loaded", outliers: true },
  herd: { ...start, ...SCENARIOS.alike, clients: MOST_CLIENTS, policy: "pick_first" }
};
const settingsOf = (preset) => {
  const { servers, ...rest } = BALANCING_PRESETS[preset];
  return { ...rest, servers: servers.map((server) => ({ ...server })) };
};
const runBalancing = (settings) => simulate({ ...settings, forMs: FOR_MS });
function allPolicies(settings) {
  return POLICY_NAMES.map((policy) => {
    const { p99, failed, total } = runBalancing({ ...settings, policy });
    return { policy, p99, failed: 100 * failed / total };
  });
}
function readSettings(kept, fallback) {
  const within = (value, least, most, otherwise) => typeof value === "number" && value >= least && value <= most ? Math.round(value) : otherwise;
  return {
    policy: POLICY_NAMES.find((name) => name === kept.policy) ?? fallback.policy,
    outliers: kept.outliers === true,
    clients: within(kept.clients, 1, MOST_CLIENTS, fallback.clients),
    callsPerSecond: within(kept.callsPerSecond, FEWEST_CALLS, MOST_CALLS, fallback.callsPerSecond),
    seed: within(kept.seed, 1, MOST_SEEDS, fallback.seed),
    servers: fallback.servers.map((server, i) => ({
      perSecond: within(kept.servers?.[i]?.perSecond, SLOWEST, FASTEST, server.perSecond),
      failing: within(kept.servers?.[i]?.failing, 0, 100, server.failing)
    }))
  };
}
function queueCurve({ samples }, server, most) {
  return samples.map(({ at, queues }) => {
    const y = 100 - 100 * queues[server] / most;
    return `${(100 * at / FOR_MS).toFixed(1)},${y.toFixed(1)}`;
  }).join(" ");
}
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "BalancingPlayground",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.balancing }
  },
  setup(__props) {
    const props = __props;
    const preset = ref("slow");
    const settings = ref(settingsOf("slow"));
    function choose(name) {
      settings.value = settingsOf(name);
      preset.value = name;
    }
    function change(part) {
      settings.value = { ...settings.value, ...part };
      preset.value = void 0;
    }
    function changeServer(index, part) {
      change({
        servers: settings.value.servers.map(
          (server, i) => i === index ? { ...server, ...part } : server
        )
      });
    }
    useAddress(
      "balancing",
      () => settings.value,
      (kept) => {
        settings.value = readSettings(kept, settingsOf("slow"));
        preset.value = void 0;
      }
    );
    const outcome = computed(() => runBalancing(settings.value));
    const rows = computed(() => allPolicies(settings.value));
    const longest = computed(
      () => settings.value.servers.map(
        (_, i) => Math.max(...outcome.value.samples.map(({ queues }) => queues[i]))
      )
    );
    const most = computed(() => Math.max(10, ...longest.value));
    const slowest = computed(() => Math.max(1, ...rows.value.map(({ p99 }) => p99)));
    const capacity = computed(
      () => settings.value.servers.reduce((sum, { perSecond }) => sum + perSecond, 0)
    );
    const whole = (value) => Math.round(value).toLocaleString("en");
    const ms = (value) => `${whole(value)} ms`;
    const percent2 = (value) => `${value > 0 && value < 1 ? "< 1" : Math.round(value)} %`;
    const share = (i) => percent2(100 * outcome.value.calls[i] / outcome.value.total);
    const nameOf = (i) => props.texts.server(i + 1);
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "balancing widget",
        "aria-label": __props.texts.title
      }, _attrs))} data-v-b667c073>`);
      _push(ssrRenderComponent(PresetBar, {
        title: __props.texts.presets,
        names: __props.texts.presetNames,
        chosen: preset.value,
        onChoose: choose
      }, null, _parent));
      _push(`<div class="controls js-only" data-v-b667c073><div class="policies" role="group"${ssrRenderAttr("aria-label", __props.texts.policy)} data-v-b667c073><span data-v-b667c073>${ssrInterpolate(__props.texts.policy)}</span><!--[-->`);
      ssrRenderList(unref(POLICY_NAMES), (name) => {
        _push(`<button type="button" class="quiet-button"${ssrRenderAttr("aria-pressed", settings.value.policy === name)} data-v-b667c073>${ssrInterpolate(__props.texts.policyNames[name])}</button>`);
      });
      _push(`<!--]--><label class="check" data-v-b667c073><input type="checkbox"${ssrIncludeBooleanAttr(settings.value.outliers) ? " checked" : ""} data-v-b667c073> ${ssrInterpolate(__props.texts.outliers)}</label></div>`);
      _push(ssrRenderComponent(RangeControl, {
        label: __props.texts.calls,
        min: unref(FEWEST_CALLS),
        max: unref(MOST_CALLS),
        step: 10,
        "model-value": settings.value.callsPerSecond,
        shown: __props.texts.perSecond(settings.value.callsPerSecond),
        "onUpdate:modelValue": ($event) => change({ callsPerSecond: $event })
      }, null, _parent));
      _push(ssrRenderComponent(RangeControl, {
        label: __props.texts.clients,
        min: 1,
        max: unref(MOST_CLIENTS),
        "model-value": settings.value.clients,
        shown: settings.value.clients,
        "onUpdate:modelValue": ($event) => change({ clients: $event })
      }, null, _parent));
      _push(ssrRenderComponent(RangeControl, {
        label: __props.texts.seed,
        min: 1,
        max: unref(MOST_SEEDS),
        "model-value": settings.value.seed,
        shown: settings.value.seed,
        "onUpdate:modelValue": ($event) => change({ seed: $event })
      }, null, _parent));
      _push(`</div><div class="servers" data-v-b667c073><!--[-->`);
      ssrRenderList(settings.value.servers, (server, i) => {
        _push(`<figure data-v-b667c073><figcaption data-v-b667c073>${ssrInterpolate(nameOf(i))}</figcaption>`);
        _push(ssrRenderComponent(RangeControl, {
          label: __props.texts.speed,
          name: __props.texts.speedOf(nameOf(i)),
          min: unref(SLOWEST),
          max: unref(FASTEST),
          "model-value": server.perSecond,
          shown: __props.texts.perSecond(server.perSecond),
          "onUpdate:modelValue": ($event) => changeServer(i, { perSecond: $event })
        }, null, _parent));
        _push(ssrRenderComponent(RangeControl, {
          label: __props.texts.failing,
          name: __props.texts.failingOf(nameOf(i)),
          max: 100,
          step: 5,
          "model-value": server.failing,
          shown: percent2(server.failing),
          "onUpdate:modelValue": ($event) => changeServer(i, { failing: $event })
        }, null, _parent));
        _push(`<svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img"${ssrRenderAttr("aria-label", __props.texts.queueAlt(nameOf(i), whole(longest.value[i])))} data-v-b667c073><polyline${ssrRenderAttr("points", unref(queueCurve)(outcome.value, i, most.value))} data-v-b667c073></polyline></svg><p data-v-b667c073>${ssrInterpolate(__props.texts.queue(whole(longest.value[i])))} <b data-v-b667c073>${ssrInterpolate(__props.texts.share(whole(outcome.value.calls[i]), share(i)))}</b></p></figure>`);
      });
      _push(`<!--]--></div><table data-v-b667c073><caption data-v-b667c073>${ssrInterpolate(__props.texts.table)}</caption><thead data-v-b667c073><tr data-v-b667c073><th scope="col" data-v-b667c073>${ssrInterpolate(__props.texts.policy)}</th><th scope="col" data-v-b667c073>p99</th><th scope="col" data-v-b667c073>${ssrInterpolate(__props.texts.failed)}</th></tr></thead><tbody data-v-b667c073><!--[-->`);
      ssrRenderList(rows.value, (row) => {
        _push(`<tr class="${ssrRenderClass({ chosen: row.policy === settings.value.policy })}" data-v-b667c073><th scope="row" data-v-b667c073>${ssrInterpolate(__props.texts.policyNames[row.policy])}</th><td data-v-b667c073><span class="meter" aria-hidden="true" data-v-b667c073><span style="${ssrRenderStyle({ width: `${100 * row.p99 / slowest.value}%` })}" data-v-b667c073></span></span> ${ssrInterpolate(ms(row.p99))}</td><td data-v-b667c073>${ssrInterpolate(percent2(row.failed))}</td></tr>`);
      });
      _push(`<!--]--></tbody></table><p class="result" role="status" data-v-b667c073>${ssrInterpolate(__props.texts.result(__props.texts.policyNames[settings.value.policy], ms(outcome.value.median), ms(outcome.value.p99)))} ${ssrInterpolate(outcome.value.failed > 0 ? __props.texts.failedCalls(whole(outcome.value.failed), whole(outcome.value.total)) : __props.texts.noneFailed(whole(outcome.value.total)))} `);
      if (outcome.value.waiting > 100) {
        _push(`<!--[-->${ssrInterpolate(__props.texts.waiting(whole(outcome.value.waiting)))}<!--]-->`);
      } else {
        _push(`<!---->`);
      }
      _push(` ${ssrInterpolate(" ")}<span class="soft" data-v-b667c073>${ssrInterpolate(__props.texts.capacity(whole(capacity.value)))}</span></p></section>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/BalancingPlayground.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BalancingPlayground = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-b667c073"]]);
export {
  BalancingPlayground as default
};
