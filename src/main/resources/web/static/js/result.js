// Result tables: narrow the rows by a text, and where the page has all rows, order and page them.

const PAGE = 50;

/** Adds a filter, and to complete tables order and pages, to every result table inside. */
export function prepareResults(within) {
  for (const box of within.querySelectorAll('.scroll[data-result="true"]:not([data-ready])')) {
    box.dataset.ready = "true";
    prepare(box);
  }
}

function prepare(box) {
  const table = box.querySelector("table");
  const body = table.tBodies[0];
  const all = [...body.rows];
  if (all.length < 2) return;
  const paged = box.dataset.paged === "true";
  const tools = document.createElement("div");
  tools.className = "table-tools";
  const label = document.createElement("label");
  label.textContent = `${box.dataset.filter} `;
  const filter = document.createElement("input");
  filter.type = "search";
  label.append(filter);
  const count = document.createElement("span");
  count.className = "quiet";
  count.setAttribute("role", "status");
  tools.append(label, count);
  box.before(tools);
  let rows = all;
  let first = 0;
  const pages = paged ? pager() : null;

  function pager() {
    const nav = document.createElement("nav");
    nav.className = "pages";
    const make = (text, step) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plain small";
      button.textContent = text;
      button.addEventListener("click", () => { first += step; draw(); box.scrollTop = 0; });
      nav.append(button);
      return button;
    };
    const previous = make(box.dataset.previous, -PAGE);
    const next = make(box.dataset.next, PAGE);
    box.after(nav);
    return { nav, previous, next };
  }

  function draw() {
    first = Math.max(0, Math.min(first, Math.floor(Math.max(0, rows.length - 1) / PAGE) * PAGE));
    const shown = paged ? rows.slice(first, first + PAGE) : rows;
    body.replaceChildren(...shown);
    const range = rows.length > shown.length ? `${first + 1}–${first + shown.length}` : String(shown.length);
    count.textContent = rows.length < all.length || rows.length > shown.length
      ? box.dataset.shown.replace("{0}", range).replace("{1}", String(rows.length)) : "";
    if (pages) {
      pages.nav.hidden = rows.length <= PAGE;
      pages.previous.disabled = first === 0;
      pages.next.disabled = first + PAGE >= rows.length;
    }
  }

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const texts = new Map(all.map((row) => [row, fold(row.textContent)]));
  filter.addEventListener("input", () => {
    const wanted = fold(filter.value.trim()).split(/\s+/);
    rows = ordered().filter((row) => wanted.every((word) => texts.get(row).includes(word)));
    first = 0;
    draw();
  });

  let order = null;
  function ordered() {
    if (!order) return all;
    const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    const value = (row) => row.cells[order.column].textContent.trim();
    return [...all].sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      if (!x || !y) return x ? -1 : y ? 1 : 0; // empty cells last
      return order.down ? compare(y, x) : compare(x, y);
    });
  }

  if (paged) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (head.classList.contains("dot")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.title = box.dataset.sort;
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        order = { column, down: order?.column === column && !order.down };
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
        const seen = new Set(rows);
        rows = ordered().filter((row) => seen.has(row));
        first = 0;
        draw();
      });
    });
    draw();
  }
}

prepareResults(document);
