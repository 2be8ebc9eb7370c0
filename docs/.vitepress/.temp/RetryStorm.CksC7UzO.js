import { defineComponent, computed, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderList, ssrRenderClass, ssrInterpolate } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const LAYERS = ["order", "stock", "price"];
const planned = (tries) => ({
  order: tries,
  stock: tries ** 2,
  price: tries ** 3
});
const LEFT = 104;
const RIGHT = 556;
const TOP = 30;
const BETWEEN = 62;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "RetryStorm",
  __ssrInlineRender: true,
  props: {
    tries: { default: 3 },
    texts: { default: () => lessonTexts.storm }
  },
  setup(__props) {
    const props = __props;
    const rows = computed(() => {
      const top = [{ x: (LEFT + RIGHT) / 2, y: TOP }];
      const all = [{ name: props.texts.client, count: 1, dots: top }];
      for (const [i, name] of LAYERS.entries()) {
        const count = planned(props.tries)[name];
        const step = (RIGHT - LEFT) / count;
        const dots = Array.from({ length: count }, (_, j) => ({
          x: LEFT + step * (j + 0.5),
          y: TOP + BETWEEN * (i + 1),
          from: all[i].dots[Math.floor(j / props.tries)]
        }));
        all.push({ name, count, dots });
      }
      return all;
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "retry-storm" }, _attrs))} data-v-d6ffb52a><svg${ssrRenderAttr("viewBox", `0 0 560 ${TOP + BETWEEN * 3 + 20}`)} role="img"${ssrRenderAttr("aria-label", __props.texts.alt(__props.tries))} data-v-d6ffb52a><!--[-->`);
      ssrRenderList(rows.value, (row, i) => {
        _push(`<g class="${ssrRenderClass(i === 0 ? "own" : "layer")}" data-v-d6ffb52a><!--[-->`);
        ssrRenderList(row.dots, (dot, j) => {
          _push(`<!--[-->`);
          if (dot.from) {
            _push(`<line${ssrRenderAttr("x1", dot.from.x)}${ssrRenderAttr("y1", dot.from.y + 8)}${ssrRenderAttr("x2", dot.x)}${ssrRenderAttr("y2", dot.y - 8)} data-v-d6ffb52a></line>`);
          } else {
            _push(`<!---->`);
          }
          _push(`<circle${ssrRenderAttr("cx", dot.x)}${ssrRenderAttr("cy", dot.y)} r="6" data-v-d6ffb52a></circle><!--]-->`);
        });
        _push(`<!--]--><text x="0"${ssrRenderAttr("y", row.dots[0].y + 6)} data-v-d6ffb52a>${ssrInterpolate(row.name)}</text><text x="92"${ssrRenderAttr("y", row.dots[0].y + 6)} text-anchor="end" data-v-d6ffb52a>${ssrInterpolate(row.count)}</text></g>`);
      });
      _push(`<!--]--></svg><figcaption data-v-d6ffb52a>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/RetryStorm.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RetryStorm = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-d6ffb52a"]]);
export {
  RetryStorm as default
};
