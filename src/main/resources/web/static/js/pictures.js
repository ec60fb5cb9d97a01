// What pictures gain by a script: signs say their names at once and are reached by the arrow keys, a map comes closer, and years are
// chosen by drawing along the axis of a timeline. All can be had without it: by the table, the links on the axis and the form.
const STEPS = [1, 1.6, 2.4, 3.6, 5];

function button(sign, text, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = sign;
  made.title = text;
  made.setAttribute('aria-label', text);
  made.addEventListener('click', act);
  return made;
}

/** Letters and discs have their size in pixels, so a wider drawing has more room between them. */
function enlarge(picture) {
  const drawing = picture.querySelector('svg');
  let step = 0;
  /** @param at what stays where it is, as shares of the visible part; the middle if nothing is pointed at */
  const show = (next, at = { x: 0.5, y: 0.5 }) => {
    const x = picture.clientWidth * at.x;
    const y = picture.clientHeight * at.y;
    const across = (picture.scrollLeft + x) / picture.scrollWidth;
    const down = (picture.scrollTop + y) / picture.scrollHeight;
    step = Math.min(Math.max(next, 0), STEPS.length - 1);
    drawing.style.width = `${100 * STEPS[step]}%`;
    picture.classList.toggle('enlarged', STEPS[step] >= 2);
    picture.scrollLeft = across * picture.scrollWidth - x;
    picture.scrollTop = down * picture.scrollHeight - y;
    farther.disabled = step === 0;
    closer.disabled = step === STEPS.length - 1;
  };
  const pointed = (event) => {
    const box = picture.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  /** Between two clusters there is nothing to see: the buttons go to the largest disc in view. */
  const largest = () => {
    const box = picture.getBoundingClientRect();
    const inside = [...drawing.querySelectorAll('circle')].map((c) => c.getBoundingClientRect())
      .filter((c) => c.left >= box.left && c.right <= box.right && c.top >= box.top && c.bottom <= box.bottom)
      .sort((one, other) => other.width - one.width);
    return inside.length ? pointed({ clientX: inside[0].left + inside[0].width / 2, clientY: inside[0].top + inside[0].height / 2 }) : undefined;
  };
  picture.addEventListener('dblclick', (event) => {
    if (event.target.closest('a')) return;
    event.preventDefault();
    show(step + (event.shiftKey ? -1 : 1), pointed(event));
  });
  picture.addEventListener('wheel', (event) => {
    if (!event.ctrlKey) return; // a page scrolls; a map comes closer with the control key or two fingers
    event.preventDefault();
    show(step + (event.deltaY < 0 ? 1 : -1), pointed(event));
  }, { passive: false });
  const closer = button('+', picture.dataset.closer, () => show(step + 1, largest()));
  const farther = button('−', picture.dataset.farther, () => show(step - 1));
  farther.disabled = true;
  const tools = document.createElement('div');
  tools.className = 'map-tools';
  tools.append(closer, farther);
  picture.after(tools);
}

function brush(picture) {
  const ticks = [...picture.querySelectorAll('.axis a')].map((a) => ({
    link: a.getAttribute('href'),
    year: Number(a.querySelector('text').textContent),
    x: parseFloat(a.querySelector('text').getAttribute('x')),
  }));
  if (ticks.length < 2) {
    return;
  }
  const [a, b] = [ticks[0], ticks.at(-1)];
  const yearAt = (x) => Math.floor(a.year + ((x - a.x) * (b.year - a.year)) / (b.x - a.x));
  const mark = document.createElement('div');
  mark.className = 'brush';
  mark.hidden = true;
  picture.classList.add('brushed');
  picture.title = picture.dataset.brush;
  picture.append(mark);
  let from = null;
  const at = (event) => {
    const box = picture.getBoundingClientRect();
    return Math.min(Math.max(((event.clientX - box.left) / box.width) * 100, 0), 99.99);
  };
  picture.addEventListener('pointerdown', (event) => {
    if (event.button === 0 && event.pointerType !== 'touch' && !event.target.closest('a')) {
      from = at(event);
      picture.setPointerCapture(event.pointerId);
      event.preventDefault();
    }
  });
  picture.addEventListener('pointermove', (event) => {
    if (from !== null) {
      const to = at(event);
      mark.hidden = false;
      mark.style.left = `${Math.min(from, to)}%`;
      mark.style.right = `${100 - Math.max(from, to)}%`;
    }
  });
  picture.addEventListener('pointerup', (event) => {
    if (from === null) {
      return;
    }
    const [first, last] = [from, at(event)].sort((x, y) => x - y);
    from = null;
    mark.hidden = true;
    if (last - first > 1) {
      const address = new URL(a.link, location.href);
      address.searchParams.set('from', yearAt(first));
      address.searchParams.set('to', yearAt(last));
      location.assign(address);
    }
  });
  picture.addEventListener('pointercancel', () => {
    from = null;
    mark.hidden = true;
  });
}

/** The name of a sign where it is pointed at or focused; one Tab stop for all of them, arrow keys from one to the next. */
function names(figure) {
  const signs = [...figure.querySelectorAll('a.item, a.spot')];
  if (!signs.length) {
    return;
  }
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true'); // the link has the same name
  figure.append(tip);
  const picture = figure.querySelector('.picture');
  const hint = picture?.title ?? '';
  const hide = () => {
    tip.hidden = true;
    if (picture && hint) picture.title = hint;
  };
  const show = (sign) => {
    const mark = (sign.querySelector('.glyph, circle, rect') ?? sign).getBoundingClientRect();
    const box = figure.getBoundingClientRect();
    tip.textContent = sign.getAttribute('aria-label');
    tip.hidden = false;
    picture?.removeAttribute('title');
    const left = mark.left + mark.width / 2 - box.left - tip.offsetWidth / 2;
    tip.style.left = `${Math.max(0, Math.min(left, box.width - tip.offsetWidth))}px`;
    tip.style.top = `${Math.max(0, mark.top - box.top - tip.offsetHeight - 6)}px`;
  };
  signs.forEach((sign) => {
    sign.querySelector('title')?.remove();
    sign.addEventListener('pointerenter', () => show(sign));
    sign.addEventListener('pointerleave', hide);
    sign.addEventListener('focus', () => show(sign));
    sign.addEventListener('blur', hide);
  });
  figure.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  const silent = signs.filter((sign) => sign.getAttribute('tabindex') === '-1');
  silent[0]?.setAttribute('tabindex', '0');
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  silent.forEach((sign, at) => sign.addEventListener('keydown', (event) => {
    if (!(event.key in steps)) return;
    event.preventDefault();
    const next = silent[Math.min(Math.max(at + steps[event.key], 0), silent.length - 1)];
    sign.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  }));
}

document.querySelectorAll('.picture[data-picture="map"]').forEach(enlarge);
document.querySelectorAll('.picture[data-picture="timeline"]').forEach(brush);
document.querySelectorAll('figure.drawn').forEach(names);
