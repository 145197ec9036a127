"""The log tells an administrator what failed and where, and never what anybody wrote or which token they hold."""

import io
import logging

import pytest

from assessment.web.quiet_log import fault, keep_values_out
from assessment.web.refused_log import RefusedLog
from tests.web.asgi import visit

SECRET = "hemligt-svar-4711"


@pytest.fixture
def written():
    """What reaches the log while the quiet factory is in place."""
    before = logging.getLogRecordFactory()
    keep_values_out()
    heard, root = io.StringIO(), logging.getLogger()
    handler = logging.StreamHandler(heard)
    root.addHandler(handler)
    yield heard.getvalue
    root.removeHandler(handler)
    logging.setLogRecordFactory(before)


def failing(cause=None):
    try:
        int(SECRET)
    except ValueError as error:
        if cause is not None:
            raise KeyError(SECRET) from error
        raise


@pytest.mark.parametrize("name", ["rustad", "uvicorn.error", "streamlit.runtime", "asyncio"])
def test_an_exception_is_a_kind_and_a_place(written, name, monkeypatch):
    for part in (name, name.partition(".")[0]):
        monkeypatch.setattr(logging.getLogger(part), "propagate", True)  # Streamlit keeps the server's to itself
    try:
        failing(cause=True)
    except KeyError:
        logging.getLogger(name).exception("a page failed")
    assert SECRET not in written()
    assert written().startswith("a page failed\nKeyError in tests/web/test_logs.py:")
    assert "; from ValueError in tests/web/test_logs.py:" in written()


def test_an_exception_among_the_words_is_too(written):
    try:
        failing()
    except ValueError as error:
        logging.getLogger("x").error("no luck: %s", error)
        logging.getLogger("x").error(error)
    assert SECRET not in written()
    assert written().count("ValueError in ") == 2


def test_the_systems_own_errors_keep_their_words(written):
    logging.getLogger("x").error("no port: %s", OSError(98, "Address already in use"))
    assert "Address already in use" in written()


def test_other_lines_are_as_they_were(written):
    logging.getLogger("x").error("copy %s of %d", "a.db", 3)
    assert written() == "copy a.db of 3\n"


def test_a_fault_is_one_line_without_the_place_of_the_program():
    try:
        failing(cause=True)
    except KeyError as error:
        told = fault(error)
    assert "\n" not in told
    assert "/home" not in told
    assert not told.startswith("/")


def test_a_refusal_is_a_line_a_minute(written):
    now = [0.0]
    refused = RefusedLog(lambda: now[0])
    for _ in range(10_000):
        refused.note(429, f"/d/{SECRET}/rost")
    now[0] = 61.0
    refused.note(429, "/d")
    assert written().splitlines() == [
        "answered 429 below /d",
        "answered 429 below /d, and 9999 more since the last line about it",
    ]


@pytest.mark.parametrize("path", [f"/{SECRET}", f"/utskrift/{SECRET}", f"/d/{SECRET}?n={SECRET}", "//", ""])
def test_a_refusal_names_no_address(written, path):
    RefusedLog().note(403, path)
    assert written().startswith("answered 403 below /")
    assert SECRET not in written()


def test_what_is_in_order_or_a_mistyped_code_makes_no_line(written):
    for status in (200, 303, 401, 404, 409, 422):
        RefusedLog().note(status, "/d")
    assert written() == ""


def test_a_phone_page_that_breaks_tells_no_answer(written, hall, monkeypatch):
    phone = hall.phone()
    phone.join("inkop", name=SECRET)
    monkeypatch.setattr("assessment.web.phone_answers.checked_text", failing)
    answer = phone.post("/svara/POL-01", {"svar": "3", "skal": SECRET})
    assert answer.status_code == 500
    assert "Något gick fel" in answer.text
    assert "a phone page failed" in written()
    for secret in (SECRET, hall.code, hall.join_code.key, *phone.cookies.values()):
        assert secret not in written()


def test_a_printed_page_that_breaks_says_so_and_tells_no_answer(written, hall, monkeypatch):
    monkeypatch.setattr("assessment.web.paper.house", lambda _: failing(cause=True))
    answer = visit(hall.app, f"/utskrift/{SECRET}")
    assert answer.status == 500
    assert "Något gick fel" in answer.body.decode()
    assert "a printed page failed" in written()
    assert SECRET not in written()
