import { defineComponent, unref, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { a as useTexts, b as useLesson, w as withBase } from "./app.js";
import CopyCommand from "./CopyCommand.12S9rOsu.js";
import GetCourse from "./GetCourse.DEFLyPLW.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "@vueuse/core";
import "./use-copy.1ChcV11P.js";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "LessonStart",
  __ssrInlineRender: true,
  props: {
    texts: {}
  },
  setup(__props) {
    const props = __props;
    const t = useTexts("lesson", () => props.texts);
    const { lesson } = useLesson();
    return (_ctx, _push, _parent, _attrs) => {
      if (unref(lesson)) {
        _push(`<div${ssrRenderAttrs(mergeProps({ class: "lesson-start" }, _attrs))} data-v-a7f229b4><p class="question" data-v-a7f229b4>${ssrInterpolate(unref(lesson).question)}</p><dl class="commands"${ssrRenderAttr("aria-label", unref(t).commands)} data-v-a7f229b4><div data-v-a7f229b4><dt data-v-a7f229b4>${ssrInterpolate(unref(t).run)}</dt><dd data-v-a7f229b4>`);
        _push(ssrRenderComponent(CopyCommand, {
          command: `npm run lesson ${unref(lesson).number}`
        }, null, _parent));
        _push(`</dd></div><div data-v-a7f229b4><dt data-v-a7f229b4>${ssrInterpolate(unref(t).exercise)}</dt><dd class="exercise" data-v-a7f229b4>`);
        _push(ssrRenderComponent(CopyCommand, {
          command: `npm run exercise ${unref(lesson).number}`
        }, null, _parent));
        _push(`<a href="#build-it" data-v-a7f229b4>${ssrInterpolate(unref(t).tasks)}</a></dd></div></dl>`);
        if (unref(lesson).number === 1) {
          _push(`<details class="get" data-v-a7f229b4><summary data-v-a7f229b4>${ssrInterpolate(unref(t).noCopy)} ${ssrInterpolate(unref(t).howToGet)}</summary>`);
          _push(ssrRenderComponent(GetCourse, null, null, _parent));
          _push(`</details>`);
        } else {
          _push(`<p class="get" data-v-a7f229b4>${ssrInterpolate(unref(t).noCopy)} <a${ssrRenderAttr("href", unref(withBase)("/#begin"))} data-v-a7f229b4>${ssrInterpolate(unref(t).howToGet)}</a></p>`);
        }
        _push(`</div>`);
      } else {
        _push(`<!---->`);
      }
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/LessonStart.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LessonStart = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-a7f229b4"]]);
export {
  LessonStart as default
};
