"""A new visitor with an empty cache at a warm server: how long, and how many bytes, until a question can be answered."""

from statistics import median
from time import perf_counter

from tests.bench.rivals import turns
from tests.browser.chromium import chromium, screen


def first_sight(browser, rival):
    """Seconds and bytes."""
    context = screen(browser)
    page = context.new_page()
    received = []
    wire = context.new_cdp_session(page)
    wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    wire.on(
        "Network.webSocketFrameReceived", lambda event: received.append(len(event["response"]["payloadData"]) * 0.75)
    )
    wire.send("Network.enable")
    begun = perf_counter()
    page.goto(rival.address, wait_until="commit")
    page.locator(rival.selector(rival.keys[0])).first.wait_for(state="attached")
    took = perf_counter() - begun
    page.wait_for_load_state("networkidle")
    context.close()
    return took, sum(received)


def newcomers(rivals, *, times):
    """Median seconds and bytes by rival name."""
    seen = {}
    with chromium() as browser:
        for rival in rivals:
            first_sight(browser, rival)
        for rival, _ in turns(rivals, times):
            seen.setdefault(rival.name, []).append(first_sight(browser, rival))
    return {name: tuple(map(median, zip(*pairs, strict=True))) for name, pairs in seen.items()}
