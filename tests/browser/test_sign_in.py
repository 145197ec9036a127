"""Signing in with a real provider: who gets in, as what, for how long, and who does not."""

import re
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from assessment.services import demo, participants
from assessment.web.signed_in import USER_COOKIE
from tests import builders
from tests.browser import axe
from tests.browser.chromium import DESKTOP, PHONE, screen
from tests.browser.visitor import ROW, Visitor
from tests.provider import Provider, signed_in_by
from tests.serving import Server, free_port

STEPS = ("analysera", "vagval", "forbered", "kommunicera")
ADDING = ("Add an activity", "Add a delivery", "Add a message", "Register a document", "Register", "New assessment")
CHANGING = (*ADDING, "Edit", "Restore", "Plan", "Begin", "Assess again", "What belongs together", "Read Excel in")

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def provider(tmp_path_factory):
    started = Provider(tmp_path_factory.mktemp("provider")).start()
    yield started
    started.stop()


@pytest.fixture(scope="module")
def region(provider, tmp_path_factory):
    """A server that people sign in to, with one assessment that Ben takes part in, and the example."""
    port = free_port()
    folder = tmp_path_factory.mktemp("region")
    server = Server(folder, port=port, settings=signed_in_by(provider.url, port))
    store = server.open_store()
    server.assessment = builders.start(store, organisation="Sjöviks kommun")
    server.ben = builders.join(store, server.assessment, builders.BEN)
    server.example = demo.load(store, builders.ADA)[-1].id
    store.dispose()
    server.start()
    yield server
    server.stop()


@contextmanager
def arriving(browser, server, *, size=DESKTOP, code="sv"):
    """A visitor with an empty browser."""
    context = screen(browser, size=size)
    try:
        yield Visitor(context, server, code=code)
    finally:
        context.close()


def sign_in(visitor, provider, person):
    visitor.click("Sign in")
    visitor.page.wait_for_url(f"{provider.url}/**")
    visitor.page.get_by_role("button", name=person, exact=True).click()
    visitor.page.wait_for_url(f"{visitor.home}/**")
    visitor.settle()


def unfold_menu(visitor):
    opener = visitor.page.get_by_test_id("stExpandSidebarButton")
    if opener.is_visible():
        opener.click()


@pytest.mark.parametrize(("code", "size"), [("sv", DESKTOP), ("en", PHONE)])
def test_an_administrator_signs_in_comes_back_to_the_page_and_signs_out(
    browser, provider, region, accepted, code, size
):
    with arriving(browser, region, size=size, code=code) as ada:
        ada.open("resultat", a=region.assessment.id)
        ada.sees("Sign in to Rustad")
        assert set(axe.violations(ada.page)) <= accepted["light"]
        assert ada.overflow == 0
        sign_in(ada, provider, "ada")
        assert (ada.path, ada.query["a"]) == ("resultat", region.assessment.id)
        unfold_menu(ada)
        expect(ada.page.get_by_text("Ada Administratör")).to_be_visible()
        ada.sees("Administrator")
        kept = {one["name"]: one for one in ada.context.cookies() if one["name"].startswith(USER_COOKIE)}
        assert all(one["httpOnly"] and one["sameSite"] == "Lax" for one in kept.values())
        ada.click("Sign out")
        ada.page.wait_for_url(f"{provider.url}/**")  # the provider ends its session too
        ada.open("resultat", a=region.assessment.id)
        ada.sees("Sign in to Rustad")


def test_a_member_reads_answers_as_herself_and_finds_no_button_that_would_be_refused(browser, provider, region):
    with arriving(browser, region) as mia:
        mia.open("atgarder", a=region.assessment.id)
        sign_in(mia, provider, "mia")
        expect(mia.page.get_by_text("Mia Medlem")).to_be_visible()
        assert mia.page.get_by_role("link", name=mia.language.text("Workshop"), exact=True).count() == 0
        changing = re.compile("^(?:" + "|".join(re.escape(mia.language.text(one)) for one in CHANGING) + ")$")
        for path in ("", "resultat", "atgarder", "jamfor", *STEPS):
            mia.open(path, a=region.example)
            assert mia.heading().inner_text()
            assert mia.page.get_by_role("button", name=changing).all_inner_texts() == []
        for path in ("analysera", "svara"):
            mia.open(path, a=region.assessment.id)
            assert mia.page.get_by_text("Ben", exact=True).count() == 0
            assert ("Inget är registrerat än" in mia.text) == (path in STEPS)
        mia.part("roles:sv").get_by_role("checkbox").or_(mia.part("roles:sv").get_by_role("button")).first.click()
        mia.click("Start answering")
        mia.settle()
        mia.answer("POL-01", "3")
        mia.receipt()
        store = region.open_store()
        known = participants.progress(store, builders.ADA, region.assessment.id)
        store.dispose()
        assert [one.participant.name for one in known] == [builders.BEN]  # nobody else answers as her


