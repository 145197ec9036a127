"""A day at a real server, with faults: nothing that anybody wrote, holds or sent stands in what the server writes."""

import io
import re
from contextlib import ExitStack
from urllib.parse import quote

import openpyxl
import pytest
from sqlalchemy import make_url

from assessment.domain.workshop_parts import Names
from assessment.services import join_codes, personal_links, responses
from assessment.services.house import open_house
from assessment.services.responses import ResponseText
from assessment.settings import settings
from tests import builders
from tests.browser.chromium import DESKTOP, PHONE, screen
from tests.browser.phone import Phone
from tests.browser.visitor import Visitor
from tests.postgres import PASSWORD, shared_server
from tests.provider import Provider, signed_in_by
from tests.serving import Server, free_port
from tests.workshop_builders import Facilitator, prepare

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MARK = "qzq"  # begins everything that is written here, and stands in no program
ITEM, OTHER = "POL-01", "POL-02"
ANY_VALUE = "ALTER TABLE response DROP CONSTRAINT {}"
OUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
CHECKS = "SELECT conname FROM pg_constraint WHERE conrelid = 'response'::regclass AND contype = 'c'"
ADA = {"sub": "ada", "name": f"{MARK} Ada", "email": f"{MARK}@ekvik.example", "groups": ["rustad-admin"]}


@pytest.fixture
def address():
    """A database of this test alone, because it is spoilt."""
    made = shared_server().fresh()
    yield made
    shared_server().drop(made)


@pytest.fixture
def region(tmp_path, address):
    """A server behind a sign-in, on PostgreSQL, with people, answers and a vote; `secrets` are what nobody may read."""
    provider, port = Provider(tmp_path, (ADA,)).start(), free_port()
    chosen = signed_in_by(provider.url, port) | {"RUSTAD_DATABASE_URL": address}
    server = Server(tmp_path, port=port, settings=chosen)
    server.secrets = {
        PASSWORD,
        quote(PASSWORD, safe=""),
        chosen["RUSTAD_SECRET_KEY"],
        chosen["RUSTAD_OIDC_CLIENT_SECRET"],
    }
    with pytest.MonkeyPatch.context() as patch:  # links and codes are made with the server's own secret
        for name, value in chosen.items():
            patch.setenv(name, value)
        settings.cache_clear()
        furnish(server, address)
    settings.cache_clear()
    yield server.start()
    server.stop()
    provider.stop()


def furnish(server, address):
    engine = open_house(address)
    server.assessment = builders.start(engine, name=f"{MARK} skattning")
    server.ben = builders.join(engine, server.assessment, f"{MARK} Ben")
    builders.answer(engine, server.ben, OTHER, 3)
    where = {"participant_id": server.ben.id, "item_id": ITEM}
    for which in ResponseText:
        responses.write(engine, builders.viewer_of(server.ben), **where, which=which, text=f"{MARK} {which.value}")
    server.token = personal_links.make(engine, builders.ADA, server.ben.id).token
    workshop = prepare(engine, server.assessment, names=Names.OPEN)
    Facilitator(engine, workshop).open_vote(ITEM)
    server.code = join_codes.join_code_of(engine, builders.ADA, workshop.id)

    server.secrets |= {server.token, server.code.code, server.code.key}
    engine.dispose()


def test_nothing_that_people_write_or_hold_is_logged(browser, region, address):
    with ExitStack() as over:
        desk, hand, held = (over.enter_context(screen(browser, size=size)) for size in (DESKTOP, PHONE, PHONE))
        ada, phone, ben = Visitor(desk, region), Phone(hand, region, region.code), Visitor(held, region)
        sign_in(ada)
        with_all_well(region, ada, phone, ben)
        spoil(address)
        answer_with(ada, "2")
        ada.sees("Something went wrong here. Your saved answers are safe. Reload the page and try again.")
        allow(address, "false")
        with_the_database_away(region, ada, phone, ben)
        allow(address, "true")
        cookies = {one["value"] for context in (desk, hand, held) for one in context.cookies()}
    region.stop()
    written = region.log
    assert "page failed\n" in written and "ValueError in " in written  # it was provoked, and told
    assert "does not answer" in written
    secrets = region.secrets | {one for value in cookies for one in (value, value.strip('"')) if len(one) > 9}
    assert [one for one in secrets if one in written] == []
    assert re.findall(f".*{MARK}.*", written, re.IGNORECASE) == []


def sign_in(ada):
    ada.open()
    ada.click("Sign in")
    ada.page.get_by_role("button", name="ada", exact=True).click()
    ada.page.wait_for_url(f"{ada.home}/**")
    ada.settle()


def with_all_well(region, ada, phone, ben):
    ada.open("resultat", a=f"{MARK}-saknas")
    ada.open("atgarder", a=region.assessment.id, atgard=f"<b>{MARK}</b>")
    ada.open("atgarder", a=region.assessment.id, excel="in")
    ada.page.locator("input[type=file]").set_input_files(
        {"name": f"{MARK}.xlsx", "mimeType": "application/octet-stream", "buffer": workbook()}
    )
    ada.page.locator('[data-testid="stAlert"]').first.wait_for()
    for lost in (f"utskrift/{MARK}", f"p/{MARK}", f"oauth2callback?code={MARK}&state={MARK}", f"d/{MARK}", f"{MARK}"):
        ada.page.request.get(f"{region.url}/{lost}")
    phone.scan()
    phone.page.get_by_role("checkbox").first.check(force=True)
    phone.page.get_by_role("textbox").fill(f"{MARK} Chi")
    phone.page.get_by_role("button", name=phone.language.text("Join")).click()
    phone.vote("2")
    ben.page.goto(f"{region.url}/p/{region.token}")
    ben.reaches(ITEM)
    ben.answer(ITEM, "1")
    ben.receipt()
    ada.open("svara", a=region.assessment.id, p=region.ben.id, q=ITEM)


def with_the_database_away(region, ada, phone, ben):
    answer_with(ben, "3")
    ben.sees("The answer was not saved. It is still here.")
    ada.open("svara", a=region.assessment.id, p=region.ben.id, q=ITEM)
    ada.sees("The database does not answer")
    phone.choose("4")
    phone.page.locator("main .send button").click()
    phone.sees("The server could not save this right now. Try again in a moment.")
    for asked in (f"p/{region.token}", f"d/{region.code.code}", f"utskrift/{region.assessment.id}"):
        ben.page.request.get(f"{region.url}/{asked}")


def answer_with(visitor, code):
    visitor.answer(ITEM, code)
    visitor.settle()


def workbook():
    """One that Rustad refuses, with somebody's words in it."""
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.active.title = f"{MARK} blad"
    book.active.append([f"{MARK} hemlig", f"={MARK}"])
    book.save(file)
    return file.getvalue()


def spoil(address):
    """A value that the program does not expect, as a fault of ours would leave it."""
    with shared_server().connect(make_url(address).database) as connection:
        for (name,) in connection.execute(CHECKS).fetchall():
            connection.execute(ANY_VALUE.format(name))
        connection.execute("UPDATE response SET kind = %s WHERE item_id = %s", (f"{MARK} kind", OTHER))


def allow(address, whether):
    """Let people into the database, or put them out."""
    name = make_url(address).database
    with shared_server().connect() as connection:
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS {whether}")
        connection.execute(OUT, (name,))
