import { defineComponent, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderList, ssrInterpolate, ssrRenderClass } from "vue/server-renderer";
import { e as encodeScalar } from "./scalar.hxwY-QcD.js";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "./concat.Do7hq_a9.js";
import "./utf8.SLM2nV_b.js";
import "./varint.BEU0HmIF.js";
import "./wire-type.xZF9mTfn.js";
const LEFT = 46;
const WIDTH = 494;
const TOP = 20;
const HEIGHT = 210;
const MOST = 10;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "SizeChart",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.sizeChart }
  },
  setup(__props) {
    const TYPES = ["int32", "sint32", "sfixed32"];
    const POWERS = Array.from({ length: 63 }, (_, i) => i - 31);
    const valueAt = (power) => power === 0 ? 0 : power < 0 ? -(2 ** -power) : Math.min(2 ** power, 2 ** 31 - 1);
    const step = WIDTH / POWERS.length;
    const x = (index) => LEFT + index * step;
    const y = (bytes) => TOP + HEIGHT - bytes / MOST * HEIGHT;
    function stairs(type) {
      const points = POWERS.flatMap((power, i) => {
        const height = y(encodeScalar(type, valueAt(power)).length);
        return [`${x(i)},${height}`, `${x(i + 1)},${height}`];
      });
      return points.join(" ");
    }
    const lines = TYPES.map((type) => ({ type, points: stairs(type) }));
    const LABELS = { int32: [120, y(10) + 20], sint32: [84, y(1.35)], sfixed32: [306, y(4) - 7] };
    const TICKS = [
      { power: -31, text: "−2³¹" },
      { power: -14, text: "−2¹⁴" },
      { power: -7, text: "−2⁷" },
      { power: 0, text: "0" },
      { power: 7, text: "2⁷" },
      { power: 14, text: "2¹⁴" },
      { power: 21, text: "2²¹" },
      { power: 31, text: "2³¹" }
    ];
    const tickX = (power) => x(power + 31) + step / 2;
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "size-chart" }, _attrs))} data-v-84c9ffdb><svg viewBox="0 0 560 268" role="img"${ssrRenderAttr("aria-label", __props.texts.alt)} data-v-84c9ffdb><!--[-->`);
      ssrRenderList([1, 2, 4, 5, 10], (bytes) => {
        _push(`<g class="grid" data-v-84c9ffdb><line${ssrRenderAttr("x1", LEFT)}${ssrRenderAttr("x2", LEFT + WIDTH)}${ssrRenderAttr("y1", y(bytes))}${ssrRenderAttr("y2", y(bytes))} data-v-84c9ffdb></line><text${ssrRenderAttr("x", LEFT - 8)}${ssrRenderAttr("y", y(bytes) + 5)} text-anchor="end" data-v-84c9ffdb>${ssrInterpolate(bytes)}</text></g>`);
      });
      _push(`<!--]--><text class="unit" x="0" y="12" data-v-84c9ffdb>${ssrInterpolate(__props.texts.bytes)}</text><!--[-->`);
      ssrRenderList(TICKS, (tick) => {
        _push(`<g class="tick" data-v-84c9ffdb><line${ssrRenderAttr("x1", tickX(tick.power))}${ssrRenderAttr("x2", tickX(tick.power))}${ssrRenderAttr("y1", TOP + HEIGHT)}${ssrRenderAttr("y2", TOP + HEIGHT + 5)} data-v-84c9ffdb></line><text${ssrRenderAttr("x", tickX(tick.power))}${ssrRenderAttr("y", TOP + HEIGHT + 22)} text-anchor="middle" data-v-84c9ffdb>${ssrInterpolate(tick.text)}</text></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(unref(lines), (line) => {
        _push(`<g class="${ssrRenderClass(line.type)}" data-v-84c9ffdb><polyline${ssrRenderAttr("points", line.points)} data-v-84c9ffdb></polyline><text${ssrRenderAttr("x", LABELS[line.type][0])}${ssrRenderAttr("y", LABELS[line.type][1])} data-v-84c9ffdb>${ssrInterpolate(line.type)}</text></g>`);
      });
      _push(`<!--]--></svg><figcaption data-v-84c9ffdb>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/SizeChart.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SizeChart = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-84c9ffdb"]]);
export {
  SizeChart as default
};
