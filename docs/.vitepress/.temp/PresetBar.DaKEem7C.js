import { defineComponent, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderList, ssrIncludeBooleanAttr, ssrRenderAttr, ssrRenderSlot } from "vue/server-renderer";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "PresetBar",
  __ssrInlineRender: true,
  props: {
    title: {},
    names: {},
    chosen: {},
    disabled: { type: Boolean }
  },
  emits: ["choose"],
  setup(__props, { emit: __emit }) {
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({
        class: "presets js-only",
        role: "group",
        "aria-label": __props.title
      }, _attrs))} data-v-bbf37b98><strong data-v-bbf37b98>${ssrInterpolate(__props.title)}</strong><!--[-->`);
      ssrRenderList(__props.names, (text, name) => {
        _push(`<button type="button" class="quiet-button"${ssrIncludeBooleanAttr(__props.disabled) ? " disabled" : ""}${ssrRenderAttr("aria-pressed", __props.chosen === name)} data-v-bbf37b98>${ssrInterpolate(text)}</button>`);
      });
      _push(`<!--]-->`);
      ssrRenderSlot(_ctx.$slots, "default", {}, null, _push, _parent);
      _push(`</div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/playground/PresetBar.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PresetBar = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-bbf37b98"]]);
export {
  PresetBar as P
};
