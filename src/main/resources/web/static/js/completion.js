// What the editor proposes where the cursor stands: classes, properties, values, variables, prefixes, keywords and the things of this
// collection. What fits best comes first.
import { meaning } from "./meaning.js";
import { read } from "./position.js";
import { bare, declared, prefixLine } from "./prefixes.js";

const list = (words) => words.split(" ");
const AGGREGATES = list("COUNT( SUM( MIN( MAX( AVG( SAMPLE( GROUP_CONCAT(");
const FUNCTIONS = list("STR( LANG( LANGMATCHES( DATATYPE( BOUND( IRI( BNODE( ABS( CEIL( FLOOR( ROUND( CONCAT( SUBSTR( STRLEN( REPLACE( "
  + "UCASE( LCASE( ENCODE_FOR_URI( CONTAINS( STRSTARTS( STRENDS( STRBEFORE( STRAFTER( YEAR( MONTH( DAY( NOW() COALESCE( IF( STRLANG( "
  + "STRDT( ISIRI( ISBLANK( ISLITERAL( ISNUMERIC( REGEX( SAMETERM(");
const STATEMENTS = list("OPTIONAL UNION MINUS FILTER BIND( VALUES GRAPH SERVICE SELECT").concat(["FILTER NOT EXISTS"]);
const KEYWORDS = {
  query: list("SELECT CONSTRUCT DESCRIBE ASK PREFIX BASE DISTINCT WHERE FROM NAMED LIMIT OFFSET VALUES HAVING").concat(["GROUP BY", "ORDER BY"]),
  prologue: [],
  projection: list("DISTINCT REDUCED WHERE FROM AS ASC( DESC( LIMIT OFFSET HAVING").concat(["GROUP BY", "ORDER BY"], AGGREGATES, FUNCTIONS),
  subject: STATEMENTS,
  after: STATEMENTS,
  predicate: [],
  object: list("true false"),
  expression: list("AS IN EXISTS DISTINCT true false").concat(["NOT IN", "NOT EXISTS"], AGGREGATES, FUNCTIONS),
  graph: [],
  data: list("UNDEF true false"),
};
/** The kinds of things that can be asked for by name, and the class of each. */
const KINDS = {
  person: "ent:Person", polity: "ent:Polity", org: "ent:Organization", post: "ent:Post", place: "ent:Place", event: "ent:Event",
  series: "ent:EventSeries", agreement: "ent:Agreement", project: "ent:Project", doc: "ent:Document",
};
const THINGS = new Set(["subject", "object", "expression", "data", "graph"]);
const LOCAL = /^[\p{L}\p{N}_][\p{L}\p{N}_-]*$/u;
const MOST = 60;

/**
 * A source of completions.
 * @param {{prefixes: object, terms: Array}} known
 * @param {{lang: string, says: object, announce: function(string, number)}} texts
 */
