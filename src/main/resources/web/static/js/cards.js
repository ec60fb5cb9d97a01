// Cards by keyboard: j and k go on and back, a takes, x leaves out, e edits. The form works without this. What nobody has gone to is striped.
const form = document.querySelector('form.proposals');
const cards = form ? [...form.querySelectorAll('.card')] : [];
const status = form?.querySelector('.chosen');

function fields(card) {
  return [...card.querySelectorAll('input:not([type=checkbox]), select')];
}

function say() {
  const taken = cards.filter((card) => card.querySelector('[name=take]').checked).length;
  const left = cards.filter((card) => card.querySelector('.unseen')).length;
  status.textContent = `${taken} ${form.dataset.taken}, ${left} ${form.dataset.left}`;
}

function seen(card) {
  fields(card).forEach((field) => field.classList.remove('unseen'));
  say();
}

function go(card) {
  if (card) {
    card.focus();
    card.scrollIntoView({ block: 'nearest' });
  }
}

function key(event) {
  const card = event.target.closest?.('.card');
  const writing = event.target.matches('input:not([type=checkbox]), textarea, select');
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (writing && event.key === 'Escape' && card) {
    card.focus();
    return;
  }
  if (writing || !['j', 'k', 'a', 'x', 'e'].includes(event.key)) {
    return;
  }
  const at = cards.indexOf(card);
  event.preventDefault();
  if (event.key === 'j') {
    go(cards[at + 1]);
  } else if (event.key === 'k') {
    go(cards[at - 1]);
  } else if (card && event.key === 'e') {
    fields(card)[0]?.focus();
  } else if (card) {
    card.querySelector('[name=take]').checked = event.key === 'a';
    say();
    go(cards[at + 1]);
  }
}

if (cards.length > 0) {
  form.querySelector('.keys').hidden = false;
  cards.forEach((card) => {
    card.tabIndex = -1;
    fields(card).forEach((field) => field.classList.add('unseen'));
    card.addEventListener('focusin', () => seen(card));
    card.addEventListener('change', say);
  });
  document.addEventListener('keydown', key);
  say();
}
