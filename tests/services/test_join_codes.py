"""Codes: the same for everybody, other than every other workshop's, and nothing but the server's secret gives them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assessment.domain import guesses
from assessment.domain.join_code import join_code
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.domain.workshop import Workshop
from assessment.domain.workshop_errors import CodeUnknown, OnlyFacilitator, TooManyGuesses, WorkshopUnknown
from assessment.services import admission, attendance, join_codes
from assessment.services.server_secret import server_secret
from assessment.storage import repository
from assessment.storage.database import unit_of_work
from tests.builders import ADA
from tests.workshop_builders import Facilitator, attend, prepare

ROOT = Path(__file__).resolve().parents[2]
GUESSER = "192.168.1.66"


@pytest.fixture
def workshop(engine, quick_assessment):
    """Prepared, nobody has joined."""
    return prepare(engine, quick_assessment)


def code_of(engine, workshop):
    return join_codes.join_code_of(engine, ADA, workshop.id)


def test_the_code_leads_to_the_workshop_however_it_is_typed(engine, quick_assessment, workshop):
    prepare(engine, quick_assessment)
    code = code_of(engine, workshop).code
    for typed in (code, code.lower(), f" {code[:3]} {code[3:]} ", f"{code[:3]}-{code[3:]}".lower()):
        assert join_codes.workshop_with(engine, typed) == workshop.id


@pytest.mark.parametrize("typed", ["", "AAA000", "KTM48", "Å" * 500, "' OR 1=1", "\x00", "\ud800"])
def test_a_code_that_nobody_has_leads_nowhere(engine, workshop, typed):
    with pytest.raises(CodeUnknown) as refused:
        join_codes.workshop_with(engine, typed)
    assert len(refused.value.parameters["code"]) <= 12


def test_a_code_of_a_workshop_that_has_ended_leads_nowhere_until_the_end_is_taken_back(engine, workshop):
    code, ada = code_of(engine, workshop).code, Facilitator(engine, workshop)
    ada.close()
    with pytest.raises(CodeUnknown):
        join_codes.workshop_with(engine, code)
    ada.undo()
    assert join_codes.workshop_with(engine, code) == workshop.id


def test_a_renewed_code_takes_the_place_of_the_old_and_those_who_joined_stay(engine, workshop):
    old, token = code_of(engine, workshop), attend(engine, workshop)
    new = join_codes.renew(engine, ADA, workshop.id)
    assert new == code_of(engine, workshop)
    assert (new.code, new.key) != (old.code, old.key)
    with pytest.raises(CodeUnknown):
        join_codes.workshop_with(engine, old.code)
    assert join_codes.workshop_with(engine, new.code) == workshop.id
    assert attendance.seat(engine, token).workshop.id == workshop.id


def test_old_codes_are_known_as_the_workshops_own(engine, quick_assessment, workshop):
    old = code_of(engine, workshop).code
    new = join_codes.renew(engine, ADA, workshop.id).code
    other = code_of(engine, prepare(engine, quick_assessment)).code
    assert [join_codes.ever_had(engine, workshop.id, code) for code in (old, new, other)] == [True, True, False]


@pytest.fixture
def besieged(engine, monkeypatch):
    """From the address GUESSER no more codes are looked up, and time stands still."""
    moment = admission.now()
    monkeypatch.setattr(admission, "now", lambda: moment)
    monkeypatch.setattr(guesses, "MOST", 1)
    with pytest.raises(CodeUnknown):
        admission.let_in(engine, "BBB000", key="", address=GUESSER)


def test_the_key_of_the_qr_code_belongs_to_its_code(engine, quick_assessment, workshop, besieged):
    mine, other = code_of(engine, workshop), code_of(engine, prepare(engine, quick_assessment))
    assert admission.let_in(engine, mine.code.lower(), key=mine.key, address=GUESSER) == workshop.id
    for code, key in ((mine.code, other.key), (other.code, mine.key), (mine.code, ""), (mine.code, mine.key[:-1])):
        with pytest.raises(TooManyGuesses):
            admission.let_in(engine, code, key=key, address=GUESSER)
    join_codes.renew(engine, ADA, workshop.id)
    with pytest.raises(TooManyGuesses):
        admission.let_in(engine, mine.code, key=mine.key, address=GUESSER)


@pytest.mark.parametrize("kind", [ViewerKind.MEMBER, ViewerKind.PARTICIPANT])
def test_only_who_may_facilitate_is_told_the_code(engine, workshop, kind):
    for ask in (join_codes.join_code_of, join_codes.renew):
        with pytest.raises(OnlyFacilitator):
            ask(engine, Viewer(kind), workshop.id)


def test_a_workshop_that_is_gone_has_no_code(engine):
    for ask in (join_codes.join_code_of, join_codes.renew):
        with pytest.raises(WorkshopUnknown):
            ask(engine, ADA, "borta")


# Two workshops that would have the same code


@pytest.fixture
def namesakes(engine, quick_assessment):
    """Two workshop ids of which the first has a workshop, and whose first codes are alike."""
    secret, seen = server_secret(engine), {}
    for number in range(30_000):
        code = join_code(secret, f"w{number}", 0)
        if code in seen:
            first, second = seen[code], f"w{number}"
            break
        seen[code] = f"w{number}"
    settings = prepare(engine, quick_assessment).settings
    workshops = [Workshop(id_, quick_assessment.id, settings, quick_assessment.created_at) for id_ in (first, second)]
    with unit_of_work(engine) as session:
        repository.add_workshop(session, workshops[0], code_number=0)
    return workshops


def number_for(engine, workshop):
    with unit_of_work(engine) as session:
        return join_codes.free_code_number(engine, session, workshop.id)


def test_no_two_workshops_have_the_same_code(engine, namesakes):
    assert number_for(engine, namesakes[1]) == 1


def test_a_workshop_is_not_in_its_own_way(engine, namesakes):
    assert number_for(engine, namesakes[0]) == 0


def test_an_ended_workshop_keeps_its_code_because_its_end_may_be_taken_back(engine, namesakes):
    Facilitator(engine, namesakes[0]).close()
    assert number_for(engine, namesakes[1]) == 1


# Other processes


def code_in_another_process(url, workshop, **environment):
    """The workshop's code as a server that starts anew tells it."""
    program = (
        "import sys; from assessment.domain.viewer import ADMINISTRATOR as A; "
        "from assessment.services import house, join_codes; "
        "print(join_codes.join_code_of(house.open_house(sys.argv[1]), A, sys.argv[2]).code)"
    )
    return subprocess.run(
        [sys.executable, "-c", program, url, workshop.id],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


@pytest.mark.slow
def test_the_code_is_the_same_after_a_restart_and_another_with_another_secret(engine, house_url, workshop):
    code = code_of(engine, workshop).code
    assert code_in_another_process(house_url, workshop) == code
    assert code_in_another_process(house_url, workshop, RUSTAD_SECRET_KEY="something else") != code
