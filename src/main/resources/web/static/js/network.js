// The network of the page as a picture that moves: filters, zoom, keys, and the evidence of every contact. It takes the place of the
// server's picture only when it is drawn; without it the page has the still picture and the tables.
const stage = document.getElementById('network');
const LIBRARIES = [
  '/static/lib/cytoscape/3.33.1/dist/cytoscape.min.js',
  '/static/lib/layout-base/2.0.1/layout-base.js',
  '/static/lib/cose-base/2.2.0/cose-base.js',
  '/static/lib/cytoscape-fcose/2.2.0/cytoscape-fcose.js',
];
/** As many names have room when everything is shown; closer there is room for more. */
const LABELLED = 16;
/** A state has a shape beside its colour: not everybody tells colours apart. */
const SHAPES = {
  DE: ['ellipse', '●'],
  KZ: ['rectangle', '■'],
  KG: ['triangle', '▲'],
  UZ: ['pentagon', '⬟'],
  TJ: ['hexagon', '⬢'],
  TM: ['star', '★'],
};
const still = matchMedia('(prefers-reduced-motion: reduce)');
const texts = stage ? JSON.parse(stage.dataset.texts) : {};
const say = (key, ...values) => (texts[key] ?? key).replace(/\{(\d)\}/g, (all, i) => values[i] ?? all);

function make(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in node) {
      node[key] = value;
    } else {
      node.setAttribute(key, value);
    }
  }
  node.append(...children);
  return node;
}

function load(source) {
  return new Promise((done, failed) => {
    const script = make('script', { src: source });
    script.onload = done;
    script.onerror = () => failed(new Error(source));
    document.head.append(script);
  });
}

async function elements(mode) {
  const answer = await fetch(stage.dataset[mode], { headers: { Accept: 'application/vnd.cytoscape+json' } });
  if (!answer.ok) {
    throw new Error(`status ${answer.status}`);
  }
  return answer.json();
}

/** Colours as the style sheet has them now, by day or by night. */
function colours() {
  const probe = make('span', { className: 'probe' });
  document.body.append(probe);
  const read = (value) => {
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const all = {};
  for (const name of ['paper', 'raised', 'ink', 'quiet', 'line-strong', 'accent']) {
    all[name] = read(`var(--${name})`);
  }
  for (const polity of ['de', 'kz', 'kg', 'uz', 'tj', 'tm', 'eu', 'other']) {
    all[`polity-${polity}`] = read(`var(--polity-${polity})`);
  }
  probe.remove();
  return all;
}

function look(c, allNames, zoom) {
  // Letters keep their size, whatever the zoom.
  const scale = 1 / Math.min(Math.max(zoom, 0.2), 1.6);
  const room = LABELLED * Math.max(1, (zoom / 0.6) ** 2);
  const font = getComputedStyle(document.querySelector('label, .quiet') ?? document.body).fontFamily;
  return [
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        'background-color': (n) => c[n.data('look')] ?? c['polity-other'],
        'border-width': 1.5,
        'border-color': c.raised,
        shape: (n) => SHAPES[n.data('polity')]?.[0] ?? 'ellipse',
        label: (n) => (allNames || n.data('rank') < room || n.hasClass('near') ? n.data('label') : ''),
        color: c.ink,
        'font-family': font,
        'font-size': 12.5 * scale,
        'text-outline-color': c.raised,
        'text-outline-width': 2.5 * scale,
        'text-valign': 'bottom',
        'text-margin-y': 3 * scale,
        'text-max-width': 130 * scale,
        'text-wrap': 'wrap',
      },
    },
    { selector: 'node[kind = "post"]', style: { 'border-style': 'dashed', 'border-color': c.ink, 'border-width': 1.5 } },
    { selector: 'node[kind = "event"]', style: { shape: 'round-diamond', 'background-color': c.paper, 'border-color': c['line-strong'] } },
    { selector: 'node[?center]', style: { 'border-color': c.accent, 'border-width': 4 } },
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'line-color': c.quiet,
        opacity: 0.45,
        'curve-style': 'haystack',
        'haystack-radius': 0,
      },
    },
    { selector: 'edge[!happened]', style: { 'line-style': 'dashed' } },
    { selector: '.mute', style: { 'text-opacity': 0 } },
    { selector: 'node.near', style: { 'text-opacity': 1 } },
    { selector: '.far', style: { opacity: 0.12, 'text-opacity': 0 } },
    { selector: 'edge.near', style: { opacity: 0.9, 'line-color': c.accent } },
    { selector: 'node.chosen', style: { 'border-color': c.accent, 'border-width': 5 } },
    { selector: '.gone', style: { display: 'none' } },
  ];
}

