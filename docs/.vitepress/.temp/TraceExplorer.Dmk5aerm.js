import { ref, onMounted, onBeforeUnmount, defineComponent, useId, computed, useTemplateRef, mergeProps, unref, withCtx, createVNode, toDisplayString, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderList, ssrRenderClass, ssrIncludeBooleanAttr, ssrLooseEqual, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { f as fromHex, t as toHex } from "./hex.CEu7cY_P.js";
import { a as useTexts } from "./app.js";
import { N as NoScript } from "./NoScript.-X6BtIl5.js";
import { r as roomFor, T as TraceMessage, t as toRows } from "./TraceMessage.D-r0a7cP.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "@vueuse/core";
import "./use-copy.1ChcV11P.js";
const WIDE = new RegExp("[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation}", "u");
const MARK = new RegExp("\\p{Mn}", "u");
function columnsOf(text) {
  let columns = 0;
  for (const character of text) columns += columnsOfOne(character);
  return columns;
}
function columnsOfOne(character) {
  if (character <= "~") return 1;
  if (MARK.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
function beginningOf(text, columns) {
  let end = 0;
  let used = 0;
  for (const character of text) {
    used += columnsOfOne(character);
    if (used > columns && end > 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}
function fill(text, columns) {
  const size = columnsOf(text);
  if (size <= columns) return text + " ".repeat(columns - size);
  const cut2 = `${beginningOf(text, columns - 1)}…`;
  return cut2 + " ".repeat(Math.max(0, columns - columnsOf(cut2)));
}
const same = (text) => text;
const plain = {
  strong: same,
  faint: same,
  client: same,
  server: same,
  good: same,
  bad: same
};
function visible(text) {
  return text.replace(INVISIBLE, escapeOf);
}
function visibleLine(text) {
  return visible(text).replaceAll("\n", "\\n");
}
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const SHORT = { "	": "\\t", "\r": "\\r" };
function escapeOf(character) {
  const code = character.codePointAt(0).toString(16);
  return SHORT[character] ?? (code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`);
}
const WIDEST = 2;
function wrap(text, columns) {
  const width = Math.max(WIDEST, columns);
  const lines = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    let used = 0;
    for (let word of paragraph.split(" ")) {
      let size = columnsOf(word);
      if (line !== "" && used + 1 + size > width) {
        lines.push(line);
        line = "";
      }
      while (size > width) {
        const part = beginningOf(word, width);
        lines.push(part);
        word = word.slice(part.length);
        size = columnsOf(word);
      }
      used = line === "" ? size : used + 1 + size;
      line = line === "" ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}
const DEFAULT_WIDTH = 80;
const NARROW = 64;
const bytesARow = (width) => width < NARROW ? 4 : 8;
const MARGIN = "  ";
const OFFSET_WIDTH = 4;
const MAX_ROWS = 6;
const MIN_REPEATED_ROWS = 3;
function drawEvent(event, options = {}) {
  return event.kind === "message" ? drawMessage(event, options) : drawMark(event, options);
}
function drawMark(mark, { width = DEFAULT_WIDTH, paint = plain }) {
  const lines = wrap(visible(`${mark.at}: ${mark.text}`), width - 4);
  return lines.map((line, i) => paint.faint(`${i === 0 ? "··· " : "    "}${line}`)).join("\n");
}
function drawMessage(message, options = {}) {
  const style = { width: DEFAULT_WIDTH, paint: plain, unfold: false, ...options };
  const bytes = fromHex(message.bytes);
  return [
    drawHeading(message, bytes.length, style),
    ...drawFields(message.fields, bytes, 0, style)
  ].join("\n");
}
function drawHeading(message, size, { width, paint }) {
  const arrow = message.from === "client" ? "client ──▶ server" : "client ◀── server";
  const count = `${size} ${size === 1 ? "byte" : "bytes"}`;
  const room = width - arrow.length - count.length - 4;
  const title = fill(visibleLine(message.title), room);
  const colour = message.from === "client" ? paint.client : paint.server;
  return `${colour(arrow)}  ${paint.strong(title)}  ${paint.faint(count)}`;
}
function drawFields(fields, bytes, level, style) {
  const rows = [];
  let repeated = [];
  let repeatedRows = [];
  const endRepetition = () => {
    const isLong = repeatedRows.length >= MIN_REPEATED_ROWS;
    rows.push(...isLong ? drawRepeated(repeated, level, style) : repeatedRows);
    repeated = [];
    repeatedRows = [];
  };
  for (const field of fields) {
    const isRepeated = style.drawn?.has(contentOf(field, bytes)) ?? false;
    if (isRepeated) repeated.push(field);
    else endRepetition();
    (isRepeated ? repeatedRows : rows).push(...drawField(field, bytes, level, style));
    style.drawn?.add(contentOf(field, bytes));
  }
  endRepetition();
  return rows;
}
function drawField(field, bytes, level, style) {
  if (field.children === void 0 || field.folded && !style.unfold) {
    return drawRows(field, cut(bytes, field), level, style);
  }
  return [
    ...drawRows(field, void 0, level, style),
    ...drawFields(field.children, bytes, level + 1, style)
  ];
}
function cut(bytes, { offset, length }) {
  return bytes.subarray(offset, offset + length);
}
function contentOf(field, bytes) {
  const { name, value, meaning, children = [] } = field;
  const inside = children.map((child) => contentOf(child, bytes));
  return JSON.stringify([name, value, meaning, toHex(cut(bytes, field)), inside]);
}
function drawRepeated(fields, level, style) {
  const names = [...new Set(fields.map(({ name: name2 }) => name2))];
  const length = fields.reduce((sum, field2) => sum + field2.length, 0);
  const name = `as before: ${names.join(", ")}`;
  const field = { name, meaning: "", offset: fields[0].offset };
  return drawRows(field, void 0, level, style, `… ${length} ${length === 1 ? "byte" : "bytes"}`);
}
function drawRows(field, bytes, level, style, note) {
  const { width, paint } = style;
  const indent = "│ ".repeat(level);
  const hex = note !== void 0 ? [note] : bytes === void 0 ? [] : hexRows(bytes, bytesARow(width));
  const hexWidth = Math.max(bytesARow(width) * 3 - 1, ...hex.map((row) => row.length));
  const textColumn = MARGIN.length + OFFSET_WIDTH + 2 + hexWidth + 2;
  const text = fieldText(field, width - textColumn - indent.length, style);
  const offset = field.offset.toString(16).padStart(OFFSET_WIDTH, "0");
  return Array.from({ length: Math.max(hex.length, text.length) }, (_, row) => {
    const left = row === 0 ? paint.faint(offset) : " ".repeat(OFFSET_WIDTH);
    const right = `${paint.faint(indent)}${text[row] ?? ""}`;
    return `${MARGIN}${left}  ${(hex[row] ?? "").padEnd(hexWidth)}  ${right}`.trimEnd();
  });
}
function fieldText(field, width, { paint, explained }) {
  const name = visible(field.value === void 0 ? field.name : `${field.name} = ${field.value}`);
  const names = wrap(name, width).map(paint.strong);
  const { meaning, source } = field;
  const about = visible(source === void 0 ? meaning : `${meaning} (${source})`);
  if (about === "" || explained?.has(about)) return names;
  explained?.add(about);
  if (name.length + 3 + about.length <= width) return [`${paint.strong(name)} · ${about}`];
  return [...names, ...wrap(about, width - 2).map((line) => `  ${line}`)];
}
function hexRows(bytes, aRow) {
  const rows = [];
  for (let at = 0; at < bytes.length; at += aRow) {
    rows.push(toHex(bytes.subarray(at, at + aRow)));
  }
  if (rows.length <= MAX_ROWS) return rows;
  const left = bytes.length - (MAX_ROWS - 1) * aRow;
  return [...rows.slice(0, MAX_ROWS - 2), `… ${left} more`, ...rows.slice(-1)];
}
function toLink({ id, message, row }) {
  return `${id}/${message + 1}/${row + 1}`;
}
function parseLink(hash) {
  const match = /^#([\w-]+)\/(\d{1,4})\/(\d{1,4})$/.exec(hash);
  if (match === null) return void 0;
  const [message, row] = [Number(match[2]) - 1, Number(match[3]) - 1];
  return message < 0 || row < 0 ? void 0 : { id: match[1], message, row };
}
const STEP_MS = 1700;
const PATIENCE_MS = 6e3;
const SIGNS = ["pointermove", "scroll", "keydown", "touchstart"];
function useTour(root, isWanted, step) {
  const playing = ref(false);
  let timer;
  let patience;
  let observer;
  function play() {
    if (playing.value) return;
    playing.value = true;
    timer = setInterval(step, STEP_MS);
  }
  function pause() {
    playing.value = false;
    clearInterval(timer);
    observer?.disconnect();
    stopWaiting();
  }
  function begin() {
    stopWaiting();
    observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && play(), {
      threshold: 0.4
    });
    if (root.value) observer.observe(root.value);
  }
  function stopWaiting() {
    clearTimeout(patience);
    for (const sign of SIGNS) window.removeEventListener(sign, begin);
  }
  onMounted(() => {
    if (!isWanted() || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    patience = setTimeout(begin, PATIENCE_MS);
    for (const sign of SIGNS) window.addEventListener(sign, begin, { passive: true });
  });
  onBeforeUnmount(pause);
  return { playing, play, pause };
}
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "TraceExplorer",
  __ssrInlineRender: true,
  props: {
    trace: {},
    from: {},
    tour: { type: Boolean },
    texts: {}
  },
  setup(__props) {
    const props = __props;
    const t = useTexts("trace", () => props.texts);
    const name = useId();
    const id = computed(() => props.trace.name);
    const events = computed(
      () => props.trace.events.filter((event) => {
        const side = event.kind === "message" ? event.from : event.at;
        return props.from === void 0 || side === props.from;
      })
    );
    const messages = computed(() => events.value.filter((event) => event.kind === "message"));
    const room = computed(() => roomFor(messages.value));
    const selected = ref(0);
    const places = ref([]);
    const message = computed(() => messages.value[selected.value]);
    const place = computed({
      get: () => places.value[selected.value] ?? { row: 0 },
      set: (to) => {
        places.value[selected.value] = to;
      }
    });
    const root = useTemplateRef("root");
    const { playing, pause } = useTour(root, () => props.tour === true, step);
    function step() {
      const next = place.value.row + 1;
      if (next < toRows(message.value?.fields ?? []).length) {
        place.value = { row: next };
      } else {
        selected.value = (selected.value + 1) % messages.value.length;
        place.value = { row: 0 };
      }
    }
    const linkTo = (row) => new URL(`#${toLink({ id: id.value, message: selected.value, row })}`, location.href).href;
    function followLink() {
      const link = parseLink(location.hash);
      if (link === void 0 || link.id !== id.value) return;
      const target = messages.value[link.message];
      if (target === void 0) return;
      pause();
      selected.value = link.message;
      place.value = { row: Math.min(link.row, toRows(target.fields).length - 1) };
      root.value?.scrollIntoView();
    }
    onMounted(() => {
      if (id.value === void 0) return;
      followLink();
      window.addEventListener("hashchange", followLink);
    });
    onBeforeUnmount(() => window.removeEventListener("hashchange", followLink));
    function drawWhole() {
      const explained = /* @__PURE__ */ new Set();
      return events.value.map((event) => drawEvent(event, { explained })).join("\n\n");
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        id: id.value,
        ref_key: "root",
        ref: root,
        class: "trace widget",
        "aria-label": __props.trace.title
      }, _attrs))} data-v-ad0e6318><header class="head" data-v-ad0e6318><strong class="title" data-v-ad0e6318>${ssrInterpolate(__props.trace.title)}</strong><span class="protocol" data-v-ad0e6318>${ssrInterpolate(__props.trace.protocol)}</span>`);
      if (__props.tour) {
        _push(`<button type="button" class="play quiet-button js-only" data-v-ad0e6318>${ssrInterpolate(unref(playing) ? unref(t).pause : unref(t).play)}</button>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</header><fieldset class="messages js-only" data-v-ad0e6318><legend class="visually-hidden" data-v-ad0e6318>${ssrInterpolate(unref(t).messages)}</legend><!--[-->`);
      ssrRenderList(events.value, (event, i) => {
        _push(`<!--[-->`);
        if (event.kind === "message") {
          _push(`<label class="${ssrRenderClass([event.from, "message"])}" data-v-ad0e6318><input${ssrIncludeBooleanAttr(ssrLooseEqual(selected.value, messages.value.indexOf(event))) ? " checked" : ""} type="radio"${ssrRenderAttr("name", unref(name))}${ssrRenderAttr("value", messages.value.indexOf(event))} data-v-ad0e6318><span class="way" data-v-ad0e6318>${ssrInterpolate(unref(t).way[event.from])}</span><span class="what" data-v-ad0e6318>${ssrInterpolate(event.title)}</span><span class="size" data-v-ad0e6318>${ssrInterpolate(unref(t).size(event.bytes.length / 2))}</span></label>`);
        } else {
          _push(`<p class="mark" data-v-ad0e6318><span class="place" data-v-ad0e6318>${ssrInterpolate(unref(t)[event.at])}</span> ${ssrInterpolate(event.text)}</p>`);
        }
        _push(`<!--]-->`);
      });
      _push(`<!--]--></fieldset><div class="stage js-only" data-v-ad0e6318>`);
      if (message.value) {
        _push(ssrRenderComponent(TraceMessage, {
          key: selected.value,
          current: place.value,
          "onUpdate:current": ($event) => place.value = $event,
          message: message.value,
          room: room.value,
          "link-to": id.value === void 0 ? void 0 : linkTo,
          texts: unref(t)
        }, null, _parent));
      } else {
        _push(`<!---->`);
      }
      _push(`</div><p class="hint js-only" data-v-ad0e6318>${ssrInterpolate(unref(t).hint)}</p>`);
      _push(ssrRenderComponent(unref(NoScript), null, {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            _push2(`<pre class="whole" data-v-ad0e6318${_scopeId}>${ssrInterpolate(drawWhole())}</pre>`);
          } else {
            return [
              createVNode("pre", { class: "whole" }, toDisplayString(drawWhole()), 1)
            ];
          }
        }),
        _: 1
      }, _parent));
      _push(`</section>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/TraceExplorer.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TraceExplorer = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-ad0e6318"]]);
export {
  TraceExplorer as default
};
