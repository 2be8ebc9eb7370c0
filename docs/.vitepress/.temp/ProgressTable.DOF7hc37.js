import { defineComponent, ref, onMounted, unref, useSSRContext } from "vue";
import { ssrInterpolate, ssrRenderList, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { a as useTexts, u as useBrowserProgress, d as data, w as withBase } from "./app.js";
import _sfc_main$1 from "./CodeText.E-kc64fQ.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "@vueuse/core";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "ProgressTable",
  __ssrInlineRender: true,
  props: {
    texts: {}
  },
  setup(__props) {
    const props = __props;
    const t = useTexts("progress", () => props.texts);
    const course = useTexts("course");
    const browser = ref({});
    const commands = ref();
    const source = ref(
      "noCommands"
    );
    onMounted(async () => {
      browser.value = useBrowserProgress().progress;
      return;
    });
    function tasksPassed(lesson) {
      const inTerminal = Object.keys(commands.value?.lessons[lesson]?.tasks ?? {});
      return (/* @__PURE__ */ new Set([...inTerminal.map(Number), ...browser.value[lesson]?.passed ?? []])).size;
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<!--[--><table class="progress" data-v-8a8e292c><caption class="visually-hidden" data-v-8a8e292c>${ssrInterpolate(unref(t).caption)}</caption><thead data-v-8a8e292c><tr data-v-8a8e292c><th scope="col" data-v-8a8e292c>${ssrInterpolate(unref(t).lesson)}</th><th scope="col" data-v-8a8e292c>${ssrInterpolate(unref(t).page)}</th><th scope="col" data-v-8a8e292c>${ssrInterpolate(unref(t).quiz)}</th><th scope="col" data-v-8a8e292c>${ssrInterpolate(unref(t).run)}</th><th scope="col" data-v-8a8e292c>${ssrInterpolate(unref(t).exercise)}</th></tr></thead><!--[-->`);
      ssrRenderList(unref(data), (part) => {
        _push(`<tbody data-v-8a8e292c><tr data-v-8a8e292c><th scope="rowgroup" colspan="5" class="part" data-v-8a8e292c>${ssrInterpolate(unref(course).part(part.number))} · ${ssrInterpolate(part.title)}</th></tr><!--[-->`);
        ssrRenderList(part.lessons, (lesson) => {
          _push(`<tr data-v-8a8e292c><th scope="row" data-v-8a8e292c><span class="number" data-v-8a8e292c>${ssrInterpolate(lesson.number)}</span>`);
          if (lesson.link) {
            _push(`<a${ssrRenderAttr("href", unref(withBase)(lesson.link))} data-v-8a8e292c>${ssrInterpolate(lesson.title)}</a>`);
          } else {
            _push(`<span class="unwritten" data-v-8a8e292c>${ssrInterpolate(lesson.title)}</span>`);
          }
          _push(`</th>`);
          if (!lesson.link) {
            _push(`<td colspan="4" class="unwritten" data-v-8a8e292c>${ssrInterpolate(unref(course).notWritten)}</td>`);
          } else {
            _push(`<!--[--><td data-v-8a8e292c>`);
            if (browser.value[lesson.number]?.read) {
              _push(`<span class="done" data-v-8a8e292c>✓ ${ssrInterpolate(unref(t).read)}</span>`);
            } else {
              _push(`<!--[-->${ssrInterpolate(unref(t).notRead)}<!--]-->`);
            }
            _push(`</td><td data-v-8a8e292c>`);
            if (browser.value[lesson.number]?.answered.length) {
              _push(`<span class="done" data-v-8a8e292c>${ssrInterpolate(unref(t).answered(browser.value[lesson.number].answered.length))}</span>`);
            } else {
              _push(`<!--[-->${ssrInterpolate(unref(t).notRead)}<!--]-->`);
            }
            _push(`</td><td data-v-8a8e292c>`);
            if (commands.value?.lessons[lesson.number]?.run) {
              _push(`<span class="done" data-v-8a8e292c>✓ ${ssrInterpolate(unref(t).wasRun)}</span>`);
            } else {
              _push(`<!--[-->${ssrInterpolate(unref(t).notRead)}<!--]-->`);
            }
            _push(`</td><td data-v-8a8e292c>`);
            if (tasksPassed(lesson.number) > 0) {
              _push(`<span class="done" data-v-8a8e292c>${ssrInterpolate(unref(t).passed(tasksPassed(lesson.number)))}</span>`);
            } else {
              _push(`<!--[-->${ssrInterpolate(unref(t).notRead)}<!--]-->`);
            }
            _push(`</td><!--]-->`);
          }
          _push(`</tr>`);
        });
        _push(`<!--]--></tbody>`);
      });
      _push(`<!--]--></table><p data-v-8a8e292c>`);
      _push(ssrRenderComponent(_sfc_main$1, {
        text: unref(t)[source.value]
      }, null, _parent));
      _push(`</p><p data-v-8a8e292c>${ssrInterpolate(unref(t).reading)}</p><!--]-->`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/ProgressTable.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ProgressTable = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-8a8e292c"]]);
export {
  ProgressTable as default
};