class Stage {
  constructor(cytoscape, data) {
    this.cytoscape = cytoscape;
    this.allNames = false;
    this.hidden = { levels: new Set(), states: new Set() };
    this.build();
    this.show(data);
  }

  build() {
    this.bar = make('div', { className: 'stage-bar' });
    this.canvas = make('div', { className: 'stage-canvas', tabIndex: 0, role: 'application', 'aria-label': say('canvas') });
    const zoom = make(
      'div',
      { className: 'stage-zoom' },
      this.button('+', say('zoomIn'), () => this.zoom(1.3)),
      this.button('−', say('zoomOut'), () => this.zoom(1 / 1.3)),
      this.button('⤢', say('fit'), () => this.fit()),
    );
    this.status = make('p', { className: 'stage-status', role: 'status' });
    this.spoken = make('p', { className: 'sr', 'aria-live': 'polite' });
    this.card = make('section', { className: 'stage-card', hidden: true });
    const narrow = matchMedia('(max-width: 47rem)').matches;
    const filters = make('details', { open: !narrow }, make('summary', {}, say('filters')), this.bar);
    this.root = make('div', {}, filters, make('div', { className: 'stage-frame' }, this.canvas, zoom), this.status, this.spoken, this.card);
    this.figure = stage.querySelector('figure');
    stage.prepend(this.root);
    this.figure.hidden = true;
    document.querySelector('.cut.of-still')?.remove();
    this.canvas.addEventListener('keydown', (event) => this.key(event));
    new ResizeObserver(() => {
      this.cy?.resize();
      this.fit();
    }).observe(this.canvas);
  }

  button(sign, text, act) {
    const button = make('button', { type: 'button', title: text, 'aria-label': text }, sign);
    button.addEventListener('click', act);
    return button;
  }

