import { defineComponent, computed, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderList, ssrInterpolate, ssrRenderClass } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const ANSWERS = 16;
const STEP_MS = 20;
const AGAIN_MS = 600;
const LOST = 1;
function planned(connections) {
  const free = Array.from({ length: connections }, () => 0);
  return Array.from({ length: ANSWERS }, (_, i) => {
    const connection = i % connections;
    const sentMs = i * STEP_MS;
    const lost = i === LOST * connections;
    const readMs = Math.max(free[connection], sentMs + (lost ? AGAIN_MS : 0));
    free[connection] = readMs;
    return { connection, sentMs, readMs, lost };
  });
}
const LEFT = 14;
const SCALE = 0.68;
const TOP = 40;
const ROW = 15;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "LostSegment",
  __ssrInlineRender: true,
  props: {
    connections: { default: 1 },
    texts: { default: () => lessonTexts.lostSegment }
  },
  setup(__props) {
    const props = __props;
    const MARKS_MS = [0, 200, 400, 600];
    const xOf = (ms) => LEFT + ms * SCALE;
    const answers = computed(
      () => planned(props.connections).map((answer, i) => ({
        ...answer,
        y: TOP + 12 + i * ROW,
        late: answer.readMs > answer.sentMs
      }))
    );
    const late = computed(() => answers.value.filter((answer) => answer.late).length);
    const height = computed(() => TOP + 12 + answers.value.length * ROW);
    const width = xOf(720);
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "lost-segment" }, _attrs))} data-v-4f65dcfe><svg${ssrRenderAttr("viewBox", `0 0 ${unref(width)} ${height.value}`)} role="img"${ssrRenderAttr("aria-label", __props.texts.alt(__props.connections, late.value, answers.value.length))} data-v-4f65dcfe><!--[-->`);
      ssrRenderList(MARKS_MS, (ms) => {
        _push(`<g class="axis" data-v-4f65dcfe><text${ssrRenderAttr("x", xOf(ms))} y="18"${ssrRenderAttr("text-anchor", ms === 0 ? "start" : "middle")} data-v-4f65dcfe>${ssrInterpolate(__props.texts.ms(ms))}</text><line${ssrRenderAttr("x1", xOf(ms))}${ssrRenderAttr("x2", xOf(ms))} y1="26"${ssrRenderAttr("y2", height.value)} data-v-4f65dcfe></line></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(answers.value, (answer, i) => {
        _push(`<g class="${ssrRenderClass({ late: answer.late })}" data-v-4f65dcfe>`);
        if (answer.late) {
          _push(`<line${ssrRenderAttr("x1", xOf(answer.sentMs))}${ssrRenderAttr("x2", xOf(answer.readMs))}${ssrRenderAttr("y1", answer.y)}${ssrRenderAttr("y2", answer.y)} data-v-4f65dcfe></line>`);
        } else {
          _push(`<!---->`);
        }
        _push(`<circle class="sent"${ssrRenderAttr("cx", xOf(answer.sentMs))}${ssrRenderAttr("cy", answer.y)} r="4" data-v-4f65dcfe></circle><circle class="read"${ssrRenderAttr("cx", xOf(answer.readMs) + (answer.late ? 0 : 11))}${ssrRenderAttr("cy", answer.y)} r="4" data-v-4f65dcfe></circle>`);
        if (answer.lost) {
          _push(`<text class="word"${ssrRenderAttr("x", xOf(answer.sentMs) + 9)}${ssrRenderAttr("y", answer.y + 6)} data-v-4f65dcfe>${ssrInterpolate(__props.texts.lost)}</text>`);
        } else {
          _push(`<!---->`);
        }
        _push(`</g>`);
      });
      _push(`<!--]--></svg><p class="key" data-v-4f65dcfe><span class="sent" data-v-4f65dcfe>${ssrInterpolate(__props.texts.sent)}</span><span class="read" data-v-4f65dcfe>${ssrInterpolate(__props.texts.read)}</span></p><figcaption data-v-4f65dcfe>${ssrInterpolate(__props.texts.caption(__props.connections))}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/LostSegment.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LostSegment = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-4f65dcfe"]]);
export {
  LostSegment as default
};
