import { defineComponent, computed, useTemplateRef, mergeProps, useSSRContext, useModel, useId, ref, unref, mergeModels } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderList, ssrRenderClass, ssrRenderAttr, ssrRenderStyle, ssrRenderComponent, ssrRenderDynamicAttr } from "vue/server-renderer";
import { t as toHex, f as fromHex } from "./hex.CEu7cY_P.js";
import { u as useCopy } from "./use-copy.1ChcV11P.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
function toRows(fields) {
  const rows = [];
  const add = (siblings, level, parent) => {
    for (const [i, field] of siblings.entries()) {
      const { parts, rest } = split(field);
      const isParent = rest.length > 0;
      const place = { level, parent, position: i + 1, siblings: siblings.length };
      add(rest, level + 1, rows.push({ field, isParent, parts, ...place }) - 1);
    }
  };
  add(fields, 1, void 0);
  return rows;
}
function split({ folded, children = [] }) {
  const end = folded ? children.length : endOfTagAndLength(children);
  return { parts: flatten(children.slice(0, end), 0), rest: children.slice(end) };
}
function endOfTagAndLength(children) {
  if (children[0]?.name !== "tag") return 0;
  return children[1]?.name === "length" ? 2 : 1;
}
function flatten(fields, depth) {
  return fields.flatMap((field) => [{ field, depth }, ...flatten(field.children ?? [], depth + 1)]);
}
const SHADES = 3;
function toRuns(rows, length) {
  const places = new Array(length).fill({ row: -1 });
  for (const [row, { field, parts }] of rows.entries()) {
    places.fill({ row }, field.offset, field.offset + field.length);
    for (const [part, { field: field2 }] of parts.entries()) {
      places.fill({ row, part }, field2.offset, field2.offset + field2.length);
    }
  }
  const runs = [];
  let shade = 0;
  for (const [offset, place] of places.entries()) {
    const last = runs.at(-1);
    if (last !== void 0 && place === places[offset - 1]) {
      last.length++;
      continue;
    }
    if (last !== void 0 && place.row !== last.row) shade = (shade + 1) % SHADES;
    runs.push({ ...place, offset, length: 1, isFrame: isFrame(rows, place), shade });
  }
  return runs;
}
function isFrame(rows, { row, part }) {
  const owner = rows[row];
  if (owner === void 0 || part === void 0) return false;
  if (owner.isParent) return true;
  const value = owner.parts.findIndex(({ field }) => field.name === "value");
  return part < value;
}
function shownRow(rows, folded, row) {
  let shown = row;
  for (let at = rows[row]?.parent; at !== void 0; at = rows[at]?.parent) {
    if (folded.has(at)) shown = at;
  }
  return shown;
}
function fieldsAround(rows, row) {
  const around = [];
  for (let at = rows[row]?.parent; at !== void 0; at = rows[at]?.parent) {
    around.unshift(rows[at].field);
  }
  return around;
}
function roomFor(messages) {
  const most = Math.max(...messages.map(({ bytes }) => bytes.length / 2));
  return {
    lines16: Math.ceil(most / 16),
    lines8: Math.ceil(most / 8),
    rows: Math.max(...messages.map(({ fields }) => toRows(fields).length))
  };
}
const _sfc_main$2 = /* @__PURE__ */ defineComponent({
  __name: "ByteDump",
  __ssrInlineRender: true,
  props: {
    bytes: {},
    runs: {},
    field: {},
    part: {}
  },
  setup(__props, { expose: __expose }) {
    const props = __props;
    const hexOf = ({ offset, length }) => toHex(props.bytes.subarray(offset, offset + length));
    const characters = computed(() => props.runs.map(charactersOf).join(""));
    const hasText = computed(() => characters.value.trim() !== "");
    const decoder = new TextDecoder("utf-8", { fatal: true });
    function charactersOf({ offset, length }) {
      const part = props.bytes.subarray(offset, offset + length);
      return Array.from(part, isText(part) ? character : () => " ").map((one) => `${one}  `).join("");
    }
    function isText(bytes) {
      if (bytes.some((byte) => byte < 32 && byte !== 10)) return false;
      if (bytes.length === 1) return isPrintable(bytes[0]) && isTextAround.value;
      try {
        return decoder.decode(bytes).length > 0;
      } catch {
        return false;
      }
    }
    const isTextAround = computed(
      () => props.bytes.filter(isPrintable).length > 0.8 * props.bytes.length
    );
    const isPrintable = (byte) => byte > 32 && byte < 127;
    function character(byte) {
      if (byte === 32) return "·";
      return isPrintable(byte) ? String.fromCharCode(byte) : " ";
    }
    function offsets(step) {
      const count = Math.ceil(props.bytes.length / step);
      return Array.from({ length: count }, (_, i) => (i * step).toString(16).padStart(4, "0")).join(
        "\n"
      );
    }
    const isIn = ({ offset }, field) => field !== void 0 && offset >= field.offset && offset < field.offset + field.length;
    const pane = useTemplateRef("pane");
    function reveal() {
      const lit = pane.value?.querySelector(".here") ?? pane.value?.querySelector(".on");
      if (!pane.value || !lit) return;
      const [first] = lit.getClientRects();
      const { top, bottom } = pane.value.getBoundingClientRect();
      if (first === void 0) return;
      if (first.top < top || first.bottom > bottom) {
        pane.value.scrollTop += first.top - top - (bottom - top) / 3;
      }
    }
    __expose({ reveal });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({
        ref_key: "pane",
        ref: pane,
        class: ["bytes", { plain: !hasText.value }],
        "aria-hidden": "true"
      }, _attrs))} data-v-182966c5><pre class="offsets by-16" data-v-182966c5>${ssrInterpolate(offsets(16))}</pre><pre class="offsets by-8" data-v-182966c5>${ssrInterpolate(offsets(8))}</pre><div class="dump" data-v-182966c5><!--[-->`);
      ssrRenderList(__props.runs, (run, i) => {
        _push(`<!--[--><span class="${ssrRenderClass([[`shade-${run.shade}`, { frame: run.isFrame, on: isIn(run, __props.field), here: isIn(run, __props.part) }], "run"])}"${ssrRenderAttr("data-row", run.row)}${ssrRenderAttr("data-part", run.part)} data-v-182966c5>${ssrInterpolate(hexOf(run))}</span>${ssrInterpolate(" ")}<!--]-->`);
      });
      _push(`<!--]-->`);
      if (hasText.value) {
        _push(`<div class="characters" data-v-182966c5>${ssrInterpolate(characters.value)}</div>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</div></div>`);
    };
  }
});
const _sfc_setup$2 = _sfc_main$2.setup;
_sfc_main$2.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/trace/ByteDump.vue");
  return _sfc_setup$2 ? _sfc_setup$2(props, ctx) : void 0;
};
const ByteDump = /* @__PURE__ */ _export_sfc(_sfc_main$2, [["__scopeId", "data-v-182966c5"]]);
const SHOWN = 4;
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "FieldNote",
  __ssrInlineRender: true,
  props: {
    row: {},
    around: {},
    at: {},
    bytes: {},
    texts: {}
  },
  setup(__props) {
    const hexOf = (bytes, { offset, length }) => toHex(bytes.subarray(offset, offset + Math.min(length, SHOWN))) + (length > SHOWN ? " …" : "");
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({
        class: "field-note",
        role: "group",
        tabindex: "0",
        "aria-label": __props.texts.note
      }, _attrs))} data-v-67777ac4><p class="where" data-v-67777ac4><span class="range" data-v-67777ac4>${ssrInterpolate(__props.texts.where(__props.row.field.offset, __props.row.field.length))}</span>`);
      if (__props.around.length > 0) {
        _push(`<span data-v-67777ac4>${ssrInterpolate(__props.texts.inside(__props.around.map(({ name }) => name).join(" › ")))}</span>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</p><p class="what" data-v-67777ac4><b data-v-67777ac4>${ssrInterpolate(__props.row.field.name)}</b>`);
      if (__props.row.field.value !== void 0) {
        _push(`<!--[-->${ssrInterpolate(` = ${__props.row.field.value}`)}<!--]-->`);
      } else {
        _push(`<!---->`);
      }
      _push(`</p><p class="why" data-v-67777ac4>${ssrInterpolate(__props.row.field.meaning)}`);
      if (__props.row.field.source) {
        _push(`<cite data-v-67777ac4>${ssrInterpolate(` — ${__props.row.field.source}`)}</cite>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</p>`);
      if (__props.row.parts.length > 0) {
        _push(`<ul data-v-67777ac4><!--[-->`);
        ssrRenderList(__props.row.parts, ({ field, depth }, i) => {
          _push(`<li class="${ssrRenderClass({ here: i === __props.at.part })}" style="${ssrRenderStyle({ "--depth": depth })}"${ssrRenderAttr("data-row", __props.at.row)}${ssrRenderAttr("data-part", i)} data-v-67777ac4><code data-v-67777ac4>${ssrInterpolate(hexOf(__props.bytes, field))}</code><span class="what" data-v-67777ac4><b data-v-67777ac4>${ssrInterpolate(field.name)}</b>${ssrInterpolate(field.value === void 0 ? "" : ` = ${field.value}`)}</span><span class="why" data-v-67777ac4>${ssrInterpolate(field.meaning)}</span></li>`);
        });
        _push(`<!--]--></ul>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</div>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/trace/FieldNote.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const FieldNote = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-67777ac4"]]);
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "TraceMessage",
  __ssrInlineRender: true,
  props: /* @__PURE__ */ mergeModels({
    message: {},
    texts: {},
    room: {},
    linkTo: { type: Function }
  }, {
    "current": { default: () => ({ row: 0 }) },
    "currentModifiers": {}
  }),
  emits: ["update:current"],
  setup(__props) {
    const props = __props;
    const current = useModel(__props, "current");
    const id = useId();
    const bytes = computed(() => fromHex(props.message.bytes));
    const rows = computed(() => toRows(props.message.fields));
    const runs = computed(() => toRuns(rows.value, bytes.value.length));
    const room = computed(() => props.room ?? roomFor([props.message]));
    const shades = computed(() => new Map(runs.value.map(({ row, shade }) => [row, shade])));
    const folded = ref(/* @__PURE__ */ new Set());
    const hovered = ref();
    const active = computed(() => {
      const place = hovered.value ?? current.value;
      const row = shownRow(rows.value, folded.value, place.row);
      return row === place.row ? place : { row };
    });
    const field = computed(() => rows.value[active.value.row]?.field);
    const part = computed(() => {
      const { row, part: part2 } = active.value;
      return part2 === void 0 ? void 0 : rows.value[row]?.parts[part2]?.field;
    });
    const root = useTemplateRef("root");
    const dump = useTemplateRef("dump");
    const { copied } = useCopy();
    const chosen = computed(() => {
      const { row, part: part2 } = current.value;
      const one = rows.value[row];
      return part2 === void 0 ? one?.field : one?.parts[part2]?.field;
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({
        ref_key: "root",
        ref: root,
        class: ["trace-message", __props.message.from],
        style: { "--lines-16": room.value.lines16, "--lines-8": room.value.lines8, "--rows": room.value.rows }
      }, _attrs))} data-v-f6a28d34><div class="look" data-v-f6a28d34>`);
      _push(ssrRenderComponent(ByteDump, {
        ref_key: "dump",
        ref: dump,
        bytes: bytes.value,
        runs: runs.value,
        field: field.value,
        part: part.value
      }, null, _parent));
      _push(`<div class="note" data-v-f6a28d34>`);
      if (field.value) {
        _push(ssrRenderComponent(FieldNote, {
          id: `${unref(id)}-note`,
          around: unref(fieldsAround)(rows.value, active.value.row),
          row: rows.value[active.value.row],
          at: active.value,
          bytes: bytes.value,
          texts: __props.texts
        }, null, _parent));
      } else {
        _push(`<!---->`);
      }
      _push(`<div class="actions js-only" data-v-f6a28d34>`);
      if (chosen.value && chosen.value.length > 0) {
        _push(`<button type="button" data-v-f6a28d34>${ssrInterpolate(unref(copied) === "bytes" ? __props.texts.copied : __props.texts.copyHex)}</button>`);
      } else {
        _push(`<!---->`);
      }
      if (__props.linkTo) {
        _push(`<button type="button" data-v-f6a28d34>${ssrInterpolate(unref(copied) === "link" ? __props.texts.copied : __props.texts.copyLink)}</button>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<span class="visually-hidden" role="status" data-v-f6a28d34>${ssrInterpolate(unref(copied) ? __props.texts.copied : "")}</span></div></div></div><div class="fields" role="treegrid"${ssrRenderAttr("aria-label", __props.texts.fields(__props.message.title))} data-v-f6a28d34><!--[-->`);
      ssrRenderList(rows.value, ({ field: field2, level, position, siblings, isParent }, i) => {
        _push(`<div role="row" class="${ssrRenderClass([{ on: i === active.value.row }, "row"])}" style="${ssrRenderStyle({ "--level": level })}"${ssrRenderAttr("data-row", i)}${ssrRenderAttr("aria-level", level)}${ssrRenderAttr("aria-posinset", position)}${ssrRenderAttr("aria-setsize", siblings)}${ssrRenderAttr("aria-expanded", isParent ? !folded.value.has(i) : void 0)}${ssrRenderAttr("aria-describedby", i === current.value.row ? `${unref(id)}-note` : void 0)}${ssrRenderAttr("tabindex", i === current.value.row ? 0 : -1)}${ssrRenderDynamicAttr("hidden", unref(shownRow)(rows.value, folded.value, i) !== i)} data-v-f6a28d34><span role="gridcell" class="what" data-v-f6a28d34><span class="${ssrRenderClass([[isParent ? "fold" : "tint", `shade-${shades.value.get(i)}`], "mark"])}" aria-hidden="true" data-v-f6a28d34></span><span class="name" data-v-f6a28d34>${ssrInterpolate(field2.name)}</span>`);
        if (field2.value !== void 0) {
          _push(`<!--[-->${ssrInterpolate(` = ${field2.value}`)}<!--]-->`);
        } else {
          _push(`<!---->`);
        }
        _push(`</span></div>`);
      });
      _push(`<!--]--></div></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/trace/TraceMessage.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TraceMessage = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-f6a28d34"]]);
export {
  TraceMessage as T,
  roomFor as r,
  toRows as t
};
