import { defineComponent, computed, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderList, ssrRenderAttr } from "vue/server-renderer";
import { p as pairingTexts, s as sentOn, h as headersIn } from "./en-pairings.AcJA67pE.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "HeadersSideBySide",
  __ssrInlineRender: true,
  props: {
    stacks: {},
    texts: { default: () => pairingTexts.headers }
  },
  setup(__props) {
    const props = __props;
    const PARTS = [
      { part: "request", from: "client", at: 0 },
      { part: "response", from: "server", at: 0 },
      { part: "trailers", from: "server", at: -1 }
    ];
    const parts = computed(
      () => PARTS.map(({ part, from, at }) => {
        const lists = props.stacks.map(({ trace }) => {
          const frame = sentOn(trace, from, 1).at(at);
          return frame === void 0 ? [] : headersIn(frame);
        });
        const names = [...new Set(lists.flat().map(({ name }) => name))];
        const rows = names.map((name) => ({
          name,
          cells: lists.map((list) => list.find((header) => header.name === name))
        }));
        return { part, rows };
      })
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "headers widget",
        tabindex: "0",
        "aria-label": __props.texts.title
      }, _attrs))} data-v-d8e84bdf><table data-v-d8e84bdf><thead data-v-d8e84bdf><tr data-v-d8e84bdf><th scope="col" data-v-d8e84bdf>${ssrInterpolate(__props.texts.name)}</th><!--[-->`);
      ssrRenderList(__props.stacks, (stack) => {
        _push(`<th scope="col" data-v-d8e84bdf>${ssrInterpolate(stack.name)}</th>`);
      });
      _push(`<!--]--></tr></thead><!--[-->`);
      ssrRenderList(parts.value, ({ part, rows }) => {
        _push(`<tbody data-v-d8e84bdf><tr data-v-d8e84bdf><th class="part" scope="rowgroup"${ssrRenderAttr("colspan", __props.stacks.length + 1)} data-v-d8e84bdf>${ssrInterpolate(__props.texts.parts[part])}</th></tr><!--[-->`);
        ssrRenderList(rows, (row) => {
          _push(`<tr data-v-d8e84bdf><th scope="row" data-v-d8e84bdf><code data-v-d8e84bdf>${ssrInterpolate(row.name)}</code></th><!--[-->`);
          ssrRenderList(row.cells, (cell, i) => {
            _push(`<td data-v-d8e84bdf>`);
            if (cell) {
              _push(`<!--[-->${ssrInterpolate(cell.value)} <span class="size" data-v-d8e84bdf>${ssrInterpolate(__props.texts.size(cell.bytes))}</span><!--]-->`);
            } else {
              _push(`<span class="size" data-v-d8e84bdf>${ssrInterpolate(__props.texts.absent)}</span>`);
            }
            _push(`</td>`);
          });
          _push(`<!--]--></tr>`);
        });
        _push(`<!--]--></tbody>`);
      });
      _push(`<!--]--></table></section>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/HeadersSideBySide.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const HeadersSideBySide = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-d8e84bdf"]]);
export {
  HeadersSideBySide as default
};
