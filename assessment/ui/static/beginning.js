// Svara: the next question begins at its top, also on a phone, where the button stands far below it.
// Elsewhere a heading may change because of what one does further down, and then nothing may move.
(() => {
  let shown = "";
  new MutationObserver(() => {
    const heading = document.querySelector('[data-testid="stMain"] h1')?.textContent ?? "";
    const here = location.pathname.endsWith("/svara") ? heading : "";
    if (here && shown && here !== shown) document.querySelector('[data-testid="stMain"]').scrollTo(0, 0);
    if (here || !location.pathname.endsWith("/svara")) shown = here;
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
})();
