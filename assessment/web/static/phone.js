// The room without reloading: told of changes by the server, sends the vote and shows the receipt. All works without.
(() => {
  "use strict";
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.round) {
      event.preventDefault();
      vote(form);
    } else if (form.dataset.sent) {
      event.preventDefault(); // pressed twice
    } else {
      form.dataset.sent = "1";
      setTimeout(() => delete form.dataset.sent, 5000);
    }
  });

  const page = document.body.dataset; // room, version, and a sentence for when there is no contact
  const room = page.room;
  if (!room) return;
  const main = document.querySelector("main");
  const said = document.getElementById("said");
  let source, again, waiting, tries;

  // The vote

  const ballot = () => main.querySelector("form[data-round]");

  const vote = (form) => {
    const body = new URLSearchParams(new FormData(form));
    waiting = { body, round: form.dataset.round };
    tries = 0;
    send();
  };

  const send = async () => {
    const mine = waiting;
    clearTimeout(again);
    let status, reply;
    try {
      const stop = new AbortController();
      const late = setTimeout(() => stop.abort(), 8000);
      const options = { method: "POST", headers: { Accept: "application/json" }, body: mine.body, signal: stop.signal };
      const answer = await fetch(room + "/rost", options);
      reply = await answer.json();
      status = answer.status;
      clearTimeout(late);
    } catch {
      status = 0;
    }
    if (waiting !== mine) return; // another choice since, or another question
    if (status === 0 || status >= 500) {
      complain(status ? reply.error : page.away);
      again = setTimeout(send, Math.min(1000 * 2 ** tries++, 8000));
      return;
    }
    waiting = null;
    if (status === 401) location.reload(); // the cookie is gone
    complain(status === 200 ? "" : reply.error);
    if (status === 200) confirm(mine.round, reply);
  };

  const confirm = (round, reply) => {
    const form = ballot();
    if (!form || form.dataset.round !== round) return;
    form.dataset.saved = reply.answer;
    form.dataset.told = reply.told;
    form.querySelector("button").textContent = form.dataset.change;
    receipt(form);
  };

  const receipt = (form) => {
    const { saved, told, unsaved } = form.dataset;
    if (!saved) return;
    const chosen = form.querySelector(":checked");
    const kept = !chosen || chosen.value === saved;
    const place = form.querySelector(".receipt");
    place.textContent = kept ? told : unsaved;
    place.classList.toggle("saved", kept);
  };
  main.addEventListener("change", (event) => {
    if (event.target.name === "svar" && ballot()) receipt(ballot());
  });

  const complain = (text) => {
    let place = main.querySelector(".error");
    if (!place) {
      if (!text) return;
      place = document.createElement("p");
      place.className = "error";
      place.setAttribute("role", "alert");
      main.prepend(place);
    }
    if (place.textContent !== text) place.textContent = text;
  };

  // The room

  const show = (told) => {
    if (String(told.version) === page.version) return;
    page.version = told.version;
    const notice = document.getElementById("open");
    if (notice) {
      notice.hidden = !told.html.includes("data-round");
      return;
    }
    const before = ballot();
    const round = before && before.dataset.round;
    const chosen = before && before.querySelector(":checked");
    const active = document.activeElement;
    const focused = main.contains(active) && { value: active.value, name: active.name, tag: active.tagName };
    document.title = told.title;
    main.innerHTML = told.html;
    const after = ballot();
    if (after && after.dataset.round === round) {
      const find = (value) => after.querySelector(`[name=svar][value="${value}"]`);
      if (chosen) find(chosen.value).checked = true;
      receipt(after);
      const target = focused && (focused.name === "svar" ? find(focused.value) : focused.tag === "BUTTON" && after.querySelector("button"));
      if (target) target.focus({ preventScroll: true });
      return;
    }
    waiting = null;
    scrollTo(0, 0);
    const heading = main.querySelector("h1");
    if (after) heading.focus();
    else said.textContent = heading.textContent;
  };

  const listen = () => {
    if (source) source.close();
    source = new EventSource(`${room}/handelser?v=${page.version}&lang=${document.documentElement.lang}`);
    source.onmessage = (event) => show(JSON.parse(event.data));
    source.onerror = (event) => {
      if (event.target.readyState === EventSource.CLOSED) setTimeout(listen, 2000 + 2000 * Math.random());
    };
  };

  const wake = () => {
    listen();
    if (waiting) send();
  };
  addEventListener("pageshow", (event) => event.persisted && wake());
  addEventListener("online", wake);
  document.addEventListener("visibilitychange", () => document.hidden || wake());
  listen();
})();
