// Loaded by Blazor before it starts. The elements load beside it: nothing waits for them.
import('./web-components.js');

const stateOf = event => {
  const element = event.target;
  const many = element.multiple && element.selectedOptions;
  return {
    value: many ? [...element.selectedOptions].map(option => option.value).join('\u001f') : element.value?.toString() ?? null,
    checked: typeof element.checked === 'boolean' ? element.checked : null,
    activeId: element.activeid ?? null,
    expanded: typeof element.expanded === 'boolean' ? element.expanded : null,
    newState: event.detail?.newState ?? event.newState ?? null,
  };
};

const ready = async element => { await customElements.whenDefined(element.localName); return element; };

globalThis.FluentUI = {
  show: async element => (await ready(element)).show(),
  hide: async element => (await ready(element)).hide(),
  setValue: async (element, value) => { (await ready(element)).value = value; },
  setIndeterminate: async (element, mixed) => { (await ready(element)).indeterminate = mixed; },
  nameDropdown: async (element, name) => {
    await ready(element);
    requestAnimationFrame(() => {
      const control = element.querySelector('[role=combobox]');
      if (!control) return;
      if (name) control.setAttribute('aria-label', name);
      if (!control.hasAttribute('aria-expanded')) control.setAttribute('aria-expanded', 'false');
    });
  },
  isDark: () => (document.documentElement.dataset.theme ?? document.body.dataset.theme) === 'dark',
  setTheme: mode => {
    const dark = mode === 'dark' || (mode === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
    document.documentElement.dataset.theme = document.body.dataset.theme = dark ? 'dark' : 'light';
  },
};

const register = blazor => {
  blazor.registerCustomEventType('fluentchange', { browserEventName: 'change', createEventArgs: stateOf });
  blazor.registerCustomEventType('fluenttoggle', { browserEventName: 'toggle', createEventArgs: stateOf });
};

// Before the start, so that no event of the first batch is missed.
export function beforeWebStart() { register(globalThis.Blazor); }
export function beforeServerStart() { }
