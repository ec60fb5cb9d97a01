// Shows evidence in the one panel of the page. A link that asks for another tab, or a browser without this script, gets the page.
const dialog = document.querySelector('dialog#evidence');
const body = dialog.querySelector('.body');
let opener = null;
let latest = 0;

function say(text, href) {
  const message = document.createElement('p');
  message.textContent = text;
  if (href) {
    const link = document.createElement('a');
    link.href = href;
    link.textContent = dialog.dataset.instead;
    message.append(' ', link);
  }
  body.replaceChildren(message);
}

async function show(href) {
  const turn = ++latest;
  const address = new URL(href, location.href);
  address.searchParams.set('fragment', 'true');
  body.setAttribute('aria-busy', 'true');
  if (!body.firstElementChild) {
    say(dialog.dataset.loading);
  }
  try {
    const answer = await fetch(address, { headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(20000) });
    const html = await answer.text();
    if (turn !== latest) {
      return;
    }
    if (!answer.ok) {
      throw new Error(`status ${answer.status}`);
    }
    // Our own server rendered this and escaped what it was given; the parser runs no scripts.
    body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
    dialog.scrollTop = 0;
    body.querySelector('.claim')?.focus({ preventScroll: true });
  } catch {
    if (turn === latest) {
      say(dialog.dataset.failed, href);
    }
  } finally {
    if (turn === latest) {
      body.removeAttribute('aria-busy');
    }
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-evidence]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }
  event.preventDefault();
  if (!dialog.open) {
    opener = link;
    body.replaceChildren();
    dialog.showModal();
  }
  // In a drawing href is no text.
  show(link.getAttribute('href'));
});

// A click beside the panel closes it.
dialog.addEventListener('click', (event) => {
  if (event.target === dialog && event.clientX < dialog.getBoundingClientRect().left) {
    dialog.close();
  }
});

dialog.addEventListener('close', () => {
  latest += 1;
  opener?.focus();
  opener = null;
});
