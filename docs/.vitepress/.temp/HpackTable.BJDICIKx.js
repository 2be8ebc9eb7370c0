import { defineComponent, ref, computed, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrInterpolate, ssrRenderList, ssrIncludeBooleanAttr, ssrLooseContain, ssrLooseEqual, ssrRenderStyle, ssrRenderClass } from "vue/server-renderer";
import { t as toHex } from "./hex.CEu7cY_P.js";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { h as HpackEncoder, B as ByteWriter, g as fieldSize, S as STATIC_TABLE_LENGTH } from "./encoder.sD__5r0w.js";
import { c as createHpackFollower, f as formOf } from "./dissector.C9reyEM9.js";
import { u as useAddress } from "./use-address.G5JwuEn1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "./clip.CTe3olt_.js";
function requestHeaders(shelf, number) {
  return [
    { name: ":method", value: "GET" },
    { name: ":scheme", value: "http" },
    { name: ":authority", value: "pantry.example" },
    { name: ":path", value: `/shelves/${shelf}` },
    { name: "accept", value: "text/plain" },
    { name: "user-agent", value: "pantry-client/1.0 (rpc-from-scratch)" },
    { name: "authorization", value: "Bearer 3b1f0c9e7a52d8e4" },
    { name: "x-request-id", value: `req-${String(number).padStart(6, "0")}` }
  ];
}
function asText(fields) {
  return fields.map(({ name, value }) => `${name}: ${value}\r
`).join("");
}
class HpackSession {
  #encoder = new HpackEncoder();
  #follower = createHpackFollower();
  #ids = /* @__PURE__ */ new Map();
  #sent = 0;
  /** The peer's SETTINGS_HEADER_TABLE_SIZE: said at the beginning of the next block. */
  setTableSize(size) {
    this.#encoder.setMaxTableSize(size);
  }
  send(fields) {
    const out = new ByteWriter();
    this.#encoder.encode(fields, out);
    const bytes = out.take();
    const before = new Set(this.#ids.keys());
    const headers = [];
    const evicted = [];
    for (const piece of pieces(bytes)) {
      const known = [...this.#follower.table.entries];
      const [field] = this.#follower.read(piece).fields;
      headers.push({
        name: field?.name ?? "",
        value: field?.value ?? "",
        how: HOWS[formOf(piece[0]).source] ?? "literal",
        bytes: piece
      });
      const now = new Set(this.#follower.table.entries);
      evicted.push(...known.filter((entry) => !now.has(entry)).reverse());
      for (const entry of now) if (!this.#ids.has(entry)) this.#ids.set(entry, this.#ids.size);
    }
    const { entries, size, maxSize } = this.#follower.table;
    return {
      number: ++this.#sent,
      path: fields.find(({ name }) => name === ":path")?.value ?? "",
      bytes,
      textLength: asText(fields).length,
      headers,
      rows: entries.map((entry, i) => ({
        id: this.#ids.get(entry),
        index: STATIC_TABLE_LENGTH + 1 + i,
        ...entry,
        size: fieldSize(entry.name, entry.value),
        isNew: !before.has(entry)
      })),
      size,
      maxSize,
      evicted
    };
  }
}
function pieces(block) {
  const { fields } = createHpackFollower().read(block);
  return fields.map(({ offset, length }) => block.subarray(offset, offset + length));
}
const HOWS = {
  "RFC 7541 §6.1": "indexed",
  "RFC 7541 §6.2.1": "added",
  "RFC 7541 §6.3": "size",
  "RFC 7541 §6.2.3": "never",
  "RFC 7541 §6.2.2": "literal"
};
const MOST_KEPT = 60;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "HpackTable",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.hpackTable }
  },
  setup(__props) {
    const props = __props;
    const SHELVES = [300, 301, 302];
    const SIZES = [0, 128, 200, 256, 4096];
    const size = ref(4096);
    const sent = ref([]);
    const chosen = ref(0);
    const said = ref("");
    let session = new HpackSession();
    let count = 0;
    const steps = ref([]);
    function send(shelf) {
      steps.value.push({ shelf });
      const request = session.send(requestHeaders(shelf, ++count));
      sent.value = [...sent.value, request].slice(-10);
      chosen.value = request.number;
      const added = request.headers.filter(({ how }) => how === "added").length;
      const { number, bytes, evicted } = request;
      said.value = props.texts.said(number, bytes.length, added, evicted.length);
    }
    function begin() {
      session = new HpackSession();
      session.setTableSize(size.value);
      count = 0;
      sent.value = [];
      steps.value = [];
    }
    function beginAgain() {
      begin();
      send(300);
      send(300);
    }
    beginAgain();
    said.value = "";
    useAddress(
      "hpack",
      () => ({ size: size.value, steps: steps.value.slice(0, MOST_KEPT) }),
      (kept) => {
        size.value = 4096;
        begin();
        for (const step of kept.steps.slice(0, MOST_KEPT)) {
          if ("shelf" in step && SHELVES.includes(step.shelf)) send(step.shelf);
          if ("size" in step && SIZES.includes(step.size)) setSize(step.size);
        }
        if (sent.value.length === 0) beginAgain();
      }
    );
    function setSize(octets) {
      size.value = octets;
      steps.value.push({ size: octets });
      session.setTableSize(octets);
    }
    const now = computed(
      () => sent.value.find(({ number }) => number === chosen.value) ?? sent.value.at(-1)
    );
    const longest = computed(() => Math.max(...sent.value.map(({ textLength }) => textLength)));
    const percent = (part, whole) => `${whole === 0 ? 0 : 100 * part / whole}%`;
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "hpack widget",
        "aria-label": __props.texts.title
      }, _attrs))} data-v-f9245ca4><div class="controls js-only" data-v-f9245ca4><div class="group" role="group"${ssrRenderAttr("aria-label", __props.texts.ask)} data-v-f9245ca4><strong data-v-f9245ca4>${ssrInterpolate(__props.texts.ask)}</strong><!--[-->`);
      ssrRenderList(SHELVES, (shelf) => {
        _push(`<button type="button" class="quiet-button" data-v-f9245ca4>${ssrInterpolate(__props.texts.shelf(shelf))}</button>`);
      });
      _push(`<!--]--><button type="button" class="quiet-button" data-v-f9245ca4>${ssrInterpolate(__props.texts.again)}</button></div><div class="group" data-v-f9245ca4><label data-v-f9245ca4><strong data-v-f9245ca4>${ssrInterpolate(__props.texts.tableSize)}</strong><select data-v-f9245ca4><!--[-->`);
      ssrRenderList(SIZES, (octets) => {
        _push(`<option${ssrRenderAttr("value", octets)} data-v-f9245ca4${ssrIncludeBooleanAttr(Array.isArray(size.value) ? ssrLooseContain(size.value, octets) : ssrLooseEqual(size.value, octets)) ? " selected" : ""}>${ssrInterpolate(__props.texts.octets(octets))}</option>`);
      });
      _push(`<!--]--></select></label><button type="button" class="quiet-button" data-v-f9245ca4>${ssrInterpolate(__props.texts.reset)}</button></div></div><p class="visually-hidden" role="status" data-v-f9245ca4>${ssrInterpolate(said.value)}</p><div class="block" data-v-f9245ca4><p class="heading" data-v-f9245ca4>${ssrInterpolate(__props.texts.requests)}</p><ol class="requests" data-v-f9245ca4><!--[-->`);
      ssrRenderList(sent.value, (request) => {
        _push(`<li data-v-f9245ca4><button type="button"${ssrRenderAttr("aria-pressed", request.number === now.value.number)} data-v-f9245ca4><span class="path" data-v-f9245ca4><span class="visually-hidden" data-v-f9245ca4>${ssrInterpolate(__props.texts.request)}</span>${ssrInterpolate(request.number)} ${ssrInterpolate(request.path)}</span><span class="track" data-v-f9245ca4><span class="text-bar" style="${ssrRenderStyle({ width: percent(request.textLength, longest.value) })}" data-v-f9245ca4></span><span class="bar" style="${ssrRenderStyle({ width: percent(request.bytes.length, longest.value) })}" data-v-f9245ca4></span></span><span class="amount" data-v-f9245ca4><b data-v-f9245ca4>${ssrInterpolate(request.bytes.length)}</b> ${ssrInterpolate(__props.texts.asText(request.textLength))}<span class="visually-hidden" data-v-f9245ca4>${ssrInterpolate(__props.texts.unit)}</span></span></button></li>`);
      });
      _push(`<!--]--></ol></div><div class="both" data-v-f9245ca4><div class="block" data-v-f9245ca4><p class="heading" data-v-f9245ca4>${ssrInterpolate(__props.texts.block(now.value.number))}</p><ul class="headers" data-v-f9245ca4><!--[-->`);
      ssrRenderList(now.value.headers, (header, i) => {
        _push(`<li class="${ssrRenderClass(header.how)}" data-v-f9245ca4><span class="line" data-v-f9245ca4>${ssrInterpolate(header.name)}: ${ssrInterpolate(header.value)}</span><span class="how" data-v-f9245ca4><code data-v-f9245ca4>${ssrInterpolate(unref(toHex)(header.bytes.subarray(0, 4)))}${ssrInterpolate(header.bytes.length > 4 ? " …" : "")}</code> ${ssrInterpolate(__props.texts.bytes(header.bytes.length))}, ${ssrInterpolate(__props.texts.how[header.how])}</span></li>`);
      });
      _push(`<!--]--></ul></div><div class="block" data-v-f9245ca4><p class="heading" data-v-f9245ca4>${ssrInterpolate(__props.texts.table)}</p><div class="meter" aria-hidden="true" data-v-f9245ca4><span style="${ssrRenderStyle({ width: percent(now.value.size, now.value.maxSize) })}" data-v-f9245ca4></span></div><p class="used" data-v-f9245ca4>${ssrInterpolate(__props.texts.used(now.value.size, now.value.maxSize))}</p>`);
      if (now.value.rows.length > 0) {
        _push(`<table data-v-f9245ca4><thead data-v-f9245ca4><tr data-v-f9245ca4><th scope="col" data-v-f9245ca4>${ssrInterpolate(__props.texts.index)}</th><th scope="col" data-v-f9245ca4>${ssrInterpolate(__props.texts.header)}</th><th scope="col" data-v-f9245ca4>${ssrInterpolate(__props.texts.size)}</th></tr></thead><tbody data-v-f9245ca4><!--[-->`);
        ssrRenderList(now.value.rows, (row) => {
          _push(`<tr class="${ssrRenderClass({ fresh: row.isNew })}" data-v-f9245ca4><td data-v-f9245ca4>${ssrInterpolate(row.index)}</td><td class="line" data-v-f9245ca4>${ssrInterpolate(row.name)}: ${ssrInterpolate(row.value)} `);
          if (row.isNew) {
            _push(`<em data-v-f9245ca4>${ssrInterpolate(__props.texts.fresh)}</em>`);
          } else {
            _push(`<!---->`);
          }
          _push(`</td><td data-v-f9245ca4>${ssrInterpolate(row.size)}</td></tr>`);
        });
        _push(`<!--]--></tbody></table>`);
      } else {
        _push(`<p class="soft" data-v-f9245ca4>${ssrInterpolate(__props.texts.empty)}</p>`);
      }
      if (now.value.evicted.length > 0) {
        _push(`<p class="gone" data-v-f9245ca4>${ssrInterpolate(__props.texts.evicted)} <!--[-->`);
        ssrRenderList(now.value.evicted, (entry, i) => {
          _push(`<span class="line" data-v-f9245ca4><s data-v-f9245ca4>${ssrInterpolate(entry.name)}: ${ssrInterpolate(entry.value)}</s></span>`);
        });
        _push(`<!--]--></p>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</div></div></section>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/HpackTable.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const HpackTable = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-f9245ca4"]]);
export {
  HpackTable as default
};
