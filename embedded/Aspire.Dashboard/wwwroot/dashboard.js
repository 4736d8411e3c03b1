import { morph } from '/assets/morph.js';

const main = document.getElementById('main');
const live = document.getElementById('live');
const pause = document.getElementById('pause');
const follows = main.dataset.follows.split(' ').filter(Boolean);
let paused = sessionStorage.getItem('paused') === '1'; // Survives opening an entry.
let missed = false;
let busy = false;
let again = false;

// The server says only that something changed; the page then asks for what it shows.
async function refresh() {
  if (paused || document.hidden) {
    missed = true;
    return;
  }
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  const started = performance.now();
  try {
    const log = document.getElementById('console');
    await (log ? appendLines(log) : redraw());
  } catch {
    // The stream's own error shows that the AppHost is gone.
  } finally {
    // A page that takes long to make, such as a search over everything, is made less often.
    await new Promise(resolve => setTimeout(resolve, 3 * (performance.now() - started)));
    busy = false;
    if (again) {
      again = false;
      refresh();
    }
  }
}

async function redraw() {
  if (!getSelection().isCollapsed && live.contains(getSelection().anchorNode)) {
    missed = true; // Text being selected must not move away; the next change draws it.
    return;
  }
  const response = await fetch(location.href, { headers: { 'X-Part': 'live' } });
  const next = document.createElement('div');
  next.id = 'live';
  next.innerHTML = await response.text();
  morph(live, next);
}

async function appendLines(log) {
  const query = new URLSearchParams({ resource: log.dataset.resource, q: log.dataset.q, after: log.lastElementChild?.dataset.n ?? 0 });
  const html = await (await fetch('/console/lines?' + query)).text();
  if (!html) return;
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  log.insertAdjacentHTML('beforeend', html);
  while (log.childElementCount > 2000) log.firstElementChild.remove();
  if (atEnd) log.scrollTop = log.scrollHeight;
}

function connect() {
  const stream = new EventSource('/live');
  for (const topic of follows) stream.addEventListener(topic, refresh);
  stream.onerror = () => state('Not connected', 'lost');
  // What changed while nothing listened was told to nobody: before the first connection as after a lost one.
  stream.onopen = () => {
    showPaused();
    refresh();
  };
}

function state(word, look) {
  pause.querySelector('.word').textContent = word;
  pause.dataset.look = look;
}

function showPaused() {
  pause.setAttribute('aria-pressed', paused);
  state(paused ? 'Paused' : 'Live', paused ? 'paused' : '');
}

function toggle() {
  paused = !paused;
  sessionStorage.setItem('paused', paused ? '1' : '');
  showPaused();
  if (!paused && missed) {
    missed = false;
    refresh();
  }
}

pause.addEventListener('click', toggle);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && missed) {
    missed = false;
    refresh();
  }
});

// A chosen option applies at once; empty fields stay out of the address.
for (const form of document.querySelectorAll('form.filters')) {
  form.addEventListener('change', event => {
    if (event.target.matches('select, [type=checkbox]')) form.requestSubmit();
  });
  form.addEventListener('submit', () => {
    for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
  });
}
addEventListener('pageshow', () => {
  for (const field of document.querySelectorAll('form.filters :disabled')) field.disabled = false;
});

let going = false;
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    if (event.target.matches('input')) event.target.blur();
    else document.querySelector('#panel .close')?.click();
    return;
  }
  if (event.target.matches('input, select, textarea')) return;
  if (going) {
    going = false;
    document.querySelector(`[data-go="${CSS.escape(event.key)}"]`)?.click();
    return;
  }
  if (event.key === '/') {
    event.preventDefault();
    (document.querySelector('[data-filter]') ?? document.querySelector('.find input')).focus();
  } else if (event.key === 'g') {
    going = true;
    setTimeout(() => { going = false; }, 1500);
  } else if (event.key === 'p') {
    toggle();
  } else if (event.key === 'j' || event.key === 'ArrowDown') {
    move(1, event);
  } else if (event.key === 'k' || event.key === 'ArrowUp') {
    move(-1, event);
  }
});

// Down and up go through the rows once one of them has the focus; J and K start from anywhere.
function move(step, event) {
  const rows = [...live.querySelectorAll('a.row')];
  const at = rows.indexOf(document.activeElement);
  if (!rows.length || (at < 0 && event.key.startsWith('Arrow'))) return;
  event.preventDefault();
  rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))].focus();
}

// A click anywhere in a row opens it, unless text was selected or a link of its own was hit.
live.addEventListener('click', event => {
  if (event.target.closest('a, button, input, svg.spark') || !getSelection().isCollapsed) return;
  event.target.closest('tr')?.querySelector('a.row')?.click();
});

// Opening an entry keeps the place in the list.
const kept = sessionStorage.getItem('scroll:' + location.pathname);
live.addEventListener('click', event => {
  if (event.target.closest('a.row, a.close')) sessionStorage.setItem('scroll:' + location.pathname, scrollY);
}, true);
if (kept !== null) {
  scrollTo(0, Number(kept));
  sessionStorage.removeItem('scroll:' + location.pathname);
}
document.querySelector('tr.open a.row')?.focus({ preventScroll: true });

const log = document.getElementById('console');
if (log) log.scrollTop = log.scrollHeight;

showPaused();
connect();
