// What pictures gain by a script: a map comes closer, and years are chosen by drawing along the axis of a timeline. Both can be had
// without it: by the links on the axis and the fields of the form.
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
  const show = (next) => {
    const middle = (picture.scrollLeft + picture.clientWidth / 2) / picture.scrollWidth;
    const height = (picture.scrollTop + picture.clientHeight / 2) / picture.scrollHeight;
    step = Math.min(Math.max(next, 0), STEPS.length - 1);
    drawing.style.width = `${100 * STEPS[step]}%`;
    picture.classList.toggle('enlarged', STEPS[step] >= 2);
    picture.scrollLeft = middle * picture.scrollWidth - picture.clientWidth / 2;
    picture.scrollTop = height * picture.scrollHeight - picture.clientHeight / 2;
    farther.disabled = step === 0;
    closer.disabled = step === STEPS.length - 1;
  };
  const closer = button('+', picture.dataset.closer, () => show(step + 1));
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

document.querySelectorAll('.picture[data-picture="map"]').forEach(enlarge);
document.querySelectorAll('.picture[data-picture="timeline"]').forEach(brush);
