import { defineComponent, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderList, ssrRenderClass, ssrInterpolate } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "EightSteps",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.eightSteps }
  },
  setup(__props) {
    const BOX = { width: 150, height: 52 };
    const PARTS = [
      { name: "caller", x: 20, y: 20, side: "client" },
      { name: "stub", x: 20, y: 114, side: "client" },
      { name: "clientRuntime", x: 20, y: 208, side: "client" },
      { name: "serverRuntime", x: 390, y: 208, side: "server" },
      { name: "skeleton", x: 390, y: 114, side: "server" },
      { name: "procedure", x: 390, y: 20, side: "server" }
    ];
    const STEPS = [
      { n: 1, from: [75, 72], to: [75, 112], label: [60, 97] },
      { n: 2, from: [75, 166], to: [75, 206], label: [60, 191] },
      { n: 3, from: [172, 224], to: [386, 224], label: [280, 217] },
      { n: 4, from: [445, 206], to: [445, 168], label: [430, 191] },
      { n: 5, from: [445, 112], to: [445, 74], label: [430, 97] },
      { n: 6, from: [485, 74], to: [485, 112], label: [500, 97] },
      { n: 7, from: [386, 246], to: [174, 246], label: [280, 263] },
      { n: 8, from: [115, 112], to: [115, 74], label: [130, 97] }
    ];
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "eight-steps" }, _attrs))} data-v-7bec37de><svg viewBox="0 0 560 280" role="img"${ssrRenderAttr("aria-label", __props.texts.alt)} data-v-7bec37de><defs data-v-7bec37de><marker id="eight-steps-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto" data-v-7bec37de><path d="M0 0 L8 4 L0 8 z" fill="currentColor" data-v-7bec37de></path></marker></defs><!--[-->`);
      ssrRenderList(PARTS, (part) => {
        _push(`<g class="${ssrRenderClass(part.side)}" data-v-7bec37de><rect${ssrRenderAttr("x", part.x)}${ssrRenderAttr("y", part.y)}${ssrRenderAttr("width", BOX.width)}${ssrRenderAttr("height", BOX.height)} rx="6" data-v-7bec37de></rect><text${ssrRenderAttr("x", part.x + BOX.width / 2)}${ssrRenderAttr("y", part.y + 31)} text-anchor="middle" data-v-7bec37de>${ssrInterpolate(__props.texts[part.name])}</text></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(STEPS, (step) => {
        _push(`<g class="step" data-v-7bec37de><line${ssrRenderAttr("x1", step.from[0])}${ssrRenderAttr("y1", step.from[1])}${ssrRenderAttr("x2", step.to[0])}${ssrRenderAttr("y2", step.to[1])} marker-end="url(#eight-steps-head)" data-v-7bec37de></line><text${ssrRenderAttr("x", step.label[0])}${ssrRenderAttr("y", step.label[1])} text-anchor="middle" data-v-7bec37de>${ssrInterpolate(step.n)}</text></g>`);
      });
      _push(`<!--]--><line x1="125" y1="166" x2="125" y2="206" class="back" data-v-7bec37de></line><line x1="495" y1="166" x2="495" y2="206" class="back" data-v-7bec37de></line></svg><figcaption data-v-7bec37de>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/EightSteps.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EightSteps = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-7bec37de"]]);
export {
  EightSteps as default
};
