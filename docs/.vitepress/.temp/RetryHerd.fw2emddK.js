import { defineComponent, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderList, ssrInterpolate } from "vue/server-renderer";
import { R as Random } from "./random.BGL3_TQ1.js";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
function retryBackoff(policy, n, random) {
  const base = policy.initialBackoffMs * policy.backoffMultiplier ** (n - 1);
  return Math.min(base, policy.maxBackoffMs) * (0.8 + 0.4 * random());
}
const CLIENTS = 200;
const RETRIES = 3;
const POLICY = {
  initialBackoffMs: 20,
  maxBackoffMs: 1e3,
  backoffMultiplier: 2
};
function herd(chance) {
  const random = new Random(22);
  return Array.from({ length: CLIENTS }, () => {
    let at = 0;
    for (let n = 1; n <= RETRIES; n++) {
      at += retryBackoff(POLICY, n, () => chance ?? random.next());
    }
    return at;
  });
}
const PIECE_MS = 5;
function arrivals(times) {
  const counts = /* @__PURE__ */ new Map();
  for (const time of times) {
    const from = Math.floor((time + 1e-6) / PIECE_MS) * PIECE_MS;
    counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b).map(([from, count]) => ({ from, width: PIECE_MS, count }));
}
const LEFT = 46;
const RIGHT = 550;
const FROM_MS = 110;
const TO_MS = 175;
const HIGHEST = 200;
const HEIGHT = 84;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "RetryHerd",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.herd }
  },
  setup(__props) {
    const x = (ms) => LEFT + (ms - FROM_MS) / (TO_MS - FROM_MS) * (RIGHT - LEFT);
    const charts = [
      { chance: false, title: 18, bottom: 118, bars: arrivals(herd(0.5)) },
      { chance: true, title: 152, bottom: 196, bars: arrivals(herd(void 0)) }
    ];
    const most = Math.max(...charts[1].bars.map(({ count }) => count));
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "retry-herd" }, _attrs))} data-v-9767d056><svg viewBox="0 0 560 228" role="img"${ssrRenderAttr("aria-label", __props.texts.alt(unref(most)))} data-v-9767d056><!--[-->`);
      ssrRenderList(charts, (chart) => {
        _push(`<g data-v-9767d056><text x="0"${ssrRenderAttr("y", chart.title)} data-v-9767d056>${ssrInterpolate(chart.chance ? __props.texts.chance : __props.texts.none)}</text><line${ssrRenderAttr("x1", LEFT)}${ssrRenderAttr("x2", RIGHT)}${ssrRenderAttr("y1", chart.bottom)}${ssrRenderAttr("y2", chart.bottom)} data-v-9767d056></line><!--[-->`);
        ssrRenderList(chart.bars, (bar) => {
          _push(`<g data-v-9767d056><rect${ssrRenderAttr("x", x(bar.from) + 1)}${ssrRenderAttr("y", chart.bottom - bar.count / HIGHEST * HEIGHT)}${ssrRenderAttr("width", x(bar.from + bar.width) - x(bar.from) - 2)}${ssrRenderAttr("height", bar.count / HIGHEST * HEIGHT)} data-v-9767d056></rect>`);
          if (bar.count > 9) {
            _push(`<text${ssrRenderAttr("x", x(bar.from + bar.width / 2))}${ssrRenderAttr("y", chart.bottom - bar.count / HIGHEST * HEIGHT - 4)} text-anchor="middle" data-v-9767d056>${ssrInterpolate(bar.count)}</text>`);
          } else {
            _push(`<!---->`);
          }
          _push(`</g>`);
        });
        _push(`<!--]--></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList([120, 140, 160], (ms) => {
        _push(`<text${ssrRenderAttr("x", x(ms))} y="218" text-anchor="middle" data-v-9767d056>${ssrInterpolate(__props.texts.at(ms))}</text>`);
      });
      _push(`<!--]--></svg><figcaption data-v-9767d056>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/RetryHerd.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RetryHerd = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-9767d056"]]);
export {
  RetryHerd as default
};
