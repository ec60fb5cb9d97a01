// Sets the palette before the page is drawn, so nothing flashes. Runs in the head and is no module for that reason.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem('theme');
  } catch {
    // A browser may refuse storage; then the choice lasts as long as the page.
  }
  if (['light', 'dark'].includes(theme)) {
    document.documentElement.dataset.theme = theme;
  }
})();
