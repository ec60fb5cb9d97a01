// The SPARQL page: runs queries without leaving the page, shows how long they take, stops them, marks errors at their place.
import { editorFor } from "./editor.js";
import { completions } from "./completion.js";
import { missingPrefixes, prefixLine } from "./prefixes.js";
import { draft, queryHistory } from "./history.js";
import { prepareResults } from "./result.js";

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

const source = completions(known, { lang, entity: says.entity, uses: says.uses });
const editor = editorFor(field, {
  label: document.getElementById("query-label").textContent.trim(),
  hint: says.hint,
  run,
  stop: () => { if (!running) return false; stop(); return true; },
  complete: source,
  prefixes: () => known.prefixes,
  changed: () => { draft.set(editor.text()); window.clearTimeout(checking); checking = window.setTimeout(check, 900); },
  onPrefix: (prefix) => { status.textContent = says.prefixAdded.replace("{0}", prefix); },
});
let checking = 0;
const history = queryHistory(lang, (query) => { editor.replace(query); status.textContent = says.loaded; editor.focus(); });
// Whoever comes back by the menu finds what was being written.
if (!/[?&](query|edit|example|z)=/.test(window.location.search) && draft.get()) editor.replace(draft.get());

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
function remember(query) {
  const address = `/sparql?${new URLSearchParams({ query, lang })}`;
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
