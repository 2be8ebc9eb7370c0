import { defineComponent, ref, computed, mergeProps, withCtx, createVNode, toDisplayString, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderComponent, ssrInterpolate, ssrRenderAttr, ssrRenderList, ssrRenderClass } from "vue/server-renderer";
import { n as nextState } from "./stream-state.BZ5AFVHG.js";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { P as PresetBar } from "./PresetBar.DaKEem7C.js";
import { u as useAddress } from "./use-address.G5JwuEn1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const boxes = [
  { state: "idle", x: 150, y: 6, width: 120 },
  { state: "open", x: 150, y: 92, width: 120 },
  { state: "half-closed-local", x: 2, y: 188, width: 152 },
  { state: "half-closed-remote", x: 266, y: 188, width: 152 },
  { state: "closed", x: 150, y: 304, width: 120 }
];
const down = (x, y) => `M${x} ${y} l-5 -9 h10 z`;
const right = (x, y) => `M${x} ${y} l-9 -5 v10 z`;
const left = (x, y) => `M${x} ${y} l9 -5 v10 z`;
const ways = [
  {
    on: "idle open",
    path: "M210 46 V83",
    tip: down(210, 92),
    label: { lines: ["headers"], x: 220, y: 73, anchor: "start" }
  },
  {
    on: "open half-closed-local",
    path: "M150 112 H78 V179",
    tip: down(78, 188),
    label: { lines: ["weEnd"], x: 142, y: 103, anchor: "end" }
  },
  {
    on: "open half-closed-remote",
    path: "M270 112 H342 V179",
    tip: down(342, 188),
    label: { lines: ["peerEnds"], x: 278, y: 103, anchor: "start" }
  },
  {
    on: "open closed",
    path: "M210 132 V295",
    tip: down(210, 304),
    label: { lines: ["reset"], x: 218, y: 166, anchor: "start" }
  },
  {
    on: "half-closed-local closed",
    path: "M78 228 V324 H141",
    tip: right(150, 324),
    label: { lines: ["peer", "end", "orReset"], x: 86, y: 248, anchor: "start" }
  },
  {
    on: "half-closed-remote closed",
    path: "M342 228 V324 H279",
    tip: left(270, 324),
    label: { lines: ["you", "end", "orReset"], x: 334, y: 248, anchor: "end" }
  }
];
const PRESETS = {
  request: ["send headers", "send end", "receive headers", "receive data", "receive end"],
  cancel: ["send headers", "send end", "receive headers", "receive data", "send reset"],
  server: ["receive headers", "receive end", "send headers", "send data", "send end"]
};
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "StreamLife",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.streamLife }
  },
  setup(__props) {
    const props = __props;
    const state = ref("idle");
    const log = ref([]);
    const refused = ref();
    const preset = ref();
    const WHO = ["send", "receive"];
    const WHAT = ["headers", "data", "end", "reset"];
    const allowed = (event) => nextState(state.value, event) !== void 0;
    const frameOf = (event) => {
      const [who, what] = event.split(" ");
      return `${props.texts[who]}: ${props.texts.frames[what]}`;
    };
    const visited = computed(() => new Set(log.value.flatMap(({ from, to }) => [from, to])));
    const taken = computed(() => new Set(log.value.map(({ from, to }) => `${from} ${to}`)));
    function step(event) {
      const to = nextState(state.value, event);
      refused.value = to === void 0 ? event : void 0;
      if (to === void 0) return;
      log.value.push({ event, from: state.value, to });
      state.value = to;
    }
    useAddress(
      "stream",
      () => log.value.map(({ event }) => event),
      (events) => {
        begin();
        for (const event of events) step(event);
      }
    );
    function begin() {
      preset.value = void 0;
      refused.value = void 0;
      log.value = [];
      state.value = "idle";
    }
    function choose(name) {
      begin();
      for (const event of PRESETS[name]) step(event);
      preset.value = name;
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "stream-life widget",
        "aria-label": __props.texts.title
      }, _attrs))} data-v-e41875fe>`);
      _push(ssrRenderComponent(PresetBar, {
        title: __props.texts.presets,
        names: __props.texts.presetNames,
        chosen: preset.value,
        onChoose: choose
      }, {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            _push2(`<button type="button" class="quiet-button" data-v-e41875fe${_scopeId}>${ssrInterpolate(__props.texts.again)}</button>`);
          } else {
            return [
              createVNode("button", {
                type: "button",
                class: "quiet-button",
                onClick: begin
              }, toDisplayString(__props.texts.again), 1)
            ];
          }
        }),
        _: 1
      }, _parent));
      _push(`<svg viewBox="0 0 420 350" role="img"${ssrRenderAttr("aria-label", __props.texts.alt)} data-v-e41875fe><!--[-->`);
      ssrRenderList(unref(ways), (way) => {
        _push(`<g class="${ssrRenderClass(["way", { taken: taken.value.has(way.on) }])}" data-v-e41875fe><path${ssrRenderAttr("d", way.path)} data-v-e41875fe></path><path${ssrRenderAttr("d", way.tip)} class="tip" data-v-e41875fe></path><!--[-->`);
        ssrRenderList(way.label.lines, (word, i) => {
          _push(`<text${ssrRenderAttr("x", way.label.x)}${ssrRenderAttr("y", way.label.y + 17 * i)}${ssrRenderAttr("text-anchor", way.label.anchor)} data-v-e41875fe>${ssrInterpolate(__props.texts.ways[word])}</text>`);
        });
        _push(`<!--]--></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(unref(boxes), (box) => {
        _push(`<g class="${ssrRenderClass(["state", { here: state.value === box.state, visited: visited.value.has(box.state) }])}" data-v-e41875fe><rect${ssrRenderAttr("x", box.x)}${ssrRenderAttr("y", box.y)}${ssrRenderAttr("width", box.width)} height="40" rx="6" data-v-e41875fe></rect><text${ssrRenderAttr("x", box.x + box.width / 2)}${ssrRenderAttr("y", box.y + 26)} text-anchor="middle" data-v-e41875fe>${ssrInterpolate(__props.texts.states[box.state])}</text></g>`);
      });
      _push(`<!--]--></svg><div class="controls js-only" data-v-e41875fe><!--[-->`);
      ssrRenderList(WHO, (who) => {
        _push(`<div class="${ssrRenderClass([who, "side"])}" role="group"${ssrRenderAttr("aria-label", __props.texts[who])} data-v-e41875fe><strong data-v-e41875fe>${ssrInterpolate(__props.texts[who])}</strong><!--[-->`);
        ssrRenderList(WHAT, (what) => {
          _push(`<button type="button" class="quiet-button"${ssrRenderAttr("aria-disabled", !allowed(`${who} ${what}`))} data-v-e41875fe>${ssrInterpolate(__props.texts.frames[what])}</button>`);
        });
        _push(`<!--]--></div>`);
      });
      _push(`<!--]--></div><div class="result" role="status" data-v-e41875fe>`);
      if (refused.value) {
        _push(`<p class="bad" data-v-e41875fe>✗ ${ssrInterpolate(frameOf(refused.value))}. ${ssrInterpolate(__props.texts.notAllowed(__props.texts.states[state.value], __props.texts.refused[refused.value]))}</p>`);
      } else if (log.value.length === 0) {
        _push(`<p data-v-e41875fe>${ssrInterpolate(__props.texts.begin)}</p>`);
      } else {
        _push(`<p data-v-e41875fe>${ssrInterpolate(frameOf(log.value[log.value.length - 1].event))}: <strong data-v-e41875fe>${ssrInterpolate(__props.texts.moved(__props.texts.states[log.value[log.value.length - 1].from], __props.texts.states[log.value[log.value.length - 1].to]))}</strong></p>`);
      }
      _push(`</div>`);
      if (log.value.length > 0) {
        _push(`<ol class="log" data-v-e41875fe><!--[-->`);
        ssrRenderList(log.value, (entry, i) => {
          _push(`<li data-v-e41875fe>${ssrInterpolate(frameOf(entry.event))} <span data-v-e41875fe>${ssrInterpolate(__props.texts.moved(__props.texts.states[entry.from], __props.texts.states[entry.to]))}</span></li>`);
        });
        _push(`<!--]--></ol>`);
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
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/StreamLife.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StreamLife = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-e41875fe"]]);
export {
  StreamLife as default
};
