import { defineComponent, ref, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderList, ssrRenderClass, ssrRenderAttr } from "vue/server-renderer";
import { t as toHex } from "./hex.CEu7cY_P.js";
import { p as protobufFields } from "./fields.C13xwECr.js";
import { O as Order } from "./ecommerce._RAKrmIh.js";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "./create.eyJSjx8E.js";
import "./plain-view.B35RG0xQ.js";
import "./varint.BEU0HmIF.js";
import "./wire-type.xZF9mTfn.js";
import "./scalar.hxwY-QcD.js";
import "./concat.Do7hq_a9.js";
import "./utf8.SLM2nV_b.js";
import "./tag.DQBMy7dM.js";
import "./varint-field.BYzobr8k.js";
import "./clip.CTe3olt_.js";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "AgainstJson",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.againstJson }
  },
  setup(__props) {
    const order = { id: "o-7", items: ["tea", "milk"], price: 4.5, destination: "Rue 1" };
    const json = JSON.stringify(order);
    const bytes = Order.encode(Order.create(order));
    const jsonParts = json.split(new RegExp('("[^"]*"(?=:)|(?<=")[^":,{}[\\]]+(?=")|[\\d.]+(?=[,}]))')).filter((text) => text !== "").map((text) => ({ text, isValue: !/[":,{}[\]]/.test(text) }));
    const byteParts = leaves(protobufFields(bytes, { type: Order.descriptor })).map(
      ({ name, offset, length }) => ({
        text: toHex(bytes.subarray(offset, offset + length)),
        isValue: name === "value"
      })
    );
    function leaves(fields) {
      return fields.flatMap((field) => field.children ? leaves(field.children) : [field]);
    }
    const state = ref("idle");
    const speeds = ref([]);
    const thousands = (rate) => Math.round(rate / 1e3).toLocaleString("en");
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "against widget",
        "aria-label": __props.texts.title
      }, _attrs))} data-v-a39d1747><div class="block" data-v-a39d1747><p class="what" data-v-a39d1747>${ssrInterpolate(__props.texts.one)}</p><p class="form" data-v-a39d1747><strong data-v-a39d1747>${ssrInterpolate(__props.texts.json)}</strong> <span data-v-a39d1747>${ssrInterpolate(__props.texts.bytes(unref(json).length))}</span></p><p class="parts" data-v-a39d1747><code data-v-a39d1747><!--[-->`);
      ssrRenderList(unref(jsonParts), (part, i) => {
        _push(`<span class="${ssrRenderClass({ frame: !part.isValue })}" data-v-a39d1747>${ssrInterpolate(part.text)}</span>`);
      });
      _push(`<!--]--></code></p><p class="form" data-v-a39d1747><strong data-v-a39d1747>${ssrInterpolate(__props.texts.protobuf)}</strong> <span data-v-a39d1747>${ssrInterpolate(__props.texts.bytes(unref(bytes).length))}</span></p><p class="parts" data-v-a39d1747><code data-v-a39d1747><!--[-->`);
      ssrRenderList(unref(byteParts), (part, i) => {
        _push(`<!--[--><span class="${ssrRenderClass({ frame: !part.isValue })}" data-v-a39d1747>${ssrInterpolate(part.text)}</span>${ssrInterpolate(" ")}<!--]-->`);
      });
      _push(`<!--]--></code></p></div><div class="block js-only" data-v-a39d1747><button type="button" class="ink-button"${ssrRenderAttr("aria-disabled", state.value === "measuring")} data-v-a39d1747>${ssrInterpolate(state.value === "measuring" ? __props.texts.measuring : __props.texts.measure)}</button>`);
      if (speeds.value.length > 0) {
        _push(`<table data-v-a39d1747><thead data-v-a39d1747><tr data-v-a39d1747><th scope="col" data-v-a39d1747>${ssrInterpolate(__props.texts.columns.way)}</th><th scope="col" data-v-a39d1747>${ssrInterpolate(__props.texts.columns.written)}</th><th scope="col" data-v-a39d1747>${ssrInterpolate(__props.texts.columns.read)}</th></tr></thead><tbody data-v-a39d1747><!--[-->`);
        ssrRenderList(speeds.value, (speed, i) => {
          _push(`<tr data-v-a39d1747><th scope="row" data-v-a39d1747>${ssrInterpolate(__props.texts.ways[i])}</th><td data-v-a39d1747>${ssrInterpolate(thousands(speed.written))}</td><td data-v-a39d1747>${ssrInterpolate(thousands(speed.read))}</td></tr>`);
        });
        _push(`<!--]--></tbody></table>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<p role="status" class="note" data-v-a39d1747>${ssrInterpolate(state.value === "done" ? __props.texts.note : "")}</p></div></section>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/AgainstJson.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AgainstJson = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-a39d1747"]]);
export {
  AgainstJson as default
};
