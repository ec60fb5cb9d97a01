// Sets the palette before the page is drawn, so nothing flashes. Runs in the head and is no module for that reason.
(() => {
  const wished = new URLSearchParams(location.search).get('theme');
  let kept = null;
  try {
    kept = localStorage.getItem('theme');
  } catch {
    // A browser may refuse storage; then the choice lasts as long as the page.
  }
  const theme = ['light', 'dark'].includes(wished) ? wished : kept;
  if (['light', 'dark'].includes(theme)) {
    document.documentElement.dataset.theme = theme;
  }
})();
