// Where in a SPARQL text somebody is writing: what may stand there, and what is known of the variables around it.
// A reader for texts that are not finished yet; whether a query is right is said by the parser of the server.

const TOKEN = new RegExp([
  "(?<comment>#[^\\n]*)",
  `(?<text>"""[\\s\\S]*?(?:"""|$)|'''[\\s\\S]*?(?:'''|$)|"(?:[^"\\\\\\n]|\\\\.)*"?|'(?:[^'\\\\\\n]|\\\\.)*'?)`,
  "(?<iri><[^<>\"{}|^`\\\\\\s]*>)",
  "(?<variable>[?$][\\p{L}\\p{N}_]+)",
  "(?<name>[\\p{L}_][\\p{L}\\p{N}_.-]*(?<!\\.):(?:[\\p{L}\\p{N}_:%\\\\-]|\\.(?=[\\p{L}\\p{N}_:%-]))*|:[\\p{L}\\p{N}_:%-]*)",
  "(?<word>@?[\\p{L}_][\\p{L}\\p{N}_-]*)",
  "(?<number>[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?(?<!\\.))",
  "(?<sign>\\^\\^|&&|\\|\\||[<>!]=|[\\s\\S])",
].join("|"), "giuy");

const CONDITIONS = new Set(["FILTER", "BIND", "LET"]);
const WORDS_IN_GROUPS = new Set(["OPTIONAL", "UNION", "MINUS", "LATERAL", "EXISTS", "NOT", "SILENT", "WHERE"]);
const TYPE = "rdf:type";

/** The tokens with their place, without white space and comments. */
function* tokens(text) {
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
    if (kind !== "comment" && !/^\s$/.test(match[0])) yield { kind, text: match[0] };
  }
}

/**
 * Reads a text.
 * @returns {{place: string, subject: ?string, steps: string[], triples: Array<[string, string[], string]>, variables: Set<string>}}
 *   place: query (outside of groups), subject, predicate, object, after (a statement that is complete), expression, projection, graph;
 *   steps: the path so far, a step backwards with ^
 */
