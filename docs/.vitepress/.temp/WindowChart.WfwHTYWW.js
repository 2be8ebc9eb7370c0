import { defineComponent, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderList, ssrInterpolate } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const windows = [
  {
    window: 16384,
    formula: 409600,
    measured: 410010
  },
  {
    window: 65535,
    formula: 1638375,
    measured: 1640015
  },
  {
    window: 262144,
    formula: 6553600,
    measured: 6297754
  },
  {
    window: 524288,
    formula: 13107200,
    measured: 12595508
  },
  {
    window: 1048576,
    formula: 26214400,
    measured: 24141389
  },
  {
    window: 4194304,
    formula: 104857600,
    measured: 74917029
  }
];
const LEFT = 62;
const RIGHT = 540;
const TOP = 24;
const BOTTOM = 236;
const FIRST = 2 ** 13.5;
const LAST = 2 ** 22.7;
const LOWEST = 0.25;
const HIGHEST = 160;
const LINE = 125;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "WindowChart",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.windowChart }
  },
  setup(__props) {
    const part = (value, from, to) => Math.log(value / from) / Math.log(to / from);
    const x = (octets) => LEFT + part(octets, FIRST, LAST) * (RIGHT - LEFT);
    const y = (megabytes) => BOTTOM - part(megabytes, LOWEST, HIGHEST) * (BOTTOM - TOP);
    const formula = [FIRST, LAST].map((octets) => `${x(octets)},${y(octets / 0.04 / 1e6)}`).join(" ");
    const points = windows.map(({ window, measured }) => ({
      window,
      rate: (measured / 1e6).toFixed(measured < 1e7 ? 2 : 0),
      x: x(window),
      y: y(measured / 1e6)
    }));
    const NAMES = {
      16384: "16 KiB",
      65535: "65,535",
      262144: "256 KiB",
      1048576: "1 MiB",
      4194304: "4 MiB"
    };
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "window-chart" }, _attrs))} data-v-14f0637a><svg viewBox="0 0 560 276" role="img"${ssrRenderAttr("aria-label", __props.texts.alt)} data-v-14f0637a><!--[-->`);
      ssrRenderList([1, 10, 100], (rate) => {
        _push(`<g class="grid" data-v-14f0637a><line${ssrRenderAttr("x1", LEFT)}${ssrRenderAttr("x2", RIGHT)}${ssrRenderAttr("y1", y(rate))}${ssrRenderAttr("y2", y(rate))} data-v-14f0637a></line><text${ssrRenderAttr("x", LEFT - 8)}${ssrRenderAttr("y", y(rate) + 5)} text-anchor="end" data-v-14f0637a>${ssrInterpolate(rate)}</text></g>`);
      });
      _push(`<!--]--><text x="0" y="14" data-v-14f0637a>${ssrInterpolate(__props.texts.rate)}</text><g class="most" data-v-14f0637a><line${ssrRenderAttr("x1", LEFT)}${ssrRenderAttr("x2", RIGHT)}${ssrRenderAttr("y1", y(LINE))}${ssrRenderAttr("y2", y(LINE))} data-v-14f0637a></line><text${ssrRenderAttr("x", LEFT + 6)}${ssrRenderAttr("y", y(LINE) - 6)} data-v-14f0637a>${ssrInterpolate(__props.texts.line)}</text></g><polyline class="formula"${ssrRenderAttr("points", unref(formula))} data-v-14f0637a></polyline><!--[-->`);
      ssrRenderList(unref(points), (point) => {
        _push(`<g class="point" data-v-14f0637a><circle${ssrRenderAttr("cx", point.x)}${ssrRenderAttr("cy", point.y)} r="5" data-v-14f0637a></circle><text${ssrRenderAttr("x", point.x + 9)}${ssrRenderAttr("y", point.y + 16)} data-v-14f0637a>${ssrInterpolate(point.rate)}</text>`);
        if (NAMES[point.window]) {
          _push(`<text class="tick"${ssrRenderAttr("x", point.x)}${ssrRenderAttr("y", BOTTOM + 20)} text-anchor="middle" data-v-14f0637a>${ssrInterpolate(NAMES[point.window])}</text>`);
        } else {
          _push(`<!---->`);
        }
        _push(`</g>`);
      });
      _push(`<!--]--><text${ssrRenderAttr("x", RIGHT)}${ssrRenderAttr("y", BOTTOM + 38)} text-anchor="end" data-v-14f0637a>${ssrInterpolate(__props.texts.window)}</text></svg><figcaption data-v-14f0637a>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/WindowChart.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WindowChart = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-14f0637a"]]);
export {
  WindowChart as default
};
