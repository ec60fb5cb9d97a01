// The SPARQL page: runs queries without leaving the page, shows how long they take, stops them, marks errors at their place.
import { editorFor } from "./editor.js";
import { completions } from "./completion.js";
import { missingPrefixes, prefixLine } from "./prefixes.js";
import { queryHistory } from "./history.js";
import { prepareResults } from "./result.js";
import { drafts } from "./tabs.js";

const form = document.getElementById("sparql-form");
const field = document.getElementById("query");
const says = form.dataset;
const lang = says.lang;
const answer = document.getElementById("answer");
const status = document.getElementById("status");
const runButton = document.getElementById("run");
const stopButton = document.getElementById("stop");
const progress = document.getElementById("progress");
const bar = document.getElementById("bar");
const elapsed = document.getElementById("elapsed");
const LONGEST_ADDRESS = 6000;

const known = { prefixes: {}, terms: [] };
let running = null;
/** The query of the answer that is shown. */
let ran = answer.querySelector("section") ? field.value : "";

const proposals = document.getElementById("proposals");
let announcing = 0;
/** Says what is proposed once nobody types any more. */
function announce(place, number) {
  window.clearTimeout(announcing);
  announcing = window.setTimeout(() => {
    const what = says[`at${place[0].toUpperCase()}${place.slice(1)}`] ?? "";
    proposals.textContent = number ? says.proposals.replace("{0}", number).replace("{1}", what) : "";
  }, 700);
}

let checking = 0;
const editor = editorFor(field, {
  label: document.getElementById("query-label").textContent.trim(),
  hint: says.hint,
  completions: says.completions,
  run,
  format,
  stop: () => { if (!running) return false; stop(); return true; },
  complete: completions(known, { lang, says, announce }),
  prefixes: () => known.prefixes,
  changed: () => { tabs.changed(editor.text()); window.clearTimeout(checking); checking = window.setTimeout(check, 900); },
  onPrefix: (prefix) => { status.textContent = says.prefixAdded.replace("{0}", prefix); },
});

// Each tab keeps its text with its own undo history, and its answer as long as the page is open.
const left = new WeakMap();
let front = null;
document.getElementById("drafts").hidden = false;
const tabs = drafts({
  list: document.getElementById("drafts-list"), panel: document.getElementById("draft-panel"), add: document.getElementById("draft-add"),
  close: document.getElementById("draft-close"), rename: document.getElementById("draft-rename"), name: document.getElementById("draft-name"), says,
}, {
  text: () => editor.text(),
  focus: () => editor.focus(),
  blank: says.sample,
  show(tab) {
    if (running) stop();
    const kept = left.get(tab);
    const state = editor.exchange(kept?.state, tab.query);
    left.set(front, { state, answer: [...answer.childNodes], ran });
    answer.replaceChildren(...(kept?.answer ?? []));
    answer.classList.remove("stale");
    document.getElementById("trouble")?.remove();
    status.textContent = "";
    ran = kept?.ran ?? "";
    front = tab;
  },
});
const history = queryHistory(lang, (query) => { editor.replace(query); status.textContent = says.loaded; editor.focus(); });
// Whoever comes back by the menu finds what was being written.
if (/[?&](query|edit|example|z)=/.test(window.location.search) || document.getElementById("trouble")) tabs.bring(editor.text());
else if (tabs.current().query !== editor.text()) editor.exchange(null, tabs.current().query);
front = tabs.current();