export function completions(known, { lang, says, announce }) {
  const terms = meaning(known);
  const spaces = () => Object.entries(known.prefixes); // they come after the editor is there

  function curie(iri) {
    for (const [prefix, space] of spaces()) {
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

  /** 3: begins so; 2: a word of the label begins so; 1: has it somewhere; 0: not at all. */
  function hit(typed, name, label) {
    if (!typed) return 1;
    const [lower, local, text] = [typed, name.split(":").pop(), label].map((s) => s.toLocaleLowerCase(lang));
    if (name.toLocaleLowerCase(lang).startsWith(lower) || local.startsWith(lower)) return 3;
    if (text.split(/[\s(/-]+/).some((w, at, all) => all.slice(at).join(" ").startsWith(lower))) return 2;
    return local.includes(lower) || text.includes(lower) ? 1 : 0;
  }

  function option(entry, section) {
    return {
      label: entry.name, detail: entry.label, section,
      info: () => {
        const box = document.createElement("div");
        const uses = entry.kind === "value" ? "" : says.uses.replace("{0}", entry.count.toLocaleString(lang));
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

  /** Terms of one kind that have what was typed, the best first. */
  function best(kind, typed, rank = () => 1, section = () => undefined) {
    return known.terms.filter((t) => t.kind === kind)
      .map((t) => ({ t, rank: rank(t), hit: hit(typed, t.name, t.label) }))
      .filter((e) => e.hit > 0 && e.rank >= 0)
      .sort((a, b) => b.rank - a.rank || b.hit - a.hit || b.t.count - a.t.count || a.t.name.localeCompare(b.t.name))
      .slice(0, MOST).map((e) => option(e.t, section(e.rank)));
  }

  function variables(typed, place, whole) {
    const wanted = place.place === "object" ? terms.wanted(place.steps) : [];
    const sought = typed.replace(/^[?$]/, "").toLocaleLowerCase(lang);
    return [...whole.variables].filter((name) => name !== typed && name.slice(1).toLocaleLowerCase(lang).startsWith(sought))
      .map((name) => ({ name, classes: terms.classes(name, whole.triples) }))
      .map((v) => ({ ...v, rank: wanted.length ? terms.fit(v.classes, wanted) : 1 }))
      .sort((a, b) => b.rank - a.rank)
      .map((v) => ({ label: v.name, type: "variable", detail: [...v.classes].map(terms.label).join(", "), rank: v.rank }));
  }

  function properties(typed, place, whole) {
    const have = terms.before({ ...place, triples: whole.triples });
    const names = [...have].map(terms.label).join(", ");
    const sections = { 2: { name: says.fitting.replace("{0}", names), rank: 0 }, other: { name: says.others, rank: 1 } };
    const type = place.steps.length || !"a".startsWith(typed) ? []
      : [{ label: "a", detail: terms.label(terms.TYPE), section: have.size ? sections[2] : undefined }];
    return type.concat(best("property", typed, (t) => terms.suits(t, have), (rank) => (have.size ? sections[rank] ?? sections.other : undefined)));
  }

  function values(typed, place) {
    const lists = terms.lists(place.steps);
    const wanted = terms.wanted(place.steps);
    if (lists.length) return best("value", typed, (t) => (terms.inList(t, lists) ? 1 : -1));
    return wanted.includes("skos:Concept") || typed.length > 1 && place.place !== "subject" && !wanted.length ? best("value", typed) : [];
  }

  function keywords(typed, place) {
    const lower = typed.toLocaleLowerCase();
    return (KEYWORDS[place] ?? []).filter((k) => k.toLocaleLowerCase().startsWith(lower)).map((label) => ({ label, type: "keyword" }));
  }

  /** At the start, whole declarations; elsewhere the prefix, which then is declared. */
  function prefixes(typed, place, before) {
    const have = declared(before);
    const named = (prefix) => prefix.startsWith(typed.toLowerCase()) || place === "query" && "prefix".startsWith(typed.toLowerCase());
    const start = place === "query" && !/[a-z]/i.test(bare(before).replace(/\b(prefix|base)\b\s*[\p{L}\p{N}_.-]*:?/giu, ""));
    const found = spaces().filter(([prefix]) => named(prefix) && !(have.has(prefix) && (start || place === "prologue")));
    if (place === "prologue") return found.map(([prefix, space]) => ({ label: `${prefix}:`, detail: space, apply: `${prefix}: <${space}>\n` }));
    if (start) return found.map(([prefix]) => ({ label: prefixLine(prefix, known.prefixes).trim(), apply: prefixLine(prefix, known.prefixes) }));
    if (!typed || place === "query" || place === "projection") return [];
    return found.filter(([prefix]) => prefix.startsWith(typed.toLowerCase()))
      .map(([prefix, space]) => ({ label: `${prefix}:`, detail: space, apply: inserting(`${prefix}:`) }));
  }

  /** Everything that the page knows; things of the collection are asked for beside it. */
  function fitting(typed, place, whole, before) {
    const at = place.place;
    if (isClass(place)) return best("class", typed).concat(prefixes(typed, at, before));
    if (at === "predicate") return properties(typed, place, whole).concat(prefixes(typed, at, before));
    const declarations = prefixes(typed, at, before);
    const words = keywords(typed, at);
    if (at === "query" || at === "prologue") return declarations.concat(words);
    return values(typed, place).concat(variables(typed, place, whole), words, declarations);
  }

  const last = (place) => place.steps[place.steps.length - 1];
  const isClass = (place) => place.place === "object" && last(place) === terms.TYPE;
  /** Whether one of a known list must follow. */
  const isClosed = (place) => isClass(place) || place.place === "object" && terms.lists(place.steps).length > 0;

  /** The kind of thing that a property wants, if it is one of those that have names. */
  function kindsFor(wanted) {
    const kinds = Object.entries(KINDS).filter(([, type]) => wanted.includes(type)).map(([kind]) => kind);
    return kinds.length === 1 ? kinds[0] : null;
  }

  /** Where the cursor stands, what is proposed there, and which things to ask for; null for nothing. */
  function look(context) {
    const text = context.state.doc.toString();
    const variable = context.matchBefore(/[?$][\p{L}\p{N}_]*/u);
    const word = variable ?? context.matchBefore(/[\p{L}\p{N}_][\p{L}\p{N}_:'-]*|:[\p{L}\p{N}_-]*/u);
    const from = word ? word.from : context.pos;
    const typed = word ? word.text : "";
    const before = text.slice(0, from);
    if (bare(`${before}\u0001`).slice(-1) !== "\u0001") return null; // inside a string, an IRI or a comment
    const place = read(before);
    const whole = read(`${before} ${text.slice(context.pos)}`); // without the word that is being written
    const found = (options, sought = "", kind = null) => ({ from, options, sought, kind, place: isClass(place) ? "class" : place.place });
    if (variable) return found(variables(typed, place, whole));
    if (typed.includes(":")) return ofPrefix(typed, place, whole, before, found);
    // Without a letter only where a name of a known list must follow.
    if (!context.explicit && (typed ? typed.length < 2 && !isClosed(place) : !(isClosed(place) && /\s$/.test(before)))) return null;
    const options = fitting(typed, place, whole, before);
    const named = THINGS.has(place.place) && !isClosed(place) && typed.length >= 3 && !options.some((o) => o.label === typed.toUpperCase());
    return found(options, named ? typed : "", kindsFor(terms.wanted(place.steps)));
  }

  /** The names behind a prefix: terms that fit here, or things. */
  function ofPrefix(typed, place, whole, before, found) {
    const prefix = typed.split(":")[0];
    const start = `${prefix}:`;
    const local = typed.slice(start.length);
    if (!known.terms.some((t) => t.name.startsWith(start))) return found([], local, prefix);
    const fits = fitting(local, place, whole, before).filter((o) => o.label.startsWith(start) && o.label !== start);
    if (fits.length || place.place === "predicate") return found(fits);
    return found(["value", "class", "property"].flatMap((kind) => best(kind, local)).filter((o) => o.label.startsWith(start)));
  }

  function result(found, options) {
    announce(found.place, options.length);
    return options.length ? { from: found.from, options, filter: false, update } : null;
  }

  /** While somebody types on, what the page knows needs no waiting. */
  function update(current, from, to, context) {
    const found = look(context);
    return found && !found.sought ? result(found, found.options) : null;
  }

  return function complete(context) {
    const found = look(context);
    if (!found) return null;
    if (!found.sought) return result(found, found.options);
    return things(found.sought, found.kind, context).then((named) => result(found, found.options.concat(named)));
  };

  /** Things of this collection by name, in any script; none where the service cannot say. */
  async function things(typed, kind, context) {
    const asked = new URLSearchParams({ q: typed.replaceAll("-", " "), limit: "10", lang });
    const type = { state: "polity", region: "polity" }[kind] ?? kind;
    if (type in KINDS) asked.set("type", type);
    const stop = new AbortController();
    context.addEventListener("abort", () => stop.abort());
    try {
      const answer = await fetch(`/suggest?${asked}`, { headers: { Accept: "application/json" }, signal: stop.signal });
      if (!answer.ok) return [];
      return (await answer.json()).map((found) => {
        const name = curie(found.iri) || `<${found.iri}>`;
        return { label: name, displayLabel: found.name, detail: found.description || "", section: { name: says.entity, rank: 9 }, apply: inserting(name) };
      });
    } catch {
      return [];
    }
  }
}
