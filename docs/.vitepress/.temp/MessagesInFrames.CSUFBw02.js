import { defineComponent, computed, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderList, ssrInterpolate, ssrRenderAttr, ssrRenderStyle, ssrRenderClass } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { f as fromHex } from "./hex.CEu7cY_P.js";
import { P as PREFIX_SIZE } from "./message.lw8QWQSz.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
function framesOf(trace) {
  const payloads = trace.events.flatMap(
    (event) => event.kind === "message" && event.from === "server" && event.title.startsWith("DATA") ? [fromHex(event.bytes).subarray(FRAME_HEADER_SIZE)] : []
  );
  const stretches = stretchesOf(payloads);
  let [stretch, taken] = [0, 0];
  return payloads.map((payload) => {
    const parts = [];
    for (let left = payload.length; left > 0; ) {
      const { size, ...of } = stretches[stretch];
      const part = Math.min(left, size - taken);
      parts.push({ ...of, size: part });
      left -= part;
      taken += part;
      if (taken === size) [stretch, taken] = [stretch + 1, 0];
    }
    return parts;
  });
}
const FRAME_HEADER_SIZE = 9;
function stretchesOf(payloads) {
  const bytes = Uint8Array.from(payloads.flatMap((payload) => [...payload]));
  const view = new DataView(bytes.buffer);
  const parts = [];
  for (let at = 0, message = 0; at < bytes.length; message++) {
    const size = view.getUint32(at + 1);
    parts.push({ message, kind: "prefix", size: PREFIX_SIZE });
    if (size > 0) parts.push({ message, kind: "message", size });
    at += PREFIX_SIZE + size;
  }
  return parts;
}
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "MessagesInFrames",
  __ssrInlineRender: true,
  props: {
    cuts: {},
    texts: { default: () => lessonTexts.messagesInFrames }
  },
  setup(__props) {
    const props = __props;
    const rows = computed(
      () => props.cuts.map(({ name, trace }) => {
        const frames = framesOf(trace);
        const size = (parts) => parts.reduce((sum, part) => sum + part.size, 0);
        return { name, frames, sizes: frames.map(size) };
      })
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "messages-in-frames" }, _attrs))} data-v-d98b973e><!--[-->`);
      ssrRenderList(rows.value, (row) => {
        _push(`<section data-v-d98b973e><p data-v-d98b973e>${ssrInterpolate(row.name)}: ${ssrInterpolate(__props.texts.frames(row.sizes))}</p><div class="bytes" role="img"${ssrRenderAttr("aria-label", __props.texts.alt(row.frames))} data-v-d98b973e><!--[-->`);
        ssrRenderList(row.frames, (parts, i) => {
          _push(`<span class="frame" style="${ssrRenderStyle({ flexGrow: row.sizes[i] })}" data-v-d98b973e><!--[-->`);
          ssrRenderList(parts, (part, j) => {
            _push(`<span class="${ssrRenderClass([part.kind, part.message % 2 ? "odd" : "even"])}" style="${ssrRenderStyle({ flexGrow: part.size })}" data-v-d98b973e>${ssrInterpolate(part.kind === "message" && part.size > 9 ? part.message + 1 : "")}</span>`);
          });
          _push(`<!--]--></span>`);
        });
        _push(`<!--]--></div></section>`);
      });
      _push(`<!--]--><figcaption data-v-d98b973e>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/MessagesInFrames.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MessagesInFrames = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-d98b973e"]]);
export {
  MessagesInFrames as default
};