const shortButton = document.getElementById("short");
shortButton.hidden = !window.CompressionStream;
shortButton.addEventListener("click", async () => {
  const stream = new Blob([editor.text()]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  const z = btoa(String.fromCharCode(...packed)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  const address = `${window.location.origin}/sparql?z=${z}`;
  window.history.replaceState(null, "", `/sparql?z=${z}`);
  try {
    await navigator.clipboard.writeText(address);
    status.textContent = says.copied.replace("{0}", address.length);
  } catch {
    status.textContent = address;
  }
});
document.getElementById("query-label").addEventListener("click", () => editor.focus());
document.getElementById("query-keys").hidden = false;

fetch(`/sparql/terms.json?lang=${lang}`).then((r) => (r.ok ? r.json() : null)).then((found) => {
  if (found) Object.assign(known, found);
}).catch(() => {});

const trouble = document.getElementById("trouble");
if (trouble && Number(trouble.dataset.line)) {
  editor.mark(Number(trouble.dataset.line), Number(trouble.dataset.column), trouble.textContent.trim());
}

form.addEventListener("submit", (event) => {
  if (form.elements.format.value) { // a file: the browser fetches it
    field.hidden = false;
    if (encodeURIComponent(field.value).length > LONGEST_ADDRESS) form.method = "post";
    window.setTimeout(() => { field.hidden = true; form.method = "get"; });
    return;
  }
  event.preventDefault();
  run();
});
stopButton.addEventListener("click", stop);

// Whoever leaves the page no longer waits for the answer.
window.addEventListener("pagehide", () => {
  if (running) navigator.sendBeacon("/sparql/stop", new URLSearchParams({ run: running.name }));
});

const told = (problem) => problem.words?.[lang] ?? problem.detail;

async function check() {
  const query = editor.text();
  if (running) return;
  editor.mark(0);
  if (!query.trim()) return;
  try {
    const reply = await fetch("/sparql/check", { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams({ query: withPrefixes(query) }) });
    if (reply.status !== 400 || query !== editor.text()) return;
    const problem = await reply.json();
    if (problem.line) editor.mark(problem.line - added(query), problem.column, told(problem));
  } catch { /* the next run will say */ }
}

const withPrefixes = (query) => missingPrefixes(query, known.prefixes).map((p) => prefixLine(p, known.prefixes)).join("") + query;
const added = (query) => missingPrefixes(query, known.prefixes).length;

async function run() {
  if (running) return;
  const query0 = editor.text();
  document.getElementById("trouble")?.remove();
  editor.mark(0);
  if (!query0.trim()) {
    status.textContent = says.empty;
    editor.focus();
    return;
  }
  editor.addMissingPrefixes();
  const query = editor.text();
  const start = performance.now();
  const seconds = () => ((performance.now() - start) / 1000).toLocaleString(lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  running = { name: crypto.randomUUID?.() ?? `run-${Date.now()}-${Math.random().toString(36).slice(2)}`, abort: new AbortController() };
  runButton.disabled = true;
  stopButton.hidden = false;
  progress.hidden = false;
  answer.setAttribute("aria-busy", "true");
  status.textContent = says.running;
  const clock = window.setInterval(() => {
    bar.value = (performance.now() - start) / 1000;
    elapsed.textContent = `${seconds()} s / ${says.timeLimit} s`;
  }, 100);
  try {
    const reply = await fetch(`/sparql?fragment=true&format=html&lang=${lang}`, {
      method: "POST", headers: { Accept: "application/json" }, signal: running.abort.signal,
      body: new URLSearchParams({ query, run: running.name }),
    });
    if (reply.ok) {
      show(await reply.text());
      status.textContent = says.done.replace("{0}", seconds());
      ran = query;
      remember(query);
      history.add(query);
    } else {
      complain(await reply.json());
    }
  } catch (failure) {
    status.textContent = failure.name === "AbortError" ? says.stopped.replace("{0}", seconds()) : says.failed;
  } finally {
    window.clearInterval(clock);
    running = null;
    runButton.disabled = false;
    stopButton.hidden = true;
    progress.hidden = true;
    answer.removeAttribute("aria-busy");
  }
}

const formatButton = document.getElementById("format-query");
formatButton.hidden = false;
formatButton.addEventListener("click", format);

/** Lays the query out anew; what is no query stays as it is, and the place where it is wrong is marked. */
async function format() {
  const query = editor.text();
  if (!query.trim()) return;
  try {
    const reply = await fetch("/sparql/format", {
      method: "POST", headers: { Accept: "text/plain, application/json" }, body: new URLSearchParams({ query: withPrefixes(query) }),
    });
    if (query !== editor.text()) return;
    if (reply.ok) {
      const text = await reply.text();
      if (text !== query) editor.layOut(text);
      document.getElementById("trouble")?.remove();
      editor.mark(0);
      status.textContent = text === query ? says.formattedSame : says.formatted;
    } else {
      const problem = await reply.json();
      if (problem.line) problem.line = Math.max(1, problem.line - added(query));
      complain(problem);
      answer.classList.remove("stale"); // nothing was run
      status.textContent = says.notFormatted;
    }
  } catch {
    status.textContent = says.failed;
  }
}

/** Shows the same answer in another way, without touching what stands in the editor. */
answer.addEventListener("click", async (event) => {
  const way = event.target.closest("[data-view]");
  if (!way || !ran || running || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const view = way.dataset.view;
  answer.setAttribute("aria-busy", "true");
  try {
    const reply = await fetch(`/sparql?${new URLSearchParams({ fragment: "true", format: "html", lang, view })}`, {
      method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams({ query: ran }),
    });
    if (!reply.ok) throw new Error(String(reply.status));
    show(await reply.text());
    answer.querySelector(`[data-view="${view}"]`)?.focus({ preventScroll: true });
    remember(ran, view);
  } catch {
    status.textContent = says.failed;
  } finally {
    answer.removeAttribute("aria-busy");
  }
});

function stop() {
  if (!running) return;
  fetch("/sparql/stop", { method: "POST", body: new URLSearchParams({ run: running.name }) }).catch(() => {});
  running.abort.abort();
  editor.focus();
}

function show(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  answer.replaceChildren(...document.importNode(parsed.body, true).childNodes);
  answer.classList.remove("stale");
  prepareResults(answer);
  if (answer.querySelector("a[data-evidence]")) import("./evidence.js");
  answer.querySelector("h2")?.focus({ preventScroll: true });
  answer.scrollIntoView({ block: "nearest" });
}

function complain(problem) {
  answer.classList.add("stale"); // what stands below belongs to another query
  const box = document.createElement("div");
  box.id = "trouble";
  box.className = "problem";
  box.setAttribute("role", "alert");
  const place = problem.line ? says.line.replace("{0}", problem.line).replace("{1}", problem.column) : problem.title;
  const title = document.createElement("p");
  const strong = document.createElement("strong");
  strong.textContent = place;
  title.append(strong);
  const detail = document.createElement("p");
  detail.lang = problem.words?.[lang] ? lang : "en";
  detail.textContent = told(problem);
  box.append(title, detail);
  status.textContent = "";
  status.before(box);
  if (problem.line) {
    editor.mark(problem.line, problem.column, told(problem));
    editor.goTo(problem.line, problem.column);
  }
}

/** The address of the page becomes that of the answer, so that it can be kept and sent on. */
function remember(query, view) {
  const address = `/sparql?${new URLSearchParams(view ? { query, lang, view } : { query, lang })}`;
  if (address.length <= LONGEST_ADDRESS) window.history.replaceState(null, "", address);
}

let examples = null;
for (const link of document.querySelectorAll("a[data-example]")) {
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    try {
      examples ??= await (await fetch(`/sparql/examples.json?lang=${lang}`)).json();
      const query = examples[link.dataset.example];
      if (!query) throw new Error("unknown");
      editor.replace(query);
      status.textContent = says.loaded;
      editor.focus();
    } catch {
      window.location.assign(link.href);
    }
  });
}

prepareResults(answer);
