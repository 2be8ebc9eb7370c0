import { defineComponent, computed, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderList, ssrRenderClass, ssrInterpolate } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "MetadataPlaces",
  __ssrInlineRender: true,
  props: {
    trace: {},
    texts: { default: () => lessonTexts.metadataPlaces }
  },
  setup(__props) {
    const props = __props;
    const isOwn = ({ name }) => !/^(:|grpc-|te$|content-type|user-agent|accept-|date)/.test(name);
    const blocks = computed(
      () => props.trace.events.flatMap((event) => {
        if (event.kind !== "message") return [];
        const block = event.fields.find(({ name }) => name === "header block");
        return block === void 0 ? [] : [{ from: event.from, fields: block.children ?? [] }];
      })
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({
        class: "metadata-places",
        "aria-label": __props.texts.alt
      }, _attrs))} data-v-721695d1><!--[-->`);
      ssrRenderList(blocks.value, (block, i) => {
        _push(`<section class="${ssrRenderClass(block.from)}" data-v-721695d1><p data-v-721695d1>${ssrInterpolate(__props.texts.places[i])}</p><ul data-v-721695d1><!--[-->`);
        ssrRenderList(block.fields, (field, j) => {
          _push(`<li class="${ssrRenderClass({ own: isOwn(field) })}" data-v-721695d1>${ssrInterpolate(field.name)}`);
          if (isOwn(field)) {
            _push(`<!--[-->: ${ssrInterpolate(field.value)}<!--]-->`);
          } else {
            _push(`<!---->`);
          }
          _push(`</li>`);
        });
        _push(`<!--]--></ul>`);
        if (i < __props.texts.frames.length) {
          _push(`<p class="messages" data-v-721695d1>${ssrInterpolate(__props.texts.frames[i])}</p>`);
        } else {
          _push(`<!---->`);
        }
        _push(`</section>`);
      });
      _push(`<!--]--><figcaption data-v-721695d1>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/MetadataPlaces.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MetadataPlaces = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-721695d1"]]);
export {
  MetadataPlaces as default
};
