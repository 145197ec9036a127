"""`python -m tests.browser.walk FOLDER`: the whole example seen in Chromium, from Start to the phone and the print.

Run where there is no way out of this computer. Writes what it met as JSON: violations of the content security policy,
errors, addresses asked elsewhere, screens without a heading, and what the server itself tried to reach.
"""

import json
import sys
from pathlib import Path
from urllib.parse import urlencode

from assessment.services import demo, join_codes
from assessment.ui.navigation import ADDRESSES
from tests.browser.chromium import DESKTOP, PHONE, chromium, screen
from tests.browser.phone import Phone
from tests.browser.visitor import Visitor
from tests.builders import ADA
from tests.serving import Server
from tests.workshop_builders import prepare

# Whatever the server asks of the network, by Python's own account: sitecustomize is run before all else.
EARS = """
import sys
def hear(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        to = arguments[0] if event.startswith("socket.get") else arguments[1]
        host = to[0] if isinstance(to, tuple) else to
        if host not in (None, "", "localhost", "127.0.0.1", "::1", "::", "0.0.0.0", b"localhost"):
            with open({log!r}, "a") as log:
                log.write(f"{{event}} {{to!r}}\\n")
sys.addaudithook(hear)
"""
COLLECT = """addEventListener("securitypolicyviolation", (event) => {
  const told = JSON.parse(sessionStorage.getItem("violations") || "[]");
  told.push([event.effectiveDirective, event.blockedURI, event.sourceFile, location.pathname].join(" "));
  sessionStorage.setItem("violations", JSON.stringify(told));
})"""
VIOLATIONS = "() => JSON.parse(sessionStorage.getItem('violations') || '[]')"
VIEWS = (
    ("svara", {"p": "ny"}),
    ("atgarder", {"vy": "vag"}),
    ("atgarder", {"vy": "tank-om"}),
    ("jamfor", {"vy": "enheter"}),
)
PRINTED = ("{a}", "{a}/beslutsunderlag", "{a}/rostsedlar", "styrdokument/ekvik", "verksamheter/ekvik")


def walk(folder):
    log = folder / "reached.txt"
    (folder / "sitecustomize.py").write_text(EARS.format(log=str(log)), encoding="utf-8")
    server = Server(folder, settings={"PYTHONPATH": str(folder)}, cold=True).start()
    try:
        store = server.open_store()
        whole = demo.load(store, ADA)[-1]
        room = join_codes.join_code_of(store, ADA, prepare(store, whole).id)
        store.dispose()
        with chromium() as browser:
            return see(browser, server, whole.id, room) | {"reached": log.read_text() if log.exists() else ""}
    finally:
        server.stop()


def see(browser, server, assessment_id, room):
    visitor = Visitor(screen(browser, size=DESKTOP), server)
    visitor.context.add_init_script(COLLECT)
    met = {"without_heading": []}
    for path, query in [*((path, {}) for path in ADDRESSES.values()), *VIEWS]:
        visitor.open(path, a=assessment_id, **query)
        if visitor.page.get_by_role("heading", level=1).count() != 1:
            met["without_heading"].append([path, query])
        visitor.unfold()
    for path in PRINTED:
        visitor.page.goto(f"{server.url}/utskrift/{path.format(a=assessment_id)}?{urlencode({'lang': 'sv'})}")
        if visitor.page.locator(".take button").count() != 1:
            met["without_heading"].append(path)
    met["violations"] = visitor.page.evaluate(VIOLATIONS)
    context = screen(browser, size=PHONE)
    context.add_init_script(COLLECT)
    phone = Phone(context, server, room)
    phone.join("Beslutsfattare")
    met["violations"] += phone.page.evaluate(VIOLATIONS)
    met["errors"], met["outside"] = visitor.errors + phone.errors, visitor.outside + phone.outside
    return met


if __name__ == "__main__":
    print(json.dumps(walk(Path(sys.argv[1]))))
