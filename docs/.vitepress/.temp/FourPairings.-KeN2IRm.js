import { defineComponent, ref, computed, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderAttr, ssrRenderList, ssrRenderClass, ssrIncludeBooleanAttr, ssrLooseEqual, ssrRenderComponent } from "vue/server-renderer";
import { p as pairingTexts, s as sentOn, a as sizeOf } from "./en-pairings.AcJA67pE.js";
import TraceExplorer from "./TraceExplorer.Dmk5aerm.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "./hex.CEu7cY_P.js";
import "./app.js";
import "@vueuse/core";
import "./NoScript.-X6BtIl5.js";
import "./TraceMessage.D-r0a7cP.js";
import "./use-copy.1ChcV11P.js";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "FourPairings",
  __ssrInlineRender: true,
  props: {
    pairings: {},
    texts: { default: () => pairingTexts }
  },
  setup(__props) {
    const props = __props;
    const chosen = ref(0);
    const shown = computed(() => props.pairings[chosen.value]);
    const rows = computed(
      () => props.pairings.map(({ client, server, trace }) => {
        const size = (from, stream) => sentOn(trace, from, stream).reduce((sum, message) => sum + sizeOf(message), 0);
        const cells = [size("client", 1), size("server", 1), size("client", 3), size("server", 3)];
        return { client, server, cells };
      })
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "pairings",
        "aria-label": __props.texts.title
      }, _attrs))} data-v-b9696032><div class="choice widget" data-v-b9696032><p class="about" data-v-b9696032>${ssrInterpolate(__props.texts.caption)}</p><table${ssrRenderAttr("aria-label", __props.texts.caption)} data-v-b9696032><thead data-v-b9696032><tr data-v-b9696032><!--[-->`);
      ssrRenderList(__props.texts.columns, (name, key) => {
        _push(`<th scope="col" data-v-b9696032>${ssrInterpolate(name)}</th>`);
      });
      _push(`<!--]--></tr></thead><tbody data-v-b9696032><!--[-->`);
      ssrRenderList(rows.value, (row, i) => {
        _push(`<tr class="${ssrRenderClass({ chosen: i === chosen.value })}" data-v-b9696032><th scope="row" data-v-b9696032><label data-v-b9696032><input${ssrIncludeBooleanAttr(ssrLooseEqual(chosen.value, i)) ? " checked" : ""} class="js-only" type="radio" name="pairing"${ssrRenderAttr("value", i)} data-v-b9696032><span class="end" data-v-b9696032>${ssrInterpolate(__props.texts.from(row.client))}</span> <span class="end" data-v-b9696032>${ssrInterpolate(row.server)}</span></label></th><!--[-->`);
        ssrRenderList(row.cells, (cell, j) => {
          _push(`<td class="${ssrRenderClass(j % 2 === 0 ? "client" : "server")}" data-v-b9696032>${ssrInterpolate(cell)}</td>`);
        });
        _push(`<!--]--></tr>`);
      });
      _push(`<!--]--></tbody></table></div>`);
      if (shown.value) {
        _push(ssrRenderComponent(TraceExplorer, {
          key: chosen.value,
          trace: shown.value.trace
        }, null, _parent));
      } else {
        _push(`<!---->`);
      }
      _push(`</section>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/FourPairings.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FourPairings = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-b9696032"]]);
export {
  FourPairings as default
};
