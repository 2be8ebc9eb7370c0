import { defineComponent, useModel, computed, useTemplateRef, onBeforeUnmount, mergeProps, mergeModels, nextTick, useSSRContext, ref, watch, unref } from "vue";
import { ssrRenderAttrs, ssrRenderList, ssrRenderClass, ssrRenderAttr, ssrInterpolate, ssrRenderComponent, ssrIncludeBooleanAttr } from "vue/server-renderer";
import { t as toHex } from "./hex.CEu7cY_P.js";
import { e as encodeFrame, L as LENGTH_SIZE, F as FrameDecoder, M as MAX_FRAME_SIZE } from "./frame.C0dhMXyS.js";
import { a as useTexts } from "./app.js";
import { e as encodeUtf8 } from "./utf8.SLM2nV_b.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import { P as PresetBar } from "./PresetBar.DaKEem7C.js";
import { u as useAddress } from "./use-address.G5JwuEn1.js";
import "./byte-queue.C492qMta.js";
import "@vueuse/core";
function toStream(drafts) {
  return drafts.flatMap(({ text, announced }, frame) => {
    const bytes = encodeFrame(encodeUtf8(text));
    if (announced !== void 0) new DataView(bytes.buffer).setUint32(0, announced);
    return [...bytes].map((value, offset) => {
      return { value, frame, part: offset < LENGTH_SIZE ? "length" : "payload", offset };
    });
  });
}
function cutPlace(stream, at) {
  const next = stream[at];
  if (next === void 0 || next.offset === 0) return { place: "betweenFrames", frame: -1 };
  const frame = next.frame + 1;
  if (next.offset < LENGTH_SIZE) return { place: "insideLength", frame };
  return { place: next.offset === LENGTH_SIZE ? "afterLength" : "insidePayload", frame };
}
function toChunks(stream, cuts) {
  const bytes = Uint8Array.from(stream, ({ value }) => value);
  const edges = [0, ...cuts, bytes.length];
  return edges.slice(1).map((end, i) => bytes.subarray(edges[i], end));
}
function run(chunks, count, end, limit) {
  const decoder = new FrameDecoder(limit);
  const payloads = [];
  const given = [];
  let error;
  let taken = 0;
  try {
    for (const chunk of chunks.slice(0, count)) {
      given.push(...chunk);
      for (const payload of decoder.push(chunk)) {
        payloads.push(payload);
        taken += LENGTH_SIZE + payload.length;
      }
    }
    if (end) decoder.end();
  } catch (thrown) {
    error = thrown;
  }
  const waiting = Uint8Array.from(given.slice(taken));
  const length = waiting.length < LENGTH_SIZE ? void 0 : new DataView(waiting.buffer).getUint32(0);
  return { payloads, waiting, length, error, ended: end && error === void 0 };
}
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "CutStrip",
  __ssrInlineRender: true,
  props: /* @__PURE__ */ mergeModels({
    stream: {},
    arrived: {},
    out: {},
    texts: {}
  }, {
    "cuts": { required: true },
    "cutsModifiers": {}
  }),
  emits: ["update:cuts"],
  setup(__props) {
    const props = __props;
    const cuts = useModel(__props, "cuts");
    const last = computed(() => props.stream.length - 1);
    const root = useTemplateRef("root");
    const hex = (byte) => byte.toString(16).padStart(2, "0");
    function describe(at) {
      const { place, frame } = cutPlace(props.stream, at);
      const words = props.texts[place];
      return props.texts.cutAt(
        at,
        props.stream.length,
        typeof words === "string" ? words : words(frame)
      );
    }
    const stateOf = (i) => i < props.out ? "out" : i < props.arrived ? "waiting" : "future";
    function move(from, to) {
      const direction = Math.sign(to - from);
      let at = Math.min(Math.max(to, 1), last.value);
      while (at !== from && cuts.value.includes(at)) at += direction;
      if (at < 1 || at > last.value || at === from) return from;
      cuts.value = [...cuts.value.filter((cut) => cut !== from), at].sort((a, b) => a - b);
      return at;
    }
    async function focus(at) {
      await nextTick();
      root.value?.querySelector(`[data-cut="${at}"]`)?.focus();
    }
    let dragged;
    function drag(event) {
      const under = document.elementFromPoint(event.clientX, event.clientY);
      const cell = under?.closest("[data-byte]");
      if (dragged === void 0 || cell == null || !root.value?.contains(cell)) return;
      const { left, width } = cell.getBoundingClientRect();
      const to = Number(cell.dataset.byte) + (event.clientX > left + width / 2 ? 1 : 0);
      if (!cuts.value.includes(to)) dragged = move(dragged, to);
    }
    function stopDrag() {
      if (dragged !== void 0) void focus(dragged);
      dragged = void 0;
      window.removeEventListener("pointermove", drag);
      window.removeEventListener("pointerup", stopDrag);
      window.removeEventListener("pointercancel", stopDrag);
    }
    onBeforeUnmount(stopDrag);
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({
        ref_key: "root",
        ref: root,
        class: "strip"
      }, _attrs))} data-v-383194bb><!--[-->`);
      ssrRenderList(__props.stream, ({ value, part, offset, frame }, i) => {
        _push(`<span class="${ssrRenderClass([[part, stateOf(i), { first: offset === 0 }], "cell"])}" data-v-383194bb>`);
        if (i > 0 && cuts.value.includes(i)) {
          _push(`<span class="handle" role="slider" tabindex="0"${ssrRenderAttr("aria-label", __props.texts.cut(cuts.value.indexOf(i) + 1))} aria-valuemin="1"${ssrRenderAttr("aria-valuemax", last.value)}${ssrRenderAttr("aria-valuenow", i)}${ssrRenderAttr("aria-valuetext", describe(i))}${ssrRenderAttr("title", describe(i))}${ssrRenderAttr("data-cut", i)} data-v-383194bb></span>`);
        } else if (i > 0) {
          _push(`<span class="gap"${ssrRenderAttr("title", describe(i))}${ssrRenderAttr("data-gap", i)} data-v-383194bb></span>`);
        } else {
          _push(`<!---->`);
        }
        _push(`<span class="byte"${ssrRenderAttr("data-byte", i)} data-v-383194bb>${ssrInterpolate(hex(value))}</span>`);
        if (offset === 0) {
          _push(`<span class="frame" aria-hidden="true" data-v-383194bb>${ssrInterpolate(frame + 1)}</span>`);
        } else {
          _push(`<!---->`);
        }
        _push(`</span>`);
      });
      _push(`<!--]--></div>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/playground/CutStrip.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const CutStrip = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-383194bb"]]);