  show(data) {
    this.data = data;
    const nodes = data.elements.nodes;
    const edges = data.elements.edges;
    nodes.sort((a, b) => b.data.strength - a.data.strength);
    const most = Math.max(...nodes.map((n) => n.data.strength), 0.1);
    nodes.forEach((n, i) => {
      n.data.rank = i;
      n.data.size = n.data.kind === 'event' ? 14 : 14 + 34 * Math.sqrt(n.data.strength / most);
      // The same network gives the same picture: the layout begins on a spiral, not by chance.
      const angle = i * 2.4;
      n.position = { x: 40 * Math.sqrt(i + 1) * Math.cos(angle), y: 40 * Math.sqrt(i + 1) * Math.sin(angle) };
    });
    const strongest = Math.max(...edges.map((e) => e.data.strength), 0.1);
    edges.forEach((e) => {
      e.data.width = 1 + 6 * Math.sqrt(e.data.strength / strongest);
      e.data.happened = e.data.ties.some((t) => t.happened);
    });
    this.cy?.destroy();
    this.cy = this.cytoscape({
      container: this.canvas,
      elements: { nodes, edges },
      style: look(colours(), this.allNames, 1),
      layout: { name: 'preset' },
      minZoom: 0.15,
      maxZoom: 4,
      userZoomingEnabled: false,
      boxSelectionEnabled: false,
      autounselectify: true,
    });
    this.cy.on('mouseover', 'node', (event) => this.near(event.target));
    this.cy.on('mouseout', 'node', () => this.near(this.chosen));
    this.cy.on('tap', 'node', (event) => this.choose(event.target, true));
    this.cy.on('tap', 'edge', (event) => this.contact(event.target));
    this.cy.on('tap', (event) => {
      if (event.target === this.cy) {
        this.choose(null);
      }
    });
    let waiting = 0;
    this.cy.on('zoom', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.paint(), 60);
    });
    this.canvas.onwheel = (event) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const box = this.canvas.getBoundingClientRect();
        this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, { x: event.clientX - box.left, y: event.clientY - box.top });
      }
    };
    this.chosen = null;
    this.arrange(false);
    this.filters();
    this.apply();
  }

  arrange(animated) {
    const layout = this.cy.elements(':visible').layout({
      stop: () => {
        this.fit();
        this.paint();
      },
      name: 'fcose',
      quality: 'proof',
      randomize: false,
      animate: animated && !still.matches,
      animationDuration: 400,
      nodeSeparation: 110,
      idealEdgeLength: 90,
      nodeRepulsion: 9000,
      packComponents: true,
      nodeDimensionsIncludeLabels: true,
      padding: 24,
    });
    layout.run();
  }

  filters() {
    const ties = this.data.elements.edges.flatMap((e) => e.data.ties);
    const years = ties.flatMap((t) => (t.from ? [t.from, t.to] : []));
    const first = Math.min(...years);
    const last = Math.max(...years);
    this.from = first;
    this.to = last;
    this.least = 0;
    this.hidden.levels.clear();
    this.hidden.states.clear();
    const parts = [];

    const mode = make('select', { 'aria-label': say('modes') });
    for (const name of ['one', 'two']) {
      mode.append(make('option', { value: name, selected: name === (this.mode ?? 'one') }, say(name)));
    }
    mode.addEventListener('change', async () => {
      this.mode = mode.value;
      this.status.textContent = say('working');
      try {
        this.show(await elements(mode.value));
      } catch {
        this.status.textContent = say('failed');
      }
    });
    parts.push(make('fieldset', {}, make('legend', {}, say('modes')), mode));

    if (years.length) {
      const year = (key, value) => {
        const input = make('input', { type: 'number', min: first, max: last, value });
        input.addEventListener('input', () => {
          this[key] = input.value === '' ? (key === 'from' ? first : last) : Number(input.value);
          this.apply();
        });
        return make('label', {}, say(key), input);
      };
      parts.push(make('fieldset', {}, make('legend', {}, say('years')), year('from', first), year('to', last)));
    }

    const levels = new Map(ties.filter((t) => t.level).map((t) => [t.level, t.said]));
    if (levels.size > 1) {
      parts.push(this.boxes(say('levels'), levels, this.hidden.levels));
    }
    const states = new Map(this.data.elements.nodes.filter((n) => n.data.kind !== 'event').map((n) => [n.data.polity, `${SHAPES[n.data.polity]?.[1] ?? '●'} ${n.data.polity || say('noState')}`]));
    if (states.size > 1) {
      parts.push(this.boxes(say('states'), new Map([...states].sort()), this.hidden.states));
    }
    const strength = make('input', { type: 'range', min: 0, max: 100, value: 0, step: 1 });
    strength.addEventListener('input', () => {
      const most = Math.max(...this.data.elements.edges.map((e) => e.data.strength));
      this.least = most * (strength.value / 100) ** 2;
      this.apply();
    });
    parts.push(make('fieldset', {}, make('legend', {}, say('strongest')), make('label', {}, make('span', { className: 'sr' }, say('strongest')), strength)));

    const names = make('input', { type: 'checkbox', checked: this.allNames });
    names.addEventListener('change', () => {
      this.allNames = names.checked;
      this.paint();
    });
    const again = this.textButton(say('arrange'), () => this.arrange(true));
    parts.push(make('label', {}, names, say('labels')), again);
    parts.push(
      make('span', {}, `${say('picture')} `),
      this.textButton('PNG', () => this.png()),
      this.textButton('SVG', () => this.svg()),
    );
    this.bar.replaceChildren(...parts);
  }

  textButton(text, act) {
    const button = make('button', { type: 'button', className: 'plain small' }, text);
    button.addEventListener('click', act);
    return button;
  }

  boxes(title, names, hidden) {
    const field = make('fieldset', {}, make('legend', {}, title));
    for (const [key, text] of names) {
      const box = make('input', { type: 'checkbox', checked: true });
      box.addEventListener('change', () => {
        if (box.checked) {
          hidden.delete(key);
        } else {
          hidden.add(key);
        }
        this.apply();
      });
      field.append(make('label', {}, box, text));
    }
    return field;
  }

  fits(tie) {
    const inTime = !tie.from ? this.from <= this.to : tie.to >= this.from && tie.from <= this.to;
    return inTime && !this.hidden.levels.has(tie.level);
  }

  /** Shows what the filters leave. */
  apply() {
    this.cy.batch(() => {
      this.cy.nodes().forEach((n) => {
        n.scratch('out', n.data('kind') !== 'event' && this.hidden.states.has(n.data('polity')));
      });
      this.cy.edges().forEach((e) => {
        const strength = e.data('ties').filter((t) => this.fits(t)).reduce((sum, t) => sum + t.strength, 0);
        const out = strength <= 0 || strength < this.least || e.source().scratch('out') || e.target().scratch('out');
        e.toggleClass('gone', out);
      });
      this.cy.nodes().forEach((n) => {
        n.toggleClass('gone', n.scratch('out') || n.connectedEdges().every((e) => e.hasClass('gone')));
      });
    });
    const nodes = this.cy.nodes().not('.gone').length;
    const edges = this.cy.edges().not('.gone').length;
    const { members, allMembers } = this.data.data;
    const lead = document.querySelector('.lead.of-still');
    if (lead) {
      lead.textContent = say('lead', allMembers, this.cy.edges().length);
    }
    this.status.textContent = nodes === 0
      ? say('nothing')
      : `${say('shown', nodes, this.cy.nodes().length, edges)} ${allMembers > members ? `${say('cut', allMembers, members)} ` : ''}${say('size')} ${say('help')}`;
    if (this.chosen?.hasClass('gone')) {
      this.choose(null);
    }
    this.declutter();
  }

  near(node) {
    this.cy.batch(() => {
      this.cy.elements().removeClass('near far');
      if (node) {
        const around = node.closedNeighborhood().not('.gone');
        this.cy.elements().not(around).addClass('far');
        around.addClass('near');
      }
    });
  }

  /** @param open whether its contacts are shown beneath */
  choose(node, open = false) {
    this.cy.nodes().removeClass('chosen');
    this.chosen = node;
    this.near(node);
    this.card.hidden = true;
    if (!node) {
      this.spoken.textContent = '';
      return;
    }
    node.addClass('chosen');
    const d = node.data();
    const contacts = this.contacts(node);
    this.spoken.textContent = `${d.label}. ${[d.polity, d.sides, d.offices].filter(Boolean).join('. ')}. ${contacts
      .map(({ other, ties }) => `${other.data('label')}: ${ties.map((t) => [t.said, t.when].filter(Boolean).join(', ')).join('; ')}`)
      .join('. ')}`;
    if (open) {
      this.open(d.label, d.href, d.look, [d.sides, d.offices].filter(Boolean).join(' · '), contacts.map(({ other, ties }) => [other.data('label'), ties]));
    }
  }

  contact(edge) {
    this.near(null);
    edge.addClass('near');
    const ties = edge.data('ties').filter((t) => this.fits(t));
    this.open(`${edge.source().data('label')} – ${edge.target().data('label')}`, '', 'polity-other', `${say('strength')} ${edge.data('strength').toFixed(2)}`, [['', ties]]);
  }

  contacts(node) {
    return node
      .connectedEdges()
      .not('.gone')
      .sort((a, b) => b.data('strength') - a.data('strength'))
      .map((e) => ({ other: e.connectedNodes().not(node)[0] ?? node, ties: e.data('ties').filter((t) => this.fits(t)) }));
  }

  open(title, href, polity, about, contacts) {
    const close = make('button', { type: 'button', className: 'plain small' }, say('close'));
    close.addEventListener('click', () => {
      this.card.hidden = true;
      this.canvas.focus();
    });
    const list = make('ul');
    for (const [name, ties] of contacts) {
      const inner = name ? make('ul') : list;
      for (const tie of ties) {
        inner.append(
          make(
            'li',
            {},
            [tie.said, tie.when].filter(Boolean).join(', '),
            tie.event ? `: ${tie.event} ` : ' ',
            make('a', { href: tie.evidence, 'data-evidence': '' }, say('evidence')),
          ),
        );
      }
      if (name) {
        list.append(make('li', {}, make('strong', {}, name), inner));
      }
    }
    const heading = href ? make('h2', {}, make('a', { href }, title)) : make('h2', {}, title);
    this.card.className = `stage-card ${polity}`;
    this.card.replaceChildren(make('div', { className: 'head' }, heading, close), make('p', { className: 'quiet' }, about), list);
    this.card.hidden = false;
  }

  key(event) {
    const nodes = this.cy.nodes().not('.gone').sort((a, b) => a.data('rank') - b.data('rank'));
    if (!nodes.length || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const at = this.chosen ? nodes.indexOf(this.chosen) : -1;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      this.origin = null;
      this.go(nodes[(at + step + nodes.length) % nodes.length]);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      // Through the contacts of the one from which the arrows up and down began.
      this.origin = this.origin && !this.origin.hasClass('gone') ? this.origin : (this.chosen ?? nodes[0]);
      const around = this.contacts(this.origin).map((c) => c.other);
      const here = around.findIndex((n) => n.same(this.chosen ?? nodes[0]));
      const turn = event.key === 'ArrowDown' ? 1 : -1;
      this.go(around[(here + turn + around.length) % around.length]);
    } else if (event.key === 'Enter' && this.chosen) {
      this.choose(this.chosen, true);
      this.card.querySelector('a')?.focus();
    } else if (event.key === '+' || event.key === '=') {
      this.zoom(1.3);
    } else if (event.key === '-') {
      this.zoom(1 / 1.3);
    } else if (event.key === '0') {
      this.fit();
    } else if (event.key === 'Escape') {
      this.choose(null);
    } else {
      return;
    }
    event.preventDefault();
  }

  go(node) {
    this.choose(node);
    const box = node.renderedBoundingBox();
    if (box.x1 < 0 || box.y1 < 0 || box.x2 > this.cy.width() || box.y2 > this.cy.height()) {
      this.cy.center(node);
    }
  }

  zoom(factor, at = { x: this.cy.width() / 2, y: this.cy.height() / 2 }) {
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: at });
  }

  fit() {
    this.cy?.fit(this.cy.elements().not('.gone'), 40);
  }

  paint() {
    this.cy.style(look(colours(), this.allNames, this.cy.zoom()));
    this.declutter();
  }

  /** A name that would lie on that of somebody stronger is not written; coming closer, or pointing, shows it. */
  declutter() {
    const written = [];
    const covers = (one, other) => one.x1 < other.x2 && other.x1 < one.x2 && one.y1 < other.y2 && other.y1 < one.y2;
    const nodes = this.cy.nodes().not('.gone').toArray()
      .sort((one, other) => (other.data('center') ? 1 : 0) - (one.data('center') ? 1 : 0) || one.data('rank') - other.data('rank'));
    const boxes = nodes.map((n) => n.renderedBoundingBox({ includeNodes: false, includeEdges: false, includeOverlays: false, includeLabels: true }));
    this.cy.batch(() => nodes.forEach((n, i) => {
      const hidden = boxes[i].w > 0 && written.some((box) => covers(box, boxes[i]));
      n.toggleClass('mute', hidden);
      if (!hidden && boxes[i].w > 0) written.push(boxes[i]);
    }));
  }

  png() {
    save('network.png', this.cy.png({ output: 'blob', full: true, scale: 2, bg: colours().raised }));
  }

  /** The still picture as a file of its own, with the colours it has now. */
  svg() {
    this.figure.hidden = false;
    const source = stage.querySelector('svg.network');
    const copy = source.cloneNode(true);
    const from = [source, ...source.querySelectorAll('*')];
    [copy, ...copy.querySelectorAll('*')].forEach((element, i) => {
      const style = getComputedStyle(from[i]);
      for (const name of ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'font-family', 'font-size', 'font-weight', 'paint-order']) {
        element.setAttribute(name, style.getPropertyValue(name));
      }
    });
    this.figure.hidden = true;
    save('network.svg', new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
  }
}

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

if (stage) {
  const waiting = make('p', { className: 'stage-status', role: 'status' }, say('working'));
  stage.prepend(waiting);
  try {
    // Cytoscape writes a style sheet into the page unless it finds its own; network.css has that rule.
    document.head.append(make('meta', { id: '__________cytoscape_stylesheet' }));
    const data = elements('one');
    for (const library of LIBRARIES) {
      await load(library);
    }
    window.cytoscape.use(window.cytoscapeFcose);
    const drawn = new Stage(window.cytoscape, await data);
    waiting.remove();
    const repaint = () => drawn.paint();
    // A canvas draws with the fonts that are there; the ones still on their way ask for another stroke.
    document.fonts.ready.then(repaint);
    document.fonts.addEventListener('loadingdone', repaint);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
    new MutationObserver(repaint).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  } catch (problem) {
    waiting.textContent = say('failed');
    console.info('network', problem.message);
  }
}