def test_who_is_in_no_list_is_told_so_and_can_sign_out(browser, provider, region):
    with arriving(browser, region) as ola:
        ola.open()
        sign_in(ola, provider, "ola")
        ola.sees("You have no access yet")
        assert "Ola Utanför" in ola.text
        printed = ola.page.request.get(f"{region.url}/utskrift/{region.assessment.id}")
        assert printed.status == 403
        ola.click("Sign out")
        ola.page.wait_for_url(f"{provider.url}/**")


def test_the_printed_pages_know_who_signed_in_and_a_forged_cookie_is_nobody(browser, provider, region):
    with arriving(browser, region) as ada:
        address = f"{region.url}/utskrift/{region.assessment.id}"
        assert ada.page.request.get(address).status == 403
        ada.open()
        sign_in(ada, provider, "ada")
        assert ada.page.request.get(address).status == 200
        cookie = next(one for one in ada.context.cookies() if one["name"] == USER_COOKIE)
        for forged in (cookie["value"][:-2] + "xx", "W" + cookie["value"][1:], "x", ""):
            ada.context.add_cookies([{**cookie, "value": forged}])
            assert ada.page.request.get(address).status == 403
            ada.open()
            ada.sees("Sign in to Rustad")


def test_after_signing_out_a_copy_of_the_cookie_is_nobody_and_its_open_window_closes(browser, provider, region):
    with arriving(browser, region) as ada, arriving(browser, region) as copy, arriving(browser, region) as home:
        for one in (ada, home):
            one.open("svara", a=region.assessment.id, p=region.ben.id)
            sign_in(one, provider, "ada")
        copy.context.add_cookies(ada.context.cookies())
        copy.open("svara", a=region.assessment.id, p=region.ben.id)
        copy.reaches("POL-01")
        printed = f"{region.url}/utskrift/{region.assessment.id}"
        assert copy.page.request.get(printed).status == 200
        ada.click("Sign out")
        ada.page.wait_for_url(f"{provider.url}/**")
        assert copy.page.request.get(printed).status == 403
        copy.choices("POL-01").first.locator(ROW).click()
        copy.sees("You have been signed out. Sign in again to go on.")
        copy.page.reload()
        copy.sees("You have been signed out. Sign in again to go on.")
        store = region.open_store()
        assert participants.progress(store, builders.ADA, region.assessment.id)[0].answered == 0
        store.dispose()
        home.page.reload()
        home.reaches("POL-01")  # who signed in at another computer stays there


def test_after_a_restart_people_are_still_signed_in(browser, provider, region):
    with arriving(browser, region) as ada:
        ada.open()
        sign_in(ada, provider, "ada")
        region.stop()
        region.start()
        ada.open()
        expect(ada.page.get_by_text("Ada Administratör")).to_be_visible()


def test_a_personal_link_lets_its_participant_answer_and_nothing_else(browser, provider, region):
    with arriving(browser, region) as fia, arriving(browser, region, size=PHONE) as ben:
        fia.open("svara", a=region.assessment.id, p="ny")
        sign_in(fia, provider, "fia")
        fia.page.get_by_role("button", name=fia.language.text("Personal link")).first.click()
        fia.click("Make a new link")
        link = fia.page.get_by_test_id("stCode").inner_text().strip()
        ben.page.goto(link)
        ben.settle()
        assert link.rpartition("/")[2] not in ben.page.url
        ben.reaches("POL-01")
        with arriving(browser, region) as ola:
            ola.open()
            sign_in(ola, provider, "ola")
            ola.sees("You have no access yet")
            ola.page.goto(link)
            ola.reaches("POL-01")  # without access of one's own, and without signing out
        ben.answer("POL-01", "2")
        ben.receipt()
        ben.open("resultat", a=region.assessment.id)
        ben.page.wait_for_url(f"{region.url}/svara**")  # led back to the questions
        assert ben.page.request.get(f"{region.url}/utskrift/{region.assessment.id}").status == 403
        fia.open("svara", a=region.assessment.id, p="ny")
        fia.page.get_by_role("button", name=fia.language.text("Personal link")).first.click()
        fia.click("Withdraw it")
        fia.settle()
        ben.page.reload()
        ben.sees("This personal link does not work. It may have expired or been withdrawn. Ask for a new one.")
        ben.page.goto(link)
        expect(ben.page.get_by_text("fungerar inte")).to_be_visible()
        assert link.rpartition("/")[2] not in region.log
