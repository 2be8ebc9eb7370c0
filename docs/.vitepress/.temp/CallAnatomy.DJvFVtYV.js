import { defineComponent, computed, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderList, ssrInterpolate, ssrRenderClass, ssrRenderStyle } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
function anatomyOf(trace) {
  const calls = /* @__PURE__ */ new Map();
  for (const event of trace.events) {
    if (event.kind !== "message" || event.call === void 0) continue;
    const rows = calls.get(event.call) ?? [];
    rows.push(rowOf(event, rows));
    calls.set(event.call, rows);
  }
  return [...calls.values()];
}
function bytesOf(rows, kind) {
  const parts = rows.flatMap((row) => row.parts);
  return parts.reduce((sum, part) => kind && part.kind !== kind ? sum : sum + part.size, 0);
}
function rowOf(event, before) {
  const parts = event.fields.flatMap(partsOf);
  const isHeaders = parts.some(({ kind }) => kind === "headers");
  const isFirst = !before.some(({ from }) => from === event.from);
  const role = event.from === "client" ? isHeaders ? "requestHeaders" : "request" : !isHeaders ? "response" : isFirst ? "responseHeaders" : "trailers";
  const endStream = event.title.endsWith("END_STREAM");
  return { from: event.from, role, endStream, size: event.bytes.length / 2, parts };
}
function partsOf(field) {
  const { name, length, children = [] } = field;
  if (name === "frame header") return [{ kind: "frame", size: length }];
  if (name === "header block") return [{ kind: "headers", size: length }];
  const message = children.find((child) => child.name === "message");
  if (message === void 0) return [{ kind: "message", size: length }];
  return [
    { kind: "prefix", size: length - message.length },
    { kind: "message", size: message.length }
  ];
}
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "CallAnatomy",
  __ssrInlineRender: true,
  props: {
    trace: {},
    texts: { default: () => lessonTexts.callAnatomy }
  },
  setup(__props) {
    const props = __props;
    const KINDS = ["frame", "headers", "prefix", "message"];
    const calls = computed(() => anatomyOf(props.trace));
    const longest = computed(() => Math.max(...calls.value.flat().map(({ size }) => size)));
    const width = (size) => `${100 * size / longest.value}%`;
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "call-anatomy" }, _attrs))} data-v-41e87895><!--[-->`);
      ssrRenderList(calls.value, (rows, i) => {
        _push(`<section data-v-41e87895><p class="call" data-v-41e87895>${ssrInterpolate(__props.texts.call(i + 1, unref(bytesOf)(rows), unref(bytesOf)(rows, "message")))}</p><ol data-v-41e87895><!--[-->`);
        ssrRenderList(rows, (row, j) => {
          _push(`<li class="${ssrRenderClass(row.from)}" data-v-41e87895><span class="role" data-v-41e87895>${ssrInterpolate(__props.texts.roles[row.role])}`);
          if (row.endStream) {
            _push(`<small data-v-41e87895>${ssrInterpolate(__props.texts.end)}</small>`);
          } else {
            _push(`<!---->`);
          }
          _push(`</span><span class="bar" aria-hidden="true" data-v-41e87895><!--[-->`);
          ssrRenderList(row.parts, (part) => {
            _push(`<span class="${ssrRenderClass(part.kind)}" style="${ssrRenderStyle({ width: width(part.size) })}" data-v-41e87895></span>`);
          });
          _push(`<!--]--></span><span class="size" data-v-41e87895>${ssrInterpolate(row.size)}<span class="visually-hidden" data-v-41e87895>${ssrInterpolate(__props.texts.bytes)}: ${ssrInterpolate(row.parts.map(({ kind, size }) => `${__props.texts.kinds[kind]} ${size}`).join(", "))}</span></span></li>`);
        });
        _push(`<!--]--></ol></section>`);
      });
      _push(`<!--]--><ul class="legend" aria-hidden="true" data-v-41e87895><!--[-->`);
      ssrRenderList(KINDS, (kind) => {
        _push(`<li data-v-41e87895><span class="${ssrRenderClass(kind)}" data-v-41e87895></span> ${ssrInterpolate(__props.texts.kinds[kind])}</li>`);
      });
      _push(`<!--]--></ul><figcaption data-v-41e87895>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/CallAnatomy.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CallAnatomy = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-41e87895"]]);
export {
  CallAnatomy as default
};
