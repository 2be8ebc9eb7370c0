import { defineComponent, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderList } from "vue/server-renderer";
import { t as toHex } from "./hex.CEu7cY_P.js";
import { c as concat } from "./concat.Do7hq_a9.js";
import { e as encodeUtf8 } from "./utf8.SLM2nV_b.js";
import { e as encodeTag } from "./tag.DQBMy7dM.js";
import { f as encodeVarint32 } from "./varint.BEU0HmIF.js";
import { W as WireType } from "./wire-type.xZF9mTfn.js";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
function orderByHand(order) {
  return [
    text(1, order.id),
    ...order.items.map((item) => text(2, item)),
    text(3, order.description ?? ""),
    float(4, order.price),
    text(5, order.destination)
  ];
}
function text(number, value) {
  if (value === "") return new Uint8Array(0);
  const bytes = encodeUtf8(value);
  return concat([encodeTag(number, WireType.LEN), encodeVarint32(bytes.length), bytes]);
}
function float(number, value) {
  if (value === 0) return new Uint8Array(0);
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return concat([encodeTag(number, WireType.I32), bytes]);
}
const TEA = {
  id: "o-7",
  items: ["tea", "milk"],
  description: "",
  price: 4.5,
  destination: "Rue 1"
};
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "FieldByField",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.fieldByField }
  },
  setup(__props) {
    const values = [TEA.id, ...TEA.items, TEA.price, TEA.destination];
    const rows = orderByHand(TEA).filter(({ length }) => length > 0).map((bytes, i) => ({
      tag: toHex(bytes.subarray(0, 1)),
      length: typeof values[i] === "string" ? toHex(bytes.subarray(1, 2)) : "",
      value: toHex(bytes.subarray(typeof values[i] === "string" ? 2 : 1)),
      number: bytes[0] >>> 3,
      meaning: JSON.stringify(values[i])
    }));
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "field-by-field" }, _attrs))} data-v-7b158962><table data-v-7b158962><thead data-v-7b158962><tr data-v-7b158962><th scope="col" data-v-7b158962>${ssrInterpolate(__props.texts.tag)}</th><th scope="col" data-v-7b158962>${ssrInterpolate(__props.texts.length)}</th><th scope="col" data-v-7b158962>${ssrInterpolate(__props.texts.value)}</th><th scope="col" data-v-7b158962>${ssrInterpolate(__props.texts.meaning)}</th></tr></thead><tbody data-v-7b158962><!--[-->`);
      ssrRenderList(unref(rows), (row, i) => {
        _push(`<tr data-v-7b158962><td class="tag" data-v-7b158962>${ssrInterpolate(row.tag)}</td><td class="length" data-v-7b158962>${ssrInterpolate(row.length)}</td><td data-v-7b158962>${ssrInterpolate(row.value)}</td><td class="meaning" data-v-7b158962>${ssrInterpolate(__props.texts.field(row.number))}, ${ssrInterpolate(row.meaning)}</td></tr>`);
      });
      _push(`<!--]--></tbody></table></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/FieldByField.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FieldByField = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-7b158962"]]);
export {
  FieldByField as default
};
