import { defineComponent, useId, computed, ref, useTemplateRef, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderList, ssrRenderClass, ssrInterpolate } from "vue/server-renderer";
import { a as useTexts } from "./app.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "@vueuse/core";
const LINE = 32;
const LINES = 2;
function layOut(trace) {
  const calls = [];
  const open = /* @__PURE__ */ new Map();
  const ends = trace.protocol.includes("HTTP/2") ? endsStream : isReply;
  const steps = trace.events.map((event, i) => {
    const { call } = event;
    if (call !== void 0) {
      const known = open.get(call);
      if (known !== void 0 && ends(event)) {
        known.to = i;
        open.delete(call);
      } else if (known === void 0 && isRequest(event)) {
        const shape = new Set(calls.map(({ id }) => id)).size;
        const added = { id: call, shape, lane: freeLane(open), from: i, to: void 0 };
        calls.push(added);
        open.set(call, added);
      }
    }
    const title = event.kind === "message" ? event.title : event.text;
    return { event, short: shorten(title, call), waiting: [...open.keys()] };
  });
  return { steps, calls, lanes: Math.max(0, ...calls.map(({ lane }) => lane + 1)) };
}
const isRequest = (event) => event.kind === "message" && event.from === "client";
const isReply = (event) => !isRequest(event);
function endsStream(event) {
  if (event.kind === "mark") return true;
  return /RST_STREAM/.test(event.title) || isReply(event) && /END_STREAM/.test(event.title);
}
function freeLane(open) {
  const taken = new Set([...open.values()].map(({ lane: lane2 }) => lane2));
  let lane = 0;
  while (taken.has(lane)) lane++;
  return lane;
}
function shorten(title, call) {
  const words = title.replace(` · stream ${call}`, "").split(" ");
  const lines = [""];
  for (const word of words) {
    const line = lines.at(-1);
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= LINE || line === "") lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines.slice(0, LINES);
  if (lines.length > LINES) shown[LINES - 1] += " …";
  return shown.map((line) => line.length <= LINE ? line : `${line.slice(0, LINE - 1)}…`);
}
const CORNERS = [0, 4, 4, 3, 6, 5];
const TURNS = [0, Math.PI / 4, 0, 0, 0, 0];
const SIZES = [9.5, 11.5, 11.5, 12.5, 10.5, 11];
function shapePath(shape) {
  const kind = shape % CORNERS.length;
  const size = SIZES[kind];
  const corners = CORNERS[kind];
  if (corners === 0)
    return `M${-size},0a${size},${size} 0 1,0 ${2 * size},0a${size},${size} 0 1,0 ${-2 * size},0z`;
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = TURNS[kind] + 2 * Math.PI * i / corners - Math.PI / 2;
    return `${(size * Math.cos(angle)).toFixed(1)},${(size * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join("L")}z`;
}
const TOP = 44;
const STEP = 46;
const FALL = 12;
const LINE_HEIGHT = 14;
const CLIENT = 18;
const SERVER = 96;
const MOST_CHARACTERS = 68;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "SequencePicture",
  __ssrInlineRender: true,
  props: {
    trace: {},
    texts: {}
  },
  setup(__props) {
    const props = __props;
    const t = useTexts("sequence", () => props.texts);
    const id = useId();
    const picture = computed(() => layOut(props.trace));
    const MIDDLE = (CLIENT + SERVER) / 2;
    const height = computed(() => TOP + picture.value.steps.length * STEP + 8);
    const yOf = (step) => TOP + step * STEP + 20;
    const laneX = (lane) => 3 + lane * 11.5 / Math.max(4, picture.value.lanes);
    const xOf = { client: CLIENT, server: SERVER, wire: MIDDLE };
    const shapeOf = (call) => picture.value.calls.find((one) => one.id === call)?.shape;
    const titleOf = ({ event }) => event.kind === "message" ? event.title : event.text;
    const cut = (title) => title.length > MOST_CHARACTERS ? `${title.slice(0, MOST_CHARACTERS - 1).trimEnd()}…` : title;
    const sideOf = ({ event }) => event.kind === "message" ? event.from : "mark";
    function inWords(step) {
      const { event, waiting } = step;
      const where = event.kind === "message" ? t.value.fromTo[event.from] : t.value.at[event.at];
      return `${where}: ${titleOf(step)} (${t.value.waiting(waiting)})`;
    }
    const current = ref(0);
    const pointed = ref();
    const focused = ref(false);
    const lit = computed(() => pointed.value ?? (focused.value ? current.value : void 0));
    const litCall = computed(
      () => lit.value === void 0 ? void 0 : picture.value.steps[lit.value]?.event.call
    );
    const isDim = (call, step) => lit.value !== void 0 && step !== lit.value && (litCall.value === void 0 || call !== litCall.value);
    useTemplateRef("root");
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "sequence widget" }, _attrs))} data-v-42331b54><svg role="group" width="100%"${ssrRenderAttr("height", height.value)}${ssrRenderAttr("aria-label", unref(t).label(__props.trace.title))} data-v-42331b54><defs data-v-42331b54><!--[-->`);
      ssrRenderList(["client", "server"], (side) => {
        _push(`<marker${ssrRenderAttr("id", `${unref(id)}-${side}`)} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto" data-v-42331b54><path d="M0,0.8L10,5L0,9.2z" class="${ssrRenderClass(`fill-${side}`)}" data-v-42331b54></path></marker>`);
      });
      _push(`<!--]--></defs><g aria-hidden="true" data-v-42331b54><text class="end fill-client"${ssrRenderAttr("x", `${CLIENT}%`)} y="20" text-anchor="middle" data-v-42331b54>${ssrInterpolate(unref(t).client)}</text><text class="end fill-wire"${ssrRenderAttr("x", `${MIDDLE}%`)} y="20" text-anchor="middle" data-v-42331b54>${ssrInterpolate(unref(t).wire)}</text><text class="end fill-server" x="100%" y="20" text-anchor="end" data-v-42331b54>${ssrInterpolate(unref(t).server)}</text><line class="life"${ssrRenderAttr("x1", `${CLIENT}%`)}${ssrRenderAttr("x2", `${CLIENT}%`)} y1="30"${ssrRenderAttr("y2", height.value)} data-v-42331b54></line><line class="life"${ssrRenderAttr("x1", `${SERVER}%`)}${ssrRenderAttr("x2", `${SERVER}%`)} y1="30"${ssrRenderAttr("y2", height.value)} data-v-42331b54></line><!--[-->`);
      ssrRenderList(picture.value.calls, (call) => {
        _push(`<g class="${ssrRenderClass([{ dim: isDim(call.id) }, "bar"])}" data-v-42331b54><line${ssrRenderAttr("x1", `${laneX(call.lane)}%`)}${ssrRenderAttr("x2", `${laneX(call.lane)}%`)}${ssrRenderAttr("y1", yOf(call.from))}${ssrRenderAttr("y2", call.to === void 0 ? height.value : yOf(call.to))} class="${ssrRenderClass({ open: call.to === void 0 })}" data-v-42331b54></line><line${ssrRenderAttr("x1", `${laneX(call.lane)}%`)}${ssrRenderAttr("x2", `${CLIENT}%`)}${ssrRenderAttr("y1", yOf(call.from))}${ssrRenderAttr("y2", yOf(call.from))} class="lead" data-v-42331b54></line>`);
        if (call.to !== void 0) {
          _push(`<line${ssrRenderAttr("x1", `${laneX(call.lane)}%`)}${ssrRenderAttr("x2", `${CLIENT}%`)}${ssrRenderAttr("y1", yOf(call.to))}${ssrRenderAttr("y2", yOf(call.to))} class="lead" data-v-42331b54></line>`);
        } else {
          _push(`<!---->`);
        }
        _push(`<svg class="lane"${ssrRenderAttr("x", `${laneX(call.lane)}%`)}${ssrRenderAttr("y", yOf(call.from))} overflow="visible" data-v-42331b54><path${ssrRenderAttr("d", unref(shapePath)(call.shape))} class="badge" data-v-42331b54></path><text class="number" text-anchor="middle" dy="4" data-v-42331b54>${ssrInterpolate(call.id)}</text></svg></g>`);
      });
      _push(`<!--]--></g><!--[-->`);
      ssrRenderList(picture.value.steps, (step, i) => {
        _push(`<g role="img" class="${ssrRenderClass([[sideOf(step), { dim: isDim(step.event.call, i), lit: lit.value === i }], "step"])}"${ssrRenderAttr("aria-label", inWords(step))}${ssrRenderAttr("tabindex", i === current.value ? 0 : -1)}${ssrRenderAttr("data-step", i)} data-v-42331b54><rect class="touch"${ssrRenderAttr("x", `${CLIENT - 2}%`)}${ssrRenderAttr("y", yOf(i) - 20)}${ssrRenderAttr("width", `${SERVER - CLIENT + 4}%`)}${ssrRenderAttr("height", STEP - 4)} rx="3" data-v-42331b54></rect>`);
        if (step.event.kind === "message") {
          _push(`<!--[--><line class="${ssrRenderClass([`stroke-${step.event.from}`, "arrow"])}"${ssrRenderAttr("x1", `${xOf[step.event.from]}%`)}${ssrRenderAttr("x2", `${step.event.from === "client" ? SERVER : CLIENT}%`)}${ssrRenderAttr("y1", yOf(i))}${ssrRenderAttr("y2", yOf(i) + FALL)}${ssrRenderAttr("marker-end", `url(#${unref(id)}-${step.event.from})`)} data-v-42331b54></line>`);
          if (shapeOf(step.event.call) !== void 0) {
            _push(`<svg${ssrRenderAttr("x", `${xOf[step.event.from]}%`)}${ssrRenderAttr("y", yOf(i))} overflow="visible" data-v-42331b54><path${ssrRenderAttr("d", unref(shapePath)(shapeOf(step.event.call) ?? 0))} class="badge" data-v-42331b54></path><text class="number" text-anchor="middle" dy="4" data-v-42331b54>${ssrInterpolate(step.event.call)}</text></svg>`);
          } else {
            _push(`<!---->`);
          }
          _push(`<!--]-->`);
        } else {
          _push(`<!--[-->`);
          if (step.event.at === "wire") {
            _push(`<line class="cut"${ssrRenderAttr("x1", `${CLIENT}%`)}${ssrRenderAttr("x2", `${SERVER}%`)}${ssrRenderAttr("y1", yOf(i))}${ssrRenderAttr("y2", yOf(i))} data-v-42331b54></line>`);
          } else {
            _push(`<!---->`);
          }
          _push(`<svg${ssrRenderAttr("x", `${xOf[step.event.at]}%`)}${ssrRenderAttr("y", yOf(i))} overflow="visible" data-v-42331b54><path class="cross" d="M-5,-5L5,5M-5,5L5,-5" data-v-42331b54></path></svg><!--]-->`);
        }
        _push(`<text class="title long"${ssrRenderAttr("x", `${MIDDLE}%`)}${ssrRenderAttr("y", yOf(i) - 4)} text-anchor="middle" data-v-42331b54>${ssrInterpolate(cut(titleOf(step)))}</text><!--[-->`);
        ssrRenderList(step.short, (line, at) => {
          _push(`<text class="title short"${ssrRenderAttr("x", `${MIDDLE}%`)}${ssrRenderAttr("y", yOf(i) - 4 - LINE_HEIGHT * (step.short.length - 1 - at))} text-anchor="middle" data-v-42331b54>${ssrInterpolate(line)}</text>`);
        });
        _push(`<!--]--></g>`);
      });
      _push(`<!--]--></svg><figcaption data-v-42331b54><p class="now" aria-hidden="true" data-v-42331b54>`);
      if (lit.value !== void 0) {
        _push(`<!--[-->${ssrInterpolate(inWords(picture.value.steps[lit.value]))}<!--]-->`);
      } else {
        _push(`<!--[-->${ssrInterpolate(unref(t).hint)}<!--]-->`);
      }
      _push(`</p><details data-v-42331b54><summary data-v-42331b54>${ssrInterpolate(unref(t).asText)}</summary><ol data-v-42331b54><!--[-->`);
      ssrRenderList(picture.value.steps, (step, i) => {
        _push(`<li data-v-42331b54>${ssrInterpolate(inWords(step))}</li>`);
      });
      _push(`<!--]--></ol></details></figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/SequencePicture.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SequencePicture = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-42331b54"]]);
export {
  SequencePicture as default
};
