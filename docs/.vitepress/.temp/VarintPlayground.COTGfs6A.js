import { defineComponent, useTemplateRef, ref, computed, mergeProps, useSSRContext, unref } from "vue";
import { ssrRenderAttrs, ssrRenderList, ssrRenderClass, ssrInterpolate, ssrRenderAttr, ssrRenderComponent, ssrIncludeBooleanAttr, ssrLooseEqual, ssrRenderStyle } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import { P as PresetBar } from "./PresetBar.DaKEem7C.js";
import { u as useAddress } from "./use-address.G5JwuEn1.js";
import { t as toHex, f as fromHex } from "./hex.CEu7cY_P.js";
import { r as readVarint } from "./varint-field.BYzobr8k.js";
import { E as EncodeError } from "./varint.BEU0HmIF.js";
import { d as decodeScalar, e as encodeScalar, w as wireTypeOf } from "./scalar.hxwY-QcD.js";
import { W as WireType } from "./wire-type.xZF9mTfn.js";
import "./concat.Do7hq_a9.js";
import "./utf8.SLM2nV_b.js";
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "BitField",
  __ssrInlineRender: true,
  props: {
    bytes: {},
    length: {},
    varint: { type: Boolean },
    texts: {}
  },
  emits: ["flip"],
  setup(__props, { emit: __emit }) {
    const props = __props;
    const root = useTemplateRef("root");
    const current = ref(0);
    const count = computed(() => props.bytes.length * 8);
    const reachable = computed(() => Math.min(current.value, count.value - 1));
    const hex = (byte) => byte.toString(16).padStart(2, "0");
    const isSet = (byte, bit) => (byte & 128 >> bit) !== 0;
    const isMark = (bit) => props.varint && bit === 0;
    const place = (i, bit) => (props.varint ? 7 : 8) * i + 7 - bit;
    function label(i, byte, bit) {
      const set = isSet(byte, bit);
      return isMark(bit) ? props.texts.mark(i + 1, set) : props.texts.bit(i + 1, place(i, bit), set);
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({
        ref_key: "root",
        ref: root,
        class: "bits",
        role: "group",
        "aria-label": __props.texts.bits
      }, _attrs))} data-v-4b43d8fa><!--[-->`);
      ssrRenderList(__props.bytes, (byte, i) => {
        _push(`<div class="${ssrRenderClass([{ other: i >= __props.length }, "byte"])}" data-v-4b43d8fa><div class="top" data-v-4b43d8fa><code data-v-4b43d8fa>${ssrInterpolate(hex(byte))}</code><span class="range" data-v-4b43d8fa>${ssrInterpolate(i >= __props.length ? __props.texts.notRead : __props.texts.range(place(i, 7), place(i, __props.varint ? 1 : 0)))}</span></div><div class="row" data-v-4b43d8fa><!--[-->`);
        ssrRenderList(8, (_, bit) => {
          _push(`<button type="button" class="${ssrRenderClass([{ set: isSet(byte, bit), mark: isMark(bit) }, "bit"])}"${ssrRenderAttr("data-bit", 8 * i + bit)}${ssrRenderAttr("tabindex", 8 * i + bit === reachable.value ? 0 : -1)}${ssrRenderAttr("aria-label", label(i, byte, bit))}${ssrRenderAttr("title", label(i, byte, bit))} data-v-4b43d8fa>${ssrInterpolate(isSet(byte, bit) ? 1 : 0)}</button>`);
        });
        _push(`<!--]--></div></div>`);
      });
      _push(`<!--]--></div>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/playground/BitField.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const BitField = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-4b43d8fa"]]);
