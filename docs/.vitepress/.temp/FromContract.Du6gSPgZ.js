import { defineComponent, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderList, ssrRenderClass, ssrInterpolate } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const WIDTH = 150;
const HEIGHT = 58;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "FromContract",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.fromContract }
  },
  setup(__props) {
    const BOXES = [
      { name: "proto", x: 4, y: 20, side: "" },
      { name: "tree", x: 205, y: 20, side: "" },
      { name: "program", x: 406, y: 20, side: "" },
      { name: "client", x: 105, y: 190, side: "client" },
      { name: "server", x: 305, y: 190, side: "server" }
    ];
    const ARROWS = [
      { name: "parse", from: [156, 49], to: [203, 49], label: [179, 40] },
      { name: "emit", from: [357, 49], to: [404, 49], label: [380, 40] }
    ];
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "from-contract" }, _attrs))} data-v-4eebf758><svg viewBox="0 0 560 272" role="img"${ssrRenderAttr("aria-label", __props.texts.alt)} data-v-4eebf758><defs data-v-4eebf758><marker id="from-contract-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse" data-v-4eebf758><path d="M0 0 L8 4 L0 8 z" data-v-4eebf758></path></marker></defs><!--[-->`);
      ssrRenderList(BOXES, (box) => {
        _push(`<g class="${ssrRenderClass(["box", box.side])}" data-v-4eebf758><rect${ssrRenderAttr("x", box.x)}${ssrRenderAttr("y", box.y)}${ssrRenderAttr("width", WIDTH)}${ssrRenderAttr("height", HEIGHT)} rx="6" data-v-4eebf758></rect><text class="title"${ssrRenderAttr("x", box.x + WIDTH / 2)}${ssrRenderAttr("y", box.y + 25)} data-v-4eebf758>${ssrInterpolate(__props.texts[box.name].title)}</text><text class="about"${ssrRenderAttr("x", box.x + WIDTH / 2)}${ssrRenderAttr("y", box.y + 45)} data-v-4eebf758>${ssrInterpolate(__props.texts[box.name].about)}</text></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(ARROWS, (arrow) => {
        _push(`<g class="arrow" data-v-4eebf758><line${ssrRenderAttr("x1", arrow.from[0])}${ssrRenderAttr("y1", arrow.from[1])}${ssrRenderAttr("x2", arrow.to[0])}${ssrRenderAttr("y2", arrow.to[1])} marker-end="url(#from-contract-head)" data-v-4eebf758></line><text${ssrRenderAttr("x", arrow.label[0])}${ssrRenderAttr("y", arrow.label[1])} data-v-4eebf758>${ssrInterpolate(__props.texts[arrow.name])}</text></g>`);
      });
      _push(`<!--]--><g class="arrow" data-v-4eebf758><path d="M481 78 V132 H180 V188" marker-end="url(#from-contract-head)" data-v-4eebf758></path><path d="M380 132 V188" marker-end="url(#from-contract-head)" data-v-4eebf758></path><text x="280" y="124" data-v-4eebf758>${ssrInterpolate(__props.texts.compile)}</text><line x1="257" y1="219" x2="303" y2="219" marker-start="url(#from-contract-head)" marker-end="url(#from-contract-head)" data-v-4eebf758></line><text x="280" y="266" data-v-4eebf758>${ssrInterpolate(__props.texts.bytes)}</text></g></svg><figcaption data-v-4eebf758>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/FromContract.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FromContract = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-4eebf758"]]);
export {
  FromContract as default
};