const LONGEST = 2 ** 32 - 1;
function setUp(preset, samples) {
  const drafts = samples.map((text) => ({ text }));
  const ends = [];
  for (const { text } of drafts) ends.push((ends.at(-1) ?? 0) + LENGTH_SIZE + sizeOf(text));
  const total = ends.at(-1) ?? 0;
  const between = ends.slice(0, -1);
  const last = drafts.at(-1);
  switch (preset) {
    case "whole":
      return { drafts, cuts: between };
    case "single":
      return { drafts, cuts: Array.from({ length: total - 1 }, (_, i) => i + 1) };
    case "glued":
      return { drafts, cuts: [] };
    case "inLength":
      return { drafts, cuts: [2, ...between.map((end) => end + 3)] };
    case "lying":
      if (drafts[1]) drafts[1].announced = LONGEST;
      return { drafts, cuts: between };
    case "broken":
      if (last) last.announced = sizeOf(last.text) + 5;
      return { drafts, cuts: between };
  }
}
const sizeOf = (text) => encodeUtf8(text).length;
const MOST_MESSAGES = 5;
const LONGEST_MESSAGE = 40;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "FramingPlayground",
  __ssrInlineRender: true,
  props: {
    texts: {}
  },
  setup(__props) {
    const props = __props;
    const t = useTexts("playground", () => props.texts);
    const preset = ref();
    const drafts = ref([]);
    const cuts = ref([]);
    const limit = ref(MAX_FRAME_SIZE);
    const step = ref(0);
    function choose(name) {
      const made = setUp(name, t.value.samples);
      preset.value = name;
      drafts.value = made.drafts;
      cuts.value = made.cuts;
      limit.value = MAX_FRAME_SIZE;
      step.value = 0;
    }
    choose("inLength");
    const stream = computed(() => toStream(drafts.value));
    const chunks = computed(() => toChunks(stream.value, cuts.value));
    const pushed = computed(() => Math.min(step.value, chunks.value.length));
    const state = computed(
      () => run(chunks.value, pushed.value, step.value > chunks.value.length, limit.value || 0)
    );
    const arrived = computed(
      () => chunks.value.slice(0, pushed.value).reduce((sum, chunk) => sum + chunk.length, 0)
    );
    const isOver = computed(() => state.value.ended || state.value.error !== void 0);
    const allArrived = computed(() => pushed.value === chunks.value.length);
    useAddress(
      "framing",
      () => ({ drafts: drafts.value, cuts: cuts.value, limit: limit.value, step: step.value }),
      (kept) => {
        const made = kept.drafts.slice(0, MOST_MESSAGES).map(({ text, announced }) => {
          return {
            text: String(text).slice(0, LONGEST_MESSAGE),
            ...announced !== void 0 && {
              announced: Math.min(Math.abs(Number(announced)), LONGEST)
            }
          };
        });
        const length = toStream(made).length;
        preset.value = void 0;
        drafts.value = made;
        cuts.value = kept.cuts.filter((cut) => Number.isInteger(cut) && cut > 0 && cut < length);
        limit.value = Number(kept.limit);
        for (step.value = 0; step.value < kept.step && !isOver.value; ) step.value++;
      }
    );
    function onEdit() {
      preset.value = void 0;
      step.value = 0;
    }
    watch(stream, ({ length }) => {
      if (cuts.value.some((cut) => cut >= length))
        cuts.value = cuts.value.filter((cut) => cut < length);
    });
    function onCuts(next) {
      cuts.value = next;
      onEdit();
    }
    const lengthRead = computed(() => {
      const { length, waiting, error, ended } = state.value;
      if (ended) return t.value.lengthNone;
      if (length === void 0) {
        const missing2 = LENGTH_SIZE - waiting.length;
        return error ? t.value.lengthCut(missing2) : t.value.lengthUnknown(missing2);
      }
      const missing = Math.max(0, LENGTH_SIZE + length - waiting.length);
      if (error === void 0) return t.value.lengthKnown(length, missing);
      return error.code === "too-large" ? t.value.lengthRefused(length) : t.value.payloadCut(length, missing);
    });
    const asText = (payload) => new TextDecoder().decode(payload);
    const lastChunk = computed(() => chunks.value[pushed.value - 1]);
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "playground widget",
        "aria-label": unref(t).title
      }, _attrs))} data-v-c7e6f323>`);
      _push(ssrRenderComponent(PresetBar, {
        title: unref(t).presets,
        names: unref(t).presetNames,
        chosen: preset.value,
        onChoose: choose
      }, null, _parent));
      _push(`<fieldset class="block" data-v-c7e6f323><legend data-v-c7e6f323>${ssrInterpolate(unref(t).messages)}</legend><!--[-->`);
      ssrRenderList(drafts.value, (draft, i) => {
        _push(`<div class="draft" data-v-c7e6f323><span class="number" aria-hidden="true" data-v-c7e6f323>${ssrInterpolate(i + 1)}</span><input${ssrRenderAttr("value", draft.text)} class="text" type="text"${ssrRenderAttr("maxlength", LONGEST_MESSAGE)}${ssrRenderAttr("aria-label", unref(t).message(i + 1))} data-v-c7e6f323><span class="announces" aria-hidden="true" data-v-c7e6f323>${ssrInterpolate(unref(t).announces)}</span><input class="${ssrRenderClass([{ lying: draft.announced !== void 0 }, "length"])}" type="number" min="0"${ssrRenderAttr("max", unref(LONGEST))}${ssrRenderAttr("value", draft.announced ?? unref(sizeOf)(draft.text))}${ssrRenderAttr("aria-label", unref(t).announced(i + 1))} data-v-c7e6f323><button type="button" class="quiet-button"${ssrRenderAttr("aria-label", unref(t).remove(i + 1))}${ssrIncludeBooleanAttr(drafts.value.length < 2) ? " disabled" : ""} data-v-c7e6f323> × </button></div>`);
      });
      _push(`<!--]--><div class="below" data-v-c7e6f323><button type="button" class="quiet-button"${ssrIncludeBooleanAttr(drafts.value.length >= MOST_MESSAGES) ? " disabled" : ""} data-v-c7e6f323> + ${ssrInterpolate(unref(t).add)}</button><label class="limit" data-v-c7e6f323>${ssrInterpolate(unref(t).limit)} <input${ssrRenderAttr("value", limit.value)} type="number" min="0"${ssrRenderAttr("max", unref(LONGEST))} data-v-c7e6f323></label></div></fieldset><div class="block" role="group"${ssrRenderAttr("aria-label", unref(t).stream)} data-v-c7e6f323><div class="heading" data-v-c7e6f323>${ssrInterpolate(unref(t).stream)}</div>`);
      _push(ssrRenderComponent(CutStrip, {
        cuts: cuts.value,
        stream: stream.value,
        arrived: arrived.value,
        out: arrived.value - state.value.waiting.length,
        texts: unref(t),
        "onUpdate:cuts": onCuts
      }, null, _parent));
      _push(`<div class="below" data-v-c7e6f323><button type="button" class="quiet-button" data-v-c7e6f323>+ ${ssrInterpolate(unref(t).addCut)}</button><span class="hint" data-v-c7e6f323>${ssrInterpolate(unref(t).streamHint)}</span></div></div><div class="block decoder" role="group"${ssrRenderAttr("aria-label", unref(t).decoder)} data-v-c7e6f323><div class="heading" data-v-c7e6f323>${ssrInterpolate(unref(t).decoder)}</div><div class="steps js-only" data-v-c7e6f323><button type="button" class="quiet-button"${ssrRenderAttr("aria-disabled", step.value === 0)} data-v-c7e6f323>${ssrInterpolate(unref(t).back)}</button><button type="button" class="ink-button"${ssrRenderAttr("aria-disabled", isOver.value)} data-v-c7e6f323>${ssrInterpolate(allArrived.value ? unref(t).end : unref(t).next)}</button><button type="button" class="quiet-button"${ssrRenderAttr("aria-disabled", isOver.value)} data-v-c7e6f323>${ssrInterpolate(unref(t).all)}</button><button type="button" class="quiet-button"${ssrRenderAttr("aria-disabled", step.value === 0)} data-v-c7e6f323>${ssrInterpolate(unref(t).again)}</button></div><div role="status" data-v-c7e6f323><dl data-v-c7e6f323><div data-v-c7e6f323><dt data-v-c7e6f323>${ssrInterpolate(unref(t).arrived)}</dt><dd data-v-c7e6f323>`);
      if (lastChunk.value) {
        _push(`<!--[-->${ssrInterpolate(unref(t).chunk(pushed.value, chunks.value.length))} <code data-v-c7e6f323>${ssrInterpolate(unref(toHex)(lastChunk.value))}</code><!--]-->`);
      } else {
        _push(`<!--[-->${ssrInterpolate(unref(t).beforeFirst)}<!--]-->`);
      }
      _push(`</dd></div><div data-v-c7e6f323><dt data-v-c7e6f323>${ssrInterpolate(unref(t).waiting)}</dt><dd data-v-c7e6f323>`);
      if (state.value.waiting.length > 0) {
        _push(`<!--[-->${ssrInterpolate(unref(t).bytes(state.value.waiting.length))} <code data-v-c7e6f323>${ssrInterpolate(unref(toHex)(state.value.waiting))}</code><!--]-->`);
      } else {
        _push(`<!--[-->${ssrInterpolate(unref(t).nothingWaits)}<!--]-->`);
      }
      _push(`</dd></div><div data-v-c7e6f323><dt data-v-c7e6f323>${ssrInterpolate(unref(t).lengthRead)}</dt><dd data-v-c7e6f323>${ssrInterpolate(lengthRead.value)}</dd></div><div data-v-c7e6f323><dt data-v-c7e6f323>${ssrInterpolate(unref(t).out)}</dt><dd data-v-c7e6f323>`);
      if (state.value.payloads.length === 0) {
        _push(`<!--[-->${ssrInterpolate(unref(t).none)}<!--]-->`);
      } else {
        _push(`<!---->`);
      }
      _push(`<!--[-->`);
      ssrRenderList(state.value.payloads, (payload, i) => {
        _push(`<span class="payload" data-v-c7e6f323>${ssrInterpolate(asText(payload) || unref(t).emptyPayload)}</span>`);
      });
      _push(`<!--]--></dd></div>`);
      if (state.value.error) {
        _push(`<div class="verdict bad" data-v-c7e6f323><dt data-v-c7e6f323>${ssrInterpolate(unref(t).errorTitle)}</dt><dd data-v-c7e6f323><code data-v-c7e6f323>${ssrInterpolate(state.value.error.code)}</code> ${ssrInterpolate(state.value.error.message)}</dd></div>`);
      } else if (state.value.ended) {
        _push(`<div class="verdict good" data-v-c7e6f323><dt aria-hidden="true" data-v-c7e6f323>✓</dt><dd data-v-c7e6f323>${ssrInterpolate(unref(t).ended)}</dd></div>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</dl></div></div></section>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/FramingPlayground.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FramingPlayground = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-c7e6f323"]]);
export {
  FramingPlayground as default
};
