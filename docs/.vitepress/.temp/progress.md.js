import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Progress","description":"Pages read, questions answered and exercises passed, on this machine and in this browser.","frontmatter":{"description":"Pages read, questions answered and exercises passed, on this machine and in this browser.","aside":false},"headers":[],"relativePath":"progress.md","filePath":"progress.md"}');
const _sfc_main = { name: "progress.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_ProgressTable = resolveComponent("ProgressTable");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="progress" tabindex="-1">Progress <a class="header-anchor" href="#progress" aria-label="Permalink to &quot;Progress&quot;">​</a></h1>`);
  _push(ssrRenderComponent(_component_ProgressTable, null, null, _parent));
  _push(`<p>In a class? <a href="./for-teachers.html">For teachers</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("progress.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const progress = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  progress as default
};
