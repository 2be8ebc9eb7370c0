import { defineComponent, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrInterpolate } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const ASKED = 30;
const AGEING = 350;
const DEAD = 440;
const END = 530;
const TOP = 44;
const NEXT = 118;
const BAR = 30;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "TokenLife",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.tokenLife }
  },
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "token-life" }, _attrs))} data-v-37016862><svg viewBox="0 0 560 166" role="img"${ssrRenderAttr("aria-label", __props.texts.alt)} data-v-37016862><g class="first" data-v-37016862><rect${ssrRenderAttr("x", ASKED)}${ssrRenderAttr("y", TOP)}${ssrRenderAttr("width", AGEING - ASKED)}${ssrRenderAttr("height", BAR)} data-v-37016862></rect><rect class="ageing"${ssrRenderAttr("x", AGEING)}${ssrRenderAttr("y", TOP)}${ssrRenderAttr("width", DEAD - AGEING)}${ssrRenderAttr("height", BAR)} data-v-37016862></rect><text${ssrRenderAttr("x", (ASKED + AGEING) / 2)}${ssrRenderAttr("y", TOP + 20)} text-anchor="middle" data-v-37016862>${ssrInterpolate(__props.texts.young)}</text><text${ssrRenderAttr("x", (AGEING + DEAD) / 2)}${ssrRenderAttr("y", TOP + 20)} text-anchor="middle" data-v-37016862>${ssrInterpolate(__props.texts.ageing)}</text></g><g class="next" data-v-37016862><rect${ssrRenderAttr("x", AGEING + 26)}${ssrRenderAttr("y", NEXT)}${ssrRenderAttr("width", END - AGEING - 26)}${ssrRenderAttr("height", BAR)} data-v-37016862></rect><text${ssrRenderAttr("x", (AGEING + 26 + END) / 2)}${ssrRenderAttr("y", NEXT + 20)} text-anchor="middle" data-v-37016862>${ssrInterpolate(__props.texts.next)}</text><path${ssrRenderAttr("d", `M${AGEING} ${NEXT + BAR / 2} h26`)} data-v-37016862></path><text${ssrRenderAttr("x", AGEING - 8)}${ssrRenderAttr("y", NEXT + 20)} text-anchor="end" data-v-37016862>${ssrInterpolate(__props.texts.fetch)}</text></g><g class="moments" data-v-37016862><path${ssrRenderAttr("d", `M${ASKED} ${TOP - 10} v${BAR + 20} M${AGEING} ${TOP - 10} v${NEXT - TOP + BAR + 20} M${DEAD} ${TOP - 10} v${BAR + 20}`)} data-v-37016862></path><text${ssrRenderAttr("x", ASKED)}${ssrRenderAttr("y", TOP - 18)} data-v-37016862>${ssrInterpolate(__props.texts.asked)}</text><text${ssrRenderAttr("x", AGEING)}${ssrRenderAttr("y", TOP - 18)} text-anchor="middle" data-v-37016862>${ssrInterpolate(__props.texts.early)}</text><text${ssrRenderAttr("x", DEAD + 8)}${ssrRenderAttr("y", TOP + 20)} data-v-37016862>${ssrInterpolate(__props.texts.dead)}</text></g></svg><figcaption data-v-37016862>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/TokenLife.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TokenLife = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-37016862"]]);
export {
  TokenLife as default
};
