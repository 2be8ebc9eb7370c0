import { defineComponent, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { a as useTexts } from "./app.js";
import CopyCommand from "./CopyCommand.12S9rOsu.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "@vueuse/core";
import "./use-copy.1ChcV11P.js";
const data = JSON.parse("null");
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "GetCourse",
  __ssrInlineRender: true,
  props: {
    texts: {}
  },
  setup(__props) {
    const props = __props;
    const t = useTexts("getCourse", () => props.texts);
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({ class: "get-course" }, _attrs))} data-v-75511182>`);
      if (unref(data)) {
        _push(`<!--[--><p data-v-75511182>${ssrInterpolate(unref(t).cloneIt)} <a${ssrRenderAttr("href", unref(data).url)} data-v-75511182>${ssrInterpolate(unref(t).repository)}</a>${ssrInterpolate(unref(t).needs)}</p>`);
        _push(ssrRenderComponent(CopyCommand, {
          command: `git clone ${unref(data).url} && cd ${unref(data).folder}`
        }, null, _parent));
        _push(`<!--]-->`);
      } else {
        _push(`<p data-v-75511182>${ssrInterpolate(unref(t).haveIt)}</p>`);
      }
      _push(ssrRenderComponent(CopyCommand, { command: "npm ci && npm run lesson 1" }, null, _parent));
      _push(`</div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/GetCourse.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GetCourse = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-75511182"]]);
export {
  GetCourse as default
};
