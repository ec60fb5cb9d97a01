// The review desk by keyboard. Its form works without this; here keys choose what the radio buttons offer.
const desk = document.querySelector('form.desk');
const things = [...desk.querySelectorAll('.linkage')];
const status = desk.querySelector('.chosen');
const WORDS = { a: 'accepted', r: 'rejected', u: 'unsure', 0: '' };

function thingOf(element) {
  return element.closest?.('.linkage') ?? null;
}

/** The candidate in which the focus is, else the first one. */
function choiceOf(thing) {
  return document.activeElement.closest('.choice') ?? thing.querySelector('.choice');
}

function count() {
  return desk.querySelectorAll('.choice input[type=radio]:checked:not([value=""])').length
    + [...desk.querySelectorAll('.other-item .qid')].filter((field) => field.value.trim()).length;
}

function say(text = '') {
  if (status) {
    status.textContent = `${text ? `${text} · ` : ''}${count()} ${status.dataset.text}`;
  }
}

function go(thing) {
  if (thing) {
    thing.focus();
    thing.scrollIntoView({ block: 'nearest' });
  }
}

function decide(thing, word) {
  const choice = choiceOf(thing);
  const radio = choice && [...choice.querySelectorAll('input[type=radio]')].find((one) => one.value === word);
  if (!radio) {
    return;
  }
  radio.checked = true;
  say(`${choice.querySelector('legend a').textContent}: ${word ? desk.dataset[word] : desk.dataset.none}`);
  if (word) {
    go(things[things.indexOf(thing) + 1]);
  }
}

function key(event) {
  const { target } = event;
  const writing = target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select');
  const thing = thingOf(target);
  if (writing || !thing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const at = things.indexOf(thing);
  if (event.key === 'n') {
    go(things[at + 1]);
  } else if (event.key === 'p') {
    go(things[at - 1]);
  } else if (event.key === 'q') {
    thing.querySelector('.qid')?.focus();
  } else if (event.key === 's') {
    desk.querySelector('.signature input')?.focus();
  } else if (event.key in WORDS) {
    decide(thing, WORDS[event.key]);
  } else if (/^[1-9]$/.test(event.key)) {
    const choice = thing.querySelector(`.choice[data-choice="${event.key}"]`);
    const radio = choice?.querySelector('input[type=radio]:checked') ?? choice?.querySelector('a');
    radio?.focus();
  } else {
    return;
  }
  event.preventDefault();
}

if (things.length > 0) {
  desk.addEventListener('keydown', key);
  desk.addEventListener('change', () => say());
  desk.addEventListener('input', () => say());
  if (count() > 0) {
    say();
  }
}
