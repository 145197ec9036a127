"""Erasing one participant leaves nothing of that person, and the record of the workshop as it was."""

import pytest
from sqlalchemy import MetaData, select

from assessment.domain.errors import ParticipantUnknown
from assessment.domain.response import NOT_APPLICABLE, rated
from assessment.domain.viewer import ADMINISTRATOR
from assessment.domain.workshop_errors import NotJoined
from assessment.domain.workshop_parts import Names
from assessment.services import attendance, erasure, participants, records, reports, responses, room
from assessment.services.responses import ResponseText
from assessment.storage.database import reading
from tests import builders
from tests.builders import ADA
from tests.workshop_builders import Facilitator, attend, person, prepare, vote

NAME, TEXT = "Eva Ödén", "Bara jag vet var avtalen ligger"


@pytest.fixture
def workshop(engine, quick_assessment):
    """With open names; nobody has joined."""
    return prepare(engine, quick_assessment, names=Names.OPEN)


@pytest.fixture
def ada(engine, workshop):
    return Facilitator(engine, workshop)


@pytest.fixture
def eva(engine, workshop, ada):
    """Her token. She and three more of her role voted 4, 1, 1, 1 on POL-01, which was shown; POL-02 is being voted on."""
    tokens = [attend(engine, workshop, name=name) for name in (NAME, "Bo", "Ca", "Di")]
    round_id = ada.open_vote("POL-01")
    for token, level in zip(tokens, (4, 1, 1, 1), strict=True):
        vote(engine, token, round_id, level)
    ada.reveal()
    vote(engine, tokens[0], ada.open_vote("POL-02"), 0)
    own = builders.viewer_of(attendance.seat(engine, tokens[0]).participant)
    write = {"participant_id": own.participant_id, "item_id": "POL-07"}
    responses.answer(engine, own, answer=NOT_APPLICABLE, **write)
    for which in ResponseText:
        responses.write(engine, own, which=which, text=f"{TEXT}: {which}", **write)
    return tokens[0]


def everything(engine):
    """All that the database holds, as one text."""
    with reading(engine) as session:
        connection, tables = session.connection(), MetaData()
        tables.reflect(connection)
        return repr([connection.execute(select(table)).all() for table in tables.sorted_tables])


@pytest.mark.slow
def test_nothing_is_left_of_the_person(engine, eva):
    id_ = person(engine, eva)
    before = everything(engine)
    assert all(trace in before for trace in (NAME, TEXT, id_, attendance.digest(eva)))
    erasure.erase(engine, ADMINISTRATOR, id_)
    after = everything(engine)
    assert [trace for trace in (NAME, TEXT, id_, attendance.digest(eva)) if trace in after] == []
    with pytest.raises(NotJoined):
        attendance.seat(engine, eva)


def test_what_was_and_what_stays_is_told_before_and_after(engine, eva):
    told = erasure.traces(engine, ADMINISTRATOR, person(engine, eva))
    assert (told.participant.name, told.answers, told.texts, told.votes, told.unseen) == (NAME, 1, 3, 1, 1)
    assert told == erasure.erase(engine, ADMINISTRATOR, told.participant.id)
    with pytest.raises(ParticipantUnknown):
        erasure.traces(engine, ADMINISTRATOR, told.participant.id)


def test_the_record_says_what_was_voted_and_by_how_many_without_the_name(engine, workshop, ada, eva):
    before = records.workshop_record(engine, ADA, workshop.id)
    erasure.erase(engine, ADMINISTRATOR, person(engine, eva))
    after = records.workshop_record(engine, ADA, workshop.id)
    [was], [stands] = before.items[0].rounds, after.items[0].rounds
    assert (stands.tally.counts, stands.tally.roles) == (was.tally.counts, was.tally.roles)
    assert NAME in str(was.tally.names) and NAME not in str(stands.tally.names)
    assert after.workshop.record == before.workshop.record
    assert [len(people) for people in after.attendees_by_role.values()] == [4]
    assert NAME not in str(after.attendees)


def test_an_open_vote_forgets_the_person_at_once(engine, workshop, ada, eva):
    erasure.erase(engine, ADMINISTRATOR, person(engine, eva))
    assert room.progress(engine, ADA, workshop.id).voted == 0
    assert room.progress(engine, ADA, workshop.id).joined == 4


def test_a_role_that_points_at_one_person_goes_too(engine, workshop, ada, eva):
    alone = attend(engine, workshop, role="behovsagare", name="Fia")
    with_her = records.workshop_record(engine, ADA, workshop.id)
    erasure.erase(engine, ADMINISTRATOR, person(engine, alone))
    without = records.workshop_record(engine, ADA, workshop.id)
    assert (set(with_her.attendees_by_role), set(without.attendees_by_role)) == ({"inkop", "behovsagare"}, {"inkop"})
    assert len(without.attendees) == len(with_her.attendees) == 5


def test_answers_that_were_shown_stay_and_nobody_may_answer_for_whoever_stands_in(engine, quick_assessment, ben, chi):
    for one in (ben, chi):
        builders.answer(engine, one, "POL-01", 2)
    ada = Facilitator(engine, prepare(engine, quick_assessment))
    ada.show_answers("POL-01")
    erasure.erase(engine, ADMINISTRATOR, ben.id)
    [shown] = records.workshop_record(engine, ADA, ada.seen.id).items[0].rounds
    assert shown.tally.level_counts == (0, 0, 2, 0, 0)
    assert [one.participant.id for one in participants.progress(engine, ADA, quick_assessment.id)] == [chi.id]
    report = reports.report(engine, ADA, quick_assessment.id)
    assert sum(one.result.item.id == "POL-01" for one in report.gaps) == 1


def test_others_are_untouched_and_everybody_is_listed(engine, quick_assessment, ben, chi):
    for one in (ben, chi):
        builders.answer(engine, one, "POL-01", rated(3))
    erasure.erase(engine, ADMINISTRATOR, ben.id)
    [left] = erasure.known(engine, ADMINISTRATOR, quick_assessment.id)
    assert (left.participant, left.answers, left.votes) == (chi, 1, 0)
