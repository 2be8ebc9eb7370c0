import { defineComponent, ref, computed, mergeProps, unref, withCtx, createVNode, toDisplayString, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent, ssrInterpolate } from "vue/server-renderer";
import { d as decodeUtf8 } from "./utf8.SLM2nV_b.js";
import { a as decodeBase64 } from "./base64.nCojlA-O.js";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { N as NoScript } from "./NoScript.-X6BtIl5.js";
import { P as PresetBar } from "./PresetBar.DaKEem7C.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
function parseBasic(values) {
  if (values.length !== 1) return void 0;
  const letters = /^basic +([^ ]+)$/i.exec(values[0])?.[1];
  const bytes = letters === void 0 ? void 0 : decodeBase64(letters);
  if (bytes === void 0) return void 0;
  try {
    const text = decodeUtf8(bytes);
    const colon = text.indexOf(":");
    if (colon < 0 || hasControl(text)) return void 0;
    return { user: text.slice(0, colon), password: text.slice(colon + 1) };
  } catch {
    return void 0;
  }
}
const DELETE = 127;
function hasControl(text) {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || code === DELETE) return true;
  }
  return false;
}
const MOST_CHARACTERS = 200;
const ADMIN = "YWRtaW46YWRtaW4=";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "BasicPlayground",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.basic }
  },
  setup(__props) {
    const props = __props;
    const PRESETS = [
      `Basic ${ADMIN}`,
      `basic ${ADMIN}`,
      ADMIN,
      `Bearer ${ADMIN}`,
      "Basic YWRhOnRlYTpmb3I6dHdv",
      "Basic YWRhOuk="
    ];
    const NAMES = Object.fromEntries(PRESETS.map((preset) => [preset, preset]));
    const value = ref(PRESETS[0]);
    const proof = computed(() => parseBasic([value.value]));
    const isLetIn = computed(() => value.value.replace(/^Basic /, "") === ADMIN);
    const read = computed(
      () => proof.value === void 0 ? props.texts.none : props.texts.read(proof.value.user, proof.value.password)
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "basic widget",
        "aria-label": __props.texts.title
      }, _attrs))} data-v-ee662fa8><div class="js-only" data-v-ee662fa8><label data-v-ee662fa8>authorization: <input${ssrRenderAttr("value", value.value)} type="text"${ssrRenderAttr("maxlength", MOST_CHARACTERS)} spellcheck="false" autocapitalize="off" autocomplete="off" data-v-ee662fa8></label>`);
      _push(ssrRenderComponent(PresetBar, {
        title: __props.texts.presets,
        names: unref(NAMES),
        chosen: unref(NAMES)[value.value],
        onChoose: ($event) => value.value = $event
      }, null, _parent));
      _push(`<div role="status" data-v-ee662fa8><dl data-v-ee662fa8><dt data-v-ee662fa8>${ssrInterpolate(__props.texts.article)}</dt><dd data-v-ee662fa8>${ssrInterpolate(isLetIn.value ? __props.texts.letsIn : __props.texts.refuses)}</dd><dt data-v-ee662fa8>${ssrInterpolate(__props.texts.ours)}</dt><dd data-v-ee662fa8>${ssrInterpolate(read.value)}</dd></dl></div></div>`);
      _push(ssrRenderComponent(unref(NoScript), null, {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            _push2(`<p data-v-ee662fa8${_scopeId}>${ssrInterpolate(__props.texts.noScript)}</p>`);
          } else {
            return [
              createVNode("p", null, toDisplayString(__props.texts.noScript), 1)
            ];
          }
        }),
        _: 1
      }, _parent));
      _push(`</section>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/BasicPlayground.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BasicPlayground = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-ee662fa8"]]);
export {
  BasicPlayground as default
};
