"""Personal links: let one person in, until they expire or are withdrawn."""

import sqlite3
from datetime import timedelta

import pytest

from assessment.domain.errors import NotAllowed
from assessment.domain.personal_link import LinkDaysWrong, LinkEnded, LinksClosed
from assessment.domain.response import rated
from assessment.services import personal_links, responses
from assessment.services.clock import now
from assessment.settings import settings
from tests.builders import ADA


@pytest.fixture
def open_house(monkeypatch):
    """Others can reach Rustad."""
    monkeypatch.setenv("RUSTAD_ACCESS", "oidc")
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.fixture
def link(engine, ben, open_house):
    return personal_links.make(engine, ADA, ben.id)


def test_whoever_comes_by_a_link_is_that_participant(engine, ben, chi, link):
    viewer = personal_links.come_by(engine, link.token)
    assert (viewer.participant_id, viewer.assessment_id, viewer.name) == (ben.id, ben.assessment_id, "Ben")
    responses.answer(engine, viewer, participant_id=ben.id, item_id="POL-01", answer=rated(2))
    with pytest.raises(NotAllowed):
        responses.answer(engine, viewer, participant_id=chi.id, item_id="POL-01", answer=rated(2))


def test_when_it_was_used_last_is_told(engine, ben, link):
    assert personal_links.of_assessment(engine, ADA, ben.assessment_id)[ben.id].used_at is None
    personal_links.come_by(engine, link.token)
    assert now() - personal_links.of_assessment(engine, ADA, ben.assessment_id)[ben.id].used_at < timedelta(minutes=1)


def test_the_token_is_nowhere_in_the_database(engine, link, tmp_path):
    personal_links.come_by(engine, link.token)
    with sqlite3.connect(tmp_path / "rustad.db") as connection:
        assert link.token not in "\n".join(connection.iterdump())


def ended_by_withdrawing(engine, ben, monkeypatch):
    personal_links.withdraw(engine, ADA, ben.id)


def ended_by_a_new_one(engine, ben, monkeypatch):
    personal_links.make(engine, ADA, ben.id)


def ended_by_time(engine, ben, monkeypatch):
    later = now() + timedelta(days=30, seconds=1)
    for module in ("personal_links", "own_answers"):
        monkeypatch.setattr(f"assessment.services.{module}.now", lambda: later)


@pytest.mark.parametrize("end", [ended_by_withdrawing, ended_by_a_new_one, ended_by_time])
def test_a_link_that_has_ended_lets_nobody_in_and_nobody_who_is_in_go_on(engine, ben, link, monkeypatch, end):
    viewer = personal_links.come_by(engine, link.token)
    end(engine, ben, monkeypatch)
    for come in (personal_links.come_by, personal_links.holder):
        with pytest.raises(LinkEnded):
            come(engine, link.token)
    with pytest.raises(LinkEnded):
        responses.answer(engine, viewer, participant_id=ben.id, item_id="POL-01", answer=rated(2))


def test_a_guessed_token_or_a_digest_lets_nobody_in(engine, link):
    for token in ("", "x", link.token[:-1], personal_links.holder(engine, link.token).link):
        with pytest.raises(LinkEnded):
            personal_links.come_by(engine, token)


def test_a_link_lasts_as_long_as_was_chosen_and_no_longer(engine, ben, open_house):
    made = personal_links.make(engine, ADA, ben.id, days=7).link
    assert made.expires_at - made.created_at == timedelta(days=7)
    with pytest.raises(LinkDaysWrong):
        personal_links.make(engine, ADA, ben.id, days=3650)


def test_in_local_mode_there_are_none(engine, ben):
    with pytest.raises(LinksClosed):
        personal_links.make(engine, ADA, ben.id)
