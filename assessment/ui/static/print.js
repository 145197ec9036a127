// The button of a printed page.
document.querySelector(".take button")?.addEventListener("click", () => window.print());
