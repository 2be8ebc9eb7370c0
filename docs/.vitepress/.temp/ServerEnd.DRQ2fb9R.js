import { defineComponent, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderList, ssrInterpolate, ssrRenderClass } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const NOTICE_MS = 5e3;
const GRACE_MS = 2e4;
const LAST_CALL = NOTICE_MS + 3e3;
const AGAIN = 2500;
const TIMELINES = [
  {
    id: "drained",
    lastCallAt: LAST_CALL,
    signals: [0],
    phases: [
      { phase: "leaving", from: 0, to: NOTICE_MS },
      { phase: "draining", from: NOTICE_MS, to: LAST_CALL }
    ],
    how: "drained"
  },
  {
    id: "never",
    signals: [0],
    phases: [
      { phase: "leaving", from: 0, to: NOTICE_MS },
      { phase: "draining", from: NOTICE_MS, to: NOTICE_MS + GRACE_MS }
    ],
    how: "forced"
  },
  {
    id: "again",
    signals: [0, AGAIN],
    phases: [{ phase: "leaving", from: 0, to: AGAIN }],
    how: "forced"
  }
];
const LEFT = 8;
const RIGHT = 548;
const UNTIL_MS = 27e3;
const ROW = 76;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "ServerEnd",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.serverEnd }
  },
  setup(__props) {
    const x = (ms) => LEFT + ms / UNTIL_MS * (RIGHT - LEFT);
    const rows = TIMELINES.map((line, i) => ({
      ...line,
      top: 24 + i * ROW,
      end: line.phases.at(-1).to
    }));
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "server-end" }, _attrs))} data-v-d20811f4><svg viewBox="0 0 560 256" role="img"${ssrRenderAttr("aria-label", __props.texts.alt)} data-v-d20811f4><!--[-->`);
      ssrRenderList(unref(rows), (row) => {
        _push(`<g data-v-d20811f4><text${ssrRenderAttr("x", LEFT)}${ssrRenderAttr("y", row.top - 6)} data-v-d20811f4>${ssrInterpolate(__props.texts.titles[row.id])}</text><!--[-->`);
        ssrRenderList(row.phases, (part) => {
          _push(`<g data-v-d20811f4><rect class="${ssrRenderClass(part.phase)}"${ssrRenderAttr("x", x(part.from))}${ssrRenderAttr("y", row.top)}${ssrRenderAttr("width", x(part.to) - x(part.from))} height="30" data-v-d20811f4></rect><text class="phase"${ssrRenderAttr("x", x(part.from) + 6)}${ssrRenderAttr("y", row.top + 20)} data-v-d20811f4>${ssrInterpolate(x(part.to) - x(part.from) > 80 ? __props.texts.phases[part.phase] : "")}</text></g>`);
        });
        _push(`<!--]--><line${ssrRenderAttr("x1", x(row.end))}${ssrRenderAttr("x2", x(row.end))}${ssrRenderAttr("y1", row.top - 3)}${ssrRenderAttr("y2", row.top + 33)} data-v-d20811f4></line><text${ssrRenderAttr("x", x(row.end) + (row.end > 2e4 ? -6 : 6))}${ssrRenderAttr("y", row.end > 2e4 ? row.top + 46 : row.top + 20)}${ssrRenderAttr("text-anchor", row.end > 2e4 ? "end" : "start")} data-v-d20811f4>${ssrInterpolate(__props.texts.how[row.how])}</text></g>`);
      });
      _push(`<!--]--><line class="axis"${ssrRenderAttr("x1", LEFT)}${ssrRenderAttr("x2", RIGHT)} y1="232" y2="232" data-v-d20811f4></line><!--[-->`);
      ssrRenderList([0, 5, 10, 15, 20, 25], (s) => {
        _push(`<text${ssrRenderAttr("x", x(s * 1e3))} y="250"${ssrRenderAttr("text-anchor", s === 0 ? "start" : "middle")} data-v-d20811f4>${ssrInterpolate(__props.texts.seconds(s))}</text>`);
      });
      _push(`<!--]--></svg><figcaption data-v-d20811f4>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/ServerEnd.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ServerEnd = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-d20811f4"]]);
export {
  ServerEnd as default
};
