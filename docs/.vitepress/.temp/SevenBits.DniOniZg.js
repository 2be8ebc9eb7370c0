import { defineComponent, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrInterpolate, ssrRenderList, ssrRenderClass } from "vue/server-renderer";
import { f as encodeVarint32 } from "./varint.BEU0HmIF.js";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const NUMBER = 300;
const CELL = 20;
const LEFT = 178;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "SevenBits",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.sevenBits }
  },
  setup(__props) {
    const bytes = encodeVarint32(NUMBER);
    const low = bits(bytes[0]).slice(1);
    const high = bits(bytes[1]).slice(1);
    const whole = (high + low).replace(/^0+/, "");
    function bits(byte) {
      return byte.toString(2).padStart(8, "0");
    }
    const RIGHT = LEFT + 18 * CELL;
    const SECOND = LEFT + 10 * CELL;
    const cells = (text, x) => [...text].map((bit, i) => ({ bit, x: x + i * CELL }));
    const lowAbove = RIGHT - 7 * CELL;
    const highAbove = lowAbove - 8 * CELL;
    const rows = {
      binary: cells(whole, RIGHT - whole.length * CELL),
      high: cells(high, highAbove),
      low: cells(low, lowAbove),
      first: cells(bits(bytes[0]), LEFT),
      second: cells(bits(bytes[1]), SECOND)
    };
    const hex = (byte) => byte.toString(16).padStart(2, "0");
    const middle = (x, count) => x + count * CELL / 2;
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "seven-bits" }, _attrs))} data-v-d7f5ba38><svg viewBox="0 0 560 262" role="img"${ssrRenderAttr("aria-label", __props.texts.alt)} data-v-d7f5ba38><g class="names" data-v-d7f5ba38><text x="0" y="31" data-v-d7f5ba38>${ssrInterpolate(NUMBER)} ${ssrInterpolate(__props.texts.binary)}</text><text x="0" y="96" data-v-d7f5ba38>${ssrInterpolate(__props.texts.groups)}</text><text x="0" y="186" data-v-d7f5ba38>${ssrInterpolate(__props.texts.marked)}</text><text x="0" y="240" data-v-d7f5ba38>${ssrInterpolate(__props.texts.bytes)}</text></g><path class="way low"${ssrRenderAttr("d", `M${middle(lowAbove, 7)} 108 C${middle(lowAbove, 7)} 142 ${middle(LEFT + CELL, 7)} 128 ${middle(LEFT + CELL, 7)} 160`)} data-v-d7f5ba38></path><path class="way high"${ssrRenderAttr("d", `M${middle(highAbove, 7)} 108 C${middle(highAbove, 7)} 142 ${middle(SECOND + CELL, 7)} 128 ${middle(SECOND + CELL, 7)} 160`)} data-v-d7f5ba38></path><!--[-->`);
      ssrRenderList(rows.binary, (cell, i) => {
        _push(`<g data-v-d7f5ba38><text class="bit"${ssrRenderAttr("x", cell.x + CELL / 2)} y="31" data-v-d7f5ba38>${ssrInterpolate(cell.bit)}</text></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(rows.high, (cell, i) => {
        _push(`<g class="high" data-v-d7f5ba38><rect${ssrRenderAttr("x", cell.x)} y="78"${ssrRenderAttr("width", CELL)} height="26" data-v-d7f5ba38></rect><text class="bit"${ssrRenderAttr("x", cell.x + CELL / 2)} y="96" data-v-d7f5ba38>${ssrInterpolate(cell.bit)}</text></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(rows.low, (cell, i) => {
        _push(`<g class="low" data-v-d7f5ba38><rect${ssrRenderAttr("x", cell.x)} y="78"${ssrRenderAttr("width", CELL)} height="26" data-v-d7f5ba38></rect><text class="bit"${ssrRenderAttr("x", cell.x + CELL / 2)} y="96" data-v-d7f5ba38>${ssrInterpolate(cell.bit)}</text></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(rows.first, (cell, i) => {
        _push(`<g class="${ssrRenderClass(i === 0 ? "mark" : "low")}" data-v-d7f5ba38><rect${ssrRenderAttr("x", cell.x)} y="166"${ssrRenderAttr("width", CELL)} height="28" data-v-d7f5ba38></rect><text class="bit"${ssrRenderAttr("x", cell.x + CELL / 2)} y="185" data-v-d7f5ba38>${ssrInterpolate(cell.bit)}</text></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(rows.second, (cell, i) => {
        _push(`<g class="${ssrRenderClass(i === 0 ? "mark" : "high")}" data-v-d7f5ba38><rect${ssrRenderAttr("x", cell.x)} y="166"${ssrRenderAttr("width", CELL)} height="28" data-v-d7f5ba38></rect><text class="bit"${ssrRenderAttr("x", cell.x + CELL / 2)} y="185" data-v-d7f5ba38>${ssrInterpolate(cell.bit)}</text></g>`);
      });
      _push(`<!--]--><text class="hex"${ssrRenderAttr("x", middle(LEFT, 8))} y="240" data-v-d7f5ba38>${ssrInterpolate(hex(unref(bytes)[0]))}</text><text class="hex"${ssrRenderAttr("x", middle(SECOND, 8))} y="240" data-v-d7f5ba38>${ssrInterpolate(hex(unref(bytes)[1]))}</text></svg><figcaption data-v-d7f5ba38>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/SevenBits.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SevenBits = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-d7f5ba38"]]);
export {
  SevenBits as default
};
