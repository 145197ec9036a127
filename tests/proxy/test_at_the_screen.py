"""People at screens and phones that come through nginx: one process dies, the room goes on, and files find their way."""

import pytest
from playwright.sync_api import expect

from assessment.services import room
from tests import builders
from tests.browser.chromium import PATIENCE, PHONE, PROJECTOR, chromium, screen
from tests.browser.phone import Phone as BrowserPhone
from tests.browser.visitor import Visitor
from tests.builders import ADA
from tests.provider import FIA
from tests.reporting.returned import exported

pytestmark = [pytest.mark.browser, pytest.mark.slow]
expect.set_options(timeout=PATIENCE)
AT = "rustad_at"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TIMES = 5  # at each process


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def signed_in(browser, nginx):
    """What a browser holds once Fia has signed in: the cookies, without the one that says at which process."""
    context = screen(browser)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(nginx.url)
    page.get_by_role("button", name="Logga in").click()
    page.get_by_role("button", name=FIA["sub"], exact=True).click()
    page.get_by_text(FIA["name"]).first.wait_for()
    cookies = [one for one in context.cookies() if one["name"] != AT]
    context.close()
    return cookies


@pytest.fixture
def arrive(browser, nginx, signed_in):
    """Fia at one more screen; `at` is the process (1 or 2) that she has been at before."""
    contexts = []

    def arriving(*, at, size=PROJECTOR):
        context = screen(browser, size=size)
        context.set_default_timeout(PATIENCE)
        context.add_cookies([*signed_in, {"name": AT, "value": str(at), "url": nginx.url}])
        contexts.append(context)
        return Visitor(context, nginx)

    yield arriving
    for context in contexts:
        context.close()


@pytest.fixture
def take_phone(browser, nginx, hall):
    """A phone that has joined through nginx."""
    contexts = []

    def taking():
        context = screen(browser, size=PHONE)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        phone = BrowserPhone(context, nginx, hall.join_code)
        phone.join("Upphandlingsfunktion")
        return phone

    yield taking
    for context in contexts:
        context.close()


def process_of(visitor):
    return next(one["value"] for one in visitor.context.cookies() if one["name"] == AT)


def test_one_process_dies_in_the_middle_of_a_vote_and_the_room_goes_on(pair, hall, arrive, take_phone):
    projector = arrive(at=1)
    projector.open("workshop", a=hall.assessment.id, w=hall.workshop.id, vy="storbild")
    assert process_of(projector) == "1"
    phones = [take_phone() for _ in range(3)]
    elsewhere = hall.phone(pair.servers[1].url)
    round_id = hall.ada.open_vote(hall.items[0].id)
    elsewhere.vote(round_id, 3)
    expect(projector.page.get_by_text("1 av 4", exact=True)).to_be_visible()
    for phone in phones:
        phone.sees_question(hall.items[0].question.sv)
    phones[0].vote("1")
    phones[1].choose("1")

    pair.servers[0].kill()

    phones[1].page.locator("main .send button").click()
    phones[1].sees_receipt()
    phones[2].vote("0")
    expect(projector.page.get_by_text("4 av 4", exact=True)).to_be_visible()
    assert process_of(projector) == "2"
    projector.press("n")
    for phone in phones:
        phone.sees("The answers are shown on the big screen.")
    seen = room.room(hall.engine, ADA, hall.workshop.id)
    assert seen.tally.level_counts == (1, 2, 0, 1, 0)
    pair.servers[0].start()


def test_workbooks_go_out_and_come_in_at_either_process(store, arrive):
    begun = builders.start(store)
    builders.answer_all(store, builders.join(store, begun, builders.BEN), (0, 1, 2, 3, 4))
    content = exported(store, begun)
    for at in (1, 2):
        visitor = arrive(at=at)
        visitor.open("atgarder", a=begun.id)
        for _ in range(TIMES):
            assert visitor.download_workbook().startswith(b"PK")
            visitor.press("Escape")
        visitor.open("atgarder", a=begun.id, excel="in")
        for turn in range(TIMES):
            file = {"name": f"plan {turn}.xlsx", "mimeType": XLSX, "buffer": content}
            visitor.page.locator("input[type=file]").set_input_files(file)
            expect(visitor.page.get_by_text(file["name"])).to_be_visible()
            visitor.sees("The file changes nothing")
        assert process_of(visitor) == str(at)
