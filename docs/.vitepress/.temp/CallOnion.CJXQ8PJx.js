import { defineComponent, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderList, ssrInterpolate, ssrRenderClass } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const WIRE = 6;
const REFUSED_Y = 236;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "CallOnion",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.callOnion }
  },
  setup(__props) {
    const LAYERS = [
      { name: "log", x: 50, y: 12, width: 500, height: 280 },
      { name: "guard", x: 130, y: 42, width: 402, height: 226 },
      { name: "count", x: 210, y: 72, width: 304, height: 144 }
    ];
    const HANDLER = { x: 296, y: 102, width: 200, height: 98 };
    const ROWS = [
      { name: "call", y: 117, inward: true },
      { name: "message", y: 135, inward: false },
      { name: "message", y: 153, inward: false },
      { name: "message", y: 171, inward: false },
      { name: "status", y: 189, inward: false }
    ];
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "call-onion" }, _attrs))} data-v-fd1e3696><svg viewBox="0 0 560 304" role="img"${ssrRenderAttr("aria-label", __props.texts.alt)} data-v-fd1e3696><defs data-v-fd1e3696><marker id="call-onion-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse" data-v-fd1e3696><path d="M0 0 L8 4 L0 8 z" data-v-fd1e3696></path></marker></defs><!--[-->`);
      ssrRenderList(LAYERS, (layer) => {
        _push(`<g class="layer" data-v-fd1e3696><rect${ssrRenderAttr("x", layer.x)}${ssrRenderAttr("y", layer.y)}${ssrRenderAttr("width", layer.width)}${ssrRenderAttr("height", layer.height)} rx="10" data-v-fd1e3696></rect><text${ssrRenderAttr("x", layer.x + 10)}${ssrRenderAttr("y", layer.y + 20)} data-v-fd1e3696>${ssrInterpolate(layer.name)}</text></g>`);
      });
      _push(`<!--]--><rect class="handler"${ssrRenderAttr("x", HANDLER.x)}${ssrRenderAttr("y", HANDLER.y)}${ssrRenderAttr("width", HANDLER.width)}${ssrRenderAttr("height", HANDLER.height)} rx="6" data-v-fd1e3696></rect><!--[-->`);
      ssrRenderList(ROWS, (row, i) => {
        _push(`<g class="${ssrRenderClass(row.inward ? "in" : "out")}" data-v-fd1e3696><line${ssrRenderAttr("x1", WIRE)}${ssrRenderAttr("y1", row.y)}${ssrRenderAttr("x2", HANDLER.x - 2)}${ssrRenderAttr("y2", row.y)}${ssrRenderAttr("marker-end", row.inward ? "url(#call-onion-head)" : void 0)}${ssrRenderAttr("marker-start", row.inward ? void 0 : "url(#call-onion-head)")} data-v-fd1e3696></line><!--[-->`);
        ssrRenderList(LAYERS, (layer) => {
          _push(`<circle${ssrRenderAttr("cx", layer.x)}${ssrRenderAttr("cy", row.y)} r="3.5" data-v-fd1e3696></circle>`);
        });
        _push(`<!--]--><text${ssrRenderAttr("x", HANDLER.x + 12)}${ssrRenderAttr("y", row.y + 5)} data-v-fd1e3696>${ssrInterpolate(__props.texts[row.name])}</text></g>`);
      });
      _push(`<!--]--><g class="refused" data-v-fd1e3696><path${ssrRenderAttr("d", `M${WIRE} ${REFUSED_Y} H${LAYERS[1].x - 4} V${REFUSED_Y + 14} H${WIRE}`)} marker-end="url(#call-onion-head)" data-v-fd1e3696></path><text${ssrRenderAttr("x", LAYERS[1].x + 10)}${ssrRenderAttr("y", REFUSED_Y + 13)} data-v-fd1e3696>${ssrInterpolate(__props.texts.refused)}</text></g></svg><figcaption data-v-fd1e3696>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/CallOnion.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CallOnion = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-fd1e3696"]]);
export {
  CallOnion as default
};