const TYPES = [
  "int32",
  "sint32",
  "uint32",
  "fixed32",
  "int64",
  "sint64",
  "uint64",
  "fixed64"
];
const MOST_BYTES = 12;
const PRESETS = {
  three: { type: "int32", hex: "ac 02" },
  minusOne: { type: "int32", hex: "ff ff ff ff ff ff ff ff ff 01" },
  zigzag: { type: "sint32", hex: "01" },
  wide: { type: "uint64", hex: "81 80 80 80 80 80 80 10" },
  padded: { type: "int32", hex: "ac 82 00" },
  truncated: { type: "int32", hex: "ac" },
  overlong: { type: "uint64", hex: "80 80 80 80 80 80 80 80 80 80 01" },
  beyond: { type: "uint64", hex: "ff ff ff ff ff ff ff ff ff 7f" }
};
const isVarint = (type) => wireTypeOf(type) === WireType.VARINT;
const isWide = (type) => type.endsWith("64");
function write(type, text) {
  const digits = text.trim().replace(/^\+/, "").replace(/^−/, "-");
  if (!/^-?\d{1,40}$/.test(digits)) return { problem: "notANumber" };
  const value = BigInt(digits);
  try {
    return { bytes: encodeScalar(type, isWide(type) ? value : Number(value)) };
  } catch (error) {
    if (error instanceof EncodeError) return { problem: "doesNotFit" };
    throw error;
  }
}
function read(type, bytes) {
  try {
    const decoded = decodeScalar(type, bytes, 0);
    if (decoded === void 0) return { kind: "unfinished" };
    const { value, length } = decoded;
    const reading = { kind: "value", value: String(value), length };
    if (!isVarint(type)) return reading;
    const dropped = droppedBits(type, bytes);
    const needed = encodeScalar(type, value).length;
    return {
      ...reading,
      ...dropped !== void 0 && { dropped },
      ...dropped === void 0 && needed < length && { needed }
    };
  } catch (error) {
    return { kind: "error", message: error.message };
  }
}
function droppedBits(type, bytes) {
  const { value } = readVarint(bytes, 0, bytes.length);
  if (value > 0xffffffffffffffffn) return 64;
  if (isWide(type) || value <= 0xffffffffn) return void 0;
  const isSigned = BigInt.asIntN(32, value) === BigInt.asIntN(64, value);
  return type === "int32" && isSigned ? void 0 : 32;
}
function parseHex(text) {
  try {
    return fromHex(text.replace(/0x|,/gi, " "));
  } catch {
    return void 0;
  }
}
const showHex = (bytes) => toHex(bytes);
function flip(bytes, byte, bit) {
  return bytes.map((old, i) => i === byte ? old ^ 128 >> bit : old);
}
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "VarintPlayground",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.varints }
  },
  setup(__props) {
    const props = __props;
    const type = ref("int32");
    const number = ref("300");
    const hex = ref("ac 02");
    const bytes = ref(Uint8Array.of(172, 2));
    const preset = ref("three");
    const problem = ref();
    const reading = computed(() => read(type.value, bytes.value));
    const length = computed(
      () => reading.value.kind === "value" ? reading.value.length : bytes.value.length
    );
    const rows = computed(
      () => TYPES.map((name) => {
        const written = reading.value.kind === "value" ? write(name, reading.value.value) : void 0;
        const size = written !== void 0 && "bytes" in written ? written.bytes.length : void 0;
        return { name, size, known: written !== void 0, reads: read(name, bytes.value) };
      })
    );
    useAddress(
      "varint",
      () => ({ type: type.value, hex: hex.value }),
      (kept) => {
        if (TYPES.includes(kept.type)) type.value = kept.type;
        hex.value = String(kept.hex);
        onHex();
      }
    );
    function onHex() {
      preset.value = void 0;
      const parsed = parseHex(hex.value);
      if (parsed === void 0 || parsed.length === 0 || parsed.length > MOST_BYTES) {
        const { notHex, noBytes, tooMany } = props.texts;
        const text = parsed === void 0 ? notHex : parsed.length === 0 ? noBytes : tooMany(MOST_BYTES);
        problem.value = { at: "hex", text };
        return;
      }
      setBytes(parsed);
    }
    function setBytes(next) {
      problem.value = void 0;
      bytes.value = next;
      number.value = reading.value.kind === "value" ? reading.value.value : "";
    }
    function onFlip(byte, bit) {
      preset.value = void 0;
      setBytes(flip(bytes.value, byte, bit));
      hex.value = showHex(bytes.value);
    }
    function choose(name) {
      type.value = PRESETS[name].type;
      hex.value = PRESETS[name].hex;
      onHex();
      preset.value = name;
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "varints widget",
        "aria-label": __props.texts.title
      }, _attrs))} data-v-8d37900c>`);
      _push(ssrRenderComponent(PresetBar, {
        title: __props.texts.presets,
        names: __props.texts.presetNames,
        chosen: preset.value,
        onChoose: choose
      }, null, _parent));
      _push(`<div class="block both" data-v-8d37900c><label data-v-8d37900c><span data-v-8d37900c>${ssrInterpolate(__props.texts.number)}</span><input${ssrRenderAttr("value", number.value)} class="number" type="text" inputmode="text" spellcheck="false" autocomplete="off"${ssrRenderAttr("aria-invalid", problem.value?.at === "number")} data-v-8d37900c></label><span class="between" aria-hidden="true" data-v-8d37900c>⇄</span><label class="wide" data-v-8d37900c><span data-v-8d37900c>${ssrInterpolate(__props.texts.bytes)}</span><input${ssrRenderAttr("value", hex.value)} class="hex" type="text" spellcheck="false" autocomplete="off" autocapitalize="off"${ssrRenderAttr("aria-invalid", problem.value?.at === "hex")} data-v-8d37900c></label></div><div class="block" data-v-8d37900c>`);
      _push(ssrRenderComponent(BitField, {
        bytes: bytes.value,
        length: length.value,
        varint: unref(isVarint)(type.value),
        texts: __props.texts,
        onFlip
      }, null, _parent));
      _push(`<p class="hint js-only" data-v-8d37900c>${ssrInterpolate(__props.texts.bitsHint)}</p></div><div class="block result" role="status" data-v-8d37900c>`);
      if (problem.value) {
        _push(`<p class="bad" data-v-8d37900c>✗ ${ssrInterpolate(problem.value.text)}</p>`);
      } else {
        _push(`<!--[--><span class="what" data-v-8d37900c>${ssrInterpolate(__props.texts.result(type.value))}</span>`);
        if (reading.value.kind === "error") {
          _push(`<p class="bad" data-v-8d37900c><code data-v-8d37900c>DecodeError</code> ${ssrInterpolate(reading.value.message)}</p>`);
        } else if (reading.value.kind === "unfinished") {
          _push(`<p class="bad" data-v-8d37900c>${ssrInterpolate(unref(isVarint)(type.value) ? __props.texts.unfinished : __props.texts.tooShort)}</p>`);
        } else {
          _push(`<p data-v-8d37900c><strong class="value" data-v-8d37900c>${ssrInterpolate(reading.value.value)}</strong> · ${ssrInterpolate(__props.texts.size(reading.value.length))} `);
          if (reading.value.dropped === 64) {
            _push(`<span class="note" data-v-8d37900c>${ssrInterpolate(__props.texts.refused)}</span>`);
          } else if (reading.value.dropped) {
            _push(`<span class="note" data-v-8d37900c>${ssrInterpolate(__props.texts.dropped(reading.value.dropped))}</span>`);
          } else {
            _push(`<!---->`);
          }
          if (reading.value.needed) {
            _push(`<span class="note" data-v-8d37900c>${ssrInterpolate(__props.texts.padded(reading.value.needed))}</span>`);
          } else {
            _push(`<!---->`);
          }
          if (bytes.value.length > reading.value.length) {
            _push(`<span class="note" data-v-8d37900c>${ssrInterpolate(__props.texts.extra(bytes.value.length - reading.value.length))}</span>`);
          } else {
            _push(`<!---->`);
          }
          _push(`</p>`);
        }
        _push(`<!--]-->`);
      }
      _push(`</div><table class="types" data-v-8d37900c><caption data-v-8d37900c>${ssrInterpolate(__props.texts.types.caption)}</caption><thead data-v-8d37900c><tr data-v-8d37900c><th scope="col" data-v-8d37900c>${ssrInterpolate(__props.texts.types.type)}</th><th scope="col" data-v-8d37900c>${ssrInterpolate(__props.texts.types.cost)}</th><th scope="col" data-v-8d37900c>${ssrInterpolate(__props.texts.types.reads)}</th></tr></thead><tbody data-v-8d37900c><!--[-->`);
      ssrRenderList(rows.value, (row) => {
        _push(`<tr class="${ssrRenderClass({ chosen: row.name === type.value })}" data-v-8d37900c><th scope="row" data-v-8d37900c><label data-v-8d37900c><input${ssrIncludeBooleanAttr(ssrLooseEqual(type.value, row.name)) ? " checked" : ""} type="radio" name="varint-type"${ssrRenderAttr("value", row.name)} data-v-8d37900c> ${ssrInterpolate(row.name)}</label></th><td data-v-8d37900c>`);
        if (row.size !== void 0) {
          _push(`<!--[--><span class="bar" style="${ssrRenderStyle({ width: `${row.size * 6}px` })}" aria-hidden="true" data-v-8d37900c></span> ${ssrInterpolate(__props.texts.size(row.size))}<!--]-->`);
        } else {
          _push(`<span class="soft" data-v-8d37900c>${ssrInterpolate(row.known ? __props.texts.types.no : "–")}</span>`);
        }
        _push(`</td><td data-v-8d37900c>`);
        if (row.reads.kind === "value") {
          _push(`<code data-v-8d37900c>${ssrInterpolate(row.reads.value)}</code>`);
        } else {
          _push(`<span class="soft" data-v-8d37900c>${ssrInterpolate(__props.texts.types[row.reads.kind])}</span>`);
        }
        _push(`</td></tr>`);
      });
      _push(`<!--]--></tbody></table></section>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/VarintPlayground.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const VarintPlayground = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-8d37900c"]]);
export {
  VarintPlayground as default
};
