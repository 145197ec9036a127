"""Joining, coming back as the same person, and what is kept about who it was."""

import pytest
from sqlalchemy import text

from assessment.domain.errors import RoleMissing, RoleUnknown
from assessment.domain.response import rated
from assessment.domain.viewer import SERVER
from assessment.domain.workshop_errors import NotJoined, WorkshopClosed, WorkshopUnknown
from assessment.domain.workshop_parts import Names
from assessment.services import assessments, attendance, participants, reports, room
from assessment.services.house import open_house
from assessment.services.join_codes import join_code_of
from assessment.storage.database import reading
from tests.builders import ADA
from tests.workshop_builders import Facilitator, attend, person, prepare, vote


@pytest.fixture
def workshop(engine, quick_assessment):
    """With hidden names, nobody has joined."""
    return prepare(engine, quick_assessment)


@pytest.fixture
def open_names(engine, quick_assessment):
    """A workshop in which the room sees who voted what."""
    return prepare(engine, quick_assessment, names=Names.OPEN)


def test_a_token_brings_one_back_as_the_same_person(engine, workshop):
    token = attend(engine, workshop, role="behovsagare")
    first, again = attendance.seat(engine, token), attendance.seat(engine, token)
    assert first.participant == again.participant
    assert (first.workshop, first.participant.roles) == (workshop, ("behovsagare",))
    place = attendance.place(engine, token)
    assert (place.workshop_id, place.participant_id, place.roles) == (
        workshop.id,
        first.participant.id,
        ("behovsagare",),
    )


def test_everybody_who_joins_is_somebody_else(engine, workshop):
    tokens = {attend(engine, workshop) for _ in range(5)}
    assert len({person(engine, token) for token in tokens}) == len(tokens) == 5
    assert room.room(engine, ADA, workshop.id).joined == 5


def test_who_joins_takes_part_in_the_assessment_but_nobody_may_answer_in_that_persons_place(
    engine, workshop, quick_assessment, ben
):
    who = person(engine, attend(engine, workshop))
    assert {one.id for one in reports.report(engine, ADA, quick_assessment.id).participants} == {ben.id, who}
    assert [one.participant for one in participants.progress(engine, ADA, quick_assessment.id)] == [ben]


@pytest.mark.parametrize("token", ["", "x", "å", "\x00" * 3])
def test_a_token_that_nobody_was_given_opens_nothing(engine, workshop, token):
    attend(engine, workshop)
    with pytest.raises(NotJoined):
        attendance.seat(engine, token)
    with pytest.raises(NotJoined):
        attendance.place(engine, token)


def test_the_digest_that_is_stored_is_no_token(engine, workshop):
    token = attend(engine, workshop)
    with pytest.raises(NotJoined):
        attendance.seat(engine, attendance.digest(token))


@pytest.mark.sqlite_only
def test_neither_token_nor_code_is_in_the_database_file(engine, tmp_path, workshop):
    token, code = attend(engine, workshop), join_code_of(engine, ADA, workshop.id)
    with reading(engine) as session:
        session.connection().exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")
    files = [path.read_bytes() for path in tmp_path.glob("rustad.db*")]
    assert any(workshop.id.encode() in content for content in files)
    assert any(attendance.digest(token).encode() in content for content in files)
    for secret in (token, code.code, code.key):
        assert not any(secret.encode() in content for content in files)


def test_a_name_is_dropped_where_names_are_hidden(engine, workshop):
    token = attend(engine, workshop, name="Brynhild Persdotter")
    assert attendance.seat(engine, token).participant.name == ""


@pytest.mark.sqlite_only
def test_a_dropped_name_is_not_in_the_database_file(engine, tmp_path, workshop):
    attend(engine, workshop, name="Brynhild Persdotter")
    assert not any(b"Brynhild" in path.read_bytes() for path in tmp_path.glob("rustad.db*"))


def test_a_name_is_kept_on_one_line_where_names_are_open(engine, open_names):
    token = attend(engine, open_names, name="  Brynhild\n Persdotter ")
    assert attendance.seat(engine, token).participant.name == "Brynhild Persdotter"