export function read(text) {
  const triples = [];
  const variables = new Set();
  let anonymous = 0;
  const outside = { kind: "query", place: "query" };
  const stack = [outside];
  const top = () => stack[stack.length - 1];
  const fresh = (frame) => Object.assign(frame, { place: "subject", subject: null, steps: [], stepDone: false, condition: false });

  function term(frame, value) {
    if (frame.place === "subject") {
      frame.subject = value;
      frame.steps = [];
      frame.stepDone = false;
      frame.place = "predicate";
    } else if (frame.place === "predicate" && !frame.stepDone) {
      frame.steps.push((frame.backwards ? "^" : "") + value);
      frame.backwards = false;
      frame.stepDone = true;
    } else if (frame.place === "predicate" || frame.place === "object") {
      if (frame.subject && frame.steps.length) triples.push([frame.subject, [...frame.steps], value]);
      frame.place = "after";
    } else if (frame.place === "graph") {
      frame.place = "subject";
    }
  }

  for (const token of tokens(text)) {
    const frame = top();
    if (token.kind === "variable") variables.add(`?${token.text.slice(1)}`);
    const statements = frame.kind === "group" || frame.kind === "bracket";
    const word = token.kind === "word" ? token.text.toUpperCase() : "";
    if (token.text === "{") {
      stack.push(frame.values ? { kind: "data", place: "data" } : fresh({ kind: "group" }));
      frame.values = false;
    } else if (token.text === "}") {
      while (stack.length > 1 && top().kind !== "group" && top().kind !== "data") stack.pop();
      if (stack.length > 1) stack.pop();
      if (top().kind === "group") fresh(top());
      else if (top().kind === "query") top().place = "query";
    } else if (token.text === "(") {
      const path = statements && frame.place === "predicate" && !frame.stepDone && !frame.condition;
      const list = statements && !frame.condition && !frame.values && !path;
      if (path) stack.push({ kind: "path", place: "predicate", subject: frame.subject, steps: frame.steps.slice(), stepDone: false });
      else if (list && frame.place !== "after") stack.push({ kind: "list", place: "object", subject: frame.subject, steps: frame.steps });
      else stack.push({ kind: "expression", place: "expression" });
    } else if (token.text === ")") {
      if (stack.length > 1 && !["group", "bracket", "data"].includes(frame.kind)) {
        stack.pop();
        const around = top();
        if (frame.kind === "path") { around.steps = frame.steps.slice(0, around.steps.length + 1); around.stepDone = true; }
        else if (frame.kind === "list") term(around, `()${++anonymous}`);
        else if (around.condition && around.kind === "group") fresh(around);
      }
    } else if (token.text === "[") {
      const name = `[]${++anonymous}`;
      if (statements || frame.kind === "list") stack.push({ kind: "bracket", name, place: "predicate", subject: name, steps: [], stepDone: false });
      else stack.push({ kind: "expression", place: "expression" });
    } else if (token.text === "]") {
      if (frame.kind === "bracket") {
        stack.pop();
        if (top().kind !== "list") term(top(), frame.name);
      }
    } else if (frame.kind === "query" || frame.projection) {
      if (["SELECT", "BY", "HAVING", "DESCRIBE"].includes(word)) frame.place = "projection";
      else if (["PREFIX", "BASE"].includes(word)) frame.place = "prologue";
      else if (token.kind === "iri" && frame.place === "prologue") frame.place = "query";
      else if (["WHERE", "CONSTRUCT", "ASK", "LIMIT", "OFFSET"].includes(word)) frame.place = "query";
      else if (word === "FROM" || word === "NAMED") frame.place = "graph";
      else if (frame.place === "graph") frame.place = "query";
      if (word === "VALUES") frame.values = true;
      if (frame.projection && word === "WHERE") { frame.projection = false; fresh(frame); }
    } else if (frame.kind === "data" || frame.kind === "expression") {
      frame.place = frame.kind; // every token leaves it as it is
    } else if (frame.kind === "path") {
      if (/^[/|^!]$/.test(token.text)) { frame.stepDone = false; frame.backwards = token.text === "^"; }
      else if (token.kind === "iri" || token.kind === "name" || token.text === "a") {
        frame.steps.push((frame.backwards ? "^" : "") + (token.text === "a" ? TYPE : token.text));
        frame.backwards = false;
        frame.stepDone = true;
      }
    } else if (token.text === ".") {
      if (frame.kind === "group") fresh(frame);
    } else if (token.text === ";") {
      Object.assign(frame, { place: "predicate", steps: [], stepDone: false });
    } else if (token.text === ",") {
      if (frame.place === "after") frame.place = "object";
    } else if (frame.place === "predicate" && /^[/|^!]$/.test(token.text)) {
      if (token.text === "|") frame.steps = [];
      frame.stepDone = false;
      frame.backwards = token.text === "^";
    } else if (frame.place === "predicate" && frame.stepDone && /^[*+?]$/.test(token.text)) {
      frame.stepDone = true;
    } else if (CONDITIONS.has(word)) {
      fresh(frame);
      Object.assign(frame, { condition: true, place: "expression" });
    } else if (frame.condition) {
      frame.place = "expression"; // a function, NOT or EXISTS before its bracket
    } else if (word === "SELECT") {
      Object.assign(frame, { projection: true, place: "projection" });
    } else if (word === "GRAPH" || word === "SERVICE") {
      fresh(frame);
      frame.place = "graph";
    } else if (word === "VALUES") {
      fresh(frame);
      Object.assign(frame, { values: true, place: "projection" });
    } else if (WORDS_IN_GROUPS.has(word)) {
      if (word !== "SILENT") fresh(frame);
    } else if (frame.values) {
      frame.place = "projection";
    } else if (frame.kind === "list") {
      // another member
    } else if (["iri", "name", "variable", "text", "number"].includes(token.kind) || ["A", "TRUE", "FALSE"].includes(word)) {
      if (frame.place === "after" && /^(@|\^\^)/.test(token.text)) continue;
      term(frame, token.text === "a" && frame.place === "predicate" ? TYPE : token.text.replace(/^\$/, "?"));
    }
  }
  const frame = top();
  const place = frame.place === "predicate" && frame.stepDone ? "object" : frame.place;
  return { place, subject: frame.subject ?? null, steps: frame.steps ?? [], triples, variables };
}
