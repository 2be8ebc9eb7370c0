import { defineComponent, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderAttr } from "vue/server-renderer";
import { a as useTexts } from "./app.js";
import { u as useCopy } from "./use-copy.1ChcV11P.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "@vueuse/core";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "CopyCommand",
  __ssrInlineRender: true,
  props: {
    command: {},
    texts: {}
  },
  setup(__props) {
    const props = __props;
    const t = useTexts("copy", () => props.texts);
    const { copied } = useCopy();
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<span${ssrRenderAttrs(mergeProps({ class: "command" }, _attrs))} data-v-56fb6d17><code data-v-56fb6d17>${ssrInterpolate(__props.command)}</code><button type="button" class="js-only"${ssrRenderAttr("aria-label", unref(t).copyCommand(__props.command))} data-v-56fb6d17>${ssrInterpolate(unref(copied) ? unref(t).copied : unref(t).copy)}</button><span class="visually-hidden" role="status" data-v-56fb6d17>${ssrInterpolate(unref(copied) ? unref(t).copied : "")}</span></span>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/CopyCommand.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CopyCommand = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-56fb6d17"]]);
export {
  CopyCommand as default
};
