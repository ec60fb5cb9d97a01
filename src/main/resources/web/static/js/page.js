// What every page may have: the switch between palettes, and the panel for evidence where there is any.
const root = document.documentElement;
const ORDER = ['system', 'light', 'dark'];

function keep(theme) {
  try {
    if (theme === 'system') {
      localStorage.removeItem('theme');
    } else {
      localStorage.setItem('theme', theme);
    }
  } catch {
    // Not kept, then: the page still changes.
  }
}

for (const button of document.querySelectorAll('button.theme')) {
  const show = () => {
    const text = button.dataset[root.dataset.theme ?? 'system'];
    button.title = text;
    button.setAttribute('aria-label', text);
  };
  button.addEventListener('click', () => {
    const next = ORDER[(ORDER.indexOf(root.dataset.theme ?? 'system') + 1) % ORDER.length];
    if (next === 'system') {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = next;
    }
    keep(next);
    show();
  });
  button.hidden = false;
  show();
}

// What is shown is kept when somebody is about to cite it; from then on the citation has an address that lasts.
for (const box of document.querySelectorAll('details[data-cite]')) {
  box.addEventListener('toggle', async () => {
    if (!box.open || !box.dataset.cite) return;
    const address = box.dataset.cite;
    delete box.dataset.cite;
    try {
      const answer = await fetch(address);
      if (!answer.ok) return;
      document.getElementById('citation').textContent = await answer.text();
      document.getElementById('citation-unkept').hidden = true;
    } catch {
      // Then the page still says that its state is not kept.
    }
  });
}

for (const button of document.querySelectorAll('button[data-copy]')) {
  const label = button.textContent;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = label; }, 2000);
    } catch {
      // Browsers may refuse the clipboard: then the text is there to be marked.
      getSelection().selectAllChildren(document.getElementById(button.dataset.copy));
    }
  });
  button.hidden = false;
}

if (document.querySelector('input[data-suggest]')) {
  import('./suggest.js');
}

if (document.querySelector('a[data-evidence]')) {
  import('./evidence.js');
}

if (document.querySelector('input[data-suggest]')) {
  import('./suggest.js');
}
