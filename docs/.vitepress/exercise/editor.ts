import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { typescriptLanguage } from '@codemirror/lang-javascript';
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** An editor for one file. Tab is not its own: it leads out of it, as everywhere on a page. */
export interface Editor {
  readonly text: string;
  /** Puts another text in its place; it can be undone. */
  replace(text: string): void;
  /** Marks the line of an error, or none. */
  mark(line: number | undefined): void;
  focus(line?: number): void;
  destroy(): void;
}

export interface EditorOptions {
  parent: Element;
  text: string;
  /** What a screen reader says. */
  label: string;
  onChange(text: string): void;
  /** Ctrl+Enter, or ⌘+Enter. */
  onSubmit(): void;
}

const markLine = StateEffect.define<number | undefined>();
const lineMark = Decoration.line({ class: 'cm-wrong' });

const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, { changes, effects, state }) {
    for (const effect of effects) {
      if (!effect.is(markLine)) continue;
      const line = effect.value;
      if (line === undefined || line > state.doc.lines) return Decoration.none;
      return Decoration.set(lineMark.range(state.doc.line(line).from));
    }
    return decorations.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The tones of the code on the pages (`code-theme.ts`). */
const TONES = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--code-comment)', fontStyle: 'italic' },
  { tag: [tags.string, tags.regexp], color: 'var(--code-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-value)' },
  { tag: [tags.keyword, tags.modifier, tags.self, tags.definitionKeyword], fontWeight: '600' },
]);

const LOOK = EditorView.theme({
  '&': { backgroundColor: 'var(--paper)', color: 'var(--ink)', fontSize: '13px' },
  '&.cm-focused': { outline: '2px solid var(--ink)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.55', maxHeight: '70vh' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '10px 0' },
  '.cm-gutters': {
    backgroundColor: 'var(--paper)',
    color: 'var(--ink-soft)',
    border: 'none',
    paddingLeft: '6px',
  },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--shade-0)' },
  '.cm-wrong': {
    backgroundColor: 'color-mix(in srgb, var(--wrong) 12%, transparent)',
    boxShadow: 'inset 3px 0 0 var(--wrong)',
  },
});

export function createEditor({ parent, text, label, onChange, onSubmit }: EditorOptions): Editor {
  const submit = () => {
    onSubmit();
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        indentUnit.of('  '),
        indentOnInput(),
        bracketMatching(),
        typescriptLanguage,
        syntaxHighlighting(TONES),
        marked,
        LOOK,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
        keymap.of([{ key: 'Mod-Enter', run: submit }, ...defaultKeymap, ...historyKeymap]),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onChange(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    get text() {
      return view.state.doc.toString();
    },
    replace(insert) {
      if (insert === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } });
    },
    mark: (line) => view.dispatch({ effects: markLine.of(line) }),
    focus(line) {
      if (line !== undefined && line <= view.state.doc.lines) {
        const { from } = view.state.doc.line(line);
        view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      }
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}
