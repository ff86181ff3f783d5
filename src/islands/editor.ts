// The editor of wide screens (CodeMirror 6), fetched at the first focus. Its colours are the same classes as those of
// highlight.ts. Tab leaves the editor; a reader who wants it to indent says so with Ctrl-M (Shift-Alt-M on a Mac),
// and then Escape followed by Tab still leaves.
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
  syntaxTree,
} from '@codemirror/language';
import {
  Annotation,
  Compartment,
  EditorState,
  RangeSetBuilder,
  StateEffect,
  StateField,
} from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
  MatchDecorator,
  ViewPlugin,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { BUILTINS } from './highlight.ts';
import { readSetting, saveSetting } from './store.ts';

export interface Editor {
  setText(text: string): void;
  decorate(lit: { line: number; from: number; to: number }[], errorLine: number | null, dots: number[]): void;
  goTo(line: number): void;
  focus(): void;
  destroy(): void;
}

interface EditorOptions {
  parent: HTMLElement;
  text: string;
  label: string;
  selection: [from: number, to: number];
  onChange(text: string): void;
  onSelection(text: string, from: number, to: number): void;
}

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.bool, tags.null, tags.self], class: 'tok-keyword' },
  { tag: [tags.string, tags.special(tags.string), tags.escape], class: 'tok-string' },
  { tag: [tags.number], class: 'tok-number' },
  { tag: [tags.comment], class: 'tok-comment' },
  { tag: [tags.meta], class: 'tok-decorator' },
  {
    tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)],
    class: 'tok-definition',
  },
]);

/** Built-in names: the grammar does not know them, the list of highlight.ts does. */
const builtinMark = Decoration.mark({ class: 'tok-builtin' });
const builtins = new MatchDecorator({
  regexp: /\b[a-z_]+\b/g,
  decoration: ([word], view, at) =>
    BUILTINS.has(word) && syntaxTree(view.state).resolveInner(at, 1).name === 'VariableName'
      ? builtinMark
      : null,
});
const builtinColours = ViewPlugin.define(
  (view) => ({
    marks: builtins.createDeco(view),
    update(update) {
      const parsedOn = syntaxTree(update.startState) !== syntaxTree(update.state);
      this.marks = parsedOn ? builtins.createDeco(update.view) : builtins.updateDeco(update, this.marks);
    },
  }),
  { decorations: (plugin) => plugin.marks },
);

/** Marks a change that came from the page and need not be told to it. */
const fromPage = Annotation.define<boolean>();

const decorate = StateEffect.define<DecorationSet>();
const decorations = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (old, transaction) => {
    for (const effect of transaction.effects) if (effect.is(decorate)) return effect.value;
    return old.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});
const litMark = Decoration.mark({ class: 'lit' });
const errorMark = Decoration.line({ class: 'error-line' });
const dotMark = Decoration.line({ class: 'dotted-line' });

const TAB_INDENTS = 'tab-indents';

export function createEditor({
  parent,
  text,
  label,
  selection,
  onChange,
  onSelection,
}: EditorOptions): Editor {
  const tab = new Compartment();
  let escaped = false;
  const tabKeys = () =>
    readSetting(TAB_INDENTS) === 'yes'
      ? keymap.of([
          {
            key: 'Tab',
            run: (view) => !escaped && indentMore(view),
            shift: (view) => !escaped && indentLess(view),
          },
        ])
      : [];
  const toggle = (view: EditorView) => {
    saveSetting(TAB_INDENTS, readSetting(TAB_INDENTS) === 'yes' ? null : 'yes');
    const said =
      readSetting(TAB_INDENTS) === 'yes' ? 'Tab indents; Escape, then Tab, leaves.' : 'Tab moves on.';
    view.dispatch({ effects: [tab.reconfigure(tabKeys()), EditorView.announce.of(said)] });
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      selection: { anchor: selection[0], head: selection[1] },
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        indentUnit.of('    '),
        python(),
        syntaxHighlighting(colours),
        builtinColours,
        decorations,
        tab.of(tabKeys()),
        EditorView.domEventHandlers({
          keydown: (event) => {
            if (event.key !== 'Tab' && event.key !== 'Shift') escaped = event.key === 'Escape';
            return false;
          },
        }),
        keymap.of([
          { key: 'Ctrl-m', mac: 'Shift-Alt-m', run: toggle },
          // Ctrl/Cmd-Enter runs the program: it is for the workbench around the editor.
          ...historyKeymap,
          ...defaultKeymap.filter(
            ({ key, mac }) => key !== 'Mod-Enter' && key !== 'Ctrl-m' && mac !== 'Shift-Alt-m',
          ),
        ]),
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((each) => each.annotation(fromPage))) {
            onChange(update.state.doc.toString());
          }
          if (update.selectionSet || update.docChanged) {
            const { from, to } = update.state.selection.main;
            onSelection(update.state.doc.toString(), from, to);
          }
        }),
      ],
    }),
  });
  const line = (number: number) => view.state.doc.line(Math.min(Math.max(number, 1), view.state.doc.lines));
  return {
    setText: (now) => {
      const before = view.state.doc.toString();
      if (before === now) return;
      view.dispatch({ changes: { from: 0, to: before.length, insert: now }, annotations: fromPage.of(true) });
    },
    decorate: (lit, errorLine, dots) => {
      const marks = lit
        .filter(({ line: number }) => number <= view.state.doc.lines)
        .map(({ line: number, from, to }) => {
          const { from: start, to: end } = line(number);
          return { from: Math.min(start + from, end), to: Math.min(start + to, end), mark: litMark };
        })
        .filter(({ from, to }) => to > from);
      if (errorLine !== null && errorLine <= view.state.doc.lines) {
        const { from } = line(errorLine);
        marks.push({ from, to: from, mark: errorMark });
      }
      for (const number of dots) {
        if (number > view.state.doc.lines) continue;
        const { from } = line(number);
        marks.push({ from, to: from, mark: dotMark });
      }
      // A line's mark stands before marks inside the line that begin at the same place.
      marks.sort((a, b) => a.from - b.from || a.to - b.to);
      const set = new RangeSetBuilder<Decoration>();
      for (const { from, to, mark } of marks) set.add(from, to, mark);
      view.dispatch({ effects: decorate.of(set.finish()) });
    },
    goTo: (number) => {
      const { from, to } = line(number);
      view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
      view.focus();
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
