import { defineComponent, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderList, ssrInterpolate } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const distributions = [
  {
    name: "l4",
    counts: [
      99,
      0,
      0
    ]
  },
  {
    name: "l7",
    counts: [
      33,
      33,
      33
    ]
  },
  {
    name: "client",
    counts: [
      33,
      33,
      33
    ]
  }
];
const ROW = 140;
const MIDDLE = 66;
const SERVER_X = 300;
const LONGEST = 200;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "ServerBars",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.serverBars }
  },
  setup(__props) {
    const rows = distributions.map(({ name, counts }, i) => ({
      name,
      top: i * ROW,
      proxy: name !== "client",
      servers: counts.map((count, j) => ({
        name: `shop-${j + 1}`,
        count,
        y: 36 + 30 * j,
        width: Math.max(1, LONGEST * count / 99)
      }))
    }));
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "server-bars" }, _attrs))} data-v-49ce83f5><svg viewBox="0 0 560 396" role="img"${ssrRenderAttr("aria-label", __props.texts.alt)} data-v-49ce83f5><!--[-->`);
      ssrRenderList(unref(rows), (row) => {
        _push(`<g${ssrRenderAttr("transform", `translate(0 ${row.top})`)} data-v-49ce83f5><text class="title" x="0" y="14" data-v-49ce83f5>${ssrInterpolate(__props.texts.names[row.name])}</text><rect class="client" x="1"${ssrRenderAttr("y", MIDDLE - 14)} width="62" height="28" data-v-49ce83f5></rect><text x="32"${ssrRenderAttr("y", MIDDLE + 5)} text-anchor="middle" data-v-49ce83f5>${ssrInterpolate(__props.texts.client)}</text>`);
        if (row.proxy) {
          _push(`<!--[--><line x1="63" x2="136"${ssrRenderAttr("y1", MIDDLE)}${ssrRenderAttr("y2", MIDDLE)} data-v-49ce83f5></line><rect class="proxy" x="136"${ssrRenderAttr("y", MIDDLE - 14)} width="66" height="28" data-v-49ce83f5></rect><text x="169"${ssrRenderAttr("y", MIDDLE + 5)} text-anchor="middle" data-v-49ce83f5>${ssrInterpolate(__props.texts.proxy)}</text><!--]-->`);
        } else {
          _push(`<!---->`);
        }
        _push(`<!--[-->`);
        ssrRenderList(row.servers, (server) => {
          _push(`<g class="to" data-v-49ce83f5>`);
          if (server.count > 0) {
            _push(`<line${ssrRenderAttr("x1", row.proxy ? 202 : 63)}${ssrRenderAttr("x2", SERVER_X - 60)}${ssrRenderAttr("y1", MIDDLE)}${ssrRenderAttr("y2", server.y)} data-v-49ce83f5></line>`);
          } else {
            _push(`<!---->`);
          }
          _push(`<text${ssrRenderAttr("x", SERVER_X - 54)}${ssrRenderAttr("y", server.y + 5)} data-v-49ce83f5>${ssrInterpolate(server.name)}</text><rect class="bar"${ssrRenderAttr("x", SERVER_X)}${ssrRenderAttr("y", server.y - 9)}${ssrRenderAttr("width", server.width)} height="18" data-v-49ce83f5></rect><text${ssrRenderAttr("x", SERVER_X + server.width + 8)}${ssrRenderAttr("y", server.y + 5)} data-v-49ce83f5>${ssrInterpolate(server.count)}</text></g>`);
        });
        _push(`<!--]--></g>`);
      });
      _push(`<!--]--></svg><figcaption data-v-49ce83f5>${ssrInterpolate(__props.texts.caption)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/ServerBars.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ServerBars = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-49ce83f5"]]);
export {
  ServerBars as default
};
