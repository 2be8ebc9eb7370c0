import { defineComponent, ref, computed, mergeProps, useSSRContext, shallowRef, onMounted, createVNode, resolveDynamicComponent } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderList, ssrRenderAttr, ssrRenderComponent, ssrRenderVNode } from "vue/server-renderer";
import { i as isRecord, u as useBrowserProgress } from "./app.js";
import CopyCommand from "./CopyCommand.12S9rOsu.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "@vueuse/core";
import "./use-copy.1ChcV11P.js";
const keyOf = (folder) => `rpc-from-scratch.draft.${folder}`;
function loadDrafts(folder, storage) {
  const stored = storage.getItem(keyOf(folder));
  if (stored === null) return {};
  try {
    const drafts = JSON.parse(stored);
    if (isRecord(drafts) && Object.values(drafts).every(isDraft)) return drafts;
  } catch {
  }
  storage.setItem(`${keyOf(folder)}.damaged`, stored);
  return {};
}
function isDraft(value) {
  return isRecord(value) && typeof value.text === "string" && typeof value.base === "string";
}
const exerciseTexts = {
  tasks: (title) => `The tasks of “${title}”`,
  task: (number) => `Task ${number}`,
  states: {
    passed: "passed",
    failed: "not right yet",
    "not-yet": "not written yet",
    unknown: "not reached"
  },
  in: "in",
  hint: (number, of) => `Hint ${number} of ${of}`,
  hintOf: (task) => `for task ${task}`,
  skeleton: (file) => `The skeleton: ${file}`,
  begin: "Write it here",
  goOn: "Go on writing here",
  loading: "Fetching the editor…",
  notLoaded: "The editor could not be fetched. Are you offline?",
  narrow: "This screen is narrow for writing code: read the tasks and the skeleton here, and write on a larger one.",
  needs: {
    node: "This exercise is about programs that open connections, which a page cannot do: it is checked in the terminal.",
    typescript: "The grader has TypeScript’s compiler look at what you emit, and runs it: it is checked in the terminal.",
    other: (needs) => `The grader needs ${needs}: this exercise is checked in the terminal.`
  },
  inTerminal: (lesson) => `npm run exercise ${lesson}`,
  files: "Files",
  editor: (file) => `Your ${file}`,
  check: "Check",
  checking: "Checking…",
  keys: "Ctrl+Enter checks. Tab leaves the editor; Ctrl+] indents, Ctrl+[ takes it back.",
  kept: "What you write stays in this browser.",
  notKept: "This browser keeps nothing of it: save your files before you leave the page.",
  save: (file) => `Save ${file}`,
  open: "Open files…",
  opened: (files) => `Opened ${files}. What was here before is kept.`,
  notOurs: (file, ours) => `${file} is not a file of this exercise. It has: ${ours}.`,
  tooLarge: (file) => `${file} is too large for a file of this exercise.`,
  restart: "Back to the skeleton",
  before: "Back to what I had",
  changed: (file) => `The skeleton of ${file} has changed since you began. Your text is as you left it.`,
  keepMine: "Keep mine",
  takeNew: "Take the new skeleton",
  verdict: "The verdict",
  passed: "All tasks pass.",
  someLeft: (passed, of) => `${passed} of ${of} tasks pass.`,
  toLine: (line) => `Go to line ${line}`,
  rightBytes: "The right bytes, field by field",
  elsewhere: (count) => count === 1 ? "1 test needs a real program at the other end, and is checked in the terminal:" : `${count} tests need a real program at the other end, and are checked in the terminal:`,
  unreachable: "The grader could not be fetched. Are you offline? Your text is safe; try again."
};
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "TaskItem",
  __ssrInlineRender: true,
  props: {
    task: {},
    number: {},
    state: {},
    texts: {}
  },
  setup(__props) {
    const props = __props;
    const MARKS = { passed: "✓", failed: "✗", "not-yet": "·", unknown: "?" };
    const shown = ref(0);
    const hints = computed(() => props.task.hints.slice(0, shown.value));
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<li${ssrRenderAttrs(mergeProps({
        class: ["task", __props.state]
      }, _attrs))} data-v-b547c791><p class="title" data-v-b547c791><span class="mark" aria-hidden="true" data-v-b547c791>${ssrInterpolate(__props.state ? MARKS[__props.state] : "")}</span><span class="number" data-v-b547c791><span class="visually-hidden" data-v-b547c791>${ssrInterpolate(__props.texts.task(__props.number))}: </span><span aria-hidden="true" data-v-b547c791>${ssrInterpolate(__props.number)}</span></span><b data-v-b547c791>${ssrInterpolate(__props.task.title)}</b>`);
      if (__props.state) {
        _push(`<span class="visually-hidden" data-v-b547c791>, ${ssrInterpolate(__props.texts.states[__props.state])}</span>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<code class="file" data-v-b547c791>${ssrInterpolate(__props.task.file)}</code></p><p class="asked" data-v-b547c791>${ssrInterpolate(__props.task.asked)}</p>`);
      if (hints.value.length > 0) {
        _push(`<ol class="hints" aria-live="polite" data-v-b547c791><!--[-->`);
        ssrRenderList(hints.value, (hint, i) => {
          _push(`<li data-v-b547c791>${ssrInterpolate(hint)}</li>`);
        });
        _push(`<!--]--></ol>`);
      } else {
        _push(`<!---->`);
      }
      if (shown.value < __props.task.hints.length) {
        _push(`<button type="button" class="more js-only" data-v-b547c791>${ssrInterpolate(__props.texts.hint(shown.value + 1, __props.task.hints.length))}<span class="visually-hidden" data-v-b547c791>${ssrInterpolate(__props.texts.hintOf(__props.number))}</span></button>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</li>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/exercise/TaskItem.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const TaskItem = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-b547c791"]]);
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "BuildIt",
  __ssrInlineRender: true,
  props: {
    exercise: {},
    texts: { default: () => exerciseTexts }
  },
  setup(__props) {
    const props = __props;
    const workbench = shallowRef();
    const state = ref("closed");
    const hasDraft = ref(false);
    const passedBefore = ref([]);
    const verdict = shallowRef();
    const why = computed(() => {
      const { needs } = props.exercise;
      return needs && (props.texts.needs[needs] ?? props.texts.needs.other(needs));
    });
    onMounted(() => {
      const { progress } = useBrowserProgress();
      passedBefore.value = progress[props.exercise.number]?.passed ?? [];
      try {
        hasDraft.value = Object.keys(loadDrafts(props.exercise.folder, localStorage)).length > 0;
      } catch {
      }
    });
    function stateOf(task) {
      const now = verdict.value?.tasks.find(({ number }) => number === task)?.state;
      return now ?? (passedBefore.value.includes(task) ? "passed" : void 0);
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({ class: "build-it widget" }, _attrs))} data-v-42e8ba2c><ol class="tasks"${ssrRenderAttr("aria-label", __props.texts.tasks(__props.exercise.title))} data-v-42e8ba2c><!--[-->`);
      ssrRenderList(__props.exercise.tasks, (task, i) => {
        _push(ssrRenderComponent(TaskItem, {
          key: i,
          task,
          number: i + 1,
          state: stateOf(i + 1),
          texts: __props.texts
        }, null, _parent));
      });
      _push(`<!--]--></ol><!--[-->`);
      ssrRenderList(__props.exercise.files, ({ file, skeleton }) => {
        _push(`<details class="skeleton" data-v-42e8ba2c><summary data-v-42e8ba2c>${ssrInterpolate(__props.texts.skeleton(file))}</summary><pre tabindex="0" role="group"${ssrRenderAttr("aria-label", __props.texts.skeleton(file))} data-v-42e8ba2c>${ssrInterpolate(skeleton)}</pre></details>`);
      });
      _push(`<!--]-->`);
      if (why.value) {
        _push(`<div class="begin" data-v-42e8ba2c><p data-v-42e8ba2c>${ssrInterpolate(why.value)}</p>`);
        _push(ssrRenderComponent(CopyCommand, {
          command: __props.texts.inTerminal(__props.exercise.number)
        }, null, _parent));
        _push(`</div>`);
      } else {
        _push(`<!--[--><p class="narrow" data-v-42e8ba2c>${ssrInterpolate(__props.texts.narrow)}</p>`);
        if (state.value !== "open") {
          _push(`<div class="here" data-v-42e8ba2c><div class="begin js-only" data-v-42e8ba2c><button type="button" class="ink-button"${ssrRenderAttr("aria-disabled", state.value === "loading")} data-v-42e8ba2c>${ssrInterpolate(state.value === "loading" ? __props.texts.loading : hasDraft.value ? __props.texts.goOn : __props.texts.begin)}</button><span role="status" data-v-42e8ba2c>${ssrInterpolate(state.value === "failed" ? __props.texts.notLoaded : "")}</span></div></div>`);
        } else {
          ssrRenderVNode(_push, createVNode(resolveDynamicComponent(workbench.value), {
            class: "here",
            exercise: __props.exercise,
            texts: __props.texts,
            onVerdict: ($event) => verdict.value = $event
          }, null), _parent);
        }
        _push(`<!--]-->`);
      }
      _push(`</div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add(".vitepress/components/BuildIt.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BuildIt = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-42e8ba2c"]]);
export {
  BuildIt as default
};
