// The SPARQL editor: CodeMirror with the terms of this collection. Lives in a shadow root, where CodeMirror's style sheets are
// constructed ones: the page's policy forbids inline styles.
import {
  EditorState, EditorView, HighlightStyle, StreamLanguage, autocompletion, bracketMatching, closeBrackets,
  closeBracketsKeymap, completionKeymap, defaultKeymap, drawSelection, highlightActiveLine,
  highlightActiveLineGutter, highlightSelectionMatches, history, historyKeymap, indentWithTab, keymap, lineNumbers, lintGutter,
  lintKeymap, search, searchKeymap, setDiagnostics, sparql, syntaxHighlighting, tags,
} from "../vendor/codemirror/codemirror.min.js";
import { missingPrefixes, prefixLine, typedPrefix } from "./prefixes.js";

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--field)", border: "1px solid var(--quiet)", borderRadius: "3px", fontSize: ".9rem" },
  "&.cm-focused": { outline: "3px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5", minHeight: "20rem", maxHeight: "70vh" },
  ".cm-content, .cm-gutter": { minHeight: "20rem" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--quiet)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--accent) 7%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { backgroundColor: "color-mix(in srgb, var(--accent) 28%, transparent)" },
  ".cm-matchingBracket": { backgroundColor: "transparent", outline: "1px solid var(--accent)" },
  ".cm-tooltip, .cm-panels": { color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--quiet)", fontFamily: "var(--sans)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { maxHeight: "18em", fontFamily: "var(--sans)", maxWidth: "min(46rem, 92vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: ".3em .6em", lineHeight: "1.35" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--paper)" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: ".85", marginLeft: ".8em" },
  ".cm-completionInfo": { maxWidth: "24rem", padding: ".5em .8em", lineHeight: "1.4" },
  // CodeMirror's own marks are data: images, which the page's policy does not load.
  ".cm-lint-marker-error": { content: "normal", width: ".7em", height: ".7em", margin: ".3em auto", borderRadius: "50%", backgroundColor: "var(--alert)" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--alert)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--alert)", textUnderlineOffset: "3px" },
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--syntax-keyword, var(--accent))", fontWeight: "600" },
  { tag: [tags.standard(tags.variableName), tags.operatorKeyword], color: "var(--syntax-keyword, var(--accent))" },
  { tag: tags.local(tags.variableName), color: "var(--syntax-variable)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--syntax-string)" },
  { tag: [tags.atom, tags.number, tags.bool], color: "var(--syntax-name)" },
  { tag: [tags.special(tags.variableName), tags.propertyName, tags.namespace], color: "var(--syntax-name)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: tags.meta, color: "var(--quiet)" },
]);

/**
 * An editor in place of the text field.
 * @param {HTMLTextAreaElement} field keeps the text, so that the form still sends it
 * @param {{run: function, stop: function, complete: function, prefixes: function, label: string, hint: string, onPrefix: function}} options
 */
export function editorFor(field, options) {
  const host = document.createElement("div");
  host.className = "codemirror";
  field.after(host);
  const root = host.attachShadow({ mode: "open" });
  const begin = (doc) => EditorState.create({
    doc,
    extensions: [
      keymap.of([
        { key: "Mod-Enter", run: () => { options.run(); return true; } },
        { key: "Shift-Alt-f", run: () => { options.format(); return true; }, preventDefault: true },
        { key: "Escape", run: options.stop },
      ]),
      EditorState.phrases.of({ Completions: options.completions }),
      lineNumbers(), highlightActiveLineGutter(), highlightActiveLine(), history(), drawSelection(), bracketMatching(),
      closeBrackets(), highlightSelectionMatches(), search({ top: true }), lintGutter(),
      StreamLanguage.define(sparql), syntaxHighlighting(colours), look,
      autocompletion({ override: [options.complete], maxRenderedOptions: 60, icons: false, activateOnTypingDelay: 120 }),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap, indentWithTab]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        "aria-label": `${options.label}. ${options.hint}`, spellcheck: "false", autocapitalize: "off", translate: "no",
      }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        field.value = update.state.doc.toString();
        options.changed();
        const prefix = typedPrefix(update, options.prefixes());
        if (prefix) queueMicrotask(() => { addPrefix(prefix); options.onPrefix(prefix); });
      }),
    ],
  });
  const view = new EditorView({ root, parent: root, state: begin(field.value) });
  field.hidden = true;

  function addPrefix(prefix) {
    view.dispatch({ changes: { from: 0, insert: prefixLine(prefix, options.prefixes()) } });
  }

  return {
    view,
    text: () => view.state.doc.toString(),
    /** Puts another query in; what was there comes back with undo. */
    replace(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 }, scrollIntoView: true });
    },
    /** The text with other white space: one step for undo, the cursor behind the same letters. */
    layOut(text) {
      const letters = view.state.sliceDoc(0, view.state.selection.main.head).replace(/\s/g, "").length;
      let at = 0;
      for (let seen = 0; at < text.length && seen < letters; at++) if (/\S/.test(text[at])) seen++;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: at }, scrollIntoView: true });
    },
    /** Shows another text, which has an undo history of its own; gives what was there, to come back to. */
    exchange(kept, text) {
      const before = view.state;
      view.setState(kept ?? begin(text));
      field.value = view.state.doc.toString();
      return before;
    },
    /** Declares every known prefix that is used and not declared; says which. */
    addMissingPrefixes() {
      const missing = missingPrefixes(view.state.doc.toString(), options.prefixes());
      if (missing.length) {
        view.dispatch({ changes: { from: 0, insert: missing.map((p) => prefixLine(p, options.prefixes())).join("") } });
      }
      return missing;
    },
    /** Marks the place of an error; without line, none. */
    mark(line, column, message) {
      const doc = view.state.doc;
      if (!line) {
        view.dispatch(setDiagnostics(view.state, []));
        return;
      }
      const at = doc.line(Math.min(line, doc.lines));
      const from = Math.min(at.from + Math.max(0, column - 1), at.to);
      const word = /^[^\s{}().;,]+/.exec(doc.sliceString(from, at.to));
      const to = word ? from + word[0].length : Math.min(from + 1, doc.length);
      view.dispatch(setDiagnostics(view.state, [{ from: from === to ? Math.max(0, from - 1) : from, to, severity: "error", message }]));
    },
    /** Puts the cursor at the error. */
    goTo(line, column) {
      const at = view.state.doc.line(Math.min(line, view.state.doc.lines));
      view.dispatch({ selection: { anchor: Math.min(at.from + Math.max(0, column - 1), at.to) }, scrollIntoView: true });
      view.focus();
    },
    focus: () => view.focus(),
  };
}
