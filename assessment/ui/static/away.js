// When the server can not be reached, Streamlit opens a dialogue for developers. Here it says what to do, in the visitor's
// language: the sentences stand in data-away and data-away-title, and away.css shows them in place of Streamlit's.
(() => {
  if (window.rustadAway) return;
  window.rustadAway = true;
  const dress = () => {
    const title = document.querySelector(".stDialog [role=dialog] > h2[slot=title]");
    if (title?.textContent !== "Connection error" || !title.nextElementSibling) return;
    const told = document.querySelector("[data-away]")?.dataset;
    if (!told) return;
    title.nextElementSibling.dataset.told = told.away;
    title.textContent = told.awayTitle;
  };
  new MutationObserver(dress).observe(document.documentElement, { childList: true, subtree: true });
})();
