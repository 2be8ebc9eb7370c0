import { defineComponent, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderList, ssrRenderClass, ssrInterpolate } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "BackpressureChain",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.backpressure }
  },
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({
        class: "chain",
        "aria-label": __props.texts.title
      }, _attrs))} data-v-fd421022><ol data-v-fd421022><!--[-->`);
      ssrRenderList(__props.texts.links, (link, i) => {
        _push(`<li class="${ssrRenderClass(link.side)}" data-v-fd421022><strong data-v-fd421022>${ssrInterpolate(link.name)}</strong><span class="what" data-v-fd421022>${ssrInterpolate(link.what)}</span><dl data-v-fd421022><div data-v-fd421022><dt data-v-fd421022>grpc-js</dt><dd data-v-fd421022><code data-v-fd421022>${ssrInterpolate(link.js)}</code></dd></div><div data-v-fd421022><dt data-v-fd421022>src/</dt><dd data-v-fd421022><code data-v-fd421022>${ssrInterpolate(link.ours)}</code></dd></div></dl></li>`);
      });
      _push(`<!--]--></ol><figcaption data-v-fd421022>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/BackpressureChain.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BackpressureChain = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-fd421022"]]);
export {
  BackpressureChain as default
};
