import { defineComponent, ref, onMounted, watch, mergeProps, unref, withCtx, createVNode, toDisplayString, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderList, ssrIncludeBooleanAttr, ssrLooseContain, ssrLooseEqual, ssrRenderAttr, ssrRenderClass, ssrRenderComponent } from "vue/server-renderer";
import { l as lessonTexts } from "./en-lessons.BAghdZO1.js";
import { N as NoScript } from "./NoScript.-X6BtIl5.js";
import { d as decodeUtf8, e as encodeUtf8 } from "./utf8.SLM2nV_b.js";
import { b as MAX_TOKEN_LENGTH } from "./limits.glLWx8s1.js";
import { a as decodeBase64, e as encodeBase64 } from "./base64.nCojlA-O.js";
import { u as useAddress } from "./use-address.G5JwuEn1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
class TokenError extends Error {
  name = "TokenError";
  fault;
  constructor(fault) {
    super(`the token is refused: ${fault}`);
    this.fault = fault;
  }
}
const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}]/g;
function parseJsonObject(bytes) {
  let value;
  try {
    const text = decodeUtf8(bytes);
    value = JSON.parse(text);
    if (hasNameTwice(text)) throw new TokenError("malformed");
  } catch {
    throw new TokenError("malformed");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TokenError("malformed");
  }
  return value;
}
function hasNameTwice(text) {
  const open = [];
  for (const [token, string, colon] of text.matchAll(TOKENS)) {
    if (token === "{") open.push(/* @__PURE__ */ new Set());
    else if (token === "}") open.pop();
    else if (string !== void 0 && colon !== void 0) {
      const names = open.at(-1);
      const name = JSON.parse(string);
      if (names.has(name)) return true;
      names.add(name);
    }
  }
  return false;
}
const BASE64URL = /^[\w-]*$/;
function decodeBase64Url(text) {
  if (!BASE64URL.test(text)) return void 0;
  const letters = text.replaceAll("-", "+").replaceAll("_", "/");
  const bytes = decodeBase64(letters);
  return bytes !== void 0 && encodeBase64(bytes) === letters ? bytes : void 0;
}
function parseToken(text) {
  if (text.length > MAX_TOKEN_LENGTH) throw new TokenError("too-large");
  const parts = text.split(".").map(decodeBase64Url);
  if (parts.length !== 3 || parts.includes(void 0)) throw new TokenError("malformed");
  const [header2, claims2, signature2] = parts;
  return {
    text,
    header: parseJsonObject(header2),
    claims: parseJsonObject(claims2),
    signed: encodeUtf8(text.slice(0, text.lastIndexOf("."))),
    signature: signature2
  };
}
const SIGNED = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
const SIGNED_KEY = {
  kty: "EC",
  crv: "P-256",
  x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
  y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"
};
const [header = "", claims = "", signature = ""] = SIGNED.split(".");
const CLAIMS = decodeURIComponent(
  [...atob(claims)].map((byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, "0")}`).join("")
);
const ALGORITHMS = ["ES256", "HS256", "none"];
const canVerify = () => globalThis.crypto?.subtle !== void 0;
const toBase64Url = (text) => encodeBase64(encodeUtf8(text)).replaceAll("+", "-").replaceAll("/", "_");
async function write(algorithm, says) {
  const isSame = says.replace(/\s+/g, "") === CLAIMS.replace(/\s+/g, "");
  const texts = [
    algorithm === "ES256" ? header : toBase64Url(JSON.stringify({ alg: algorithm })),
    isSame ? claims : toBase64Url(says),
    signature
  ];
  const text = texts.join(".");
  return {
    parts: texts.map((one, i) => ({ text: one, changed: one !== [header, claims, signature][i] })),
    fault: faultOf(text),
    signed: await verify(text)
  };
}
function faultOf(text) {
  try {
    parseToken(text);
    return void 0;
  } catch (error) {
    return error instanceof TokenError ? error.fault : "malformed";
  }
}
async function verify(text) {
  const ES256 = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("jwk", SIGNED_KEY, ES256, false, ["verify"]);
  const bytes = Uint8Array.from(
    atob(signature.replaceAll("-", "+").replaceAll("_", "/")),
    (letter) => letter.charCodeAt(0)
  );
  const signed = encodeUtf8(text.slice(0, text.lastIndexOf(".")));
  return crypto.subtle.verify(ES256, key, bytes, signed);
}
const MOST_CHARACTERS = 300;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "TokenPlayground",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => lessonTexts.token }
  },
  setup(__props) {
    const algorithm = ref("ES256");
    const claims2 = ref(CLAIMS);
    const written = ref();
    const canRun = ref(true);
    let round = 0;
    async function show() {
      const mine = ++round;
      const now = await write(algorithm.value, claims2.value.slice(0, MOST_CHARACTERS));
      if (mine === round) written.value = now;
    }
    onMounted(() => {
      canRun.value = canVerify();
      if (canRun.value) void show();
    });
    watch([algorithm, claims2], () => canRun.value && void show());
    useAddress(
      "token",
      () => ({ algorithm: algorithm.value, claims: claims2.value }),
      (kept) => {
        algorithm.value = ALGORITHMS.find((one) => one === kept.algorithm) ?? "ES256";
        claims2.value = String(kept.claims).slice(0, MOST_CHARACTERS);
      }
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "token widget",
        "aria-label": __props.texts.title
      }, _attrs))} data-v-8e8e1a8c><div class="js-only" data-v-8e8e1a8c>`);
      if (!canRun.value) {
        _push(`<p data-v-8e8e1a8c>${ssrInterpolate(__props.texts.cannot)}</p>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<label data-v-8e8e1a8c>${ssrInterpolate(__props.texts.algorithm)} <select data-v-8e8e1a8c><!--[-->`);
      ssrRenderList(unref(ALGORITHMS), (one) => {
        _push(`<option data-v-8e8e1a8c${ssrIncludeBooleanAttr(Array.isArray(algorithm.value) ? ssrLooseContain(algorithm.value, null) : ssrLooseEqual(algorithm.value, null)) ? " selected" : ""}>${ssrInterpolate(one)}</option>`);
      });
      _push(`<!--]--></select></label><label data-v-8e8e1a8c>${ssrInterpolate(__props.texts.claims)} <textarea rows="4"${ssrRenderAttr("maxlength", MOST_CHARACTERS)} spellcheck="false" autocapitalize="off" data-v-8e8e1a8c>${ssrInterpolate(claims2.value)}</textarea></label><p class="text" data-v-8e8e1a8c><!--[-->`);
      ssrRenderList(written.value?.parts ?? [], (part, i) => {
        _push(`<!--[-->`);
        if (i > 0) {
          _push(`<!--[-->.<!--]-->`);
        } else {
          _push(`<!---->`);
        }
        _push(`<wbr data-v-8e8e1a8c><span class="${ssrRenderClass({ changed: part.changed })}"${ssrRenderAttr("title", __props.texts.parts[i])} data-v-8e8e1a8c>${ssrInterpolate(part.text)}</span><!--]-->`);
      });
      _push(`<!--]--></p><p class="verdict" role="status" data-v-8e8e1a8c>${ssrInterpolate(written.value === void 0 ? "…" : written.value.fault ? __props.texts.fault(written.value.fault) : written.value.signed ? __props.texts.good : __props.texts.wrong)}</p>`);
      if (algorithm.value !== "ES256") {
        _push(`<p data-v-8e8e1a8c>${ssrInterpolate(__props.texts.itsWord(algorithm.value))}</p>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<p class="again" data-v-8e8e1a8c><button type="button" class="quiet-button" data-v-8e8e1a8c>${ssrInterpolate(__props.texts.again)}</button></p></div>`);
      _push(ssrRenderComponent(unref(NoScript), null, {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            _push2(`<p data-v-8e8e1a8c${_scopeId}>${ssrInterpolate(__props.texts.noScript)}</p>`);
          } else {
            return [
              createVNode("p", null, toDisplayString(__props.texts.noScript), 1)
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
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/TokenPlayground.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TokenPlayground = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-8e8e1a8c"]]);
export {
  TokenPlayground as default
};
