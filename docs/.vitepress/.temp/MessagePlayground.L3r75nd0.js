import { defineComponent, useId, ref, shallowRef, computed, useTemplateRef, onMounted, onBeforeUnmount, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderComponent, ssrRenderAttr, ssrInterpolate, ssrRenderStyle, ssrIncludeBooleanAttr, ssrRenderList, ssrLooseContain, ssrLooseEqual } from "vue/server-renderer";
import { t as toHex, f as fromHex } from "./hex.CEu7cY_P.js";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { a as useTexts } from "./app.js";
import { P as PresetBar } from "./PresetBar.DaKEem7C.js";
import { a as useAddressLater } from "./use-address.G5JwuEn1.js";
import { T as TraceMessage } from "./TraceMessage.D-r0a7cP.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const SCHEMA = `syntax = "proto3";

message Order {
  string id = 1;
  repeated string items = 2;
  optional string note = 3;
  float price = 4;
  repeated uint32 counts = 5;
  map<string, uint32> stock = 6;
  oneof payment {
    string card = 7;
    Invoice invoice = 8;
  }
  Status status = 9;
}

message Invoice {
  string to = 1;
  sint32 days = 2;
}

enum Status {
  NEW = 0;
  SENT = 1;
}
`;
const OLD = `syntax = "proto3";

