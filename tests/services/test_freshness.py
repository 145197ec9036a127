"""Old answers are told, confirmed without a change of level, and return where the group decides."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from assessment.domain.errors import ItemNotAsked, NotAllowed, NothingToConfirm
from assessment.domain.freshness import oldest_first
from assessment.domain.report_ages import report_ages
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN, rated
from assessment.domain.workshop_parts import Agenda
from assessment.services import responses, room
from assessment.services.reports import report
from assessment.services.responses import ResponseText
from assessment.storage.database import unit_of_work
from assessment.storage.tables import WorkshopEntryRow
from tests import builders
from tests.aging import let_time_pass
from tests.builders import ADA
from tests.workshop_builders import Facilitator, prepare


def aged(engine, assessment):
    return [age.item.id for age in oldest_first(report_ages(report(engine, ADA, assessment.id), UTC))]


def confirm(engine, participant, item_id="POL-01"):
    viewer = builders.viewer_of(participant)
    return responses.confirm(engine, viewer, participant_id=participant.id, item_id=item_id)


@pytest.fixture
def old_answer(engine, quick_assessment, ben):
    """Ben gave POL-01 level 2 with evidence, two years ago."""
    builders.answer(engine, ben, "POL-01", 2)
    for which, text in ((ResponseText.EVIDENCE, "Beslut 2024"), (ResponseText.COMMENT, "Gäller")):
        responses.write(engine, ADA, participant_id=ben.id, item_id="POL-01", which=which, text=text)
    let_time_pass(engine, quick_assessment)


def test_new_answers_have_not_aged(engine, answered_assessment):
    ages = report_ages(report(engine, ADA, answered_assessment.id), UTC)

    assert (len(ages), oldest_first(ages)) == (24, ())


def test_confirming_dates_answer_and_evidence_anew_and_changes_nothing_else(engine, quick_assessment, ben, old_answer):
    assert aged(engine, quick_assessment) == ["POL-01"]

    kept = confirm(engine, ben)

    assert aged(engine, quick_assessment) == []
    assert (kept.answer, kept.evidence, kept.comment) == (rated(2), "Beslut 2024", "Gäller")
    assert kept.answered_at == kept.evidence_at == kept.updated_at
    assert datetime.now(UTC) - kept.answered_at < timedelta(minutes=5)


@pytest.mark.parametrize("answer", [rated(0), UNKNOWN, NOT_APPLICABLE], ids=lambda answer: answer.code)
def test_every_answer_can_be_confirmed_as_what_it_is(engine, ben, answer):
    builders.answer(engine, ben, "POL-01", answer)

    kept = confirm(engine, ben)

    assert (kept.answer, kept.evidence_at) == (answer, None)


def test_what_is_not_answered_cannot_be_confirmed(engine, ben, quick_assessment):
    responses.write(engine, ADA, participant_id=ben.id, item_id="POL-01", which=ResponseText.COMMENT, text="Ring")

    for item in ("POL-01", "TID-01"):
        with pytest.raises(NothingToConfirm):
            confirm(engine, ben, item)
    with pytest.raises(ItemNotAsked):
        confirm(engine, ben, "POL-05")


def test_nobody_confirms_for_somebody_else(engine, ben, chi, old_answer):
    with pytest.raises(NotAllowed):
        responses.confirm(engine, builders.viewer_of(chi), participant_id=ben.id, item_id="POL-01")


def test_an_agreed_level_ages_by_the_day_it_was_settled(engine, quick_assessment, ben):
    ada = Facilitator(engine, prepare(engine, quick_assessment))
    ada.settle("POL-01", 3)
    let_time_pass(engine, quick_assessment)
    builders.answer(engine, ben, "POL-01", 2)

    assert aged(engine, quick_assessment) == ["POL-01"]
    ada.settle("POL-01", 3)
    assert aged(engine, quick_assessment) == []


def test_an_agreed_level_that_has_aged_returns_on_the_agenda_of_the_next_workshop(engine, quick_assessment):
    settled = Facilitator(engine, prepare(engine, quick_assessment))
    for item in ("POL-01", "SAM-03"):
        settled.settle(item, 3)
    settled.close()
    years = timedelta(days=2 * 366)
    with unit_of_work(engine) as session:
        for row in session.exec(select(WorkshopEntryRow).where(WorkshopEntryRow.item_id == "SAM-03")):
            row.at -= years

    ada = Facilitator(engine, prepare(engine, quick_assessment, agenda=Agenda.WORTH))
    shown = room.room(engine, ADA, ada.seen.id)
    assert (shown.next_item.id, list(shown.aged), shown.aged["SAM-03"].settled) == ("SAM-03", ["SAM-03"], True)

    ada.settle("SAM-03", 2)
    after = room.room(engine, ADA, ada.seen.id)
    assert (after.agenda, list(after.aged)) == (shown.agenda, ["SAM-03"])


def test_old_answers_come_first_where_worth_decides(engine, quick_assessment, ben):
    builders.answer_all(engine, ben, (3,))
    let_time_pass(engine, quick_assessment, items=["KUN-08"])
    workshop = prepare(engine, quick_assessment, agenda=Agenda.WORTH)

    assert room.room(engine, ADA, workshop.id).next_item.id == "KUN-08"


def test_taking_a_step_back_makes_no_old_level_new(engine, quick_assessment):
    ada = Facilitator(engine, prepare(engine, quick_assessment))
    settled = ada.settle("POL-01", 3).latest.at
    ada.settle("POL-01", 3)

    ada.undo()

    assert report(engine, ADA, quick_assessment.id).agreed_at == {"POL-01": settled}
