// Names to choose from while somebody types: every <input data-suggest="person,org"> becomes a combobox with a list box
// (ARIA 1.2). The attribute holds the kinds that /suggest knows; empty stands for all. Without this script the field is a
// field, and the server understands names as they are typed.
const WAIT = 150;
const LEAST = 2;
const TEXTS = {
  de: { list: 'Vorschläge', none: 'Keine passenden Namen.', some: (n) => (n === 1 ? 'Ein Vorschlag.' : `${n} Vorschläge. Mit den Pfeiltasten wählen.`) },
  en: { list: 'Suggestions', none: 'No matching names.', some: (n) => (n === 1 ? 'One suggestion.' : `${n} suggestions. Use the arrow keys to choose.`) },
};
const language = document.documentElement.lang === 'de' ? 'de' : 'en';
const say = TEXTS[language];
let number = 0;

class Suggestions {
  constructor(input) {
    this.input = input;
    this.id = `suggest-${++number}`;
    this.found = [];
    this.active = -1;
    this.timer = 0;
    this.request = null;
    this.list = document.createElement('ul');
    this.list.id = this.id;
    this.list.className = 'suggestions';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', say.list);
    this.list.hidden = true;
    this.status = document.createElement('span');
    this.status.className = 'suggest-status';
    this.status.setAttribute('role', 'status');
    const frame = document.createElement('span');
    frame.className = 'suggest';
    const focused = document.activeElement === input;
    input.replaceWith(frame);
    frame.append(input, this.list, this.status);
    if (focused) {
      input.focus();
    }
    for (const [name, value] of Object.entries({
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.id, autocomplete: 'off', spellcheck: 'false',
    })) {
      input.setAttribute(name, value);
    }
    input.addEventListener('input', () => this.typed());
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('blur', () => this.close());
    input.form?.addEventListener('submit', () => this.stop());
    // The pointer must not take the focus from the field, else the list closes before the click.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const option = event.target.closest('[role=option]');
      if (option) {
        this.choose(Number(option.dataset.index));
      }
    });
  }

  typed() {
    clearTimeout(this.timer);
    this.request?.abort();
    if (this.input.value.trim().length < LEAST) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => this.ask(), WAIT);
  }

  async ask() {
    const typed = this.input.value.trim();
    const request = new AbortController();
    this.request = request;
    const parameters = new URLSearchParams({ q: typed.slice(0, 300), lang: language, limit: '8' });
    if (this.input.dataset.suggest) {
      parameters.set('type', this.input.dataset.suggest);
    }
    try {
      const response = await fetch(`/suggest?${parameters}`, { signal: request.signal, headers: { Accept: 'application/json' } });
      if (response.ok) {
        const found = [...await response.json(), ...await this.sentences(typed, request.signal)];
        if (request === this.request && document.activeElement === this.input) {
          this.show(found);
        }
      }
    } catch {
      // Overtaken by the next letter, or no connection: the field works without.
    }
  }

  /** Whole questions that begin so and have an answer, for boxes that take questions. */
  async sentences(typed, signal) {
    if (this.input.dataset.sentences === undefined) {
      return [];
    }
    const response = await fetch(`/ask/complete?${new URLSearchParams({ q: typed.slice(0, 300), lang: language, limit: '4' })}`, { signal });
    return response.ok ? response.json() : [];
  }

  show(found) {
    this.found = found;
    this.active = -1;
    this.input.removeAttribute('aria-activedescendant');
    this.list.replaceChildren(...found.map((each, index) => this.option(each, index)));
    this.status.textContent = found.length ? say.some(found.length) : say.none;
    this.open(found.length > 0);
  }

  option(found, index) {
    const option = document.createElement('li');
    option.id = `${this.id}-${index}`;
    option.dataset.index = index;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.append(part('name', found.name));
    if (found.matched !== found.name) {
      const matched = part('matched', found.matched);
      if (found.matchedLang) {
        matched.lang = found.matchedLang;
      }
      option.append(' ', matched);
    }
    if (found.description) {
      option.append(' ', part('what', found.description));
    }
    return option;
  }

  key(event) {
    if (event.isComposing) {
      return;
    }
    const last = this.found.length - 1;
    const shown = !this.list.hidden;
    switch (event.key) {
      case 'ArrowDown':
        if (shown) {
          this.activate(this.active < last ? this.active + 1 : -1);
        } else if (last >= 0) {
          this.open(true);
          this.activate(event.altKey ? -1 : 0);
        } else {
          this.typed();
        }
        break;
      case 'ArrowUp':
        if (!shown) {
          return;
        }
        this.activate(this.active < 0 ? last : this.active - 1);
        break;
      case 'Enter':
        if (!shown || this.active < 0) {
          this.close();
          return;
        }
        this.choose(this.active);
        break;
      case 'Escape':
        if (!shown) {
          return;
        }
        this.close();
        break;
      case 'Tab':
        this.close();
        return;
      default:
        return;
    }
    event.preventDefault();
  }

  activate(index) {
    this.active = index;
    [...this.list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    const option = this.list.children[index];
    if (option) {
      this.input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  /** A search box leads to the thing itself; any other field gets its name, or its identifier where others have that name. */
  choose(index) {
    const chosen = this.found[index];
    this.stop();
    if (this.input.name === 'q') {
      this.input.value = chosen.name;
      if (!chosen.iri) {
        location.assign(`/ask?${new URLSearchParams({ q: chosen.name })}`);
        return;
      }
      const query = new URLSearchParams({ lang: language });
      location.assign(`/page/${chosen.iri.replace(/^.*?\/id\//, '').split('/').map(encodeURIComponent).join('/')}?${query}`);
      return;
    }
    const alone = this.found.filter((each) => each.name === chosen.name).length === 1;
    this.input.value = alone ? chosen.name : chosen.id;
    this.input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  open(shown) {
    this.list.hidden = !shown;
    this.input.setAttribute('aria-expanded', String(shown));
    if (!shown) {
      this.activate(-1);
    }
  }

  close() {
    this.stop();
    this.status.textContent = '';
  }

  stop() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.request = null;
    this.open(false);
  }
}

function part(name, text) {
  const span = document.createElement('span');
  span.className = name;
  span.textContent = text;
  return span;
}

for (const input of document.querySelectorAll('input[data-suggest]')) {
  new Suggestions(input);
}