// Last year's: it knows nothing of 5 to 9.
message Order {
  string id = 1;
  repeated string items = 2;
  string note = 3;
  float price = 4;
}
`;
const VALUE = `{
  "id": "o-7",
  "items": ["tea", "milk"],
  "price": 4.5,
  "counts": [2, 300],
  "stock": { "oven": 1 },
  "invoice": { "to": "Ada", "days": -3 },
  "status": "SENT"
}`;
const BYTES = "0a 03 6f 2d 37 12 03 74 65 61 1a 00 25 00 00 90 40 2a 03 02 ac 02 42 07 0a 03 41 64 61 10 05 48 01";
const PRESETS = {
  order: { schema: SCHEMA, type: "Order", value: VALUE },
  zero: {
    schema: SCHEMA,
    type: "Order",
    value: `{
  "id": "",
  "note": "",
  "price": 0,
  "card": ""
}`
  },
  old: { schema: OLD, type: "Order", hex: BYTES },
  twice: {
    schema: SCHEMA,
    type: "Order",
    hex: "0a 01 61 12 03 74 65 61 42 05 0a 03 41 64 61 0a 01 62 12 04 6d 69 6c 6b 42 02 10 05"
  },
  wrongType: {
    schema: SCHEMA.replace("float price = 4", "fixed32 price = 4"),
    type: "Order",
    hex: BYTES
  },
  cut: { schema: SCHEMA, type: "Order", hex: "0a 03 6f 2d 37 12 09 74 65 61" }
};
function showJson(json) {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return inline(json);
  const members = Object.entries(json);
  if (members.length === 0) return "{}";
  const lines = members.map(([name, value]) => `  ${JSON.stringify(name)}: ${inline(value)}`);
  return `{
${lines.join(",\n")}
}`;
}
function inline(json) {
  return JSON.stringify(json, null, 1).replace(/\n\s*/g, " ").replace(/\[ | \]/g, (bracket) => bracket.trim());
}
function isSame(a, b) {
  return sorted(a) === sorted(b);
}
function sorted(json) {
  return JSON.stringify(
    json,
    (_, value) => typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => x < y ? -1 : 1)) : value
  );
}
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "MessagePlayground",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.messages }
  },
  setup(__props) {
    const props = __props;
    const id = useId();
    const traceTexts = useTexts("trace");
    const first = PRESETS.order;
    const schema = ref(first.schema);
    const typeName = ref(first.type);
    const value = ref(first.value ?? "");
    const hex = ref("");
    const preset = ref("order");
    const bytes = shallowRef(new Uint8Array(0));
    const types = shallowRef([]);
    const problem = ref();
    const tools = shallowRef();
    const wrongLine = computed(() => {
      if (problem.value?.at !== "schema") return void 0;
      const [, line] = /^schema\.proto:(\d+):/.exec(problem.value.text) ?? [];
      return line === void 0 ? void 0 : Number(line);
    });
    const scrolled = ref(0);
    const type = computed(() => types.value.find(({ name }) => name === typeName.value));
    const reading = computed(() => type.value && tools.value?.read(type.value, bytes.value));
    const explained = computed(() => type.value && tools.value?.explain(type.value, bytes.value));
    const theirs = computed(
      () => type.value && tools.value?.readByProtobufjs(schema.value, type.value, bytes.value)
    );
    const kept = computed(
      () => reading.value && "ok" in reading.value ? reading.value.ok.kept?.length ?? 0 : 0
    );
    const agrees = computed(() => {
      const ours = reading.value;
      const other = theirs.value;
      if (ours === void 0 || other === void 0) return void 0;
      if ("ok" in ours && "ok" in other) return isSame(ours.ok.json, other.ok.json);
      return "problem" in ours && "problem" in other;
    });
    function onSchema() {
      preset.value = void 0;
      if (readSchema()) showValue();
    }
    function readSchema() {
      const read = tools.value.readSchema(schema.value);
      if ("problem" in read) {
        problem.value = { at: "schema", text: read.problem };
        return false;
      }
      problem.value = void 0;
      types.value = read.ok;
      if (type.value === void 0) typeName.value = read.ok[0].name;
      return true;
    }
    function showValue() {
      problem.value = void 0;
      const read = reading.value;
      if (read === void 0) return;
      if ("ok" in read) value.value = read.ok.value;
      else problem.value = { at: "hex", text: read.problem };
    }
    function writeValue() {
      if (type.value === void 0) return;
      const before = reading.value;
      const unknown = before && "ok" in before ? before.ok.kept : void 0;
      const written = tools.value.write(type.value, value.value, unknown);
      if ("problem" in written) {
        problem.value = { at: "value", text: written.problem };
        return;
      }
      problem.value = void 0;
      bytes.value = written.ok;
      hex.value = toHex(written.ok);
    }
    function onHex() {
      preset.value = void 0;
      readHex();
    }
    function readHex() {
      try {
        bytes.value = fromHex(hex.value.replace(/0x|,/gi, " "));
      } catch {
        problem.value = { at: "hex", text: props.texts.notHex };
        return;
      }
      showValue();
    }
    function choose(name) {
      const chosen = PRESETS[name];
      schema.value = chosen.schema;
      typeName.value = chosen.type;
      bytes.value = new Uint8Array(0);
      if (!readSchema()) return;
      if (chosen.hex === void 0) {
        value.value = chosen.value ?? "{}";
        writeValue();
      } else {
        hex.value = chosen.hex;
        readHex();
      }
      preset.value = name;
    }
    const readAddress = useAddressLater(
      "message",
      () => ({ schema: schema.value, type: typeName.value, hex: hex.value }),
      (given) => {
        schema.value = String(given.schema);
        typeName.value = String(given.type);
        hex.value = String(given.hex);
        onHex();
        onSchema();
      }
    );
    const root = useTemplateRef("root");
    let observer;
    onMounted(() => {
      observer = new IntersectionObserver(
        async (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          observer?.disconnect();
          tools.value = await import("./tools.Be8wgiN3.js");
          choose("order");
          readAddress();
        },
        { rootMargin: "600px" }
      );
      if (root.value) observer.observe(root.value);
    });
    onBeforeUnmount(() => observer?.disconnect());
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        ref_key: "root",
        ref: root,
        class: "message-playground widget",
        "aria-label": __props.texts.title,
        "aria-busy": tools.value === void 0
      }, _attrs))} data-v-2af3d0e9>`);
      _push(ssrRenderComponent(PresetBar, {
        title: __props.texts.presets,
        names: __props.texts.presetNames,
        chosen: preset.value,
        disabled: tools.value === void 0,
        onChoose: choose
      }, null, _parent));
      _push(`<div class="sources" data-v-2af3d0e9><div class="source" data-v-2af3d0e9><label${ssrRenderAttr("for", `${unref(id)}-schema`)} data-v-2af3d0e9>${ssrInterpolate(__props.texts.schema)}</label><div class="lined" data-v-2af3d0e9>`);
      if (wrongLine.value) {
        _push(`<span class="wrong-line" aria-hidden="true" style="${ssrRenderStyle({ "--line": wrongLine.value - 1, "--scrolled": `${scrolled.value}px` })}" data-v-2af3d0e9></span>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<textarea${ssrRenderAttr("id", `${unref(id)}-schema`)}${ssrIncludeBooleanAttr(tools.value === void 0) ? " readonly" : ""} rows="16" spellcheck="false" autocapitalize="off" wrap="off"${ssrRenderAttr("aria-invalid", problem.value?.at === "schema")} data-v-2af3d0e9>${ssrInterpolate(schema.value)}</textarea></div></div><div class="source" data-v-2af3d0e9>`);
      if (types.value.length > 1) {
        _push(`<!--[--><label${ssrRenderAttr("for", `${unref(id)}-type`)} data-v-2af3d0e9>${ssrInterpolate(__props.texts.type)}</label><select${ssrRenderAttr("id", `${unref(id)}-type`)} data-v-2af3d0e9><!--[-->`);
        ssrRenderList(types.value, (one) => {
          _push(`<option${ssrRenderAttr("value", one.name)} data-v-2af3d0e9${ssrIncludeBooleanAttr(Array.isArray(typeName.value) ? ssrLooseContain(typeName.value, one.name) : ssrLooseEqual(typeName.value, one.name)) ? " selected" : ""}>${ssrInterpolate(one.name)}</option>`);
        });
        _push(`<!--]--></select><!--]-->`);
      } else {
        _push(`<!---->`);
      }
      _push(`<label${ssrRenderAttr("for", `${unref(id)}-value`)} data-v-2af3d0e9>${ssrInterpolate(__props.texts.value)}</label><textarea${ssrRenderAttr("id", `${unref(id)}-value`)}${ssrIncludeBooleanAttr(tools.value === void 0) ? " readonly" : ""} rows="10" spellcheck="false" autocapitalize="off" wrap="off"${ssrRenderAttr("aria-invalid", problem.value?.at === "value")} data-v-2af3d0e9>${ssrInterpolate(value.value)}</textarea></div></div><div class="block js-only" data-v-2af3d0e9><label${ssrRenderAttr("for", `${unref(id)}-bytes`)} data-v-2af3d0e9>${ssrInterpolate(__props.texts.bytes)}</label> `);
      if (bytes.value.length > 0) {
        _push(`<span class="soft" data-v-2af3d0e9>${ssrInterpolate(__props.texts.size(bytes.value.length))}</span>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<textarea${ssrRenderAttr("id", `${unref(id)}-bytes`)} class="hex"${ssrIncludeBooleanAttr(tools.value === void 0) ? " readonly" : ""} rows="3" spellcheck="false" autocomplete="off" autocapitalize="off"${ssrRenderAttr("aria-invalid", problem.value?.at === "hex")} data-v-2af3d0e9>${ssrInterpolate(hex.value)}</textarea><div class="status" role="status" data-v-2af3d0e9>`);
      if (tools.value === void 0) {
        _push(`<p class="soft" data-v-2af3d0e9>${ssrInterpolate(__props.texts.loading)}</p>`);
      } else if (problem.value) {
        _push(`<p class="bad" data-v-2af3d0e9>✗ ${ssrInterpolate(problem.value.text)}</p>`);
      } else {
        _push(`<p data-v-2af3d0e9> ✓ ${ssrInterpolate(__props.texts.fits)} `);
        if (kept.value > 0) {
          _push(`<!--[-->${ssrInterpolate(__props.texts.kept(kept.value))}<!--]-->`);
        } else {
          _push(`<!---->`);
        }
        _push(`</p>`);
      }
      _push(`</div></div>`);
      if (explained.value && bytes.value.length > 0) {
        _push(`<div class="explained" data-v-2af3d0e9>`);
        _push(ssrRenderComponent(TraceMessage, {
          key: `${typeName.value} ${explained.value.bytes}`,
          message: explained.value,
          texts: unref(traceTexts)
        }, null, _parent));
        _push(`</div>`);
      } else {
        _push(`<!---->`);
      }
      if (theirs.value) {
        _push(`<div class="block theirs" data-v-2af3d0e9><strong data-v-2af3d0e9>${ssrInterpolate(__props.texts.theirs)}</strong>`);
        if ("ok" in theirs.value) {
          _push(`<pre data-v-2af3d0e9>${ssrInterpolate(theirs.value.ok.value)}</pre>`);
        } else {
          _push(`<p class="bad" data-v-2af3d0e9><code data-v-2af3d0e9>${ssrInterpolate(theirs.value.problem)}</code></p>`);
        }
        _push(`<p class="soft" data-v-2af3d0e9>${ssrInterpolate(agrees.value ? __props.texts.agrees : __props.texts.differs)}</p></div>`);
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
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/MessagePlayground.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MessagePlayground = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-2af3d0e9"]]);
const MessagePlayground$1 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: MessagePlayground
}, Symbol.toStringTag, { value: "Module" }));
export {
  MessagePlayground$1 as M,
  showJson as s
};
