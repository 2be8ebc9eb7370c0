import { defineComponent, ref, computed, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderComponent, ssrRenderAttr, ssrRenderList, ssrInterpolate, ssrRenderClass } from "vue/server-renderer";
import { R as Random } from "./random.BGL3_TQ1.js";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { R as RangeControl } from "./RangeControl.CoTpA1d5.js";
import { u as useAddress } from "./use-address.G5JwuEn1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
function limitsOf({ replicas, maxSurge, maxUnavailable }) {
  const surge = inPods(maxSurge, replicas, Math.ceil);
  const missing = inPods(maxUnavailable, replicas, Math.floor);
  const isStuck = surge === 0 && missing === 0;
  return { most: replicas + surge, fewest: Math.max(0, replicas - (isStuck ? 1 : missing)) };
}
function inPods(value, replicas, round) {
  return typeof value === "number" ? value : round(Number.parseFloat(value) * replicas / 100);
}
function nextStep(pods, spec) {
  const { most, fewest } = limitsOf(spec);
  const present = pods.filter(({ state }) => state !== "leaving");
  const old = present.filter(({ version }) => version === "old");
  const lack = spec.replicas - (present.length - old.length);
  const start = Math.max(0, Math.min(lack, most - present.length));
  const ready = present.filter(({ state }) => state === "ready").length;
  let spare = ready - fewest;
  const ending = old.filter(({ state }) => state !== "ready" || spare-- > 0);
  return { start, end: ending.map(({ name }) => name) };
}
const TICK = 0.25;
const CLIENTS = 6;
const TAIL = 2;
const LONGEST = 150;
const listens = (pod, now) => now >= pod.ready && now < pod.terms;
function simulate(setup) {
  const { preStopSeconds, terminationGracePeriodSeconds, startSeconds, noticeSeconds } = setup;
  const random = new Random(setup.seed);
  const delays = Array.from(
    { length: CLIENTS },
    (_, i) => i === 0 ? noticeSeconds : noticeSeconds * random.integer(0, 100) / 100
  );
  const pods = [];
  const begin = (version, start, ready) => {
    const never = Number.POSITIVE_INFINITY;
    const name = `orders-${pods.length + 1}`;
    pods.push({
      name,
      version,
      start,
      ready,
      leaves: never,
      terms: never,
      gone: never,
      killed: false,
      calls: 0
    });
  };
  for (let i = 0; i < setup.replicas; i++) begin("old", Number.NEGATIVE_INFINITY, 0);
  const known = (pod, at) => at >= (setup.readiness === false ? pod.start : pod.ready) && at < pod.leaves;
  const state = (pod, now2) => now2 >= pod.leaves ? "leaving" : now2 >= pod.ready ? "ready" : "starting";
  const lost = { notReady: 0, gone: 0, cut: 0, nobody: 0 };
  const underWay = [];
  let [calls, most, fewest, endedAt] = [0, 0, setup.replicas, Number.POSITIVE_INFINITY];
  let now = 0;
  for (; now < LONGEST && now < endedAt + TAIL + noticeSeconds; now += TICK) {
    const there = pods.filter((pod) => now < pod.leaves);
    if (now >= 1) {
      const seen = there.map((pod) => ({ ...pod, state: state(pod, now) }));
      const { start, end } = nextStep(seen, setup);
      for (const name of end) {
        const pod = there.find((one) => one.name === name);
        if (pod === void 0) continue;
        pod.leaves = now;
        pod.terms = now + Math.min(preStopSeconds, terminationGracePeriodSeconds);
      }
      for (let i = 0; i < start && pods.length < 60; i++) begin("new", now, now + startSeconds);
    }
    for (const [i, delay] of delays.entries()) {
      const view = pods.filter((pod2) => known(pod2, Math.max(0, now - delay)));
      const pod = view[(calls + i) % Math.max(1, view.length)];
      calls++;
      if (pod === void 0) lost.nobody++;
      else if (now < pod.ready) lost.notReady++;
      else if (!listens(pod, now)) lost.gone++;
      else {
        pod.calls++;
        const part = i === 0 ? 100 : random.integer(1, 100);
        underWay.push({ pod, until: now + setup.longestCallSeconds * part / 100 });
      }
    }
    for (const call of underWay.splice(0)) {
      if (call.until <= now) continue;
      if (now >= call.pod.leaves + terminationGracePeriodSeconds) {
        lost.cut++;
        call.pod.killed = true;
      } else underWay.push(call);
    }
    for (const pod of pods) {
      const isDone = now >= pod.terms && !underWay.some((call) => call.pod === pod);
      if (isDone && pod.gone === Number.POSITIVE_INFINITY) pod.gone = now;
    }
    const left = pods.filter((pod) => now < pod.leaves);
    most = Math.max(most, left.length);
    fewest = Math.min(fewest, left.filter((pod) => state(pod, now) === "ready").length);
    const isNew = left.length === setup.replicas && left.every(({ version }) => version === "new");
    const isOver = isNew && pods.every((pod) => pod.version === "new" || pod.gone <= now);
    if (isOver && left.every((pod) => now >= pod.ready)) endedAt = Math.min(endedAt, now);
  }
  const ended = endedAt < LONGEST;
  return { calls, lost, ended, seconds: ended ? endedAt : now, most, fewest, pods };
}
const lostOf = ({ lost }) => lost.notReady + lost.gone + lost.cut + lost.nobody;
const LEFT = 84;
const RIGHT = 552;
const ROW = 26;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "RolloutPlayground",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.rollout }
  },
  setup(__props) {
    const LONGEST2 = { noticeSeconds: 15, preStopSeconds: 20, longestCallSeconds: 30, grace: 60 };
    const waits = ref({ noticeSeconds: 5, longestCallSeconds: 20, preStopSeconds: 0, grace: 30 });
    function change(part) {
      waits.value = { ...waits.value, ...part };
    }
    const within = (value, most, otherwise) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most ? Number(value) : otherwise;
    useAddress(
      "rollout",
      () => waits.value,
      (kept) => {
        const now = waits.value;
        waits.value = Object.fromEntries(
          Object.entries(LONGEST2).map(([name, most]) => {
            const key = name;
            return [key, within(kept[key], most, now[key])];
          })
        );
      }
    );
    const outcome = computed(
      () => simulate({
        replicas: 3,
        maxSurge: 1,
        maxUnavailable: 0,
        startSeconds: 6,
        noticeSeconds: waits.value.noticeSeconds,
        longestCallSeconds: waits.value.longestCallSeconds,
        preStopSeconds: Math.min(waits.value.preStopSeconds, waits.value.grace),
        terminationGracePeriodSeconds: waits.value.grace,
        seed: 32
      })
    );
    const lost = computed(() => lostOf(outcome.value));
    const until = computed(() => outcome.value.seconds + 4);
    const x = (seconds) => LEFT + Math.max(0, Math.min(seconds, until.value)) / until.value * (RIGHT - LEFT);
    function parts({ start, ready, leaves, terms, gone }) {
      const stretches = [
        ["starting", start, ready],
        ["ready", ready, leaves],
        ["pre-stop", leaves, terms],
        ["draining", terms, gone]
      ];
      return stretches.filter(([, from, to]) => x(to) > x(from));
    }
    const ticks = computed(
      () => Array.from({ length: Math.floor(until.value / 10) + 1 }, (_, i) => 10 * i)
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "rollout widget",
        "aria-label": __props.texts.title
      }, _attrs))} data-v-dfe6f51b><div class="controls js-only" data-v-dfe6f51b>`);
      _push(ssrRenderComponent(RangeControl, {
        label: __props.texts.notice,
        max: LONGEST2.noticeSeconds,
        "model-value": waits.value.noticeSeconds,
        shown: __props.texts.seconds(waits.value.noticeSeconds),
        "onUpdate:modelValue": ($event) => change({ noticeSeconds: $event })
      }, null, _parent));
      _push(ssrRenderComponent(RangeControl, {
        label: __props.texts.call,
        max: LONGEST2.longestCallSeconds,
        "model-value": waits.value.longestCallSeconds,
        shown: __props.texts.seconds(waits.value.longestCallSeconds),
        "onUpdate:modelValue": ($event) => change({ longestCallSeconds: $event })
      }, null, _parent));
      _push(ssrRenderComponent(RangeControl, {
        label: __props.texts.preStop,
        max: LONGEST2.preStopSeconds,
        "model-value": waits.value.preStopSeconds,
        shown: __props.texts.seconds(waits.value.preStopSeconds),
        "onUpdate:modelValue": ($event) => change({ preStopSeconds: $event })
      }, null, _parent));
      _push(ssrRenderComponent(RangeControl, {
        label: __props.texts.grace,
        max: LONGEST2.grace,
        "model-value": waits.value.grace,
        shown: __props.texts.seconds(waits.value.grace),
        "onUpdate:modelValue": ($event) => change({ grace: $event })
      }, null, _parent));
      _push(`</div><div class="pods" data-v-dfe6f51b><svg${ssrRenderAttr("viewBox", `0 0 560 ${24 + outcome.value.pods.length * ROW}`)} role="img"${ssrRenderAttr("aria-label", __props.texts.alt(outcome.value.pods.length, lost.value))} data-v-dfe6f51b><!--[-->`);
      ssrRenderList(outcome.value.pods, (pod, i) => {
        _push(`<g data-v-dfe6f51b><text x="4"${ssrRenderAttr("y", i * ROW + 18)} data-v-dfe6f51b>${ssrInterpolate(pod.name)}</text><!--[-->`);
        ssrRenderList(parts(pod), ([kind, from, to]) => {
          _push(`<rect class="${ssrRenderClass(kind)}"${ssrRenderAttr("x", x(from))}${ssrRenderAttr("y", i * ROW + 4)}${ssrRenderAttr("width", x(to) - x(from))}${ssrRenderAttr("height", ROW - 8)} data-v-dfe6f51b></rect>`);
        });
        _push(`<!--]-->`);
        if (pod.killed) {
          _push(`<line class="killed"${ssrRenderAttr("x1", x(pod.gone))}${ssrRenderAttr("x2", x(pod.gone))}${ssrRenderAttr("y1", i * ROW)}${ssrRenderAttr("y2", i * ROW + ROW)} data-v-dfe6f51b></line>`);
        } else {
          _push(`<!---->`);
        }
        _push(`</g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(ticks.value, (second) => {
        _push(`<text class="tick"${ssrRenderAttr("x", x(second))}${ssrRenderAttr("y", 18 + outcome.value.pods.length * ROW)} data-v-dfe6f51b>${ssrInterpolate(__props.texts.seconds(second))}</text>`);
      });
      _push(`<!--]--></svg></div><ul class="key" data-v-dfe6f51b><!--[-->`);
      ssrRenderList(__props.texts.kinds, (name, kind) => {
        _push(`<li data-v-dfe6f51b><span class="${ssrRenderClass(["swatch", kind])}" aria-hidden="true" data-v-dfe6f51b></span>${ssrInterpolate(name)}</li>`);
      });
      _push(`<!--]--></ul><p class="result" role="status" data-v-dfe6f51b><b data-v-dfe6f51b>${ssrInterpolate(__props.texts.lost(lost.value, outcome.value.calls))}</b> ${ssrInterpolate(__props.texts.why(outcome.value.lost.gone, outcome.value.lost.cut))} ${ssrInterpolate(outcome.value.ended ? __props.texts.ended(outcome.value.seconds) : __props.texts.never)}</p></section>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/RolloutPlayground.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RolloutPlayground = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-dfe6f51b"]]);
export {
  RolloutPlayground as default
};
