// The queries that were run in this browser, newest first. Nothing is sent anywhere.
const QUERIES = "entente-queries";
const MOST = 30;

const read = () => {
  try {
    const kept = JSON.parse(window.localStorage.getItem(QUERIES) ?? "[]");
    return Array.isArray(kept) ? kept.filter((k) => typeof k?.query === "string") : [];
  } catch {
    return [];
  }
};

const write = (key, value) => {
  try {
    if (value) window.localStorage.setItem(key, value);
    else window.localStorage.removeItem(key);
  } catch { /* no storage, no history */ }
};

/** The first line that says something: no prefix, no comment. */
const title = (query) => {
  const lines = query.split("\n").map((line) => line.trim());
  const comment = lines.find((line) => /^#\s*\S/.test(line));
  const told = lines.find((line) => line && !/^(prefix|base|#)/i.test(line));
  return (comment ? comment.replace(/^#+\s*/, "") : told ?? query).slice(0, 90);
};


/** Shows the list and keeps it; {@code open} takes a query into the editor. */
export function queryHistory(lang, open) {
  const box = document.getElementById("history");
  const list = document.getElementById("history-list");
  const when = new Intl.DateTimeFormat(lang, { dateStyle: "short", timeStyle: "short" });

  function show() {
    const kept = read();
    box.hidden = kept.length === 0;
    document.getElementById("history-count").textContent = kept.length || "";
    list.replaceChildren(...kept.map(({ query, at }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "recall";
      button.textContent = title(query);
      button.addEventListener("click", () => open(query));
      const day = document.createElement("span");
      day.className = "quiet";
      day.textContent = ` ${when.format(new Date(at))}`;
      const item = document.createElement("li");
      item.append(button, day);
      return item;
    }));
  }

  document.getElementById("history-clear").addEventListener("click", () => { write(QUERIES, ""); show(); });
  show();
  return {
    add(query) {
      const others = read().filter((kept) => kept.query.trim() !== query.trim());
      write(QUERIES, JSON.stringify([{ query, at: Date.now() }, ...others].slice(0, MOST)));
      show();
    },
  };
}
