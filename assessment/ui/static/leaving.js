// Asks before what somebody has written is thrown away: when a dialogue is closed that has been written in, and when the
// page is left while a field holds letters that it has not sent. The sentence stands in data-leaving.
(() => {
  if (window.rustadLeaving) return;
  window.rustadLeaving = true;
  let written = null; // the dialogue that has been written in
  let field = null; // the field that one is in, and what it held on arrival
  let held = "";
  const unsaved = () => Boolean(written && written.isConnected);
  const dialogue = (node) => node.closest("[data-testid=stDialog] [role=dialog]");
  const text = "textarea, input:not([type=radio]):not([type=checkbox]):not([role=combobox])";
  const arrive = (node) => { field = node.matches(text) ? node : null; held = field ? field.value : ""; };
  const note = (event) => { written = dialogue(event.target) || written; };
  document.addEventListener("input", note, true);
  document.addEventListener("focusin", (event) => arrive(event.target), true);
  document.addEventListener("focusout", () => { field = null; }, true);
  const stop = (event) => { event.preventDefault(); event.stopImmediatePropagation(); };
  const gives_up = () => {
    const sure = window.confirm(document.documentElement.dataset.leaving);
    if (sure) written = null;
    return sure;
  };
  const outside = (event) => unsaved() && event.target.closest?.("[data-testid=stDialog]") && !dialogue(event.target);
  for (const kind of ["pointerdown", "mousedown", "pointerup", "mouseup", "touchstart", "touchend"])
    window.addEventListener(kind, (event) => { if (outside(event)) event.stopImmediatePropagation(); }, true);
  window.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-testid=stButtonGroup]")) note(event);
    if (!unsaved()) return;
    const shuts = event.target.closest?.("[data-testid=stDialog] [role=dialog] button[aria-label=Close]");
    if (shuts && !gives_up()) stop(event);
    if (!outside(event)) return;
    stop(event);
    const button = written.querySelector("button[aria-label=Close]");
    if (gives_up()) button?.click();
  }, true);
  window.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && field && (event.ctrlKey || event.metaKey || field.matches("input"))) held = field.value;
    if (event.key !== "Escape" || !unsaved() || !dialogue(event.target)) return;
    if (event.target.getAttribute("aria-expanded") === "true") return; // closes a list in the dialogue
    if (!gives_up()) stop(event);
  }, true);
  window.addEventListener("beforeunload", (event) => {
    if (unsaved() || (field && field.isConnected && field.value !== held)) event.preventDefault();
  });
})();
