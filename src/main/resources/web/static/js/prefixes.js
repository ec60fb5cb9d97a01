// Prefixes of a SPARQL text: which are declared, which are used, what a declaration looks like.

const SKIP = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>|#[^\n]*/g;

/** The text without its strings, IRIs and comments, as long as before. */
export function bare(text) {
  return text.replace(SKIP, (part) => " ".repeat(part.length));
}

export function declared(text) {
  const found = new Set();
  for (const match of bare(text).matchAll(/\bprefix\s+([\p{L}\p{N}_.-]*):/giu)) found.add(match[1]);
  return found;
}

/** Known prefixes that are used and not declared, in the order of their use. */
export function missingPrefixes(text, known) {
  const have = declared(text);
  const missing = [];
  for (const match of bare(text).matchAll(/(?<![\p{L}\p{N}_:?$@.-])([a-z][\p{L}\p{N}_-]*):/giu)) {
    if (known[match[1]] && !have.has(match[1]) && !missing.includes(match[1])) missing.push(match[1]);
  }
  return missing;
}

export function prefixLine(prefix, known) {
  return `PREFIX ${prefix}: <${known[prefix]}>\n`;
}

/** The known, undeclared prefix whose colon was just typed; null if none. */
export function typedPrefix(update, known) {
  if (!update.transactions.some((t) => t.isUserEvent("input.type"))) return null;
  const head = update.state.selection.main.head;
  const doc = update.state.doc;
  if (doc.sliceString(head - 1, head) !== ":") return null;
  const line = doc.lineAt(head);
  const before = bare(doc.sliceString(0, head)).slice(line.from);
  const match = /(?<![\p{L}\p{N}_:?$@.-])([a-z][\p{L}\p{N}_-]*):$/iu.exec(before);
  if (!match || /\bprefix\s+$/i.test(before.slice(0, match.index))) return null;
  return known[match[1]] && !declared(doc.toString()).has(match[1]) ? match[1] : null;
}
