import { defineComponent, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderList, ssrInterpolate, ssrRenderAttr, ssrRenderClass, ssrRenderStyle } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const ROW = 32;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "PacketPicture",
  __ssrInlineRender: true,
  props: {
    label: {},
    fields: {},
    texts: { default: () => lessonTexts.packet }
  },
  setup(__props) {
    const widthOf = ({ bits }) => bits === "rest" ? ROW : bits;
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "packet" }, _attrs))} data-v-b1c99a78><div class="ruler" aria-hidden="true" data-v-b1c99a78><!--[-->`);
      ssrRenderList(4, (byte) => {
        _push(`<span data-v-b1c99a78>${ssrInterpolate(__props.texts.byte(byte - 1))}</span>`);
      });
      _push(`<!--]--></div><ol${ssrRenderAttr("aria-label", __props.label)} data-v-b1c99a78><!--[-->`);
      ssrRenderList(__props.fields, (field, i) => {
        _push(`<li class="${ssrRenderClass([`shade-${i % 3}`, { row: field.row, rest: field.bits === "rest", thin: widthOf(field) < 4 }])}" style="${ssrRenderStyle({ "--bits": widthOf(field) })}" data-v-b1c99a78><span class="name" data-v-b1c99a78>${ssrInterpolate(field.name)}</span><span class="bits" data-v-b1c99a78>${ssrInterpolate(field.bits === "rest" ? __props.texts.rest : __props.texts.bits(field.bits))}</span>`);
        if (field.note) {
          _push(`<span class="note" data-v-b1c99a78>${ssrInterpolate(field.note)}</span>`);
        } else {
          _push(`<!---->`);
        }
        _push(`</li>`);
      });
      _push(`<!--]--></ol></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/PacketPicture.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PacketPicture = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-b1c99a78"]]);
export {
  PacketPicture as default
};
