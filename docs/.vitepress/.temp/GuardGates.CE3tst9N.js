import { defineComponent, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderList, ssrRenderClass, ssrInterpolate } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "GuardGates",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.guardGates }
  },
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({
        class: "guard-gates",
        "aria-label": __props.texts.alt
      }, _attrs))} data-v-0f313f1d><ol data-v-0f313f1d><!--[-->`);
      ssrRenderList(__props.texts.gates, (gate) => {
        _push(`<li class="${ssrRenderClass({ dear: gate.isDear })}" data-v-0f313f1d><span class="asks" data-v-0f313f1d>${ssrInterpolate(gate.asks)}</span><span class="otherwise" data-v-0f313f1d>${ssrInterpolate(gate.otherwise)}</span></li>`);
      });
      _push(`<!--]--><li class="inside" data-v-0f313f1d><span class="asks" data-v-0f313f1d>${ssrInterpolate(__props.texts.inside)}</span></li></ol><figcaption data-v-0f313f1d>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/GuardGates.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GuardGates = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-0f313f1d"]]);
export {
  GuardGates as default
};
