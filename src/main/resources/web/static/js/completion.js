// What the editor proposes: keywords, variables, prefixes, the terms of the ontology and the things of this collection.
import { bare, declared, prefixLine } from "./prefixes.js";

const KEYWORDS = ("SELECT DISTINCT REDUCED CONSTRUCT DESCRIBE ASK WHERE FROM NAMED GRAPH OPTIONAL UNION MINUS FILTER BIND VALUES "
  + "PREFIX BASE AS IN NOT EXISTS UNDEF LIMIT OFFSET").split(" ").concat(["GROUP BY", "ORDER BY", "HAVING", "ASC(", "DESC("]);
const FUNCTIONS = ("STR LANG LANGMATCHES DATATYPE BOUND IRI BNODE COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT ABS CEIL FLOOR ROUND "
  + "CONCAT SUBSTR STRLEN REPLACE UCASE LCASE ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY NOW "
  + "COALESCE IF STRLANG STRDT ISIRI ISBLANK ISLITERAL ISNUMERIC REGEX SAMETERM").split(" ");
const KINDS = new Set("person polity org post place event series agreement project doc".split(" "));
const LOCAL = /^[\p{L}\p{N}_][\p{L}\p{N}_-]*$/u;

/**
 * A source of completions.
 * @param {{prefixes: object, terms: Array}} known
 * @param {{lang: string, entity: string, uses: string}} texts
 */
export function completions(known, texts) {
  const kinds = () => Object.entries(known.prefixes); // they come after the editor is there

  function curie(iri) {
    for (const [prefix, space] of kinds()) {
      if (iri.startsWith(space) && LOCAL.test(iri.slice(space.length))) return `${prefix}:${iri.slice(space.length)}`;
    }
    return null;
  }

  /** Writes the name, and declares its prefix if the query does not. */
  function inserting(text) {
    const prefix = text.includes(":") && !text.startsWith("<") ? text.split(":")[0] : null;
    return (view, completion, from, to) => {
      const missing = prefix && known.prefixes[prefix] && !declared(view.state.doc.toString()).has(prefix);
      const head = missing ? prefixLine(prefix, known.prefixes) : "";
      const changes = [{ from, to, insert: text }];
      if (head) changes.unshift({ from: 0, insert: head });
      view.dispatch({ changes, selection: { anchor: from + text.length + head.length }, userEvent: "input.complete" });
    };
  }

  function term(entry, place) {
    const fits = place === "any" ? 0 : entry.kind === place ? 40 : -40;
    return {
      label: entry.name,
      displayLabel: entry.name,
      detail: entry.label,
      section: undefined,
      boost: fits + Math.min(9, Math.log10(entry.count + 1) * 3),
      info: () => {
        const box = document.createElement("div");
        const uses = entry.kind === "value" ? "" : texts.uses.replace("{0}", entry.count.toLocaleString(texts.lang));
        for (const line of [entry.label, entry.definition, uses].filter(Boolean)) {
          const part = document.createElement("div");
          part.textContent = line;
          box.append(part);
        }
        return box;
      },
      apply: inserting(entry.name),
    };
  }

  /** class after "a", property where a predicate stands, value or thing elsewhere. */
  function expected(before) {
    const code = bare(before).replace(/[^\s]*$/, "");
    if (/(\ba|rdf:type|\^|\/)\s*$/.test(code) && /(\ba|rdf:type)\s*$/.test(code)) return "class";
    const words = code.trim().split(/\s+/);
    const last = words[words.length - 1] || "";
    if (/[;|/^]$/.test(last)) return "property";
    const previous = words[words.length - 2] || "";
    if (/^([?$]\w+|[\w-]*:\S+|<\S*>|\])$/.test(last) && (/[.{}]$/.test(previous) || previous === "")) return "property";
    return "any";
  }

  return async function complete(context) {
    const variable = context.matchBefore(/[?$][\p{L}\p{N}_]*/u);
    const text = context.state.doc.toString();
    if (variable) {
      const names = new Set([...bare(text).matchAll(/[?$]([\p{L}\p{N}_]+)/gu)].map((m) => m[0]));
      names.delete(variable.text);
      return { from: variable.from, options: [...names].map((label) => ({ label, type: "variable" })), validFor: /^[?$][\p{L}\p{N}_]*$/u };
    }
    const word = context.matchBefore(/[\p{L}\p{N}_][\p{L}\p{N}_:'-]*/u);
    if (!word && !context.explicit) return null;
    const from = word ? word.from : context.pos;
    const typed = word ? word.text : "";
    const before = text.slice(0, from);
    if (bare(before + "\u0001").slice(-1) !== "\u0001") return null; // inside a string, an IRI or a comment
    const place = expected(before);
    if (typed.includes(":")) {
      const prefix = typed.split(":")[0];
      const local = typed.slice(prefix.length + 1);
      const own = known.terms.filter((t) => t.name.startsWith(`${prefix}:`)).map((t) => term(t, place));
      const things = own.length || local.length < 1 ? [] : await entities(local, prefix, context);
      const options = own.concat(things);
      return options.length ? { from, options, filter: own.length > 0, validFor: own.length ? /^[\p{L}\p{N}_:-]*$/u : undefined } : null;
    }
    if (typed.length < 2 && !context.explicit) return null;
    const lower = typed.toLocaleLowerCase();
    const words = KEYWORDS.concat(FUNCTIONS.map((f) => `${f}(`)).filter((k) => k.toLocaleLowerCase().startsWith(lower))
      .map((label) => ({ label, type: "keyword", boost: 60 }));
    const prefixes = kinds().filter(([prefix]) => prefix.startsWith(lower))
      .map(([prefix, space]) => ({ label: `${prefix}:`, detail: space, boost: 10, apply: inserting(`${prefix}:`) }));
    const named = known.terms.filter((t) => typed && `${t.name} ${t.label}`.toLocaleLowerCase().includes(lower)).map((t) => term(t, place));
    const things = typed.length >= 3 && !words.length ? await entities(typed, null, context) : [];
    const options = words.concat(prefixes, named.sort((a, b) => b.boost - a.boost).slice(0, 40), things);
    return options.length ? { from, options, filter: false } : null;
  };

  /** Things of this collection by name, in any script; none where the service cannot say. */
  async function entities(typed, prefix, context) {
    const asked = new URLSearchParams({ q: typed.replaceAll("-", " "), limit: "10", lang: texts.lang });
    const kind = { state: "polity", region: "polity" }[prefix] ?? prefix;
    if (KINDS.has(kind)) asked.set("type", kind);
    const stop = new AbortController();
    context.addEventListener("abort", () => stop.abort());
    try {
      const answer = await fetch(`/suggest?${asked}`, { headers: { Accept: "application/json" }, signal: stop.signal });
      if (!answer.ok) return [];
      return (await answer.json()).map((hit, at) => {
        const name = curie(hit.iri) || `<${hit.iri}>`;
        return {
          label: name, displayLabel: hit.name, detail: hit.description || "", section: { name: texts.entity, rank: 1 },
          boost: 30 - at, apply: inserting(name),
        };
      });
    } catch {
      return [];
    }
  }
}
