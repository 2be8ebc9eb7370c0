import { defineComponent, useModel, mergeProps, mergeModels, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderAttr } from "vue/server-renderer";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "RangeControl",
  __ssrInlineRender: true,
  props: /* @__PURE__ */ mergeModels({
    label: {},
    min: { default: 0 },
    max: {},
    step: { default: 1 },
    shown: {},
    spoken: {},
    name: {}
  }, {
    "modelValue": { required: true },
    "modelModifiers": {}
  }),
  emits: ["update:modelValue"],
  setup(__props) {
    const props = __props;
    const value = useModel(__props, "modelValue");
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<label${ssrRenderAttrs(mergeProps({ class: "range-control js-only" }, _attrs))} data-v-9895061a><span data-v-9895061a>${ssrInterpolate(__props.label)}</span><input type="range"${ssrRenderAttr("min", __props.min)}${ssrRenderAttr("max", __props.max)}${ssrRenderAttr("step", __props.step)}${ssrRenderAttr("value", value.value)}${ssrRenderAttr("aria-label", __props.name)}${ssrRenderAttr("aria-valuetext", props.spoken ?? String(__props.shown))} data-v-9895061a><span class="value" data-v-9895061a>${ssrInterpolate(__props.shown)}</span></label>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/playground/RangeControl.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RangeControl = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-9895061a"]]);
export {
  RangeControl as R
};