def test_a_very_long_name_is_cut(engine, open_names):
    token = attend(engine, open_names, name="å" * 5000)
    assert attendance.seat(engine, token).participant.name == "å" * 200


@pytest.mark.parametrize(("roles", "error"), [([], RoleMissing), (["kung"], RoleUnknown), ([""], RoleUnknown)])
def test_one_joins_as_something_that_the_checklist_knows(engine, workshop, roles, error):
    with pytest.raises(error):
        attendance.join(engine, SERVER, workshop.id, roles=roles)
    assert room.room(engine, ADA, workshop.id).joined == 0


def test_a_workshop_that_has_ended_lets_nobody_in_but_knows_those_who_were_there(engine, workshop):
    token = attend(engine, workshop)
    ada = Facilitator(engine, workshop)
    ada.close()
    with pytest.raises(WorkshopClosed):
        attend(engine, workshop)
    assert attendance.seat(engine, token).workshop.version == 1
    ada.undo()
    attend(engine, workshop)
    assert room.room(engine, ADA, workshop.id).joined == 2


def test_a_workshop_that_does_not_exist_lets_nobody_in(engine):
    with pytest.raises(WorkshopUnknown):
        attendance.join(engine, SERVER, "borta", roles=["inkop"])
    with pytest.raises(WorkshopUnknown):
        attendance.door(engine, SERVER, "borta")


def test_before_joining_one_sees_what_it_is_about(engine, workshop, quick_assessment):
    door = attendance.door(engine, SERVER, workshop.id)
    assert (door.workshop, door.assessment.name) == (workshop, quick_assessment.name)
    assert "inkop" in [role.id for role in door.checklist.roles]


def test_one_sees_ones_own_vote_and_of_others_nothing_until_the_reveal(engine, workshop):
    mine, other = attend(engine, workshop), attend(engine, workshop)
    ada = Facilitator(engine, workshop)
    round_id = ada.open_vote("POL-01")
    vote(engine, mine, round_id, 3)
    seen, unseen = attendance.seat(engine, mine), attendance.seat(engine, other)
    assert (seen.own[0], unseen.own) == (rated(3), None)
    assert attendance.own_ballots(engine, SERVER, workshop.id, round_id) == {}
    ada.reveal()
    assert attendance.own_ballots(engine, SERVER, workshop.id, round_id) == {seen.participant.id: rated(3)}


def test_a_new_round_shows_no_vote_of_the_one_before(engine, workshop):
    token, ada = attend(engine, workshop), Facilitator(engine, workshop)
    vote(engine, token, ada.open_vote("POL-01"), 3)
    ada.reveal()
    ada.open_vote("POL-01")
    assert attendance.seat(engine, token).own is None


def test_versions_are_told_of_all_workshops_that_there_are(engine, quick_assessment, workshop):
    other = prepare(engine, quick_assessment)
    Facilitator(engine, other).skip("POL-01")
    assert attendance.versions(engine, SERVER, [workshop.id, other.id, "borta"]) == {workshop.id: 0, other.id: 1}
    assert attendance.versions(engine, SERVER, []) == {}


def test_the_same_person_with_the_same_vote_after_a_restart(engine, house_url, workshop):
    token, ada = attend(engine, workshop), Facilitator(engine, workshop)
    vote(engine, token, ada.open_vote("POL-01"), 3)
    before = attendance.seat(engine, token)
    engine.dispose()
    reopened = open_house(house_url)
    assert attendance.seat(reopened, token) == before
    reopened.dispose()


def test_deleting_the_assessment_removes_the_workshop_and_all_that_belongs_to_it(engine, workshop, quick_assessment):
    token, ada = attend(engine, workshop), Facilitator(engine, workshop)
    vote(engine, token, ada.open_vote("POL-01"), 3)
    assessments.remove(engine, ADA, quick_assessment.id)
    with pytest.raises(NotJoined):
        attendance.seat(engine, token)
    with reading(engine) as session:
        for table in ("workshop", "workshop_entry", "attendance", "ballot", "participant"):
            assert session.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0
