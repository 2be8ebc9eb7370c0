import { defineComponent, useId, computed, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderList, ssrRenderClass, ssrInterpolate } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const BUDGET_MS = 200;
const STEP_MS = 10;
const SERVICES = [
  { name: "order", before: 4, after: 2 },
  { name: "stock", before: 6, after: 4 },
  { name: "price", before: 20, after: 0 }
];
function planned(handedOn) {
  const stretches = [];
  let at = 0;
  const work = ({ name }, steps) => {
    const most = handedOn || name === "order" ? Math.max(0, BUDGET_MS - at) : steps * STEP_MS;
    const to = at + Math.min(steps * STEP_MS, most);
    if (to > at) stretches.push({ service: name, from: at, to });
    at = to;
  };
  for (const service of SERVICES) work(service, service.before);
  for (const service of [...SERVICES].reverse()) work(service, service.after);
  return stretches;
}
const SCALE = 0.8;
const TOP = 46;
const FIRST_X = 62;
const BETWEEN = 146;
const BAR = 22;
const END_MS = 350;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "DeadlineChain",
  __ssrInlineRender: true,
  props: {
    handedOn: { type: Boolean, default: false },
    texts: { default: () => lessonTexts.chain }
  },
  setup(__props) {
    const props = __props;
    const head = useId();
    const yOf = (ms) => TOP + ms * SCALE;
    const xOf = (name) => FIRST_X + BETWEEN * (SERVICES.findIndex((service) => service.name === name) + 1);
    const lines = computed(() => [
      { name: props.texts.client, x: FIRST_X },
      ...SERVICES.map(({ name }) => ({ name, x: xOf(name) }))
    ]);
    const bars = computed(
      () => planned(props.handedOn).flatMap(
        ({ service, from, to }) => [
          { from, to: Math.min(to, BUDGET_MS), wasted: false },
          { from: Math.max(from, BUDGET_MS), to, wasted: true }
        ].filter((part) => part.to > part.from).map((part) => ({ ...part, x: xOf(service) }))
      )
    );
    const calls = computed(() => {
      let at = 0;
      return SERVICES.map(({ name, before }, i) => {
        const began = at;
        at += before * STEP_MS;
        const limited = i === 0 || props.handedOn;
        const label = limited ? props.texts.left(BUDGET_MS - began) : props.texts.forEver;
        return { at: began, from: xOf(name) - BETWEEN, to: xOf(name), label };
      });
    });
    const answers = computed(() => {
      if (props.handedOn) return [];
      const ends = new Map(planned(false).map(({ service, to }) => [service, to]));
      return ["price", "stock"].map((name) => ({
        at: ends.get(name),
        from: xOf(name),
        to: xOf(name) - BETWEEN
      }));
    });
    const height = yOf(props.handedOn ? BUDGET_MS + 26 : END_MS) + 6;
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "deadline-chain" }, _attrs))} data-v-9f0ed2e7><svg${ssrRenderAttr("viewBox", `0 0 560 ${height}`)} role="img"${ssrRenderAttr("aria-label", __props.texts.alt(__props.handedOn))} data-v-9f0ed2e7><defs data-v-9f0ed2e7><marker${ssrRenderAttr("id", unref(head))} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse" data-v-9f0ed2e7><path d="M0 0 L8 4 L0 8 z" data-v-9f0ed2e7></path></marker></defs><!--[-->`);
      ssrRenderList(lines.value, (line) => {
        _push(`<g class="${ssrRenderClass([{ own: line.x === FIRST_X }, "life"])}" data-v-9f0ed2e7><text${ssrRenderAttr("x", line.x)} y="20" text-anchor="middle" data-v-9f0ed2e7>${ssrInterpolate(line.name)}</text><line${ssrRenderAttr("x1", line.x)}${ssrRenderAttr("x2", line.x)} y1="30"${ssrRenderAttr("y2", height)} data-v-9f0ed2e7></line></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(bars.value, (bar, i) => {
        _push(`<rect class="${ssrRenderClass(bar.wasted ? "wasted" : "wanted")}"${ssrRenderAttr("x", bar.x - BAR / 2)}${ssrRenderAttr("y", yOf(bar.from))}${ssrRenderAttr("width", BAR)}${ssrRenderAttr("height", (bar.to - bar.from) * SCALE)} data-v-9f0ed2e7></rect>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(calls.value, (call) => {
        _push(`<g class="call" data-v-9f0ed2e7><line${ssrRenderAttr("x1", call.from + BAR / 2)}${ssrRenderAttr("x2", call.to - BAR / 2)}${ssrRenderAttr("y1", yOf(call.at))}${ssrRenderAttr("y2", yOf(call.at))}${ssrRenderAttr("marker-end", `url(#${unref(head)})`)} data-v-9f0ed2e7></line><text${ssrRenderAttr("x", (call.from + call.to) / 2)}${ssrRenderAttr("y", yOf(call.at) - 7)} text-anchor="middle" data-v-9f0ed2e7>${ssrInterpolate(call.label)}</text></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(answers.value, (answer) => {
        _push(`<g class="answer" data-v-9f0ed2e7><line${ssrRenderAttr("x1", answer.from - BAR / 2)}${ssrRenderAttr("x2", answer.to + BAR / 2)}${ssrRenderAttr("y1", yOf(answer.at))}${ssrRenderAttr("y2", yOf(answer.at))}${ssrRenderAttr("marker-end", `url(#${unref(head)})`)} data-v-9f0ed2e7></line></g>`);
      });
      _push(`<!--]--><g class="deadline" data-v-9f0ed2e7><line x1="6" x2="554"${ssrRenderAttr("y1", yOf(unref(BUDGET_MS)))}${ssrRenderAttr("y2", yOf(unref(BUDGET_MS)))} data-v-9f0ed2e7></line><text x="8"${ssrRenderAttr("y", yOf(unref(BUDGET_MS)) + 18)} data-v-9f0ed2e7>${ssrInterpolate(__props.texts.deadline(unref(BUDGET_MS)))}</text></g></svg><figcaption data-v-9f0ed2e7>${ssrInterpolate(__props.texts.caption(__props.handedOn))}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/pictures/DeadlineChain.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DeadlineChain = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-9f0ed2e7"]]);
export {
  DeadlineChain as default
};
