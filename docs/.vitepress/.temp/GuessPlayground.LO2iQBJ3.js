import { defineComponent, ref, computed, onMounted, watch, mergeProps, unref, withCtx, createVNode, toDisplayString, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderAttr, ssrRenderList, ssrRenderClass, ssrRenderComponent } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { N as NoScript } from "./NoScript.-X6BtIl5.js";
import { O as Order } from "./ecommerce._RAKrmIh.js";
import { u as useAddress } from "./use-address.G5JwuEn1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "./create.eyJSjx8E.js";
import "./plain-view.B35RG0xQ.js";
import "./varint.BEU0HmIF.js";
import "./wire-type.xZF9mTfn.js";
import "./scalar.hxwY-QcD.js";
import "./concat.Do7hq_a9.js";
import "./utf8.SLM2nV_b.js";
import "./tag.DQBMy7dM.js";
const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
const BEFORE = "voucher=";
const ADDRESS = "Edith Marlow, 12 Mill Lane, Leeds; a gift from Agnes Marlow, 21 Mill Lane, York";
const gift = (note, voucher) => ({
  id: "101",
  items: ["teapot", "cup", "cup", "saucer", "saucer"],
  description: note,
  price: 40,
  destination: `${ADDRESS}; ${BEFORE}${voucher}`
});
class DecompressionError extends Error {
  name = "DecompressionError";
  reason;
  constructor(reason, options) {
    super(
      reason === "corrupt" ? "the compressed message is corrupt" : "it inflates to too much",
      options
    );
    this.reason = reason;
  }
}
class BitReader {
  #bytes;
  #at = 0;
  #held = 0;
  #count = 0;
  constructor(bytes) {
    this.#bytes = bytes;
  }
  /** How many octets have been begun. */
  get octetsTaken() {
    return this.#at;
  }
  /** A number of `count` bits, at most 16. @throws DecompressionError if there are not so many */
  take(count) {
    while (this.#count < count) {
      if (this.#at === this.#bytes.length) throw new DecompressionError("corrupt");
      this.#held |= this.#bytes[this.#at++] << this.#count;
      this.#count += 8;
    }
    const taken = this.#held & (1 << count) - 1;
    this.#held >>>= count;
    this.#count -= count;
    return taken;
  }
  /** Leaves out what remains of an octet. */
  alignToOctet() {
    this.#held = 0;
    this.#count = 0;
  }
}
const LONGEST = 15;
class PrefixCode {
  /** How many codes have each length. */
  #counts = new Uint16Array(LONGEST + 1);
  /** The symbols by their codes, the shortest first. */
  #symbols = [];
  /**
   * @param lengths of the code of each symbol, in bits; 0: it has none
   * @throws DecompressionError if there cannot be so many codes of such lengths
   */
  constructor(lengths) {
    for (let length = 1; length <= LONGEST; length++) {
      for (const [symbol, itsLength] of lengths.entries()) {
        if (itsLength === length) this.#symbols.push(symbol);
      }
    }
    for (const length of lengths) if (length > 0) this.#counts[length]++;
    let left = 1;
    for (let length = 1; length <= LONGEST; length++) {
      left = 2 * left - this.#counts[length];
      if (left < 0) throw new DecompressionError("corrupt");
    }
  }
  /** @throws DecompressionError if the bits are no code */
  read(bits) {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= LONGEST; length++) {
      code |= bits.take(1);
      const count = this.#counts[length];
      if (code - first < count) return this.#symbols[index + code - first];
      index += count;
      first = first + count << 1;
      code <<= 1;
    }
    throw new DecompressionError("corrupt");
  }
}
const WINDOW = 32768;
function* inflate(bytes, watcher) {
  const bits = new BitReader(bytes);
  const window = new Uint8Array(WINDOW);
  let at = 0;
  let total = 0;
  let isLast;
  do {
    isLast = bits.take(1) === 1;
    const kind = bits.take(2);
    if (kind === 3) throw new DecompressionError("corrupt");
    const symbols = kind === 0 ? stored(bits) : coded(bits, kind === 1 ? FIXED : dynamic(bits));
    for (const symbol of symbols) {
      if (typeof symbol === "number") {
        watcher?.literal(symbol);
        window[at++] = symbol;
        total++;
        if (at === WINDOW) {
          yield window;
          at = 0;
        }
        continue;
      }
      const { length, distance } = symbol;
      if (distance > total || distance > WINDOW) throw new DecompressionError("corrupt");
      watcher?.copy(length, distance);
      for (let i = 0; i < length; i++) {
        window[at] = window[(at - distance + WINDOW) % WINDOW];
        if (++at === WINDOW) {
          yield window;
          at = 0;
        }
      }
      total += length;
    }
  } while (!isLast);
  if (at > 0) yield window.subarray(0, at);
  return bits.octetsTaken;
}
function* stored(bits) {
  bits.alignToOctet();
  const length = bits.take(16);
  if (bits.take(16) !== (length ^ 65535)) throw new DecompressionError("corrupt");
  for (let i = 0; i < length; i++) yield bits.take(8);
}
const LENGTHS = ladder(28, 4, 3);
const LENGTH_258 = 28;
const DISTANCES = ladder(30, 2, 1);
function ladder(count, each, least) {
  const steps = [];
  for (let i = 0; i < count; i++) {
    const extra = Math.max(0, Math.floor(i / each) - 1);
    steps.push([least, extra]);
    least += 2 ** extra;
  }
  return steps;
}
const END_OF_BLOCK = 256;
function* coded(bits, { literals, distances }) {
  for (; ; ) {
    const symbol = literals.read(bits);
    if (symbol < END_OF_BLOCK) yield symbol;
    else if (symbol === END_OF_BLOCK) return;
    else yield { length: lengthOf(symbol - 257, bits), distance: distanceOf(distances, bits) };
  }
}
function lengthOf(index, bits) {
  if (index === LENGTH_258) return 258;
  const step = LENGTHS[index];
  if (step === void 0) throw new DecompressionError("corrupt");
  return step[0] + bits.take(step[1]);
}
function distanceOf(code, bits) {
  const step = DISTANCES[code.read(bits)];
  if (step === void 0) throw new DecompressionError("corrupt");
  return step[0] + bits.take(step[1]);
}
const FIXED = {
  literals: new PrefixCode(
    Uint8Array.from({ length: 288 }, (_, i) => i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)
  ),
  distances: new PrefixCode(new Uint8Array(32).fill(5))
};
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
function dynamic(bits) {
  const literals = bits.take(5) + 257;
  const distances = bits.take(5) + 1;
  const count = bits.take(4) + 4;
  const first = new Uint8Array(19);
  for (const symbol of ORDER.slice(0, count)) first[symbol] = bits.take(3);
  const code = new PrefixCode(first);
  const lengths = new Uint8Array(literals + distances);
  for (let at = 0; at < lengths.length; ) {
    const symbol = code.read(bits);
    if (symbol < 16) {
      lengths[at++] = symbol;
      continue;
    }
    const last = symbol === 16 ? lengths[at - 1] : 0;
    const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
    if (last === void 0 || at + times > lengths.length) throw new DecompressionError("corrupt");
    lengths.fill(last, at, at + times);
    at += times;
  }
  return {
    literals: new PrefixCode(lengths.subarray(0, literals)),
    distances: new PrefixCode(lengths.subarray(literals))
  };
}
const HEADER = 10;
const TRAILER = 8;
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;
const HEADER_CHECK = 2;
function* gunzipPieces(bytes, watcher) {
  const start = headerLength(bytes);
  const pieces = inflate(bytes.subarray(start), watcher);
  let crc = -1;
  let length = 0;
  let piece = pieces.next();
  for (; !piece.done; piece = pieces.next()) {
    crc = crc32(piece.value, crc);
    length += piece.value.length;
    yield piece.value;
  }
  const end = start + piece.value;
  if (bytes.length < end + TRAILER) throw new DecompressionError("corrupt");
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + end);
  const isRight = trailer.getInt32(0, true) === ~crc && trailer.getUint32(4, true) === length % 2 ** 32;
  if (!isRight) throw new DecompressionError("corrupt");
}
function headerLength(bytes) {
  const [first, second, method, flags = 0] = bytes;
  if (first !== 31 || second !== 139 || method !== 8) throw new DecompressionError("corrupt");
  let at = HEADER;
  if (flags & EXTRA) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const text of [NAME, COMMENT]) if (flags & text) at = bytes.indexOf(0, at) + 1 || Infinity;
  if (flags & HEADER_CHECK) at += 2;
  if (at > bytes.length) throw new DecompressionError("corrupt");
  return at;
}
const REMAINDERS = Int32Array.from({ length: 256 }, (_, octet) => {
  for (let bit = 0; bit < 8; bit++) octet = octet & 1 ? octet >>> 1 ^ 3988292384 : octet >>> 1;
  return octet;
});
function crc32(bytes, crc) {
  for (const byte of bytes) crc = crc >>> 8 ^ REMAINDERS[(crc ^ byte) & 255];
  return crc;
}
const hasGzip = () => typeof CompressionStream === "function";
async function packGift(note, voucher) {
  const message = Order.encode(gift(note, voucher));
  const packed = await gzip(message);
  return { plain: message.length, packed: packed.length, parts: partsOf(packed) };
}
async function gzip(bytes) {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
function partsOf(packed) {
  const marks = [];
  const watcher = {
    literal() {
      const last = marks.at(-1);
      if (last !== void 0 && last.distance === void 0) last.length++;
      else marks.push({ length: 1 });
    },
    copy: (length, distance) => marks.push({ length, distance })
  };
  let text = "";
  for (const piece of gunzipPieces(packed, watcher)) text += shown(piece);
  let at = 0;
  return marks.map(({ length, distance }) => {
    at += length;
    const part = { text: text.slice(at - length, at) };
    return distance === void 0 ? part : { ...part, copy: { length, distance } };
  });
}
function shown(bytes) {
  return Array.from(
    bytes,
    (byte) => byte > 32 && byte < 127 ? String.fromCharCode(byte) : byte === 32 ? " " : "·"
  ).join("");
}
const MOST_CHARACTERS = 60;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "GuessPlayground",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.guess }
  },
  setup(__props) {
    const note = ref(BEFORE);
    const voucher = ref("k7q2m9x");
    const packed = ref();
    const lengths = ref([]);
    const canPack = ref(true);
    const copies = computed(() => packed.value?.parts.filter(({ copy }) => copy).length ?? 0);
    const shortest = computed(() => Math.min(...lengths.value));
    const tells = computed(() => lengths.value.some((length) => length > shortest.value));
    let round = 0;
    async function measure() {
      const mine = ++round;
      const clipped = [note.value, voucher.value].map((text) => text.slice(0, MOST_CHARACTERS));
      const [ofNote = "", ofVoucher = ""] = clipped;
      const now = await packGift(ofNote, ofVoucher);
      const tried = await Promise.all(
        [...LETTERS].map((letter) => packGift(ofNote + letter, ofVoucher))
      );
      if (mine !== round) return;
      packed.value = now;
      lengths.value = tried.map((one) => one.packed);
    }
    onMounted(() => {
      canPack.value = hasGzip();
      if (canPack.value) void measure();
    });
    watch([note, voucher], () => canPack.value && void measure());
    useAddress(
      "guess",
      () => ({ note: note.value, voucher: voucher.value }),
      (kept) => {
        note.value = String(kept.note).slice(0, MOST_CHARACTERS);
        voucher.value = String(kept.voucher).slice(0, MOST_CHARACTERS);
      }
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "guess widget",
        "aria-label": __props.texts.title
      }, _attrs))} data-v-a582e158><div class="js-only" data-v-a582e158>`);
      if (!canPack.value) {
        _push(`<p data-v-a582e158>${ssrInterpolate(__props.texts.cannot)}</p>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<div class="inputs" data-v-a582e158><label data-v-a582e158>${ssrInterpolate(__props.texts.note)} <input${ssrRenderAttr("value", note.value)} type="text"${ssrRenderAttr("maxlength", MOST_CHARACTERS)} spellcheck="false" autocapitalize="off" data-v-a582e158></label><label data-v-a582e158>${ssrInterpolate(__props.texts.voucher)} <input${ssrRenderAttr("value", voucher.value)} type="text"${ssrRenderAttr("maxlength", MOST_CHARACTERS)} spellcheck="false" autocapitalize="off" data-v-a582e158></label></div><p class="size" role="status" data-v-a582e158>${ssrInterpolate(packed.value ? __props.texts.size(packed.value.plain, packed.value.packed, copies.value) : "…")}</p><p data-v-a582e158>${ssrInterpolate(__props.texts.message)}</p><p class="message" data-v-a582e158><!--[-->`);
      ssrRenderList(packed.value?.parts ?? [], (part, i) => {
        _push(`<!--[-->`);
        if (part.copy) {
          _push(`<span class="copy"${ssrRenderAttr("title", __props.texts.copy(part.copy.length, part.copy.distance))} data-v-a582e158>${ssrInterpolate(part.text)}</span>`);
        } else {
          _push(`<!--[-->${ssrInterpolate(part.text)}<!--]-->`);
        }
        _push(`<!--]-->`);
      });
      _push(`<!--]--></p><p data-v-a582e158>${ssrInterpolate(__props.texts.next)}</p><ul class="letters" data-v-a582e158><!--[-->`);
      ssrRenderList(unref(LETTERS), (letter, i) => {
        _push(`<li data-v-a582e158><button type="button" class="${ssrRenderClass([{ shortest: tells.value && lengths.value[i] === shortest.value }, "quiet-button"])}"${ssrRenderAttr("aria-label", __props.texts.with(letter, lengths.value[i] ?? 0))} data-v-a582e158><strong data-v-a582e158>${ssrInterpolate(letter)}</strong> ${ssrInterpolate(lengths.value[i] ?? "–")}</button></li>`);
      });
      _push(`<!--]--></ul><p class="again" data-v-a582e158><button type="button" class="quiet-button" data-v-a582e158>${ssrInterpolate(__props.texts.again)}</button></p></div>`);
      _push(ssrRenderComponent(unref(NoScript), null, {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            _push2(`<p data-v-a582e158${_scopeId}>${ssrInterpolate(__props.texts.noScript)}</p>`);
          } else {
            return [
              createVNode("p", null, toDisplayString(__props.texts.noScript), 1)
            ];
          }
        }),
        _: 1
      }, _parent));
      _push(`</section>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/GuessPlayground.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GuessPlayground = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-a582e158"]]);
export {
  GuessPlayground as default
};
