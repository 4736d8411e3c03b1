// The theme is set before anything is painted.
(() => {
  const root = document.documentElement;
  const kept = localStorage.getItem('theme');
  if (kept) root.dataset.theme = kept;

  const say = text => { const status = document.querySelector('.status'); if (status) status.textContent = text; };

  const localTimes = within => within.querySelectorAll('time').forEach(time => {
    const at = new Date(time.dateTime);
    const today = at.toDateString() === new Date().toDateString();
    time.textContent = new Intl.DateTimeFormat('en-GB', today
      ? { hour: '2-digit', minute: '2-digit', second: '2-digit' }
      : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(at);
    time.title = at.toString();
  });

  // Fetches the page again and puts its content in place, so that focus and what is being typed stay. What is shown already
  // is left alone, as a click that straddles a redraw is lost; `always` undoes what the reader set and the server did not take.
  let waiting = 0;
  let latest = 0;
  let shown = null;
  const refresh = (always = false) => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const turn = ++latest;
      const here = document.querySelector('[data-live]');
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
      if (!here || !answer || !answer.ok) return;
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]');
      if (turn !== latest || (!always && next.innerHTML === shown)) return;
      shown = next.innerHTML;
      const frame = here.querySelector('iframe');
      const nextFrame = next.querySelector('iframe');
      const active = document.activeElement;
      const label = active && (active.id ? `#${CSS.escape(active.id)}` : active.dataset?.post ? `[data-post="${CSS.escape(active.dataset.post)}"]` : null);
      const typed = [...here.querySelectorAll('input[id]:not([data-switch])')].map(input => [input.id, input.value]);
      if (frame && nextFrame && frame.getAttribute('src') === nextFrame.getAttribute('src')) {
        here.querySelector('.paper').replaceWith(next.querySelector('.paper'));
      } else {
        here.replaceChildren(...next.childNodes);
      }
      typed.forEach(([id, value]) => { const input = document.getElementById(id); if (input) input.value = value; });
      if (label) here.querySelector(label)?.focus();
      localTimes(here);
    }, 80);
  };

  const send = async (url, method, body) => {
    const answer = await fetch(url, { method, headers: { 'Content-Type': 'application/json' }, body }).catch(() => null);
    if (answer && answer.ok) return true;
    const problem = answer ? await answer.json().catch(() => null) : null;
    say(problem?.message ?? 'The sandbox did not answer.');
    return false;
  };

  document.addEventListener('click', async event => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.hasAttribute('data-theme-toggle')) {
      const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
      localStorage.setItem('theme', root.dataset.theme = dark ? 'light' : 'dark');
    } else if (button.dataset.copy) {
      await navigator.clipboard?.writeText(button.dataset.copy);
      say(`Copied ${button.dataset.copy}`);
    } else if (button.dataset.post) {
      button.setAttribute('aria-busy', 'true');
      if (await send(button.dataset.post, button.dataset.method ?? 'POST', button.dataset.body)) say(`${button.textContent.trim()}: done`);
      button.removeAttribute('aria-busy');
      refresh();
    }
  });

  document.addEventListener('submit', async event => {
    const form = event.target;
    if (!form.dataset.form) return;
    event.preventDefault();
    const body = JSON.stringify(Object.fromEntries(new FormData(form)));
    if (await send(form.dataset.form, 'POST', body)) { form.reset(); refresh(); } else if (form.dataset.said) say(form.dataset.said);
  });

  document.addEventListener('change', async event => {
    const path = event.target.dataset?.switch;
    if (!path) return;
    const [capability, name] = path.split('.');
    const value = event.target.type === 'checkbox' ? event.target.checked : Number(event.target.value || 0);
    if (await send('/switches', 'PUT', JSON.stringify({ [capability]: { [name]: value } }))) say('Switched');
    refresh(true);
  });

  addEventListener('DOMContentLoaded', () => {
    shown = document.querySelector('[data-live]')?.innerHTML;
    localTimes(document);
    // What changed between the page and its line to the server was told to nobody; so every time the line opens, the page is read again.
    const changes = new EventSource('/api/changes');
    changes.addEventListener('hello', () => refresh());
    changes.addEventListener('change', () => refresh());
    if (!document.querySelector('[data-countdown]')) return;
    setInterval(() => {
      const left = 30 - Math.floor(Date.now() / 1000) % 30;
      document.querySelector('[data-countdown]').textContent = left;
      if (left === 30) refresh();
    }, 1000);
  });
})();
