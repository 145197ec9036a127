// 0–4, V, E and the left and right arrows in Svara. Rows are pressed as a finger would, so nothing else has to know.
// Beside that: the document's language, and the folding menu.
// Single keys can be switched off (WCAG 2.1.4) and never act while somebody writes.
(() => {
  const OFF = "rustad-keyboard-off";
  const root = document.documentElement;
  // The server says in which language the document begins, the shell in which one it goes on.
  new MutationObserver(() => {
    const told = document.querySelector("[data-spoken]")?.dataset;
    if (!told) return;
    if (root.lang !== told.spoken) root.lang = told.spoken;
    if (root.dataset.leaving !== told.leaving) root.dataset.leaving = told.leaving;
  }).observe(root, { childList: true, subtree: true, attributeFilter: ["data-spoken"] });
  root.dataset.keyboard = localStorage.getItem(OFF) === "1" ? "off" : "on";
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-switch]");
    if (!button) return;
    root.dataset.keyboard = button.dataset.switch;
    localStorage.setItem(OFF, button.dataset.switch === "off" ? "1" : "0");
    document.querySelector(`button[data-switch=${button.dataset.switch === "off" ? "on" : "off"}]`).focus();
  });
  const place = { 0: 0, 1: 1, 2: 2, 3: 3, 4: 4, v: 5, d: 5, e: 6, n: 6 };
  const writing = (node) => node.closest("textarea, input:not([type=radio]):not([type=checkbox]), [contenteditable=true]");
  const groups = () => [...document.querySelectorAll('[class*="st-key-level-"] [role=radiogroup]')];
  const choices = (group) => [...group.querySelectorAll("input[type=radio], [role=radio]")];
  const chosen = (choice) => choice.checked || choice.getAttribute("aria-checked") === "true";
  const group = () => {
    const near = document.activeElement.closest('[class*="st-key-level-"]');
    const all = groups();
    return (near && all.find((one) => near.contains(one))) || all.find((one) => !choices(one).some(chosen)) || all[0];
  };
  const press = (key) => {
    const button = document.querySelector(`[class*="st-key-${key}"] button:not([disabled])`);
    if (button) button.click();
    return Boolean(button);
  };
  // The workshop: N what is usually next, U undo, H put off, R vote again, B role by role, 0–4 agree on a level, K the buttons of the big screen.
  const step = { n: "do-step", u: "undo", h: "skip", r: "again", b: "by-role" };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || writing(event.target)) return;
    if (!document.querySelector(".st-key-controls") || root.dataset.keyboard === "off") return;
    const key = event.key.toLowerCase();
    if (key === "k") root.dataset.controls = root.dataset.controls === "on" ? "off" : "on";
    else if (/^[0-4]$/.test(key)) press(`settle-${key}`);
    else if (step[key]) press(step[key]);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || writing(event.target) || !groups().length) return;
    if (root.dataset.keyboard === "off" || document.querySelector("[role=dialog]")) return;
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const strip = event.target.closest("[role=radiogroup][aria-orientation=horizontal]");
      if (strip || event.target.closest("[data-testid=stButtonGroup]")) return;
      if (press(event.key === "ArrowRight" ? "do-next" : "previous")) { event.preventDefault(); event.stopPropagation(); }
      return;
    }
    const wanted = place[event.key.toLowerCase()];
    const one = wanted === undefined ? null : group();
    if (!one) return;
    const choice = choices(one)[wanted];
    if (choice) { event.preventDefault(); choice.focus(); choice.click(); }
  }, true);
  // On a phone the menu lies over the page, and Streamlit folds away only its own kind of menu.
  document.addEventListener("click", (event) => {
    if (window.innerWidth >= 768 || !event.target.closest("[data-testid=stSidebar] a")) return;
    setTimeout(() => document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click());
  });
})();
