import { defineComponent, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderList, ssrInterpolate, ssrRenderClass, ssrRenderAttr } from "vue/server-renderer";
import { a as useTexts, d as data, w as withBase } from "./app.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "@vueuse/core";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "CourseMap",
  __ssrInlineRender: true,
  props: {
    texts: {}
  },
  setup(__props) {
    const props = __props;
    const t = useTexts("course", () => props.texts);
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<ol${ssrRenderAttrs(mergeProps({ class: "map" }, _attrs))} data-v-b9e5367f><!--[-->`);
      ssrRenderList(unref(data), (part) => {
        _push(`<li class="part" data-v-b9e5367f><h3 data-v-b9e5367f><span class="numeral" data-v-b9e5367f>${ssrInterpolate(unref(t).part(part.number))}</span> ${ssrInterpolate(part.title)}</h3><ol data-v-b9e5367f><!--[-->`);
        ssrRenderList(part.lessons, (lesson) => {
          _push(`<li class="${ssrRenderClass({ unwritten: !lesson.link })}" data-v-b9e5367f><span class="number" aria-hidden="true" data-v-b9e5367f>${ssrInterpolate(lesson.number)}</span><div data-v-b9e5367f>`);
          if (lesson.link) {
            _push(`<a${ssrRenderAttr("href", unref(withBase)(lesson.link))} data-v-b9e5367f>${ssrInterpolate(lesson.title)}</a>`);
          } else {
            _push(`<span class="title" data-v-b9e5367f>${ssrInterpolate(lesson.title)}</span>`);
          }
          if (!lesson.link) {
            _push(`<span class="note" data-v-b9e5367f>${ssrInterpolate(unref(t).notWritten)}</span>`);
          } else {
            _push(`<!---->`);
          }
          _push(`<p data-v-b9e5367f>${ssrInterpolate(lesson.question)}</p></div></li>`);
        });
        _push(`<!--]--></ol></li>`);
      });
      _push(`<!--]--></ol>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/CourseMap.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CourseMap = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-b9e5367f"]]);
export {
  CourseMap as default
};
