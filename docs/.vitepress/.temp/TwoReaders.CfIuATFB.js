import { defineComponent, computed, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderList, ssrRenderClass } from "vue/server-renderer";
import { f as fromHex, t as toHex } from "./hex.CEu7cY_P.js";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "TwoReaders",
  __ssrInlineRender: true,
  props: {
    trace: {},
    texts: { default: () => lessonTexts.twoReaders }
  },
  setup(__props) {
    const props = __props;
    function orderIn(fields) {
      const [, payload] = fields;
      return payload?.children?.[0]?.children?.slice(2) ?? [];
    }
    const rows = computed(() => {
      const replies = props.trace.events.filter(
        (event) => event.kind === "message" && event.from === "server"
      );
      const [newer, older] = replies.map((event) => "fields" in event ? orderIn(event.fields) : []);
      const [reply] = replies;
      const bytes = fromHex(reply && "bytes" in reply ? reply.bytes : "");
      return (newer ?? []).map((field, i) => ({
        hex: toHex(bytes.subarray(field.offset, field.offset + field.length)),
        newer: field,
        older: older?.[i],
        isKnown: older?.[i]?.name === field.name
      }));
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "two-readers" }, _attrs))} data-v-ee251fc7><table data-v-ee251fc7><thead data-v-ee251fc7><tr data-v-ee251fc7><th scope="col" data-v-ee251fc7>${ssrInterpolate(__props.texts.bytes)}</th><th scope="col" data-v-ee251fc7>${ssrInterpolate(__props.texts.newer)}</th><th scope="col" data-v-ee251fc7>${ssrInterpolate(__props.texts.older)}</th></tr></thead><tbody data-v-ee251fc7><!--[-->`);
      ssrRenderList(rows.value, (row, i) => {
        _push(`<tr data-v-ee251fc7><td class="hex" data-v-ee251fc7>${ssrInterpolate(row.hex)}</td><td data-v-ee251fc7><b data-v-ee251fc7>${ssrInterpolate(row.newer.name)}</b> ${ssrInterpolate(row.newer.value)}</td><td class="${ssrRenderClass({ unknown: !row.isKnown })}" data-v-ee251fc7>`);
        if (row.isKnown) {
          _push(`<!--[--><b data-v-ee251fc7>${ssrInterpolate(row.older?.name)}</b> ${ssrInterpolate(row.older?.value)}<!--]-->`);
        } else {
          _push(`<!--[--><b data-v-ee251fc7>${ssrInterpolate(row.older?.name)}</b> ${ssrInterpolate(__props.texts.unknown)}<!--]-->`);
        }
        _push(`</td></tr>`);
      });
      _push(`<!--]--></tbody></table><figcaption data-v-ee251fc7>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/TwoReaders.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TwoReaders = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-ee251fc7"]]);
export {
  TwoReaders as default
};
