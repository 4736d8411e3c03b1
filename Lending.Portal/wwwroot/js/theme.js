// Blocking and tiny: sets the theme before the first paint, and switches it without asking the server.
(() => {
  const root = document.documentElement;
  const show = theme => {
    root.dataset.theme = theme;
    if (document.body) document.body.dataset.theme = theme;
  };
  if (!root.dataset.theme) show(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  document.addEventListener('DOMContentLoaded', () => show(root.dataset.theme));
  document.addEventListener('click', event => {
    if (!event.target.closest?.('[data-theme-toggle]')) return;
    const theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
    document.cookie = `theme=${theme};path=/;max-age=31536000;samesite=lax`;
    show(theme);
  });
})();
