// What the browser must do itself: keys before the page sees them, focus, scrolling, clipboard, downloads.
globalThis.portal = (() => {
  let shell = null;
  let first = null; // The "G" of a two-key sequence.
  let early = []; // Keys pressed before the circuit answered, for the shell only: what a page offers is not known yet.

  const typing = target => !!target.closest?.('input,textarea,select,[contenteditable],fluent-text-input,fluent-textarea,fluent-dropdown');
  const sayKeys = keys => {
    if (shell) shell.invokeMethodAsync('OnKeyAsync', keys);
    else if (keys === 'ctrl+k' || keys === '?' || keys.startsWith('g ')) early = [keys];
  };

  document.addEventListener('keydown', event => {
    const key = event.key.toLowerCase();
    const row = event.target.closest?.('[data-rows]') && event.target.matches('tr');
    // A row moves with these, and the page must not scroll under it.
    if (row && [' ', 'arrowdown', 'arrowup', 'home', 'end', 'pagedown', 'pageup', '/'].includes(key)) event.preventDefault();
    if (row && event.ctrlKey && key === 'a') event.preventDefault();
    if (event.target.closest?.('[data-palette]') && ['arrowdown', 'arrowup', 'enter'].includes(key)) event.preventDefault();

    if (event.ctrlKey && key === 'k') { event.preventDefault(); sayKeys('ctrl+k'); return; }
    if (event.ctrlKey && key === 'enter') { sayKeys('ctrl+enter'); return; }
    if (event.altKey && /^[1-9]$/.test(key)) {
      const tab = document.querySelectorAll('.tabs fluent-tab')[key - 1];
      if (tab) { event.preventDefault(); tab.click(); }
      return;
    }
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem('single-keys') === 'off') return;
    if (document.querySelector('dialog[open],.palette[open]') || [...document.querySelectorAll('fluent-dialog')].some(d => d.dialog?.open)) return;

    if (first) { sayKeys(`g ${key}`); first = null; return; }
    if (key === 'g') { first = key; setTimeout(() => first = null, 1200); return; }
    if (key === '?') { sayKeys('?'); return; }
    if (key === '/') {
      const search = document.querySelector('[data-table-search]');
      if (search) { event.preventDefault(); search.focus(); search.select?.(); }
      return;
    }
    if (key === 'f') { const filter = document.querySelector('[data-filter]'); if (filter) { event.preventDefault(); filter.click(); return; } }
    if (/^[a-z]$/.test(key) && !(row && ['j', 'k', 'x'].includes(key))) sayKeys(key);
  }, true);

  // Fluent's anchor button follows its address with a link that is not on the page, which the router never sees: the whole page would be
  // loaded again, with a new circuit, and what is typed until it answers would be lost.
  const follow = event => {
    const link = event.target.closest?.('fluent-anchor-button[href]');
    if (!link || !shell || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button > 0 || link.getAttribute('target')) return;
    const url = new URL(link.getAttribute('href'), document.baseURI);
    if (url.origin !== location.origin) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    Blazor.navigateTo(url.href);
  };
  document.addEventListener('click', follow, true);
  document.addEventListener('keydown', event => { if (event.key === 'Enter') follow(event); }, true);

  document.addEventListener('click', event => {
    if (event.target.closest?.('[data-reload]')) location.reload();
    // An open menu closes when the click goes elsewhere.
    for (const menu of document.querySelectorAll('details.menu-of[open],details.me[open]'))
      if (!menu.contains(event.target)) menu.removeAttribute('open');
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    for (const menu of document.querySelectorAll('details.menu-of[open],details.me[open]')) {
      menu.removeAttribute('open');
      menu.querySelector('summary')?.focus();
    }
  });

  const sentinels = new WeakMap();
  const copies = { text: '' };

  return {
    /** True once the server answers keys and clicks: before, the page is only drawn. */
    get ready() { return shell !== null; },
    listen: layout => {
      shell = layout;
      document.querySelector('body > .drawing')?.remove();
      for (const keys of early.splice(0)) sayKeys(keys);
    },
    unlisten: () => { shell = null; },
    announce: text => { const live = document.getElementById('announcer'); if (live) live.textContent = text; },
    // Waits a frame: what is to be focused may just have been drawn.
    focus: selector => requestAnimationFrame(() => document.querySelector(selector)?.focus()),
    toTop: scroller => { if (scroller) scroller.scrollTop = 0; },
    show: element => { element.showModal?.(); },
    hide: element => { element.close?.(); },
    copy: async text => { copies.text = text; try { await navigator.clipboard.writeText(text); } catch { /* Without permission the text stays selectable on the page. */ } },
    goTo: (url, newTab) => newTab ? open(url, '_blank', 'noopener') : location.assign(url),
    download: (name, type, text) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    },
    /** Focuses a row; one that the virtual list has not drawn yet is scrolled into being first. */
    focusRow: async (scroller, index, height) => {
      if (!scroller?.querySelector) return;
      for (let tries = 0; tries < 8; tries++) {
        const row = scroller.querySelector(`tr[data-row="${index}"]`);
        if (row) {
          row.focus({ preventScroll: true });
          const head = scroller.querySelector('thead')?.offsetHeight ?? 0;
          const foot = scroller.querySelector('tfoot')?.offsetHeight ?? 0;
          const top = row.offsetTop - head, bottom = row.offsetTop + row.offsetHeight + foot;
          if (top < scroller.scrollTop) scroller.scrollTop = top;
          else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
          return;
        }
        scroller.scrollTop = index * height;
        await new Promise(requestAnimationFrame);
        await new Promise(done => setTimeout(done, 40));
      }
    },
    /** Tells a table that its end came into view, so that it loads the next page. */
    watchEnd: (scroller, table) => {
      if (!scroller?.addEventListener) return; // The page went on before it was drawn.
      const near = () => {
        if (scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 400) table.invokeMethodAsync('OnEndInViewAsync');
      };
      scroller.addEventListener('scroll', near, { passive: true });
      sentinels.set(scroller, near);
    },
    unwatchEnd: scroller => { const near = scroller && sentinels.get(scroller); if (near) scroller.removeEventListener('scroll', near); },
    scrollToActive: element => element?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
  };
})();
