import { ref, onMounted, defineComponent, computed, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderList, ssrRenderAttr } from "vue/server-renderer";
import { a as useTexts, c as useData, l as lessonNumberOf, u as useBrowserProgress } from "./app.js";
import "@vueuse/core";
import "./plugin-vue_export-helper.1tPrXgE0.js";
function useMounted() {
  const isMounted = ref(false);
  onMounted(() => {
    isMounted.value = true;
  });
  return isMounted;
}
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "QuizScore",
  __ssrInlineRender: true,
  props: {
    questions: {},
    texts: {}
  },
  setup(__props) {
    const props = __props;
    const t = useTexts("quiz", () => props.texts);
    const { page } = useData();
    const isMounted = useMounted();
    const answered = computed(() => {
      const lesson = lessonNumberOf(page.value.relativePath);
      if (!isMounted.value || lesson === void 0) return [];
      return useBrowserProgress().progress[lesson]?.answered ?? [];
    });
    const open = computed(
      () => props.questions.map(({ id }, i) => ({ id, number: i + 1 })).filter(({ id }) => !answered.value.includes(id))
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({ class: "quiz-score" }, _attrs))}><p>${ssrInterpolate(unref(t).score(__props.questions.length - open.value.length, __props.questions.length))} `);
      if (open.value.length > 0) {
        _push(`<!--[-->${ssrInterpolate(unref(t).stillOpen)} <!--[-->`);
        ssrRenderList(open.value, ({ id, number }, i) => {
          _push(`<!--[-->${ssrInterpolate(i === 0 ? " " : ", ")}<a${ssrRenderAttr("href", `#question-${id}`)}>${ssrInterpolate(unref(t).toQuestion(number))}</a><!--]-->`);
        });
        _push(`<!--]-->. <!--]-->`);
      } else {
        _push(`<!---->`);
      }
      _push(`</p></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/QuizScore.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  _sfc_main as default
};
