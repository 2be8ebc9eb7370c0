import { defineComponent, ref, useId, computed, mergeProps, unref, withCtx, createVNode, openBlock, createBlock, Fragment, renderList, toDisplayString, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderList, ssrInterpolate, ssrRenderComponent } from "vue/server-renderer";
import { N as NoScript } from "./NoScript.-X6BtIl5.js";
import { u as useAddress } from "./use-address.G5JwuEn1.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const whichCode = {
  title: "Which code?",
  again: "Begin again",
  path: "What you have said",
  back: (answer) => `Back to the question before “${answer}”`,
  retry: "Try again?",
  choices: {
    start: {
      ask: "A call cannot end well. What is it about?",
      answers: [
        { text: "What they sent: it can never go well like this", to: "request" },
        { text: "Who they are", to: "who" },
        { text: "The state of things: what they sent is in order", to: "state" },
        { text: "Us", to: "us" },
        { text: "Time: nobody waits any more", to: "time" }
      ]
    },
    request: {
      ask: "What is wrong with what they sent?",
      answers: [
        { text: "A value, whatever state we are in", to: "INVALID_ARGUMENT" },
        { text: "A position behind the end; there may be more tomorrow", to: "OUT_OF_RANGE" },
        { text: "There is no such method, or we do not do this", to: "UNIMPLEMENTED" }
      ]
    },
    who: {
      ask: "What do we know of them?",
      answers: [
        { text: "Nothing: no token, or one that is not valid", to: "UNAUTHENTICATED" },
        { text: "Who they are, and that they may not", to: "PERMISSION_DENIED" },
        { text: "They may, but have used up their share", to: "RESOURCE_EXHAUSTED" },
        { text: "They may not even know that the thing exists", to: "NOT_FOUND" }
      ]
    },
    state: {
      ask: "What is in the way?",
      answers: [
        { text: "What they ask for is not there", to: "NOT_FOUND" },
        { text: "What they want to create is there", to: "ALREADY_EXISTS" },
        { text: "Somebody was faster: they have to read again, and decide again", to: "ABORTED" },
        { text: "Something else has to be done first", to: "FAILED_PRECONDITION" }
      ]
    },
    us: {
      ask: "What is it with us?",
      answers: [
        { text: "It may be over in a moment", to: "UNAVAILABLE" },
        { text: "Something is used up: disk, memory, a pool", to: "RESOURCE_EXHAUSTED" },
        { text: "Something that cannot be, is", to: "INTERNAL" },
        { text: "Data is lost or damaged, for good", to: "DATA_LOSS" },
        { text: "A call of ours, to a server behind us, has failed", to: "behind" },
        { text: "We do not know", to: "UNKNOWN" }
      ]
    },
    behind: {
      ask: "How did that call fail?",
      answers: [
        { text: "That server could not be reached", to: "UNAVAILABLE" },
        { text: "Its time was up, and so is ours", to: "DEADLINE_EXCEEDED" },
        { text: "It refused what we sent", to: "INTERNAL" }
      ]
    },
    time: {
      ask: "Who does not wait?",
      answers: [
        { text: "The deadline has passed", to: "DEADLINE_EXCEEDED" },
        { text: "The caller has given up", to: "CANCELLED" }
      ]
    }
  },
  codes: {
    CANCELLED: {
      means: "The caller gave up. Mostly the library says it, to nobody.",
      retry: "No: somebody wanted it to end."
    },
    UNKNOWN: {
      means: "Something failed, and nobody said what. A stray exception becomes this.",
      retry: "Not by itself: nobody knows what has been done."
    },
    INVALID_ARGUMENT: {
      means: "Say which fields, all of them: BadRequest.",
      retry: "No. The same request fails for ever."
    },
    DEADLINE_EXCEEDED: {
      means: "The time was up. The work may have been done all the same.",
      retry: "Only if twice does no harm, and if there is time left."
    },
    NOT_FOUND: {
      means: "The thing that they named is not there, or is none of their business.",
      retry: "No, unless somebody is about to create it."
    },
    ALREADY_EXISTS: {
      means: "It is there. After a retry it may well be their own.",
      retry: "No."
    },
    PERMISSION_DENIED: {
      means: "We know you, and no. Not for quotas, and not for those without a token.",
      retry: "No. Another token of the same person will not help."
    },
    RESOURCE_EXHAUSTED: {
      means: "A quota, a disk, a message that is too large. Say which: QuotaFailure.",
      retry: "Later, and slower, if RetryInfo says when. A message that is too large: no."
    },
    FAILED_PRECONDITION: {
      means: "In order, but not now: something has to change first. Say what: PreconditionFailure.",
      retry: "Not before that has been done."
    },
    ABORTED: {
      means: "A conflict: a transaction that lost, a version that is old.",
      retry: "Not this call: from where it read what is old now."
    },
    OUT_OF_RANGE: {
      means: "Behind the end. Those who go through a list know by it that they are done.",
      retry: "No, unless the end moves."
    },
    UNIMPLEMENTED: {
      means: "No such method here. Mostly the library says it.",
      retry: "No."
    },
    INTERNAL: {
      means: "A rule that we rely on is broken. Somebody should be woken up.",
      retry: "No."
    },
    UNAVAILABLE: {
      means: "Not now. Mostly the library says it: no connection.",
      retry: "Yes, after a wait that grows. If the call has begun: only if twice does no harm."
    },
    DATA_LOSS: {
      means: "What was there is gone. Hardly anybody ever needs it.",
      retry: "No."
    },
    UNAUTHENTICATED: {
      means: "Who are you? No token, an old one, a wrong one.",
      retry: "With a new token, once."
    }
  }
};
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "WhichCode",
  __ssrInlineRender: true,
  props: {
    texts: { default: () => whichCode }
  },
  setup(__props) {
    const props = __props;
    const said = ref([]);
    ref();
    const askId = useId();
    const walk = computed(() => {
      const steps = [];
      let at = "start";
      for (const number of said.value) {
        const choice2 = props.texts.choices[at];
        const answer = choice2?.answers[number];
        if (choice2 === void 0 || answer === void 0) break;
        steps.push({ choice: choice2, answer: answer.text });
        at = answer.to;
      }
      return { steps, at };
    });
    const choice = computed(() => props.texts.choices[walk.value.at]);
    const code = computed(() => props.texts.codes[walk.value.at]);
    useAddress(
      "code",
      () => said.value,
      (answers) => {
        if (Array.isArray(answers)) said.value = answers;
      }
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "which-code widget",
        "aria-label": __props.texts.title
      }, _attrs))} data-v-d6016119><div class="js-only" data-v-d6016119>`);
      if (walk.value.steps.length > 0) {
        _push(`<ol class="path"${ssrRenderAttr("aria-label", __props.texts.path)} data-v-d6016119><!--[-->`);
        ssrRenderList(walk.value.steps, (step, i) => {
          _push(`<li data-v-d6016119><span data-v-d6016119>${ssrInterpolate(step.choice.ask)}</span><button type="button" class="quiet-button"${ssrRenderAttr("aria-label", __props.texts.back(step.answer))} data-v-d6016119>${ssrInterpolate(step.answer)} ↩</button></li>`);
        });
        _push(`<!--]--></ol>`);
      } else {
        _push(`<!---->`);
      }
      if (choice.value) {
        _push(`<div role="group"${ssrRenderAttr("aria-labelledby", unref(askId))} data-v-d6016119><p${ssrRenderAttr("id", unref(askId))} class="ask" tabindex="-1" data-v-d6016119>${ssrInterpolate(choice.value.ask)}</p><ul class="answers" data-v-d6016119><!--[-->`);
        ssrRenderList(choice.value.answers, (answer, i) => {
          _push(`<li data-v-d6016119><button type="button" class="quiet-button" data-v-d6016119>${ssrInterpolate(answer.text)}</button></li>`);
        });
        _push(`<!--]--></ul></div>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</div><div role="status" class="js-only" data-v-d6016119>`);
      if (code.value) {
        _push(`<!--[--><p class="code" tabindex="-1" data-v-d6016119><code data-v-d6016119>${ssrInterpolate(walk.value.at)}</code></p><p data-v-d6016119>${ssrInterpolate(code.value.means)}</p><p data-v-d6016119><strong data-v-d6016119>${ssrInterpolate(__props.texts.retry)}</strong> ${ssrInterpolate(code.value.retry)}</p><!--]-->`);
      } else {
        _push(`<!---->`);
      }
      _push(`</div>`);
      if (walk.value.steps.length > 0) {
        _push(`<p class="js-only again" data-v-d6016119><button type="button" class="quiet-button" data-v-d6016119>${ssrInterpolate(__props.texts.again)}</button></p>`);
      } else {
        _push(`<!---->`);
      }
      _push(ssrRenderComponent(unref(NoScript), null, {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            _push2(`<dl data-v-d6016119${_scopeId}><!--[-->`);
            ssrRenderList(__props.texts.choices, (one) => {
              _push2(`<!--[--><dt data-v-d6016119${_scopeId}>${ssrInterpolate(one.ask)}</dt><!--[-->`);
              ssrRenderList(one.answers, (answer) => {
                _push2(`<dd data-v-d6016119${_scopeId}>${ssrInterpolate(answer.text)}: ${ssrInterpolate(__props.texts.choices[answer.to]?.ask ?? answer.to)}</dd>`);
              });
              _push2(`<!--]--><!--]-->`);
            });
            _push2(`<!--]--></dl>`);
          } else {
            return [
              createVNode("dl", null, [
                (openBlock(true), createBlock(Fragment, null, renderList(__props.texts.choices, (one) => {
                  return openBlock(), createBlock(Fragment, {
                    key: one.ask
                  }, [
                    createVNode("dt", null, toDisplayString(one.ask), 1),
                    (openBlock(true), createBlock(Fragment, null, renderList(one.answers, (answer) => {
                      return openBlock(), createBlock("dd", {
                        key: answer.text
                      }, toDisplayString(answer.text) + ": " + toDisplayString(__props.texts.choices[answer.to]?.ask ?? answer.to), 1);
                    }), 128))
                  ], 64);
                }), 128))
              ])
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
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/WhichCode.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WhichCode = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-d6016119"]]);
export {
  WhichCode as default
};
