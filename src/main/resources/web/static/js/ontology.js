// Finds terms on the page while one writes; a link to a term in a closed part opens it.
const form = document.getElementById("term-search");
const field = document.getElementById("term-q");
const count = document.getElementById("term-count");
const terms = [...document.querySelectorAll("[data-words]")];
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
const words = new Map(terms.map((term) => [term, fold(term.dataset.words)]));

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  terms.find((term) => !term.hidden)?.scrollIntoView();
});
field.addEventListener("input", () => {
  const wanted = fold(field.value.trim());
  for (const term of terms) term.hidden = !words.get(term).includes(wanted);
  for (const list of document.querySelectorAll(".list")) list.hidden = wanted !== "" && !list.querySelector("[data-words]:not([hidden])");
  const found = terms.filter((term) => !term.hidden).length;
  count.textContent = wanted === "" ? "" : found === 0 ? form.dataset.none : form.dataset.some.replace("{0}", String(found));
});
// A hash in the address means a term that must be seen, whatever was searched.
window.addEventListener("hashchange", () => {
  const term = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (!term) return;
  if (term.closest("[hidden]")) {
    field.value = "";
    field.dispatchEvent(new Event("input"));
    term.scrollIntoView();
  }
});
