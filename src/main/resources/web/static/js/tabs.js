// Several drafts beside each other, kept in this browser: tabs as the ARIA pattern has them. Nothing is sent anywhere.
const KEPT = "entente-query-tabs";
const OLD = "entente-query-draft";
const MOST = 20;

function read() {
  try {
    const kept = JSON.parse(window.localStorage.getItem(KEPT) ?? "null");
    const tabs = (kept?.tabs ?? []).filter((tab) => typeof tab?.query === "string" && typeof tab?.name === "string").slice(0, MOST);
    if (tabs.length) return { tabs, current: Math.min(Math.max(0, kept.current | 0), tabs.length - 1) };
    const draft = window.localStorage.getItem(OLD);
    window.localStorage.removeItem(OLD);
    return draft ? { tabs: [{ name: "", query: draft }], current: 0 } : null;
  } catch {
    return null;
  }
}

/**
 * @param {{list: HTMLElement, panel: HTMLElement, add: HTMLElement, close: HTMLElement, rename: HTMLElement, name: HTMLInputElement,
 *   says: object}} parts
 * @param {{text: function, show: function(object), focus: function, blank: string}} editor show gets the tab that is now in front
 */
export function drafts({ list, panel, add, close, rename, name, says }, editor) {
  const kept = read();
  const state = kept ?? { tabs: [{ name: "", query: editor.text() }], current: 0 };
  const current = () => state.tabs[state.current];
  const title = (tab, at) => tab.name || says.tab.replace("{0}", at + 1);

  function keep() {
    try {
      const tabs = state.tabs.map((tab) => ({ name: tab.name, query: tab.query }));
      window.localStorage.setItem(KEPT, JSON.stringify({ tabs, current: state.current }));
    } catch { /* no storage: the tabs live as long as the page */ }
  }

  function draw(focus) {
    list.replaceChildren(...state.tabs.map((tab, at) => {
      const button = document.createElement("button");
      button.type = "button";
      button.id = `draft-${at}`;
      button.setAttribute("role", "tab");
      button.setAttribute("aria-selected", String(at === state.current));
      button.setAttribute("aria-controls", panel.id);
      button.tabIndex = at === state.current ? 0 : -1;
      button.textContent = title(tab, at);
      button.addEventListener("click", () => open(at));
      button.addEventListener("dblclick", beginRename);
      return button;
    }));
    panel.setAttribute("aria-labelledby", `draft-${state.current}`);
    add.hidden = state.tabs.length >= MOST;
    close.hidden = state.tabs.length === 1;
    if (focus) list.querySelector('[aria-selected="true"]').focus();
  }

  function open(at, focus = true) {
    if (at === state.current) return;
    state.current = at;
    editor.show(current());
    keep();
    draw(focus);
  }

  function shut() {
    if (state.tabs.length === 1) return;
    state.tabs.splice(state.current, 1);
    state.current = Math.min(state.current, state.tabs.length - 1);
    editor.show(current());
    keep();
    draw(true);
  }

  function beginRename() {
    name.value = title(current(), state.current);
    name.hidden = false;
    name.select();
    name.focus();
  }

  function endRename(take) {
    if (name.hidden) return;
    name.hidden = true;
    if (take) current().name = name.value.trim();
    keep();
    draw(true);
  }

  name.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
    if (event.key === "Enter" || event.key === "Escape") endRename(event.key === "Enter");
  });
  name.addEventListener("blur", () => endRename(true));
  list.addEventListener("keydown", (event) => {
    const last = state.tabs.length - 1;
    const to = {
      ArrowRight: state.current === last ? 0 : state.current + 1, ArrowLeft: state.current === 0 ? last : state.current - 1, Home: 0, End: last,
    }[event.key];
    if (to !== undefined) open(to);
    else if (event.key === "Delete") shut();
    else if (event.key === "F2") beginRename();
    else return;
    event.preventDefault();
  });
  close.addEventListener("click", shut);
  rename.addEventListener("click", beginRename);
  add.addEventListener("click", () => {
    state.tabs.push({ name: "", query: editor.blank });
    open(state.tabs.length - 1, false);
    editor.focus();
  });

  draw(false);
  return {
    current,
    /** Puts the query of an address in front: in the tab that has it, one that was never used, or a new one. */
    bring(query) {
      const same = (text) => state.tabs.findIndex((tab) => tab.query.trim() === text.trim() && (text === query || !tab.name));
      let at = same(query);
      if (at < 0) at = same(editor.blank);
      if (at < 0) at = state.tabs.length < MOST ? state.tabs.push({ name: "", query }) - 1 : state.current;
      state.tabs[at].query = query;
      state.current = at;
      keep();
      draw(false);
    },
    changed(query) {
      current().query = query;
      keep();
    },
  };
}
