import { defineComponent, computed, ref, onMounted, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderAttr, ssrRenderComponent, ssrRenderList } from "vue/server-renderer";
import { a as useTexts, d as data, u as useBrowserProgress, f as findNext, w as withBase } from "./app.js";
import call from "./calls.trace.B-Pxh-Wi.js";
import CourseMap from "./CourseMap.DmDvPF6c.js";
import GetCourse from "./GetCourse.DEFLyPLW.js";
import TraceExplorer from "./TraceExplorer.Dmk5aerm.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "@vueuse/core";
import "./CopyCommand.12S9rOsu.js";
import "./use-copy.1ChcV11P.js";
import "./hex.CEu7cY_P.js";
import "./NoScript.-X6BtIl5.js";
import "./TraceMessage.D-r0a7cP.js";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "HomePage",
  __ssrInlineRender: true,
  props: {
    texts: {}
  },
  setup(__props) {
    const props = __props;
    const t = useTexts("home", () => props.texts);
    const site = useTexts("site");
    const lessons = computed(() => data.flatMap((part) => part.lessons));
    const written = computed(() => lessons.value.filter(({ link }) => link !== void 0));
    const next = ref(written.value[0]);
    const isBegun = ref(false);
    onMounted(() => {
      const { progress } = useBrowserProgress();
      isBegun.value = Object.keys(progress).length > 0;
      next.value = findNext(written.value, progress);
    });
    const trace = computed(() => {
      const whole = call;
      return { ...whole, events: whole.events.slice(0, 2) };
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<main${ssrRenderAttrs(mergeProps({
        id: "VPContent-main",
        class: "home"
      }, _attrs))} data-v-878e3b36><div class="opening" data-v-878e3b36><div class="words" data-v-878e3b36><h1 data-v-878e3b36>${ssrInterpolate(unref(site).title)}</h1><p class="lead" data-v-878e3b36>${ssrInterpolate(unref(t).lead)}</p>`);
      if (next.value?.link) {
        _push(`<p data-v-878e3b36><a class="ink-button start"${ssrRenderAttr("href", unref(withBase)(next.value.link))} data-v-878e3b36>${ssrInterpolate(isBegun.value ? unref(t).goOn(next.value.number) : unref(t).start(next.value.number))}</a></p>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<p id="begin" class="label" data-v-878e3b36>${ssrInterpolate(unref(t).begin)}</p>`);
      _push(ssrRenderComponent(GetCourse, null, null, _parent));
      _push(`<div class="beside" data-v-878e3b36><h2 data-v-878e3b36>${ssrInterpolate(unref(t).traceTitle)}</h2><p data-v-878e3b36>${ssrInterpolate(unref(t).traceLead)}</p></div></div><div class="live" data-v-878e3b36>`);
      _push(ssrRenderComponent(TraceExplorer, {
        trace: trace.value,
        tour: ""
      }, null, _parent));
      _push(`</div></div><section class="about"${ssrRenderAttr("aria-label", unref(t).waysTitle)} data-v-878e3b36><dl data-v-878e3b36><!--[-->`);
      ssrRenderList(unref(t).ways, (way) => {
        _push(`<div data-v-878e3b36><dt data-v-878e3b36>${ssrInterpolate(way.title)}</dt><dd data-v-878e3b36>${ssrInterpolate(way.text)}</dd></div>`);
      });
      _push(`<!--]--></dl></section><section aria-labelledby="map" data-v-878e3b36><h2 id="map" data-v-878e3b36>${ssrInterpolate(unref(t).mapTitle)}</h2><p class="map-lead" data-v-878e3b36>${ssrInterpolate(unref(t).mapLead(unref(data).length, lessons.value.length))}</p>`);
      _push(ssrRenderComponent(CourseMap, null, null, _parent));
      _push(`</section></main>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/HomePage.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const HomePage = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-878e3b36"]]);
export {
  HomePage as default
};
