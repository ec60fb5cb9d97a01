// Narrows the catalogue of questions while one writes.
const form = document.getElementById("catalog-search");
const field = document.getElementById("catalog-q");
const count = document.getElementById("catalog-count");
const cards = [...document.querySelectorAll(".card[data-words]")];
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
const words = new Map(cards.map((card) => [card, fold(card.dataset.words)]));

if (!field.value) { // else the page has only some of the questions
  const all = count.textContent;
  field.addEventListener("input", () => {
    const wanted = fold(field.value.trim()).split(/\s+/);
    for (const card of cards) card.hidden = !wanted.every((word) => words.get(card).includes(word));
    const shown = cards.filter((card) => !card.hidden).length;
    for (const group of document.querySelectorAll(".theme-group")) group.hidden = !group.querySelector(".card:not([hidden])");
    document.querySelector(".themes").hidden = shown < cards.length;
    count.textContent = shown === 0 ? form.dataset.none : shown === cards.length ? all : String(shown);
  });
}
